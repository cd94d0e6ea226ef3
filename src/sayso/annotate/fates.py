"""A parsed report in, what it says became of single persons out, beside the events of the table.

'Was taken to hospital', 'is in custody', 'fell at Karez', 'missing since May': words that tell a
fate only where they are said of a person (`data/fates.toml`).
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from sayso.annotate.denials import is_denied
from sayso.annotate.described import HE, People, base_phrase
from sayso.annotate.hedges import hedges_over
from sayso.annotate.modality import modality_of
from sayso.annotate.parses import child_of, span_of, subject_of
from sayso.annotate.settings import is_background, is_presupposed, place_of, time_of
from sayso.annotate.speakers import speaker_of
from sayso.annotate.triggers import Trigger
from sayso.event_types import load_event_types
from sayso.types import Event, Mention, Role, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from sayso.annotate.events import Surroundings

_SAID = frozenset({"him", "her", "me"})
_NEAR = 4  # tokens after a verb in which the word that it needs may stand
_AGENTS = frozenset(
    {
        "be",
        "remain",
        "escape",
        "emerge",
        "return",
        "survive",
        "arrive",
        "appear",
        "go",
        "stay",
        "come",
    }
)


@dataclass(frozen=True, slots=True)
class FateWords:
    """`data/fates.toml`, which says what each table is for."""

    undergone: Mapping[str, str]
    undergone_with: Mapping[str, tuple[str, ...]]
    done: Mapping[str, str]
    done_with: Mapping[str, tuple[str, ...]]
    to_himself: Mapping[str, str]
    where: Mapping[str, str]
    houses: Mapping[str, str]
    being: Mapping[str, str]
    called: Mapping[str, str]
    parts: frozenset[str]
    to_death: Mapping[str, str]


@cache
def load_fate_words() -> FateWords:
    """Read once a process."""
    table = tomllib.loads(files("sayso.data").joinpath("fates.toml").read_text("utf-8"))
    with_ = {
        name: {verb: tuple(words) for verb, words in table[name].items()}
        for name in ("undergone_with", "done_with")
    }
    return FateWords(**{**table, **with_, "parts": frozenset(table["parts"]["nouns"])})


Found = tuple[str, "Token", "Token"]  # the type, the word that tells it, whom it befell


def find_fates(
    doc: "Doc", mentions: Sequence[Mention], around: "Surroundings", known: Sequence[Event]
) -> tuple[Event, ...]:
    """Fates of single persons that `known` lacks, each with the person it befell.

    known: the events found; one of the same words that befalls nobody is left to the caller to drop
    """
    people = People(doc, mentions)
    told = {(e.type, e.trigger.start) for e in known if any(r.name == "victim" for r in e.roles)}
    found: dict[tuple[str, int], Event] = {}
    for token in doc:
        for type_, word, person in _tellings(token, people):
            key = (type_, word.idx)
            if key not in told and key not in found and not _is_told_near(type_, word, known):
                found[key] = _event(type_, word, person, people, around)
    return tuple(found[key] for key in sorted(found, key=lambda key: key[1]))


def drop_bare(known: Sequence[Event], fates: Sequence[Event]) -> tuple[Event, ...]:
    """The events without those fates of nobody that stand on the same word as somebody's."""
    told = {e.trigger.start for e in fates}
    family = {name for name, kind in load_event_types().items() if kind.family == "fate"}
    return tuple(
        e for e in known
        if not (
            e.trigger.start in told and e.type in family and not any(r.name == "victim" for r in e.roles)
        )
    )  # fmt: skip


def _is_told_near(type_: str, word: "Token", known: Sequence[Event]) -> bool:
    """'Was taken prisoner', 'shot dead': told already, by a phrase that begins before the word."""
    at = word.idx
    kin = {type_, *load_event_types()[type_].contradicts} - {"alive"}
    return any(
        e.trigger.start <= at < e.trigger.stop and e.type in kin | {"killed", "injured"}
        and any(r.name == "victim" for r in e.roles)
        for e in known
    )  # fmt: skip


def _tellings(token: "Token", people: People) -> Iterator[Found]:
    if token.pos_ in {"VERB", "AUX"}:
        yield from _of_verb(token, people)
    if token.pos_ in {"ADJ", "VERB", "ADV"}:
        yield from _of_adjective(token, people)
    if token.pos_ == "ADP":
        yield from _of_place(token, people)
    if token.pos_ == "NOUN":
        yield from _of_noun(token, people)


def _of_verb(verb: "Token", people: People) -> Iterator[Found]:
    words, lemma = load_fate_words(), verb.lemma_.lower()
    after = [t.lower_ for t in verb.doc[verb.i + 1 : min(verb.i + 1 + _NEAR, verb.sent.end)]]
    undergone = _undergoing(verb, people)
    if _is_to_death(after):
        subject = undergone or _doing(verb, people)
        if lemma in words.to_death and subject is not None:
            yield words.to_death[lemma], verb, subject
        return
    if undergone is not None and lemma == "shoot" and after[:2] == ["in", "the"]:
        yield "injured", verb, undergone
        return
    if undergone is not None and lemma == "let" and "go" in after[:3]:
        yield "released", verb, undergone
        return
    if undergone is not None and lemma in words.undergone:
        needed = words.undergone_with.get(lemma)
        if needed is None or any(word in after for word in needed):
            yield _by_company(words.undergone[lemma], lemma, after), verb, undergone
        return
    subject = _doing(verb, people)
    if subject is None or undergone is not None:
        return
    thing = child_of(verb, "dobj")
    if thing is not None:
        if thing.lower_ in {"himself", "herself"} and lemma in words.to_himself:
            yield words.to_himself[lemma], verb, subject
        if lemma == "take" and thing.lemma_ == "life" and child_of(thing, "poss") is not None:
            yield "died", verb, subject
        if lemma == "leave" and thing.lemma_ == "country":
            yield "fled", verb, subject
        if lemma == "lose" and thing.lemma_.lower() in words.parts:
            yield "injured", verb, subject
        if lemma != "survive":
            return
    if lemma in words.done:
        needed = words.done_with.get(lemma)
        text = " ".join(after)
        if needed is None or any(text.startswith(word) for word in needed):
            yield words.done[lemma], verb, subject


def _by_company(type_: str, lemma: str, after: Sequence[str]) -> str:
    """'Taken prisoner', 'taken hostage', 'seen alive': the word beside it tells more."""
    if lemma == "take" and {"prisoner", "captive"} & set(after):
        return "captured"
    return type_


def _is_to_death(after: Sequence[str]) -> bool:
    return "to death" in " ".join(after)


def _undergoing(verb: "Token", people: People) -> "Token | None":
    """The one person to whom it is done: the passive subject, also of a verb joined to it; the object."""
    subject = child_of(verb, "nsubjpass")
    governor = verb
    while subject is None and governor.dep_ == "conj" and governor.head.pos_ == "VERB":
        if governor.tag_ != "VBN" or child_of(governor, "nsubj", "aux") is not None:
            break
        governor = governor.head
        subject = child_of(governor, "nsubjpass")
    if subject is None and verb.dep_ == "acl" and verb.tag_ == "VBN":
        subject = verb.head
    if subject is not None and subject.lower_ == "who":
        clause = next((t for t in (verb, *verb.ancestors) if t.dep_ == "relcl"), None)
        subject = clause.head if clause is not None else None
    if subject is not None:
        return subject if _is_person(subject, people) else None
    thing = child_of(verb, "dobj")
    if thing is None or not (thing.lower_ in _SAID or people.is_named(thing)):
        return None
    return None if thing.lower_ == "her" and thing.dep_ == "poss" else thing


def _doing(verb: "Token", people: People) -> "Token | None":
    subject = subject_of(verb) or speaker_of(verb)
    if subject is not None and subject.lower_ == "who":
        clause = next((t for t in (verb, *verb.ancestors) if t.dep_ == "relcl"), None)
        subject = clause.head if clause is not None else None
    return subject if subject is not None and _is_person(subject, people) else None


def _is_person(word: "Token", people: People) -> bool:
    """A name, a pronoun for one, 'his brother', 'the boy': one person, no body and no thing."""
    if people.is_named(word) or word.lower_ in HE | _SAID | {"i"}:
        return True
    if word.pos_ != "NOUN" or word.tag_ != "NN" or word.ent_type_:
        return False
    kin, offices = load_event_types()["kinship"].nouns, load_event_types()["office"].nouns
    lemma = word.lemma_.lower()
    is_called = lemma in kin or lemma in offices or lemma in _people_nouns()
    return is_called and any(c.dep_ in {"det", "poss"} for c in word.children)


@cache
def _people_nouns() -> frozenset[str]:
    """What one person may be called besides: the words for the sexes, ages and trades."""
    table = tomllib.loads(files("sayso.data").joinpath("callings.toml").read_text("utf-8"))
    trades = load_event_types()["occupation"].nouns
    bodies = {*table["bodies"], *table["many"]}
    singles = {word for row in table["same"] for word in row if word not in bodies}
    return frozenset({*table["anyone"], *trades, *singles})


def _of_adjective(word: "Token", people: People) -> Iterator[Found]:
    """'Is missing', 'was seen alive', 'escaped unhurt', 'a nurse missing since May'."""
    words = load_fate_words()
    type_ = words.being.get(word.lower_)
    if type_ is None or (word.lower_ == "well" and word.dep_ != "acomp"):
        return
    verb = word.head
    person: Token | None = None
    if word.lower_ == "missing" and word.tag_ == "VBG":
        verb = word
    if word.dep_ == "acl" or (word.dep_ == "amod" and word.i > verb.i):
        person = verb if word.dep_ == "amod" else word.head
    elif word.dep_ in {
        "acomp",
        "oprd",
        "advcl",
        "conj",
        "attr",
        "dep",
        "advmod",
        "ROOT",
        "ccomp",
        "relcl",
    }:
        person = _seen_so(word, verb, people)
    if person is not None and _is_person(person, people):
        yield type_, word, person


def _seen_so(word: "Token", verb: "Token", people: People) -> "Token | None":
    """'Saw Odas alive', 'Odas was found alive', 'Odas is alive'."""
    if verb.dep_ in {"acomp", "oprd"}:  # "alive and well"
        verb = verb.head
    between = child_of(verb, "dobj")
    if between is not None and verb.i < between.i < word.i:
        return between
    before = word.nbor(-1) if word.i else None
    if before is not None and people.is_named(before) and before.dep_ in {"nsubj", "dobj"}:
        return people.head_of(before)
    person = child_of(verb, "nsubjpass") or _doing(verb, people)
    if person is not None and person.lower_ == "who":
        person = _doing(verb, people)
    return person


def _of_place(prep: "Token", people: People) -> Iterator[Found]:
    """'Is in custody', 'was flown to the naval hospital', 'out of danger'."""
    words = load_fate_words()
    noun = child_of(prep, "pobj")
    if noun is None or prep.lower_ not in {"in", "to", "into", "behind", "under", "of", "at", "on"}:
        return
    first = (
        "out of"
        if prep.lower_ == "of" and prep.i and prep.nbor(-1).lower_ == "out"
        else prep.lower_
    )
    own = [c.lower_ for c in noun.children if c.dep_ in {"amod", "compound"}]
    type_ = next(
        (words.where[phrase] for phrase in (f"{first} {' '.join(own)} {noun.lower_}", f"{first} {noun.lower_}")
         if phrase in words.where), None,
    )  # fmt: skip
    type_ = type_ or (words.houses.get(noun.lemma_.lower()) if first in {"in", "to"} else None)
    verb = prep.head
    while verb.dep_ == "prep" and verb.head != verb:
        verb = verb.head
    if type_ is None or verb.pos_ not in {"VERB", "AUX"} or verb.lemma_.lower() in _SAYING:
        return
    person = child_of(verb, "nsubjpass") or _doing(verb, people)
    if person is not None and person.lower_ == "who":
        person = _doing(verb, people) or _undergoing(verb, people)
    if person is not None and _is_person(person, people):
        yield type_, noun, person


_SAYING = frozenset(
    "say tell write speak announce report die work marry meet visit testify call".split()
)


def _of_noun(noun: "Token", people: People) -> Iterator[Found]:
    """'He is a prisoner', 'a captive of the Front'; 'his body was found'."""
    words, lemma = load_fate_words(), noun.lemma_.lower()
    if lemma in words.called and noun.dep_ in {"attr", "oprd"}:
        person = _doing(noun.head, people)
        if person is not None and noun.head.lemma_ in _AGENTS | {"declare", "call", "become"}:
            yield words.called[lemma], noun, person
    if lemma in {"body", "corpse", "remains"}:
        yield from _of_body(noun, people)


def _of_body(noun: "Token", people: People) -> Iterator[Found]:
    of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    owner = child_of(noun, "poss") or (child_of(of, "pobj") if of is not None else None)
    verb = noun.head
    is_found = verb.lemma_ in {
        "find",
        "recover",
        "retrieve",
        "discover",
        "identify",
        "exhume",
        "wash",
    }
    if owner is None or not is_found or noun.dep_ not in {"dobj", "nsubjpass", "nsubj"}:
        return
    if owner.tag_ == "PRP$" or _is_person(owner, people):
        yield "body_found", verb, owner


def _event(
    type_: str, word: "Token", person: "Token", people: People, around: "Surroundings"
) -> Event:
    verb = word if word.pos_ in {"VERB", "AUX"} else word.head
    while verb.dep_ in {"prep", "pobj"} and verb.head != verb:
        verb = verb.head
    trigger = Trigger(type_, word, (word,), verb)
    when = time_of(trigger, around.times, around.attributions)
    at = around.times[when] if when is not None else None
    carried = Trigger(type_, verb, (verb,), verb)
    return Event(
        type=type_,
        trigger=span_of([word]),
        roles=(Role("victim", _mention(person, people)),),
        place=place_of(trigger, around.places, around.attributions),
        when=when,
        negated=is_denied(carried),
        modality=modality_of(carried),
        hedges=hedges_over(word, tuple(around.hedges)),
        presupposed=is_presupposed(trigger, around.attributions),
        background=is_background(trigger, at, around.times, around.published_at, around.text),
    )


def _mention(person: "Token", people: People) -> Mention:
    if people.is_named(person):
        return people.mention(people.head_of(person))
    if person.pos_ == "PRON" or person.tag_ == "PRP$":
        return Mention(Span(person.idx, person.idx + len(person)), "person", person.text)
    beside = next((c for c in person.children if c.dep_ == "appos" and people.is_named(c)), None)
    return people.mention(beside) if beside is not None else base_phrase(person)

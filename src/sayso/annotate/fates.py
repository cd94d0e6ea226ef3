"""A parsed report in, what it says became of single persons out, beside the events of the table.

'Was taken to hospital', 'is in custody', 'fell at Karez', 'missing since May': words that tell a
fate only where they are said of a person (`data/fates.toml`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.denials import is_denied
from sayso.annotate.described import People
from sayso.annotate.fate_company import SAID, find_company, is_person, mention_of
from sayso.annotate.fate_phrases import is_brought_in, met_by, unheard_of
from sayso.annotate.fate_words import load_fate_words
from sayso.annotate.hedges import hedges_over
from sayso.annotate.modality import modality_of
from sayso.annotate.parses import child_of, sentence_of, span_of, subject_of
from sayso.annotate.settings import is_background, is_presupposed, place_of, time_of
from sayso.annotate.speakers import speaker_of
from sayso.annotate.triggers import Trigger
from sayso.event_types import load_event_types
from sayso.types import Event, Mention, Role

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from sayso.annotate.events import Surroundings

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


_LOST = frozenset({"missing", "disappeared", "abducted"})
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
    if any(e.type in _LOST for e in (*known, *found.values())):
        for verb in (t for t in doc if t.pos_ == "VERB"):
            whom = met_by(verb, people)
            if (
                whom is not None
                and modality_of(Trigger("alive", verb, (verb,), verb)) == "happened"
            ):
                found.setdefault(("alive", verb.idx), _event("alive", verb, whom, people, around))
    ordered = tuple(found[key] for key in sorted(found, key=lambda key: key[1]))
    return (*ordered, *find_company((*known, *ordered), people))


def correct_known(doc: "Doc", known: Sequence[Event], fates: Sequence[Event]) -> tuple[Event, ...]:
    """The events without those fates of nobody that stand on the same word as somebody's.

    Who was shot in the thigh is not killed by it.
    """
    told = {e.trigger.start for e in fates}
    family = {name for name, kind in load_event_types().items() if kind.family == "fate"}
    shot = {t.idx for t in doc if t.lemma_ == "shoot" and is_only_wounded(t)}
    return tuple(
        replace(e, type="injured") if e.type == "killed" and e.trigger.start in shot else e
        for e in known
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
        yield from _of_modifier(token, people)
    if token.pos_ == "ADP":
        yield from _of_place(token, people)
    if token.pos_ == "NOUN":
        yield from _of_noun(token, people)


def _of_verb(verb: "Token", people: People) -> Iterator[Found]:
    words, lemma = load_fate_words(), verb.lemma_.lower()
    unheard = unheard_of(verb, people)
    if unheard is not None:
        yield "missing", verb, unheard
        return
    after = [
        t.lower_ for t in verb.doc[verb.i + 1 : min(verb.i + 1 + _NEAR, sentence_of(verb).stop)]
    ]
    undergone = _undergoing(verb, people)
    if undergone is not None and is_brought_in(verb):
        yield "hospitalised", verb, undergone
        return
    if _is_to_death(after):
        subject = undergone or _doing(verb, people)
        if lemma in words.to_death and subject is not None:
            yield words.to_death[lemma], verb, subject
        return
    if undergone is not None and is_only_wounded(verb):
        yield "injured", verb, undergone
        return
    if undergone is not None and lemma == "let" and "go" in after[:3]:
        yield "released", verb, undergone
        return
    if undergone is not None and lemma in words.undergone:
        needed = words.undergone_with.get(lemma)
        after += [c.lower_ for c in verb.children if c.dep_ in {"prep", "prt", "agent"}]
        is_held = lemma == "hold" and child_of(verb, "dobj") is not None
        if needed is None or is_held or any(word in after for word in needed):
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
    is_passive = child_of(verb, "auxpass") is not None
    while subject is None and governor.dep_ == "conj" and governor.head.pos_ == "VERB":
        if not (governor.tag_ == "VBN" or is_passive or child_of(governor, "dobj") is None):
            break
        if child_of(governor, "nsubj") is not None:
            break
        is_passive = is_passive or child_of(governor.head, "auxpass") is not None
        governor = governor.head
        subject = child_of(governor, "nsubjpass", *(["nsubj"] if child_of(verb, "auxpass") else []))
    if subject is None and verb.dep_ == "acl" and verb.tag_ == "VBN":
        subject = verb.head
    if subject is not None and subject.lower_ == "who":
        clause = next((t for t in (verb, *verb.ancestors) if t.dep_ == "relcl"), None)
        subject = clause.head if clause is not None else None
    if subject is not None:
        return subject if is_person(subject, people) else None
    thing = child_of(verb, "dobj")
    if thing is not None and thing.lower_ == "whom" and verb.dep_ == "relcl":
        return verb.head if is_person(verb.head, people) else None
    if thing is None or not (thing.lower_ in SAID or people.is_named(thing)):
        return None
    return None if thing.lower_ == "her" and thing.dep_ == "poss" else thing


def _doing(verb: "Token", people: People) -> "Token | None":
    subject = subject_of(verb) or speaker_of(verb)
    if subject is not None and subject.lower_ == "who":
        clause = next((t for t in (verb, *verb.ancestors) if t.dep_ == "relcl"), None)
        subject = clause.head if clause is not None else None
    return subject if subject is not None and is_person(subject, people) else None


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
    if person is not None and is_person(person, people):
        yield type_, word, person


def _of_modifier(word: "Token", people: People) -> Iterator[Found]:
    """'A surrendered commander', 'slain leader Odas'; 'the wounded man' only points back."""
    type_, noun = load_fate_words().before.get(word.lower_), word.head
    if type_ is None or word.dep_ != "amod" or word.i > noun.i:
        return
    is_new = (
        not any(c.lower_ == "the" for c in noun.children) or people.name_after(noun) is not None
    )
    if people.is_named(noun) or (is_new and is_person(noun, people)):
        yield type_, word, noun


def is_only_wounded(verb: "Token") -> bool:
    """'Shot in the thigh'; not 'shot in the head', nor 'shot dead in the back'."""
    wounds = load_fate_words().wounds
    inner = (child_of(c, "pobj") for c in verb.children if c.dep_ == "prep" and c.lower_ == "in")
    is_dead = any(c.lower_ == "dead" for c in verb.children)
    return verb.lemma_ == "shoot" and not is_dead and any(
        noun is not None and noun.lemma_.lower() in wounds for noun in inner
    )  # fmt: skip


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
    if person is not None and is_person(person, people):
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
    if lemma in words.doers:
        of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
        whom = child_of(noun, "poss") or (child_of(of, "pobj") if of is not None else None)
        if whom is not None and is_person(whom, people):
            yield words.doers[lemma], noun, whom
    if lemma in words.wounds and any(c.lower_ in words.broken for c in noun.children):
        verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "with" else noun.head
        person = _doing(verb, people) or child_of(verb, "nsubjpass")
        if person is not None and is_person(person, people):
            yield "injured", noun, person


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
    if owner.tag_ == "PRP$" or is_person(owner, people):
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
        roles=(Role("victim", mention_of(person, people)),),
        place=place_of(trigger, around.places, around.attributions),
        when=when,
        negated=is_denied(carried),
        modality=modality_of(carried),
        hedges=hedges_over(word, tuple(around.hedges)),
        presupposed=is_presupposed(trigger, around.attributions),
        background=is_background(trigger, at, around.times, around.published_at, around.text),
    )

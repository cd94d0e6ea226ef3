"""A parsed report in, what it says became of single persons out, beside the events of the table.

'Was taken to hospital', 'is in custody', 'fell at Karez', 'missing since May': words that tell a
fate only where they are said of a person (`data/fates.toml`).
"""

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.annotate.event.denials import is_denied
from sayso.annotate.event.modality import modality_of
from sayso.annotate.event.not_done import undone_modality
from sayso.annotate.event.presupposed import is_presupposed
from sayso.annotate.event.settings import is_background, place_of, time_of
from sayso.annotate.event.tellings import AGAIN
from sayso.annotate.event.triggers import Trigger
from sayso.annotate.fate.bodies import find_bodies
from sayso.annotate.fate.company import find_company
from sayso.annotate.fate.corrections import is_nobody, is_of_several, is_somebodys
from sayso.annotate.fate.figures import is_journey, whose_deed
from sayso.annotate.fate.lives import find_living
from sayso.annotate.fate.nameless import find_nameless
from sayso.annotate.fate.nouns import of_noun_told, whose
from sayso.annotate.fate.persons import (
    befalls,
    doing,
    each_of,
    is_person,
    members,
    mention_of,
    undergoing,
)
from sayso.annotate.fate.phrases import is_in_hands, reporting
from sayso.annotate.fate.returns import found_so
from sayso.annotate.fate.verbs import Found, of_verb
from sayso.annotate.fate.words import load_fate_lists, load_fate_words
from sayso.annotate.fate.wounds import of_wound_told
from sayso.annotate.parses import child_of, head_at, span_of, subject_of
from sayso.annotate.person.described import People
from sayso.annotate.saying.hedges import hedges_over
from sayso.event_types import EventType, load_event_types
from sayso.types import Event, Mention, Role

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from sayso.annotate.event.events import Surroundings

_SAID_OF = frozenset("acomp oprd advcl conj attr dep advmod ROOT ccomp relcl".split())


def find_fates(
    doc: "Doc", mentions: Sequence[Mention], around: "Surroundings", known: Sequence[Event]
) -> tuple[Event, ...]:
    """Fates of single persons that `known` lacks, each with the person it befell.

    known: the events found; one of the same words that befalls nobody is left to the caller to drop
    """
    people = People(doc, mentions)
    rightly = [e for e in known if is_somebodys(e) and not _is_of_several(e, people)]
    told = {(e.type, e.trigger.start) for e in rightly}
    idle = frozenset(e.trigger.start for e in known if not is_somebodys(e))
    found: dict[tuple[str, int, int], Event] = {}
    for token in doc:
        for type_, word, person in (
            *_tellings(token, people),
            *_by_table(token, people, idle, around),
        ):
            if (type_, word.idx) in told or _is_told_near(type_, word, rightly):
                continue
            for one in each_of(person, people):
                key = (type_, word.idx, one.idx)
                found.setdefault(key, _event(type_, word, one, people, around))
    known_living = {key[1] for key in found if key[0] == "alive"}
    for type_, word, person in find_living((*known, *found.values()), people, around.attributions):
        if word.idx not in known_living:
            found[type_, word.idx, person.idx] = _event(type_, word, person, people, around)
    for type_, word, person in find_bodies((*known, *found.values()), people):
        if (type_, word.idx) not in told:
            key = (type_, word.idx, person.idx)
            found.setdefault(key, _event(type_, word, person, people, around))
    ordered = tuple(found[key] for key in sorted(found, key=lambda key: key[1]))
    nameless = find_nameless(doc, (*known, *ordered))
    return (*ordered, *find_company((*known, *ordered), people), *nameless)


def _is_of_several(event: Event, people: People) -> bool:
    head = head_at(people.doc, event.trigger)
    whom = child_of(head, "dobj", "nsubjpass") if head is not None else None
    is_named = whom is not None and len(members(whom, people)) > 1
    return is_named and is_of_several(people.doc, event)


def _is_told_near(type_: str, word: "Token", known: Sequence[Event]) -> bool:
    """'Was taken prisoner', 'shot dead': told already, by a phrase that begins before the word."""
    at = word.idx
    kin = {type_, *load_event_types()[type_].contradicts} - {"alive"}
    return any(
        e.trigger.start <= at < e.trigger.stop and e.type in kin | {"killed", "injured"}
        and any(r.name == "victim" and not is_nobody(r.filler) for r in e.roles)
        for e in known
    )  # fmt: skip


def _tellings(token: "Token", people: People) -> Iterator[Found]:
    if token.pos_ in {"VERB", "AUX"}:
        yield from of_verb(token, people)
    if token.pos_ in {"ADJ", "VERB", "ADV"}:
        yield from _of_adjective(token, people)
        yield from _of_modifier(token, people)
    if token.pos_ == "ADP":
        yield from _of_place(token, people)
    if token.pos_ == "NOUN" or token.dep_ == "attr":  # "a captive" may be parsed as an adjective
        yield from _of_noun(token, people)
    yield from of_noun_told(token, people)
    yield from of_wound_told(token, people)
    yield from _of_those(token, people)
    yield from _of_report(token, people)
    yield from _of_far_verb(token, people)


def _of_far_verb(word: "Token", people: People) -> Iterator[Found]:
    """'Was found by shepherds, frostbitten but alive'."""
    verb = found_so(word)
    person = undergoing(verb, people) if verb is not None else None
    if person is not None:
        yield "alive", word, person


def _by_table(
    verb: "Token", people: People, idle: Collection[int], around: "Surroundings"
) -> Iterator[Found]:
    """Verbs of the table of events that it read of nobody: 'was arrested and released'."""
    if verb.tag_ not in {"VBN", "VBD"} or verb.lemma_.lower() in load_fate_words().undergone:
        return
    person = undergoing(verb, people)
    type_ = _of_participle(verb) if person is not None else None
    if person is None or type_ is None:
        return
    is_passive = verb.tag_ == "VBN" and child_of(verb, "auxpass") is not None
    is_again = verb.idx in around.told and around.told[verb.idx].again >= AGAIN
    is_missed = is_passive and not is_again and type_ != "identified"
    if verb.dep_ == "conj" or verb.idx in idle or members(person, people) or is_missed:
        yield type_, verb, person


def _of_adjective(word: "Token", people: People) -> Iterator[Found]:
    """'Is missing', 'was seen alive', 'escaped unhurt', 'a nurse missing since May'."""
    words = load_fate_words()
    type_ = words.being.get(word.lower_)
    verb = word.head
    is_end = type_ == "alive" and verb.lemma_ in load_fate_lists().fatal  # "buried alive"
    if type_ is None or is_end or (word.lower_ == "well" and word.dep_ != "acomp"):
        return
    person: Token | None = None
    if word.lower_ == "missing" and word.tag_ == "VBG" and word.dep_ != "acomp":
        verb = word
    if word.dep_ == "acl" or (word.dep_ == "amod" and word.i > verb.i):
        person = verb if word.dep_ == "amod" else word.head
    elif word.dep_ in _SAID_OF:
        person = _seen_so(word, verb, people)
    if person is not None and befalls(person, people):
        yield type_, word, person


def _of_modifier(word: "Token", people: People) -> Iterator[Found]:
    """'A surrendered commander', 'slain leader Odas'; 'the wounded man' only points back."""
    type_, noun = load_fate_words().before.get(word.lower_), word.head
    if type_ is None or word.dep_ != "amod" or word.i > noun.i:
        return
    is_new = word.lower_ == "late" or (
        not any(c.lower_ == "the" for c in noun.children) or people.name_after(noun) is not None
    )
    if people.is_named(noun) or (is_new and is_person(noun, people)):
        yield type_, word, noun


def _seen_so(word: "Token", verb: "Token", people: People) -> "Token | None":
    """'Saw Odas alive', 'Odas was found alive', 'Odas is alive'."""
    own = child_of(word, "nsubj") if word.dep_ == "ccomp" else None
    if own is not None:  # "found the boy alive"
        return own
    if verb.dep_ in {"acomp", "oprd"}:  # "alive and well"
        verb = verb.head
    between = child_of(verb, "dobj")
    if between is not None and verb.i < between.i < word.i:
        return between
    before = word.nbor(-1) if word.i else None
    if before is not None and people.is_named(before) and before.dep_ in {"nsubj", "dobj"}:
        return people.head_of(before)
    person = child_of(verb, "nsubjpass") or doing(verb, people)
    was = verb if verb.lemma_ == "be" else child_of(verb, "aux")
    if person is None and was is not None and word.i < was.i:
        person = child_of(was, "attr")  # "still missing is Odas"
    if person is not None and person.lower_ == "who":
        person = doing(verb, people)
    return person


def _of_place(prep: "Token", people: People) -> Iterator[Found]:
    """'Is in custody', 'was flown to the naval hospital', 'out of danger'."""
    noun = child_of(prep, "pobj")
    if prep.lower_ == "at" and noun is None:
        noun = _at_large(prep)
    if noun is None or prep.lower_ not in _BRINGING:
        return
    verb = prep.head
    while (
        verb.dep_ in {"prep", "advmod", "acomp"} and verb.head != verb
    ):  # "came home from captivity"
        verb = verb.head
    type_ = _told_from(noun, verb) if prep.lower_ == "from" else _told_in(prep, noun)
    if type_ is None or verb.pos_ not in {"VERB", "AUX"}:
        return
    is_idle = verb.lemma_.lower() in load_fate_lists().lively and prep.lower_ != "from"
    if is_idle or is_journey(verb):
        return
    person = child_of(verb, "nsubjpass") or doing(verb, people)
    if verb.lemma_ in _HAVING and child_of(verb, "dobj") is not None:
        person = child_of(verb, "dobj")  # "they have him in custody"
    if person is not None and person.lower_ == "who":
        person = doing(verb, people) or undergoing(verb, people)
    if person is not None and befalls(person, people):
        yield type_, noun, person


_HAVING = frozenset({"have", "hold", "keep", "put", "place", "throw"})


def _at_large(prep: "Token") -> "Token | None":
    """'Remains at large'; 'large' is hung on the preposition, or the other way round."""
    after = prep.doc[min(prep.i + 1, len(prep.doc) - 1)]
    return after if after.lower_ == "large" and prep in {after.head, *after.children} else None


_BRINGING = frozenset("in to into behind under of at on from without".split())


def _told_in(prep: "Token", noun: "Token") -> str | None:
    """What 'in custody', 'out of danger', 'at the naval hospital' tells."""
    words = load_fate_words()
    is_out = prep.lower_ == "of" and prep.i > 0 and prep.nbor(-1).lower_ == "out"
    if noun.lower_ == "large":
        return "fled"
    first = "out of" if is_out else prep.lower_
    own = [c.lower_ for c in noun.children if c.dep_ in {"amod", "compound"}]
    for phrase in (f"{first} {' '.join(own)} {noun.lower_}", f"{first} {noun.lower_}"):
        if phrase in words.where:
            return words.where[phrase]
    if first == "in" and is_in_hands(noun):
        return "captured"
    return words.houses.get(noun.lemma_.lower()) if first in {"in", "to"} else None


def _told_from(noun: "Token", verb: "Token") -> str | None:
    """'Came home from captivity', and 'wrote from his cell'; who writes to her from there is there."""
    lists = load_fate_lists()
    is_the = any(c.lower_ == "the" for c in noun.children)
    if noun.lemma_.lower() not in lists.confining or is_the or child_of(noun, "prep") is not None:
        return None
    if verb.lemma_.lower() in lists.coming_out and child_of(verb, "dobj") is None:
        return "released"
    return "detained" if verb.lemma_.lower() in lists.writing else None


def _of_noun(noun: "Token", people: People) -> Iterator[Found]:
    """'He is a prisoner', 'a captive of the Front'; 'his body was found'; 'among those killed'."""
    words, lemma = load_fate_words(), noun.lemma_.lower()
    if lemma in words.called:
        person = _called(noun, people)
        if person is not None and befalls(person, people):
            yield words.called[lemma], noun, person
    done, whom = words.doers.get(lemma), whose(noun)
    if done is None and lemma in words.deeds:
        done, whom = words.deeds[lemma], whose_deed(noun)
    if done is not None and whom is not None and (whom.tag_ == "PRP$" or is_person(whom, people)):
        yield done, noun, whom
    if lemma in words.wounds | load_fate_lists().vitals and any(
        c.lower_ in words.broken for c in noun.children
    ):
        verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "with" else noun.head
        person = doing(verb, people) or child_of(verb, "nsubjpass")
        if person is not None and befalls(person, people):
            yield "injured", noun, person


def _called(noun: "Token", people: People) -> "Token | None":
    """'He is a prisoner', 'declared her a martyr', 'Odas, an exile in Karez'."""
    words = load_fate_lists()
    verb = noun.head
    if noun.dep_ == "appos" and people.is_named(verb):
        return verb
    if noun.dep_ not in {"attr", "oprd", "ccomp", "dobj"}:
        return None
    if verb.lemma_ in words.being and noun.dep_ == "attr":
        return doing(verb, people)
    if verb.lemma_ in {"hold", "keep", "take"} and noun.dep_ == "oprd":
        return child_of(verb, "nsubjpass", "dobj")
    if verb.lemma_ not in words.declaring:
        return None
    small = child_of(noun, "nsubj") if noun.dep_ in {"ccomp", "oprd"} else None
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i < noun.i), None)
    return small or thing or child_of(verb, "nsubjpass")


def _of_those(word: "Token", people: People) -> Iterator[Found]:
    """'Odas was among those shot': one of a number of whom it is told."""
    if word.i < 2 or word.nbor(-1).lower_ != "those" or word.nbor(-2).lower_ != "among":
        return
    verb = word.nbor(-2).head
    person = subject_of(verb) if verb.pos_ in {"VERB", "AUX"} else verb
    type_ = _of_participle(word)
    if type_ is not None and person is not None and befalls(person, people):
        yield type_, word, person


def _of_report(word: "Token", people: People) -> Iterator[Found]:
    """'Was reported killed', 'lists her as missing', 'declared him dead'."""
    verb = reporting(word)
    person = undergoing(verb, people) if verb is not None else None
    type_ = _of_participle(word) if person is not None else None
    if person is not None and type_ is not None:
        yield type_, word, person


def _of_participle(word: "Token") -> str | None:
    """What its verb says by itself of whom it is done to."""
    words, form = load_fate_words(), word.lower_
    told = words.before.get(form) or words.being.get(form)
    if told is not None:
        return told
    lemma = {"shot": "shoot", "taken": "take", "held": "hold"}.get(form, word.lemma_.lower())
    family = (k for k in load_event_types().values() if k.family == "fate" and "victim" in k.roles)
    return words.undergone.get(lemma) or next((k.name for k in family if _is_verb(lemma, k)), None)


def _is_verb(lemma: str, kind: EventType) -> bool:
    return lemma in kind.verbs or "PERSON" in (kind.verbs_if or {}).get(lemma, ())


def _event(
    type_: str, word: "Token", person: "Token", people: People, around: "Surroundings"
) -> Event:
    is_own = word.pos_ in {"VERB", "AUX"} or word.lemma_.lower() in load_fate_words().doers
    verb = word if is_own else word.head  # "his killers were not found" kills him all the same
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
        modality=undone_modality(carried) or modality_of(carried),
        hedges=hedges_over(word, tuple(around.hedges)),
        presupposed=is_presupposed(trigger, around.attributions),
        background=is_background(trigger, at, around.times, around.published_at, around.text),
    )

"""A parsed report in, where it says that persons are, or that it is not known, out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.annotate.event.modality import modality_of
from sayso.annotate.event.setting_words import load_setting_words
from sayso.annotate.event.settings import time_of
from sayso.annotate.event.triggers import Trigger
from sayso.annotate.fate.persons import is_person, undergoing
from sayso.annotate.fate.words import load_fate_lists
from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.parses import (
    child_of,
    is_negated,
    is_passive,
    object_after,
    sentence_around,
    span_of,
    subject_of,
)
from sayso.annotate.person.described import People, base_phrase
from sayso.annotate.saying.speakers import speaker_of
from sayso.event_types import load_event_types
from sayso.types import Event, Mention, Role

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from sayso.annotate.event.events import Surroundings


def find_stays(doc: "Doc", mentions: Sequence[Mention], around: "Surroundings") -> Iterator[Event]:
    """'Odas is in Karez', 'has gone to Karez', 'his whereabouts are unknown'."""
    people = People(doc, mentions)
    for token in doc:
        if token.lower_ == "whereabouts":
            yield from _whereabouts(token, people)
        elif token.lower_ in {"exile", "telephone", "phone"} and token.dep_ == "pobj":
            yield from _from_afar(token, people, around)
        elif token.lower_ in {"exile", "refugee"} and token.dep_ in {"appos", "attr"}:
            yield from _exile_in(token, people, around)
        elif token.lower_ == "now" and token.i and token.nbor(-1).text == ",":
            yield from _now_in(token, people, around)
        elif token.pos_ in {"VERB", "AUX"}:
            yield from _where_unknown(token, people)
            yield from _reached(token, people, around)
            yield from _being_at(token, people, around, _where_by(token))


def _where_by(verb: "Token") -> frozenset[str]:
    """The prepositions that bring where somebody is by such a verb; none by most."""
    words, grammar_words = load_setting_words(), load_grammar_words()
    if verb.lemma_ in words.telling_from:
        return _FROM
    if verb.lemma_ == "be" or verb.lemma_ in load_event_types()["whereabouts"].verbs:
        return grammar_words.at_stays
    if verb.lemma_ in words.working and (verb.tag_ in {"VBZ", "VBP"} or _is_at_it(verb)):
        return grammar_words.at_stays
    if verb.lemma_ == "reach" and verb.tag_ == "VBN" and child_of(verb, "aux", "dobj") is None:
        return grammar_words.at_stays  # "Odas, reached by telephone in Karez, said"
    is_going = verb.lemma_ in words.gone and child_of(verb, "dobj") is None
    if verb.lemma_ in words.brought and not (_is_done_to(verb) or is_going):
        return frozenset()
    if verb.lemma_ == "take":
        return _INTO  # "taken alive at Karez" is where they took him
    return grammar_words.to_stays if verb.lemma_ in words.brought | words.gone else frozenset()


def _is_at_it(verb: "Token") -> bool:
    """'Is working in Karez', 'was driving a taxi in Karez'."""
    return verb.tag_ == "VBG" and any(c.lemma_ == "be" and c.dep_ == "aux" for c in verb.children)


def _is_done_to(verb: "Token") -> bool:
    """'Was flown', also in 'was shot and flown to Karez'."""
    return is_passive(verb) or (
        verb.dep_ == "conj" and verb.tag_ == "VBN" and is_passive(verb.head)
    )


_FROM = frozenset({"from"})
_TO_COME = frozenset({"planned", "hypothetical", "called_for"})  # "will be in Karez"
_INTO = frozenset({"to", "into", "in"})


def _whereabouts(noun: "Token", people: People) -> Iterator[Event]:
    owner = child_of(noun, "poss")
    whom = owner if owner is not None else object_after(noun, "of")
    if whom is None or whom.lower_ in {"its", "their"}:
        return
    told = sentence_around(noun).text.lower()
    unknown = any(words in told for words in load_setting_words().unknown)
    roles = (Role("person", _mention(whom, people)),)
    yield Event("whereabouts", span_of([noun]), roles, negated=unknown)


def _where_unknown(verb: "Token", people: People) -> Iterator[Event]:
    """'Nobody knows where Odas is', 'it is not known where she is', 'where he is held is not known'."""
    subject, over = child_of(verb, "nsubj", "nsubjpass"), verb.head
    is_stay = verb.lemma_ == "be" or (verb.lemma_ in _HELD and is_passive(verb))
    is_asked = is_stay and any(c.lower_ == "where" for c in verb.children)
    if not is_asked or subject is None or not is_person(subject, people) or verb.dep_ == "ROOT":
        return
    knower = subject_of(over)
    is_nobody = knower is not None and _is_nobody(knower)
    if over.lemma_ == "be" and verb.dep_ == "csubj":
        said = child_of(over, "acomp", "attr")
        words = load_fate_lists().unknown
        is_nobody = said is not None and (
            said.lower_ in words or (said.lower_ == "known" and is_negated(over))
        )
    if (is_nobody and over.lemma_ == "be") or (
        over.lemma_ in {"know", "say"} and (is_nobody or is_negated(over))
    ):
        roles = (Role("person", _mention(subject, people)),)
        yield Event("whereabouts", span_of([verb]), roles, negated=True)


_HELD = frozenset({"hold", "keep", "detain", "take", "bury"})


def _is_nobody(word: "Token") -> bool:
    """'Nobody', 'none of them', 'no official'."""
    return bool({word.lower_, *(c.lower_ for c in word.children)} & {"nobody", "none", "no"})


def _reached(verb: "Token", people: People, around: "Surroundings") -> Iterator[Event]:
    """'Reached the camp at Karez', 'has entered Karez'; nobody so reaches an agreement in Karez."""
    thing, person = child_of(verb, "dobj"), _of_whom(verb)
    is_done = verb.tag_ in {"VBD", "VBN"} and child_of(verb, "auxpass") is None
    if verb.lemma_ not in {"reach", "enter"} or thing is None or person is None or not is_done:
        return
    if any(c.lower_ in {"a", "an"} for c in person.children) or not is_person(person, people):
        return  # "a courier who reached Karez" is only a voice from there
    is_site = thing.lemma_.lower() in load_setting_words().reached
    beside = (p for p in verb.children if p.lower_ in load_grammar_words().at_stays and is_site)
    words = (t for part in (thing, *beside) for t in part.subtree)
    place = _place_in(words, around) if is_site or thing.pos_ == "PROPN" else None
    if place is not None:
        roles = (Role("person", _mention(person, people)),)
        yield Event("whereabouts", span_of([verb]), roles, place=place, negated=is_negated(verb))


def _of_whom(verb: "Token") -> "Token | None":
    subject = speaker_of(verb) or child_of(verb, "nsubjpass")
    return verb.head if subject is not None and subject.lower_ == "who" else subject


def _from_afar(noun: "Token", people: People, around: "Surroundings") -> Iterator[Event]:
    """'Has denied from exile in Lisbon that', 'said by telephone from Lisbon'.

    Who lives in exile there is told by that.
    """
    verb = next((t for t in noun.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    brought = {"from"} if noun.lower_ == "exile" else {"by", "over", "on"}
    if verb is None or noun.head.lower_ not in brought or _where_by(verb):
        return
    person = _of_whom(verb)
    prep = noun.doc[min(noun.i + 1, len(noun.doc) - 1)]  # of whichever word the parse makes it
    is_where = prep.lower_ in (_FROM if noun.lower_ != "exile" else {"in", "at"})
    place = _place_in(prep.subtree, around) if is_where else None
    if person is not None and place is not None and is_person(person, people):
        roles = (Role("person", _mention(person, people)),)
        yield Event("whereabouts", span_of([noun]), roles, place=place)


def _exile_in(noun: "Token", people: People, around: "Surroundings") -> Iterator[Event]:
    """'Odas, now an exile in Lisbon,', 'Odas is a refugee in Lisbon'."""
    person = noun.head if noun.dep_ == "appos" else _of_whom(noun.head)
    beside = (p for p in noun.children if p.lower_ in {"in", "at"})
    place = _place_in((t for p in beside for t in p.subtree), around)
    is_former = any(c.lower_ in {"former", "once"} for c in noun.children)
    if person is not None and place is not None and is_person(person, people) and not is_former:
        roles = (Role("person", _mention(person, people)),)
        yield Event("whereabouts", span_of([noun]), roles, place=place)


def _now_in(now: "Token", people: People, around: "Surroundings") -> Iterator[Event]:
    """'Odas, now in Lisbon,', 'Odas, now based in Lisbon,'."""
    host = now.head
    person = next((t for t in (host, *host.ancestors) if people.is_named(t)), None)
    place = _place_in((t for t in host.subtree if t.i > host.i), around)
    is_there = host.pos_ == "ADP" or (host.pos_ == "VERB" and host.lemma_ == "base")
    if person is not None and place is not None and is_there and person.i < now.i < host.i:
        roles = (Role("person", people.mention(people.head_of(person))),)
        yield Event("whereabouts", span_of([host]), roles, place=place)


def _place_in(words: Iterable["Token"], around: "Surroundings") -> int | None:
    starts = {t.idx for t in words}
    return next((i for i, p in enumerate(around.places) if p.span.start in starts), None)


def _mention(whom: "Token", people: People) -> Mention:
    if people.is_named(whom):
        return people.mention(whom)
    beside = next((c for c in whom.children if c.dep_ == "appos" and people.is_named(c)), None)
    if beside is not None:
        return people.mention(beside)
    if whom.pos_ == "PRON":
        return Mention(span_of([whom]), "person", whom.text)
    return base_phrase(whom)


def _own_words(prep: "Token") -> list["Token"]:
    """What stands under a preposition, short of clauses that hang in it."""
    words = list(prep.subtree)
    verbs = {t.i for t in words if t.pos_ == "VERB"}
    return [t for t in words if not any(a.i in verbs for a in t.ancestors)]


_SET_IN = frozenset({"in", "at", "near", "outside"})


def _is_state_of_mind(prep: "Token") -> bool:
    """'Is in awe of Karez's ruler', 'is in talks with Karez': that is not where he is."""
    state = child_of(prep, "pobj")
    return state is not None and state.lemma_.lower() in load_setting_words().states_of_being


def _being_at(
    verb: "Token", people: People, around: "Surroundings", prepositions: frozenset[str]
) -> Iterator[Event]:
    subject = _of_whom(verb) if prepositions else None
    if subject is None and prepositions and verb.tag_ == "VBN":
        subject = undergoing(verb, people)
    if subject is None or not is_person(subject, people):
        return
    for prep in (
        *verb.children,
        *(c for p in verb.children if p.dep_ == "prep" for c in p.children),
    ):
        if prep.dep_ != "prep" or prep.lower_ not in prepositions:
            continue
        held = _own_words(prep)
        if _is_state_of_mind(prep):
            held = [t for t in held if t.dep_ == "pobj" and t.head.lower_ in _SET_IN]
        inside = [
            i for i, p in enumerate(around.places)
            if any(t.idx <= p.span.start < t.idx + len(t) for t in held)
        ]  # fmt: skip
        if inside:
            trigger = Trigger("whereabouts", verb, (verb,), verb)
            when = time_of(trigger, around.times, around.attributions)
            modality = modality_of(trigger)
            role = Role("person", _mention(subject, people))
            yield Event(
                "whereabouts",
                span_of([verb]),
                (role,),
                place=inside[0],
                when=when,
                modality=modality if modality in _TO_COME else "happened",
                negated=is_negated(verb),
            )
            return

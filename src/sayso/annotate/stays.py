"""A parsed report in, where it says that persons are, or that it is not known, out."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.annotate.described import People, base_phrase
from sayso.annotate.fate_persons import is_person
from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.parses import (
    child_of,
    is_negated,
    is_passive,
    object_after,
    sentence_around,
    span_of,
)
from sayso.annotate.setting_words import load_setting_words
from sayso.annotate.settings import time_of
from sayso.annotate.speakers import speaker_of
from sayso.annotate.triggers import Trigger
from sayso.event_types import load_event_types
from sayso.types import Event, Mention, Role

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from sayso.annotate.events import Surroundings

_UNKNOWN = (
    "unclear",
    "unknown",
    "not known",
    "uncertain",
    "no word",
    "not immediately",
    "nothing is known",
)


def find_stays(doc: "Doc", mentions: Sequence[Mention], around: "Surroundings") -> Iterator[Event]:
    """'Odas is in Karez', 'has gone to Karez', 'his whereabouts are unknown'."""
    grammar_words = load_grammar_words()
    words = load_setting_words()
    people = People(doc, mentions)
    kind = load_event_types()["whereabouts"]
    for token in doc:
        if token.lower_ == "whereabouts":
            yield from _whereabouts(token, people)
        elif token.pos_ in {"VERB", "AUX"}:
            stays = token.lemma_ in kind.verbs or token.lemma_ == "be"
            is_brought = token.lemma_ in words.brought and is_passive(token)
            if stays or is_brought or token.lemma_ in words.gone:
                yield from _being_at(
                    token,
                    people,
                    around,
                    grammar_words.at_stays if stays else grammar_words.to_stays,
                )


def _whereabouts(noun: "Token", people: People) -> Iterator[Event]:
    owner = child_of(noun, "poss")
    whom = owner if owner is not None else object_after(noun, "of")
    if whom is None or whom.lower_ in {"its", "their"}:
        return
    unknown = any(words in sentence_around(noun).text.lower() for words in _UNKNOWN)
    roles = (Role("person", _mention(whom, people)),)
    yield Event("whereabouts", span_of([noun]), roles, negated=unknown)


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


def _being_at(
    verb: "Token", people: People, around: "Surroundings", prepositions: frozenset[str]
) -> Iterator[Event]:
    subject = speaker_of(verb) or child_of(verb, "nsubjpass")
    if subject is not None and subject.lower_ == "who":
        subject = verb.head
    if subject is None or not is_person(subject, people):
        return
    for prep in (
        *verb.children,
        *(c for p in verb.children if p.dep_ == "prep" for c in p.children),
    ):
        if prep.dep_ != "prep" or prep.lower_ not in prepositions:
            continue
        held = _own_words(prep)
        inside = [
            i for i, p in enumerate(around.places)
            if any(t.idx <= p.span.start < t.idx + len(t) for t in held)
        ]  # fmt: skip
        if inside:
            when = time_of(
                Trigger("whereabouts", verb, (verb,), verb), around.times, around.attributions
            )
            role = Role("person", _mention(subject, people))
            yield Event(
                "whereabouts",
                span_of([verb]),
                (role,),
                place=inside[0],
                when=when,
                negated=is_negated(verb),
            )
            return

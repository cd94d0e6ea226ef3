"""What persons do, as found in a parse, in; the bodies that they belong to by it out.

'A medic with the River Brigade' belongs to it; so do those 'loyal to' it, and who 'went over to' it.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.parses import (
    child_of,
    head_at,
    is_negated,
    object_after,
    span_of,
    subject_of,
)
from sayso.annotate.person.described import HE, People, holders_of, is_told_beside
from sayso.annotate.person.office_bodies import is_body_of, is_joined, whose_body
from sayso.types import Event, Mention, Role

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find_belonging(
    doc: "Doc", mentions: Sequence[Mention], offices: Sequence[Event]
) -> Iterator[Event]:
    """Memberships beside those of `find_offices`, from what it found among the rest."""
    people = People(doc, mentions)
    for event in offices:
        if event.type == "occupation":
            yield from _by_trade(event, people)
    for word in doc:
        if word.dep_ in {"appos", "attr"} and word.lemma_.lower() in load_naming_words().ranks:
            yield from _by_rank(word, people)
        elif word.lower_ == "one" and word.dep_ == "attr":
            yield from _one_of_its(word, people)
        elif word.lower_ == "loyal" and word.dep_ in {"amod", "acomp", "appos", "acl"}:
            yield from _loyal(word, people)
        elif word.lemma_ == "go" and any(c.lower_ == "over" for c in word.children):
            yield from _told(subject_of(word), object_after(word, "to"), word, people)


def _by_trade(event: Event, people: People) -> Iterator[Event]:
    """'Odas, a nurse with the Front': not 'a lawyer for the Front', who has it for a client."""
    noun = head_at(people.doc, event.trigger)
    body = object_after(noun, "with", "in") if noun is not None else None
    if noun is None or body is None or not is_joined(body, people) or people.is_named(body):
        return
    for role in event.roles:
        if role.name == "holder":
            roles = (role, Role("group", people.mention(body)))
            yield Event(
                "membership", event.trigger, roles,
                background=event.background, presupposed=event.presupposed,
            )  # fmt: skip


def _by_rank(noun: "Token", people: People) -> Iterator[Event]:
    """'Odas, a corporal in the Northern Guard', 'Odas is a captain with the 9th Brigade'."""
    body = object_after(noun, "in", "with")
    if body is None or is_negated(noun.head) or not is_body_of(body, people):
        return
    former = any(c.lower_ in load_naming_words().former for c in noun.children)
    for person in holders_of(noun, people):
        roles = (Role("holder", people.mention(person, noun)), Role("group", people.mention(body)))
        yield Event(
            "membership", span_of([noun]), roles,
            background=former, presupposed=is_told_beside(noun),
        )  # fmt: skip


def _one_of_its(one: "Token", people: People) -> Iterator[Event]:
    """'The Front said Odas was one of its fighters', 'Odas is one of the Guard's men'."""
    noun = object_after(one, "of")
    owner = child_of(noun, "poss") if noun is not None else None
    if noun is None or owner is None or is_negated(one.head) or owner.lower_ in _OWN:
        return
    if noun.lemma_.lower() in load_naming_words().members | _THEIRS:
        yield from _told(subject_of(one.head), whose_body(owner), noun, people)


_OWN = frozenset({"his", "her", "my", "your"})
_THEIRS = frozenset({"man", "woman", "own"})


def _loyal(word: "Token", people: People) -> Iterator[Event]:
    """'Odas, loyal to the Front,', 'Odas is loyal to it'."""
    person = word.head if word.dep_ != "acomp" else subject_of(word.head)
    yield from _told(person, object_after(word, "to"), word, people)


def _told(
    person: "Token | None", body: "Token | None", word: "Token", people: People
) -> Iterator[Event]:
    if person is None or body is None or not is_body_of(body, people):
        return
    if people.is_named(person) or person.lower_ in HE:
        roles = (Role("holder", people.mention(person)), Role("group", people.mention(body)))
        yield Event("membership", span_of([word]), roles)

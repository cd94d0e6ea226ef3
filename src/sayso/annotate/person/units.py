"""A parsed report in, which body it says is a part of another out, as memberships of the body.

'The Eagle Battalion, a unit of the Red Front', 'the Red Front's Eagle Battalion', 'the Guard is the armed wing
of the party', 'the Guard joined the Front'.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from sayso.annotate.parses import is_negated, object_after, span_of, subject_of
from sayso.annotate.person.described import People
from sayso.tables import read_shipped
from sayso.types import Event, Mention, Role, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@cache
def load_unit_words() -> tuple[frozenset[str], frozenset[str]]:
    """`data/unit_words.toml`: what a part is called, and verbs by which a body becomes one."""
    table = read_shipped("unit_words.toml")
    return frozenset(table["parts"]), frozenset(table["joining"])


def find_units(doc: "Doc", mentions: Sequence[Mention]) -> Iterator[Event]:
    """Memberships whose holder is a body."""
    people = People(doc, mentions)
    parts, joining = load_unit_words()
    for word in doc:
        lemma = word.lemma_.lower()
        if lemma in parts and word.pos_ in {"NOUN", "PROPN"} and word.dep_ in {"appos", "attr"}:
            yield from _called(word, people)
        elif lemma in joining and word.pos_ == "VERB":
            yield from _joined(word, people)
    for body in people.bodies():
        yield from _owned(body)


def _called(noun: "Token", people: People) -> Iterator[Event]:
    """'X, an armed wing of Y', 'X is a unit of Y', 'X, the wing that Y set up' is not told here."""
    if noun.dep_ == "attr" and is_negated(noun.head):
        return
    holder = noun.head if noun.dep_ == "appos" else subject_of(noun.head)
    whole = object_after(noun, "of", "within")
    if whole is None:
        whole = next((c for c in noun.children if c.dep_ == "poss"), None)
    yield from _membership(span_of([noun]), _body_at(holder, people), _body_at(whole, people))


def _joined(verb: "Token", people: People) -> Iterator[Event]:
    """'The Guard joined the Front', 'merged with it', 'split from it' (no longer)."""
    if is_negated(verb):
        return
    left = object_after(verb, "from")
    whole = next((c for c in verb.children if c.dep_ == "dobj"), None)
    whole = whole or object_after(verb, "with", "into", "to") or left
    found = _membership(
        span_of([verb]), _body_at(subject_of(verb), people), _body_at(whole, people)
    )
    for event in found:
        yield replace(event, background=left is not None and whole is left)


def _owned(body: Mention) -> Iterator[Event]:
    """The owner before a unit's own name: both with capitals, the owner of two words."""
    for mark in ("'s ", "’s "):
        owner, _, unit = body.words.partition(mark)
        first = unit.split(" ")[0]
        bare = owner.removeprefix("the ").removeprefix("The ")
        if not first[:1].isupper() or " " not in unit or " " not in bare or not _is_named(bare):
            continue
        start = body.span.start + len(owner) + len(mark)
        whole = Span(body.span.start + len(owner) - len(bare), body.span.start + len(owner))
        part = Span(start, body.span.stop)
        last = Span(body.span.stop - len(unit.split(" ")[-1]), body.span.stop)
        found = _membership(last, Mention(part, "group", unit), Mention(whole, "group", bare))
        yield from (replace(event, presupposed=True) for event in found)


def _membership(trigger: Span, part: Mention | None, whole: Mention | None) -> Iterator[Event]:
    if part is not None and whole is not None and not part.span.meets(whole.span):
        yield Event("membership", trigger, (Role("holder", part), Role("group", whole)))


def _is_named(words: str) -> bool:
    return all(word[:1].isupper() for word in words.split())


def _body_at(word: "Token | None", people: People) -> Mention | None:
    """The body with a name that the word is of."""
    if word is None:
        return None
    for body in people.bodies():
        if body.span.start <= word.idx < body.span.stop and any(c.isupper() for c in body.words):
            return body
    return None

"""A parsed report in, the words that a sentence sets for one person or body out, two and two."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.annotate.parses import is_negated, span_of, subject_of, text_of
from sayso.annotate.person.described import HE, People, holders_of
from sayso.types import Mention, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find_same(doc: "Doc", mentions: Sequence[Mention]) -> tuple[tuple[Span, Span], ...]:
    """Who it is, and the noun that says what he is: 'Odas, a medic', 'Odas is a medic', 'the medic Odas'."""
    people = People(doc, mentions)
    found = []
    for noun in doc:
        if (
            noun.tag_ not in {"NN", "NNP"}
            or people.is_named(noun)
            or noun.ent_type_ in {"GPE", "DATE"}
        ):
            continue
        found += [(_span(t, people), span_of([noun])) for t in holders_of(noun, people)[:1]]
        found += _predicates(noun, people)
    # "Karim Odas; his daughter Probina": what a semicolon parts is two.
    text = text_of(doc)
    return tuple(pair for pair in sorted(set(found)) if not _is_parted(pair, text))


def _is_parted(pair: tuple[Span, Span], text: str) -> bool:
    first, second = sorted(pair)
    return ";" in text[first.stop : second.start]


def _span(token: "Token", people: People) -> Span:
    named = people.name_at(token)
    return named.span if named is not None else span_of([token])


def _predicates(noun: "Token", people: People) -> Iterator[tuple[Span, Span]]:
    """'The captain was a grandson of Odas', 'that heir is Odas'."""
    if noun.dep_ not in {"nsubj", "attr"} or noun.head.lemma_ != "be" or is_negated(noun.head):
        return
    if noun.dep_ == "nsubj":
        named = (c for c in noun.head.children if c.dep_ == "attr" and people.is_named(c))
        yield from ((_span(c, people), span_of([noun])) for c in named)
        return
    subject = subject_of(noun.head)
    if subject is None or subject.lower_ in HE or people.is_named(subject):
        return
    is_one = subject.tag_ == "NN" and any(c.dep_ in {"det", "poss"} for c in subject.children)
    if is_one and any(c.dep_ in {"det", "poss"} for c in noun.children):
        yield span_of([subject]), span_of([noun])

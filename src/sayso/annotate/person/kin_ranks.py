"""The kin that a text told of together in, those out whom it then takes one by one.

'Ana Bor came with her two sisters. The eldest, Mai, ...', 'Lal, the eldest of four brothers, ... A
third, Gul, ...', 'her son, Anton ... A second son, Ivo, ...'.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.parses import child_of, head_at
from sayso.annotate.person.described import People, base_phrase, holders_of
from sayso.types import Event, Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

_SIBLINGS = frozenset({"brother", "sister", "sibling"})
_NEAR_CHARACTERS = 600  # about four sentences


@dataclass(frozen=True, slots=True)
class Told:
    """Several kin told together, or one: the noun for them, and whose they are."""

    noun: "Token"
    of: Mention
    is_one: bool = False


def taken_singly(
    told: Sequence[Event], people: People
) -> Iterator[tuple["Token", Mention, Mention]]:
    """The noun that told of them all, who is taken out of them, and whose kin he is."""
    groups = [*_groups_in(told, people), *_own_groups(people), *_single_kin(told, people)]
    if not groups:
        return
    for word in people.doc:
        if word.lower_ not in load_naming_words().birth_order:
            continue
        named = _named_at(word, people)
        near = [g for g in groups if 0 < word.idx - g.noun.idx < _NEAR_CHARACTERS]
        near = [g for g in near if (word.head.i <= g.noun.i and not g.is_one) or _may_be(word, g)]
        if named is not None and near:
            last = max(near, key=lambda g: g.noun.i)
            if last.of.words != named.words:
                yield last.noun, named, last.of


def _groups_in(told: Sequence[Event], people: People) -> Iterator[Told]:
    """'Her two sisters'."""
    for event in told:
        noun = head_at(people.doc, event.trigger)
        of = next((r.filler for r in event.roles if r.name == "kin"), None)
        persons = [r.filler for r in event.roles if r.name == "person"]
        if noun is None or of is None or noun.tag_ != "NNS":
            continue
        if noun.lemma_.lower() in load_naming_words().of_one_house and all(
            m.kind == "crowd" for m in persons
        ):
            yield Told(noun, of)


def _single_kin(told: Sequence[Event], people: People) -> Iterator[Told]:
    """'His son Anton', before 'a second son, Ivo'."""
    for event in told:
        noun = head_at(people.doc, event.trigger)
        of = [r.filler for r in event.roles if r.name == "kin"]
        is_one = noun is not None and noun.tag_ == "NN" and len(of) == 1
        if noun is not None and is_one and noun.lemma_.lower() in load_naming_words().of_one_house:
            yield Told(noun, of[0], is_one=True)


def _own_groups(people: People) -> Iterator[Told]:
    """'Odas, the eldest of four brothers', 'is one of three sisters'."""
    for word in people.doc:
        if word.lower_ not in load_naming_words().birth_order | {"one"}:
            continue
        prep = next((c for c in word.children if c.dep_ == "prep" and c.lower_ == "of"), None)
        noun = child_of(prep, "pobj") if prep is not None else None
        if noun is None or noun.tag_ != "NNS" or noun.lemma_.lower() not in _SIBLINGS:
            continue
        if child_of(noun, "poss") is None and child_of(noun, "nummod") is not None:
            yield from (Told(noun, people.mention(t)) for t in holders_of(word, people)[:1])


def _named_at(word: "Token", people: People) -> Mention | None:
    """'The eldest, Mai,', 'of the other, Mai, nothing is known', 'the youngest brother, Lal,'."""
    noun = word
    if word.dep_ == "amod" and word.i < word.head.i and word.nbor().text != ",":
        noun = word.head
        if (
            noun.lemma_.lower() not in load_naming_words().of_one_house
            or child_of(noun, "poss") is not None
        ):
            return None
        if any(c.lower_ in {"of", "to"} for c in noun.children):
            return None
    elif word.pos_ in {"ADV", "VERB"} or _has_of(word):
        return None
    after = people.name_set_after(noun)
    if after is not None:
        return people.mention(after)
    return base_phrase(noun) if noun is not word and noun.tag_ == "NN" else None


def _has_of(word: "Token") -> bool:
    """'The eldest of four': whoever it is, is told beside it."""
    return any(c.dep_ == "prep" and c.lower_ == "of" for c in word.children)


def _may_be(word: "Token", group: Told) -> bool:
    """Whether a noun beside the rank is that of those told together."""
    if word.dep_ != "amod":
        return not group.is_one
    return word.head.lemma_.lower() == group.noun.lemma_.lower()

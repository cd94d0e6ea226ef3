"""A parsed report in, whom it says that somebody calls something out: 'called him “a coward”'."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.annotate.person.described import base_phrase
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.types import Mention, MentionKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OBJECTS: dict[str, MentionKind] = {"him": "person", "her": "person", "them": "crowd"}
_QUOTES = frozenset("\"“‘'")


def find_called(doc: "Doc") -> Iterator[Mention]:
    """Pronouns and descriptions right behind a verb of calling: those that are named stand without it."""
    for verb in doc:
        if (
            verb.lemma_.lower() not in load_saying_words().calling
            or verb.pos_ != "VERB"
            or verb.i + 2 >= len(doc)
        ):
            continue
        whom, after = verb.nbor(), verb.nbor(2)
        kind = _OBJECTS.get(whom.lower_)
        is_told = after.text in _QUOTES or after.lower_ in {"as", "a", "an", "the"}
        if kind == "crowd" or (kind is not None and is_told):
            yield Mention(Span(whom.idx, whom.idx + len(whom)), kind, whom.text)
        elif whom.dep_ in {"det", "poss"}:
            yield from _described(whom)


def _described(first: "Token") -> Iterator[Mention]:
    """'Called the mayor “...”', 'called its old comrade “...”'."""
    noun = first.head
    if noun.pos_ == "NOUN" and not noun.ent_type_ and noun.i + 1 < len(noun.doc):
        after = noun.nbor()
        if noun.left_edge.i == first.i and (after.text in _QUOTES or after.lower_ == "as"):
            yield base_phrase(noun)

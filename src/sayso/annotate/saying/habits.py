"""The words that somebody says in, whether they tell what he used to do and no promise out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_habit(verb: "Token", content: Sequence["Token"]) -> bool:
    """'"I would tell the joke, and she would laugh"': in one's own words no later tense.

    Told by another, 'would' is the 'will' of a promise: 'he said he would answer'.
    """
    is_own = content[0].is_quote and bool(content[0].text.strip())
    return is_own and any(c.dep_ == "aux" and c.lower_ in _WOULD for c in verb.children)


_WOULD = frozenset({"would", "'d", "’d"})

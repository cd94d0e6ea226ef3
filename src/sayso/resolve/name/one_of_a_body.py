"""A mention in, whether it is a body or people, or only one man of it, or a word for what is theirs."""

import re

from sayso.resolve.name.callings import is_body, is_many
from sayso.resolve.name.figures import Figure
from sayso.resolve.name.references import head_noun, is_thing
from sayso.types import Mention

_OF_A_PEOPLE = re.compile(r"(?:the )?[A-Z]\w+an", re.DOTALL)
_NOUN_NEXT = re.compile(
    r" (?!(?:said|says|was|were|had|has|have|is|are|will|would|could|did|and|or|but|of|in|on|at|to|who|that|from"
    r"|by|with|as|after|when|while)\b)[a-z]"
)


def are_of_a_kind(mention: Mention, figure: Figure) -> bool:
    """'An officer of the guard' speaks for his army, and is not it: 'he' is the officer."""
    if not (mention.entity or "").startswith("group/"):
        return True
    return _is_one_man(mention) == _is_one_man(figure.best)


def _is_one_man(mention: Mention) -> bool:
    noun = head_noun(mention.words)
    return mention.kind == "role" and not (is_many(noun) or is_body(noun) or is_thing(mention))


def only_describes(mention: Mention, text: str) -> bool:
    """'By the Solvian calendar': no people, but of what kind the calendar is."""
    is_bare = mention.kind == "group" and _OF_A_PEOPLE.fullmatch(mention.words) is not None
    return is_bare and _NOUN_NEXT.match(text, mention.span.stop) is not None

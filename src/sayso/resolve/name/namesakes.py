"""A named mention in; whether the report tells of it as another of the same name, out."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.types import Mention

_ALSO = re.compile(r"(?:\balso (?:named|called)|(?<=, )also|\bnamesake,?|\bof the same name,) $")
_ANOTHER = re.compile(r"\b(?:[Aa]nother|[Aa] (?:second|different)) $")
_WHO = re.compile(r", (?:an?|the|aged|from|\d\d)\b")  # he is told of for the first time
NAMESAKE = "-namesake"


def tell_apart(mention: Mention, before: Sequence[Mention], text: str) -> Mention:
    """'A colonel, also named Karim Odas', after a Karim Odas: another man, with an id of his own."""
    entity = mention.entity
    if entity is None or mention.kind != "person" or " " not in (mention.name or ""):
        return mention
    start = mention.span.start
    is_told = _ALSO.search(text, max(0, start - 24), start) is not None or (
        _ANOTHER.search(text, max(0, start - 24), start) is not None
        and _WHO.match(text, mention.span.stop) is not None
    )
    is_known = any(one.entity == entity and one.span.stop < start for one in before)
    return replace(mention, entity=f"{entity}{NAMESAKE}") if is_told and is_known else mention

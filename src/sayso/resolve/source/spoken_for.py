"""A source's words and the groups that its report names in; the one for which it speaks, out."""

import re
from collections.abc import Iterable, Mapping

from sayso.resolve.name.folding import fold_name
from sayso.types import Mention

_VOICE = (
    r"(?:spokes(?:man|woman|person|people|men|women)|statement|communiqu[eé]|mouthpiece"
    r"|press (?:office|officer|secretary|service))s?"
)
_FOR = re.compile(rf"\b{_VOICE} (?:for|of|by|from) (?:the )?(?P<group>[^,;]+)", re.IGNORECASE)
_OF = re.compile(rf"(?P<group>[^,;]+) {_VOICE}\b", re.IGNORECASE)
GROUP = "group/"


def group_spoken_for(words: str, groups: Mapping[str, str]) -> str | None:
    """The organisation's id in 'a spokesman for the Red Front', 'Red Front spokesman'; None: for none of these.

    groups: folded name -> id, of the report's named groups
    """
    if not groups:
        return None
    for found in (*_FOR.finditer(words), *_OF.finditer(words)):
        folded = f" {fold_name(found['group'])} "
        named = [name for name in groups if f" {name} " in folded]
        if named:
            return groups[max(named, key=len)]
    return None


def named_groups(mentions: Iterable[Mention]) -> Mapping[str, str]:
    """Folded name -> id, of the groups with a name; one-letter words of names are none."""
    found = {}
    for one in mentions:
        name = fold_name(one.name or one.words).removeprefix("the ")
        if one.kind == "group" and (one.entity or "").startswith(GROUP) and len(name) > 1:
            found[name] = (one.entity or "").removeprefix(GROUP)
    return found

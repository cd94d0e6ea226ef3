"""A group's words in, the name of the body itself out: without its owner before it or its voice behind it."""

import re

# An owner of one word may be a part of the name: "the People's Militia", "the Lord's Army".
_OWNED = re.compile(r"(?P<owner>\S+ .*\S)['’]s? (?P<unit>[A-Z]\S* .*\S)$")
_VOICE = re.compile(r"(?<=\S) (?:spokes(?:man|woman|person|people|men|women))$", re.IGNORECASE)


def body_name(words: str) -> str:
    """'Red Front's Eagle Battalion': the Eagle Battalion, as the next sentence calls it; 'Red Front spokesman':
    the Red Front."""
    words = _VOICE.sub("", words)
    found = _OWNED.match(words)
    if found is None or not all(word[:1].isupper() for word in found["owner"].split()):
        return words
    return found["unit"]

"""The words for a source without a name in; whether it is some of a body's men, or people who were there, out."""

import re

from sayso.resolve.name.callings import is_body, singular
from sayso.resolve.name.folding import fold_name
from sayso.resolve.source.kinds import kind_in
from sayso.types import Basis, Source, SourceKind, Span

RELATIVE = re.compile(
    r",? (?:who|whose|which)\b(?! (?:asked|declined|refused|spoke))", re.IGNORECASE
)


def apposed(source: Span, text: str) -> str:
    """'An inspector of mines', after 'the official, an inspector of mines who asked not to be named,'."""
    found = _APPOSED.match(text, source.stop)
    words = RELATIVE.split(found[1])[0] if found is not None else ""
    kind = kind_in(words) if words else None
    return f", {words}" if kind is not None and kind.by_head else ""  # not "a day after the raid"


_APPOSED = re.compile(r",\s(an?\s[^,.;:\"“”\n]{3,80}),")


def was_there(kind: SourceKind, words: str, side: str | None) -> bool:
    """Whether people without a name are such as see for themselves what they tell: 'residents', 'a
    nurse', 'local officials', 'wounded soldiers'; whoever speaks for a side is not."""
    if kind in {"witness", "rescuer", "detainee", "medic"}:
        return True
    return side is None and _ON_THE_SPOT.search(words) is not None


_ON_THE_SPOT = re.compile(
    r"\b(?:local|village|town|district|municipal)"
    r" (?:officials?|elders?|leaders?|heads?|chiefs?|police|administrators?)\b"
    r"|\b(?:wounded|injured|surviving) \w+",
    re.IGNORECASE,
)


def keeps_lists(kind: SourceKind, words: str) -> bool:
    """Whether it is one who heads a hospital or morgue, and so has its lists of dead and wounded."""
    return kind == "medic" and _HEADING_HOUSE.search(words) is not None


_HOUSE = r"(?:hospital|clinic|infirmary|morgue|mortuary)"
_HEAD = r"(?:director|chief|head|manager|administrator|superintendent)"
_HEADING_HOUSE = re.compile(
    rf"\b{_HOUSE}(?:['’]s)? {_HEAD}\b|\b{_HEAD} of [^,;]{{0,40}}{_HOUSE}\b", re.IGNORECASE
)


def are_some(words: str) -> bool:
    """'Northern officers': several men of the army, none of them named, and not its command."""
    noun = fold_name(first_words(words)).split()[-1:]
    one = singular(noun[0]) if noun else ""
    if not noun or one == noun[0] or is_body(one) or words.lower().startswith("the "):
        return False
    found = kind_in(one)
    return found is not None and found.kind in _SERVING


def first_words(words: str) -> str:
    """'Northern officers' of 'northern officers in the valley'."""
    return _AFTER_NOUN.split(words)[0]


_AFTER_NOUN = re.compile(r",| (?:of|in|at|from|on|who|with|near)\b")
_SERVING = frozenset({"military", "government", "intelligence", "medic"})


# How a reporter knows what he tells of himself; what an 'I' thinks, fears and wants is its writer's view.
_OF_REPORTERS: frozenset[Basis] = frozenset({"saw", "record", "told_by"})


def is_writer(words: str, basis: Basis | None) -> bool:
    """'I fear', 'I know'; but 'I saw' and 'I was told' are the paper's own reporter."""
    return fold_name(words) == "i" and basis not in _OF_REPORTERS


def writer(basis: Basis | None) -> Source:
    """'I fear that it will go on', in a piece by a guest: whoever wrote it, and not the paper."""
    return Source(
        "the writer", None, "speaker", "unknown", "unnamed", None, None, basis or "not_stated"
    )

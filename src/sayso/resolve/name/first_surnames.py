"""A surname with a title, before any full name of it, in; the full names that it may be short for, out.

'General Odas gave himself up. I. Odas, the police colonel, had fallen in May.' are two.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from sayso.event_types import load_event_types
from sayso.resolve.kindred import kind_of_kin
from sayso.resolve.name.callings import calling_of
from sayso.resolve.name.folding import fold_name
from sayso.resolve.name.kin_namesakes import kin_word
from sayso.resolve.name.titles import load_offices, rank_of, title_before
from sayso.types import Mention

_TOLD_AFTER = re.compile(r"(?: [A-Z][\w-]+)?,? (an?|the) ((?:[a-z][\w-]* ?){1,3})")
_OF = re.compile(r" (?:of|for|in|from|at|who|with|and|on) .*| $")
_CLOSE = frozenset(
    {"child", "spouse"}
)  # "His wife mourned her husband, Karim Odas": of Odas before


def without_those_to_come(
    mention: Mention, full: Mapping[str, str], firsts: Mapping[str, Mention], text: str
) -> Mapping[str, str]:
    """The full names without those that the report brings up only later, and as another's.

    firsts: by folded full name, the first mention that has it
    """
    title = title_of(mention, text)
    if title is None:
        return full
    others = {
        key
        for key in full
        if key in firsts
        and firsts[key].span.start > mention.span.start
        and _is_anothers(firsts[key], title, text)
    }
    return {key: name for key, name in full.items() if key not in others} if others else full


def same_before(mention: Mention, name: str, before: Sequence[Mention], text: str) -> str | None:
    """The surname that stands for one of the same title before: 'General Odas ... General Odas'."""
    title = title_of(mention, text)
    known = (
        one.name for one in before
        if one.kind == "person" and one.name is not None and fold_name(one.name) == fold_name(name)
        and title is not None and title_of(one, text) == title
    )  # fmt: skip
    return next(known, None)


def title_of(mention: Mention, text: str) -> str | None:
    """The last word of the office or rank before a surname alone: 'general'; None: none, or a whole name."""
    *titles, _ = mention.words.split() or [""]
    before = title_before(text, mention.span.start).split()
    words = [fold_name(word.rstrip(".")) for word in (*before, *titles)]
    is_told = bool(words) and all(word in load_offices() for word in words)
    return words[-1] if is_told else None


def _is_anothers(first: Mention, title: str, text: str) -> bool:
    """Whether a full name is brought up as another's than his who has the title: kin, a rank, a trade."""
    start = first.span.start
    kin = _kin_before().search(text, max(0, start - 50), start)
    if kin is not None:
        opening = text.rfind(". ", 0, start) + 1
        is_told_by_kin = kin_word().search(text, opening, kin.start()) is not None
        return not (kin["of"] and is_told_by_kin and kind_of_kin(kin["kin"]) in _CLOSE)
    after = _TOLD_AFTER.match(text, first.span.stop)
    noun = _OF.sub("", f"{after[2]} ").split()[-1] if after is not None else ""
    rank = rank_of(title)
    others = rank_of(title_before(text, start)) or rank_of(noun)
    if rank is not None and others is not None:
        return rank != others
    is_new = after is not None and after[1] != "the" and noun in _trades()
    is_his = rank is not None or {title, calling_of(title)} & _trades()
    return is_new and bool(is_his) and calling_of(noun) != calling_of(title)


@cache
def _trades() -> frozenset[str]:
    return frozenset(load_event_types()["occupation"].nouns)


@cache
def _kin_before() -> re.Pattern[str]:
    kin = rf"(?P<kin>{kin_word().pattern})"
    return re.compile(rf"(?:['’]s?|(?P<of>\b(?:[Hh]is|[Hh]er))) (?:[\w-]+ ){{0,2}}?{kin},? $")

"""In: one line by itself. Out: whether it is a caption, a byline or a dateline by its wording."""

import re
from functools import cache

from sayso.read.dates import parse_printed
from sayso.read.furniture import any_of, fold, table_of

# In words. A caption can be long; the rest are lines.
_LONGEST_CAPTION = 90
_LONGEST_CREDIT = 10
_LONGEST_CREDIT_ALONE = 6
_LONGEST_BYLINE = 20
_LONGEST_DATELINE = 14

_BRACKETS_LAST = re.compile(r"[(\[]([^()\[\]]{2,80})[)\]]\s*\Z")
_STOP_BEFORE = re.compile(r"[.!?…][\"'”’]?\s*\Z")
_PERSON_AND_HOUSE = re.compile(r"[A-Z][\w.'’-]*(?: [\w.'’-]+){1,4} ?/ ?[A-Z][\w.'’ -]*\Z")
_CREDIT_LAST = re.compile(
    r"(?:\A|[.!?”\"'’)]\s+|\s)(?:Photo|Photograph|Picture|Image|Credit|Photo credit|Image credit"
    r"|Video)s?(?: by)?: ?[A-Z][^.!?:]{1,60}\.?\Z"
)
_CITY_FIRST = re.compile(r"[A-Z][A-Z'’. -]{2,}[,/( ]")
_NO_SENTENCE = re.compile(r"(?:[-–—)]|\d\.?)\Z")
_MONTH_OR_AGENCY = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d"
    r"|\((?:reuters|ap|afp)\)"
)
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")


def is_caption(words: str) -> bool:
    """Whether the line ends with a credit, or begins as only captions do."""
    if len(words.split()) > _LONGEST_CAPTION:
        return False
    if _caption_openings().match(fold(words)) or _CREDIT_LAST.search(words):
        return True
    brackets = _BRACKETS_LAST.search(words)
    if brackets is None:
        return _is_credit_alone(words)
    inside, before = brackets[1], words[: brackets.start()]
    is_credit = len(inside.split()) <= _LONGEST_CREDIT and _credit_words().search(fold(inside))
    if is_credit or _PERSON_AND_HOUSE.match(inside):
        return True
    return bool(_agencies().search(inside)) and not _STOP_BEFORE.search(before)


def is_byline(words: str) -> bool:
    """Whether the line names who wrote the report and says nothing else."""
    line = words.strip("() ")
    if len(line.split()) > _LONGEST_BYLINE:
        return False
    if _byline_closings().search(fold(line)):
        return True
    opening = _byline_openings().match(fold(line))
    if opening is None:
        return False
    names = re.split(r"[\s,;:/|&]+", line[opening.end() :].rstrip("."))
    names = [name for name in names if name and name not in "–—-"]
    small = frozenset(table_of("byline")["small_words"])
    if not names or not _is_name(names[0]) or _is_time(names[0]):
        return False
    return all(_is_name(name) or name in small for name in names)


def is_dateline(words: str) -> bool:
    """Whether the line gives a place or a date of writing and says nothing else."""
    if len(words.split()) > _LONGEST_DATELINE:
        return False
    if _YEAR.search(words) and parse_printed(words) is not None:
        return True
    is_open = bool(_CITY_FIRST.match(words) and _NO_SENTENCE.search(words))
    return is_open and _MONTH_OR_AGENCY.search(fold(words)) is not None


def _is_credit_alone(words: str) -> bool:
    names = re.split(r"\s*/\s*", words.rstrip("."))
    is_short = len(words.split()) <= _LONGEST_CREDIT_ALONE
    return is_short and len(names) > 1 and any(_agencies().fullmatch(name) for name in names)


def _is_name(word: str) -> bool:
    return word[0].isalpha() and not word[0].islower()


def _is_time(word: str) -> bool:
    times = (
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:janu|febru)ary|march|april|may|june|july"
    )
    return re.fullmatch(times + r"|august|(?:septem|octo|novem|decem)ber", word.lower()) is not None


@cache
def _caption_openings() -> re.Pattern[str]:
    return re.compile(any_of(table_of("caption")["openings"]))


@cache
def _credit_words() -> re.Pattern[str]:
    return re.compile(any_of(table_of("caption")["credit_words"]))


@cache
def _agencies() -> re.Pattern[str]:
    return re.compile(any_of(table_of("caption")["agencies"]))


@cache
def _byline_openings() -> re.Pattern[str]:
    return re.compile(any_of(table_of("byline")["openings"]))


@cache
def _byline_closings() -> re.Pattern[str]:
    return re.compile(any_of(table_of("byline")["closings"]))

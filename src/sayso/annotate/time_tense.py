"""The words around a time expression in, whether they speak of what is behind or ahead out."""

import re
from functools import cache
from typing import Literal

from sayso.annotate.time_forms import Told
from sayso.annotate.time_words import any_of, load_time_words

Tense = Literal["past", "future"]

_BEFORE, _AFTER = 90, 60  # characters; a clause is seldom longer
_NO_VERB = (
    "(?:hundred|need|indeed|speed|bed|red|seed|feed|shed|deed|breed|weed|creed|sacred|naked|united"
    "|hatred|indebted|so-called)"
)
_TO_BE = r"(?:will|would|shall|may|should|must|to)(?:\s(?:not|also|soon|later|never))?\sbe\s\w+"
_SENTENCE_END = re.compile(r"[.!?][”\"')]*\s+(?=[“\"'(A-Z])|\n")
_ABBREVIATED = re.compile(
    r"\b(?:[A-Z]|[ap]\.m|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Capt|Maj|Sen|Rep|Gov|Rev|Prof|St|Inc|Corp|Co|Ltd"
    r"|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec)$"
)


def tense_of(told: Told) -> Tense | None:
    """By the nearest verb before the words in their sentence, else the first after; None: no verb."""
    marks = _marks()
    beside = tense_beside(told)
    if beside is not None:
        return beside
    after = marks.search(_rest_of_sentence_after(told))
    return _tense(after) if after is not None else None


def tense_beside(told: Told, *, within: int = _BEFORE) -> Tense | None:
    """By the last verb in so many characters before the words; None: there is none."""
    words = _rest_of_sentence_before(told)
    found = [mark for mark in _marks().finditer(words) if mark.end() >= len(words) - within]
    return _tense(found[-1]) if found else None


def _tense(mark: re.Match[str]) -> Tense:
    return "future" if mark["future"] else "past"


@cache
def _marks() -> re.Pattern[str]:
    lists = load_time_words().lists
    return re.compile(
        rf"(?P<future>\b{_TO_BE}|(?<!\w){any_of(lists['future'])}(?!\w|\sof\b))"
        rf"|\b(?P<past>{any_of(lists['past'])}|(?!{_NO_VERB}\b)[a-z]{{2,}}ed)\b",
        re.IGNORECASE,
    )


def _rest_of_sentence_before(told: Told) -> str:
    words = told.before(_BEFORE)
    ends = [
        end.end()
        for end in _SENTENCE_END.finditer(words)
        if not _ABBREVIATED.search(words[: end.start()])
    ]
    return words[ends[-1] :] if ends else words


def _rest_of_sentence_after(told: Told) -> str:
    words = told.after(_AFTER)
    end = _SENTENCE_END.search(words)
    return words[: end.start()] if end else words

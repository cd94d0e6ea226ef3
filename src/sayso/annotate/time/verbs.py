"""Words of a sentence in, the verbs among them that tell what is behind or ahead out."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sayso.annotate.time.words import any_of, load_time_words

Tense = Literal["past", "future"]

_NO_VERB = (
    "(?:hundred|need|indeed|speed|bed|red|seed|feed|shed|deed|breed|weed|creed|sacred|naked|united"
    "|hatred|indebted|so-called|un(?:specified|disclosed|expected|identified|named|precedented|changed|limited|related))"
)
_TO_DO = (  # "agreed to meet"; but "planned to" in "had planned to" is behind
    r"(?:agree|decide|promise|vow|pledge|threaten|offer|urge|invite|propose|prepare|ask|order(?!ed\sto\s(?:pay|serve|stand)))e?[sd]?\sto"
    r"|(?:agree|decide|vow|threaten)e?[sd]?\s(?:(?:(?:last|late|early|on|in)\s){0,2}\w+(?:day|uary|rch|ril|une|uly|gust|ber|week|month|year)|in\sMay)\sto"
)
_NOT_ANY_MORE = (
    r"had\s(?:been\s)?(?:due|scheduled|expected|planned|hoped|set|supposed)(?:\sto\s\w+)?"
)
_NO_VERB_AT_ALL = r"as\s(?:\w+\s)?(?:planned|expected|scheduled)|(?:not|up)\suntil"
_COME = r"come(?=\s$)"  # "come November"
_IS_ON = r"(?:is|are)(?=(?:\son)?\s$)"  # "the vote is on 3 June"; what ends there stands before it
_PUT_OFF = (  # "put off to October", "pushed back until Monday"
    r"(?:put|pushed|moved|postponed|delayed|deferred|adjourned|extended)(?:\s(?:off|back|forward))?\s(?:to|until|till)(?=\s$)"
)
_COULD_BY = r"(?:could|can)(?!\snot|\sbe\s(?:seen|heard|felt))(?=(?:\s[\w-]+){1,6}\sby\s$)"
_UNDER = (  # "if no pact is", and what is struck
    r"(?:if|unless|once|until|when|before|as\ssoon\sas)\s(?:(?!that\b)[\w-]+\s){1,5}(?:is|are)\s(?:not\s)?"
)
_RIGHT_BEFORE = r"(?=(?:\s(?:on|in|by|next))?\s$)"  # "is heard on Monday"
_TO_ITS_END = (
    r"(?=(?:\s[\w-]+){0,3}\s(?:until|till|through|by)\s$)"  # "stay in the hall until Monday"
)
_LIKELY = (
    r"likely(?:\sto\b|(?=(?:\s(?:on|by|before|until))?\s$))"  # not "likely that Monday's raid was"
)
_IS_DOING = (  # "the two sides are meeting on Thursday": planned, as no crash or search is
    r"(?:is|are|be)\s(?:also\s)?(?:meeting|holding|hosting|visiting|flying|travell?ing|returning|arriving|leaving"
    r"|departing|starting|beginning|opening|closing|launching|releasing|speaking|playing|facing|voting|appearing)"
)
_NOT_BARE = (
    r"(?<!\bto\s)(?<!will\s)(?<!ould\s)(?<!\bmay\s)(?<!might\s)(?<!\bcan\s)(?<!must\s)(?<!\bnot\s)"
    r"(?<!['’]ll\s)(?<!getting\s)"
)
_TO_BE = (
    r"(?:will|would|shall|may|should|must|(?:(?:is|are|was|were)\s)?to)"
    r"(?:\s(?:not|also|soon|later|never))?\sbe\s\w+"
)
_NAMES = r"(?-i:May|Will\s[A-Z])\b"  # a month and a man
_NO_SUBJECT = re.compile(  # 'to meet', 'tax returns', 'of votes', 'his visits'
    r"(?:\b(?:to|the|tax|of|his|her|their)|\d|['’]s|s['’])\s$", re.IGNORECASE
)
_MANY = re.compile(  # 'the clans vote', 'they vote'
    r"(?:\b(?:they|we)|(?!(?:is|was|has|does|his|its|this|us|thus|always|perhaps|less|yes|as)\s)\b[a-z]+s)\s$",
    re.IGNORECASE,
)
_ONE_WORD = 24  # characters; longer than most words
_REACH = {"planned": 90, "planned_nearby": 30, "scheduled": 48, "scheduled_of_many": 48}
_TURNS = re.compile(  # what follows hangs on other words than the verb
    r"[,;:]|\b(?:after|since|following|despite|amid|as|that|which|who|from|about|over|of\sthe|of\shis|against)\b"
)


@dataclass(frozen=True, slots=True)
class Verb:
    """tense: as seen from a time told after it; tense_before: from one told before it.

    start, stop: where it stands in the words searched
    """

    tense: Tense
    tense_before: Tense | None
    start: int
    stop: int


def find_verbs(words: str) -> list[Verb]:
    """Those that tell a tense, by form or by list."""
    found = []
    for mark in _marks().finditer(words):
        if mark["no_verb"] is not None:
            continue
        tense: Tense = "future" if mark["future"] else "past"
        before: Tense | None = tense
        if mark["can"] is not None:
            before = None
        elif (mark["to_do"] or "").endswith("d to"):  # "On Monday they agreed to meet" is behind
            before = "past"
        found.append(Verb(tense, before, *mark.span()))
    return found


def find_plans(words: str) -> list[Verb]:
    """Present tenses of what is planned, which reach to the end of the words: 'the court hears the case on'."""
    return [
        Verb("future", None, start, stop)
        for kind, start, stop in _find_present(words)
        if stop >= len(words) - _REACH[kind]
        and (kind.startswith("planned") or not _TURNS.search(words, stop))
    ]


def find_scheduled(words: str) -> list[Verb]:
    """Present tenses of what is set beforehand, at the beginning of the words: 'On Monday the court hears'."""
    return [
        Verb("future", "future", start, stop)
        for kind, start, stop in _find_present(words)
        if kind.startswith("scheduled")
        and start <= _REACH["planned_nearby"]
        and not _TURNS.search(words, 1, start)
    ]


def _find_present(words: str) -> list[tuple[str, int, int]]:
    found = []
    for mark in _present().finditer(words):
        kind, start = mark.lastgroup or "", mark.start()
        before = words[max(0, start - _ONE_WORD) : start]
        is_many = kind == "scheduled_of_many"
        if start and (words[start - 1].isalnum() or _NO_SUBJECT.search(before)):
            continue
        if start and words[start].isupper():  # on "Meet the Press"
            continue
        if not is_many or _MANY.search(before):
            found.append((kind, start, mark.end()))
    return found


@cache
def _present() -> re.Pattern[str]:
    """Begins with the words themselves, and not with what stands before them, which is slow to try."""
    lists = load_time_words().lists
    return re.compile(
        "|".join(rf"(?P<{kind}>{any_of(lists[kind])}(?!\w))" for kind in _REACH), re.IGNORECASE
    )


@cache
def _marks() -> re.Pattern[str]:
    lists = load_time_words().lists
    return re.compile(
        rf"\b(?P<no_verb>{_NO_VERB_AT_ALL})\b|\b(?:{_NOT_ANY_MORE})\b|\b(?P<refused>would(?:\snot|n['’]t)\s{any_of(lists['refused'])})\b"
        rf"|(?P<future>\b{_TO_BE}|\b(?P<to_do>{_TO_DO})\b|\b{_IS_ON}|\b{_COME}|\b{_PUT_OFF}|\b{_COULD_BY}"
        rf"|\b{_UNDER}(?:\w+ed|{any_of(lists['participles'])})|\b(?:is|are)\s{any_of(lists['arranged'])}{_RIGHT_BEFORE}"
        rf"|\b(?P<can>can\s(?:be\s)?(?!{any_of(lists['not_ahead_after_can'])}\b)\w+)|\b{any_of(lists['lasting'])}{_TO_ITS_END}"
        rf"|\b{_IS_DOING}\b|\b{_LIKELY}|(?<!\w)(?!{_NAMES}){any_of(lists['future'])}(?!\w|\sof\b))"
        rf"|\b(?P<past>{any_of(lists['past'])}|{_NOT_BARE}{any_of(lists['same_in_past'])}|(?!{_NO_VERB}\b)[a-z]{{2,}}ed)\b",
        re.IGNORECASE,
    )


def is_past_beside(words: str) -> bool:
    """Whether a verb that is behind opens the words, after a space."""
    mark = _marks().match(words, 1) if words.startswith(" ") else None
    return mark is not None and mark["past"] is not None


def leads_ahead(words: str) -> bool:
    """'braced for the': what follows is ahead, whatever its verb says."""
    return _ahead_of().search(words) is not None


@cache
def _ahead_of() -> re.Pattern[str]:
    return re.compile(
        rf"\b{any_of(load_time_words().lists['ahead_of'])}\s(?:the\s)?$", re.IGNORECASE
    )

"""The words around a time expression in, whether they speak of what is behind or ahead out."""

import re
from functools import cache
from operator import itemgetter
from typing import Literal

from sayso.annotate.time_forms import Told
from sayso.annotate.time_words import any_of, load_time_words

Tense = Literal["past", "future"]

_BEFORE, _AFTER = 90, 90  # characters; a clause is seldom longer
_LEADS_TO_NOUN = re.compile(  # "will vote in Sunday's ballot"; but "would look beyond Sunday's ballot"
    r"\b(?:in|at|(?<!responsible\s)(?<!blame\s)(?<!blamed\s)for|before|until|during|of|await(?:s|ing)?)\s(?:the\s)?$"
)
_ADVERB = re.compile(r"^\s[a-z]+ly\s")
_NEARBY = 30  # characters between "leaves" and "Monday"
_BESIDE = 16  # characters from a verb to words that hang on it
_UNTIL = re.compile(r"^\W*(?:Until|Till|Before)\s$")
_NO_VERB = (
    "(?:hundred|need|indeed|speed|bed|red|seed|feed|shed|deed|breed|weed|creed|sacred|naked|united"
    "|hatred|indebted|so-called|un(?:specified|disclosed|expected|identified|named|precedented|changed|limited|related))"
)
_TO_DO = (  # "agreed to meet"; but "planned to" in "had planned to" is behind
    r"(?:agree|decide|promise|vow|pledge|threaten|offer|urge|invite|propose|prepare|ask|order)e?[sd]?\sto"
    r"|(?:agree|decide|vow|threaten)e?[sd]?\s(?:(?:(?:last|late|early|on|in)\s){0,2}\w+(?:day|uary|rch|ril|une|uly|gust|ber|week|month|year)|in\sMay)\sto"
)
_NOT_ANY_MORE = (
    r"had\s(?:been\s)?(?:due|scheduled|expected|planned|hoped|set|supposed)(?:\sto\s\w+)?"
)
_NO_VERB_AT_ALL = r"as\s(?:\w+\s)?(?:planned|expected|scheduled)|(?:not|up)\suntil"
_IS_ON = r"(?:is|are)(?=(?:\son)?\s$)"  # "the vote is on 3 June"; what ends there stands before it
_PUT_OFF = (  # "put off to October", "pushed back until Monday"
    r"(?:put|pushed|moved|postponed|delayed|deferred|adjourned|extended)(?:\s(?:off|back|forward))?\s(?:to|until|till)(?=\s$)"
)
_COULD_BY = r"(?:could|can)(?!\snot|\sbe\s(?:seen|heard|felt))(?=(?:\s[\w-]+){1,6}\sby\s$)"
_IF = r"(?:if|unless)\s(?:[\w-]+\s){1,5}(?:is|are)\s(?:not\s)?(?:\w+ed|met|found|made|held|paid|reached|given|sent)"
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
_SENTENCE_END = re.compile(r"[.!?][”\"')]*\s+(?=[“\"'(A-Z])|\n")
_ABBREVIATED = re.compile(
    r"\b(?:[A-Z]|[ap]\.m|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Capt|Maj|Sen|Rep|Gov|Rev|Prof|St|Inc|Corp|Co|Ltd"
    r"|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec)$"
)


def tense_of(told: Told) -> Tense | None:
    """By the nearest verb before the words in their sentence, else the first after; None: no verb."""
    before = tense_beside(told)
    after = _tenses(_rest_of_sentence_after(told))
    first_after = after[0][0] if after else None
    if told.after(2) in {"'s", "’s"}:  # "Monday's ruling was": its own verb follows
        if _ahead_of().search(told.before(24)):
            return "future"
        is_tied = _LEADS_TO_NOUN.search(told.before(20)) is not None
        return first_after or (before if is_tied else None)
    if _UNTIL.search(_rest_of_sentence_before(told)):  # "Until Friday, they had not met"
        return first_after or before
    if before == "future" and _is_parted_from_verb(told):
        return "past"
    return before or first_after


def _is_parted_from_verb(told: Told) -> bool:
    """'to be shelled again after a mortar on Monday badly wounded two': behind, by its own verb."""
    if tense_beside(told, within=_BESIDE) is not None:  # "a ballot planned for Monday was"
        return False
    words = _ADVERB.sub(" ", _rest_of_sentence_after(told), count=1)
    mark = _marks().match(words, 1) if words.startswith(" ") else None
    return mark is not None and mark["past"] is not None


def tense_beside(told: Told, *, within: int = _BEFORE) -> Tense | None:
    """By the last verb in so many characters before the words; None: there is none."""
    words = _rest_of_sentence_before(told)
    marks: list[tuple[Tense, int]] = [
        *_tenses(words),
        *(("future", mark.end()) for mark in _plans("planned").finditer(words)),
        *(
            ("future", mark.end())
            for mark in _plans("planned_nearby").finditer(words)
            if mark.end() >= len(words) - _NEARBY
        ),
    ]
    tense, stop = max(marks, key=itemgetter(1), default=(None, 0))
    return tense if stop >= len(words) - within else None


def _tenses(words: str) -> list[tuple[Tense, int]]:
    """Of each verb the tense, and where it ends."""
    return [
        ("future" if mark["future"] else "past", mark.end())
        for mark in _marks().finditer(words)
        if mark["no_verb"] is None
    ]


@cache
def _marks() -> re.Pattern[str]:
    lists = load_time_words().lists
    return re.compile(
        rf"\b(?P<no_verb>{_NO_VERB_AT_ALL})\b|\b(?:{_NOT_ANY_MORE})\b"
        rf"|(?P<future>\b{_TO_BE}|\b(?:{_TO_DO})\b|\b{_IS_ON}|\b{_PUT_OFF}|\b{_COULD_BY}|\b{_IF}|\b{_IS_DOING}\b|\b{_LIKELY}|(?<!\w){any_of(lists['future'])}(?!\w|\sof\b))"
        rf"|\b(?P<past>{any_of(lists['past'])}|{_NOT_BARE}{any_of(lists['same_in_past'])}|(?!{_NO_VERB}\b)[a-z]{{2,}}ed)\b",
        re.IGNORECASE,
    )


@cache
def _plans(words: str) -> re.Pattern[str]:
    """Present tenses of what is planned: 'they meet', but not 'to meet', 'tax returns', 'of votes'."""
    return re.compile(
        rf"(?<!\bto\s)(?<!\bthe\s)(?<!\btax\s)(?<!\bof\s)(?<!\d\s)\b{any_of(load_time_words().lists[words])}\b",
        re.IGNORECASE,
    )


@cache
def _ahead_of() -> re.Pattern[str]:
    """'braced for Monday's vote', whatever the verb behind it says."""
    return re.compile(
        rf"\b{any_of(load_time_words().lists['ahead_of'])}\s(?:the\s)?$", re.IGNORECASE
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

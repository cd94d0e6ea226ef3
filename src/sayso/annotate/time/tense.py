"""The words around a time expression in, whether they speak of what is behind or ahead out."""

import re

from sayso.annotate.time.forms import Told
from sayso.annotate.time.verbs import (
    Tense,
    find_plans,
    find_scheduled,
    find_verbs,
    is_past_beside,
    leads_ahead,
)
from sayso.annotate.time.words import load_time_words

_BEFORE, _AFTER = 90, 90  # characters; a clause is seldom longer
_LEADS_TO_NOUN = re.compile(  # "will vote in Sunday's ballot"; but "would look beyond Sunday's ballot"
    r"\b(?:in|at|(?<!responsible\s)(?<!blame\s)(?<!blamed\s)for|before|until|during|of|await(?:s|ing)?)\s(?:the\s)?$"
)
_AFTER_NOUN = re.compile(  # "It will become harder after Monday's ruling": the day is no doer
    r"\b(?:after|since|following|despite|amid|(?:wake|aftermath)\sof)\s(?:the\s)?$"
)
_ADVERB = re.compile(r"^\s[a-z]+ly\s")
_BESIDE = 16  # characters from a verb to words that hang on it
_UNTIL = re.compile(r"^\W*(?:Until|Till|Before)\s$")
_ON = re.compile(r"(?:^|\s)On\s$")
_IS = re.compile(  # "On Friday the moon is full"
    r",?\s(?:(?:the|a|an|his|her|its)\s)?(?:\w+\s)?(?:is|are)\s(?!accused|believed|said|known|wanted)"
)
_IF = re.compile(
    r"(?:(?P<verb>[\w’']+),?\s)?\b(?P<if>[Ii]f|[Uu]nless)\s(?!.*\b(?:had|has|have|was\s\w+ing)\b)[^,;]*$"
)
_WOULD = re.compile(r"\b(?:would|could|might)\b(?!\shave|\snot\shave)")
_SENTENCE_END = re.compile(r"[.!?][”\"')]*\s+(?=[“\"'(A-Z])|\n")
_ABBREVIATED = re.compile(
    r"\b(?:[A-Z]|[ap]\.m|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Capt|Maj|Sen|Rep|Gov|Rev|Prof|St|Inc|Corp|Co|Ltd"
    r"|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec)$"
)


def tense_of(told: Told) -> Tense | None:
    """By the nearest verb before the words in their sentence, else the first after; None: no verb."""
    if told.words.lower().startswith("earlier "):
        return "past"
    if leads_ahead(told.before(24)):  # "braced for Monday"
        return "future"
    if _is_supposed(told):
        return "future"
    before = tense_beside(told)
    first_after = _first_tense(_rest_of_sentence_after(told))
    if told.after(2) in {"'s", "’s"}:  # "Monday's ruling was": its own verb follows
        is_tied = _LEADS_TO_NOUN.search(told.before(20)) or _AFTER_NOUN.search(told.before(24))
        return (before or first_after) if is_tied else first_after
    if before is None and _ON.search(told.before(6)) and _IS.match(told.after(40)):
        return "future"
    if _UNTIL.search(sentence_before(told)):  # "Until Friday, they had not met"
        return first_after or before
    if before == "future" and _is_parted_from_verb(told):
        return "past"
    return before or first_after


def _is_supposed(told: Told) -> bool:
    """'The guild would split if she lost the vote in November'; not 'he asked if she lost it'."""
    mark = _IF.search(sentence_before(told))
    if mark is None or mark["verb"] in load_time_words().lists["before_whether"]:
        return False
    rest = _rest_of_sentence_after(told)
    return _WOULD.search(mark.string, 0, mark.start("if")) is not None or bool(_WOULD.search(rest))


def _first_tense(words: str) -> Tense | None:
    verbs = [verb for verb in find_verbs(words) if verb.tense_before is not None]
    verbs = verbs[:1] + find_scheduled(words)[:1]
    return min(verbs, key=lambda verb: verb.start).tense_before if verbs else None


def _is_parted_from_verb(told: Told) -> bool:
    """'to be shelled again after a mortar on Monday badly wounded two': behind, by its own verb."""
    if tense_beside(told, within=_BESIDE) is not None:  # "a ballot planned for Monday was"
        return False
    return is_past_beside(_ADVERB.sub(" ", _rest_of_sentence_after(told), count=1))


def tense_beside(told: Told, *, within: int = _BEFORE) -> Tense | None:
    """By the last verb in so many characters before the words; None: there is none."""
    words = sentence_before(told)
    verbs = find_verbs(words)[-1:] + find_plans(words)[-1:]
    last = max(verbs, key=lambda verb: verb.stop, default=None)
    return last.tense if last is not None and last.stop >= len(words) - within else None


def sentence_before(told: Told) -> str:
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

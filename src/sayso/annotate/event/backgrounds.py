"""Events of one report and its times in; the events told as history marked as background."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.event.settings import clause_of, is_old, is_since_worst, reaches_now
from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.parses import head_at, sentence_around, text_of
from sayso.types import Event, Interval, When

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_LEAD = 3  # sentences in which an undated report gives the day of what it tells
_GENERATION = 20  # years; what a text tells of nothing later than that is history throughout
_YEAR = re.compile(r"\b1\d{3}\b|\b20\d\d\b")
_POINTS_AT_NOW = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|yesterday|today|tonight|tomorrow|ago|now|recent(?:ly)?"
    r"|(?:this|last|next|past|coming) (?:week|weekend|month|year|night|morning|spring|summer|autumn|fall|winter"
    r"|decade|january|february|march|april|may|june|july|august|september|october|november|december))\b",
    re.IGNORECASE,
)
_LONG_AGO = re.compile(
    r"\b(?:(?:years?|decades?|months|centur(?:y|ies)) (?:ago|earlier|before)|last (?:year|month|century|"
    r"january|february|march|april|may|june|july|august|september|october|november|december)"
    r"|previous (?:year|decade)s?|a (?:year|decade) (?:ago|earlier))\b",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\b(?:years?|decades?|months) (?:after|since)\b", re.IGNORECASE)
_MONTH = re.compile(
    r"(?:early |mid-?|late )?(?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december)",
    re.IGNORECASE,
)


def mark_histories(
    doc: "Doc", events: Sequence[Event], times: Sequence[When], published: Interval | None
) -> tuple[Event, ...]:
    """The same events, those of an earlier story marked.

    An undated report too tells history by its words: 'in 1988', 'last year', 'two years after ...';
    'it killed 600' goes on with the sentence before. The day such a report is about is the first
    full date of its lead.
    """
    now = published or _day_of_lead(doc, times)
    text = text_of(doc)
    is_old = [_is_old(when, text, now, is_dated=published is not None) for when in times]
    told: dict[int, bool] = {}
    before = False
    for sentence in doc.sents:
        here = [old for when, old in zip(times, is_old, strict=True) if _is_in(when, sentence)]
        goes_on = before and not here and _first_word(sentence) in load_grammar_words().going_on
        before = told[sentence.start] = goes_on or (bool(here) and all(here))
    marked = tuple(_marked(event, doc, is_old, told) for event in events)
    if published is None or not _is_all_past(times, text, published):
        return marked
    return tuple(replace(e, background=e.background or _is_of_the_past(doc, e)) for e in marked)


def _is_all_past(times: Sequence[When], text: str, published: Interval) -> bool:
    """'SIEGE OF KAREZ (1611-1612)': every year named is long gone, and nothing points at now."""
    latest = int(published.start[:4]) - _GENERATION
    is_old = False
    for when in sorted(times, key=lambda w: w.span.start):
        words = text[when.span.start : when.span.stop]
        year = _YEAR.search(words)
        is_late = year is not None and (int(year[0]) > latest or reaches_now(when, text))
        if is_late or _POINTS_AT_NOW.search(words):
            return False
        if year is None and not is_old and when.type == "DATE":
            return False  # "Nov. 9", of a year that is not named
        is_old = is_old or year is not None
    return is_old


def _is_of_the_past(doc: "Doc", event: Event) -> bool:
    """'The wells failed', 'had fallen'; not 'campaigners have sworn to fight', 'the gate stands'."""
    head = head_at(doc, event.trigger)
    if head is None or event.modality not in {"happened", "ongoing", "attempted"}:
        return False
    clause = clause_of(head)
    helpers = {c.tag_ for c in clause.children if c.dep_ in {"aux", "auxpass"}}
    return "VBD" in helpers or (
        clause.tag_ in {"VBD", "VBN"} and not helpers & {"VBZ", "VBP", "MD"}
    )


def _marked(event: Event, doc: "Doc", is_old: Sequence[bool], told: dict[int, bool]) -> Event:
    if event.background:
        return event
    words = doc.char_span(event.trigger.start, event.trigger.stop, alignment_mode="expand")
    if words is None:
        return event
    sentence = sentence_around(words.root)
    own = is_old[event.when] if event.when is not None else told.get(sentence.start, False)
    is_older = _is_after_years(event, sentence) or _is_since_worst(words.root)
    return replace(event, background=own or is_older)


def _is_since_worst(word: "Token") -> bool:
    """'The worst raid since March, when 60 died': they died in another."""
    chain = (word, *word.ancestors)
    return any(_since_over(token) is not None for token in chain)


def _since_over(token: "Token") -> "Token | None":
    """The 'since' of 'the worst since' that a token stands behind, as its noun or its clause."""
    over = token.head
    mark = next((c for c in token.children if c.dep_ == "mark" and c.lower_ == "since"), over)
    return mark if mark.i < token.i and is_since_worst(mark) else None


def _is_after_years(event: Event, sentence: "Span") -> bool:
    """'was struck two years after a quake killed 900': what comes after 'after'."""
    found = _AFTER.search(sentence.text)
    if found is None or sentence.start_char + found.end() > event.trigger.start:
        return False
    between = sentence.text[found.end() : event.trigger.start - sentence.start_char]
    return found.start() > len("a hundred and fifty ") or "," not in between


def _is_in(when: When, sentence: "Span") -> bool:
    return when.type == "DATE" and sentence.start_char <= when.span.start < sentence.end_char


def _first_word(sentence: "Span") -> str:
    return next((str(t.lower_) for t in sentence if t.is_alpha), "")


def _day_of_lead(doc: "Doc", times: Sequence[When]) -> Interval | None:
    """The first full date that an undated report opens with; None: it opens with none."""
    lead = next((s.end_char for i, s in enumerate(doc.sents) if i + 1 == _LEAD), len(text_of(doc)))
    return next((w.interval for w in times if w.span.start < lead and _is_full(w)), None)


def _is_full(when: When) -> bool:
    return when.reached_by == "explicit" and when.precision in {"day", "hour", "instant"}


def _is_old(when: When, text: str, now: Interval | None, *, is_dated: bool) -> bool:
    words = text[when.span.start : when.span.stop]
    around = text[when.span.start : when.span.stop + 10]
    if is_dated and when.interval is not None and now is not None and not reaches_now(when, text):
        return is_old(when.interval, now)  # "last month" is no history
    if _LONG_AGO.search(words) or (when.interval is None and _LONG_AGO.match(around)):
        return True
    if reaches_now(when, text):
        return False
    if when.interval is not None and now is not None:
        return is_old(when.interval, now)
    if is_dated:
        return False
    if now is None and _MONTH.fullmatch(words):
        return True
    if when.interval is not None and when.reached_by == "explicit":
        return when.precision in {"month", "year"} or now is None
    return False

"""A claim that may tell where a living person is in; how much of it a reader may see out.

Nothing here asks the clock or a ledger: `now` and the rulings are given (DESIGN.md section 5, 11).
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from typing import Literal

from sayso.types import Claim, Place, Span
from sayso.weigh.privacy import PERSON, Reader, Ruling
from sayso.weigh.privacy_words import load_privacy_words

# whole: all of it; blurred: by province; unplaced: not where; withheld: nothing of it.
Sight = Literal["whole", "blurred", "unplaced", "withheld"]

WHEREABOUTS_AGE = timedelta(hours=72)
COARSE = frozenset({"admin1", "country"})
_PARTS = re.compile(r"[^,;:.!?\n]+(?:[.,](?=\w)[^,;:.!?\n]*)*")
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.!?](?=[\s\"”’']|$)|\n")
_SUFFERS = ("victim", "person", "holder")
_CAPITALS = re.compile(r"\s*(?:and |the )?(?:[A-Z][\w'’-]*\s*)+(?:\b[a-z]+\s*)?")


def see_whereabouts(
    claim: Claim,
    rulings: Mapping[str, Ruling],
    *,
    reader: Reader,
    now: str,
    held: Container[str] = (),
) -> Sight:
    """How much of a claim that may tell where a living person is may be told.

    Its age is counted from the latest of the event and the report; undated is too young. What tells
    of a capture besides stands, and only its place is held back.

    held: who is told captured, missing or so: whatever befalls them tells where they are
    """
    words = load_privacy_words()
    is_about = claim.event.type in words.tell_where
    tells = claim.event.type == "whereabouts" or (
        (is_about or claim.event.type in words.tell_where_besides or _suffers(claim, held))
        and _is_placed(claim)
    )
    if reader == "owner" or not tells or not _is_of_living(claim, rulings):
        return "whole"
    if is_old_enough(claim, now):
        return "blurred"
    return "withheld" if is_about else "unplaced"


def is_old_enough(claim: Claim, now: str) -> bool:
    """Whether the province of where somebody is may be told by now."""
    until = young_until(claim)
    return until is not None and until <= now


def young_until(claim: Claim) -> str | None:
    """Until when it is too young to tell where somebody is; None: for good, as it is undated."""
    if claim.published_at is None:
        return None
    told = claim.when.interval if claim.when is not None else None
    last = max(one.stop for one in (claim.published_at, told) if one is not None)
    until = datetime.fromisoformat(last) + WHEREABOUTS_AGE
    return until.strftime("%Y-%m-%dT%H:%M:%SZ")


def next_change(claims: Iterable[Claim], rulings: Iterable[Ruling], now: str) -> str | None:
    """When the next of what waits may be told; None: nothing waits.

    Every claim that has a place may wait, as it may stand in words that tell where somebody is.
    """
    waits = [young_until(claim) for claim in claims]
    waits += [ruling.until for ruling in rulings]
    return min((until for until in waits if until is not None and until > now), default=None)


def coarsen(place: Place | None) -> Place | None:
    """The province a place is in, as others may be told it; None: not known, or told by no name."""
    if place is None or place.level in COARSE:
        return place
    if place.admin1 is None:
        return None
    return replace(
        place, name=place.admin1, words=place.admin1, level="admin1", geonameid=None, latitude=None,
        longitude=None, corrected=False,
    )  # fmt: skip


def find_whereabouts(text: str, claim: Claim) -> Iterator[Span]:
    """The words of a claim that tell where somebody is, in the text of its report.

    From the word that tells it to the end of what is quoted, where that is all it tells; of a
    capture, from "in" or "at" on. Where the place stands before it, from "in" there too.
    """
    trigger = claim.event.trigger
    at = claim.place.span if claim.place is not None else None
    is_about = claim.event.type in load_privacy_words().tell_where
    for span in claim.quote:
        if not span.covers(trigger):
            if at is not None and span.covers(at):
                yield from _told_where(text, span, at)
            continue
        before = Span(span.start, trigger.start)
        if at is not None and before.covers(at):
            yield from _told_where(text, before, at)
        elif first := _opening(text, before):
            yield first
        after = Span(trigger.start if is_about else trigger.stop, span.stop)
        if is_about:
            yield Span(after.start, after.start + len(after.of(text).rstrip(". \n")))
        else:
            yield from _told_where(text, after, at)


def find_hideouts(text: str, names: frozenset[str], held: frozenset[str]) -> Iterator[Span]:
    """Where sentences tell where somebody hides or is held, whatever was read of them.

    names: the words that stand for the living; held: for those of them who are told captured or
    missing, of whom "held in" and "seen near" tell it too. "He" and "she" stand for any of them.
    """
    sorts = [_hidden(names)] if names else []
    sorts += [_held(held)] if held else []
    for pattern in sorts:
        for found in pattern.finditer(text):
            stop = _SENTENCE_END.search(text, found.end())
            rest = Span(found.end(), stop.start() if stop is not None else len(text))
            yield from _told_where(text, rest, None)


def _suffers(claim: Claim, held: Container[str]) -> bool:
    return any(r.filler.entity in held for r in claim.event.roles if r.name in _SUFFERS)


def captives_of(claim: Claim) -> Iterator[str]:
    """The persons with a name whom a claim tells captured, held, missing or so."""
    if claim.event.type in load_privacy_words().tell_where_besides:
        for role in claim.event.roles:
            if role.name in _SUFFERS and (role.filler.entity or "").startswith(PERSON):
                yield role.filler.entity or ""


def _is_placed(claim: Claim) -> bool:
    """Whether a place is known, or the words say "in" or "at" where no day follows."""
    if claim.place is not None or any(r.filler.kind == "place" for r in claim.event.roles):
        return True
    return _where().search(claim.words) is not None


def _is_of_living(claim: Claim, rulings: Mapping[str, Ruling]) -> bool:
    """Of somebody with a name who is not told dead; whom it is of may have been misread.

    A pronoun, or a description of one, that no name was found for may be any of them.
    """
    roles = claim.event.roles
    suffer = [r.filler for r in roles if r.name in _SUFFERS]
    named = {one.entity for one in suffer if one.entity and one.entity.startswith(PERSON)}
    if named:
        return any(rulings[one].is_living if one in rulings else True for one in named)
    return any(_is_one_known(one.words) for one in suffer if one.entity is None)


def _is_one_known(words: str) -> bool:
    """'He', 'his brother', 'the teacher': one whom the report may name; not 'the teachers'."""
    first, *more = words.casefold().split() or [""]
    if first in {"he", "she", "him", "her"} and not more:
        return True
    return first in {"the", "his", "her"} and bool(more) and not more[-1].endswith("s")


# --- the words that tell where ---


@cache
def _where() -> re.Pattern[str]:
    """A word such as "in" where it tells a place and no day, month or saying."""
    words = load_privacy_words()
    times, where = _any(words.not_where), _any(words.where)
    idle = r"(?:the|a|an|his|her|this|that|last|late|early|mid|about|around)"
    return re.compile(
        rf"(?<![\w-])(?:{where})\s+(?!(?:{idle}[ -]+)*(?:{times}|\d[\d:.]*(?:st|nd|rd|th|s)?)(?![\w-]))",
        re.IGNORECASE,
    )


def _hidden(names: frozenset[str]) -> re.Pattern[str]:
    """Up to the word by which a person hides or is somewhere: 'Odas, 34, is hiding', 'he is'."""
    hides = _any(load_privacy_words().hides)
    there = r"(?:is|remains)(?= (?:now |still )?(?:in|at|near) [A-Z])"
    return re.compile(rf"{_subject(names)}\b(?:(?i:{hides})|{there})\b")


def _held(names: frozenset[str]) -> re.Pattern[str]:
    """Up to the word by which a captive is held, moved or seen: 'he is held', 'they keep Odas'."""
    words = load_privacy_words()
    held = _any(words.holds)
    whom = rf"(?:him|her|(?:[A-Z][\w'’-]* )*(?:{_any(names)}))"
    return re.compile(rf"{_subject(names)}\b(?i:{_any(words.held)})\b|\b(?:{held}) {whom}\b")


def _subject(names: frozenset[str]) -> str:
    """A name or a pronoun, and what may stand between it and its verb: no saying, no others."""
    between = _any(load_privacy_words().not_between)
    return rf"\b(?:[Hh]e|[Ss]he|{_any(names)})\b(?:(?!\b(?:{between})\b)[^.!?\n]){{0,60}}?"


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


def _told_where(text: str, span: Span, at: Span | None) -> Iterator[Span]:
    """From the first "in" of the words to the end of the last part, between commas, that has one."""
    first: int | None = None
    last = span.start
    is_near = False
    for part in _PARTS.finditer(text, span.start, span.stop):
        told = _where().search(part[0])
        start = part.start() + told.start() if told is not None else None
        if at is not None and part.start() <= at.start < part.end():
            start = min(start, at.start) if start is not None else at.start
        if start is not None:
            first = start if first is None else first
        is_near = start is not None or (is_near and _CAPITALS.fullmatch(part[0]) is not None)
        last = part.end() if is_near else last
    if first is not None:
        yield Span(first, first + len(text[first:last].rstrip()))


def _opening(text: str, span: Span) -> Span | None:
    """The words that a sentence begins with, where they tell where: 'In a cellar, they hold ...'."""
    part = _PARTS.match(text, span.start, span.stop)
    if part is None or _where().match(part[0]) is None:
        return None
    return Span(part.start(), part.end())

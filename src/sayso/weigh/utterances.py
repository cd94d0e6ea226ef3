"""Claims in, as they come; when what they quote was said first, out (WEIGHING.md, section 2).

The same speaker's words, printed again elsewhere, are no new word of his: they are one utterance,
said when it was first heard. What a report makes of them besides does not matter.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache

from sayso.types import Claim, Interval
from sayso.weigh.copies import QUOTE_WORDS, count_quoted
from sayso.weigh.matters import in_order
from sayso.weigh.texts import Text, read_text
from sayso.weigh.tilings import tile

WITHIN = timedelta(hours=48)
# Of many claims that quote the same the last before are looked at: those before are one with them.
LAST_OF_MANY = 16

Speaker = str


class Utterances:
    """Holds the claims of all who are named; the same for any order of adding."""

    def __init__(self, quotes: Mapping[str, Set[str]]) -> None:
        """quotes: report -> earlier reports with 12 or more quoted words in common, as it is now."""
        self.first: dict[str, Interval] = {}
        self._quotes = quotes
        self._by_run: dict[tuple[Speaker, int], list[Claim]] = defaultdict(list)
        self._by_report: dict[str, list[Claim]] = defaultdict(list)

    def add(self, claims: Iterable[Claim], relinked: Iterable[str] = ()) -> None:
        """Take in claims. relinked: reports held already whose quotations are not what they were."""
        fresh = [claim for claim in claims if _speaker_of(claim) and claim.published_at]
        for claim in fresh:
            self._by_report[claim.report].append(claim)
            for key in _runs_of(claim):
                insort(self._by_run[key], claim, key=in_order)
        waiting = [*fresh, *(c for report in relinked for c in self._by_report.get(report, ()))]
        found: dict[str, Claim] = {}
        while waiting:
            claim = waiting.pop()
            if claim.id not in found:
                found[claim.id] = claim
                waiting += self._after(claim)
        for claim in sorted(found.values(), key=in_order):
            self._time(claim)

    def _after(self, claim: Claim) -> Iterator[Claim]:
        """The later claims that may take their time from this one."""
        for key in _runs_of(claim):
            held = self._by_run[key]
            if held[-1].id != claim.id:
                yield from (o for o in held if in_order(o) > in_order(claim))

    def _time(self, claim: Claim) -> None:
        moments = [
            self.first.get(other.id) or moment_of(other) for other in self._heard_before(claim)
        ]
        own = moment_of(claim)
        known = [moment for moment in (own, *moments) if moment is not None]
        earliest = min(known, key=lambda moment: moment.start, default=None)
        if earliest is None or earliest == own:
            self.first.pop(claim.id, None)
        else:
            self.first[claim.id] = earliest

    def _heard_before(self, claim: Claim) -> Iterator[Claim]:
        """The earlier claims that quote the same words, or tell them beside the same quotation."""
        text = _quoted(claim)
        beside = [
            c
            for report in self._quotes.get(claim.report, ())
            for c in self._by_report.get(report, ())
        ]
        linked = _before(claim, beside)
        if not any(text.quoted):
            yield from (other for other in linked if _are_alike(claim, other))
            return
        yield from (other for other in linked if _is_part(text, _quoted(other)))
        others = _before(claim, (o for key in _runs_of(claim) for o in self._last_of(key, claim)))
        tilings = tile(text, [_quoted(other) for other in others])
        for other, tiles in zip(others, tilings, strict=True):
            if count_quoted(text, _quoted(other), tiles) >= QUOTE_WORDS:
                yield other

    def _last_of(self, key: tuple[Speaker, int], claim: Claim) -> Sequence[Claim]:
        held = self._by_run[key]
        until = bisect_left(held, in_order(claim), key=in_order)
        return held[max(until - LAST_OF_MANY, 0) : until]


def moment_of(claim: Claim) -> Interval | None:
    """When a claim was made, where its report tells; else when that came out."""
    told = claim.said_at.interval if claim.said_at is not None else None
    return told or claim.published_at


def _before(claim: Claim, others: Iterable[Claim]) -> Sequence[Claim]:
    """Those of the same speaker in earlier reports within 48 hours, the last of many."""
    known = {other.id: other for other in others}
    found = sorted((o for o in known.values() if _is_before(o, claim)), key=in_order)
    return found[-LAST_OF_MANY:]


def _is_before(other: Claim, claim: Claim) -> bool:
    return (
        other.report != claim.report
        and _speaker_of(other) == _speaker_of(claim)
        and in_order(other) < in_order(claim)
        and _are_near(other, claim)
    )


def _speaker_of(claim: Claim) -> Speaker | None:
    """Whose words they are; None: the outlet's, or of somebody unnamed, who is nobody elsewhere."""
    if not claim.chain:
        return None
    last = claim.chain[-1]
    named = (last.entity or last.label) if last.naming == "named" else None
    return last.organisation or named


def _runs_of(claim: Claim) -> Sequence[tuple[Speaker, int]]:
    """The eight-word runs of what a claim quotes, each with the speaker."""
    text, speaker = _quoted(claim), _speaker_of(claim)
    if speaker is None or not any(text.quoted):
        return ()
    return [(speaker, run) for run in dict.fromkeys(text.runs.tolist())]


def _is_part(one: Text, other: Text) -> bool:
    """Whether the quoted words of the shorter one stand in the other, in one piece."""
    short, long = sorted((_words_quoted(one), _words_quoted(other)), key=len)
    size = len(short)
    return size > 0 and any(long[at : at + size] == short for at in range(len(long) - size + 1))


def _words_quoted(text: Text) -> list[int]:
    return [word for word, mark in zip(text.words.tolist(), text.quoted, strict=True) if mark]


def _are_alike(one: Claim, other: Claim) -> bool:
    return one.event.type == other.event.type and one.stance == other.stance


def _are_near(earlier: Claim, later: Claim) -> bool:
    """Whether they may lie within 48 hours."""
    before, after = moment_of(earlier), moment_of(later)
    if before is None or after is None:
        return False
    return _time_of(after.start) - _time_of(before.stop) <= WITHIN


@lru_cache(maxsize=1 << 14)
def _time_of(moment: str) -> datetime:
    return datetime.fromisoformat(moment)


def _quoted(claim: Claim) -> Text:
    """A claim's words; where it is quoted, all of them, though its marks stand outside."""
    return _read(claim.words, claim.direct)


@lru_cache(maxsize=1 << 12)
def _read(words: str, is_quoted: bool) -> Text:
    text = read_text("", words)
    return replace(text, quoted=b"\1" * len(text.words)) if is_quoted else text

"""Texts go in; which of them share text, and whether as copy, part or quotation, comes out.

Rules: WEIGHING.md, principles 4 and 5. Pure functions: no order of arrival decides anything.
"""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal

from sayso.weigh.texts import Text
from sayso.weigh.tilings import Tile, tile

Likeness = Literal["copy", "partial", "quote", "none"]

# Words outside quotation marks, and their share of the shorter text (shared/data/newscopy).
COPY_WORDS, COPY_COVER = 40, 0.6
PARTIAL_WORDS, PARTIAL_COVER = 25, 0.15
QUOTE_WORDS = 12

# WEIGHING.md, principle 5: two shared shingles of the sample make a candidate.
LEAST_SHINGLES = 2
# A shingle in more texts than this is a wire's or a page's furniture: each text is paired with
# the first and the last to have it, not with all, and needs more such shingles in common.
MOST_HOLDERS = 60
ENDS_OF_MANY = 8
LEAST_COMMON_SHINGLES = 5

_ORDER = attrgetter("order")


@dataclass(frozen=True, slots=True)
class CopyLink:
    """Two texts that share words.

    a, b:         ids; `b` is the earlier (by time, then id)
    shared_words: in runs of 8 or more, outside quotation marks in both
    quoted_words: in such runs, inside quotation marks in at least one
    own_words:    the words of the shorter text outside quotation marks
    cover:        the shared words as a share of those
    """

    a: str
    b: str
    label: Likeness
    shared_words: int
    quoted_words: int
    own_words: int
    cover: float
    longest_run: int

    @property
    def why(self) -> str:
        """In one sentence."""
        return (
            f"{self.shared_words} of the shorter text's {self.own_words} words outside quotation "
            f"marks stand in both texts, and {self.quoted_words} words inside them; "
            f"the longest run is {self.longest_run} words"
        )


class ShingleIndex:
    """The texts seen so far, by sampled shingle; answers are the same for any order of adding.

    Adding one report to many: add it, ask for its candidates and judge them (`link`), then do so
    again for each text that `later` names.
    """

    def __init__(self, texts: Iterable[Text] = ()) -> None:
        # Most shingles stand in one text: it is held as it is, without a list.
        self._holders: dict[int, Text | list[Text]] = {}
        self._ids: set[str] = set()
        for text in texts:
            self.add(text)

    def add(self, text: Text) -> None:
        """Hold a text; one that is held already changes nothing."""
        if text.id in self._ids:
            return
        self._ids.add(text.id)
        for shingle in text.shingles:
            held = self._holders.setdefault(shingle, text)
            if held is text:
                continue
            if not isinstance(held, list):
                held = self._holders[shingle] = [held]
            if held[-1].order < text.order:
                held.append(text)
            else:
                insort(held, text, key=_ORDER)

    def candidates(self, text: Text) -> tuple[Text, ...]:
        """The earlier texts that may share a passage with this one, by time."""
        rare: list[Text] = []
        common: list[Text] = []
        for shingle in text.shingles:
            held = self._holders.get(shingle)
            if held is None:
                continue
            # A short quotation has few shingles: one is enough there.
            times = LEAST_SHINGLES if shingle in text.quoted_shingles else 1
            if not isinstance(held, list):
                rare += [held] * times
            elif len(held) <= MOST_HOLDERS:
                rare += held * times
            else:
                common += _ends(held, text)
        shared, more = Counter(rare), Counter(common)
        found = {other for other, count in shared.items() if count >= LEAST_SHINGLES}
        found |= {o for o, count in more.items() if count + shared[o] >= LEAST_COMMON_SHINGLES}
        return tuple(sorted((o for o in found if o.order < text.order), key=_ORDER))

    def later(self, text: Text) -> tuple[Text, ...]:
        """The later texts that share a shingle: those to ask anew once this one is added."""
        order = text.order
        found: set[Text] = set()
        for shingle in text.shingles:
            held = self._holders.get(shingle, ())
            found.update(held if isinstance(held, list | tuple) else (held,))
        return tuple(sorted((o for o in found if o.order > order), key=_ORDER))


def _ends(held: Sequence[Text], text: Text) -> Sequence[Text]:
    """Of many holders before a text, the first and the last."""
    until = bisect_left(held, text.order, key=_ORDER)
    if until <= 2 * ENDS_OF_MANY:
        return held[:until]
    return [*held[:ENDS_OF_MANY], *held[until - ENDS_OF_MANY : until]]


def put_in_order(texts: Iterable[Text]) -> list[Text]:
    """By time, then id, each id once."""
    return sorted({text.id: text for text in texts}.values(), key=_ORDER)


def find_copies(texts: Iterable[Text]) -> tuple[CopyLink, ...]:
    """Every pair of texts that share text or an utterance, by the later one, then the earlier."""
    index = ShingleIndex()
    links: list[CopyLink] = []
    for text in put_in_order(texts):
        links += link(text, index.candidates(text))
        index.add(text)
    return tuple(links)


def link(text: Text, earlier: Sequence[Text]) -> tuple[CopyLink, ...]:
    """What a text shares with each of some earlier ones; those it shares nothing with left out."""
    tilings = tile(text, earlier)
    found = (judge(text, other, tiles) for other, tiles in zip(earlier, tilings, strict=True))
    return tuple(one for one in found if one.label != "none")


def judge(text: Text, other: Text, tiles: Sequence[Tile]) -> CopyLink:
    """What the equal runs of two texts say of them; `other` is the earlier one."""
    quoted = count_quoted(text, other, tiles)
    shared = sum(one.size for one in tiles) - quoted
    shorter = text if len(text.words) < len(other.words) else other
    own_words = shorter.quoted.count(0)
    cover = shared / max(own_words, 1)
    label = name_likeness(shared, quoted, cover)
    longest = tiles[0].size if tiles else 0
    return CopyLink(text.id, other.id, label, shared, quoted, own_words, round(cover, 3), longest)


def count_quoted(text: Text, other: Text, tiles: Iterable[Tile]) -> int:
    """The quoted words in the runs: in one text is enough, since feeds strip the marks."""
    count = 0
    for here, there, size in tiles:
        ours, theirs = text.quoted[here : here + size], other.quoted[there : there + size]
        if 1 in ours or 1 in theirs:
            count += (int.from_bytes(ours) | int.from_bytes(theirs)).bit_count()
    return count


def name_likeness(shared: int, quoted: int, cover: float) -> Likeness:
    if shared >= COPY_WORDS and cover >= COPY_COVER:
        return "copy"
    if shared >= PARTIAL_WORDS and cover >= PARTIAL_COVER:
        return "partial"
    return "quote" if quoted >= QUOTE_WORDS else "none"

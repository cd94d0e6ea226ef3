"""A text and what it derives from go in; the figures that were changed on the way come out.

Context decides, not order: newsrooms move sentences and put other words beside a figure.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.weigh.texts import Text, hash_word

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL: Mapping[str, float] = {
    **{word: value for value, word in enumerate(_UNITS.split())},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), start=2)},
}
_TIMES: Mapping[str, float] = {
    "dozen": 12, "hundred": 100, "thousand": 1000
}  # fmt: skip
_DIGITS = re.compile(r"(\d[\d,]*(?:\.\d+)?)(.*)", re.DOTALL)

# Words of its sentence looked at on each side, and how many of all must be equal (the end of
# the sentence is one). Chosen on shared/data/newscopy.
CONTEXT_WORDS = 6
LEAST_EQUAL = 4
_END = b""


@dataclass(frozen=True, slots=True)
class Change:
    """A figure as the earlier text has it, and as the derived one does; both as printed, folded."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number at one place of a masked text."""

    at: int
    printed: str
    value: float


def find_changes(text: Text, parent: Text) -> tuple[Change, ...]:
    """The figures of a derived text that differ from its parent's in the same context.

    A figure that only one of the two has is no change; nor is "three" for "3".
    """
    ours, figures = _mask(text)
    theirs, originals = _mask(parent)
    # Alike values are paired first where two contexts are equally alike.
    pairs = sorted(
        (-alike, one.value != other.value, one.at, other.at, one, other)
        for one in figures
        for other in originals
        if (alike := _count_equal(ours, one.at, theirs, other.at)) >= LEAST_EQUAL
    )
    return tuple(_changes(pairs))


def _changes(
    pairs: Iterable[tuple[int, bool, int, int, _Figure, _Figure]],
) -> Iterable[Change]:
    """The best pairs, each figure in one, in the order of the text."""
    paired: dict[int, tuple[_Figure, _Figure]] = {}
    taken: set[int] = set()
    for _, _, here, there, one, other in pairs:
        if here not in paired and there not in taken:
            paired[here] = one, other
            taken.add(there)
    for here in sorted(paired):
        one, other = paired[here]
        if one.value != other.value:
            yield Change(other.printed, one.printed)


def _count_equal(ours: Sequence[bytes], here: int, theirs: Sequence[bytes], there: int) -> int:
    """The equal words at equal distance from two places; 0 if the places themselves differ."""
    if ours[here] != theirs[there]:
        return 0
    return _count_from(ours, here, theirs, there, step=1) + _count_from(
        ours, here, theirs, there, step=-1
    )


def _count_from(
    ours: Sequence[bytes], here: int, theirs: Sequence[bytes], there: int, *, step: int
) -> int:
    """The equal words on one side, as far as both sentences go."""
    equal = 0
    for far in range(step, step * (CONTEXT_WORDS + 1), step):
        one, other = ours[here + far], theirs[there + far]
        equal += one == other
        if _END in (one, other):
            break
    return equal


def _mask(text: Text) -> tuple[list[bytes], list[_Figure]]:
    """The words with every figure alike, "two hundred" as one; and the figures."""
    masked: list[bytes] = []
    figures: list[_Figure] = []
    begins, numbers = frozenset(text.sentences), dict(text.figures)
    for at, word in enumerate(text.words):
        if at in begins:
            masked.append(_END)
        number = read_figure(numbers[at]) if at in numbers else None
        if number is None:
            masked.append(word.tobytes())
            continue
        printed, value, rest = number
        last = figures[-1] if figures and figures[-1].at == len(masked) - 1 else None
        joined = _join(last, printed, value) if last and not rest else None
        if last and joined is not None:
            figures[-1] = _Figure(last.at, f"{last.printed} {printed}", joined)
        else:
            figures.append(_Figure(len(masked), printed, value))
            masked.append(hash_word(f"#{rest}"))
    return [*masked, _END], figures


def _join(last: _Figure, printed: str, value: float) -> float | None:
    """The value of two words that give one figure; None: they are two figures.

    "25 million" stays 25: of a figure in digits the word after it is context.
    """
    if last.printed[0].isdecimal() or printed[0].isdecimal():
        return None
    if printed in _TIMES:
        return last.value * value
    return last.value + value if last.value >= 100 > value else None


@lru_cache(maxsize=1 << 14)
def read_figure(word: str) -> tuple[str, float, str] | None:
    """A word's number as printed, its value, and the rest ("12-year-old"); None: it has none."""
    digits = _DIGITS.match(word)
    if digits:
        return digits[1], float(digits[1].replace(",", "")), digits[2]
    head, hyphen, rest = word.partition("-")
    if head in _SMALL and rest in _SMALL and _SMALL[head] >= 20:
        return word, _SMALL[head] + _SMALL[rest], ""
    value = _SMALL.get(head, _TIMES.get(head))
    return None if value is None else (head, value, hyphen + rest)

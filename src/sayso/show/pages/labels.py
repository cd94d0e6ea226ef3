"""Names and where they belong in; where each may stand without touching another out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

# Of the type's size, for the widest sans a system may have, in bold (DejaVu Sans Bold).
WIDE_LETTER, LETTER, NARROW_LETTER = 0.92, 0.7, 0.4
NARROW = frozenset("iljtfrI.,'’ :·()")
WIDE = frozenset("mwMWQO@%")
SPACE_PX = 2.0  # between two names
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Rectangle:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Rectangle") -> bool:
        return not (
            other.right <= self.left
            or self.right <= other.left
            or other.bottom <= self.top
            or self.bottom <= other.top
        )

    def lies_in(self, other: "Rectangle") -> bool:
        return (
            other.left <= self.left
            and other.top <= self.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True, slots=True)
class Name:
    """A name to be placed. gap: from the point to where the name may begin; None: it stands on it.

    style: how it is drawn; address: where it leads, '' for nowhere
    """

    words: str
    x: float
    y: float
    size: float
    style: str
    gap: float | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A name with its place: `x`, `y` is where its baseline begins, has its middle, or ends."""

    name: Name
    x: float
    y: float
    anchor: Anchor
    box: Rectangle


def place_labels(
    names: Iterable[Name], frame: Rectangle, taken: Sequence[Rectangle] = ()
) -> tuple[Label, ...]:
    """Those that find room, the first ones first; none touches another, what is taken, or the frame."""
    placed: list[Label] = []
    filled = list(taken)
    for name in names:
        for label in list_positions(name):
            if label.box.lies_in(frame) and not any(label.box.meets(one) for one in filled):
                placed.append(label)
                filled.append(label.box)
                break
    return tuple(placed)


def list_positions(name: Name) -> Iterator[Label]:
    """Where a name may stand, the best place first."""
    if name.gap is None:
        for rows in (0.0, 1.3, -1.3, 2.6, -2.6):
            yield label_at(name, name.x, name.y + (0.35 + rows) * name.size, "middle")
        return
    for gap in (name.gap, 2 * name.gap, 3.5 * name.gap):
        yield from list_beside(name, gap)


def list_beside(name: Name, gap: float) -> Iterator[Label]:
    """To the right and the left of a point, above, below, and at its four corners."""
    low, high, near = name.y + 0.35 * name.size, name.y - gap, 0.75 * gap
    yield label_at(name, name.x + gap, low, "start")
    yield label_at(name, name.x - gap, low, "end")
    yield label_at(name, name.x, high, "middle")
    yield label_at(name, name.x, name.y + gap + 0.8 * name.size, "middle")
    yield label_at(name, name.x + near, name.y - near, "start")
    yield label_at(name, name.x + near, name.y + near + 0.7 * name.size, "start")
    yield label_at(name, name.x - near, name.y - near, "end")
    yield label_at(name, name.x - near, name.y + near + 0.7 * name.size, "end")


def label_at(name: Name, x: float, y: float, anchor: Anchor) -> Label:
    width = measure(name.words, name.size)
    left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
    box = Rectangle(
        left - SPACE_PX, y - 0.8 * name.size - SPACE_PX, left + width + SPACE_PX, y + 0.25 * name.size + SPACE_PX
    )  # fmt: skip
    return Label(name, x, y, anchor, box)


def measure(words: str, size: float) -> float:
    """About how wide the words are drawn, rather too wide than too narrow."""
    return size * sum(
        NARROW_LETTER if c in NARROW
        else WIDE_LETTER if c in WIDE or c.isupper()
        else 1.0 if ord(c) > 0x2E80  # ideographs fill a square
        else LETTER
        for c in words
    )  # fmt: skip

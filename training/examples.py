"""The unit of training: one text with what its annotators marked, and edits that make it look otherwise."""

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

Pieces = tuple[tuple[int, int], ...]  # characters from, to (excluded), one or more runs

CURLY = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked stretch: its runs of characters and its label."""

    pieces: Pieces
    label: str


@dataclass(frozen=True, slots=True)
class Example:
    """One text. Of heads that it names nothing for, nothing is learnt from it.

    marks:  by tag head; an empty tuple says that there is nothing to find
    links:  by link head: (from, to) pairs; `to` None: linked to nothing
    masked: characters that teach nothing (furniture, corrupt text)
    silent: the same for single heads, by name
    weight: how often it is drawn an epoch
    """

    id: str
    text: str
    marks: Mapping[str, tuple[Mark, ...]]
    links: Mapping[str, tuple[tuple[Pieces, Pieces | None], ...]] = field(default_factory=dict)
    masked: Pieces = ()
    silent: Mapping[str, Pieces] = field(default_factory=dict)
    weight: float = 1.0


def vary(example: Example, chance: random.Random) -> Example:
    """The example as a poorer feed would print it: half the time as it is."""
    if chance.random() < 0.5:
        return example
    edited = example
    if chance.random() < 0.6:
        edited = replace(edited, text=edited.text.translate(CURLY))
    if chance.random() < 0.4:
        edited = _rewrite(edited, r"\s*\n\s*", " ")
    if chance.random() < 0.15:
        edited = _rewrite(edited, r"(?<=\w)[’'](?=\w)", "")
    if chance.random() < 0.15:
        edited = _rewrite(edited, r",(?=\s)", "")
    if chance.random() < 0.05:
        edited = replace(edited, text=_same_length(edited.text, str.lower))
    if chance.random() < 0.03:
        edited = replace(edited, text=_same_length(edited.text, str.upper))
    return edited


def _same_length(text: str, change: Callable[[str], str]) -> str:
    changed = change(text)
    return changed if len(changed) == len(text) else text


def _rewrite(example: Example, pattern: str, by: str) -> Example:
    """Put `by` for each match and move every mark along."""
    kept: list[str] = []
    moved = [0] * (len(example.text) + 1)
    at = length = 0
    for match in re.finditer(pattern, example.text):
        for old in range(at, match.start()):
            moved[old] = length + old - at
        kept.append(example.text[at : match.start()] + by)
        length += match.start() - at
        for old in range(match.start(), match.end()):
            moved[old] = length
        length += len(by)
        at = match.end()
    for old in range(at, len(example.text) + 1):
        moved[old] = length + old - at
    kept.append(example.text[at:])

    def move(pieces: Pieces) -> Pieces:
        return tuple((moved[start], moved[stop]) for start, stop in pieces)

    return replace(
        example,
        text="".join(kept),
        marks={h: tuple(Mark(move(m.pieces), m.label) for m in ms) for h, ms in example.marks.items()},
        links={
            h: tuple((move(a), move(b) if b is not None else None) for a, b in pairs)
            for h, pairs in example.links.items()
        },
        masked=move(example.masked),
        silent={h: move(runs) for h, runs in example.silent.items()},
    )  # fmt: skip

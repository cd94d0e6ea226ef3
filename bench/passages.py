"""Gold passages in, their marks as characters out: `docs/reference/reading-rules.md` tells the form.

python -m bench.passages FILE ...     say what cannot be found in its text, line by line
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from sayso.types import Basis, MentionKind, Naming, SourceKind, Span, Stance

STANCES, BASES, NAMINGS = get_args(Stance), get_args(Basis), get_args(Naming)
KINDS, MENTION_KINDS = get_args(SourceKind), get_args(MentionKind)


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One attribution as a reader marked it; fields as in the rules."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    stance: Stance
    basis: Basis
    kind: SourceKind
    naming: Naming
    inside: int | None
    who: Span | None
    reacts_to: tuple[Span, ...]
    said_at: Span | None
    insertions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldPassage:
    """hedges: the hedging words with what they put in doubt; mentions: span and kind."""

    id: str
    text: str
    outlet: str | None
    published_at: str | None
    attributions: tuple[GoldAttribution, ...]
    hedges: tuple[tuple[Span, Span], ...]
    mentions: tuple[tuple[Span, MentionKind], ...]


class Unmarked(ValueError):
    """Words that are not in the text, or a code that is not one of the rules'."""


def load_passages(path: Path) -> Iterator[GoldPassage]:
    """The passages of a file, in order. Raises `Unmarked` at the first that does not hold."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield read_passage(json.loads(line))


def read_passage(row: dict[str, Any]) -> GoldPassage:
    text = row["text"]
    return GoldPassage(
        row["id"],
        text,
        row.get("outlet"),
        row.get("published_at"),
        tuple(_attribution(a, text, len(row["attributions"])) for a in row["attributions"]),
        tuple((find_words(text, c), find_words(text, s)) for c, s in row["hedges"]),
        tuple(_mentions(text, row["mentions"])),
    )


def find_words(text: str, words: str, after: int = 0) -> Span:
    """Where the words stand: their first occurrence as whole words, 'said#2' the second."""
    wanted, nth = words, 1
    if numbered := re.fullmatch(r"(.+)#(\d+)", words, re.DOTALL):
        wanted, nth = numbered[1], int(numbered[2])
    found = _occurrences(text, wanted, after)
    if len(found) < nth:
        raise Unmarked(f"not in the text: {words!r}")
    return found[nth - 1]


def _occurrences(text: str, words: str, after: int) -> list[Span]:
    left = r"(?<!\w)" if words[:1].isalnum() else ""
    right = r"(?!\w)" if words[-1:].isalnum() else ""
    pattern = re.compile(left + re.escape(words) + right)
    return [Span(*m.span()) for m in pattern.finditer(text, after)]


def _attribution(row: dict[str, Any], text: str, total: int) -> GoldAttribution:
    for field, allowed in (("stance", STANCES), ("basis", BASES), ("kind", KINDS)):
        _check(row[field], allowed, field)
    _check(row["naming"], NAMINGS, "naming")
    inside = row.get("inside")
    if inside is not None and not 0 <= inside < total:
        raise Unmarked(f"inside: no attribution {inside}")

    def maybe(words: str | None) -> Span | None:
        return find_words(text, words) if words else None

    def several(words: Sequence[str] | None) -> tuple[Span, ...]:
        return tuple(find_words(text, w) for w in words or ())

    return GoldAttribution(
        maybe(row["source"]),
        find_words(text, row["cue"]),
        several(row["content"]),
        row["stance"],
        row["basis"],
        row["kind"],
        row["naming"],
        inside,
        maybe(row.get("who")),
        several(row.get("reacts_to")),
        maybe(row.get("said_at")),
        several(row.get("insertions")),
    )


def _check(value: str, allowed: Sequence[str], field: str) -> None:
    if value not in allowed:
        raise Unmarked(f"{field}: {value!r} is none of {', '.join(allowed)}")


def _mentions(text: str, rows: Iterable[Sequence[str]]) -> Iterator[tuple[Span, MentionKind]]:
    """Given in text order: each is looked for after the start of the one before."""
    at = 0
    for words, kind in rows:
        _check(kind, MENTION_KINDS, "mention")
        span = find_words(text, words, at)
        at = span.stop
        yield span, kind  # type: ignore[misc]  # checked above


def main(paths: Sequence[str]) -> int:
    """Print one line for each passage that does not hold; the exit status says whether any."""
    bad = 0
    for path in paths:
        for number, line in enumerate(Path(path).read_text(encoding="utf-8").splitlines(), 1):
            try:
                read_passage(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                bad += 1
                print(f"{path}:{number}: {error!r}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

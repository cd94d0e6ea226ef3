"""Gold people in, their marks as characters out: passages with who is who in them, and pairs of reports.

python -m bench.people_gold FILE ...     say what does not hold, line by line
"""

import hashlib
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from bench.passages import Unmarked, find_words
from sayso.types import Span

Half = Literal["training", "kept", "all"]
Row = Mapping[str, Any]
FATES = frozenset(
    "killed died injured captured detained arrested abducted missing released executed tortured"
    " buried alive fled body_found hospitalised".split()
)
STANCES = frozenset({"asserts", "denies", "unclear"})
# What is told of people, and in each row the fields that hold the id of one.
TOLD: Mapping[str, tuple[str, ...]] = {
    "kin": ("who", "of", "by"), "offices": ("who", "by"), "memberships": ("who", "group", "by"),
    "ages": ("who", "by"), "occupations": ("who", "by"), "fates": ("who", "by"),
    "whereabouts": ("who", "by"), "sides": ("group", "against", "by"), "labels": ("who", "by"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class GoldPerson:
    """A person or group with all its mentions; `name` None: the passage only describes it."""

    id: str
    kind: str
    mentions: tuple[Span, ...]
    name: str | None


@dataclass(frozen=True, slots=True)
class PeoplePassage:
    """told: by the fields of `TOLD`, the rows as written."""

    id: str
    text: str
    published_at: str | None
    outlet: str | None
    people: Mapping[str, GoldPerson]
    told: Mapping[str, tuple[Row, ...]]


@dataclass(frozen=True, slots=True)
class PeoplePair:
    """Two reports, and of whom in them one would say what; ids are '1/3', the third of the first."""

    id: str
    reports: tuple[PeoplePassage, PeoplePassage]
    same: frozenset[tuple[str, str]]
    different: frozenset[tuple[str, str]]
    unsure: frozenset[tuple[str, str]]
    father_son: frozenset[tuple[str, str]]


def half_of(id_: str) -> Half:
    """Which half a line is in, by its id alone."""
    return "training" if int(hashlib.sha1(id_.encode()).hexdigest(), 16) % 2 == 0 else "kept"


def load_people(
    path: Path, half: Half = "all"
) -> tuple[tuple[PeoplePassage, ...], tuple[PeoplePair, ...]]:
    """The passages and the pairs of a file. raises: Unmarked for the first line that does not hold"""
    passages: list[PeoplePassage] = []
    pairs: list[PeoplePair] = []
    for row in _rows(path):
        if half in {"all", half_of(row["id"])}:
            if row["kind"] == "pair":
                pairs.append(read_pair(row))
            else:
                passages.append(read_people(row))
    return tuple(passages), tuple(pairs)


def is_people_file(path: Path) -> bool:
    """Whether the first line is of this form."""
    return next((row.get("kind") in {"passage", "pair"} for row in _rows(path)), False)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def read_people(row: Row) -> PeoplePassage:
    text = row["text"]
    people = {
        one["id"]: GoldPerson(
            one["id"],
            one["kind"],
            tuple(find_words(text, words) for words in one["mentions"]),
            one["name"],
        )
        for one in row["people"]
    }
    told = {name: tuple(row.get(name, ())) for name in TOLD}
    for name, fields in TOLD.items():
        for said in told[name]:
            _check(said, fields, people, f"{row['id']} {name}")
    for fate in told["fates"]:
        if fate["fate"] not in FATES or fate["stance"] not in STANCES:
            raise Unmarked(f"{row['id']}: {fate['fate']!r}, {fate['stance']!r}")
    return PeoplePassage(row["id"], text, row.get("published_at"), row.get("outlet"), people, told)


def _check(said: Row, fields: Sequence[str], people: Mapping[str, Any], where: str) -> None:
    for field in fields:
        if said[field] is None and field == "by":
            continue
        if said[field] not in people:
            raise Unmarked(f"{where}: {field} is nobody: {said[field]!r}")


def read_pair(row: Row) -> PeoplePair:
    first, second = (read_people(report) for report in row["reports"])

    def ids(name: str) -> frozenset[tuple[str, str]]:
        pairs = frozenset((one, other) for one, other in row.get(name, ()))
        for one, other in pairs:
            if one.partition("/")[2] not in first.people or other[:2] != "2/":
                raise Unmarked(f"{row['id']}: {name}: {one}, {other}")
            if one[:2] != "1/" or other.partition("/")[2] not in second.people:
                raise Unmarked(f"{row['id']}: {name}: {one}, {other}")
        return pairs

    names = ("same", "different", "unsure", "father_son")
    same, different, unsure, father_son = (ids(name) for name in names)
    return PeoplePair(row["id"], (first, second), same, different, unsure, father_son)


def main(paths: Sequence[str]) -> int:
    """Print one line for each line that does not hold; the exit status says whether any."""
    bad = 0
    for path in paths:
        for number, row in enumerate(_rows(Path(path)), 1):
            try:
                read_pair(row) if row["kind"] == "pair" else read_people(row)
            except (ValueError, KeyError, TypeError) as error:
                bad += 1
                print(f"{path}:{number}: {error!r}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The weighing gives a careful reader's outcome when it is fed a careful reading of the demos."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bench.ledger import read_lines, weigh_case

GOLD = Path(__file__).parents[2] / "bench" / "gold"
EXPECTED = tuple(read_lines(GOLD / "demo_expected.jsonl"))
STATUSES = tuple(row for row in EXPECTED if "claim" in row)
FIGURES = tuple(row for row in EXPECTED if "figure" in row)


def name_row(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(row.get(key) for key in ("case", "as_of", "claim", "event", "category"))


def name_test(row: Mapping[str, Any]) -> str:
    about = row.get("figure") or f"{row['matter']} {row['claim']}"
    return f"{row['case']}: {about}, {row['as_of']}"


def as_parameter(row: Mapping[str, Any]) -> Any:
    return pytest.param(row, id=name_test(row))


@cache
def weigh_gold() -> dict[tuple[Any, ...], Any]:
    return {
        name_row(row): json.loads(json.dumps(row))
        for case in read_lines(GOLD / "demo_cases.jsonl")
        for row in weigh_case(case)
    }


@pytest.mark.parametrize("expected", [as_parameter(row) for row in STATUSES])
def test_a_claim_stands_as_the_careful_reader_has_it(expected: Mapping[str, Any]) -> None:
    row = weigh_gold()[name_row(expected)]
    found = {
        "status": row["status"],
        "origins": [row["origins_lo"], row["origins_hi"]],
        "positions": sum(one.startswith("for:") for one in row["positions"]),
        "beside": row["beside"],
    }

    asked = {key: expected[key] for key in found if key in expected}

    assert {key: found[key] for key in asked} == asked


@pytest.mark.parametrize("expected", FIGURES, ids=name_test)
def test_a_figure_spans_what_the_careful_reader_has(expected: Mapping[str, Any]) -> None:
    number = weigh_gold()[name_row(expected)]["number"]
    found = {
        "low": number["low"],
        "middle": number["best"],
        "high": number["high"],
        "open_above": number["open_above"],
        "rivals": bool(number["rivals"]),
        "flags": number["flags"],
    }

    asked = {key: expected[key] for key in found if key in expected}

    assert {key: found[key] for key in asked} == asked


@pytest.mark.parametrize(("case", "matters"), [("dalan", 23), ("borodino", 20)])
def test_every_matter_of_the_careful_reader_has_its_row_at_the_end(case: str, matters: int) -> None:
    end = next(row for row in read_lines(GOLD / "demo_cases.jsonl") if row["case"] == case)["as_of"]
    at_the_end = {
        row["matter"] for row in STATUSES if (row["case"], row["as_of"]) == (case, end[-1])
    }

    assert set(range(1, matters + 1)) <= at_the_end

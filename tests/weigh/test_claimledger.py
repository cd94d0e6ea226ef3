"""The made cases of claimledger come out as their rules say, row by row."""

import json
from pathlib import Path

import pytest

from bench.ledger import read_lines, weigh_case

CASES = Path(__file__).parents[3] / "shared" / "data" / "claimledger"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not CASES.exists(), reason="shared/data/claimledger is not beside us"),
]


def name_row(row):
    return tuple(row.get(key) for key in ("case", "as_of", "claim", "event", "category"))


def settle(row):
    """The row as JSON, its lists of names without their order."""
    plain = json.loads(json.dumps(row))
    flat = {**plain, **(plain.pop("number", None) or {})}
    lists = {key: sorted(value) for key, value in flat.items() if isinstance(value, list)}
    return {**flat, **lists, "number": None}


def test_every_row_is_as_the_rules_have_it():
    found = {
        name_row(row): settle(row)
        for case in read_lines(CASES / "cases.jsonl")
        for row in weigh_case(case)
    }
    expected = {name_row(row): settle(row) for row in read_lines(CASES / "expected.jsonl")}

    assert found == expected

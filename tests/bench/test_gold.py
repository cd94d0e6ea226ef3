"""Floors on the kept half of our own gold, which no training has seen."""

from pathlib import Path

import pytest

from bench.passages import Unmarked, find_words, load_passages, read_passage
from bench.reading import read_passages
from bench.readings import (
    pair,
    score_attributions,
    score_chains,
    score_hedges,
    score_mentions,
    score_stances,
)

GOLD = Path(__file__).parents[2] / "bench" / "gold"


@pytest.fixture(scope="module")
def pairs():
    gold = list(load_passages(GOLD / "passages_kept.jsonl"))
    return [pair(p, q) for p, q in zip(gold, read_passages(gold), strict=True)]


@pytest.mark.model
def test_the_kept_passages_are_read_no_worse_than_at_the_last_release(pairs):
    right, total = score_chains(pairs)
    scores = {
        "attribution": score_attributions(pairs).f1,
        "chain": 100 * right / total,
        "stance": score_stances(pairs)[0],
        "hedge": score_hedges(pairs).f1,
        "mention": score_mentions(pairs)["all"].f1,
    }
    floors = {"attribution": 78, "chain": 46, "stance": 70, "hedge": 85, "mention": 72}

    assert {name: round(s, 1) for name, s in scores.items() if s < floors[name]} == {}


def test_two_equal_readings_agree_in_all(pairs):
    gold = [p.first for p in pairs]
    same = [pair(p, p) for p in gold]

    assert score_attributions(same).f1 == 100
    assert score_mentions(same)["all"].f1 == 100
    right, total = score_chains(same)
    assert right == total


def test_the_halves_share_no_passage():
    halves = [
        {p.text for p in load_passages(GOLD / f"passages_{half}.jsonl")}
        for half in ("training", "kept")
    ]
    assert not halves[0] & halves[1]


def test_words_are_found_whole_and_by_their_number():
    text = "He said said-so, he said."
    assert find_words(text, "said").start == 3
    assert find_words(text, "said#3").start == 20
    with pytest.raises(Unmarked, match="not in the text"):
        find_words(text, "so he")


def test_a_code_that_is_not_of_the_rules_is_told():
    said = {"source": None, "cue": "said", "content": ["it"], "stance": "muses", "basis": "saw"}
    row = {"id": "1", "text": "said it", "hedges": [], "mentions": [], "attributions": [said]}
    with pytest.raises(Unmarked, match="muses"):
        read_passage(row)

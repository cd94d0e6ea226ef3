"""Copies, quotations and citations are kept apart (WEIGHING.md, principle 4)."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from bench.copies import find_pairs, read_texts, time_search
from bench.lineage import trace
from sayso.weigh.copies import ShingleIndex, find_copies, link
from sayso.weigh.figures import Change, find_changes
from sayso.weigh.lineages import find_lineage
from sayso.weigh.texts import read_text, text_of
from sayso.weigh.tilings import tile

SHARED = Path(__file__).parents[3] / "shared"

STRIKE = (
    "Two shells fell on the market of Karez at noon on Monday and killed 12 people.",
    "The head of the town's clinic, Ines Koll, listed their names on a board by the gate.",
    "Traders who had come from Dalan carried the wounded down to the river on doors and carts.",
    "Upland guns stand on the ridge north of the town, and so do those of the council.",
    "Nobody has said who fired, and both staffs left calls unanswered until late in the evening.",
)
SPEECH = (
    "we will not leave this pass to anyone, and whoever says that we fired upon our own people "
    "has never stood in this valley, nor carried water to the men who hold it for all of you"
)
FLOOD = (
    "The lower bridge of Tolvesh was closed after the river rose by a metre in one night.",
    "Engineers measured the piers and found two of them washed out to the depth of a man.",
    "Lorries with flour now take the old road over the hills, which adds a day to each journey.",
)


def text(id_, *sentences, outlet="Harbour Post", day=1, url=None):
    return read_text(id_, "\n".join(sentences), outlet, url, published=f"2031-05-{day:02}")


def label_of(*texts):
    links = find_copies(texts)
    return links[0].label if links else "none"


def parents(*texts):
    return {one.id: one.parent for one in find_lineage(texts)}


def test_a_text_with_a_new_head_is_a_copy():
    links = find_copies([text("b", "Shells on a market", *STRIKE, day=2), text("a", *STRIKE)])

    assert [(one.a, one.b, one.label) for one in links] == [("b", "a", "copy")]
    assert "outside quotation marks" in links[0].why


def test_two_sentences_taken_over_are_a_part():
    assert label_of(text("a", *STRIKE), text("b", *FLOOD, *STRIKE[:2], *FLOOD)) == "partial"


def test_texts_on_one_matter_in_other_words_are_nothing_to_each_other():
    assert label_of(text("a", *STRIKE), text("b", *FLOOD)) == "none"


@pytest.mark.parametrize("marks", ['""', "“”", "„“", "«»", ("``", "''"), ("&quot;", "&quot;")])
def test_a_speech_that_two_outlets_print_is_a_quotation_whatever_its_marks(marks):
    begin, end = marks
    quoted = f"He said: {begin}{SPEECH}.{end}"

    assert label_of(text("a", *FLOOD, quoted), text("b", quoted, *STRIKE)) == "quote"


def test_a_speech_in_single_marks_is_a_quotation_and_an_apostrophe_is_none():
    british = f"'{SPEECH},' the marshal's aide said of his men's hold."

    assert label_of(text("a", british, *FLOOD), text("b", british, *STRIKE)) == "quote"


def test_a_feed_that_strips_the_marks_makes_no_copy_of_a_speech():
    marked, stripped = f'He said: "{SPEECH}."', f"He said: {SPEECH}."

    assert label_of(text("a", marked, *FLOOD), text("b", stripped, *STRIKE)) == "quote"


def test_a_quotation_left_open_ends_with_its_paragraph():
    opened = text("a", '"We will stay, he said.', *STRIKE)

    assert sum(opened.quoted) == 5


def test_a_wrapped_line_does_not_end_a_quotation():
    assert sum(text("a", 'He said: "We will stay and', 'we will fight."').quoted) == 7


def test_no_word_stands_in_two_runs():
    twice = text("b", STRIKE[0], FLOOD[0], STRIKE[0])
    (runs,) = tile(text("a", STRIKE[0]), [twice])

    assert [(run.here, run.size) for run in runs] == [(0, 16)]


def test_empty_and_short_texts_share_nothing():
    assert find_copies([text("a"), text("b", ""), text("c", "Shells fell."), text("d", "?!")]) == ()


def test_a_wire_that_a_hundred_outlets_print_is_the_root_of_all():
    wire = text("a", "KAREZ (Unity Press) - " + STRIKE[0], *STRIKE[1:], outlet="Unity Press")
    prints = [
        text(f"b{n:03}", f"By desk {n}", "KAREZ (Unity Press) - " + STRIKE[0], *STRIKE[1:], day=2)
        for n in range(100)
    ]

    assert {one.root for one in find_lineage([*prints, wire])} == {"a"}


def test_the_parent_is_the_text_whose_edits_are_inherited():
    wire = text("a", *STRIKE)
    other = text("b", *STRIKE[:4], FLOOD[0], day=2)
    edited = text("c", *STRIKE[:3], FLOOD[1], *STRIKE[3:], day=3)
    child = text("d", STRIKE[0], STRIKE[2], FLOOD[1], *STRIKE[3:], day=4)

    assert parents(child, other, edited, wire) == {"a": None, "b": "a", "c": "a", "d": "c"}


def test_of_two_equals_the_credited_agency_is_the_parent():
    lead = "KAREZ (Unity Press) - " + STRIKE[0]
    wire = text("a", lead, *STRIKE[1:], outlet="Unity Press")
    print_ = text("b", lead, *STRIKE[1:], outlet="Courier", day=2)

    assert parents(wire, print_, text("c", lead, *STRIKE[1:4], day=3))["c"] == "a"


def test_an_agency_that_signs_its_text_did_not_take_it_from_who_printed_a_part():
    local = text("a", *FLOOD, *STRIKE[:2])
    wire = text("b", "KAREZ (Unity Press) - " + STRIKE[0], *STRIKE[1:], outlet="Unity Press", day=2)

    assert label_of(local, wire) == "partial"
    assert parents(local, wire)["b"] is None


def test_a_later_text_at_one_address_is_a_version_of_the_page():
    first = text("a", *STRIKE, url="https://example.org/1")
    mirror = text("b", *STRIKE, outlet="Courier", day=2)
    mended = text("c", STRIKE[0].replace("12", "14"), *STRIKE[1:], url=first.url, day=3)
    found = find_lineage([first, mirror, mended])[-1]

    assert (found.parent, found.version_of, found.changed) == ("a", "a", (Change("12", "14"),))


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("killed 12 people", "killed 14 people", (Change("12", "14"),)),
        ("killed 12 people", "slew fourteen people", (Change("12", "fourteen"),)),
        ("killed 12 people", "killed twelve people", ()),
        ("killed two hundred people", "killed 200 people", ()),
        ("killed two hundred people", "killed 210 people", (Change("two hundred", "210"),)),
        ("cost 25 million crowns", "cost 24 million crowns", (Change("25", "24"),)),
        ("killed a 12-year-old boy", "killed a 13-year-old boy", (Change("12", "13"),)),
        ("killed 12 people", "killed people", ()),
        ("killed people", "killed 12 people", ()),
    ],
)
def test_a_figure_changed_in_its_context_is_found(old, new, changes):
    frame = "Two shells fell on the market at noon and {} near the old gate. They fell at 3."
    parent, child = (text(id_, frame.format(words)) for id_, words in (("a", old), ("b", new)))

    assert find_changes(child, parent) == changes


def test_a_report_becomes_a_text_of_its_start_and_outlet(read):
    made = text_of(read(STRIKE[0], published_at="2031-05-05", outlet="Courier"))

    assert (made.published, made.outlet) == ("2031-05-05T00:00:00Z", "Courier")


def test_words_hash_alike_in_every_process():
    code = "from sayso.weigh.texts import hash_word; print(hash_word('karez').hex())"
    run = [sys.executable, "-c", code]

    hashes = {subprocess.run(run, capture_output=True, check=True).stdout for _ in range(2)}

    assert len(hashes) == 1


sentences = some.sampled_from([*STRIKE, *FLOOD, f'He said: "{SPEECH}."', SPEECH, "Photo: file."])
pages = some.lists(
    some.tuples(
        some.lists(sentences, max_size=7),
        some.integers(1, 4),
        some.sampled_from(["Harbour Post", "Courier"]),
        some.sampled_from([None, "https://example.org/1"]),
    ),
    max_size=8,
).map(
    lambda rows: [
        text(f"r{n}", *lines, day=day, outlet=outlet, url=url)
        for n, (lines, day, outlet, url) in enumerate(rows)
    ]
)


@settings(deadline=None)
@given(pages, some.randoms(use_true_random=False))
def test_no_order_of_arrival_decides_anything(texts, chance):
    shuffled = [*texts, *texts[:2]]
    chance.shuffle(shuffled)
    index = ShingleIndex(shuffled)
    one_by_one = [found for one in texts for found in link(one, index.candidates(one))]

    assert find_copies(shuffled) == find_copies(texts)
    assert find_lineage(shuffled) == find_lineage(texts)
    assert set(one_by_one) == set(find_copies(texts))


@settings(deadline=None)
@given(pages, some.integers(1, 4))
def test_what_came_later_changes_nothing(texts, day):
    out = [one for one in texts if one.published <= f"2031-05-{day:02}"]
    ids = {one.id for one in out}

    assert find_copies(out) == tuple(one for one in find_copies(texts) if one.a in ids)
    assert find_lineage(out) == tuple(one for one in find_lineage(texts) if one.id in ids)
    assert find_lineage(out, find_copies(texts)) == find_lineage(out)


@settings(deadline=None)
@given(pages)
def test_every_run_is_equal_in_both_and_every_parent_earlier(texts):
    for one in texts:
        for other, runs in zip(texts, tile(one, texts), strict=True):
            for here, there, size in runs:
                assert (one.words[here : here + size] == other.words[there : there + size]).all()
    order = {one.id: one.order for one in texts}
    for found in find_lineage(texts):
        assert found.parent is None or order[found.parent] < order[found.id]


def test_one_report_is_added_to_many_and_changes_only_later_ones():
    index = ShingleIndex([text("b", *STRIKE, day=2), text("c", *FLOOD, day=3)])
    late = text("a", *STRIKE)
    index.add(late)

    assert index.candidates(late) == ()
    assert [one.id for one in index.later(late)] == ["b"]
    assert [one.id for one in index.candidates(index.later(late)[0])] == ["a"]


def test_the_measure_writes_what_its_scorer_reads(tmp_path):
    docs = tmp_path / "docs.jsonl"
    changed = [STRIKE[0].replace("12", "14"), *STRIKE[1:]]
    rows = [
        {"id": id_, "outlet": "Courier", "published": f"2031-05-0{day}", "text": "\n".join(lines)}
        for id_, day, lines in (("a", 1, STRIKE), ("b", 2, changed))
    ]
    docs.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")

    assert [*find_pairs([*read_texts(docs)])] == [{"a": "b", "b": "a", "label": "copy"}]
    assert [*trace(docs)] == [
        {"id": "a", "parent": None, "changed": []},
        {"id": "b", "parent": "a", "changed": [{"old": "12", "new": "14"}]},
    ]
    assert time_search(50).startswith("50 reports")


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="shared is not beside us")
def test_real_and_simulated_copies_are_found(tmp_path):
    newscopy, out = SHARED / "data" / "newscopy", tmp_path / "found.jsonl"

    def score(task, gold, rows):
        out.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        tool = SHARED / "tools" / "score_copies.py"
        run = [sys.executable, str(tool), task, str(newscopy / gold), str(out)]
        return json.loads(subprocess.run(run, capture_output=True, check=True).stdout)

    real = [*read_texts(SHARED / "data" / "ecbplus" / "docs.jsonl")]
    pairs = score("pairs", "natural_pairs.jsonl", find_pairs(real))
    lines = score("lineage", "sim_gold.jsonl", trace(newscopy / "sim_docs.jsonl"))

    assert min(pairs["copy"]["f"], pairs["reuse"]["f"]) >= 95
    assert pairs["quote_called_reuse"] == pairs["none_called_reuse"] == 0
    assert lines["parent_acc"] >= 92 and lines["root_acc"] >= 98.5 and lines["changed"]["f"] >= 93

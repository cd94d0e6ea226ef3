import json
from dataclasses import replace

import pytest

from bench.event_errors import differences
from bench.event_matches import head_of, is_retold, pair_events
from bench.event_passages import EventPassage, GoldEvent, read_event_passage
from bench.event_reading import merge_repeated, read_from_file, read_with_program
from bench.events import FLAGS, measure, report, tally
from sayso.types import Span

TEXT = "Shells hit a clinic in Harb on Monday and killed at least nine men. The shelling went on."
NINE = {
    "words": "at least nine men",
    "op": "at_least",
    "low": 9,
    "high": None,
    "categories": ["killed"],
    "group": "people",
    "scope": "total",
}
ROW = {
    "id": "1",
    "text": TEXT,
    "published_at": "2024-05-07",
    "events": [
        {
            "type": "shelling",
            "trigger": "hit",
            "also": ["shelling"],
            "roles": {"means": ["Shells"], "target": ["a clinic"]},
            "place": "Harb",
            "when": "Monday",
        },
        {
            "type": "killed",
            "trigger": "killed",
            "roles": {"victim": ["at least nine men"]},
            "counts": [NINE],
        },
    ],
}
GOLD = read_event_passage(ROW)


def span_of(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def reading(*events: GoldEvent) -> EventPassage:
    return replace(GOLD, events=events)


def f1(second: EventPassage, row: str) -> float:
    return measure([tally(pair_events(GOLD, second))], [row]).f1


def test_a_reading_agrees_with_itself_in_all():
    lines = list(report([pair_events(GOLD, GOLD)], with_types=True))

    assert {line.split(" F1 ")[1].split()[0] for line in lines if " F1 " in line} == {"100.0"}
    assert tuple(differences(pair_events(GOLD, GOLD))) == ()


def test_another_word_of_the_same_event_is_a_right_trigger():
    second = reading(GoldEvent("shelling", (span_of("shelling"),)))

    assert f1(second, "trigger+type") == pytest.approx(200 / 3)


def test_an_event_told_again_is_a_false_find_and_named_so():
    hit, shelling = (GoldEvent("shelling", (span_of(w),)) for w in ("hit", "shelling"))
    pair = pair_events(GOLD, reading(hit, shelling))

    assert pair.typed == {0: 0}
    assert is_retold(pair, 1)
    assert any(line.endswith("(told again)") for line in differences(pair))


def test_a_wrong_type_counts_for_the_trigger_alone():
    second = reading(GoldEvent("bombing", (span_of("hit"),)))

    assert f1(second, "trigger+type") == 0
    assert f1(second, "trigger") == pytest.approx(200 / 3)
    assert "read as bombing" in "\n".join(differences(pair_events(GOLD, second)))


def test_roles_are_compared_by_their_heads_under_one_name():
    longer = (span_of("a clinic in Harb"),)
    right = GoldEvent("shelling", (span_of("hit"),), (("target", longer),))
    wrong = GoldEvent("shelling", (span_of("hit"),), (("actor", longer),))

    assert f1(reading(right), "  of matched events") == pytest.approx(200 / 3)
    assert f1(reading(wrong), "  of matched events") == 0


def test_a_filler_may_be_told_by_what_it_stands_for():
    other = (span_of("Monday"), span_of("a clinic"))
    second = reading(GoldEvent("shelling", (span_of("hit"),), (("target", other),)))

    assert f1(second, "  of matched events") == pytest.approx(200 / 3)


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("at least nine men", "men"),
        ("dozens of boys", "boys"),
        ("the governor of Harb", "governor"),
        ("a clinic, which", "clinic"),
    ],
)
def test_the_head_is_found_by_the_form_of_the_phrase(phrase, head):
    assert head_of(phrase, Span(0, len(phrase))).of(phrase) == head


def test_a_count_is_right_with_its_ends_and_categories():
    killed = GOLD.events[1]
    about = replace(killed.counts[0], low=8, high=10)
    second = reading(replace(killed, counts=(about,)))

    assert f1(second, "counts") == 0
    assert f1(second, "  by their words") == 100
    assert f1(second, "  group of those") == 100


def test_modality_and_flags_are_compared_on_matched_triggers():
    hit, killed = GOLD.events
    second = reading(hit, replace(killed, modality="planned", negated=True, scope="generic"))

    assert f1(second, "modality happened") == pytest.approx(200 / 3)
    assert [flag for flag in FLAGS if f1(second, flag) == 0] == ["negated", "generic"]


def test_one_word_told_of_for_each_victim_is_one_event():
    killed = GOLD.events[1]
    other = replace(killed, roles=(("victim", (span_of("Shells"),)),), counts=())

    (merged,) = merge_repeated((killed, other, GoldEvent("said", killed.words)))

    assert len(merged.roles) == 2
    assert len(merged.counts) == 1


def test_what_sayso_annotate_writes_is_read_from_a_file(tmp_path):
    killed = span_of("killed")
    line = {
        "id": "1",
        "places": [{"start": TEXT.index("Harb"), "end": TEXT.index("Harb") + 4}],
        "times": [],
        "events": [
            {
                "type": "killed",
                "trigger": [killed.start, killed.stop],
                "roles": {},
                "counts": [],
                "place": 0,
                "when": None,
                "negated": False,
                "modality": "happened",
                "background": False,
            }
        ],
    }
    file = tmp_path / "out.jsonl"
    file.write_text(json.dumps(line), encoding="utf-8")

    (read,) = read_from_file([GOLD], file)
    (absent,) = read_from_file([replace(GOLD, id="2")], file)

    assert (read.events[0].words, read.events[0].places) == ((killed,), (span_of("Harb"),))
    assert absent.events == ()


@pytest.mark.model
def test_the_program_reads_the_passages_in_order():
    (read,) = read_with_program([GOLD])

    assert {e.type for e in read.events} == {"shelling", "killed"}

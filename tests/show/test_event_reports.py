"""Event reports come in from JSON lines and CSV, and leave as they came."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from bench.event_reports import write_merged
from sayso.errors import UnreadableTable
from sayso.read.event_reports import read_rows
from sayso.show.cli import app
from sayso.show.event_reports import (
    WRITERS,
    find_source_date,
    name_columns,
    report_of,
    row_of,
)
from sayso.show.rules import RULES_COLUMNS, describe_rules, rules_table, write_rules
from sayso.weigh.aggregation import RULES
from sayso.weigh.event_reports import Actor, EventReport, Site, Tally, group_events

MAVERICK = Path(__file__).parents[3] / "shared" / "data" / "maverick" / "dev.jsonl"

ROLES = {"initiator": 0, "perpetrator": 1, "intervener": 0, "bystander": 0, "victim": 0}
GUARD = {"name": "River Guard", "id": "X-1", "type": "Police", "subtype": None, "violence": None}
REPORT = {
    "id": "r1", "country": "Karez", "election": "X-2040",
    "date_start": "2040-06-01", "date_end": "2040-06-02",
    "city": "Sarn", "location": None, "latitude": -20.5, "longitude": 38, "geo_precision": 3,
    "event_context": "Protest", "target": "Citizens",
    "deaths_best": 3, "deaths_low": 2, "deaths_high": 5,
    "injuries_best": 0, "injuries_low": 0, "injuries_high": 0, "displacement": 0, "damage": 1,
    "source": 'Gazette (2040-06-03) Guard fires, "three dead"', "source_author": "Gazette",
    "source_type": "National news media", "source_classification": 2,
    "actors": [GUARD | ROLES],
}  # fmt: skip
OTHER = REPORT | {
    "id": "r2",
    "deaths_best": 5,
    "source": "Wire (2040-06-02) Five dead",
    "actors": [],
}


def line(*reports, event="E1"):
    return json.dumps({"event_id": event, "n_reports": len(reports), "reports": reports}) + "\n"


def read(path):
    return [report_of(row) for row in read_rows(path)]


def write(kind, reports, path):
    with path.open("w", encoding="utf-8", newline="") as stream:
        WRITERS[kind](reports, stream)
    return path


@pytest.fixture
def lines(tmp_path):
    path = tmp_path / "events.jsonl"
    path.write_text(line(REPORT, OTHER) + "\n" + line(REPORT, event="E2"), encoding="utf-8")
    return path


def test_a_row_is_read_with_its_actors_and_the_day_of_its_source(lines):
    first, second, third = read(lines)

    assert first.deaths == Tally(best=3, low=2, high=5)
    assert first.site == Site("Sarn", None, -20.5, 38, 3)
    assert first.actors[0].name == "River Guard" and first.actors[0].plays("perpetrator")
    assert (first.published, second.published) == ("2040-06-03", "2040-06-02")
    assert third.event == "E2"


def test_json_lines_come_back_as_they_were(lines, tmp_path):
    again = write("jsonl", read(lines), tmp_path / "again.jsonl")

    written = [json.loads(one) for one in lines.read_text("utf-8").splitlines() if one]
    assert [json.loads(one) for one in again.read_text("utf-8").splitlines()] == written


def test_csv_holds_the_same_records(lines, tmp_path):
    table = write("csv", read(lines), tmp_path / "events.csv")

    assert read(table) == read(lines)


def test_csv_has_the_columns_of_maverick_in_its_order(lines, tmp_path):
    table = write("csv", read(lines), tmp_path / "events.csv")

    header = table.read_text("utf-8").splitlines()[0].split(",")
    order = name_columns()
    assert header == [c for c in order if not c.startswith("certain") and c != "sampling"]
    assert header[:3] == ["id", "event_id", "country"] and header[-1] == "aggregation"
    assert header.index("actor1_victim") + 1 == header.index("actor2")


def test_columns_we_do_not_know_are_kept(tmp_path):
    table = tmp_path / "events.csv"
    table.write_text("event_id,note,certain2,deaths_low,actor9\nE,see map,1,NA,Guard\n", "utf-8")

    (report,) = read(table)
    again = write("csv", [report], tmp_path / "again.csv")

    assert report.others == (("certain2", "1"), ("note", "see map"))
    assert [a.name for a in report.actors] == [None] * 8 + ["Guard"]
    assert report.deaths.low is None
    assert read(again) == [report]
    header = again.read_text("utf-8").splitlines()[0].split(",")
    assert header.index("certain2") == 4 and header[-1] == "note"


def test_r_and_spreadsheets_are_read_too(tmp_path):
    table = tmp_path / "events.csv.gz"
    text = '\ufeff"event_id","latitude","deaths_best","city"\r\n"E",7.0,3.0,NA\r\n\r\n'
    table.write_bytes(gzip.compress(text.encode()))

    (report,) = read(table)

    assert (report.site.latitude, report.deaths.best, report.site.city) == (7, 3, None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("event_id,deaths_best\nE,many\n", "deaths_best is 'many'; write a number, or"),
        (
            "event_id,deaths_best\nE,2.5\n",
            "event E, row without id: deaths_best is '2.5'; write a whole number",
        ),
        ("event_id,latitude\nE,nan\n", "write a number"),
        ("event_id,actor1_victim\nE,2\n", "actor1_victim is '2'; write 0 or 1"),
        ("event_id,id\n,r7\n", "row r7 has no event_id"),
        ("event_id,id\nE\n", "events.txt:2: 1 cells for 2 columns"),
        ("id,city\nr,c\n", "with event_id among them"),
        ("event_id,city,city\nE,c,d\n", "name every column once"),
        ('event_id\n"E"x\n', "events.txt:2: "),
        ('{"event_id": 7, "reports": []}\n', "events.txt:1: Expected `str`"),
        ('{"event_id": "E", "reports": [{"notes": [{}]}]}\n', '"notes" is a list'),
        ("", "the first line must name every column"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(tmp_path, text, told):
    path = tmp_path / "events.txt"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(UnreadableTable) as refused:
        read(path)

    assert told in str(refused.value)


def test_a_missing_file_and_one_in_another_encoding_are_refused(tmp_path):
    with pytest.raises(UnreadableTable, match="No such file"):
        read(tmp_path / "none.csv")
    (tmp_path / "latin.csv").write_bytes("event_id,city\nE,Bouaké\n".encode("latin-1"))
    with pytest.raises(UnreadableTable, match="not UTF-8"):
        read(tmp_path / "latin.csv")


def test_no_cell_opens_a_formula(tmp_path):
    table = write("csv", [EventReport("E", target="=1+1")], tmp_path / "events.csv")

    assert "'=1+1" in table.read_text("utf-8")


def test_a_source_without_a_day_is_undated():
    assert find_source_date("Gazette, early June") is None
    assert find_source_date(None) is None


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("rule", RULES)
def test_rows_made_by_a_rule_are_written_like_any_other(lines, tmp_path, kind, rule):
    made = [RULES[rule](rows) for rows in group_events(read(lines))]

    again = read(write(kind, made, tmp_path / "made"))

    assert [(row.aggregation, row.deaths, row.actors) for row in again] == [
        (row.aggregation, row.deaths, row.actors) for row in made
    ]


# --- the table of rules ---


def test_the_table_shows_what_each_rule_gives_and_sums_it_up(lines, tmp_path):
    table = rules_table(group_events(read(lines)))

    first = table.rows[0]
    assert list(first) == list(RULES_COLUMNS)
    assert [first[f"deaths_{rule}"] for rule in RULES] == [2, 5, 5]  # r2 is out a day earlier
    assert (first["deaths_apart"], first["disputed"]) == (3, "deaths")
    assert (table.every.events, table.several.events) == (2, 1)
    assert "    rules give different deaths: 100.0%; 2.00 apart on average" in [
        *describe_rules(table)
    ]


def test_the_table_of_rules_is_written_as_csv(lines, tmp_path):
    out = tmp_path / "rules.csv"
    with out.open("w", encoding="utf-8", newline="") as stream:
        assert write_rules(rules_table(group_events(read(lines))), stream) == 2

    header, first, _ = out.read_text("utf-8").splitlines()
    assert header.split(",") == list(RULES_COLUMNS)
    assert first.startswith("E1,2,2,5,5,3,2,5,")


def test_a_table_of_no_events_says_so():
    assert [*describe_rules(rules_table([]))] == ["events: 0", "with two rows or more: 0"]


# --- measuring ---


def test_merged_events_are_written_as_the_scorer_reads_them(lines, tmp_path):
    write_merged(lines, tmp_path / "out.jsonl")

    first = json.loads((tmp_path / "out.jsonl").read_text("utf-8").splitlines()[0])
    assert first == {
        "event_id": "E1",
        "deaths": {"best": 5, "low": 2, "high": 5},
        "injuries": {"best": 0, "low": 0, "high": 0},
        "disputed": ["deaths"],
        "perpetrators": ["River Guard"],
        "victims": [],
    }


# --- laws ---

words = st.none() | st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("'=@-NA,\"\r\n"), min_size=1
)
whole = st.none() | st.integers(-9, 999)
degrees = st.none() | st.floats(-180, 180)
actors = st.builds(
    Actor, name=st.text("ab=", min_size=1), party=words, precision=whole,
    roles=st.just((("victim", True),)) | st.just(()),
)  # fmt: skip
reports = st.builds(
    EventReport, event=st.sampled_from(["E", "F"]), id=words, election=words, target=words,
    site=st.builds(Site, city=words, location=words, latitude=degrees, longitude=degrees),
    deaths=st.builds(Tally, whole, whole, whole), displacement=whole,
    actors=st.lists(actors, max_size=8).map(tuple),
    others=st.dictionaries(st.sampled_from(["x_a", "certain1"]), st.text("a=,'", min_size=1)).map(
        lambda told: tuple(told.items())
    ),
)  # fmt: skip


def by_event(found):
    return [
        row_of(report) | {"others": dict(report.others)}
        for rows in group_events(found)
        for report in rows
    ]


@pytest.mark.parametrize("kind", WRITERS)
@given(found=st.lists(reports, min_size=1, max_size=4))
def test_nothing_is_lost_on_the_way_out_and_in(kind, found, tmp_path_factory):
    path = write(kind, found, tmp_path_factory.mktemp("way") / "events")

    assert by_event(read(path)) == by_event(found)


@pytest.mark.shared
@pytest.mark.skipif(not MAVERICK.exists(), reason="shared/data/maverick is not beside us")
def test_the_whole_set_comes_back_as_it_was(tmp_path):
    found = read(MAVERICK)

    table = write("csv", found, tmp_path / "events.csv")
    again = write("jsonl", read(table), tmp_path / "events.jsonl")

    as_json = [
        [json.loads(one) for one in path.read_text("utf-8").splitlines()]
        for path in (MAVERICK, again)
    ]
    assert read(table) == found
    assert as_json[0] == as_json[1]


# --- the command that writes rows ---

ROWS = """event_id,id,deaths_best,deaths_low,deaths_high,source
E1,r1,4,4,4,Harbour Post (2031-03-06) Four dead at the bridge
E1,r2,4,3,6,Lantern (2031-03-07) Guard fires on a crowd
E2,r3,1,1,1,Harbour Post (2031-03-09) One dead
"""


def sayso(*words):
    return CliRunner().invoke(app, ["rows", *map(str, words)])


@pytest.fixture
def events(tmp_path):
    (tmp_path / "events.csv").write_text(ROWS, encoding="utf-8")
    return tmp_path / "events.csv"


@pytest.mark.parametrize("name", ["again.csv", "again.jsonl"])
def test_rows_go_out_as_they_came_in_the_format_of_the_name(events, name):
    out = events.with_name(name)
    assert sayso(events, "-o", out).exit_code == 0

    assert [report_of(r) for r in read_rows(out)] == [report_of(r) for r in read_rows(events)]


def test_with_a_rule_one_row_an_event_goes_out_and_names_the_rule(events):
    out = events.with_name("made.csv")
    assert sayso(events, "--rule", "conservative", "-o", out).exit_code == 0

    made = [report_of(row) for row in read_rows(out)]
    assert [(r.event, r.deaths.best, r.aggregation) for r in made] == [
        ("E1", 3, "conservative"),
        ("E2", 1, "conservative"),
    ]


def test_without_a_file_rows_go_to_standard_output_as_csv_or_as_asked(events):
    assert sayso(events).stdout.startswith("id,event_id,")
    assert sayso(events, "--format", "jsonl").stdout.startswith('{"event_id":"E1"')


def test_a_name_that_tells_no_format_is_refused_before_anything_is_written(events):
    out = events.with_name("made.txt")
    done = sayso(events, "-o", out)

    assert done.exit_code == 2
    assert not out.exists()

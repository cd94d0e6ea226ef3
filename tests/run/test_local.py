"""Many reports through the same function, on one process or several."""

import os
import subprocess
import sys
from itertools import count, islice

import pytest

from sayso.errors import MissingData, UnreadableTable
from sayso.run import local
from sayso.run.annotating import annotate_all
from sayso.run.local import Setup, read_all
from sayso.types import Refusal

TEXTS = (
    "The River Monitor said that 18 people were killed in Dalan.",
    "The Upland army denied that it had shelled the market in Dalan.",
    "Colonel Besim Rao said his men held the pass. He said the road was open.",
)
REFUSED = Refusal("broken.html", "the file is empty; fetch it again or remove it")


@pytest.fixture
def items(read):
    first, *rest = [read(text, given_id=str(number)) for number, text in enumerate(TEXTS)]
    return [first, REFUSED, *rest]


@pytest.mark.model
@pytest.mark.parametrize("jobs", [1, 2])
def test_reports_come_out_in_order_with_refusals_where_they_stood(items, setup, jobs):
    found = list(read_all(items, setup, jobs=jobs))

    assert found[1] == REFUSED
    assert [found[at][0] for at in (0, 2, 3)] == [items[at] for at in (0, 2, 3)]
    assert all(found[at][1] for at in (0, 2, 3))


@pytest.mark.model
def test_the_number_of_processes_changes_no_claim(items, setup):
    assert list(read_all(items, setup, jobs=2)) == list(read_all(items, setup))


@pytest.mark.model
def test_more_reports_than_fit_in_a_batch_stay_in_order(read, setup):
    many = [read(f"{TEXTS[0]} {number}") for number in range(2 * local.AHEAD + 3)]
    assert [found[0] for found in read_all(many, setup, jobs=2)] == many


@pytest.mark.model
def test_a_report_that_breaks_is_refused_and_the_run_goes_on(items, setup, monkeypatch):
    def break_on_one(report, reader):
        if report.given_id == "1":
            raise ZeroDivisionError("by zero")
        return (), ()

    monkeypatch.setattr(local, "read_report", break_on_one)
    found = list(read_all(items, setup))

    assert [isinstance(one, Refusal) for one in found] == [False, True, True, False]
    assert found[2].origin == "1" and "ZeroDivisionError: by zero" in found[2].why


@pytest.mark.model
def test_input_is_taken_as_it_is_asked_for(read, setup):
    endless = (read(f"{TEXTS[0]} {number}") for number in count())
    assert len(list(islice(read_all(endless, setup), 2))) == 2


@pytest.mark.model
def test_nothing_in_gives_nothing_out(setup):
    assert list(read_all([], setup)) == []


@pytest.mark.parametrize(("table", "told"), [("places", "none.tsv"), ("parties", "none.toml")])
def test_a_table_that_is_not_there_stops_the_run_before_it_begins(table, told, tmp_path):
    with pytest.raises((UnreadableTable, MissingData), match=told):
        local.load_reader(Setup(**{table: (tmp_path / told,)}))


def test_times_alone_need_neither_parser_nor_tables(read, tmp_path):
    nowhere = Setup((tmp_path / "none.tsv",))
    items = [read("Karez fell on 3 May 2031."), REFUSED]
    (_, found, claims), refused = annotate_all(items, nowhere, {"times", "passages"})

    assert ([when.value for when in found.times], claims) == (["2031-05-03"], ())
    assert refused == REFUSED


@pytest.mark.model
@pytest.mark.parametrize(
    ("parts", "has_events", "has_claims"),
    [({"claims"}, True, True), ({"events"}, True, False), ({"attributions"}, False, False)],
)
def test_only_what_the_parts_need_is_run(read, setup, parts, has_events, has_claims):
    ((_, found, claims),) = annotate_all([read(TEXTS[0])], setup, parts)

    assert found.attributions
    assert (bool(found.events), bool(claims)) == (has_events, has_claims)


@pytest.mark.parametrize(("given", "threads"), [({}, "1"), ({"OPENBLAS_NUM_THREADS": "2"}, "2")])
def test_a_process_reads_with_one_thread_unless_the_user_says_otherwise(given, threads):
    rest = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    code = "import sayso, os; print(os.environ['OPENBLAS_NUM_THREADS'])"
    done = subprocess.run(
        [sys.executable, "-c", code], env=rest | given, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == threads

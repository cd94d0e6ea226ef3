"""A page that is printed anew: its correction has an order, what it repeats is no new word."""

from dataclasses import replace

import pytest

from sayso.desk import Desk
from sayso.notes import Notice
from sayso.types import Event, Span
from tests.test_desk_retellings import (
    LONG,
    REGISTER,
    SHOPKEEPER,
    a_ledger,
    desk_on,
    moment,
    status,
    tell,
)
from tests.weigh.made_claims import KAREZ, count

PAGE = "https://post.example.org/karez"


def toll(number, outlet, at, dead, *, url=None, source=SHOPKEEPER, more=LONG):
    """A report that so many were killed."""
    event = Event("killed", Span(0, 1), counts=(count(dead, dead),))
    words = f"that {dead} people were killed at the mill"
    report, claims = tell(
        number, outlet, at, words, source=source, direct=False, after=more, event=event, place=KAREZ
    )
    return replace(report, url=url), claims


FIRST = toll(1, "Harbour Post", moment(3, 8), 21, url=PAGE)
COPY = toll(2, "Gazette", moment(3, 10), 21)
LATER = toll(3, "Harbour Post", moment(3, 20), 12, url=PAGE)


def figures(*items):
    with a_ledger() as ledger:
        dossiers = desk_on(ledger, *items).dossiers()
        (measure,) = [a.measure for d in dossiers for a in d.answers if a.measure]
        return measure.low, measure.high, measure.flags


@pytest.mark.parametrize("source", [SHOPKEEPER, None], ids=["a witness", "its own words"])
def test_a_page_that_corrects_its_figure_downwards_says_the_lower_one(source):
    first = toll(1, "Harbour Post", moment(3, 8), 21, url=PAGE, source=source)
    later = toll(3, "Harbour Post", moment(3, 20), 12, url=PAGE, source=source)

    assert figures(first, later) == (12, 12, ())
    assert figures(first) == (21, 21, ())


def test_what_others_copied_before_the_correction_is_no_later_word():
    assert figures(FIRST, COPY, LATER) == (12, 12, ())
    late = toll(4, "Gazette", moment(4, 6), 21)
    assert figures(FIRST, LATER, late) == (12, 12, ())


def test_without_an_address_nearly_the_same_words_of_an_outlet_tell_a_version():
    first, later = (replace(FIRST[0], url=None), FIRST[1]), (replace(LATER[0], url=None), LATER[1])
    assert figures(first, later) == (12, 12, ())


@pytest.mark.parametrize(
    "later",
    [
        toll(3, "Gazette", moment(3, 20), 12, url="https://gazette.example.org/1"),
        toll(3, "Harbour Post", moment(3, 8), 12, url=PAGE),
    ],
    ids=["of another outlet", "of the same minute"],
)
def test_a_changed_figure_elsewhere_or_of_the_same_time_has_no_order(later):
    assert figures(FIRST, later) == (21, 21, (("order_unknown", "person/ines-koll"),))


def versions(*items):
    with a_ledger() as ledger:
        known = desk_on(ledger, *items).reports()
        return {r.id[-1]: r.version_of and r.version_of[-1] for r in known.values()}


def test_each_report_tells_the_version_before_it():
    again = toll(4, "Harbour Post", moment(4, 7), 12, url=PAGE, more=f"{LONG} Rain fell.")

    expected = {"1": None, "2": None, "3": "1", "4": "3"}
    assert versions(FIRST, COPY, LATER, again) == expected
    assert versions(again, LATER, COPY, FIRST) == expected


@pytest.mark.parametrize(
    "other",
    [
        toll(3, "Harbour Post", moment(9, 8), 12),
        toll(3, "Harbour Post", moment(3, 20), 12, url=PAGE, more="Shops were shut on Sunday."),
    ],
    ids=["a bulletin of another day", "another text at one address"],
)
def test_what_is_another_text_or_day_is_no_version(other):
    assert versions(FIRST, other) == {"1": None, "3": None}


def test_a_sentence_that_a_page_keeps_is_no_new_word_of_its_speaker():
    kept = "that his men held the pass"
    first = tell(1, "Harbour Post", moment(3, 8), kept, direct=False, after=LONG)
    denial = tell(
        2, "Courier", moment(3, 20), "that his men held it", stance="denies", direct=False
    )
    later = tell(3, "Harbour Post", moment(3, 22), kept, direct=False, after=f"{LONG} Rain fell.")

    assert status(first, denial) == "denied"
    assert status(first, denial, later) == "denied"


def test_versions_are_the_same_for_any_order_of_arrival():
    with a_ledger() as one, a_ledger() as other:
        forth, back = desk_on(one, FIRST, COPY, LATER), desk_on(other, LATER, COPY, FIRST)
        assert forth.dossiers() == back.dossiers() == Desk(one, REGISTER).dossiers()


def test_as_of_a_time_before_the_correction_the_first_figure_stands():
    with a_ledger() as ledger:
        desk = desk_on(ledger, FIRST, LATER)
        (before,) = desk.dossiers(as_of=moment(3, 10).stop)
        (answer,) = [a for a in before.answers if a.measure]
        assert (answer.measure.low, answer.measure.high) == (21, 21)
        assert desk.reports(as_of=moment(3, 10).stop).keys() == {FIRST[0].id}


def test_a_notice_that_a_report_is_replaced_still_withdraws_it():
    with a_ledger() as ledger:
        desk = desk_on(ledger, FIRST, LATER)
        replaced = Notice(FIRST[0].id, "replaced_by", moment(3, 20), LATER[0].id)
        ledger.notice(replaced, recorded_at="2031-06-01T08:00:00Z")
        parties = desk.parties()

    assert parties.withdrawn == {FIRST[0].id: moment(3, 20).stop}
    assert parties.versions == {LATER[0].id: (FIRST[0].id,)}

"""A side holds for the date of the event: before and after it, its parties are outside."""

from dataclasses import replace

import pytest
from made_claims import (
    ARMY,
    MONITOR,
    REBELS,
    SHOPKEEPER,
    STAFF,
    VESK,
    at,
    claim,
    count,
    on,
)

from sayso.resolve.parties import Party, register_of
from sayso.types import Interval, Span, When
from sayso.weigh.event_times import happened_at
from sayso.weigh.questions import Parties
from sayso.weigh.weigher import weigh

SIDES = {"upland_staff": "upland", "upland_radio": "upland", "lowland_council": "lowland"}


def until(day, **more):
    """The Upland parties with their side up to a day of May 2031."""
    term = Interval("2030-01-01T00:00:00Z", f"2031-05-{day:02}T23:59:59Z")
    return Parties(sides=SIDES, terms=dict.fromkeys(("upland_staff", "upland_radio"), term), **more)


def in_year(year):
    told = Interval(f"{year}-01-01T00:00:00Z", f"{year}-12-31T23:59:59Z")
    return When(Span(50, 56), "DATE", str(year), told, "year", "explicit")


def standing(question, *claims, parties):
    (found,) = [
        answer.standing
        for dossier in weigh(claims, parties)
        for answer in dossier.answers
        if answer.proposition.question == question
    ]
    return found


HELD = claim("territory_control", STAFF, day=6, roles={"holder": ARMY}, when=at(5))


@pytest.mark.parametrize(
    ("last_day", "status"), [(31, "one_side"), (5, "one_side"), (4, "single_source")]
)
def test_who_no_longer_has_a_side_on_the_day_of_the_event_is_outside(last_day, status):
    found = standing("who_holds", HELD, parties=until(last_day))

    assert found.status == status
    assert found.no_party == (() if status == "one_side" else ("upland_staff",))


def test_the_day_of_the_event_counts_and_not_that_of_the_report():
    late = replace(HELD, published_at=on(28))
    assert standing("who_holds", late, parties=until(10)).status == "one_side"


def test_where_no_time_is_told_it_is_the_day_of_the_report():
    untold = replace(HELD, when=None)
    assert standing("who_holds", untold, parties=until(6)).status == "one_side"
    assert standing("who_holds", untold, parties=until(5)).status == "single_source"


def test_history_is_weighed_by_the_sides_of_its_own_time():
    before = replace(HELD, when=in_year(2001), event=replace(HELD.event, background=True))

    assert standing("who_holds", before, parties=until(31)).status == "single_source"
    assert (
        standing("who_holds", replace(before, when=in_year(2030)), parties=until(31)).status
        == "one_side"
    )


def test_two_offices_are_one_side_only_while_both_have_it():
    radio = replace(
        STAFF, label="Upland Radio", entity="group/upland_radio", organisation="upland_radio"
    )
    said = [
        HELD,
        claim(
            "territory_control", radio, day=6, outlet="Courier", roles={"holder": ARMY}, when=at(5)
        ),
    ]

    assert standing("who_holds", *said, parties=until(31)).origins_low == 1
    assert standing("who_holds", *said, parties=until(4)).status == "corroborated"


def test_an_accused_that_has_no_side_any_more_disputes_like_anybody():
    raid = {"roles": {"actor": ARMY}, "when": at(5), "day": 6}
    said = [
        claim("air_strike", MONITOR, **raid),
        claim("air_strike", SHOPKEEPER, outlet="Courier", **raid),
        claim("air_strike", STAFF, stance="denies", outlet="Gazette", **raid),
    ]
    assert standing("who_did_it", *said, parties=until(31)).status == "corroborated_denied"
    assert standing("who_did_it", *said, parties=until(4)).status == "disputed"


def test_of_one_life_each_fate_has_the_sides_of_its_own_time():
    roles = {"victim": VESK}
    parties = until(10, side_of=lambda who: "lowland" if who == VESK else None)
    taken = claim("captured", STAFF, day=28, roles=roles, when=at(2))
    killed = claim("killed", STAFF, day=28, outlet="Courier", roles=roles, when=at(27))
    (dossier,) = weigh([taken, killed], parties)

    found = {a.proposition.value: a.standing for a in dossier.answers}
    assert (found["captured"].no_party, found["killed"].no_party) == ((), ("upland_staff",))


def test_a_figure_of_a_party_that_has_no_side_any_more_is_an_outside_count():
    dead = claim(
        "killed", replace(STAFF, basis="record"), day=6, when=at(5), counts=(count(12, 12),)
    )
    found = [
        answer.measure
        for parties in (until(31), until(4))
        for dossier in weigh([dead], parties)
        for answer in dossier.answers
    ]
    assert [(one.middle, one.by_side) for one in found] == [(None, (("upland", 12, 12),)), (12, ())]


def test_who_was_of_a_side_loses_nothing_after_it():
    parties = Parties(sides=SIDES, terms={"upland_staff": Interval("2031-01-01T00:00:00Z", "2031-03-31T23:59:59Z")},
        side_of=lambda who: {ARMY: "upland", REBELS: "lowland"}.get(who),
        party_of=lambda who: {ARMY: "upland_staff", REBELS: "lowland_council"}.get(who))  # fmt: skip
    later = parties.on(on(5))

    assert (later.side_of(ARMY), later.side_of(REBELS)) == (None, "lowland")
    assert parties.on(None) is parties
    assert parties.on(Interval("2031-03-31T10:00:00Z", "2031-04-02T10:00:00Z")) is parties


def test_the_time_of_a_matter_reaches_over_all_that_its_claims_tell():
    early, late, untold = (replace(HELD, when=when) for when in (at(2), at(9), None))

    assert happened_at([untold, late, early]) == Interval(on(2).start, on(9).stop)
    assert happened_at([untold], on(3)) == on(3)
    assert happened_at([untold]) == HELD.published_at
    assert happened_at([replace(untold, published_at=None)]) is None


def test_the_register_gives_terms_only_where_it_has_days():
    one, other = (
        Party("one", "One", ("One",), start="2031-01-01"),
        Party("other", "Other", ("Other",)),
    )
    register = register_of([one, other])

    assert register.parties["one"].term == Interval("2031-01-01T00:00:00Z", "9999-12-31T23:59:59Z")
    assert register.parties["other"].term is None

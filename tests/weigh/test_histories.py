"""How a matter came to stand as it does: each change, when, and by whose words."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_claims import (
    A_SOURCE,
    ARMY,
    COUNCIL,
    MONITOR,
    REBELS,
    SHOPKEEPER,
    STAFF,
    VESK,
    at,
    claim,
    count,
    on,
    who,
)

from sayso.notes import Judgement
from sayso.types import Interval
from sayso.weigh.histories import find_differences, find_history, standing_judgements
from sayso.weigh.questions import Parties
from sayso.weigh.weigher import weigh

PARTIES = Parties(sides={"upland_staff": "upland", "lowland_council": "lowland"})
HELD = {"roles": {"holder": ARMY}}
TAKEN = claim("territory_control", STAFF, day=1, **HELD)
DENIED = claim("territory_control", COUNCIL, day=2, stance="denies", **HELD)
SEEN = claim("territory_control", SHOPKEEPER, day=3, outlet="Gazette", **HELD)
LEFT = claim("territory_control", COUNCIL, day=4, stance="admits", outlet="Lantern", **HELD)
EVERYTHING = (TAKEN, DENIED, SEEN, LEFT)


def history(*claims, parties=PARTIES, **more):
    (dossier,) = weigh(claims, parties)
    return find_history(dossier, parties, **more)


def moves(changes):
    """Day, status before and after of each."""
    name = lambda state: state.status if state is not None else None  # noqa: E731
    return [(change.at[8:10], name(change.before), name(change.after)) for change in changes]


def test_each_change_has_its_day_and_its_cause():
    found = history(*EVERYTHING)

    assert moves(found) == [
        ("01", None, "one_side"),
        ("02", "one_side", "disputed"),
        ("03", "disputed", "corroborated_denied"),
        ("04", "corroborated_denied", "corroborated"),
    ]
    assert [change.claims for change in found] == [(TAKEN,), (DENIED,), (SEEN,), (LEFT,)]


def test_what_moves_nothing_is_no_change():
    again = claim("territory_control", STAFF, day=2, outlet="Gazette", **HELD)

    assert moves(history(TAKEN, again)) == [("01", None, "one_side")]


def test_one_more_origin_is_a_change_though_the_status_stays():
    raid = {"when": at(1), "roles": {"target": who("the market")}}
    said = [
        claim("air_strike", source, day=day, **raid)
        for day, source in enumerate(
            (MONITOR, SHOPKEEPER, replace(SHOPKEEPER, entity="person/x")), 1
        )
    ]
    found = history(*said)

    assert [change.after.status for change in found][1:] == ["corroborated", "corroborated"]
    assert [change.after.origins_low for change in found] == [1, 2, 3]


def test_a_new_figure_is_a_change():
    toll = {"when": at(1), "roles": {"victim": who("people")}}
    said = [
        claim("killed", MONITOR, day=day, counts=(count(n, n),), **toll)
        for day, n in ((1, 3), (2, 8))
    ]
    found = history(*said)

    assert [(c.after.measure.low, c.after.measure.high) for c in found] == [(3, 3), (8, 8)]


def test_a_withdrawal_is_a_change_of_its_own_day_without_a_claim():
    parties = replace(PARTIES, withdrawn={TAKEN.report: "2031-05-06T12:00:00Z"})
    *_, last = history(TAKEN, parties=parties)

    assert (last.at, last.before.status, last.after.status) == (
        "2031-05-06T12:00:00Z", "one_side", "retracted",
    )  # fmt: skip
    assert (last.claims, last.withdrawn) == ((), (TAKEN.report,))


def test_what_excludes_it_moves_it_without_a_claim_of_its_own():
    theirs = claim("territory_control", COUNCIL, day=2, outlet="Gazette", roles={"holder": REBELS})
    moved = [c for c in history(TAKEN, theirs) if c.before is not None]

    assert moves(moved) == [("02", "one_side", "disputed")]
    assert moved[0].claims == ()


@pytest.mark.parametrize("last", [0, 1, 2, 3, 4])
def test_a_history_as_of_a_time_is_the_beginning_of_the_whole(last):
    found = history(*EVERYTHING, as_of=f"2031-05-{last:02}T23:59:59Z")

    assert found == history(*EVERYTHING)[:last]


def test_undated_claims_are_in_no_history():
    dead = claim("killed", STAFF, day=1, roles={"victim": VESK})
    undated = claim("killed", COUNCIL, day=None, stance="denies", roles={"victim": VESK})

    assert history(dead, undated) == history(dead)
    assert history(undated) == ()


def test_a_report_dated_to_the_day_is_out_when_its_day_is_over():
    noon = Interval("2031-05-01T12:00:00Z", "2031-05-01T12:00:00Z")
    first = replace(SEEN, published_at=noon)
    found = history(TAKEN, first)

    assert moves(found) == [("01", None, "single_source"), ("01", "single_source", "corroborated")]
    assert [change.at[11:13] for change in found] == ["12", "23"]


@settings(max_examples=40)
@given(st.lists(st.sampled_from(EVERYTHING), min_size=1, unique=True))
def test_the_last_change_leaves_what_stands_today(claims):
    (dossier,) = weigh(claims, PARTIES)
    after = {c.proposition: c.after for c in find_history(dossier, PARTIES)}

    assert {a.proposition.id: a.standing.status for a in dossier.answers} == {
        id_: state.status for id_, state in after.items() if state is not None
    }


@given(st.permutations(EVERYTHING))
def test_the_order_of_arrival_changes_no_history(claims):
    assert history(*claims) == history(*EVERYTHING)


# --- between two times ---


def differences(before, after, parties=PARTIES):
    at_ = "2031-05-02T23:59:59Z"
    return find_differences(weigh(before, parties), weigh(after, parties), at_)


def test_a_difference_tells_what_came_since():
    (found,) = differences(EVERYTHING[:2], EVERYTHING)

    assert (found.before.status, found.after.status) == ("disputed", "corroborated")
    assert found.claims == (SEEN, LEFT)
    assert found.at == on(4).stop


def test_a_matter_that_was_not_there_differs_from_nothing():
    (found,) = differences((), (TAKEN,))

    assert (found.before, found.after.status, found.claims) == (None, "one_side", (TAKEN,))


def test_what_nobody_spoke_of_since_is_no_difference():
    elsewhere = claim("protest", A_SOURCE, day=3, outlet="Gazette")

    assert differences(EVERYTHING, EVERYTHING) == ()
    assert [c.question for c in differences(EVERYTHING, (*EVERYTHING, elsewhere))] == ["happened"]


def test_a_word_that_moves_no_status_is_told_too():
    again = claim("territory_control", STAFF, day=3, outlet="Gazette", **HELD)
    (found,) = differences((TAKEN,), (TAKEN, again))

    assert found.before == found.after
    assert found.claims == (again,)


def test_judgements_on_either_claim_of_a_pair_are_found():
    ours = Judgement("1", "elsewhere", "same", "N", "why", "2031-06-01T00:00:00Z", TAKEN.id)
    theirs = Judgement("2", "elsewhere", "misread", "N", "why", "2031-06-01T00:00:00Z")

    assert standing_judgements((ours, theirs), (TAKEN,)) == (ours,)

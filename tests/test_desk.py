"""The desk over a real ledger: as of any time, with what people laid beside the claims."""

from dataclasses import replace

import pytest

from sayso.desk import Desk
from sayso.errors import NotInLedger
from sayso.ledger.judgements import judgement_id
from sayso.ledger.store import open_ledger
from sayso.notes import Judgement, Notice
from sayso.resolve.parties import Party, register_of
from sayso.types import Event, Role, Span
from tests.ledger.make_reports import day, make_claim, make_report
from tests.weigh.made_claims import (
    A_SOURCE,
    ARMY,
    COUNCIL,
    DALAN,
    KAREZ,
    MONITOR,
    SHOPKEEPER,
    STAFF,
)

REGISTER = register_of(
    [
        Party("upland_staff", "Upland General Staff", ("Upland General Staff",), side="upland"),
        Party("lowland_council", "Lowland Council", ("Lowland Council",), side="lowland"),
        Party("river_monitor", "River Monitor", ("River Monitor",)),
    ]
)
WORDS = "the pass was in the hands of the Upland army"
LONG = " ".join(
    f"Trader {name} waited at the {thing} with two carts until the guards let him through."
    for name, thing in zip(
        "Bero Kasim Lund Marek Osta Pell Roke".split(),
        "bridge ford tunnel mill chapel quarry depot".split(),
        strict=True,
    )
)


def tell(
    number, source=None, *, stance="asserts", place=KAREZ, body="", made_by="rules/1.0.0", **fields
):
    """A report of the day of that number with one claim: who holds the place."""
    text = f"Report {number}. It was said that {WORDS}. {body}"
    report = make_report(number, text=text, published_at=day(number), **fields)
    event = Event("territory_control", Span(10, 16), (Role("holder", ARMY),))
    claim = make_claim(
        report, WORDS, event=event, place=place, stance=stance, made_by=made_by,
        chain=() if source is None else (source,), own=source is None,
    )  # fmt: skip
    return report, (claim,)


ONE_SIDE, DENIAL, SEEN = (
    tell(1, STAFF), tell(2, COUNCIL, stance="denies"), tell(3, SHOPKEEPER, outlet="Gazette"),
)  # fmt: skip


def id_of(item):
    return item[1][0].id


def hour(number):
    return f"2031-06-10T{number:02}:00:00Z"


@pytest.fixture
def ledger(tmp_path):
    with open_ledger(tmp_path / "a.ledger") as opened:
        yield opened


def desk_on(ledger, *items):
    for number, item in enumerate(items):
        ledger.append(*item, recorded_at=hour(number), made_by="rules/1.0.0")
    return Desk(ledger, REGISTER)


def standing(desk, item, **when):
    (answer,) = desk.dossier_of(id_of(item), **when).answers
    return answer.standing


def status(desk, item, **when):
    return standing(desk, item, **when).status


def judge(ledger, item, says, *, at=20, **of):
    one = id_of(item)
    made = judgement_id(one, says, by="Nadia Vey", at=hour(at), **of)
    found = Judgement(made, one, says, "Nadia Vey", "Read it again", hour(at), **of)
    ledger.judge(found, recorded_at=hour(at))
    return found


def take_back(ledger, judgement, *, at=22):
    of = {"other": judgement.other, "value": judgement.value, "withdraws": judgement.id}
    made = judgement_id(judgement.claim, judgement.says, by="Tomas Rehn", at=hour(at), **of)
    back = Judgement(made, judgement.claim, judgement.says, "Tomas Rehn", "Wrong", hour(at), **of)
    ledger.judge(back, recorded_at=hour(at))


# --- as of a time ---


@pytest.mark.parametrize(
    ("number", "expected"), [(1, "one_side"), (2, "disputed"), (3, "corroborated_denied")]
)
def test_the_published_clock_shows_what_the_public_could_know(ledger, number, expected):
    desk = desk_on(ledger, SEEN, DENIAL, ONE_SIDE)

    assert status(desk, ONE_SIDE, as_of=day(number).stop) == expected


def test_a_report_of_the_day_is_not_out_before_the_day_is_over(ledger):
    desk = desk_on(ledger, ONE_SIDE, DENIAL)

    assert status(desk, ONE_SIDE, as_of="2031-05-02T23:59:58Z") == "one_side"


def test_the_recorded_clock_shows_what_this_ledger_held(ledger):
    desk = desk_on(ledger, SEEN, DENIAL, ONE_SIDE)

    assert status(desk, SEEN, as_of=hour(0), clock="recorded") == "single_source"
    assert status(desk, SEEN, as_of=hour(1), clock="recorded") == "disputed"
    assert status(desk, SEEN, as_of=hour(2), clock="recorded") == "corroborated_denied"


def test_as_of_a_time_is_a_ledger_of_the_reports_of_that_time(ledger, tmp_path):
    whole = desk_on(ledger, SEEN, DENIAL, ONE_SIDE)
    with open_ledger(tmp_path / "b.ledger") as other:
        part = desk_on(other, ONE_SIDE, DENIAL)

        assert whole.dossiers(as_of=day(2).stop) == part.dossiers(as_of=day(2).stop)
        assert whole.dossiers(as_of=day(2).stop) == part.dossiers()


def test_a_claim_that_is_not_out_yet_is_not_found(ledger):
    desk = desk_on(ledger, ONE_SIDE, DENIAL)

    with pytest.raises(NotInLedger, match="as of 2031-05-01"):
        desk.dossier_of(id_of(DENIAL), as_of=day(1).stop)


def test_what_is_appended_later_is_seen_by_a_desk_that_has_looked(ledger):
    desk = desk_on(ledger, ONE_SIDE)
    assert status(desk, ONE_SIDE) == "one_side"

    ledger.append(*DENIAL, recorded_at=hour(9))
    assert status(desk, ONE_SIDE) == "disputed"

    ledger.notice(Notice(DENIAL[0].id, "withdrawn", day(4)), recorded_at=hour(10))
    assert status(desk, ONE_SIDE) == "one_side"


# --- judgements ---


def test_a_misread_claim_is_shown_and_never_weighed(ledger):
    desk = desk_on(ledger, ONE_SIDE, DENIAL)
    judge(ledger, DENIAL, "misread")

    assert status(desk, ONE_SIDE) == "one_side"
    assert id_of(DENIAL) in [claim.id for claim in desk.dossier_of(id_of(ONE_SIDE)).claims]
    assert id_of(DENIAL) not in desk.dossier_of(id_of(ONE_SIDE)).answers[0].claims


def test_a_judgement_counts_from_its_time_until_it_is_taken_back(ledger):
    desk = desk_on(ledger, ONE_SIDE, DENIAL)
    take_back(ledger, judge(ledger, DENIAL, "misread", at=20), at=22)

    found = [status(desk, ONE_SIDE, as_of=hour(n)) for n in (19, 20, 21, 22)]
    assert found == ["disputed", "one_side", "one_side", "disputed"]
    assert status(desk, ONE_SIDE) == "disputed"


def test_a_matter_of_which_all_was_misread_has_no_question_left(ledger):
    desk = desk_on(ledger, ONE_SIDE)
    judge(ledger, ONE_SIDE, "misread")

    dossier = desk.dossier_of(id_of(ONE_SIDE))
    assert (dossier.answers, len(dossier.claims)) == ((), 1)


def test_two_matters_judged_the_same_are_one_until_that_is_taken_back(ledger):
    there = tell(2, COUNCIL, stance="denies", place=DALAN)
    desk = desk_on(ledger, ONE_SIDE, there)
    assert len(desk.dossiers()) == 2

    judged = judge(ledger, there, "same", other=id_of(ONE_SIDE))
    assert len(desk.dossiers()) == 1
    assert status(desk, ONE_SIDE) == "disputed"

    take_back(ledger, judged)
    assert len(desk.dossiers()) == 2


@pytest.mark.parametrize("swap", [False, True])
def test_one_matter_judged_different_is_two_whichever_claim_is_named_first(ledger, swap):
    desk = desk_on(ledger, ONE_SIDE, DENIAL)
    one, other = (DENIAL, ONE_SIDE) if swap else (ONE_SIDE, DENIAL)

    judged = judge(ledger, one, "different", other=id_of(other))
    assert (status(desk, ONE_SIDE), status(desk, DENIAL)) == ("one_side", "denied")

    take_back(ledger, judged)
    assert status(desk, ONE_SIDE) == status(desk, DENIAL) == "disputed"


def test_a_persons_own_status_stands_beside_and_moves_nothing(ledger):
    desk = desk_on(ledger, ONE_SIDE, DENIAL)
    before = desk.dossiers()
    judged = judge(ledger, ONE_SIDE, "status", value="true")

    assert desk.dossiers() == before
    assert desk.judgements() == (judged,)


# --- withdrawals and copies ---


def test_a_withdrawal_counts_from_its_own_day(ledger):
    desk = desk_on(ledger, ONE_SIDE)
    ledger.notice(Notice(ONE_SIDE[0].id, "withdrawn", day(4)), recorded_at=hour(9))

    assert status(desk, ONE_SIDE, as_of=day(3).stop) == "one_side"
    assert status(desk, ONE_SIDE, as_of=day(4).stop) == "retracted"
    assert status(desk, ONE_SIDE, as_of=hour(8), clock="recorded") == "one_side"
    assert status(desk, ONE_SIDE, as_of=hour(9), clock="recorded") == "retracted"


FIRST = tell(1, SHOPKEEPER, body=LONG, outlet="Harbour Post")
COPY = tell(2, SHOPKEEPER, body=LONG, outlet="Gazette")
COPY_OF_COPY = tell(3, SHOPKEEPER, body=LONG, outlet="Lantern")
ALONE = tell(4, MONITOR, outlet="Coast Sheet")


def test_the_withdrawal_of_a_report_takes_its_copies_along(ledger):
    desk = desk_on(ledger, FIRST, COPY, COPY_OF_COPY)
    ledger.notice(Notice(FIRST[0].id, "withdrawn", day(5)), recorded_at=hour(9))

    assert status(desk, COPY_OF_COPY, as_of=day(4).stop) == "single_source"
    assert status(desk, COPY_OF_COPY) == "retracted"


def test_the_withdrawal_of_a_copy_leaves_what_it_copied(ledger):
    desk = desk_on(ledger, FIRST, COPY, ALONE)
    ledger.notice(Notice(COPY[0].id, "withdrawn", day(5)), recorded_at=hour(9))

    assert status(desk, FIRST) == "corroborated"
    assert desk.parties().withdrawn.keys() == {COPY[0].id}


def test_a_withdrawal_leaves_those_who_say_it_in_words_of_their_own(ledger):
    desk = desk_on(ledger, FIRST, COPY, ALONE)
    ledger.notice(Notice(FIRST[0].id, "withdrawn", day(5)), recorded_at=hour(9))

    assert (status(desk, ALONE), standing(desk, ALONE).asserting) == (
        "single_source",
        ("river_monitor",),
    )


def test_the_report_that_replaces_another_stands(ledger):
    desk = desk_on(ledger, FIRST, COPY)
    ledger.notice(Notice(FIRST[0].id, "replaced_by", day(2), COPY[0].id), recorded_at=hour(9))

    assert status(desk, COPY) == "single_source"


@pytest.mark.parametrize(("body", "most"), [(LONG, 1), ("", 2)])
def test_an_unnamed_source_counts_once_in_copies_and_apart_elsewhere(ledger, body, most):
    unnamed = replace(A_SOURCE, basis="saw")
    told = [tell(n, unnamed, body=body, outlet=o) for n, o in ((1, "Post"), (2, "Gazette"))]
    found = standing(desk_on(ledger, *told), told[0])

    assert (found.origins_low, found.origins_high, found.reports) == (0, most, 2)


def test_which_report_copies_which_is_told_at_any_depth(ledger):
    desk = desk_on(ledger, COPY_OF_COPY, COPY, FIRST, ALONE)
    first, copy, last = (item[0].id for item in (FIRST, COPY, COPY_OF_COPY))

    assert desk.parties().copies == {copy: (first,), last: tuple(sorted((first, copy)))}


# --- history and differences ---


@pytest.mark.parametrize("until", [1, 2, 3, 5])
def test_the_last_change_of_a_history_is_what_stands(ledger, until):
    desk = desk_on(ledger, SEEN, DENIAL, ONE_SIDE)
    ledger.notice(Notice(DENIAL[0].id, "withdrawn", day(4)), recorded_at=hour(9))
    as_of = day(until).stop

    *_, last = desk.history(desk.dossier_of(id_of(ONE_SIDE), as_of=as_of), as_of=as_of)
    now = standing(desk, ONE_SIDE, as_of=as_of)

    assert (last.after.status, last.after.origins_low, last.after.origins_high) == (
        now.status,
        now.origins_low,
        now.origins_high,
    )


def test_a_history_names_the_withdrawn_report(ledger):
    desk = desk_on(ledger, ONE_SIDE, DENIAL)
    ledger.notice(Notice(DENIAL[0].id, "withdrawn", day(4)), recorded_at=hour(9))
    *_, last = desk.history(desk.dossier_of(id_of(ONE_SIDE)))

    assert (last.at, last.withdrawn) == (day(4).stop, (DENIAL[0].id,))
    assert (last.before.status, last.after.status) == ("disputed", "one_side")


def test_differences_are_those_since_the_time_asked_for(ledger):
    desk = desk_on(ledger, ONE_SIDE, DENIAL, SEEN)

    assert [(c.before.status, c.after.status) for c in desk.differences(day(2).stop)] == [
        ("disputed", "corroborated_denied")
    ]
    assert [c.after.status for c in desk.differences(day(1).stop, as_of=day(2).stop)] == [
        "disputed"
    ]
    assert desk.differences(day(3).stop) == ()


def test_differences_on_the_recorded_clock_are_what_we_learned_since(ledger):
    desk = desk_on(ledger, ONE_SIDE, SEEN, DENIAL)
    (found,) = desk.differences(hour(1), clock="recorded")

    assert (found.before.status, found.after.status) == ("corroborated", "corroborated_denied")
    assert [claim.id for claim in found.claims] == [id_of(DENIAL)]


def test_a_withdrawal_since_then_is_a_difference(ledger):
    desk = desk_on(ledger, ONE_SIDE, DENIAL)
    ledger.notice(Notice(DENIAL[0].id, "withdrawn", day(4)), recorded_at=hour(9))
    (found,) = desk.differences(day(3).stop)

    assert (found.before.status, found.after.status) == ("disputed", "one_side")


def test_a_difference_by_withdrawal_is_of_its_day_and_names_the_report(ledger):
    desk = desk_on(ledger, ONE_SIDE, DENIAL)
    ledger.notice(Notice(DENIAL[0].id, "withdrawn", day(4)), recorded_at=hour(9))
    (found,) = desk.differences(day(3).stop)

    assert (found.at, found.withdrawn) == (day(4).stop, (DENIAL[0].id,))


def test_an_older_report_learned_later_changes_the_matter_and_makes_no_new_one(ledger):
    desk = desk_on(ledger, DENIAL, ONE_SIDE)
    (found,) = desk.differences(hour(0), clock="recorded")

    assert found.before is not None
    assert (found.before.status, found.after.status) == ("denied", "disputed")


# --- why, and what if ---


def test_every_question_has_its_reasons(ledger):
    desk = desk_on(ledger, ONE_SIDE, DENIAL, SEEN)
    dossier = desk.dossier_of(id_of(ONE_SIDE))
    (found,) = desk.reasons(dossier).values()

    assert [(g.group, g.stance, g.worth) for g in found.groups] == [
        ("lowland_council", "deny", "knows"),
        ("person/ines-koll", "assert", "knows"),
        ("upland_staff", "assert", "knows"),
    ]


def test_reasons_as_of_a_time_name_nobody_later(ledger):
    desk = desk_on(ledger, ONE_SIDE, DENIAL, SEEN)
    when = {"as_of": day(1).stop}
    (found,) = desk.reasons(desk.dossier_of(id_of(ONE_SIDE), **when), **when).values()

    assert [g.group for g in found.groups] == ["upland_staff"]


def test_a_witness_taken_for_a_party_corroborates_no_more(ledger):
    desk = desk_on(ledger, ONE_SIDE, SEEN)
    dossier = desk.dossier_of(id_of(ONE_SIDE))
    supposed = desk.weigh_otherwise(dossier, {"person/ines-koll": "upland"})

    assert (dossier.answers[0].standing.status, supposed.answers[0].standing.status) == (
        "corroborated",
        "one_side",
    )
    assert desk.dossier_of(id_of(ONE_SIDE)) == dossier


def test_a_side_is_known_by_its_own_name_and_by_that_of_a_party(ledger):
    desk = desk_on(ledger, ONE_SIDE)

    assert desk.side_named("Upland") == desk.side_named("upland general staff") == "upland"
    assert desk.side_named("Nobody") is None


# --- a newer reading ---


def read_again(item, *, made_by, **changed):
    """The same report in the words of a newer reader."""
    report, (claim,) = item
    return report, (replace(claim, made_by=made_by, **changed),)


def test_a_newer_reading_replaces_the_old_and_is_weighed_once(ledger):
    again = read_again(DENIAL, made_by="rules/1.1.0", id="newer", stance="asserts")
    desk = desk_on(ledger, ONE_SIDE, DENIAL)
    ledger.append(*again, recorded_at=hour(9))
    fresh = Desk(ledger, REGISTER)

    assert [claim.id for claim in fresh.claims_of(DENIAL[0].id)] == ["newer"]
    assert status(fresh, ONE_SIDE) == "corroborated"
    assert status(desk, ONE_SIDE, as_of=hour(8), clock="recorded") == "disputed"


def test_a_newer_reading_is_seen_by_a_desk_that_has_looked(ledger):
    desk = desk_on(ledger, ONE_SIDE, DENIAL)
    assert status(desk, ONE_SIDE) == "disputed"

    ledger.append(*read_again(DENIAL, made_by="rules/1.1.0", stance="asserts"), recorded_at=hour(9))
    assert status(desk, ONE_SIDE) == "corroborated"


def test_a_claim_that_a_newer_reading_dropped_is_still_found_and_judged(ledger):
    desk = desk_on(ledger, ONE_SIDE, DENIAL)
    judged = judge(ledger, DENIAL, "misread")
    ledger.append(DENIAL[0], (), recorded_at=hour(21), made_by="rules/1.1.0")

    assert desk.claims_of(DENIAL[0].id) == ()
    assert ledger.claim(id_of(DENIAL)) == DENIAL[1][0]
    assert desk.judgements() == (judged,)
    take_back(ledger, judged)
    assert desk.judgements() == ()


def test_a_judgement_holds_for_the_same_claim_in_a_newer_reading(ledger):
    desk = desk_on(ledger, ONE_SIDE, DENIAL)
    judge(ledger, DENIAL, "misread")
    ledger.append(*read_again(DENIAL, made_by="rules/1.1.0"), recorded_at=hour(21))

    assert desk.claims_of(DENIAL[0].id)[0].made_by == "rules/1.1.0"
    assert status(desk, ONE_SIDE) == "one_side"


def test_a_link_that_people_made_holds_after_a_newer_reading(ledger):
    there = tell(2, COUNCIL, stance="denies", place=DALAN)
    desk = desk_on(ledger, ONE_SIDE, there)
    judge(ledger, there, "same", other=id_of(ONE_SIDE))
    for item in (ONE_SIDE, there):
        ledger.append(*read_again(item, made_by="rules/1.1.0"), recorded_at=hour(21))

    assert status(desk, ONE_SIDE) == "disputed"

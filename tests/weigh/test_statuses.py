"""Each row of the status table, and how a proposition moves from one to the next."""

from dataclasses import replace

import pytest

from sayso.types import Interval
from sayso.weigh.assertions import Assertion, Proposition, Standing, Voice, read_quantity
from sayso.weigh.statuses import judge, stand, survey
from sayso.weigh.what_if import judge_if_partial

GAZETTE = Voice("Gazette", "outlet")
LANTERN = Voice("Lantern", "outlet")
WIRE = Voice("Wire", "agency")
BAKER = Voice("Ines Koll", "witness")
MILLER = Voice("Rado Venn", "witness")
OBSERVERS = Voice("Observers", "monitor")
ENVOY = Voice("the far envoy", "government", organisation="far_republic")
COLONEL = Voice("Colonel Drev", "military", organisation="upland_staff")
PREFECT = Voice("the prefect", "government", organisation="upland_prefecture")
OFFICER = Voice("an officer", "military", "unnamed", organisation="upland_staff")
CAPTAIN = Voice("Captain Uza", "rebel", organisation="delta_command")
ADMIRAL = Voice("Admiral Quist", "military", organisation="coast_navy")

REGISTER = {
    "upland_staff": "upland",
    "upland_prefecture": "upland",
    "delta_command": "delta",
    "coast_navy": "coast",
}
HELD = Proposition("upland holds", gains=("upland",), contradicts=("delta holds",))
LOST = Proposition("delta holds", gains=("delta",), contradicts=("upland holds",))
RAIDED = Proposition("upland raided", loses=("upland_staff",))
KILLED = replace(RAIDED, id="killed", event="raid", category="killed")
IN_SARN = Proposition("in Sarn", superseded_by=("abroad",))
ABROAD = Proposition("abroad")
PROPOSITIONS = (HELD, LOST, RAIDED, KILLED, IN_SARN, ABROAD)


def on(day: int) -> Interval:
    return Interval(f"2040-06-{day:02}T12:00:00Z", f"2040-06-{day:02}T12:00:00Z")


def say(of: Proposition, day: int, *chain: Voice, outlet: Voice = GAZETTE, **more) -> Assertion:
    name = f"{day}{outlet.name}"
    more = {"id": name, "report": name, "basis": "saw", "stance": "assert"} | more
    return Assertion(outlet=outlet, proposition=of.id, published=on(day), chain=chain, **more)


def weigh(of: Proposition, *said: Assertion, as_of: str | None = None) -> Standing:
    return stand(PROPOSITIONS, said, as_of=as_of, register=REGISTER)[of.id]


def history(of: Proposition, said: list[Assertion]) -> list[tuple[str, int, int]]:
    """Status, origins and positions at each time something came out."""
    times = sorted({one.published.stop for one in said})
    found = [weigh(of, *said, as_of=time) for time in times]
    return [(one.status, one.origins_low, len(one.positions)) for one in found]


def test_a_ford_is_claimed_copied_denied_seen_and_at_last_given_up():
    said = [
        say(HELD, 1, COLONEL, outlet=WIRE),
        *(
            say(HELD, 2, COLONEL, outlet=Voice(name, "outlet"), copies=("1Wire",))
            for name in ("Gazette", "Lantern", "Bell", "Herald")
        ),
        say(HELD, 3, CAPTAIN, stance="deny"),
        say(HELD, 4, outlet=LANTERN),
        say(HELD, 5, CAPTAIN, outlet=WIRE),
    ]

    assert history(HELD, said) == [
        ("one_side", 1, 0),
        ("one_side", 1, 0),
        ("disputed", 1, 0),
        ("corroborated_denied", 2, 0),
        ("corroborated", 3, 0),
    ]
    assert weigh(HELD, *said, as_of=on(2).stop).reports == 5


def test_a_raid_is_blamed_on_someone_by_those_who_know_nothing_and_then_by_those_who_do():
    said = [
        say(RAIDED, 1, ENVOY, basis="reacts"),
        say(RAIDED, 2, OFFICER, stance="deny"),
        say(RAIDED, 3, OBSERVERS),
        say(RAIDED, 4, COLONEL, stance="deny"),
        say(RAIDED, 5, BAKER),
        say(RAIDED, 6, ADMIRAL, stance="deny"),
    ]

    assert history(RAIDED, said) == [
        ("no_basis", 0, 1),
        ("disputed", 0, 1),
        ("single_source", 1, 1),
        ("disputed", 1, 1),
        ("corroborated_denied", 2, 1),
        ("disputed", 2, 1),
    ]
    assert weigh(RAIDED, *said, as_of=on(3).stop).denying == ("upland_staff",)


def test_a_second_outlet_with_a_second_witness_makes_two():
    wire = say(HELD, 1, COLONEL, outlet=WIRE)
    copied = say(HELD, 2, COLONEL, copies=("1Wire",))
    witness = say(HELD, 2, BAKER)

    assert weigh(HELD, wire, copied, witness).asserting == ("Ines Koll", "upland_staff")


def test_unnamed_witnesses_of_two_outlets_count_only_at_the_upper_end():
    crowd = Voice("villagers", "witness", "unnamed")
    found = weigh(RAIDED, say(RAIDED, 1, crowd), say(RAIDED, 1, crowd, outlet=LANTERN))

    assert (found.status, found.origins_low, found.origins_high) == ("no_basis", 0, 2)


def test_three_politicians_who_agree_are_three_positions():
    envoys = [replace(ENVOY, organisation=name) for name in ("far", "farther", "farthest")]
    found = weigh(RAIDED, *(say(RAIDED, 1, one, basis="assesses") for one in envoys))

    assert found.status == "no_basis"
    assert found.positions == (("for", "far"), ("for", "farther"), ("for", "farthest"))


def test_two_offices_of_a_side_do_not_corroborate_each_other():
    found = weigh(HELD, say(HELD, 1, COLONEL), say(HELD, 2, PREFECT))

    assert (found.status, found.origins_low, found.origins_high) == ("one_side", 1, 2)


def test_an_admission_by_the_side_that_loses_corroborates():
    assert weigh(HELD, say(HELD, 1, COLONEL), say(HELD, 2, CAPTAIN)).status == "corroborated"


def test_who_takes_it_back_and_who_withdraws_the_report_leave_it_retracted():
    said = say(HELD, 1, COLONEL, outlet=WIRE)
    copied = say(HELD, 2, COLONEL, copies=("1Wire",))
    taken_back = say(HELD, 3, COLONEL, stance="retract")
    withdrawn = replace(said, withdrawn=on(3).start)

    assert weigh(HELD, said, copied, taken_back).status == "retracted"
    assert weigh(HELD, withdrawn, copied).status == "retracted"
    assert weigh(HELD, withdrawn, copied, as_of=on(2).stop).status == "one_side"


def test_a_source_that_names_a_new_place_supersedes_the_old():
    here, there = say(IN_SARN, 1, BAKER), say(ABROAD, 2, BAKER)

    assert weigh(IN_SARN, here, there).status == "superseded"
    assert weigh(IN_SARN, here, there, replace(here, published=on(3))).status == "single_source"


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ([], "none"),
        ([say(RAIDED, 1, COLONEL, stance="deny")], "denied"),
        ([say(RAIDED, 1, BAKER, stance="unclear")], "unclear"),
        ([say(RAIDED, 1, BAKER)], "single_source"),
        ([say(RAIDED, 1, BAKER, hedged=True)], "no_basis"),
        ([say(RAIDED, 1, BAKER), say(RAIDED, 1, MILLER)], "corroborated"),
        ([say(RAIDED, 1, CAPTAIN, basis="reacts")], "one_side"),
        ([say(RAIDED, 1, ENVOY, basis="reacts"), say(RAIDED, 2, OFFICER, stance="deny")], "disputed"),
    ],
)  # fmt: skip
def test_each_row_of_the_table_holds(said, status):
    assert weigh(RAIDED, *said).status == status


def test_a_sweeping_denial_and_a_tally_of_the_year_stand_beside():
    found = weigh(
        RAIDED,
        say(RAIDED, 1, BAKER),
        say(RAIDED, 2, COLONEL, stance="deny", scope="generic"),
        say(RAIDED, 2, OBSERVERS, scope="aggregate"),
    )

    assert found.status == "single_source"
    assert found.beside == ("Observers", "upland_staff")


def test_nobody_was_killed_denies_that_people_were():
    nobody = say(KILLED, 1, COLONEL, quantity=read_quantity("none"))

    assert weigh(KILLED, nobody).status == "denied"


def test_who_changed_sides_weighs_against_and_who_cannot_be_ordered_weighs_in_both():
    before, after = say(HELD, 1, BAKER), say(LOST, 2, BAKER)
    same_day = replace(after, published=on(1))

    assert weigh(HELD, before, after).status == "denied"
    assert weigh(HELD, before, same_day).status == "disputed"
    assert weigh(HELD, before, same_day).asserting == ("Ines Koll",)


def test_who_has_no_side_is_named_and_could_tip_the_status():
    said = [say(RAIDED, 1, BAKER), say(RAIDED, 2, MILLER), say(ABROAD, 1, BAKER)]

    grounds = survey(PROPOSITIONS, said, None)
    found = {
        one.id: judge_if_partial(one, grounds, judge(one, grounds, REGISTER), REGISTER)
        for one in PROPOSITIONS
    }

    assert weigh(RAIDED, *said).no_party == ("Ines Koll", "Rado Venn")
    assert found["upland raided"].status == "one_side"
    assert found["abroad"] is None

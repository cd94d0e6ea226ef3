"""A source as a step of a chain: its kind, whether it is named, whose voice it is, how it knows."""

import pytest

from sayso.resolve.parties import Party, register_of
from sayso.resolve.source.sources import (
    Describer,
    Seen,
    describe_mention,
    is_name_of,
    roles_by_person,
)
from sayso.types import Mention, Span

STAFF = Party(
    "upland_staff",
    "Upland General Staff",
    ("Upland army",),
    kind="military",
    side="upland",
    people=("Besim Rao",),
    outlets=("Upland Radio",),
    start="2030-01-01",
    stop="2035-12-31",
)
MONITOR = Party("river_monitor", "River Monitor", ("River Monitor",), kind="monitor")


def describe(words, kind, *, day="2031-05-06", roles=None, entity=None, name=None, **more):
    about = Describer(register_of([STAFF, MONITOR]), roles or {}, day, "Harbour Post")
    mention = Mention(Span(0, len(words)), kind, words, entity, name)
    return describe_mention(mention, words, about, Seen(**more))


def of_staff(words="the Upland army", **more):
    more = {"entity": "group/upland_staff", "name": "Upland General Staff"} | more
    return describe(words, "group", **more)


def of_person(words="Marit Sol", **more):
    return describe(words, "person", entity="person/marit-sol", name="Marit Sol", **more)


@pytest.mark.parametrize(
    ("words", "kind", "want"),
    [
        ("a doctor", "role", "medic"),
        ("the hospital", "role", "medic"),
        ("residents", "crowd", "witness"),
        ("eyewitnesses", "crowd", "witness"),
        ("a military source", "role", "military"),
        ("the defence ministry", "group", "military"),
        ("rebels", "crowd", "rebel"),
        ("an analyst", "role", "analyst"),
        ("relatives", "crowd", "family"),
        ("Reuters", "group", "agency"),
        ("the BBC", "group", "outlet"),
        ("the Harbour Post", "group", "outlet"),
        ("a newspaper", "outlet", "outlet"),
        ("Iran", "place", "government"),
        ("a spokesman", "role", "unknown"),
    ],
)
def test_kind_is_told_by_the_words(words, kind, want):
    assert describe(words, kind).kind == want


def test_the_first_office_counts_and_not_where_it_is_held():
    assert describe("a doctor at an army camp", "role").kind == "medic"


@pytest.mark.parametrize(
    ("words", "kind", "naming"),
    [
        ("a military source", "role", "unnamed"),
        ("two officials who asked not to be named", "crowd", "unnamed"),
        ("a spokesman", "role", "unnamed"),
        ("a source in the Upland army office", "role", "unnamed"),
        ("an Upland army spokesman, not to be named", "role", "unnamed"),
        ("residents", "crowd", "unnamed"),
        ("Both organisations", "crowd", "unnamed"),
        ("a spokesman for the Upland army", "role", "named"),
        ("Iran", "place", "named"),
        ("a newspaper", "outlet", "named"),
    ],
)
def test_who_speaks_for_a_body_by_office_is_named_and_a_source_never_is(words, kind, naming):
    assert describe(words, kind).naming == naming


def test_a_person_by_name_is_named():
    assert of_person().naming == "named"


def test_a_body_of_the_register_brings_its_side():
    step = of_staff()
    assert (step.organisation, step.side, step.kind) == ("upland_staff", "upland", "military")


@pytest.mark.parametrize(
    ("day", "side"),
    [
        ("2029-12-31", None),
        ("2030-01-01", "upland"),
        ("2035-12-31", "upland"),
        ("2036-01-01", None),
    ],
)
def test_a_side_holds_only_on_its_days(day, side):
    assert of_staff(day=day).side == side


def test_whoever_speaks_for_a_party_by_the_register_is_it():
    step = describe("Besim Rao", "person", entity="person/besim-rao", name="Besim Rao")
    assert (step.label, step.organisation, step.side) == ("Besim Rao", "upland_staff", "upland")


def test_an_outlet_that_a_party_owns_is_its_voice():
    step = describe("Upland Radio", "group")
    assert (step.kind, step.organisation) == ("outlet", "upland_staff")


def test_what_the_report_says_of_a_person_elsewhere_counts():
    step = of_person(roles={"person/marit-sol": "a spokeswoman for the Upland army"})
    assert (step.organisation, step.kind) == ("upland_staff", "military")


def test_nobody_outside_the_register_has_a_side():
    step = describe("the Northern Host", "group", entity="group/northern-host")
    assert (step.organisation, step.side) == ("northern-host", None)


@pytest.mark.parametrize(
    ("step", "basis"),
    [
        (lambda: describe("residents", "crowd"), "saw"),
        (lambda: describe("a doctor", "role"), "record"),
        (lambda: describe("River Monitor", "group", entity="group/river_monitor"), "record"),
        (lambda: describe("an analyst", "role"), "assesses"),
        (lambda: of_staff(), "saw"),
        (lambda: of_staff(stance="accuses"), "not_stated"),
        (lambda: describe("Iran", "place"), "not_stated"),
        (lambda: describe("Iran", "place", stance="accuses"), "reacts"),
        (lambda: describe("residents", "crowd", basis="told_by"), "told_by"),
        (lambda: describe("a doctor", "role", basis="not_stated"), "record"),
        (lambda: describe("a doctor", "role", basis="not_stated", stance="accuses"), "not_stated"),
        (lambda: describe("a diplomat", "role", basis="not_stated"), "not_stated"),
        (lambda: of_staff(basis="not_stated"), "saw"),
        (
            lambda: describe(
                "River Monitor", "group", entity="group/river_monitor", basis="not_stated"
            ),
            "record",
        ),
    ],
)
def test_how_a_source_knows_is_told_by_its_cue_or_its_kind(step, basis):
    assert step().basis == basis


def test_all_that_is_told_of_a_person_is_gathered():
    told = roles_by_person([("person/a", "a general"), ("person/b", "x"), ("person/a", "governor")])
    assert told == {"person/a": "a general, governor", "person/b": "x"}


@pytest.mark.model
def test_a_spokesman_named_once_speaks_for_his_body_all_along(understood):
    found = understood(
        "Davor Lint, a spokesman for the Lowland Council, said the road was open."
        " Lint said the bridge was shut."
    )
    assert [said.said_by.organisation for said in found.attributions] == ["lowland_council"] * 2


@pytest.mark.model
def test_an_agency_it_was_told_to_is_a_relay(understood):
    (said,) = understood("Residents told Reuters that the bridge was down.").attributions
    assert (said.relayed_by.label, said.relayed_by.kind) == ("Reuters", "agency")


@pytest.mark.model
def test_the_reports_own_outlet_is_no_relay_of_itself(understood):
    text = "Residents told Reuters that the bridge was down."
    (said,) = understood(text, outlet="Reuters").attributions
    assert said.relayed_by is None


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "naming"),
    [
        ("An Upland army officer said that 30 rebels had been captured.", "unnamed"),
        ("Two Upland army officers said that 30 rebels had been captured.", "unnamed"),
        ("The Upland army said that 30 rebels had been captured.", "named"),
        ("A spokesman for the Upland army said that 30 rebels had been captured.", "named"),
    ],
)
def test_one_of_a_body_who_is_not_named_is_not_the_body(text, naming, understood):
    (said,) = understood(text).attributions
    assert (said.said_by.naming, said.said_by.organisation) == (naming, "upland_staff")


@pytest.mark.model
def test_his_commander_is_of_the_organisation_that_he_is_of(understood):
    text = (
        "Colonel Besim Rao, who had been missing since Monday, has been found, his commander said."
    )
    (said,) = understood(text).attributions
    assert said.said_by.organisation == "upland_staff"


@pytest.mark.model
def test_one_of_a_body_stays_unnamed_where_the_body_has_spoken_before(understood):
    found = understood(
        "Colonel Besim Rao, the spokesman for the Upland army, said that the pass was taken. An Upland army"
        " officer said that about 30 rebels had been captured. The officer asked not to be named."
    ).attributions
    (one,) = [a.said_by for a in found if a.source.words.endswith("army officer")]
    assert (one.naming, one.organisation) == ("unnamed", "upland_staff")


@pytest.mark.parametrize(
    ("words", "kind", "entity", "name", "label"),
    [
        ("The ministry", "group", "group/upland_ministry", "upland defence ministry", "upland defence ministry"),
        ("The Monitor", "group", "group/river_monitor", "The River Monitor", "River Monitor"),
        ("the north", "group", "group/north", "the north", "the north"),
        ("Colonel Sol", "person", "person/marit-sol", "Colonel Marit Sol", "Marit Sol"),
    ],
)  # fmt: skip
def test_a_body_is_called_by_its_whole_name_and_a_person_without_the_title(
    words, kind, entity, name, label
):
    assert describe(words, kind, entity=entity, name=name).label == label


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("A Post reporter saw the fire.", True),
        ("A Post war correspondent who was there saw the fire.", True),
        ("A Harbour Post photographer saw the fire.", True),
        ("A Danube Post reporter saw the fire.", False),
        ("A Ledger reporter saw the fire.", False),
        ("A post office reporter saw the fire.", False),
    ],
)
def test_the_last_words_of_its_name_are_short_for_the_outlet(text, own, claims_in):
    labels = {c.chain[0].label for c in claims_in(text, outlet="Harbour Post") if c.chain}
    assert (labels == {"Harbour Post"}) == own


@pytest.mark.model
@pytest.mark.parametrize(
    ("outlet", "chain"),
    [
        ("Lowland Courier", ["Besim Rao"]),
        ("The Courier", ["Besim Rao"]),
        ("Harbour Post", ["the Courier", "Besim Rao"]),
    ],
)
def test_what_was_told_to_the_outlet_itself_came_through_no_other(outlet, chain, claims_in):
    text = "Two shells hit a barn in Karez on Sunday, Besim Rao told the Courier."
    found = claims_in(text, outlet=outlet, published_at="7 May 2031")
    assert [v.label for v in found[0].chain] == chain


@pytest.mark.parametrize(
    ("words", "outlet", "is_own"),
    [
        ("the Courier", "Lowland Courier", True),
        ("Harbour Post", "The Harbour Post", True),
        ("the Post", "Lowland Courier", False),
        ("the courier", "Lowland Courier", False),
        ("the Rier", "Lowland Courier", False),
        ("the Courier", None, False),
    ],
)
def test_an_outlet_is_itself_by_the_last_words_of_its_name(words, outlet, is_own):
    assert is_name_of(words, outlet) is is_own


@pytest.mark.model
@pytest.mark.parametrize(
    ("source", "basis"),
    [
        ("hospital director Mira Tal", "record"),
        ("Mira Tal, the director of Karez hospital,", "record"),
        ("Mira Tal, director of the factory,", "not_stated"),
        ("Mira Tal, a neighbour who pulled the bodies out,", "saw"),
        ("Mira Tal, a farmer who escaped the fire,", "saw"),
        ("Mira Tal, who carries the council's letters,", "not_stated"),
    ],
)
def test_who_heads_a_hospital_has_its_lists_and_who_dug_in_the_ruins_was_there(
    source, basis, claims_in
):
    text = f"Nine people were killed in the shelling, {source.rstrip(',')} said."
    if source.endswith(","):
        text = f"{source} said nine people were killed in the shelling."
    found = [c for c in claims_in(text, published_at="7 May 2031") if c.event.type == "killed"]
    assert [c.chain[-1].basis for c in found] == [basis]

"""The sentences that tell why a status is as it is, and what changed it."""

from dataclasses import replace

import pytest

from sayso.show.reasoning import (
    list_reasons,
    write_change,
    write_matter_link,
    write_range_reason,
    write_reason,
)
from sayso.types import Source
from sayso.weigh.copies import CopyLink
from sayso.weigh.histories import find_history
from sayso.weigh.matter_links import find_matter_links
from sayso.weigh.matters import Links, gather_matters
from sayso.weigh.questions import Parties
from sayso.weigh.reasons import find_reasons
from sayso.weigh.weighing import weigh_matter
from tests.weigh.made_claims import (
    A_SOURCE,
    ARMY,
    COUNCIL,
    MONITOR,
    SHOPKEEPER,
    STAFF,
    VESK,
    at,
    claim,
    count,
    who,
)

PARTIES = Parties(
    sides={"upland_staff": "upland", "lowland_council": "lowland"},
    names={"upland_staff": "Upland General Staff", "lowland_council": "Lowland Council"},
)
HELD = {"roles": {"holder": ARMY}}
TAKEN = claim("territory_control", STAFF, day=1, **HELD)
DENIED = claim("territory_control", COUNCIL, day=2, stance="denies", **HELD)
SEEN = claim("territory_control", SHOPKEEPER, day=3, outlet="Gazette", **HELD)
HEARD = claim("territory_control", A_SOURCE, day=3, outlet="Gazette", **HELD)
TOLL = {"roles": {"victim": who("people")}, "when": at(5)}


def weighed(*claims, parties=PARTIES):
    """The only answer of the claims, numbered c1, c2, ..., and its reasons."""
    numbered = [replace(one, id=f"c{number}") for number, one in enumerate(claims, 1)]
    (matter,) = gather_matters(numbered)
    found = weigh_matter(matter, parties)
    (answer,) = found.dossier.answers
    said = found.said[answer.proposition.id]
    return answer, find_reasons(answer.proposition, said, as_of=None, register=parties.sides)


def why(*claims, **more):
    return write_reason(*weighed(*claims, **more))


def lines(*claims, **more):
    return list_reasons(*weighed(*claims, **more))


def changes(*claims, parties=PARTIES):
    (matter,) = gather_matters(claims)
    dossier = weigh_matter(matter, parties).dossier
    return [write_change(change) for change in find_history(dossier, parties)]


def test_the_reason_names_those_who_know_and_then_those_who_deny():
    head, _, grounds = why(TAKEN, DENIED, SEEN).partition(": ")
    knowing, denying = grounds.split("; ")

    assert head == "corroborated, denied by the accused, 2 origins"
    assert knowing.startswith("Ines Koll and Upland General Staff ")
    assert knowing.endswith(" with a basis and by name")
    assert denying.startswith("Lowland Council denies it")


def test_one_speaker_with_a_basis_is_one_origin():
    assert why(TAKEN).startswith("one side, 1 origin")
    assert why(TAKEN).endswith(" with a basis and by name.")
    assert "Upland General Staff" in why(TAKEN)


def test_the_unnamed_are_said_to_be_so():
    found = why(claim("territory_control", replace(A_SOURCE, basis="saw"), **HELD))

    assert found.startswith("no basis, 0 to 1 origins: ")
    assert "a military source" in found
    assert "unnamed, hedged or without a basis" in found


def test_who_denies_by_excluding_it_is_named():
    rebels = who("the Lowland Council", "group/lowland_council", "group")
    theirs = claim("territory_control", COUNCIL, day=2, outlet="Gazette", roles={"holder": rebels})
    (matter,) = gather_matters([replace(TAKEN, id="c1"), replace(theirs, id="c2")])
    found = weigh_matter(matter, PARTIES)
    ours = next(a for a in found.dossier.answers if "c1" in a.claims)
    said = found.said[ours.proposition.id]
    reasons = find_reasons(ours.proposition, said, as_of=None, register=PARTIES.sides)

    assert "Lowland Council denies it" in write_reason(ours, reasons)


def test_where_nobodys_words_weigh_the_reason_says_so():
    doubted = claim("territory_control", SHOPKEEPER, stance="unclear", **HELD)

    assert why(doubted) == "unclear, 0 origins: nobody whose words weigh speaks on it."


def test_a_denial_that_its_group_has_turned_round_is_no_reason():
    admits = claim("territory_control", COUNCIL, day=4, stance="admits", outlet="Post", **HELD)
    found = why(TAKEN, DENIED, admits)

    assert found.startswith("corroborated, 2 origins: ")
    assert "denies" not in found


@pytest.mark.parametrize(
    ("said", "line"),
    [
        (TAKEN, "Upland General Staff (assert): knows (was there or acted, side upland, gains by it); claims c1"),
        (DENIED, "Lowland Council (deny): knows (was there or acted, side lowland, speaks against its own side's interest or is accused); claims c1"),  # noqa: E501
        (SEEN, "Ines Koll (assert): knows (was there or acted, no party); claims c1"),
        (replace(SEEN, hedged=True), "Ines Koll (assert): uncertain (was there or acted, hedged, no party); claims c1"),
        (
            replace(SEEN, chain=(replace(MONITOR, basis="reacts"),)),
            "River Monitor (assert): a position (reacts, no party); claims c1",
        ),
    ],
)  # fmt: skip
def test_each_group_has_a_line_with_its_basis_side_and_interest(said, line):
    assert lines(said) == [line]


def test_a_copy_is_told_with_what_it_copies():
    copy = replace(SEEN, report="Lantern/4", outlet="Lantern")
    parties = replace(PARTIES, copies={copy.report: (SEEN.report,)})

    assert lines(SEEN, copy, parties=parties)[-1] == "c2 adds nothing: it stands in a copy of c1"


def test_a_citation_is_told():
    agency = Source("Plain Agency", None, "relay", "agency", "named", None, None, "not_stated")
    first = replace(SEEN, outlet="Plain Agency")
    cites = claim("territory_control", agency, day=4, outlet="Lantern", **HELD)

    assert "c2 adds nothing: it cites c1" in lines(first, cites)


def test_what_is_of_the_whole_war_is_told_as_beside():
    toll = claim("killed", MONITOR, counts=(count(12, 12),), **TOLL)
    war = claim(
        "killed", STAFF, counts=(count(900, 900),), scope="aggregate", outlet="Post", **TOLL
    )

    assert any(
        line.endswith("is of many events or of none in particular: beside")
        for line in lines(toll, war)
    )


def test_a_figure_that_was_passed_over_is_told():
    found = lines(
        claim("killed", SHOPKEEPER, counts=(count(24, None, "vague", word="dozens"),), **TOLL),
        claim("killed", MONITOR, counts=(count(31, 31),), outlet="Gazette", **TOLL),
    )

    assert any(line.startswith("figure of Ines Koll: 24 or more (passed: ") for line in found)
    assert "figure of River Monitor: 31; claims c2" in found


def dead(source, outlet, low, high=None, op="exact"):
    return claim("killed", source, counts=(count(low, high or low, op),), outlet=outlet, **TOLL)


def test_the_range_is_told_in_one_sentence():
    found = weighed(
        dead(replace(STAFF, basis="record"), "Gazette", 12),
        dead(MONITOR, "Courier", 31),
        dead(SHOPKEEPER, "Lantern", 43),
    )
    assert write_range_reason(*found) == (
        "figures 12 to 43: the least is that of Upland General Staff, the greatest that of Ines Koll;"
        " 31 is the middle of the outside totals, those of Ines Koll and River Monitor;"
        " those of Ines Koll, River Monitor and Upland General Staff do not all meet."
    )


def test_one_sides_figure_has_no_middle_and_says_why():
    found = write_range_reason(*weighed(dead(replace(STAFF, basis="record"), "Gazette", 12)))
    assert found.startswith(
        "figures 12: it is the figure of Upland General Staff alone; it has no middle"
    )
    assert write_range_reason(*weighed(TAKEN)) is None


def test_each_group_has_its_own_figure_in_data():
    _, reasons = weighed(dead(MONITOR, "Courier", 31), dead(SHOPKEEPER, "Lantern", 43))

    told = [(f.group, f.low, f.high, f.total, f.knows, f.flags, f.claims) for f in reasons.figures]
    assert told == [
        ("person/ines-koll", 43, 43, True, True, ("rival",), ("c2",)),
        ("river_monitor", 31, 31, True, True, ("rival",), ("c1",)),
    ]


def test_a_copy_tells_what_the_two_reports_share():
    copy = replace(TAKEN, id="c2", report="copy/1", outlet="Gazette")
    parties = replace(PARTIES, copies={"copy/1": (TAKEN.report,)})
    shared = CopyLink("copy/1", TAKEN.report, "copy", 109, 14, 115, 0.95, 85)
    (matter,) = gather_matters([replace(TAKEN, id="c1"), copy])
    found = weigh_matter(matter, parties)
    (answer,) = found.dossier.answers
    one = answer.proposition
    reasons = find_reasons(
        one,
        found.said[one.id],
        as_of=None,
        register=parties.sides,
        links={("copy/1", TAKEN.report): shared},
    )
    (line,) = [line for line in list_reasons(answer, reasons) if "adds nothing" in line]

    assert line.startswith(
        "c2 adds nothing: it stands in a copy of c1: 109 of the shorter text's 115 words"
    )


def ties(*claims, root_of=lambda claim: None, links=None, shared=None):
    found = find_matter_links(claims, links or Links(), root_of, shared or {})
    return [write_matter_link(one) for one in found]


def test_each_claim_tells_why_it_is_of_the_matter():
    raid = {"roles": {"target": who("the market")}}
    first = replace(claim("air_strike", MONITOR, when=at(5), **raid), id="c1")
    dated = replace(
        claim("air_strike", SHOPKEEPER, outlet="Gazette", day=6, when=at(5), **raid), id="c2"
    )
    untold = replace(claim("killed", SHOPKEEPER, outlet="Gazette", day=7), id="c3")

    assert ties(untold, dated, first) == [
        "c2 and c1 both tell of Karez, and the times they tell meet",
        "c3 and c1 both tell of Karez, and no time that is told keeps them apart",
    ]


def test_a_judgement_and_copied_words_go_before_what_both_tell():
    one, other = (replace(claim("killed", MONITOR, day=day), id=f"c{day}") for day in (5, 6))
    judged = Links(same={"c6": frozenset({"c5"})})
    shared = {
        (other.report, one.report): CopyLink(other.report, one.report, "copy", 80, 0, 90, 0.9, 60)
    }

    assert ties(one, other, links=judged) == ["c6 is of this matter with c5: a person judged so"]
    (line,) = ties(one, other, root_of=lambda c: one if c is other else None, shared=shared)
    assert line.startswith("c6 stands in words copied from c5: 80 of the shorter text's 90 words")


def test_of_one_person_no_time_is_asked():
    vesk = {"roles": {"victim": VESK}}
    one, other = (
        replace(claim("killed", MONITOR, day=day, **vesk), id=f"c{day}") for day in (5, 6)
    )
    assert ties(one, other) == ["c6 and c5 both tell of Anton Vesk"]


def test_a_change_tells_when_by_whom_and_from_what_to_what():
    first, second = changes(TAKEN, DENIED)

    assert first.startswith("1 May 2031, end of day: Upland General Staff (named) asserts: ")
    assert first.endswith(": nothing -> one side (1)")
    assert second.startswith("2 May 2031, end of day: Lowland Council ")
    assert " denies: " in second
    assert second.endswith(": one side (1) -> disputed (1)")


def test_a_change_by_withdrawal_names_the_report():
    parties = replace(PARTIES, withdrawn={TAKEN.report: "2031-05-06T12:00:00Z"})

    assert changes(TAKEN, parties=parties)[-1].startswith(
        "6 May 2031, 12:00 UTC: report withdrawn: Harbour Post/1: "
    )


def test_a_change_of_figures_gives_both():
    said = [
        claim("killed", MONITOR, day=d, counts=(count(n, n),), **TOLL) for d, n in ((5, 3), (6, 8))
    ]

    assert changes(*said)[-1].endswith("single source (1, 3) -> single source (1, 8)")


def test_an_outlets_own_word_is_told_under_its_name():
    (told,) = changes(claim("territory_control", day=1, **HELD))

    assert "Harbour Post (own words) asserts" in told

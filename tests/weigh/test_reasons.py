"""Why a proposition stands as it does: what each group's words are worth, and what adds nothing."""

from dataclasses import replace

import pytest
from made_claims import (
    A_SOURCE,
    ARMY,
    COUNCIL,
    MONITOR,
    SHOPKEEPER,
    STAFF,
    at,
    claim,
    count,
    who,
)

from sayso.types import Source
from sayso.weigh.matters import gather_matters
from sayso.weigh.questions import Parties
from sayso.weigh.reasons import find_reasons
from sayso.weigh.weighing import weigh_matter

PARTIES = Parties(sides={"upland_staff": "upland", "lowland_council": "lowland"})
RAID = {"roles": {"actor": ARMY, "target": who("the market")}, "when": at(5)}
MINISTER = Source(
    "Ana Brek", "person/ana-brek", "speaker", "government", "named", None, None, "reacts"
)
AGENCY = Source("Plain Agency", None, "relay", "agency", "named", None, None, "not_stated")


def numbered(claims):
    """Ids as the program makes them: without a stroke."""
    return [replace(one, id=f"c{number}") for number, one in enumerate(claims, 1)]


def reasons(question, *claims, parties=PARTIES, as_of=None):
    (matter,) = gather_matters(numbered(claims))
    weighed = weigh_matter(matter, parties, as_of=as_of)
    (one,) = [a.proposition for a in weighed.dossier.answers if a.proposition.question == question]
    return find_reasons(one, weighed.said[one.id], as_of=as_of, register=parties.sides)


@pytest.mark.parametrize(
    ("source", "hedged", "worth", "named"),
    [
        (SHOPKEEPER, False, "knows", True),
        (MONITOR, False, "knows", True),
        (SHOPKEEPER, True, "uncertain", True),
        (replace(SHOPKEEPER, naming="unnamed", entity=None), False, "uncertain", False),
        (MINISTER, False, "position", True),
        (A_SOURCE, False, "position", False),
    ],
)
def test_a_group_counts_by_its_basis_its_name_and_its_hedges(source, hedged, worth, named):
    (group,) = reasons("happened", claim("air_strike", source, hedged=hedged, **RAID)).groups

    assert (group.worth, group.named, group.hedged) == (worth, named, hedged)
    assert group.bases == (source.basis,)
    assert group.claims == ("c1",)


def test_one_group_that_says_both_has_a_line_for_each():
    said = [claim("air_strike", MONITOR, stance=stance, **RAID) for stance in ("asserts", "denies")]
    said[1] = replace(said[1], event=replace(said[1].event, roles=()))

    assert [(g.group, g.stance) for g in reasons("happened", *said).groups] == [
        ("river_monitor", "assert"),
        ("river_monitor", "deny"),
    ]


@pytest.mark.parametrize(
    ("source", "side", "interest"),
    [(STAFF, "upland", "loses"), (COUNCIL, "lowland", "gains"), (MONITOR, None, None)],
)
def test_interest_is_that_of_the_side_in_the_question(source, side, interest):
    (group,) = reasons("who_did_it", claim("air_strike", source, **RAID)).groups

    assert (group.side, group.interest) == (side, interest)


def test_a_copy_names_what_it_copies():
    first = claim("air_strike", SHOPKEEPER, outlet="Gazette", day=5, **RAID)
    copy = claim("air_strike", SHOPKEEPER, outlet="Lantern", day=6, **RAID)
    parties = replace(PARTIES, copies={copy.report: (first.report,)})
    found = reasons("happened", first, copy, parties=parties)

    assert [(r.claim, r.of, r.kind) for r in found.repeats] == [("c2", "c1", "copy")]
    assert [g.claims for g in found.groups] == [("c1",)]


def test_a_citation_names_the_report_of_the_agency_that_is_cited():
    first = claim("air_strike", SHOPKEEPER, outlet="Plain Agency", day=5, **RAID)
    cites = claim("air_strike", AGENCY, outlet="Lantern", day=6, **RAID)
    (repeat,) = reasons("happened", first, cites).repeats

    assert (repeat.claim, repeat.of, repeat.kind) == ("c2", "c1", "citation")


def test_an_outlets_bare_word_is_probably_from_the_named_source_of_another():
    said = claim("air_strike", SHOPKEEPER, outlet="Gazette", day=5, **RAID)
    bare = claim("air_strike", outlet="Lantern", day=6, **RAID)
    (repeat,) = reasons("happened", said, bare).repeats

    assert (repeat.claim, repeat.of, repeat.kind) == ("c2", "c1", "probably from")


def test_a_copy_with_another_figure_is_no_repeat():
    toll = {"roles": {"victim": who("people")}, "when": at(5)}
    first = claim("killed", SHOPKEEPER, outlet="Gazette", counts=(count(40, 40),), **toll)
    copy = claim("killed", SHOPKEEPER, outlet="Lantern", counts=(count(14, 14),), **toll)
    parties = replace(PARTIES, copies={copy.report: (first.report,)})

    assert reasons("how_many", first, copy, parties=parties).repeats == ()


def test_a_sum_over_the_war_is_beside():
    toll = {"roles": {"victim": who("people")}, "when": at(5)}
    found = reasons(
        "how_many",
        claim("killed", MONITOR, counts=(count(12, 12),), **toll),
        claim(
            "killed", STAFF, outlet="Gazette", scope="aggregate", counts=(count(900, 900),), **toll
        ),
    )

    assert len(found.beside) == 1
    assert [g.group for g in found.groups] == ["river_monitor"]
    assert found.beside[0] not in found.groups[0].claims


def test_what_is_not_out_yet_is_no_reason():
    said = [
        claim("air_strike", one, day=day, **RAID) for day, one in ((5, MONITOR), (7, SHOPKEEPER))
    ]

    assert len(reasons("happened", *said).groups) == 2
    assert [g.group for g in reasons("happened", *said, as_of="2031-05-06T00:00:00Z").groups] == [
        "river_monitor"
    ]

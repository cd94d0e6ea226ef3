"""One report goes through the rooms before the ledger and comes out as claims."""

import pytest

from sayso.claims import make_claims
from sayso.flow import read_claims, understand

pytestmark = pytest.mark.model

TEXT = (
    "KAREZ, 6 May (Meridian) - The River Monitor said on Tuesday that 18 people were killed in the"
    " air strike on Dalan.\n\n"
    "“Our jets were never there,” Colonel Besim Rao of the Upland army told Reuters.\n\n"
    "Read more: Twelve killed in Tolvesh"
)


def test_claims_are_what_was_understood(read, reader):
    report = read(TEXT, published_at="2031-05-07")
    assert read_claims(report, reader) == make_claims(report, understand(report, reader))


def test_a_claim_knows_its_report_outlet_and_day(read, reader):
    report = read(TEXT, published_at="2031-05-07", outlet="Harbour Post")
    found = read_claims(report, reader)

    assert found
    assert {(one.report, one.outlet, one.published_at) for one in found} == {
        (report.id, "Harbour Post", report.published_at)
    }


def test_a_toll_comes_out_with_source_place_day_and_number(claims_in):
    (toll,) = [one for one in claims_in(TEXT, published_at="2031-05-07") if one.event.counts]

    assert [step.label for step in toll.chain] == ["River Monitor"]
    assert (toll.place.name, toll.event.counts[0].low) == ("Dalan", 18)
    assert toll.said_at.value == "2031-05-06"


def test_a_quotation_comes_out_with_its_relay_and_speaker(claims_in):
    (quoted,) = [one for one in claims_in(TEXT) if one.direct]

    assert [step.label for step in quoted.chain] == ["Reuters", "Besim Rao"]
    assert quoted.chain[-1].side == "upland"
    assert quoted.words == "“Our jets were never there,”"


def test_passages_come_out_as_they_were_labelled(read, reader):
    report = read(TEXT)
    assert understand(report, reader).passages == report.passages != ()


def test_furniture_gives_no_claim(claims_in):
    assert not any("Twelve" in one.words for one in claims_in(TEXT))


def test_reading_twice_gives_the_same_ids(read, reader):
    ids = [[one.id for one in read_claims(read(TEXT), reader)] for _ in range(2)]
    assert ids[0] == ids[1] and len(set(ids[0])) == len(ids[0])

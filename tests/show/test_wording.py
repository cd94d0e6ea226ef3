"""What the program writes about claims: who says so and how hedged is always there."""

from dataclasses import replace
from typing import get_args

import pytest

from sayso.show.wording import (
    STATUSES,
    agree,
    describe_chain,
    describe_date,
    describe_evidence,
    describe_notes,
    describe_origins,
    describe_positions,
    describe_range,
    describe_time,
    describe_where_and_when,
    join_names,
    name_group,
    tell_stance,
    write_lead_in,
    write_no_party,
    write_sentence,
)
from sayso.types import Claim, Event, Evidence, Excerpt, Interval, Place, Source, Span, Stance
from sayso.weigh.assertions import Range, Standing, Status

COUNCIL = Source(
    "Southern Council",
    None,
    "speaker",
    "government",
    "named",
    "southern_council",
    "south",
    "not_stated",
)
RADIO = Source("Northern Radio", None, "relay", "outlet", "named", None, None, "not_stated")
MEDIC = Source("a medic", None, "witness", "medic", "unnamed", None, None, "saw")
NAMES = {"council": "Southern Council", "ministry": "northern ministry", "monitor": "the monitor"}


def claim(*chain, **changes):
    made = Claim(
        id="c1", report="r1", outlet="Harbour Post", published_at=None,
        event=Event("killed", Span(0, 4)), place=None, when=None, attribution=0, cue=None,
        chain=chain, own=not chain, stance="asserts", hedged=False, hedges=(), scope="total",
        direct=True, said_at=None, quote=(Span(0, 4),), words="the bridge fell", evidence=(),
        reading_score=0.7, made_by="rules/0",
    )  # fmt: skip
    return replace(made, **changes)


def interval(start, stop=None):
    return Interval(start, stop or start)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (None, "undated"),
        (interval("2031-03-03T21:10:00Z"), "3 March 2031, 21:10 UTC"),
        (interval("2031-03-05T00:00:00Z", "2031-03-05T23:59:59Z"), "5 March 2031 (day only)"),
        (interval("2031-03-05T00:00:00Z", "2031-03-06T23:59:59Z"), "5 to 6 March 2031"),
        (
            interval("2031-02-28T00:00:00Z", "2031-03-01T23:59:59Z"),
            "28 February 2031 to 1 March 2031",
        ),
        (
            interval("2031-03-05T18:00:00Z", "2031-03-05T18:59:59Z"),
            "5 March 2031, 18:00 to 18:59 UTC",
        ),
    ],
)
def test_dates_say_how_exact_they_are(when, words):
    assert describe_date(when) == words


def test_end_of_a_day_is_not_shown_as_a_minute():
    assert describe_time("2031-03-05T23:59:59Z") == "5 March 2031, end of day"


def test_sentence_names_its_claimant():
    assert write_sentence(claim(COUNCIL)) == "Southern Council (named) asserts: “the bridge fell”"


def test_retelling_names_the_teller_too():
    told = write_sentence(claim(COUNCIL, direct=False))

    assert told == "Southern Council (named) asserts, as Harbour Post puts it: “the bridge fell”"


def test_outlet_that_sends_its_own_reporter_is_told_once():
    reporter = replace(RADIO, label="Harbour Post", position="witness", basis="saw")
    told = claim(reporter, direct=False)

    assert write_sentence(told) == "Harbour Post (named) asserts: “the bridge fell”"
    assert describe_chain(told) == "Harbour Post (named)"


def test_hedge_is_part_of_the_sentence():
    hedged = claim(COUNCIL, hedged=True)

    assert "asserts, hedged (“reportedly”):" in write_sentence(hedged, ["reportedly"])
    assert "asserts, hedged:" in write_sentence(hedged)


def test_quotation_marks_of_the_report_are_not_doubled():
    assert write_sentence(claim(COUNCIL, words='"the bridge fell,"')).endswith(
        ": “the bridge fell,”"
    )


def test_outlet_without_a_source_speaks_in_its_own_words():
    assert write_sentence(claim()).startswith("Harbour Post (own words) asserts:")
    assert write_sentence(claim(outlet=None)).startswith("An outlet not named (own words) asserts:")


@pytest.mark.parametrize("stance", get_args(Stance))
def test_every_stance_has_a_verb_with_its_claimant(stance):
    sentence = write_sentence(claim(COUNCIL, stance=stance))

    assert sentence.startswith("Southern Council (named) ")
    assert sentence.endswith(": “the bridge fell”")


@pytest.mark.parametrize(
    ("name", "verb"),
    [
        ("a medic (unnamed)", "denies"),
        ("two people close to the force (unnamed)", "deny"),
        ("rescue workers (unnamed, hedged)", "deny"),
        ("police (unnamed)", "deny"),
        ("local officials (unnamed)", "deny"),
        ("an officer at the front (unnamed)", "denies"),
        ("a witness (unnamed)", "denies"),
        ("Doctors Without Limits", "denies"),
    ],
)
def test_verb_agrees_with_unnamed_people(name, verb):
    assert agree("denies", name) == verb


def test_both_verbs_of_hopes_or_fears_agree():
    assert agree("hopes or fears", "a medic (unnamed)") == "hopes or fears"
    assert agree("hopes or fears", "residents (unnamed)", "the army") == "hope or fear"


def test_chain_runs_from_the_outlet_to_the_deepest_source():
    assert (
        describe_chain(claim(RADIO, MEDIC)) == "Harbour Post ← Northern Radio ← a medic (unnamed)"
    )


def test_what_is_general_or_called_for_is_marked():
    general = claim(COUNCIL, scope="generic")
    called = claim(COUNCIL, event=replace(claim().event, modality="called_for"))

    assert describe_notes(general) == ("said in general: beside, weighs nothing here",)
    assert describe_notes(called) == ("called for, not said to have happened",)
    assert describe_notes(claim(COUNCIL)) == ()


def test_a_place_that_was_mended_is_shown_with_the_words_as_printed():
    place = Place(
        Span(0, 10), "Kunarabadd", "Kunarabad", None, 34.5, 69.1, "AF", "Ilmen", "town", 0.6, True
    )
    mended = "printed “Kunarabadd”, taken for a misprint of Kunarabad"

    assert describe_notes(claim(COUNCIL, place=place)) == (mended,)
    assert describe_notes(claim(COUNCIL, place=replace(place, corrected=False))) == ()
    where, _ = describe_where_and_when(claim(COUNCIL, place=place)).split("\n")
    assert where == f"Kunarabad, Ilmen, AF ({mended})"


def test_every_status_has_its_own_shape_and_a_line():
    assert set(STATUSES) == set(get_args(Status))
    assert len({words.mark for words in STATUSES.values()}) == len(STATUSES)
    assert all(words.means.endswith(".") for words in STATUSES.values())


def test_no_status_gives_a_verdict():
    shown = " ".join(f"{words.word} {words.means}" for words in STATUSES.values()).casefold()

    assert not [
        word for word in ("true", "false", "fake", "confirmed", "lie") if word in shown.split()
    ]


@pytest.mark.parametrize(("ends", "words"), [((2, 4), "2 to 4"), ((3, 3), "3"), ((0, 1), "0 to 1")])
def test_origins_are_shown_low_first(ends, words):
    assert describe_origins(*ends) == words


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        (Range(27, 27, 43, True), "27 to 43 or more"),
        (Range(44, 44, 44, False), "44"),
        (Range(100, 100, 100, True), "100 or more"),
        (Range(400, None, 5500, False), "400 to 5,500"),
    ],
)
def test_range_keeps_its_open_end(measure, words):
    assert describe_range(measure) == words


def test_positions_are_counted_for_and_against():
    standing = Standing("disputed", positions=(("for", "a"), ("against", "b"), ("for", "c")))

    assert describe_positions(standing) == "2 for, 1 against"
    assert describe_positions(Standing("none")) == "none"


@pytest.mark.parametrize(
    ("group", "words"),
    [
        ("unnamed/rescue workers/Meridian Wire", "rescue workers (unnamed, via Meridian Wire)"),
        ("unnamed/a medic/outlet/northern-radio", "a medic (unnamed, via Northern Radio)"),
        ("own/Harbour Post", "Harbour Post (own words)"),
        ("north_mod", "north mod"),
        ("council", "Southern Council"),
    ],
)
def test_group_is_named_with_what_a_reader_must_know(group, words):
    assert name_group(group, NAMES) == words


def test_hedged_group_says_so():
    assert name_group("council", NAMES, is_hedged=True) == "Southern Council (hedged)"


def test_long_lists_of_names_are_cut():
    assert join_names("ABCDE", most=3) == "A, B and 3 others"
    assert join_names(["A", "B"]) == "A and B"
    assert join_names([]) == ""


@pytest.mark.parametrize(
    ("standing", "others", "words"),
    [
        (Standing("corroborated", asserting=("council", "monitor")), (), "Southern Council and the monitor assert:"),
        (Standing("one_side", positions=(("for", "council"),)), (),
         "Southern Council takes the position, stating no basis:"),
        (Standing("denied", denying=("ministry",)), (), "No report here asserts this; northern ministry denies:"),
        (Standing("denied", denying=("council",)), (("asserts", "a commander (unnamed)"),),
         "Said by a commander (unnamed), asserted by nobody now; Southern Council denies:"),
        (Standing("retracted"), (("asserts", "a medic (unnamed)"),), "Once said by a medic (unnamed), and taken back:"),
        (Standing("superseded"), (), "Once said by a source not listed, and no longer said:"),
        (Standing("unclear"), (("unclear", "the hospital"),),
         "No report here asserts this; the hospital calls unclear:"),
        (Standing("none", beside=("ministry",)), (), "Northern ministry speaks of this in general or of many events:"),
        (Standing("none"), (), "No report here asserts this:"),
    ],
)  # fmt: skip
def test_words_of_a_proposition_are_led_in_by_who_says_so(standing, others, words):
    assert write_lead_in(standing, NAMES, others) == words


def test_those_without_a_side_are_named():
    assert write_no_party(Standing("corroborated", no_party=("monitor",)), NAMES) == (
        "Counted as no party: the monitor."
    )
    assert write_no_party(Standing("one_side"), NAMES) is None


def test_stance_is_told_as_its_claimants_want_it():
    people = replace(MEDIC, label="two people")

    assert tell_stance(claim(people, stance="no_knowledge")) == (
        "two people (unnamed) claim no knowledge of this"
    )


@pytest.mark.parametrize(
    ("who", "want"),
    [
        ("They (unnamed)", "assert"),
        ("two of his aides (unnamed)", "assert"),
        ("one of his aides (unnamed)", "asserts"),
        ("a doctor (unnamed)", "asserts"),
    ],
)
def test_of_several_the_verb_is_plural(who, want):
    assert agree("asserts", who) == want


def test_evidence_is_told_with_who_made_it_and_what_it_does_not_show():
    told = Evidence(
        "video", Span(0, 5), "video", made_by="residents", shown_by="the Front", checked=False,
        shows=(Excerpt(Span(6, 9), "a bus on fire"),),
        not_for=(Excerpt(Span(9, 12), "who fired"), Excerpt(Span(12, 14), "dates from 2015")),
    )  # fmt: skip
    assert describe_evidence(told) == (
        "video: “video”, made by residents, shown by the Front, which the outlet could not check,"
        " said to show “a bus on fire”, no evidence of “who fired”, of which it is told that it “dates from 2015”"
    )

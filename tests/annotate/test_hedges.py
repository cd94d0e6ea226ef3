"""Words that hold something back."""

import pytest
from marking import mark, unmark

from sayso.annotate.parses import parse
from sayso.annotate.saying.hedges import find_hedges, join_hedges
from sayso.types import Span, When

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "marked",
    [
        "The bridge was [reportedly] down.",
        "The governor [may] have fled to Tolvesh.",
        "The governor [is believed to] have fled.",
        "It [was unclear] whether the governor had fled.",
        "The claim [could not be independently verified].",
        "[It is said] in the city that the bridge has been blown up.",
        "There was [no immediate confirmation] of the raid.",
        "The [alleged] raid was on Monday, [according to reports].",
        "There were [reports] that a church had been burned.",
        "There were [reports] of looting in the port.",
        "Police are investigating [claims] that soldiers had shot a farmer.",
        "The envoy was alarmed by [reports] that the town had fallen.",
        "There were no reports of injuries.",
        "The army confirmed reports that rebels had seized the town.",
        "The monitor published reports of torture.",
        "Police received reports from witnesses that a judge was shot.",
        "The bridge was down.",
        "The governor could not be reached.",
        "The raid was on 3 May.",
    ],
)
def test_hedges_are_found_and_plain_words_are_not(marked, nlp):
    text = unmark(marked)
    assert mark(text, find_hedges(parse(text, (), nlp))) == marked


def hedged(events):
    return {event.type: bool(event.hedges) for event in events}


def test_a_hedge_holds_back_its_own_clause_only(annotated):
    found = annotated("Gunmen reportedly killed a guard, and police arrested two men.").events
    assert hedged(found)["killed"] and not all(hedged(found).values())


def test_a_hedge_above_a_clause_holds_the_clause_back(annotated):
    found = annotated("The governor is believed to have fled to Tolvesh.").events
    assert hedged(found)["fled"]


def test_who_looks_into_reports_does_so_and_what_they_say_is_held_back(annotated):
    found = annotated("Police are investigating reports that soldiers shot a farmer in the port.")

    held = {e.type: bool(e.hedges) for e in found.events}
    assert held["investigation"] is False
    assert held["killed"] is True


def test_a_doubtful_modal_holds_back_its_verb(annotated):
    (event,) = annotated("Gunmen may have killed the guard.").events
    assert event.hedges


def test_the_encoder_adds_hedges_but_never_a_month():
    may, feared = Span(0, 3), Span(20, 30)
    times = [When(may, "DATE", None, None, "unknown", "unknown")]

    found = join_hedges([Span(40, 50)], [(may, "hedge"), (feared, "hedge")], times)

    assert found == (feared, Span(40, 50))

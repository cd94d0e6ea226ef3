"""Who says several things is of one kind in all of them."""

import pytest

from sayso.resolve.source.one_kind import with_one_kind
from sayso.types import Attribution, Mention, Span


def said_by(number, kind, entity="person/marit-sol"):
    span = Span(10 * number, 10 * number + 5)
    source = Mention(span, "person", "Marit", entity, "Marit Sol")
    return Attribution(
        source,
        (span,),
        Span(span.stop, span.stop + 1),
        (Span(98, 99),),
        "indirect",
        "asserts",
        kind=kind,
    )


@pytest.mark.parametrize(
    ("guesses", "kind"),
    [
        (("government", "rebel", "government"), "government"),
        (("unknown", None, "military"), "military"),
        (("rebel", "government"), "rebel"),
        ((None, "unknown"), None),
    ],
)
def test_what_most_cues_let_one_take_a_source_for_it_is_in_all(guesses, kind):
    said = [said_by(number, guess) for number, guess in enumerate(guesses)]
    found = with_one_kind(said, {a.source.span: a.source for a in said})
    assert {a.kind for a in found} == ({kind} if kind else {None, "unknown"})


def test_others_and_those_who_are_nobody_known_keep_their_own():
    said = [said_by(0, "rebel"), said_by(1, "medic", "person/ana-bel"), said_by(2, "court", None)]
    found = with_one_kind(said, {a.source.span: a.source for a in said})
    assert [a.kind for a in found] == ["rebel", "medic", "court"]

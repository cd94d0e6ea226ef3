"""Of named evidence: who made and showed it, whether the outlet saw it, what it shows and what it does not."""

import pytest

OUTLET = "Harbour Post"


@pytest.fixture
def evidence(annotated):
    return lambda text: annotated(text, outlet=OUTLET).evidence


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "made_by", "shown_by"),
    [
        ("Photos shared by the Red Front showed three bodies in Harb.", None, "the Red Front"),
        ("Satellite images by Orbis showed two burned villages.", "Orbis", None),
        ("Footage filmed by residents and posted by the Red Front shows a fire in Tarn.", "residents",
         "the Red Front"),
        ("The army released a video of the strike on a depot.", None, "The army"),
        ("A clip was posted on Monday by the mayor of Oskel.", None, "the mayor of Oskel"),
        ("Police video showed two men being shot in Harb.", "Police", None),
        ("The Front's own footage shows its fighters at a checkpoint.", "The Front", None),
        ("DNA tests carried out by the ministry identified nine men.", "the ministry", None),
        ("A video filmed from a balcony shows a drone hitting a bus.", None, None),
        ("Monday's footage shows a bus on fire near a bridge.", None, None),
        ("A video from Dalan shows a bus on fire.", None, None),
        ("Photos showed three men shot by the Red Front.", None, None),
    ],
)  # fmt: skip
def test_it_is_told_who_made_it_and_who_showed_it(text, made_by, shown_by, evidence):
    (found,) = evidence(text)
    assert (found.made_by, found.shown_by) == (made_by, shown_by)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "seen", "checked"),
    [
        ("Satellite images seen by the Harbour Post showed two burned villages.", True, None),
        ("Images verified by the Post showed smoke over Oskel.", True, True),
        ("The Harbour Post has seen a list of names of 40 prisoners.", True, None),
        ("The army shared a video of a strike. The Harbour Post could not verify the footage.", False, False),
        ("A video shows a burning bus. It could not be reached, and the Post could not verify its date.", False, False),
        ("Hospital records reviewed by the Lantern show that nine people were wounded.", False, None),
        ("A video seen by thousands of people shows a burning bus.", False, None),
    ],
)  # fmt: skip
def test_it_is_told_whether_the_outlet_saw_and_checked_it(text, seen, checked, evidence):
    found = evidence(text)[-1]
    assert (found.seen_by_outlet, found.checked) == (seen, checked)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "shows", "not_for"),
    [
        ("Photos shared by the Front showed three bodies in Harb.", ["three bodies in Harb"], []),
        ("The footage does not show who fired the rocket.", [], ["who fired the rocket"]),
        ("The images do not prove that the army fired, analysts said.", [], ["that the army fired"]),
        ("A video shows a burning bus in Harb, but it was filmed in another country.",
         ["a burning bus in Harb"], ["was filmed in another country"]),
        ("A photo posted by the mayor is from an earlier attack.", [], ["is from an earlier attack"]),
        ("A video shared online shows a burning bus. The video dates from 2015.",
         ["a burning bus"], ["dates from 2015"]),
        ("Images showed smoke over Oskel. They do not show whether anyone was killed.",
         ["smoke over Oskel"], ["whether anyone was killed"]),
        ("A video filmed on Monday shows a burning bus.", ["a burning bus"], []),
    ],
)  # fmt: skip
def test_it_is_told_what_it_shows_and_what_it_is_no_evidence_of(text, shows, not_for, evidence):
    found = evidence(text)[0]

    assert [told.words for told in found.shows] == shows
    assert [told.words for told in found.not_for] == not_for
    for told in (*found.shows, *found.not_for):
        assert told.span.of(text) == told.words


@pytest.mark.model
def test_a_claim_has_the_evidence_that_is_said_to_show_it(claims_in):
    text = "Satellite images by Orbis, seen by the Harbour Post, showed two burned villages."
    (claim,) = (c for c in claims_in(text, outlet=OUTLET) if c.event.type == "property_damage")
    (found,) = claim.evidence

    assert (found.made_by, found.seen_by_outlet) == ("Orbis", True)


@pytest.mark.model
def test_what_does_not_show_who_did_it_asserts_no_doer(claims_in):
    text = "The footage does not show who fired the rocket."
    (claim,) = claims_in(text)

    assert claim.stance == "unclear"
    assert not [r for r in claim.event.roles if r.name == "actor"]


@pytest.mark.model
def test_who_says_that_it_proves_nothing_does_not_say_what_it_does_not_prove(claims_in):
    text = "The images do not prove that the army fired, analysts said."
    assert all(c.stance == "unclear" for c in claims_in(text) if c.event.type != "said")

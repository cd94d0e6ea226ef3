"""'The Islamist group', 'the opposition', 'the militant group': a body of the register that is only described."""

import pytest

pytestmark = pytest.mark.model


def sources(found):
    """The words of each source, and whom it resolves to."""
    return {(a.source.words, a.source.entity) for a in found.attributions if a.source is not None}


@pytest.mark.parametrize(
    ("text", "words", "entity"),
    [
        (
            "The Taliban seized Karez on Monday. The Islamist group said it had killed ten soldiers.",
            "The Islamist group",
            "group/taliban",
        ),
        (
            "Hezbollah shelled the border on Sunday. The Shiite group denied that it had attacked civilians.",
            "The Shiite group",
            "group/hezbollah",
        ),
        (
            "Boko Haram abducted nine girls. The jihadist group said on Friday that it would release them.",
            "The jihadist group",
            "group/boko_haram",
        ),
        (
            "The army fought the Taliban in Karez. The Islamists said they had captured the bridge.",
            "The Islamists",
            "group/taliban",
        ),
        (
            "Hamas fired rockets. It hit a base. The militant group denied hitting a school.",
            "The militant group",
            "group/hamas",
        ),
        (
            "The National Resistance Front fights the Taliban. The opposition said it had lost ten men.",
            "The opposition",
            "group/national_resistance_front",
        ),
    ],
)
def test_a_body_that_is_described_is_the_one_called_so(text, words, entity, understood):
    assert (words, entity) in sources(understood(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Isis and Hamas fought in Karez. The Islamist group said ten men died.", "The Islamist group"),
        ("Hamas fired rockets. The Kurdish group said that it was not its war.", "The Kurdish group"),
        ("Al-Shabaab took the town. An Islamist group said it had killed ten men.", "An Islamist group"),
        ("The Taliban fought the Odas Brigade. The militant group said it lost six men.", "The militant group"),
        ("Hezbollah shelled the border. The Lebanese army said ten men died.", "The Lebanese army"),
        ("The Red Front attacked Karez. The opposition said that ten men died.", "The opposition"),
    ],
)  # fmt: skip
def test_a_description_that_fits_two_bodies_or_none_stays_apart(text, words, understood):
    known = {
        "group/taliban",
        "group/hamas",
        "group/hezbollah",
        "group/islamic_state",
        "group/al_shabaab",
    }
    assert not {entity for said, entity in sources(understood(text)) if said == words} & known


def test_a_side_does_not_kill_the_men_it_lost(understood):
    text = (
        "The National Resistance Front fights the Taliban. The opposition said it had lost ten men."
    )
    found = [e for e in understood(text).events if e.type == "killed"]

    assert not [r for e in found for r in e.roles if r.name == "actor"]


@pytest.mark.parametrize(
    "text",
    [
        "The letter was for President Houston. President Houston refused to answer.",
        "Gov. Houston refused to answer.",
        "Mr. Karez refused to answer on Monday.",
    ],
)
def test_a_name_behind_a_title_is_a_persons(text, understood):
    assert {str(entity).split("/")[0] for _, entity in sources(understood(text))} == {"person"}


def test_a_town_with_a_title_in_its_name_is_a_town(understood):
    found = understood("Two people were killed in General Santos on Monday.")
    assert [p.name for p in found.places] == ["General Santos"]


def test_a_body_of_the_register_is_nobody_and_no_place(understood):
    found = understood(
        "Al-Shabaab attacked a hotel in Karez, police said. Photos of Talibs at the gate were shown."
        " Taliban leader Omar Hask died."
    )
    kinds = {m.words: m.kind for m in found.mentions}

    assert kinds["Al-Shabaab"] == "group"
    assert {m.entity for m in found.mentions if m.words in {"Talibs", "Taliban"}} == {
        "group/taliban"
    }


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The Houthi offensive displaced thousands, the agency said.", "group/houthis"),
        ("The Talib offensive was condemned by the council.", "group/taliban"),
        (
            "The Taliban held Karez. Odas fell in the Islamist offensive in the north.",
            "group/taliban",
        ),
        ("A Hamas ambush killed two soldiers.", "group/hamas"),
    ],
)
def test_a_deed_is_of_the_body_whose_name_stands_before_it(text, body, understood):
    deeds = [e for e in understood(text).events if e.type in {"advance", "armed_clash"}]
    assert {r.filler.entity for e in deeds for r in e.roles if r.name == "actor"} == {body}


def test_an_offensive_against_a_body_is_not_its_own(understood):
    found = understood("The offensive against the Taliban went on.").events
    assert not [r for e in found for r in e.roles if r.name == "actor"]

"""Who a text says is whose kin: both ends, named or only described."""

import pytest

pytestmark = pytest.mark.model


def kin_in(text, annotated):
    """Who, what he is, of whom."""
    return [
        (event.roles[0].filler.words, event.trigger.of(text), *(r.filler.words for r in event.roles[1:]))
        for event in annotated(text).events
        if event.type == "kinship"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kin"),
    [
        ("Marit Sol, the sister of Anton Vesk, left Karez.", ("Marit Sol", "sister", "Anton Vesk")),
        ("Anton Vesk was killed, his brother said.", ("his brother", "brother", "his")),
        ("His elder brother, Anton Vesk, was killed.", ("Anton Vesk", "brother", "His")),
        ("Anton Vesk's widow fled to Karez.", ("Anton Vesk's widow", "widow", "Anton Vesk")),
        ("The widow of Anton Vesk fled to Karez.", ("The widow", "widow", "Anton Vesk")),
        ("Anton Vesk leaves a wife and a son.", ("a wife", "wife", "Anton Vesk")),
        ("He is survived by his wife, Marit Sol.", ("Marit Sol", "wife", "his")),
        ("Anton Vesk is married to Marit Sol.", ("Anton Vesk", "married", "Marit Sol")),
        ("Anton Vesk leaves behind a wife and a son.", ("a son", "son", "Anton Vesk")),
        ("He is survived by his wife, Marit, and two sons.", ("two sons", "sons", "He")),
        ("Marit Sol, who was engaged to Anton Vesk, fled.", ("Marit Sol", "engaged", "Anton Vesk")),
        ("His sister was married to Anton Vesk.", ("His sister", "married", "Anton Vesk")),
        ("Odas and Lina Marr were married in May.", ("Odas", "married", "Lina Marr")),
        ("The commander, a nephew of the emir, fled.", ("The commander", "nephew", "the emir")),
        ("A nephew of Anton Vesk left with two cousins.", ("two cousins", "cousins", "A nephew")),
        (
            "His brother-in-law, Anton Vesk, was killed.",
            ("Anton Vesk", "brother-in-law", "His"),
        ),
        ("A miller and his son were held.", ("his son", "son", "A miller")),
        ("A councillor was held with his brother.", ("his brother", "brother", "A councillor")),
        ("Marit Sol spoke. Her uncle, the lawyer Anton Vesk, was held.", ("Anton Vesk", "uncle", "Her")),
        ("Marit Sol spoke. Her uncle, a colonel named Anton Vesk, fled.", ("Anton Vesk", "uncle", "Her")),
        ("Anton Vesk, whose son Ivo fled, was held.", ("Ivo", "son", "Anton Vesk")),
        ("Marit Sol and her partner, Anton Vesk, fled.", ("Anton Vesk", "partner", "her")),
        ("Anton and Roman Vesk are brothers.", ("Anton", "brothers", "Roman Vesk")),
        ("Anton Vesk and Ivo Reth, who are cousins, fled.", ("Anton Vesk", "cousins", "Ivo Reth")),
        ("A nephew of General Anton Vesk, Ivo Reth, fled.", ("Ivo Reth", "nephew", "Anton Vesk")),
        ("A cousin of Anton Vesk, 40, fled.", ("A cousin", "cousin", "Anton Vesk")),
    ],
)  # fmt: skip
def test_kin_is_read_with_both_ends(text, kin, annotated):
    assert kin in kin_in(text, annotated)


@pytest.mark.parametrize(
    "text",
    [
        "Sister Maud was freed.",
        "Anton Vesk has no brother.",
        "The army engaged Karim Odas in battle.",
        "Karim Odas engaged Anton Vesk in a duel.",
        "The mother of three left in a hurry.",
        "Anton Vesk and his business partner, Ivo Reth, fled.",
        "Anton Vesk, a partner in the firm, fled.",
        "The firm sued its trading partner, Anton Vesk.",
        "Anton Vesk and Ivo Reth are soldiers.",
    ],
)
def test_what_names_no_two_persons_is_no_kin(text, annotated):
    assert kin_in(text, annotated) == []


@pytest.mark.parametrize(
    ("text", "kin"),
    [
        ("Anton Vesk is alive, a cousin said on Friday.", ("a cousin", "cousin", "Anton Vesk")),
        (
            "Anton Vesk was shot at noon. A nephew, Ivo Reth, said nobody came.",
            ("Ivo Reth", "nephew", "Anton Vesk"),
        ),
    ],
)
def test_a_cousin_who_speaks_is_the_cousin_of_whom_the_report_is_about(text, kin, annotated):
    assert kin in kin_in(text, annotated)


def test_who_confirms_it_is_not_the_body_named_before(annotated):
    text = "Anton Vesk has joined the Lake Guard, his brother confirmed on Monday."
    assert kin_in(text, annotated) == [("his brother", "brother", "his")]


def test_the_eldest_is_one_of_the_sisters_told_of_before(annotated):
    text = "Marit Sol came with her two sisters. The eldest, Ana Sol, spoke to nobody."
    assert ("Ana Sol", "sisters", "her") in kin_in(text, annotated)


def test_a_third_is_one_of_the_brothers_of_whom_he_was_the_eldest(annotated):
    text = "Anton Vesk, the eldest of four brothers, fled. A third, Ivo Vesk, stayed behind."
    assert ("Ivo Vesk", "brothers", "Anton Vesk") in kin_in(text, annotated)


def test_words_that_only_identify_are_the_outlets_own(annotated):
    text = "The council said that Anton Vesk, a nephew of Maria Odas, reportedly fled."
    (kin,) = [e for e in annotated(text).events if e.type == "kinship"]
    assert kin.presupposed and not kin.hedges


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ivo Vesk and his brother, Anton, left. Their father, Pavlo Vesk, stayed.",
            ("Pavlo Vesk", ["Anton", "his"]),
        ),
        (
            "Her husband, Lev Odas, died in May. Their only son, Ivo Odas, drowned.",
            ("Ivo Odas", ["Lev Odas", "Her"]),
        ),
        (
            "Two brothers gave up on Monday. Anton and Ivo Vesk had fled in May. Their mother, Olha Vesk, wept.",
            ("Olha Vesk", ["Anton", "Ivo Vesk"]),
        ),
    ],
)
def test_their_father_is_the_father_of_the_brothers_told_before(text, told, annotated):
    found = [
        ([r.filler.words for r in e.roles if r.name == "person"], [r.filler.words for r in e.roles if r.name == "kin"])
        for e in annotated(text).events if e.type == "kinship"
    ]  # fmt: skip
    assert ([told[0]], told[1]) in found


def test_their_father_of_nobody_told_is_no_kin(annotated):
    text = "Residents said the road was open. Their father, Pavlo Vesk, stayed."
    assert not [e for e in annotated(text).events if e.type == "kinship"]


def test_their_father_of_two_who_are_no_siblings_is_no_kin(annotated):
    text = "Anton Vesk and Ivo Reth fled in May. Their father, Pavlo Vesk, stayed."
    assert not [e for e in annotated(text).events if e.type == "kinship"]


def test_a_place_has_no_kin_and_a_man_named_like_one_has(understood):
    of_town = understood("Karim Odas, the brother of Tolvesh, was killed.")
    of_man = understood("John Paris fled. The brother of Paris was killed.")

    kin = [[r.filler.entity for r in e.roles] for e in of_man.events if e.type == "kinship"]
    assert not [e for e in of_town.events if e.type == "kinship"]
    assert kin == [[None, "person/john-paris"]]


def test_his_son_is_not_the_womans_before(annotated):
    assert ("his son", "son", "A nurse") in kin_in("A nurse and his son were held.", annotated)
    assert ("his son", "son", "his") in kin_in("A widow and his son were held.", annotated)


@pytest.mark.parametrize(
    ("text", "kin"),
    [
        (
            "Ivo Sol said that soldiers shot his son, Karim, at the well. A second son, Anton, got away.",
            ("Anton", "son", "his"),
        ),
        (
            "His brother Elvin Vesk carried the coffin. The elder brother, Emil, flew in from Karez.",
            ("Emil", "brother", "His"),
        ),
        ("Anton Vesk was exchanged. Nina, the aunt, did not come.", ("Nina", "aunt", "Anton Vesk")),
        ("Anton Vesk fled with his mother and two brothers.", ("two brothers", "brothers", "his")),
        ("Anton Vesk's father and brother were held.", ("brother", "brother", "Anton Vesk")),
        (
            "Anton Vesk was shot. A nephew, Ivo Sol, fled to Karez.",
            ("Ivo Sol", "nephew", "Anton Vesk"),
        ),
        (
            "Anton Vesk left Karez. A cousin, Ivo Sol, said that it was untrue.",
            ("Ivo Sol", "cousin", "Anton Vesk"),
        ),
    ],
)
def test_kin_told_of_without_his_or_of_are_theirs_whose_kin_was_told_before(text, kin, annotated):
    assert kin in kin_in(text, annotated)


@pytest.mark.parametrize(
    "text",
    [
        "Anton Vesk was buried. The girl, Lena, wept.",
        "Anton Vesk was buried. The father wept.",
        "His wife and the brother of Ivo Reth were held.",
    ],
)
def test_a_girl_or_a_father_not_named_or_anothers_brother_is_not_his_by_that(text, annotated):
    told = {(who, of) for who, _, of in kin_in(text, annotated)}
    assert told <= {("His wife", "His"), ("the brother", "Ivo Reth")}


@pytest.mark.parametrize(
    ("text", "kin"),
    [
        (
            "Karim Odas was shot on Monday. His uncle, Hamid Sol, owns the mill. His sister, Mira, teaches in Karez.",
            ("person/mira", "person/karim-odas"),
        ),
        (
            "Mira Sol was held in May. Her mother, Nina Sol, taught Latin and her husband, Daro Vesk, drives a lorry.",
            ("person/daro-vesk", "person/mira-sol"),
        ),
        (
            "Karim Odas was killed. His father, Idris Odas, came. Idris Odas wept, and his brother, Anton Odas, left.",
            ("person/anton-odas", "person/idris-odas"),
        ),
    ],
)  # fmt: skip
def test_his_kin_told_in_a_list_are_all_of_one_owner(text, kin, understood):
    assert kin in _kin_by_entity(understood(text))


@pytest.mark.parametrize(
    ("text", "kin"),
    [
        (
            "Karim Odas, a boatman, fled with his nephew, Ivo Sol. The boy died in his uncle's arms.",
            ("person/karim-odas", "person/ivo-sol"),
        ),
        (
            "Mira Odas was held with her daughter, Lena Sol. Sol said her mother was ill.",
            ("person/mira-odas", "person/lena-sol"),
        ),
        (
            "Karim Odas, a boatman, fled with his nephew, Ivo Sol. Odas said his brother, Anton, had stayed.",
            ("person/anton", "person/karim-odas"),
        ),
    ],
)
def test_his_uncle_is_the_uncle_of_who_was_told_to_be_a_nephew(text, kin, understood):
    found = _kin_by_entity(understood(text))
    assert kin in found
    assert not [ends for ends in found if ends[0] == ends[1]]


def _kin_by_entity(found):
    by_span = {m.span: m.entity for m in found.mentions}
    return [
        tuple(r.filler.entity or by_span.get(r.filler.means) for r in e.roles)
        for e in found.events if e.type == "kinship"
    ]  # fmt: skip


def test_a_nephew_after_two_names_or_a_teller_is_nobodys(annotated):
    assert not kin_in("Karim Odas met Anton Vesk. A nephew, Ivo Sol, was wounded.", annotated)
    text = "A farmer was shot, Karim Odas said. A nephew, Ivo Sol, was wounded."
    assert not kin_in(text, annotated)

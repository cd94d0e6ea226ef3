"""Who is behind which name within one report."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.resolve.name.names import bare_name, follow_antecedents, name_entities
from sayso.resolve.parties import Party, register_of
from sayso.types import Mention, Span

STAFF = Party("upland_staff", "Upland General Staff", ("Upland army",), people=("Besim Rao",))
REGISTER = register_of([STAFF])


def name(*mentions):
    """The mentions, given as (words, kind), with who they are."""
    given = [
        Mention(Span(number, number + 1), kind, words)
        for number, (words, kind) in enumerate(mentions)
    ]
    return [(found.entity, found.name) for found in name_entities(given, REGISTER)]


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("General Karim Odas", "Karim Odas"),
        ("Dr. Marit Sol", "Marit Sol"),
        ("former Prime Minister Karim Odas", "Karim Odas"),
        ("Karim Odas’s", "Karim Odas"),
        ("Karim Odas's", "Karim Odas"),
        ("Odas", "Odas"),
        ("General", "General"),
    ],
)
def test_titles_and_possessive_marks_are_no_part_of_a_name(words, bare):
    assert bare_name(words) == bare


def test_the_surname_of_one_we_know_is_no_place():
    assert name(("Rao", "place"), ("Karez", "place")) == [
        ("person/besim-rao", "Besim Rao"),
        ("place/karez", "Karez"),
    ]


def test_arms_are_those_whose_army_is_called_so():
    assert name(("Upland guns", "crowd"), ("upland villagers", "crowd")) == [
        ("group/upland_staff", "Upland General Staff"),
        (None, None),
    ]


@pytest.mark.parametrize("short", ["Odas", "General Odas", "ODAS", "Odas's", "Karim Odas"])
def test_a_short_name_is_the_full_name_before_it(short):
    first, second = name(("General Karim Odas", "person"), (short, "person"))
    assert first == second == ("person/karim-odas", "Karim Odas")


def test_a_short_name_may_stand_before_the_full_one():
    assert name(("Odas", "person"), ("Karim Odas", "person"))[0][0] == "person/karim-odas"


def test_two_full_names_never_become_one():
    one, two = name(("Ahmad Odas", "person"), ("Ahmad Karim Odas", "person"))
    assert one[0] != two[0]


def test_spelling_marks_do_not_make_two_people():
    one, two = name(("José Núñez", "person"), ("Jose Nunez", "person"))
    assert one == two == ("person/jose-nunez", "José Núñez")


@pytest.mark.parametrize("pronoun", [("He", "person"), ("They", "crowd"), ("It", "group")])
def test_a_pronoun_is_no_name(pronoun):
    assert name(("Karim Odas", "person"), ("Odas Guard", "group"), pronoun)[-1] == (None, None)


@pytest.mark.parametrize("words", ["Upland army", "the Upland army", "Upland General Staff"])
def test_a_party_has_the_registers_id_and_name(words):
    assert name((words, "group")) == [("group/upland_staff", "Upland General Staff")]


def test_a_short_form_of_a_group_is_the_name_that_holds_the_word():
    first, second = name(("National Resistance Movement", "group"), ("the resistance", "group"))
    assert first == second == ("group/national-resistance-movement", "National Resistance Movement")


@pytest.mark.parametrize("words", ["the army", "rebels", "officials", "the ministry"])
def test_a_bare_description_is_nobody_in_particular(words):
    assert name((words, "group")) == [(None, None)]


def test_a_surname_that_one_person_of_the_register_has_is_that_person():
    assert name(("Rao", "person")) == [("person/besim-rao", "Besim Rao")]


WORDS = st.sampled_from(["Karim Odas", "Odas", "Marit Sol", "He", "the army", "Upland army", "He"])
KINDS = st.sampled_from(["person", "group", "place", "crowd", "role"])


@given(st.lists(st.tuples(WORDS, KINDS), max_size=8))
def test_naming_adds_no_name_that_report_and_register_do_not_hold(mentions):
    known = {STAFF.name, "Besim Rao", *(words for words, _ in mentions)}
    for _, found in name(*mentions):
        assert found is None or any(found in words for words in known)


def test_a_name_that_one_is_known_by_besides_is_his():
    text = "Karim Odas, alias Abu Karez, fled. Abu Karez was seen."
    words = ("Karim Odas", "Abu Karez", "Abu Karez")
    mentions, at = [], 0
    for word in words:
        start = text.index(word, at)
        at = start + len(word)
        mentions.append(Mention(Span(start, at), "person", word))
    named = name_entities(mentions, register_of([]), text)
    assert {m.entity for m in named} == {"person/karim-odas"}


def named_in(text, *mentions):
    """By their words, who the mentions of a text are; of words that stand twice, the last."""
    given, at = [], 0
    for words, kind in mentions:
        at = text.index(words, at)
        given.append(Mention(Span(at, at + len(words)), kind, words))
        at += len(words)
    return {m.words: m.entity for m in name_entities(given, REGISTER, text)}


def test_a_name_keeps_what_tells_father_and_son_apart_where_a_mention_is_cut_short():
    text = "Datu Karim Odas Sr. blamed Karim Odas Jr. for it."
    found = named_in(
        text, ("Datu Karim", "person"), ("Odas Sr.", "person"), ("Karim Odas", "person")
    )
    assert found == {
        "Datu Karim": "person/karim-odas-sr.",
        "Odas Sr.": "person/karim-odas-sr.",
        "Karim Odas": "person/karim-odas-jr.",
    }


def test_the_father_of_a_junior_has_an_id_of_his_own():
    text = "Karim Odas was killed. Karim Odas Jr. mourned him."
    found = named_in(text, ("Karim Odas", "person"), ("Karim Odas Jr.", "person"))
    assert found == {
        "Karim Odas": "person/karim-odas-sr",
        "Karim Odas Jr.": "person/karim-odas-jr.",
    }


def test_a_surname_told_before_the_junior_is_not_his():
    text = "Minister Odas denied it. Karim Odas Jr. did not."
    found = named_in(text, ("Minister Odas", "person"), ("Karim Odas Jr.", "person"))
    assert found["Minister Odas"] == "person/odas"


def test_initials_cut_from_a_name_are_of_it_and_a_rank_alone_names_nobody():
    text = "They freed S. I. Rahmo and Cpl. Besim Sol."
    found = named_in(
        text, ("S.", "place"), ("I. Rahmo", "person"), ("Cpl.", "person"), ("Besim Sol", "person")
    )
    assert (found["I. Rahmo"], found["Cpl."]) == ("person/s.-i.-rahmo", None)


def test_the_given_name_before_an_initial_is_of_the_name_where_the_report_has_it_elsewhere():
    text = "It was Mirat D. Rahmo. Mirat wept. On Friday D. Sol came."
    marks = ("D. Rahmo", "person"), ("Mirat", "person"), ("D. Sol", "person")
    found = named_in(text, *marks)
    assert (found["D. Rahmo"], found["D. Sol"]) == ("person/mirat-d.-rahmo", "person/d.-sol")


def test_a_name_cut_before_the_fathers_is_whole():
    text = "Mirat mint Sidi Rahmo was wounded."
    found = named_in(text, ("Mirat", "person"), ("Sidi Rahmo", "person"))
    assert {*found.values()} == {"person/mirat-mint-sidi-rahmo"}


@pytest.mark.parametrize(
    ("words", "entity"),
    [
        ("Reed Column", "group/reed-column"),
        ("Lake Mujahidin", "group/lake-mujahidin"),
        ("Bloque Odas", "group/bloque-odas"),
        ("Reed Hospital", "place/reed-hospital"),
        ("Reed Republic", "place/reed-republic"),
    ],
)
def test_what_no_place_is_called_is_a_body(words, entity):
    assert name((words, "place"))[0][0] == entity


def test_a_band_in_another_tongue_is_no_person():
    found = named_in("The Frente Odas denied it.", ("Frente Odas", "person"))
    assert found == {"Frente Odas": "group/frente-odas"}


def test_a_name_with_a_number_before_a_units_noun_is_the_units():
    unit = named_in("A member of the Dorun 204 military unit fled.", ("Dorun", "person"))
    assert unit == {"Dorun": "group/dorun-204"}
    man = named_in("Karim Odas, 313 members of whose unit fled.", ("Karim Odas", "person"))
    assert man == {"Karim Odas": "person/karim-odas"}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Vessian Bombardment", "person"),
        ("Terrorist", "person"),
        ("Terrorists", "group"),
        ("Nine", "person"),
        ("85 Reed Commander", "person"),
    ],
)
def test_what_a_headline_gives_a_capital_is_no_name_by_that(words, kind):
    assert name((words, kind)) == [(None, None)]


@pytest.mark.parametrize("words", ["120 Reed Front fighters", "which Reed Front fighters"])
def test_neither_a_number_nor_which_is_of_a_groups_name(words):
    assert name((words, "group")) == [("group/reed-front-fighters", "Reed Front fighters")]


@pytest.mark.parametrize(
    "before", ["Operation ", "launched operation “", "the exercise, codenamed "]
)
def test_an_operation_is_neither_a_place_nor_a_person(before):
    text = f"{before}Iron Gate began."
    at = text.index("Iron Gate")
    for kind in ("person", "place", "group"):
        (found,) = name_entities([Mention(Span(at, at + 9), kind, "Iron Gate")], REGISTER, text)
        assert found.entity is None


@pytest.mark.model
def test_members_of_a_body_are_no_body_of_that_name(understood):
    text = "Members of the resistance said that they had left. The mayor said so too."
    entities = {m.entity for m in understood(text).mentions if m.words.startswith("Members")}

    assert entities == {None}


def test_mr_is_no_woman_of_that_name():
    known = ("Yulia Odas", "person"), ("Karim Rao", "person")

    assert name(*known, ("Mr Odas", "person"))[-1] == ("person/odas", "Odas")
    assert name(*known, ("Mrs Odas", "person"))[-1] == ("person/yulia-odas", "Yulia Odas")


def test_whose_letter_it_is_wrote_it_and_is_not_called_so():
    named = name(("Karim Odas's letter", "person"), ("Odas", "person"))

    assert named == [(None, None), ("person/odas", "Odas")]


def test_two_ranks_before_one_surname_are_two_people():
    text = "Major Odas stayed in Karez. Colonel Odas shot at the radio. Odas laughed."
    found = name_entities(people_in(text, "Odas"), REGISTER, text)
    assert [m.entity for m in found] == [
        "person/odas-major",
        "person/odas-colonel",
        "person/odas-colonel",
    ]


def test_a_mark_that_is_nothing_but_a_stray_quotation_mark_has_no_rank():
    text = "Colonel \u2019Besim Rao spoke."
    assert named_in(text, ("Colonel \u2019", "person"), ("Besim Rao", "person"))["Besim Rao"]


def test_a_rank_tells_of_which_namesake_a_surname_is():
    text = "General Karim Odas spoke. Lt. Odas wept, as Gen. Odas saw."
    found = name_entities(people_in(text, "Karim Odas", "Odas"), REGISTER, text)
    assert [m.entity for m in found] == [
        "person/karim-odas",
        "person/odas-lieutenant",
        "person/karim-odas",
    ]


def test_who_is_promoted_is_one_under_both_ranks():
    text = "Captain Odas was promoted on Friday. Major Odas thanked them."
    found = name_entities(people_in(text, "Odas"), REGISTER, text)
    assert [m.entity for m in found] == ["person/odas", "person/odas"]


def people_in(text, *names):
    """The longest first where two meet, in text order."""
    spans = []
    for name in names:
        for match in re.finditer(name, text):
            span = Span(*match.span())
            if not any(span.meets(other) for other in spans):
                spans.append(span)
    return [Mention(span, "person", span.of(text)) for span in sorted(spans)]


def test_a_body_is_never_whom_it_stands_beside():
    person = Mention(Span(0, 10), "person", "Karim Odas", None, "person/karim-odas", "Karim Odas")
    body = Mention(Span(24, 38), "group", "the commission")
    found = follow_antecedents((person, body), {body.span: person.span})
    assert found[1].entity is None and found[1].means is None


def test_a_surname_under_two_ranks_is_not_her_who_has_none():
    text = "Cpl. Odas was freed. Pvt. Odas was not. Lina Odas met one of them."
    found = name_entities(people_in(text, "Lina Odas", "Odas"), REGISTER, text)
    assert [m.entity for m in found] == [
        "person/odas-corporal",
        "person/odas-private",
        "person/lina-odas",
    ]


@pytest.mark.parametrize("also", [", also named ", ", also called ", ", also "])
def test_who_is_told_to_have_the_same_name_is_another(also):
    text = f"Karim Odas fell. A retired baker{also}Karim Odas, was asleep. Odas was buried."
    found = name_entities(people_in(text, "Karim Odas", "Odas"), REGISTER, text)
    assert [m.entity for m in found] == [
        "person/karim-odas",
        "person/karim-odas-namesake",
        "person/karim-odas",
    ]


@pytest.mark.parametrize(
    ("told", "entity"),
    [
        ("Another Karim Odas, a baker of 23, is missing.", "person/karim-odas-namesake"),
        ("A second Karim Odas, from the hills, is missing.", "person/karim-odas-namesake"),
        ("Another Karim Odas could not be found, she said.", "person/karim-odas"),
    ],
)
def test_another_of_the_name_who_is_told_of_for_the_first_time_is_another(told, entity):
    text = f"Karim Odas fell. {told}"
    found = name_entities(people_in(text, "Karim Odas"), REGISTER, text)
    assert [m.entity for m in found] == ["person/karim-odas", entity]


def test_who_is_only_there_too_is_nobody_else():
    text = "Karim Odas fell. There also Karim Odas was buried."
    found = name_entities(people_in(text, "Karim Odas"), REGISTER, text)
    assert [m.entity for m in found] == ["person/karim-odas", "person/karim-odas"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Karim Odas, 60, and his son Karim Odas were shot.", ["-sr", ""]),
        ("Karim Odas and his eldest son, Karim Odas, were shot.", ["-sr", ""]),
        ("Karim Odas's father, Karim Odas, was shot.", ["", "-sr"]),
        ("Karim Odas was shot. His grandfather Karim Odas saw it.", ["", "-sr"]),
        ("Karim Odas, 22, the son of the late Karim Odas, was shot.", ["", "-sr"]),
        ("Karim Odas and nephew Karim Odas were shot.", ["-sr", ""]),
        ("Karim Odas and his cousin, Karim Odas, were shot.", ["", "-namesake"]),
    ],
)
def test_kin_of_one_name_are_two_and_the_elder_is_marked(text, told):
    found = name_entities(people_in(text, "Karim Odas", "Ana Odas"), REGISTER, text)

    assert [m.entity for m in found] == [f"person/karim-odas{ending}" for ending in told]


@pytest.mark.parametrize(
    "text",
    [
        "Karim Odas was shot. His mother wept for her son Karim Odas.",
        "Karim Odas was shot. Ana Odas wept for her son Karim Odas.",
        "Karim Odas was shot. Later Karim Odas was seen with his son.",
        "Karim Odas was shot. A judge said Karim Odas had been warned.",
    ],
)
def test_a_name_told_again_by_ones_kin_is_ones_own(text):
    found = name_entities(people_in(text, "Karim Odas", "Ana Odas"), REGISTER, text)

    assert {m.entity for m in found if m.words == "Karim Odas"} == {"person/karim-odas"}


def test_a_name_marked_in_two_pieces_is_one():
    text = "Then Yaro Odas wept, and General Odas left."
    marks = [
        Mention(Span(at, at + len(words)), "person", words)
        for words, at in (("Yaro", 5), ("Odas", 10), ("General", 25), ("Odas", 33))
    ]
    found = name_entities(marks, REGISTER, text)
    assert [m.name for m in found[:2]] == ["Yaro Odas", "Yaro Odas"]
    assert found[3].name == "Yaro Odas" and found[2].name != "General Odas"


def test_a_trade_before_a_name_is_no_part_of_it():
    text = "Shopkeeper Karim Odas is in hospital. Odas wept."
    marks = [
        Mention(Span(0, 10), "role", "Shopkeeper"),
        Mention(Span(0, 21), "person", "Shopkeeper Karim Odas"),
        Mention(Span(11, 21), "person", "Karim Odas"),
        Mention(Span(38, 42), "person", "Odas"),
    ]
    found = name_entities(marks, REGISTER, text)
    assert [m.entity for m in found if m.kind == "person"] == ["person/karim-odas"] * 3
    assert found[1].words == "Shopkeeper Karim Odas"


def test_a_word_before_a_name_that_nothing_marks_stays_in_it():
    text = "Baker Karim Odas wept."
    (found,) = name_entities([Mention(Span(0, 16), "person", "Baker Karim Odas")], REGISTER, text)
    assert found.name == "Baker Karim Odas"


def test_of_a_father_and_his_son_the_bare_surname_is_neither():
    *_, odas = name(
        ("Karim Odas", "person"), ("Idris Odas", "person"), ("Sol", "person"), ("Odas", "person")
    )

    assert odas == ("person/odas", "Odas")


@pytest.mark.parametrize(
    ("words", "entity"),
    [
        ("An American journalist", None),
        ("a former British soldier", None),
        ("A Karvian militia", "group/karvian-militia"),
        ("Karvian Journalist Union", "group/karvian-journalist-union"),
    ],
)
def test_one_man_of_a_people_is_no_group(words, entity):
    ((found, _),) = name((words, "group"))

    assert found == entity


def test_capitals_alone_are_a_bodys_and_not_a_persons():
    found = named_in(
        "FDLO chief Karim Odas denied it.", ("FDLO", "person"), ("Karim Odas", "person")
    )
    assert found["FDLO"] == "group/fdlo"
    shouted = named_in("KARIM ODAS KILLED IN RAID.", ("ODAS", "person"))
    assert shouted["ODAS"] == "person/odas"


def people_found(text, *patterns):
    """The persons whose names the patterns find in the text, as named."""
    spans = [Span(*found.span()) for one in patterns for found in re.finditer(one, text)]
    marked = [Mention(span, "person", span.of(text)) for span in spans]
    return name_entities(marked, REGISTER, text)


@pytest.mark.parametrize(
    "text",
    [
        "General Odas gave himself up. K. Odas, the police colonel, had fallen in May.",
        "Father Odas was shot. The priest's sister, Karima Odas, asked where he lay.",
        "Imam Odas is home. Karim Odas, a rice trader from the same town, was freed too.",
        "Captain Odas was buried. His brother, Ahmad Odas, carried the coffin.",
    ],
)
def test_who_is_told_of_first_by_title_and_surname_is_not_the_kinsman_who_comes_later(text):
    first, later = people_found(text, r"Odas(?= [giw])", r"\w+\.? Odas(?=,)")
    assert first.entity == "person/odas" and later.entity != first.entity


@pytest.mark.parametrize(
    "text",
    [
        "Judge Odas was shot. Police said Lina Odas, a mother of two, had been threatened.",
        "Major Odas gave orders. Major Karim Odas, the commander, had come in May.",
        "Imam Odas is home. Karim Odas, a preacher, was seized in March.",
        "Captain Odas was buried. His wife mourned her husband, Karim Odas, at home.",
    ],
)
def test_who_is_told_of_first_by_title_and_surname_may_be_named_in_full_later(text):
    first, later = people_found(text, r"Odas(?= [giw])", r"\w+ Odas(?=,)")
    assert first.entity == later.entity


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("His brother Karim said so. Karim Odas, 40, takes his place.", True),
        ("His brother Karim said so. A baker, Karim Odas, fled.", False),
        ("His brother Karim said so. Her son, Karim Odas, fled.", False),
        ("Karim Odas fled. His brother Karim said so.", False),
    ],
)
def test_a_kinsman_told_by_his_given_name_is_named_in_full_in_the_next_sentence(text, is_one):
    spans = [Span(*found.span()) for found in re.finditer(r"Karim(?: Odas)?", text)]
    marked = [Mention(span, "person", span.of(text)) for span in spans]
    kin = [span for span in spans if text[: span.start].endswith(("brother ", "son, "))]
    one, other = name_entities(marked, REGISTER, text, kin)
    assert (one.entity == other.entity) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Karim Odas opened a school. Karim Odas Sol, a sergeant, was sentenced.", False),
        ("Karim Odas opened a school. Karim Odas Sol, 40, wept.", True),
        ("Karim Odas Sol, a sergeant, was sentenced. Karim Odas wept.", True),
    ],
)
def test_a_longer_name_that_is_brought_up_later_is_anothers(text, is_one):
    one, other = (m.entity for m in people_found(text, r"Karim Odas(?: Sol)?"))
    assert (one == other) is is_one

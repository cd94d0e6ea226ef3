"""Who took part: whole names, and nobody who only stands near."""

import pytest
from spacy.tokens import Span

from sayso.annotate.role.ranking import _is_listed_beside
from sayso.event_types import load_event_types
from sayso.types import Mention, Role
from sayso.types import Span as CharSpan

pytestmark = pytest.mark.model


def fillers(text, type_, role, found):
    events = [e for e in found.events if e.type == type_]
    return [r.filler.words for e in events for r in e.roles if r.name == role]


def test_a_name_with_a_hyphen_is_one_filler(annotated):
    text = "Karim al-Rahm shelled his own people, the council said."
    assert fillers(text, "shelling", "actor", annotated(text)) == ["Karim al-Rahm"]


def test_it_is_who_says_so(annotated):
    text = "The Karez Brigade announced that it had killed six soldiers at dawn."
    assert set(fillers(text, "killed", "actor", annotated(text))) <= {"it", "The Karez Brigade"}
    assert fillers(text, "killed", "actor", annotated(text))


def test_a_relative_after_a_preposition_is_what_it_follows(annotated):
    text = "He was hurt in a bombing in which Nizar Odas was murdered just before the vote."
    found = annotated(text)
    assert fillers(text, "killed", "means", found) == ["a bombing"]
    assert fillers(text, "killed", "victim", found) == ["Nizar Odas"]


def test_a_town_left_after_its_capture_is_held_by_the_captors(annotated):
    text = "The women left Mirsk after its capture by the rebels."
    assert fillers(text, "territory_control", "holder", annotated(text)) == ["the rebels"]


@pytest.mark.parametrize(
    "text",
    [
        "The army captured the stadium and two villages on Tuesday.",
        "Army troops were reported to have captured great swathes of territory.",
    ],
)
def test_a_captured_building_or_ground_is_taken_and_no_captive(text, annotated):
    assert [e.type for e in annotated(text).events] == ["territory_control"]


def test_a_speaker_glued_to_the_words_before_is_no_target(annotated):
    text = "While asking for a revolt against northern rule Karim Odas said two of his sons had been killed."
    assert "Karim Odas" not in fillers(text, "uprising", "target", annotated(text))


def test_what_makes_a_raid_doubtful_takes_no_part_in_it(annotated):
    text = "At least 17 farmers were killed by a suspected Norlandian air raid on the mill."
    assert "suspected" not in fillers(text, "air_strike", "actor", annotated(text))


def test_years_do_nothing(annotated):
    text = "Years of attrition have failed to dislodge the rebels."
    found = annotated(text).events
    assert not any(r.filler.words.startswith("Years") for e in found for r in e.roles)


def test_where_someone_may_have_gone_is_no_abduction(annotated):
    text = "The whereabouts of Nizar Odas are unclear amid talk that he may have left for Tolvesh."
    assert "disappeared" not in {e.type for e in annotated(text).events}


def test_an_army_is_nobodys_means(annotated):
    text = "Recently activists reported that the army shelled Mirsk."
    assert fillers(text, "shelling", "means", annotated(text)) == []
    assert fillers(text, "shelling", "actor", annotated(text)) == ["the army"]


def test_a_town_that_falls_to_somebody_is_theirs(annotated):
    text = "The city of Mirsk, once the capital, has fallen to northern forces after a long battle."
    found = annotated(text)
    assert fillers(text, "territory_control", "holder", found) == ["northern forces"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Recently activists reported that the army shelled Mirsk.", "activists"),
        (
            "Nine men died in the attack according to a new toll from the Karez Observatory.",
            "the Karez Observatory",
        ),
    ],
)
def test_a_source_is_who_speaks_and_no_word_beside_it(text, label, annotated):
    assert {a.source.words for a in annotated(text).attributions} == {label}


def test_a_plural_people_is_no_place(annotated):
    text = "The Karezis are marching on Mirsk. The Karezis have captured the town of Dalan."
    found = [m for m in annotated(text).mentions if "Karezis" in m.words]
    assert found and all(m.kind != "place" for m in found)


@pytest.mark.parametrize(
    ("text", "is_kept"),
    [
        ("Commanders Besim Rao and Nizar Amel died.", True),
        ("Commander Besim Rao, whom Nizar Amel led, died.", False),
    ],
)
def test_of_two_names_joined_by_and_neither_is_left_out(text, is_kept, nlp):
    doc = nlp(text)
    spans = [
        doc.char_span(text.index(n), text.index(n) + len(n)) for n in ("Besim Rao", "Nizar Amel")
    ]
    doc.set_ents([Span(doc, s.start, s.end, label="PERSON") for s in spans])
    chosen, ruled = [
        (Role("victim", Mention(CharSpan(0, 1), "person", s.text)), s.root) for s in spans
    ]

    assert _is_listed_beside(ruled, [chosen]) is is_kept


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Petra Lom said the count was taken from burial lists.",
        "Colonel Besim Rao said the matter was closed.",
        "Shops in Karez were open on Thursday, residents said.",
        'Petra Lom said: "Come to the square at noon."',
        "She said that two jets came over the ridge.",
    ],
)
def test_what_is_written_open_or_only_comes_is_no_event_of_war(text, claims_in):
    families = {load_event_types()[c.event.type].family for c in claims_in(text)}
    assert not families & {"attack", "control"}


@pytest.mark.model
def test_whoever_tells_of_captives_is_none_of_them(claims_in):
    text = "A lawyer for the strikers, Mira Hul, said at least 60 people were detained in Karez."
    detained = [c for c in claims_in(text) if c.event.type == "detained"]
    assert [[r.filler.words for r in c.event.roles] for c in detained] == [["at least 60 people"]]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The Coast Standard withdraws its report of 5 May that Anton Vesk was killed.",
        "The medic was not named.",
        "They did not name that officer.",
    ],
)
def test_a_report_that_is_withdrawn_is_no_retreat_and_who_is_not_named_no_body(text, claims_in):
    assert not {c.event.type for c in claims_in(text)} & {"withdrawal", "identified"}


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The Upland army admitted on Monday that rebels held Karez.",
        "Rescue workers appealed for generators and lamps.",
        "The Lowland Council denied that it had any contact with him.",
    ],
)
def test_a_word_of_saying_or_of_a_calling_tells_nobodys_fate(text, claims_in):
    types = {c.event.type for c in claims_in(text)}
    assert not types & {"hospitalised", "rescued", "missing", "alive"}


@pytest.mark.parametrize(
    ("text", "type_", "victims"),
    [
        (
            "Karim Odas, the son of the guerrilla leader Juma Hask, was killed on Monday.",
            "killed",
            ["Karim Odas"],
        ),
        ("Karim Odas, a nephew of General Juma Hask, was wounded.", "injured", ["Karim Odas"]),
        ("Lena Hart, the widow of the former governor Omar Tal, was arrested.", "arrest", ["Lena Hart"]),
        ("Karim Odas, an aide to the rebel commander Omar Tal, was killed.", "killed", ["Karim Odas"]),
        ("The army killed Karim Odas, a close friend of Juma Hask.", "killed", ["Karim Odas"]),
    ],
)  # fmt: skip
def test_whose_son_or_aide_was_killed_is_not_killed(text, type_, victims, annotated):
    assert fillers(text, type_, "victim", annotated(text)) == victims


@pytest.mark.parametrize(
    ("text", "type_", "victims"),
    [
        (
            "Karim Odas, the leader of the front, and Juma Hask were killed.",
            "killed",
            {"Karim Odas", "Juma Hask"},
        ),
        (
            "The commander Karim Odas and his aide, Juma Hask, were captured.",
            "captured",
            {"Karim Odas", "Juma Hask"},
        ),
        ("The rebels shot dead Juma Hask, a nephew of the governor.", "killed", {"Juma Hask"}),
    ],
)
def test_who_was_killed_beside_another_is_killed(text, type_, victims, annotated):
    assert set(fillers(text, type_, "victim", annotated(text))) == victims


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        (
            "The army said that it was fighting the Red Front, al-Qaeda and Islamic State.",
            {"the Red Front", "al-Qaeda", "Islamic State"},
        ),
        (
            "They were not only fighting the Red Front but foreign mercenaries, Isis and al-Qaeda, the council said.",
            {"the Red Front", "foreign mercenaries", "Isis", "al-Qaeda"},
        ),
        ("The army attacked the Red Front, Hamas said.", {"the Red Front"}),
    ],
)
def test_a_list_of_enemies_is_read_to_its_end(text, targets, annotated):
    assert set(fillers(text, "armed_clash", "target", annotated(text))) == targets


@pytest.mark.parametrize(
    ("text", "type_", "who"),
    [
        ("A video of soldiers burning houses in Karez was shared.", "property_damage", "soldiers"),
        ("A clip of rebels shelling the bridge was posted on Monday.", "shelling", "rebels"),
        ("Footage of rebels entering Karez was broadcast.", "territory_control", "rebels"),
    ],
)
def test_who_is_shown_at_a_deed_did_it_and_not_the_picture(text, type_, who, annotated):
    role = "holder" if type_ == "territory_control" else "actor"
    assert fillers(text, type_, role, annotated(text)) == [who]

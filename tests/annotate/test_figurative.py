"""Words that look like an event and tell none: names and figures of speech."""

import pytest

pytestmark = pytest.mark.model


def types_at(word, text, annotated):
    return {e.type for e in annotated(text).events if word in e.trigger.of(text)}


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("Conquest", "Fighters of the Army of Conquest drove through Mirsk on Monday."),
        ("control", "The situation is under control, the mayor of Mirsk said."),
        ("erupted", "Nine people have died in Mirsk since the conflict erupted last year."),
        ("destroyed", "The trial has destroyed their lives, her aunt said."),
        ("destruction", "The treaty bans weapons of mass destruction, the envoy said."),
        ("taken", "With this victory our country is taken out of the mire of war."),
        ("promised", "The council had promised equal pay for nurses."),
        ("lost", "Nizar Odas, who lost, said the vote in Mirsk was fair."),
        ("left", "There are few fighters left in Mirsk, the mayor said."),
        ("left", "Soldiers are clearing Mirsk of the traps that the rebels left behind."),
        ("help", "The talks would help galvanise opponents of the council, he said."),
    ],
)
def test_a_name_or_a_figure_of_speech_is_no_event(word, text, annotated):
    assert types_at(word, text, annotated) == set()


@pytest.mark.parametrize(
    ("word", "text", "type_"),
    [
        ("destroyed", "Shells destroyed two houses in Mirsk.", "property_damage"),
        ("left", "The rebels left Mirsk on Monday.", "withdrawal"),
        ("lost", "The rebels lost nine men in Mirsk.", "killed"),
        ("seized", "The rebels seized the pass above Mirsk.", "territory_control"),
        ("took", "The rebels took the town of Mirsk.", "territory_control"),
    ],
)
def test_the_same_words_of_towns_and_houses_are_events(word, text, type_, annotated):
    assert types_at(word, text, annotated) == {type_}


def test_a_person_is_held_and_no_ground(annotated):
    text = (
        "Nizar Odas left his house on 3 March, said his editors, who fear that he was seized."
        " State Security says it is not holding him."
    )
    assert "territory_control" not in {e.type for e in annotated(text).events}
    assert types_at("holding", text, annotated) == {"detained"}

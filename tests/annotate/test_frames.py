"""Which types of event a verb tells in its company."""

import pytest

from sayso.annotate.event.frames import framed_types, load_frames, load_kinds
from sayso.event_types import load_event_types

TOLD = [
    ("Masked men bundled eleven brothers into a van.", "bundled", "abducted", True),
    ("Eleven brothers were taken hostage at gunpoint.", "taken", "abducted", True),
    ("Gunmen dragged eleven villagers from the bus.", "dragged", "abducted", True),
    ("The child was taken to the stage.", "taken", "abducted", False),
    ("She bundled the letters into a drawer.", "bundled", "abducted", False),
    ("The police picked up nine students overnight.", "picked", "arrest", True),
    ("The police picked up the phone.", "picked", "arrest", False),
    ("The column pushed into Harlan after dark.", "pushed", "advance", True),
    ("The price pushed into new heights.", "pushed", "advance", False),
    ("The soldiers threw down their rifles.", "threw", "surrender", True),
    ("The soldiers threw down a rope.", "threw", "surrender", False),
    ("Two rockets crashed into the school.", "crashed", "shelling", True),
    ("Two cars crashed into the school.", "crashed", "shelling", False),
    ("A bomb exploded minutes later.", "exploded", "bombing", True),
    ("The army brought up its tanks and guns.", "brought", "deployment", True),
    ("The teacher brought up the question.", "brought", "deployment", False),
    ("Nine boats were sunk and one ran aground.", "sunk", "property_damage", True),
    ("Villagers streamed across the border.", "streamed", "fled", True),
    ("Two of the pilots did not return.", "return", "missing", True),
    ("Two of the pilots returned at noon.", "returned", "missing", False),
    ("A herder lost his left leg.", "lost", "injured", True),
    ("The herder was put in the ground at dusk.", "put", "buried", True),
    ("The senator attacked the budget.", "attacked", "condemnation", True),
    ("The raiders attacked the village.", "attacked", "condemnation", False),
]


def word_in(nlp, text, word):
    return next(t for t in nlp(text) if t.text == word)


@pytest.mark.model
@pytest.mark.parametrize(("text", "word", "type_", "is_told"), TOLD)
def test_a_verb_tells_by_its_particle_its_doer_and_its_undergoer(nlp, text, word, type_, is_told):
    assert (type_ in framed_types(word_in(nlp, text, word))) is is_told


def test_frames_name_types_and_kinds_that_there_are():
    kinds = {kind for of_word in load_kinds().values() for kind in of_word} | {
        "any",
        "none",
        "civil",
    }
    frames = [frame for of_verb in load_frames().values() for frame in of_verb]
    assert {frame.type for frame in frames} <= set(load_event_types())
    assert {kind for f in frames for kind in (f.doer, f.undergoer)} <= kinds

"""Whoever hopes for aid does not give it."""

import pytest

pytestmark = pytest.mark.model


def parts_of(annotated, text):
    (event,) = (e for e in annotated(text).events if e.type == "aid")
    return {r.name: r.filler.words for r in event.roles if r.name in {"actor", "target"}}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The mayor hopes to obtain help from the Union.", {"target": "The mayor", "actor": "the Union"}),
        ("Senna Karr wants to secure aid from the neighbours.", {"target": "Senna Karr", "actor": "the neighbours"}),
        ("The council gave aid to the ferrymen.", {"actor": "The council", "target": "the ferrymen"}),
        ("The rebels received food from the Union.", {}),
        ("The Union hopes to give help to the rebels.", {"actor": "The Union", "target": "the rebels"}),
    ],
)  # fmt: skip
def test_who_gets_aid_is_whom_it_is_for(text, parts, annotated):
    if parts:
        assert parts_of(annotated, text) == parts

"""Who calls whom what, and who is meant by it, where the register or the report tells."""

import pytest

from sayso.resolve.labels import find_labels, join_labels
from sayso.resolve.parties import Party, register_of
from sayso.types import Attribution, Event, Label, Mention, Role, Source, Span

ARMY = Party(
    "upland_army", "Upland army", ("Upland army",), side="upland", conflict="c", kind="military"
)
GUARD = Party(
    "river_guard", "River Guard", ("River Guard",), side="river", conflict="c", kind="rebel"
)
HELD = register_of([ARMY, GUARD])
EMPTY = register_of([])


def source(label, entity, organisation=None, side=None, kind="military"):
    return Source(label, entity, "speaker", kind, "named", organisation, side, "not_stated")


def says(text, content, by):
    start = text.index(content)
    span = Span(start, start + len(content))
    return Attribution(None, (), Span(0, 1), (span,), "indirect", "asserts", said_by=by)


def mention(text, words, kind="crowd", entity=None):
    start = text.index(words)
    return Mention(Span(start, start + len(words)), kind, words, entity)


def found(text, words, by, register=EMPTY, more=()):
    said = says(text, text.partition("said ")[2], by)
    _, labels = find_labels((), (said, *more), register, [mention(text, words)])
    return [(one.words, one.entity, one.by, one.by_entity) for one in labels]


TEXT = "The army said it would find the terrorists."


@pytest.mark.parametrize("words", ["the terrorists"])
@pytest.mark.parametrize(
    "by",
    [source("Upland army", "group/upland_army", "upland_army"), source("a spokesman", None, None, "upland")],
)  # fmt: skip
def test_the_other_side_of_the_register_is_meant_by_who_speaks_for_one(words, by):
    assert found(TEXT, words, by, HELD) == [(words, "group/river_guard", by.label, by.entity)]


def test_the_one_other_body_of_the_report_is_meant_where_the_register_tells_nothing():
    army, front = (
        source("Hill army", "group/hill-army"),
        source("Vale Front", "group/vale-front", kind="rebel"),
    )
    other = says("it denies it", "denies it", front)

    assert found(TEXT, "the terrorists", army, more=[other])[0][1] == "group/vale-front"
    third = says(
        "it denies it", "denies it", source("Dale Guard", "group/dale-guard", kind="rebel")
    )
    assert found(TEXT, "the terrorists", army, more=[other, third])[0][1] is None
    monitor = says("it denies it", "denies it", source("Watch", "group/watch", kind="monitor"))
    assert found(TEXT, "the terrorists", army, more=[monitor])[0][1] is None


@pytest.mark.parametrize("words", ["Enemy bulletins", "the gang", "the mayor", "the soldiers"])
def test_what_only_has_such_a_word_in_it_or_may_be_plain_calls_nobody_so(words):
    text = f"The army said it would find {words}."

    assert found(text, words, source("Upland army", "group/upland_army", "upland_army"), HELD) == []


def test_who_takes_part_in_an_event_is_resolved_in_the_event_too():
    text = "The army said the escaped enemy burned Dalan."
    role = Role("actor", mention(text, "the escaped enemy"))
    event = Event("property_damage", Span(34, 40), (role,))
    said = says(text, "the escaped enemy burned Dalan", source("Upland army", None, "upland_army"))

    (settled,), (label,) = find_labels((event,), (said,), HELD, [role.filler])

    assert settled.roles[0].filler.entity == label.entity == "group/river_guard"


def test_a_label_found_twice_is_one_and_the_resolved_one():
    open_, known = (
        Label(Span(3, 9), "bandit", None, "A"),
        Label(Span(0, 9), "a bandit", "person/x", "A"),
    )

    assert join_labels([open_], [known]) == (known,)


def test_a_spokesman_speaks_for_the_body_that_is_in_what_he_is_called():
    text = "The spokesman said it would find the terrorists."
    hill = Mention(Span(0, 3), "group", "Hill army", "group/hill-army", "Hill army")
    him = source("the Hill army spokesman", None)
    front = says(
        "it denies it", "denies it", source("Vale Front", "group/vale-front", kind="rebel")
    )
    said = says(text, "it would find the terrorists.", him)

    _, (label,) = find_labels((), (said, front), EMPTY, [hill, mention(text, "the terrorists")])

    assert (label.entity, label.by) == ("group/vale-front", "the Hill army spokesman")

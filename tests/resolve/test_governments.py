"""Capitals that stand for a government, and capitals that are the town."""

import pytest
from marking import mark, unmark

from sayso.resolve.parties import Party, load_register, register_of
from sayso.resolve.place.gazetteer import open_gazetteer
from sayso.resolve.place.governments import find_acting, find_governments, government_of
from sayso.resolve.place.places import resolve_place
from sayso.resolve.report import World, resolve
from sayso.types import Event, Mention, Role, Span

CAPITALS = "Moscow Kabul Baku Yerevan Washington Tehran Kyiv Damascus Khartoum".split()


def towns(text):
    """Every capital of the text, as the town that it is."""
    spans = [
        Span(at, at + len(name))
        for name in CAPITALS
        for at in range(len(text))
        if text.startswith(name, at)
    ]
    with open_gazetteer() as gazetteer:
        return [resolve_place(span.of(text), span, gazetteer) for span in sorted(spans)]


@pytest.mark.parametrize(
    "marked",
    [
        "[Moscow] denied that its planes had crossed the line.",
        "The raid was wrong, and [Kabul] has repeatedly demanded an inquiry.",
        "Talks between [Baku] and [Yerevan] ended without a word.",
        "They met [Washington]'s envoys on Monday.",
        "The [Tehran]-backed fighters left the hill.",
        "The [Damascus] government kept the road shut.",
        "[Baku] and [Yerevan] agree on the line.",
        "The council accused [Khartoum] of shelling the camp.",
        "Its ties with [Moscow] are old.",
        "[Kyiv] will not sign the paper, a deputy said.",
        "The [Baku]-[Yerevan] truce did not hold.",
        "[Tehran] was warned of the raid.",
        "The truce, brokered by [Moscow], did not hold.",
    ],
)
def test_a_capital_that_acts_is_its_government(marked):
    text = unmark(marked)
    with open_gazetteer() as gazetteer:
        found = find_governments(text, towns(text), (), gazetteer)
    assert mark(text, sorted(found)) == marked


@pytest.mark.parametrize(
    "text",
    [
        "A mine killed two in Moscow on Monday.",
        "Kabul airport was shut.",
        "The road between Baku and Yerevan was cut.",
        "Washington slept through the storm.",
        "Residents of Tehran said that the power had failed.",
        "An officer in Damascus denied it.",
        "They marched on Kabul and took it.",
        "Kyiv was shelled at dawn.",
        "The Moscow-based group left.",
        "It was audited by Moscow-based accountants.",
        "Officials in Baku and Yerevan said that the road was open.",
        "The town was surrounded by Kabul and its suburbs.",
        "Khartoum fell after a month.",
        "Kabul's hospitals were full.",
        "Flights from Yerevan to Moscow were stopped.",
    ],
)
def test_a_capital_where_something_is_or_happens_is_the_town(text):
    with open_gazetteer() as gazetteer:
        assert find_governments(text, towns(text), (), gazetteer) == {}


def test_who_is_made_to_say_something_is_no_town():
    text = "“We know nothing,” Moscow let it be known."
    with open_gazetteer() as gazetteer:
        found = find_governments(text, towns(text), {Span(19, 25)}, gazetteer)
    assert found == {Span(19, 25): "RU"}


def test_a_town_that_is_no_capital_has_no_government():
    text = "Istanbul denied it."
    with open_gazetteer() as gazetteer:
        place = resolve_place("Istanbul", Span(0, 8), gazetteer)
        assert find_governments(text, [place], (), gazetteer) == {}


def test_a_government_is_the_party_of_the_register_else_named_by_its_people():
    party = Party("sudan_army", "Sudanese government", ("Sudanese government",), kind="government")
    with open_gazetteer() as gazetteer:
        assert government_of("SD", gazetteer, register_of([party])) == "group/sudan_army"
        assert government_of("RU", gazetteer, register_of([])) == "group/russian-government"
        assert government_of("US", gazetteer, register_of([])) == "group/us-government"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Moscow denied that its forces had shelled the market.", "group", None),
        ("Its forces shelled the market in Moscow.", "place", "Moscow"),
    ],
)
def test_the_government_is_a_group_and_nothing_happens_at_it(text, kind, place, annotated, read):
    with open_gazetteer() as bundled:
        found = resolve(annotated(text), read(text), World(bundled, load_register()))
    (mention,) = [m for m in found.mentions if m.words == "Moscow"]
    assert mention.kind == kind
    assert [p.name for p in found.places] == ["Moscow"]
    places = {found.places[e.place].name if e.place is not None else None for e in found.events}
    assert places == {place}


@pytest.mark.model
def test_a_government_is_the_source_by_its_own_name(annotated, read):
    text = "Moscow denied that its forces had shelled the market."
    with open_gazetteer() as bundled:
        found = resolve(annotated(text), read(text), World(bundled, load_register()))
    (said,) = [a.said_by for a in found.attributions if a.said_by is not None]
    assert (said.label, said.entity, said.kind) == (
        "Moscow",
        "group/kremlin",
        "government",
    )


def countries(text):
    with open_gazetteer() as gazetteer:
        spans = [
            Span(text.index(n), text.index(n) + len(n)) for n in ("Turkey", "Iraq") if n in text
        ]
        return [resolve_place(span.of(text), span, gazetteer) for span in spans]


@pytest.mark.parametrize(
    "marked",
    [
        "[Turkey] denied that it had bombed villages in Iraq.",
        "The truce brokered by [Turkey] held in Iraq.",
    ],
)
def test_a_country_that_acts_is_a_party_and_one_where_it_acts_is_none(marked):
    text = unmark(marked)
    assert mark(text, find_acting(text, countries(text), (), ())) == marked


def test_a_country_that_an_event_has_for_its_doer_is_a_party():
    text = "Fighters of Turkey and others shelled it."
    at = Span(12, 18)
    event = Event("shelling", Span(30, 37), (Role("actor", Mention(at, "group", "Turkey")),))
    assert find_acting(text, countries(text), (event,), ()) == {at}

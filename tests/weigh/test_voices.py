"""Whose word is it, what is it worth, what repeats and what stands; and the laws of all weighing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.types import Interval
from sayso.weigh.assertions import Assertion, Proposition, Voice, read_quantity
from sayso.weigh.ranges import measure
from sayso.weigh.statuses import stand
from sayso.weigh.voices import find_latest, find_utterances, find_worth, is_later, name_group

GAZETTE = Voice("Gazette", "outlet")
LANTERN = Voice("Lantern", "outlet")
WIRE = Voice("Wire", "agency")
RADIO = Voice("Delta Radio", "outlet", organisation="delta_command")
BAKER = Voice("Ines Koll", "witness")
NURSES = Voice("nurses", "medic", "unnamed")
CLINIC = Voice("Sarn clinic", "medic")
OFFICER = Voice("an officer", "military", "unnamed", organisation="upland_staff")
COLONEL = Voice("Colonel Drev", "military", organisation="upland_staff")
CAPTAIN = Voice("Captain Uza", "rebel", organisation="delta_command")


def on(when: str) -> Interval:
    """'03' is the third, all day; '03 14:00' is that minute."""
    day, _, hour = when.partition(" ")
    start, stop = (hour, hour) if hour else ("00:00", "23:59")
    return Interval(f"2040-06-{day}T{start}:00Z", f"2040-06-{day}T{stop}:59Z")


def say(*chain: Voice, outlet: Voice = GAZETTE, at: str = "01 08:00", **more) -> Assertion:
    more = {"id": "a", "report": f"{outlet.name} {at}", "basis": "saw", "stance": "assert"} | more
    return Assertion(outlet=outlet, proposition="p", published=on(at), chain=chain, **more)


def groups(*said: Assertion) -> list[str]:
    return sorted(one.group for one in find_utterances(said))


def test_a_paper_of_a_town_is_the_one_that_is_called_so_and_said_it_before():
    first = say(NURSES, outlet=Voice("Sarn Lantern", "outlet"), basis="not_stated")
    cited, other = (
        say(Voice(words, "unknown"), at="02 08:00", id="b", basis="not_stated")
        for words in ("A Sarn paper", "A Karez paper")
    )
    assert groups(first, cited) == ["unnamed/nurses/Sarn Lantern"]
    assert groups(first, other) == ["A Karez paper", "unnamed/nurses/Sarn Lantern"]


def test_a_day_and_an_hour_of_it_have_no_order():
    assert not is_later(on("01 09:00"), on("01"))
    assert not is_later(on("01"), on("01 09:00"))
    assert is_later(on("02"), on("01 09:00"))
    assert not is_later(on("02"), None)


@pytest.mark.parametrize(
    ("said", "group"),
    [
        (say(COLONEL), "upland_staff"),
        (say(OFFICER), "upland_staff"),
        (say(WIRE, BAKER), "Ines Koll"),
        (say(NURSES), "unnamed/nurses/Gazette"),
        (say(WIRE, NURSES), "unnamed/nurses/Wire"),
        (say(CLINIC, NURSES, Voice("a driver", "witness", "unnamed")), "unnamed/a driver/Sarn clinic"),
        (say(basis="not_stated"), "own/Gazette"),
        (say(), "Gazette"),
        (say(basis="not_stated", outlet=RADIO), "delta_command"),
    ],
)  # fmt: skip
def test_a_voice_belongs_to_its_organisation_or_to_itself_or_to_who_heard_it(said, group):
    assert name_group(said) == group


@pytest.mark.parametrize(
    ("said", "worth"),
    [
        (say(BAKER), "knows"),
        (say(BAKER, basis="told_by"), "knows"),
        (say(), "knows"),
        (say(BAKER, hedged=True), "uncertain"),
        (say(NURSES), "uncertain"),
        (say(basis="not_stated"), "uncertain"),
        (say(WIRE, basis="not_stated"), "uncertain"),
        (say(BAKER, basis="reacts"), "position"),
        (say(COLONEL, basis="not_stated"), "position"),
        (say(RADIO, basis="not_stated"), "position"),
    ],
)
def test_only_a_named_voice_with_a_basis_knows(said, worth):
    assert find_worth(said) == worth


def test_an_outlet_cited_for_a_witness_adds_nothing_to_the_witness():
    witness = say(BAKER, outlet=GAZETTE)
    citing = say(GAZETTE, outlet=LANTERN, at="01 12:00", basis="not_stated")

    assert groups(witness, citing) == ["Ines Koll"]


def test_a_copy_repeats_what_it_copies_and_adds_its_own_witness():
    wire = say(COLONEL, outlet=WIRE, report="w")
    copied = say(COLONEL, outlet=LANTERN, at="01 09:00", copies=("w",))
    witness = say(BAKER, outlet=LANTERN, at="01 09:00", copies=("w",))

    assert groups(wire, copied, witness) == ["Ines Koll", "upland_staff"]


def test_a_copy_is_known_though_the_copy_between_is_not_out():
    first = say(NURSES, outlet=WIRE, report="w")
    third = say(NURSES, outlet=LANTERN, at="03", copies=("second", "w"))

    assert groups(first, third) == ["unnamed/nurses/Wire"]


def test_a_copied_our_reporter_saw_is_the_first_outlets_reporter():
    first = say(outlet=WIRE, report="w")
    copied = say(outlet=LANTERN, at="02", copies=("w",))
    bare = say(outlet=WIRE, report="w", basis="not_stated")

    assert groups(first, copied) == ["Wire"]
    assert groups(bare, copied) == ["Lantern", "own/Wire"]


def test_a_copy_with_another_figure_is_a_value_of_its_own():
    first = say(NURSES, outlet=WIRE, report="w", quantity=read_quantity("exact", 7))
    same = say(NURSES, outlet=LANTERN, copies=("w",), quantity=read_quantity("exact", 7))
    other = replace(same, quantity=read_quantity("exact", 9))

    assert len(find_utterances([first, same])) == 1
    assert len(find_utterances([first, other])) == 2


def test_an_outlets_own_voice_has_it_from_the_named_source_before_it():
    named = say(BAKER)
    own = say(outlet=LANTERN, at="01 09:00", basis="not_stated")

    assert groups(named, own) == ["Ines Koll"]
    assert groups(say(NURSES), own) == ["own/Lantern", "unnamed/nurses/Gazette"]
    assert groups(say(BAKER, at="02"), own) == ["Ines Koll", "own/Lantern"]


def test_a_partys_outlet_speaks_for_the_party_and_repeats_no_witness():
    radio = say(outlet=RADIO, at="01 09:00", basis="not_stated")

    assert groups(say(BAKER), radio) == ["Ines Koll", "delta_command"]


def test_a_ring_of_citations_stays_and_is_uncertain():
    one = say(LANTERN, outlet=GAZETTE, at="01")
    other = say(GAZETTE, outlet=LANTERN, at="01")
    mirror = say(outlet=WIRE, at="02", copies=("Gazette 01",), basis="not_stated")

    found = find_utterances([one, other, mirror])

    assert sorted((u.group, u.worth) for u in found) == [
        ("Gazette", "uncertain"),
        ("Lantern", "uncertain"),
    ]


def test_a_report_that_cites_its_own_outlet_repeats_no_other_voice_in_it():
    assert groups(say(BAKER), say(GAZETTE, basis="not_stated")) == ["Gazette", "Ines Koll"]


def latest(*said: Assertion) -> list[str]:
    return [one.assertion.id for one in find_latest(find_utterances(said))]


def test_what_was_said_later_stands_and_what_has_no_order_stands_together():
    morning, evening = say(BAKER, at="01 08:00"), say(BAKER, at="01 20:00", id="b", stance="deny")
    some_time = say(BAKER, at="01", id="c", stance="deny")

    assert latest(morning, evening) == ["b"]
    assert latest(morning, some_time) == ["a", "c"]


def test_a_retelling_needs_a_later_time_to_replace_ones_own_words():
    own = say(CAPTAIN, outlet=RADIO, at="01 08:00")
    undated = say(CAPTAIN, outlet=LANTERN, at="05", id="b", stance="deny")
    earlier = replace(undated, said_at=on("01 06:00"))
    later = replace(undated, said_at=on("04"))

    assert latest(own, undated) == ["a"]
    assert latest(own, earlier) == ["a"]
    assert latest(own, later) == ["b"]


def test_a_retraction_follows_what_it_takes_back_and_not_what_comes_after():
    said, taken_back = say(BAKER, at="01"), say(BAKER, at="01", id="b", stance="retract")
    again = say(BAKER, at="03", id="c")

    assert latest(said, taken_back) == []
    assert latest(said, taken_back, again) == ["c"]


# The laws of all weighing, on ledgers made at random.

REGISTER = {"upland_staff": "upland", "delta_command": "delta"}
PROPOSITIONS = (
    Proposition("upland holds", gains=("upland",), contradicts=("delta holds",)),
    Proposition("delta holds", gains=("delta",), contradicts=("upland holds",)),
    Proposition("killed", loses=("upland_staff",), event="raid", category="killed"),
)
FIGURES = [None, ("none", 0), ("exact", 4), ("exact", 9), ("at_least", 6), ("up_to", 9)]
TIMES = ["01", "01 08:00", "01 20:00", "02", "02 12:00", "03"]
VOICES = [GAZETTE, LANTERN, WIRE, RADIO, BAKER, NURSES, CLINIC, OFFICER, COLONEL, CAPTAIN]


@st.composite
def ledgers(draw: st.DrawFn, *, withdrawals: bool = True) -> tuple[Assertion, ...]:
    reports: list[Assertion] = []
    for i in range(draw(st.integers(1, 5))):
        model = draw(st.none() | st.sampled_from(reports)) if reports else None
        blank = say(
            outlet=draw(st.sampled_from([GAZETTE, LANTERN, WIRE, RADIO])),
            at=draw(st.sampled_from(TIMES)),
            report=f"r{i}",
            copies=(model.report, *model.copies) if model else (),
            withdrawn=on("02 18:00").start if withdrawals and draw(st.booleans()) else None,
        )
        reports.append(blank)
    return tuple(draw(assertions(reports, i)) for i in range(draw(st.integers(1, 9))))


@st.composite
def assertions(draw: st.DrawFn, reports: list[Assertion], i: int) -> Assertion:
    figure, of = draw(st.sampled_from(FIGURES)), draw(st.none() | st.sampled_from(["mill", "quay"]))
    return replace(
        draw(st.sampled_from(reports)),
        id=f"a{i}",
        proposition=draw(st.sampled_from([one.id for one in PROPOSITIONS])),
        stance=draw(st.sampled_from(["assert", "assert", "deny", "unclear", "retract"])),
        chain=tuple(draw(st.lists(st.sampled_from(VOICES), max_size=2))),
        basis=draw(st.sampled_from(["saw", "record", "reacts", "not_stated"])),
        said_at=draw(st.none() | st.sampled_from(TIMES).map(on)),
        direct=draw(st.booleans()),
        quantity=read_quantity(*figure) if figure else None,
        scope="part" if of else draw(st.sampled_from(["total", "total", "aggregate"])),
        part_of=("place", of) if of else None,
    )


def weigh(said, as_of=None, propositions=PROPOSITIONS):
    return (
        stand(propositions, said, as_of=as_of, register=REGISTER),
        measure(propositions, said, as_of=as_of, register=REGISTER),
    )


@given(ledgers(), st.randoms(use_true_random=False))
def test_the_order_of_what_comes_in_changes_nothing(said, chance):
    shuffled = chance.sample(said, len(said))

    assert weigh(shuffled, propositions=PROPOSITIONS[::-1]) == weigh(said)


@given(ledgers())
def test_other_ids_change_nothing(said):
    renamed = [
        replace(
            one,
            id=f"{9 - int(one.id[1:])}",
            report=one.report[::-1],
            copies=tuple(report[::-1] for report in one.copies),
        )
        for one in said
    ]

    assert weigh(renamed) == weigh(said)


@given(ledgers(withdrawals=False), st.sampled_from(TIMES))
def test_as_of_a_time_is_weighing_only_what_was_out_by_then(said, time):
    as_of = on(time).stop
    out = [one for one in said if one.published.stop <= as_of]

    assert weigh(said, as_of) == weigh(out)


@given(ledgers(), st.data())
def test_a_mirror_of_a_report_moves_nothing(said, data):
    model = data.draw(st.sampled_from(said))
    mirror = [
        replace(
            one,
            id=f"m{one.id}",
            report="mirror",
            outlet=Voice("Mirror", "outlet"),
            published=on("04"),
            withdrawn=None,
            copies=(one.report, *one.copies),
        )
        for one in said
        if one.report == model.report and one.scope != "aggregate"
    ]
    before, numbers = weigh(said)

    after, numbers_after = weigh([*said, *mirror])

    assert numbers_after == numbers
    assert {k: replace(v, reports=0) for k, v in after.items()} == {
        k: replace(v, reports=0) for k, v in before.items()
    }

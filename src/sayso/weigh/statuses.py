"""Propositions and assertions go in; one `Standing` for each proposition comes out.

WEIGHING.md section 3.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sayso.weigh.assertions import Assertion, Proposition, Standing, Status, Weight
from sayso.weigh.voices import (
    WORTHS,
    Utterance,
    Worth,
    best_worth,
    find_latest,
    find_speaker,
    find_utterances,
    is_later,
    is_withdrawn,
    name_group,
    out_by,
)

Register = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Camp:
    """One group on one stance: its words that stand, and the best worth it ever had for it."""

    words: tuple[Utterance, ...]
    worth: Worth


Camps = Mapping[str, Camp]


@dataclass(frozen=True, slots=True)
class Ground:
    """What is said on one proposition, before what is said on others is looked at.

    retracted: somebody took it back, or every report that said it was withdrawn
    once:      groups that ever asserted it, in a report that stands
    """

    asserting: Camps
    denying: Camps
    retracted: bool
    beside: tuple[str, ...]
    reports: frozenset[str]
    once: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Contest:
    """Who stands for and against one proposition; `moved`: some left it for its successor."""

    proposition: Proposition
    register: Register
    asserting: Camps
    denying: Camps
    moved: bool

    @property
    def knowing(self) -> set[str]:
        return {
            group
            for group, camp in self.asserting.items()
            if camp.worth == "knows" and group not in self.denying
        }

    @property
    def firm(self) -> set[str]:
        return {
            group for group, camp in self.denying.items() if is_firm(group, camp, self.register)
        }


def stand(
    propositions: Iterable[Proposition],
    assertions: Iterable[Assertion],
    *,
    as_of: str | None,
    register: Register,
) -> dict[str, Standing]:
    """Who stands where on each proposition, by what was published until `as_of`.

    register: organisation -> side, on the date of the event
    """
    asked = tuple(propositions)
    grounds = survey(asked, assertions, as_of)
    return {one.id: judge(one, grounds, register) for one in asked}


def survey(
    propositions: Iterable[Proposition], assertions: Iterable[Assertion], as_of: str | None
) -> dict[str, Ground]:
    """What is said on each proposition by `as_of`."""
    said_on: dict[str, list[Assertion]] = defaultdict(list)
    for said in out_by(assertions, as_of):
        said_on[said.proposition].append(said)
    return {one.id: read_ground(said_on[one.id], as_of) for one in propositions}


def read_ground(said: Sequence[Assertion], as_of: str | None) -> Ground:
    on_it = [one for one in said if not one.is_beside]
    utterances = find_utterances(on_it)
    live = [turn_zero(one) for one in utterances if not is_withdrawn(one.assertion, as_of)]
    camps = find_camps(live)
    return Ground(
        asserting=camps["assert"],
        denying=camps["deny"],
        retracted=not live or any(one.assertion.stance == "retract" for one in live),
        beside=tuple(sorted({name_group(one) for one in said if one.is_beside})),
        reports=frozenset(one.report for one in on_it),
        once=frozenset(one.group for one in live if one.assertion.stance == "assert"),
    )


def turn_zero(one: Utterance) -> Utterance:
    """'Nobody was killed' denies that people were killed."""
    said = one.assertion
    is_zero = said.quantity is not None and said.quantity.is_zero and said.scope == "total"
    if said.stance == "assert" and is_zero:
        return replace(one, assertion=replace(said, stance="deny"))
    return one


def find_camps(live: Iterable[Utterance]) -> dict[Weight, dict[str, Camp]]:
    """By stance, then by group, what stands; 'unclear' never replaces a stance."""
    by_group: dict[str, list[Utterance]] = defaultdict(list)
    for one in live:
        if one.assertion.stance != "unclear":
            by_group[one.group].append(one)
    camps: dict[Weight, dict[str, Camp]] = {"assert": {}, "deny": {}}
    for group, words in by_group.items():
        latest = find_latest(words)
        for stance, by_name in camps.items():
            standing = tuple(one for one in latest if one.assertion.stance == stance)
            ever = best_worth(one for one in words if one.assertion.stance == stance)
            if standing:
                by_name[group] = Camp(standing, ever)
    return camps


def judge(one: Proposition, grounds: Mapping[str, Ground], register: Register) -> Standing:
    """The standing of one proposition, seen beside those it contradicts and its successors."""
    ground = grounds[one.id]
    contest = confront(one, grounds, register)
    unsure = {group for group, camp in contest.asserting.items() if camp.worth != "position"}
    opposing = {group for group, camp in contest.denying.items() if camp.worth != "position"}
    against = contest.denying.keys() - opposing - contest.firm
    everyone = contest.asserting.keys() | contest.denying.keys()
    return Standing(
        status=find_status(contest, ground),
        origins_low=len({side_of(group, register) for group in contest.knowing}),
        origins_high=len(unsure),
        asserting=tuple(sorted(unsure)),
        denying=tuple(sorted(opposing | contest.firm)),
        positions=(
            *(("against", group) for group in sorted(against)),
            *(("for", group) for group in sorted(contest.asserting.keys() - unsure)),
        ),
        beside=ground.beside,
        no_party=tuple(sorted(everyone - register.keys())),
        reports=len(ground.reports),
    )


def confront(one: Proposition, grounds: Mapping[str, Ground], register: Register) -> Contest:
    """Take out who moved on or changed sides, and count who asserts the opposite against it."""
    said = grounds[one.id].asserting
    rivals = [grounds[other].asserting for other in one.contradicts if other in grounds]
    successors = [grounds[other].asserting for other in one.superseded_by if other in grounds]
    moved = {group for group in said if any(has_moved(group, said, new) for new in successors)}
    # Who now denies it and asserts its successor has moved too: "the hall, not the station".
    moved |= {
        group
        for group in grounds[one.id].once - said.keys()
        if any(group in new for new in successors)
    }
    left = {group for group in said if any(is_later_in(group, rival, said) for rival in rivals)}
    asserting = {group: camp for group, camp in said.items() if group not in moved | left}
    denying = dict(grounds[one.id].denying)
    for rival in rivals:
        for group, camp in rival.items():
            if not is_later_in(group, said, rival):
                denying[group] = join(denying.get(group), camp)
    return Contest(one, register, asserting, denying, bool(moved))


def is_later_in(group: str, here: Camps, there: Camps) -> bool:
    """Whether the group said it here after all it said there; False where it is not in both."""
    if group not in here or group not in there:
        return False
    return any(
        all(is_later(one.when, other.when) for other in there[group].words)
        for one in here[group].words
    )


def has_moved(group: str, said: Camps, successor: Camps) -> bool:
    return group in successor and not is_later_in(group, said, successor)


def join(one: Camp | None, other: Camp) -> Camp:
    if one is None:
        return other
    return Camp(one.words + other.words, max(one.worth, other.worth, key=WORTHS.index))


def side_of(group: str, register: Register) -> tuple[str, bool]:
    """Its side, or itself where it has none; the flag keeps the two apart."""
    return register.get(group, group), group in register


def is_firm(group: str, camp: Camp, register: Register) -> bool:
    """A denial by name and without a hedge, of a group that knows or that has a side."""
    plain = any(
        find_speaker(one.assertion).naming == "named" and not one.assertion.hedged
        for one in camp.words
    )
    return plain and (camp.worth == "knows" or group in register)


def find_interest(
    group: str, one: Proposition, register: Register
) -> Literal["loses", "gains"] | None:
    """What the group's side has at stake; None: no side, or a side the question leaves alone."""
    side = register.get(group)
    losing = {register.get(name, name) for name in one.loses}
    gaining = {register.get(name, name) for name in one.gains}
    if side is None:
        return None
    if side in losing or (gaining and not losing and side not in gaining):
        return "loses"
    return "gains" if side in gaining or (losing and not gaining) else None


def all_have(
    interest: Literal["loses", "gains"], groups: Collection[str], contest: Contest
) -> bool:
    return all(
        find_interest(group, contest.proposition, contest.register) == interest for group in groups
    )


def find_status(contest: Contest, ground: Ground) -> Status:
    """The first row of the table that holds."""
    known, said = contest.knowing, contest.asserting.keys()
    against = contest.firm if known else contest.denying.keys()
    sides = {side_of(group, contest.register) for group in known}
    two = len(sides) > 1 and not all_have("gains", known, contest)
    rows: tuple[tuple[object, Status], ...] = (
        (not ground.reports, "none"),
        (not said and ground.retracted, "retracted"),
        (not said and contest.moved, "superseded"),
        (not said and contest.denying, "denied"),
        (not said, "unclear"),
        (against and two and all_have("loses", against, contest), "corroborated_denied"),
        (against, "disputed"),
        (two, "corroborated"),
        (all_have("gains", known or said, contest), "one_side"),
        (not known, "no_basis"),
        (True, "single_source"),
    )
    return next(status for holds, status in rows if holds)

"""Assertions go in; utterances come out: what is no repeat, by group, worth and time.

WEIGHING.md section 2.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sayso.types import Interval
from sayso.weigh.assertions import Assertion, Voice

Worth = Literal["position", "uncertain", "knows"]
_SOME_PAPER = re.compile(
    r"(?:[Aa]n?|[Oo]ne|[Aa]nother) (?P<place>[A-Z]\w+) (?:news)?"
    r"(?:paper|daily|weekly|sheet|magazine|station|channel|broadcaster|agency|outlet)$"
)
WORTHS: tuple[Worth, ...] = ("position", "uncertain", "knows")


@dataclass(frozen=True, slots=True)
class Utterance:
    """An assertion that repeats no other.

    when:   said_at, else the report's date; None: neither is known, so it has no order
    is_own: the group's own words (its own outlet, or quoted), not a retelling
    """

    assertion: Assertion
    group: str
    worth: Worth
    when: Interval | None
    is_own: bool


def is_later(one: Interval | None, other: Interval | None) -> bool:
    """Whether `one` began after `other` had ended; what is undated has no order."""
    return one is not None and other is not None and one.start > other.stop


def out_by(assertions: Iterable[Assertion], as_of: str | None) -> tuple[Assertion, ...]:
    """What the public could know by `as_of`; None: everything, the undated too."""
    return tuple(
        said
        for said in assertions
        if as_of is None or (said.published is not None and said.published.stop <= as_of)
    )


def is_withdrawn(said: Assertion, as_of: str | None) -> bool:
    return said.withdrawn is not None and (as_of is None or said.withdrawn <= as_of)


def has_basis(said: Assertion) -> bool:
    return said.basis in ("saw", "record", "told_by")


def is_own_voice(said: Assertion) -> bool:
    """The outlet's bare word: it names no source, and no reporter of its own saw it."""
    return not said.chain and not has_basis(said)


def find_speaker(said: Assertion) -> Voice:
    """The deepest source; the outlet where none is named."""
    return said.chain[-1] if said.chain else said.outlet


def name_group(said: Assertion) -> str:
    """Whose voice it is; what is unnamed stays with the one it was heard through."""
    speaker = find_speaker(said)
    if speaker.organisation:
        return speaker.organisation
    if is_own_voice(said):
        return f"own/{speaker.name}"
    if speaker.naming == "named":
        return speaker.name
    relays = (*reversed(said.chain[:-1]), said.outlet)
    relay = next((voice for voice in relays if voice.naming == "named"), said.outlet)
    return f"unnamed/{speaker.name}/{relay.name}"


def find_worth(said: Assertion) -> Worth:
    """What the words are worth; a party's outlet without a basis takes a position, as it does."""
    speaker = find_speaker(said)
    if has_basis(said):
        return "knows" if speaker.naming == "named" and not said.hedged else "uncertain"
    return "uncertain" if speaker.passes_on else "position"


def best_worth(utterances: Iterable[Utterance]) -> Worth:
    return max((one.worth for one in utterances), key=WORTHS.index, default="position")


def find_utterances(assertions: Iterable[Assertion]) -> tuple[Utterance, ...]:
    """Each assertion that repeats no other, under its group."""
    alike: dict[tuple[object, ...], list[Assertion]] = defaultdict(list)
    for said in assertions:
        alike[said.proposition, said.stance, said.scope, said.part_of].append(said)
    return tuple(one for bucket in alike.values() for one in drop_repeats(bucket))


def drop_repeats(alike: Sequence[Assertion]) -> Iterator[Utterance]:
    """Of assertions alike in claim, stance and scope, leave out what leads to another.

    A ring of outlets citing each other leads nowhere: its members stay, each uncertain.
    """
    repeated = [
        {j for j, other in enumerate(alike) if i != j and is_repeat(said, other)}
        if may_repeat(said)
        else set()
        for i, said in enumerate(alike)
    ]
    grounded = find_grounded(repeated)
    for i, said in enumerate(alike):
        if not repeated[i]:
            yield read_utterance(said)
        elif i not in grounded and is_in_ring(i, repeated):
            yield doubt(read_utterance(said))


def find_grounded(repeated: Sequence[set[int]]) -> set[int]:
    """Which of them lead, at any depth, to one that repeats nothing."""
    grounded = {i for i, others in enumerate(repeated) if not others}
    while more := {i for i, others in enumerate(repeated) if others & grounded} - grounded:
        grounded |= more
    return grounded


def is_in_ring(start: int, repeated: Sequence[set[int]]) -> bool:
    seen: set[int] = set()
    front = repeated[start]
    while front:
        seen |= front
        front = set().union(*(repeated[i] for i in front)) - seen
    return start in seen


def doubt(one: Utterance) -> Utterance:
    return replace(one, worth="uncertain") if one.worth == "knows" else one


def read_utterance(said: Assertion) -> Utterance:
    """Own words are the outlet's without a source, its owner's in it, and what is quoted.

    An outlet that cites itself retells: 'the Courier reported earlier' is no new word of it.
    """
    group = name_group(said)
    is_own = said.direct or not said.chain or group == said.outlet.organisation
    return Utterance(said, group, find_worth(said), said.said_at or said.published, is_own)


def is_repeat(said: Assertion, other: Assertion) -> bool:
    """Whether `said` adds nothing to `other`, both being alike in claim, stance and scope.

    A report that cites its own outlet cites another report of it; a party's own outlet that
    names no source speaks for the party, and is not taken to have it from a source elsewhere.
    """
    if said.quantity and (not other.quantity or said.quantity.low != other.quantity.low):
        return False
    if other.report in said.copies and is_copied(said, other):
        return True
    if is_later(other.published, said.published):
        return False
    if cites_an_outlet(said):
        return other.report != said.report and is_cited(other.outlet, said.chain[-1])
    return is_own_voice(said) and said.outlet.passes_on and is_named_speaker(other)


def may_repeat(said: Assertion) -> bool:
    """Whether there is anything it could be a repeat of: most have neither copies nor a citation."""
    passes_on = is_own_voice(said) and said.outlet.passes_on
    return bool(said.copies) or cites_an_outlet(said) or passes_on


def cites_an_outlet(said: Assertion) -> bool:
    last = said.chain[-1] if said.chain else None
    return last is not None and (last.passes_on or bool(_SOME_PAPER.match(last.name)))


def is_cited(outlet: Voice, voice: Voice) -> bool:
    """Whether the voice is that outlet: by its name, or 'a Karez paper' for the Karez Lantern."""
    some = _SOME_PAPER.match(voice.name)
    return outlet.name == voice.name or (
        some is not None and some["place"].casefold() in outlet.name.casefold().split()
    )


def is_copied(said: Assertion, other: Assertion) -> bool:
    """Whether a passage of a copied report was copied; 'our reporter saw' is one source in both."""
    if is_own_voice(said):
        return True
    same_source = said.chain[-1:] == other.chain[-1:]
    return same_source and not is_own_voice(other)


def is_named_speaker(said: Assertion) -> bool:
    return bool(said.chain) and said.chain[-1].naming == "named" and not said.chain[-1].passes_on


def find_latest(utterances: Sequence[Utterance]) -> tuple[Utterance, ...]:
    """Of one group's words: what stands, several where they cannot be ordered.

    A retraction stands for nothing itself; it follows all that was not said after it.
    """
    kept = set_retellings_aside(utterances)
    retracted = [one for one in kept if one.assertion.stance == "retract"]
    return tuple(
        one
        for one in kept
        if one.assertion.stance in ("assert", "deny")
        and all(is_later(one.when, back.when) for back in retracted)
        and not any(is_later(other.when, one.when) for other in kept)
    )


def set_retellings_aside(utterances: Sequence[Utterance]) -> tuple[Utterance, ...]:
    """Where a group's own words are there, keep a retelling only if it was said after them."""
    own = [one for one in utterances if one.is_own]
    return tuple(one for one in utterances if one.is_own or not own or is_newer(one, own))


def is_newer(retelling: Utterance, own: Iterable[Utterance]) -> bool:
    said_at = retelling.assertion.said_at
    return said_at is not None and all(is_later(said_at, word.when) for word in own)

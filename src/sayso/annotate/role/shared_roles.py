"""Events in, the same out, with what did it, of an outcome, from the attack that it came of.

"A bomb hit a bus. Nine people died": they died by the bomb. Only where grammar joins the two in
one sentence, or the attack is the only one of the sentence before: a wrong filler misleads more
than none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.mentions import name_phrase
from sayso.annotate.number.counting_lists import load_counting_lists
from sayso.annotate.parses import head_at, sentence_of, share_sentence
from sayso.annotate.role.words import load_role_words
from sayso.event_types import load_event_types
from sayso.types import Event, Role

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OUTCOMES = frozenset({"killed", "injured", "died"})
_ATTACKS = frozenset(
    "armed_clash air_strike drone_strike shelling bombing suicide_attack chemical_weapon explosion".split()
)
_CAUSE = frozenset({"actor", "means"})


def share_roles(doc: "Doc", events: Sequence[Event]) -> tuple[Event, ...]:
    """Fill actor and means of people killed or hurt from the attack, where neither is told."""
    heads = [head_at(doc, event.trigger) for event in events]
    return tuple(
        _with_roles(event, _causes(event, heads[at], events, heads))
        for at, event in enumerate(events)
    )


def _with_roles(event: Event, more: Iterator[Role]) -> Event:
    known = load_event_types()[event.type].roles
    new = tuple(r for r in more if r.name in known and not r.filler.span.meets(event.trigger))
    return replace(event, roles=(*event.roles, *new)) if new else event


def _causes(
    event: Event, head: "Token | None", events: Sequence[Event], heads: Sequence["Token | None"]
) -> Iterator[Role]:
    if (
        event.type not in _OUTCOMES
        or head is None
        or head.lemma_.lower() in load_counting_lists().sums
    ):
        return
    if any(role.name in _CAUSE for role in event.roles):
        return
    attack = _attack_of(event, head, events, heads)
    if attack is None:
        return
    is_own_loss = any(role.name == "group" for role in event.roles)
    given = [
        role
        for role in attack[0].roles
        if role.name in _CAUSE and not (is_own_loss and role.name == "actor")
    ]  # "the rebels attacked and lost two men": to whom is not told
    yield from given
    told_by = attack[1]
    if told_by.pos_ == "NOUN" and not any(role.name == "means" for role in given):
        yield Role("means", name_phrase(list(told_by.subtree), told_by))


def _attack_of(
    event: Event, head: "Token", events: Sequence[Event], heads: Sequence["Token | None"]
) -> tuple[Event, "Token"] | None:
    """The attack that an outcome came of, with its word; None: several, or none."""
    attacks = [
        (other, word)
        for other, word in zip(events, heads, strict=True)
        if word is not None and other.type in _ATTACKS and _is_as_real(other, event)
        and word.lemma_ not in load_role_words().accusing
    ]  # fmt: skip
    same = [a for a in attacks if share_sentence(a[1], head)]
    joined = [a for a in same if _are_joined(a[1], head)]
    if same:
        return min(joined, key=lambda a: abs(a[1].i - head.i), default=None)
    before = [a for a in attacks if 0 <= sentence_of(head).start - sentence_of(a[1]).stop <= 1]
    words = {a[1].i for a in before}
    before = [
        a for a in before if a[1].head == a[1] or a[1].head.i not in words
    ]  # "a bomb hit": one
    is_told = head.pos_ in {"VERB", "AUX"}
    return before[0] if len(before) == 1 and is_told else None


def _is_as_real(one: Event, other: Event) -> bool:
    return (one.background, one.modality, one.scope, one.negated) == (
        other.background, other.modality, other.scope, False
    )  # fmt: skip


def _are_joined(one: "Token", other: "Token") -> bool:
    return one.is_ancestor(other) or other.is_ancestor(one) or one in other.conjuncts

"""Events of people in others' hands in, who is held and who holds him told apart out.

'Odas was a hostage of the Lake Guard', 'the Guard's captive': the Guard has him, and is no captive.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.event.misfits import is_somebody
from sayso.annotate.mentions import name_phrase
from sayso.annotate.misread_words import load_misread_words
from sayso.annotate.parses import child_of, head_at, subject_of
from sayso.annotate.person.described import BEING
from sayso.types import Event, Role

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_HELD = frozenset({"captured", "abducted", "detained"})


def tell_captives(doc: "Doc", events: Sequence[Event]) -> tuple[Event, ...]:
    """The events; of a noun for who is held, its owner is the actor and its subject the victim."""
    return tuple(_told(doc, event) if event.type in _HELD else event for event in events)


def _told(doc: "Doc", event: Event) -> Event:
    noun = head_at(doc, event.trigger)
    if noun is None or noun.lemma_.lower() not in load_misread_words().held:
        return event
    holders = list(_holders(noun))
    roles = [_as_actor(role) if _is_one_of(role, holders) else role for role in event.roles]
    held = _who_is(noun)
    if held is not None and not any(role.name == "victim" for role in roles):
        roles.append(Role("victim", name_phrase(list(held.subtree), held)))
    return replace(event, roles=tuple(dict.fromkeys(roles)))


def _holders(noun: "Token") -> Iterator["Token"]:
    """'Of the rebels', 'the rebels'': not 'of war', whom nobody leads."""
    after = (child_of(c, "pobj") for c in noun.children if c.dep_ == "prep" and c.lower_ == "of")
    for holder in (child_of(noun, "poss"), *after):
        if holder is not None and holder.tag_ != "PRP$":
            yield holder


def _is_one_of(role: Role, holders: Sequence["Token"]) -> bool:
    span = role.filler.span
    return role.name == "victim" and any(span.start <= t.idx < span.stop for t in holders)


def _as_actor(role: Role) -> Role:
    return replace(role, name="actor")


def _who_is(noun: "Token") -> "Token | None":
    """'Odas is a prisoner': of whom the noun is said."""
    if noun.dep_ != "attr" or noun.head.lemma_ not in BEING:
        return None
    subject = subject_of(noun.head)
    return subject if subject is not None and is_somebody(subject) else None

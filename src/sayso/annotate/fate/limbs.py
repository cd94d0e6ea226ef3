"""A word for a wound in, whose it is out: 'rode by with a wounded leg', 'was seen with a broken arm'.

The word stands before a limb and says nothing of whom; and where he was seen is not where he was
wounded.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.event.misfits import is_somebody
from sayso.annotate.mentions import name_phrase
from sayso.annotate.parses import child_of, head_at, is_passive, subject_of
from sayso.annotate.role.words import load_role_words
from sayso.types import Event, Role

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OWN = frozenset({"his", "her", "their", "my"})
_UP = 6  # steps from the limb to the verb: "passed by in a cart with a wounded leg"


def is_of_limb(word: "Token") -> bool:
    """'A wounded leg': the word before what belongs to a body."""
    limb = word.head
    is_before = word.dep_ == "amod" and limb.i > word.i
    return is_before and limb.lemma_.lower() in load_role_words().parts_of_people


def owner_of(word: "Token") -> "Token | None":
    """Who has the limb: who goes with it, or is described by it; None: it is not told."""
    limb = word.head
    if limb.dep_ != "pobj" or limb.head.lower_ != "with":
        return None
    over = limb.head.head
    for _ in range(_UP):
        if over.pos_ in {"VERB", "AUX"}:
            subject = subject_of(over)
            return subject if subject is not None and is_somebody(subject) else None
        if is_somebody(over) or over.head == over:
            return over if is_somebody(over) else None
        over = over.head
    return None


def tell_limbs(doc: "Doc", events: Sequence[Event]) -> list[Event]:
    """The events; a wounded limb that is told in passing is its owner's, at no told place or time."""
    return [_told(doc, event) if event.type == "injured" else event for event in events]


def _told(doc: "Doc", event: Event) -> Event:
    event = _without_limbs(doc, event)
    head = head_at(doc, event.trigger)
    if head is not None and _is_ones_own(head):
        event = _of_owner(event, head)
    if head is None or not is_of_limb(head) or any(r.name == "victim" for r in event.roles):
        return event
    owner = owner_of(head)
    if owner is None:
        return event
    victim = Role("victim", name_phrase(list(owner.subtree), owner))
    return replace(event, roles=(*event.roles, victim), place=None, when=None)


def _is_ones_own(verb: "Token") -> bool:
    """'Odas broke his leg': nobody did it to him."""
    limb = child_of(verb, "dobj")
    owner = child_of(limb, "poss") if limb is not None else None
    is_limb = limb is not None and limb.lemma_.lower() in load_role_words().parts_of_people
    subject = subject_of(verb)
    is_own = owner is not None and owner.lower_ in _OWN and not is_passive(verb)
    if subject is not None and subject.tag_ == "NNS" and owner is not None:
        is_own = is_own and owner.lower_ == "their"  # "the soldiers broke his arm"
    return is_limb and is_own and subject is not None and is_somebody(subject)


def _of_owner(event: Event, verb: "Token") -> Event:
    """The event with its subject for the one who was hurt."""
    subject = subject_of(verb)
    if subject is None:
        return event
    victim = Role("victim", name_phrase(list(subject.subtree), subject))
    kept = (
        r
        for r in event.roles
        if not victim.filler.span.covers(r.filler.span) and r.name != "victim"
    )
    return replace(event, roles=(*kept, victim))


def _without_limbs(doc: "Doc", event: Event) -> Event:
    """'The herder lost his leg': he was hurt, and neither the leg nor 'his' is a second victim."""
    victims = [r for r in event.roles if r.name == "victim"]
    limbs = [r for r in victims if _is_limb_or_its_owner(head_at(doc, r.filler.span))]
    if not limbs or len(limbs) == len(victims):
        return event
    return replace(event, roles=tuple(r for r in event.roles if r not in limbs))


def _is_limb_or_its_owner(word: "Token | None") -> bool:
    parts = load_role_words().parts_of_people
    if word is not None and word.tag_ == "PRP$":
        word = word.head
    return word is not None and word.lemma_.lower() in parts

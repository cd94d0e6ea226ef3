"""A type's template and a claim in, neutral words for the matter out: 'killed[ by {actor}]'."""

import re

from sayso.event_types import EventType
from sayso.types import Claim, Mention
from sayso.weigh.comparing_words import load_comparing_words
from sayso.weigh.placing import NEAR, set_in
from sayso.weigh.trigger_words import quoted_trigger

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")
_NOBODY = {
    "place": "somewhere",
    "person": "someone",
    "holder": "someone",
    "victim": "people",
    "actor": "someone",
}
SHOWN = 80  # longer fillers are clauses that the reader of the parse did not cut


def render(kind: EventType, claim: Claim, place: str | None) -> str:
    """Fill the type's heading; a bracket whose slot is empty drops out.

    These words name a matter. They are never shown without who says so.
    """
    slots = {
        role.name: (role.filler.name or role.filler.words)[:SHOWN]
        for role in reversed(claim.event.roles)
    }
    if kind.name in _JOINT:
        slots |= _all_who_agree(claim)
    if place is not None:
        slots["place"] = place
    heading = kind.heading
    if kind.name == "explosion" and quoted_trigger(claim).lower() in load_comparing_words().fires:
        heading = heading.replace("explosion", "fire")
    text = _OPTIONAL.sub(lambda m: _fill(m.group(1), slots) or "", heading)
    filled = _fill(text, {**_NOBODY, **slots}, strict=False) or text
    return " ".join(filled.replace(f" in {NEAR}", f" {NEAR}").split())


_JOINT = frozenset({"ceasefire", "agreement", "negotiation"})


def _all_who_agree(claim: Claim) -> dict[str, str]:
    """'Ceasefire by the north and the south': what several agreed to is not one's alone."""
    actors = [role.filler for role in claim.event.roles if role.name == "actor"]
    labels = list({id_of(a): label_of(a)[:SHOWN] for a in actors}.values())
    return {"actor": " and ".join(labels)} if len(labels) > 1 else {}


def _fill(text: str, slots: dict[str, str], *, strict: bool = True) -> str | None:
    names = _SLOT.findall(text)
    if strict and any(name not in slots for name in names):
        return None
    return _SLOT.sub(lambda m: slots.get(m.group(1), "someone"), text)


_POLICE = re.compile(r"\bpolice", re.IGNORECASE)


def call_counted(claim: Claim, victims: str, category: str, place: str | None) -> str:
    """What a number is of: 'people killed in Dalan'; who marched are no victims.

    'Three police officers' are counted with soldiers, and are none.
    """
    told = [r.filler.words for r in claim.event.roles if r.name == "victim"]
    is_police = bool(told) and all(_POLICE.search(words) for words in told)
    who = "police" if victims == "soldiers" and is_police else victims
    at = f" {set_in(place)}" if place else ""
    return f"{category}{at}" if category == "protesters" else f"{who} {category}{at}"


def id_of(mention: Mention) -> str:
    return mention.entity or mention.words.lower()


def label_of(mention: Mention) -> str:
    return mention.name or mention.words

"""A type's template and a claim in, neutral words for the matter out: 'killed[ by {actor}]'."""

import re
from collections.abc import Mapping
from dataclasses import replace

from sayso.event_types import EventType
from sayso.types import Claim, Mention, Role
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
    if kind.name == "said" and claim.chain:
        slots["speaker"] = _LOW.sub(lambda m: m.group().lower(), claim.chain[-1].label)
    if kind.name in _JOINT:
        slots |= _all_who_agree(claim)
    if kind.name == "aid":
        slots |= _all_that_is_given(claim)
    if place is not None:
        slots["place"] = place
    word = quoted_trigger(claim)
    heading = _by_its_word(kind, word.lower())
    if kind.name in _TELLING:
        slots |= _what_he_is(word, slots)
    text = _OPTIONAL.sub(lambda m: _fill(m.group(1), slots) or "", heading)
    filled = _fill(text, {**_NOBODY, **slots}, strict=False) or text
    return " ".join(filled.replace(f" in {NEAR}", f" {NEAR}").split())


def _by_its_word(kind: EventType, word: str) -> str:
    """A fire is no blast; of who 'is in hiding' nobody says that he fled."""
    if kind.name == "explosion" and word in load_comparing_words().fires:
        return kind.heading.replace("explosion", "fire")
    if kind.name == "fled" and word in load_comparing_words().out_of_reach:
        return f"{{victim}} in {word}"
    return kind.heading


_TELLING = frozenset({"office", "occupation", "age"})
_ARTICLE = re.compile(
    r"^(?:.*['’]s?|the|an?|his|her|its|their|our|my|aged|age of)\s+", re.IGNORECASE
)
_OF = re.compile(r"[\s,]+(?:of|for|at|in|on|to|from|with|who|that)\b.*")


def _what_he_is(word: str, slots: Mapping[str, str]) -> dict[str, str]:
    """'Spokesman', of 'the spokesman for the ministry' and 'the ministry's spokesman'; of who only
    leads something, nothing: 'who commanded a battery'."""
    told = _ARTICLE.sub("", word)
    if "group" in slots:
        told = _OF.sub("", told)
    for name in slots.get("holder", "").split()[-1:]:
        told = told.removesuffix(name)
    told = told[:SHOWN].strip(" ,")
    return {"told": told} if told and told.lower() not in load_comparing_words().leading else {}


def call_blow(kind: EventType, claim: Claim, place: str | None) -> str:
    """A blow without who dealt it: 'air strike in Dalan', 'two barns destroyed', 'damage in Dalan'."""
    hit = _things_hit(claim) if kind.name in _RUINS else ()
    hit = tuple(r for r in hit if label_of(r.filler) != place)  # no "Karez destroyed in Karez"
    if kind.name in _RUINS and not hit:
        return f"damage {set_in(place)}" if place else "damage"
    return render(kind, replace(claim, event=replace(claim.event, roles=hit)), place)


def _things_hit(claim: Claim) -> tuple[Role, ...]:
    """'Two northern tanks' by their own words, and not by the name of whose they are."""
    hit = (r for r in claim.event.roles if r.name == "target")
    return tuple(
        Role(r.name, replace(r.filler, name=None)) if r.filler.kind in {"crowd", "role"} else r
        for r in hit
    )


_LOW = re.compile(r"^(?:The|An?|His|Her|Its|Their)\b")  # "words of the two men", not of "They"
_RUINS = frozenset({"property_damage"})
_JOINT = frozenset({"ceasefire", "agreement", "negotiation"})


def _all_who_agree(claim: Claim) -> dict[str, str]:
    """'Ceasefire by the north and the south': what several agreed to is not one's alone."""
    actors = [role.filler for role in claim.event.roles if role.name == "actor"]
    labels = list({id_of(a): label_of(a)[:SHOWN] for a in actors}.values())
    return {"actor": " and ".join(labels)} if len(labels) > 1 else {}


def _all_that_is_given(claim: Claim) -> dict[str, str]:
    """'Medicine and tents', of 'only medicine and tents'."""
    given = [label_of(r.filler)[:SHOWN] for r in claim.event.roles if r.name == "topic"]
    return {"topic": " and ".join(_ONLY.sub("", words) for words in given)} if given else {}


_ONLY = re.compile(r"^(?:only|just|mostly|mainly|also|even|some) ", re.IGNORECASE)


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


def call_parties(claim: Claim, names: Mapping[str, str]) -> Claim:
    """The claim with the register's name for whom its words only point at, or call names: 'the enemy'."""
    called = [(role, _called(role.filler, names)) for role in claim.event.roles]
    if all(role.filler is filler for role, filler in called):
        return claim
    roles = tuple(Role(role.name, filler) for role, filler in called)
    return replace(claim, event=replace(claim.event, roles=roles))


def _called(filler: Mention, names: Mapping[str, str]) -> Mention:
    party = names.get((filler.entity or "").removeprefix("group/"))
    is_named = filler.name is not None or any(c.isupper() for c in _LEADING.sub("", filler.words))
    return filler if party is None or is_named else replace(filler, name=party)


_LEADING = re.compile(r"^(?:The|An?|His|Her|Its|Their|Our|My|Some|\W)\s*")


def id_of(mention: Mention) -> str:
    return mention.entity or label_of(mention).lower()


def label_of(mention: Mention) -> str:
    return mention.name or mention.words

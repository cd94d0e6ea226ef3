"""Replies in, replies under the value they share out: when two answers are one and the same."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.weigh.doers import is_fought
from sayso.weigh.interests import BLAMING, HOLDING, RIVAL, side_of_actor
from sayso.weigh.losers import tell_losers
from sayso.weigh.placing import set_in
from sayso.weigh.questions import LOST, Parties, Reply

Grouped = Mapping[tuple[str, str], list[Reply]]
_FIRE = re.compile(r"\b(?:fires?|flames|blaze|burn\w*)\b")
_MOVES = frozenset({"withdrawal", "advance"})
_ANY_ATTACK = "armed_clash"
_DAMAGE = "property_damage"


def group_replies(given: Iterable[Reply], family: str, parties: Parties) -> Grouped:
    """Replies by question and value; what only the whole matter can tell apart is settled."""
    found: dict[tuple[str, str], list[Reply]] = defaultdict(list)
    replies: Sequence[Reply] = tell_losers(given, parties)
    if family == "attack":
        replies = _tell_rivals(replies, parties)
    elif family == "fate":
        replies = _tell_days(replies)
    for reply in replies:
        found[reply.question, _value_of(reply, parties)].append(reply)
    if family == "attack":
        found = _name_sites(found)
    settlers = {"attack": _name_attacks, "control": _name_holders, "victory": _name_holders}
    settle = settlers.get(family)
    return settle(found) if settle is not None else found


def _tell_rivals(replies: Sequence[Reply], parties: Parties) -> Sequence[Reply]:
    """Whose side denies the blow, and says that something blew up there, gives another account of it;
    an explosion in any other mouth is only the noise of the blow."""
    blows = [r for r in replies if r.question in {"happened", "who_did_it"} and not _is_blast(r)]
    denying = {_side_of(r, parties) for r in blows if r.weight == "deny"} - {None}
    is_rival = any(
        _is_blast(r) and r.weight == "assert" and _side_of(r, parties) in denying for r in replies
    )
    if not is_rival:
        return replies
    return [
        replace(r, value=RIVAL)
        if _is_blast(r) and (_side_of(r, parties) in denying or r.weight == "deny")
        else r
        for r in replies
    ]


def _tell_days(replies: Sequence[Reply]) -> Sequence[Reply]:
    """'Has been found alive', in a report that tells the day on which she was seen: on that day."""
    dated = {r.claim.report: r for r in replies if _is_alive(r) and r.claim.when is not None}
    return [
        replace(r, value=dated[r.claim.report].value, words=dated[r.claim.report].words)
        if _is_alive(r) and r.claim.when is None and r.claim.report in dated
        else r
        for r in replies
    ]


def _is_alive(reply: Reply) -> bool:
    return reply.question == "fate" and reply.claim.event.type == "alive"


def _is_blast(reply: Reply) -> bool:
    is_fire = _FIRE.search(reply.claim.words) is not None  # which is told like a blast, and is none
    return reply.question == "happened" and reply.claim.event.type == "explosion" and not is_fire


def _side_of(reply: Reply, parties: Parties) -> str | None:
    """The side of who says it; None: of no party."""
    organisation = reply.claim.chain[-1].organisation if reply.claim.chain else None
    return (parties.sides.get(organisation) or None) if organisation is not None else None


def _value_of(reply: Reply, parties: Parties) -> str:
    """Offices of one side answer who did it, and who holds, alike; so do all who say that it moved."""
    is_move = reply.claim.event.type in _MOVES and reply.actor is not None
    if reply.question not in BLAMING | HOLDING and not is_move:
        return reply.value
    if reply.actor is None:
        return reply.value
    side = side_of_actor(reply, parties)
    return reply.value.replace(reply.actor, f"side/{side}") if side else reply.value


def _name_sites(found: Grouped) -> dict[tuple[str, str], list[Reply]]:
    """'The covered market' is 'the market', where no other market was hit."""
    merged = {key: list(replies) for key, replies in found.items()}
    sites = [key for key in found if key[0] == "to_whom"]
    for short in sites:
        longer = [key for key in sites if key[1].endswith(f" {short[1]}")]
        if len(longer) == 1 and longer[0] in merged and short in merged:
            merged[short] += merged.pop(longer[0])
    return merged


def _name_attacks(found: Grouped) -> Grouped:
    """'The attack' is of the kind that most claims of the matter give it; a fire, or fighting, is none."""
    general = ("happened", _ANY_ATTACK)
    named = [k for k in found if k[0] == "happened" and k[1] not in {_ANY_ATTACK, RIVAL, _DAMAGE}]
    named = [k for k in named if not all(_FIRE.search(r.claim.words) for r in found[k])]
    meant = [r for r in found.get(general, ()) if not is_fought(r.claim)]
    if not named or not meant:
        return found
    main = max(named, key=lambda key: (len(found[key]), key))
    merged = {key: list(replies) for key, replies in found.items()}
    merged[main] += meant
    merged[general] = [r for r in merged[general] if is_fought(r.claim)]
    return {key: replies for key, replies in merged.items() if replies}


def tell_damage(found: Grouped, at: str | None) -> Grouped:
    """'A warehouse destroyed' heads what is told of it; of many things it is 'damage in Dalan'."""
    key = ("happened", _DAMAGE)
    told = found.get(key, ())
    if len({reply.words for reply in told}) < 2:
        return found
    words = f"damage {set_in(at)}" if at is not None else "damage"
    return {**found, key: [replace(reply, words=words) for reply in told]}


def _name_holders(found: Grouped) -> Grouped:
    """Who lost a place, or a battle, lost it to the one holder that the matter knows besides.

    Who has only left a place says nothing of who has it since, where nobody is known to.
    """
    merged = {key: list(replies) for key, replies in found.items()}
    for key in [key for key in found if key[1].startswith(f"{LOST}/")]:
        kind = "victory_claim" if key[0] == "who_won" else "territory_control"
        holding = [k for k in found if k[1].startswith(f"{kind}/")]
        others = [h for h in holding if h[1].rsplit("/", 1)[-1] != key[1].rsplit("/", 1)[-1]]
        if len(others) == 1:
            merged[others[0]] += merged.pop(key)
            continue
        kept = [reply for reply in merged.pop(key) if reply.claim.event.type not in _MOVES]
        if kept:
            merged[key] = kept
    return merged

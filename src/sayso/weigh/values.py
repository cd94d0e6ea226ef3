"""Replies in, replies under the value they share out: when two answers are one and the same."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sayso.weigh.interests import BLAMING, HOLDING, party_of
from sayso.weigh.questions import LOST, Parties, Reply

Grouped = Mapping[tuple[str, str], list[Reply]]
_ANY_ATTACK = "armed_clash"


def group_replies(replies: Iterable[Reply], family: str, parties: Parties) -> Grouped:
    """Replies by question and value; what only the whole matter can tell apart is settled."""
    found: dict[tuple[str, str], list[Reply]] = defaultdict(list)
    for reply in replies:
        found[reply.question, _value_of(reply, parties)].append(reply)
    settle = {"attack": _name_attacks, "control": _name_holders}.get(family)
    return settle(found) if settle is not None else found


def _value_of(reply: Reply, parties: Parties) -> str:
    """Offices of one side answer who did it, and who holds, alike."""
    if reply.question not in BLAMING | HOLDING or reply.actor is None:
        return reply.value
    side = party_of(reply.actor, parties)
    return reply.value.replace(reply.actor, f"side/{side}") if side else reply.value


def _name_attacks(found: Grouped) -> Grouped:
    """'The attack' is of the kind that most claims of the matter give it."""
    general = ("happened", _ANY_ATTACK)
    named = [key for key in found if key[0] == "happened" and key != general]
    if not named or general not in found:
        return found
    main = max(named, key=lambda key: (len(found[key]), key))
    merged = {key: list(replies) for key, replies in found.items() if key != general}
    merged[main] += found[general]
    return merged


def _name_holders(found: Grouped) -> Grouped:
    """Who lost a place lost it to the one holder that the matter knows besides."""
    merged = {key: list(replies) for key, replies in found.items()}
    holding = [key for key in found if key[1].startswith("territory_control/side/")]
    for key in [key for key in found if key[1].startswith(f"{LOST}/")]:
        others = [h for h in holding if h[1].rsplit("/", 1)[-1] != key[1].rsplit("/", 1)[-1]]
        if len(others) == 1:
            merged[others[0]] += merged.pop(key)
    return merged

"""Replies with figures in, the same out with whose losses they count.

What one army lost and what the other did are two figures of one battle: they are no rivals, and
no range holds both.
"""

from collections.abc import Iterable
from dataclasses import replace

from sayso.event_types import load_event_types
from sayso.types import Claim, Mention
from sayso.weigh.interests import party_of
from sayso.weigh.questions import Parties, Reply


def tell_losers(replies: Iterable[Reply], parties: Parties) -> list[Reply]:
    """Each count of several fates that tells whose they are is kept, and headed, as that side's."""
    return [_of_loser(reply, parties) for reply in replies]


def loser_of(claim: Claim) -> Mention | None:
    """Who lost those whom a fate befell: 'the army lost 3,000 men'."""
    if load_event_types()[claim.event.type].family != "fate":
        return None
    return next((r.filler for r in claim.event.roles if r.name == "group"), None)


def _of_loser(reply: Reply, parties: Parties) -> Reply:
    count, loser = reply.count, loser_of(reply.claim)
    if reply.question != "how_many" or count is None or loser is None:
        return reply
    side = parties.side_of(loser) or _known_side(loser, parties)
    if len(count.categories) < 2 or count.scope == "part" or side is None:
        return reply
    name = (loser.name or loser.words).removeprefix("the ").removeprefix("The ")
    return replace(
        reply,
        value=f"{reply.category}/side/{side}",
        victims=name,
        words=reply.words.replace(reply.victims, name, 1),
    )


def _known_side(loser: Mention, parties: Parties) -> str | None:
    side = party_of(loser.entity, parties)
    return side if side in parties.sides.values() else None

"""Replies with figures in, the same out with whose losses they count.

What one army lost and what the other did are two figures of one battle: they are no rivals, and
no range holds both.
"""

from collections.abc import Iterable
from dataclasses import replace

from sayso.types import Mention
from sayso.weigh.interests import party_of
from sayso.weigh.matters import loser_of
from sayso.weigh.questions import Parties, Reply


def tell_losers(replies: Iterable[Reply], parties: Parties) -> list[Reply]:
    """Each count of several fates that tells whose they are is kept, and headed, as that side's."""
    return [_of_loser(reply, parties) for reply in replies]


def _of_loser(reply: Reply, parties: Parties) -> Reply:
    count, loser = reply.count, loser_of(reply.claim)
    if reply.question != "how_many" or count is None or loser is None:
        return reply
    side = parties.side_of(loser) or _known_side(loser, parties) or _by_name(loser)
    if len(count.categories) < 2 or count.scope == "part" or side is None:
        return reply
    name = parties.names.get(side) if " " not in loser.words else None
    name = name or (loser.name or loser.words).removeprefix("the ").removeprefix("The ")
    return replace(
        reply,
        value=f"{reply.category}/side/{side}",
        victims=name,
        words=reply.words.replace(reply.victims, name, 1),
    )


def _by_name(loser: Mention) -> str | None:
    """A body of no known side by itself: 'the Tolvian army' lost its men, and not the other's."""
    entity = loser.entity or ""
    return entity if entity.startswith("group/") else None


def _known_side(loser: Mention, parties: Parties) -> str | None:
    side = party_of(loser.entity, parties)
    return side if side in parties.sides.values() else None

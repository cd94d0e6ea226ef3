"""A claim of a blow in, who is said to have dealt it out: by name, or by whose arms it was."""

from dataclasses import replace

from sayso.event_types import load_event_types, load_words
from sayso.types import Claim, Mention
from sayso.weigh.trigger_words import quoted_trigger


def doer_of(claim: Claim) -> Mention | None:
    """A named doer; 'warplanes' and 'its aircraft' are nobody's name, save in one's own denial."""
    actor = filler(claim, "actor")
    if is_fought(claim):
        return None
    if (
        actor is not None
        and not _is_weapon(actor)
        and actor.entity is not None
        and actor.kind in {"group", "place", "person", "crowd", "role"}
    ):
        return actor
    if claim.stance == "denies" and claim.chain and actor is not None:
        voice = claim.chain[-1]
        entity = f"group/{voice.organisation}" if voice.organisation is not None else voice.entity
        return replace(actor, entity=entity, name=voice.label) if entity is not None else None
    return None


def _is_weapon(actor: Mention) -> bool:
    """'Warplanes', though a capital opens the sentence and makes it look like a name."""
    words = actor.words.lower()
    return words in load_words().weapons or words.removesuffix("s") in load_words().weapons


def _is_named_so(arms: Mention) -> bool:
    """Taken for a body that bears the arms' own name, and nobody's."""
    return arms.entity == f"group/{'-'.join(arms.words.lower().split())}" and _is_weapon(arms)


def is_fought(claim: Claim) -> bool:
    """'The two armies fought', 'the battle at Karez': two sides fight, and neither carried out 'the
    attack'."""
    words = load_event_types()[claim.event.type].fought
    return quoted_trigger(claim).lower() in words


def whose_arms(claim: Claim) -> Mention | None:
    """'Northern jets bombed the market', 'its aircraft': arms that are known to be a party's."""
    arms = filler(claim, "means")
    if arms is not None and (arms.entity or "").startswith("group/") and not _is_named_so(arms):
        return arms
    return None


def filler(claim: Claim, *names: str) -> Mention | None:
    """The first filler of the first of these roles that the event has."""
    for name in names:
        for role in claim.event.roles:
            if role.name == name:
                return role.filler
    return None

"""An event as a report tells it in, the same as one voice tells it out: without what only another said."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.event_types import load_event_types
from sayso.types import Attribution, Event, Role

_HARM = frozenset({"fate", "casualties", "attack"})
_ASKING = frozenset({"who", "whom", "what", "which"})
_POINTING = (
    dict.fromkeys(("death", "killing", "murder", "assassination"), frozenset({"killed", "died"}))
    | dict.fromkeys(
        ("capture", "arrest", "detention"), frozenset({"captured", "arrest", "detained"})
    )
    | {"release": frozenset({"released"}), "execution": frozenset({"executed"})}
)
_THE = re.compile(r"\b(?:the|this|that)\s$", re.IGNORECASE)
_OF = re.compile(r"\s(?:of|toll|by)\b", re.IGNORECASE)
_SELVES = frozenset("i me my we us our he him his she her they them their".split())
_ENDED = frozenset({"killed", "died"})
_HURT = frozenset({"injured", "hospitalised"})
_MEANT_BY = {"dead": _ENDED} | dict.fromkeys(("wound", "wounds", "injury", "injuries"), _HURT)
_THESE = frozenset({"the dead", "those dead", "these dead"})
_DEFINITE = re.compile(r"\b(?:the|these|those|their|its|his|her)(?: [a-z]+)?\s$", re.IGNORECASE)
_BLAMING = re.compile(r"(?:blam|accus)", re.IGNORECASE)


def as_told(
    event: Event, index: int | None, attributions: Sequence[Attribution], text: str
) -> Event:
    """The event with the roles that the voice itself fills, each by what it stands for."""
    said = attributions[index] if index is not None else None
    kept = [r for r in event.roles if not _is_question(r)]
    if said is None:
        return replace(event, roles=tuple(kept))
    if not any(s.covers(event.trigger) for s in said.content):  # what is pointed back at
        teller = _teller_of(event, attributions)
        told = (_as_speaker(r, teller, text) if teller is not None else r for r in kept)
        return replace(event, roles=tuple(told))
    own = (r for r in kept if not _is_anothers(event, r, said, attributions))
    return replace(event, roles=tuple(_as_speaker(r, said, text) for r in own))


def _teller_of(event: Event, attributions: Sequence[Attribution]) -> Attribution | None:
    """Whose 'we' stands in the words that another denies."""
    around = (a for a in attributions if any(s.covers(event.trigger) for s in a.content))
    return min(around, key=lambda a: sum(s.stop - s.start for s in a.content), default=None)


def _is_question(role: Role) -> bool:
    """'Could not say who had broken it': that names nobody."""
    return role.filler.entity is None and role.filler.words.lower() in _ASKING


def _is_anothers(
    event: Event, role: Role, said: Attribution, attributions: Sequence[Attribution]
) -> bool:
    """ "The council said that the navy shelled the port. A medic said that nine were hurt": not by whom."""
    is_body = (role.filler.entity or "").startswith("group/")
    is_doing = role.name == "actor" or (role.name == "means" and is_body)  # "northern jets"
    if not is_doing or load_event_types()[event.type].family not in _HARM:
        return False
    if any(s.covers(role.filler.span) for s in said.content):
        return False
    return any(
        any(s.covers(role.filler.span) for s in other.content) and not _is_one_voice(said, other)
        for other in attributions
    )


def _is_one_voice(one: Attribution, other: Attribution) -> bool:
    """Whether both are of one body or person, or cannot be told apart."""
    first, second = one.said_by, other.said_by
    if first is None or second is None:
        return True
    if first.organisation is not None and first.organisation == second.organisation:
        return True
    return first.label == second.label or (first.entity or "") == second.entity


def _as_speaker(role: Role, said: Attribution, text: str) -> Role:
    """'She would march', of 'a resident of Mirsk', whom nothing names better."""
    filler, voice = role.filler, said.said_by
    is_open = filler.entity is None and filler.name is None and filler.means is not None
    if voice is None or not is_open or filler.words.lower() not in _SELVES:
        return role
    meant = filler.means.of(text) if filler.means is not None else ""
    return Role(role.name, replace(filler, name=meant)) if meant == voice.label else role


def refers_back(event: Event, events: Sequence[Event], text: str) -> bool:
    """'Many of the dead had burns', 'the wound became infected': it was told of before, and nothing
    new befell anybody."""
    before = text[max(event.trigger.start - 30, 0) : event.trigger.start]
    kinds = _MEANT_BY.get(event.trigger.of(text).lower())
    if kinds is None or event.counts or not _DEFINITE.search(before):
        return False
    return event.type in kinds and any(_tells(other, kinds, event) for other in events)


def _tells(other: Event, kinds: frozenset[str], event: Event) -> bool:
    """Whether another event told of the same before: of the same people, where it says whose."""
    is_before = other.trigger.start < event.trigger.start and not other.negated
    theirs, ours = _people(other), _people(event)
    return is_before and other.type in kinds and bool(theirs or other.counts) and ours <= theirs


def _people(event: Event) -> set[str]:
    victims = (r.filler for r in event.roles if r.name == "victim")
    return {v.entity or v.words.lower() for v in victims if v.words.lower() not in _THESE}


def with_the_same(event: Event, events: Sequence[Event], text: str) -> Event:
    """'The ministry confirmed the death': of the one whose death was told before."""
    before = text[max(event.trigger.start - 30, 0) : event.trigger.start]
    kinds = _POINTING.get(event.trigger.of(text).lower())
    is_open = not event.counts and not any(r.name == "victim" for r in event.roles)
    if kinds is None or event.type not in kinds or not is_open or not _THE.search(before):
        return event
    if _OF.match(text, event.trigger.stop):
        return event
    told = (e for e in events if e.type in kinds and e.trigger.start < event.trigger.start)
    last = max(told, key=lambda e: e.trigger.start, default=None)
    whose = [r for r in last.roles if r.name == "victim"] if last is not None else []
    if len(whose) != 1 or not (whose[0].filler.entity or "").startswith("person/"):
        return event
    return replace(event, roles=(*event.roles, whose[0]))


def only_confirms(event: Event, said: Attribution, text: str) -> bool:
    """'Confirmed the death': it agrees with what was told, and does not say how it knows."""
    pieces = (span.of(text) for span in said.content if span.covers(event.trigger))
    words = next(pieces, "").strip(" .,").lower()
    is_noun = re.fullmatch(r"(?:the|this|that) \w+(?: (?:on|late|early) .*)?", words) is not None
    return said.stance == "asserts" and is_noun and event.trigger.of(text).lower() in _POINTING


def is_disclaimed(event: Event, text: str) -> bool:
    """'Were not behind the bombing', 'had no hand in it': who did it is denied, and no bombing."""
    before = text[max(event.trigger.start - 60, 0) : event.trigger.start]
    is_done = any(role.name == "actor" for role in event.roles)
    return is_done and _NOT_ITS_DEED.search(before) is not None


_NOT_ITS_DEED = re.compile(
    r"(?:\bnot|n['’]t|\bnever) (?:\w+ )?(?:behind|responsible for|involved in|to blame for) (?:\w+ ){0,3}$"
    r"|\b(?:no|nothing) (?:hand|part|role|share|involvement|responsibility|to do) (?:in|for|with) (?:\w+ ){0,3}$",
    re.IGNORECASE,
)


def is_blame(event: Event, text: str) -> bool:
    """Who blames soldiers for a fire says who did it, and condemns no fire."""
    return event.type == "condemnation" and _BLAMING.match(event.trigger.of(text)) is not None


def is_unseen(event: Event, said: Attribution, text: str) -> bool:
    """'They did not see him dead': who saw nothing does not say that it was not so."""
    before = (text[s.start : event.trigger.start] for s in said.content if s.covers(event.trigger))
    told = f"{said.cue.of(text)} {next(before, '')}"
    return _UNSEEN.search(told) is not None


_UNSEEN = re.compile(
    r"(?:\b(?:not|never)|n['’]t)\s(?:\w+\s)?(?:see|seen|hear|heard|notice|noticed|witness|witnessed|saw)"
    r"(?:\s(?!(?:that|but|and|who|which|what|how|why|when|where|whether)\b)\w+){0,3}\s*$",
    re.IGNORECASE,
)

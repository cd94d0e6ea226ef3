"""Attributions in, the same with who is first told of by his office called by the name that follows, out.

'The leader of the Front has called for a rising ... Karim Odas's call came': news tells who it is by
his office, and a paragraph on by his name. Only where both are of one organisation of the register,
say something of one kind, and nobody else of it speaks thereabouts.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.resolve.name.callings import calling_of, is_sole
from sayso.resolve.name.references import head_noun
from sayso.types import Attribution, Event, Source, Stance

_NEAR = 900  # characters in which the name must follow
_BREAK = re.compile(r"\n\s*")
_BREAKS = 2
_ONE = re.compile(r"the ", re.IGNORECASE)
_NO_LONGER = re.compile(r"\b(?:former|ex|late|deputy|vice|acting|new|next|other)\b", re.IGNORECASE)
_TELLING: frozenset[Stance] = frozenset(
    {"calls_for", "promises", "denies", "accuses", "admits", "declines", "retracts", "doubts"}
)


def name_leads(
    attributions: Sequence[Attribution], events: Sequence[Event], text: str
) -> tuple[Attribution, ...]:
    """Each source that is told of by an office alone as the person who is named next."""
    found = []
    for number, said in enumerate(attributions):
        step = said.said_by
        noun = _office(said) if step is not None else None
        if step is not None and noun is not None:
            person = _named_next(said, attributions[number + 1 :], text)
            if person is not None and not _holds_other(person, noun, events, text):
                step = replace(step, label=person.label, entity=person.entity, naming="named")
                said = replace(said, said_by=step)
        found.append(said)
    return tuple(found)


def _office(said: Attribution) -> str | None:
    """The noun of an office that one holds, of a body that the register knows; None: no such source."""
    step = said.said_by
    if said.source is None or step is None or step.entity is not None or step.organisation is None:
        return None
    words = said.source.words
    if not _ONE.match(words) or _NO_LONGER.search(words):
        return None
    noun = head_noun(words)
    is_one = is_sole(noun) or noun.startswith("spokes")
    return noun if is_one and not noun.endswith("s") else None


def _named_next(said: Attribution, later: Sequence[Attribution], text: str) -> Source | None:
    """The one person of the same organisation who speaks soon after, if what he says is of the kind."""
    near = [
        a for a in later if 0 < a.cue.start - said.cue.stop < _NEAR and _is_of_one_body(a, said)
    ]
    near = [a for a in near if len(_BREAK.findall(text[said.cue.stop : a.cue.start])) <= _BREAKS]
    if len({a.said_by.entity for a in near if a.said_by is not None}) != 1:
        return None
    is_quoted = "spokes" in (said.source.words.lower() if said.source is not None else "")
    fits = any(
        (a.stance == said.stance and a.stance in _TELLING) or (is_quoted and a.manner == "direct")
        for a in near
    )
    return near[0].said_by if fits else None


def _is_of_one_body(one: Attribution, other: Attribution) -> bool:
    step, whose = one.said_by, other.said_by
    if step is None or whose is None or step.entity is None:
        return False
    return step.entity.startswith("person/") and step.organisation == whose.organisation


def _holds_other(person: Source, noun: str, events: Sequence[Event], text: str) -> bool:
    """Whether the report tells an office of the person, and that one is another."""
    told = {
        calling_of(head_noun(e.trigger.of(text)))
        for e in events
        if e.type == "office" and any(r.filler.entity == person.entity for r in e.roles)
    }
    return bool(told) and calling_of(noun) not in told

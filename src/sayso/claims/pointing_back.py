"""An attribution that tells no event itself in, the event told before that it denies out.

"The army denied it", "rejected the accusation", "denied that there was a depot".
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sayso.event_types import load_event_types
from sayso.types import Annotations, Attribution, Event, Role

# Cues that deny by themselves; of the others ("said that nobody fired") the words deny.
DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|(?:reject|refut|rebut|disput|contradict|dismiss|disavow|disclaim|rubbish|rebuff"
    r"|debunk|discredit)\w*|rul(?:e[sd]?|ing) out)\b",
    re.IGNORECASE,
)
_POINTING_BACK = re.compile(
    r"\W*(?:(?:it|this|that|(?:any|all|both) of (?:it|this|that|them)|them|both)(?: all)?"
    r"|(?:the|this|that|these|those|such|all|both|an?) (?:[\w-]+ ){0,2}"  # "..., a claim that rebels denied"
    r"(?:accusation|allegation|assertion|charge|claim|account|version|report|suggestion|statement)s?"
    r"(?: (?:that|which))?)(?: as\b.*)?\W*",
    re.IGNORECASE,
)
_THAT = (
    r"(?:it|this|that|(?:the|this|that|these|those|such|all) (?:[\w-]+ ){0,2}"
    r"(?:accusation|allegation|assertion|charge|claim|account|version|report|rumou?r|suggestion|statement)s?)"
)
_UNTRUE = re.compile(  # "the report was false", '"That is a lie," he said', "called the claim baseless"
    rf"\W*(?:(?:{_THAT}(?: (?:is|are|was|were|had been|as))?|{_THAT}['’]s|it)?\W{{0,3}}(?:[\w]+ly |just |all )?)"
    r"(?:un(?:true|founded)|not true|false|wrong|incorrect|inaccurate|baseless|groundless|fake|fabricated"
    r"|invented|made up|(?:an? )?(?:[\w-]+ )?(?:lies?|fabrications?|inventions?|rubbish|nonsense|propaganda"
    r"|rumou?rs?|dreams?|fantas(?:y|ies)|fair(?:y|ies) tales?|fairytales?|fables?|fictions?|hoax(?:es)?|slanders?"
    r"|forger(?:y|ies)|gossip|jokes?|myths?))\b\W*"
    r"(?:and .*)?"
    r"|\W*(?:that )?(?:nothing of the (?:kind|sort)|no such thing)(?: (?:has|had|was|ever|happened|occurred|taken|took"
    r"|place|done|been))*\W*",
    re.IGNORECASE,
)
_NO_SUCH_THING = re.compile(
    r"\W*(?:that )?there (?:(?:has|have|had) (?:ever )?been|is|are|was|were) (?:ever )?(?:(?:an?|any|no) )?\s*"
    r"(?P<things>[^\s,;.][^,;.]*?)(?: (?:in|at|near|under|inside|on|around|within|there)\b.*)?\W*",
    re.IGNORECASE,
)
_REACH = 2  # sentences back in which what "it" or "the accusation" stands for is looked for


def told_before(index: int, annotations: Annotations, text: str) -> tuple[Event, ...]:
    """What words that tell no event themselves point back at: 'the army denied it', 'rejected the
    accusation', 'denied that there was a depot' after it was said that the depot blew up."""
    said = annotations.attributions[index]
    words = " ".join(span.of(text) for span in said.content)
    if said.stance == "retracts" and _POINTING_BACK.fullmatch(words):
        own = _spoken_before(said, annotations, is_own=True)
        return _pointed_at(said, own or _spoken_before(said, annotations))
    is_untrue = said.stance == "denies" and any(_UNTRUE.fullmatch(s.of(text)) for s in said.content)
    is_pointing = _POINTING_BACK.fullmatch(words) and said.stance in {"denies", "admits", "doubts"}
    if is_untrue or is_pointing:
        spoken = _spoken_before(said, annotations)
        return _pointed_at(said, spoken or _told_by_outlet(said, annotations))
    if said.stance == "denies" and (match := _NO_SUCH_THING.fullmatch(words)):
        thing = match["things"].split()[-1].casefold()
        told = [one for found in _spoken_before(said, annotations) for one in found]
        return tuple(replace(e, hedges=()) for e in told if _befell(e, thing))[-1:]
    return ()


def _spoken_before(
    said: Attribution, annotations: Annotations, *, is_own: bool = False
) -> list[list[Event]]:
    """The events in the words of others a little before: one list for each who spoke, in text order,
    those who accused last.

    is_own: in the words of the same voice or body, which takes them back
    """
    starts = [s.start for s in annotations.sentences]
    here = bisect_right(starts, said.cue.start)
    found: list[list[Event]] = []
    accusing: list[list[Event]] = []
    for other in annotations.attributions:
        is_near = (
            other.cue.start < said.cue.start
            and here - bisect_right(starts, other.cue.start) <= _REACH
        )
        if other.said_by is None or not is_near:
            continue
        is_one = is_same_voice(said, other) or _is_of_one_body(said, other)
        if is_one != is_own:
            continue  # a major does not deny what his own headquarters said
        inside = [
            e for e in annotations.events
            if e.trigger.stop <= said.cue.start and any(s.covers(e.trigger) for s in other.content)
            and not e.background and not e.presupposed
        ]  # fmt: skip
        (accusing if other.stance == "accuses" else found).append(inside)
    return [one for one in (*found, *accusing) if one]


def _told_by_outlet(said: Attribution, annotations: Annotations) -> list[list[Event]]:
    """'The army shot 12 men, a charge it denies': what the outlet itself tells, here or just before."""
    starts = [s.start for s in annotations.sentences]
    here = bisect_right(starts, said.cue.start)
    voiced = [s for a in annotations.attributions if a.said_by is not None for s in a.content]
    found: dict[int, list[Event]] = {}
    for event in annotations.events:
        at = bisect_right(starts, event.trigger.start)
        is_own = not (event.background or any(s.covers(event.trigger) for s in voiced))
        if (
            is_own
            and event.trigger.stop <= said.cue.start
            and here - at <= 1
            and not _is_state(event)
        ):
            found.setdefault(at, []).append(event)
    return [found[at] for at in sorted(found)]


def _is_state(event: Event) -> bool:
    return load_event_types()[event.type].is_state


def _is_of_one_body(one: Attribution, other: Attribution) -> bool:
    first, second = one.said_by, other.said_by
    if first is None or second is None:
        return False
    if first.organisation is None:
        return first.kind != "witness" and first.label == second.label
    return first.organisation == second.organisation


def _pointed_at(said: Attribution, spoken: Sequence[Sequence[Event]]) -> tuple[Event, ...]:
    """Of several tellings the last that is of the speaker's own deeds, else the last of all; and of
    several events in it who did it, else the first."""
    own = [[e for e in told if any(_is_speaker(r, said) for r in e.roles)] for told in spoken]
    for found in (*reversed(own), *reversed(spoken)):
        deeds = [e for e in found if any(r.name in {"actor", "holder"} for r in e.roles)]
        if found:
            return (replace((deeds or found)[0], hedges=()),)
    return ()


def _is_speaker(role: Role, said: Attribution) -> bool:
    voice, entity = said.said_by, role.filler.entity
    if voice is None or entity is None or role.name not in {"actor", "holder", "means"}:
        return False
    return entity in {voice.entity, f"group/{voice.organisation}"}


def _befell(event: Event, thing: str) -> bool:
    """Whether the thing had a part in the event: it blew up, it was hit."""
    parts = (r.filler.words for r in event.roles if r.name in {"target", "means", "victim"})
    return any(words.split()[-1].casefold() == thing for words in parts)


def denies_by_words(said: Attribution, text: str) -> bool:
    return said.stance == "denies" and not DENYING.search(said.cue.of(text))


_PRONOUNS = {
    "they": {"group", "crowd"}, "their": {"group", "crowd"}, "it": {"group"}, "its": {"group"},
    "he": {"person", "role"}, "she": {"person", "role"}, "his": {"person", "role"}, "her": {"person", "role"},
    "i": {"person", "role"}, "we": {"group", "crowd", "person", "role"},
}  # fmt: skip


def is_same_voice(outer: Attribution, inner: Attribution) -> bool:
    """'A resident said that he saw': the pronoun in somebody's words is the one who speaks."""
    if outer.source is None or inner.source is None:
        return False
    if outer.source.entity is not None and outer.source.entity == inner.source.entity:
        return True
    return outer.source.kind in _PRONOUNS.get(inner.source.words.lower(), set())

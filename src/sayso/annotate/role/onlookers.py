"""An event in, the same out without those who only tell it, and without a place as who did it.

'The observatory reported heavy shelling' makes nobody a gunner; nor does a village abduct people,
though commas are missing and the words stand side by side. The dead killed nobody by the same word.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.event.triggers import Trigger
from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.parses import (
    child_of,
    head_at,
    is_passive,
    object_after,
    share_sentence,
    subject_of,
    text_at,
)
from sayso.annotate.role.words import load_role_words
from sayso.event_types import load_event_types
from sayso.types import Attribution, Event, Role, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Who tells of blows and does not deal them; an army, a ministry or a court may do either.
_ONLOOKERS = frozenset(
    "monitor medic rescuer witness outlet agency document aid analyst family lawyer detainee".split()
)
_OF_VIOLENCE = frozenset({"attack", "fate", "casualties", "control"})
_DOING = frozenset({"actor", "holder"})


def without_onlookers(doc: "Doc", event: Event, said: Sequence[Attribution]) -> Event:
    """said: the attributions of the report; those count whose content holds the event."""
    telling = [a for a in said if any(s.covers(event.trigger) for s in a.content)]
    is_violent = load_event_types()[event.type].family in _OF_VIOLENCE
    out = [
        *_speakers_hurt(event, telling),
        *_losers(doc, event),
        *_beside_agent(doc, event),
        *_beside_dead(doc, event),
        *_of_other_voices(doc, event, said),
    ]
    if is_violent:
        out += [r for r in event.roles if r.name in _DOING and _only_tells(r, telling)]
        out += [r for r in event.roles if r.name == "actor" and _is_place(doc, r)]
        hurt = [r.filler.span for r in event.roles if r.name == "victim"]
        out += [r for r in event.roles if r.name == "actor" and r.filler.span in hurt]
    return replace(event, roles=tuple(r for r in event.roles if r not in out)) if out else event


def _of_other_voices(doc: "Doc", event: Event, said: Sequence[Attribution]) -> list[Role]:
    """'Odas said he saw jets bomb the market. Hul said nine were killed in the strike': of the market
    Hul said nothing."""
    own = _voices(doc, event.trigger, said)
    if not own:
        return []
    head = head_at(doc, event.trigger)
    out = []
    for role in event.roles:
        word = head_at(doc, role.filler.span)
        others = _voices(doc, role.filler.span, said)
        is_far = head is not None and word is not None and not share_sentence(head, word)
        if is_far and others and not own & others and not (own | others) & _PRONOUNS:
            out.append(role)
    return out


def _voices(doc: "Doc", span: Span, said: Sequence[Attribution]) -> frozenset[str]:
    """The words of those in whose content it stands."""
    telling = (a for a in said if any(s.covers(span) for s in a.content))
    return frozenset(text_at(doc, words).lower() for a in telling for words in a.source_words)


_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i"})


def _speakers_hurt(event: Event, telling: Sequence[Attribution]) -> list[Role]:
    """'A notary, Mira Hul, said nine clerks were held': she is none of them."""
    victims = [r for r in event.roles if r.name == "victim"]
    own = [r for r in victims if any(_is_source(r, a) for a in telling)]
    return own if len(own) < len(victims) else []


def is_of_speaker(trigger: Trigger, said: Sequence[Attribution]) -> bool:
    """'It was Rao and not Vesk, a clerk held at the mill said': the clerk, whom the parse takes for
    another name of Vesk; his fate is told where fates are (annotate/fate/fates.py)."""
    noun = trigger.head.head
    is_beside = trigger.guessed and trigger.head.dep_ == "acl" and noun.dep_ == "appos"
    words = (span for a in said for span in a.source_words)
    return is_beside and any(span.start <= noun.idx < span.stop for span in words)


def _own_losses() -> frozenset[str]:
    return load_role_words().parts_of_people | {"life"}


def _losers(doc: "Doc", event: Event) -> list[Role]:
    """'The general lost friends': they are lost, and not he; nine men lost their lives themselves."""
    verb = head_at(doc, event.trigger)
    if verb is None or verb.lemma_ != "lose" or is_passive(verb):
        return []
    subject, lost = subject_of(verb), child_of(verb, "dobj")
    if subject is None or lost is None or lost.lemma_.lower() in _own_losses():
        return []
    own = [r for r in event.roles if r.name == "victim"]
    return [r for r in own if head_at(doc, r.filler.span) == subject]


def _beside_agent(doc: "Doc", event: Event) -> list[Role]:
    """'Odas ignores the use of gas by the army': who does it is told, and Odas does not."""
    noun = head_at(doc, event.trigger)
    agent = object_after(noun, "by") if noun is not None and noun.pos_ == "NOUN" else None
    if agent is None:
        return []
    own = {t.idx for t in agent.subtree}
    actors = [r for r in event.roles if r.name == "actor"]
    is_told = any(r.filler.span.start <= agent.idx < r.filler.span.stop for r in actors)
    return [r for r in actors if r.filler.span.start not in own] if is_told else []


def _beside_dead(doc: "Doc", event: Event) -> list[Role]:
    """'Presided over the deaths of 500 people': they died, and not he."""
    noun = head_at(doc, event.trigger)
    dead = object_after(noun, "of") if noun is not None and noun.pos_ == "NOUN" else None
    if dead is None:
        return []
    own = {t.idx for t in noun.subtree} if noun is not None else set()
    victims = [r for r in event.roles if r.name == "victim"]
    is_told = any(r.filler.span.start <= dead.idx < r.filler.span.stop for r in victims)
    return [r for r in victims if r.filler.span.start not in own] if is_told else []


def _only_tells(role: Role, telling: Sequence[Attribution]) -> bool:
    """Who is right behind a quotation is told of in it by 'I' and 'we' alone: '"Surrender or die," he said'."""
    return any(
        (a.kind in _ONLOOKERS or a.manner == "direct") and _is_source(role, a) for a in telling
    )


def _is_source(role: Role, said: Attribution) -> bool:
    return any(words.covers(role.filler.span) for words in said.source_words)


def _is_place(doc: "Doc", role: Role) -> bool:
    head = head_at(doc, role.filler.span)
    return (
        head is not None
        and head.lemma_.lower() in load_naming_words().places | load_role_words().like_places
    )

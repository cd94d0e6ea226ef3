"""A parsed report in, its events with roles, counts, place, time and modality out."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from sayso.annotate.decoding import Answers
from sayso.annotate.event.attack_kinds import settle_attack_kinds
from sayso.annotate.event.backgrounds import mark_histories
from sayso.annotate.event.day_parts import Calendar, carry_days
from sayso.annotate.event.denials import is_denied, is_over
from sayso.annotate.event.everyday_senses import only_describes
from sayso.annotate.event.figurative import is_figurative, of_person
from sayso.annotate.event.figures_of_speech import is_figure_of_speech, is_told_of_nobody
from sayso.annotate.event.laid_blames import lay_blames
from sayso.annotate.event.misfits import is_misfit
from sayso.annotate.event.pointing import find_pointing
from sayso.annotate.event.presupposed import is_disowned, is_presupposed
from sayso.annotate.event.setting_bounds import is_long_before
from sayso.annotate.event.setting_ranking import find_settings, rank_settings
from sayso.annotate.event.settings import (
    clause_of,
    is_background,
    place_of,
    scope_of,
    time_of,
)
from sayso.annotate.event.settled_types import settle_type, without_meeting, without_pointing
from sayso.annotate.event.shared_settings import share_settings
from sayso.annotate.event.sites import settle_sites
from sayso.annotate.event.smaller_places import in_smaller_places
from sayso.annotate.event.tellings import choose_triggers, is_alternative, told_modality
from sayso.annotate.event.told import Told
from sayso.annotate.event.triggers import Trigger, find_triggers
from sayso.annotate.event.turns_of_phrase import is_on_arrival
from sayso.annotate.event.unwarlike import is_unwarlike
from sayso.annotate.fate.limbs import tell_limbs
from sayso.annotate.mentions import name_phrase
from sayso.annotate.number.counts import CountedNoun
from sayso.annotate.number.events import (
    counts_of,
    find_numbered,
    find_toll_words,
    without_others_figures,
)
from sayso.annotate.number.joined_fates import join_fates
from sayso.annotate.number.scopes import mark_increments
from sayso.annotate.parses import (
    child_of,
    head_at,
    is_passive,
    object_after,
    sentence_spans,
    share_sentence,
    span_of,
    text_of,
)
from sayso.annotate.role.captives import tell_captives
from sayso.annotate.role.givers import settle_givers
from sayso.annotate.role.onlookers import is_of_speaker, without_onlookers
from sayso.annotate.role.participants import participants, settle_parts, takes_place
from sayso.annotate.role.ranking import Sight, look_round, rank_participants
from sayso.annotate.role.shared_roles import share_roles
from sayso.annotate.saying.hedges import hedges_over
from sayso.annotate.saying.speakers import RELATIVE, can_act
from sayso.event_types import EventType, load_event_types, load_words
from sayso.tables import read_shipped
from sayso.types import Attribution, Event, Interval, Passage, Place, Role, Span, When

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the finder of events may look at besides the parse. told, sight, answers: of the encoder."""

    text: str
    passages: Sequence[Passage]
    attributions: Sequence[Attribution]
    counts: Sequence[CountedNoun]
    places: Sequence[Place]
    times: Sequence[When]
    hedges: Sequence[Span]
    published_at: Interval | None
    told: Mapping[int, Told] = field(default_factory=dict)
    sight: Sight | None = None
    answers: Answers | None = None


def find_events(doc: "Doc", around: Surroundings) -> tuple[Event, ...]:
    """All typed events outside furniture, in text order.

    'captured or killed hundreds' is one event whose count is of either.
    """
    kinds = load_event_types()
    found: list[Event] = []
    alternatives: dict[int, Trigger] = {}
    ruled = find_triggers(doc)
    numbered = find_numbered(around.counts, ruled)
    counted = {c.noun.i for c in around.counts} | find_toll_words(around.counts)
    chosen = without_pointing(
        without_meeting(choose_triggers(doc, (*ruled, *numbered), around.told, counted))
    )
    told_of = list(_tellers(_with_pointing(chosen, find_pointing(doc, chosen)), around, counted))
    if around.sight is not None:
        around = replace(around, sight=look_round(around.sight, told_of))
    for trigger in told_of:
        is_told = trigger.head.i in counted
        first = alternatives.get(trigger.head.head.i) if is_alternative(trigger.head) else None
        if first is not None:
            found[-1] = _or(found[-1], kinds[trigger.type])
            if found[-1].negated:  # "nobody was killed or hurt": neither happened
                found.append(replace(_event(trigger, kinds[trigger.type], around), negated=True))
            continue
        event = _event(trigger, kinds[trigger.type], around)
        event = without_onlookers(doc, event, around.attributions)
        is_empty = trigger.guessed and _tells_no_ground(event)
        if is_empty or (not is_told and is_told_of_nobody(doc, event)):
            continue
        alternatives[trigger.head.i] = trigger
        found += _part_blame(trigger, event, around)
    told = mark_histories(doc, join_fates(doc, found), around.times, around.published_at)
    kinds_told = settle_attack_kinds(doc, told)
    increased = mark_increments(kinds_told, sentence_spans(doc), around.text)
    shared = share_roles(doc, share_settings(doc, increased))
    if around.answers is not None:
        settings = find_settings(
            doc, around.places, around.times, around.attributions, around.passages
        )
        shared = rank_settings(doc, shared, settings, around.answers)
    shared = tell_captives(doc, tell_limbs(doc, shared))
    shared = in_smaller_places(doc, shared, around.places)
    settled = settle_sites(doc, shared, around.places, around.attributions)
    calendar = Calendar(around.times, around.attributions, around.published_at)
    dated = carry_days(doc, settled, calendar)
    own = [_with_own_day(doc, _unplaced(doc, e, around.places), around.times) for e in dated]
    ahead = [_ahead(event, around.times, around.published_at) for event in own]
    return lay_blames(doc, ahead, around.attributions, around.hedges)


def _tellers(
    triggers: Iterable[Trigger], around: Surroundings, counted: Collection[int]
) -> Iterator[Trigger]:
    """Those that tell an event of the body, each with its type settled; counted: words that bring a number."""
    for given in triggers:
        if not _is_in_body(given, around.passages) or _is_in_links(given.head):
            continue
        if is_disowned(given, around.attributions):
            continue
        trigger = settle_type(of_person(given))
        is_told = trigger.head.i in counted
        is_figure = not is_told and (is_figurative(trigger) or is_figure_of_speech(trigger))
        if _is_among_none(trigger.head) or is_figure:
            continue
        is_amiss = is_misfit(trigger) or is_unwarlike(trigger) or only_describes(trigger)
        if not (is_amiss or is_of_speaker(trigger, around.attributions)):
            yield trigger


def _ahead(event: Event, times: Sequence[When], published: Interval | None) -> Event:
    """'A summit starting on Thursday', in a report of Monday: it is yet to be.

    Not a blow: the day to come that stands near one is another event's.
    """
    is_arranged = load_event_types()[event.type].family in _ARRANGED
    day = times[event.when].interval if event.when is not None and is_arranged else None
    if day is None or published is None or event.modality not in {"happened", "ongoing"}:
        return event
    return replace(event, modality="planned") if day.start[:10] > published.stop[:10] else event


_ARRANGED = frozenset({"politics", "ceasefire", "protest"})  # what has a day set for it


def _unplaced(doc: "Doc", event: Event, places: Sequence[Place]) -> Event:
    """Without the place where he who was hurt came to lie; 'I am alive, and my men are at the
    bridge' does not tell where I am."""
    head = head_at(doc, event.trigger)
    if head is None or event.place is None:
        return event
    is_alive = event.type == "alive" and head.pos_ == "ADJ"
    place = head_at(doc, places[event.place].span)
    is_others = is_alive and (place is None or not _is_of_clause(place, head))
    is_elsewhere = is_on_arrival(Trigger(event.type, head, (head,), head))
    return replace(event, place=None) if is_others or is_elsewhere else event


def _is_of_clause(place: "Token", state: "Token") -> bool:
    """Whether a place stands in the clause that tells the state, or in one that it shares."""
    return share_sentence(place, state) and clause_of(place) in {clause_of(state), state}


def _with_own_day(doc: "Doc", event: Event, times: Sequence[When]) -> Event:
    """'Entered it on Friday, two days after the battle', 'the fire died down on Sunday': that day is
    not the battle's, nor the fire's."""
    head = head_at(doc, event.trigger)
    if head is None or event.when is None:
        return event
    clause = clause_of(head)
    day = head_at(doc, times[event.when].span)
    if is_long_before(clause) and (day is None or not clause.is_ancestor(day)):
        return replace(event, when=None)
    is_after = head.dep_ == "pobj" and head.head.lower_ in _BESIDE
    at = times[event.when].span.start
    is_own = any(t.idx <= at < t.idx + len(t) for t in head.subtree)
    is_anothers = is_over(head, event.type) or (is_after and not is_own)
    return replace(event, when=None) if is_anothers else event


_BESIDE = frozenset({"after", "before", "following", "like"})


def _tells_no_ground(event: Event) -> bool:
    """Neither which ground nor whose: 'the tally was taken at dusk'."""
    parts = {r.name for r in event.roles} & {"place", "holder", "target", "actor"}
    return event.type in {"territory_control", "siege"} and event.place is None and not parts


def _with_pointing(chosen: Sequence[Trigger], pointing: Sequence[Trigger]) -> list[Trigger]:
    """In text order; what a word points back at goes before what it was guessed to tell."""
    pointed = {t.head.i for t in pointing}
    kept = [t for t in chosen if t.head.i not in pointed]
    return sorted((*kept, *pointing), key=lambda t: t.head.i)


def _part_blame(trigger: Trigger, event: Event, around: Surroundings) -> list[Event]:
    """'A raid which the council alleged was carried out by the north': the raid is one event in
    one voice, that the north did it another in the council's."""
    relative = [c for c in trigger.head.children if c.dep_ in {"relcl", "acl"} and c.pos_ == "VERB"]
    for clause in [*relative, *(c for r in relative for c in r.children if c.dep_ == "ccomp")]:
        at = clause.idx
        said = [a for a in around.attributions if any(s.start <= at < s.stop for s in a.content)]
        if _tells_outcome(clause):
            continue  # "a strike that they say killed nine"
        if any(not any(s.covers(event.trigger) for s in a.content) for a in said):
            plain = replace(event, roles=tuple(r for r in event.roles if r.name != "actor"))
            own = (r for r in event.roles if r.name != "actor" or _is_within(r, said))
            return [plain, replace(event, trigger=span_of([clause]), roles=tuple(own))]
    blamed = _blamed(trigger, around) if event.presupposed else None
    if blamed is not None:
        accused = Role("actor", name_phrase(list(blamed.subtree), blamed))
        kept = (
            r for r in event.roles if r.name != "actor" and r.filler.span != accused.filler.span
        )
        plain = replace(event, roles=tuple(kept))
        whose = replace(plain, roles=(accused, *plain.roles), presupposed=False)
        return [plain, whose]
    return [event]


def _tells_outcome(clause: "Token") -> bool:
    type_ = load_words().verbs.get(clause.lemma_.lower())
    return type_ is not None and load_event_types()[type_].family in {"fate", "casualties"}


def _is_within(role: Role, said: Sequence[Attribution]) -> bool:
    return any(s.covers(role.filler.span) for a in said for s in a.content)


def _blamed(trigger: Trigger, around: Surroundings) -> "Token | None":
    """'Blamed the north for the attack', 'blamed the attack on the north': that it was the north is what
    the speaker says of it."""
    over = trigger.head.head
    is_deed = trigger.head.dep_ in {"dobj", "nsubjpass"}
    if not is_deed and (trigger.head.dep_ != "pobj" or over.lower_ not in {"for", "over"}):
        return None
    verb = over if over.pos_ == "VERB" else over.head
    verb = verb if verb.pos_ == "VERB" else verb.head
    if verb.lemma_.lower() != "blame" or load_event_types()[trigger.type].family not in _DONE:
        return None
    if not any(a.cue.start <= verb.idx < a.cue.stop for a in around.attributions):
        return None
    if is_deed:
        accused = object_after(verb, "on", "upon") or object_after(trigger.head, "on", "upon")
    else:
        is_turned = is_passive(verb) or verb.dep_ == "acl"
        accused = child_of(verb, "nsubjpass") if is_turned else child_of(verb, "dobj")
        is_relative = accused is not None and accused.lower_ in RELATIVE  # "a group that is blamed"
        accused = verb.head if is_turned and (accused is None or is_relative) else accused
    return accused if accused is not None and can_act(accused) else None


_DONE = frozenset({"attack", "fate", "casualties", "protest"})  # what somebody may be to blame for


def _is_in_body(trigger: Trigger, passages: Sequence[Passage]) -> bool:
    at = trigger.head.idx
    for passage in passages:
        if passage.span.start <= at < passage.span.stop:
            return passage.kind not in {"furniture", "byline"} and passage.repeats is None
    return True


def _is_in_links(word: "Token") -> bool:
    """'Related news: Vote in Sarn | The grain tax | Floods': the heads of other pages."""
    text = text_of(word.doc)
    if text[max(word.idx - _NEAR, 0) : word.idx + _NEAR].count(" | ") > 1:
        return True
    return _RELATED.search(text, text.rfind("\n", 0, word.idx) + 1, word.idx) is not None


_NEAR = 100  # characters
_RELATED = re.compile(r"\bRelated (?:News|Articles|Stories|Posts|Topics|Links)\b")


def _is_among_none(word: "Token") -> bool:
    """'None of the dead', 'not one of the wounded': who they are is known, and nothing denied of it."""
    whole = word.head
    is_part = word.dep_ == "pobj" and whole.lower_ == "of" and word.pos_ in {"NOUN", "ADJ", "PROPN"}
    part = whole.head
    nots = {part.lower_, *(c.lower_ for c in part.children if c.i < part.i)}
    return is_part and bool(nots & {"none", "not", "no", "neither", "nobody"})


def _or(event: Event, kind: EventType) -> Event:
    counts = tuple(
        replace(c, categories=(*c.categories, kind.counted)) for c in event.counts if kind.counted
    )
    return replace(event, counts=counts)


def _event(trigger: Trigger, kind: EventType, around: Surroundings) -> Event:
    parts = participants(trigger, kind)
    if takes_place(kind, parts):
        kind = load_event_types()["territory_control"]
        trigger = replace(trigger, type=kind.name)
        parts = participants(trigger, kind)
    if around.sight is not None:
        parts = rank_participants(trigger, kind, parts, around.sight)
    parts = settle_givers(trigger, settle_parts(parts, kind))
    parts = without_others_figures(trigger, parts, around.counts)
    roles = tuple(role for role, _ in parts if role.name in kind.roles or role.name == kind.key)
    when = time_of(trigger, around.times, around.attributions)
    at = around.times[when] if when is not None else None
    kinds = tuple(_target_kinds(kind, parts))
    return Event(
        type=kind.name,
        trigger=span_of(trigger.words) if _is_run(trigger.words) else span_of([trigger.head]),
        roles=roles,
        counts=counts_of(trigger, kind, parts, around.counts),
        place=place_of(trigger, around.places, around.attributions),
        when=when,
        negated=is_denied(trigger),
        modality=told_modality(trigger, around.told),
        scope=scope_of(trigger),
        hedges=hedges_over(trigger.head, tuple(around.hedges)),
        presupposed=is_presupposed(trigger, around.attributions),
        background=is_background(trigger, at, around.times, around.published_at, around.text),
        target_kind=kinds[0][1] if kinds and kinds[0][1] != "none" else None,
        target_kinds=tuple(k for k in kinds if k[1] != "none"),
    )


def _is_run(words: tuple["Token", ...]) -> bool:
    return words[-1].i - words[0].i == len(words) - 1


@cache
def load_target_kinds() -> Mapping[str, str]:
    """`data/target_kinds.toml` turned round: a noun -> the kind of target it is."""
    table = read_shipped("target_kinds.toml")
    return {noun: kind for kind, nouns in table.items() for noun in nouns}


_TAKEN = frozenset({"siege", "territory_control"})  # beside attacks: what befalls things of a kind


def _target_kinds(
    kind: EventType, parts: Sequence[tuple[Role, "Token"]]
) -> Iterator[tuple[Span, str]]:
    """By what was struck or taken, or by what 'it' stands for; of 'the ruins of a bakery', the bakery."""
    if kind.family != "attack" and kind.name not in _TAKEN:
        return
    for role, head in parts:
        if role.name not in {"target", "place", "object"}:
            continue
        means = role.filler.means
        heads = [head] if means is None else [head, head_at(head.doc, means) or head]
        inner = [
            p for c in head.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj"
        ]
        found = next((k for noun in (*heads, *inner) if (k := _kind_by_noun(noun))), None)
        if found is not None:
            yield role.filler.span, found


def _kind_by_noun(noun: "Token") -> str | None:
    kinds, lemma = load_target_kinds(), noun.lemma_.lower()
    before = noun.nbor(-1).lower_ if noun.i else ""
    return kinds.get(f"{before} {lemma}") or kinds.get(lemma)

"""The events that the table of words found in, rid of what the fates of persons tell better out.

Who did it to somebody is not the one whom it befell; nobody's fate beside somebody's is dropped.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.fate.nameless import is_of_that_name
from sayso.annotate.fate.persons import SAID, are_people, is_both, is_them, person_nouns
from sayso.annotate.fate.verbs import is_only_wounded
from sayso.annotate.fate.victims import is_no_end, without_strangers
from sayso.annotate.fate.words import load_fate_lists, load_fate_words
from sayso.annotate.parses import child_of, head_at, sentence_of, subject_of
from sayso.event_types import load_event_types
from sayso.types import Event, Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def is_somebodys(event: Event) -> bool:
    """Whether it says whom it befell: 'his remains' are nobody, but somebody's; no splinter is hurt."""
    victims = [r.filler for r in event.roles if r.name == "victim"]
    is_told_each = any(v.words.lower() in _SEVERAL for v in victims)  # "both": each by his name
    is_told_each = is_told_each or any(is_of_that_name(v) for v in victims)
    return not is_told_each and any(not is_nobody(v) for v in victims)


_SEVERAL = frozenset({"both", "they", "them", "both men", "both women"})


def is_nobody(filler: Mention) -> bool:
    return _is_of_body(filler) or filler.words.lower() in _SEVERAL or is_of_that_name(filler)


def _is_of_body(filler: Mention) -> bool:
    return filler.words.lower().split()[-1] in load_fate_lists().bodies or _is_shot(filler)


def _is_shot(filler: Mention) -> bool:
    noun = filler.words.lower().split()[-1]
    return filler.kind == "role" and noun in load_fate_words().shots


def correct_known(doc: "Doc", known: Sequence[Event], fates: Sequence[Event]) -> tuple[Event, ...]:
    """The events without those fates of nobody that stand on the same word as somebody's.

    Who was shot in the thigh is not killed by it.
    """
    shot = {t.idx for t in doc if t.lemma_ == "shoot" and is_only_wounded(t)}
    known = [
        one
        for e in known
        if not is_no_end(doc, e)
        and (one := _without_doer(doc, _without_those_before(doc, without_strangers(doc, e))))
        is not None
    ]
    return tuple(
        replace(e, type="injured") if e.type == "killed" and e.trigger.start in shot else e
        for e in known
        if not _is_told_better(doc, e, [f for f in fates if f.trigger.start == e.trigger.start])
    )


_SEIZED = frozenset({"abducted", "arrest", "captured", "detained"})
_OF_GROUND = frozenset({"weapons_seized", "territory_control"})


def _is_told_better(doc: "Doc", event: Event, fates: Sequence[Event]) -> bool:
    """fates: those that the same word tells of persons"""
    if event.type in _OF_GROUND and any(f.type in _SEIZED for f in fates):
        return True  # "police seized Odas"
    is_of_fate = load_event_types()[event.type].family == "fate"
    if fates and is_of_fate and not is_somebodys(event):
        return True
    if event.type == "alive" and event.negated:
        return any(f.type in {"missing", "died"} for f in fates)
    each = [f for f in fates if f.type == event.type]
    return len(each) > 1 and is_of_several(doc, event)


def is_of_several(doc: "Doc", event: Event) -> bool:
    """'Took Odas and Sol, and shot them': whatever else is told, of each whom the object means."""
    head = head_at(doc, event.trigger)
    whom = child_of(head, "dobj", "nsubjpass") if head is not None else None
    return whom is not None and (is_them(whom) or is_both(whom))


def _without_those_before(doc: "Doc", event: Event) -> Event:
    """'They were shot', 'an inmate, freed in May, says so': of nobody in the sentence before besides."""
    victims = [r.filler for r in event.roles if r.name == "victim"]
    head = head_at(doc, event.trigger)
    is_told_each = any(v.words.lower() in _SEVERAL for v in victims)
    if head is None or len(victims) < 2 or not (is_told_each or head.dep_ == "acl"):
        return event
    here = sentence_of(head)
    start, stop = doc[here.start].idx, doc[here.stop - 1].idx
    if not any(start <= v.span.start <= stop for v in victims):
        return event
    roles = (r for r in event.roles if r.name != "victim" or start <= r.filler.span.start <= stop)
    return replace(event, roles=tuple(roles))


def _without_doer(doc: "Doc", event: Event) -> Event | None:
    """'Rescuers found the boy alive', 'Odas took her away': who did it to somebody is not the one whom
    it befell."""
    head = head_at(doc, event.trigger) if event.type in _DONE_TO else None
    doer = child_of(head, "nsubj") if head is not None and _is_doing(head) else None
    doer = doer or (_owner_before(head) if head is not None else None)
    if head is None or doer is None:
        return event
    at = doer.idx
    roles = tuple(
        r for r in event.roles if r.name != "victim" or not r.filler.span.start <= at < r.filler.span.stop
    )  # fmt: skip
    is_left = len(roles) == len(event.roles) or any(r.name == "victim" for r in roles)
    is_left = is_left or head.lemma_ not in load_fate_lists().finders
    return replace(event, roles=roles) if is_left else None


_DONE_TO = frozenset(
    "alive body_found abducted captured detained arrest released killed died executed tortured"
    " injured missing".split()
)


def _owner_before(verb: "Token") -> "Token | None":
    """'Odas, whose brother was killed': it befell the brother."""
    subject = subject_of(verb) if verb.dep_ == "relcl" else None
    is_owned = subject is not None and any(c.lower_ == "whose" for c in subject.children)
    return verb.head if is_owned else None


def _is_doing(verb: "Token") -> bool:
    """Whether a verb is done by its subject to somebody else."""
    if verb.lemma_ in load_fate_lists().finders:
        return True
    whom = child_of(verb, "dobj") if verb.pos_ == "VERB" and verb.tag_ != "VBN" else None
    if whom is None or verb.lemma_ in load_fate_lists().borne:
        return False
    is_one = whom.ent_type_ == "PERSON" or whom.lower_ in SAID or are_people(whom)
    return is_one or (whom.tag_ == "NN" and whom.lemma_.lower() in person_nouns())

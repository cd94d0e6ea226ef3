"""A trigger in, where and when the text sets its event out: indexes into places and times."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sayso.annotate.event.others_places import is_compared, is_of_others
from sayso.annotate.event.setting_bounds import (
    is_apart,
    is_of_another,
    is_of_career,
    is_of_paper,
    is_of_telling,
)
from sayso.annotate.event.setting_words import load_setting_words
from sayso.annotate.event.triggers import Trigger
from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.number.sums import is_of_raids, is_of_war
from sayso.annotate.number.tolls import is_running
from sayso.annotate.parses import is_passive, sentence_around, subject_of, text_of
from sayso.event_types import load_event_types
from sayso.types import Attribution, Interval, Place, Scope, Span, When

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSES = frozenset(
    {"ROOT", "ccomp", "advcl", "relcl", "conj", "parataxis", "acl", "pcomp", "xcomp"}
)
BACKGROUND_DAYS = 60  # older than this when told is history; set by judgement, not measured
_SINCE = (
    r"(?:the |\w+['’]?s? )?(?:\w+ )?(?:start|beginning|outbreak|war|conflict|uprising|fighting|fall"
    r"|new year|\w+ (?:began|started))"
    r"|(?:\w+ )?(?:1\d|20)\d\d|(?:last |mid-|early |late )?(?:january|february|march|april|may|june|july|august"
    r"|september|october|november|december|spring|summer|autumn|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_LASTING = frozenset({"missing", "detained", "disappeared", "siege", "trapped", "hospitalised"})
_MANY = frozenset({"attack", "fate", "casualties", "protest", "control", "politics"})
_DEEDS = frozenset({"killed", "executed", "tortured", "abducted"})
_RATE = r"(?:\d[\d,]*|[a-z]+s) (?:a|per|every|each) (?:day|week|month)(?! (?:ago|before|after|later|earlier|of))"
_AGGREGATE = re.compile(
    rf"\b(?:since (?:{_SINCE})|(?<!earlier )this (?:year|spring|summer|autumn|winter)|daily|nightly"
    rf"|sporadic|repeated|{_RATE}"
    r"|so far this (?:year|month)|over the past (?:\w+ )?(?:year|month|decade)s?"
    r"|during the (?:war|conflict)|in total since|(?:every|each) (?:day|week|month|year))\b",
    re.IGNORECASE,
)


def clause_of(word: "Token") -> "Token":
    """The verb or root of the clause the word stands in."""
    while word.dep_ not in _CLAUSES or word.pos_ not in {"VERB", "AUX"}:
        if word.head == word:
            return word
        word = word.head
    return word


def tokens_of(span: Span, sentence: Iterable["Token"]) -> list["Token"]:
    return [t for t in sentence if span.start <= t.idx < span.stop]


def place_of(trigger: Trigger, places: Sequence[Place], said: Sequence[Attribution]) -> int | None:
    """The place the clause sets the event in; None where the clause names none.

    The place of a statement ("said in Geneva") is not the place of the event.
    """
    sentence = sentence_around(trigger.head)
    near = [
        (i, tokens_of(p.span, sentence))
        for i, p in enumerate(places)
        if sentence.start_char <= p.span.start < sentence.end_char
    ]
    near = [(i, tokens) for i, tokens in near if tokens and tokens[-1] != trigger.head]
    near = [(i, tokens) for i, tokens in near if not is_of_speaker(tokens[0], said)]
    near = [
        (i, tokens)
        for i, tokens in near
        if not is_apart(tokens[-1], trigger.head) and not is_of_others(tokens[-1], trigger)
    ]
    for governor in _governors(trigger):
        found = [i for i, tokens in near if _hangs_on(tokens[-1], governor)]
        if found:
            return min(found, key=lambda i: _rank(places[i], governor, sentence))
    inside = [
        i
        for i, tokens in near
        if clause_of(tokens[-1]) == clause_of(trigger.head) and _is_location(tokens[-1])
    ]
    return inside[0] if len(inside) == 1 else None


def _rank(place: Place, governor: "Token", sentence: Iterable["Token"]) -> int:
    return min(abs(t.i - governor.i) for t in tokens_of(place.span, sentence))


def _governors(trigger: Trigger) -> Iterator["Token"]:
    yield trigger.head
    if trigger.verb is not None and trigger.verb != trigger.head:
        yield trigger.verb
    for token in (trigger.head, trigger.verb):
        if (
            token is not None
            and token.dep_ in {"conj", "xcomp", "acl", "advcl"}
            and token.head.pos_ in {"VERB", "NOUN"}
        ):
            yield token.head


def _hangs_on(place: "Token", governor: "Token") -> bool:
    """Under a preposition of place, the object, or a modifier of the governor, with no verb between."""
    word, steps = place, 0
    while word.head != word and steps < 8:
        if word.head == governor:
            return word.dep_ in {
                "prep",
                "dobj",
                "nsubjpass",
                "compound",
                "amod",
                "poss",
                "agent",
                "nmod",
                "advmod",
                "appos",
                "npadvmod",
            } and (word.dep_ not in {"prep"} or word.lower_ in load_grammar_words().at_settings)
        if word.pos_ in {"VERB", "AUX"}:
            return False
        word, steps = word.head, steps + 1
    return False


def _is_location(place: "Token") -> bool:
    return place.dep_ in {"pobj", "appos", "conj"} and place.ent_type_ != "NORP"


def is_of_speaker(place: "Token", said: Sequence[Attribution]) -> bool:
    at = place.idx
    return any(s.start <= at < s.stop for a in said for s in a.source_words)


def time_of(trigger: Trigger, times: Sequence[When], said: Sequence[Attribution]) -> int | None:
    """The time the clause gives the event; else the only one of its sentence that is not of a cue."""
    sentence = sentence_around(trigger.head)
    near = [
        (i, tokens_of(t.span, sentence))
        for i, t in enumerate(times)
        if is_dated(t) and sentence.start_char <= t.span.start < sentence.end_char
    ]
    near = [
        (i, tokens)
        for i, tokens in near
        if tokens
        and not is_on_cue(tokens, said)
        and not is_of_paper(tokens[-1])
        and not is_of_telling(tokens[-1], trigger.head)
        and not is_of_career(tokens[-1], trigger.head)
        and not is_of_another(tokens[-1], trigger.head)
        and not is_compared(tokens[-1], trigger.head)
        and not is_of_record(tokens[-1])
    ]
    own = {clause_of(trigger.head)} | (
        {clause_of(trigger.verb)} if trigger.verb is not None else set()
    )
    inside = [i for i, tokens in near if clause_of(tokens[0]) in own]
    if inside:
        return inside[0]
    return near[0][0] if len(near) == 1 else None


def is_dated(when: When) -> bool:
    """A day or time that a calendar has, reached or not; 'now' and 'recently' are none."""
    return when.type in {"DATE", "TIME"} and not (when.value or "").endswith("_REF")


def is_on_cue(tokens: Sequence["Token"], said: Sequence[Attribution]) -> bool:
    clause = clause_of(tokens[0])
    return any(
        a.cue.start <= clause.idx < a.cue.stop
        and not any(s.start <= tokens[0].idx < s.stop for s in a.content)
        for a in said
    )


def said_at(
    attribution: Attribution, doc_tokens: Sequence["Token"], times: Sequence[When]
) -> int | None:
    """The time that hangs on the cue itself: 'said on Friday'."""
    for index, when in enumerate(times):
        if any(s.meets(when.span) for s in attribution.content) or not is_dated(when):
            continue
        tokens = tokens_of(when.span, doc_tokens)
        clause = clause_of(tokens[0]) if tokens else None
        if clause is not None and attribution.cue.start <= clause.idx < attribution.cue.stop:
            return index
    return None


def is_background(
    trigger: Trigger,
    when: When | None,
    times: Sequence[When],
    published: Interval | None,
    text: str,
) -> bool:
    """Whether the event is told as history: its time, or its sentence's only times, lie well back."""
    if published is None:
        return False
    sentence = sentence_around(trigger.head)
    if when is not None and when.interval is not None:
        return is_old(when.interval, published) and not reaches_now(when, text)
    known = [
        t.interval
        for t in times
        if t.interval is not None
        and sentence.start_char <= t.span.start < sentence.end_char
        and not reaches_now(t, text)
    ]
    return bool(known) and all(is_old(interval, published) for interval in known)


def reaches_now(when: When, text: str) -> bool:
    """'Since May': what has gone on from then is no history."""
    return text[max(0, when.span.start - 12) : when.span.start].lower().split()[-1:] == ["since"]


def is_old(interval: Interval, published: Interval) -> bool:
    """Whether it was over so long before the report that what is told of it is history."""
    horizon = date.fromisoformat(published.start[:10]) - timedelta(days=BACKGROUND_DAYS)
    return interval.stop[:10] < horizon.isoformat()


def scope_of(trigger: Trigger) -> Scope:
    """One event, a sum over a period ('since the war began'), or none in particular ('those who bomb')."""
    if _is_general(trigger):
        return "generic"
    if trigger.type in _LASTING:
        return "total"  # "missing since Monday"
    if load_event_types()[trigger.type].family not in _MANY:
        return "total"  # "a truce in force since Monday"
    return "aggregate" if _is_summed(trigger) else "total"


def _is_general(trigger: Trigger) -> bool:
    """'Those who bomb', 'any plane that crosses will be shot down', 'has never shelled a school',
    'do not shoot captives'; but not 'those who stayed were beaten', 'was never seen again'."""
    clause, head = clause_of(trigger.head), trigger.head
    auxiliaries = {c.lower_: c.tag_ for c in clause.children if c.dep_ in {"aux", "auxpass"}}
    is_past = clause.tag_ == "VBD" or "VBD" in auxiliaries.values()
    whose = head.head if head.dep_ == "relcl" else subject_of(clause)
    if (
        whose is not None
        and not is_past
        and (whose.lower_ in load_setting_words().anyone or _has_any(whose))
    ):
        return True
    is_violent = load_event_types()[trigger.type].family == "attack" or trigger.type in _DEEDS
    if not is_violent or clause != head:
        return False
    if head.dep_ == "relcl" and head.tag_ == "VBP" and not auxiliaries:
        return (
            whose is not None
            and whose.tag_ == "NNS"
            and not any(c.dep_ == "det" for c in whose.children)
        )
    is_wish = any(c.tag_ == "TO" for c in clause.children)  # "vowed never to surrender"
    if any(c.lower_ == "never" for c in clause.children) and not is_wish:
        return not is_passive(clause)
    is_habit = bool({"do", "does"} & auxiliaries.keys())
    return is_habit and any(c.dep_ == "neg" for c in clause.children)


def _has_any(noun: "Token") -> bool:
    """'Any aircraft that crosses the line': none in particular, where more is said of them."""
    is_told = any(c.dep_ == "relcl" or c.lower_ == "caught" for c in noun.children)
    return is_told and any(c.lower_ == "any" for c in noun.children)


def _is_summed(trigger: Trigger) -> bool:
    """'Killed since the war began', 'daily raids', 'raided twice', '19 deaths a day'."""
    words = load_setting_words()
    head, sentence = trigger.head, sentence_around(trigger.head)
    text = text_of(head.doc)[sentence.start_char : sentence.end_char]
    here = {head, trigger.verb if trigger.verb is not None else head}
    for match in _AGGREGATE.finditer(text):
        at = sentence.start_char + match.start()
        word = next((t for t in sentence if t.idx <= at < t.idx + len(t)), None)
        if word is not None and is_since_worst(word):
            continue
        if word is not None and not here.isdisjoint(_governing(word)):
            return True
    for verb in here:
        often = (c for c in verb.children if c.dep_ in {"advmod", "npadvmod", "dobj"})
        if any(c.lower_ in words.often or (c.lower_ == "times" and any(c.children)) for c in often):
            return True
    over = head.head.head
    if (
        head.dep_ == "pobj"
        and head.tag_ == "NNS"
        and over.tag_ == "NNS"
        and over.lemma_ in words.stretches
    ):
        return True  # "three nights of raids"
    is_counted = head.tag_ == "NNS" and any(c.dep_ == "nummod" for c in head.children)
    if is_counted and head.lemma_ in words.attacks:
        return True  # "repelled seven assaults"
    befalls = load_event_types()[trigger.type].family in {"attack", "fate", "casualties"}
    if befalls and (is_of_war(head) or is_of_raids(head) or is_running(head)):
        return True
    return befalls and any(_is_since(verb) for verb in here)


def is_of_record(day: "Token") -> bool:
    """'The first vote since 1990', 'the deadliest raid since May': the day of the last one like it."""
    since = next((t for t in (day, *day.ancestors) if t.pos_ not in {"NOUN", "PROPN", "NUM"}), day)
    return since.lower_ == "since" and is_since_worst(since)


def is_since_worst(word: "Token") -> bool:
    """'The deadliest attack since March', 'was the worst since': what it is told to be, not how often."""
    if word.lower_ != "since":
        return False
    over = word.head.head if word.dep_ == "mark" else word.head
    beside = [c for c in over.children if c.dep_ in {"attr", "acomp", "dobj"}]
    told = [over, *over.children, *(c for t in beside for c in t.children)]
    before = (t for t in told if t.i < word.i and t.lower_ not in {"most", "least"})
    return any(t.tag_ == "JJS" or t.lower_ == "first" for t in before)


def _governing(word: "Token") -> set["Token"]:
    """What a phrase of time says its period of: its noun, or the verb over it ('since the war began')."""
    over = word.head
    if word.dep_ == "mark" and over.dep_ == "advcl":
        return {word, over.head}
    return {word, over, clause_of(over)}


def _is_since(verb: "Token") -> bool:
    """'Have died since Easter', but not 'have been shelling it since Easter'."""
    tags = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if verb.tag_ != "VBN" or not any(c.lower_ in {"have", "has"} for c in tags):
        return False
    later = (t for t in verb.subtree if t.lower_ == "since" and t.i > verb.i)
    return any(verb in {clause_of(t.head), t.head.head} for t in later)

"""Events with the place and time that grammar gives them in, with those a trained ranker chooses out.

A sentence with three towns sets its event in one of them, or in that of the sentence before; the
ranker weighs each place and date near the trigger by the way between them in the parse, by what
grammar chose, and by what the encoder makes of both. Learned by `training/settings.py`; measured
by `python -m bench.events` (place, when).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.annotate.datelines import find_datelines
from sayso.annotate.decoding import Answers, Floats
from sayso.annotate.event.others_places import is_compared, is_of_others
from sayso.annotate.event.setting_bounds import (
    is_apart,
    is_of_another,
    is_of_one_told_of,
    is_of_paper,
    is_of_telling,
)
from sayso.annotate.event.settings import (
    is_dated,
    is_of_record,
    is_of_speaker,
    is_on_cue,
    tokens_of,
)
from sayso.annotate.event.tellings import trigger_at
from sayso.annotate.event.triggers import Trigger
from sayso.annotate.parses import head_at, sentence_around, share_sentence, text_of
from sayso.annotate.role.features import Nouns, features_of
from sayso.annotate.role.pair_ranker import View, has_vectors, load_ranker, look_at, view
from sayso.event_types import load_event_types
from sayso.types import Attribution, Event, Passage, Place, Span, When

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

REACH = 2  # sentences before and after the trigger's own
LEAST = 0.4  # from which share a place or time is the event's
LEAST_FAR = 0.6  # and from which, in another sentence
RULED = 0.25  # what grammar's own choice is given beforehand
LABELS = ("none", "where", "when")


@dataclass(frozen=True, slots=True)
class Settings:
    """The places and dates of one text by their head words: index in the report's list, and kind."""

    words: Mapping[int, "Token"]
    is_place: Mapping[int, bool]
    at: Mapping[int, int]
    spoken: frozenset[int]
    nouns: Nouns
    captions: Sequence[Span]
    paragraphs: Mapping[int, int]

    def near(self, trigger: Trigger) -> list["Token"]:
        here = self.nouns.sentences[trigger.head.i]
        return [
            word
            for word in self.words.values()
            if abs(self.nouns.sentences[word.i] - here) <= REACH
            and not (self.is_place[word.i] and word.i in self.spoken)
            and word.i != trigger.head.i
            and not is_apart(word, trigger.head)
            and not (self.is_place[word.i] and is_of_others(word, trigger))
            and not (not self.is_place[word.i] and _is_day_of_another(word, trigger.head))
            and self._picture_of(word) == self._picture_of(trigger.head)
            and self.paragraphs[word.i] <= self.paragraphs[trigger.head.i]
        ]

    def _picture_of(self, word: "Token") -> Span | None:
        """The caption that a word stands in: its town is that of the picture."""
        return next((span for span in self.captions if span.start <= word.idx < span.stop), None)


def _is_day_of_another(day: "Token", trigger: "Token") -> bool:
    is_others = is_of_another(day, trigger) or is_of_telling(day, trigger)
    return is_others or is_compared(day, trigger) or is_of_record(day)


def find_settings(
    doc: "Doc",
    places: Sequence[Place],
    times: Sequence[When],
    said: Sequence[Attribution],
    passages: Sequence[Passage],
) -> Settings:
    """The head word of each place and dated time; those of a speaker or of the saying are noted."""
    words: dict[int, Token] = {}
    is_place: dict[int, bool] = {}
    at: dict[int, int] = {}
    spoken = set()
    spans = [(True, n, place.span) for n, place in enumerate(places)]
    dated = [(False, n, when.span) for n, when in enumerate(times) if is_dated(when)]
    text = text_of(doc)
    heads = find_datelines(text, passages)  # their day is the report's
    cues = [a.cue.stop for a in said]
    spans += [
        d for d in dated
        if not any(h.covers(d[2]) for h in heads) and not _is_beside_cue(d[2], cues, text)
    ]  # fmt: skip
    for kind, number, span in spans:
        head = head_at(doc, span)
        if head is not None and not kind and is_of_paper(head):
            continue
        if head is not None and head.pos_ != "ADJ":  # "the Syrian town of Kobani" is in Kobani
            words[head.i], is_place[head.i], at[head.i] = head, kind, number
            tokens = tokens_of(span, sentence_around(head))
            if tokens and (is_of_speaker(tokens[0], said) or is_on_cue(tokens, said)):
                spoken.add(head.i)
    sentences = {word.i: n for n, sentence in enumerate(doc.sents) for word in sentence}
    order = sorted(words)
    nouns = Nouns([words[i] for i in order], order, sentences)
    captions = tuple(p.span for p in passages if p.kind == "caption")
    return Settings(words, is_place, at, frozenset(spoken), nouns, captions, _paragraphs(doc))


def _is_beside_cue(day: Span, cues: Sequence[int], text: str) -> bool:
    """'Said on Tuesday', 'told reporters late Monday' aside: the day of the words and of nothing else."""
    return any(text[stop : day.start] in {" ", " on "} for stop in cues if stop <= day.start)


def _paragraphs(doc: "Doc") -> dict[int, int]:
    """The number of the paragraph that each word stands in: what a later one opens with is not
    where the last one's events took place."""
    found, number = {}, 0
    for word in doc:
        found[word.i] = number
        number += "\n" in word.text
    return found


def rank_settings(
    doc: "Doc", events: Sequence[Event], settings: Settings, answers: Answers
) -> tuple[Event, ...]:
    """The same events, each in the place and at the time that are likeliest its own."""
    if not has_vectors(answers) or not settings.words:
        return tuple(events)
    asked = (word.idx for word in settings.words.values())
    seen = view(look_at(answers), load_ranker("settings"), asked)
    heads = ((head_at(doc, event.trigger), event) for event in events)
    told = {head.i: load_event_types()[e.type].family for head, e in heads if head is not None}
    return tuple(_settled(event, doc, settings, seen, told) for event in events)


def _settled(
    event: Event, doc: "Doc", settings: Settings, seen: View, told: Mapping[int, str]
) -> Event:
    head = head_at(doc, event.trigger)
    if head is None or head.idx not in seen.at:
        return event
    trigger = trigger_at(head, event.type)
    near = [word for word in settings.near(trigger) if word.idx in seen.at]
    words = [
        word
        for word in near
        if settings.is_place[word.i] or not is_of_one_told_of(word, head, told)
    ]
    event = _without(event, settings, [word for word in near if word not in words])
    if event.scope == "aggregate":  # a war's toll is not where the raid before it was
        words = [w for w in words if not settings.is_place[w.i] or share_sentence(w, head)]
    if not words:
        return event
    ranker = load_ranker("settings")
    ruled = ruled_settings(event, settings)
    features = (setting_features(trigger, word, settings, ruled) for word in words)
    shares = ranker.rank(seen, head.idx, [word.idx for word in words], features)
    where = shares[:, ranker.labels.index("where")]
    when = shares[:, ranker.labels.index("when")]
    place = _choose(trigger, words, where, settings, ruled, is_place=True)
    time = _choose(trigger, words, when, settings, ruled, is_place=False)
    return replace(
        event,
        place=event.place if place is AMBIGUOUS else place,
        when=event.when if time is AMBIGUOUS else time,
    )


def _without(event: Event, settings: Settings, others: Sequence["Token"]) -> Event:
    """The event without the place and time that are another's."""
    places = {settings.at[word.i] for word in others if settings.is_place[word.i]}
    times = {settings.at[word.i] for word in others if not settings.is_place[word.i]}
    return replace(
        event,
        place=None if event.place in places else event.place,
        when=None if event.when in times else event.when,
    )


AMBIGUOUS = -1


def _choose(
    trigger: Trigger,
    words: Sequence["Token"],
    shares: Floats,
    settings: Settings,
    ruled: Mapping[int, str],
    *,
    is_place: bool,
) -> int | None:
    """The likeliest place or time; AMBIGUOUS: of two that stand side by side, grammar's, if any."""
    here = settings.nouns.sentences[trigger.head.i]
    best, most = None, 0.0
    for word, share in zip(words, shares, strict=True):
        least = LEAST if settings.nouns.sentences[word.i] == here else LEAST_FAR
        likely = float(share) + (RULED if word.i in ruled else 0.0)
        if settings.is_place[word.i] is is_place and likely >= max(least, most):
            best, most = word, likely
    if best is None:
        return None
    others = [w for w, share in zip(words, shares, strict=True) if share >= LEAST / 2]
    return AMBIGUOUS if _are_beside(best, others) else settings.at[best.i]


def _are_beside(one: "Token", others: Sequence["Token"]) -> bool:
    return any(other != one and other in one.conjuncts for other in others)


def ruled_settings(event: Event, settings: Settings) -> dict[int, str]:
    """The words that grammar holds for the event's place and time."""
    return {
        i: "where" if settings.is_place[i] else "when"
        for i, number in settings.at.items()
        if number == (event.place if settings.is_place[i] else event.when)
    }


def setting_features(
    trigger: Trigger, word: "Token", settings: Settings, ruled: Mapping[int, str]
) -> Iterator[str]:
    """What speaks for a place or date being the event's."""
    is_place = settings.is_place[word.i]
    kind = "place" if is_place else "time"
    yield f"is {kind}"
    for name in features_of(trigger, word, settings.nouns, ruled):
        yield f"{kind} {name}"
    sentence = settings.nouns.sentences[word.i]
    beside = [
        i for i in settings.words
        if settings.is_place[i] is is_place and settings.nouns.sentences[i] == sentence and i != word.i
    ]  # fmt: skip
    yield f"{kind} alone" if not beside else f"{kind} among {min(3, len(beside))}"
    if word.i in settings.spoken:
        yield f"{kind} of the saying"
    if word.i == min(i for i in settings.words if settings.is_place[i] is is_place):
        yield f"{kind} first of the text"
    yield f"{kind} ruled {bool(ruled.get(word.i))} of {load_event_types()[trigger.type].family}"

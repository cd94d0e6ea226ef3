"""Gold events in, the weights of the ranker of places and times out: `src/sayso/data/settings.npz`.

python -m training.settings FILE ... [--in-sets FILE --shared DIR] [--out FILE] [--epochs 14] [--seeds 1]

FILE is in the form of docs/reference/event-rules.md; its places and times are learned.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bench.event_passages import EventPassage, GoldEvent
from sayso.annotate.entities import name_entities
from sayso.annotate.event.setting_ranking import (
    LABELS,
    find_settings,
    ruled_settings,
    setting_features,
)
from sayso.annotate.event.settings import place_of, time_of
from sayso.annotate.event.shared_settings import share_settings
from sayso.annotate.event.tellings import trigger_at
from sayso.annotate.parses import head_at, parse
from sayso.annotate.report import annotate
from sayso.annotate.role.pair_ranker import see_words
from sayso.annotate.saying.sayings import find_marked
from sayso.event_types import load_event_types
from sayso.flow import Reader
from sayso.read.dates import parse_published
from sayso.read.reports import About, make_report
from sayso.types import Annotations, Event, Span
from training.pair_ranker import Pair, fit_asked, make_parser

if TYPE_CHECKING:
    from spacy.tokens import Doc

OUT = Path("src/sayso/data/settings.npz")


def read_pairs(passage: EventPassage, reader: Reader) -> Iterator[Pair]:
    """Each event of the passage with each place and date near it."""
    date = parse_published(passage.published_at or "")
    about = About(outlet=passage.outlet, dates=(date,) if date is not None else ())
    report = make_report(passage.text, about, raw_digest="", reader="gold")
    told = annotate(report, reader.nlp, reader.encoder, with_events=False)
    answers = reader.encoder.read(passage.text)
    doc = parse(passage.text, report.passages, reader.nlp)
    name_entities(doc, find_marked(answers, reader.encoder, "mention"), told.times)
    seen, vectors = see_words(answers)
    at = {int(start): number for number, start in enumerate(answers.pieces.starts)}
    settings = find_settings(doc, told.places, told.times, told.attributions, report.passages)
    gold = [e for e in passage.events if _is_happening(e) and head_at(doc, e.words[0]) is not None]
    for event, asked in zip(_by_rule(doc, gold, told), gold, strict=True):
        head = head_at(doc, event.trigger)
        assert head is not None
        trigger = trigger_at(head, event.type)
        ruled = ruled_settings(event, settings)
        for word in settings.near(trigger):
            if word.idx not in at or head.idx not in at:
                continue
            spans = (told.places if settings.is_place[word.i] else told.times)[
                settings.at[word.i]
            ].span
            label = _label(asked, spans, passage.text, is_place=settings.is_place[word.i])
            features = tuple(setting_features(trigger, word, settings, ruled))
            row = at[word.idx]
            yield Pair(
                features, seen[row], vectors[row], vectors[at[head.idx]], LABELS.index(label)
            )


def _is_happening(event: GoldEvent) -> bool:
    return not load_event_types()[event.type].is_state


def _by_rule(doc: "Doc", gold: Sequence[GoldEvent], told: Annotations) -> tuple[Event, ...]:
    """The gold's events with the places and times that grammar gives them."""
    events = []
    for asked in gold:
        head = head_at(doc, asked.words[0])
        assert head is not None
        trigger = trigger_at(head, asked.type)
        plain = Event(asked.type, asked.words[0], modality=asked.modality, scope=asked.scope)
        events.append(
            replace(
                plain,
                background=asked.background,
                place=place_of(trigger, told.places, told.attributions),
                when=time_of(trigger, told.times, told.attributions),
            )
        )
    return share_settings(doc, events)


def _label(event: GoldEvent, span: Span, text: str, *, is_place: bool) -> str:
    asked = event.places if is_place else (event.when,) if event.when is not None else ()
    words = span.of(text).lower()
    is_right = any(a.meets(span) or a.of(text).lower() == words for a in asked)
    return ("where" if is_place else "when") if is_right else "none"


def main() -> None:
    asked = make_parser(__doc__ or "", OUT).parse_args()
    fit_asked(read_pairs, LABELS, asked, with_settings=True)


if __name__ == "__main__":
    main()

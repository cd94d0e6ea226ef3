"""Gold events in, the weights of the two role rankers out: `src/sayso/data/roles.npz`, `roles_again.npz`.

python -m training.roles FILE ... [--in-sets FILE --shared DIR] [--out FILE] [--epochs 10] [--seeds 1 2 3]

FILE is in the form of docs/reference/event-rules.md; only its roles are learned. The second ranker
learns from what the first holds of passages that it was not fitted on. Runs where the package runs,
with numpy alone: half an hour on two cores.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bench.event_passages import EventPassage, GoldEvent
from sayso.annotate.entities import name_entities
from sayso.annotate.event.tellings import trigger_at
from sayso.annotate.event.triggers import Trigger, find_triggers
from sayso.annotate.parses import parse
from sayso.annotate.role.elsewhere import Look, features_elsewhere
from sayso.annotate.role.features import features_of, find_nouns
from sayso.annotate.role.pair_ranker import NONE, see_words
from sayso.annotate.role.participants import participants
from sayso.annotate.role.ranking import allowed_of
from sayso.annotate.saying.sayings import find_marked
from sayso.annotate.time.times import find_times
from sayso.event_types import load_event_types
from sayso.flow import Reader
from sayso.run.local import Setup, load_reader
from sayso.types import Span
from training.pair_ranker import Floats, Pair, fit, make_parser, read_asked, save, shares_by

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ROLES = (
    NONE, "actor", "victim", "target", "means", "holder", "place", "other", "from", "to", "group", "topic",
)  # fmt: skip
OUT = Path("src/sayso/data/roles.npz")
FOLDS = 4  # the first ranker is fitted on three of them, and looks at the fourth for the second


@dataclass(frozen=True, slots=True)
class MarkedEvent:
    """at, sentence: where its word stands; pairs: of each word near it, by the word's place."""

    type: str
    at: int
    sentence: int
    pairs: Mapping[int, Pair]


def read_events(passage: EventPassage, reader: Reader) -> Iterator[MarkedEvent]:
    """The events of one passage as the gold marks them, with their pairs."""
    answers = reader.encoder.read(passage.text)
    doc = parse(passage.text, (), reader.nlp)
    times = find_times(passage.text, None)
    name_entities(doc, find_marked(answers, reader.encoder, "mention"), times)
    seen, vectors = see_words(answers)
    at = {int(start): number for number, start in enumerate(answers.pieces.starts)}
    nouns = find_nouns(doc)
    ruled = {t.head.idx: t for t in find_triggers(doc)}
    for event in passage.events:
        trigger = _trigger(event, doc, ruled)
        if trigger is None or trigger.head.idx not in at:
            continue
        gold = dict(_gold_heads(event, doc))
        parts = participants(trigger, load_event_types()[event.type])
        by_rule = {head.i: role.name for role, head in parts}
        head = vectors[at[trigger.head.idx]]
        pairs = {}
        for word in nouns.near(trigger):
            role = gold.get(word.i, NONE)
            if word.idx in at and role in ROLES:
                row = at[word.idx]
                told = tuple(features_of(trigger, word, nouns, by_rule))
                pairs[word.i] = Pair(told, seen[row], vectors[row], head, ROLES.index(role))
        if pairs:
            yield MarkedEvent(event.type, trigger.head.i, nouns.sentences[trigger.head.i], pairs)


def _trigger(event: GoldEvent, doc: "Doc", ruled: Mapping[int, Trigger]) -> Trigger | None:
    if load_event_types()[event.type].is_state:
        return None
    by_rule = ruled.get(event.words[0].start)
    if by_rule is not None and by_rule.type == event.type:
        return by_rule
    word = next((w for w in doc if w.idx == event.words[0].start), None)
    return trigger_at(word, event.type) if word is not None else None


def _gold_heads(event: GoldEvent, doc: "Doc") -> Iterator[tuple[int, str]]:
    for role, wordings in event.roles:
        for span in wordings:
            head = _head_of(doc, span)
            if head is not None:
                yield head.i, role


def _head_of(doc: "Doc", span: Span) -> "Token | None":
    words = [w for w in doc if span.start <= w.idx < span.stop]
    inside = {w.i for w in words}
    heads = [w for w in words if w.head.i not in inside or w.head == w]
    return heads[-1] if heads else None


def look_apart(passages: Sequence[Sequence[MarkedEvent]], epochs: int) -> list[list[Look]]:
    """What the first ranker holds of each event, fitted on the passages of the other folds."""
    found: list[list[Look]] = [[] for _ in passages]
    for fold in range(FOLDS):
        others = [events for n, events in enumerate(passages) if n % FOLDS != fold]
        made = fit(_pairs_of(others), ROLES, epochs=epochs, seeds=[fold + 2])
        for n in range(fold, len(passages), FOLDS):
            found[n] = [
                _look(event, shares_by(made, [*event.pairs.values()])) for event in passages[n]
            ]
    return found


def _look(event: MarkedEvent, shares: Floats) -> Look:
    allowed = allowed_of(load_event_types()[event.type], ROLES)
    rows = dict(zip(event.pairs, shares * allowed, strict=True))
    return Look(event.type, event.at, event.sentence, ROLES, rows)


def _pairs_of(passages: Sequence[Sequence[MarkedEvent]]) -> list[Pair]:
    return [pair for events in passages for event in events for pair in event.pairs.values()]


def with_looks(events: Sequence[MarkedEvent], looks: Sequence[Look]) -> Iterator[Pair]:
    """The pairs of a passage with what the second ranker sees besides."""
    for event, look in zip(events, looks, strict=True):
        for word, pair in event.pairs.items():
            elsewhere = features_elsewhere(word, look, looks)
            yield replace(pair, features=(*pair.features, *elsewhere))


def main() -> None:
    asked = make_parser(__doc__ or "", OUT).parse_args()
    reader = load_reader(Setup())
    passages = [
        tuple(read_events(passage, reader)) for passage in read_asked(asked, with_settings=False)
    ]
    pairs = _pairs_of(passages)
    save(fit(pairs, ROLES, epochs=asked.epochs, seeds=asked.seeds), asked.out)
    looks = look_apart(passages, asked.epochs)
    again = [
        pair
        for events, seen in zip(passages, looks, strict=True)
        for pair in with_looks(events, seen)
    ]
    made = fit(again, ROLES, epochs=asked.epochs, seeds=[seed + 10 for seed in asked.seeds])
    save(made, asked.out.with_stem(f"{asked.out.stem}_again"))
    print(f"{len(passages)} passages, {len(pairs)} pairs, {len(made['features'])} features")


if __name__ == "__main__":
    main()

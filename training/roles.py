"""Gold events in, the role ranker's weights out: `src/sayso/data/roles.npz`.

python -m training.roles FILE ... [--in-sets FILE --shared DIR] [--out FILE] [--epochs 14] [--seeds 1 2 3]

FILE is in the form of docs/reference/event-rules.md; only its roles are learned. Runs where the
package runs, with numpy alone: a minute or two.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from bench.event_passages import EventPassage, GoldEvent
from sayso.annotate.entities import name_entities
from sayso.annotate.event.tellings import trigger_at
from sayso.annotate.event.triggers import Trigger, find_triggers
from sayso.annotate.parses import parse
from sayso.annotate.role.features import features_of, find_nouns
from sayso.annotate.role.pair_ranker import NONE, see_words
from sayso.annotate.role.participants import participants
from sayso.annotate.saying.sayings import find_marked
from sayso.annotate.time.times import find_times
from sayso.event_types import load_event_types
from sayso.flow import Reader
from sayso.types import Span
from training.pair_ranker import Pair, fit_asked, make_parser

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ROLES = (
    NONE, "actor", "victim", "target", "means", "holder", "place", "other", "from", "to", "group", "topic",
)  # fmt: skip
OUT = Path("src/sayso/data/roles.npz")


def read_pairs(passage: EventPassage, reader: Reader) -> Iterator[Pair]:
    """The pairs of one passage, its events as the gold marks them."""
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
        for word in nouns.near(trigger):
            role = gold.get(word.i, NONE)
            if word.idx in at and role in ROLES:
                row = at[word.idx]
                told = tuple(features_of(trigger, word, nouns, by_rule))
                head = vectors[at[trigger.head.idx]]
                yield Pair(told, seen[row], vectors[row], head, ROLES.index(role))


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


def main() -> None:
    asked = make_parser(__doc__ or "", OUT).parse_args()
    fit_asked(read_pairs, ROLES, asked, with_settings=False)


if __name__ == "__main__":
    main()

"""Texts in, what sayso reads in them as features of a head: words, word kinds, events, vectors."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np

from bench.doer_features import tell_doers, tokens_between
from bench.fitted import Floats, Told
from sayso.annotate.decoding import Answers
from sayso.annotate.parses import parse
from sayso.annotate.report import annotate
from sayso.flow import Reader
from sayso.types import Event, Report

WORD = re.compile(r"\w\w+")
PARTS = range(3, 6)  # letters of the parts that words are cut into
EVENT_WORDS = Path(__file__).parent / "event_words.toml"


def tell(texts: Sequence[str], reader: Reader, *, with_parts: bool = True) -> list[Told]:
    """The features of texts that follow one another in one report, one `Told` each.

    with_parts: also parts of words, pairs of kinds and doers, of use where there are few texts
    """
    lines = [" ".join(text.split()) for text in texts]
    whole = "\n".join(lines)
    read = annotate(Report("", whole), reader.nlp, reader.encoder)
    answers = reader.encoder.read(whole)
    doc = parse(whole, (), reader.nlp) if with_parts else None
    found, start = [], 0
    for line in lines:
        stop = start + len(line)
        events = [e for e in read.events if start <= e.trigger.start < stop]
        said = [a for a in read.attributions if start <= a.cue.start < stop]
        bags = _words(line) | {"event": _events(events), "kind": _kinds(line)}
        bags["said"] = [a.stance for a in said] + [a.cue.of(whole).lower() for a in said]
        if doc is not None:
            bags |= {"part": _parts(line), "kind_pair": _pairs(bags["kind"])}
            bags |= tell_doers(line, tokens_between(doc, start, stop))
        found.append(Told(bags, _vector(answers, start, stop)))
        start = stop + 1
    return found


def _words(line: str) -> dict[str, list[str]]:
    words = WORD.findall(line.lower())
    return {"word": words, "pair": [f"{a} {b}" for a, b in pairwise(words)]}


def _parts(line: str) -> list[str]:
    words = [f" {word} " for word in re.findall(r"\w+", line.lower())]
    return [w[i : i + n] for w in words for n in PARTS for i in range(max(0, len(w) - n + 1))]


def _events(events: Sequence[Event]) -> list[str]:
    """Each event's type alone, with what is said of it, and with its roles; the first one apart."""
    if not events:
        return ["none"]
    found = [f"first {events[0].type}"]
    for event in events:
        found += [event.type, f"{event.type} {event.modality} {event.negated}"]
        found += [f"{event.type} {role.name}" for role in event.roles]
    return found


def _kinds(line: str) -> list[str]:
    return [kind for kind, pattern in _patterns().items() for _ in set(pattern.findall(line.lower()))]  # fmt: skip


def _pairs(kinds: Sequence[str]) -> list[str]:
    """Each kind, and each two of them."""
    once = sorted(set(kinds))
    return [*once, *(f"{a}+{b}" for a, b in combinations(once, 2))]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(EVENT_WORDS.read_text("utf-8"))
    return {kind: re.compile(rf"\b(?:{'|'.join(words)})") for kind, words in table.items()}


def _vector(answers: Answers, start: int, stop: int) -> Floats:
    """The mean of the encoder's vectors from `start` to `stop`; where the weights do not give them
    out, of all that its heads answer."""
    pieces, found = answers.pieces, []
    for window in answers.windows:
        at = window.window.pieces
        starts = np.where(at < 0, -1, pieces.starts[pieces.words[np.maximum(at, 0)]])
        outputs = window.outputs
        told = [outputs["vectors"]] if "vectors" in outputs else list(outputs.values())
        found.append(np.concatenate(told, axis=1)[(starts >= start) & (starts < stop)])
    rows = np.concatenate(found) if found else np.zeros((0, 0))
    if not len(rows):
        rows = np.zeros((1, rows.shape[1]))
    return np.asarray(rows.mean(0), dtype=np.float64)

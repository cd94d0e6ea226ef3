"""Readings in, the same without words of a content that only tell who speaks.

'A lot of people came, a Harbour Post reporter who was there said', 'three men had told the mayor that
they saw it, said her aide, Mira Tal': the encoder's content goes on behind the cue, into 'who was there'
and 'her aide, Mira Tal'.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.parses import SUBJECTS
from sayso.annotate.saying.readings import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

_DESCRIBING = frozenset({"relcl", "acl", "appos"})


def leave_out_speakers(readings: Sequence[Reading]) -> list[Reading]:
    """Each reading without the pieces of its content that are words of a source, where others stay."""
    return [_without(reading, readings) for reading in readings]


def _without(reading: Reading, readings: Sequence[Reading]) -> Reading:
    runs = _runs(reading.content)
    inside = set(reading.content)  # who speaks within what is said is part of it
    beside = (r for r in readings if r is not reading and not inside & {*r.cue})
    others = [{t.i for t in r.source} for r in beside]
    kept = [run for run in runs if not _is_of(run, reading, others)]
    if len(runs) < 2 or not any(_words(run) for run in kept) or len(kept) == len(runs):
        return reading
    return replace(reading, content=tuple(t for run in kept for t in run))


def _is_of(run: Sequence["Token"], reading: Reading, others: Sequence[set[int]]) -> bool:
    words = _words(run)
    speaker = reading.speaker
    if not words:
        return False
    if speaker is not None and any(
        t.head == speaker and t.dep_ in _DESCRIBING and t not in reading.cue for t in words
    ):
        inside = {t.i for t in speaker.subtree}
        return all(t.i in inside for t in words)
    inside = {t.i for t in reading.content}
    if any(t.dep_ in SUBJECTS and t.head.i in inside for t in words):
        return False  # "the men whom we quoted had seen it": who had is told there
    return any(all(t.i in source for t in words) for source in others)


def _words(run: Sequence["Token"]) -> list["Token"]:
    return [t for t in run if not t.is_punct and not t.is_space]


def _runs(content: Sequence["Token"]) -> list[list["Token"]]:
    """The content's words by where they stand side by side."""
    runs: list[list[Token]] = []
    for token in content:
        if runs and token.i == runs[-1][-1].i + 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    return runs

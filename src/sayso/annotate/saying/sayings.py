"""A text in, who says which words by which cue out, in characters, as the encoder sees it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from sayso.annotate.decoding import (
    Answers,
    Floats,
    Stretch,
    TagHead,
    find_stretches,
    link_stretches,
    word_outputs,
)
from sayso.annotate.grammar_words import load_grammar_words
from sayso.types import Span

if TYPE_CHECKING:
    from sayso.annotate.encoder import Encoder

DEEPEST = 3  # steps of a chain: the outlet's own speaker, who he heard it from, who that one did
FEWEST = 3  # words below which a content holds no other saying
_MARKS = "“\"'‘«„"
NEAR = 40  # words between a saying and who is cited for it


@dataclass(frozen=True, slots=True)
class Guess:
    """A label, how likely the encoder holds it, and how likely all labels."""

    label: str
    share: float
    shares: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution as the encoder sees it.

    source: None: nobody is made to say it
    guesses: by sorting head (stance, basis, kind, naming), what is likeliest
    share:   how likely the encoder holds it that the cue is one, and the content what is said
    cites:  it stands inside the saying that shares its words, though not in those words
    """

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    guesses: Mapping[str, Guess] = field(default_factory=dict)
    share: float = 1.0
    cites: bool = False


def find_sayings(
    text: str,
    answers: Answers,
    encoder: "Encoder",
    *,
    may_tell: Callable[[Sequence[Span]], bool] | None = None,
    mend: "Mender | None" = None,
) -> tuple[Saying, ...]:
    """All sayings: the text's own, and those in their contents, each after the one around it.

    A content is read again as a text of its own: the encoder learnt to mark only who is
    outermost, and apart from its surroundings a content's own speaker is just that.

    may_tell: whether words may hold another saying (`inner_sayings.py`); None: all are read again
    mend: fills what the encoder left out of a content (`whole_contents.py`), before it is read again;
        a saying that it leaves without content is none
    """
    found: list[Saying] = []
    rules = _Rules(may_tell or bool, mend or _as_it_is)
    _add_sayings(text, (Span(0, len(text)),), answers, encoder, found, rules)
    return tuple(found)


Mender = Callable[[Saying, Sequence[Span]], Saying]


@dataclass(frozen=True, slots=True)
class _Rules:
    may_tell: Callable[[Sequence[Span]], bool]
    mend: Mender


def _as_it_is(saying: Saying, _: Sequence[Span]) -> Saying:
    return saying


def _add_sayings(
    text: str,
    pieces: tuple[Span, ...],
    answers: Answers,
    encoder: "Encoder",
    found: list[Saying],
    rules: _Rules,
    depth: int = 1,
) -> None:
    for own in _own_sayings(answers, encoder):
        said = rules.mend(_placed(own.saying, pieces), pieces)
        if not said.content:
            continue
        found.append(said)
        for source, cue in own.cited:
            cited = _longest(source, pieces), _longest(cue, pieces)
            found.append(Saying(*cited, said.content, cites=True))
        for parts in _wholes(said.content, text) if depth < DEEPEST else ():
            words = _joined(text, parts)
            if len(words.split()) >= FEWEST and parts != pieces and rules.may_tell(parts):
                inner = encoder.read(words)
                _add_sayings(text, parts, inner, encoder, found, rules, depth + 1)


def _wholes(content: Sequence[Span], text: str) -> Iterator[tuple[Span, ...]]:
    """The pieces of a content that are read together: all of a clause that its cue parts, each
    quotation by itself. With 'that' and quotation marks, as the encoder learnt contents."""
    if any(c.of(text)[0] in _MARKS for c in content):
        yield from ((piece,) for piece in content)
    else:
        yield tuple(content)


def _joined(text: str, pieces: Sequence[Span]) -> str:
    """The words of a content that its cue parts: 'the guard', she said, 'had promised to help'."""
    return " ".join(piece.of(text) for piece in pieces)


def _back(span: Span, pieces: Sequence[Span]) -> tuple[Span, ...]:
    """Where a span of the joined pieces stands in the text: once for each piece it meets."""
    found, start = [], 0
    for piece in pieces:
        length = piece.stop - piece.start
        first, last = max(span.start - start, 0), min(span.stop - start, length)
        if first < last:
            found.append(Span(piece.start + first, piece.start + last))
        start += length + 1
    return tuple(found)


def _longest(span: Span, pieces: Sequence[Span]) -> Span:
    return max(_back(span, pieces), key=lambda s: s.stop - s.start)


def _placed(saying: Saying, pieces: Sequence[Span]) -> Saying:
    source = _longest(saying.source, pieces) if saying.source is not None else None
    content = tuple(s for c in saying.content for s in _back(c, pieces))
    return replace(saying, source=source, cue=_longest(saying.cue, pieces), content=content)


@dataclass(frozen=True, slots=True)
class _Own:
    """A saying of a text itself, and those it cites for it: (source, cue) of each."""

    saying: Saying
    cited: tuple[tuple[Span, Span], ...]


def _own_sayings(answers: Answers, encoder: "Encoder") -> Iterator[_Own]:
    """In the order of their cues. A cue on which no content hangs cites, or is none."""
    head = encoder.tags["attribution"]
    stretches = find_stretches(answers, head)
    if not any(s.label == "content" for s in stretches):
        return
    cue_of = link_stretches(answers, encoder.links["content_cue"], stretches)
    source_of = link_stretches(answers, encoder.links["cue_source"], stretches)
    contents: dict[Stretch, list[Stretch]] = {}
    for content, cue in cue_of.items():
        if cue is not None:
            contents.setdefault(cue, []).append(content)
    sorts = {name: word_outputs(answers, name) for name in encoder.sorts if name in ON_BOTH}
    citing = _citing(answers, stretches, contents, source_of)
    logs = _logs(word_outputs(answers, "attribution"))
    for cue in sorted(contents, key=lambda c: c.start):
        source = source_of.get(cue)
        said = _without_strays(contents[cue])
        saying = Saying(
            span_of_words(answers, source) if source is not None else None,
            span_of_words(answers, cue),
            tuple(span_of_words(answers, c) for c in said),
            _guess(cue, source, sorts, encoder),
            _share(logs, [cue], head) * _share(logs, said, head),
        )
        yield _Own(saying, tuple(citing.get(cue, ())))


ON_CUE, ON_SOURCE = ("stance", "basis"), ("kind", "naming")
ON_BOTH = (*ON_CUE, *ON_SOURCE)


def _guess(
    cue: Stretch, source: Stretch | None, sorts: Mapping[str, Floats], encoder: "Encoder"
) -> dict[str, Guess]:
    """What each sorting head holds likeliest of the cue's words, or of the source's."""
    found = {}
    for names, stretch in ((ON_CUE, cue), (ON_SOURCE, source)):
        for name in names:
            if stretch is not None and name in encoder.sorts:
                rows = _logs(sorts[name][stretch.start : stretch.stop]).mean(axis=0)
                best = int(rows.argmax())
                labels = encoder.sorts[name].labels
                every = dict(zip(labels, np.exp(rows).tolist(), strict=True))
                found[name] = Guess(labels[best], every[labels[best]], every)
    return found


def _share(logs: Floats, stretches: Sequence[Stretch], head: TagHead) -> float:
    """How likely the encoder holds the label of the stretches, over all their words."""
    first = 1 + 2 * head.labels.index(stretches[0].label)
    words = np.concatenate([logs[s.start : s.stop, first : first + 2] for s in stretches])
    return float(np.exp(np.logaddexp.reduce(words, axis=1).mean()))


def _logs(rows: Floats) -> Floats:
    """The log share of each label, a row a word."""
    logs: Floats = rows - np.logaddexp.reduce(rows, axis=1, keepdims=True)
    return logs


def _without_strays(contents: Sequence[Stretch]) -> list[Stretch]:
    """Single words apart from the rest of what is said are slips of the tags."""
    return [c for c in contents if c.stop - c.start > 1] or list(contents)


def _citing(
    answers: Answers,
    stretches: Sequence[Stretch],
    contents: Mapping[Stretch, Sequence[Stretch]],
    source_of: Mapping[Stretch, Stretch | None],
) -> dict[Stretch, list[tuple[Span, Span]]]:
    """'X said, citing Y': by the cue of X, who else is cited for the same words."""
    found: dict[Stretch, list[tuple[Span, Span]]] = {}
    cues = [s for s in stretches if s.label == "cue"]
    for cue in cues:
        source = source_of.get(cue)
        if cue in contents or source is None:
            continue
        other = min(contents, key=lambda c: abs(c.start - cue.start), default=None)
        if (
            other is not None
            and abs(other.start - cue.start) <= NEAR
            and source_of.get(other) != source
        ):
            pair = (span_of_words(answers, source), span_of_words(answers, cue))
            found.setdefault(other, []).append(pair)
    return found


def span_of_words(answers: Answers, stretch: Stretch) -> Span:
    """The characters of a stretch of words."""
    pieces = answers.pieces
    return Span(int(pieces.starts[stretch.start]), int(pieces.stops[stretch.stop - 1]))


def find_marked(answers: Answers, encoder: "Encoder", name: str) -> tuple[tuple[Span, str], ...]:
    """The stretches of one tag head with their labels, in text order: mentions, or hedges."""
    return tuple(
        (span_of_words(answers, part), part.label)
        for stretch in find_stretches(answers, encoder.tags[name])
        for part in _parts(answers, stretch)
    )


def _parts(answers: Answers, stretch: Stretch) -> Iterator[Stretch]:
    """No name ends in a word that only joins it to the next: 'Mirsk to Dalan' are two."""
    start = stretch.start
    for word in range(stretch.start, stretch.stop + 1):
        if word == stretch.stop or (word > start and _joins_places(answers, stretch, word)):
            stop = word
            while (
                stop - start > 1 and answers.word(stop - 1).lower() in load_grammar_words().joints
            ):
                stop -= 1
            if stop > start:
                yield replace(stretch, start=start, stop=stop)
            start = word + 1


def _joins_places(answers: Answers, stretch: Stretch, word: int) -> bool:
    return stretch.label == "place" and answers.word(word).lower() == "to"

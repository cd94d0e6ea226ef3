"""A parse and the encoder's vectors in, each stretch that may be a phrase of one head, with what is seen of it, out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from sayso.annotate.decoding import Answers, Floats, word_outputs
from sayso.annotate.role.pair_ranker import NONE, shares_of
from sayso.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HEADS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADV"})
NEVER_FIRST = frozenset({"PUNCT", "CCONJ", "ADP", "PART"})
NEVER_LAST = frozenset({"PUNCT", "CCONJ", "ADP", "DET"})
CLOSED = frozenset({"DET", "ADP", "PUNCT", "CCONJ", "PART"})  # told by the word, others by the tag
OPENERS = frozenset({"of", "in", "for", "at", "from", "and", "to", ","})
LONGEST = 15  # tokens
SOFTEN = 6.0  # by how much the vectors are made smaller than features, which are 0 or 1
AT_LEAST = 0.35  # share that a phrase must have to be one of a kind
RANKER = Path(__file__).with_name("phrases.npz")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `first` to `last` around `head`; features: what the parse says of it."""

    span: Span
    features: tuple[str, ...]
    words: tuple[int, int, int]  # where its first token, its head and its last token begin


@dataclass(frozen=True, slots=True)
class PhraseRanker:
    """One hidden layer over features and five vectors: first word, head, last word, the words before and after."""

    features: Mapping[str, int]
    labels: tuple[str, ...]
    by_feature: Floats
    by_vectors: Floats  # 5 times the encoder's width, hidden
    hidden: Floats
    out: Floats
    out_at: Floats

    def rank(self, phrases: Sequence[Phrase], answers: Answers) -> Floats:
        """One row a phrase: the share of each label."""
        told = np.zeros((len(phrases), len(self.features)), np.float32)
        for row, phrase in zip(told, phrases, strict=True):
            row[[self.features[name] for name in phrase.features if name in self.features]] = 1.0
        inner = told @ self.by_feature + see_phrases(phrases, answers) @ self.by_vectors
        return shares_of(np.maximum(inner + self.hidden, 0) @ self.out + self.out_at)


@cache
def load_phrase_ranker(path: Path = RANKER) -> PhraseRanker:
    """What `training/phrases.py` learned."""
    with np.load(path) as made:
        table = {key: made[key] for key in made.files}
    return PhraseRanker(
        {name: number for number, name in enumerate(table.pop("features").tolist())},
        tuple(table.pop("labels").tolist()),
        **{key: rows.astype(np.float32) for key, rows in table.items()},
    )


def mark_phrases(doc: "Doc", answers: Answers, ranker: PhraseRanker) -> Iterator[tuple[Span, str]]:
    """The phrases with their kinds, the surest first; one may lie within another, none across another's end."""
    phrases = tuple(find_phrases(doc))
    if not phrases:
        return
    shares = ranker.rank(phrases, answers)
    none = ranker.labels.index(NONE)
    shares[:, none] = 0
    kept: list[Span] = []
    for number in np.argsort(-shares.max(axis=1), kind="stable"):
        span, kind = phrases[number].span, int(shares[number].argmax())
        if shares[number, kind] < AT_LEAST:
            return
        if not any(_cross(span, one) for one in kept):
            kept.append(span)
            yield span, ranker.labels[kind]


def _cross(one: Span, other: Span) -> bool:
    first, second = sorted((one, other), key=lambda s: (s.start, -s.stop))
    return first.start < second.start < first.stop < second.stop


def find_phrases(doc: "Doc") -> Iterator[Phrase]:
    """Each stretch that holds a noun or pronoun and only words that hang on it, once, in no given order."""
    seen: set[tuple[int, int]] = set()
    for head in doc:
        if head.pos_ not in HEADS and head.tag_ != "PRP$":
            continue
        first, last = _reach(head)
        for start in range(first, head.i + 1):
            for stop in range(head.i, last + 1):
                is_one = doc[start].pos_ not in NEVER_FIRST and (
                    stop == head.i or doc[stop].pos_ not in NEVER_LAST
                )
                if is_one and stop - start < LONGEST and (start, stop) not in seen:
                    seen.add((start, stop))
                    yield _phrase(doc, start, head, stop)


def _reach(head: "Token") -> tuple[int, int]:
    """As far as the words hang together on the head without a gap."""
    under = {t.i for t in head.subtree}
    first = last = head.i
    while first - 1 in under:
        first -= 1
    while last + 1 in under:
        last += 1
    return first, last


def _phrase(doc: "Doc", start: int, head: "Token", stop: int) -> Phrase:
    first, last = doc[start], doc[stop]
    told = (*_of_words(doc, start, head, stop), *_of_shape(doc, start, head, stop))
    span = Span(first.idx, last.idx + len(last))
    return Phrase(span, told, (first.idx, head.idx, last.idx))


def _of_words(doc: "Doc", start: int, head: "Token", stop: int) -> Iterator[str]:
    """The head, the ends, and what stands before and behind."""
    first, last = doc[start], doc[stop]
    yield f"head={head.lemma_.lower()}"
    yield f"head tag={head.tag_}"
    yield f"head shape={_shape(head)}"
    yield f"hangs as={head.dep_}"
    is_word = first.pos_ in {"DET", "PRON", "ADJ"} or first.tag_ == "PRP$"
    yield f"first={first.lower_ if is_word else first.tag_ + _shape(first)}"
    yield f"last={last.tag_}{_shape(last)}"
    for name, place in (("before", start - 1), ("behind", stop + 1)):
        word = doc[place] if 0 <= place < len(doc) else None
        yield f"{name}={word.tag_ + _shape(word) if word is not None else 'nothing'}"
        yield f"{name} word={word.lower_ if word is not None and word.pos_ in CLOSED else ''}"


def _of_shape(doc: "Doc", start: int, head: "Token", stop: int) -> Iterator[str]:
    """How long it is, how much of what hangs on the head it takes in, and where it is cut off."""
    first, last = _reach(head)
    yield f"words={min(stop - start, 8)}"
    yield f"words behind head={min(stop - head.i, 6)}"
    yield f"words before head={min(head.i - start, 6)}"
    yield f"whole={start == head.left_edge.i}{stop == head.right_edge.i}"
    for word in doc[head.i + 1 : stop + 1]:
        if word.pos_ in {"ADP", "VERB", "PUNCT", "CCONJ", "SCONJ", "PRON"}:
            yield f"holds {word.pos_}"
        if word.lower_ in OPENERS:
            yield f"holds {word.lower_}"
    if stop < last:
        word = doc[stop + 1]
        yield f"cut behind={word.lower_ if word.pos_ in CLOSED else word.pos_}"
    if start > first:
        word = doc[start - 1]
        yield f"cut before={word.pos_}{_shape(word)}"
    if all(_shape(word) != "x" for word in doc[start : stop + 1]):
        yield "no small letter"
    if "POS" in (doc[start].tag_, doc[stop].tag_):
        yield "at an apostrophe"


def _shape(word: "Token") -> str:
    if word.text.isupper() and len(word) > 1:
        return "X"
    return "T" if word.text[:1].isupper() else "d" if word.text[:1].isdigit() else "x"


def see_phrases(phrases: Sequence[Phrase], answers: Answers) -> Floats:
    """(phrases, 5 times the encoder's width): its vectors of the words that `PhraseRanker` names."""
    vectors = word_outputs(answers, "vectors") / np.float32(SOFTEN)
    edge = np.zeros((1, vectors.shape[1]), np.float32)
    padded = np.concatenate((edge, vectors, edge))
    find = _row_finder(answers)
    rows = np.array([[find(c) + 1 for c in p.words] for p in phrases])
    first, head, last = rows.T
    return np.hstack([padded[n] for n in (first, head, last, first - 1, last + 1)])


def _row_finder(answers: Answers) -> Callable[[int], int]:
    """The number of the word that a character lies in, or of the word before it."""
    starts = answers.pieces.starts
    return lambda char: max(int(np.searchsorted(starts, char, side="right")) - 1, 0)

"""A trigger and a word near it in, what speaks for the word's part in the event out.

The features of the role ranker (`role_ranking.py`); `training/roles.py` learns their weights.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.annotate.event.triggers import Trigger
from sayso.annotate.parses import is_excepted

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

REACH = 1  # sentences before and after the trigger's own in which its participants are looked for
_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "X"})
_INNER = frozenset({"compound", "amod", "nmod", "nummod", "npadvmod", "advmod"})
_NAMED = frozenset({"NORP", "ORG", "PERSON"})
_TIMES = frozenset({"DATE", "TIME"})


@dataclass(frozen=True, slots=True)
class Up:
    """The words over one word of the parse, itself the first: where each comes, and its steps (^)."""

    at: Mapping[int, int]
    steps: Sequence[str]

    @classmethod
    def of(cls, word: "Token") -> "Up":
        words = (word, *word.ancestors)
        return cls({w.i: n for n, w in enumerate(words)}, [f"^{w.dep_}" for w in words])


@dataclass(frozen=True, slots=True)
class Nouns:
    """The words of a text that may name a participant, in text order.

    indexes: their places in the text; sentences: the number of the sentence of every word
    """

    words: Sequence["Token"]
    indexes: Sequence[int]
    sentences: Mapping[int, int]
    _ups: dict[int, "Up"] = field(default_factory=dict)

    def above(self, word: "Token") -> "Up":
        """The way up from a word, worked out once for all that is near it."""
        if word.i not in self._ups:
            self._ups[word.i] = Up.of(word)
        return self._ups[word.i]

    def between(self, one: int, other: int) -> int:
        """How many stand between two places of the text."""
        low, high = sorted((one, other))
        return bisect_left(self.indexes, high) - bisect_right(self.indexes, low)

    def near(self, trigger: Trigger) -> Iterator["Token"]:
        at = self.sentences[trigger.head.i]
        told = {word.i for word in trigger.words}
        for word in self.words:
            if abs(self.sentences[word.i] - at) <= REACH and word.i not in told:
                yield word


def find_nouns(doc: "Doc") -> Nouns:
    """Heads of noun phrases, and names and nouns inside one ('*army* fire'); no pronouns, no times."""
    sentences = {word.i: n for n, sentence in enumerate(doc.sents) for word in sentence}
    words = [word for word in doc if _may_name(word)]
    return Nouns(words, [word.i for word in words], sentences)


def _may_name(word: "Token") -> bool:
    if word.pos_ not in _NOUNS or word.ent_type_ in _TIMES or is_excepted(word):
        return False
    if word.dep_ not in _INNER or word.ent_type_ in _NAMED:
        return True
    return word.dep_ in {"nmod", "compound"} and word.pos_ == "NOUN"


def features_of(
    trigger: Trigger, word: "Token", nouns: Nouns, ruled: Mapping[int, str]
) -> Iterator[str]:
    """ruled: the role that grammar gives a word, by its index in the text."""
    head = trigger.head
    rule = ruled.get(word.i, "")
    yield f"rule {rule}"
    yield f"rule {rule} of {trigger.type}"
    yield f"type {trigger.type}"
    yield "ruled " + " ".join(sorted(set(ruled.values())))
    yield f"pos {word.pos_}"
    yield f"entity {word.ent_type_}"
    yield f"dep {word.dep_}"
    yield f"trigger {head.pos_}"
    apart = nouns.sentences[word.i] - nouns.sentences[head.i]
    yield f"sentences {apart}"
    yield from _ways(trigger, word, nouns, is_far=apart != 0)
    yield "after" if word.i > head.i else "before"
    yield f"distance {min(6, abs(word.i - head.i).bit_length())}"
    yield f"between {min(6, nouns.between(word.i, head.i))}"


def _ways(trigger: Trigger, word: "Token", nouns: Nouns, *, is_far: bool) -> Iterator[str]:
    way = None if is_far else way_between(nouns.above(trigger.head), word)
    if way is None:
        yield "way far"
        return
    yield "way " + "/".join(way[:6])
    yield "plain way " + "/".join(step.split(":")[0] for step in way[:6])
    yield "way ends " + "/".join(way[-2:])
    yield "way begins " + (way[0] if way else "")
    yield f"way of {min(len(way), 8)}"
    from_verb = way_between(nouns.above(trigger.verb), word) if trigger.verb is not None else None
    if from_verb is not None:
        yield "way of verb " + "/".join(from_verb[:5])


def way_between(start: Up, stop: "Token") -> tuple[str, ...] | None:
    """The steps of the parse from one word up (^) and down to the other; None: no way."""
    down: list[str] = []
    word = stop
    while word.i not in start.at:
        is_open = word.dep_ in {"prep", "agent"}
        down.append(f"{word.dep_}:{word.lower_}" if is_open else word.dep_)
        if word.head == word:
            return None
        word = word.head
    return (*start.steps[: start.at[word.i]], *reversed(down))

"""A verb inside another's clause in, how sure the words above it make one of it out.

"She did not know that they had left" and "she did not think that they had left": the verb above,
and what it stands under (a denial, a question, a condition, a may), decide.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from sayso.annotate.event.modality_lists import load_modality_lists
from sayso.annotate.parses import sentence_around
from sayso.annotate.saying.saying_words import load_saying_words

if TYPE_CHECKING:
    from spacy.tokens import Token

IF = frozenset({"if", "unless"})
SPEAKER = frozenset({"i", "we"})
BENDING = ("denied", "question", "if", "may")
PLAIN, DENIED = 1.0, 0.0  # of a verb that no sentence was judged with, from -3 to 3


@dataclass(frozen=True, slots=True)
class Embedding:
    """What was fitted: how much each sign counts, and what each verb makes of what it governs.

    plain, denied: by verb, the mean judgement from -3 to 3 of what it governs, and of the same
        where the verb is denied
    """

    weights: Mapping[str, float]
    plain: Mapping[str, float]
    denied: Mapping[str, float]


@cache
def load_embedding() -> Embedding:
    """The fitted numbers; `python -m training.embedded` writes them."""
    return Embedding(**json.loads(files("sayso.data").joinpath("embedded.json").read_text("utf-8")))


def is_embedded(word: "Token") -> bool:
    """Whether it heads the clause of a verb that is denied, asked, supposed or only may be."""
    if word.dep_ != "ccomp":
        return False
    signs = _signs(word)
    return any(signs[name] for name in BENDING)


def embedded_factuality(word: "Token", fitted: Embedding) -> float:
    """From -3 (certainly did not happen) to 3 (certainly did), by the words above it alone."""
    found = signs_of(word, fitted.plain, fitted.denied)
    sure = sum(fitted.weights[name] * value for name, value in found.items())
    return min(3.0, max(-3.0, sure))


def signs_of(
    word: "Token", plain: Mapping[str, float], denied: Mapping[str, float]
) -> dict[str, float]:
    """By its name, each sign that is weighed; 1.0 for one that holds, a verb's own from -3 to 3."""
    words = load_saying_words()
    signs: dict[str, float] = {name: float(held) for name, held in _signs(word).items()}
    verb = next((t for t in word.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    lemma = verb.lemma_.lower() if verb is not None else ""
    subjects = _lower(verb, "nsubj", "nsubjpass") if verb is not None else set()
    speaks = float(bool(subjects & SPEAKER))
    own, under = plain.get(lemma, PLAIN), denied.get(lemma, DENIED)
    bent = float(any(signs[name] for name in BENDING))
    return {
        **signs,
        "always": 1.0,
        "depth": 1.0 + sum(1 for _ in word.ancestors),
        "speaker": speaks,
        "speaker_denied": speaks * signs["denied"],
        "plain": own,
        "denying": under,
        "plain_free": own * (1.0 - bent),
        "denying_bent": under * bent,
        **{f"denying_{s}": under * signs[s] for s in BENDING},
        "opinion_denied": float(lemma in words.opinion) * signs["denied"],
        "knowing": float(lemma in words.facts),
        "telling": float(lemma in words.said_so),
        "thinking": float(lemma in words.thinking),
    }


def _signs(word: "Token") -> dict[str, bool]:
    words = load_modality_lists()
    above = list(word.ancestors)
    return {
        "denied": any(map(_is_denied, above)),
        "own_denied": _is_denied(word),
        "may": any(_lower(t, "aux", "auxpass") & words.possibly for t in above),
        "own_may": bool(_lower(word, "aux", "auxpass") & words.possibly),
        "if": any(_lower(t, "mark") & IF for t in above),
        "own_if": any(_lower(t, "mark") & {*IF, "whether"} for t in (word, *above)),
        "question": sentence_around(word).text.rstrip().endswith("?"),
    }


def _is_denied(verb: "Token") -> bool:
    return any(c.dep_ == "neg" or c.lower_ in load_modality_lists().nots for c in verb.children)


def _lower(verb: "Token", *deps: str) -> set[str]:
    return {c.lower_ for c in verb.children if c.dep_ in deps}

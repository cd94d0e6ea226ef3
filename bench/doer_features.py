"""One text's parse in, who does what to whom in it as features of a head."""

import re
import tomllib
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

DOER_WORDS = Path(__file__).parent / "doer_words.toml"
WITHIN_NAMES = frozenset({"compound", "amod", "poss", "prep", "pobj", "conj", "appos", "nmod"})
SIDES = frozenset({"nsubj", "nsubjpass", "agent", "dobj"})


def tokens_between(doc: "Doc", start: int, stop: int) -> "list[Token]":
    """The tokens of these characters, blank ones left out."""
    span = doc.char_span(start, stop, alignment_mode="expand") if stop > start else None
    return [] if span is None else [token for token in span if not token.text.isspace()]


def kind_within_name(
    token: "Token", kind_of: Callable[[str], str | None], depth: int = 2
) -> str | None:
    """The kind of this word, or of one within its name ("a team of constables"); None: no kind."""
    kind = kind_of(token.text.lower())
    if kind or not depth:
        return kind
    parts = (child for child in token.children if child.dep_ in WITHIN_NAMES)
    kinds = (kind_within_name(part, kind_of, depth - 1) for part in parts)
    return next((kind for kind in kinds if kind), None)


def tell_doers(line: str, tokens: "Sequence[Token]") -> dict[str, list[str]]:
    """Which kinds of people and deeds are told of, and verbs with who stands by them."""
    doing = [kind for kind, pattern in _patterns().items() if pattern.search(line.lower())]
    verbs = [token for token in tokens if token.pos_ == "VERB"]
    return {"doing": doing, "doer": [told for verb in verbs for told in _tell_verb(verb)]}


def _tell_verb(verb: "Token") -> list[str]:
    forms = (verb.text.lower(), verb.lemma_.lower())
    deeds = [k for k, p in _patterns().items() if any(p.match(form) for form in forms)]
    found = []
    for child in verb.children:
        if child.dep_ in SIDES:
            who = kind_within_name(child, _kind_of_people) or "other"
            found += [f"{who} {child.dep_} {deed}" for deed in (forms[1], *deeds)]
            if child.dep_ == "dobj":
                found.append(f"{forms[1]} {child.lemma_.lower()}")
    return found


def _kind_of_people(word: str) -> str | None:
    return next((kind for kind in _table()["who"] if _patterns()[kind].match(word)), None)


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(DOER_WORDS.read_text("utf-8"))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    rows = _table()["who"] | _table()["what"]
    return {kind: re.compile(rf"\b(?:{'|'.join(words)})") for kind, words in rows.items()}

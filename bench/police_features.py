"""The sentences of a document and its parse in, features of what police do in them out.

Who does a thing is read off the parse: the subject, or that of the verb which a verb hangs on.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bench.doer_features import kind_within_name, tokens_between

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

POLICE_WORDS = Path(__file__).parent / "police_words.toml"
DOERS = frozenset({"nsubj", "nsubjpass", "agent"})
HANGING = frozenset({"conj", "xcomp", "advcl", "ccomp"})
COMPLETING = frozenset({"xcomp", "dobj", "prt", "acomp", "attr"})
DEED_NOUNS = frozenset({"firing", "arrest", "charge", "inaction", "failure"})
PRONOUNS = frozenset({"they", "he", "she", "it", "we", "who", "i"})
DENIALS = frozenset({"no", "never", "without"})
TELLING = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PART", "DET"})
REACH = 6  # words to either side of a police word
NEAR, MIDDLE = 25, 60  # characters from a police word

Bags = dict[str, list[str]]
Hits = Mapping[str, Sequence[tuple[int, str]]]


def tell_police(lines: Sequence[str], doc: "Doc") -> list[Bags]:
    """A bag of each kind for each line. doc: the parse of the lines joined by line ends."""
    hits = [_find_kinds(line.lower().replace("’", "'")) for line in lines]
    around: list[Hits] = [{}, *hits, {}]
    found, start = [], 0
    for number, line in enumerate(lines):
        before, here, after = around[number : number + 3]
        tokens = tokens_between(doc, start, start + len(line))
        found.append(
            {
                "deed": _tell_deeds(tokens),
                "window": _tell_windows(tokens),
                "police_kind": _tell_kinds(before, here, after),
                "near": _tell_distances(here),
                "failure": _tell_failures(before, here),
            }
        )
        start += len(line) + 1
    return found


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(POLICE_WORDS.read_text("utf-8"))
    return {
        kind: re.compile(rf"\b(?:{'|'.join(words)})\b".replace("*", r"\w*"))
        for kind, words in table.items()
    }


def _find_kinds(line: str) -> Hits:
    return {
        kind: [(match.start(), match.group()) for match in pattern.finditer(line)]
        for kind, pattern in _patterns().items()
    }


def _tell_kinds(before: Hits, here: Hits, after: Hits) -> list[str]:
    """Kinds of words, pairs of them, those of the neighbours; police may be in the sentence before."""
    kinds = [kind for kind, places in here.items() if places]
    found = [*kinds, *(f"{a}+{b}" for i, a in enumerate(kinds) for b in kinds[i + 1 :])]
    found += [f"before {kind}" for kind, places in before.items() if places]
    found += [f"after {kind}" for kind, places in after.items() if places]
    if before.get("police") and "police" not in kinds:
        found += [f"before police+{kind}" for kind in kinds]
    return found


def _tell_distances(here: Hits) -> list[str]:
    """Each word of a kind by how far from a police word it is, and on which side of the first."""
    police = [place for place, _ in here["police"]]
    found = []
    for kind, places in here.items():
        for place, _ in places if kind != "police" else ():
            if not police:
                found.append(f"{kind} alone")
                continue
            away = min(abs(place - other) for other in police)
            far = "near" if away < NEAR else "middle" if away < MIDDLE else "far"
            found.append(f"{kind} {'after' if place > police[0] else 'before'} {far}")
    return found


def _tell_failures(before: Hits, here: Hits) -> list[str]:
    where = "here" if here["police"] else "before" if before.get("police") else "none"
    words = {word for kind in ("fail", "denial") for _, word in here[kind]}
    return [f"{where} {word}" for word in sorted(words)]


def _tell_windows(tokens: "Sequence[Token]") -> list[str]:
    found = []
    for number, token in enumerate(tokens):
        if _is_police_word(token):
            around = (*tokens[max(0, number - REACH) : number], *tokens[number + 1 :][:REACH])
            found += [other.lemma_.lower() for other in around if other.pos_ in TELLING]
    return found


def _tell_deeds(tokens: "Sequence[Token]") -> list[str]:
    """Verbs with who does them, what completes them and whether they are denied; police words with
    what they hang on."""
    found = ["police" if any(map(_is_police_word, tokens)) else "no police"]
    for token in tokens:
        if token.pos_ in ("VERB", "AUX") or token.lemma_.lower() in DEED_NOUNS:
            found += _tell_deed(token)
        if _is_police_word(token):
            found.append(f"as {token.dep_} of {token.head.lemma_.lower()}")
    return found


def _tell_deed(verb: "Token") -> list[str]:
    denied = any(c.dep_ == "neg" or c.lemma_.lower() in DENIALS for c in verb.children)
    doer, deed = _doer(verb), f"{'not ' if denied else ''}{verb.lemma_.lower()}"
    more = [f"{deed} {c.lemma_.lower()}" for c in verb.children if c.dep_ in COMPLETING]
    found = [deed, *more, *(f"{doer} {one}" for one in (deed, *more))]
    if denied:
        found.append(f"{doer} does not")
    return [*found, doer] if doer.startswith("police") else found


def _doer(verb: "Token") -> str:
    """Who does it and as what of the verb: police, a pronoun, another, or nobody that is named."""
    doers = [child for child in verb.children if child.dep_ in DOERS]
    for _ in range(3):
        if doers or verb.dep_ not in HANGING:
            break
        verb = verb.head
        doers = [child for child in verb.children if child.dep_ in DOERS]
    if not doers:
        return "nobody"
    one = next((doer for doer in doers if _names_police(doer)), doers[-1])
    if _names_police(one):
        return f"police {one.dep_}"
    return f"{'pronoun' if one.lemma_.lower() in PRONOUNS else 'other'} {one.dep_}"


def _names_police(token: "Token") -> bool:
    return kind_within_name(token, _police) is not None


def _police(word: str) -> str | None:
    return "police" if _patterns()["police"].fullmatch(word) else None


def _is_police_word(token: "Token") -> bool:
    return _police(token.text.lower()) is not None

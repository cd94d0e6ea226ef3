"""A noun for a body in, the name that stands beside it out.

"The aid group Relief Hands", "the monitoring group the River Observatory", "the River Observatory
for Rights (RORK) monitoring group": each is called by its name.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.parses import entity_around, share_sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_SHORT = 3  # words of a short form in brackets, the brackets counted
_KINDS = 2  # words that tell which kind of body it is: "human rights group"


def name_of_body(noun: "Token") -> Sequence["Token"]:
    """The words of the name; none where the noun has none beside it."""
    words, lemma = load_naming_words(), noun.lemma_.lower()
    is_body = lemma in words.said_of_bodies
    if not (is_body or lemma in words.said_of_outlets) or not noun.is_lower:
        return ()
    if noun.ent_type_ not in {"", "ORG"}:
        return ()
    return _within(noun) or _after(noun) or ((_before(noun) or _at_end(noun)) if is_body else ())


def _within(noun: "Token") -> Sequence["Token"]:
    """'[aid group Relief Hands]', marked as one name: the part of it behind the noun."""
    rest = noun.doc[noun.i + 1 : entity_around(noun)[1]]
    is_name = noun.ent_type_ == "ORG" and len(rest) > 0 and rest[0].text[:1].isupper()
    return tuple(rest) if is_name else ()


def _at_end(noun: "Token") -> Sequence["Token"]:
    """'[River Observatory monitor]', marked as one name: the part before the noun, of two words at least."""
    start, stop = entity_around(noun)
    is_behind = noun.lemma_.lower() in load_naming_words().said_behind
    if noun.ent_type_ != "ORG" or stop != noun.i + 1 or not is_behind:
        return ()
    at = noun.i - 1
    while at > start and _is_kind(noun.doc[at]):
        at -= 1
    name = noun.doc[start : at + 1]
    is_name = all(t.is_alpha for t in name) and sum(t.is_title for t in name) > 1
    return tuple(name) if is_name and name[-1].is_title else ()


def _after(noun: "Token") -> Sequence["Token"]:
    doc, at = noun.doc, noun.i + 1
    if at < len(doc) and doc[at].lower_ == "the":
        at += 1
    is_name = at < len(doc) and doc[at].ent_type_ == "ORG" and share_sentence(noun, doc[at])
    return _entity(doc[at]) if is_name and entity_around(doc[at])[0] == at else ()


def _before(noun: "Token") -> Sequence["Token"]:
    doc, at = noun.doc, noun.i - 1
    while at > 0 and noun.i - at <= _KINDS and _is_kind(doc[at]):
        at -= 1
    if at > 0 and doc[at].text == ")":
        opening = next((t.i for t in doc[max(at - _SHORT, 0) : at] if t.text == "("), None)
        at = opening - 1 if opening is not None else at
    is_name = at >= 0 and doc[at].ent_type_ == "ORG" and share_sentence(noun, doc[at])
    name = _entity(doc[at]) if is_name else ()
    return name if len(name) > 1 and name[-1].i == at else ()


def _is_kind(word: "Token") -> bool:
    is_plain = word.is_alpha and word.is_lower
    return is_plain and word.dep_ in {"compound", "amod", "nmod"} and word.head.i > word.i


def _entity(word: "Token") -> Sequence["Token"]:
    start, stop = entity_around(word)
    return tuple(word.doc[start:stop])

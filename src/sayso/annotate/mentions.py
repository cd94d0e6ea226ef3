"""A parsed report in, the people, groups, places and crowds that it names or describes out."""

import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from sayso.annotate.parses import span_of
from sayso.event_types import load_event_types
from sayso.types import Mention, MentionKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Entity

_NER_KINDS: Mapping[str, MentionKind] = {
    "PERSON": "person", "ORG": "group", "NORP": "group", "GPE": "place", "LOC": "place", "FAC": "place",
}  # fmt: skip
_KEPT = frozenset(
    {"det", "amod", "compound", "nummod", "poss", "nmod", "case", "quantmod", "advmod"}
)
_JOINING = frozenset({"of", "for"})
GROUP_NOUNS = frozenset(
    "army military militia government ministry opposition resistance coalition force forces regime rebel police group"
    " side party council parliament navy council union committee court authority organisation organization"
    " agency command staff front movement alliance battalion brigade regiment corps division unit".split()
)
PLACE_NOUNS = frozenset(
    "town city village district province region valley island port capital".split()
)
OUTLET_NOUNS = frozenset(
    "newspaper paper radio television tv channel broadcaster daily gazette website".split()
)


@cache
def load_source_kinds() -> Mapping[str, str]:
    """`data/source_kinds.toml` turned round: a head noun or phrase -> the kind of source it is."""
    table = tomllib.loads(files("sayso.data").joinpath("source_kinds.toml").read_text("utf-8"))
    return {word: kind for kind, words in table.items() for word in words}


def find_mentions(doc: "Doc") -> tuple[Mention, ...]:
    """The named entities that spaCy finds, of the kinds a ledger needs, in text order."""
    found = []
    for entity in doc.ents:
        kind = _kind_in_context(entity)
        words = _without_edges(entity, kind)
        if kind is not None and words:
            span = span_of(words)
            found.append(Mention(span, kind, span.of(doc.text)))
    places = {m.words for m in found if m.kind == "place" and " " not in m.words}
    surnames = {m.words.split()[-1] for m in found if m.kind == "person" and " " in m.words}
    found += _bare_surnames(doc, surnames, found)
    found.sort(key=lambda m: m.span)
    return tuple(replace(m, kind=_settled(m, places, surnames)) for m in found)


def _bare_surnames(
    doc: "Doc", surnames: Collection[str], found: Sequence[Mention]
) -> list[Mention]:
    """Surnames of named persons where spaCy saw no name."""
    taken = {at for m in found for at in range(m.span.start, m.span.stop)}
    alone = (t for t in doc if t.text in surnames and t.idx not in taken and not t.ent_type_)
    return [Mention(span_of([t]), "person", t.text) for t in alone]


def _settled(mention: Mention, places: Collection[str], surnames: Collection[str]) -> MentionKind:
    """One word is of one kind all through a report: a surname, or a place, wherever it stands."""
    if mention.words in surnames:
        return "person"
    return "place" if mention.words in places else mention.kind


_MOVING = frozenset("go travel flee cross escape move arrive return fly drive head".split())
_LOCATING = frozenset(
    {"in", "near", "at", "to", "into", "across", "outside", "around", "towards", "on"}
)


def _kind_in_context(entity: "Entity") -> MentionKind | None:
    """spaCy's kind, mended where grammar says otherwise: its small model takes names it has not
    met for organisations ('in Panjshir', 'commanders Odas and Rao', 'Rao, a journalist')."""
    kind = _NER_KINDS.get(entity.label_)
    root = entity.root
    if kind != "group" and not (kind == "person" and len(entity) == 1 and root.dep_ == "pobj"):
        return kind
    if root.dep_ in {"conj", "appos"} and root.head.ent_type_ == "PERSON" and len(entity) > 1:
        return "person"
    if any(c.dep_ == "appos" and c.lemma_.lower() in _describing() for c in root.children):
        return "person"
    is_name = not entity.text.isupper() and entity.label_ != "NORP" and len(entity) <= 3
    if entity.label_ == "NORP" and len(entity) == 1 and root.tag_ == "NNP" and root.dep_ == "pobj":
        is_name = root.head.lower_ == "in" or root.head.head.lemma_ in _MOVING
    joined = root.head if root.dep_ == "conj" else root
    at = joined.dep_ == "pobj" and (joined.head.lower_ in _LOCATING or _is_of_place(joined.head))
    return "place" if is_name and at and root.tag_ == "NNP" and not _is_body(entity) else kind


def is_person(entity: "Entity") -> bool:
    """Whether grammar and spaCy together take an entity for a person's name."""
    return _kind_in_context(entity) == "person"


def _is_of_place(preposition: "Token") -> bool:
    """'the town of X'."""
    return preposition.lower_ == "of" and preposition.head.lemma_.lower() in PLACE_NOUNS


@cache
def _describing() -> frozenset[str]:
    types = load_event_types()
    return frozenset(n for name in ("office", "occupation", "kinship") for n in types[name].nouns)


def _is_body(entity: "Entity") -> bool:
    return any(
        t.lemma_.lower() in GROUP_NOUNS | OUTLET_NOUNS | {"university", "college", "bank"}
        for t in entity
    )


def _without_edges(entity: "Entity", kind: MentionKind | None) -> list["Token"]:
    """The entity's words without articles, possessive marks and blanks at its edges.

    Of a person's name only what follows its last common noun ('Northern rule Karim Odas').
    """
    words = [t for t in entity if not t.is_space]
    common = [i for i, t in enumerate(words) if t.text.islower() and t.pos_ in {"NOUN", "VERB"}]
    if kind == "person" and common and common[-1] + 1 < len(words):
        words = words[common[-1] + 1 :]
    while words and (words[0].lower_ in {"the", "a", "an"} or words[0].is_punct):
        words = words[1:]
    while words and (
        words[-1].tag_ == "POS" or words[-1].is_punct or words[-1].lower_ in {"’s", "'s"}
    ):
        words = words[:-1]
    return words


def name_phrase(tokens: Sequence["Token"], head: "Token") -> Mention:
    """The mention that a noun phrase makes: what its head is called, without trailing clauses.

    'Karim Odas, who commands the fort' is 'Karim Odas'; 'the chief of the southern council'
    stays whole.
    """
    head = _named_beside(head) or head
    allowed = {t.i for t in tokens}
    words = sorted(
        (t for t in _short_phrase(head) if t.i in allowed or not allowed), key=lambda t: t.i
    )
    words = words or [head]
    while len(words) > 1 and (words[0].is_punct or words[0].is_space):
        words = words[1:]
    while len(words) > 1 and (words[-1].is_punct or words[-1].is_space or words[-1].tag_ == "POS"):
        words = words[:-1]
    span = span_of(words)
    return Mention(span, kind_of(head), span.of(head.doc.text))


def phrase_span(head: "Token") -> Span:
    """The short phrase of a noun itself, whatever name stands beside it."""
    return span_of(_short_phrase(head))


def _named_beside(head: "Token") -> "Token | None":
    """The name that a description stands beside: 'his deputy, Karim Odas'."""
    if head.ent_type_ or head.pos_ != "NOUN":
        return None
    return next((c for c in head.children if c.dep_ == "appos" and c.ent_type_ == "PERSON"), None)


def _short_phrase(head: "Token") -> list["Token"]:
    if head.ent_type_ == "PERSON":
        return _person_words(head)
    words = [head]
    for child in head.children:
        if child.dep_ in _KEPT and child.i < head.i:
            words += [t for t in child.subtree if t.i < head.i]
        elif (
            child.dep_ in {"prep", "agent"}
            and child.i > head.i
            and child.lower_ in _JOINING
            and head.ent_type_ != "PERSON"
        ):
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None:
                words += [child, *_short_phrase(inner)]
    first, last = min(t.i for t in words), max(t.i for t in words)
    return [t for t in head.doc[first : last + 1] if not t.is_space]


def _person_words(head: "Token") -> list["Token"]:
    """The name with the capitalised titles before it."""
    entity = next((e for e in head.doc.ents if e.start <= head.i < e.end), None)
    words = _without_edges(entity, "person") if entity is not None else [head]
    first = words[0].i
    while first > head.sent.start and _is_title(head.doc[first - 1]):
        first -= 1
    return [t for t in head.doc[first : words[-1].i + 1] if not t.is_space]


def _is_title(token: "Token") -> bool:
    return token.pos_ == "PROPN" and token.is_title and not token.ent_type_


def kind_of(head: "Token") -> MentionKind:
    """What sort of thing a phrase with this head is."""
    named = _NER_KINDS.get(head.ent_type_)
    lemma = head.lemma_.lower()
    if head.pos_ == "PRON":
        return "crowd" if head.lower_ in {"they", "them", "we", "us"} else "person"
    if lemma in OUTLET_NOUNS:
        return "outlet"
    if named is not None:
        return named
    if lemma in GROUP_NOUNS:
        return "group"
    if head.tag_ in {"NNS", "NNPS"}:
        return "crowd"
    return "person" if head.tag_ == "NNP" else "role"

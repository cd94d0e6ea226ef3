"""A parsed report in, the people, groups, places and crowds that it names or describes out."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from sayso.annotate.entities import GROUP_NOUNS, KINDS, OUTLET_NOUNS, is_title
from sayso.annotate.parses import span_of
from sayso.types import Mention, MentionKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_KEPT = frozenset(
    {"det", "amod", "compound", "nummod", "poss", "nmod", "case", "quantmod", "advmod"}
)
_JOINING = frozenset({"of", "for"})


@cache
def load_source_kinds() -> Mapping[str, str]:
    """`data/source_kinds.toml` turned round: a head noun or phrase -> the kind of source it is."""
    table = tomllib.loads(files("sayso.data").joinpath("source_kinds.toml").read_text("utf-8"))
    return {word: kind for kind, words in table.items() for word in words}


def find_mentions(doc: "Doc") -> tuple[Mention, ...]:
    """The named entities of the kinds a ledger needs, in text order (after `mend_entities`)."""
    named = (entity for entity in doc.ents if entity.label_ in KINDS)
    spans = ((KINDS[entity.label_], span_of(list(entity))) for entity in named)
    return tuple(Mention(span, kind, span.of(doc.text)) for kind, span in spans)


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
    first, stop = (entity.start, entity.end) if entity is not None else (head.i, head.i + 1)
    while first > head.sent.start and is_title(head.doc[first - 1]):
        first -= 1
    return [t for t in head.doc[first:stop] if not t.is_space]


def kind_of(head: "Token") -> MentionKind:
    """What sort of thing a phrase with this head is."""
    named = KINDS.get(head.ent_type_)
    lemma = head.lemma_.lower()
    if head.lower_ == "it":
        return "group"
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

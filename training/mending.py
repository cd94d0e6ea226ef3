"""A parsed text in, its named entities mended by grammar out: spaCy's small model, corrected.

The first teacher of the mentions head; the package itself reads names with that head.
"""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from sayso.annotate.entities import KINDS, settled_entities
from sayso.annotate.naming_words import load_naming_words
from sayso.event_types import load_event_types

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Entity

_MOVING = frozenset("go travel flee cross escape move arrive return fly drive head".split())
_LOCATING = frozenset("in near at to into across outside around towards on".split())


def mend_entities(doc: "Doc") -> None:
    """Set the entities anew, each with the kind and the edges that its surroundings give it.

    The model takes names it has not met for organisations: 'in Panjshir', 'commanders Odas and
    Rao', 'Rao, a journalist', 'Marshal Odas'. One word is of one kind all through a report.
    """
    from spacy.tokens import Span as Entity
    from spacy.util import filter_spans

    named = [Entity(doc, *_edges(entity), _label_in_context(entity)) for entity in doc.ents]
    doc.ents = filter_spans([*_titled(doc), *named])
    doc.ents = filter_spans([*settled_entities(doc, _surnames(doc))])


def _edges(entity: "Entity") -> tuple[int, int]:
    """Without articles, possessive marks and blanks; a person's name after its last common noun."""
    words = [t for t in entity if not t.is_space] or list(entity)
    common = [i for i, t in enumerate(words) if t.text.islower() and t.pos_ in {"NOUN", "VERB"}]
    if entity.label_ == "PERSON" and common and common[-1] + 1 < len(words):
        words = words[common[-1] + 1 :]
    while len(words) > 1 and (words[0].lower_ in {"the", "a", "an"} or words[0].is_punct):
        words = words[1:]
    while len(words) > 1 and (
        words[-1].tag_ == "POS" or words[-1].is_punct or words[-1].lower_ in {"’s", "'s"}
    ):
        words = words[:-1]
    return words[0].i, words[-1].i + 1


def _label_in_context(entity: "Entity") -> str:
    kind = KINDS.get(entity.label_)
    root = entity.root
    if kind is None or entity.label_ == "LOC":
        return entity.label_
    if _is_after_title(entity) and kind != "place":
        return "PERSON"
    lone_person = kind == "person" and len(entity) == 1 and root.dep_ == "pobj"
    if kind != "group" and not lone_person:
        return entity.label_
    if root.dep_ in {"conj", "appos"} and root.head.ent_type_ == "PERSON" and len(entity) > 1:
        return "PERSON"
    if any(c.dep_ == "appos" and c.lemma_.lower() in _describing() for c in root.children):
        return "PERSON"
    if root.dep_ == "appos" and root.head.lemma_.lower() in _describing() and len(entity) > 1:
        return "PERSON"
    return "GPE" if _is_located(entity) and not _is_body(entity) else entity.label_


def _is_after_title(entity: "Entity") -> bool:
    first = entity[0]
    return first.text in load_naming_words().titles or (
        first.i > entity.sent.start and first.nbor(-1).text in load_naming_words().titles
    )


def _is_located(entity: "Entity") -> bool:
    """Whether the name stands where only a place does: 'in X', 'the town of X', 'fled to X'."""
    root = entity.root
    if root.tag_ != "NNP" or entity.text.isupper() or len(entity) > 3:
        return False
    joined = root.head if root.dep_ == "conj" else root
    if joined.dep_ != "pobj":
        return False
    if entity.label_ == "NORP":
        return len(entity) == 1 and (
            joined.head.lower_ == "in" or joined.head.head.lemma_ in _MOVING
        )
    of_place = (
        joined.head.lower_ == "of" and joined.head.head.lemma_.lower() in load_naming_words().places
    )
    return joined.head.lower_ in _LOCATING or of_place


@cache
def _describing() -> frozenset[str]:
    types = load_event_types()
    return frozenset(n for name in ("office", "occupation", "kinship") for n in types[name].nouns)


def _is_body(entity: "Entity") -> bool:
    bodies = (
        load_naming_words().groups | load_naming_words().outlets | {"university", "college", "bank"}
    )
    return any(t.lemma_.lower() in bodies for t in entity)


def _titled(doc: "Doc") -> Iterable["Entity"]:
    """'Marshal Odas', 'Prince Rao': a name after a title where spaCy saw none."""
    from spacy.tokens import Span as Entity

    for token in doc[:-1]:
        after = token.nbor(1)
        if (
            token.text in load_naming_words().titles
            and after.is_title
            and after.is_alpha
            and after.text not in load_naming_words().titles
        ):
            stop = after.i + 1
            while (
                stop < len(doc)
                and doc[stop].is_title
                and doc[stop].pos_ == "PROPN"
                and doc[stop].is_alpha
            ):
                stop += 1
            if after.ent_type_ not in {"PERSON", "DATE"}:
                yield Entity(doc, after.i, stop, "PERSON")


def _surnames(doc: "Doc") -> frozenset[str]:
    """The last words of full names, and of names after a title."""
    return frozenset(
        e[-1].text for e in doc.ents if e.label_ == "PERSON" and (len(e) > 1 or _is_after_title(e))
    )

"""A parsed report and what the encoder marked in it in, the report's named entities set out."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, cast

from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.number.counting_lists import load_counting_lists
from sayso.event_types import load_event_types
from sayso.types import Mention, MentionKind, Span, When

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Entity

ARTICLES = frozenset({"the", "a", "an"})
KINDS: Mapping[str, MentionKind] = {
    "PERSON": "person", "ORG": "group", "NORP": "group", "GPE": "place", "LOC": "place", "FAC": "place",
}  # fmt: skip


_LABELS: Mapping[str, str] = {
    "person": "PERSON", "group": "ORG", "place": "GPE", "outlet": "ORG",
}  # fmt: skip


def name_entities(doc: "Doc", marked: Sequence[tuple[Span, str]], times: Sequence[When]) -> None:
    """Set the parse's entities: names that the encoder marked, times, measures, and peoples.

    The labels are spaCy's: PERSON, ORG, GPE, DATE, QUANTITY, and NORP for 'Afghan'.
    """
    from spacy.util import filter_spans

    named = [entity for span, kind in marked if (entity := _entity(doc, span, kind)) is not None]
    dated = (
        doc.char_span(w.span.start, w.span.stop, "DATE", alignment_mode="expand") for w in times
    )
    found = [*(d for d in dated if d is not None), *named]
    taken = {token.i for entity in found for token in entity}
    others = [e for e in (*_measures(doc), *_peoples(doc)) if not taken & {t.i for t in e}]
    doc.ents = filter_spans([*found, *others])
    doc.ents = filter_spans([*settled_entities(doc, _surnames(doc))])


def as_mentions(marked: Sequence[tuple[Span, str]], text: str) -> tuple[Mention, ...]:
    """What the encoder marked, as it did, before any parse."""
    return tuple(Mention(span, cast(MentionKind, kind), span.of(text)) for span, kind in marked)


def _measures(doc: "Doc") -> Iterator["Entity"]:
    """'30 kilometres', '$40', '12%': numbers that count no people."""
    words = load_counting_lists()
    from spacy.tokens import Span as Entity

    for token in doc[:-1]:
        after = token.nbor(1)
        if (token.like_num and after.lemma_.lower() in words.units) or (
            token.text in words.currencies and after.like_num
        ):
            yield Entity(doc, token.i, token.i + 2, "QUANTITY")


def _peoples(doc: "Doc") -> Iterator["Entity"]:
    """Capitalised adjectives inside a sentence: 'an Afghan commander'."""
    from spacy.tokens import Span as Entity

    for token in doc:
        if token.pos_ == "ADJ" and token.is_title and len(token) > 3 and not token.is_sent_start:
            yield Entity(doc, token.i, token.i + 1, "NORP")


def _entity(doc: "Doc", span: Span, kind: str) -> "Entity | None":
    """The tokens of a name as an entity; None for what only describes ('the army', 'a doctor')."""
    from spacy.tokens import Span as Entity

    found = doc.char_span(span.start, span.stop, alignment_mode="expand")
    if found is None or kind not in _LABELS:
        return None
    words = [t for t in found if not t.is_space]
    while words and (words[0].lower_ in ARTICLES or words[0].is_punct):
        words = words[1:]
    while words and (
        words[-1].tag_ == "POS" or words[-1].is_punct or words[-1].lower_ in {"’s", "'s"}
    ):
        words = words[:-1]
    if not any(_is_name_like(t) for t in words):
        return None
    found = Entity(doc, words[0].i, words[-1].i + 1, _LABELS[kind])
    return Entity(doc, found.start, found.end, "PERSON") if _is_described(found) else found


def _is_name_like(token: "Token") -> bool:
    """Capitalised, and not only because it opens a sentence."""
    return token.text[:1].isupper() and (token.pos_ != "NOUN" or not token.is_sent_start)


def _is_described(entity: "Entity") -> bool:
    """'Marit Sol is a doctor', 'Rao, a journalist': what people are called stands beside it."""
    root = entity.root
    beside = [c for c in root.children if c.dep_ == "appos"]
    if root.dep_ == "nsubj" and root.head.lemma_ == "be":
        beside += [c for c in root.head.children if c.dep_ == "attr"]
    return len(entity) > 1 and any(c.lemma_.lower() in _describing() for c in beside)


@cache
def _describing() -> frozenset[str]:
    types = load_event_types()
    return frozenset(n for name in ("office", "occupation", "kinship") for n in types[name].nouns)


def is_title(token: "Token") -> bool:
    """A capitalised word before a name that is no part of it."""
    return token.text in load_naming_words().titles or (
        token.pos_ == "PROPN" and token.is_title and not token.ent_type_
    )


def _surnames(doc: "Doc") -> frozenset[str]:
    return frozenset(e[-1].text for e in doc.ents if e.label_ == "PERSON" and len(e) > 1)


def settled_entities(doc: "Doc", surnames: Collection[str]) -> Iterable["Entity"]:
    """Surnames and one-word places are so wherever they stand, with an entity or without one."""
    from spacy.tokens import Span as Entity

    places = {e.text for e in doc.ents if e.label_ in {"GPE", "LOC"} and len(e) == 1} - set(
        surnames
    )
    peoples = {e.text for e in doc.ents if len(e) == 1 and _is_people(e.root)}
    for entity in doc.ents:
        kind = "NORP" if entity.text in peoples else _one_kind(entity, surnames, places)
        yield Entity(doc, entity.start, entity.end, kind)
    for token in doc:
        if token.text in surnames and not token.ent_type_:
            yield Entity(doc, token.i, token.i + 1, "PERSON")


def _is_people(word: "Token") -> bool:
    """'The Karezis are ...': an article before a plural that acts; no place does."""
    if word.ent_type_ not in {"GPE", "PERSON"} or not word.text.endswith("s") or word.i == 0:
        return False
    verbs = (word.head, *(c for c in word.head.children if c.dep_ in {"aux", "auxpass"}))
    is_many = any(v.tag_ == "VBP" for v in verbs)
    return word.nbor(-1).lower_ == "the" and word.dep_ == "nsubj" and is_many


def _one_kind(entity: "Entity", surnames: Collection[str], places: Collection[str]) -> str:
    if len(entity) > 1 or entity.label_ not in KINDS:
        return entity.label_
    if entity.text in surnames:
        return "PERSON"
    return "GPE" if entity.text in places else entity.label_

"""A parsed report in, the people, groups, places and crowds that it names or describes out."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, cast

from sayso.annotate.entities import ARTICLES, KINDS, is_title
from sayso.annotate.named_bodies import name_of_body
from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.parses import (
    ends_quotation,
    entity_around,
    sentence_of,
    span_of,
    text_at,
    text_of,
    words_of,
)
from sayso.tables import read_shipped
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
    table = read_shipped("source_kinds.toml")
    return {word: kind for kind, words in table.items() for word in words}


def is_medium(noun: "Token | None") -> bool:
    """Whether it is a newspaper, an agency or a broadcaster, by the words for them."""
    if noun is None:
        return False
    kinds = load_source_kinds()
    return any(kinds.get(t.lemma_.lower()) in _MEDIA for t in noun.subtree)


_MEDIA = frozenset({"outlet", "agency"})
_BEFORE_DAYS = frozenset({"since", "on", "in", "by", "until", "from"})


def find_mentions(doc: "Doc", marked: Sequence[tuple[Span, str]]) -> tuple[Mention, ...]:
    """What the encoder marked, and names it left that are the report's elsewhere; in text order.

    After `name_entities`, which settles one kind for each name of a report.
    """
    names = {span_of(list(e)): KINDS[e.label_] for e in doc.ents if e.label_ in KINDS}
    found = {
        whole: _settled_kind(whole, cast(MentionKind, kind), names)
        for span, kind in marked
        if (whole := _beyond_article(doc, span)) is not None
        and (kind != "place" or any(c.isupper() for c in text_at(doc, whole)))
    }
    for span, kind in names.items():
        if not any(span.meets(other) for other in found):
            found[span] = kind
    text = text_of(doc)
    return tuple(Mention(span, found[span], span.of(text)) for span in sorted(found))


def _beyond_article(doc: "Doc", span: Span) -> Span | None:
    """A stretch that is an article alone goes on to its noun; None where it has none."""
    found = doc.char_span(span.start, span.stop, alignment_mode="expand")
    if found is None or any(t.pos_ != "DET" and t.lower_ not in ARTICLES for t in found):
        return span
    noun = found[0].head
    return span_of([found[0], noun]) if noun.i > found[0].i else None


def _settled_kind(span: Span, kind: MentionKind, names: Mapping[Span, MentionKind]) -> MentionKind:
    settled = next((k for name, k in names.items() if span.covers(name)), kind)
    return settled if {kind, settled} <= {"person", "place", "group"} else kind


def name_phrase(tokens: Sequence["Token"], head: "Token") -> Mention:
    """The mention that a noun phrase makes: what its head is called, without trailing clauses.

    'Karim Odas, who commands the fort' is 'Karim Odas'; 'the chief of the southern council'
    stays whole.
    """
    body = name_of_body(head)
    if body:
        return Mention(span_of(body), kind_of(body[-1]), words_of(body))
    head = _named_beside(head) or head
    allowed = {t.i for t in tokens}
    if head.ent_type_ and allowed:
        is_person = head.ent_type_ == "PERSON"
        around = entity_around(head) if is_person else (head.i, head.i + 1)
        whole = _hyphened(head.doc, *around)
        allowed |= {t.i for t in whole} if any(t.text == "-" for t in whole) else set()
    words = sorted(
        (t for t in _short_phrase(head) if t.i in allowed or not allowed), key=lambda t: t.i
    )
    words = words or [head]
    if words == [head] and _is_glued(tokens, head):
        words = list(tokens)
    while len(words) > 1 and (words[0].is_punct or words[0].is_space or _is_before(words[0])):
        words = words[1:]
    while len(words) > 1 and (words[-1].is_punct or words[-1].is_space or words[-1].tag_ == "POS"):
        words = words[:-1]
    span = span_of(words)
    return Mention(span, kind_of(head), words_of(words))


def _is_glued(tokens: Sequence["Token"], head: "Token") -> bool:
    """'The envoy's former doctor maintains', where the parse takes the doctor for a part of the verb."""
    is_end = len(tokens) > 1 and tokens[-1] == head and head.dep_ == "compound"
    return is_end and any(t.tag_ == "POS" for t in tokens) and len(tokens) <= _GLUED


_GLUED = 8  # words


def _is_before(word: "Token") -> bool:
    """'At dawn on *Friday* loyal infantry came', '*when* two men fired': no part of the name."""
    is_when = word.tag_ == "WRB" and word.dep_ == "advmod"
    is_time = word.ent_type_ == "DATE" and word.nbor(1).tag_ != "POS"
    is_day = is_time and word.lower_.endswith("day")
    is_day = is_day and word.pos_ == "PROPN" and word.dep_ in {"compound", "nmod"}
    return is_when or is_day or (is_time and _is_of_clause(word))


def _is_of_clause(day: "Token") -> bool:
    """'Since *April 21* loyal troops have shelled it': the day of what is told."""
    first = day.i
    while first and day.doc[first].ent_type_ == "DATE":
        first -= 1
    return day.doc[first].lower_ in _BEFORE_DAYS and day.i + 1 < len(day.doc)


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
            before = [t for t in child.subtree if t.i < head.i]
            words += [t for t in before if not ends_quotation(t, head)]
        elif (
            child.dep_ in {"prep", "agent"}
            and child.i > head.i
            and (child.lower_ in _JOINING or _is_by_maker(child, head))
            and head.ent_type_ != "PERSON"
        ):
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None:
                words += [child, *_short_phrase(inner)]
    words += _how_near(head)
    first, last = min(t.i for t in words), max(t.i for t in words)
    if head.ent_type_ in KINDS and head.ent_type_ != "NORP":
        return _hyphened(head.doc, first, last + 1)
    return [t for t in head.doc[first : last + 1] if not t.is_space]


def _is_by_maker(child: "Token", head: "Token") -> bool:
    """'A statement by the army', 'a post on a channel from the mayor': whose it is."""
    is_paper = load_source_kinds().get(head.lemma_.lower()) == "document"
    whom = next((c for c in child.children if c.dep_ == "pobj"), None)
    is_someone = whom is not None and whom.pos_ in {"NOUN", "PROPN"} and whom.ent_type_ != "DATE"
    return is_paper and child.lower_ in {"by", "from"} and is_someone


def _how_near(head: "Token") -> list["Token"]:
    """'People familiar with the matter', 'a source close to the talks': all that tells who they are."""
    if head.lemma_.lower() not in _NAMELESS:
        return []
    near = next((c for c in head.children if c.i == head.i + 1 and c.lower_ in _NEAR), None)
    words = list(near.subtree) if near is not None else []
    return words if len(words) <= LONGEST else []


LONGEST = 8  # words of it
_NAMELESS = frozenset({"people", "person", "source", "official"})
_NEAR = frozenset({"familiar", "close", "briefed", "privy", "involved"})


def _hyphened(doc: "Doc", first: int, stop: int) -> list["Token"]:
    """The words with what hyphens tie to them: of 'al-Karez' and 'Odas al-Rahm' no piece stands alone."""
    while first > 1 and _is_tie(doc[first - 1]) and not doc[first - 2].is_punct:
        first -= 2
    while stop + 1 < len(doc) and _is_tie(doc[stop]) and not doc[stop + 1].is_punct:
        stop += 2
    return [t for t in doc[first:stop] if not t.is_space]


def _is_tie(mark: "Token") -> bool:
    return mark.text == "-" and not mark.whitespace_ and not mark.nbor(-1).whitespace_


def _person_words(head: "Token") -> list["Token"]:
    """The name with the capitalised titles before it."""
    first, stop = entity_around(head)
    while first > sentence_of(head).start and is_title(head.doc[first - 1]):
        first -= 1
    return _hyphened(head.doc, first, stop)


def _is_of_one(word: "Token") -> bool:
    """'His words echo those of Odas'."""
    of = next((c for c in word.children if c.lower_ == "of"), None)
    whom = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    return word.lower_ in {"those", "these"} and whom is not None and whom.ent_type_ == "PERSON"


def kind_of(head: "Token") -> MentionKind:
    """What sort of thing a phrase with this head is."""
    words = load_naming_words()
    named = KINDS.get(head.ent_type_)
    lemma = head.lemma_.lower()
    if head.lower_ == "it":
        return "group"
    if head.lower_ in words.some and not head.ent_type_ and not _is_of_one(head):
        return "crowd"
    if head.pos_ == "PRON":
        return "crowd" if head.lower_ in {"they", "them", "we", "us"} else "person"
    if lemma in words.outlets:
        return "outlet"
    if named is not None:
        return named
    if lemma in words.groups:
        return "group"
    if head.tag_ in {"NNS", "NNPS"}:
        return "crowd"
    return "person" if head.tag_ == "NNP" else "role"

"""A cue verb in, the words it governs out: clause, infinitive, noun, or what a preposition brings."""

from typing import TYPE_CHECKING

from sayso.annotate.cues import Cue
from sayso.annotate.parses import child_of, sentence_of, subject_of, subtree_without
from sayso.annotate.speakers import ACCUSING, RELATIVE

if TYPE_CHECKING:
    from spacy.tokens import Token


def content_of(verb: "Token", row: Cue) -> tuple["Token", ...]:
    """The words that a cue verb governs, by the first complement its row takes."""
    found: list[Token] = []
    if "clause" in row.takes or "quote" in row.takes:
        found = _clause(verb)
    if found and "clause" not in row.takes and found[0].i > verb.i and not found[0].is_quote:
        found = []
    if not found and "gerund" in row.takes:
        gerund = next((c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VBG"), None)
        found = list(gerund.subtree) if gerund is not None else []
    if not found and {"infinitive", "object_infinitive"} & row.takes:
        found = _infinitive(verb, with_object="object_infinitive" in row.takes)
    if not found and "noun" in row.takes:
        thing = child_of(verb, "dobj")
        found = list(thing.subtree) if thing is not None and thing.pos_ != "PRON" else []
    for preposition in ("of", "for", "as"):
        if not found and preposition in row.takes:
            found = _with_preposition(verb, preposition)
    return tuple(found)


def _clause(verb: "Token") -> list["Token"]:
    clauses = [c for c in verb.children if c.dep_ == "ccomp"]
    if clauses:
        return [t for clause in clauses for t in clause.subtree]
    if _closes_sentence(verb):
        subject = subject_of(verb)
        return (
            list(verb.doc[sentence_of(verb).start : subject.left_edge.i])
            if subject is not None
            else []
        )
    if verb.dep_ == "parataxis" or (verb.dep_ == "ccomp" and _is_set_off(verb)):
        return subtree_without(verb.head, verb)
    return []


def _closes_sentence(verb: "Token") -> bool:
    """'... were damaged the source added.': feeds drop commas, and the parse then hangs the tag
    of saying anywhere."""
    subject = subject_of(verb)
    if subject is None or subject.lower_ in RELATIVE or verb.tag_ not in {"VBD", "VBZ"}:
        return False
    before = subject.left_edge.i - sentence_of(verb).start
    after = verb.doc[verb.i + 1 : sentence_of(verb).stop]
    is_last = all(
        t.is_punct or t.is_space or t.ent_type_ == "DATE" or t.lower_ == "on" for t in after
    )
    return is_last and before > 3 and 0 < verb.i - subject.i <= 2 and verb.lemma_ in _TAGS


_TAGS = frozenset(
    "say add report state specify note announce explain stress claim point continue tell".split()
)


def _is_set_off(verb: "Token") -> bool:
    """A comment behind a comma: 'The pass was lost, the colonel said'."""
    edge = verb.left_edge
    return verb.i > verb.head.i and edge.i > 0 and edge.nbor(-1).text in {",", "”", '"'}


def _infinitive(verb: "Token", *, with_object: bool) -> list["Token"]:
    to = next((c for c in verb.children if c.dep_ in {"xcomp", "ccomp"}), None)
    if to is None or (to.tag_ == "VBG" and not with_object):
        return []
    thing = child_of(verb, "dobj") if with_object else None
    return [*(thing.subtree if thing is not None else ()), *to.subtree]


def _with_preposition(verb: "Token", preposition: str) -> list["Token"]:
    prep = next(
        (c for c in verb.children if c.dep_ in {"prep", "dative"} and c.lower_ == preposition), None
    )
    thing = child_of(verb, "dobj")
    if preposition == "of" and prep is None:  # "blamed the north for ..."
        prep = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "for"), None)
        if prep is None and thing is not None and verb.lemma_ == "blame":
            return list(thing.subtree)
    if prep is None and thing is not None:
        hung = next(
            (c for c in thing.children if c.lower_ == preposition and c.dep_ == "prep"), None
        )
        return list(thing.subtree) if hung is not None and verb.lemma_ in ACCUSING else []
    if prep is None:
        return []
    asides = [c for t in prep.subtree for c in t.children if _opens_with_as(c)]
    return [*(thing.subtree if thing is not None else ()), *subtree_without(prep, *asides)]


def _opens_with_as(clause: "Token") -> bool:
    """'... as the rebels claim victory': what happens beside is no part of what is called for."""
    return clause.dep_ == "advcl" and any(c.lower_ == "as" for c in clause.children)


def passive_content_of(verb: "Token") -> tuple["Token", ...]:
    """'X is believed to have fled', 'it was reported that ...'."""
    subject = child_of(verb, "nsubjpass", "nsubj")
    clause = child_of(verb, "ccomp", "xcomp", "advcl")
    if clause is None or (clause.dep_ == "advcl" and clause.tag_ != "VB"):
        return ()
    if subject is None and verb.dep_ in {"acl", "relcl"}:
        return tuple(clause.subtree)
    words = list(clause.subtree)
    if subject is not None and subject.lower_ not in {"it", *RELATIVE}:
        words = [*subject.subtree, *words]
    return tuple(words)

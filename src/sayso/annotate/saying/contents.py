"""A cue verb in, the words it governs out: clause, infinitive, noun, or what a preposition brings."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from sayso.annotate.parses import (
    SUBJECTS,
    child_of,
    is_finite,
    sentence_of,
    subject_of,
    subtree_without,
)
from sayso.annotate.saying.cues import Cue
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.annotate.saying.speakers import RELATIVE
from sayso.types import Stance

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


def with_rest(
    cue: Sequence["Token"], content: Sequence["Token"], taken: Collection[int]
) -> tuple["Token", ...]:
    """The content with words of its own clauses at which the encoder stops or that it leaves out.

    'Announced that Odas, alias Crow, died in a raid': the verb of the subject; 'said he was seized
    and beaten': the participle that shares its 'was'; 'was shot and is being treated, the owners
    said': all before the comma; 'promised rights under': what the preposition brings.
    taken: tokens of the cue and its source
    """
    kept = {t.i: t for t in content}
    for clause in _begun(cue, content):
        kept |= _unless_taken(clause.subtree, taken)
    if len(content) == 1 and content[0].dep_ == "det" and content[0].i > cue[-1].i:
        kept |= _unless_taken(content[0].head.subtree, taken)  # "gave a [different story]"
    kept |= _before_tag(cue, content, taken)
    brought = _unless_taken(_after_preposition(kept[max(kept)]), taken)
    kept |= brought or _until_source(kept[max(kept)], taken)
    for verb in tuple(kept.values()):
        for joined in (c for c in verb.children if c.dep_ == "conj" and c.i not in kept):
            if _shares_being(verb, joined, max(kept)):
                between = joined.doc[max(kept) + 1 : joined.left_edge.i]
                kept |= _unless_taken((*between, *joined.subtree), taken)
    return tuple(kept[at] for at in sorted(kept))


def _after_preposition(last: "Token") -> list["Token"]:
    """'Equal rights under the law of [the land]': what the last word brings."""
    brought = child_of(last, "pobj", "pcomp") if last.pos_ == "ADP" else None
    is_next = brought is not None and brought.left_edge.i == last.i + 1
    return list(brought.subtree) if brought is not None and is_next else []


def _until_source(last: "Token", taken: Collection[int]) -> dict[int, "Token"]:
    """'While asking for a revolt against army rule Karim Odas said': the parse joins the two phrases."""
    if last.pos_ != "ADP":
        return {}
    words = list(
        takewhile(lambda t: t.i not in taken and t.pos_ in _OF_PHRASES, last.doc[last.i + 1 :])
    )
    stop = words[-1].i + 1 if words else last.i
    return {t.i: t for t in words} if len(words) < _LONG_PHRASE and stop in taken else {}


_OF_PHRASES = frozenset({"NOUN", "PROPN", "ADJ", "DET"})
_LONG_PHRASE = 5


def _begun(cue: Sequence["Token"], content: Sequence["Token"]) -> Iterator["Token"]:
    """Clauses under the cue of which the content has the subject and no verb."""
    inside = {t.i for t in content}
    for word in cue:
        for clause in (c for c in word.children if c.dep_ == "ccomp" and c.i not in inside):
            subject = subject_of(clause)
            if subject is not None and subject.i in inside and subject.i < clause.i:
                yield clause


def _before_tag(
    cue: Sequence["Token"], content: Sequence["Token"], taken: Collection[int]
) -> dict[int, "Token"]:
    """'Odas was shot and is being treated, the owners said': the clause from its first kept word on."""
    first, verb = content[0].i, cue[0]
    if verb.i < content[-1].i or first < sentence_of(verb).start:
        return {}
    inside = {t.i for t in content}
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i in inside), None)
    rest = [t for t in clause.subtree if t.i > first] if clause is not None else []
    return _unless_taken(rest, taken)


def _shares_being(verb: "Token", joined: "Token", last: int) -> bool:
    """'Was seized and beaten', 'was not killed but captured': joined right behind what is kept."""
    is_passive = any(c.dep_ == "auxpass" for c in verb.children)
    if not is_passive or joined.tag_ not in {"VBN", "VBD"} or joined.left_edge.i <= last:
        return False
    has_own = any(c.dep_ in SUBJECTS | {"aux", "auxpass", "dobj"} for c in joined.children)
    between = joined.doc[last + 1 : joined.left_edge.i]
    return not has_own and len(between) <= 2 and all(t.dep_ in {"cc", "punct"} for t in between)


def _unless_taken(words: Iterable["Token"], taken: Collection[int]) -> dict[int, "Token"]:
    """The words by their place, none where the cue or its source stands among them."""
    found = {t.i: t for t in words if not t.is_space}
    return {} if any(at in taken for at in found) else found


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
    return (
        is_last
        and before > 3
        and 0 < verb.i - subject.i <= 2
        and verb.lemma_ in load_saying_words().tags
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
        return (
            list(thing.subtree)
            if hung is not None and verb.lemma_ in load_saying_words().accusing
            else []
        )
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


def until_next_clause(
    content: tuple["Token", ...], cue: Sequence["Token"], stance: Stance
) -> tuple["Token", ...]:
    """What is called for, promised or hoped, without the clause beside it that tells what goes on.

    'Asked for help and his aides have been lobbying', 'vows to fight on as the army takes Karez';
    not where a clause is called for, 'demanded that the army leave and the talks go on'.
    """
    content = _before_verb_of(cue[-1], content)
    if stance not in WANTING or not content or content[0].i < cue[-1].i:
        return content
    for n, joint in enumerate(content):
        is_joint = joint.lower_ in _JOINTS or (joint.lower_ == "after" and stance == "calls_for")
        before, after = content[:n], content[n + 1 :]
        if any(_is_clause(t) for t in before):
            return content
        if before and is_joint and _opens_clause(before, joint, after):
            return before
    return content


def _before_verb_of(noun: "Token", content: tuple["Token", ...]) -> tuple["Token", ...]:
    """'Their vow to fight on led the army to attack', 'the denial that it fired was false': what is
    vowed ends before what the vow did, or was."""
    verb = noun.head
    is_subject = noun.pos_ == "NOUN" and noun.dep_ in SUBJECTS and verb.i > noun.i
    opens = bool(content) and content[0].lower_ in _OF_NOUN and content[0].i > noun.i
    if not is_subject or not opens or verb not in content:
        return content
    first = min(t.i for t in (verb, *verb.lefts) if t.i > content[0].i)
    return tuple(t for t in content if t.i < first) or content


def _is_clause(word: "Token") -> bool:
    """'That the army leave', 'peace holds'; not what only tells which: 'an area that had been lost'."""
    is_mark = word.lower_ in _CLAUSE_MARKS and word.head.dep_ != "relcl"
    return is_mark or (is_finite(word) and not _is_relative(word))


def _is_relative(word: "Token") -> bool:
    return any(t.dep_ == "relcl" for t in (word, *word.ancestors))


def _opens_clause(before: Sequence["Token"], joint: "Token", after: Sequence["Token"]) -> bool:
    """Whether the first verb after it tells what is so, of a subject of its own."""
    verb = next((t for t in after if t.pos_ in {"VERB", "AUX"} and t.dep_ not in _NO_CLAUSE), None)
    if verb is None or not is_finite(verb) or _is_relative(verb):
        return False
    is_bare = verb.tag_ == "VBD" and all(c.dep_ not in {"aux", "auxpass"} for c in verb.children)
    if is_bare and any(t.tag_ == "VBN" for t in before):
        return False  # "wants the siege lifted and its men freed"
    subject = subject_of(verb)
    whose = (subject, *subject.conjuncts) if subject is not None else ()
    has_own = any(joint.i < noun.i < verb.i for noun in whose) or _follows_noun(verb, joint)
    return has_own or verb.dep_ == "conj"


def _follows_noun(verb: "Token", joint: "Token") -> bool:
    """'And other members have been lobbying', of which the parse makes objects of what is asked for."""
    first = next((c for c in verb.children if c.dep_ in {"aux", "auxpass"}), verb)
    before = first.nbor(-1) if first.i else joint
    return before.i > joint.i and before.pos_ in {"NOUN", "PROPN", "PRON"}


_OF_NOUN = frozenset({"to", "that", "of"})
WANTING: frozenset[Stance] = frozenset({"calls_for", "promises", "hopes", "declines"})
_JOINTS = frozenset({"and", "but", "as", "while"})
_CLAUSE_MARKS = frozenset({"that", "if", "whether"})
_NO_CLAUSE = frozenset({"aux", "auxpass", "amod"})

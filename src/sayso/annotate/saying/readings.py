"""One cue word in, the speaker and the words it governs out, by rules over the parse."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.annotate.mentions import is_medium
from sayso.annotate.parses import (
    child_of,
    is_infinitive,
    is_negated,
    is_passive,
    subject_of,
    subtree_without,
)
from sayso.annotate.saying.contents import content_of, passive_content_of
from sayso.annotate.saying.cues import Cue, CueTable
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.annotate.saying.speakers import can_act, speaker_of
from sayso.types import Basis, Naming, SourceKind, Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NOBODY = frozenset({"there", "one", "nobody", "none", "nothing", "no-one", "what"})
FIRST_PERSON = frozenset({"i", "we", "me", "us", "you"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One attribution in tokens. `source` None: nobody is made to say it.

    speaker: the head word of the source
    heard:   head word of who it was told to, if anyone
    cites:   it stands inside the reading that shares its words ("X said, citing Y")
    kind, naming: what the encoder takes the source for, where it is sure
    """

    cue: tuple["Token", ...]
    source: tuple["Token", ...]
    speaker: "Token | None"
    content: tuple["Token", ...]
    stance: Stance
    knows: Basis | None = None
    heard: "Token | None" = None
    cites: bool = False
    kind: SourceKind | None = None
    naming: Naming | None = None


def read_cues(doc: "Doc", cues: CueTable) -> Iterator[Reading]:
    """Every reading that a cue word of the text allows, in text order."""
    for token in doc:
        reading = None
        if token.lower_ == "according":
            reading = _according(token)
        elif token.lemma_.lower() in {"quote", "cite"} and token.pos_ == "VERB":
            reading = _quoting(token)
        elif (whom := had_from(token)) is not None:
            yield _having(token, whom)
        elif token.pos_ in {"VERB", "AUX"} and token.lemma_.lower() in cues.verbs:
            reading = _verb(token, cues.verbs[token.lemma_.lower()])
        elif token.pos_ == "NOUN" and token.lemma_.lower() in cues.nouns:
            reading = _noun(token, cues.nouns[token.lemma_.lower()])
        if reading is not None:
            yield reading


def _according(token: "Token") -> Reading | None:
    to = child_of(token, "prep") or child_of(token, "dep")
    if to is None or to.lower_ != "to":
        return None
    whom = child_of(to, "pobj", "pcomp")
    clause = token.head
    if whom is None or clause == token:
        return None
    content = _clause_around(clause, token)
    return Reading((token, to), tuple(whom.subtree), whom, content, "asserts")


def _clause_around(clause: "Token", phrase: "Token") -> tuple["Token", ...]:
    """The clause that a comment stands in, less the comment and what only follows it."""
    while clause.dep_ in {"xcomp", "pobj", "prep", "dobj", "nsubj", "acl", "amod"} and (
        clause.head != clause
    ):
        clause = clause.head
    return tuple(subtree_without(clause, phrase))


def _quoting(verb: "Token") -> Reading | None:
    """'State radio quoted a medic as saying ...'; 'citing witnesses' is read by the clause."""
    as_prep = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as"), None)
    quoted = child_of(verb, "dobj")
    if as_prep is None or quoted is None:
        return None
    speaker = speaker_of(verb)
    if speaker is None:
        return None
    content = (*quoted.subtree, *as_prep.subtree)
    return Reading((verb,), _source_tokens(speaker, verb), speaker, content, "asserts", "told_by")


def had_from(verb: "Token") -> "Token | None":
    """'Had it from his cellmate', 'got the story from a driver': who gave it."""
    words = load_saying_words()
    what = child_of(verb, "dobj")
    if (
        verb.lemma_.lower() not in words.getting
        or what is None
        or what.lower_ not in words.the_word
    ):
        return None
    near = (c for word in (verb, what) for c in word.children)
    after = (c for c in near if c.i > verb.i)  # "another account, from a pilot, has it that ..."
    by = next((c for c in after if c.dep_ == "prep" and c.lower_ == "from"), None)
    return child_of(by, "pobj") if by is not None else None


def _having(verb: "Token", whom: "Token") -> Reading:
    what = child_of(verb, "dobj")
    assert what is not None
    cue = tuple(verb.doc[min(t.i for t in _cue_tokens(verb)) : whom.head.i + 1])
    return Reading(cue, tuple(whom.subtree), whom, (what,), "asserts", "told_by")


def read_relays(told: Reading) -> Iterator[Reading]:
    """'A cook told a driver, who told his cousin, who told us that ...': the driver, the cousin."""
    heard = told.heard
    while heard is not None:
        verb = next((c for c in heard.children if is_telling_on(c)), None)
        if verb is None:
            return
        words = subtree_without(heard, verb)
        while words and words[-1].is_punct:
            words = words[:-1]
        next_heard = _heard(verb)
        yield Reading(
            _cue_tokens(verb), tuple(words), heard, told.content, "asserts", "told_by", next_heard
        )
        heard = next_heard


def is_telling_on(verb: "Token") -> bool:
    """'A driver, who told his cousin'."""
    subject = subject_of(verb)
    return (
        verb.dep_ == "relcl"
        and verb.lemma_.lower() in load_saying_words().telling_whom
        and not is_passive(verb)
        and subject is not None
        and subject.lower_ == "who"
    )


def _verb(verb: "Token", rows: tuple[Cue, ...]) -> Reading | None:
    if verb.dep_ == "acl" and _is_inserted(verb):
        return _inserted(verb, rows[0])
    passive = is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod"})
    speaker = _agent(verb) if passive else speaker_of(verb)
    if speaker is None and not passive:
        return None
    if speaker is not None and speaker.lower_ in FIRST_PERSON | NOBODY:
        return None
    if is_about_naming(verb):
        return None
    for row in rows:
        if speaker is not None and row.stance in {"promises", "hopes"} and not can_act(speaker):
            continue
        content = passive_content_of(verb) if passive else content_of(verb, row)
        if (
            passive and verb.lemma_.lower() in load_saying_words().telling_whom
        ):  # "we were told that": who is told says nothing
            hearer = subject_of(verb)
            told = set(hearer.subtree) if hearer is not None else set()
            content = tuple(t for t in content if t not in told)
        if content or "quote" in row.takes:
            source = _source_tokens(speaker, verb) if speaker is not None else ()
            gone = {t.i for t in source} | {verb.i}
            kept = tuple(t for t in content if t.i not in gone)
            return Reading(
                _cue_tokens(verb),
                source,
                speaker,
                kept,
                stance_of(verb, row),
                row.knows,
                _heard(verb),
            )
    return None


def is_told(cue: Sequence["Token"]) -> bool:
    """'Was told', 'have been informed'."""
    return any(t.lemma_.lower() in load_saying_words().telling_whom and is_passive(t) for t in cue)


def is_about_naming(verb: "Token") -> bool:
    """'asked not to be named': a note on the source, nothing it says."""
    clause = child_of(verb, "xcomp", "ccomp")
    if clause is None or clause.lemma_ not in {"name", "identify"} or not is_passive(clause):
        return False  # nor "two had been named by witnesses, the chief told us"
    is_asked = is_infinitive(clause) or verb.lemma_.lower() in load_saying_words().asked
    return is_asked and clause.i > verb.i


def _is_inserted(verb: "Token") -> bool:
    """'a raid which the council alleged was carried out by the north'."""
    noun, later = verb.head, verb.head.head
    between = verb.i - noun.i == 1
    return (
        between
        and noun.dep_ in {"nsubj", "nsubjpass"}
        and later.i > verb.i
        and verb.tag_ in {"VBD", "VBN"}
    )


def _inserted(verb: "Token", row: Cue) -> Reading:
    noun, clause = verb.head, verb.head.head
    source = tuple(t for t in noun.subtree if t.i < verb.i)
    content = tuple(t for t in clause.subtree if t.i > verb.i)
    return Reading((verb,), source, noun, content, row.stance, row.knows)


def _cue_tokens(verb: "Token") -> tuple["Token", ...]:
    """The verb with its auxiliaries, negation and particle, where they stand beside it."""
    near = [
        c for c in verb.children
        if c.dep_ in {"aux", "auxpass", "neg", "prt"} and abs(c.i - verb.i) <= 3
    ]  # fmt: skip
    return tuple(sorted([verb, *near], key=lambda t: t.i))


def _agent(verb: "Token") -> "Token | None":
    by = child_of(verb, "agent")
    return child_of(by, "pobj") if by is not None else None


def _source_tokens(speaker: "Token", verb: "Token") -> tuple["Token", ...]:
    cut = [verb] if verb in speaker.subtree else []
    tokens = subtree_without(speaker, *cut)
    return tuple(t for t in tokens if t.i < verb.i) if speaker.i < verb.i else tuple(tokens)


def _heard(verb: "Token") -> "Token | None":
    if verb.lemma_ != "tell":
        return None
    heard = child_of(verb, "dobj", "dative")
    return (
        None if heard is not None and heard.lemma_.lower() in {"reporter", "journalist"} else heard
    )


def stance_of(verb: "Token", row: Cue) -> Stance:
    words = load_saying_words()
    lemma = verb.lemma_.lower()
    if not is_negated(verb):
        return row.stance
    if lemma in words.knowing:
        return "no_knowledge"
    if lemma in words.checking:
        return "unclear" if child_of(verb, "aux") and _can(verb) else "declines"
    if row.stance == "denies":
        return "unclear"
    return "doubts" if row.knows == "assesses" else row.stance


def _can(verb: "Token") -> bool:
    return any(c.lemma_ in {"can", "could"} for c in verb.children if c.dep_ == "aux")


def _noun(noun: "Token", cue: Cue) -> Reading | None:
    """'The ministry's claim that ...', 'claims by residents that ...'."""
    clause = next((c for c in noun.children if c.dep_ in {"acl", "ccomp", "relcl"}), None)
    if clause is None and noun.dep_ == "dobj":  # "denied a report in the Post that"
        beside = child_of(noun.head, "ccomp")
        clause = beside if beside is not None and beside.left_edge.i > noun.i else None
    content: list[Token] = []
    if clause is not None and _is_that_clause(clause):
        content = list(clause.subtree)
    elif "of" in cue.takes:
        of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
        content = list(of.subtree)[1:] if of is not None else []
    if not content:
        return None
    holder = _holder(noun)
    if holder is not None and holder.lower_ in {"its", "my", "our", "your"}:
        holder = None
    source = tuple(holder.subtree) if holder is not None else ()
    return Reading((noun,), source, holder, tuple(content), cue.stance, cue.knows)


def _is_that_clause(clause: "Token") -> bool:
    mark = child_of(clause, "mark")
    if mark is not None and mark.lower_ == "that":
        return subject_of(clause) is not None
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children)


def _holder(noun: "Token") -> "Token | None":
    owner = child_of(noun, "poss")
    if owner is not None:
        return owner
    for prep in noun.children:
        if prep.dep_ in {"prep", "agent"} and prep.lower_ in {"by", "from"}:
            return child_of(prep, "pobj")
        medium = child_of(prep, "pobj") if prep.lower_ in {"in", "on"} else None
        if medium is not None and (is_medium(medium) or medium.ent_type_ == "ORG"):
            return medium
    if noun.dep_ == "nsubj" and noun.head.lemma_.lower() in load_saying_words().stemming:
        came = next(
            (c for c in noun.head.children if c.dep_ == "prep" and c.lower_ in {"from", "with"}),
            None,
        )
        giver = child_of(came, "pobj") if came is not None else None
        return giver if giver is not None and can_act(giver) else None
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in load_saying_words().voicing:
        return speaker_of(noun.head)
    return None

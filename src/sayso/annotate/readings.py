"""One cue word in, the speaker and the words it governs out, by rules over the parse."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.annotate.cues import Cue, CueTable, load_cues
from sayso.annotate.entities import GROUP_NOUNS
from sayso.annotate.mentions import load_source_kinds
from sayso.annotate.parses import child_of, is_negated, is_passive, subject_of, subtree_without
from sayso.types import Basis, Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

RELATIVE = frozenset({"who", "which", "that", "whom"})
NOBODY = frozenset({"it", "there", "one", "nobody", "none", "nothing", "no-one", "what"})
FIRST_PERSON = frozenset({"i", "we", "me", "us", "you"})
REFUSING = frozenset({"decline", "refuse"})
ANSWERING = frozenset({"comment", "say", "confirm", "respond", "answer", "discuss", "speculate"})
_MAKING = frozenset(
    "urge order ask tell force allow persuade warn beg instruct advise invite".split()
)
_ACCUSING = frozenset({"accuse", "blame", "suspect", "convict", "stop", "prevent"})
UNSURE = frozenset({"confirm", "verify", "say", "determine", "establish", "tell"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One attribution in tokens. `source` None: nobody is made to say it.

    speaker: the head word of the source
    heard:   head word of who it was told to, if anyone
    """

    cue: tuple["Token", ...]
    source: tuple["Token", ...]
    speaker: "Token | None"
    content: tuple["Token", ...]
    stance: Stance
    knows: Basis | None = None
    heard: "Token | None" = None


def read_cues(doc: "Doc", cues: CueTable) -> Iterator[Reading]:
    """Every reading that a cue word of the text allows, in text order."""
    for token in doc:
        reading = None
        if token.lower_ == "according":
            reading = _according(token)
        elif token.lemma_.lower() in {"quote", "cite"} and token.pos_ == "VERB":
            reading = _quoting(token)
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


def _verb(verb: "Token", rows: tuple[Cue, ...]) -> Reading | None:
    if verb.dep_ == "acl" and _is_inserted(verb):
        return _inserted(verb, rows[0])
    passive = is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod"})
    speaker = _agent(verb) if passive else speaker_of(verb)
    if speaker is None and not passive:
        return None
    if speaker is not None and speaker.lower_ in FIRST_PERSON | NOBODY:
        return None
    if _is_about_naming(verb):
        return None
    for row in rows:
        if speaker is not None and row.stance in {"promises", "hopes"} and not can_act(speaker):
            continue
        content = _passive_content(verb) if passive else _content(verb, row, speaker)
        if content or "quote" in row.takes:
            source = _source_tokens(speaker, verb) if speaker is not None else ()
            gone = {t.i for t in source} | {verb.i}
            kept = tuple(t for t in content if t.i not in gone)
            return Reading(
                _cue_tokens(verb),
                source,
                speaker,
                kept,
                _stance(verb, row),
                row.knows,
                _heard(verb),
            )
    return None


def _is_about_naming(verb: "Token") -> bool:
    """'asked not to be named': a note on the source, nothing it says."""
    clause = child_of(verb, "xcomp", "ccomp")
    return clause is not None and clause.lemma_ in {"name", "identify"} and is_passive(clause)


def can_act(noun: "Token") -> bool:
    """Questions, costs and moves plan and do nothing; people, bodies and pronouns do."""
    if noun.pos_ in {"PROPN", "PRON"} or noun.ent_type_:
        return True
    lemma = noun.lemma_.lower()
    is_someone = lemma in GROUP_NOUNS or lemma in load_source_kinds()
    return is_someone or not lemma.endswith(("ion", "ing", "ent", "st", "ity", "nce", "ure", "ism"))


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


def speaker_of(verb: "Token") -> "Token | None":
    """Who does the saying: the verb's subject, or the one it shares with its governor."""
    subject = subject_of(verb)
    if verb.dep_ == "acl" and verb.tag_ != "VBG" and verb.head.dep_ in {"nsubj", "nsubjpass"}:
        return verb.head  # "which the opposition alleged was carried out by ..."
    if subject is not None:
        if subject.lower_ in RELATIVE:
            return verb.head if verb.dep_ in {"relcl", "acl"} else None
        if _is_trailing(verb, subject):
            return _shared_speaker(verb, verb.head)
        return subject
    if _is_name_before(verb):
        return verb.nbor(-1)
    if verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VBG":
        return _teller(verb.head)
    if (
        verb.dep_ == "pcomp"
        and verb.head.lower_ == "as"
        and verb.head.head.lemma_ in {"quote", "cite"}
    ):
        governor = verb.head.head
        return child_of(governor, "nsubjpass") or child_of(governor, "dobj")
    if verb.dep_ in {"conj", "xcomp", "advcl", "pcomp"} and verb.head != verb:
        governor = verb.head if verb.dep_ != "pcomp" else verb.head.head
        if verb.dep_ == "pcomp" and governor.lemma_ in _ACCUSING:
            return child_of(governor, "dobj", "nsubjpass")
        if verb.dep_ == "pcomp" and governor.dep_ == "dobj" and governor.head.lemma_ in _ACCUSING:
            return governor  # "accused the air force of bombing": the parse hangs it on the force
        if verb.dep_ == "xcomp" and governor.lemma_ in _MAKING:
            return child_of(governor, "dobj") or _shared_speaker(verb, governor)
        return _shared_speaker(verb, governor)
    return None


def _is_trailing(verb: "Token", subject: "Token") -> bool:
    """'condemned the offensive, saying ...': the parse may take the offensive for who says it."""
    is_bare = verb.tag_ == "VBG" and not any(c.dep_ == "aux" for c in verb.children)
    is_governed = verb.dep_ in {"ccomp", "advcl"} and verb.head.pos_ == "VERB"
    return is_bare and is_governed and subject.i < verb.i


def _is_name_before(verb: "Token") -> bool:
    """'While asking for calm Karim Odas said': a name just before a finite verb of saying."""
    if verb.i == verb.sent.start or verb.tag_ not in {"VBD", "VBZ", "VBP"} or verb.dep_ == "conj":
        return False
    before = verb.nbor(-1)
    if before.ent_type_ in {"PERSON", "ORG"} and before.pos_ == "PROPN":
        return True
    # "... near Karez, a northern officer said": the officer may hang on the town.
    edge = before.left_edge
    is_apart = edge.i > verb.sent.start and edge.nbor(-1).text == ","
    return before.pos_ == "NOUN" and is_apart and child_of(verb, "ccomp") is not None


def _teller(noun: "Token") -> "Token | None":
    """Who speaks in 'a man saying', 'sent messages saying', 'condemned the raid, saying'."""
    is_teller = noun.ent_type_ in {"PERSON", "ORG", "NORP"} or _is_kind_of_source(noun)
    if is_teller or noun.dep_ != "dobj" or noun.head.pos_ != "VERB":
        return noun
    return speaker_of(noun.head) or noun


def _is_kind_of_source(noun: "Token") -> bool:
    return load_source_kinds().get(noun.lemma_.lower(), "document") != "document"


def _shared_speaker(verb: "Token", governor: "Token") -> "Token | None":
    if governor.pos_ not in {"VERB", "AUX"} or governor == verb:
        return None
    is_cue = verb.lemma_.lower() in load_cues().verbs
    if not is_cue and verb.dep_ == "advcl" and governor.i > verb.i:
        said = next((c for c in governor.children if c.dep_ == "ccomp" and c.i < verb.i), None)
        return subject_of(said) if said is not None else speaker_of(governor)
    # A trailing "saying ..." often hangs in the parse on the clause that was said.
    while is_cue and verb.dep_ == "advcl" and governor.dep_ == "ccomp" and governor.i < verb.i:
        governor = governor.head
    return speaker_of(governor)


def _source_tokens(speaker: "Token", verb: "Token") -> tuple["Token", ...]:
    cut = [verb] if verb in speaker.subtree else []
    tokens = subtree_without(speaker, *cut)
    return tuple(t for t in tokens if t.i < verb.i) if speaker.i < verb.i else tuple(tokens)


def _content(verb: "Token", row: Cue, speaker: "Token | None") -> tuple["Token", ...]:
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
        return list(verb.doc[verb.sent.start : subject.left_edge.i]) if subject is not None else []
    if verb.dep_ == "parataxis" or (verb.dep_ == "ccomp" and _is_set_off(verb)):
        return subtree_without(verb.head, verb)
    return []


def _closes_sentence(verb: "Token") -> bool:
    """'... were damaged the source added.': feeds drop commas, and the parse then hangs the tag
    of saying anywhere."""
    subject = subject_of(verb)
    if subject is None or subject.lower_ in RELATIVE or verb.tag_ not in {"VBD", "VBZ"}:
        return False
    before = subject.left_edge.i - verb.sent.start
    after = verb.doc[verb.i + 1 : verb.sent.end]
    is_last = all(
        t.is_punct or t.is_space or t.ent_type_ in {"DATE", "TIME"} or t.lower_ == "on"
        for t in after
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
        return list(thing.subtree) if hung is not None and verb.lemma_ in _ACCUSING else []
    if prep is None:
        return []
    asides = [c for t in prep.subtree for c in t.children if _opens_with_as(c)]
    return [*(thing.subtree if thing is not None else ()), *subtree_without(prep, *asides)]


def _opens_with_as(clause: "Token") -> bool:
    """'... as the rebels claim victory': what happens beside is no part of what is called for."""
    return clause.dep_ == "advcl" and any(c.lower_ == "as" for c in clause.children)


def _passive_content(verb: "Token") -> tuple["Token", ...]:
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


def _heard(verb: "Token") -> "Token | None":
    if verb.lemma_ != "tell":
        return None
    heard = child_of(verb, "dobj", "dative")
    return (
        None if heard is not None and heard.lemma_.lower() in {"reporter", "journalist"} else heard
    )


def _stance(verb: "Token", row: Cue) -> Stance:
    lemma = verb.lemma_.lower()
    if lemma in REFUSING:
        clause = child_of(verb, "xcomp")
        return "declines" if clause is not None and clause.lemma_ in ANSWERING else row.stance
    if not is_negated(verb):
        return row.stance
    if lemma == "know":
        return "no_knowledge"
    if lemma in UNSURE:
        return "unclear" if child_of(verb, "aux") and _can(verb) else "declines"
    if row.stance == "denies":
        return "unclear"
    return "doubts" if row.knows == "assesses" else row.stance


def _can(verb: "Token") -> bool:
    return any(c.lemma_ in {"can", "could"} for c in verb.children if c.dep_ == "aux")


def _noun(noun: "Token", cue: Cue) -> Reading | None:
    """'The ministry's claim that ...', 'claims by residents that ...'."""
    clause = next((c for c in noun.children if c.dep_ in {"acl", "ccomp", "relcl"}), None)
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
    if noun.dep_ == "dobj" and noun.head.pos_ == "VERB":
        return speaker_of(noun.head)
    return None

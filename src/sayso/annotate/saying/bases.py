"""A reading in, how its speaker knows out: told by another, saw or did it, from a record.

Only what the text itself tells; what such a source would know by is settled where claims are
weighed (`resolve/source/sources.py`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.mentions import load_source_kinds
from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.number.counting_lists import load_counting_lists
from sayso.annotate.parses import child_of, is_negated, sentence_of, subject_of
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.annotate.saying.sayings import Guess
from sayso.annotate.saying.stances import is_self, main_verb
from sayso.types import Attribution, Basis, Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

# How likely the encoder must hold a basis for it to count; more for one that would make its
# source an origin: read by a strict reader, most of those guesses were wrong.
SURE = 0.5
SURE_OF_KNOWING = 0.85
KNOWING = frozenset({"saw", "record", "told_by"})
BYSTANDERS = frozenset({"witness", "family", "detainee", "rescuer", "medic"})
SILENT = frozenset(
    "asks calls_for declines hopes no_knowledge promises unclear retracts".split()
)  # stances that tell of no fact, so of no way to know it
FACTUAL = frozenset({"asserts", "accuses", "admits", "denies"})
BLAMING = frozenset({"blame"})
SEEING = frozenset({"see", "witness", "survive"})
STAYING = frozenset({"stay", "remain"})  # and see what happens there
MOST = 0.6  # share of what one is made to say from which it is wholly another's words


def settle_basis(
    cue: Sequence["Token"],
    source: Sequence["Token"],
    content: Sequence["Token"],
    stance: Stance,
    ruled: Basis | None,
    guesses: Mapping[str, Guess],
) -> Basis | None:
    """How the speaker knows, by the words alone; None: they leave it open.

    ruled:   what the table of cues says of the cue
    guesses: what the encoder holds likeliest, by head
    """
    guess, kind = guesses.get("basis"), guesses.get("kind")
    if stance in SILENT:
        return "not_stated"
    if stance == "accuses" and any(t.lemma_.lower() in BLAMING for t in cue):
        return "reacts"
    if ruled is not None and (ruled != "saw" or _is_sight(cue)):
        return ruled
    if source and _is_document(source):
        return "record"
    told = _of_source(source) if source and stance in FACTUAL else None
    if told is not None:
        return told
    own = _of_self(content, source) if source and stance in {"asserts", "admits"} else None
    if own == "told_by" or (source and stance in FACTUAL and _is_of_all(content)):
        return "told_by"
    if guess is not None and guess.label == "reacts" and _gives_toll(cue, content):
        return "not_stated"
    is_bystander = kind is not None and kind.label in BYSTANDERS
    is_unseen = (
        guess is not None
        and guess.label == "saw"
        and not (is_bystander or _was_there(content, source))
    )
    if guess is not None and guess.label != "not_stated" and not is_unseen:
        least = SURE_OF_KNOWING if guess.label in KNOWING else SURE
        if guess.share >= least:
            return guess.label  # type: ignore[return-value]  # the head's labels are bases
    if own is not None:
        return own
    return "not_stated" if guess is not None and guess.share >= SURE else None


def _gives_toll(cue: Sequence["Token"], content: Sequence["Token"]) -> bool:
    """'Raised the death toll to 45': it answers nobody's words."""
    lists = load_counting_lists()
    verbs = {t.lemma_.lower() for t in cue}
    is_changed = not verbs.isdisjoint(lists.putting | lists.correcting)
    return is_changed and any(t.lemma_.lower() in lists.tolls | lists.tallies for t in content)


def _is_document(source: Sequence["Token"]) -> bool:
    head = source[0].doc[source[0].i : source[-1].i + 1].root
    is_name = head.text[:1].isupper() and head.i != sentence_of(head).start  # "the Harbour Post"
    lemma = head.lemma_.lower()
    if is_name or lemma in load_saying_words().uttered:
        return False
    return load_source_kinds().get(lemma) == "document"


def _of_source(source: Sequence["Token"]) -> Basis | None:
    """'A surgeon who counted the bodies', 'Odas, who saw the raid'."""
    head = source[0].doc[source[0].i : source[-1].i + 1].root
    verbs = {t.lemma_.lower() for t in head.subtree if t.dep_ == "relcl" and not is_negated(t)}
    if verbs & load_saying_words().recording:
        return "record"
    own = {t.lemma_.lower() for t in head.subtree if _is_of_who(t) and not is_negated(t)}
    verbs -= {t.lemma_.lower() for t in head.subtree if t.dep_ == "relcl" and _is_view(t)}
    was_there = verbs & (SEEING | STAYING) or own & load_saying_words().being_there
    return "saw" if was_there else None


def _is_view(verb: "Token") -> bool:
    """'Allies, who see it as a threat'."""
    is_today = verb.tag_ in {"VBZ", "VBP"} and not any(c.dep_ == "aux" for c in verb.children)
    return is_today and verb.lemma_.lower() in SEEING


def _is_of_who(verb: "Token") -> bool:
    """'A neighbour who pulled the bodies out'; not 'the man whose brother fled'."""
    is_past = verb.dep_ == "relcl" and verb.tag_ in {"VBD", "VBN"}
    subject = child_of(verb, "nsubj") if is_past else None
    return subject is not None and subject.lower_ == "who"


def _of_self(content: Sequence["Token"], source: Sequence["Token"]) -> Basis | None:
    """'He had been told', 'we struck the bridge', 'she was beaten'."""
    words = load_saying_words()
    verb = main_verb(content)
    if verb is None or is_negated(verb):
        return None
    if not _is_own(verb, content, source):
        return "saw" if _is_done_to_me(verb) else None
    lemma = verb.lemma_.lower()
    is_passive = _is_passive(verb)
    if (is_passive and lemma in words.told) or (lemma in {"hear", "learn"} and _is_hearsay(verb)):
        return "told_by"
    got = next((c.lemma_.lower() for c in verb.children if c.dep_ == "dobj"), "")
    if lemma in {"receive", "get", "obtain", "have"} and got in words.reports:
        return "told_by"
    return "saw" if _is_own_past(verb) and lemma not in words.told else None


def _is_sight(cue: Sequence["Token"]) -> bool:
    """'Saw the men leave', 'was there to witness'; not 'is seen as a rival', 'sees a conspiracy'."""
    verb = next((t for t in cue if t.lemma_.lower() in load_saying_words().perceiving), cue[-1])
    if _is_passive(verb) or is_negated(verb) or any(c.lower_ == "as" for c in verb.children):
        return False
    if verb.lemma_.lower() == "hear" and _is_hearsay(verb):
        return False
    return verb.tag_ in {"VBD", "VBN", "VBG"} or verb.lemma_.lower() == "witness"


def _is_passive(verb: "Token") -> bool:
    return any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children)


def _was_there(content: Sequence["Token"], source: Sequence["Token"]) -> bool:
    """'I was asleep downstairs when it hit': it takes who speaks of himself, and of what is past."""
    verbs = [t for t in content if t.pos_ in {"VERB", "AUX"} and not is_negated(t)]
    return any(
        (_is_own(v, content, source) and _is_own_past(v))
        or _is_at_own_place(v, content, source)
        or _is_done_to_me(v)
        for v in verbs
    )


def _is_done_to_me(verb: "Token") -> bool:
    """'They asked me for water'."""
    return _is_own_past(verb) and any(
        t.lower_ in {"me", "us"} and t.dep_ in {"dobj", "dative", "pobj"}
        for child in verb.children
        for t in (child, *child.children)
    )


def _is_at_own_place(verb: "Token", content: Sequence["Token"], source: Sequence["Token"]) -> bool:
    """'He was in hiding', 'I was under the stall': everybody knows where he is."""
    is_somewhere = verb.lemma_ == "be" and child_of(verb, "prep") is not None
    return is_somewhere and verb.tag_ == "VBD" and _is_own(verb, content, source)


def _is_own(verb: "Token", content: Sequence["Token"], source: Sequence["Token"]) -> bool:
    """Whether who speaks can be who does it: within quotation marks 'I' and 'we' alone are.

    Outside them 'the army said it', 'Odas said he', 'the clerks said they'; not 'the army said he'.
    """
    if not is_self(verb):
        return False
    subject = subject_of(verb)
    pronoun = subject.lower_ if subject is not None else ""
    before = verb.doc[max(content[0].i - 1, 0) : verb.i]
    if sum(t.is_quote for t in before) % 2 or not source:
        return pronoun in {"i", "we"}
    head = source[0].doc[source[0].i : source[-1].i + 1].root
    if head.pos_ == "PRON":
        return pronoun == head.lower_ or head.tag_ == "WP"
    if head.tag_ in {"NNS", "NNPS"} or len([c for c in head.children if c.dep_ == "conj"]):
        return pronoun in {"they", "it", "we"}
    if head.ent_type_ == "PERSON":
        return pronoun != "it"
    is_body = head.ent_type_ in {"GPE", "NORP"} or head.lemma_.lower() in load_naming_words().groups
    return pronoun not in {"he", "she"} or not is_body


def _is_own_past(verb: "Token") -> bool:
    """'Struck the bridge', 'had seen it'; not 'believed', 'would strike'."""
    has_modal = any(c.tag_ == "MD" for c in verb.children)
    is_past = verb.tag_ in {"VBD", "VBN"} or any(c.lemma_ == "have" for c in verb.children)
    return is_past and not has_modal and verb.lemma_.lower() not in load_saying_words().states


def _is_of_all(content: Sequence["Token"]) -> bool:
    """'Nobody at the school had heard from her': who says so for all of them has it from them."""
    verb = main_verb(content)
    subject = subject_of(verb) if verb is not None else None
    if (
        verb is None
        or subject is None
        or subject.left_edge.lower_ not in load_grammar_words().nobody
    ):
        return False
    is_of_house = any(c.lower_ in {"at", "in", "of", "here"} for c in subject.children)
    return is_of_house and verb.lemma_ == "hear" and any(c.lower_ == "from" for c in verb.children)


def _is_hearsay(verb: "Token") -> bool:
    """'Heard that it burned', 'heard from a cousin'; not 'heard the windows break'."""
    return any(
        (c.dep_ == "ccomp" and c.tag_ not in {"VB", "VBG"}) or c.lower_ in {"from", "of", "about"}
        for c in verb.children
    )


def with_hearsay(found: Sequence[Attribution], text: str) -> tuple[Attribution, ...]:
    """The same, those who hand on another's words `told_by`, or by `record` where it is a paper."""
    return tuple(
        replace(a, basis=_handed_on(a, index, found, text) or a.basis)
        for index, a in enumerate(found)
    )


def _handed_on(
    said: Attribution, index: int, found: Sequence[Attribution], text: str
) -> Basis | None:
    if said.source is None or said.basis not in {None, "not_stated"}:
        return None
    if said.stance not in FACTUAL - {"denies"}:  # who denies a claim has it from nobody
        return None
    for one in found:
        hands_on = one.inside == index and _is_telling(one)
        if hands_on and (_is_most(one, said) or _is_told_to_self(one, text)):
            return "record" if one.basis == "record" or one.kind == "document" else "told_by"
    return None


def _is_telling(inner: Attribution) -> bool:
    source = inner.source
    return (
        inner.stance in FACTUAL
        and source is not None
        and source.words.lower() not in load_grammar_words().speakers
    )


def _is_most(inner: Attribution, outer: Attribution) -> bool:
    own = [*inner.content, *inner.source_words, inner.cue]
    inside = sum(s.stop - s.start for s in own if any(o.covers(s) for o in outer.content))
    whole = sum(s.stop - s.start for s in outer.content)
    return inner.content == outer.content or inside >= MOST * whole


def _is_told_to_self(inner: Attribution, text: str) -> bool:
    after = text[inner.cue.stop :].split(maxsplit=1)
    return bool(after) and after[0].strip(",.").lower() in load_grammar_words().objects

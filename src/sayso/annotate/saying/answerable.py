"""'Claimed responsibility for the raid', 'was behind it', 'denied a hand in it' in, whose deed it is said to be out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.parses import child_of, is_negated, is_passive, object_after, subject_of
from sayso.annotate.role.doers import doer_of
from sayso.annotate.role.words import load_role_words
from sayso.annotate.saying.speakers import RELATIVE
from sayso.event_types import load_words

if TYPE_CHECKING:
    from spacy.tokens import Token


_ORDERING = frozenset({"order", "oversee", "direct", "commission"})


def answerable_for(deed: "Token") -> "Token | None":
    """deed: the noun ("raid") or gerund ("shelling") that tells the event."""
    if deed.dep_ in {"dobj", "nsubjpass"} and deed.head.lemma_ == "attribute":
        return object_after(deed.head, "to") or object_after(deed, "to")
    if deed.dep_ == "dobj" and deed.head.dep_ == "pcomp" and deed.head.lemma_ in _ORDERING:
        return doer_of(deed.head)  # "sentenced for ordering the killing"
    claimed = next((c for c in deed.children if c.dep_ == "acl" and c.lemma_ == "claim"), None)
    if claimed is not None and (by := child_of(claimed, "agent")) is not None:
        return child_of(by, "pobj")  # "an attack claimed by the Front"
    if deed.dep_ == "dobj" and deed.head.lemma_ in load_role_words().committing:
        return _of_carrying_out(deed.head)
    who = _answering(deed) if deed.dep_ in {"pobj", "pcomp"} else None
    is_nobody = who is not None and who.left_edge.lower_ in load_grammar_words().no_one
    return None if is_nobody else who


def _answering(deed: "Token") -> "Token | None":
    joint, over = deed.head, deed.head.head
    if joint.lower_ == "behind":
        return _of_being(over)
    if (
        joint.lower_ == "with"
        and over.lemma_ == "do"
        and over.head.lower_ in {"nothing", "something"}
    ):
        return _meant(doer_of(over.head.head))  # "had nothing to do with"
    share = over if over.pos_ == "NOUN" else child_of(over, "dobj", "nsubjpass")
    if share is not None and share.lemma_ in _shares(joint):
        return _of_share(share)
    if joint.lower_ == "of" and over.lemma_ in load_role_words().accusing:
        return child_of(over, "nsubjpass" if is_passive(over) else "dobj")  # "convicted of murder"
    if joint.lower_ == "for" and over.lower_ == "responsible":
        return _of_being(over.head) if over.dep_ in {"acomp", "attr", "oprd"} else _noun_of(over)
    return None


def _of_carrying_out(verb: "Token") -> "Token | None":
    """Of 'denied carrying out', 'admitted to having staged': who denies or admits."""
    over = verb.head if verb.dep_ == "xcomp" else verb.head.head if verb.dep_ == "pcomp" else None
    is_own = over is not None and over.lemma_ in load_role_words().sharing
    if over is None or not is_own or verb.tag_ != "VBG" or is_passive(over):
        return None
    return _meant(doer_of(over))


def is_share(noun: "Token") -> bool:
    """'Had no hand in the raid', 'played a role in it': no deed itself."""
    words = load_role_words()
    is_had = noun.dep_ == "dobj" and noun.head.lemma_ in words.sharing
    is_in = object_after(noun, "in") is not None or object_after(noun.head, "in") is not None
    return is_had and noun.lemma_ in words.shares_in and is_in


def _shares(joint: "Token") -> frozenset[str]:
    """'Responsibility for', 'a hand in'."""
    words = load_role_words()
    return {"for": words.shares_for, "in": words.shares_in}.get(joint.lower_, frozenset())


def _of_being(word: "Token") -> "Token | None":
    """Of 'were behind': who were; of 'the men behind': the men."""
    if word.pos_ in {"NOUN", "PROPN", "PRON"}:
        return word
    return _meant(subject_of(word)) if word.lemma_ == "be" else None


def _noun_of(word: "Token") -> "Token | None":
    """Of 'the men responsible for': the men."""
    return word.head if word.dep_ == "amod" and word.head.pos_ in {"NOUN", "PROPN"} else None


def _of_share(share: "Token") -> "Token | None":
    """Who claims, takes, has or denies it; of 'their role in': they."""
    owner = child_of(share, "poss")
    if owner is not None:
        return owner
    verb = share.head
    if verb.lemma_ not in load_role_words().sharing or is_negated(verb):
        return None
    if is_passive(verb):
        by = child_of(verb, "agent")
        return child_of(by, "pobj") if by is not None else None
    return _meant(doer_of(verb)) if share.dep_ == "dobj" else None


def _meant(subject: "Token | None") -> "Token | None":
    """The noun before a relative: of 'the group that claimed', the group."""
    if subject is not None and subject.lower_ in RELATIVE and subject.head.dep_ == "relcl":
        return subject.head.head
    return subject


def is_of_doer(verb: "Token") -> bool:
    """'An ambush which they said was staged by the Front': no lie, but whose it was."""
    subject = subject_of(verb)
    if child_of(verb, "agent") is None or subject is None:
        return False
    over = verb.head if verb.dep_ == "ccomp" else verb
    deed = over.head if subject.lower_ in RELATIVE and over.dep_ == "relcl" else subject
    return deed.lower_ == "it" or deed.lemma_.lower() in load_words().nouns


def leaves_open(cue: Sequence["Token"], content: Sequence["Token"]) -> bool:
    """'Does not show who fired', 'do not prove that they did'."""
    opening = load_grammar_words().questions | {"that"}
    first = next((t for t in content if not t.is_punct), content[0])
    return any(t.dep_ == "neg" for t in cue) and first.lower_ in opening


def doers_named(words: Iterable["Token"]) -> "Iterator[Token]":
    """Of 'was carried out by the north', 'was the work of rebels': the north, the rebels."""
    for word in words:
        is_of = word.lower_ == "of" and word.head.lemma_ in _WORKS
        who = child_of(word, "pobj") if word.dep_ == "agent" or is_of else None
        if who is not None:
            yield who


_WORKS = frozenset({"work", "handiwork", "doing"})

"""Words in, whether they say of what others told that it is not so: a lie, a dream, nothing of the kind."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.annotate.parses import child_of, is_negated, object_after, subject_of
from sayso.annotate.saying.answerable import is_of_doer
from sayso.annotate.saying.cues import CueTable

if TYPE_CHECKING:
    from spacy.tokens import Token


def called_so(cue: Sequence["Token"]) -> list["Token"]:
    """The last word of 'called the report of his death false'."""
    return [
        c for t in cue for c in t.children if c.dep_ in _SO_CALLED and c.pos_ in {"ADJ", "NOUN"}
    ]


_SO_CALLED = frozenset({"oprd", "acomp", "ccomp"})


def is_of_nothing(verb: "Token") -> bool:
    """'Nothing of the kind happened', 'no such thing had taken place'."""
    subject = subject_of(verb)
    if subject is None or verb.lemma_ not in _COMING_ABOUT:
        return False
    is_kind = object_after(subject, "of")
    is_nothing = subject.lower_ == "nothing" and is_kind is not None
    is_such = subject.lemma_ == "thing" and any(c.lower_ == "such" for c in subject.children)
    return (is_nothing and is_kind is not None and is_kind.lemma_ in {"kind", "sort"}) or is_such


_COMING_ABOUT = frozenset({"happen", "occur", "take", "do"})


def is_held_falsely(noun: "Token", cues: CueTable) -> bool:
    """'The mistaken belief that it was over', held by nobody named: whoever says so takes it for wrong."""
    row = cues.nouns.get(noun.lemma_.lower()) if noun.pos_ == "NOUN" else None
    is_view = row is not None and row.knows == "assesses"  # a false claim is told by somebody
    return is_view and is_false_word([c for c in noun.children if c.dep_ == "amod"], cues)


def is_false_word(words: Sequence["Token"], cues: CueTable) -> bool:
    return any(t.lemma_.lower() in cues.falsehoods or t.lower_ in cues.falsehoods for t in words)


def is_predicated_false(verb: "Token", cues: CueTable) -> bool:
    """'The footage was staged', 'the report is a lie'."""
    said = [c for c in verb.children if c.dep_ in {"acomp", "attr", "oprd"}]
    is_plain = child_of(verb, "dobj") is None and not _is_where(verb) and not is_of_doer(verb)
    itself = [verb] if is_plain else []  # "was staged", "had misheard"
    return not is_negated(verb) and is_false_word([*said, *itself], cues)


def _is_where(verb: "Token") -> bool:
    """'Are lying in the yard': no lie."""
    places = set("in on at under near beside outside inside between behind down".split())
    return verb.lemma_ == "lie" and any(c.lower_ in places for c in verb.children)

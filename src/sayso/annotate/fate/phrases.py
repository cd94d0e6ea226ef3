"""A verb in, whose fate it tells by several words together out.

'Nobody had heard from her since', 'had no word of him': she is missing. 'She was brought in', in
the mouth of a nurse: she is in hospital.
"""

from typing import TYPE_CHECKING

from sayso.annotate.event.camps import is_force
from sayso.annotate.fate.persons import is_person
from sayso.annotate.fate.words import load_fate_lists
from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.parses import (
    child_of,
    is_negated,
    object_after,
    sentence_around,
    subject_of,
)
from sayso.annotate.person.described import People

if TYPE_CHECKING:
    from spacy.tokens import Token


def unheard_of(verb: "Token", people: People) -> "Token | None":
    """Who has not been heard from, or of whom there is no news."""
    subject = subject_of(verb) or (subject_of(verb.head) if verb.dep_ == "conj" else None)
    thing = child_of(verb, "dobj")
    is_nothing = thing is not None and thing.lower_ == "nothing"
    if verb.lemma_.lower() == "hear" and (is_negated(verb) or _is_nobody(subject) or is_nothing):
        whom = object_after(verb, "from", "of") or child_of(verb, "nsubjpass")
        return whom if whom is not None and is_person(whom, people) else None
    if verb.lemma_.lower() == "lose":  # "lost contact with Odas", "contact with Odas was lost"
        thing = child_of(verb, "dobj", "nsubjpass")
        is_contact = thing is not None and thing.lemma_ in {"contact", "touch", "trace"}
        whom = object_after(thing, "with", "of") if thing is not None and is_contact else None
        whom = whom or (object_after(verb, "with") if is_contact else None)
        return whom if whom is not None and is_person(whom, people) else None
    news = child_of(verb, "dobj", "attr")
    if verb.lemma_.lower() == "find" and child_of(verb, "auxpass") is not None:
        news = child_of(verb, "nsubjpass")  # "no trace of Odas has been found"
    if (
        verb.lemma_.lower() not in {"have", "be", "find"}
        or news is None
        or news.lemma_ not in load_fate_lists().news
    ):
        return None
    is_none = is_negated(verb) or any(c.lower_ == "no" for c in news.children)
    whom = object_after(news, "from", "of", "with") or object_after(verb, "from", "of", "with")
    return whom if is_none and whom is not None and is_person(whom, people) else None


def unknown(verb: "Token", people: People) -> "Token | None":
    """'Nobody knows what happened to Odas', 'what became of her is not known'."""
    what, over = subject_of(verb), verb.head
    if verb.lemma_ not in {"happen", "become"} or what is None or what.lower_ != "what":
        return None
    whom = object_after(verb, "to", "of")
    if whom is None or not is_person(whom, people) or over.pos_ not in {"VERB", "AUX"}:
        return None
    is_asked = over.lemma_ in {"know", "say", "tell", "learn", "discover"} and (
        is_negated(over) or _is_nobody(subject_of(over))
    )
    said = child_of(over, "acomp", "attr")
    is_unclear = said is not None and said.lower_ in load_fate_lists().unknown
    return whom if is_asked or is_unclear else None


def reporting(word: "Token") -> "Token | None":
    """The verb that gives somebody out as it: 'reported killed', 'lists her as missing'."""
    verb = word.head
    if word.dep_ in {"pcomp", "pobj", "amod"} and verb.lower_ == "as":
        verb = verb.head
    elif word.dep_ not in {"oprd", "acomp", "xcomp", "ccomp", "advcl", "dep", "pcomp"}:
        return None
    mark = child_of(word, "mark")
    is_own = subject_of(word) is None and child_of(word, "aux", "auxpass", "dobj") is None
    is_own = is_own and (mark is None or mark.lower_ == "as")  # "gives Odas as killed"
    is_said = verb.pos_ == "VERB" and verb.lemma_.lower() in load_fate_lists().reporting
    return verb if is_said and is_own and word.i > verb.i else None


def is_in_hands(noun: "Token") -> bool:
    """'In army hands', 'in the hands of the rebels'; not 'in good hands', nor 'in the hands of God'."""
    if noun.lower_ != "hands":
        return False
    held = [c for c in noun.children if c.dep_ in {"compound", "amod", "nmod", "poss"}]
    of = object_after(noun, "of")
    return any(is_force(t) or t.ent_type_ in {"NORP", "ORG"} for t in (*held, of) if t is not None)


def _is_nobody(subject: "Token | None") -> bool:
    if subject is None:
        return False
    is_bare_one = subject.lower_ == "one" and not any(c.lower_ == "no" for c in subject.children)
    return subject.lower_ in load_grammar_words().nobody_or_one and not is_bare_one


def is_brought_in(verb: "Token") -> bool:
    """'Was brought in', 'had been admitted': into a hospital, where the sentence has one."""
    words = load_fate_lists()
    if verb.lemma_.lower() not in words.brought or child_of(verb, "auxpass") is None:
        return False
    within = [c for c in verb.children if c.lower_ == "in"]
    is_bare = any(child_of(c, "pobj") is None for c in within)
    is_in = is_bare or (verb.lemma_.lower() == "admit" and not within)
    return is_in and any(t.lemma_.lower() in words.wards for t in sentence_around(verb))


def let_go(verb: "Token") -> "Token | None":
    """Whom somebody 'let go' or 'set free'."""
    if verb.lemma_.lower() == "let":
        done = next((c for c in verb.children if c.dep_ == "ccomp" and c.lower_ == "go"), None)
        return subject_of(done) if done is not None else None
    is_free = verb.lemma_.lower() == "set" and any(c.lower_ == "free" for c in verb.children)
    return child_of(verb, "dobj") if is_free else None

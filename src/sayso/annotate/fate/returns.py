"""A word of a parsed text in, whom it tells to be back, to be out alive, or never to have come out.

'Came home after two years in a rebel prison', 'was found by shepherds, frostbitten but alive', 'escaped
unhurt', 'set out for Karez and never arrived'.
"""

from typing import TYPE_CHECKING

from sayso.annotate.fate.words import load_fate_lists, load_fate_words
from sayso.annotate.parses import child_of, is_negated, object_after, sentence_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_AFTER_FINDING = 16  # words after "found" in which "but alive" may stand
_HARM = frozenset({"injury", "harm", "scratch", "hurt", "wound"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})


def is_back_from_prison(verb: "Token") -> bool:
    """'Returned after eleven months in captivity', 'came home in an exchange'; not after eleven months
    in Paris."""
    words = load_fate_lists()
    is_home = verb.lemma_ in _TO_HOME and any(c.lower_ in {"home", "back"} for c in verb.children)
    is_coming = is_home or verb.lemma_.lower() in words.coming_out | {"arrive", "reach"}
    if not is_coming or is_negated(verb):
        return False
    if is_swapped(verb):
        return True
    return any(_is_term_held(t) for t in verb.subtree if t.lower_ == "after" and t.i > verb.i)


_TO_HOME = frozenset({"be", "bring", "fly", "carry", "take"})  # "is home", "was brought home"


def is_swapped(verb: "Token") -> bool:
    """'In an exchange of prisoners'; not 'in an exchange of fire'."""
    swap = object_after(verb, "in", "under")
    if swap is None or swap.lemma_.lower() not in load_fate_lists().swaps:
        return False
    of = object_after(swap, "of")
    return of is None or of.lemma_.lower() not in {"fire", "gunfire", "letter", "view", "shot"}


def _is_term_held(after: "Token") -> bool:
    words, term = load_fate_lists(), child_of(after, "pobj")
    if term is None or term.lemma_.lower() not in words.terms:
        return False
    where = object_after(term, "in", "of", "as") or object_after(after.head, "in")
    if where is None:
        return False
    is_captive = where.lemma_.lower() in load_fate_words().called
    return where.lemma_.lower() in words.confining or is_captive


def is_serving(verb: "Token", thing: "Token") -> bool:
    """'Is serving nineteen years for murder'; not 'served nine years as mayor'."""
    is_term = thing.lemma_.lower() in load_fate_lists().terms
    if verb.lemma_ != "serve" or not is_term or child_of(thing, "nummod") is None:
        return False
    beside = {c.lower_ for word in (verb, thing) for c in word.children if c.dep_ == "prep"}
    return not beside & {"as", "with", "under", "on"} and (
        "for" in beside or verb.tag_ == "VBG" or _is_in_prison(verb, thing)
    )


def _is_in_prison(verb: "Token", thing: "Token") -> bool:
    where = object_after(verb, "in") or object_after(thing, "in")
    return where is not None and where.lemma_.lower() in load_fate_lists().confining


def never_came(verb: "Token") -> bool:
    """'Set out for Karez and never arrived', 'never reached the border', 'has not come out'."""
    lemma, thing = verb.lemma_.lower(), child_of(verb, "dobj")
    if not is_negated(verb) or verb.tag_ not in {"VBD", "VBN"}:
        return False
    never = any(c.lower_ == "never" for c in verb.children)
    if lemma == "arrive":
        return never
    if lemma == "come":
        is_out = any(c.lower_ == "out" and child_of(c, "pobj") is None for c in verb.children)
        has = any(c.lower_ in {"has", "have", "had"} for c in verb.children)
        return thing is None and is_out and (has or never) and object_after(verb, "of") is None
    if lemma != "reach" or thing is None or not never:
        return False
    is_goal = thing.lemma_.lower() in load_fate_lists().goals
    return is_goal or (thing.pos_ == "PROPN" and thing.ent_type_ in _PLACES)


def is_unhurt_escape(verb: "Token") -> bool:
    """'Escaped unhurt', 'escaped without injury': nobody fled."""
    if verb.lemma_ != "escape":
        return False
    near = verb.doc[verb.i + 1 : min(verb.i + 4, sentence_of(verb).stop)]
    harm = object_after(verb, "without", "with")
    return any(load_fate_words().being.get(t.lower_) == "alive" for t in near) or (
        harm is not None and harm.lemma_.lower() in _HARM
    )


def found_so(word: "Token") -> "Token | None":
    """The verb of 'was found by shepherds on Thursday, frostbitten but alive', of its last word."""
    if load_fate_words().being.get(word.lower_) != "alive":
        return None
    before = word.nbor(-1) if word.i else word
    if before.lower_ not in {"but", "and", ","}:
        return None
    start = max(sentence_of(word).start, word.i - _AFTER_FINDING)
    verbs = [t for t in word.doc[start : word.i] if t.pos_ == "VERB" and t.dep_ != "amod"]
    finds = [t for t in verbs if t.lemma_ in {"find", "rescue", "pull", "recover", "discover"}]
    return (
        finds[-1] if finds and all(t.i <= finds[-1].i or t.tag_ == "VBN" for t in verbs) else None
    )

"""The fates found in, what is said of 'no one of that name' out, of the one who bears it.

'Odas was taken on Friday. The brigade said it held no man of that name': the brigade denies that it holds
Odas, the last of whom the report told that he was taken or lost.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.annotate.fate.words import load_fate_lists, load_fate_words
from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.parses import child_of, span_of
from sayso.types import Event, Mention, Role

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_TAKEN = frozenset("missing disappeared abducted captured detained arrest".split())
_SUCH = frozenset({"person", "man", "woman", "individual", "boy", "girl"})


def find_nameless(doc: "Doc", known: Sequence[Event]) -> Iterator[Event]:
    """The fates that somebody denies of a name told before."""
    for word in doc:
        verb = _denying(word)
        whom = _last_taken(known, word.idx) if verb is not None else None
        if verb is not None and whom is not None:
            type_ = "arrest" if verb.lemma_ == "arrest" else "detained"
            if any(_is_told(e, type_, verb, whom) for e in known):
                continue
            yield Event(type_, span_of([verb]), (Role("victim", whom),), negated=True)


def _is_told(event: Event, type_: str, verb: "Token", whom: Mention) -> bool:
    """Whether an event says so of him by that very word."""
    is_same = (event.type, event.trigger.start) == (type_, verb.idx)
    return is_same and any(r.filler.span == whom.span for r in event.roles if r.name == "victim")


def is_of_that_name(filler: Mention) -> bool:
    words = filler.words.lower()
    return words.endswith(" that name") or words.startswith("no such ")


def _denying(word: "Token") -> "Token | None":
    """The verb of 'held no one of that name', 'no such person had been arrested'."""
    noun = _of_name(word) or (word if _is_such(word) else None)
    if noun is None or noun.head.pos_ not in {"VERB", "AUX"}:
        return None
    marks = {noun.lower_, *(c.lower_ for c in noun.children)}
    verb, words = noun.head, load_fate_lists()
    is_none = bool(marks & load_grammar_words().no_one)
    lemma = verb.lemma_.lower()
    is_held = lemma in words.held_by_name | words.taken_by_name
    if not is_none or not is_held or noun.dep_ not in {"dobj", "nsubjpass", "attr"}:
        return None
    return verb


def _of_name(name: "Token") -> "Token | None":
    """'No one of that name', 'nobody by that name'."""
    if name.lemma_ != "name" or not any(c.lower_ == "that" for c in name.children):
        return None
    if name.dep_ != "pobj" or name.head.lower_ not in {"of", "by"}:
        return None
    over = name.head.head
    return child_of(over, "dobj", "nsubjpass") if over.pos_ == "VERB" else over


def _is_such(noun: "Token") -> bool:
    """'No such prisoner', 'no such person'."""
    is_one = noun.lemma_.lower() in _SUCH or noun.lemma_.lower() in load_fate_words().called
    return is_one and any(c.lower_ == "such" for c in noun.children)


def _last_taken(known: Sequence[Event], before: int) -> Mention | None:
    """Who the report last told of as taken, held or lost, single and before the word."""
    victims = [
        r.filler
        for e in sorted(known, key=lambda e: e.trigger.start)
        if e.type in _TAKEN and e.trigger.start < before
        for r in e.roles
        if r.name == "victim"
        and r.filler.kind in {"person", "role"}
        and not is_of_that_name(r.filler)
    ]
    return victims[-1] if victims else None

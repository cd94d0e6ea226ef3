"""A verb of a parsed text in, what it says became of single persons out: 'was beaten', 'drowned'."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.annotate.described import People
from sayso.annotate.fate_figures import (
    is_freed,
    is_given_up_to_captors,
    is_journey,
    is_lost,
    is_out_of_field,
    is_shelter,
    is_won,
)
from sayso.annotate.fate_persons import are_people, doing, is_person, undergoing
from sayso.annotate.fate_phrases import is_brought_in, let_go, unheard_of
from sayso.annotate.fate_words import load_fate_lists, load_fate_words
from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.parses import child_of, is_negated, sentence_of, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 4  # tokens after a verb in which the word that it needs may stand
_PERFECT = frozenset({"have", "has", "had"})
_GIVING_UP = {("give", "up"), ("turn", "in"), ("hand", "in")}
_ARMS = frozenset({"arm", "weapon", "arms"})
_TERMS = frozenset({"sentence", "term", "time"})

Found = tuple[str, "Token", "Token"]  # the type, the word that tells it, whom it befell


def of_verb(verb: "Token", people: People) -> Iterator[Found]:
    """What the verb itself tells, by the words after it, of whom it is done to or who does it."""
    words, lemma = load_fate_words(), verb.lemma_.lower()
    gone = let_go(verb)
    if gone is not None and (is_person(gone, people) or are_people(gone)):
        yield "released", verb, gone
    stop = min(verb.i + 1 + _NEAR, sentence_of(verb).stop)
    after = [t.lower_ for t in verb.doc[verb.i + 1 : stop]]
    undergone, unheard = undergoing(verb, people), unheard_of(verb, people)
    if unheard is not None:
        yield "missing", verb, unheard
    elif undergone is not None and is_brought_in(verb):
        yield "hospitalised", verb, undergone
    elif "to death" in " ".join(after):
        subject = undergone or doing(verb, people)
        if lemma in words.to_death and subject is not None:
            yield words.to_death[lemma], verb, subject
    elif undergone is not None:
        type_ = _done_to(verb, after)
        if type_ is not None:
            yield type_, verb, undergone
    else:
        yield from _seen_doing(verb, people)
        subject = doing(verb, people)
        if subject is not None:
            yield from ((type_, verb, subject) for type_ in _done_by(verb, after))


def _done_to(verb: "Token", after: Sequence[str]) -> str | None:
    words, lemma = load_fate_words(), verb.lemma_.lower()
    if is_only_wounded(verb):
        return "injured"
    if lemma == "let" and "go" in after[:3]:
        return "released"
    given = child_of(verb, "dobj") if lemma in {"grant", "give"} else None
    if given is not None and is_shelter(given):
        return "fled"
    if lemma == "find":
        return next((words.found[word] for word in after[:2] if word in words.found), None)
    if lemma not in words.undergone:
        return None
    needed = words.undergone_with.get(lemma)
    beside = {*after, *(c.lower_ for c in verb.children if c.dep_ in {"prep", "prt", "agent"})}
    is_held = lemma == "hold" and child_of(verb, "dobj") is not None
    if needed is not None and not is_held and beside.isdisjoint(needed):
        return None
    if lemma == "see" and is_unseen(verb, beside):
        return "missing"
    if is_out_of_field(verb):
        return None
    if lemma == "take" and beside & {"prisoner", "captive", "alive"}:
        return "captured"
    return words.undergone[lemma]


def is_unseen(verb: "Token", beside: set[str]) -> bool:
    """'Has not been seen since', 'nobody has seen her since May', 'was never seen again'."""
    subject = subject_of(verb)
    nobody = subject is not None and bool(
        {subject.lower_, *(c.lower_ for c in subject.children)} & load_grammar_words().no_one
    )
    is_perfect = any(c.lower_ in _PERFECT for c in verb.children if c.dep_ == "aux")
    is_over = "again" in beside or ("since" in beside and is_perfect)
    return is_over and (nobody or is_negated(verb))


def _done_by(verb: "Token", after: Sequence[str]) -> Iterator[str]:
    words, lemma = load_fate_words(), verb.lemma_.lower()
    thing = child_of(verb, "dobj")
    if is_lost(verb, after):
        yield "missing"
    if lemma == "survive" and thing is None and is_negated(verb):
        yield "died"
        return
    if lemma == "fight" and after[:1] == ["for"] and "life" in after[1:3]:
        yield "injured"
    if lemma == "fall" and after[:1] == ["into"] and "hands" in after:
        yield "captured"
    if thing is not None:
        yield from _done_to_thing(verb, thing, after)
        if lemma != "survive" and not (lemma == "serve" and thing.lemma_ in _TERMS):
            return
    if lemma in words.done and not (lemma == "survive" and child_of(verb, "agent") is not None):
        if is_won(verb) or is_journey(verb):
            return
        needed = words.done_with.get(lemma)
        text = " ".join(after)
        if needed is None or any(text.startswith(word) for word in needed):
            yield words.done[lemma]


def _done_to_thing(verb: "Token", thing: "Token", after: Sequence[str]) -> Iterator[str]:
    """'Surrendered himself', 'laid down his arms', 'took refuge': what the object makes of the verb."""
    words, lemma = load_fate_words(), verb.lemma_.lower()
    is_himself = thing.lower_ in {"himself", "herself"}
    if is_himself and lemma in words.to_himself:
        yield words.to_himself[lemma]
    if is_himself and (lemma, *after[1:2]) in _GIVING_UP and is_given_up_to_captors(verb):
        yield "captured"
    for verbs, makes, type_ in _WITH_OBJECT:
        if lemma in verbs and makes(verb, thing, after):
            yield type_


# A verb, what its object must be, and what it then tells of its subject.
_WITH_OBJECT: tuple[
    tuple[frozenset[str], Callable[["Token", "Token", Sequence[str]], bool], str], ...
] = (
    (frozenset({"lay"}), lambda _, thing, after: thing.lemma_ in _ARMS and "down" in after, "captured"),
    (frozenset({"escape"}), lambda _, thing, __: thing.lemma_ in load_fate_lists().escaped, "alive"),
    (frozenset({"seek", "take", "find"}), lambda _, thing, __: is_shelter(thing), "fled"),
    (frozenset({"leave", "exit", "quit"}), lambda verb, thing, _: is_freed(verb, thing), "released"),
    (frozenset({"take"}), lambda _, thing, __: _is_own_life(thing), "died"),
    (frozenset({"leave"}), lambda _, thing, __: thing.lemma_ == "country", "fled"),
    (frozenset({"regain"}), lambda verb, thing, _: thing.lemma_ == "consciousness" and is_negated(verb), "died"),
    (frozenset({"lose"}), lambda _, thing, __: thing.lemma_.lower() in load_fate_words().parts, "injured"),
)  # fmt: skip


def _is_own_life(thing: "Token") -> bool:
    return thing.lemma_ == "life" and child_of(thing, "poss") is not None


def _seen_doing(verb: "Token", people: People) -> Iterator[Found]:
    """'Saw Odas go below', 'found Odas clinging to a buoy': who does something is alive."""
    words = load_fate_lists()
    if verb.lemma_ not in words.sensing or is_negated(verb):
        return
    done = next((c for c in verb.children if c.dep_ == "ccomp" and c.tag_ in {"VB", "VBG"}), None)
    subject = child_of(done, "nsubj") if done is not None else None
    if done is None or subject is None or done.lemma_ in words.fatal | {"lie", "be"}:
        return
    if is_person(subject, people) and not any(c.dep_ in {"mark", "aux"} for c in done.children):
        yield "alive", verb, subject


def is_only_wounded(verb: "Token") -> bool:
    """'Shot in the thigh', 'shot and died on the way'; not 'shot in the head', nor 'shot dead'."""
    wounds = load_fate_words().wounds
    inner = (child_of(c, "pobj") for c in verb.children if c.dep_ == "prep" and c.lower_ == "in")
    is_dead = any(c.lower_ == "dead" for c in verb.children)
    dies_later = any(c.dep_ == "conj" and c.lemma_ == "die" for c in verb.children)
    return verb.lemma_ == "shoot" and not is_dead and (dies_later or any(
        noun is not None and noun.lemma_.lower() in wounds for noun in inner
    ))  # fmt: skip

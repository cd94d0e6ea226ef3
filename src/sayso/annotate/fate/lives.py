"""The fates that a text tells in, by what else it tells of those lost that they live out.

Whoever was lost, or given for dead, is alive where somebody has met him, saw him or had a letter from
him since: 'her sister had rung on Sunday', 'shared a cell with Odas'. Of anybody else it tells nothing.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.annotate.event.modality import modality_of
from sayso.annotate.event.triggers import Trigger
from sayso.annotate.fate.persons import doing, is_person
from sayso.annotate.fate.phrases import reporting
from sayso.annotate.fate.verbs import Found
from sayso.annotate.fate.words import load_fate_lists
from sayso.annotate.parses import child_of, head_at, is_negated, object_after, sentence_of
from sayso.annotate.person.described import HE, People
from sayso.types import Event

if TYPE_CHECKING:
    from spacy.tokens import Token

_LOST = frozenset({"missing", "disappeared", "abducted"})
_HELD = frozenset({"captured", "detained", "arrest"})
_DEAD = frozenset({"killed", "died", "executed"})
_ASKING = frozenset({"on", "for", "off"})
_NOT_ONE = frozenset({"them", "us", "me", "you", "i"})


@dataclass(frozen=True)
class _Lost:
    """Who is looked for: by the last words of names; is_open: of somebody who may not be named."""

    names: frozenset[str]
    is_open: bool


def find_living(events: Sequence[Event], people: People) -> Iterator[Found]:
    """Whoever is told to live, with the word that tells it."""
    lost = _lost_in(events, people)
    if not lost.names and not lost.is_open:
        return
    for word in people.doc:
        for sign in _SIGNS:
            whom = sign(word, people)
            if whom is not None and _is_lost(whom, lost, people) and _is_told(word):
                yield "alive", word, whom
                break


def _lost_in(events: Sequence[Event], people: People) -> _Lost:
    names: set[str] = set()
    is_open = False
    for event in events:
        is_lost = event.type in _LOST or (event.type in _DEAD and _is_doubted(event, people))
        if is_lost or event.type in _HELD:
            victims = (r.filler for r in event.roles if r.name == "victim")
            names |= {v.words.split()[-1] for v in victims if v.kind == "person" and v.words}
        is_open = is_open or is_lost
    return _Lost(frozenset(n for n in names if n[:1].isupper()), is_open)


def _is_doubted(event: Event, people: People) -> bool:
    """'Is not dead', 'was reported dead', 'may have been killed'."""
    word = head_at(people.doc, event.trigger)
    is_reported = word is not None and reporting(word) is not None
    return event.negated or is_reported or event.modality == "hypothetical"


def _is_lost(whom: "Token", lost: _Lost, people: People) -> bool:
    named = people.name_at(whom) if people.is_named(whom) else None
    if named is not None:
        return named.words.split()[-1] in lost.names
    is_known = whom.pos_ == "PRON" or any(
        c.dep_ == "poss" or c.lower_ == "the" for c in whom.children
    )
    return lost.is_open and is_known and whom.lower_ not in _NOT_ONE and is_person(whom, people)


def _is_told(word: "Token") -> bool:
    verb = word if word.pos_ in {"VERB", "AUX"} else word.head
    return not is_negated(verb) and modality_of(Trigger("alive", verb, (verb,), verb)) == "happened"


def _met(verb: "Token", people: People) -> "Token | None":
    """'Visited her in May', 'spoke to him', 'shared a cell with Odas'."""
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB":
        return None
    if lemma in load_fate_lists().meeting:
        return child_of(verb, "dobj", "nsubjpass")
    if lemma in load_fate_lists().seeing:
        return child_of(verb, "dobj")
    if lemma in {"speak", "talk"}:
        return object_after(verb, "to", "with")
    return object_after(verb, "with") if lemma in load_fate_lists().sharing else None


def _rang(verb: "Token", people: People) -> "Token | None":
    """'Her son had telephoned', 'he sent a voice message'; not 'called for a truce'."""
    words, lemma = load_fate_lists(), verb.lemma_.lower()
    if verb.pos_ != "VERB" or verb.tag_ == "VBG":
        return None
    thing = child_of(verb, "dobj")
    if lemma == "appear" and any(
        c.dep_ == "prep" and c.lower_ in {"in", "on"} and _is_show(child_of(c, "pobj"))
        for c in verb.children
    ):
        return doing(verb, people)
    if lemma in words.sending and thing is not None and thing.lemma_.lower() in words.letters:
        return doing(verb, people)
    is_asked = lemma == "call" and (
        any(c.lower_ in _ASKING for c in verb.children if c.i > verb.i) or _is_naming(verb)
    )
    if lemma not in words.ringing or is_asked or not (thing is None or is_person(thing, people)):
        return None
    return doing(verb, people)


def _is_show(thing: "Token | None") -> bool:
    """'Appeared in a video', 'on state television'."""
    return thing is not None and thing.lemma_.lower() in load_fate_lists().shows


def _is_naming(call: "Token") -> bool:
    """'Called her a traitor', 'calls them "children"': a word that one is called, and no telephone."""
    after = call.doc[call.i + 1 : min(call.i + 12, sentence_of(call).stop)]
    is_quoting = any(t.is_quote for t in after)
    return is_quoting or child_of(call, "oprd") is not None


def _heard(noun: "Token", people: People) -> "Token | None":
    """'Had a letter from her', 'a video of him drinking tea'."""
    words, lemma = load_fate_lists(), noun.lemma_.lower()
    is_had = noun.pos_ == "NOUN" and noun.head.lemma_ in words.having
    if lemma not in words.letters or not is_had or any(c.lower_ == "no" for c in noun.children):
        return None
    sender = object_after(noun, "from") or object_after(noun.head, "from")
    shown = object_after(noun, "of")
    done = next((child_of(c, "pcomp") for c in noun.children if c.lower_ == "of"), None)
    if done is not None and done.tag_ == "VBG":
        return sender or child_of(done, "nsubj")
    is_doing = shown is not None and any(c.tag_ == "VBG" for c in (*shown.children, *noun.children))
    return sender or (shown if is_doing else None)


def _told_of(verb: "Token", people: People) -> "Token | None":
    """'Had heard from her on Sunday'; that nobody had is no sign of life."""
    is_heard = verb.lemma_ == "hear" and verb.pos_ == "VERB"
    whom = object_after(verb, "from") if is_heard else None
    subject = child_of(verb, "nsubj", "nsubjpass")
    is_of_one = subject is not None and (people.is_named(subject) or subject.lower_ in HE)
    return whom if is_of_one or (subject is not None and is_person(subject, people)) else None


_SIGNS: tuple[Callable[["Token", People], "Token | None"], ...] = (_met, _rang, _heard, _told_of)

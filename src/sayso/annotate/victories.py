"""A parsed report in, who calls himself the winner out: as words of his, and as his victory.

"The council claimed victory" is no word of the outlet's: it prints that somebody says he has won.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.annotate.mentions import name_phrase
from sayso.annotate.parses import child_of, is_negated, pieces_of, span_of, subject_of
from sayso.annotate.saying_words import load_saying_words
from sayso.annotate.settings import place_of, time_of
from sayso.annotate.triggers import Trigger
from sayso.types import Attribution, Event, Mention, Role, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from sayso.annotate.events import Surroundings

_VICTORY = frozenset({"victory", "triumph", "win"})
_WINNER = frozenset({"winner", "victor", "victorious"})


@dataclass(frozen=True, slots=True)
class Boast:
    """Somebody's word for his own victory: who, by which verb, and the word itself."""

    who: "Token"
    verb: "Token"
    word: "Token"


def find_boasts(doc: "Doc") -> tuple[Boast, ...]:
    """'Claimed victory', 'called the battle a victory', 'declared itself the winner'."""
    return tuple(boast for verb in doc if (boast := _boast(verb)) is not None)


def _boast(verb: "Token") -> Boast | None:
    words = load_saying_words()
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB" or lemma not in words.claiming | words.hailing or is_negated(verb):
        return None
    who = subject_of(verb)
    word = _word(verb, lemma)
    if who is None or who.dep_ == "nsubjpass" or word is None or _is_anothers(word):
        return None
    return Boast(who, verb, word)


def _word(verb: "Token", lemma: str) -> "Token | None":
    words = load_saying_words()
    own = child_of(verb, "dobj")
    if lemma in words.claiming and own is not None and own.lemma_.lower() in _VICTORY:
        return own
    if lemma not in words.hailing:
        return None
    below = [t for c in verb.children if c.i > verb.i for t in (c, *c.children, *_under(c))]
    found = (t for t in below if t.lemma_.lower() in _VICTORY | _WINNER)
    return next((t for t in found if t.dep_ != "compound"), None)


def _under(word: "Token") -> Iterator["Token"]:
    for child in word.children:
        yield from child.children


def _is_anothers(word: "Token") -> bool:
    """'Hailed the army's victory', 'the victory of the other side'."""
    of = next((c for c in word.children if c.dep_ == "prep" and c.lower_ in {"of", "for"}), None)
    whose = child_of(word, "poss")
    return of is not None or (whose is not None and whose.lower_ not in {"its", "their", "his"})


def with_boasts(doc: "Doc", found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions, with those of who claims a victory; where it is said, it is asserted."""
    kept = list(found)
    for boast in find_boasts(doc):
        at = boast.verb.idx
        known = next((i for i, a in enumerate(kept) if a.cue.start <= at < a.cue.stop), None)
        if known is None:
            kept.append(_said(boast))
        else:
            content = kept[known].content
            words = (
                content
                if any(s.start <= boast.word.idx < s.stop for s in content)
                else _words(boast)
            )
            kept[known] = replace(kept[known], stance="asserts", basis=None, content=words)
    return tuple(kept)


def _words(boast: Boast) -> tuple[Span, ...]:
    after = [t for t in boast.verb.subtree if t.i > boast.verb.i and not t.is_space]
    return pieces_of(after)


def _said(boast: Boast) -> Attribution:
    who = _whose(boast)
    return Attribution(
        source=who,
        source_words=(who.span,),
        cue=span_of([boast.verb]),
        content=_words(boast),
        manner="indirect",
        stance="asserts",
    )


def _whose(boast: Boast) -> Mention:
    return name_phrase(list(boast.who.subtree), boast.who)


def find_victories(doc: "Doc", around: "Surroundings") -> Iterator[Event]:
    """The victories that are claimed, each in the words of who claims it."""
    for boast in find_boasts(doc):
        trigger = Trigger("victory_claim", boast.word, (boast.word,), boast.verb)
        yield Event(
            "victory_claim",
            span_of([boast.word]),
            (Role("holder", _whose(boast)),),
            place=place_of(trigger, around.places, around.attributions),
            when=time_of(trigger, around.times, around.attributions),
        )


def is_boast(doc: "Doc", event: Event) -> bool:
    """Whether `find_victories` tells what an event found otherwise tells of the same words."""
    if event.type != "victory_claim":
        return False
    spans = (span_of([t]) for b in find_boasts(doc) for t in (b.verb, b.word))
    return any(span.meets(event.trigger) for span in spans)

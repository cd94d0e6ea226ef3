"""A parsed report in, who calls himself the winner out: as words of his, and as his victory.

"The council claimed victory" is no word of the outlet's: it prints that somebody says he has won.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.annotate.event.settings import place_of, time_of
from sayso.annotate.event.triggers import Trigger
from sayso.annotate.mentions import name_phrase
from sayso.annotate.parses import child_of, is_negated, object_after, pieces_of, span_of, subject_of
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.annotate.saying.speakers import RELATIVE
from sayso.types import Attribution, Event, Mention, Role, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from sayso.annotate.event.events import Surroundings

_VICTORY = frozenset({"victory", "triumph", "win"})
_WINNER = frozenset({"winner", "victor", "victorious"})


@dataclass(frozen=True, slots=True)
class Boast:
    """Somebody's word for his own victory: who, by which verb, and the word itself."""

    who: "Token"
    verb: "Token"
    word: "Token"


def find_boasts(doc: "Doc") -> tuple[Boast, ...]:
    """'Claimed victory', 'its claim of victory', 'called the battle a victory', 'declared itself the winner'."""
    found = (_boast(word) if word.pos_ == "VERB" else _claim_of(word) for word in doc)
    return tuple(boast for boast in found if boast is not None)


def _claim_of(noun: "Token") -> Boast | None:
    """'The army's claim of victory', 'claims of victory by the army'."""
    word = object_after(noun, "of") if noun.lemma_.lower() in load_saying_words().claims else None
    if word is None or noun.pos_ != "NOUN" or word.lemma_.lower() not in _VICTORY:
        return None
    who = child_of(noun, "poss") or object_after(noun, "by") or object_after(word, "by")
    return Boast(who, noun, word) if who is not None else None


def _boast(verb: "Token") -> Boast | None:
    words = load_saying_words()
    lemma = verb.lemma_.lower()
    if lemma not in words.claiming | words.hailing | words.speaking or is_negated(verb):
        return None
    who = subject_of(verb)
    word = _word(verb, lemma)
    if who is None or who.dep_ == "nsubjpass" or word is None or _is_anothers(word):
        return None
    return Boast(who, verb, word)


def _word(verb: "Token", lemma: str) -> "Token | None":
    words = load_saying_words()
    own = _claimed(verb) if lemma in words.claiming else None
    if lemma in words.speaking:
        own = object_after(verb, "of")
    if own is not None and own.lemma_.lower() in _VICTORY:
        return own
    if lemma not in words.hailing or any(map(_is_for, verb.children)):
        return None
    own_words = (c for c in verb.children if c.i > verb.i and not _is_beside(c))
    below = [t for c in own_words for t in (c, *c.children, *_under(c))]
    found = (t for t in below if t.lemma_.lower() in _VICTORY | _WINNER)
    return next((t for t in found if t.dep_ != "compound"), None)


def _claimed(verb: "Token") -> "Token | None":
    """'Claimed victory', 'the victory that it had claimed'."""
    own = child_of(verb, "dobj")
    is_hung = verb.dep_ in {"relcl", "acl"} and verb.head.lemma_.lower() in _VICTORY
    return verb.head if is_hung and (own is None or own.lower_ in RELATIVE) else own


def _is_beside(word: "Token") -> bool:
    """'Hailed a truce as the army claimed victory': no victory of who hailed it."""
    return word.dep_ in {"advcl", "conj"}


def _is_for(word: "Token") -> bool:
    return word.dep_ == "prep" and word.lower_ == "for"


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
            said = _said(boast)
            kept.append(replace(said, inside=_around(said, found)))
        elif kept[known].stance not in _AGAINST:
            content = kept[known].content
            words = (
                content
                if any(s.start <= boast.word.idx < s.stop for s in content)
                else _words(boast)
            )
            kept[known] = replace(kept[known], stance="asserts", basis=None, content=words)
    return tuple(kept)


_AGAINST = frozenset({"denies", "doubts", "retracts"})


def _around(said: Attribution, found: Sequence[Attribution]) -> int | None:
    """The innermost of those in whose words it is said."""
    holding = [
        (sum(s.stop - s.start for s in a.content), index)
        for index, a in enumerate(found)
        if any(s.covers(said.cue) for s in a.content)
    ]
    return min(holding)[1] if holding else None


def _words(boast: Boast) -> tuple[Span, ...]:
    after = [t for t in boast.verb.subtree if t.i > boast.verb.i and not t.is_space]
    is_plain = boast.verb.pos_ == "VERB" and boast.word.i > boast.verb.i
    return pieces_of(after if is_plain else [boast.word])


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

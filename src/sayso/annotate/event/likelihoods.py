"""A trigger and how violent its text is in, whether it is likely to tell an event of a conflict out.

"The senator attacked her plan" and "rebels attacked her village" look alike to a small encoder,
which sees few words at once. A long text in which little else is violent is about other matters:
its votes, fights and losses are those of politics, sport and trade.
"""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from sayso.annotate.event.figure_words import load_figure_words
from sayso.annotate.event.told import Told
from sayso.annotate.event.triggers import Trigger
from sayso.event_types import load_event_types, load_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_VIOLENT = frozenset({"attack", "fate", "casualties", "control"})
# Types whose own words hardly ever mean something else; dying is of illness, and of parties, too.
_PLAIN = frozenset("killed injured executed abducted tortured captured detained arrest".split())
PLAIN = 0.9  # from which share such a word is taken at its word anywhere
# What is given beforehand: so many hundred words, as violent as a report on a war. A short text
# tells too little of itself, and is what somebody chose to have read.
GIVEN, GIVEN_VIOLENCE = 3.0, 6.0
FULL = 1.8  # the density from which on a text is a conflict's, and more violence adds nothing
# Log-odds that a claim tells an event, fitted to 270 claims of 160 reports on politics and on war,
# read by hand; LEAST is where neither half of the gold events loses (bench/events.py).
ALL, SHARE, THIN, NEW, KNOWN, POLITICAL, NOUN, COUNTED = -0.4, 0.5, 4.0, -2.3, -1.0, -1.2, 1.4, 2.6
LEAST = -1.75
_SUREST = 0.995
# The same for a word of war in a text with so many nouns of peace: fitted to 260 claims of 100 passages of
# general news and memoirs, read by hand, and to 430 of the tuning half of our gold events.
EARNEST, EARNEST_SHARE, EARNEST_THIN, EARNEST_GUESSED, EARNEST_NOUN = 0.85, 0.36, 2.3, -0.7, -0.65
EARNEST_COUNTED, CALM, LEAST_EARNEST = 1.5, -3.3, -0.4
_SHORT = 100  # words; a shorter text has too few for a share
# What a report on any matter tells of in earnest, besides protests, trials and the sick.
_WARLIKE = frozenset(
    "killed injured captured abducted alive trapped buried disappeared fled executed tortured"
    " uprising ceasefire".split()
)


def density_of(told: Mapping[int, Told], words: int) -> float:
    """How many violent events a hundred words tell by the encoder's shares, as a logarithm."""
    kinds = load_event_types()
    seen = sum(
        (t.event + t.again)
        * sum(s for name, s in t.types.items() if kinds[name].family in _VIOLENT)
        for t in told.values()
    )
    return math.log((seen + GIVEN * GIVEN_VIOLENCE) / (words / 100 + GIVEN))


def calm_of(doc: "Doc") -> float:
    """How many nouns of games, trade, the arts and parliaments a hundred words have, as a logarithm.

    Each counts once, and the first for nothing: any town has a baker and any war a poet.
    """
    seen = {word.lemma_.lower() for word in doc} & load_figure_words().calm
    words = sum(word.is_alpha for word in doc)
    return math.log(1 + 100 * max(len(seen) - 1, 0) / max(words, _SHORT))


def is_in_earnest(
    trigger: Trigger, told: Mapping[int, Told], density: float, calm: float, *, counted: bool
) -> bool:
    """Whether a word of war means one in a text that is so calm; other words do anyway."""
    kind = load_event_types()[trigger.type]
    if calm <= 0 or (trigger.type not in _WARLIKE and kind.family not in {"attack", "control"}):
        return True
    share = _share(trigger, told)
    if share >= PLAIN and _is_plain(trigger):
        return True
    share = min(max(share, 1 - _SUREST), _SUREST)
    odds = EARNEST + EARNEST_SHARE * math.log(share / (1 - share)) + CALM * calm
    odds += EARNEST_THIN * min(density - FULL, 0.0)
    odds += EARNEST_GUESSED * trigger.guessed + EARNEST_COUNTED * counted
    odds += EARNEST_NOUN * (trigger.head.pos_ in {"NOUN", "PROPN"})
    return odds >= LEAST_EARNEST


def _share(trigger: Trigger, told: Mapping[int, Told]) -> float:
    seen = [told[word.idx] for word in trigger.words if word.idx in told]
    return max((t.event + t.again for t in seen), default=0.0)


def is_likely(
    trigger: Trigger, told: Mapping[int, Told], density: float, *, known: bool, counted: bool
) -> bool:
    """density: of the text; known: the table has the word for the type; counted: it has a number."""
    share = _share(trigger, told)
    family = load_event_types()[trigger.type].family
    if share >= PLAIN and _is_plain(trigger):
        return True
    share = min(max(share, 1 - _SUREST), _SUREST)
    odds = ALL + SHARE * math.log(share / (1 - share)) + THIN * min(density - FULL, 0.0)
    if trigger.guessed:
        odds += KNOWN if known else NEW
    if family not in _VIOLENT or trigger.type == "victory_claim":
        odds += POLITICAL
    if trigger.head.pos_ in {"NOUN", "PROPN"}:
        odds += NOUN
    return odds + (COUNTED if counted else 0.0) >= LEAST


def _is_plain(trigger: Trigger) -> bool:
    """Whether the word means its type wherever it stands: 'killed', but not 'lost'."""
    words, lemma = load_words(), trigger.head.lemma_.lower()
    own = trigger.type in {words.verbs.get(lemma), words.nouns.get(lemma)}
    return own and trigger.type in _PLAIN and not trigger.guessed

"""A verb of harm in, whether it tells the dead of many events together: of a war, of a week's raids."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.annotate.event.setting_words import load_setting_words
from sayso.annotate.parses import child_of, sentence_around, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_STRETCH = re.compile(
    r"\bthis (?:week|month)\b|\b(?:in|over|during|within) (?:the )?(?:past |last )?(?:\w+ )?"
    r"(?:days|weeks|months|week|month)\b",
    re.IGNORECASE,
)


def is_of_war(verb: "Token") -> bool:
    """'The war, which has killed 9,000', 'the conflict, in which 9,000 have died', 'died in the war':
    what a whole war did; of one who fell in it, it tells no sum."""
    words, subject = load_setting_words(), subject_of(verb)
    if subject is not None and subject.lower_ in {"that", "which"} and verb.dep_ == "relcl":
        subject = verb.head
    if subject is not None and subject.lemma_.lower() in words.wars:
        return True
    return subject is not None and _are_many(subject) and any(_is_war(t, verb) for t in _in(verb))


def is_of_raids(verb: "Token") -> bool:
    """'Ten were killed in two air raids this week': two strikes at once on one place are no sum."""
    words, sentence = load_setting_words(), sentence_around(verb)
    subject = subject_of(verb)
    through = [*_in(verb), *([subject] if subject is not None else [])]
    raids = (t for t in through if t.tag_ == "NNS" and t.lemma_.lower() in words.attacks)
    is_counted = any(c.dep_ == "nummod" for t in raids for c in t.children)
    return is_counted and _STRETCH.search(sentence.text) is not None


def _in(verb: "Token") -> Iterator["Token"]:
    """What the verb is set in: 'in the war', 'by three strikes'; 'in which', the noun it is said of."""
    for prep in verb.children:
        what = child_of(prep, "pobj") if prep.lower_ in {"in", "during", "by"} else None
        if what is not None:
            is_relative = what.lower_ == "which" and verb.dep_ == "relcl"
            yield verb.head if is_relative else what


def _is_war(noun: "Token", verb: "Token") -> bool:
    """A war, and of what may be over in a day, only one that has gone on."""
    words = load_setting_words()
    has_gone_on = any(c.dep_ == "aux" and c.lower_ in {"has", "have"} for c in verb.children)
    return noun.lemma_.lower() in (words.wars if has_gone_on else words.long_wars)


def _are_many(noun: "Token") -> bool:
    return noun.tag_ in {"NNS", "CD"} or any(c.dep_ == "nummod" for c in noun.children)

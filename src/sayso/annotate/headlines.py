"""A headline in; the one reading that only headlines have ('Monitor: strike kills 12') out."""

from typing import TYPE_CHECKING

from sayso.annotate.readings import Reading
from sayso.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SOURCE_WORDS = 5  # more words before the colon are a sentence, not a source
COLON = frozenset({":"})
DASHES = frozenset({"-", "–", "—"})


def read_headline(doc: "Doc", headline: Span) -> Reading | None:
    """'SOURCE: words' or 'words - SOURCE'; None for any other headline."""
    words = [t for t in doc if headline.start <= t.idx < headline.stop and not t.is_space]
    for at, token in enumerate(words):
        if token.text in COLON and 0 < at <= SOURCE_WORDS:
            return _reading(words[:at], token, words[at + 1 :])
        if token.text in DASHES and 0 < len(words) - at - 1 <= SOURCE_WORDS and at > SOURCE_WORDS:
            return _reading(words[at + 1 :], token, words[:at])
    return None


def _reading(source: list["Token"], mark: "Token", content: list["Token"]) -> Reading | None:
    nouns = [t for t in source if t.pos_ in {"NOUN", "PROPN"}]
    has_verb = any(t.pos_ in {"VERB", "AUX"} for t in content)
    if not nouns or not has_verb or any(t.pos_ in {"VERB", "AUX", "NUM"} for t in source):
        return None
    return Reading((mark,), tuple(source), nouns[-1], tuple(content), "asserts")

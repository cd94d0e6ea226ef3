"""A text in, the things it points to as showing something (photos, videos, lists) out."""

import re
from collections.abc import Mapping

from sayso.types import Evidence, EvidenceKind, Passage, Span

_WORDS: Mapping[EvidenceKind, str] = {
    "satellite_image": r"satellite (?:image|imagery|photo|picture)s?",
    "photo": r"(?:photo|photograph|picture|image)s?(?: (?:posted|shared|published|on social media)[^.,;]{0,40})?",
    "video": r"(?:videos?|footage)(?: (?:posted|shared|circulating|published|on social media|from)[^.,;]{0,40})?",
    "test_result": r"(?:test|laboratory|lab|autopsy) results?",
    "name_list": r"lists? of (?:the )?(?:names|dead|victims|missing)",
    "document": r"(?:leaked|official|internal|captured) documents?",
    "post": r"(?:a |in a )?(?:tweet|post) (?:on|by|from) [A-Z]?\w+",
}
_FORMS = tuple((kind, re.compile(rf"\b{words}\b")) for kind, words in _WORDS.items())


def find_evidence(text: str, passages: tuple[Passage, ...]) -> tuple[Evidence, ...]:
    """Named evidence outside furniture and captions, in text order, each word once."""
    found: list[Evidence] = []
    for kind, form in _FORMS:
        for match in form.finditer(text):
            span = Span(*match.span())
            if not any(span.meets(e.span) for e in found) and _is_told(span, passages):
                found.append(Evidence(kind, span, span.of(text)))
    return tuple(sorted(found, key=lambda e: e.span))


def _is_told(span: Span, passages: tuple[Passage, ...]) -> bool:
    return not any(
        p.span.covers(span) and p.kind in {"furniture", "caption", "list"} for p in passages
    )

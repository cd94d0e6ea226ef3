"""A text in, the things it points to as showing something (photos, videos, lists) out."""

import re
from collections.abc import Mapping

from sayso.types import Evidence, EvidenceKind, Passage, Span

_SHOWN = r"(?: (?:(?:posted|shared|published|circulating) )?(?:online|on social media))?"
_TESTED = r"(?:test|laboratory|lab|autopsy|dna|toxicology|ballistics?|forensic|soil|blood|water)"
_KEPT = (
    r"(?:leaked|official|internal|captured|classified|confidential|secret|court|hospital|morgue"
    r"|prison|burial|parish|military|police|staff)"
)
# Papers of all sorts are evidence only where they are said to show something.
_TELLING = (
    r"(?=[^.;]{0,60}\b(?:show(?:s|ed|n|ing)?|reveal(?:s|ed)?|seen|obtained|suggest(?:s|ed)?|prov(?:e|es|ed)"
    r"|speaks? of|spoke of|says?|said|lists?|listed|records?|indicat(?:e|es|ed)|confirm(?:s|ed)?|name[sd]?)\b)"
)
_WORDS: Mapping[EvidenceKind, str] = {
    "satellite_image": r"satellite (?:image|imagery|photo|photograph|picture)s?",
    "photo": rf"(?:photo(?:graph)?s?|pictures|images|(?:a|an|one|another) (?:aerial )?(?:picture|image)){_SHOWN}",
    "video": rf"(?:videos?|footage|clips?){_SHOWN}",
    "test_result": rf"{_TESTED} (?:tests?|results?|samples?|analys[ei]s)|dental records|post-mortems?",
    "name_list": r"lists? (?:of|with|bearing|containing|naming) (?:the |their |all )?(?:\d+ )?"
    r"(?:names|dead|victims|missing|killed|fallen|prisoners|detainees)|the names of (?:the )?\d+",
    "document": rf"{_KEPT} (?:documents?|papers|files?|memos?|records?|registers?|logs?|maps?)"
    rf"|(?:documents?|leaflets?|pamphlets?|memos?|memorandum|minutes|drafts?|logbooks?|charge sheet){_TELLING}",
    "post": r"(?:a |in a )?(?:tweet (?:on|by|from) \w+|(?:social media|online|telegram|facebook) posts?"
    r"|post on (?:x|telegram|facebook|twitter|social media|(?:its|his|her|their) (?:page|channel|account)))",
}
_FORMS = tuple(
    (kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for kind, words in _WORDS.items()
)


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

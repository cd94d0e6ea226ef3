"""A report's text and the spans to mark in it in; safe markup out, character for character."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from sayso.types import Claim, Span

# What would vanish, break the page or turn the reading direction: controls but tab and newline,
# marks and overrides of direction, and halves of surrogate pairs, which no encoding takes.
_UNSAFE = re.compile(
    "\r\n|[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s")
_TAGS = {"lit": "mark", "hedge": "u", "own": "em"}


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters to set apart. kind: a CSS class; note: an address and number to put behind."""

    span: Span
    kind: str
    anchor: str = ""
    note: tuple[str, str] | None = None


def make_visible(text: str) -> str:
    """The text with a symbol for each character that cannot be shown safely."""
    return _UNSAFE.sub(lambda found: _symbol_of(found[0]), text)


def escape_visibly(text: str) -> Markup:
    """The same as markup, each symbol telling what it stands for."""
    pieces: list[Markup] = []
    done = 0
    for found in _UNSAFE.finditer(text):
        pieces += [escape(text[done : found.start()]), _markup_of(found[0])]
        done = found.end()
    return Markup("").join([*pieces, escape(text[done:])])


def _symbol_of(unsafe: str) -> str:
    # Not the pictures of control codes (U+2400 on): few fonts hold them.
    return "\n" if unsafe == "\r\n" else "\ufffd"


def _markup_of(unsafe: str) -> Markup:
    if unsafe == "\r\n":
        return Markup("&#13;\n")
    name = unicodedata.name(unsafe, "CONTROL CHARACTER")
    return Markup('<span class="control" title="U+{} {}">{}</span>').format(
        f"{ord(unsafe):04X}", name, _symbol_of(unsafe)
    )


def mark_text(text: str, marks: Iterable[Mark], *, window: Span | None = None) -> Markup:
    """The window of the text (all of it by default) with its marks, which may overlap."""
    within = window or Span(0, len(text))
    opening: dict[int, list[Mark]] = defaultdict(list)
    closing: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        if mark.span.meets(within) and mark.span.start < mark.span.stop:
            opening[max(mark.span.start, within.start)].append(mark)
            closing[min(mark.span.stop, within.stop)].append(mark)
    cuts = sorted({within.start, within.stop, *opening, *closing})
    return Markup("").join(_walk(text, cuts, opening, closing))


def _walk(
    text: str,
    cuts: Sequence[int],
    opening: dict[int, list[Mark]],
    closing: dict[int, list[Mark]],
) -> Iterator[Markup]:
    active: list[Mark] = []
    for start, stop in pairwise(cuts):
        active = [mark for mark in active if mark not in closing.get(start, ())]
        opened = opening.get(start, [])
        active += opened
        yield from (Markup('<a id="{}"></a>').format(mark.anchor) for mark in opened if mark.anchor)
        yield _wrap(escape_visibly(text[start:stop]), sorted({mark.kind for mark in active}))
        yield from (_write_note(mark) for mark in closing.get(stop, ()) if mark.note)


def _wrap(inner: Markup, kinds: Sequence[str]) -> Markup:
    for kind in kinds:
        inner = Markup('<{0} class="{1}">{2}</{0}>').format(_TAGS.get(kind, "span"), kind, inner)
    return inner


def _write_note(mark: Mark) -> Markup:
    """A number that the style sheet draws, so that copying the text copies the text alone."""
    address, number = mark.note or ("", "")
    return Markup('<a class="note" href="{}" data-n="{}" aria-label="claim {}"></a>').format(
        address, number, number
    )


def find_window(text: str, spans: Sequence[Span], *, most: int = 220) -> Span:
    """The sentences around the spans, at most so many characters more on either side."""
    start = max(0, min(span.start for span in spans))
    stop = min(len(text), max(span.stop for span in spans))
    before = text[max(0, start - most) : start]
    first = max((found.end() for found in _SENTENCE_END.finditer(before)), default=0)
    first = max(first, before.rfind("\n") + 1)
    after = text[stop - 1 : stop + most] if stop else text[:most]
    end = _SENTENCE_END.search(after)
    line = after.find("\n", 1)
    ends = [end.end() - 1 if end else None, line if line > 0 else None]
    last = min((place for place in ends if place is not None), default=len(after))
    return Span(start - len(before) + first, max(stop, stop - 1 + last))


def excerpt_claim(text: str, claim: Claim) -> Markup | None:
    """The claim's sentences with its words lit and its hedges underlined.

    None: the report does not hold these words at these characters, so nothing is shown.
    """
    if not claim.quote or " … ".join(span.of(text) for span in claim.quote) != claim.words:
        return None
    near = [claim.cue] if claim.cue and abs(claim.cue.start - claim.quote[0].start) < 300 else []
    window = find_window(text, [*claim.quote, *near])
    marks = [Mark(span, "own") for span in claim.quote] + [
        Mark(span, "hedge") for span in claim.hedges
    ]
    return mark_text(text, marks, window=window)

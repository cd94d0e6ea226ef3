"""In: a report's text. Out: its passages, each with its job; all of the text stays where it is."""

import re
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise

from sayso.read import credits
from sayso.read.again import part_repeats
from sayso.read.furniture import fold, is_correction, is_furniture, is_list_head
from sayso.types import Passage, PassageKind, Span

# In words; chosen by reading what was labelled in real reports of 23 outlets.
_LONGEST_HEADLINE = 25
_LONGEST_STANDFIRST = 40
_LONGEST_LINK = 25
_LONGEST_CAPTION = 60
_SHORTEST_REPEAT = 5
# A title may stand under a kicker, a date, or a share bar.
_TITLE_WITHIN = 6
_LONGEST_SHORT = 120
# In characters; one word can be a million of them.
_WIDEST_SHORT = 2_000

_LINE = re.compile(r"[^\r\n]+")
_BULLET = re.compile(r"[•▪●◦‣∙·]\s*\w|[-*]\s+\w")
_STRONG_BULLET = re.compile(r"[•▪●◦‣∙]")
_STOPPED = re.compile(r"[.!?…:;,][\"'”’)\]]*\Z")
_FINAL_STOP = re.compile(r"[.!…][\"'”’)\]]*\Z")
_BACKGROUND = re.compile(r"background\s*[:–—-]\s")
_HEADINGS: dict[str, PassageKind] = {
    "background": "backgrounder",
    "correction": "correction",
    "corrections": "correction",
    "clarification": "correction",
}
_WITHOUT_BODY = frozenset({"furniture", "byline", "dateline"})


def label_passages(
    text: str, title: str | None = None, *, captions: Collection[str] = ()
) -> tuple[Passage, ...]:
    """Every stretch of text between blank lines with its job, in order, none overlapping.

    Each line of a paragraph is a passage of its own, unless its sentences run over the line
    ends. What no rule knows is body. Only clear wording makes furniture.

    captions: paragraphs that the page itself marks as captions
    """
    spans = _find_spans(text)
    words = [span.of(text) for span in spans]
    marked = frozenset(fold(caption) for caption in captions)
    kinds = [_kind_alone(line, marked) for line in words]
    _mark_headline(kinds, words, title)
    _mark_links(kinds, words)
    _mark_lists(kinds, words)
    _mark_under_headings(kinds, words)
    repeats = _mark_repeats(kinds, words)
    return part_repeats(tuple(map(Passage, spans, kinds, repeats)), text)


def _find_spans(text: str) -> list[Span]:
    """The stripped lines of the text, or the whole paragraph where its lines are only wrapped."""
    paragraphs = _find_paragraphs(text)
    several = [lines for lines in paragraphs if len(lines) > 1]
    wrapped = sum(_runs_on(lines, text) for lines in several)
    is_wrapped_text = wrapped > 1 and 2 * wrapped >= len(several)
    spans: list[Span] = []
    for lines in paragraphs:
        runs_on = len(lines) > 1 and (is_wrapped_text or _runs_on(lines, text))
        if runs_on and all(_kind_alone(line.of(text)) == "body" for line in lines):
            spans.append(Span(lines[0].start, lines[-1].stop))
        else:
            spans.extend(lines)
    return spans


def _find_paragraphs(text: str) -> list[list[Span]]:
    paragraphs: list[list[Span]] = [[]]
    end = 0
    for match in _LINE.finditer(text):
        breaks = text[end : match.start()].replace("\r\n", "\n")
        end = match.end()
        line = match.group()
        if len(breaks) > 1 or not line.strip():
            paragraphs.append([])
        if line.strip():
            start = match.start() + len(line) - len(line.lstrip())
            paragraphs[-1].append(Span(start, start + len(line.strip())))
    return [lines for lines in paragraphs if lines]


def _runs_on(lines: Sequence[Span], text: str) -> bool:
    """Whether a sentence goes on from one line to the next."""
    return any(
        text[after.start].islower() and not _STOPPED.search(before.of(text)[-4:])
        for before, after in pairwise(lines)
    )


def _kind_alone(words: str, captions: Collection[str] = ()) -> PassageKind:
    """The job a paragraph's own wording gives it."""
    if captions and fold(words) in captions:
        return "caption"
    if len(words) > _WIDEST_SHORT or len(words.split()) > _LONGEST_SHORT:
        return "body"
    return next((kind for kind, has_it in _TESTS.items() if has_it(words)), "body")


def _is_background(words: str) -> bool:
    return _BACKGROUND.match(fold(words)) is not None


# In order: the first that says yes.
_TESTS: dict[PassageKind, Callable[[str], bool]] = {
    "correction": is_correction,
    "furniture": lambda words: is_furniture(words) or is_list_head(words),
    "caption": credits.is_caption,
    "dateline": credits.is_dateline,
    "byline": credits.is_byline,
    "backgrounder": _is_background,
}


def _mark_headline(kinds: list[PassageKind], words: Sequence[str], title: str | None) -> None:
    where = _find_title(kinds, words, title)
    if where is None:
        where = _find_first_short(kinds, words)
    if where is None:
        return
    kinds[where] = "headline"
    after = where + 1
    if after + 1 >= len(words) or kinds[after] != "body":
        return
    line, following = words[after], kinds[after + 1]
    is_short = 4 <= len(line.split()) <= _LONGEST_STANDFIRST
    if is_short and (not _STOPPED.search(line) or following in ("byline", "dateline")):
        kinds[after] = "standfirst"


def _find_title(
    kinds: Sequence[PassageKind], words: Sequence[str], title: str | None
) -> int | None:
    wanted = fold(title or "").rstrip(". ")
    if not wanted:
        return None
    for i, line in enumerate(words[:_TITLE_WITHIN]):
        if kinds[i] != "furniture" and _is_title(fold(line).rstrip(". "), wanted):
            return i
    return None


def _is_title(line: str, title: str) -> bool:
    return line == title or any(line == title.rsplit(bar, 1)[0] for bar in (" | ", " - ", " – "))


def _find_first_short(kinds: Sequence[PassageKind], words: Sequence[str]) -> int | None:
    first = next((i for i, kind in enumerate(kinds) if kind not in _WITHOUT_BODY), None)
    if first is None or kinds[first] != "body" or "body" not in kinds[first + 1 :]:
        return None
    line = words[first]
    is_short = 2 <= len(line.split()) <= _LONGEST_HEADLINE
    is_open = not _STOPPED.search(line) or line.endswith("?")
    return first if is_short and is_open and not _BULLET.match(line) else None


def _mark_links(kinds: list[PassageKind], words: Sequence[str]) -> None:
    """Make furniture of the short lines that follow a heading such as "Read more"."""
    after_head = False
    for i, line in enumerate(words):
        if kinds[i] == "furniture" and is_list_head(line):
            after_head = True
        elif after_head and kinds[i] in ("body", "furniture") and _is_link(line):
            kinds[i] = "furniture"
        else:
            after_head = False


def _is_link(line: str) -> bool:
    return len(line.split()) <= _LONGEST_LINK and not _FINAL_STOP.search(line)


def _mark_lists(kinds: list[PassageKind], words: Sequence[str]) -> None:
    """Make lists of lines with bullets; a lone hyphen or star needs a second beside it."""
    bullets = [bool(_BULLET.match(line)) for line in words]
    for i, line in enumerate(words):
        beside = any(bullets[j] for j in (i - 1, i + 1) if 0 <= j < len(words))
        if kinds[i] == "body" and bullets[i] and (beside or _STRONG_BULLET.match(line)):
            kinds[i] = "list"


def _mark_under_headings(kinds: list[PassageKind], words: Sequence[str]) -> None:
    for i, line in enumerate(words[:-1]):
        kind = _HEADINGS.get(fold(line).rstrip(": "))
        if kind is not None and kinds[i + 1] == "body":
            kinds[i] = kinds[i + 1] = kind


def _mark_repeats(kinds: list[PassageKind], words: Sequence[str]) -> list[int | None]:
    """Which earlier passage each one prints again; what stands twice in a row is a caption."""
    first_of: dict[str, int] = {}
    repeats: list[int | None] = []
    for i, line in enumerate(words):
        folded = " ".join(line.split())
        count = len(folded.split(" ", _LONGEST_CAPTION + 1))
        first = first_of.setdefault(folded, i) if count >= _SHORTEST_REPEAT else i
        repeats.append(first if first < i else None)
        if first == i:
            continue
        in_a_row = first == i - 1 and count <= _LONGEST_CAPTION
        if in_a_row and kinds[first] == "body" and not _is_quotation(folded):
            kinds[first] = "caption"
        kinds[i] = kinds[first]
    return repeats


def _is_quotation(line: str) -> bool:
    return line[0] in "\"“'‘«" and line[-1] in "\"”'’»"

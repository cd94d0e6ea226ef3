"""Words that the encoder marked as one place in, the names that stand in them out.

Feeds lose apostrophes and commas, and a mark may take in what kind of place it is: "Syrias Aleppo",
"Aleppo Syria", "Syrian village of Tolvesh", "Karez west of Dalan".
"""

import re
from collections.abc import Callable, Iterator, Sequence

from sayso.resolve.place.gazetteer import GazetteerRow
from sayso.types import Span

Rows = Callable[[str], tuple[GazetteerRow, ...]]

_KIND_OF = re.compile(r"\w+ (?:[a-z]+ )?[a-z]+ of (?:the )?(?=[A-Z])")  # "Syrian village of"
_WAY_FROM = re.compile(
    r" (?:just |far )?(?:north|south|east|west)(?:-?east|-?west)? of (?:the )?(?=[A-Z])"
)
_WORD = re.compile(r"\S+")
_LOWER = re.compile(r" (?:[a-z-]+ )*(?=[A-Z])")
_KNOWN = frozenset({"country", "admin1", "region"})
LARGE = 100_000  # inhabitants from which a name with a stray "s" is taken for a town's
_SHORTEST = 4  # letters of a name that has lost its apostrophe
# "DAESH-held", "Karez-based": what one may say of a place or group, and no name.
_PARTICIPLE = re.compile(
    r"[\w.]+-(?:held|led|run|born|based|backed|[a-z]+ed)(?: areas?| territory)?"
)


def is_described(words: str) -> bool:
    """Whether the words say who holds or backs something, and name no place."""
    return _PARTICIPLE.fullmatch(words) is not None


def names_within(whole: Span, text: str, rows: Rows) -> Iterator[Span]:
    """The names that a marked stretch holds; the stretch itself where it is one."""
    words = whole.of(text)
    if rows(words):
        yield whole
        return
    way = _WAY_FROM.search(words)
    if way is not None:
        yield from names_within(Span(whole.start, whole.start + way.start()), text, rows)
        yield from names_within(Span(whole.start + way.end(), whole.stop), text, rows)
        return
    kind = _KIND_OF.match(words)
    if kind is not None:
        yield from names_within(Span(whole.start + kind.end(), whole.stop), text, rows)
        return
    yield from _several_names(whole, text, rows) or [_without_lost_apostrophe(whole, text, rows)]


def _without_lost_apostrophe(span: Span, text: str, rows: Rows) -> Span:
    """'Syrias' for Syria: no place is called so, and a well-known one without the s is."""
    words = span.of(text)
    shorter = Span(span.start, span.stop - 1)
    if not words.endswith("s") or len(words) <= _SHORTEST or rows(words):
        return span
    return shorter if _is_well_known(rows(shorter.of(text))) else span


def _several_names(whole: Span, text: str, rows: Rows) -> Sequence[Span]:
    """'Syrias Aleppo', 'Aleppo Syria': a place and what it lies in, or a list, without commas."""
    words = whole.of(text)
    each = [Span(whole.start + m.start(), whole.start + m.end()) for m in _WORD.finditer(words)]
    if len(each) > 2 and all(_is_well_known(rows(span.of(text))) for span in each):
        return each  # "Kabul Herat Kandahar"
    owner = _without_lost_apostrophe(each[0], text, rows) if len(each) > 2 else each[0]
    if owner.stop < each[0].stop:  # "Syrias northern Idlib", "Syrias Aleppo city"
        lower = _LOWER.match(words, each[0].stop - whole.start)
        inner = Span(whole.start + (lower.end() if lower is not None else 0), whole.stop)
        return (owner, *names_within(inner, text, rows)) if inner.start > owner.stop else ()
    if words.count(" ") != 1 or not words.replace(" ", "").isalpha():
        return ()
    cut = whole.start + words.index(" ")
    first = _without_lost_apostrophe(Span(whole.start, cut), text, rows)
    second = Span(cut + 1, whole.stop)
    found = (rows(first.of(text)), rows(second.of(text)))
    is_whose = first.stop < cut and bool(found[1])
    is_country = any(row.kind == "country" for row in found[1][:1]) and bool(found[0])
    return (first, second) if is_whose or is_country else ()


def _is_well_known(found: Sequence[GazetteerRow]) -> bool:
    return any(row.kind in _KNOWN or row.population >= LARGE for row in found[:1])

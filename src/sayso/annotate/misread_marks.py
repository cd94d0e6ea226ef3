"""The names that the encoder marked in, those of people that it took for places or bodies set right out."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from sayso.event_types import load_event_types
from sayso.tables import read_shipped
from sayso.types import Span

_Marked = tuple[Span, str]
_MISREAD = frozenset({"place", "group"})
_AT = re.compile(
    r"\b(?:in|at|near|from|to|into|of|around|outside|towards?|on|via|through|between|and) (?:the )?$",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*| (?:al|el|bin|ibn|ag|de|del|da)\b[-\w]*){0,3}"
)
_INITIALS = re.compile(r"(?:[A-Z]\.[ -]?)+[^\W\d_a-z][\w’'-]+")
_COMPASS = re.compile(r"[NSEW]\. ?|U\. ?[SKN]\.")  # "N. Karez" is no Nadia's
_PLAIN = r"[^\W\d_a-z][\w’-]+"
_NICKNAME = r"\"(?P<a>[^\"\n]{2,25})\"|“(?P<b>[^”\n]{2,25})”|[‘'](?P<c>[^’'\n]{2,25})[’']"
_NICKED = re.compile(rf"\b{_PLAIN} (?:{_NICKNAME}) (?P<last>{_PLAIN})")
_DASH = re.compile(r"\w\s+[-–—]\s+(?=\w)")
_AGE = re.compile(r", (?:aged )?\d{1,2}(?=[,.;])(?!, \d)")


@cache
def _words() -> Mapping[str, frozenset[str]]:
    """The lists of `data/titles.toml`; `titles` with all that are `sure`."""
    table = read_shipped("titles.toml")
    lists = {name: frozenset(words) for name, words in table.items() if isinstance(words, list)}
    return {**lists, "titles": lists["titles"] | lists["sure"]}


@cache
def _called() -> frozenset[str]:
    """The nouns for offices, trades and kin."""
    types = load_event_types()
    return frozenset(n for t in ("office", "occupation", "kinship") for n in types[t].nouns)


@cache
def _beside() -> tuple[re.Pattern[str], ...]:
    """What stands before a name, or after it, and says that it is a person's."""
    types = load_event_types()
    kin = "|".join(map(re.escape, types["kinship"].nouns))
    trades = "|".join(map(re.escape, types["occupation"].nouns))
    called = "|".join(map(re.escape, sorted(_called(), key=len, reverse=True)))
    owned = re.compile(
        rf"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur)|['’]s) (?:[a-z]+[ -]){{0,2}}?(?:{called}) $"
        rf"|\b[Tt]he (?:[a-z]+ )?(?:{trades}) $"
    )
    kin_of = re.compile(rf"\b(?:{kin}) of $")
    suffered = re.compile(rf"\b(?:{'|'.join(_words()['suffered'])}) $")
    of = re.compile(rf"\b(?:{'|'.join(_words()['of_people'])}) of $")
    after = re.compile(
        rf", (?:an? |then an? |once an? )?(?:[a-z]+[ -]){{0,3}}?(?:{called})(?= (?:of|at|for|who|with)\b|,)"
    )
    suffering = "|".join(map(re.escape, _words()["suffered"]))
    the = re.compile(
        rf", (?:an?|the) (?:[a-z]+[ -]){{0,2}}?(?:{called})(?=[,.;]| (?:of|at|who|whose|{suffering})\b)"
    )
    return owned, kin_of, suffered, of, after, the


@cache
def _set_off() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """'The dead man's nephew, X,' and 'X, her eldest': what is set off by commas, before and behind."""
    types = load_event_types()
    kin = "|".join(map(re.escape, sorted({*types["kinship"].nouns, *_words()["firstborn"]})))
    owned = r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur)|['’]s) (?:[a-z]+[ -]){0,2}?"
    return re.compile(rf"{owned}(?:{kin}), $"), re.compile(rf", {owned}(?:{kin})(?=[,.;])")


def _behind_dash(span: Span, text: str) -> Span:
    """'Rebels seize Oskel - army': the army, of a mark that goes back over the dash of a headline."""
    dashes = list(_DASH.finditer(span.of(text)))
    return Span(span.start + dashes[-1].end(), span.stop) if dashes else span


def mend_marks(marked: Sequence[_Marked], text: str) -> tuple[_Marked, ...]:
    """The marks with 'Supt. Odas', 'B. Odas' and 'Odas, 24,' as people; titles alone are left out.

    Then whatever is called the same, or has two words and ends in the surname of one of them.
    """
    marked = [(_behind_dash(span, text), kind) for span, kind in marked]
    kept = _without_titles(_without_pieces(_with_nicknames(marked, text), text), text)
    told = [_is_person(span, kind, text) for span, kind in kept]
    mended = [
        (span, "person" if is_told and kind in _MISREAD else kind)
        for (span, kind), is_told in zip(kept, told, strict=True)
    ]
    sure = {_bare(span, text) for (span, _), is_told in zip(kept, told, strict=True) if is_told}
    surnames = frozenset(_surnames(mended, text))
    return tuple(
        (span, "person" if kind == "place" and _is_one(span, text, sure, surnames) else kind)
        for span, kind in mended
    )


def _bare(span: Span, text: str) -> str:
    return re.sub(r"['’]s?$", "", span.of(text))


def _with_nicknames(marked: Sequence[_Marked], text: str) -> Sequence[_Marked]:
    """'Karim', '“Falcon”' and 'Odas' side by side are one name."""
    for match in _NICKED.finditer(text):
        span = Span(*match.span())
        near = [(one, kind) for one, kind in marked if one.meets(span)]
        called = match["a"] or match["b"] or match["c"]
        is_name = called.removeprefix("the ")[:1].isupper() and _is_nicked(span, near, text)
        if is_name and match["last"] not in _words()["no_person"]:
            whole = Span(min(s.start for s in (span, *(s for s, _ in near))), span.stop)
            marked = sorted([*(m for m in marked if m not in near), (whole, "person")])
    return marked


def _is_nicked(span: Span, near: Sequence[_Marked], text: str) -> bool:
    """Whether a person is marked at an end of it, or single words at both, and nothing else."""
    kinds = [kind for one, kind in near if {one.start, one.stop} & {span.start, span.stop}]
    is_inside = all(one.stop <= span.stop and "\n" not in one.of(text) for one, _ in near)
    is_some = "person" in kinds or kinds.count("place") == 2
    return is_inside and is_some and not {kind for _, kind in near} - {"person", "place"}


def _without_pieces(marked: Sequence[_Marked], text: str) -> list[_Marked]:
    """'Paul Odas', cut at the hyphen from a 'Jean-Paul Odas' that is marked too, is nobody."""
    people = {span.stop: span for span, kind in sorted(marked, reverse=True) if kind == "person"}
    return [
        (span, kind)
        for span, kind in marked
        if text[span.start - 1 : span.start] != "-"
        or people.get(span.stop, span).start >= span.start
    ]


def _without_titles(marked: Sequence[_Marked], text: str) -> Sequence[_Marked]:
    """A title that was cut from the name behind it names nobody: 'Rear' and 'Adm' of 'Rear Adm. Odas'."""
    starts = {span.start for span, _ in marked}
    cut: dict[int, Span] = {}
    for span, kind in sorted(marked, reverse=True):
        gap = re.match(r"\.? ", text[span.stop : span.stop + 2])
        after = span.stop + gap.end() if gap is not None else -1
        is_whole = text[span.stop : span.stop + 1] != "."
        is_sure = not is_whole or any(_is_title(span.of(text), of) for of in ("sure", "no_name"))
        is_title = _is_title(span.of(text), "titles") and (is_sure or after in cut)
        if after in starts and is_title and kind in {"person", "place", "group"}:
            cut[span.start] = span
    return [(span, kind) for span, kind in marked if cut.get(span.start) != span]


def _is_title(words: str, of: str) -> bool:
    return all(word.rstrip(".").lower() in _words()[of] for word in words.split())


def _is_person(span: Span, kind: str, text: str) -> bool:
    """Whether the words of a mark, or those beside it, say that it is a person's name."""
    words = _bare(span, text)
    is_name = kind in {"person", *_MISREAD} and words[:1].isupper()
    if not is_name or words.split()[-1] in _words()["no_person"]:
        return False
    before = text[max(0, span.start - 60) : span.start]
    return _has_title(words, before) or (
        kind != "group" and _is_told(words, before, text[span.stop : span.stop + 80])
    )


def _has_title(words: str, before: str) -> bool:
    """'Supt. Odas', with the title in the mark or before it."""
    sure = _words()["sure"]
    first, *rest = words.split() or [""]
    if first.rstrip(".").lower() in sure:
        is_name = bool(rest) and _NAME.fullmatch(" ".join(rest)) is not None
        is_honorific = first.rstrip(".").lower() in _words()["honorific"]
        return is_name and (is_honorific or _AT.search(before[-16:]) is None)
    last = before.split()[-1] if before.endswith(" ") and before.split() else ""
    is_title = last[:1].isupper() and last.rstrip(".").lower() in sure
    return is_title and _NAME.fullmatch(words) is not None


def _is_told(words: str, before: str, behind: str) -> bool:
    """Whether initials, an age, or what stands beside a 'place' says that it is a person."""
    owned, kin_of, suffered, of, after, the = _beside()
    last = before.rstrip().removesuffix(" of").rpartition(" ")[2]
    if last in _called() and (owned.search(before) or kin_of.search(before)):
        return _NAME.fullmatch(words) is not None
    is_full = " " in words and _NAME.fullmatch(words) is not None
    kin_before, kin_behind = _set_off()
    is_closed = behind[:1] in {",", ".", ";"} and kin_before.search(before)
    if is_closed or (kin_behind.match(behind) and not _AT.search(before[-16:])):
        return _NAME.fullmatch(words) is not None
    is_name = is_full or (the.match(behind) and _NAME.fullmatch(words))
    if _AGE.match(behind) or (is_name and of.search(before)):
        return True
    if _AT.search(before[-16:]):
        return False
    if _INITIALS.fullmatch(words) and not _COMPASS.match(words):
        return True
    return is_full and bool(suffered.search(before) or after.match(behind))


def _surnames(marked: Sequence[_Marked], text: str) -> Iterator[str]:
    for span, kind in marked:
        words = _bare(span, text).split()
        if kind == "person" and len(words) > 1:
            yield words[-1]


def _is_one(span: Span, text: str, sure: Collection[str], surnames: Collection[str]) -> bool:
    """Whether a 'place' is called as a person is, and does not stand where places do."""
    words = _bare(span, text)
    first, *rest = words.split() or [""]
    is_family = (
        bool(rest)
        and (rest[-1] in surnames or rest[-1] in sure)
        and first not in _words()["no_person"]
    )
    is_known = words in sure or is_family
    return is_known and _AT.search(text[max(0, span.start - 20) : span.start]) is None

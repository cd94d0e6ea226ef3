"""A text, the encoder's marks on it and the gazetteer in, the spans that name places out."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from sayso.resolve.name.titles import follows_title
from sayso.resolve.place.gazetteer import Gazetteer, GazetteerRow
from sayso.resolve.place.heads import find_heads
from sayso.resolve.place.pieces import is_described, names_within
from sayso.tables import read_shipped
from sayso.types import Mention, Span

PROMINENT = (
    100_000  # inhabitants from which a lone name that no grammar places is taken for the town
)
_WORD = re.compile(r"[^\W_][^\s,;:()\[\]\"“”/–—]*|\S")
_CAPITALISED = re.compile(
    r"[^\W\d_a-z]|[a-z]{1,4}[-’'][A-Z]"
)  # no small letter; "al-Bab", "l'Aquila"
_NEXT = re.compile(r"[\s,]*([^\W_][\w.’'-]*)")
_DEMONYM = re.compile(r"\b(?!The )[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})?(?=[ -])")
_JOINED = re.compile(r",? (?:and|or) |, |/")
_POSSESSIVE = re.compile(r"['’]s?$")
_FIRST_HALF = re.compile(r"\b([A-Z]\w+(?: [A-Z]\w+)?) and (?:the )?$")
_ARTICLE = re.compile(r"^(?:[Aa]l|[Ee]l)-(?=[A-Z])")  # "Baghdadi" and "al-Baghdadi" are one
_APART = frozenset({"/", ", "})  # what never stands within a name
_LONGEST = 4  # words of a name looked for inside another


@cache
def load_place_words() -> Mapping[str, frozenset[str]]:
    """`data/place_words.toml`."""
    table = read_shipped("place_words.toml")
    return {name: frozenset(words) for name, words in table.items()}


@dataclass(frozen=True, slots=True)
class Scene:
    """One text with its marks, and what the gazetteer has told on it so far."""

    text: str
    marks: Sequence[Mention]
    gazetteer: Gazetteer
    asked: dict[str, tuple[GazetteerRow, ...]] = field(default_factory=dict)

    def rows(self, name: str) -> tuple[GazetteerRow, ...]:
        found = self.asked.get(name)
        if found is None:
            found = self.asked[name] = self.gazetteer.named(name)
        return found

    def next_word(self, stop: int) -> str:
        found = _NEXT.match(self.text, stop)
        return found.group(1) if found is not None else ""


def find_place_names(text: str, marks: Sequence[Mention], gazetteer: Gazetteer) -> tuple[Span, ...]:
    """Where places are named, in order and without overlaps; names of people and outlets are none.

    marks: what the encoder marked, as it marked it
    """
    scene = Scene(text, marks, gazetteer)
    people = _words_of_people(marks)
    sure = [
        _with_first_half(span, scene)
        for mark in marks
        if mark.kind == "place"
        for span in _trim_marked(mark.span, scene)
        if not _is_no_place(span, scene, people)
    ]
    known = frozenset(span.of(text) for span in sure)
    others = [
        *(s for m in marks if m.kind == "group" for s in _in_group(m, scene, known)),
        *(s for m in marks if m.kind == "person" for s in _in_person(m, scene, known, people)),
        *_in_lists(sure, scene),
        *_demonyms(scene),
    ]
    heads = [*find_heads(text, scene.rows, load_place_words()["labels"])]
    longest_first = sorted([*sure, *heads], key=lambda span: span.start - span.stop)
    return _apart([*longest_first, *others])


def _with_first_half(span: Span, scene: Scene) -> Span:
    """'Bosnia and Herzegovina' is one country, where its second half alone is marked."""
    before = _FIRST_HALF.search(scene.text, 0, span.start)
    if before is None:
        return span
    whole = Span(before.start(1), span.stop)
    is_country = any(row.kind == "country" for row in scene.rows(whole.of(scene.text))[:1])
    return whole if is_country else span


def _apart(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Those that meet no earlier one."""
    kept: list[Span] = []
    for span in spans:
        if not any(span.meets(other) for other in kept):
            kept.append(span)
    return tuple(sorted(kept))


def _words_of_people(marks: Sequence[Mention]) -> frozenset[str]:
    """First and last names of those who are named in full, and both of two last ones; no articles."""
    full = (_POSSESSIVE.sub("", m.words).split() for m in marks if m.kind == "person")
    named = [words for words in full if len(words) > 1]
    found = {_POSSESSIVE.sub("", word) for words in named for word in words}
    found |= {" ".join(words[-2:]) for words in named if len(words) > 2}
    return frozenset({*found, *(_ARTICLE.sub("", name) for name in found)})


# --- what the encoder took for a place ----------------------------------------------------


def _trim_marked(span: Span, scene: Scene) -> Iterator[Span]:
    """The name without articles and what kind of place it is; two names joined by a hyphen apart."""
    words = [Span(*m.span()) for m in _WORD.finditer(scene.text, span.start, span.stop)]
    while words and not _is_name_word(words[0], scene):
        words = words[1:]
    while words and _is_beside(words[-1].of(scene.text)):
        words = words[:-1]
    if not words:
        return
    whole = Span(words[0].start, words[-1].stop)
    whole = _with_dot(_without_possessive(_without_direction(whole, words, scene), scene), scene)
    parts = _parts(whole, scene)
    yield from parts if len(parts) > 1 else names_within(whole, scene.text, scene.rows)


def _is_name_word(word: Span, scene: Scene) -> bool:
    words = word.of(scene.text)
    return bool(_CAPITALISED.match(words) or words[:1].isdigit()) and words not in {"The", "A"}


def _is_beside(word: str) -> bool:
    return word in load_place_words()["kinds"] or not any(c.isalnum() for c in word)


def _without_direction(whole: Span, words: Sequence[Span], scene: Scene) -> Span:
    """'Northern Syria' is Syria, but 'North Macedonia' and 'South Carolina' are what they are."""
    first = words[0].of(scene.text).lower()
    if (
        len(words) == 1
        or first not in load_place_words()["generic"]
        or scene.rows(whole.of(scene.text))
    ):
        return whole
    shorter = Span(words[1].start, whole.stop)
    return shorter if scene.rows(shorter.of(scene.text)) and first.endswith("ern") else whole


def _without_possessive(span: Span, scene: Scene) -> Span:
    words = _POSSESSIVE.sub("", span.of(scene.text))
    return Span(span.start, span.start + len(words.rstrip(" -")))


def _with_dot(span: Span, scene: Scene) -> Span:
    """'Calif' before its full stop, where that makes it short for another name."""
    words = span.of(scene.text)
    longer = Span(span.start, span.stop + 1)
    if words.endswith(".") or longer.of(scene.text) != words + ".":
        return _without_stop(span, scene) if words.endswith(".") else span
    return longer if _is_short(words + ".", scene) else span


def _without_stop(span: Span, scene: Scene) -> Span:
    words = span.of(scene.text)
    return span if _is_short(words, scene) else Span(span.start, span.stop - 1)


def _is_short(words: str, scene: Scene) -> bool:
    """Whether the full stop belongs to the name: 'U.S.', 'Calif.', 'Co.' after a county's name."""
    if words.count(".") > 1:
        return True
    return scene.rows(words)[:1] != scene.rows(words[:-1])[:1]


def _parts(whole: Span, scene: Scene) -> list[Span]:
    """'Canada-U.S.' is both, 'Mazar-e-Sharif' is one; two towns are two where a way runs between them."""
    words = whole.of(scene.text)
    if scene.rows(words):
        return [whole]
    for mark in ("-", "–", "/", ", "):
        if words.count(mark) == 1:
            cut = whole.start + words.index(mark)
            both = [Span(whole.start, cut), Span(cut + len(mark), whole.stop)]
            rows = [scene.rows(s.of(scene.text))[:1] for s in both if s.start < s.stop]
            if len(rows) == 2 and all(rows) and (mark in _APART or _are_two(rows, whole, scene)):
                return both
    return [whole]


def _is_no_place(span: Span, scene: Scene, people: Collection[str]) -> bool:
    words, table = span.of(scene.text), load_place_words()
    lower = words.lower().strip(".")
    after = scene.next_word(span.stop)
    if lower in table["generic"] or lower in table["times"] or len(lower) < 2:
        return True
    if is_described(words) or (words in people and not _is_where(span, scene)):
        return True
    if follows_title(span, scene.text) or _is_a_thing(span, scene):
        return True
    if (
        after[:1].isupper()
        and after.lower() in table["outlet_endings"]
        and not _breaks(span, scene)
    ):
        return True
    if after in table["illnesses"] or scene.text[span.stop : span.stop + 1] == "$":
        return True
    if words.split()[-1].lower() in table["outlet_endings"] and " " in words:
        return not scene.rows(words)
    if (
        any(c.isdigit() for c in words)
        and words[:1].isalpha()
        and " " not in words
        and "-" not in words
    ):
        return True
    is_code = words.isupper() and len(words) <= 5 and words.isalpha()
    return is_code and not _is_code_of(words, scene) and not _in_capitals(span, scene)


_A = re.compile(r"\b(?:an?|his|her|their|its) (?:[a-z-]+ )?$")
_NOUN_NEXT = re.compile(
    r"[-–]| (?!(?:was|were|is|had|that|which|with|and|at|on|near|as|after|before|when|while|by|drove|parked"
    r"|to|from|into|in)\b)[a-z]"
)


def _is_a_thing(span: Span, scene: Scene) -> bool:
    """'In a white Hilux', 'their Toyota was hit': a car of that name; but 'a Karez court'."""
    if _A.search(scene.text, max(0, span.start - _LINE), span.start) is None:
        return False
    if " " in span.of(scene.text) or scene.text[: span.start].endswith(" native "):
        return False
    return not _NOUN_NEXT.match(scene.text, span.stop) and not _is_where(span, scene)


_IN = re.compile(
    r"\b(?:in|into|inside|outside|near|across|throughout|around|within)\s"
    r"(?:(?:(?:north|south|east|west)(?:ern|-?east(?:ern)?|-?west(?:ern)?)?|central)\s)?$",
    re.IGNORECASE,
)
_LINE = 40  # characters; longer than what stands between a preposition and its name


def _is_where(span: Span, scene: Scene) -> bool:
    """'In Jordan', 'Karez, Jordan': a country, though a Michael Jordan speaks in the same report."""
    rows = scene.rows(span.of(scene.text))
    if not rows or rows[0].kind not in {"country", "admin1"}:
        return False
    before = scene.text[max(0, span.start - _LINE) : span.start]
    if _IN.search(before):
        return True
    inside = [m for m in scene.marks if m.kind == "place" and m.span.stop + 2 == span.start]
    return before.endswith(", ") and any(
        row.country == rows[0].country for mark in inside for row in scene.rows(mark.words)
    )


def _is_code_of(words: str, scene: Scene) -> bool:
    """Whether the capitals are short for a country, province or region: 'UK', 'NSW'."""
    return any(row.kind != "town" for row in scene.rows(words)[:1]) or bool(
        scene.gazetteer.divisions_in_short(words)
    )


def _breaks(span: Span, scene: Scene) -> bool:
    """Whether anything but a blank stands between the span and the next word."""
    return scene.text[span.stop : span.stop + 1] != " "


def _in_capitals(span: Span, scene: Scene) -> bool:
    """Whether the words around are in capitals too: a headline or a dateline."""
    return scene.next_word(span.stop).isupper()


def _are_two(rows: Sequence[Sequence[GazetteerRow]], whole: Span, scene: Scene) -> bool:
    """'The Karez-Dalan road', 'China-Japan'; but 'Tema-Nkwanta' may be one town that no list has."""
    is_way = scene.next_word(whole.stop).lower().rstrip(".") in load_place_words()["ways"]
    return is_way or all(row.kind in {"country", "admin1"} for first in rows for row in first)


# --- names inside others ------------------------------------------------------------------


def _in_group(mark: Mention, scene: Scene, known: Collection[str]) -> Iterator[Span]:
    """'Turkey', the 'Karez' of 'Karez Police Department', the 'Dalan' of 'City of Dalan'."""
    table = load_place_words()
    words = [Span(*m.span()) for m in _WORD.finditer(scene.text, mark.span.start, mark.span.stop)]
    if words and words[0].of(scene.text).lower() in {"the", "a"}:
        words = words[1:]
    if not words or words[-1].of(scene.text).lower() in table["outlet_endings"]:
        return
    found = _longest_at(0, words, scene)
    if found is not None:
        name = _with_dot(
            _without_possessive(Span(words[0].start, words[found - 1].stop), scene), scene
        )
        rest = [w.of(scene.text).lower() for w in words[found:] if w.of(scene.text).isalnum()]
        if _stands_for_place(name, rest, scene, known) and not _is_a_thing(name, scene):
            yield name
    for index, word in enumerate(words[:-1]):
        before = words[index - 1].of(scene.text).lower() if index else ""
        if word.of(scene.text) in {"of", "for", "in"} and before in table["bodies_of"]:
            inner = _longest_at(index + 1, words, scene)
            if inner is not None:
                yield _without_possessive(
                    Span(words[index + 1].start, words[inner - 1].stop), scene
                )


def _longest_at(first: int, words: Sequence[Span], scene: Scene) -> int | None:
    """Where the longest name that begins at this word ends; None: the gazetteer has none."""
    table = load_place_words()
    for stop in range(min(len(words), first + _LONGEST), first, -1):
        name = scene.text[words[first].start : words[stop - 1].stop]
        bare = _POSSESSIVE.sub("", name)
        if bare.lower().strip(".") in table["generic"] | table["times"] or len(bare) < 2:
            continue
        if bare[:1].isupper() and any(_is_settled(row) for row in scene.rows(bare)[:1]):
            return stop
    return None


def _is_settled(row: GazetteerRow) -> bool:
    """Large enough to be looked for where nothing but its name speaks for it."""
    return (
        row.kind in {"country", "admin1", "admin2"}
        or row.origin != "geonames"
        or row.population >= 5000
    )


def _stands_for_place(
    name: Span, rest: Sequence[str], scene: Scene, known: Collection[str]
) -> bool:
    words, row = name.of(scene.text), scene.rows(name.of(scene.text))[0]
    if scene.gazetteer.country_of_demonym(words) is not None:
        return False
    if rest and rest[0] in load_place_words()["outlet_endings"] and rest[0] != "air":
        return False
    if row.kind == "country" or words in known:
        return True
    if not rest:
        return row.kind == "admin1" or row.population >= PROMINENT
    return rest[0] in load_place_words()["public_bodies"] or words.endswith((" County", " Parish"))


def _in_person(
    mark: Mention, scene: Scene, known: Collection[str], people: Collection[str]
) -> Iterator[Span]:
    """The 'Karez' of 'Karez Sheriff Ana Ruhl'; a lone name that the text elsewhere has for a place."""
    words = [Span(*m.span()) for m in _WORD.finditer(scene.text, mark.span.start, mark.span.stop)]
    if mark.words in known and mark.words not in people:
        yield mark.span
        return
    found = _longest_at(0, words, scene) if len(words) > 2 else None
    if found is not None and found < len(words):
        after = words[found].of(scene.text).lower()
        if after in load_place_words()["offices"]:
            yield _with_dot(Span(words[0].start, words[found - 1].stop), scene)


def _in_lists(sure: Sequence[Span], scene: Scene) -> Iterator[Span]:
    """Names between commas beside places: 'Karez, Ilmen, Dalan and Tolvesh'."""
    others = [m.span for m in scene.marks if m.kind in {"person", "group"} and " " not in m.words]
    places = set(sure)
    by_start = sorted([*places, *others])
    for index, span in enumerate(by_start):
        if span in places or not any(
            _is_settled(row) for row in scene.rows(span.of(scene.text))[:1]
        ):
            continue
        near = by_start[max(0, index - 1) : index] + by_start[index + 1 : index + 2]
        joined = [n for n in near if _JOINED.fullmatch(_between(n, span, scene.text))]
        if len(joined) == 2 and any(n in places for n in joined):
            places.add(span)
            yield span


def _between(one: Span, other: Span, text: str) -> str:
    first, second = sorted((one, other))
    return text[first.stop : second.start]


def _demonyms(scene: Scene) -> Iterator[Span]:
    """'the Afghan capital', 'Iraqi forces': where the word after it is the place's own."""
    taken = [m.span for m in scene.marks if m.kind in {"person", "outlet"}]
    table = load_place_words()
    for match in _DEMONYM.finditer(scene.text):
        for words in (match.group(), match.group().split()[0]):
            span = Span(match.start(), match.start() + len(words))
            if scene.gazetteer.country_of_demonym(words) is None:
                continue
            is_of_place = scene.next_word(span.stop).lower() in table["of_place"]
            if is_of_place and not _breaks(span, scene) and not any(span.meets(t) for t in taken):
                yield span
            break

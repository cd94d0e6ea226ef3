"""The mentions of a report in, the same with names whole that a mention's end cut, and misread ones set right, out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.resolve.name.callings import is_body, is_no_place
from sayso.resolve.name.folding import fold_name
from sayso.resolve.name.parts import load_name_words
from sayso.resolve.name.titles import load_titles
from sayso.resolve.side_words import load_side_words
from sayso.types import Mention

_SUFFIX = re.compile(r",? (?:Jr|Sr|Jnr|Snr)\b\.?| III?\b")
_SUFFIX_AT_END = re.compile(r"\b(?:Jr|Sr|Jnr|Snr)\.?$| III?$")
_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\.[ -]?)+$")
_INITIAL_FIRST = re.compile(r"[A-Z]\.")
_GIVEN = re.compile(r"\b([A-Z][a-z]{2,}) $")
_CHILD_OF = re.compile(r" (?:bin|ibn|bint|bent|mint|ould|wuld|ag|walad|oglu|kyzy|qizi) ")
_LETTERS = re.compile(r"[A-Z]{3,6}")
_NUMBERED = re.compile(r"(?P<number> \d{1,4})(?P<what>(?: [A-Za-z]+\b){1,2})")
_LONGEST = 5  # words of a name that two mentions have in pieces


def mend_names(mentions: Sequence[Mention], text: str) -> tuple[Mention, ...]:
    """Each mention where it was, with the words of the whole name that it is a piece of.

    'Karim Odas' before ' Jr.' is Karim Odas Jr., and no more his father than the son of one who
    is called so; 'S.' and 'I. Odas' are S. I. Odas; the Banda del Odas is no person.
    """
    whole = {m: m.words for m in mentions}
    people = [m for m in mentions if m.kind == "person" and m.words[:1].isupper()]
    for mention in people:
        whole[mention] = _with_initials(mention, text, people) + _suffix_after(mention, text)
    for mention, inner in _behind_roles(people, mentions):
        whole[mention] = whole[inner]
    for one, other in pairwise(people):
        between = _CHILD_OF.fullmatch(text, one.span.stop, other.span.start)
        joined = f"{whole[one]}{between[0] if between is not None else ' '}{whole[other]}"
        is_one = between is not None or _is_cut(one, other, text)
        if is_one and len(joined.split()) <= _LONGEST:
            whole[one] = whole[other] = joined
    mended = (_with_number(_of_a_kind(replace(m, words=whole[m])), text) for m in mentions)
    known = {word for m in people if not m.words.isupper() for word in fold_name(m.words).split()}
    return tuple(
        replace(m, kind="group") if _is_letters(m, text) and fold_name(m.words) not in known else m
        for m in mended
    )


def _behind_roles(
    people: Sequence[Mention], mentions: Sequence[Mention]
) -> Iterator[tuple[Mention, Mention]]:
    """'Shopkeeper Karim Odas' with the name in it, where the shopkeeper is marked as what he is.

    A title stays, for its rank.
    """
    roles = {m.span.start for m in mentions if m.kind == "role"}
    inner: dict[int, list[Mention]] = {}
    for mention in people:
        inner.setdefault(mention.span.stop, []).append(mention)
    for mention in people:
        shorter = [m for m in inner[mention.span.stop] if m.span.start > mention.span.start]
        name = min(shorter, key=lambda m: m.span.start, default=mention)
        before = fold_name(mention.words[: name.span.start - mention.span.start]).split()
        if mention.span.start in roles and {*before} - load_titles():
            yield mention, name


def _with_initials(mention: Mention, text: str, people: Sequence[Mention]) -> str:
    """'S. Odas' of 'Odas'; 'Karim S. Odas' of 'S. Odas', where Karim is somebody's name in the report."""
    start = mention.span.start
    before = _GIVEN.search(text, max(0, start - 20), start)
    if before is not None and _INITIAL_FIRST.match(mention.words):
        is_name = any(m.words.split()[0] == before[1] for m in people if m is not mention)
        return f"{before[0]}{mention.words}" if is_name else mention.words
    before = _INITIALS.search(text, max(0, start - 9), start)
    is_open = " " not in mention.words or _INITIAL_FIRST.match(mention.words)
    return f"{before[0]}{mention.words}" if before is not None and is_open else mention.words


def _suffix_after(mention: Mention, text: str) -> str:
    after = _SUFFIX.match(text, mention.span.stop)
    return after[0] if after is not None and not _SUFFIX_AT_END.search(mention.words) else ""


def _is_cut(one: Mention, other: Mention, text: str) -> bool:
    """'Karim' and 'Odas', 'Datu Karim' and 'Odas Sr.' with nothing but a blank between are one name."""
    is_beside = text[one.span.stop : other.span.start] == " "
    is_end = _SUFFIX_AT_END.search(other.words) is not None
    is_name = not {*fold_name(f"{one.words} {other.words}").split()} & load_titles()
    return is_beside and (is_end or is_name) and not one.words.endswith(".")


def _is_letters(mention: Mention, text: str) -> bool:
    """'FDLK chief Karim Odas': capitals that stand for a body were read as a person's name."""
    if mention.kind != "person" or _LETTERS.fullmatch(mention.words) is None:
        return False
    before, after = text[: mention.span.start].split(), text[mention.span.stop :].split()
    beside = [*before[-1:], *after[:1]]
    return not any(len(word) > 1 and word.isupper() for word in beside)


def _with_number(mention: Mention, text: str) -> Mention:
    """'A member of the Dorun 204 military unit': a body called by a name and a number, and no person."""
    after = _NUMBERED.match(text, mention.span.stop)
    if mention.kind != "person" or after is None or not any(map(is_body, after["what"].split())):
        return mention
    return replace(mention, kind="group", words=mention.words + after["number"])


def _of_a_kind(mention: Mention) -> Mention:
    """A body's name that was read as a person's or a place's: 'the Frente Odas', 'Odas Brigade'."""
    words = [w for w in fold_name(mention.words).split() if w not in {"the", "a", "an"}]
    if mention.kind not in {"person", "place"} or len(words) < 2:
        return mention
    first = load_name_words().tongues.get(words[0])
    is_told = is_no_place(words[-1]) if mention.kind == "place" else is_body(words[-1])
    is_told = is_told or first in load_side_words().bodies
    return replace(mention, kind="group") if is_told else mention

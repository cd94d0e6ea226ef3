"""The mentions of one report in, those that are one person, group or crowd together out, and why."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from sayso.resolve.name.callings import calling_of, count_of, is_body, is_calling, is_many
from sayso.resolve.name.group_names import Likeness
from sayso.resolve.name.likeness import Bearer, compare_names, may_be_person
from sayso.resolve.name.parts import read_name
from sayso.resolve.name.references import Gender, gender_told, head_noun, load_references, sort_of
from sayso.types import Mention, Span

SomeoneKind = Literal["person", "group", "crowd"]
LEAST = 0.5  # within one report; chosen with bench/people.py
LONGEST_GAP = 60
IN_REPORT = 0.25  # what one report adds to names that alone leave it open; likewise
REACH = 200  # characters in which a mention's hold on "he" falls to a third
DESCRIBED = 0.6
OPENING = 1.5
_HE = frozenset({"male", "female"})
_ARTICLE = re.compile(r"(?:the|an?|his|her|its|their|our|one of|then?|former|ex-)\b", re.IGNORECASE)
_COMMA = re.compile(r", (?:(?:aged )?\d{1,2}, )?")
_OWNED = re.compile(r"['’]s? [a-z]")  # "Karim Odas's house" describes
_AGE = re.compile(r"\b(\d{1,3})[- ]years?[- ]old")
_AGE_BEFORE = re.compile(r"\b(\d{1,3})[- ]years?[- ]old (?:\w+ ){0,2}$")
_AGE_AFTER = re.compile(r", (?:aged )?(\d{1,2})(?=[,.;])")
_IS = re.compile(r",? (?:who )?(?:is|was|are|were|has been|had been|became|remains) ")
_IDENTIFIED = re.compile(
    r",? (?:(?:is|was|were|has been|had been|who was) )?(?:later |since )?(?:identified|named)"
    r"(?: by [\w' ]{2,30})? (?:only )?as "
)
_IDENTIFIES = re.compile(r"\b(?:identif(?:ied|ies|y|ying)|nam(?:ed|es|ing))(?: \w+){0,3} $")


@dataclass(frozen=True, slots=True)
class Tie:
    """Why two mentions of one report, by their numbers, are taken for one."""

    one: int
    other: int
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Someone:
    """A person, group or crowd as one report has it.

    mentions: numbers of the mentions that were given, in text order
    names:    as printed, the fullest first; empty: only described
    callings: head nouns of its descriptions, and titles, the most frequent first
    """

    kind: SomeoneKind
    mentions: tuple[int, ...]
    names: tuple[str, ...]
    callings: tuple[str, ...]
    gender: Gender | None
    ties: tuple[Tie, ...]


def gather_people(
    mentions: Sequence[Mention], antecedents: Mapping[Span, Span], text: str
) -> tuple[Someone, ...]:
    """Who a report brings up, each with all mentions of it.

    mentions:    with kinds; places are nobody and left out
    antecedents: what pronouns and descriptions stand for (`find_antecedents`)
    """
    ties = [
        *_by_antecedent(mentions, antecedents),
        *_by_name(mentions),
        *_by_touch(mentions, text),
    ]
    ties = [*_by_salience(mentions, ties, text), *ties]
    ties += _by_calling(mentions, ties, text)
    ties += _by_class(mentions, ties, text)
    return tuple(_someone(mentions, group, ties, text) for group in _join(mentions, ties))


def is_name(mention: Mention) -> bool:
    """Whether the words name someone, and do not just describe."""
    if sort_of(mention) is not None or mention.kind in {"role", "crowd", "place"}:
        return False
    return any(char.isupper() for char in mention.words) and not _OWNED.search(mention.words)


def _by_antecedent(mentions: Sequence[Mention], antecedents: Mapping[Span, Span]) -> Iterator[Tie]:
    by_span = {m.span: number for number, m in enumerate(mentions)}
    for number, mention in enumerate(mentions):
        means = antecedents.get(mention.span)
        if means in by_span and by_span[means] != number and sort_of(mention) != "part":
            yield Tie(number, by_span[means], 0.7, "stands for it")


def _by_name(mentions: Sequence[Mention]) -> Iterator[Tie]:
    """Names that are alike; a single word or a part only where one name alone fits it."""
    first: dict[tuple[Bearer, str], int] = {}
    for number, mention in enumerate(mentions):
        if is_name(mention):
            key = (_bearer(mention), mention.words)
            if key in first:
                yield Tie(number, first[key], 0.95, "same name")
            first.setdefault(key, number)
    told = {number: _told(number, first, mentions) for number in first.values()}
    alone = {number for number, all_ in told.items() if not _has_rivals(all_, mentions)}
    for number, all_ in told.items():
        for likeness, other in all_:
            if likeness.verdict == "same":
                yield Tie(number, other, likeness.score, likeness.why)
            elif {number, other} <= alone:
                score = round(likeness.score + IN_REPORT, 2)
                yield Tie(number, other, score, f"{likeness.why}, in one report")


def _told(
    number: int, first: Mapping[tuple[Bearer, str], int], mentions: Sequence[Mention]
) -> list[tuple[Likeness, int]]:
    """What the other names of the report tell of one; father and son in one report are two."""
    mine = mentions[number]
    told = (
        (compare_names(mine.words, other, (_bearer(mine), of)), place)
        for (of, other), place in first.items()
        if place != number
    )
    return [
        (likeness, place)
        for likeness, place in told
        if likeness is not None
        and likeness.verdict != "different"
        and not likeness.why.startswith("only one of them")
    ]


def _has_rivals(told: Sequence[tuple[Likeness, int]], mentions: Sequence[Mention]) -> bool:
    """Whether names that it may be are two persons': 'Odas' beside Karim and Ahmad Odas."""
    unsure = [number for likeness, number in told if likeness.verdict == "unsure"]
    return any(not _alike(mentions[a], mentions[b]) for a, b in combinations(unsure, 2))


def _alike(one: Mention, other: Mention) -> bool:
    told = compare_names(one.words, other.words, (_bearer(one), _bearer(other)))
    return told is not None and told.verdict != "different"


def _bearer(mention: Mention) -> Bearer:
    return "person" if mention.kind == "person" else "group"


def _by_touch(mentions: Sequence[Mention], text: str) -> Iterator[Tie]:
    """'Actress Marit Sol', 'Marit Sol, the actress', 'Marit Sol is an actress'."""
    told = [m for m in mentions if m.kind != "place" and sort_of(m) in {None, "described"}]
    numbers = {m: n for n, m in enumerate(mentions)}
    for one in told:
        after = [m for m in told if one.span.stop < m.span.start <= one.span.stop + LONGEST_GAP]
        for other in after:
            if is_name(one) == is_name(other):
                continue
            name, noun = (one, other) if is_name(one) else (other, one)
            gap = text[one.span.stop : other.span.start]
            score = _touch(gap, is_title=noun is one)
            if gap == " as " and _IDENTIFIES.search(text, 0, one.span.start):
                score = 0.85
            starts = _ARTICLE.match(noun.words) is not None or noun is one
            if score and starts and _fits(noun, name):
                yield Tie(numbers[noun], numbers[name], score, "beside the name")


def _touch(gap: str, *, is_title: bool) -> float:
    """How sure two phrases with nothing but this between them are one's."""
    if gap == " ":
        return 0.9 if is_title else 0.0
    if _COMMA.fullmatch(gap):
        return 0.7
    if is_title and _IDENTIFIED.fullmatch(gap):
        return 0.85
    return 0.75 if not is_title and _IS.fullmatch(gap) else 0.0


def _fits(noun: Mention, name: Mention) -> bool:
    head = head_noun(noun.words)
    if noun.kind not in {"role", "group", "crowd"} or is_many(head):
        return False
    if is_body(head):
        return name.kind == "group"
    return name.kind == "person" or (len(name.words.split()) > 1 and may_be_person(name.words))


def _by_salience(mentions: Sequence[Mention], ties: Sequence[Tie], text: str) -> Iterator[Tie]:
    """'He' and 'she': who was brought up last and most before it, of those whose gender fits."""
    groups = _join(mentions, [tie for tie in ties if sort_of(mentions[tie.one]) not in _HE])
    for number, mention in enumerate(mentions):
        sort = sort_of(mention)
        if sort not in _HE:
            continue
        near: dict[int, float] = {}
        for place, group in enumerate(groups):
            mine = [mentions[n] for n in group]
            if {_gender(m) for m in mine} - {None, sort} or not _is_one_person(mine):
                continue
            holds = [_nearness(m, mention, text) for m in mine]
            near[place] = max(holds) if mention.words.endswith("self") else sum(holds)
        best = max(near, key=lambda place: near[place], default=None)
        if best is not None and near[best] > 0:
            before = [n for n in groups[best] if mentions[n].span.stop <= mention.span.start]
            yield Tie(number, before[-1], 0.72, "brought up last and most")


def _is_one_person(mine: Sequence[Mention]) -> bool:
    if any(sort_of(m) in {"plural", "thing", "relative_thing"} for m in mine):
        return False
    if any(is_name(m) for m in mine):
        return any(m.kind == "person" for m in mine)
    head = head_noun(mine[0].words)
    return mine[0].kind == "role" and not is_many(head) and not is_body(head) and is_calling(head)


def _nearness(mention: Mention, pronoun: Mention, text: str) -> float:
    back = pronoun.span.start - mention.span.stop
    if back < 0:
        return 0.0
    opens = (
        text[: mention.span.start].rstrip(' “"').endswith((".", "\n", "?", "!"))
        or mention.span.start == 0
    )
    return (
        math.exp(-back / REACH)
        * (1.0 if is_name(mention) else DESCRIBED)
        * (OPENING if opens else 1.0)
    )


def _by_calling(mentions: Sequence[Mention], ties: Sequence[Tie], text: str) -> Iterator[Tie]:
    """Descriptions with one noun, or one that calls the same people, or one age: the first again."""
    first: dict[str, int] = {}
    tied = {tie.one for tie in ties}
    for number, mention in enumerate(mentions):
        callings = [calling_of(noun) for noun in _nouns(mention, text)]
        known = next((first[calling] for calling in callings if calling in first), None)
        for calling in callings:
            first.setdefault(calling, number)
        if known is not None and number not in tied:
            yield Tie(number, known, 0.55, "called alike")


def _by_class(mentions: Sequence[Mention], ties: Sequence[Tie], text: str) -> Iterator[Tie]:
    """'The company' with nothing else that it can mean: the body that was named last and most."""
    groups = _join(mentions, ties)
    named = [g for g in groups if any(_is_named_body(mentions[n]) for n in g)]
    for group in groups:
        nouns = [n for n in group if _noun(mentions[n]) is not None]
        if len(nouns) == 0 or any(is_name(mentions[n]) for n in group):
            continue
        first = mentions[nouns[0]]
        if sort_of(first) != "described" or not is_body(head_noun(first.words)):
            continue
        near = [(sum(_nearness(mentions[n], first, text) for n in g), g) for g in named]
        hold, best = max(near, default=(0.0, ()))
        if hold > 0:
            before = [n for n in best if mentions[n].span.stop <= first.span.start]
            yield Tie(nouns[0], before[-1], 0.52, "named last and most")


def _is_named_body(mention: Mention) -> bool:
    return is_name(mention) and mention.kind == "group"


def _nouns(mention: Mention, text: str) -> tuple[str, ...]:
    """What a mention calls someone: a noun, an age, of a crowd its number too."""
    age = _AGE.search(mention.words) or _AGE_AFTER.match(text, mention.span.stop)
    if age is None and is_name(mention):
        age = _AGE_BEFORE.search(text, max(0, mention.span.start - 40), mention.span.start)
    ages = (f"{age[1]}-year-old",) if age is not None and mention.kind != "crowd" else ()
    if is_name(mention):
        return (*sorted(read_name(mention.words).titles), *ages)
    noun = _noun(mention)
    if noun is None:
        return ()
    count = count_of(mention.words) if mention.kind == "crowd" else None
    return (noun, *ages) if count is None else (noun, f"#{count}")


def _noun(mention: Mention) -> str | None:
    """The head noun of a description; None: a name, a pronoun, nobody."""
    if is_name(mention) or sort_of(mention) not in {None, "described"} or mention.kind == "place":
        return None
    noun = head_noun(mention.words)
    return noun if noun and noun not in load_references().nobodies else None


def _join(mentions: Sequence[Mention], ties: Sequence[Tie]) -> list[tuple[int, ...]]:
    """The mentions that ties hold together, the surest first; what would join two persons is left."""
    group = {n: {n} for n, m in enumerate(mentions) if m.kind != "place"}
    for tie in sorted(ties, key=lambda t: (-t.score, t.one, t.other)):
        if tie.one not in group or tie.other not in group or tie.score < LEAST:
            continue
        one, other = group[tie.one], group[tie.other]
        if one is other or _clash(mentions, one, other, tie):
            continue
        one |= other
        for number in other:
            group[number] = one
    return sorted({min(g): tuple(sorted(g)) for g in group.values()}.values())


def _clash(mentions: Sequence[Mention], one: set[int], other: set[int], tie: Tie) -> bool:
    """Whether names on both sides are two persons', or genders differ."""
    genders = {g for n in one | other if (g := _gender(mentions[n])) is not None}
    if len(genders) > 1 and tie.score < 0.9:
        return True
    names = [[mentions[n] for n in side if is_name(mentions[n])] for side in (one, other)]
    for a in names[0]:
        for b in names[1]:
            told = compare_names(a.words, b.words, (_bearer(a), _bearer(b)))
            if told is not None and told.verdict == "different":
                return True
            if told is None and tie.score < 0.9:
                return True
    return False


def _gender(mention: Mention) -> Gender | None:
    sort = sort_of(mention)
    if sort == "male":
        return "male"
    if sort == "female":
        return "female"
    return gender_told(mention.words) if mention.kind in {"person", "role"} else None


def _someone(
    mentions: Sequence[Mention], numbers: tuple[int, ...], ties: Sequence[Tie], text: str
) -> Someone:
    mine = [mentions[n] for n in numbers]
    names = sorted({m.words for m in mine if is_name(m)}, key=lambda name: (-len(name), name))
    counts = Counter(noun for mention in mine for noun in _nouns(mention, text))
    held = set(numbers)
    return Someone(
        kind=_kind(mine),
        mentions=numbers,
        names=tuple(names),
        callings=tuple(sorted(counts, key=lambda noun: (-counts[noun], noun))),
        gender=_most(mine),
        ties=tuple(tie for tie in ties if tie.one in held and tie.other in held),
    )


def _most(mine: Sequence[Mention]) -> Gender | None:
    """What titles and nouns tell; else what most pronouns do."""
    told = [g for m in mine if (g := _gender(m)) is not None and sort_of(m) not in _HE]
    told = told or [g for m in mine if (g := _gender(m)) is not None]
    return max(sorted(set(told)), key=told.count, default=None)


def _kind(mine: Sequence[Mention]) -> SomeoneKind:
    named = [m for m in mine if is_name(m)]
    if named:
        return "person" if named[0].kind == "person" else "group"
    nouns = [m for m in mine if _noun(m) is not None]
    if any(is_many(head_noun(m.words)) for m in nouns) or (not nouns and mine[0].kind == "crowd"):
        return "crowd"
    bodies = any(is_body(head_noun(m.words)) for m in nouns) or mine[0].kind == "group"
    return "group" if bodies else "person"

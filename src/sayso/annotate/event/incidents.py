"""The encoder's answers in, who attacked whom or what, and with what, out: one by one, each with its words.

Of a whole report: which of its attacks each took part in is not told.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, cast

import numpy as np

from sayso.annotate.decoding import Answers, Floats, Stretch, TagHead, find_stretches, word_outputs
from sayso.annotate.event.events import load_target_kinds
from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.saying.sayings import span_of_words
from sayso.types import Span

IncidentRole = Literal["perp_individual", "perp_org", "target", "victim", "weapon"]
BESIDE = 3  # characters at most between a description and the name it belongs to, a short and a long form
_OF = re.compile(r"\bof(?: the)?\W*$", re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?:\s+as\swell\sas\s+|,\s+(?:and\s+)?(?=\D)|\s+and\s+(?=(?:the|an?|one|two|three)\b))(?![^(\[]*[)\]])",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\s*(?:\[[^\]]*\]?|\([^)]*\)?)$")  # what a phrase ends with in brackets
_CUT = {"target": re.compile(_OPEN.pattern + r"|\s(?:in|at|near|owned by|located)\s.*", re.DOTALL)}
_SIDE = re.compile(
    r"(?:\S+\s){0,2}(?:floors?|walls?|roof|windows?|doors?|gates?|entrance|front|rear|side|corner|lobby|facade"
    r"|masonry)\sof\s(?:the\s|an?\s)?(?=\S)",
    re.IGNORECASE,
)
_NEXT = re.compile(r"[\"”]?\s([a-z]+)\b")
_LEAD = re.compile(r"(?:(?:and|or|by|of|in|the|an?)\b|[^\w\"])+", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:(?:^|\s)(?:of|the|an?|in|at|by|on|and|or|to|with|from|for|near|owned|located|'s)|[\s,;:(\[\]-])+$",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\s+(?:rebels?|guerrillas?|fighters?|terrorists?|gunm[ae]n|members?|militants?|insurgents?|commandos?|units?"
    r"|columns?|troops|soldiers|militiam[ae]n|leaders?|activists?)+$|(?-i:(?<=[A-Z]{2})\s+(?:forces|groups?)$)",
    re.IGNORECASE,
)
_NAMED = frozenset({"person", "group"})
_BARE = re.compile(
    r"(?:\W|\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|other|unidentified|the)\b)+",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+(?:[.'’]\w+)*")
_MANY = re.compile(
    r"\W*(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|several|some|many|other)\b)",
    re.IGNORECASE,
)
_OWNS = re.compile(r"['’]s?\W*\s\w")  # "Tolan's driver": another one is told of
_WHOSE = re.compile(r"\w\s+(?:of|to)\s+(?!the\b)(?:\w+\s+){0,2}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """One stretch that tells who or what took part.

    name:  the proper name within it; None: it only describes
    share: how likely the encoder holds the role for these words, 0 to 1
    """

    role: IncidentRole
    span: Span
    words: str
    name: str | None
    share: float


@dataclass(frozen=True, slots=True)
class Participant:
    """One person, body or thing in one role, with all that the report calls it, in text order."""

    role: IncidentRole
    parts: tuple[Part, ...]

    @property
    def share(self) -> float:
        """How likely the likeliest of its parts is."""
        return max(part.share for part in self.parts)

    @property
    def name(self) -> str | None:
        """The longest name among its parts; None: it is only described."""
        return max((p.name for p in self.parts if p.name is not None), key=len, default=None)


def find_parts(
    answers: Answers, head: TagHead, mentions: Sequence[tuple[Span, str]]
) -> tuple[Part, ...]:
    """The stretches that the head marks, in text order. mentions: with their kinds, for the names."""
    shares = _shares(answers, head)
    found = []
    for stretch in _join(find_stretches(answers, head), answers):
        column = shares[stretch.start : stretch.stop, head.labels.index(stretch.label)]
        role, share = cast(IncidentRole, stretch.label), float(column.mean())
        for span in _phrases(span_of_words(answers, stretch), role, answers.text, mentions):
            span = _mend(span, role, answers.text)
            found.append(_part(role, span, answers.text, mentions, share))
            if role == "perp_individual":
                found += _bodies(span, answers.text, mentions, share)
    return tuple(found)


def _mend(span: Span, role: IncidentRole, text: str) -> Span:
    """A body without its people, of 'a wall of the depot' the depot, 'the Harbour' as far as its noun 'station'."""
    if role == "perp_org":
        return _without_people(span, text)
    if role != "target":
        return span
    side, further = _SIDE.match(text, span.start, span.stop), _NEXT.match(text, span.stop)
    grows = further is not None and (
        further[1] in load_naming_words().sites or further[1] in load_target_kinds()
    )
    return Span(
        side.end() if side else span.start, further.end() if further and grows else span.stop
    )


def _phrases(
    span: Span, role: IncidentRole, text: str, mentions: Sequence[tuple[Span, str]]
) -> Iterator[Span]:
    """The things that a stretch lists, each as one would name it.

    A name that it cuts is taken whole, and 'members of the' goes on to the name after it; else
    what a stretch breaks off with is left out.
    """
    of = _OF.search(span.of(text)) is not None
    for mention, kind in _bare_bodies(mentions, text):
        is_cut = mention.meets(span) and kind in _NAMED and _is_name(mention.of(text), text)
        if is_cut or (of and 0 <= mention.start - span.stop <= 1):
            span = Span(min(span.start, mention.start), max(span.stop, mention.stop))
            of = False
    at = span.start
    for match in (*_BETWEEN.finditer(text, span.start, span.stop), None):
        stop = span.stop if match is None else match.start()
        cut = (
            _CUT[role].search(text, at + 1, stop)
            if role in _CUT
            else _OPEN.search(text, at + 1, stop)
        )
        stop = cut.start() if cut else stop
        tail, lead = _TAIL.search(text, at, stop), _LEAD.match(text, at, stop)
        start, end = lead.end() if lead else at, tail.start() if tail else stop
        if any(c.isalpha() for c in text[start:end]) and not _BARE.fullmatch(text, start, end):
            yield Span(start, end)
        at = match.end() if match is not None else at


def _bare_bodies(mentions: Sequence[tuple[Span, str]], text: str) -> Iterator[tuple[Span, str]]:
    """The mentions, groups without the people in them: 'Hill Front' of 'Hill Front gunmen'."""
    for span, kind in mentions:
        yield (_without_people(span, text) if kind == "group" else span), kind


def _without_people(span: Span, text: str) -> Span:
    people = _PEOPLE.search(text, span.start, span.stop)
    return Span(span.start, people.start()) if people else span


def _bodies(
    span: Span, text: str, mentions: Sequence[tuple[Span, str]], share: float
) -> Iterator[Part]:
    """'Hill Front gunmen': who they are of is to be blamed too."""
    for mention, kind in _bare_bodies(mentions, text):
        is_name = _is_name(mention.of(text), text) and not _only_begins(mention, text)
        if kind == "group" and is_name and span.covers(mention) and mention != span:
            yield Part("perp_org", mention, mention.of(text), mention.of(text), share)


def _join(stretches: Iterable[Stretch], answers: Answers) -> Iterator[Stretch]:
    """Stretches of one label with only a blank between them are one: nobody lists without a comma."""
    before: Stretch | None = None
    for stretch in stretches:
        if before is not None and _goes_on(before, stretch, answers):
            stretch = Stretch(stretch.label, before.start, stretch.stop)
        elif before is not None:
            yield before
        before = stretch
    if before is not None:
        yield before


def _goes_on(before: Stretch, stretch: Stretch, answers: Answers) -> bool:
    gap = slice(
        int(answers.pieces.stops[before.stop - 1]), int(answers.pieces.starts[stretch.start])
    )
    return before.label == stretch.label and answers.text[gap] == " "


def _shares(answers: Answers, head: TagHead) -> Floats:
    """One row a word, one column a label: the chance that the word is of it."""
    rows = word_outputs(answers, head.name)
    odds = np.exp(rows - np.logaddexp.reduce(rows, axis=1, keepdims=True))
    found: Floats = odds[:, 1::2] + odds[:, 2::2]
    return found


def _part(
    role: IncidentRole, span: Span, text: str, mentions: Sequence[tuple[Span, str]], share: float
) -> Part:
    kind = "group" if role == "perp_org" else "person"
    inside = [m for m, k in mentions if k == kind and span.covers(m)]
    names = [
        m.of(text) for m in inside
        if _is_name(m.of(text), text) and (kind == "group" or not _is_anothers(m, span, text))
    ]  # fmt: skip
    return Part(role, span, span.of(text), names[-1] if names else None, share)


def _is_anothers(name: Span, span: Span, text: str) -> bool:
    """Whether the words tell of someone by the name of another: 'Tolan's driver', 'a niece of Mira Tolan'."""
    after, before = text[name.stop : span.stop], text[span.start : name.start]
    return _OWNS.match(after) is not None or _WHOSE.search(before) is not None


def _only_begins(words: Span, text: str) -> bool:
    """Whether one word has its capital only where a sentence begins: 'Urban' of 'Urban gunmen'."""
    word = words.of(text)
    if " " in word or word.isupper() or text.islower():
        return False
    return re.search(r"[\w,]\s" + re.escape(word) + r"\b", text) is None


def _is_name(words: str, text: str) -> bool:
    """Whether the words have a capital; in a text without any, all may be names."""
    return not words.islower() or text.islower()


def merge_parts(parts: Iterable[Part], text: str) -> tuple[Participant, ...]:
    """The parts brought together: those of one role that are called alike, or stand for one another.

    The fullest words come first, so that 'the hotel' joins 'the Harbour Hotel', and the nearest where there are two.
    """
    groups: list[list[Part]] = []
    for part in sorted(parts, key=lambda p: (-len(_words(p.words)), p.span)):
        same = [g for g in groups if any(_is_same(part, other, text) for other in g)]
        if len(same) > 1 and _are_one(part, same):
            groups = [g for g in groups if g not in same] + [[p for g in same for p in g]]
            same = groups[-1:]
        if same:
            min(same, key=lambda g: _apart(part, g)).append(part)
        else:
            groups.append([part])
    found = [Participant(g[0].role, tuple(sorted(g, key=lambda p: p.span))) for g in groups]
    return tuple(sorted(found, key=lambda one: one.parts[0].span))


def _are_one(part: Part, groups: Sequence[Sequence[Part]]) -> bool:
    """Whether a part ties groups together: a body by whatever it is called, a person by a name that all can have."""
    names = [_words(p.name) for group in (*groups, [part]) for p in group if p.name is not None]
    if part.role == "perp_org" or part.name is None:
        return part.role == "perp_org"
    longest = max(names, key=len)
    return all(_is_within(name, longest) for name in names)


def _apart(part: Part, group: Sequence[Part]) -> int:
    return min(abs(part.span.start - other.span.start) for other in group)


def _is_same(part: Part, other: Part, text: str) -> bool:
    if part.role != other.role:
        return False
    short, long = sorted((_words(part.words), _words(other.words)), key=len)
    if not short or short == long[len(long) - len(short) :]:
        return True
    if part.name is not None and other.name is not None:
        short, long = sorted((_words(part.name), _words(other.name)), key=len)
        if _is_within(short, long):
            return True
    shortest, longest = sorted((part.words, other.words), key=len)
    return is_short_for(shortest, longest) or _stands_beside(part, other, text)


def _words(text: str) -> tuple[str, ...]:
    """In lower case, without small words; a plural counts as its singular."""
    found = (w.casefold() for w in _WORD.findall(text))
    return tuple(_singular(w) for w in found if w not in load_naming_words().small)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _is_within(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the words stand side by side in the longer ones: a surname in a full name."""
    size = len(short)
    return any(long[at : at + size] == short for at in range(len(long) - size + 1))


def is_short_for(short: str, long: str) -> bool:
    """Whether the short form has the initials of the long one's words: 'NRF', 'Northern Relief Front'."""
    letters = re.sub(r"\W", "", short).casefold()
    if " " in short.strip() or len(letters) < 2:
        return False
    words = [w.casefold() for w in re.findall(r"\w+", long)]
    every = "".join(w[0] for w in words)
    great = "".join(w[0] for w in words if w not in load_naming_words().small)
    return letters in {every, great}


def _stands_beside(part: Part, other: Part, text: str) -> bool:
    """'Judge Amra Sol', 'the Northern Front (FN)': a description or a short form and a name."""
    first, second = sorted((part, other), key=lambda p: p.span)
    between = text[first.span.stop : second.span.start]
    if len(between) > BESIDE or re.search(r"[\w.;:]", between):
        return False
    if re.search(r"[(\[]", between):
        return True
    if between.strip() == "," and _MANY.match(second.words):
        return False
    return (first.name is None) != (second.name is None) and between.strip() in {"", ","}


def keep_likely(
    participants: Iterable[Participant], least: Mapping[IncidentRole, float]
) -> tuple[Participant, ...]:
    """Those at least as likely as their role asks."""
    return tuple(one for one in participants if one.share >= least[one.role])

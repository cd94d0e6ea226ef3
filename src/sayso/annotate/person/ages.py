"""A parsed report in, how old it says that persons are out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.number.counting_lists import load_counting_lists
from sayso.annotate.number.numbers import load_counting_words, number_in
from sayso.annotate.parses import head_at, span_of, subject_of, text_of
from sayso.annotate.person.described import HE, People, base_phrase, is_of_people
from sayso.types import Event, Mention, Role, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OLDEST = 115
_BESIDE = re.compile(r"\b(?:and|aged|about|around|some|only|just|barely)\b")
_YOUNGEST = 2  # written in words, "one" is as good as "somebody"


def _spelt() -> str:
    """'nine', 'fourteen', 'eighty-one': whole years in words."""
    words = {word for word, value in load_counting_words().words.items() if 1 < value < 100}
    tens = "|".join(sorted(w for w in words if w.endswith("ty")))
    units = "|".join(sorted(words - set(tens.split("|")), key=len, reverse=True))
    return rf"(?:{tens})(?:-(?:one|{units}))?|(?:{units})(?!\w)"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    years = rf"(?P<years>\d{{1,3}}|{_spelt()})"
    other = rf"(?:\d{{1,3}}|{_spelt()})"
    people = "|".join(sorted(load_naming_words().aged_of))
    told = {
        "after": rf",? \(?(?:now |then |aged |who (?:is|was) |only |just )?{years}(?=[,.;:)–—]\D)",
        "old": rf"\b{years}[- ]years?[- ]old\b",
        "aged": rf"\b(?:aged|age of|aged about|aged just|aged only) {years}\b",
        "of": r"(?<=[a-z] of )(?P<years>\d{2})(?=[,.;])",
        "one_of": rf"(?<!\bas a )\b(?:{people}) of (?:about |only |just |barely |some )?{years}\b",
        "is": rf"\b(?:is|was|turned|now|is now|was then) (?:only |just |now |barely )?{years}"
        r"(?= years old|[,.;:)]|(?<=\d) when\b| at the time\b| and\b| last\b| this\b| now\b)",
        "each": rf", (?:aged )?(?P<all>{other}(?:, {other})*,? and {other})(?=[,.;:)–—]\D)",
    }
    return {name: re.compile(pattern) for name, pattern in told.items()}


def find_ages(doc: "Doc", mentions: Sequence[Mention]) -> Iterator[Event]:
    """'Odas, 41,', 'Odas (41)', 'the 41-year-old', 'a medic aged 41', 'he was 41'."""
    people = People(doc, mentions)
    text = text_of(doc)
    seen: set[int] = set()
    told = (*_of_each(text, mentions), *_after_names(text, mentions), *_of_words(doc, people))
    for holder, span in told:
        words = span.of(text)
        years = number_in(words) or 0
        if span.start not in seen and (words.isdigit() or years >= _YOUNGEST) and years <= _OLDEST:
            seen.add(span.start)
            yield Event("age", span, (Role("holder", holder),))


def without_ages(events: Sequence[Event], ages: Sequence[Event], text: str) -> tuple[Event, ...]:
    """No age is somebody to whom a thing is done, nor counts anybody: 'the boy, nine, was shot'."""
    spans = [age.trigger for age in ages]

    def is_age(span: Span) -> bool:
        words = span.of(text)
        for age in spans:
            if span.covers(age):
                words = words.replace(age.of(text), "")
        return not re.search(r"\w", _BESIDE.sub("", words))

    return tuple(
        replace(
            event,
            roles=tuple(r for r in event.roles if not is_age(r.filler.span)),
            counts=tuple(c for c in event.counts if not is_age(c.span)),
        )
        if any(age.meets(span) for age in spans for span in _parts(event))
        else event
        for event in events
    )


def _parts(event: Event) -> tuple[Span, ...]:
    return (*(r.filler.span for r in event.roles), *(c.span for c in event.counts))


def _after_names(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Span]]:
    for mention in mentions:
        if mention.kind in {"person", "role"}:
            match = _patterns()["after"].match(text, mention.span.stop)
            if match is not None:
                yield mention, Span(*match.span("years"))


def _of_each(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Span]]:
    """'Miro and Pavel Odas, 29 and 34,': the first age is the first's."""
    persons = [m for m in mentions if m.kind == "person"]
    for number, last in enumerate(persons):
        match = _patterns()["each"].match(text, last.span.stop)
        if match is None:
            continue
        years = [
            Span(match.start("all") + y.start(), match.start("all") + y.end())
            for y in re.finditer(r"[\w-]+", match["all"])
            if y[0] != "and"
        ]
        holders = persons[max(0, number + 1 - len(years)) : number + 1]
        between = [text[a.span.stop : b.span.start] for a, b in pairwise(holders)]
        if len(holders) == len(years) and all(re.fullmatch(r",? (?:and )?", b) for b in between):
            yield from zip(holders, years, strict=True)


def _of_words(doc: "Doc", people: People) -> Iterator[tuple[Mention, Span]]:
    text, finders = text_of(doc), {
        "old": _described, "aged": _of_aged, "one_of": _of_one, "of": _of_noun, "is": _subject,
    }  # fmt: skip
    for name, find in finders.items():
        for match in _patterns()[name].finditer(text):
            years = Span(*match.span("years"))
            token = head_at(doc, years)
            holder = find(token, match, people) if token is not None else None
            if holder is not None:
                yield holder, years


def _described(token: "Token", match: re.Match[str], people: People) -> Mention | None:
    """Whom 'the 41-year-old' goes before or is said of."""
    doc = token.doc
    start = next((t.i for t in doc[token.i :] if t.idx >= match.end()), len(doc))
    for word in doc[start : start + 5]:
        if people.is_named(word):
            return people.mention(people.head_of(word))
        if word.is_punct or word.pos_ in {"VERB", "AUX", "ADP"}:
            break
        if word.pos_ == "NOUN" and word.dep_ not in {"compound", "amod", "nmod"}:
            return _of_description(word, people)
    old = doc[start - 1]
    subject = subject_of(old.head) if old.head.pos_ == "AUX" else None
    if subject is not None:
        return _somebody(subject, people)
    before = people.name_before(old) if old.dep_ in {"appos", "amod"} else None
    return people.mention(before if before is not None else old)


def _of_description(noun: "Token", people: People) -> Mention:
    before = people.name_before(noun)
    if before is not None:
        return people.mention(before)
    named = people.name_after(noun)
    is_apposed = named is not None and (noun.nbor().text != "," or named.dep_ == "appos")
    if named is not None and is_apposed:
        return people.mention(named)
    return base_phrase(noun)


def _of_aged(token: "Token", match: re.Match[str], people: People) -> Mention | None:
    """'Odas, a medic aged 41', 'has died aged 41', 'at the age of 41'."""
    word = token
    while word.head != word:
        word = word.head
        if word.tag_ in {"NNS", "NNPS"} and word.lower_ != "years":
            return None  # "two brothers, aged nine and 11"
        if people.is_named(word):
            return people.mention(word)
        if word.pos_ == "NOUN" and word.lower_ not in {"age", "years", "year"}:
            return _of_description(word, people)
        if word.pos_ in {"VERB", "AUX"} and subject_of(word) is not None:
            return _somebody(subject_of(word), people)
    return None


def _of_noun(token: "Token", match: re.Match[str], people: People) -> Mention | None:
    """'A driver of 54'."""
    noun = token.head.head if token.head.dep_ == "prep" else token.head
    is_one = noun.pos_ == "NOUN" and noun.tag_ == "NN" and noun.i == token.i - 2
    is_one = is_one and not _is_figure(noun) and noun.lemma_ not in load_counting_lists().sized
    return _of_description(noun, people) if is_one else None


def _of_one(token: "Token", match: re.Match[str], people: People) -> Mention | None:
    """'A girl of fourteen was shot', not 'a man of two faces', nor what somebody did 'as a girl of nine'."""
    noun = head_at(token.doc, Span(match.start(), match.start() + 1))
    stop = next((t for t in token.doc[token.i :] if t.idx >= match.end()), None)
    is_counting = stop is not None and stop.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}
    if noun is None or (is_counting and stop is not None and stop.lower_ not in {"years"}):
        return None
    return _of_description(noun, people)


def _subject(token: "Token", match: re.Match[str], people: People) -> Mention | None:
    """'He was 41', 'Odas, who is 41', 'Odas, now 41'."""
    verb = next((t for t in (token, *token.ancestors) if t.pos_ in {"AUX", "VERB"}), None)
    if verb is not None and _is_figure(subject_of(verb)):
        return None
    told = _somebody(subject_of(verb), people) if verb is not None else None
    before = people.name_before(token.nbor(-1)) if token.i > 1 else None
    return people.mention(before) if before is not None and told is None else told


def _is_figure(subject: "Token | None") -> bool:
    """'The figure was 12', 'a toll of 40', 'the dead were 40': nobody's age."""
    if subject is None:
        return False
    lemma, lists = subject.lemma_.lower(), load_counting_lists()
    return lemma in lists.figures | lists.tallies | lists.casualties | lists.losses


def _somebody(subject: "Token | None", people: People) -> Mention | None:
    if subject is None:
        return None
    if subject.tag_ in {"NNS", "NNPS"}:
        return None
    if subject.lower_ == "who":
        clause = next((t for t in subject.ancestors if t.dep_ == "relcl"), None)
        return _somebody(clause.head, people) if clause is not None else None
    if people.is_named(subject):
        return people.mention(subject)
    if subject.lower_ in HE:
        return Mention(span_of([subject]), "person", subject.text)
    is_one = subject.pos_ == "NOUN" and subject.tag_ == "NN" and not subject.ent_type_
    return base_phrase(subject) if is_one and is_of_people(subject) else None

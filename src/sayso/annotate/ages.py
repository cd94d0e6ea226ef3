"""A parsed report in, how old it says that persons are out."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.annotate.counting_lists import load_counting_lists
from sayso.annotate.described import HE, People, base_phrase
from sayso.annotate.parses import head_at, span_of, subject_of, text_of
from sayso.types import Event, Mention, Role, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_AFTER = re.compile(r",? \(?(?:now |then |aged |who (?:is|was) )?(?P<years>\d{1,3})(?=[,.;:)–—]\D)")
_OLD = re.compile(r"\b(?P<years>\d{1,3})[- ]years?[- ]old\b")
_AGED = re.compile(r"\b(?:aged|age of|aged about) (?P<years>\d{1,3})\b")
_OF = re.compile(r"(?<=[a-z] of )(?P<years>\d{2})(?=[,.;])")
_IS = re.compile(
    r"\b(?:is|was|turned|now|is now|was then) (?:only |just |now )?(?P<years>\d{1,3})"
    r"(?= years old|[,.;:)]| when\b| at the time\b| and\b| last\b| this\b| now\b)"
)
_OLDEST = 115


def find_ages(doc: "Doc", mentions: Sequence[Mention]) -> Iterator[Event]:
    """'Odas, 41,', 'Odas (41)', 'the 41-year-old', 'a medic aged 41', 'he was 41'."""
    people = People(doc, mentions)
    text = text_of(doc)
    seen: set[int] = set()
    for holder, match in (*_after_names(text, mentions), *_of_words(doc, people)):
        span = Span(*match.span("years"))
        if span.start not in seen and int(match["years"]) <= _OLDEST:
            seen.add(span.start)
            yield Event("age", span, (Role("holder", holder),))


def _after_names(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, re.Match[str]]]:
    for mention in mentions:
        if mention.kind in {"person", "role"}:
            match = _AFTER.match(text, mention.span.stop)
            if match is not None:
                yield mention, match


def _of_words(doc: "Doc", people: People) -> Iterator[tuple[Mention, re.Match[str]]]:
    text = text_of(doc)
    for pattern, find in ((_OLD, _described), (_AGED, _of_aged), (_OF, _of_noun), (_IS, _subject)):
        for match in pattern.finditer(text):
            token = head_at(doc, Span(*match.span("years")))
            holder = find(token, match, people) if token is not None else None
            if holder is not None:
                yield holder, match


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
    if subject.lower_ == "who":
        clause = next((t for t in subject.ancestors if t.dep_ == "relcl"), None)
        return _somebody(clause.head, people) if clause is not None else None
    if people.is_named(subject):
        return people.mention(subject)
    if subject.lower_ in HE:
        return Mention(span_of([subject]), "person", subject.text)
    is_person = subject.pos_ == "NOUN" and subject.tag_ == "NN" and not subject.ent_type_
    return base_phrase(subject) if is_person else None

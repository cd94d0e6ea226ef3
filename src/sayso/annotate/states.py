"""A parsed report in, what it says people are out: kin, office, membership, age, whereabouts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.annotate.entities import GROUP_NOUNS
from sayso.annotate.mentions import name_phrase, phrase_span
from sayso.annotate.parses import child_of, span_of, subject_of
from sayso.annotate.role_words import load_role_words
from sayso.annotate.speakers import speaker_of
from sayso.event_types import load_event_types
from sayso.types import Event, Mention, Passage, Place, Role, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_AGE = re.compile(r"(?:, (?P<years>\d{1,3})(?=[,.;]\D)|(?P<old>\d{1,3})-year-old)")
_FORMER = frozenset({"former", "ex", "late", "then", "onetime"})
_KIN = frozenset(
    {"sister", "brother", "mother", "father", "son", "daughter"}
)  # "Sister Maud" is a nun
_RANKS = frozenset(
    "general marshal king emperor colonel major captain lieutenant sergeant admiral queen prince princess".split()
)
_IN = frozenset({"in", "at", "inside", "near"})
_TO = frozenset({"to", "into"})
_GONE = frozenset({"go", "travel", "cross", "flee", "escape", "move", "arrive", "return"})


def find_states(
    doc: "Doc", mentions: Sequence[Mention], places: Sequence[Place], passages: Sequence[Passage]
) -> tuple[Event, ...]:
    """States of named persons, in text order; a former office is a state of the past."""
    people = {m.span.start: m for m in mentions if m.kind == "person"}
    found = [*_of_nouns(doc, mentions), *_ages(doc, people.values()), *_whereabouts(doc, places)]
    kept = {(e.trigger.start, e.type): e for e in found if _is_in_body(e.trigger, passages)}
    return tuple(kept[key] for key in sorted(kept))


def _is_in_body(trigger: Span, passages: Sequence[Passage]) -> bool:
    return not any(
        p.span.covers(trigger) and (p.kind in {"furniture", "byline"} or p.repeats is not None)
        for p in passages
    )


def _of_nouns(doc: "Doc", mentions: Sequence[Mention]) -> Iterator[Event]:
    types = {
        name: set(load_event_types()[name].nouns)
        for name in ("kinship", "office", "occupation", "membership")
    }
    for noun in doc:
        if noun.pos_ not in {"NOUN", "PROPN"}:
            continue
        type_ = next((name for name, nouns in types.items() if noun.lemma_.lower() in nouns), None)
        if type_ is None and _may_be_calling(noun, mentions):
            type_ = "occupation"
        person = _person_of(noun, mentions) if type_ is not None else None
        if type_ is None or person is None:
            continue
        yield _state(type_, noun, person, mentions)


def _may_be_calling(noun: "Token", mentions: Sequence[Mention]) -> bool:
    """'Taras Uhl, a boxer', 'the botanist Alma Reyes': what stands beside a name and is no name itself."""
    lemma = noun.lemma_.lower()
    is_common = noun.tag_ == "NN" and noun.is_alpha and not noun.ent_type_
    is_common = is_common and not _is_person(noun, mentions)
    is_other = lemma in load_role_words().no_callings or lemma in GROUP_NOUNS
    beside = noun.dep_ == "appos" or any(c.dep_ == "appos" for c in noun.children)
    is_title = noun.dep_ in {"compound", "nmod"} and noun.i + 1 == noun.head.left_edge.i
    return is_common and not is_other and (beside or is_title or noun.dep_ == "compound")


def _person_of(noun: "Token", mentions: Sequence[Mention]) -> "Token | None":
    """Whom the noun describes: the name it stands beside, or is said of."""
    if noun.dep_ == "appos" and _is_person(noun.head, mentions):
        return noun.head
    named = next((c for c in noun.children if c.dep_ == "appos" and _is_person(c, mentions)), None)
    if named is not None:
        return named
    of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    inner = child_of(of, "pobj") if of is not None else None
    if inner is not None and inner.ent_type_ != "PERSON":  # "the governor of Hask, Ilse Varn"
        for after in inner.children:
            if after.dep_ == "appos" and _is_person(after, mentions):
                return after
    if noun.dep_ == "attr" and noun.head.lemma_ == "be":
        subject = child_of(noun.head, "nsubj")
        if subject is not None and (
            _is_person(subject, mentions) or subject.lower_ in {"he", "she"}
        ):
            return subject
    if noun.dep_ in {"compound", "nmod"} and _is_person(noun.head, mentions):
        is_rank = noun.lemma_.lower() in _RANKS | _KIN
        return noun.head if noun.i < noun.head.i and not is_rank else None
    if noun.dep_ == "conj":
        return _person_of(noun.head, mentions)
    return None


def _is_person(token: "Token", mentions: Sequence[Mention]) -> bool:
    return any(m.kind == "person" and m.span.start <= token.idx < m.span.stop for m in mentions)


def _mention(token: "Token", mentions: Sequence[Mention], *without: "Token") -> Mention:
    held = (m for m in mentions if m.span.start <= token.idx < m.span.stop)
    own = next((m for m in held if not any(m.span.covers(span_of([o])) for o in without)), None)
    return own or name_phrase(list(token.subtree), token)


def _state(type_: str, noun: "Token", person: "Token", mentions: Sequence[Mention]) -> Event:
    holder = "person" if type_ == "kinship" else "holder"
    roles = [Role(holder, _mention(person, mentions))]
    other = _of(noun)
    if other is not None:
        heads = [
            other,
            *(c for c in other.children if c.dep_ in {"conj", "appos"} and _is_person(c, mentions)),
        ]
        heads = [h for h in heads if h != person]
        if type_ == "kinship" and not _is_person(other, mentions):
            heads = [h for h in heads if _is_person(h, mentions)] or [other]
        roles += [
            Role("kin" if type_ == "kinship" else "group", _mention(h, mentions, noun))
            for h in heads
        ]
    words = phrase_span(noun) if type_ != "kinship" else span_of([noun])
    former = any(c.lower_ in _FORMER for c in noun.children if c.dep_ in {"amod", "advmod"})
    return Event(type_, words, tuple(roles), background=former)


def _of(noun: "Token") -> "Token | None":
    owner = child_of(noun, "poss")
    if owner is not None:
        return _whose(owner)
    of_bodies = {n for name in ("office", "membership") for n in load_event_types()[name].nouns}
    if noun.lemma_.lower() not in of_bodies:
        return _after(noun)  # "a human rights lawyer" is of no body
    body = next((c for c in noun.children if c.dep_ in {"compound", "nmod"} and _is_body(c)), None)
    if body is not None:
        return body
    return _after(noun)


def _after(noun: "Token") -> "Token | None":
    """'A spokesman for the council': the council."""
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ in {"of", "for", "to"}:
            return child_of(prep, "pobj")
    return None


def _whose(owner: "Token") -> "Token":
    """'Amra Leguizal, whose son Dario': her; 'the union said its secretary': the union."""
    if owner.lower_ == "whose":
        clause = next((t for t in owner.ancestors if t.dep_ == "relcl"), None)
        return clause.head if clause is not None else owner
    if owner.lower_ in {"its", "their"}:
        over = next((t for t in owner.ancestors if subject_of(t) is not None), None)
        subject = subject_of(over) if over is not None else None
        is_fit = subject is not None and subject.i < owner.i and subject.pos_ in {"NOUN", "PROPN"}
        return subject if subject is not None and is_fit else owner
    return owner


def _is_body(word: "Token") -> bool:
    """'Army spokesman', 'garrison commander': whose, where it is no rank."""
    is_rank = word.lemma_.lower() in load_role_words().no_groups | _RANKS
    return not is_rank and word.ent_type_ not in {"PERSON", "DATE"} and word.pos_ != "ADJ"


def _ages(doc: "Doc", people: Iterable[Mention]) -> Iterator[Event]:
    text = doc.text
    for person in people:
        near = text[max(person.span.start - 30, 0) : person.span.stop + 8]
        offset = max(person.span.start - 30, 0)
        for match in _AGE.finditer(near):
            group = "years" if match.group("years") else "old"
            span = Span(offset + match.start(group), offset + match.end(group))
            right_after = group == "years" and match.start() + offset == person.span.stop
            just_before = (
                group == "old"
                and offset + match.end() <= person.span.start
                and "." not in text[span.stop : person.span.start]
            )
            if right_after or just_before:
                yield Event("age", span, (Role("holder", person),))


def _whereabouts(doc: "Doc", places: Sequence[Place]) -> Iterator[Event]:
    kind = load_event_types()["whereabouts"]
    for token in doc:
        if token.lower_ == "whereabouts":
            whom = _of(token)
            if whom is not None:
                unclear = any(
                    w in token.sent.text.lower()
                    for w in ("unclear", "unknown", "not known", "uncertain")
                )
                yield Event(
                    "whereabouts",
                    span_of([token]),
                    (Role("person", name_phrase(list(whom.subtree), whom)),),
                    negated=unclear,
                )
            continue
        stays = token.lemma_ in kind.verbs or token.lemma_ == "be"
        if token.pos_ not in {"VERB", "AUX"} or not (stays or token.lemma_ in _GONE):
            continue
        event = _being_at(token, places, _IN if stays else _TO)
        if event is not None:
            yield event


def _being_at(verb: "Token", places: Sequence[Place], prepositions: frozenset[str]) -> Event | None:
    subject = speaker_of(verb)
    if subject is None or not (subject.ent_type_ == "PERSON" or subject.lower_ in {"he", "she"}):
        return None
    for prep in verb.children:
        if prep.dep_ != "prep" or prep.lower_ not in prepositions:
            continue
        inside = [
            i
            for i, p in enumerate(places)
            if any(t.idx <= p.span.start < t.idx + len(t) for t in prep.subtree)
        ]
        if inside:
            role = Role("person", name_phrase(list(subject.subtree), subject))
            return Event("whereabouts", span_of([verb]), (role,), place=inside[0])
    return None

"""A parsed report in, what the outlet's own reporters saw out: as words of theirs, and as events.

'A Harbour Post reporter saw militiamen at the gate of Karez' is no speech, which is what the
encoder was taught, and no verb of an event. But it is how an outlet says that it knows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.event.setting_words import load_setting_words
from sayso.annotate.event.settings import place_of, time_of
from sayso.annotate.event.triggers import Trigger
from sayso.annotate.mentions import load_source_kinds
from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.number.counts import load_counting_words
from sayso.annotate.parses import (
    child_of,
    head_at,
    is_negated,
    sentence_of,
    span_of,
    subject_of,
    subtree_without,
    words_of,
)
from sayso.annotate.person.described import People, base_phrase
from sayso.annotate.saying.readings import Reading
from sayso.types import Event, Mention, Role

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from sayso.annotate.event.events import Surroundings

SEEING = frozenset({"see", "watch", "witness"})
_INSIDE = frozenset({"in", "inside", "within", "into"})
_WITHIN = _INSIDE | {"at", "on", "along", "throughout"}
_LEADING = ("at the head of", "leading", "followed by", "with his", "with her")


def read_sights(doc: "Doc") -> Iterator[Reading]:
    """What reporters are said to have seen, in text order; not what they did not see."""
    for verb in doc:
        seer = _seer(verb)
        if seer is not None and not is_negated(verb):
            source = tuple(t for t in seer.subtree if t.i < verb.i)
            yield Reading((verb,), source, seer, _seen(verb, seer), "asserts", "saw")


def _seer(verb: "Token") -> "Token | None":
    if verb.lower_ == "saw" and verb.pos_ == "NOUN":  # "they fled, a Post reporter saw"
        seer = next((c for c in verb.children if c.i == verb.i - 1), None)
    elif verb.lemma_.lower() not in SEEING or verb.tag_ not in {"VBD", "VBN", "VB"}:
        return None
    else:
        seer = subject_of(verb)
    if seer is None and verb.dep_ == "conj":  # "spoke to him and saw him alive"
        seer = subject_of(verb.head)
    return (
        seer if seer is not None and seer.lemma_.lower() in load_naming_words().reporters else None
    )


def _seen(verb: "Token", seer: "Token") -> tuple["Token", ...]:
    """All that follows the verb in its clause; what comes before it, where nothing does."""
    further = [c for c in verb.children if c.dep_ in {"conj", "cc"} and c.i > verb.i]
    after = [t for t in subtree_without(verb, *further) if t.i > verb.i]
    before = child_of(verb, "ccomp", "parataxis")
    words = list(before.subtree) if before is not None and before.i < verb.i else after
    opening = verb.doc[sentence_of(verb).start : seer.left_edge.i]
    is_trailing = len(opening) > 3 and opening[-1].text == "," and not any(map(_tells, after))
    if is_trailing:  # "The army is in camp there, a Post reporter saw on Sunday"
        words = list(opening)
    while words and (words[-1].is_punct or words[-1].is_space):
        words.pop()
    return tuple(words)


def _tells(word: "Token") -> bool:
    """Whether a word after the cue is more than the day on which it was seen."""
    is_time = word.ent_type_ in {"DATE", "TIME"} or word.is_punct or word.is_space
    return not is_time and word.pos_ not in {"ADP", "ADV", "DET"}


def with_sights(doc: "Doc", found: Sequence[Reading]) -> list[Reading]:
    """The readings, what reporters saw whole, and with what nobody else has read."""
    sights = list(read_sights(doc))
    mended = [_whole(reading, sights) for reading in found]
    taken = {t.i for r in found for t in (*r.cue, *r.source)}
    return [*mended, *(s for s in sights if s.content and not taken & {t.i for t in s.cue})]


def _whole(reading: Reading, sights: Sequence[Reading]) -> Reading:
    cue = {t.i for t in reading.cue}
    sight = next((s for s in sights if s.cue[0].i in cue), None)
    if sight is None:
        return reading
    is_cut = {t.i for t in reading.content} < {t.i for t in sight.content}
    content = sight.content if is_cut else reading.content
    return replace(
        reading, source=sight.source, speaker=sight.speaker, content=content, knows="saw"
    )


def find_seen(doc: "Doc", mentions: Sequence[Mention], around: "Surroundings") -> Iterator[Event]:
    """Persons whom a reporter saw alive, and places in which he saw armed men: who holds them."""
    people = People(doc, mentions)
    for sight in read_sights(doc):
        verb = sight.cue[0]
        for seen in _objects(verb):
            if people.is_named(seen) or seen.lower_ in {"him", "her"}:
                yield from _alive(verb, seen, people, around)
                if _leads(verb, seen, mentions):
                    yield from _holding(seen, around, people)
            elif _is_force(seen, mentions) or seen.lemma_.lower() in load_setting_words().flags:
                yield from _holding(seen, around, people)


def _objects(verb: "Token") -> Iterator["Token"]:
    """'Saw Odas ride away', 'saw troops and a flag': whom."""
    first = child_of(verb, "dobj")
    clause = child_of(verb, "ccomp")
    if first is None and clause is not None and clause.i > verb.i:
        first = subject_of(clause) or _unread_subject(clause)
    if first is not None:
        yield first
        yield from first.conjuncts


def _unread_subject(clause: "Token") -> "Token | None":
    """'Saw Odas ride into town', 'saw infantry inside': the parse may take either for one noun."""
    words = load_setting_words()
    if clause.pos_ not in {"NOUN", "PROPN"}:
        return None
    before = clause.nbor(-1)
    is_verb = before.dep_ == "compound" and clause.lemma_.lower() in words.going | words.harmed
    return before if is_verb else clause


def _leads(verb: "Token", seen: "Token", mentions: Sequence[Mention]) -> bool:
    """'Drive into Karez leading 40 gunmen': who leads armed men in comes to hold it."""
    words = [t for t in verb.subtree if t.i > seen.i]
    text = " ".join(t.lower_ for t in words)
    led = any(_is_force(t, mentions) or t.lower_ == "men" for t in words)
    return led and any(lead in text for lead in _LEADING)


def _alive(verb: "Token", seen: "Token", people: People, around: "Surroundings") -> Iterator[Event]:
    words = [t for t in verb.subtree if t.i > verb.i]
    if any({t.lemma_.lower(), t.lower_} & load_setting_words().harmed for t in words):
        return
    whom = people.mention(seen) if people.is_named(seen) else base_phrase(seen)
    event = Event("alive", span_of([seen]), (Role("victim", whom),))
    yield _set_out(event, Trigger("alive", seen, (seen,), verb), around)


def _holding(seen: "Token", around: "Surroundings", people: People) -> Iterator[Event]:
    """Armed men inside a place hold it, as does whose flag flies over it; near it they do not."""
    inside = [
        child_of(c, "pobj")
        for t in (seen, seen.head, *_goings(seen))
        for c in t.children
        if c.dep_ == "prep" and c.i > seen.i and _is_within(c)
    ]
    site = next((noun for noun in inside if noun is not None and noun.ent_type_ != "TIME"), None)
    if site is None:
        return
    whose = people.mention(seen) if people.is_named(seen) else base_phrase(seen)
    whose = _of_flag(seen) or whose
    event = Event("territory_control", span_of([seen]), (Role("holder", whose),))
    event = _set_out(event, Trigger("territory_control", seen, (seen,), seen.head), around)
    if event.place is None and site.head.lower_ in _INSIDE | {"over", "above"}:
        event = replace(event, roles=(*event.roles, Role("place", base_phrase(site))))
    yield event


def _of_flag(seen: "Token") -> Mention | None:
    """Whose flag it is: of 'the rebel flag', the rebels; of 'a flag of the Front', the Front."""
    if seen.lemma_.lower() not in load_setting_words().flags:
        return None
    of = next((c for c in seen.children if c.lower_ == "of"), None)
    owner = child_of(of, "pobj") if of is not None else None
    if owner is not None:
        return base_phrase(owner)
    told = [
        t for c in seen.children if c.dep_ in {"amod", "compound", "poss"} and c.i < seen.i
        for t in c.subtree if t.pos_ in {"ADJ", "NOUN", "PROPN"}
    ]  # fmt: skip
    if not told:
        return None
    if load_source_kinds().get(told[-1].lower_) == "rebel":  # the rebels
        return Mention(span_of(told), "group", f"{words_of(told)}s")
    is_named = any(t.text[0].isupper() for t in told)
    is_body = is_named or told[-1].lower_ in load_naming_words().groups
    return Mention(span_of(told), "group", words_of(told)) if is_body else None


def _goings(seen: "Token") -> list["Token"]:
    """The word for where they go, which the parse may hang on the seeing."""
    return [
        t
        for t in seen.head.children
        if t.i > seen.i and t.lemma_.lower() in load_setting_words().going
    ]


def _is_within(prep: "Token") -> bool:
    """'Inside the fort', 'at the gate'; 'ride into the city', where they go."""
    words = load_setting_words()
    if prep.lower_ == "into":
        return prep.head.lemma_.lower() in words.going
    if prep.lower_ in {"over", "above"}:
        return bool(
            {prep.head.lemma_.lower(), *(c.lemma_.lower() for c in prep.head.children)}
            & words.flags
        )
    return prep.lower_ in _WITHIN


def drop_seen(doc: "Doc", events: Sequence[Event]) -> tuple[Event, ...]:
    """The events without 'saw him alive and unhurt', which `find_seen` tells by whom was seen."""
    return tuple(e for e in events if e.type != "alive" or not _is_seen(doc, e))


def _is_seen(doc: "Doc", event: Event) -> bool:
    word = head_at(doc, event.trigger)
    if word is None:
        return False
    first = word.head if word.dep_ == "conj" else word
    near = (word, first, first.head, first.head.head)
    return any(_seer(verb) is not None for verb in near)


def _set_out(event: Event, trigger: Trigger, around: "Surroundings") -> Event:
    return replace(
        event,
        place=place_of(trigger, around.places, around.attributions),
        when=time_of(trigger, around.times, around.attributions),
    )


def _is_force(word: "Token", mentions: Sequence[Mention]) -> bool:
    """Armed men by the word, or any group: those who only live in a place are a crowd."""
    groups = (m for m in mentions if m.kind == "group" and m.span.start <= word.idx < m.span.stop)
    armed = load_counting_words().groups.get(word.lemma_.lower()) in {"fighters", "soldiers"}
    return armed or word.lemma_.lower() in load_setting_words().arms or any(groups)

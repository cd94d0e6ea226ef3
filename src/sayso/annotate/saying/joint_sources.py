"""A reading in, one for each of several who say the same words out.

'The mayor and a medic said', 'was denied by the army and the rebels', 'residents, a nurse and two
monitors said', 'the governor as well as the bishop': two, or three. Not 'the lawyer and activist Odas',
'the Ministry of Health and Environment' or 'a spokesman for the army and the police': one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.parses import (
    child_of,
    entity_around,
    is_excepted,
    sentence_of,
    share_sentence,
    subtree_without,
)
from sayso.annotate.saying.readings import Reading
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.annotate.saying.speakers import RELATIVE, can_act, is_likely_speaker

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    Tokens = tuple[Token, ...]

_BODIES = frozenset({"ORG", "GPE", "NORP"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_PERSONS = frozenset({"he", "she", "they"})
_PAIRING = frozenset({"both", "neither", "either"})
_MEMBERS = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "case"})
_OF_BODY = frozenset({"for", "of", "from"})


def each_source(reading: Reading) -> list[Reading]:
    """One reading a source, each over the same words."""
    speaker = reading.speaker
    if speaker is None or speaker.i not in {t.i for t in reading.source}:
        return [reading]
    reading, speaker = _of_both_kinds(reading, speaker)
    heads = _heads(reading, speaker)
    parts = _parts(reading, heads)
    if len(parts) < 2:
        return [reading]
    is_whole = all(part[-1] in reading.source for part in parts)
    found = [replace(reading, speaker=h, source=p) for h, p in zip(heads, parts, strict=True)]
    # Of one of them alone the encoder has guessed the kind.
    return found if is_whole else [_as_guessed(one, speaker) for one in found]


def _as_guessed(reading: Reading, speaker: "Token") -> Reading:
    return reading if reading.speaker == speaker else replace(reading, kind=None, naming=None)


def _of_both_kinds(reading: Reading, speaker: "Token") -> tuple[Reading, "Token"]:
    """'Government and rebel commanders': the commanders, where the encoder stops at the first kind."""
    noun = speaker.head
    words = tuple(speaker.doc[speaker.left_edge.i : noun.i + 1])
    taken = {t.i for t in (*reading.cue, *reading.content)}
    is_kind = speaker.dep_ in {"nmod", "compound", "amod"} and _joins(speaker, noun)
    if not is_kind or noun.pos_ not in _NOUNS or any(t.i in taken for t in words):
        return reading, speaker
    return replace(reading, speaker=noun, source=words, kind=None, naming=None), noun


def _heads(reading: Reading, speaker: "Token") -> list["Token"]:
    """The heads of all who are joined, in text order; the speaker alone where nobody is."""
    taken = {t.i for t in (*reading.cue, *reading.content)}
    first = _first_of(speaker, taken)
    found = {first.i: first}
    for other in chain(_conjuncts(first), _listed(first, reading), _beside(first, taken)):
        is_free = other.i not in taken and share_sentence(other, first)
        if is_free and _stands(other) and not _are_one(first, other, reading):
            found[other.i] = other
    heads = [found[at] for at in sorted(found)]
    return heads if speaker in heads and len(heads) > 1 else [speaker]


def _first_of(speaker: "Token", taken: set[int]) -> "Token":
    """'Bakers and a committee complained': the first of two, where only the second was taken."""
    first = speaker
    while first.dep_ == "conj" and _stands(first.head) and first.head.i < first.i:
        first = first.head
    words = first.doc[first.left_edge.i : speaker.i]
    between = first.doc[first.i + 1 : speaker.left_edge.i]
    is_counted = any(t.like_num for t in between)  # "police at 9 and the mayor at five"
    is_joined = any(t.lower_ in load_saying_words().joining_sources for t in between)
    is_free = first.dep_ not in {"ROOT", "conj"} and not any(t.i in taken for t in words)
    return first if is_joined and is_free and not is_counted else _before_with(speaker, taken)


def _before_with(speaker: "Token", taken: set[int]) -> "Token":
    """'Karvia, as well as Dalan, denied': the first, where only the second was taken."""
    doc, at = speaker.doc, speaker.left_edge.i
    size = next((n for n in (3, 2) if at > n and _is_with(doc, at - n, n)), 0)
    before = [t for t in doc[max(at - size - 2, 0) : at - size] if not t.is_punct]
    is_noun = bool(size and before) and before[-1].pos_ in _NOUNS and before[-1].i not in taken
    return before[-1] if is_noun and share_sentence(before[-1], speaker) else speaker


def _conjuncts(first: "Token") -> Iterator["Token"]:
    """'And a medic', 'police and two groups'; of 'the mayor, Odas, and the bishop', the bishop."""
    named = child_of(first, "appos")
    rows = [t for t in first.conjuncts if t.i > first.i]
    if named is not None and first.tag_ != "NNS":
        after = [t for t in named.conjuncts if t.i > named.i]
        rows += [t for t in after[:1] if _is_after_comma(t)]
        rows += after[1:] if rows else []
    for other in rows:
        joint = next((c for c in other.head.children if c.dep_ == "cc" and c.i < other.i), None)
        if (joint is None or joint.lower_ != "but") and not is_excepted(other):
            yield other


def _is_after_comma(other: "Token") -> bool:
    """Whether the name before is closed by a comma: ', Odas, and the bishop'."""
    first = other.left_edge.i
    before = other.doc[max(first - 2, 0) : first]
    return [t.text for t in before] == [",", "and"]


def _listed(first: "Token", reading: Reading) -> Iterator["Token"]:
    """'Residents, a nurse and two monitors said', where the parse takes the nurse for who they are.

    Not 'two brothers, a baker and a driver, said', nor 'Odas, the mayor and a father of two, said'.
    """
    other = child_of(first, "appos")
    more = [t for t in other.conjuncts if other is not None and t.i > other.i] if other else []
    if other is None or not more or other.i < first.i or other.pos_ == "PROPN":
        return
    if any(c.dep_ == "nummod" for c in first.children) or _is_closed(more[-1], reading):
        return
    is_bare = first.tag_ == "NNS" and first.left_edge == first
    is_unlike = is_bare and any(t.tag_ == "NNS" or _is_body(t) for t in (other, *more))
    if reading.cue[0].i > first.i or is_unlike:
        yield from (other, *more)


def _is_closed(last: "Token", reading: Reading) -> bool:
    """Whether a comma stands between who is named last and the cue."""
    stop = max(reading.cue[0].i, last.right_edge.i + 1)
    return (
        any(t.is_punct for t in last.doc[last.right_edge.i + 1 : stop]) or last.right_edge.is_punct
    )


def _beside(first: "Token", taken: set[int]) -> Iterator["Token"]:
    """'As well as the bishop', 'along with the clinic'; of 'police and rescue workers', the police."""
    if first.tag_ == "NNS":  # not "army and police officers"
        bare = (c for c in first.children if c.dep_ in {"nmod", "compound", "amod"})
        yield from (c for c in bare if c.tag_ in {"NNS", "NNPS"} and _joins(c, first))
    doc, stop = first.doc, sentence_of(first).stop
    for at in range(first.i + 1, min(first.right_edge.i + 6, stop)):
        if at in taken or doc[at].pos_ in {"VERB", "AUX"}:
            return
        size = next((n for n in (3, 2) if _is_with(doc, at, n)), 0)
        if size and at + size < stop:
            head = doc[at + size]
            while head.dep_ in _MEMBERS and head.head.i > head.i and head.head.i < stop:
                head = head.head
            yield head
            return


def _joins(word: "Token", noun: "Token") -> bool:
    """Whether the word is one of two that the noun follows: 'Police and rescue', of workers."""
    second = child_of(word, "conj")
    return second is not None and word.i < second.i < noun.i and word.left_edge == word


def _is_with(doc: "Doc", at: int, size: int) -> bool:
    words = " ".join(t.lower_ for t in doc[at : at + size])
    return words in load_saying_words().joining_sources


def _stands(noun: "Token") -> bool:
    return noun.pos_ in _NOUNS or noun.lower_ in _PERSONS


def _are_one(first: "Token", other: "Token", reading: Reading) -> bool:
    """Whether two joined nouns are one body or one person, or the second is none who speaks."""
    if entity_around(first) == entity_around(other) and first.ent_type_:
        return True
    if other.pos_ == "NOUN" and not can_act(other):
        return True
    return (
        _is_one_name(first, other)
        or _is_one_person(first, other, reading)
        or _is_of_one_body(first, other)
        or _goes_on(other, reading)
    )


def _is_one_name(first: "Token", other: "Token") -> bool:
    """'Doctors and Nurses United': two kinds of people, the second with a capital."""
    opening = other.left_edge
    is_bare = first.left_edge == first and first.tag_ in {"NNS", "NNPS"} and first.is_title
    is_kind = opening.is_title and opening.lower_.endswith("s") and opening.ent_type_ in {"", "ORG"}
    return is_bare and is_kind and opening != other.right_edge


def _is_one_person(first: "Token", other: "Token", reading: Reading) -> bool:
    """'A teacher and father of three', 'the lawyer and activist': one noun after the other, and one 'the'."""
    if any(
        t.lower_ in {"both", "were", "have", "say", "are"} for t in (*first.children, *reading.cue)
    ):
        return False
    is_pair = first.tag_ == other.tag_ == "NN" and not _is_body(first) and not _is_body(other)
    has_own = any(c.dep_ in {"det", "poss", "nummod"} for c in other.children)
    owner = child_of(first, "poss")
    return is_pair and not has_own and owner is None and child_of(first, "det") is not None


def _is_of_one_body(first: "Token", other: "Token") -> bool:
    """'A spokesman for the army and the police': both are whom he speaks for."""
    of = [c for c in first.children if c.dep_ == "prep" and c.lower_ in _OF_BODY and c.i < other.i]
    whose = child_of(of[-1], "pobj") if of else None
    if whose is None or (other.pos_ == "NOUN" and not is_likely_speaker(other)):
        return whose is not None  # "soldiers from the north and the south"
    return _is_body(whose) and _is_body(other) and not _is_body(first)


def _is_body(noun: "Token") -> bool:
    groups = load_naming_words().groups | load_naming_words().bands
    return noun.lemma_.lower() in groups or noun.ent_type_ in _BODIES


def _goes_on(other: "Token", reading: Reading) -> bool:
    """'Was denied by the army and the rebels pulled out': the next clause's subject."""
    after = other.right_edge.i + 1
    if other.i < reading.cue[0].i or after >= sentence_of(other).stop:
        return False
    word = other.doc[after]
    return word.tag_ in {"VBD", "VBZ", "VBP", "MD"} and word not in reading.cue


def _parts(reading: Reading, heads: Sequence["Token"]) -> list["Tokens"]:
    """The words of each, from where they begin to where the next one's do."""
    if len(heads) < 2:
        return []
    taken = {t.i for t in (*reading.cue, *reading.content)}
    starts = [_start(head, heads) for head in heads]
    starts[0] = min(starts[0], *(t.i for t in reading.source if t.i <= heads[0].i), heads[0].i)
    stops = [*starts[1:], heads[-1].right_edge.i + 1]
    doc = heads[0].doc
    found = [
        _trimmed([t for t in doc[start:stop] if t.i not in taken])
        for start, stop in zip(starts, stops, strict=True)
    ]
    is_in_order = all(one < other for one, other in pairwise(starts))
    is_sound = is_in_order and all(h in part for h, part in zip(heads, found, strict=True))
    is_parted = any(t.i in taken for t in doc[starts[0] : heads[-1].i])
    return found if is_sound and not is_parted else []


def _start(head: "Token", heads: Sequence["Token"]) -> int:
    """Where the words for one begin."""
    before = [child for child in head.children if child.i < head.i]
    joined = [child for child in before if child in heads]
    others = {t.i for c in joined for t in subtree_without(c, *c.conjuncts) if t.dep_ != "conj"}
    return min(t.i for t in head.subtree if t.i not in others)


def _trimmed(words: Sequence["Token"]) -> "Tokens":
    """The words without what joins them to those before and behind."""
    kept = [t for t in words if not t.is_space]
    joints = {w for row in load_saying_words().joining_sources for w in row.split()} | _PAIRING
    while kept and (kept[0].dep_ == "preconj" or kept[0].lower_ in _PAIRING - {"both"}):
        kept = kept[1:]
    while kept and (kept[-1].is_punct or kept[-1].lower_ in joints | RELATIVE):
        kept.pop()
    return tuple(kept)

"""A noun for kin of which no 'his' and no 'of' tells whose it is in, whose kin it must be out.

'Odas leaves a wife and two sons', 'surrendered with a baby daughter', 'a cousin said that Odas was
well': whoever left them, came with them, or is spoken of.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from sayso.annotate.fate.words import load_fate_lists
from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.parses import child_of, subject_of, text_of
from sayso.annotate.person.described import HE, People, is_of_people
from sayso.annotate.saying.cues import load_cues
from sayso.annotate.saying.speakers import speaker_of
from sayso.annotate.saying.unsaid import is_under_condition
from sayso.tables import read_shipped
from sayso.types import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEAVING = frozenset({"leave", "survive", "mourn"})
_REACH = 90  # words from siblings to "their mother"
_BESIDE = re.compile(r",? and |, ")
_OBJECTS = frozenset({"him", "her", *HE})


def is_saying(verb: "Token") -> bool:
    """'Said', 'wrote', 'confirmed': what takes a clause or a quotation."""
    cues = load_cues().verbs.get(verb.lemma_.lower(), ())
    return any(cue.takes & {"clause", "quote"} for cue in cues)


def left_behind(noun: "Token") -> list["Token"]:
    """'Odas leaves a wife', 'survived by his wife, Sol, and a son', 'he has two sons': whose they are."""
    words = load_fate_lists()
    first = _first_of(noun)
    verb = first.head
    if first.dep_ == "pobj" and first.head.lower_ in {"by", "behind"}:
        verb = first.head.head
    elif first.dep_ == "nsubj" and verb.lemma_ == "survive":
        return [t for t in verb.children if t.dep_ == "dobj"]
    elif first.dep_ != "dobj":
        return []
    if verb.lemma_ not in _LEAVING | words.having_kin or (
        verb.lemma_ in words.having_kin and not _is_some(noun)
    ):
        return []
    subject = subject_of(verb) or (subject_of(verb.head) if verb.dep_ == "conj" else None)
    return [subject] if subject is not None else []


def named_siblings(noun: "Token", people: People) -> list[Mention]:
    """'Two brothers gave themselves up. Anton and Ivo Vesk fled in May. Their mother ...': the two."""
    words = load_naming_words()
    before = noun.doc[max(0, noun.i - _REACH) : noun.i]
    are_told = any(t.tag_ == "NNS" and t.lemma_.lower() in words.siblings for t in before)
    if not are_told or noun.lemma_.lower() not in words.elders:
        return []
    near = [
        m
        for m in people.mentions
        if m.kind == "person" and before[0].idx <= m.span.start < noun.idx
    ]
    groups: list[list[Mention]] = []
    for mention in near:
        last = groups[-1][-1].span.stop if groups else 0
        is_next = groups and _BESIDE.fullmatch(text_of(noun.doc)[last : mention.span.start])
        groups = [*groups[:-1], [*groups[-1], mention]] if is_next else [*groups, [mention]]
    several = [group for group in groups if len(group) > 1]
    return several[0] if len(several) == 1 else []


def whose_kin(owner: "Token", noun: "Token", people: People) -> "Token | None":
    """'A miller and his son': the miller's. 'A councillor was held with his brother', with nobody named
    before who 'his' could be: the councillor's."""
    first = _first_of(noun)
    is_anothers = any(c.lower_ == owner.lower_ for c in first.children if c.dep_ == "poss")
    if first is not noun and not is_anothers and _is_anybody(first, people, owner):
        return first
    if any(people.is_named(t) for t in noun.doc[: owner.i]):
        return None
    subject = next((s for v in noun.ancestors if (s := subject_of(v)) is not None), None)
    is_before = subject is not None and subject.i < owner.i
    return subject if is_before and _is_anybody(subject, people, owner) else None


def _is_anybody(word: "Token | None", people: People, owner: "Token") -> bool:
    """One man or woman by what he is, of the pronoun's sex as far as that is told."""
    if word is None or word.tag_ != "NN" or word.ent_type_ or people.is_named(word):
        return False
    lemma = word.lemma_.lower()
    if owner.lower_ not in {"his", "her"} or not is_of_people(word):
        return False
    other = _of_sex("female" if owner.lower_ == "his" else "male")
    return lemma not in other and any(c.dep_ in {"det", "poss"} for c in word.children)


@cache
def _of_sex(sex: str) -> frozenset[str]:
    return frozenset(read_shipped("references.toml")["genders"][sex])


def is_in_life(noun: "Token", owners: Sequence["Token"], people: People) -> bool:
    """'His partner, Lena': no business partner, no partner in the firm."""
    before = {c.lower_ for c in noun.children if c.dep_ in {"compound", "amod", "nmod"}}
    after = {c.lower_ for c in noun.children if c.dep_ == "prep" and c.i > noun.i}
    owned = all(
        people.is_named(o) or o.tag_ == "PRP$" or o.lower_ in _OBJECTS or is_of_people(o)
        for o in owners
    )
    return before <= load_naming_words().in_life and not after & {"in", "at", "on"} and owned


def _first_of(noun: "Token") -> "Token":
    """The first of those told together, over the name that stands beside it."""
    first = noun
    while first.dep_ in {"conj", "appos"} and first.head.pos_ in {"NOUN", "PROPN"}:
        if first.dep_ == "appos" and first is noun:
            break
        first = first.head
    return first


def owner_spoken_of(noun: "Token", people: People) -> "Token | None":
    """Whose 'a nephew', 'two relatives' or 'a baby daughter' is by what the sentence tells; 'a nephew,
    Ivo, fell' is that of the one person named before."""
    if not _is_some(noun) or noun.lemma_.lower() not in load_naming_words().relatives:
        return None
    came = _brought_by(noun, people)
    if came is not None:
        return came
    named = noun.head if noun.dep_ == "appos" else noun
    verb = named.head
    beside = next((c for c in noun.children if c.dep_ == "appos" and people.is_named(c)), None)
    if beside is not None and noun.dep_ in {"nsubj", "nsubjpass"} and noun.tag_ == "NN":
        return _only_named(noun, people)
    if speaker_of(verb) != named or not is_saying(verb) or is_under_condition(verb):
        return None  # "only when two relatives confirm it": anybody's
    said = child_of(verb, "ccomp")
    subject = subject_of(said) if said is not None else None
    if subject is not None and (people.is_named(subject) or subject.lower_ in HE):
        return people.head_of(subject)
    return _first_named(named, people)


def owner_told_of(noun: "Token", people: People) -> "Token | None":
    """'Nina, the aunt, wept': of the one whom the text named first.

    Not 'the widow', who is of the dead, whoever is named first.
    """
    articles = {c.lower_ for c in noun.children if c.dep_ == "det"}
    is_of = any(c.lower_ in {"of", "to"} or c.dep_ == "poss" for c in noun.children)
    is_known = noun.lemma_.lower() in _told_as_known() - load_naming_words().spouses
    if articles != {"the"} or is_of or noun.tag_ != "NN" or not is_known or noun.dep_ != "appos":
        return None
    owner = _first_named(noun.head, people) if people.is_named(noun.head) else None
    return owner if owner != people.head_of(noun.head) else None


def owner_of_first(noun: "Token") -> "Token | None":
    """'His wife and daughter', 'her mother and a brother': whose the first of them is."""
    articles = {c.lower_ for c in noun.children if c.dep_ == "det"}
    if noun.dep_ != "conj" or articles - {"a", "an", "another"}:
        return None
    first = _first_of(noun)
    known = _told_as_known() | load_naming_words().children
    if not {first.lemma_.lower(), noun.lemma_.lower()} <= known:
        return None
    return child_of(first, "poss")


@cache
def _told_as_known() -> frozenset[str]:
    """What nobody is called who is not somebody's kin: no 'girl'."""
    words = load_naming_words()
    return words.relatives | words.parents | words.spouses


def _brought_by(noun: "Token", people: People) -> "Token | None":
    """'Surrendered with his wife and a baby daughter', 'was sent to an aunt's house'."""
    first = _first_of(noun)
    if first.dep_ == "poss":
        first = first.head
    prep = first.head
    if first.dep_ != "pobj" or prep.lower_ not in {"with", "to"}:
        return None
    above = prep.head
    if above.pos_ in {"NOUN", "PROPN"}:
        return above if _is_one(above, people) else None
    subject = next((s for v in (above, *above.ancestors) if (s := subject_of(v)) is not None), None)
    return subject if subject is not None and _is_one(subject, people) else None


def _is_one(word: "Token", people: People) -> bool:
    if people.is_named(word) or word.lower_ in _OBJECTS:
        return True
    return word.tag_ == "NN" and any(c.dep_ in {"det", "poss"} for c in word.children)


def _is_some(noun: "Token") -> bool:
    """'A nephew', 'two cousins', 'relatives': not 'the nephew', whose kin was told before."""
    if child_of(noun, "poss") is not None or any(c.lower_ == "of" for c in noun.children):
        return False
    articles = {c.lower_ for c in noun.children if c.dep_ == "det"}
    return bool(articles & {"a", "an", "another"}) or (not articles and noun.tag_ == "NNS")


def _first_named(before: "Token", people: People) -> "Token | None":
    """The first person whom the text names: the one whom a short report is about."""
    named = (t for t in before.doc[: before.left_edge.i] if people.is_named(t))
    first = next(named, None)
    return people.head_of(first) if first is not None else None


def _only_named(before: "Token", people: People) -> "Token | None":
    """The first person named, if no other is named before and he does not only tell of somebody."""
    here = before.doc[: before.left_edge.i]
    heads = [people.head_of(t) for t in here if people.is_named(t)]
    is_teller = any(speaker_of(t.head) == t and is_saying(t.head) for t in heads)
    return heads[0] if len({t.text for t in heads}) == 1 and not is_teller else None

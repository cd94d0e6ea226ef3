"""A word of a parsed text in, the single persons whom its fate may befall out.

'Two sergeants, Hrant Abov and Vahe Manas, were freed': what is said of the two is said of each.
"""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from sayso.annotate.described import HE, People, base_phrase
from sayso.annotate.fate_words import load_fate_words
from sayso.annotate.parses import child_of, subject_of
from sayso.annotate.speakers import speaker_of
from sayso.event_types import load_event_types
from sayso.tables import read_shipped
from sayso.types import Mention, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

SAID = frozenset({"him", "her", "me"})


def is_person(word: "Token", people: People) -> bool:
    """A name, a pronoun for one, 'his brother', 'the boy': one person, no body and no thing."""
    if people.is_named(word) or word.lower_ in HE | SAID | {"i"}:
        return True
    if word.pos_ not in {"NOUN", "PROPN"} or word.ent_type_:
        return False
    if word.tag_ == "NNS" and len(members(word, people)) != 1:
        return False
    is_called = word.lemma_.lower() in _person_nouns() and word.tag_ == "NN"
    is_called = is_called and any(c.dep_ in {"det", "poss"} for c in word.children)
    return is_called or bool(members(word, people))


def members(noun: "Token", people: People) -> list["Token"]:
    """The persons named beside a noun that tells who they are, over 'the brothers' between."""
    if noun.pos_ != "NOUN":
        return []
    for beside in (c for c in noun.children if c.dep_ == "appos" and c.i > noun.i):
        if people.is_named(beside):
            return [t for t in (beside, *beside.conjuncts) if people.is_named(t)]
        if beside.pos_ == "NOUN" and noun.tag_ == "NNS":
            return members(beside, people)
    return []


def each_of(word: "Token", people: People) -> list["Token"]:
    """A noun for several by its named members; any other word alone."""
    found = members(word, people) if word.tag_ == "NNS" else []
    return found if len(found) > 1 else [word]


@cache
def _person_nouns() -> frozenset[str]:
    """What one person may be called: kin, offices, trades, the sexes, ages, and so on."""
    table = read_shipped("callings.toml")
    kinds = load_event_types()
    bodies = {*table["bodies"], *table["many"]}
    singles = {word for row in table["same"] for word in row if word not in bodies}
    told = (n for name in ("kinship", "office", "occupation") for n in kinds[name].nouns)
    return frozenset({*table["anyone"], *told, *singles, *load_fate_words().people})


def mention_of(person: "Token", people: People) -> Mention:
    if people.is_named(person):
        return people.mention(people.head_of(person))
    if person.pos_ == "PRON" or person.tag_ == "PRP$":
        return Mention(Span(person.idx, person.idx + len(person)), "person", person.text)
    beside = next(iter(members(person, people)), None)
    return people.mention(beside) if beside is not None else base_phrase(person)


def undergoing(verb: "Token", people: People) -> "Token | None":
    """To whom it is done: the passive subject, also of a verb joined to it; the object."""
    subject = child_of(verb, "nsubjpass")
    governor = verb
    is_passive = child_of(verb, "auxpass") is not None
    while subject is None and governor.dep_ == "conj" and governor.head.pos_ == "VERB":
        if not (governor.tag_ == "VBN" or is_passive or child_of(governor, "dobj") is None):
            break
        if child_of(governor, "nsubj") is not None:
            break
        is_passive = is_passive or child_of(governor.head, "auxpass") is not None
        governor = governor.head
        subject = child_of(governor, "nsubjpass", *(["nsubj"] if child_of(verb, "auxpass") else []))
    if subject is None and verb.dep_ == "acl" and verb.tag_ == "VBN":
        subject = verb.head
    if subject is None and _is_bare_aside(verb):
        subject = subject_of(verb.head)
    if subject is not None and subject.lower_ == "who":
        clause = next((t for t in (verb, *verb.ancestors) if t.dep_ == "relcl"), None)
        subject = clause.head if clause is not None else None
    if subject is not None:
        return subject if befalls(subject, people) else None
    return _object_of(verb, people)


def _is_bare_aside(verb: "Token") -> bool:
    """'The father, though hit twice, carried him', 'captured in May, he was tried'."""
    is_bare = verb.tag_ == "VBN" and child_of(verb, "aux", "auxpass", "dobj") is None
    return is_bare and verb.dep_ == "advcl" and verb.head.pos_ == "VERB"


def _object_of(verb: "Token", people: People) -> "Token | None":
    thing = child_of(verb, "dobj")
    if thing is not None and thing.lower_ == "whom" and verb.dep_ == "relcl":
        return verb.head if is_person(verb.head, people) else None
    if thing is None or not (thing.lower_ in SAID or people.is_named(thing)):
        return None
    return None if thing.lower_ == "her" and thing.dep_ == "poss" else thing


def doing(verb: "Token", people: People) -> "Token | None":
    """The one person, or the named several, of whom the verb tells it."""
    subject = subject_of(verb) or speaker_of(verb)
    if subject is not None and subject.lower_ == "who":
        clause = next((t for t in (verb, *verb.ancestors) if t.dep_ == "relcl"), None)
        subject = clause.head if clause is not None else None
    return subject if subject is not None and befalls(subject, people) else None


def befalls(word: "Token", people: People) -> bool:
    return is_person(word, people) or len(members(word, people)) > 1


def named_among(word: "Token", people: People) -> Iterator["Token"]:
    """Of a noun for several those whom the text names beside it."""
    if word.tag_ == "NNS":
        yield from members(word, people)

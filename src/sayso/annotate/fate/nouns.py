"""A word of a parsed text in, the fates that nouns tell of single persons out.

'Odas was among the dead', 'the wounded include Odas', 'the fate of Odas is unknown', 'the remains
were those of Odas'.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.annotate.fate.persons import is_person, undergoing
from sayso.annotate.fate.verbs import Found
from sayso.annotate.fate.words import load_fate_lists, load_fate_words
from sayso.annotate.parses import child_of, is_negated, object_after, sentence_around, subject_of
from sayso.annotate.person.described import People

if TYPE_CHECKING:
    from spacy.tokens import Token

_COUNTING = frozenset({"include", "comprise", "be"})
_NAMING = frozenset({"name", "identify", "list"})


def of_noun_told(noun: "Token", people: People) -> Iterator[Found]:
    """All that a noun tells by what it hangs on."""
    lemma = noun.lemma_.lower()
    if noun.lower_ in load_fate_words().among or lemma in load_fate_words().among:
        yield from _of_number(noun, people)
    if {lemma, noun.lower_} & load_fate_lists().bodies:
        yield from _of_body(noun, people)
    if noun.dep_ == "amod":
        yield from _of_named_so(noun, people)
    if lemma == "fate":
        yield from _of_unknown(noun, people)
    if noun.lower_ in {"that", "those"}:
        yield from _of_remains(noun, people)


def _of_number(noun: "Token", people: People) -> Iterator[Found]:
    """'Was among the dead', 'among the wounded was Odas', 'the dead include Odas and Sol'."""
    table = load_fate_words().among
    type_ = table.get(noun.lower_) or table[noun.lemma_.lower()]
    listed = _listed_on(noun)
    if listed is not None and is_person(listed, people):
        yield type_, noun, listed
    if not any(c.lower_ in {"the", "those"} or c.tag_ == "PRP$" for c in noun.children):
        return
    named: list[Token] = []
    if noun.dep_ == "pobj" and noun.head.lower_ == "among":
        verb = noun.head.head
        one = subject_of(verb) if verb.pos_ in {"VERB", "AUX"} else None
        if verb.lemma_ in load_fate_lists().reporting:  # "the army counted Odas among the dead"
            one = undergoing(verb, people)
        one = one or child_of(verb, "attr") or (verb if people.is_named(verb) else None)
        named = [one, *one.conjuncts] if one is not None else []
    elif noun.dep_ in {"nsubj", "nsubjpass"}:
        verb = noun.head
        told = child_of(verb, "dobj", "attr") if verb.lemma_ in _COUNTING else None
        if verb.lemma_ in _NAMING:
            told = object_after(verb, "as") or child_of(verb, "oprd")
        named = [told, *told.conjuncts] if told is not None else []
    yield from ((type_, noun, t) for t in named if is_person(t, people) and not _is_crowd(t))


def _listed_on(noun: "Token") -> "Token | None":
    """'Odas is on the list of the missing', 'a list of prisoners on which there is Odas'; not 'on no
    list'."""
    roll = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    if roll.lemma_.lower() not in load_fate_lists().rolls:
        return None
    if any(c.lower_ in {"no", "any"} for c in roll.children):
        return None
    clause = child_of(roll, "relcl")
    if clause is not None and clause.lemma_ == "be":
        return child_of(clause, "attr")
    verb = roll.head.head if roll.dep_ == "pobj" and roll.head.lower_ == "on" else None
    is_there = verb is not None and verb.lemma_ in {"be", "appear", "stand", "figure"}
    return subject_of(verb) if verb is not None and is_there and not is_negated(verb) else None


def _of_named_so(adjective: "Token", people: People) -> Iterator[Found]:
    """'Named the dead pilot as Odas', 'the wounded man was identified as Odas'."""
    noun = adjective.head
    type_ = load_fate_words().among.get(adjective.lower_)
    if type_ is None or adjective.dep_ != "amod" or noun.dep_ not in {"dobj", "nsubjpass"}:
        return
    verb = noun.head
    told = object_after(verb, "as") or child_of(verb, "oprd") if verb.lemma_ in _NAMING else None
    named = [told, *told.conjuncts] if told is not None else []
    yield from ((type_, adjective, one) for one in named if people.is_named(one))


def _is_crowd(word: "Token") -> bool:
    return word.tag_ == "NNS"


def _of_body(noun: "Token", people: People) -> Iterator[Found]:
    """'His body was found', 'recovered the remains of Odas'."""
    owner, verb = whose(noun), noun.head
    is_handed = verb.lemma_ == "hand" and any(c.lower_ == "over" for c in verb.children)
    if owner is None or (verb.lemma_ not in load_fate_lists().finding and not is_handed):
        return
    if noun.dep_ not in {"dobj", "nsubjpass", "nsubj"}:
        return
    is_name = owner.pos_ == "PROPN" and owner.ent_type_ not in {"GPE", "LOC", "ORG", "DATE"}
    if owner.tag_ == "PRP$" or is_name or is_person(owner, people):
        yield "body_found", verb, owner


def _of_remains(word: "Token", people: People) -> Iterator[Found]:
    """'The remains were those of Odas', 'identified as that of Odas'."""
    owner = object_after(word, "of")
    verb = word.head.head if word.dep_ == "pobj" else word.head
    if owner is None or not is_person(owner, people) or verb.pos_ not in {"VERB", "AUX"}:
        return
    bodies = load_fate_lists().bodies
    if any(t.lower_ in bodies and t.i < word.i for t in sentence_around(word)):
        yield "body_found", verb, owner


def _of_unknown(noun: "Token", people: People) -> Iterator[Found]:
    """'His fate is unknown', 'the fate of Odas remains unclear'."""
    owner, verb = whose(noun), noun.head
    said = child_of(verb, "acomp", "attr", "oprd")
    if owner is None or said is None or noun.dep_ not in {"nsubj", "nsubjpass"}:
        return
    if said.lower_ in load_fate_lists().unknown and (
        owner.tag_ == "PRP$" or is_person(owner, people)
    ):
        yield "missing", said, owner


def whose(noun: "Token") -> "Token | None":
    """'His killers', 'the kidnappers of Odas'."""
    return child_of(noun, "poss") or object_after(noun, "of")

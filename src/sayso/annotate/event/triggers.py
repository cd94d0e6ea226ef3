"""A parsed report in, the words that stand for events out, each with its type."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.number.counting_lists import load_counting_lists
from sayso.annotate.number.counts import load_counting_words
from sayso.annotate.parses import child_of, sentence_of, subject_of
from sayso.annotate.role.words import load_role_words
from sayso.event_types import WordTable, load_event_types, load_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LOOKING_BACK = 2  # sentences before its own in which what "it" means is looked for
_RELATING = frozenset(
    {"in", "during", "by", "after", "from", "for", "of", "amid", "to", "with", "under"}
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that stands for an event; `verb` is the verb that carries its participants.

    words: trigger tokens in text order; for 'carried out an attack' the noun alone
    light: the noun's participants are those of `verb` ("launched an attack")
    guessed: the encoder alone sees it
    """

    type: str
    head: "Token"
    words: tuple["Token", ...]
    verb: "Token | None" = None
    light: bool = False
    guessed: bool = False


def find_triggers(doc: "Doc") -> tuple[Trigger, ...]:
    """All triggers in text order; a word taken into a phrase gives no second one."""
    table = load_words()
    found: list[Trigger] = []
    taken: set[int] = set()
    for token in doc:
        if token.i in taken or token.is_space or token.is_punct or token.ent_type_ == "DATE":
            continue
        trigger = next(
            (t for t in _readings(token, table) if t is not None and not _is_state(t)), None
        )
        if trigger is not None:
            found.append(trigger)
            taken |= {t.i for t in trigger.words}
    return tuple(found)


def _is_state(trigger: Trigger) -> bool:
    """Of states, only how many a force has is told here."""
    return load_event_types()[trigger.type].is_state and trigger.type != "group_strength"


def _readings(token: "Token", table: WordTable) -> Iterator[Trigger | None]:
    if token.pos_ in {"VERB", "AUX"} and not _is_modifier(token):
        yield _phrase(token, table)
        yield _verb(token, table)
        yield _verb_if(token, table)
    elif token.pos_ in {"NOUN", "PROPN"}:
        yield _noun(token, table)
    elif token.pos_ in {"ADJ", "ADV", "VERB"}:
        yield _adjective(token, table)


def _is_modifier(token: "Token") -> bool:
    """'the captured town', 'killed soldiers': a participle before its noun tells nothing new."""
    return token.dep_ in {"amod", "compound"} and token.head.i > token.i


def _phrase(verb: "Token", table: WordTable) -> Trigger | None:
    for rest, type_ in table.phrases.get(verb.lemma_.lower(), ()):
        words: list[Token] = [verb]
        for lemma in rest:
            at = words[-1].i + 1
            later = verb.doc[at : min(at + 4, sentence_of(verb).stop)]
            match = next((t for t in later if t.lemma_.lower() == lemma or t.lower_ == lemma), None)
            if match is None or not (verb.is_ancestor(match)):
                break
            words.append(match)
        else:
            if not _is_modifier(words[-1]):  # "put the death toll at 12" puts nobody to death
                return Trigger(type_, verb, tuple(words), verb)
    return None


def _verb(verb: "Token", table: WordTable) -> Trigger | None:
    type_ = table.verbs.get(verb.lemma_.lower())
    return Trigger(type_, verb, (verb,), verb) if type_ is not None else None


def _verb_if(verb: "Token", table: WordTable) -> Trigger | None:
    for type_, wanted in table.verbs_if.get(verb.lemma_.lower(), ()):
        alone = "ALONE" in wanted and child_of(verb, "dobj", "nsubjpass") is None
        if alone or any(_is_wanted(word, wanted) for word in _objects(verb)):
            return Trigger(_by_weapon(verb, table) or type_, verb, (verb,), verb)
    return None


def _by_weapon(verb: "Token", table: WordTable) -> str | None:
    """'Three shells hit the school': what hit tells the kind of blow."""
    subject = subject_of(verb)
    return table.weapons.get(subject.lemma_.lower()) if subject is not None else None


def _objects(verb: "Token") -> Iterator["Token"]:
    """What the verb is done to, or who does it where nothing is: object, place gone to, subject."""
    direct = child_of(verb, "dobj", "nsubjpass") or shared_object(verb)
    if direct is not None:
        yield direct
        for prep in (
            c
            for c in direct.children
            if c.lower_ == "of" and direct.lemma_ in load_counting_lists().amounts
        ):
            yield from (c for c in prep.children if c.dep_ == "pobj")
        yield from (c for c in direct.children if c.dep_ == "conj")
        return
    for prep in (
        c
        for c in verb.children
        if c.dep_ == "prep" and c.lower_ in {"to", "into", "in", "of", "from"}
    ):
        inner = child_of(prep, "pobj")
        if inner is not None:
            yield inner
    if verb.dep_ in {"acl", "relcl"}:
        yield verb.head
    subject = subject_of(verb)
    if subject is not None and child_of(verb, "ccomp") is None:  # "the widow saw the wounded pass"
        yield subject


def shared_object(verb: "Token") -> "Token | None":
    """The object that two verbs share: 'captured or killed hundreds'."""
    second = next((c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"), None)
    if second is None or subject_of(second) is not None or second.i - verb.i > 3:
        return None
    return child_of(second, "dobj")


def _is_wanted(word: "Token", wanted: frozenset[str]) -> bool:
    if word.lemma_.lower() in wanted or (word.lower_ == "it" and _is_for_ground(word, wanted)):
        return True
    kinds = {
        "GPE": "PLACE",
        "PERSON": "PERSON",
        "ORG": "GROUP",
        "NORP": "GROUP",
    }
    if kinds.get(word.ent_type_) in wanted:
        return True
    if "GROUP" in wanted and (word.lemma_.lower() in load_naming_words().groups or _is_force(word)):
        return True
    if "PLACE" in wanted and word.pos_ == "PROPN" and word.ent_type_ in {"", "ORG", "NORP"}:
        return True
    if "PLACE" in wanted and word.lemma_.lower() in {
        "town",
        "city",
        "village",
        "valley",
        "pass",
        "district",
        "province",
    }:
        return True
    if "PEOPLE" in wanted:
        words = load_counting_words()
        is_amount = word.pos_ == "NUM" or word.lower_ in words.vague
        return is_amount or word.lemma_.lower() in words.groups
    return False


def _is_for_ground(word: "Token", wanted: frozenset[str]) -> bool:
    """'The redoubt stands on a hill. Their cavalry took it': ground was told of just before."""
    if "PLACE" not in wanted or word.dep_ not in {"dobj", "nsubjpass"}:
        return False
    first = sentence_of(word).start
    for _ in range(_LOOKING_BACK):
        first = sentence_of(word.doc[first - 1]).start if first else 0
    nouns = (t for t in word.doc[first : word.i] if t.pos_ in {"NOUN", "PROPN"})
    return any(noun.lemma_.lower() in wanted or noun.ent_type_ == "GPE" for noun in nouns)


def _is_force(word: "Token") -> bool:
    return load_counting_words().groups.get(word.lemma_.lower()) in {"fighters", "soldiers"}


def _noun(noun: "Token", table: WordTable) -> Trigger | None:
    type_, words = _noun_type(noun, table)
    if type_ is None or noun.dep_ in {"compound", "amod", "nmod"}:
        return None
    verb, light = carrier_of(noun)
    return Trigger(type_, noun, words, verb, light) if verb is not None else None


def _noun_type(noun: "Token", table: WordTable) -> tuple[str | None, tuple["Token", ...]]:
    for size in (2, 1):
        before = noun.doc[max(noun.i - size, sentence_of(noun).start) : noun.i]
        words = [*(t.lower_ for t in before if t.text != "-"), noun.lemma_.lower()]  # "air-strike"
        if len(before) == size and len(words) > 1 and " ".join(words) in table.nouns:
            return table.nouns[" ".join(words)], (*before, noun)
    return table.nouns.get(noun.lemma_.lower()), (noun,)


def carrier_of(noun: "Token") -> tuple["Token | None", bool]:
    """The verb that makes the noun an event of its own, and whether it is done by its subject."""
    words = load_role_words()
    verb = noun.head
    if noun.dep_ == "conj":
        return carrier_of(noun.head)
    if noun.dep_ in {"dobj", "nsubjpass"} and verb.lemma_.lower() in words.doing:
        return verb, True
    if noun.dep_ == "nsubj" and verb.lemma_.lower() in words.occurring:
        return verb, False
    if any(c.dep_ in {"relcl", "acl"} for c in noun.children):
        return noun, False
    if noun.dep_ == "pobj" and noun.head.lower_ in _RELATING:
        governor = noun.head.head
        joins = governor.lemma_ in words.joining or (
            governor.lemma_ == "part" and governor.head.lemma_ == "take"
        )
        return (governor.head if governor.lemma_ == "part" else governor), joins
    if noun.dep_ in {"ROOT", "appos"} or (noun.dep_ == "attr" and verb.lemma_ == "be"):
        return noun, False
    return None, False


def _adjective(word: "Token", table: WordTable) -> Trigger | None:
    type_ = table.adjectives.get(word.lower_)
    if type_ is None or word.dep_ not in {"acomp", "oprd", "ccomp", "attr", "conj", "ROOT"}:
        return None
    verb = word.head if word.dep_ != "ROOT" else word
    return Trigger(type_, word, (word,), verb)

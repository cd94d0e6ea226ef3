"""What grammar says took part in an event in, who a trained ranker says did out.

Grammar alone leaves out who is named in another clause, and takes the nearest noun where a
sentence is long. The ranker looks at each noun near the trigger: what grammar holds of it, the way
between the two in the parse, and what the encoder makes of both words. It may overrule grammar. A
second ranker looks again, with what the first holds of all the events near (`elsewhere.py`). Learned
by `training/roles.py`; measured by `python -m bench.events`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from sayso.annotate.decoding import Answers, Floats
from sayso.annotate.event.attack_kinds import is_met
from sayso.annotate.event.triggers import Trigger
from sayso.annotate.mentions import name_phrase
from sayso.annotate.parses import (
    SUBJECTS,
    child_of,
    entity_around,
    is_excepted,
    is_passive,
    object_after,
    subject_of,
)
from sayso.annotate.role.doers import doer_before
from sayso.annotate.role.elsewhere import Look, features_elsewhere
from sayso.annotate.role.features import Nouns, features_of, find_nouns
from sayso.annotate.role.pair_ranker import NONE, View, has_vectors, load_ranker, look_at, view
from sayso.annotate.role.participants import participants
from sayso.annotate.role.strangers import is_stranger
from sayso.annotate.role.words import load_role_words
from sayso.annotate.saying.answerable import answerable_for
from sayso.event_types import EventType, load_event_types
from sayso.types import Role

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LEAST, LEAST_RULED = 0.4, 0.15  # shares from which a word takes part; where grammar says so too


_PARTS = frozenset({"poss", "compound", "nmod", "amod", "prep", "pobj"})
_OWNING = frozenset({"of", "to"})
_BY_GRAMMAR = frozenset({"office"})  # roles that no ranker knows
_LISTED = frozenset({"PERSON", "ORG", "NORP"})
_JOINTS = frozenset({",", "and", "the"})


@dataclass(frozen=True, slots=True)
class Sight:
    """What the role rankers see of one text.

    view, again: of the first and of the second ranker; looks: what the first holds of each event, by
    the place of the event's word in the text
    """

    nouns: Nouns
    view: View
    again: View
    looks: Mapping[int, Look] = field(default_factory=dict)


def look_over(doc: "Doc", answers: Answers) -> Sight | None:
    """None where the encoder gives no vectors: grammar stands alone."""
    if not has_vectors(answers):
        return None
    nouns, seen = find_nouns(doc), look_at(answers)
    words = [word.idx for word in nouns.words]
    first, second = (view(seen, load_ranker(name), words) for name in ("roles", "roles_again"))
    return Sight(nouns, first, second)


def look_round(sight: Sight, triggers: Iterable[Trigger]) -> Sight:
    """The same with a first look at each of the events."""
    looks = {}
    for trigger in triggers:
        kind = load_event_types()[trigger.type]
        ruled = {head.i: role.name for role, head in participants(trigger, kind)}
        look = _look_at(trigger, kind, sight, ruled)
        if look is not None:
            looks[trigger.head.i] = look
    return replace(sight, looks=looks)


def _look_at(
    trigger: Trigger, kind: EventType, sight: Sight, ruled: Mapping[int, str]
) -> Look | None:
    at = sight.view.at
    words = [word for word in sight.nouns.near(trigger) if word.idx in at]
    if not words or trigger.head.idx not in at:
        return None
    ranker = load_ranker("roles")
    told = [tuple(features_of(trigger, word, sight.nouns, ruled)) for word in words]
    shares = ranker.rank(sight.view, trigger.head.idx, [word.idx for word in words], told)
    shares *= allowed_of(kind, ranker.labels)
    rows = {word.i: row for word, row in zip(words, shares, strict=True)}
    features = {word.i: names for word, names in zip(words, told, strict=True)}
    sentence = sight.nouns.sentences[trigger.head.i]
    return Look(kind.name, trigger.head.i, sentence, ranker.labels, rows, features, ruled)


def allowed_of(kind: EventType, labels: Sequence[str]) -> Floats:
    """1 for each label that words of a type's events can have, 0 for the others."""
    known = {NONE, kind.key, *kind.roles}
    return np.array([label in known for label in labels], np.float32)


def rank_participants(
    trigger: Trigger, kind: EventType, parts: Sequence[tuple[Role, "Token"]], sight: Sight
) -> tuple[tuple[Role, "Token"], ...]:
    """The participants of an event: those of the rankers, and of grammar what no noun names ("they")."""
    ruled = {head.i: role.name for role, head in parts}
    look = sight.looks.get(trigger.head.i)
    if look is None or look.type != kind.name:
        look = _look_at(trigger, kind, sight, ruled)
    if look is None:
        return tuple(parts)
    words = [word for word in sight.nouns.near(trigger) if word.i in look.shares]
    shares = _look_again(trigger, kind, words, look, sight, ruled)
    labels = look.labels
    shares[_act_on_others(words, trigger, ruled), _victims(labels)] = 0
    looked_at = {word.i for word in words}
    kept = [part for part in parts if part[1].i not in looked_at or part[0].name in _BY_GRAMMAR]
    chosen = [
        (role, word)
        for role, word in _chosen(words, shares, labels, ruled)
        if word.i in ruled or not is_stranger(role.name, word, trigger, kind, ruled)
    ]
    left = sorted((part for part in parts if part[1].i in looked_at), key=lambda part: part[1].i)
    for part in left:  # in text order, so that each has the one before it
        if _is_sure(part, trigger):
            chosen = [*(other for other in chosen if other[1] != part[1]), part]
        elif _is_listed_beside(part, chosen) or _is_charged(part, chosen, trigger):
            chosen.append(part)
    chosen = [_as_listed(part, chosen) for part in sorted(chosen, key=lambda part: part[1].i)]
    if doer_before(trigger.head) is not None:
        chosen = [part for part in chosen if part[0].name != "actor"]
    chosen += _makers(trigger, chosen)
    own = [part for part in chosen if not _is_inside(part, (*chosen, *kept))]
    return (*kept, *(part for part in own if not _is_named_too(part, own)))


def _look_again(
    trigger: Trigger,
    kind: EventType,
    words: Sequence["Token"],
    look: Look,
    sight: Sight,
    ruled: Mapping[int, str],
) -> Floats:
    """A row of the second ranker's shares for each word."""
    ranker = load_ranker("roles_again")
    others = tuple(other for other in sight.looks.values() if look.is_near(other))
    is_same = look.ruled == ruled
    told = (
        (
            *(look.features[word.i] if is_same else features_of(trigger, word, sight.nouns, ruled)),
            *features_elsewhere(word.i, look, others),
        )
        for word in words
    )
    shares = ranker.rank(sight.again, trigger.head.idx, [word.idx for word in words], told)
    shares *= allowed_of(kind, ranker.labels)
    return shares


def _makers(trigger: Trigger, chosen: Sequence[tuple[Role, "Token"]]) -> list[tuple[Role, "Token"]]:
    """Whose 'Russian air strikes' are, where nobody else is told."""
    doer = doer_before(trigger.head)
    if doer is not None:
        words = [t for t in doer.subtree if t.i < doer.i and (t.ent_type_ or t.dep_ == "compound")]
        made = [(Role("actor", name_phrase([*words, doer], doer)), doer)]
        struck = object_after(trigger.head, "of", "on")
        if struck is not None and not any(role.name == "target" for role, _ in chosen):
            made.append((Role("target", name_phrase(list(struck.subtree), struck)), struck))
        return made
    if trigger.type not in _MADE or any(role.name == "actor" for role, _ in chosen):
        return []
    told = [trigger.head, *(word for role, word in chosen if role.name == "means")]
    found = (c for noun in told for c in noun.children if c.dep_ in {"amod", "compound"})
    maker = next((c for c in found if c.ent_type_ in {"ORG", "NORP"}), None)
    return [(Role("actor", name_phrase([maker], maker)), maker)] if maker is not None else []


_MADE = frozenset({"air_strike", "drone_strike", "shelling", "advance"})


def _as_listed(
    part: tuple[Role, "Token"], chosen: Sequence[tuple[Role, "Token"]]
) -> tuple[Role, "Token"]:
    """'Fought the Front, Isis and al-Qaeda': the last of a list is what its first is."""
    role, word = part
    first = word
    while first.dep_ == "conj" and first.head.pos_ in {"NOUN", "PROPN"}:
        first = first.head
    told = next((one for one, head in chosen if head == first and head != word), None)
    is_turned = told is not None and {told.name, role.name} == {"actor", "target"}
    return (replace(role, name=told.name), word) if told is not None and is_turned else part


def _act_on_others(
    words: Sequence["Token"], trigger: Trigger, ruled: Mapping[int, str]
) -> list[bool]:
    """Of each word whether it is no victim: 'Odas was accused of killing two men', 'was convicted of murder'."""
    verb = trigger.head
    answers = answerable_for(verb)
    befell = child_of(verb, "dobj") if verb.pos_ == "VERB" and not is_passive(verb) else None
    is_told = (
        befell is not None and befell.pos_ != "PRON"
    )  # not "dragged two clerks out and shot them"
    return [
        word == answers or _came_through(word, verb) or (is_told and _is_doer(word, verb, ruled))
        for word in words
    ]


def _is_doer(word: "Token", verb: "Token", ruled: Mapping[int, str]) -> bool:
    """Of a verb that tells whom it befell."""
    if ruled.get(word.i) == "victim":
        return False  # "dragged two clerks out and killed them"
    return ruled.get(word.i) == "actor" or (word.i < verb.i and not verb.is_ancestor(word))


def _came_through(word: "Token", deed: "Token") -> bool:
    """'Odas survived the massacre', 'fled the killings', 'witnessed the murder': he lives."""
    verb = deed.head
    is_noun = deed.dep_ == "dobj" and deed.pos_ == "NOUN"
    is_through = verb.lemma_ in load_role_words().coming_through
    return is_noun and is_through and word in {*_all_of(subject_of(verb))}


def _all_of(noun: "Token | None") -> tuple["Token", ...]:
    return (noun, *noun.conjuncts) if noun is not None else ()


def _victims(labels: Sequence[str]) -> int:
    return labels.index("victim")


def _is_listed_beside(part: tuple[Role, "Token"], chosen: Sequence[tuple[Role, "Token"]]) -> bool:
    """'Commanders Besim Rao and Odas Khan', 'the Front, the League and al-Qaeda': of names in a list,
    none alone is left out."""
    role, word = part
    if word.ent_type_ not in _LISTED or any(head == word for _, head in chosen):
        return False
    beside = {head for one, head in chosen if one.name == role.name}
    return any(_are_joined(word, head) for head in beside)


def _is_charged(
    part: tuple[Role, "Token"], chosen: Sequence[tuple[Role, "Token"]], trigger: Trigger
) -> bool:
    """'Odas was accused by the minister of killing two men', 'the Front claimed responsibility for
    the raid': Odas, and the Front, are said to have done it."""
    role, word = part
    is_accused = word.dep_ == "nsubjpass" and word.head.lemma_ in load_role_words().accusing
    is_told = is_accused or word == answerable_for(trigger.head)
    return role.name == "actor" and is_told and all(one.name != "actor" for one, _ in chosen)


def _is_sure(part: tuple[Role, "Token"], trigger: Trigger) -> bool:
    """'Rebels met with fire', 'the mill changed hands', 'four newborns were pulled out': of such subjects
    grammar leaves no doubt."""
    role, word = part
    is_own = word.head == trigger.head and trigger.head.pos_ == "VERB"
    if word.dep_ in SUBJECTS and (is_met(trigger) or (role.name == "place" and is_own)):
        return True
    is_counted = word.pos_ == "NUM" or any(c.dep_ == "nummod" for c in word.children)
    return role.name == "victim" and word.dep_ == "nsubjpass" and is_own and is_counted


def _are_joined(one: "Token", other: "Token") -> bool:
    first, second = sorted((entity_around(one), entity_around(other)))
    between = [t.lower_ for t in one.doc[first[1] : second[0]]]
    return 0 < len(between) <= 3 and {*between} <= _JOINTS and {*between} != {"the"}


def _is_inside(part: tuple[Role, "Token"], parts: Sequence[tuple[Role, "Token"]]) -> bool:
    """'The mayor's son', 'Karim, the son of the mayor': the mayor has no part of his own in what befell
    his son."""
    role, word = part
    same = {other.i for one, other in parts if one.name == role.name and other != word}
    is_owner = False  # "the commander Karim Odas": one man; "the aide of Karim Odas": two
    while word.dep_ in _PARTS or is_excepted(word) or _is_apposed(word, is_owner=is_owner):
        if word.dep_ == "prep" and word.lower_ not in _OWNING:
            return False  # "senior figures including Karim Odas"
        is_owner = is_owner or word.dep_ in {"prep", "poss"}
        word = word.head
        if word.i in same:
            return True
    return False


def _is_named_too(part: tuple[Role, "Token"], parts: Sequence[tuple[Role, "Token"]]) -> bool:
    """'Another clerk, Karim Odas, was taken', 'the League, a rebel group,': one, and told by name."""
    role, word = part
    same = [other for one, other in parts if one.name == role.name and other != word]
    if word.tag_ != "NN" or child_of(word, "nummod") is not None:
        return False
    beside = [other for other in same if other.dep_ == "appos" and other.head == word]
    names = [*beside, *([word.head] if word.dep_ == "appos" and word.head in same else [])]
    return any(name.ent_type_ in {"PERSON", "ORG"} and name.pos_ == "PROPN" for name in names)


def _is_apposed(word: "Token", *, is_owner: bool) -> bool:
    """Of an owner, the one whom a description stands beside; before, only a name right after its noun:
    'the sons of Odas, Karim and Omar' are told by name."""
    if word.dep_ != "appos" or word.head == word:
        return False
    between = word.doc[word.head.i : word.i]
    return is_owner or not (word.head.ent_type_ or any(t.is_punct for t in between))


def _chosen(
    words: Sequence["Token"], shares: Floats, labels: Sequence[str], ruled: Mapping[int, str]
) -> Iterator[tuple[Role, "Token"]]:
    none = labels.index(NONE)
    for word, row in zip(words, shares, strict=True):
        best = max((n for n in range(len(labels)) if n != none), key=lambda n: float(row[n]))
        is_ruled = ruled.get(word.i) == labels[best]
        if row[best] >= (LEAST_RULED if is_ruled else LEAST):
            yield Role(labels[best], name_phrase(list(word.subtree), word)), word

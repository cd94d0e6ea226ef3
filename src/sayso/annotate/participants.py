"""A trigger in, who took part in it out: its roles by grammar and the table of types."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.annotate.entities import PLACE_NOUNS
from sayso.annotate.mentions import name_phrase
from sayso.annotate.parses import child_of, is_passive
from sayso.annotate.speakers import RELATIVE, can_act, speaker_of
from sayso.annotate.triggers import AMOUNTS, Trigger, shared_object
from sayso.event_types import EventType, load_words
from sayso.types import Role

if TYPE_CHECKING:
    from spacy.tokens import Token

# Verbs that hand their object's state on: "left 12 dead", "put the army in control".
_LEAVING = frozenset({"leave", "find", "shoot"})


def participants(trigger: Trigger, kind: EventType) -> tuple[tuple[Role, "Token"], ...]:
    """The event's roles with the head word of each filler; coordinated fillers give one each."""
    found: dict[tuple[str, int], Token] = {}
    for role, head in _grammar(trigger, kind):
        for word in (head, *_coordinated(head)):
            if role and word not in trigger.words and _is_participant(role, word):
                found.setdefault((_means_if_thing(role, word), word.i), _antecedent(word))
    return tuple(
        (Role(role, name_phrase(list(head.subtree), head)), head)
        for (role, _), head in found.items()
    )


_WEAPONS = frozenset(
    "bomb shell rocket missile grenade mine bullet drone mortar gas shrapnel torpedo cannon gunfire"
    " shot ball cannonball fire warplane plane jet aircraft helicopter artillery".split()
)


def _means_if_thing(role: str, word: "Token") -> str:
    """'The strike killed 31': what did it is the means; who did it is not said."""
    is_bare = not any(c.dep_ in {"amod", "poss", "compound", "nmod"} for c in word.children)
    is_thing = (is_bare and word.lemma_.lower() in _WEAPONS) or (
        word.pos_ == "NOUN" and word.lemma_.lower() in load_words().nouns
    )
    return "means" if role == "actor" and is_thing and not word.ent_type_ else role


_LIKE_PLACES = frozenset(
    "redoubt hill position bridge fort field airport base building territory area country heights border crossing"
    " pass road compound palace camp quarter suburb neighbourhood coast river street square".split()
)


def _is_participant(role: str, word: "Token") -> bool:
    if role in {"actor", "holder"} and not (
        can_act(word) or _means_if_thing("actor", word) == "means"
    ):
        return False
    return not word.is_punct and word.lemma_ not in _NO_PARTY and not _is_no_place(role, word)


def _is_no_place(role: str, word: "Token") -> bool:
    """'raised the flag', 'broke the last stand': what is taken there is no place."""
    if role != "place" or word.ent_type_ in {"GPE", "ORG", "PERSON", "NORP"}:
        return False
    return word.pos_ == "NOUN" and word.lemma_.lower() not in PLACE_NOUNS | _LIKE_PLACES


def _antecedent(word: "Token") -> "Token":
    """The noun that a relative pronoun stands for."""
    if word.lower_ in RELATIVE and word.head.dep_ == "relcl":
        return word.head.head
    return word


FAR = 15  # words; over more, two verbs that the parse joins seldom share a subject
_NO_PARTY = frozenset(
    "behalf run wake way part time day basis front condition way mean measure degree case fact".split()
)


def _coordinated(head: "Token") -> list["Token"]:
    found: list[Token] = []
    for child in head.children:
        if child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN", "PRON"}:
            found += [child, *_coordinated(child)]
        elif child.dep_ == "prep" and child.lower_ in {"including", "like"}:
            found += _named_under(child)
        elif child.dep_ == "prep" and child.lower_ == "of" and head.lemma_ in AMOUNTS:
            counted = child_of(child, "pobj")
            found += _coordinated(counted) if counted is not None else []
    return found


def _named_under(prep: "Token") -> list["Token"]:
    """'senior figures including General Odas, a nephew of Y, and commander Besim Rao'."""
    names = []
    for entity in prep.doc.ents:
        if entity.start > prep.i and entity.root.sent == prep.sent and entity.label_ == "PERSON":
            before = entity[0].nbor(-1)
            if before.lower_ not in {"of", "to", "by", "with"}:  # "a nephew of X" lists no X
                names.append(entity.root)
    return names


def _grammar(trigger: Trigger, kind: EventType) -> Iterator[tuple[str, "Token"]]:
    head, verb = trigger.head, trigger.verb
    if head.pos_ in {"VERB", "AUX"}:
        yield from (
            (role, word) for role, word in _of_verb(head, kind) if word not in trigger.words
        )
        yield from _of_prepositions(head, kind)
    elif head.pos_ in {"NOUN", "PROPN"}:
        yield from _of_noun(head, kind)
        yield from _of_prepositions(head, kind)
        if verb is not None and verb != head:
            if trigger.light:
                yield from _of_light_verb(verb, kind)
            yield from _of_prepositions(verb, kind)
            accused = child_of(verb, "dobj") if verb.lemma_ in {"blame", "accuse"} else None
            if verb.dep_ == "dobj" and verb.head.lemma_ in {"blame", "accuse"}:
                accused = verb
            if accused is not None and accused != head:
                yield kind.subject, accused
    elif verb is not None:
        yield from _of_adjective(head, verb, kind)


def _of_verb(verb: "Token", kind: EventType) -> Iterator[tuple[str, "Token"]]:
    agent = child_of(verb, "agent")
    by = child_of(agent, "pobj") if agent is not None else None
    if is_passive(verb) or _is_bare_participle(verb) or _is_headline_passive(verb, kind):
        yield from _subjects(verb, kind.object or kind.intransitive or kind.subject, passive=True)
        if by is not None:
            yield kind.subject, by
        return
    thing = child_of(verb, "dobj") or shared_object(verb)
    if thing is not None and thing.lower_ not in RELATIVE:
        yield kind.object, thing
    elif thing is not None and verb.dep_ == "relcl":
        yield kind.object, verb.head
    role = kind.subject if thing is not None or not kind.intransitive else kind.intransitive
    role = (kind.subject_of or {}).get(verb.lemma_, role)
    yield from _subjects(verb, role, passive=False)


def _is_bare_participle(verb: "Token") -> bool:
    """'12 were killed and 30 wounded', 'people killed in the raid'."""
    has_have = any(c.lemma_ == "have" for c in verb.children if c.dep_ == "aux")
    if verb.tag_ != "VBN" or has_have or child_of(verb, "dobj") is not None:
        return False
    if verb.dep_ == "conj":
        return is_passive(verb.head)
    if verb.dep_ == "advcl":  # "Besieged since spring, the town is running out of flour"
        return verb.i < verb.head.i and child_of(verb, "nsubj") is None
    return verb.dep_ == "acl" or (
        verb.dep_ in {"ccomp", "ROOT"} and child_of(verb, "nsubj") is None
    )


def _is_headline_passive(verb: "Token", kind: EventType) -> bool:
    """'Three hurt as rockets hit Mirsk', 'two teachers abducted': people, and no one did it."""
    if (
        kind.family != "fate"
        or not kind.object
        or kind.intransitive
        or verb.tag_ not in {"VBN", "VBD"}
    ):
        return False
    subject = child_of(verb, "nsubj")
    is_bare = not any(c.dep_ in {"aux", "dobj", "agent", "prt"} for c in verb.children)
    is_counted = subject is not None and (
        subject.pos_ == "NUM" or any(c.dep_ == "nummod" for c in subject.children)
    )
    return is_bare and is_counted


def _subjects(verb: "Token", role: str, *, passive: bool) -> Iterator[tuple[str, "Token"]]:
    own = child_of(verb, "nsubjpass", "nsubj")
    if own is not None and own.lower_ in RELATIVE and verb.dep_ == "relcl":
        own = verb.head if verb.head.ent_type_ != "GPE" else None
        if own is None:
            return
    if own is None and passive and verb.dep_ in {"acl", "relcl"}:
        own = verb.head
    if own is None and passive and verb.dep_ == "advcl":
        own = child_of(verb.head, "nsubjpass", "nsubj")
    if own is None and passive and verb.dep_ in {"conj", "xcomp"} and verb.i - verb.head.i <= FAR:
        own = child_of(verb.head, "nsubjpass", "nsubj")
        if own is not None and own.lower_ in RELATIVE:
            own = verb.head.head if verb.head.dep_ == "relcl" else None
    if own is None and (verb.dep_ in {"conj", "xcomp", "pcomp"} or verb.tag_ == "VBG"):
        own = speaker_of(verb)
    if own is not None and own.lower_ not in {"it", "there"}:
        yield role, own


def _of_light_verb(verb: "Token", kind: EventType) -> Iterator[tuple[str, "Token"]]:
    """The doer of 'launched an attack'; of 'blamed the north for the attack', the north."""
    agent = child_of(verb, "agent")
    by = child_of(agent, "pobj") if agent is not None else None
    if by is not None:
        yield kind.subject, by
    elif not is_passive(verb) and verb.lemma_ not in _SPEAKING:
        subject = speaker_of(verb)
        if subject is not None:
            yield kind.subject or kind.intransitive, subject


# Whoever denies, condemns or reports an attack did not thereby carry it out.
_SPEAKING = frozenset(
    "deny condemn announce order report demand reject urge call describe denounce admit claim see"
    " witness survive suffer face confirm dismiss blame threaten dispute celebrate break end stop"
    " disperse".split()
)  # fmt: skip


def _of_noun(noun: "Token", kind: EventType) -> Iterator[tuple[str, "Token"]]:
    owner = child_of(noun, "poss")
    if owner is not None and owner.ent_type_ not in {"DATE", "TIME"}:  # "Sunday's march"
        yield kind.subject or kind.intransitive, owner
    for child in noun.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"of", "by"}:
            inner = child_of(child, "pobj")
            if inner is not None:
                yield (kind.noun_of if child.lower_ == "of" else kind.subject), inner
        elif child.dep_ in {"relcl", "acl"}:
            by = _doer_in(child)
            if by is not None:
                yield kind.subject, by
        elif child.dep_ in {"amod", "compound"} and child.ent_type_ in {"NORP", "ORG", "GPE"}:
            yield kind.subject, child


_COMMITTING = frozenset({"carry", "launch", "conduct", "commit", "stage"})


def _doer_in(clause: "Token") -> "Token | None":
    """Who did it in 'carried out by X', also inside 'which Y alleged was carried out by X'."""
    for verb in (clause, *(c for c in clause.children if c.dep_ == "ccomp")):
        agent = child_of(verb, "agent") if verb.lemma_ in _COMMITTING else None
        if agent is not None:
            return child_of(agent, "pobj")
    return None


def _of_adjective(word: "Token", verb: "Token", kind: EventType) -> Iterator[tuple[str, "Token"]]:
    role = kind.object or kind.intransitive or kind.subject
    if verb.lemma_ in _LEAVING:
        thing = child_of(verb, "dobj") or next(
            (c for c in word.children if c.dep_ == "nsubj"), None
        )
        if thing is not None:
            yield role, thing
        return
    subject = child_of(verb, "nsubj", "nsubjpass")
    if subject is not None and subject.lower_ not in RELATIVE:
        yield role, subject
    elif verb.dep_ == "relcl":
        yield role, verb.head


def _of_prepositions(governor: "Token", kind: EventType) -> Iterator[tuple[str, "Token"]]:
    for prep in governor.children:
        role = (kind.prepositions or {}).get(prep.lower_)
        if prep.dep_ not in {"prep", "agent"} or role is None or role == "place":
            continue
        inner = child_of(prep, "pobj")
        is_where = role == "means" and inner is not None and _is_where(inner)
        if inner is not None and not is_where and inner.ent_type_ != "DATE":
            yield role, inner


def _is_where(word: "Token") -> bool:
    """'Killed in Mirsk', 'in Mirsk province': where, and not by what."""
    return word.pos_ == "PROPN" or word.lemma_.lower() in PLACE_NOUNS | _LIKE_PLACES


def heads_in(trigger: Trigger, found: Sequence[tuple[Role, "Token"]]) -> set[int]:
    """Indexes of the words under the event's fillers, for the counts that stand in them.

    Of '18 people killed in the raid', where the filler governs the event, only the filler's own.
    """
    own = {t.i for t in trigger.head.subtree}
    words: set[int] = set()
    for _, head in found:
        under = {t.i for t in head.subtree}
        words |= under - own if head.is_ancestor(trigger.head) else under
    return words

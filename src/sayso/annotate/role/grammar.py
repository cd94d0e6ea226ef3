"""A trigger in, the words that the grammar puts beside it out, each with the role of its type's row."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.annotate.event.dealt_with import is_matter
from sayso.annotate.event.triggers import Trigger, shared_object
from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.number.counting_lists import load_counting_lists
from sayso.annotate.number.numbers import load_counting_words
from sayso.annotate.parses import child_of, is_passive, subject_of
from sayso.annotate.role.doers import (
    agent_of,
    doer_of,
    follows_blow,
    left_of,
    listed_after,
    named_before,
    of_whom,
    one_more,
    shown_in,
)
from sayso.annotate.role.givers import beside_aid
from sayso.annotate.role.manners import is_manner, is_where
from sayso.annotate.role.reactions import is_of_reaction
from sayso.annotate.role.words import load_role_words
from sayso.annotate.saying.answerable import answerable_for
from sayso.annotate.saying.cues import load_cues
from sayso.annotate.saying.speakers import RELATIVE, speaker_of
from sayso.event_types import EventType

if TYPE_CHECKING:
    from spacy.tokens import Token

Filler = tuple[str, "Token"]  # its role, its head
FAR = 15  # words; over more, two verbs that the parse joins seldom share a subject


_FATES = frozenset({"fate", "casualties"})
_AS_NOUN = frozenset({"dobj", "pobj", "nsubj", "nsubjpass"})


def find_fillers(trigger: Trigger, kind: EventType) -> Iterator[Filler]:
    """Whatever may fill a role; what cannot is for the caller to leave out."""
    yield from (f for f in _beside(trigger, kind) if not is_of_reaction(f[1], trigger))


def _beside(trigger: Trigger, kind: EventType) -> Iterator[Filler]:
    head, verb = trigger.head, trigger.verb
    if head.pos_ in {"VERB", "AUX"}:
        yield from (f for f in _of_verb(head, kind) if f[1] != head)
        for word in trigger.words:
            yield from _of_prepositions(word, kind)
        yield from _of_answerable(head, kind)
    elif head.pos_ in {"NOUN", "PROPN", "NUM"} or head.dep_ in _AS_NOUN:  # "counted six dead"
        yield from _of_noun(head, kind)
        yield from _of_prepositions(head, kind)
        yield from _of_answerable(head, kind)
        if verb is None and _is_done(head) and not _is_of_other(head, kind):
            yield from _of_light_verb(head.head, kind)
        if kind.name == "aid":
            yield from (("target", other) for other in beside_aid(head))
        if verb is not None and verb != head:
            if trigger.light:
                yield from _of_light_verb(verb, kind)
            yield from _of_prepositions(verb, kind)
            yield from _of_blame(head, verb, kind)
    elif verb is not None:
        yield from _of_adjective(head, verb, kind)


def _is_of_other(noun: "Token", kind: EventType) -> bool:
    """'Forced the League's withdrawal': the League's own; 'has a toll of nine': nobody's."""
    owner = child_of(noun, "poss")
    is_owned = owner is not None and owner.pos_ in {"NOUN", "PROPN"} and owner.ent_type_ != "DATE"
    is_own = kind.object != "victim" and noun.head.lemma_ not in load_role_words().committing
    return (is_owned and is_own) or noun.lemma_ in load_counting_lists().tolls


def _is_done(noun: "Token") -> bool:
    """'Opened an inquiry', 'signed an armistice': no word of saying or feeling governs it."""
    verb = noun.head
    words = load_role_words()
    is_act = verb.pos_ == "VERB" and verb.lemma_ not in words.reacting | words.of_others
    is_told = (
        verb.lemma_ in load_cues().verbs or is_matter(noun) or answerable_for(noun) is not None
    )
    return noun.dep_ == "dobj" and is_act and not is_told


def _of_answerable(head: "Token", kind: EventType) -> Iterator[Filler]:
    whose = answerable_for(head)
    if whose is not None:
        yield "actor" if "actor" in kind.roles else kind.subject, whose


def _of_blame(head: "Token", verb: "Token", kind: EventType) -> Iterator[Filler]:
    """'Blamed the north for the raid': the north."""
    accused = child_of(verb, "dobj") if verb.lemma_ in {"blame", "accuse"} else None
    if verb.dep_ == "dobj" and verb.head.lemma_ in {"blame", "accuse"}:
        accused = verb
    if accused is not None and accused != head:
        yield kind.subject, accused


def _of_verb(verb: "Token", kind: EventType) -> Iterator[Filler]:
    by = agent_of(verb)
    if kind.name != "trial" and verb.lemma_ in {
        "blame",
        "accuse",
    }:  # the word that lays the blame tells the event
        yield from _accused(verb, kind)
        return
    if is_passive(verb) or _is_bare_participle(verb) or _is_headline_passive(verb, kind):
        yield from _subjects(verb, kind.object or kind.intransitive or kind.subject, passive=True)
        if by is not None and not is_manner(by):
            yield kind.subject, by
        return
    thing = child_of(verb, "dobj") or shared_object(verb) or _gap(verb, kind)
    if thing is not None and thing.lower_ not in RELATIVE:
        yield kind.object, thing
    elif thing is not None and verb.dep_ == "relcl":
        yield kind.object, verb.head
    role = kind.subject if thing is not None or not kind.intransitive else kind.intransitive
    if thing is None and not kind.intransitive and _befalls(verb, kind):
        role = kind.object
    role = (kind.subject_of or {}).get(verb.lemma_, role)
    if role == kind.subject and follows_blow(verb, kind):
        yield from ((role, who) for who in [agent_of(verb.head)] if who is not None)
        return
    yield from _subjects(verb, role, passive=False)


def _befalls(verb: "Token", kind: EventType) -> bool:
    """'Two hangars burned', 'six did not pull through': of words that no row has, without an object."""
    is_outcome = kind.family in _FATES or kind.name == "property_damage"
    rows = {*kind.verbs, *(kind.verbs_if or {}), *(p.split()[0] for p in kind.phrases)}
    return is_outcome and verb.lemma_.lower() not in rows and child_of(verb, "ccomp") is None


def _accused(verb: "Token", kind: EventType) -> Iterator[Filler]:
    accused = child_of(verb, "nsubjpass" if is_passive(verb) else "dobj")
    if accused is not None:
        yield kind.subject, accused


def _gap(verb: "Token", kind: EventType) -> "Token | None":
    """'The bridge the army shelled': the noun that the clause hangs on."""
    own = child_of(verb, "nsubj")
    if verb.dep_ != "relcl" or own is None or own.lower_ in RELATIVE or kind.intransitive:
        return None
    is_open = not any(
        c.dep_ in {"ccomp", "xcomp", "dative"} or c.tag_ in {"WRB", "WP$"} for c in verb.children
    )
    return verb.head if is_open and not any(t.tag_ == "WP$" for t in own.subtree) else None


def _is_bare_participle(verb: "Token") -> bool:
    """'12 were killed and 30 wounded', 'people killed in the raid'."""
    has_have = any(c.lemma_ == "have" for c in verb.children if c.dep_ == "aux")
    if verb.tag_ != "VBN" or has_have or child_of(verb, "dobj") is not None:
        return False
    if verb.dep_ == "conj":
        return is_passive(verb.head) or _is_bare_participle(verb.head)
    if verb.dep_ == "advcl":  # "Besieged since spring, the town is running out of flour"
        return verb.i < verb.head.i and child_of(verb, "nsubj") is None
    return verb.dep_ == "acl" or (
        verb.dep_ in {"ccomp", "ROOT"} and child_of(verb, "nsubj") is None
    )


def _is_headline_passive(verb: "Token", kind: EventType) -> bool:
    """'Three hurt as rockets hit Mirsk', 'two teachers abducted': people, and no one did it."""
    is_fate = kind.family == "fate" and kind.object and not kind.intransitive
    if not is_fate or verb.tag_ not in {"VBN", "VBD"}:
        return False
    subject = child_of(verb, "nsubj")
    is_bare = not any(
        c.dep_ in {"aux", "dobj", "agent", "prt", "ccomp", "xcomp"} for c in verb.children
    )
    is_joined = any(child_of(c, "dobj") is not None for c in verb.conjuncts)
    return is_bare and not is_joined and subject is not None and subject.lower_ not in RELATIVE


def _subjects(verb: "Token", role: str, *, passive: bool) -> Iterator[Filler]:
    own = child_of(verb, "nsubjpass", "nsubj") or (one_more(verb) if passive else None)
    if own is not None and own.lower_ in RELATIVE and verb.dep_ == "relcl":
        own = verb.head if verb.head.ent_type_ != "GPE" else None
        if own is None:
            return
    if own is None and passive:
        own = left_of(verb) or _passive_subject(verb)
    if own is None and _shares_subject(verb):
        own = doer_of(verb)
    if own is not None and verb.tag_ == "VBG":
        own = shown_in(own) or own  # "a video of soldiers burning houses"
    is_it = own is not None and own.lower_ == "it" and not _is_told_of(own.head)
    if own is not None and own.lower_ != "there" and not is_it:
        yield role, own
        yield from ((role, other) for other in listed_after(own))


def _is_told_of(verb: "Token") -> bool:
    """'The council said it had shelled the town': here 'it' is somebody, not the weather."""
    over = verb.head
    is_said = verb.dep_ == "ccomp" and over.lemma_.lower() in load_cues().verbs
    return is_said and subject_of(over) is not None and child_of(verb, "dobj") is not None


def _shares_subject(verb: "Token") -> bool:
    is_to = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    return verb.dep_ in {"conj", "xcomp", "pcomp"} or verb.tag_ == "VBG" or is_to


def _passive_subject(verb: "Token") -> "Token | None":
    if verb.dep_ in {"acl", "relcl"}:
        return of_whom(verb.head, verb) or verb.head
    if verb.dep_ == "advcl":
        return named_before(verb) or child_of(verb.head, "nsubjpass", "nsubj")
    if verb.dep_ in {"conj", "xcomp"} and verb.i - verb.head.i <= FAR:
        own = child_of(verb.head, "nsubjpass", "nsubj")
        if own is not None and own.lower_ in RELATIVE:
            return verb.head.head if verb.head.dep_ == "relcl" else None
        is_participle = verb.dep_ == "conj" and verb.head.dep_ == "acl"
        return verb.head.head if own is None and is_participle else own
    return None


def _of_light_verb(verb: "Token", kind: EventType) -> Iterator[Filler]:
    """The doer of 'launched an attack'; of 'suffered burns', whom they befell."""
    words = load_role_words()
    by = agent_of(verb)
    if by is not None:
        yield kind.subject, by
    elif not is_passive(verb) and verb.lemma_ not in words.speaking:
        subject = doer_of(verb)
        befalls = verb.lemma_ in words.undergoing
        if subject is not None:
            yield (kind.object if befalls else kind.subject) or kind.intransitive, subject


def _of_noun(noun: "Token", kind: EventType) -> Iterator[Filler]:
    yield from _owners(noun, kind)
    for child in noun.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"of", "by"}:
            inner = child_of(child, "pobj")
            if inner is not None:
                of = kind.subject if _is_holder(inner, kind) or _enters(noun) else kind.noun_of
                if of == kind.subject and kind.object == "target" and child_of(noun, "poss"):
                    of = kind.object  # "their overthrow of the emir"
                yield (of if child.lower_ == "of" else kind.subject), inner
        elif child.dep_ in {"relcl", "acl"}:
            by = _doer_in(child)
            if by is not None:
                yield kind.subject, by
        elif child.dep_ in {"amod", "compound", "nmod"}:
            yield from _described(child, kind)
    if noun.dep_ == "pobj" and noun.head.lower_ == "among":  # "among the dead were two nurses"
        over = noun.head.head
        is_listing = over.lemma_ in load_role_words().listing
        listed = (
            child_of(over, "nsubjpass", "dobj") if is_listing else child_of(over, "nsubj", "attr")
        )
        if listed is not None and (is_listing or over.lemma_ == "be"):
            yield kind.object or kind.intransitive, listed
    if _is_undergone(noun):
        subject = speaker_of(noun.head.head)
        if subject is not None:
            yield kind.object, subject


def _enters(noun: "Token") -> bool:
    """'The entry of the rebels into the town': who goes in, where 'of' alone would tell the town."""
    return any(c.dep_ == "prep" and c.lower_ == "into" for c in noun.children)


_KEPT_IN = frozenset({"under", "outside", "in", "beyond", "into", "from"})


def _is_holder(word: "Token", kind: EventType) -> bool:
    """'Under the control of the council', 'outside the grip of the rebels': no place."""
    noun = word.head.head
    is_kept = noun.dep_ == "pobj" and noun.head.lower_ in _KEPT_IN
    is_group = (
        word.ent_type_ in {"ORG", "PERSON"} or word.lemma_.lower() in load_naming_words().groups
    )
    return kind.name == "territory_control" and is_kept and is_group


def _owners(noun: "Token", kind: EventType) -> Iterator[Filler]:
    """'The army's shelling': who did it; 'the singer's arrest': whom it befell."""
    owner = child_of(noun, "poss")
    if owner is None or owner.ent_type_ in {"DATE", "TIME"}:  # "Sunday's march"
        return
    has_of = any(c.dep_ == "prep" and c.lower_ == "of" for c in noun.children)
    has_by = any(c.dep_ in {"prep", "agent"} and c.lower_ == "by" for c in noun.children)
    if has_by and not has_of and kind.object:  # "its capture by the rebels"
        yield kind.object, owner
    elif (kind.family in _FATES or kind.object == "victim") and not has_of:
        yield kind.object or kind.intransitive, owner
    elif kind.object == "place" and not has_of and _is_taken(owner, noun):
        yield "place", owner
    else:
        yield kind.subject or kind.intransitive, owner


def _is_taken(owner: "Token", noun: "Token") -> bool:
    """'Harb's fall', 'its capture cut the road': the ground, and not who took it."""
    is_it = owner.lower_ == "its" and noun.lemma_.lower() in load_role_words().takings
    return owner.ent_type_ == "GPE" or is_it


def _described(word: "Token", kind: EventType) -> Iterator[Filler]:
    """'Rebel fire', 'a Solvian raid': who did it; 'the hostage release': whom it befell."""
    lemma = word.lemma_.lower()
    if word.nbor(1).text == "-" or (word.ent_type_ and word.nbor(1).ent_iob_ == "I"):
        return  # a piece of a longer name
    is_people = lemma in load_counting_words().groups and lemma != "death"
    if kind.family in _FATES and is_people:
        yield kind.object or kind.intransitive, word
    elif word.ent_type_ == "GPE" and word.dep_ != "amod":
        return  # "the Harb attack": where it was
    elif (
        word.ent_type_ in {"NORP", "ORG", "GPE"} or lemma in load_naming_words().groups or is_people
    ):
        is_loss = word.head.lemma_.lower() in load_counting_lists().losses and "group" in kind.roles
        yield "group" if is_loss else (kind.subject or kind.intransitive), word


def _is_undergone(noun: "Token") -> bool:
    """'Came under fire', 'is under siege'."""
    prep = noun.head
    return (
        noun.dep_ == "pobj"
        and prep.lower_ == "under"
        and prep.head.lemma_ in {"come", "be", "remain", "stay", "live"}
    )


def _doer_in(clause: "Token") -> "Token | None":
    """Who did it in 'carried out by X', also inside 'which Y alleged was carried out by X'."""
    for verb in (clause, *(c for c in clause.children if c.dep_ == "ccomp")):
        agent = child_of(verb, "agent") if verb.lemma_ in load_role_words().committing else None
        if agent is not None:
            return child_of(agent, "pobj")
    return None


def _of_adjective(word: "Token", verb: "Token", kind: EventType) -> Iterator[Filler]:
    role = kind.object or kind.intransitive or kind.subject
    if verb.lemma_ in load_role_words().handing_on:
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


def _of_prepositions(governor: "Token", kind: EventType) -> Iterator[Filler]:
    for prep in governor.children:
        role = (kind.prepositions or {}).get(prep.lower_)
        of_noun = prep.lower_ == "of" and governor.pos_ == "NOUN" and kind.noun_of
        if prep.dep_ not in {"prep", "agent", "dative"} or role is None or of_noun:
            continue
        inner = child_of(prep, "pobj")
        at_place = role == "means" and inner is not None and is_where(inner)
        has_other = prep.lower_ == "with" and role == "target" and child_of(governor, "dobj")
        if has_other or (inner is not None and is_manner(inner)):
            continue  # "attacked the town with fighters from the hills": not them
        if inner is not None and not at_place and inner.ent_type_ not in {"DATE", "TIME"}:
            yield role, inner

"""A fate that the table of events found in, the same out without those whom it did not befall.

'Odas was killed by his own lieutenant, Hadi Sol': Sol killed him. 'Odas escaped, but his nephew was hit
and died': Odas did not die.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.fate.figures import is_taken_otherwise
from sayso.annotate.fate.persons import person_nouns
from sayso.annotate.fate.returns import is_unhurt_escape
from sayso.annotate.fate.words import load_fate_lists, load_fate_words
from sayso.annotate.parses import child_of, head_at, object_after, sentence_of
from sayso.event_types import load_event_types
from sayso.types import Event

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_DYING = frozenset({"die", "perish", "drown", "succumb", "suffocate"})


def without_strangers(doc: "Doc", event: Event) -> Event:
    """Without who did it, and without who is told of elsewhere in the sentence."""
    victims = [r for r in event.roles if r.name == "victim"]
    verb = head_at(doc, event.trigger)
    if verb is None or len(victims) < 2 or load_event_types()[event.type].family != "fate":
        return event
    heads = {r.filler.span: head_at(doc, r.filler.span) for r in victims}
    agent = _agent(verb)
    apart = [r for r in victims if agent is not None and heads[r.filler.span] in agent]
    left = [r for r in victims if r not in apart]
    own = _undergoer(verb)
    if own is not None and any(heads[r.filler.span] in own for r in left):
        apart += [r for r in left if _is_elsewhere(heads[r.filler.span], verb, own)]
    if not apart or len(apart) == len(victims):
        return event
    return replace(event, roles=tuple(r for r in event.roles if r not in apart))


def _agent(verb: "Token") -> list["Token"] | None:
    """Who did it, with those named beside him: 'by his own lieutenant, Hadi Sol'."""
    by = child_of(verb, "agent")
    doer = child_of(by, "pobj") if by is not None else None
    if doer is None:
        return None
    return [doer, *(c for c in doer.children if c.dep_ == "appos")]


def _undergoer(verb: "Token") -> list["Token"] | None:
    """All words for the one whom the verb, in the passive or of its subject, tells it of."""
    is_passive = child_of(verb, "auxpass") is not None
    is_dying = verb.lemma_ in _DYING and verb.pos_ == "VERB" and child_of(verb, "dobj") is None
    if not is_passive and not is_dying:
        return None
    governor = verb
    subject = child_of(governor, "nsubjpass", "nsubj")
    while subject is None and governor.dep_ == "conj" and governor.head.pos_ == "VERB":
        governor = governor.head
        subject = child_of(governor, "nsubjpass", "nsubj")
    if subject is None or subject.pos_ == "PRON" or subject.lower_ in _RELATIVE:
        return None
    return list(subject.subtree)


def _is_elsewhere(head: "Token | None", verb: "Token", own: list["Token"]) -> bool:
    """In the same sentence, before the verb, and not among the words for whom it befell."""
    if head is None or head in own or head in list(verb.subtree):
        return False
    here = sentence_of(verb)
    return here.start <= head.i < verb.i


def is_no_end(doc: "Doc", event: Event) -> bool:
    """'Fainted at the news': nobody died of it; 'was found by shepherds': nobody's body was."""
    verb = head_at(doc, event.trigger)
    if verb is not None and event.type == "hospitalised" and verb.pos_ == "NOUN":
        return verb.lemma_.lower() in person_nouns()  # "a medic with the brigade"
    if verb is not None and event.type == "alive" and verb.lower_ == "alive":
        return verb.head.lemma_ in load_fate_lists().fatal  # "buried alive"
    if verb is None or verb.pos_ != "VERB":
        return False
    lemma, words = verb.lemma_.lower(), load_fate_lists()
    if event.type in {"died", "killed"}:
        return lemma in words.fainting or (lemma == "fall" and _is_slip(verb))
    if event.type in {"released", "missing", "disappeared"}:
        return lemma == "go" and object_after(verb, "to") is not None
    if event.type in {"abducted", "captured", "arrest", "detained"}:
        return is_taken_otherwise(verb)
    if event.type == "fled":
        is_over = lemma == "go" and any(c.lower_ == "over" for c in verb.children)
        is_unreached = lemma in {"reach", "arrive"} and event.negated
        return is_unreached or is_unhurt_escape(verb) or is_over
    if event.type == "buried":
        return _is_of_coffin(verb)
    if event.type in {"body_found", "identified"} and lemma in words.finders | {"find"}:
        return _is_found_living(doc, verb, event)
    return False


def _is_slip(verb: "Token") -> bool:
    """'Had fallen in the bath', 'fell down the stairs'; not 'fell in battle'."""
    where = object_after(verb, "in", "into", "down")
    return where is not None and where.lemma_.lower() in load_fate_lists().slips


def _is_of_coffin(verb: "Token") -> bool:
    """'Buried an empty coffin for him'."""
    thing = child_of(verb, "dobj", "nsubjpass")
    return thing is not None and any(c.lower_ == "empty" for c in thing.children)


def _is_found_living(doc: "Doc", verb: "Token", event: Event) -> bool:
    """Who is found alive, finds something, or is recognised with no word of death near."""
    here = sentence_of(verb)
    victims = [r.filler for r in event.roles if r.name == "victim"]
    if not victims or any(v.kind not in {"person", "role"} for v in victims):
        return False
    if verb.lemma_ in _FINDING:
        being = load_fate_words().being
        after = (
            t
            for t in doc[verb.i : here.stop]
            if being.get(t.lower_) == "alive" and t.dep_ != "pobj"  # "dead in a well"
        )
        return any(not any(c.dep_ == "neg" for c in t.children) for t in after) or _is_finder(verb)
    before = sentence_of(doc[here.start - 1]).start if here.start else here.start
    lifeless = load_fate_lists().lifeless
    near = doc[before : here.stop]
    return not any(t.lemma_.lower() in lifeless or t.lower_ in lifeless for t in near)


_FINDING = frozenset({"find", "discover", "locate"})


def _is_finder(verb: "Token") -> bool:
    """'Odas found the car'."""
    thing = child_of(verb, "dobj")
    if thing is None or child_of(verb, "auxpass") is not None:
        return False
    bodies = load_fate_lists().bodies
    is_of_people = thing.lemma_.lower() in bodies | person_nouns() or thing.lower_ in bodies
    return thing.pos_ == "NOUN" and not is_of_people

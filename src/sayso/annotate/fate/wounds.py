"""A noun of a parsed text in, whose wound it tells out.

'A splinter had lodged in his shoulder', 'lay with a bullet in the lung', 'a mine took both his
legs', 'had an arm taken off', 'the boy's leg was amputated'.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.annotate.fate.persons import befalls, doing, is_person, undergoing
from sayso.annotate.fate.verbs import Found
from sayso.annotate.fate.words import load_fate_lists, load_fate_words
from sayso.annotate.parses import child_of, object_after, subject_of
from sayso.annotate.person.described import People

if TYPE_CHECKING:
    from spacy.tokens import Token


def of_wound_told(noun: "Token", people: People) -> Iterator[Found]:
    """All that the name of a limb tells by what it hangs on."""
    words, lemma = load_fate_words(), noun.lemma_.lower()
    if lemma in words.wounds or lemma in load_fate_lists().vitals:
        yield from _of_shot(noun, people)
    if lemma in load_fate_lists().hurts and noun.dep_ == "pobj" and noun.head.lower_ == "with":
        yield from _carried(noun, people)
    if lemma in words.parts | words.wounds or lemma == "throat":
        yield from _of_limb(noun, people)


def _of_shot(noun: "Token", people: People) -> Iterator[Found]:
    """'A splinter had lodged in his shoulder', 'took a bullet in the thigh'."""
    shots, owner = load_fate_words().shots, child_of(noun, "poss")
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if verb.lemma_.lower() in shots and verb.dep_ == "dobj":
        verb = verb.head
    if verb.lemma_.lower() in shots and verb.dep_ == "pobj" and verb.head.lower_ == "with":
        yield from _carried(verb, people)
    if verb.pos_ != "VERB":
        return
    thing, subject = child_of(verb, "dobj"), subject_of(verb)
    if subject is not None and subject.lemma_.lower() in shots:
        hit = owner if owner is not None else undergoing(verb, people)
        if hit is not None and (hit.tag_ == "PRP$" or is_person(hit, people)):
            yield "injured", verb, hit
        return
    is_hit = (
        thing is not None
        and thing.lemma_.lower() in shots
        and verb.lemma_ in load_fate_lists().taking
    )
    if is_hit and subject is not None and befalls(subject, people):
        yield "injured", verb, subject


def _carried(shot: "Token", people: People) -> Iterator[Found]:
    """'Lies in hospital with a bullet in the lung'."""
    verb = next((t for t in shot.head.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    person = (
        doing(verb, people) if verb is not None and verb.lemma_ in load_fate_lists().lying else None
    )
    if person is not None and befalls(person, people):
        yield "injured", shot, person


def _of_limb(noun: "Token", people: People) -> Iterator[Found]:
    """'A mine took both his legs', 'had a leg taken off', 'broke the boy's arm', 'his throat was cut'."""
    verb, owner = noun.head, child_of(noun, "poss") or object_after(noun, "of")
    if verb.lemma_ == "have" and noun.dep_ == "dobj":
        done = next((c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN"), None)
        verb = done if done is not None else verb
    type_ = _done_to_limb(verb, noun)
    if type_ is None or verb.pos_ != "VERB":
        return
    having = verb.head.head if verb.dep_ == "acl" else verb.head
    if having.lemma_ == "have" and verb.tag_ == "VBN" and verb.dep_ in {"ccomp", "acl", "xcomp"}:
        owner = doing(having, people)
    elif noun.dep_ not in {"dobj", "nsubjpass"}:
        return
    if owner is not None and (owner.tag_ == "PRP$" or is_person(owner, people)):
        yield type_, verb, owner


def _done_to_limb(verb: "Token", limb: "Token") -> str | None:
    """A throat that is cut kills; a leg that is taken off, or an arm that is broken, is a wound."""
    lists, lemma, part = load_fate_lists(), verb.lemma_.lower(), limb.lemma_.lower()
    if part == "throat":
        return "killed" if lemma in lists.slitting else None
    is_off = lemma in lists.severing and part in load_fate_words().parts
    return "injured" if is_off or lemma in lists.breaking else None

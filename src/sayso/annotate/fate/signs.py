"""A word of a parsed text in, of whom it is a sign of life out.

'Had rung on Sunday', 'a letter from her', 'was sitting up', 'is beside me': told of one who was lost, or
given for dead, it says that he lives.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from sayso.annotate.fate.persons import doing, is_person
from sayso.annotate.fate.words import load_fate_lists
from sayso.annotate.parses import child_of, is_negated, object_after, sentence_of, subject_of
from sayso.annotate.person.described import HE, People

if TYPE_CHECKING:
    from spacy.tokens import Token

_ASKING = frozenset({"on", "for", "off"})


def _met(verb: "Token", people: People) -> "Token | None":
    """'Visited her in May', 'spoke to him', 'shared a cell with Odas'."""
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB":
        return None
    if lemma in load_fate_lists().meeting:
        return child_of(verb, "dobj", "nsubjpass")
    if lemma in load_fate_lists().seeing:
        return child_of(verb, "dobj")
    if lemma == "hear":
        thing = child_of(verb, "dobj")
        return thing if thing is not None and thing.pos_ in {"PRON", "PROPN"} else None
    if lemma in {"speak", "talk"}:
        return object_after(verb, "to", "with")
    if lemma not in load_fate_lists().sharing:
        return None
    thing = child_of(verb, "dobj")  # "shared a blanket with Odas"
    whom = object_after(verb, "with")
    return whom or (object_after(thing, "with") if thing is not None else None)


def _rang(verb: "Token", people: People) -> "Token | None":
    """'Her son had telephoned', 'he sent a voice message'; not 'called for a truce'."""
    words, lemma = load_fate_lists(), verb.lemma_.lower()
    if verb.pos_ != "VERB" or verb.tag_ == "VBG":
        return None
    thing = child_of(verb, "dobj")
    if lemma == "appear" and any(
        c.dep_ == "prep" and c.lower_ in {"in", "on"} and _is_show(child_of(c, "pobj"))
        for c in verb.children
    ):
        return doing(verb, people)
    if lemma in words.sending and thing is not None and thing.lemma_.lower() in words.letters:
        return doing(verb, people)
    is_asked = lemma == "call" and (
        any(c.lower_ in _ASKING for c in verb.children if c.i > verb.i) or _is_naming(verb)
    )
    is_spoken_to = thing is None or is_person(thing, people) or lemma in _BY_WIRE
    if lemma not in words.ringing or is_asked or not is_spoken_to:
        return None
    return doing(verb, people)


_BY_WIRE = frozenset({"telephone", "phone", "ring"})  # also an office, a station, the desk


def _shown(noun: "Token", people: People) -> "Token | None":
    """'Released a video in which she holds a newspaper', 'a video showed him drinking tea'."""
    if noun.lemma_.lower() not in load_fate_lists().shows or noun.pos_ != "NOUN":
        return None
    clause = child_of(noun, "relcl")
    if clause is None and noun.dep_ == "nsubj" and noun.head.lemma_ == "show":
        shown = child_of(noun.head, "dobj")
        clause = child_of(noun.head, "ccomp", "xcomp")
        return shown or (child_of(clause, "nsubj") if clause is not None else None)
    if clause is None or clause.lemma_ in load_fate_lists().fatal | {"kill", "lie"}:
        return None
    is_in = any(c.lower_ in {"in", "where", "on"} for c in clause.children if c.i < clause.i)
    return child_of(clause, "nsubj") if is_in and clause.tag_ in {"VBZ", "VBD"} else None


def _is_show(thing: "Token | None") -> bool:
    """'Appeared in a video', 'on state television'."""
    return thing is not None and thing.lemma_.lower() in load_fate_lists().shows


def _is_naming(call: "Token") -> bool:
    """'Called her a traitor', 'calls them "children"': a word that one is called, and no telephone."""
    after = call.doc[call.i + 1 : min(call.i + 12, sentence_of(call).stop)]
    is_quoting = any(t.is_quote for t in after)
    return is_quoting or child_of(call, "oprd") is not None


def _heard(noun: "Token", people: People) -> "Token | None":
    """'Had a letter from her', 'a video of him drinking tea'."""
    words, lemma = load_fate_lists(), noun.lemma_.lower()
    is_had = noun.pos_ == "NOUN" and noun.head.lemma_ in words.having
    if lemma not in words.letters or not is_had or any(c.lower_ == "no" for c in noun.children):
        return None
    sender = object_after(noun, "from") or object_after(noun.head, "from")
    shown = object_after(noun, "of")
    done = next((child_of(c, "pcomp") for c in noun.children if c.lower_ == "of"), None)
    if done is not None and done.tag_ == "VBG":
        return sender or child_of(done, "nsubj")
    is_doing = shown is not None and any(c.tag_ == "VBG" for c in (*shown.children, *noun.children))
    return sender or (shown if is_doing else None)


def _told_of(verb: "Token", people: People) -> "Token | None":
    """'Had heard from her on Sunday'; that nobody had is no sign of life."""
    is_heard = verb.lemma_ == "hear" and verb.pos_ == "VERB"
    whom = object_after(verb, "from") if is_heard else None
    subject = child_of(verb, "nsubj", "nsubjpass")
    is_of_one = subject is not None and (people.is_named(subject) or subject.lower_ in HE)
    return whom if is_of_one or (subject is not None and is_person(subject, people)) else None


def lively(verb: "Token", people: People) -> "Token | None":
    """'By Thursday he was sitting up', 'is asleep', 'is beside me, snoring'."""
    lists = load_fate_lists()
    is_be = any(c.lemma_ == "be" and c.dep_ == "aux" for c in verb.children)
    if verb.tag_ == "VBG" and is_be and verb.lemma_ in lists.reviving:
        is_up = verb.lemma_ != "sit" or any(c.lower_ == "up" for c in verb.children)
        return doing(verb, people) if is_up else None
    if verb.lemma_ != "be" or is_negated(verb) or verb.pos_ != "AUX":
        return None
    state = child_of(verb, "acomp")
    near = object_after(verb, "beside", "with", "by")
    is_near = near is not None and near.lower_ in {"me", "us"}
    is_so = state is not None and state.lower_ in lists.thriving and not list(state.children)
    return subject_of(verb) if is_near or is_so else None


def _proved(noun: "Token", people: People) -> "Token | None":
    """'Proof of life of Odas', 'Odas was taken in May, and proof of life last came in August'."""
    life = object_after(noun, "of")
    if noun.lemma_ != "proof" or life is None or life.lower_ != "life":
        return None
    if noun.head.lemma_ not in load_fate_lists().proving or any(
        c.lower_ in {"no", "any"} for c in noun.children
    ):
        return None
    whom = object_after(life, "of", "from", "for") or object_after(noun, "from", "for")
    if whom is not None:
        return whom
    before = noun.doc[sentence_of(noun).start : noun.i]
    named = [people.head_of(t) for t in before if people.is_named(t)]
    return named[0] if len(set(named)) == 1 else None


def _voiced(noun: "Token", people: People) -> "Token | None":
    """'Heard his voice on the radio', 'recognised the voice of Odas'."""
    is_heard = noun.head.lemma_ in {"hear", "recognise", "recognize", "know"}
    if noun.lemma_ != "voice" or not is_heard or noun.dep_ not in {"dobj", "nsubjpass"}:
        return None
    return child_of(noun, "poss") or object_after(noun, "of")


SIGNS: tuple[Callable[["Token", People], "Token | None"], ...] = (
    _met, _rang, _heard, _shown, _told_of, lively, _proved, _voiced,
)  # fmt: skip

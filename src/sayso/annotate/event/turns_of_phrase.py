"""A trigger in, whether the words around it show that it tells of no such event, out.

'Hid death under the beds', 'no sign of the rebels', 'we apologise', 'warned them to stay away',
'left it to save lives', 'lives behind the church': each word tells an event elsewhere.
"""

from typing import TYPE_CHECKING

from sayso.annotate.event.triggers import Trigger
from sayso.annotate.fate.figures import (
    is_given_up_to_captors,
    is_out_of_contest,
    is_out_of_field,
    is_out_of_office,
)
from sayso.annotate.fate.words import load_fate_lists
from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.mentions import load_source_kinds
from sayso.annotate.misread_words import load_misread_words
from sayso.annotate.number.counts import load_counting_words
from sayso.annotate.parses import child_of, is_negated, is_passive, object_after, subject_of
from sayso.annotate.saying.cues import load_cues
from sayso.annotate.saying.stances import is_self

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEAD = frozenset({"dead", "body", "corpse"})


def is_turn_of_phrase(trigger: Trigger) -> bool:
    """Whether the word tells nothing of the kind in such company."""
    head = trigger.head
    if _is_unnamed(head) or is_only_a_tale(head):
        return True
    if trigger.type in {"injured", "killed"} and _is_calling(head):
        return True
    check = _CHECKS.get(trigger.type)
    return check is not None and check(head)


def _is_unnamed(head: "Token") -> bool:
    """'Asked not to be named', 'did not name that officer': nobody is named, or sent, or chosen."""
    if head.pos_ != "VERB" or head.lemma_ not in {"name", "identify"} or not is_negated(head):
        return False
    return head.lemma_ == "name" or (head.dep_ == "xcomp" and is_passive(head))


def is_only_a_tale(noun: "Token") -> bool:
    """'Wild claims about a raid', 'false rumours of an attack': who speaks of them so tells of none."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"about", "of"}:
        return False
    return is_tale(noun.head.head)


def is_tale(noun: "Token") -> bool:
    """'Wild claims', 'false rumours'."""
    words = load_misread_words()
    called = {c.lower_ for c in noun.children if c.dep_ == "amod"}
    return noun.lemma_.lower() in words.tales and bool(
        called & (words.wild | load_cues().falsehoods)
    )


def _is_calling(head: "Token") -> bool:
    """'Quoted a medic as saying': who heals or helps is no one hurt."""
    if head.pos_ != "NOUN" or child_of(head, "nummod") is not None:
        return False
    return load_source_kinds().get(head.lemma_.lower(), "document") in {"medic", "rescuer"}


def _is_spread(head: "Token") -> bool:
    """'Hid death under the beds', 'has seen so much death': nobody's, and no cause of it."""
    if head.lemma_ != "death" or head.tag_ != "NN" or head.dep_ != "dobj":
        return False
    return head.head.lemma_ not in load_misread_words().telling_death and not any(
        c.dep_ in {"det", "poss", "nummod", "prep", "compound"}
        and c.lower_ not in {"among", "under"}
        and not _is_of_place(c)
        for c in head.children
    )


def _is_of_place(prep: "Token") -> bool:
    return prep.dep_ == "prep" and prep.lower_ in load_grammar_words().where


def _is_spared(head: "Token") -> bool:
    return head.lemma_.lower() in load_misread_words().sparing


def _is_to_the_dead(head: "Token") -> bool:
    """'An insult to the dead', 'a prayer for the fallen': who is dead is killed by no word."""
    whom = object_after(head, "to", "for") if head.pos_ == "NOUN" else None
    return whom is not None and whom.lemma_.lower() in load_misread_words().the_dead


def _is_among_casualties(head: "Token") -> bool:
    """'Was among the casualties': dead or hurt, it does not say."""
    return head.lemma_ == "casualty" and head.dep_ == "pobj" and head.head.lower_ == "among"


def _is_sign(head: "Token") -> bool:
    """'There was no sign of the rebels': nothing was signed."""
    return head.pos_ == "NOUN" and head.lemma_.lower() == "sign"


def _is_search(head: "Token") -> bool:
    """'Searching for missing people': who looks for men inquires into nothing."""
    if head.lemma_ not in {"search", "look"}:
        return False
    after = next((c for c in head.children if c.lower_ == "for"), None)
    sought = child_of(after, "pobj", "pcomp") if after is not None else None
    if sought is None or sought.lower_ == "missing":
        return sought is not None  # "for missing people", which the parse may take for a verb
    is_person = sought.ent_type_ == "PERSON" or sought.lower_ in {"him", "her", "them"}
    return is_person or _is_people(sought)


def _is_people(noun: "Token") -> bool:
    groups = load_counting_words().groups
    return noun.lemma_.lower() in groups or any(c.lower_ == "missing" for c in noun.children)


def _is_hiding(head: "Token") -> bool:
    """'Hid in a cellar': nobody saw him go; who 'is in hiding' has gone."""
    is_state = head.dep_ in {"pobj", "pcomp"} and head.head.lower_ == "in"
    return head.lemma_.lower() in {"hide", "hiding"} and not is_state


def _is_lasting(head: "Token") -> bool:
    """'Lives behind the church', 'have seen that ring all my life': no sign that he is alive now."""
    if head.lemma_ == "live" and head.pos_ == "VERB":
        has_place = any(
            c.dep_ == "prep" and c.lower_ in load_grammar_words().where for c in head.children
        )
        return has_place or any(c.lower_ in {"here", "there", "nearby"} for c in head.children)
    is_seeing = head.lemma_ == "see" and not is_passive(head)
    seen = child_of(head, "dobj", "ccomp") if is_seeing else None
    return seen is not None and _is_thing(seen)


def _is_thing(noun: "Token") -> bool:
    if noun.pos_ != "NOUN" or noun.ent_type_ == "PERSON" or _is_people(noun):
        return False
    return noun.lemma_.lower() not in load_source_kinds()


def _is_seeking(head: "Token") -> bool:
    """'Were digging with spades', 'searched until dark': they are not who is found, and found nobody yet."""
    if head.lemma_ not in load_misread_words().seeking or head.pos_ != "VERB":
        return False
    is_found = is_passive(head) or child_of(head, "dobj", "prt") is not None  # "bones dug up there"
    return not is_found


def _is_regret(head: "Token") -> bool:
    """'We apologise to him': nobody is condemned."""
    return head.lemma_.lower() in {"apologise", "apologize", "regret", "apology"}


def _is_advice(head: "Token") -> bool:
    """'Warned residents to stay away': whom one tells to go, one does not threaten.

    A force or a man by name that is warned to leave, and whoever is to surrender, is.
    """
    to = child_of(head, "xcomp", "ccomp") if head.lemma_ == "warn" else None
    whom = child_of(head, "dobj") or (subject_of(to) if to is not None else None)
    if to is not None and _is_of_others(to):
        return True
    if to is None or whom is None or to.tag_ != "VB" or is_negated(to):
        return False
    return to.lemma_ != "surrender" and not _is_opponent(whom)


def _is_of_others(verb: "Token") -> bool:
    """'Warned that thousands could be forced out': what others may do or suffer is no threat."""
    marks = {c.lower_ for c in verb.children if c.dep_ in {"mark", "aux"}}
    may = marks & {"could", "may", "might"}
    subject = child_of(verb, "nsubj", "nsubjpass")
    return bool(may) and subject is not None and not is_self(verb)


def _is_opponent(whom: "Token") -> bool:
    """'The army', 'the garrison', 'Karim Odas', 'the Front'."""
    lemma = whom.lemma_.lower()
    is_force = load_source_kinds().get(lemma) in _OPPONENTS or lemma in load_misread_words().forces
    return is_force or whom.tag_ == "NNP" or whom.ent_type_ in {"PERSON", "ORG"}


_OPPONENTS = frozenset({"military", "rebel", "government"})


def _is_arranged(head: "Token") -> bool:
    """'Has led the defence of the valley', 'to strengthen its defences': an office or a work, and no fight."""
    is_defence = head.pos_ == "NOUN" and head.lemma_.lower() in {"defence", "defense"}
    is_done_to = head.dep_ in {"dobj", "nsubjpass"}
    return is_defence and is_done_to and head.head.lemma_ in load_misread_words().leading


def _is_of_dead(head: "Token") -> bool:
    """'Many of the dead had burns': what is found on the dead hurts nobody anew."""
    whose = subject_of(head.head) if head.dep_ == "dobj" and head.head.lemma_ == "have" else None
    of = object_after(whose, "of") if whose is not None else None
    return any(noun is not None and noun.lemma_.lower() in _DEAD for noun in (whose, of))


def is_on_arrival(trigger: Trigger) -> bool:
    """'Was in a clinic in Tolvesh with a broken jaw': where he lies, and not where it broke."""
    head = trigger.head
    with_ = head.head
    is_brought = head.pos_ == "NOUN" and head.dep_ == "pobj" and with_.lower_ == "with"
    over = with_.head
    while is_brought and over.pos_ not in {"VERB", "AUX"} and over.head != over:
        over = over.head
    return trigger.type == "injured" and is_brought and over.lemma_ in load_fate_lists().on_arrival


def _is_giving_in(head: "Token") -> bool:
    """'Gave himself up to drink': to nobody who could take him."""
    return head.lemma_ == "give" and not is_given_up_to_captors(head)


def _is_of_king(head: "Token") -> bool:
    """'The report was read at court': before the tsar, and nobody is tried."""
    is_bare = head.lemma_.lower() == "court" and not any(c.dep_ == "det" for c in head.children)
    return is_bare and head.dep_ == "pobj" and head.head.lower_ == "at"


_CHECKS = {
    "killed": lambda head: (
        _is_spared(head) or _is_to_the_dead(head) or _is_among_casualties(head) or is_out_of_contest(head)
    ),
    "died": lambda head: _is_spread(head) or is_out_of_office(head), "agreement": _is_sign, "investigation": _is_search,
    "fled": _is_hiding, "alive": lambda head: _is_lasting(head) or _is_seeking(head),
    "body_found": _is_seeking, "rescued": _is_seeking, "condemnation": _is_regret,
    "threat": _is_advice, "armed_clash": _is_arranged, "injured": _is_of_dead,
    "surrender": _is_giving_in, "displacement": is_out_of_field, "trial": _is_of_king,
}  # fmt: skip

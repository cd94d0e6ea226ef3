"""A trigger in, whether its word means something milder there than its type, out.

'Poses a threat to the dams', 'the action was taken at once', 'one sentence from the general',
'seized the floor': nobody threatens, fights, is tried or holds ground.
"""

from typing import TYPE_CHECKING

from sayso.annotate.event.frames import kinds_of, undergoer_of
from sayso.annotate.event.setting_words import load_setting_words
from sayso.annotate.misread_words import load_misread_words
from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.parses import child_of, is_infinitive, object_after, subject_of
from sayso.annotate.role.doers import doer_of
from sayso.annotate.role.words import load_role_words
from sayso.annotate.saying.speakers import RELATIVE, is_likely_speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.annotate.event.triggers import Trigger

_ABOUT = frozenset({"to", "of", "from", "against"})
_BEFORE = frozenset({"amod", "compound", "nmod"})


def is_milder(trigger: "Trigger") -> bool:
    check = _CHECKS.get(trigger.type)
    return check is not None and check(trigger.head)


def _is_danger(head: "Token") -> bool:
    """'A threat to the valley', 'the greater threat': a danger, which nobody uttered."""
    if head.lemma_.lower() != "threat" or head.pos_ != "NOUN":
        return False
    words = load_misread_words()
    beside = {c.lemma_.lower() for c in head.children if c.dep_ in _BEFORE}
    if beside & words.threatening_with or any(c.dep_ in {"acl", "ccomp"} for c in head.children):
        return False  # "death threats", "his threat to shell the town"
    if _governor(head).lemma_.lower() in words.uttering:
        return False
    is_of_something = any(c.dep_ == "prep" and c.lower_ in _ABOUT for c in head.children)
    is_of_nobody = head.tag_ == "NN" and child_of(head, "poss") is None and head.dep_ != "oprd"
    return is_of_something or is_of_nobody or bool(beside & words.endangering)


def _governor(noun: "Token") -> "Token":
    """The verb over a noun, also 'received dozens of threats', 'the threat was repeated'."""
    word = noun
    while word.head != word and word.pos_ not in {"VERB", "AUX"}:
        word = word.head
    return word


def _is_dealing_with(head: "Token") -> bool:
    """'We deal with the facts': nobody agrees with anybody."""
    return head.lemma_ == "deal" and head.pos_ == "VERB"


def _is_of_no_court(head: "Token") -> bool:
    """'In one sentence', 'a sentence from the general', 'the film is an indictment of war'."""
    lemma = head.lemma_.lower()
    if head.pos_ not in {"NOUN", "PROPN"}:
        return False
    if lemma == "indictment":
        return head.dep_ == "attr" and any(c.lower_ in {"a", "an"} for c in head.children)
    if lemma != "sentence":
        return False
    words = load_misread_words()
    near = {t.lemma_.lower() for t in (*head.subtree, _governor(head), *_governor(head).children)}
    return not near & words.of_court


def _is_measure(head: "Token") -> bool:
    """'The action was taken at once', 'legal action', 'a course of action': no fight."""
    if head.lemma_.lower() != "action" or head.pos_ != "NOUN":
        return False
    words = load_misread_words()
    beside = {c.lemma_.lower() for c in head.children if c.dep_ in _BEFORE}
    if beside & words.of_war:
        return False
    is_taken = head.dep_ in {"dobj", "nsubjpass"} and head.head.lemma_ == "take"
    is_course = head.dep_ == "pobj" and head.head.head.lemma_.lower() in {"course", "plan", "call"}
    return is_taken or is_course or bool(beside & words.of_peaceful_action)


def _goes_on_otherwise(head: "Token") -> bool:
    """'Protests continue', 'fighting on the side of the army'."""
    if head.pos_ != "VERB":
        return False
    subject = subject_of(head)
    is_protest = subject is not None and subject.lemma_.lower() in load_misread_words().protests
    on = next((c for c in head.children if c.lower_ == "on" and c.i == head.i + 1), None)
    is_on_something = on is not None and child_of(on, "pobj") is not None
    return (head.lemma_ in {"continue", "resume"} and is_protest) or (
        head.lemma_ == "fight" and is_on_something
    )


def _is_step(head: "Token") -> bool:
    """'The army's move was criticised', 'brought the move forward': it went nowhere."""
    is_move = head.lemma_.lower() == "move" and head.pos_ == "NOUN"
    return is_move and not any(c.dep_ == "prep" and c.lower_ in _WAYS for c in head.children)


_WAYS = frozenset("into to toward towards on onto against from out across through into up".split())


def _holds_no_ground(head: "Token") -> bool:
    """'Seized the floor', 'took the lead': of a debate and of a race."""
    held = undergoer_of(head) if head.pos_ == "VERB" else None
    return held is not None and held.lemma_.lower() in load_misread_words().seized_in_words


def _only_says_who(head: "Token") -> bool:
    """'An exiled cleric condemned it', 'lives among refugees': that they once left is not what is
    told; a number is."""
    if head.pos_ == "NOUN" and head.lemma_.lower() in load_misread_words().who_left:
        is_part = head.dep_ == "pobj" and head.head.lower_ == "of"  # "thousands of refugees"
        return not is_part and not any(c.dep_ in {"nummod", "quantmod"} for c in head.children)
    noun = head.head
    is_before = head.dep_ == "amod" and noun.i > head.i
    return is_before and not any(c.dep_ in {"nummod", "quantmod"} for c in noun.children)


def _is_of_a_ruin(head: "Token") -> bool:
    """'The remains of a pharmacy': no body."""
    of = object_after(head, "of") if head.pos_ == "NOUN" else None
    return of is not None and bool(kinds_of(of) & _BUILT) and "people" not in kinds_of(of)


_BUILT = frozenset({"building", "place", "vehicle", "craft", "shell", "bomb", "thing"})


def _is_graveyard(head: "Token") -> bool:
    """'Clashes in the cemetery': nobody is laid to rest."""
    return head.lemma_.lower() in load_misread_words().graveyards


def _is_opinion(head: "Token") -> bool:
    """'Is seen as the likely winner', 'is widely seen to be weak'."""
    if head.lemma_ != "see" or head.pos_ != "VERB":
        return False
    is_as = any(c.dep_ == "prep" and c.lower_ == "as" for c in head.children)
    being = child_of(head, "xcomp", "oprd")
    return is_as or (being is not None and being.lemma_ in {"be", "have"})


def _is_at_home(head: "Token") -> bool:
    """'250,000 still live in the town': where they live, and not that they were thought dead."""
    if head.lemma_ == "survive":  # "struggle to survive"
        return head.dep_ == "xcomp" and head.head.lemma_ in load_misread_words().struggling
    is_there = any(c.dep_ == "prep" and c.lower_ in _WHERE for c in head.children)
    return head.lemma_ == "live" and head.pos_ == "VERB" and (is_there or head.tag_ in _NOW)


_NOW = frozenset({"VBP", "VBZ"})
_WHERE = frozenset(
    {"in", "at", "on", "near", "under", "among", "with", "inside", "outside", "around"}
)


def _is_at_liberty(head: "Token") -> bool:
    """'Wins that free her to speak as the leader', 'feel free to write': nobody was held."""
    if head.lemma_ != "free" or not any(
        c.dep_ in {"xcomp", "advcl", "ccomp"} and is_infinitive(c) for c in head.children
    ):
        return False
    if head.pos_ != "VERB":
        return head.head.lemma_ in {"be", "feel", "remain"}
    doer = doer_of(head)
    if doer is not None and doer.lower_ in RELATIVE and head.dep_ == "relcl":
        doer = head.head
    return doer is not None and doer.pos_ == "NOUN" and not is_likely_speaker(doer)


def _is_filmed(head: "Token") -> bool:
    """'Captured on camera', 'a moment captured by a phone': nobody was taken."""
    filming = load_misread_words().filming
    doer = child_of(head, "nsubj") if head.pos_ == "VERB" else None
    agent = child_of(head, "agent")
    by = (doer, object_after(head, "on", "in", "by"), child_of(agent, "pobj") if agent else None)
    return any(thing is not None and thing.lemma_.lower() in filming for thing in by)


def _is_taken_for(head: "Token") -> bool:
    """'Mistakenly identified the farmers as fighters': nobody is known by it."""
    wrongly = {"mistakenly", "wrongly", "falsely", "erroneously", "incorrectly"}
    return head.pos_ == "VERB" and any(c.lower_ in wrongly for c in head.children)


def _is_of_fighting(head: "Token") -> bool:
    """'Destroyed six fighting positions', 'men of fighting age': what is for it, and no fight."""
    over = head.head
    is_before = head.dep_ in {"amod", "compound", "nmod"} and over.i == head.i + 1
    return (
        is_before
        and head.lower_ == "fighting"
        and over.lemma_.lower() in load_misread_words().for_fighting
    )


def _is_marching_off(head: "Token") -> bool:
    """'Watched the men march away': they left, and demanded nothing by it."""
    away = {"away", "off", "back", "home", "out", "past"}
    return head.lemma_ == "march" and any(c.lower_ in away for c in head.children)


def _is_speech(head: "Token") -> bool:
    """'Watch his talk': one man speaks; 'talks' are held."""
    is_one = head.lower_ == "talk" and head.tag_ == "NN"
    return is_one and child_of(head, "poss") is not None


def _is_bringing_down(head: "Token") -> bool:
    """'The world is trying to bring him down', 'brought the government down': nobody flies."""
    what = subject_of(head) if head.lemma_ in {"fall", "land", "drop"} else None
    if what is not None and what.lemma_.lower() in load_role_words().thrown:
        return True  # "barrels of gas fell near the wreck"
    fallen = child_of(head, "dobj", "nsubjpass") if head.lemma_ in {"bring", "take"} else None
    if fallen is None:
        return False
    is_body = fallen.lemma_.lower() in load_naming_words().groups
    is_named = fallen.ent_type_ in {"ORG", "NORP", "GPE", "PERSON"}
    return is_body or is_named or fallen.lower_ in {"him", "her", "us", "me", "them"}


def _is_own_survival(head: "Token") -> bool:
    """'They look to their own survival': nobody asked whether they live."""
    return head.lemma_ == "survival" and any(c.lower_ == "own" for c in head.children)


def _is_caught_out(head: "Token") -> bool:
    """'Caught off guard', 'caught by surprise', 'with their pants down': nobody is held."""
    below = {t.lower_ for t in head.subtree if t.i > head.i}
    return head.lemma_ == "catch" and bool(below & load_misread_words().off_guard)


def _is_term(head: "Token") -> bool:
    """'Faces two years in prison': he may be held, and is not yet."""
    term = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "in" else head
    is_term = term.lemma_.lower() in {"year", "month", "decade", "life"}
    return is_term and term.dep_ == "dobj" and term.head.lemma_ in {"face", "risk", "carry"}


def _is_forced_otherwise(head: "Token") -> bool:
    """'Was forced to eject', 'to land', 'to apologise': nobody is driven from his home."""
    done = child_of(head, "xcomp") if head.lemma_ == "force" else None
    going = load_setting_words().gone | {
        "evacuate",
        "abandon",
        "migrate",
        "resettle",
        "shelter",
        "camp",
    }
    return done is not None and is_infinitive(done) and done.lemma_ not in going


_CHECKS = {
    "detained": _is_term,
    "displacement": _is_forced_otherwise,
    "arrest": _is_caught_out,
    "aircraft_downed": _is_bringing_down,
    "negotiation": _is_speech,
    "protest": _is_marching_off,
    "identified": _is_taken_for,
    "captured": _is_filmed,
    "released": _is_at_liberty,
    "threat": _is_danger,
    "agreement": _is_dealing_with,
    "trial": _is_of_no_court,
    "armed_clash": lambda head: _is_measure(head) or _is_of_fighting(head),
    "fighting_continues": _goes_on_otherwise,
    "advance": _is_step,
    "deployment": _is_step,
    "withdrawal": _is_step,
    "territory_control": _holds_no_ground,
    "fled": _only_says_who,
    "alive": lambda head: _is_opinion(head) or _is_at_home(head) or _is_own_survival(head),
    "body_found": _is_of_a_ruin,
    "buried": _is_graveyard,
}

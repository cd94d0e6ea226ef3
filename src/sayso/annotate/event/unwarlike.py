"""A trigger in, whether nature, an alarm, a meeting or a saviour is what it tells of, out.

'A quake shook the town', 'a bomb hoax', 'the hearing continues', 'the players rallied behind him':
no blast, no bomb, no fighting and no protest.
"""

from typing import TYPE_CHECKING

from sayso.annotate.event.figure_words import load_figure_words
from sayso.annotate.event.frames import doer_meant, kinds_of, undergoer_of
from sayso.annotate.event.triggers import Trigger
from sayso.annotate.parses import child_of, object_after, subject_of
from sayso.event_types import load_event_types

if TYPE_CHECKING:
    from spacy.tokens import Token

_TAKEN = frozenset({"arrest", "captured", "detained", "abducted"})
_ALONE = frozenset({"he", "she", "i", "him", "her", "me"})
_FOUGHT = frozenset({"people", "force", "place", "building", "arms"})
_LIFTING = frozenset({"pick", "pull", "haul", "lift", "fish", "pluck"})


def is_unwarlike(trigger: Trigger) -> bool:
    """Whether there is none of the kind in such company."""
    head = trigger.head
    if load_event_types()[trigger.type].family == "attack" and (
        _is_alarm(head) or (trigger.type != "property_damage" and _is_of_nature(head))
    ):
        return True
    if trigger.type in _TAKEN and (_does_nature(head) or is_saved(head)):
        return True
    check = _CHECKS.get(trigger.type)
    return check is not None and check(head)


def is_saved(head: "Token") -> bool:
    """'Fishermen picked him up': they arrested nobody."""
    doer = doer_meant(head) if head.pos_ == "VERB" and head.lemma_ in _LIFTING else None
    return doer is not None and doer.lemma_.lower() in load_figure_words().saviours


def _is_of_nature(head: "Token") -> bool:
    """'An avalanche', 'the River Onna burst its banks', 'a magnitude 6 quake shook the town'."""
    is_one = head.pos_ in {"NOUN", "PROPN"} and head.lemma_.lower() in load_figure_words().natural
    return is_one or _does_nature(head)


def _does_nature(head: "Token") -> bool:
    """By its word or the first word of its name."""
    if head.pos_ not in {"VERB", "AUX"}:
        return False
    doers = [doer_meant(head), *(c for c in head.children if c.dep_ == "nsubj")]
    natural = load_figure_words().natural
    return any(
        t.lemma_.lower() in natural
        for doer in doers
        if doer is not None
        for t in (doer, *(c for c in doer.children if c.dep_ == "compound"))
    )


def _is_alarm(head: "Token") -> bool:
    """'A bomb hoax', 'the fire engine', 'an attack ad'."""
    over = head.head
    return (
        head.dep_ in {"compound", "amod", "nmod"}
        and over.i == head.i + 1
        and over.lemma_.lower() in load_figure_words().alarms
    )


def _is_going_on_in_peace(head: "Token") -> bool:
    """'The hearing continues', 'impossible for him to continue', 'keep a timetable'."""
    if head.pos_ != "VERB":
        return False
    subject = subject_of(head)
    if subject is not None and subject.lemma_.lower() in load_figure_words().sittings:
        return True
    is_bare = child_of(head, "dobj", "xcomp", "prt") is None
    if head.lemma_ == "keep":
        return is_bare or undergoer_of(head) is not None
    return (
        head.lemma_ == "continue"
        and is_bare
        and subject is not None
        and (subject.lower_ in _ALONE or subject.ent_type_ == "PERSON")
    )


def _is_backing(head: "Token") -> bool:
    """'Rallied behind him', 'rallied to his defence', 'the exchange rallied': nobody marched."""
    if head.lemma_ != "rally" or head.pos_ != "VERB":
        return False
    behind = object_after(head, "behind", "around", "round", "to")
    subject, words = subject_of(head), load_figure_words()
    lemma = subject.lemma_.lower() if subject is not None else ""
    return behind is not None or lemma in words.traded | words.untouchable


def _is_out_of_office(head: "Token") -> bool:
    """'Drive them out of public life', 'forced out of business': nobody leaves home."""
    out = next((c for c in head.children if c.lower_ in {"out", "from"} and c.dep_ == "prep"), None)
    left = (object_after(out, "of") or child_of(out, "pobj")) if out is not None else None
    left = left or object_after(head, "of")
    return left is not None and left.lemma_.lower() in load_figure_words().pursuits


def _is_of_claims(head: "Token") -> bool:
    """'Dismissed the findings': no one lost his post."""
    what = undergoer_of(head) if head.pos_ == "VERB" else None
    if what is None or what.pos_ != "NOUN" or "people" in kinds_of(what):
        return False
    lemma = what.lemma_.lower()
    return lemma in load_figure_words().untouchable and lemma not in {"chair", "seat"}


def _is_loss_of_all(head: "Token") -> bool:
    """'Lost everything in the crash': nobody died of it."""
    lost = undergoer_of(head) if head.lemma_ == "lose" else None
    return lost is not None and lost.lower_ in {
        "everything",
        "nothing",
        "it",
        "all",
        "much",
        "more",
    }


def _is_no_letting_go(head: "Token") -> bool:
    """'Let the women visit': they were let go nowhere."""
    if head.lemma_ != "let" or head.pos_ != "VERB":
        return False
    near = {c.lower_ for c in head.children if c.i > head.i}
    return not near & load_figure_words().going_free


def _is_no_seizure(head: "Token") -> bool:
    """'Took it for an omen', 'took it to be a seal', 'took the flag down': no ground is taken."""
    if head.lemma_ != "take" or head.pos_ != "VERB":
        return False
    is_taken_for = object_after(head, "for") is not None and child_of(head, "dobj") is not None
    is_guess = any(c.dep_ in {"xcomp", "ccomp"} and c.lemma_ == "be" for c in head.children)
    return is_taken_for or is_guess or any(c.lower_ == "down" for c in head.children)


def _is_no_cutting_off(head: "Token") -> bool:
    """'Had nothing to cut it with': a town is cut off, or its roads are."""
    if head.lemma_ != "cut" or head.pos_ != "VERB":
        return False
    what = undergoer_of(head)
    is_off = any(c.lower_ in {"off", "away"} for c in head.children)
    return not is_off and (what is None or what.pos_ == "PRON")


def _opens_no_fire(head: "Token") -> bool:
    """'Whether to open', 'opened the door': what is opened in a fight is fire, or a front."""
    if head.lemma_ != "open" or head.pos_ != "VERB" or any(c.lower_ == "up" for c in head.children):
        return False
    opened = load_figure_words().opened
    after = head.doc[head.i + 1 : head.i + 4]  # "opened fire", whatever the parse made of it
    what = child_of(head, "nsubjpass")
    return not any(t is not None and t.lemma_.lower() in opened for t in (what, *after))


def _is_won_by_votes(head: "Token") -> bool:
    """'Declared her the winner with 51 percent of the vote': a victory of no army."""
    words = load_figure_words()
    lemmas = {t.lemma_.lower() for t in head.doc}
    return len(lemmas & words.polls) > 1 and not lemmas & words.of_arms


def _is_fought_in_words(head: "Token") -> bool:
    """'Unions will fight the cuts', 'we will not fight over gravel', 'stormed ahead in the polls'."""
    if head.pos_ != "VERB":
        return False
    if head.lemma_ == "storm":
        return any(c.lower_ in {"ahead", "out", "off", "away", "past"} for c in head.children)
    if head.lemma_ not in {"fight", "battle", "resist", "oppose"}:
        return False
    words = load_figure_words()
    doer, what = doer_meant(head), undergoer_of(head) or object_after(head, "over")
    is_of_words = doer is not None and doer.lemma_.lower() in words.critics
    if what is None or what.pos_ != "NOUN":
        return is_of_words and (what is None or what.tag_ == "WDT")
    return not kinds_of(what) & _FOUGHT and (
        is_of_words or what.lemma_.lower() in words.untouchable or "thing" in kinds_of(what)
    )


def _is_blow_or_cut(head: "Token") -> bool:
    """'Dealt a blow to the cabinet', 'a supporter of the cuts'."""
    return head.pos_ == "NOUN" and head.lemma_.lower() in {"blow", "cut", "setback"}


def _is_getting_about(head: "Token") -> bool:
    """'Was getting off a bus': the hurt are told by another word."""
    return head.lemma_ == "get"


def _is_caught_between(head: "Token") -> bool:
    """'Caught between the two', 'caught up in it', 'caught in the rain': no one has caught him."""
    after = head.nbor(1).lower_ if head.i + 1 < len(head.doc) else ""
    return head.lemma_ == "catch" and after in {"between", "up", "in", "off"}


_CHECKS = {
    "killed": lambda head: (
        _is_loss_of_all(head) or _is_blow_or_cut(head) or _is_getting_about(head)
    ),
    "injured": _is_getting_about,
    "bombing": _is_blow_or_cut,
    "captured": _is_caught_between,
    "arrest": _is_caught_between,
    "released": _is_no_letting_go,
    "territory_control": _is_no_seizure,
    "siege": _is_no_cutting_off,
    "armed_clash": lambda head: _opens_no_fire(head) or _is_fought_in_words(head),
    "victory_claim": _is_won_by_votes,
    "fighting_continues": _is_going_on_in_peace,
    "protest": _is_backing,
    "displacement": _is_out_of_office,
    "appointment": _is_of_claims,
}

"""A trigger in, whether its word asks for company that is not there, or has some that tells of other things.

"Left 700 families without a roof" kills nobody; "two men were seen leaving" tells of no one missed.
"""

from typing import TYPE_CHECKING

from sayso.annotate.event.frames import kinds_of, undergoer_of
from sayso.annotate.misread_words import load_misread_words
from sayso.annotate.parses import child_of, is_passive, object_after
from sayso.annotate.role.doers import doer_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.annotate.event.triggers import Trigger

_DEFINITE = frozenset("the this that these those his her their its my our".split())


def lacks_company(trigger: "Trigger") -> bool:
    check = _CHECKS.get(trigger.type)
    return check is not None and check(trigger.head)


def _kills_nobody(verb: "Token") -> bool:
    """'Left 700 families without a roof', 'took out 94 wounded'."""
    if verb.lemma_ == "leave":
        return object_after(verb, "without") is not None
    taken = undergoer_of(verb) if verb.lemma_ == "take" else None
    is_wounded = taken is not None and taken.lemma_.lower() in _WOUNDED
    return is_wounded or (taken is not None and any(c.lower_ in _WOUNDED for c in taken.children))


_WOUNDED = frozenset("wounded injured sick".split())


def _is_glimpse(verb: "Token") -> bool:
    """'Two men were seen fleeing': of nobody in particular, whom nobody missed."""
    if verb.lemma_ != "see" or verb.pos_ != "VERB" or not is_passive(verb):
        return False
    seen = child_of(verb, "nsubjpass")
    doing = child_of(verb, "xcomp")
    if seen is None or doing is None or doing.tag_ != "VBG" or seen.pos_ != "NOUN":
        return False
    return not any(c.lower_ in _DEFINITE or c.dep_ == "poss" for c in seen.children)


def _is_led_march(verb: "Token") -> bool:
    """'The captives were marched for nights': by others, and for no cause of theirs."""
    return verb.lemma_ == "march" and verb.pos_ == "VERB" and is_passive(verb)


def _is_homeward(verb: "Token") -> bool:
    """'Was shot as he drove home': who drives himself is driven out by nobody."""
    is_drive = verb.lemma_ == "drive" and verb.pos_ == "VERB" and not is_passive(verb)
    return is_drive and undergoer_of(verb) is None and verb.dep_ not in {"acl", "relcl"}


def _is_own_accord(noun: "Token") -> bool:
    """'Left of its own accord': nobody agreed with anybody."""
    return noun.lemma_.lower() == "accord" and any(c.lower_ == "own" for c in noun.children)


def _is_going_out(verb: "Token") -> bool:
    """'Shot as he left a bakery', 'asked them to sit down and not leave': no force gives up ground."""
    doer = doer_of(verb) if verb.lemma_ == "leave" else None
    if doer is None or "force" in kinds_of(doer) or doer.pos_ == "PRON":
        return False
    left = child_of(verb, "dobj")
    is_one = doer.ent_type_ == "PERSON" or doer.pos_ == "PROPN"
    if is_one:  # a commander who leaves a town takes his army with him
        return left is not None and left.lemma_.lower() in load_misread_words().premises
    return doer.pos_ == "NOUN" and "civil" in kinds_of(doer)


def _is_way_home(verb: "Token") -> bool:
    """'Eight women returning from the market', 'sheltered the fugitives': nobody flees by that."""
    lemma = verb.lemma_.lower()
    if lemma in {"travel", "return", "commute"}:
        return verb.pos_ == "VERB"
    return lemma == "shelter" and child_of(verb, "dobj") is not None


def _is_give_or_take(verb: "Token") -> bool:
    """'Fifteen lorries, give or take two'."""
    return verb.lemma_ == "take" and verb.dep_ == "conj" and verb.head.lemma_ == "give"


def _is_attempt(noun: "Token") -> bool:
    """'The third try on his life': before no court."""
    return noun.lemma_.lower() == "try" and noun.pos_ == "NOUN"


def _is_manner(verb: "Token") -> bool:
    """'Was treated correctly', 'treated them like guests': in no hospital."""
    if verb.lemma_ != "treat" or any(c.lower_ in {"for", "at", "in"} for c in verb.children):
        return False
    return any(c.lower_ in _MANNERS for c in verb.children)


_MANNERS = frozenset(
    "well badly correctly fairly unfairly kindly properly humanely decently equally harshly cruelly "
    "roughly differently like as".split()
)


def _is_coming_in(verb: "Token") -> bool:
    """'The inspectors never entered the country': who has no arms holds nothing by that."""
    doer = doer_of(verb) if verb.lemma_ == "enter" else None
    return doer is not None and doer.pos_ == "NOUN" and "civil" in kinds_of(doer)


def _is_found_living(verb: "Token") -> bool:
    """'Was found hiding in a tank', 'found safe'."""
    as_what = child_of(verb, "xcomp", "ccomp", "oprd", "acomp", "advcl")
    is_find = verb.lemma_ in {"find", "discover"} and verb.pos_ == "VERB"
    return is_find and as_what is not None and as_what.lemma_.lower() in _LIVING


_LIVING = frozenset(
    "hide live work sleep wander walk alive safe unharmed unhurt well asleep barricade".split()
)


def _is_trade_name(noun: "Token") -> bool:
    """'Aid workers', 'a relief agency': what they do, and none that came."""
    over = noun.head
    is_before = noun.dep_ in {"compound", "amod", "nmod"} and over.i > noun.i
    return is_before and bool(kinds_of(over) & {"people", "force"})


def _is_lapse(verb: "Token") -> bool:
    """'The deadline expired': nobody's life."""
    doer = doer_of(verb) if verb.lemma_ in {"expire", "lapse"} else None
    return doer is not None and doer.lemma_.lower() in _TERMS


_TERMS = frozenset(
    "deadline mandate term truce ceasefire ultimatum permit licence license visa contract lease "
    "agreement deal treaty warrant offer pause moratorium".split()
)
_CHECKS = {
    "killed": _kills_nobody, "alive": _is_glimpse, "protest": _is_led_march,
    "displacement": _is_homeward, "agreement": _is_own_accord, "withdrawal": _is_going_out,
    "hospitalised": _is_manner, "territory_control": _is_coming_in, "body_found": _is_found_living,
    "aid": _is_trade_name, "died": _is_lapse, "trial": _is_attempt, "fled": _is_way_home, "captured": _is_give_or_take,
}  # fmt: skip

"""A verb in, the types of event out that whom or what it is done to, or does it, rules out.

"Recovered" tells of bodies and of banknotes, "held" of towns, of men and of six kilos of powder; the
encoder knows the verb by its company at large, the undergoer says what can have befallen it.
"""

from typing import TYPE_CHECKING

from sayso.annotate.event.frames import kinds_of, undergoer_of
from sayso.annotate.parses import child_of, is_passive
from sayso.annotate.role.doers import doer_of

if TYPE_CHECKING:
    from spacy.tokens import Token

# What may be told of things, where a verb was taken to tell what becomes of people.
OF_THINGS = frozenset({"weapons_seized", "property_damage", "aid"})
_ALIVE = frozenset({"people", "force", "body", "limb", "contact"})
_INERT = frozenset(
    "thing beast supply arms drug account bill idea talk flag shell bomb gathering".split()
)
_BUILT = frozenset({"building", "vehicle", "craft", "drone"})
# Fates that no house or ship has; it may be held, freed and missed.
_OF_FLESH = frozenset(
    "killed died injured hospitalised executed tortured arrest body_found".split()
)
_BARE = _OF_FLESH | {"territory_control"}  # "the money changed hands"
_OF_PEOPLE = _OF_FLESH | frozenset(
    "captured detained abducted disappeared missing released exchanged identified buried alive "
    "displacement evacuation".split()
)
_OF_GROUND = frozenset("thing beast supply drug account bill idea talk gathering".split())
_MOVES = frozenset("advance withdrawal deployment fled surrender displacement".split())
_TAKING = frozenset("take hold seize keep grab capture".split())
_HELD = _BUILT | {"place", "arms"}  # "the palace" speaks, and is held
_AT_HAND = frozenset("thing beast vehicle craft building arms drug illness gathering".split())
_WHO_DOES = ("er", "or", "ist", "ant", "ian", "ee", "man", "woman")
_FLYING = frozenset({"craft", "drone", "shell"})
_NO_FIGHT = frozenset("people vehicle craft thing beast supply trade".split())
_THROWN = frozenset({"shell", "bomb", "fire", "talk"})
_WHOM = frozenset({"him", "her", "me", "us", "he", "she", "i", "we", "who", "whom"})
_NAMED = frozenset({"PERSON", "GPE", "LOC", "FAC", "ORG", "NORP"})  # "Wadi al-Tin" is no tin


def ruled_out(verb: "Token") -> frozenset[str]:
    """Types of which no event is told by this verb of such an undergoer, or of such a doer."""
    if verb.pos_ not in {"VERB", "AUX"}:
        return frozenset()
    undergoer = undergoer_of(verb) or child_of(verb, "dative")
    found: set[str] = set()
    if verb.lemma_ == "fire" and (undergoer is None or kinds_of(undergoer) & {"shell", "arms"}):
        found.add("appointment")  # "fired first", "fired two rockets"
    if undergoer is None:
        doer = doer_of(verb) if not is_passive(verb) else None
        kinds = kinds_of(doer) if doer is not None else frozenset()
        found |= _moves(kinds) | (_BARE if _is_inert(doer, _OF_GROUND) else frozenset())
        if verb.lemma_ == "fall" and doer is not None and not _is_ground(doer):
            found.add("territory_control")  # "suspicion fell on him", "the pylon fell"
        return frozenset(found)
    if _is_inert(undergoer, _INERT):
        found |= _OF_PEOPLE
    elif _is_inert(undergoer, _INERT | _BUILT):
        found |= _OF_FLESH
    if _is_inert(undergoer, _OF_GROUND):
        found |= {"territory_control", "withdrawal", "appointment"}
        found |= {"agreement"} if verb.lemma_ in {"settle", "sign"} else set()
        found |= {"armed_clash"} if verb.lemma_ == "open" else set()  # "opened a file on it"
    kinds = kinds_of(undergoer)
    if kinds & _BUILT and not kinds & _FLYING:
        found.add("aircraft_downed")  # "brought down the bridge"
    if undergoer.pos_ == "NOUN" and kinds & _NO_FIGHT and not kinds & {"pact", "fire"}:
        found.add("ceasefire")  # "halted two vans"
    if _is_unknown(undergoer):
        found |= {"identified"} if verb.lemma_ == "confirm" else set()  # "confirmed two impacts"
        found |= {"body_found"} if _is_found_whole(verb) else set()
    if verb.lemma_ in {"recognise", "recognize", "match"}:
        found -= {"identified"}  # "recognised her son's belt"
    if verb.lemma_ in _TAKING and _is_somebody(undergoer):
        found.add("territory_control")
    if undergoer.head.dep_ == "conj" and undergoer.head.head == verb:
        found -= _MOVES  # "withdrew and left their goats behind": it is none of the first verb
    return frozenset(found)


def _is_ground(noun: "Token") -> bool:
    """What falls into hands: a place, a fort, who holds it, what has a name."""
    kinds = kinds_of(noun)
    if noun.pos_ != "NOUN" or "place" in kinds:
        return True
    is_to = any(c.lower_ in {"to", "into"} for c in noun.head.children)
    return "building" in kinds and is_to


def _is_unknown(noun: "Token") -> bool:
    """'Two impacts', 'a sign': by its word nobody, and no body."""
    lemma = noun.lemma_.lower()
    if noun.pos_ != "NOUN" or noun.ent_type_ or lemma.endswith(_WHO_DOES) or lemma == "none":
        return False
    return not kinds_of(noun)


def _is_found_whole(verb: "Token") -> bool:
    """'Found a clue'; 'found nine pensioners dead' tells of bodies, whoever they were."""
    if verb.lemma_ not in {"find", "discover", "recover"}:
        return False
    return not any(c.dep_ in {"oprd", "acomp", "ccomp", "xcomp", "acl"} for c in verb.subtree)


def is_thing_at_hand(word: "Token") -> bool:
    """'A motorcycle', 'a culvert', 'the elderly': what takes part in an event, and tells none."""
    if word.pos_ == "ADJ":
        return bool(kinds_of(word) & {"people", "illness"})
    kinds = kinds_of(word) if word.pos_ == "NOUN" else frozenset()
    is_given = any(c.dep_ in {"det", "poss", "nummod"} for c in word.children)  # no "in camp"
    return bool(kinds & _AT_HAND) or ("place" in kinds and is_given)


def _moves(kinds: frozenset[str]) -> frozenset[str]:
    """'A shell landed', 'the bomb left a crater': no force moves."""
    return _MOVES if kinds & _THROWN and not kinds & _ALIVE else frozenset()


def _is_inert(noun: "Token | None", kinds: frozenset[str]) -> bool:
    """'Casings', 'goats and a dog'; of 'a farmer and his mules', the farmer lives."""
    return noun is not None and all(_is_of(one, kinds) for one in (noun, *noun.conjuncts))


def _is_of(noun: "Token", kinds: frozenset[str]) -> bool:
    own = kinds_of(noun)
    if noun.pos_ == "PROPN" and noun.ent_type_ in _NAMED and "arms" not in own:
        return False
    return bool(own & kinds) and not own & (_ALIVE | (_BUILT - kinds))


def _is_somebody(noun: "Token") -> bool:
    """People, by a noun or a pronoun that means no thing; an army is what a place is taken from."""
    if noun.pos_ == "PRON":
        return noun.lower_ in _WHOM
    kinds = kinds_of(noun)
    return noun.pos_ == "NOUN" and "civil" in kinds and not kinds & _HELD

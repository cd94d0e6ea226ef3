"""The rules' triggers and the encoder's in, the words that tell an event out.

The rules know the words of the table of types; the encoder knows words by their company, and
when a word tells once more what has been told.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.event.attack_kinds import is_dealt_with_arms
from sayso.annotate.event.dealt_with import is_dealt_with
from sayso.annotate.event.frames import armed_types
from sayso.annotate.event.likelihoods import FULL, calm_of, density_of, is_in_earnest, is_likely
from sayso.annotate.event.modality import THINGS, is_only_sensed, modality_of, settled_modality
from sayso.annotate.event.modality_lists import load_modality_lists
from sayso.annotate.event.not_done import undone_modality
from sayso.annotate.event.outlooks import is_told_past
from sayso.annotate.event.plain_modality import plain_modality
from sayso.annotate.event.told import Told
from sayso.annotate.event.triggers import Trigger, carrier_of
from sayso.annotate.event.type_choices import Choice, likeliest, own_types, tells
from sayso.annotate.event.undergoers import is_thing_at_hand
from sayso.annotate.event.violent_deaths import settle_deaths
from sayso.annotate.misread_words import load_misread_words
from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.parses import child_of, subject_of
from sayso.annotate.role.words import load_role_words
from sayso.annotate.saying.answerable import is_share
from sayso.annotate.saying.questions import is_asked_if
from sayso.event_types import load_event_types, load_words
from sayso.types import Modality

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Shares of the encoder, chosen on a third of the kept half of our gold and on the kept part of the
# events marked in the sets' own texts (bench/events.py): real reports want them higher than ours.
KNOWN, KNOWN_TYPE = 0.5, 0.6  # from which a word that may tell such an event does, and which
FRAMED, PHRASED = 0.4, 0.2  # from which a word in a frame does (annotate/event/frames.py)
NEW, NEW_TYPE = 0.6, 0.7  # the same for a word that no table has
# And in a text that tells of little violence, or of the types that the encoder takes for all else.
NEW_IN_PEACE = 0.9
# In whole reports six of seven words that no table has told no event (90 words of 63 reports, read by hand):
SHORT = 250  # words, up to which a text is a passage that somebody chose, where they may
_LOOSE = frozenset({"property_damage", "territory_control", "bombing"})
KEPT, KEPT_PHRASE = 0.4, 0.05  # below which a word of the rules tells none; and several words
KEPT_PLAIN = 0.15  # and a verb that has one meaning
AGAIN = 0.6  # from which a word only tells an event again
TYPE, MODALITY = 0.9, 0.7  # from which the encoder's word goes before the rules'
OWN_TYPE = 0.5  # and of a type that the word may tell as well: "died" in a raid is killed
_LIMBS = frozenset({"hand", "foot", "arm", "leg"})  # what one gives up or lays down, and no event
_BY_HAND = frozenset(
    {"killed", "injured", "armed_clash"}
)  # what a knife or a rifle does is no event
OPEN = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "AUX", "ADV", "ADP", "NUM"})


def choose_triggers(
    doc: "Doc",
    ruled: Sequence[Trigger],
    told: Mapping[int, Told],
    counted: Collection[int] = (),
) -> tuple[Trigger, ...]:
    """All triggers in text order.

    told: by the first character of the word; empty: rules alone
    counted: indexes of words with a number: what the rules see in them is kept ("no casualties")
    """
    if not told:
        return tuple(sorted(ruled, key=lambda t: t.head.i))
    armed = {t.head.i for t in ruled if _is_of_arms(t) or _is_of_gathering(t)}
    sure = {*counted, *armed}
    kept = [_typed(t, told) for t in ruled if t.head.i in sure or _is_kept(t, told)]
    taken = {word.i for t in ruled for word in t.words}
    density = density_of(told, sum(not word.is_space for word in doc))
    new = [t for word in doc if word.i not in taken for t in _new(word, told, density)]
    fresh = [t for t in (*kept, *new) if t.head.i in counted or not _is_again(t, told)]
    first = {_family(t.type) for t in fresh}
    seen = taken | {t.head.i for t in (*kept, *new)}
    fresh += _only_tellings(doc, told, seen, first, density=density)
    first |= {_family(t.type) for t in fresh}
    only = [t for t in kept if t not in fresh and _family(t.type) not in first]
    found = sorted((*fresh, *only), key=lambda t: t.head.i)
    nouns = {t.head.i for t in found if t.head.pos_ in {"NOUN", "PROPN"}}
    found = [t for t in found if not _is_told_by_noun(t, nouns)]
    told_by = {(t.type, t.head.i) for t in found}
    found = [t for t in found if not _is_told_by_verb(t, told_by)]
    found = settle_deaths(found)
    calm = calm_of(doc)

    def is_told(t: Trigger) -> bool:
        has_number = t.head.i in counted
        likely = is_likely(t, told, density, known=_is_own(t), counted=has_number)
        return likely and is_in_earnest(t, told, density, calm, counted=has_number)

    return tuple(t for t in found if is_told(t) or (t.head.i in armed and not t.guessed))


def _only_tellings(
    doc: "Doc",
    told: Mapping[int, Told],
    taken: Collection[int],
    families: Collection[str],
    *,
    density: float,
) -> list[Trigger]:
    """Words that seem to tell something again, where nothing of the kind was told before."""
    whole = {at: replace(seen, event=seen.event + seen.again) for at, seen in told.items()}
    found: dict[str, Trigger] = {}
    for word in doc:
        for trigger in _new(word, whole, density) if word.i not in taken else ():
            if _family(trigger.type) not in families:
                found.setdefault(_family(trigger.type), trigger)
    return list(found.values())


def _is_own(trigger: Trigger) -> bool:
    """Whether a table has the word for its type."""
    return tells(trigger.head, trigger.type)


def _is_told_by_verb(trigger: Trigger, told_by: Collection[tuple[str, int]]) -> bool:
    """'A bomb fell', 'fired shells', 'the bomb hit a hall': told once, by the verb."""
    head = trigger.head
    is_noun = head.pos_ == "NOUN" and head.dep_ in {"nsubj", "nsubjpass", "dobj"}
    is_arm = head.dep_ == "nsubj" and head.lemma_.lower() in load_role_words().weapons
    verbs = {type_ for type_, at in told_by if at == head.head.i}
    return is_noun and (trigger.type in verbs or (is_arm and any(map(_is_attack, verbs))))


def _is_told_by_noun(trigger: Trigger, nouns: Collection[int]) -> bool:
    """'A march was held', 'took part in the raid': told by the noun, and by the verb only guessed."""
    objects = [c for c in trigger.head.children if c.dep_ in {"dobj", "nsubjpass"}]
    is_light = trigger.head.pos_ == "VERB" and any(
        c.lemma_ in load_misread_words().light_objects for c in objects
    )
    return trigger.guessed and (is_light or any(c.i in nouns for c in objects))


def told_modality(trigger: Trigger, told: Mapping[int, Told]) -> Modality:
    """The encoder's where it is sure, else what the parse says."""
    seen = told.get(trigger.head.idx)
    is_plain = not is_dealt_with(trigger) and not is_only_sensed(trigger)
    if trigger.type == "ceasefire" and _is_to_be_joined(trigger.head):
        return "planned"
    if is_asked_if(trigger.head):
        return "hypothetical"
    if trigger.head.pos_ in THINGS and is_told_past(trigger.head):
        return "happened"
    settled = undone_modality(trigger) or settled_modality(trigger) or plain_modality(trigger)
    if settled is not None:
        return settled
    parsed = modality_of(trigger)
    is_plain = is_plain and not _is_carried_out(trigger)
    if seen is None or seen.modality_share < MODALITY or not is_plain:
        return parsed
    is_feared = parsed == "hypothetical" and trigger.head.pos_ == "NOUN"  # "fears of an assault"
    return parsed if is_feared and seen.modality == "happened" else seen.modality


def _is_carried_out(trigger: Trigger) -> bool:
    """'Imposed an embargo': a verb of the past did it, whatever such nouns are mostly asked for."""
    verb = trigger.verb if trigger.light else None
    return (
        verb is not None
        and verb.tag_ == "VBD"
        and verb.lemma_ in load_modality_lists().carrying_out
    )


def _is_to_be_joined(noun: "Token") -> bool:
    """'Would take part in the truce', 'will join the ceasefire': there is none of its own yet."""
    over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "in" else noun.head
    over = over.head if over.lemma_ == "part" else over
    is_joining = over.lemma_ in load_role_words().joining or child_of(over, "dobj") == noun
    is_joining = is_joining or any(c.lemma_ == "part" for c in over.children)
    is_ahead = any(c.lower_ in {"will", "would"} for c in over.children)
    return over.pos_ == "VERB" and is_joining and is_ahead


def is_alternative(word: "Token") -> bool:
    """The second verb of 'captured or killed'."""
    if word.dep_ != "conj" or word.pos_ != "VERB" or word.head.pos_ != "VERB":
        return False
    return any(c.dep_ == "cc" and c.lower_ == "or" for c in word.head.children)


def _is_kept(trigger: Trigger, told: Mapping[int, Told]) -> bool:
    seen = [told[word.idx] for word in trigger.words if word.idx in told]
    best = max(seen, key=lambda t: t.event + t.again, default=None)
    least = KEPT_PHRASE if len(trigger.words) > 1 else KEPT
    if best is not None and len(trigger.words) == 1 and _means_one(trigger, best):
        least = KEPT_PLAIN
    return best is not None and best.event + best.again >= least


def _is_of_arms(trigger: Trigger) -> bool:
    """'A car bomb went off', 'shells fell on the town': so said of arms, it means what it says."""
    verb = trigger.head
    if verb.pos_ != "VERB" or not _is_attack(trigger.type):
        return False
    if is_dealt_with_arms(verb):
        return True  # "targeted the market with mortar shells"
    arms, thing = load_role_words().bursting, subject_of(verb)
    if thing is None or thing.lemma_.lower() not in arms:
        thing = child_of(verb, "dobj")
    if thing is None:
        return False
    is_chemical = thing.lemma_ == "weapon" and any(c.lower_ == "chemical" for c in thing.children)
    return is_chemical or thing.lemma_.lower() in arms


def _is_of_gathering(trigger: Trigger) -> bool:
    """'Police broke up the march': what breaks up in others' hands is a company, a party or ice."""
    thing = child_of(trigger.head, "dobj", "nsubjpass") if trigger.type == "dispersal" else None
    return thing is not None and load_words().nouns.get(thing.lemma_.lower()) in _GATHERINGS


_GATHERINGS = frozenset({"protest", "riot"})


def _means_one(trigger: Trigger, seen: Told) -> bool:
    """'Besieged' tells a siege or nothing, and the encoder would take it for no other thing."""
    is_verb = trigger.head.pos_ == "VERB" and own_types(trigger.head) == {trigger.type}
    return is_verb and seen.types.get(trigger.type, 0.0) >= TYPE


def _is_again(trigger: Trigger, told: Mapping[int, Told]) -> bool:
    """It only points back at an event of the same kind that is told elsewhere."""
    if is_alternative(trigger.head):  # "captured or killed": a kind of its own
        return False
    seen = [told[word.idx] for word in trigger.words if word.idx in told]
    return any(t.again >= AGAIN for t in seen)


def _family(type_: str) -> str:
    return load_event_types()[type_].family


def _typed(trigger: Trigger, told: Mapping[int, Told]) -> Trigger:
    """The trigger with the encoder's type, where it is sure of another one.

    "Gas attack" is told by two words, which know better than the encoder what they name.
    """
    seen = told.get(trigger.head.idx)
    is_phrase = len(trigger.words) > 1
    is_violent = seen is not None and seen.types.get("killed", 0.0) >= OWN_TYPE
    if is_phrase and trigger.type == "died" and is_violent:
        return replace(trigger, type="killed")  # "lost their lives" in a raid
    if seen is None or seen.type == trigger.type or is_phrase or _is_framed(trigger, seen.type):
        return trigger
    is_toll = trigger.type == "killed" and seen.type == "died"  # "dozens were dead"
    is_own = seen.type in own_types(trigger.head) and not is_toll
    if seen.type_share < (OWN_TYPE if is_own else TYPE):
        return trigger
    is_ground = (
        trigger.type == "territory_control" and seen.type in _MOVES and _is_of_ground(trigger)
    )
    is_blaze = _is_attack(seen.type) and _is_blaze(trigger.head)
    return (
        trigger
        if is_ground or is_blaze or load_event_types()[seen.type].is_state
        else replace(trigger, type=seen.type)
    )


def _is_framed(trigger: Trigger, other: str) -> bool:
    """'Warplanes hit a column': who does it tells this kind of attack, and not the other one."""
    armed = armed_types(trigger.head) if _is_attack(other) else frozenset()
    return trigger.type in armed and other not in armed


def _is_blaze(word: "Token") -> bool:
    """'The fire', 'a fire' burn; what troops come under or open is fire."""
    return word.lemma_ == "fire" and word.pos_ == "NOUN" and child_of(word, "det") is not None


def _is_of_ground(trigger: Trigger) -> bool:
    """'The city of Dalan fell to the rebels': a town goes nowhere."""
    subject = subject_of(trigger.head)
    is_place = subject is not None and (
        subject.ent_type_ == "GPE" or subject.lemma_ in load_naming_words().places
    )
    return is_place and trigger.head.lemma_ in {"fall", "pass"}


_MOVES = frozenset({"withdrawal", "advance", "surrender", "deployment"})


def _new(word: "Token", told: Mapping[int, Told], density: float) -> Iterator[Trigger]:
    words = load_misread_words()
    seen = told.get(word.idx)
    if seen is None or seen.event < PHRASED:  # the least of all
        return
    choice = likeliest(word, seen.types)
    type_, is_known = choice.type, choice.is_known
    least_share = KNOWN_TYPE if is_known else NEW_TYPE
    if seen.event < _least(choice) or choice.share < least_share:
        return
    is_doubtful = not is_known and (density < FULL or type_ in _LOOSE)
    if is_doubtful and min(seen.event, choice.share) < NEW_IN_PEACE:
        return
    if not is_known and len(word.doc) > SHORT:
        return
    is_fragment = word.i > 0 and word.nbor(-1).text == "-"  # of "cease-fire"
    if word.pos_ not in OPEN or word.lemma_.lower() in words.affairs or is_fragment:
        return
    is_light = word.lemma_.lower() in words.light_verbs and not is_known  # "the lorries come back"
    is_quality = word.pos_ == "ADJ" and _is_attack(type_)  # "shops were open"
    is_state = load_event_types()[type_].is_state
    is_tool = type_ in _BY_HAND and word.pos_ == "NOUN"
    if (not is_known or is_tool) and is_thing_at_hand(word):
        return
    is_share_of = is_share(word)  # "had no hand in it"
    if is_state or is_light or is_quality or is_share_of or _lacks_particle(word, type_):
        return
    if _is_limb(word, type_):
        return
    yield trigger_at(word, type_)


def _least(choice: Choice) -> float:
    """From which share of an event on a word tells one of the type."""
    if choice.after is not None:
        return PHRASED if choice.after else FRAMED
    return KNOWN if choice.is_own else NEW


def _is_limb(word: "Token", type_: str) -> bool:
    """'Digging with their hands': what one gives up with, and no surrender."""
    return type_ == "surrender" and word.pos_ == "NOUN" and word.lemma_.lower() in _LIMBS


def _lacks_particle(word: "Token", type_: str) -> bool:
    """'Brought in' is no 'brought down': a light verb tells the type only with its particle."""
    words = load_misread_words()
    lemma = word.lemma_.lower()
    pairs = [phrase.split() for phrase in load_event_types()[type_].phrases]
    after = {p[1] for p in pairs if len(p) == 2 and p[0] == lemma} & words.particles
    after |= words.particles if type_ == "surrender" else set()  # "gave in", "turned himself in"
    near = {t.lower_ for t in (*word.children, *word.doc[word.i + 1 : word.i + 2])}
    return lemma in words.light_verbs and bool(after) and not after & near


def trigger_at(word: "Token", type_: str) -> Trigger:
    """A word that no rule holds for one as the trigger of a type."""
    if word.pos_ in {"NOUN", "PROPN", "NUM"}:
        verb, light = carrier_of(word)
        return Trigger(type_, word, (word,), verb, light, guessed=True)
    # "were dead", "is in": the verb is what they are said with
    verb = word if word.pos_ in {"VERB", "AUX"} else word.head
    return Trigger(type_, word, (word,), verb, guessed=True)


def _is_attack(type_: str) -> bool:
    return _family(type_) == "attack"

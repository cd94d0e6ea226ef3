"""A trigger in; whether the text says it happened, goes on, is planned or only feared, out."""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, cast

from sayso.annotate.event.dealt_with import is_dealt_with
from sayso.annotate.event.modality_lists import load_modality_lists
from sayso.annotate.event.triggers import Trigger
from sayso.annotate.fate.words import load_fate_words
from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.parses import child_of, is_infinitive, is_negated, subject_of
from sayso.tables import read_shipped
from sayso.types import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

THINGS = frozenset({"NOUN", "PROPN"})
_UNREAL = frozenset({"planned", "called_for", "hypothetical", "attempted"})
_FATES = frozenset({"died", "missing", "injured"})  # what nobody does: foretold, it is only feared
_FORCING = frozenset({"force", "compel", "oblige"})
_HUNG = frozenset({"xcomp", "ccomp", "acl", "advcl", "conj", "relcl"})
_DEEP = 6  # governors above a word that may still say how real it is


@cache
def load_modality_words() -> Mapping[str, Mapping[str, Modality]]:
    """`data/modality_words.toml` turned round: section -> lemma -> what it makes of an event."""
    return {
        section: {lemma: cast(Modality, name) for name, lemmas in rows.items() for lemma in lemmas}
        for section, rows in _load_table().items()
        if section not in {"denials", "lasting", "lists"}
    }


@cache
def load_denial_words() -> Mapping[str, frozenset[str]]:
    """The words of `data/modality_words.toml` by which an event is not so, or is so no longer."""
    return {name: frozenset(lemmas) for name, lemmas in _load_table()["denials"].items()}


@cache
def _load_table() -> dict[str, dict[str, list[str]]]:
    return read_shipped("modality_words.toml")


def modality_of(trigger: Trigger) -> Modality:
    """How real the text makes the event, before anyone's saying of it is looked at."""
    head = trigger.head
    if head.pos_ in THINGS or head.dep_ in {"nsubj", "csubj"}:
        by_noun = _of_noun(head) or _of_maker(trigger)
        if by_noun is not None:
            return by_noun
    verb = carrying(trigger)
    found = _of_verb(verb)
    if found == "planned" and head.pos_ == "VERB":
        if trigger.type in _FATES:
            return "hypothetical"
        is_means = (
            trigger.type == "dispersal" and verb.head.lemma_ in load_modality_lists().by_force
        )
        return "happened" if is_means else found
    goes_on = trigger.type == "fighting_continues" or _remains(head)
    return "ongoing" if found == "happened" and goes_on and not is_negated(verb) else found


def settled_modality(trigger: Trigger) -> Modality | None:
    """'Defused a bomb', 'forced thousands to flee': what the verb beside it leaves no doubt of; else None."""
    head, words = trigger.head, load_modality_lists()
    if head.lemma_ in words.disarming and head.pos_ == "VERB":
        return "attempted"
    over = head.head
    is_near = over.lower_ == "to" and over.head.lower_ in {"close", "near"}
    if head.dep_ == "pcomp" and is_near and child_of(head, "advmod", "nsubj", "nsubjpass") is None:
        return "attempted"  # "came close to taking it"; not "fell close to where it was taken"
    if _is_to_be_ended(head):
        return _of_verb(over)
    is_of_object = head.dep_ in {"relcl", "acl"} and over.dep_ == "dobj" and is_infinitive(head)
    if is_of_object and over.head.lemma_ in _FORCING:
        return _of_verb(over.head)  # "forcing six million to flee" may be parsed so
    is_hung = head.dep_ in {"xcomp", "ccomp"} and over.lemma_ in words.bringing_about
    is_one = is_hung and (is_infinitive(head) or head.tag_ == "VBG")
    return _of_verb(over) if is_one and not is_negated(over) else None


def _is_to_be_ended(noun: "Token") -> bool:
    """'Were sent to prevent killings': to what end, and not what came of it."""
    while noun.dep_ == "conj" and noun.head.pos_ in THINGS:
        noun = noun.head
    over = noun.head
    if noun.pos_ not in THINGS or noun.dep_ != "dobj" or not is_infinitive(over):
        return False
    is_ending = over.lemma_ in load_denial_words()["ending"]
    return is_ending and over.dep_ in {"advcl", "xcomp", "acl"} and _of_verb(over) == "planned"


def is_only_sensed(trigger: Trigger) -> bool:
    """'The army scents victory', 'fears a massacre', 'warned of a massacre': there is none yet, however
    sure it sounds."""
    noun = trigger.head
    marks = {c.lower_ for c in noun.children}
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ == "warn":
        return not marks & load_grammar_words().definite
    governs = load_modality_words()["events"].get(noun.head.lemma_)
    return noun.dep_ == "dobj" and noun.pos_ in THINGS and governs == "hypothetical"


def carrying(trigger: Trigger) -> "Token":
    """The verb that says of the event how real it is; what is only spoken of, seen or has an effect
    says it itself: 'may condemn the raid', 'the raid could derail the talks'."""
    head, verb = trigger.head, trigger.verb
    if head.pos_ in {"VERB", "AUX"} or verb is None:
        return head
    if head.pos_ in THINGS and head.lemma_.lower() in load_fate_words().doers:
        return head  # "his killers were never found": he was killed all the same
    if head.pos_ in THINGS:
        marks = {c.lower_ for c in head.children}
        words = load_denial_words()
        if verb.lemma_ in load_modality_lists().reacting and not marks & {"any", "no"}:
            return head
        if is_dealt_with(trigger):
            return head
        is_old = bool(marks & load_grammar_words().definite) and head.dep_ == "nsubj"
        if is_old and verb.lemma_ not in words["happening"]:
            return head
    return verb


def _of_noun(noun: "Token", depth: int = 0) -> Modality | None:
    """None: the noun's own surroundings do not say."""
    words = load_modality_words()
    if depth > _DEEP:
        return None
    while noun.dep_ == "conj" and noun.head.pos_ in THINGS:
        noun = noun.head
    for child in noun.children:
        if child.dep_ in {"amod", "nmod", "compound"} and child.lower_ in words["adjectives"]:
            return words["adjectives"][child.lower_]
    over = noun.head
    if noun.dep_ == "pobj":
        return _of_preposition(over, depth)
    if noun.dep_ in {"dobj", "nsubjpass"}:
        own = words["events"].get(over.lemma_)
        return _outer(over, own) if own is not None else None
    if noun.dep_ in {"nsubj", "csubj"}:
        return "ongoing" if _is_lasting(over) else _of_complement(over)
    return None


def _of_maker(trigger: Trigger) -> Modality | None:
    """'Could set off riots', 'agreed to hold talks', 'urged them to halt their shelling': the verb
    that is to bring it about, or to end it. 'Will condemn the raid' leaves the raid as it is."""
    noun = trigger.head
    while noun.dep_ == "conj" and noun.head.pos_ in THINGS:
        noun = noun.head
    over = noun.head
    if noun.dep_ == "pobj" and over.lower_ in {"on", "before", "to"} and over.head.pos_ == "VERB":
        over = over.head
    elif noun.dep_ not in {"dobj", "nsubjpass"} or over.pos_ != "VERB":
        return None
    is_ending = over.lemma_ in load_denial_words()["ending"]
    is_old = any(
        c.lower_ in load_grammar_words().definite or c.dep_ == "poss" for c in noun.children
    )
    if over.lemma_ in load_modality_lists().reacting:
        return None
    if is_old and not (is_ending or trigger.light):
        return None
    found = _of_verb(over)
    return found if found in _UNREAL else None


def _of_preposition(preposition: "Token", depth: int) -> Modality | None:
    """'Called for a truce', 'fear of a massacre', 'called for an end to the siege'."""
    words, governor, is_for = load_modality_words(), preposition.head, preposition.lower_ == "for"
    if preposition.lower_ in {"into", "of", "through"} and _is_step(governor, preposition):
        return "ongoing"
    if governor.pos_ in {"VERB", "AUX"}:
        if governor.lemma_ == "warn" and preposition.lower_ in {"of", "against"}:
            return "hypothetical"
        own = words["for"].get(governor.lemma_) if is_for else None
        return _outer(governor, own) if own is not None else None
    if governor.lemma_ in load_denial_words()["ends"]:
        return _of_noun(governor, depth + 1) or _of_verb(governor.head)
    if preposition.lower_ not in {"for", "of", "to", "against", "on", "at"}:
        return None
    own = words["of"].get(governor.lemma_) or words["nouns"].get(governor.lemma_)
    own = own or (words["for"].get(governor.lemma_) if is_for else None)
    outer = _of_noun(governor, depth + 1) if own is not None else None
    is_feared = own == "hypothetical" and outer == "planned"  # "face the prospect of a raid"
    return outer if outer in _UNREAL and not is_feared else own


def _is_step(governor: "Token", preposition: "Token") -> bool:
    """'Nine days into the siege', 'on the 40th day of the strike'."""
    before = preposition.nbor(-1) if preposition.i else governor
    counted = [
        c
        for c in before.children
        if c.dep_ == "nummod" or c.ent_type_ == "ORDINAL" or c.tag_ == "JJ"
    ]
    is_count = preposition.lower_ == "into" or any(
        c.text[0].isdigit() or c.lower_.endswith("th") for c in counted
    )
    return before.lemma_ in load_modality_lists().steps and bool(counted) and is_count


def _is_lasting(verb: "Token") -> bool:
    """'Fighting continues', 'raged on', 'is still under way', 'entered its ninth day'."""
    modality_lists = load_modality_lists()
    steps = (c for c in verb.children if c.dep_ == "dobj" and c.lemma_ in modality_lists.steps)
    if verb.lemma_ == "enter" and any(steps):
        return True
    words = _load_table()["lasting"]
    if any(c.tag_ == "MD" for c in verb.children) or is_negated(verb):
        return False
    below = {c.lower_ for c in verb.children} | {
        g.lower_ for c in verb.children for g in c.children
    }
    if verb.lemma_ in words["on"] and "on" in below:
        return True
    is_under = verb.lemma_ in words["under"] and bool(below & modality_lists.under_way)
    return is_under or bool({verb.lemma_, verb.lower_} & set(words["ongoing"]))


def _of_complement(verb: "Token") -> Modality | None:
    """'The vote is due on Friday', 'an assault is imminent'."""
    words = load_modality_words()["adjectives"]
    said = (c for c in verb.children if c.dep_ in {"acomp", "attr"} and c.pos_ == "ADJ")
    return next((words[c.lower_] for c in said if c.lower_ in words), None)


def _outer(governor: "Token", own: Modality, depth: int = 0) -> Modality:
    """What governs the governor goes first: 'called for plans to withdraw' calls for it."""
    above = _of_verb(governor, depth + 1)
    return above if above in _UNREAL else own


def _of_verb(word: "Token", depth: int = 0) -> Modality:
    if depth > _DEEP:
        return "happened"
    if any(
        c.dep_ == "mark" and c.lower_ in load_modality_lists().conditions for c in word.children
    ) or _is_turned(word):
        return "hypothetical"
    by_modal = _by_auxiliaries(word)
    if by_modal is not None:
        return _feared(word) if by_modal == "planned" else by_modal
    if word.dep_ == "conj" and _shares_auxiliary(word):
        return _of_verb(word.head, depth + 1)
    governed = _governed(word, depth) or "happened"
    return "ongoing" if governed == "happened" and _is_going_on(word) else governed


def _by_auxiliaries(word: "Token") -> Modality | None:
    """'Will attack', 'may yet fall', 'would have left a different hole'; None: no modal."""
    words = load_modality_words()["modals"]
    auxiliaries = [c for c in word.children if c.dep_ in {"aux", "auxpass"}]
    perfect = any(c.lemma_ == "have" for c in auxiliaries)
    for aux in auxiliaries:
        modality = words.get(aux.lower_)
        if modality is not None and aux.tag_ == "MD" and not perfect:
            return modality
        if perfect and aux.lower_ in {"would", "'d"}:
            return "hypothetical"
    return None


def _is_turned(word: "Token") -> bool:
    """'Should another shell land', 'had it come', 'will it hold?': a condition or a question."""
    subject = subject_of(word)
    first = next((c for c in word.children if c.dep_ in {"aux", "auxpass"}), None)
    if first is None or subject is None or first.i > subject.i:
        return False
    is_asked = any(c.text == "?" for c in word.children)
    return is_asked or first.lower_ in {"should", "had"}


def _feared(word: "Token") -> Modality:
    """'Feared that the guns would open fire' fears it; 'warned that it would fire' plans it, and so
    does 'if they attack, we will answer'."""
    if any(c.dep_ == "advcl" and any(g.lower_ == "if" for g in c.children) for c in word.children):
        return "planned"
    words = load_modality_words()["verbs"]
    over, subject = word.head, subject_of(word)
    is_other = subject is not None and subject.tag_ != "PRP"
    if word.dep_ == "ccomp" and over.lemma_ != "doubt" and words.get(over.lemma_) == "hypothetical":
        return "hypothetical" if is_other or over.lemma_ != "warn" else "planned"
    if (
        word.dep_ in {"acl", "relcl"}
        and load_modality_words()["nouns"].get(over.lemma_) == "hypothetical"
    ):
        return "hypothetical"
    return "planned"


def _shares_auxiliary(word: "Token") -> bool:
    """'Would cross the river and burn the town': the second verb stands under the first one's."""
    over = word.head
    if over.pos_ not in {"VERB", "AUX"} or any(c.dep_ in {"aux", "auxpass"} for c in word.children):
        return False
    if subject_of(word) is not None and word.tag_ not in {"VB", "VBN"}:
        return False
    return bool(word.tag_ == over.tag_) or (
        word.tag_ == "VB" and any(c.lower_ == "be" for c in over.children)
    )


def _governed(word: "Token", depth: int) -> Modality | None:
    """What a verb, noun or adjective over an infinitive, a gerund or a 'that ... be' makes of it."""
    auxiliaries = {c.lower_ for c in word.children if c.dep_ in {"aux", "auxpass"}}
    over = word.head if word.dep_ != "pcomp" else word.head.head
    verbs, is_perfect = load_modality_words()["verbs"], bool(auxiliaries & {"have", "had", "has"})
    if "to" in auxiliaries and not is_perfect and word.dep_ in _HUNG:
        return _of_infinitive(word, depth)
    if word.dep_ in {"xcomp", "pcomp"} and word.tag_ == "VBG":
        if over.lemma_ in {"begin", "start"} and any(
            c.lower_ in {"have", "has"} for c in over.children
        ):
            return "ongoing"  # "has begun handing out bread"
        own = verbs.get(over.lemma_) if word.dep_ == "xcomp" or word.head.lower_ == "on" else None
        return own if own in {"ongoing", "hypothetical"} else None
    is_bare = (word.tag_ == "VB" and not auxiliaries) or "be" in auxiliaries
    if word.dep_ == "ccomp" and is_bare and verbs.get(over.lemma_) == "called_for":
        return "called_for"
    if _is_wanted(word, over):
        return "called_for"
    if word.tag_ == "VB" and over.lower_ == "let" and over != word:
        return _of_verb(over, depth + 1)
    return "called_for" if _is_ordered(word) else None


def _is_wanted(word: "Token", over: "Token") -> bool:
    """'Wants the warders tried', 'ordered two companies sent'."""
    if word.tag_ not in {"VBN", "VBD"}:
        return False
    over = over.head if word.dep_ == "acl" and over.dep_ == "dobj" else over
    is_hung = word.dep_ in {"ccomp", "acl", "xcomp"} and not any(
        c.dep_ == "aux" for c in word.children
    )
    return is_hung and over.lemma_ in {"want", "order", "demand"} and subject_of(over) is not None


def _is_ordered(word: "Token") -> bool:
    """'"Release the nine," they chanted': the bare verb that opens a sentence or a quotation."""
    before = word.nbor(-1) if word.i else None
    opens = before is None or word.is_sent_start or before.text in {'"', "“", "‘"}
    is_alone = not any(c.dep_ in {"aux", "auxpass", "nsubj", "nsubjpass"} for c in word.children)
    return opens and is_alone and word.tag_ == "VB" and word.text[0].isupper()


def _of_infinitive(word: "Token", depth: int) -> Modality:
    over, words = word.head, load_modality_words()
    if word.dep_ == "conj":
        return _of_verb(over, depth + 1) if is_infinitive(over) else "planned"
    if over.pos_ in THINGS and word.dep_ in {"acl", "relcl"}:
        own = words["nouns"].get(over.lemma_, "planned")
        outer = _of_noun(over, depth + 1)
        return outer if outer in _UNREAL else own
    if over.pos_ == "ADJ":
        return words["adjectives"].get(
            over.lower_, "happened" if over.lower_ == "able" else "planned"
        )
    own_verb = words["verbs"].get(over.lemma_)
    if over.lemma_ == "propose" and word.dep_ == "xcomp":
        return "planned"
    if over.lemma_ in {"want", "like"} and word.dep_ == "ccomp" and subject_of(word) is not None:
        return "called_for"
    if over.lemma_ == "go":
        return _of_verb(over, depth + 1)  # "went on to approve"
    if own_verb == "happened" and word.dep_ != "advcl":
        return _of_verb(over, depth + 1)
    if own_verb is not None and word.dep_ != "advcl":
        return _outer(over, own_verb, depth)
    is_passive = any(c.dep_ == "auxpass" for c in over.children)
    is_seen = is_passive and word.dep_ == "xcomp" and over.lemma_ not in load_modality_lists().sent
    return "happened" if is_seen else _outer(over, "planned", depth)


def _is_going_on(word: "Token") -> bool:
    """'Is shelling', 'has been shelling', 'are being held', 'still holds', 'said to be fleeing'."""
    if is_negated(word):
        return False
    still = any(t.lower_ == "still" and t.dep_ == "advmod" for t in word.children)
    beside = [c for c in word.children if c.dep_ in {"aux", "auxpass"}]
    is_told_then = word.dep_ == "ccomp" and any(c.tag_ == "VBD" for c in beside)
    is_now = is_told_then or any(c.tag_ in {"VBP", "VBZ"} or c.lower_ == "be" for c in beside)
    is_running = word.tag_ == "VBG" or any(c.lower_ == "being" for c in beside)
    return still or _remains(word) or (is_now and is_running and word.lower_ != "missing")


def _remains(word: "Token") -> bool:
    """'Remain trapped', 'stayed marooned'."""
    is_said = word.dep_ in {"acomp", "xcomp", "oprd", "attr", "advcl"}
    return is_said and word.head.lemma_ in {"remain", "stay"} and word.pos_ in {"ADJ", "VERB"}

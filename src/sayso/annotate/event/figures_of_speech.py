"""A trigger in, whether it is said of what no violence can befall, or by what does none, out.

'The levy is killing them', 'the film bombed', 'a budget battle', 'under fire from critics',
'inflation has not surrendered': the words are those of a war, and nothing of one is told.
"""

from typing import TYPE_CHECKING

from sayso.annotate.event.figure_words import load_figure_words
from sayso.annotate.event.frames import doer_meant, kinds_of, undergoer_of
from sayso.annotate.event.triggers import Trigger
from sayso.annotate.parses import child_of, head_at, object_after, sentence_of, subject_of
from sayso.annotate.role.words import load_role_words
from sayso.event_types import load_event_types
from sayso.types import Event

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_VIOLENT = frozenset({"fate", "attack", "control", "casualties"})
_DOING = frozenset(
    "armed_clash air_strike drone_strike bombing suicide_attack explosion killed died injured surrender "
    "withdrawal advance deployment fighting_continues siege fled protest".split()
)
_OF_BODIES = frozenset(
    "killed died injured hospitalised trapped arrest abducted executed tortured buried alive evacuation "
    "displacement appointment body_found".split()
)
_FOUGHT = frozenset(
    {"battle", "fight", "war", "struggle", "attack", "strike", "skirmish", "showdown"}
)
_LAYING = frozenset(
    "plant lay leave throw put place attach hide bury set step install toss hurl".split()
)
_ARMS = frozenset({"bomb", "shell", "arms", "gas", "drone"})
_IN_WORDS = frozenset({"attack", "fire", "assault", "ambush"})
_DOERS = frozenset({"actor", "holder"})
_UNDERGOERS = frozenset({"victim", "target", "place", "object"})
_GOING = frozenset({"leave", "depart", "departure"})
_ONE = frozenset({"i", "he", "she", "you", "my", "his", "her", "your"})  # no force
_TRAVELLING = frozenset({"fly", "sail", "travel", "ride"})


def is_figure_of_speech(trigger: Trigger) -> bool:
    """Whether who does it, whom it befalls or what stands beside the word shows that it is none."""
    head = trigger.head
    if load_event_types()[trigger.type].family in _VIOLENT and (
        _befalls_nothing(trigger) or _is_qualified(head)
    ):
        return True
    if trigger.type in _DOING and _is_done_by_nothing(trigger):
        return True
    check = _CHECKS.get(trigger.type)
    is_alone = len(trigger.words) == 1  # "changed hands"
    return check is not None and is_alone and check(head)


def _is_untouchable(noun: "Token | None") -> bool:
    """'The levy', 'hopes'; a company that is called so by name is somebody."""
    if noun is None or noun.pos_ != "NOUN" or noun.ent_type_ in {"PERSON", "GPE", "ORG", "NORP"}:
        return False
    is_levied = noun.lower_ == "levies"  # men, as a rule
    return noun.lemma_.lower() in load_figure_words().untouchable and not is_levied


def _befalls_nothing(trigger: Trigger) -> bool:
    """'Killed the bill', 'surrender a good idea', 'the reform is dead', 'the death of the plan'."""
    head = trigger.head
    whom = _undergoer(head)
    if not _is_untouchable(whom) or whom is None or trigger.type == "released":
        return False  # "regained his freedom"
    return all(map(_is_untouchable, whom.conjuncts))


def _undergoer(head: "Token") -> "Token | None":
    if head.pos_ in {"VERB", "AUX"}:
        return undergoer_of(head)
    if head.pos_ == "ADJ":
        return subject_of(head.head) if head.dep_ in {"acomp", "oprd"} else None
    return object_after(head, "of") if head.pos_ == "NOUN" else None


def _is_qualified(noun: "Token") -> bool:
    """'A budget battle', 'a tariff war', 'an attack on the reform', 'a fight over pay'."""
    if noun.pos_ != "NOUN":
        return False
    words = load_figure_words()
    beside = {
        t.lemma_.lower() for t in noun.children if t.dep_ in {"compound", "amod", "nmod", "poss"}
    }
    if beside & words.in_words:
        return True
    aims = [object_after(noun, p) for p in ("on", "against", "for")]
    if noun.lemma_.lower() in _FOUGHT:
        aims.append(object_after(noun, "over"))
    return any(map(_is_untouchable, aims))


def is_told_of_nobody(doc: "Doc", event: Event) -> bool:
    """The same by the parts that were found for it: 'with my nose held' takes no ground."""
    heads = {
        side: [head_at(doc, r.filler.span) for r in event.roles if r.name in names]
        for side, names in (("doer", _DOERS), ("undergoer", _UNDERGOERS))
    }
    is_violent = load_event_types()[event.type].family in _VIOLENT
    if heads["undergoer"] and is_violent and all(map(_is_untouchable, heads["undergoer"])):
        return True
    if event.type == "territory_control" and heads["undergoer"]:
        return all(map(_is_no_ground, heads["undergoer"]))
    if event.type in _OF_BODIES and heads["undergoer"]:
        return all(map(_is_thing, heads["undergoer"]))
    doers = heads["doer"]
    head = head_at(doc, event.trigger)
    if event.type == "withdrawal" and head is not None and head.lemma_ in _GOING:
        return bool(doers) and all(d is not None and d.lower_ in _ONE for d in doers)
    if event.type == "aid" and head is not None and head.lemma_ in {"help", "relief"}:
        # "Fought on without relief"; but what is asked for may be told without a giver.
        return not event.roles and event.place is None and event.modality != "called_for"
    if event.type == "body_found" and head is not None and head.lemma_ == "find":
        return not heads["undergoer"] and not event.counts  # "were found to have lied"
    return bool(doers) and event.type in _DOING and all(map(_does_nothing, doers))


def _is_done_by_nothing(trigger: Trigger) -> bool:
    """'The film bombed', 'inflation surrendered', 'attacked by critics', 'rain battered the crop'."""
    head, words = trigger.head, load_figure_words()
    doer = _doer(head)
    if doer is None:
        return False
    lemma = doer.lemma_.lower()
    is_attack = load_event_types()[trigger.type].family == "attack"
    if is_attack and trigger.type != "property_damage" and lemma in words.natural:
        return True
    if _does_nothing(doer):
        return True
    is_in_words = trigger.type == "armed_clash" and head.lemma_ in _IN_WORDS
    return is_in_words and lemma in words.critics


def _does_nothing(doer: "Token | None") -> bool:
    if doer is None or not _is_untouchable(doer):
        return False
    lemma = doer.lemma_.lower()
    return lemma not in load_figure_words().earnest and lemma not in load_role_words().weapons


def _doer(head: "Token") -> "Token | None":
    """Its subject, or who stands behind 'by' or 'from'; before a noun, whose it is."""
    if head.pos_ in {"VERB", "AUX"}:
        return doer_meant(head)
    return object_after(head, "by") or object_after(head, "from") or child_of(head, "poss")


def _is_under_fire(head: "Token") -> bool:
    """'Is under fire over a villa', 'came under attack from lawmakers'."""
    if head.dep_ != "pobj" or head.head.lower_ != "under":
        return False
    over = head.head.head
    near = [object_after(t, "over", "for") for t in (head, over, head.head)]
    by = [object_after(t, "from", "by") for t in (head, over, head.head)]
    critics = load_figure_words().critics
    return any(t is not None for t in near) or any(
        t is not None and t.lemma_.lower() in critics for t in by
    )


def _is_of_thing(head: "Token") -> bool:
    """'Carried the matches', 'found a photograph', 'a street was named after her': nobody's fate."""
    return _is_thing(undergoer_of(head) if head.pos_ == "VERB" else None)


def _is_thing(what: "Token | None") -> bool:
    if what is None or what.pos_ != "NOUN" or what.ent_type_ == "PERSON":
        return False
    return what.lemma_.lower() in load_figure_words().things and "people" not in kinds_of(what)


def _is_laid(head: "Token") -> bool:
    """'Planted maize', 'laid a wreath': what is laid does not go off."""
    what = undergoer_of(head) if head.lemma_ in _LAYING else None
    if what is None or what.pos_ != "NOUN" or kinds_of(what) & _ARMS:
        return False
    return what.lemma_.lower() in load_figure_words().harmless


def _is_pit(head: "Token") -> bool:
    """'Inspectors had cited the mine': men dig in it."""
    if head.lemma_.lower() != "mine" or head.pos_ != "NOUN":
        return False
    return bool({t.lemma_.lower() for t in head.doc} & load_figure_words().of_pits)


def is_stoppage(head: "Token") -> bool:
    """'A citywide transport strike': work stops, and nothing falls from the air."""
    if head.lemma_.lower() != "strike" or head.pos_ not in {"NOUN", "PROPN"}:
        return False
    if any(object_after(head, p) is not None for p in ("on", "against", "at")):
        return False  # "a strike on a school": its teachers' union may tell of it
    words = load_figure_words()
    near = {t.lemma_.lower() for t in _words_of_sentence(head)}
    return bool(near & words.of_work) and not near & words.of_arms


def _words_of_sentence(word: "Token") -> list["Token"]:
    """The words of its sentence."""
    span = sentence_of(word)
    return list(word.doc[span.start : span.stop])


def _takes_no_ground(head: "Token") -> bool:
    """'Held my nose', 'took the wrong bag': nothing of a country changes hands."""
    return _is_no_ground(undergoer_of(head) if head.pos_ == "VERB" else None)


def _is_no_ground(what: "Token | None") -> bool:
    if what is None or what.pos_ != "NOUN" or what.ent_type_:
        return False
    words = load_figure_words()
    kinds, lemma = kinds_of(what), what.lemma_.lower()
    if lemma in words.untouchable:
        return True
    return "limb" in kinds or (lemma in words.things and not kinds & {"place", "building", "flag"})


def _is_no_war_won(head: "Token") -> bool:
    """'Lost the committee chair', 'won the argument': no war."""
    if head.lemma_ not in {"lose", "win"} or head.pos_ != "VERB":
        return False
    what = undergoer_of(head)
    return what is not None and what.lemma_.lower() not in load_figure_words().contests


_CHECKS = {
    **dict.fromkeys(("explosion", "shelling", "air_strike"), _is_under_fire),
    "bombing": lambda head: _is_laid(head) or _is_pit(head),
    "armed_clash": lambda head: _is_under_fire(head) or head.lemma_ in {"collide", "overturn"},
    "territory_control": _takes_no_ground,
    "victory_claim": _is_no_war_won,
    "evacuation": lambda head: (
        _is_of_thing(head)
        or (head.lemma_ in _TRAVELLING and head.pos_ == "VERB" and undergoer_of(head) is None)
    ),
    **dict.fromkeys(_OF_BODIES - {"evacuation"}, _is_of_thing),
}

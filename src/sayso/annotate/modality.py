"""A trigger in; whether the text says it happened, goes on, is planned, was not so, out."""

from typing import TYPE_CHECKING

from sayso.annotate.parses import is_negated
from sayso.annotate.triggers import Trigger
from sayso.types import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

_GOVERNING: dict[str, Modality] = {
    **dict.fromkeys(["try", "attempt", "seek", "fail", "struggle"], "attempted"),
    **dict.fromkeys(
        ["plan", "intend", "vow", "threaten", "promise", "prepare", "want", "hope", "pledge", "decide", "agree",
         "expect", "refuse", "aim", "plot", "mean"], "planned"),
    **dict.fromkeys(["continue", "keep", "remain", "go"], "ongoing"),
    **dict.fromkeys(["call", "urge", "demand", "appeal", "order", "ask", "propose", "press", "insist"], "called_for"),
}  # fmt: skip
_NOUNS: dict[str, Modality] = {
    **dict.fromkeys(["call", "demand", "appeal", "request", "proposal"], "called_for"),
    **dict.fromkeys(["threat", "fear", "risk", "possibility", "danger", "prospect", "chance"], "hypothetical"),
    **dict.fromkeys(["plan", "preparation", "promise", "intention"], "planned"),
    **dict.fromkeys(["attempt", "bid", "effort"], "attempted"),
}  # fmt: skip
_MODALS: dict[str, Modality] = {
    "will": "planned", "'ll": "planned", "shall": "planned", "would": "planned",
    "can": "hypothetical", "could": "hypothetical", "may": "hypothetical", "might": "hypothetical",
    "should": "called_for", "must": "called_for", "ought": "called_for",
}  # fmt: skip
_IF = frozenset({"if", "unless", "whether", "lest", "should"})
_NOT_ANY = frozenset({"no", "neither"})
_NONE = frozenset({"no", "nobody", "none", "neither", "nothing"})
_ENDING = frozenset("stop end halt cease prevent avoid".split())
_REFUSING = frozenset({"fail", "refuse", "decline"})


def modality_of(trigger: Trigger) -> Modality:
    """How real the text makes the event, before anyone's saying of it is looked at."""
    word = _carrying(trigger)
    if trigger.head.pos_ in {"NOUN", "PROPN"}:
        by_noun = _of_noun(trigger)
        if by_noun is not None:
            return by_noun
    return _of_verb(word)


def _carrying(trigger: Trigger) -> "Token":
    if trigger.head.pos_ not in {"VERB", "AUX"} and trigger.verb is not None:
        return trigger.verb
    return trigger.head


def _of_noun(trigger: Trigger) -> Modality | None:
    noun = trigger.head
    above = noun.head
    if noun.dep_ == "pobj" and above.lower_ in {"for", "of", "to"}:
        governor = above.head
        if above.lower_ == "for" and governor.lemma_ in _GOVERNING:
            return (
                _GOVERNING[governor.lemma_]
                if governor.lemma_ in {"call", "appeal", "press", "ask"}
                else None
            )
        return _NOUNS.get(governor.lemma_)
    if trigger.light and trigger.verb is not None:
        lemma = trigger.verb.lemma_
        return (
            _GOVERNING.get(lemma)
            if lemma in {"plan", "prepare", "demand", "urge", "propose", "threaten"}
            else None
        )
    return None


def _of_verb(word: "Token") -> Modality:
    if any(c.dep_ == "mark" and c.lower_ in _IF for c in word.children):
        return "hypothetical"
    auxiliaries = [c for c in word.children if c.dep_ in {"aux", "auxpass"}]
    perfect = any(c.lemma_ == "have" for c in auxiliaries)
    for aux in auxiliaries:
        modality = _MODALS.get(aux.lower_)
        if modality is not None and aux.tag_ == "MD" and not perfect:
            return modality
        if perfect and aux.lower_ in {"would", "'d"}:
            return "hypothetical"  # "a bomb would have left a different hole"
    infinitive = any(c.lower_ == "to" for c in auxiliaries)
    if word.dep_ in {"xcomp", "ccomp", "acl", "advcl", "conj"} and infinitive and not perfect:
        return _governed(word)
    if word.dep_ in {"xcomp", "pcomp"} and word.tag_ == "VBG":
        governor = word.head if word.dep_ == "xcomp" else word.head.head
        if _GOVERNING.get(governor.lemma_) == "ongoing":
            return "ongoing"
    is_progressive = word.tag_ == "VBG" and any(
        c.lemma_ == "be" and c.tag_ in {"VBP", "VBZ"} for c in auxiliaries
    )
    return "ongoing" if is_progressive else "happened"


def _governed(word: "Token") -> Modality:
    if word.dep_ == "acl":
        return _NOUNS.get(word.head.lemma_, "planned")
    modality = _GOVERNING.get(word.head.lemma_)
    if modality is not None:
        return modality
    is_report = any(c.dep_ == "auxpass" for c in word.head.children)
    return "happened" if is_report and word.dep_ == "xcomp" else "planned"


def is_denied(trigger: Trigger) -> bool:
    """Whether the clause itself says that it was not so."""
    word = _carrying(trigger)
    if trigger.light and trigger.verb is not None and trigger.verb.lemma_ in _ENDING:
        return True  # "urged both sides to stop the fighting"
    if trigger.verb is not None and trigger.head.pos_ == "NOUN" and trigger.head.dep_ == "pobj":
        word = trigger.head  # "no one was killed in the shelling" leaves the shelling as it is
        over = word.head.head
        if over.lemma_ == "be" and is_negated(over):
            return True  # "is not in custody"
    if is_negated(word) or (word != trigger.head and is_negated(trigger.head)):
        return True
    if word.dep_ == "xcomp" and word.head.lemma_ in _REFUSING:
        return True
    if word.dep_ == "acl" and any(c.lower_ == "no" for c in word.head.children):
        return True  # "there was no move to offer help"
    if _is_instead_of(word):
        return True
    subjects = (c for c in word.children if c.dep_ in {"nsubj", "nsubjpass", "dobj"})
    if any(s.lower_ in _NONE or any(d.lower_ in _NOT_ANY for d in s.children) for s in subjects):
        return True
    return any(c.lower_ == "no" and c.dep_ == "det" for c in trigger.head.children)


def _is_instead_of(verb: "Token") -> bool:
    """'Instead of retreating', 'without firing', 'rather than surrender'."""
    over = verb.head
    if verb.dep_ == "pcomp":
        first = over.left_edge if over.lower_ == "of" else over
        return first.lower_ in {"instead", "without"} or over.head.lower_ == "instead"
    if verb.i < 2 or verb.nbor(-1).lower_ != "than":
        return False
    return verb.nbor(-2).lower_ == "rather"

"""A word that a ranker holds for a participant in, whether grammar holds it for a stranger to the event, out.

Asked only of words of which grammar itself says nothing.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sayso.annotate.event.triggers import Trigger
from sayso.annotate.number.counting_lists import load_counting_lists
from sayso.annotate.parses import SUBJECTS, child_of, is_infinitive, is_passive
from sayso.annotate.role.doers import doer_of, follows_blow
from sayso.annotate.role.reactions import only_speaks_of
from sayso.annotate.role.words import load_role_words
from sayso.annotate.saying.speakers import RELATIVE
from sayso.event_types import EventType, load_words

if TYPE_CHECKING:
    from spacy.tokens import Token

# What one side does to another; both may fight, talk or agree.
_BY_ONE_SIDE = frozenset({"attack", "fate", "casualties", "protest"})
_APART = frozenset("before after since until following despite to amid against over under".split())
_AT = frozenset({"on", "at", "upon"})
_OTHERS = frozenset({"more", "others", "other", "another"})


def is_stranger(
    role: str, word: "Token", trigger: Trigger, kind: EventType, ruled: Mapping[int, str]
) -> bool:
    """ruled: the role that grammar gives a word, by its index in the text."""
    if _is_of_later_clause(word, trigger):
        return True
    if role == "target" and word.ent_type_ == "PERSON" and _stands_apart(word, trigger.head):
        return True
    if role == "actor" and (only_speaks_of(word, trigger) or _acts_beside(word, trigger, kind)):
        return True
    if role == "actor" and _is_in_their_clause(word, trigger, ruled):
        return True
    if role in {"actor", "holder"} and _is_beyond_quality(word, trigger):
        return True
    if _is_whose(word, trigger) or _is_beside_quality(word, trigger):
        return True
    if role == "victim" and _is_no_victim(word, trigger, ruled):
        return True
    return role == kind.subject and (
        _does_not_share(word, trigger, ruled) or _is_struck(word, trigger, kind)
    )


def _acts_beside(word: "Token", trigger: Trigger, kind: EventType) -> bool:
    """'Riflemen sealed the gate before the march', 'the army swept the hills in reply to raids', 'the
    militia beheaded teachers; the army mowed them down': who does the one does not do the other."""
    noun, verb = trigger.head, word.head
    if (
        _is_dealt_with(word, trigger)
        or _finds_them(word, noun, kind)
        or _accuses_another(word, noun)
        or _lays_it_on_others(word, noun)
        or _beats_it_back(word, noun)
    ):
        return True
    if word.dep_ not in SUBJECTS or verb == noun or verb.pos_ not in {"VERB", "AUX"}:
        return False
    if noun.pos_ == "VERB":
        faced = noun.head  # "has faced campaigns that drove it out"
        if noun.dep_ == "relcl" and faced.dep_ == "dobj" and faced.head == verb:
            return verb.lemma_ in load_role_words().suffering
        own = child_of(noun, "nsubj")
        return own is not None and own.pos_ in {"NOUN", "PROPN"} and noun.is_ancestor(word)
    if kind.family not in _BY_ONE_SIDE or noun.dep_ != "pobj" or not verb.is_ancestor(noun):
        return False
    prep = noun.head
    if prep.lower_ == "with" and kind.family in {"fate", "casualties"}:
        return True  # "the rebels mixed with the displaced"
    if prep.lower_ in {"in", "during"} and verb.lemma_ in load_role_words().suffering:
        return True  # "12 fighters suffered burns in the attack"
    is_aimed = prep.lower_ in _AT and child_of(verb, "dobj") is not None
    return prep.lower_ in _APART or is_aimed


def _finds_them(word: "Token", noun: "Token", kind: EventType) -> bool:
    """'Troops found the town full of wounded', 'saw three bodies': they hurt and killed none of them."""
    verb = next((t for t in noun.ancestors if t.pos_ == "VERB"), noun)
    is_there = noun.dep_ in {"dobj", "pobj", "ccomp"} and not is_infinitive(noun)
    if not is_there or kind.family not in {"fate", "casualties"} or doer_of(verb) != word:
        return False
    return verb.lemma_ in {"find", "discover", "meet", "notice"} | load_role_words().coming_through


def _stands_apart(word: "Token", deed: "Token") -> bool:
    """'After the raids, Odas left': nobody raided him."""
    verb = word.head
    is_apart = deed.dep_ == "pobj" and deed.head.lower_ in _APART and verb.is_ancestor(deed)
    return word.dep_ in SUBJECTS and is_apart


def _accuses_another(word: "Token", deed: "Token") -> bool:
    """'The mayor accused them of having struck a deal': they did, by his word, and not he."""
    verb = word.head
    is_charged = deed.dep_ == "pcomp" and deed.head.head == verb
    return is_charged and word.dep_ == "nsubj" and verb.lemma_ in load_role_words().accusing


def _lays_it_on_others(word: "Token", deed: "Token") -> bool:
    """'A bombing attributed by the mayor to the Front': not the mayor's; 'a raid carried out by' is its doer's."""
    by = word.head
    if word.dep_ != "pobj" or by.dep_ != "agent":
        return False
    verb = by.head
    is_of_deed = verb.dep_ in {"acl", "relcl"} and verb.head == deed and deed.pos_ == "NOUN"
    return is_of_deed and verb.lemma_ not in load_role_words().committing


def _beats_it_back(word: "Token", deed: "Token") -> bool:
    """'The army said its troops had beaten back every attack', 'foiled a plot to bomb it': they made none."""
    is_aim = deed.dep_ in {"acl", "advcl"} and is_infinitive(deed)
    plot = child_of(deed.head, "dobj") if is_aim and deed.head.pos_ == "VERB" else deed.head
    deed = plot if is_aim and plot is not None and plot.i < deed.i else deed
    verb = deed.head
    is_object = deed.dep_ in {"dobj", "nsubjpass"} and verb.pos_ == "VERB"
    is_back = verb.lemma_ in {"beat", "drive", "throw", "push", "fight"} and any(
        c.lower_ in {"back", "off"} for c in verb.children
    )
    if not is_object or not (is_back or verb.lemma_ in load_role_words().foiling):
        return False
    return word.dep_ in SUBJECTS and word.head in {verb, *verb.ancestors}


def _is_dealt_with(word: "Token", trigger: Trigger) -> bool:
    """'Surprised the rebels in raids': no raids of theirs; 'told the mayors it was pulling out': who
    was told does not."""
    noun, verb = trigger.head, word.head
    if word.dep_ not in {"dobj", "dative"} or verb.pos_ != "VERB":
        return False
    if verb.lemma_ == "blame":
        return True  # "blamed the Front for the collapse of the talks"
    if noun.pos_ == "VERB":
        own = child_of(noun, "nsubj")
        return own is not None and own.i > word.i and noun.dep_ == "ccomp" and noun.head == verb
    return (
        noun.dep_ == "pobj"
        and noun.head.lower_ in {"in", "during"}
        and noun.head.head in {verb, word}
    )


def _is_whose(word: "Token", trigger: Trigger) -> bool:
    """'Men whose families were massacred': by whom is not told."""
    verb = trigger.head
    own = child_of(verb, "nsubj", "nsubjpass") if verb.dep_ == "relcl" else None
    whose = child_of(own, "poss") if own is not None else None
    return whose is not None and whose.tag_ == "WP$" and verb.head == word


def _is_in_their_clause(word: "Token", trigger: Trigger, ruled: Mapping[int, str]) -> bool:
    """'Men whose kin were killed by rebels burned the mill': the men did it alone."""
    over = (t for t in word.ancestors if t.dep_ == "relcl" and trigger.head.is_ancestor(t))
    return any(ruled.get(t.head.i) == "actor" for t in over)


def _is_beside_quality(word: "Token", trigger: Trigger) -> bool:
    """'Burned streets and a church without a roof': the church was not burned."""
    noun = trigger.head.head
    is_quality = trigger.head.dep_ == "amod" and trigger.head.tag_ in {"VBN", "VBD"}
    return is_quality and word.i > noun.i and word in noun.conjuncts


def _is_beyond_quality(word: "Token", trigger: Trigger) -> bool:
    """'Fighters were ringed by enemy-occupied ground': who occupies it is told with it, or not at all."""
    is_quality = trigger.head.dep_ == "amod" and trigger.head.tag_ == "VBN"
    return is_quality and not trigger.head.head.is_ancestor(word)


def _is_no_victim(word: "Token", trigger: Trigger, ruled: Mapping[int, str]) -> bool:
    return (
        _are_others(word, ruled)
        or _is_counted_before(word, trigger)
        or _is_anothers_fate(word, trigger, ruled)
    )


def _is_struck(word: "Token", trigger: Trigger, kind: EventType) -> bool:
    """'A convoy was attacked, killing two': whom the blow befell did not kill them."""
    is_hit = word.dep_ == "nsubjpass" and word.head == trigger.head.head
    return is_hit and follows_blow(trigger.head, kind)


def _does_not_share(word: "Token", trigger: Trigger, ruled: Mapping[int, str]) -> bool:
    """'Rebels threatened to stay if the army did not withdraw': the army withdraws, and nobody else."""
    verb = trigger.head
    own = child_of(verb, "nsubj") if verb.pos_ == "VERB" and not is_passive(verb) else None
    is_told = own is not None and own.i in ruled and own.pos_ in {"NOUN", "PROPN"}
    return is_told and own != word and not verb.is_ancestor(word)


def _is_of_later_clause(word: "Token", trigger: Trigger) -> bool:
    """'One was killed, while the other, Odas, was seen later': Odas is the subject there, not here."""
    is_named = word.ent_type_ == "PERSON"
    while word.dep_ in {"appos", "conj"} and word.head != word:
        word = word.head
    clause = word.head
    is_subject = word.dep_ in SUBJECTS and clause.pos_ in {"VERB", "AUX"}
    return is_named and is_subject and clause != trigger.head and trigger.head.is_ancestor(clause)


def _are_others(word: "Token", ruled: Mapping[int, str]) -> bool:
    """'Killed nine, while 12 more went missing': the nine are not among the missing."""
    told = [word.doc[i] for i, role in ruled.items() if role == "victim"]
    return any(
        head.i > word.i and not word.is_ancestor(head) and _OTHERS & {t.lower_ for t in (head, *head.children)}
        for head in told
    )  # fmt: skip


def _is_anothers_fate(word: "Token", trigger: Trigger, ruled: Mapping[int, str]) -> bool:
    """'Rao fled after his brother was shot': the brother was; 'was charged with the murder of Odas
    and jailed': Odas was murdered, and jailed was somebody else."""
    verb = trigger.head
    if verb.pos_ == "ADJ" and not verb.is_ancestor(word):
        own = child_of(verb, "nsubj")  # "the wounded did not see him dead"
        return own is not None and ruled.get(own.i) == "victim" and word not in own.conjuncts
    if verb.pos_ != "VERB":
        return verb.dep_ == "pobj" and not verb.is_ancestor(word) and _has_its_own(verb, ruled)
    if _is_joined_subject(word, verb):
        return True
    if verb.is_ancestor(word):
        return _is_in_relative(word, verb)
    own = child_of(verb, "nsubjpass", "nsubj")
    if own is not None and own.lower_ in RELATIVE and verb.dep_ == "relcl":
        own = verb.head if word not in verb.head.conjuncts else None
    if own is not None and own != word and ruled.get(own.i) == "victim":
        return own.pos_ == "PROPN" or child_of(own, "poss") is not None
    deed = word.head.head if word.dep_ == "pobj" and word.head.lower_ == "of" else word
    is_deed = deed != word and deed.lemma_.lower() in load_words().nouns
    return verb.dep_ == "conj" and is_deed and verb.head.is_ancestor(deed)


def _is_joined_subject(word: "Token", verb: "Token") -> bool:
    """'Two men were killed and a clerk, Odas, was hurt': to each clause its own."""
    while word.dep_ in {"appos", "conj"} and word.head.pos_ in {"NOUN", "PROPN", "NUM"}:
        word = word.head
    own = child_of(verb, "nsubjpass", "nsubj")
    is_own = own is not None and own != word and own.lower_ not in RELATIVE
    return is_own and word.dep_ in SUBJECTS and word.head in verb.conjuncts


def _has_its_own(noun: "Token", ruled: Mapping[int, str]) -> bool:
    """'Two men were jailed over the death of Odas': it was his."""
    under = (t for t in noun.subtree if ruled.get(t.i) == "victim")
    return any(t.ent_type_ == "PERSON" for t in under)


def _is_in_relative(word: "Token", verb: "Token") -> bool:
    """'The man who shot Odas was jailed': Odas was not."""
    if word.dep_ not in {"dobj", "nsubj", "nsubjpass", "pobj"}:
        return False
    between = list(word.ancestors)
    return any(t.dep_ == "relcl" for t in between[: between.index(verb)])


def _is_counted_before(word: "Token", trigger: Trigger) -> bool:
    """'The army spoke of 12 dead soldiers, rebels put the figure at 50': the 12 are the army's."""
    is_figure = trigger.head.lemma_.lower() in load_counting_lists().figures | {"toll"}
    return is_figure and word.i < trigger.head.i and any(c.dep_ == "nummod" for c in word.children)

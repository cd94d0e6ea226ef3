"""A verb in, who does what it says out, also where another verb or a noun governs it.

"urged the government to send gendarmes": the government; "the army's decision to pull out": the army.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.annotate.event.modality import load_modality_words
from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.parses import child_of, is_infinitive, is_passive, object_after, subject_of
from sayso.annotate.role.words import load_role_words
from sayso.annotate.saying.speakers import RELATIVE, can_act, speaker_of
from sayso.event_types import EventType

if TYPE_CHECKING:
    from spacy.tokens import Token


def doer_of(verb: "Token", depth: int = 0) -> "Token | None":
    """The verb's own subject, the one it shares, or the one that its governor gives it; None: not told."""
    own = subject_of(verb)
    if own is not None or depth > 4:
        return speaker_of(verb)
    governor = verb.head
    if verb.dep_ == "conj" and governor != verb and governor.pos_ in {"VERB", "AUX"}:
        return doer_of(governor, depth + 1)
    pictures = child_of(governor, "pobj") if governor.pos_ == "ADP" else governor
    if verb.dep_ in {"conj", "acl"} and verb.tag_ == "VBG" and pictures is not None:
        shown = shown_in(pictures)  # "with photos of rebels at the gate, and raising a flag"
        if shown is not None and shown.i < verb.i:
            return shown
    if verb.dep_ == "acl" and is_infinitive(verb):
        return _of_noun(governor, depth)
    if verb.dep_ == "pcomp":
        return _of_preposition(verb, depth)
    if verb.dep_ in {"xcomp", "advcl", "ccomp"} and is_infinitive(verb):
        made = _made_to(governor, verb) if governor.lemma_ in load_role_words().making else None
        if made is not None:
            return made
        plot = child_of(governor, "dobj")
        if plot is not None and plot.i < verb.i and _is_foiled(plot):
            return _of_noun(plot, depth)
        if governor.pos_ in {"VERB", "AUX"} and governor != verb:
            return doer_of(governor, depth + 1)
    return speaker_of(verb)


def _made_to(governor: "Token", verb: "Token") -> "Token | None":
    """Whom the governor bids do it; None where it stands in the passive, or bids no one."""
    if is_passive(governor):
        return None
    told = child_of(governor, "dobj", "dative")
    if told is not None and told.i < verb.i and told.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
        return told
    for prep in governor.children:
        if (
            prep.dep_ == "prep"
            and prep.lower_ in load_grammar_words().addressing
            and prep.i < verb.i
        ):
            return child_of(prep, "pobj")
    return None


def _of_noun(noun: "Token", depth: int) -> "Token | None":
    """Whose decision, plan or attempt it is."""
    owner = child_of(noun, "poss")
    if owner is not None:
        return owner
    for prep in noun.children:
        if prep.dep_ in {"prep", "agent"} and prep.lower_ == "by":
            return child_of(prep, "pobj")
    if _is_foiled(noun):
        return None
    if noun.dep_ in {"dobj", "attr"} and noun.head.pos_ in {"VERB", "AUX"}:
        return doer_of(noun.head, depth + 1)
    return None


def _is_foiled(noun: "Token") -> bool:
    """'Police foiled a plot to bomb it': the police did not plot."""
    tries = load_modality_words()["nouns"]
    is_try = tries.get(noun.lemma_.lower()) in {"attempted", "planned"}
    return is_try and noun.dep_ == "dobj" and noun.head.lemma_ in load_role_words().foiling


def _of_preposition(verb: "Token", depth: int) -> "Token | None":
    """'Accused the army of shelling': the army; 'by shelling', 'after storming': who does the rest."""
    words = load_role_words()
    governor = verb.head.head
    if governor.lemma_ in words.accusing:
        return child_of(governor, "dobj", "nsubjpass")
    if is_passive(governor) and verb.head.lower_ == "by":
        return None  # "killed by shelling": who was killed did not shell
    if governor.pos_ in {"VERB", "AUX"}:
        return doer_of(governor, depth + 1)
    if governor.lower_ in {"close", "near"} and governor.head.pos_ in {"VERB", "AUX"}:
        return doer_of(governor.head, depth + 1)  # "came close to taking it"
    if governor.dep_ == "dobj" and governor.head.lemma_ in words.accusing:
        return governor
    over = governor.head.head  # "accused by the minister of killing": the parse hangs it on him
    if governor.head.dep_ == "agent" and over.lemma_ in words.accusing:
        return child_of(over, "nsubjpass")
    found = speaker_of(verb)
    return None if found is not None and found.lower_ in RELATIVE else found


def shown_in(noun: "Token") -> "Token | None":
    """'A video of soldiers', 'photos on social media of rebels': the soldiers, the rebels."""
    if noun.lemma_.lower() not in load_role_words().pictures:
        return None
    of = (t for t in noun.subtree if t.lower_ == "of" and t.i > noun.i)
    shown = (child_of(word, "pobj") for word in of)
    return next((who for who in shown if who is not None and can_act(who)), None)


def agent_of(verb: "Token") -> "Token | None":
    """Who stands behind "by"."""
    agent = child_of(verb, "agent")
    return child_of(agent, "pobj") if agent is not None else None


_LOSSES = frozenset({"property_damage", "displacement"})


def follows_blow(verb: "Token", kind: EventType) -> bool:
    """'A convoy was attacked, killing two drivers': whom the blow befell did not kill them."""
    is_outcome = kind.family in {"fate", "casualties"} or kind.name in _LOSSES
    hangs = (
        verb.dep_ in {"advcl", "conj"} and verb.tag_ == "VBG" and child_of(verb, "nsubj") is None
    )
    return is_outcome and hangs and is_passive(verb.head) and child_of(verb, "dobj") is not None


def one_more(verb: "Token") -> "Token | None":
    """'Two guards were killed and a third abducted': the third."""
    before = (c for c in verb.children if c.dep_ == "npadvmod" and c.i == verb.i - 1)
    return next((c for c in before if c.lower_ in _ORDINALS and child_of(c, "det")), None)


_ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"})


def listed_after(subject: "Token") -> Iterator["Token"]:
    """'A judge, his clerk and a guard were found': the parse may give such a list two subjects."""
    for other in subject.head.children:
        if other.dep_ != subject.dep_ or other.i <= subject.i or other.pos_ != "NOUN":
            continue
        between = subject.doc[subject.i + 1 : other.left_edge.i]
        if subject.pos_ in {"NOUN", "PROPN"} and [t.text for t in between] == [","]:
            yield other


def of_whom(kin: "Token", verb: "Token") -> "Token | None":
    """'Relatives of nine men abducted on the road': the nine, whomever the parse gives the verb to."""
    if verb.dep_ != "acl" or kin.lemma_.lower() not in load_role_words().standing_by:
        return None
    theirs = object_after(kin, "of", "for")
    return theirs if theirs is not None and theirs.right_edge.i == verb.i - 1 else None


def left_of(verb: "Token") -> "Token | None":
    """'Villagers fleeing the fighting were shot': the parse may keep them for 'fleeing' alone."""
    if child_of(verb, "auxpass") is None:
        return None
    for clause in verb.children:
        is_bare = clause.tag_ == "VBG" and child_of(clause, "aux", "mark") is None
        own = child_of(clause, "nsubj") if is_bare and clause.i < verb.i else None
        if own is not None and own.i < clause.i and own.lower_ not in RELATIVE:
            return own
    return None


def named_before(verb: "Token") -> "Token | None":
    """'Hundreds mourned Karim Odas, shot by the police': Odas, and not the hundreds."""
    if verb.i < 2 or verb.nbor(-1).text != "," or verb.i < verb.head.i:
        return None
    name = verb.nbor(-2)
    return name if name.ent_type_ == "PERSON" and name.dep_ in {"pobj", "dobj"} else None


def doer_before(deed: "Token") -> "Token | None":
    """'Killed in army shelling of Karez', where the parse takes the shelling for a verb: the army's."""
    before = deed.nbor(-1) if deed.i else deed
    if deed.tag_ != "VBG" or deed.pos_ != "VERB" or before.dep_ != "pobj":
        return None
    is_within = before.head.lower_ in _WITHIN and deed.head in {
        before,
        before.head.head,
        *before.ancestors,
    }
    is_bare = not any(c.dep_ in {"det", "poss"} for c in before.children)
    is_place = before.ent_type_ == "GPE" or before.lemma_.lower() in load_naming_words().places
    return before if is_within and is_bare and not is_place and can_act(before) else None


_WITHIN = frozenset({"in", "by", "during", "amid", "from", "after", "despite", "under", "to"})

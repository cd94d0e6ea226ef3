"""'Odas was accused of killing two men' in, the accusation out: by who is named behind 'by', or by nobody named.

The encoder reads such passives by halves, and takes the accused for who accuses ("three officers
accused of torture"). The parse tells who is charged with what.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.event.modality_lists import load_modality_lists
from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.parses import child_of, is_negated, is_passive, subject_of, subtree_without
from sayso.annotate.role.words import load_role_words
from sayso.annotate.saying.readings import NOBODY, Reading
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.annotate.saying.speakers import RELATIVE, speaker_of
from sayso.event_types import load_open_words, load_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from sayso.types import Basis, Stance


def with_charges(found: Sequence[Reading], doc: "Doc") -> list[Reading]:
    """Each accusation in the passive in place of what was read around its verb."""
    charges = list(_read_charges(doc))
    found = [_without_held(r) for r in found]
    charges += _read_claimed(doc)
    verbs = {verb.i for verb, _ in charges}
    kept = [
        r for r in found if not verbs & {t.i for t in r.cue} and not any(map(_is_unclaimed, r.cue))
    ]
    read = {t.i for r in kept for t in r.cue}
    owned = (reading for verb, reading in _read_owning(doc) if verb.i not in read)
    return [*kept, *(reading for _, reading in charges), *owned]


def _read_claimed(doc: "Doc") -> Iterator[tuple["Token", Reading]]:
    """'..., an attack claimed by the Front': the attack is what the Front speaks of, and nothing before it."""
    for verb in doc:
        by = child_of(verb, "agent") if verb.lemma_ == "claim" and verb.dep_ == "acl" else None
        speaker = child_of(by, "pobj") if by is not None else None
        deed = verb.head
        if speaker is None or deed.lemma_.lower() not in load_words().nouns:
            continue
        words = tuple(t for t in subtree_without(deed, verb) if t.i <= deed.i)
        yield verb, Reading((verb,), tuple(speaker.subtree), speaker, words, "asserts")


def without_told_orders(found: Sequence[Reading]) -> list[Reading]:
    """'Charged him with ordering the murder', 'Odas, who had ordered the massacre': nobody calls for it
    there; what he is charged with goes to who charges him."""
    told = [r for r in found if _is_told_order(r)]
    kept = []
    for reading in (r for r in found if r not in told):
        more = [
            t
            for order in told
            if order.cue[-1].dep_ == "pcomp" and _charging(order.cue[-1]) in reading.cue
            for t in order.cue[-1].head.subtree
        ]
        words = {t.i: t for t in (*reading.content, *more) if t not in reading.cue}
        whole = tuple(words[i] for i in sorted(words)) if more else reading.content
        kept.append(_without_held(replace(reading, content=whole)))
    return kept


def _is_told_order(reading: Reading) -> bool:
    verb = reading.cue[-1]
    if verb.lemma_.lower() not in load_modality_lists().ordering or verb.pos_ != "VERB":
        return False
    if verb.dep_ == "pcomp":
        return _charging(verb).lemma_.lower() in load_role_words().accusing
    thing, who = child_of(verb, "dobj"), child_of(verb, "nsubj")
    is_told = verb.dep_ == "relcl" and who is not None and who.lower_ == "who"
    is_known = thing is not None and any(c.lower_ == "the" for c in thing.children)
    return is_told and is_known and verb.tag_ in {"VBD", "VBN"}


def _charging(gerund: "Token") -> "Token":
    """What governs 'with ordering', over the name that the parse may hang it on."""
    over = gerund.head.head
    return over.head if over.pos_ == "PROPN" and over.dep_ == "dobj" else over


def _without_held(reading: Reading) -> Reading:
    """'Odas was mistakenly thought to be dead', 'six feared dead': neither is who thinks so."""
    verb, speaker = reading.cue[-1], reading.speaker
    if verb.lemma_.lower() not in load_saying_words().held or speaker is None:
        return reading
    between = {t.lower_ for t in verb.doc[speaker.i + 1 : verb.i]} if speaker.i < verb.i else set()
    after = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    is_held = bool(between & _BEING) and after.lower_ == "to" and verb.tag_ in {"VBN", "VBD"}
    next_two = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]]  # "believed to be", "to have"
    is_beside = verb.i > 0 and verb.nbor(-1).text == "," and next_two in _TO_BE
    is_held = is_held or (is_beside and verb.tag_ in {"VBN", "VBD"})
    if not is_held and not (speaker.i < verb.i and _is_held_dead(verb, after)):
        return reading  # by its words: the parse mistakes what stands between
    words = sorted({*reading.source, *reading.content}, key=lambda t: t.i)
    return replace(reading, source=(), speaker=None, content=tuple(words))


def _is_held_dead(verb: "Token", after: "Token") -> bool:
    """'Feared dead', 'believed captured by rebels'; 'feared dead bodies' is another matter."""
    if verb.tag_ not in {"VBN", "VBD"}:
        return False
    is_fate = after.tag_ == "VBN" or (after.pos_ == "ADJ" and after.lemma_ in load_open_words())
    has_noun = after.i + 1 < len(after.doc) and after.nbor(1).pos_ in {"NOUN", "PROPN", "PRON"}
    return is_fate and not (has_noun and after.dep_ in {"amod", "compound"})


_TO_BE = (["to", "be"], ["to", "have"])
_BEING = frozenset({"is", "are", "was", "were", "been"})


def _read_owning(doc: "Doc") -> Iterator[tuple["Token", Reading]]:
    """'Claimed responsibility for a raid', where the encoder sees nobody speak."""
    for verb in doc:
        share = child_of(verb, "dobj") if verb.lemma_ in load_role_words().sharing else None
        speaker = speaker_of(verb) if share is not None and verb.pos_ == "VERB" else None
        if share is None or speaker is None or share.lemma_ not in load_role_words().shares_for:
            continue
        is_said = not is_negated(verb) and speaker.lower_ not in NOBODY | RELATIVE
        if is_said and speaker.left_edge.lower_ not in load_grammar_words().no_one:
            cue, source = _cue(verb), tuple(speaker.subtree)
            content = tuple(t for t in share.subtree if t not in cue)
            yield verb, Reading(cue, source, speaker, content, _OWNING.get(verb.lemma_, "asserts"))


def _is_unclaimed(verb: "Token") -> bool:
    """'Have not claimed responsibility': nothing is said."""
    words = load_role_words()
    share = child_of(verb, "dobj") if verb.lemma_ in words.sharing and is_negated(verb) else None
    return share is not None and share.lemma_ in words.shares_for


_OWNING: Mapping[str, "Stance"] = {
    "accept": "admits", "admit": "admits", "acknowledge": "admits", "own": "admits", "confess": "admits",
    "deny": "denies", "reject": "denies", "disclaim": "denies", "disavow": "denies",
}  # fmt: skip


def _cue(verb: "Token") -> tuple["Token", ...]:
    near = [c for c in verb.children if c.dep_ in {"aux", "auxpass", "neg"} and verb.i - c.i <= 3]
    return tuple(sorted([verb, *near], key=lambda t: t.i))


def _read_charges(doc: "Doc") -> Iterator[tuple["Token", Reading]]:
    for verb in doc:
        is_cue = verb.pos_ == "VERB" and verb.lemma_.lower() in load_saying_words().charging
        if is_cue and (is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ == "acl")):
            reading = _read_charge(verb)
            if reading is not None:
                yield verb, reading


def _read_charge(verb: "Token") -> Reading | None:
    by = child_of(verb, "agent")
    accuser = child_of(by, "pobj") if by is not None else None
    charge = _charge_of(verb, accuser)
    accused = verb.head if verb.dep_ == "acl" else subject_of(verb)
    if charge is None or accused is None or accused.lower_ in NOBODY:
        return None
    source = subtree_without(accuser, charge) if accuser is not None else []
    cue = _cue(verb)
    words = [*_name(accused, verb), *charge.subtree]
    content = tuple(sorted(set(words) - {*cue, *source}, key=lambda t: t.i))
    knows: Basis | None = "reacts" if verb.lemma_ in _FOR_DEEDS else None
    return Reading(cue, tuple(source), accuser, content, "accuses", knows)


def _charge_of(verb: "Token", accuser: "Token | None") -> "Token | None":
    """'Of killing two men', which the parse may hang on the minister who says so."""
    joint = "for" if verb.lemma_ in _FOR_DEEDS else "of"
    for host in (verb, accuser):
        for prep in host.children if host is not None else ():
            is_joint = prep.dep_ == "prep" and prep.lower_ == joint and prep.i > verb.i
            if is_joint and (host == verb or prep.nbor(1).tag_ == "VBG"):
                return prep
    return None


_FOR_DEEDS = frozenset({"blame"})  # the deed is known, and only whose it is is said


def _name(accused: "Token", verb: "Token") -> list["Token"]:
    """The accused, less what is told of him beside: 'Odas, who fought the rebels,'."""
    if accused.lower_ in RELATIVE:
        return [accused]
    asides = [c for c in accused.children if c.dep_ in {"relcl", "appos", "acl"}]
    words = subtree_without(accused, *asides)
    while words and words[-1].is_punct:
        words.pop()
    return [t for t in words if t != verb]

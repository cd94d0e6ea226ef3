"""Readings in, those of the outlets that carry another's words out: 'the mayor, quoted by Radio Istra, said'.

The encoder takes the outlet for who speaks, or for no more than a part of the speaker's name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.mentions import is_medium, load_source_kinds
from sayso.annotate.parses import child_of, share_sentence, subject_of
from sayso.annotate.saying.readings import Reading
from sayso.annotate.saying.saying_words import load_saying_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_THROUGH = frozenset({"in", "via", "through", "with"})
_ON = frozenset({"on", "in"})
_STEPS = 4  # words between the verb and what was carried: 'said in a letter to his wife carried by'


def with_carriers(doc: "Doc", found: Sequence[Reading], ruled: Sequence[Reading]) -> list[Reading]:
    """The readings, with whoever carries what a speaker says around it."""
    kept = [_of_medium(r) for r in found]
    for participle in doc:
        kept = _with_quoting(participle, kept)
        by = _by(participle)
        outlet = child_of(by, "pobj") if by is not None else None
        if by is None or outlet is None or _is_means(outlet):
            continue
        others = [r for r in kept if participle not in r.cue]
        said = _carried(participle, others, ruled)
        if said:
            own = [_of_speaker(r, participle) for r in said]
            carrier = _carrier(participle, by, outlet, own, kept)
            beside = [r for r in others if not any(r is s for s in said)]
            kept = [*beside, *(r for r in own if r.content), carrier]
    return kept


def _of_medium(reading: Reading) -> Reading:
    """'Was quoted on state radio as saying': the radio quotes him."""
    verb = next((t for t in reading.cue if t.lemma_.lower() in {"quote", "cite"}), None)
    if reading.source or verb is None or verb.tag_ != "VBN":
        return reading
    outlets = (child_of(c, "pobj") for c in verb.children if c.dep_ == "prep" and c.lower_ in _ON)
    outlet = next((o for o in outlets if o is not None and _is_told_in(o)), None)
    if outlet is None:
        return reading
    source = tuple(outlet.subtree)
    content = tuple(t for t in reading.content if t not in source)
    return replace(reading, source=source, speaker=outlet, content=content, knows="told_by")


def _is_told_in(noun: "Token") -> bool:
    """A radio, a newspaper; a police report, a protocol."""
    return is_medium(noun) or load_source_kinds().get(noun.lemma_.lower()) == "document"


def _with_quoting(saying: "Token", found: list[Reading]) -> list[Reading]:
    """'Was quoted as saying by the Sarn Post': the Post quotes, and the one quoted says it."""
    as_, by = saying.head, child_of(saying, "prep", "agent")
    verb = as_.head
    speaker = child_of(verb, "nsubjpass")
    outlet = child_of(by, "pobj") if by is not None and by.i == saying.i + 1 else None
    is_form = (
        saying.tag_ == "VBG" and as_.lower_ == "as" and verb.lemma_.lower() in {"quote", "cite"}
    )
    if not is_form or by is None or by.lower_ != "by" or outlet is None or speaker is None:
        return found
    own = [r for r in found if saying in r.cue or verb in r.cue]
    around = [t for c in verb.children if c.dep_ in {"aux", "auxpass", "advmod"} for t in c.subtree]
    cue = (*(t for t in around if speaker.i < t.i < verb.i), verb)
    gone = {*cue, as_, saying, by, *speaker.subtree, *outlet.subtree}
    said = sorted({t for r in own for t in (*r.source, *r.content)} - gone, key=lambda t: t.i)
    while said and said[-1].text == ",":
        said.pop()
    if not any(t.is_alpha for t in said):
        return found
    inner = Reading((saying,), tuple(speaker.subtree), speaker, tuple(said), "asserts")
    whole = sorted({*said, *speaker.subtree, as_, saying}, key=lambda t: t.i)
    outer = Reading(cue, tuple(outlet.subtree), outlet, tuple(whole), "asserts", "told_by")
    return [*(r for r in found if r not in own), outer, inner]


def _by(verb: "Token") -> "Token | None":
    """The 'by' or 'on' between a participle of carrying and the outlet."""
    is_one = verb.tag_ in {"VBN", "VBD"} and verb.dep_ in {"acl", "relcl", "advcl"}
    particle = child_of(verb, "prt")
    lemma = verb.lemma_.lower() + (f" {particle.lower_}" if particle is not None else "")
    if not is_one or lemma not in load_saying_words().carrying:
        return None
    agent = child_of(verb, "agent")
    if agent is not None:
        return agent
    on = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in _ON and c.i > verb.i)
    return next((c for c in on if is_medium(child_of(c, "pobj"))), None)


def _is_means(noun: "Token") -> bool:
    """'Forwarded by train', 'relayed by radio': by what, not by whom."""
    return noun.tag_ == "NN" and noun.lemma_.lower() != "media" and not list(noun.lefts)


def _carried(
    participle: "Token", found: Sequence[Reading], ruled: Sequence[Reading]
) -> list[Reading]:
    """What the speaker of the carried words says in their sentence, as it is read or else ruled."""
    for readings in (found, ruled):
        its = [r for r in readings if r.content and _is_its(r, participle)]
        its += [r for r in readings if r not in its and any(_goes_on(r, one) for one in its)]
        if its:
            taken = {t.i for r in found for t in r.cue}
            is_free = readings is found or not any(t.i in taken for r in its for t in r.cue)
            return its if is_free else []
    return []


def _goes_on(reading: Reading, one: Reading) -> bool:
    """'In a statement carried by the site, the council called for talks and said that': said, too."""
    is_same = reading.speaker is not None and reading.speaker == one.speaker
    is_joined = any(t.dep_ == "conj" and t.head in one.cue for t in reading.cue)
    return is_same and is_joined and not reading.cites and bool(reading.content)


def _is_its(reading: Reading, participle: "Token") -> bool:
    """Whether the participle hangs on who speaks, on what he says it in, or on his 'claim'."""
    cue, speaker = reading.cue, reading.speaker
    if reading.cites or not share_sentence(cue[0], participle) or cue[0] in participle.subtree:
        return False
    over = list(_above(participle))
    if any(t in over for t in cue if t.pos_ == "NOUN"):
        return True
    is_speaker = speaker is not None and (speaker in over or participle.head in reading.source)
    return is_speaker or (speaker is not None and _stands_in(over, reading))


def _above(word: "Token") -> Iterator["Token"]:
    """The nouns that a participle may stand by: 'a message from his deputy relayed by'."""
    for _ in range(_STEPS):
        word = word.head
        if word.pos_ not in {"NOUN", "PROPN", "ADP", "PRON"}:
            return
        yield word


def _stands_in(over: Sequence["Token"], reading: Reading) -> bool:
    """'In a statement carried by the agency, the clans deny': the statement, of that verb."""
    top = over[-1] if over else None
    if top is None or top.dep_ != "prep" or top.lower_ not in _THROUGH:
        return False
    noun = child_of(top, "pobj")
    is_text = noun is not None and load_source_kinds().get(noun.lemma_.lower()) == "document"
    is_words = noun is not None and noun.lemma_.lower() in load_saying_words().carried
    return (is_text or is_words) and (top.head in reading.cue or top.head == reading.speaker)


def _carrier(
    participle: "Token",
    by: "Token",
    outlet: "Token",
    said: Sequence[Reading],
    found: Sequence[Reading],
) -> Reading:
    """The outlet's own reading: its content is that they said so."""
    particle = child_of(participle, "prt")
    cue = tuple(t for t in (participle, particle, by) if t is not None)
    source = tuple(outlet.subtree)
    gone = {t.i for t in participle.subtree}
    words = {t.i: t for r in said for t in (*r.source, *r.cue, *r.content) if t.i not in gone}
    known = next((r for r in found if participle in r.cue and r.speaker in source), None)
    own = Reading(cue, source, outlet, (), "asserts", "told_by")
    if known is not None:
        own = replace(own, kind=known.kind, naming=known.naming)
    return replace(own, content=tuple(words[i] for i in sorted(words)))


def _of_speaker(reading: Reading, participle: "Token") -> Reading:
    """Who speaks, and what he says, without who carries it: he may be taken for the speaker."""
    gone = {t.i for t in participle.subtree}
    content = tuple(t for t in reading.content if t.i not in gone)
    source = [t for t in reading.source if t.i not in gone]
    speaker = reading.speaker
    if not source and speaker is not None:
        speaker = next((s for t in reading.cue if (s := subject_of(t)) is not None), speaker)
        source = [t for t in speaker.subtree if t.i not in gone and t not in reading.cue]
        reading = replace(reading, kind=None, naming=None)
    while source and source[-1].is_punct:
        source.pop()
    return replace(reading, source=tuple(source), speaker=speaker, content=content)

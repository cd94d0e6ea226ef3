"""Readings in, the same with the words of each speaker told from those of the next out.

Who told it to the one who heard, whom a passive verb names, what 'what' stands for, and where one
cue of two parts was taken for two: the encoder, which reads a content torn from what is around
it, mistakes them.
"""

from collections.abc import Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.mentions import load_source_kinds
from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.parses import (
    SUBJECTS,
    child_of,
    is_passive,
    share_sentence,
    subject_of,
    subtree_without,
)
from sayso.annotate.saying.cues import load_cues
from sayso.annotate.saying.readings import FIRST_PERSON, NOBODY, Reading
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.annotate.saying.speakers import RELATIVE, can_act

if TYPE_CHECKING:
    from spacy.tokens import Token

CITING = frozenset({"citing", "quoting"})
QUOTING = frozenset({"cite", "quote"})
_SITES = frozenset({"GPE", "LOC", "FAC"})
FAR = 3  # words between 'declined to comment' and what on


def with_own_subject(reading: Reading) -> Reading:
    """'Relatives say the police told them': the relatives; 'was answered, by one, that': the one.

    Where the encoder goes past the agent of a passive verb, to another sentence, or into what is said.
    """
    reading = _of_told_noun(reading)
    verb = next((t for t in reading.cue if t.pos_ == "VERB"), None)
    if verb is None or not reading.source:
        return _of_holder(reading)
    if is_passive(verb) and child_of(verb, "nsubj") is None:
        by = child_of(verb, "agent")
        speaker = child_of(by, "pobj") if by is not None else None
        is_missed = speaker is not None
    elif (goer := _goer_on(verb)) is not None:
        speaker = goer
        is_missed = goer not in reading.source
    else:
        speaker = subject_of(verb)
        is_missed = speaker is not None and _is_missed(speaker, reading)
    if speaker is None or not is_missed or speaker in reading.source or not can_act(speaker):
        return reading
    own = {t.i for t in reading.cue} | {t.i for t in verb.subtree if speaker.i < verb.i <= t.i}
    source = tuple(t for t in speaker.subtree if t.i not in own and _is_of(t, speaker))
    content = tuple(t for t in reading.content if t not in source)
    return replace(
        reading, source=source, speaker=speaker, content=content or reading.content,
        kind=None, naming=None,
    )  # fmt: skip


def _of_told_noun(reading: Reading) -> Reading:
    """'The rebels' demand that it leave was rejected': the rebels demand it, and reject nothing."""
    verb = reading.cue[-1]
    noun = child_of(verb, "nsubjpass") if child_of(verb, "agent") is None else None
    holder = child_of(noun, "poss") if noun is not None else None
    row = load_cues().nouns.get(noun.lemma_.lower()) if noun is not None else None
    if noun is None or row is None or holder not in reading.source or noun in reading.content:
        return reading
    content = tuple(t for t in reading.content if t.i < verb.i)
    if not content:
        return reading
    return replace(reading, cue=(noun,), content=content, stance=row.stance, knows=row.knows)


def _goer_on(verb: "Token") -> "Token | None":
    """'Said men are stopping buses and asking for papers': the men ask for them."""
    first = verb.head
    is_one = verb.dep_ == "conj" and verb.tag_ == "VBG" and first.tag_ == "VBG"
    if not is_one or first.dep_ != "ccomp" or subject_of(verb) is not None:
        return None
    subject = subject_of(first)
    is_noun = subject is not None and subject.pos_ in {"NOUN", "PROPN"}
    return subject if is_noun and subject is not None and subject.i < first.i else None


def _of_holder(reading: Reading) -> Reading:
    """'Repeated a warning by the doctors that': the doctors gave it."""
    noun = reading.cue[-1]
    by = next((c for c in noun.children if c.lower_ in {"by", "from"} and c.i > noun.i), None)
    holder = child_of(by, "pobj") if by is not None else None
    is_one = holder is not None and can_act(holder) and holder.ent_type_ not in _SITES
    if noun.pos_ != "NOUN" or holder is None or not is_one or holder in reading.source:
        return reading
    source = tuple(t for t in holder.subtree if _is_of(t, holder))
    content = tuple(t for t in reading.content if t not in source)
    if not reading.source or not content:
        return reading
    return replace(reading, source=source, speaker=holder, content=content, kind=None, naming=None)


def with_antecedent(reading: Reading) -> Reading:
    """'The site spoke to a nurse, who said that they were there': the nurse, with her 'who'."""
    verb = next((t for t in reading.cue if t.pos_ == "VERB"), None)
    who = subject_of(verb) if verb is not None and not is_passive(verb) else None
    if verb is None or who is None or verb.dep_ != "relcl" or who.lower_ not in {"who", "which"}:
        return reading
    noun = verb.head
    words = [t for t in subtree_without(noun, verb) if t.i < who.i]
    while words and words[-1].is_punct:
        words.pop()
    source = (*words, who)
    content = tuple(t for t in reading.content if t not in source)
    is_given = any(t.lower_ == "from" or t.lemma_.lower() in QUOTING for t in reading.cue)
    is_told = noun in reading.source or not reading.source or not words or is_given
    if is_told or not content or noun in reading.cue or not _is_one(noun, who):
        return reading
    if reading.source != (who,):
        reading = replace(reading, kind=None, naming=None)
    return replace(reading, source=source, speaker=noun, content=content)


def _is_one(noun: "Token", who: "Token") -> bool:
    """Whether 'who' can be the noun alone: not 'activists and aides who', 'a man on the spot who'."""
    if noun.dep_ == "conj" or any(c.dep_ == "conj" for c in noun.children) or not can_act(noun):
        return False
    if who.lower_ == "which" or noun.ent_type_ == "PERSON":
        return True
    is_site = noun.ent_type_ in _SITES
    over = noun.head.head
    is_behind = noun.dep_ == "pobj" and (over.pos_ in {"NOUN", "PROPN"} or over.dep_ == "acl")
    is_body = (
        noun.lemma_.lower() in load_source_kinds()
        or noun.lemma_.lower() in load_naming_words().groups
    )
    return not is_site and (is_body or not is_behind)


def _is_missed(speaker: "Token", reading: Reading) -> bool:
    """Whether the subject right before the cue was passed over for a noun far off, or behind it."""
    first = reading.cue[0]
    no_subject = NOBODY | FIRST_PERSON | RELATIVE | {"it"}
    is_before = 0 < first.i - speaker.right_edge.i <= 2 and speaker.lower_ not in no_subject
    is_far = not share_sentence(reading.source[0], first)
    return is_before and (is_far or reading.source[0] in reading.content or _is_giver(reading))


def _is_giver(reading: Reading) -> bool:
    """'He had it, he said, from the bishop': the bishop, behind the comma, is whom he had it from."""
    cue, first = reading.cue[-1], reading.source[0]
    before = first.doc[cue.i + 1 : first.i]
    is_set_off = len(before) == 2 and before[0].text == "," and before[1].lower_ in {"from", "by"}
    return is_set_off and cue.lemma_.lower() not in load_saying_words().hearing


def _is_of(word: "Token", speaker: "Token") -> bool:
    """Whether a word names the speaker, and is no clause about what he said."""
    while word != speaker and word.dep_ not in {"ccomp", "acl"}:
        word = word.head
    return word == speaker


def part_voices(found: Sequence[Reading]) -> list[Reading]:
    """The readings in their order, each with its own words."""
    heard = [
        _of_cited(_of_what(_unless_pressed(_of_giver(r)))) for r in found if not _is_no_saying(r)
    ]
    cited = [r for r in heard if r.cites and r.cue[0].lower_ in CITING]
    heard = [_without_cited(r, cited) for r in heard]
    whole = [reading for reading in heard if not _is_own_end(reading, heard)]
    return [_in_sentence(_without_next(reading, whole)) for reading in whole]


def _of_giver(reading: Reading) -> Reading:
    """'He had heard from his brother that they were there': the brother tells it."""
    verb = next((t for t in reading.cue if t.lemma_.lower() in load_saying_words().hearing), None)
    giving = next((c for c in verb.children if c.lower_ == "from"), None) if verb else None
    whom = child_of(giving, "pobj") if giving is not None else None
    if verb is None or giving is None or whom is None or giving.i < verb.i or not can_act(whom):
        return reading
    what = child_of(verb, "dobj")
    if what is not None and what.i < giving.i and what.lower_ not in load_saying_words().the_word:
        return reading  # "saw the flag and heard shots from the mill"
    clause = {t.i for c in whom.children if c.dep_ in {"acl", "relcl", "ccomp"} for t in c.subtree}
    source = tuple(t for t in whom.subtree if t.i not in clause)
    gone = {t.i for t in (giving, *source)}
    content = tuple(t for t in reading.content if t.i not in gone)
    return replace(reading, source=source, speaker=whom, content=content or reading.content)


def _unless_pressed(reading: Reading) -> Reading:
    """'Asked whether he had said so, Odas denied it', 'wept when asked': nobody is named who asked."""
    verb = reading.cue[0]
    if (
        any(t.pos_ != "ADP" for t in reading.cue[1:])
        or verb.tag_ not in {"VBN", "VBD"}
        or verb.lemma_.lower() not in load_saying_words().pressing
    ):
        return reading
    has_own = any(
        c.dep_ in {"aux", "auxpass", "agent"} or (c.dep_ in SUBJECTS and c.i < verb.i)
        for c in verb.children
    )
    before = verb.nbor(-1) if verb.i else None
    opens = before is None or verb.is_sent_start or before.is_space or before.is_quote
    is_when = before is not None and before.lower_ in _WHEN
    is_first = opens or is_when or (before is not None and before.text in _BEFORE_PRESSED)
    is_asked = verb.dep_ == "acl" and verb.head in reading.source  # "Odas, asked whether"
    is_asked = is_asked and (before is None or before.text == ",")
    is_behind = bool(reading.source) and reading.source[0].i > verb.i
    is_told = bool(reading.source) and (is_asked or is_behind or is_when)
    if has_own or not is_first or not is_told or (verb.tag_ == "VBD" and not (opens or is_when)):
        return reading
    return replace(reading, source=(), speaker=None, stance="asks", kind=None, naming=None)


_WHEN = frozenset({"when", "whenever", "while", "once", "if"})
_BEFORE_PRESSED = frozenset({",", ";", "and", "but", "then"})


def _of_what(reading: Reading) -> Reading:
    """'What the office had said at noon was a hope': the office said 'what', not that it was one."""
    verb = reading.cue[-1]
    what = next((c for c in verb.children if c.lower_ == "what" and c.dep_ == "dobj"), None)
    if what is None or what.i > verb.i or what in reading.cue:
        return reading
    return replace(reading, content=(what,))


def _is_no_saying(reading: Reading) -> bool:
    """'The see had no comment', with what somebody else said beside it; 'to' or 'the' alone."""
    last = reading.cue[-1]
    if all(t.pos_ in {"PART", "DET", "CCONJ", "PRON"} for t in reading.cue):
        return True
    is_none = reading.stance == "declines" and last.lemma_.lower() == "comment"
    if not is_none or not reading.content:
        return False
    return not last.i < reading.content[0].i <= last.i + FAR


def _is_own_end(second: Reading, found: Sequence[Reading]) -> bool:
    """'The president neither knows nor wishes to know where': one cue of one speaker, not two."""
    first = second.cue[0].i
    return second.speaker is not None and any(
        r.speaker == second.speaker and 0 < first - r.cue[-1].i <= 2 and second.cue[-1] in r.content
        for r in found
        if r is not second
    )


def _without_next(reading: Reading, found: Sequence[Reading]) -> Reading:
    """'Said that no jet was up and suggested that': what one says next is no part of what he said."""
    speaker, inside = reading.speaker, {t.i for t in reading.content}
    if speaker is None or speaker.i in inside:
        return reading
    last = reading.cue[-1].i
    beside = (r for r in found if r is not reading and not r.cites and _is_beside(r, reading))
    starts = [r.cue[0].i for r in beside if r.cue[0].i in inside and r.cue[0].i > last]
    if not starts:
        return reading
    rest = [t for t in reading.content if t.i < min(starts)]
    while rest and (rest[-1].is_punct or rest[-1].lower_ in load_grammar_words().openings):
        rest.pop()
    return replace(reading, content=tuple(rest)) if rest else reading


def _is_beside(other: Reading, reading: Reading) -> bool:
    """The same speaker's next verb: 'had asked for a pause and had been told to wait'."""
    is_joined = any(t.dep_ == "conj" and t.head in reading.cue for t in other.cue)
    return other.speaker == reading.speaker or (is_joined and other.speaker is None)


def _of_cited(reading: Reading) -> Reading:
    """'The Banner reports, quoting a memo; the memo says': the memo quoted, not the one that says."""
    cue = reading.cue[0]
    whom = child_of(cue, "dobj") if cue.lower_ in CITING else None
    if whom is None or not reading.cites or whom in reading.source or not can_act(whom):
        return reading
    source = tuple(t for t in whom.subtree if _is_of(t, whom))
    return replace(reading, source=source, speaker=whom, kind=None, naming=None)


def _without_cited(reading: Reading, cited: Sequence[Reading]) -> Reading:
    """Who is cited is no part of what is told."""
    gone = {t.i for r in cited if r.cue[0] not in reading.content for t in r.source}
    content = tuple(t for t in reading.content if t.i not in gone)
    return replace(reading, content=content) if content else reading


def _in_sentence(reading: Reading) -> Reading:
    """Who is cited is cited for the sentence, not for a quotation in the next."""
    if not reading.cites:
        return reading
    near = tuple(t for t in reading.content if share_sentence(t, reading.cue[0]))
    return replace(reading, content=near or reading.content)


def with_own_quotations(found: Sequence[Reading], ruled: Sequence[Reading]) -> list[Reading]:
    """'"We held on," Odas said. "We lost two men," said Tal': the second quotation is Tal's alone.

    Where the encoder gives two quotations to the first speaker, and the words beside the second
    name its own.
    """
    parted = list(found)
    for one in ruled:
        if not _is_tagged(one) or any(one.cue[0] in r.cue for r in found):
            continue
        first, last = one.content[0].i, one.cue[-1].i
        taken = {t.i for t in one.content} | set(range(one.content[-1].i, last + 1))
        holders = [r for r in parted if _runs_into(r, first, taken)]
        if not holders:
            continue
        for r in holders:
            kept = tuple(t for t in r.content if t.i not in taken and t.i < first)
            parted[parted.index(r)] = replace(r, content=kept)
        parted.append(one)
    return parted


def _is_tagged(reading: Reading) -> bool:
    """Whether it is a quotation with its cue and its speaker right behind it."""
    if not reading.content or not reading.source:
        return False
    doc, first, last = reading.cue[0].doc, reading.content[0], reading.content[-1]
    opens = first.is_quote or (first.i > 0 and doc[first.i - 1].is_quote)
    tag = sorted((*reading.cue, *reading.source), key=lambda t: t.i)
    between = doc[last.i + 1 : tag[0].i] if tag[0].i > last.i else doc[0:0]
    closes = last.is_quote or any(t.is_quote for t in between)
    is_beside = tag[0].i > last.i and all(t.is_punct for t in between)
    return opens and closes and is_beside and tag[-1].i - tag[0].i < len(tag) + 1


def _runs_into(reading: Reading, first: int, taken: Set[int]) -> bool:
    """Whether it holds those words, and was told before them, with words of its own."""
    inside = {t.i for t in reading.content}
    is_before = bool(reading.source) and max(t.i for t in (*reading.cue, *reading.source)) < first
    return is_before and bool(inside & taken) and min(inside) < first

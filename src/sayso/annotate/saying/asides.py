"""Readings in, those mended in which a second speaker stands between another's subject and verb.

'The depot, a clerk testified, told him to wait': the depot told him, and the clerk says so. 'He
recalled his sergeant saying that': the sergeant. The encoder takes the nearer noun, or the bolder.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.parses import SUBJECTS, child_of, sentence_of, share_sentence, subject_of
from sayso.annotate.saying.cues import load_cues
from sayso.annotate.saying.readings import Reading
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.annotate.saying.speakers import RELATIVE, can_act

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 12  # words of an aside


def mend_asides(found: Sequence[Reading], ruled: Sequence[Reading] = ()) -> list[Reading]:
    """The same readings in their order; an aside's content takes in what it comments on.

    ruled: readings of the parse; one that an aside stands in is added where it is missing
    """
    found = [*found, *_commented(found, ruled)]
    mended = [_of_participle(one) for reading in found for one in _parted(reading, found)]
    for at, aside in enumerate(mended):
        bounds = _bounds(aside)
        if bounds is None:
            continue
        for other, reading in enumerate(mended):
            if other != at and _is_around(reading, bounds):
                inner = _own_subject(reading, bounds)
                mended[other] = inner
                mended[at] = _taking_in(mended[at], inner, bounds)
                _take_joined(mended, at, inner, bounds)
    return mended


def _take_joined(mended: list[Reading], at: int, inner: Reading, bounds: tuple[int, int]) -> None:
    """'The prisoner, his lawyer said, would not name them and said that': the prisoner said that, too."""
    for n, reading in enumerate(mended):
        verb = next((t for t in reading.cue if t.pos_ == "VERB"), reading.cue[-1])
        is_joined = verb.dep_ == "conj" and verb.head in inner.cue and verb.i > bounds[1]
        if not is_joined or reading.speaker not in {mended[at].speaker, inner.speaker}:
            continue
        mended[n] = replace(
            reading,
            source=inner.source,
            speaker=inner.speaker,
            kind=inner.kind,
            naming=inner.naming,
        )
        doc, last = verb.doc, max(t.i for t in inner.content)
        between = doc[last + 1 : verb.i] if last < verb.i else doc[0:0]
        words = {t.i: t for t in (*mended[at].content, *between, *reading.cue, *reading.content)}
        mended[at] = replace(mended[at], content=tuple(words[i] for i in sorted(words)))


def _commented(found: Sequence[Reading], ruled: Sequence[Reading]) -> Iterator[Reading]:
    """'The aide, they say, has told us that': that the aide has told it."""
    asides = (r.cue[-1] for r in found if _bounds(r) is not None)
    verbs = {_commented_verb(aside) for aside in asides}
    taken = {t for r in found for t in r.cue}
    for reading in ruled:
        cue = set(reading.cue)
        if reading.content and reading.source and verbs & cue and not taken & cue:
            yield reading


def _commented_verb(aside: "Token") -> "Token | None":
    """The verb that an aside parts from its subject, on either of which the parse may hang it."""
    over = aside.head
    if aside.dep_ not in {"parataxis", "advcl", "ccomp", "relcl"}:
        return None
    if over.dep_ in SUBJECTS:
        return over.head
    return over if aside.dep_ != "relcl" else None


def _parted(reading: Reading, found: Sequence[Reading]) -> Iterator[Reading]:
    """Two who say it, where the encoder has one of them alone.

    'Recalled the mayor boasting that'; 'the staff, a clerk testified, told him to wait'.
    """
    verb, aside = _verb_before(reading), _aside_of(reading)
    if verb is not None and _is_cue(verb, found):
        doc = verb.doc
        whom = doc[reading.cue[-1].i + 1 : verb.i]
        yield replace(reading, content=(*whom, verb, *reading.content))
        yield Reading((verb,), tuple(whom), whom.root, reading.content, "asserts")
    elif aside is not None and _is_cue(aside, found):
        cue = tuple(t for t in (aside, child_of(aside, "prt")) if t is not None)
        yield replace(reading, cue=cue, stance="asserts", knows=None)
        yield replace(reading, source=(), speaker=None, kind=None, naming=None)
    else:
        yield reading


def _is_cue(verb: "Token", found: Sequence[Reading]) -> bool:
    particle = child_of(verb, "prt")
    names = {verb.lemma_.lower(), f"{verb.lemma_.lower()} {particle.lower_ if particle else ''}"}
    is_new = not any(verb in r.cue for r in found)
    return is_new and bool(names & load_cues().verbs.keys())


def _aside_of(reading: Reading) -> "Token | None":
    """The verb of the aside whose speaker was taken for the cue's."""
    verb = reading.speaker.head if reading.speaker is not None else None
    is_aside = verb is not None and verb.dep_ == "parataxis" and verb.head in reading.cue
    return verb if is_aside else None


def _verb_before(reading: Reading) -> "Token | None":
    """The participle between one who hears and what is heard."""
    if not reading.content or reading.cue[0].lemma_.lower() not in load_saying_words().recalling:
        return None
    first = reading.content[0]
    verb = first.nbor(-1) if first.i > reading.cue[-1].i + 2 else None
    return verb if verb is not None and verb.tag_ == "VBG" else None


def _of_participle(reading: Reading) -> Reading:
    """'Recalled his sergeant saying', 'described her as telling': who says it."""
    verb = reading.cue[0]
    if verb.tag_ != "VBG":
        return reading
    governor = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "as" else verb.head
    if governor.lemma_.lower() not in load_saying_words().recalling or governor.i > verb.i:
        return reading
    whom = child_of(governor, "dobj") or child_of(verb, *SUBJECTS, "compound")
    is_other = whom is not None and governor.i < whom.i < verb.i and can_act(whom)
    if whom is None or not is_other or whom in reading.source or whom.lower_.endswith("self"):
        return reading
    gone = {verb, verb.head} if verb.head != governor else {verb}
    source = tuple(t for t in whom.subtree if t.i < verb.i and not gone & {t})
    return replace(reading, source=source, speaker=whom)


def _bounds(reading: Reading) -> tuple[int, int] | None:
    """First and last token of ', she recalled,': a comma, who says it, the cue, a comma or colon."""
    if not reading.source or reading.source[-1].i >= reading.cue[0].i:
        return None
    first, last = reading.source[0].i, _aside_end(reading)
    doc = reading.cue[0].doc
    if first == 0 or last + 1 >= len(doc) or last - first >= LONGEST:
        return None
    opens = first - 2 if doc[first - 1].lower_ == "so" else first - 1
    is_set_off = doc[opens].text == "," and doc[last + 1].text in {",", ":"}
    own = (*reading.source, *reading.cue)
    is_bare = all(t in own or t.pos_ == "ADV" for t in doc[first : reading.cue[-1].i + 1])
    return (opens + 1, last) if is_set_off and is_bare else None


def _aside_end(reading: Reading) -> int:
    """The cue's last token, or the last of what follows it: ', he told the guild on Monday,'."""
    cue = reading.cue[-1]
    end = cue.i
    for word in cue.doc[end + 1 : sentence_of(cue).stop]:
        if word.text in {",", ":"}:
            break
        is_tail = cue.is_ancestor(word) and word.pos_ not in {"VERB", "AUX", "SCONJ", "PUNCT"}
        if not is_tail or word in reading.content:
            return cue.i
        end = word.i
    return end


def _is_around(reading: Reading, bounds: tuple[int, int]) -> bool:
    """Whether the reading's verb stands on one side of the aside, and its subject or content beyond."""
    verb = reading.cue[-1]
    first, last = bounds
    if not share_sentence(reading.cue[0], verb.doc[first]) or first <= verb.i <= last:
        return False
    if verb.i > last:
        subject = _subject_before(verb, first)
        return subject is not None and not any(t.i > last + 1 for t in reading.source)
    if any(verb.i < t.i < first for t in reading.content):
        return (
            False  # "accuse the army of burning farms that, they write, it had promised to spare"
        )
    return verb.i < first and any(t.i > last for t in reading.content) and not any(
        t.is_quote for t in reading.content
    )  # fmt: skip


def _subject_before(verb: "Token", first: int) -> "Token | None":
    """The noun that closes just before the aside, and that the parse gives to either verb."""
    noun = verb.doc[first - 2] if first >= 2 else None
    while (
        noun is not None and noun.dep_ not in SUBJECTS and noun.head != noun and noun.head.i < first
    ):
        noun = noun.head
    if noun is None or noun.dep_ not in SUBJECTS or noun.lower_ in RELATIVE:
        return None
    asides = {noun.head, noun.head.head}
    is_bare = verb.head == noun.head and subject_of(verb) is None
    return noun if verb in asides or subject_of(verb) == noun or is_bare else None


def _own_subject(reading: Reading, bounds: tuple[int, int]) -> Reading:
    subject = _subject_before(reading.cue[-1], bounds[0])
    if reading.cue[-1].i < bounds[0] or subject is None:
        return reading
    if subject in reading.source and reading.source[-1].i < bounds[0]:
        return reading
    source = tuple(t for t in subject.subtree if t.i < bounds[0] - 1)
    content = tuple(t for t in reading.content if t not in source)
    return replace(reading, source=source, speaker=subject, content=content)


def _taking_in(aside: Reading, inner: Reading, bounds: tuple[int, int]) -> Reading:
    first, last = bounds
    own = {*range(first, last + 1), *(t.i for t in (*aside.source, *aside.cue))}
    words = {t.i: t for t in _parts(aside, inner) if t.i not in own}
    return replace(aside, content=tuple(words[at] for at in sorted(words)))


def _parts(aside: Reading, inner: Reading) -> Iterator["Token"]:
    yield from aside.content
    yield from inner.source
    cue, content = inner.cue, inner.content
    if content and cue[0].i < content[0].i and share_sentence(cue[0], content[0]):
        yield from cue[0].doc[cue[0].i : content[0].i]  # whom it was told to, and when
    yield from cue
    yield from content


def with_whole_denials(found: Sequence[Reading]) -> list[Reading]:
    """'The images do not prove that the army fired, analysts said': that they do not, and not that it did."""
    return [_whole_denial(reading, found) for reading in found]


def _whole_denial(reading: Reading, found: Sequence[Reading]) -> Reading:
    words = {t.i for t in reading.content}
    for inner in found:
        is_same = inner is not reading and words and words == {t.i for t in inner.content}
        is_before = is_same and inner.cue[0].i < min(words) <= max(words) < reading.cue[0].i
        if is_before and any(t.dep_ == "neg" for t in inner.cue):
            whole = {t.i: t for t in (*inner.source, *inner.cue, *inner.content)}
            return replace(reading, content=tuple(whole[i] for i in sorted(whole)))
    return reading


def without_meanwhile(readings: Sequence[Reading]) -> list[Reading]:
    """'Called for a revolt as the rebels claimed to have won': what others say meanwhile is theirs.

    Only of contents that are a noun with no clause of their own; the claim beside goes on to the
    verbs joined to its own ("claimed to have won and taken the town").
    """
    found = list(readings)
    for at, outer in enumerate(found):
        for inner in found:
            verb = inner.cue[0]
            if inner is outer or not inner.source or verb not in outer.content:
                continue
            gone = {t.i for t in verb.subtree} if _is_meanwhile(verb) else set()
            rest = tuple(t for t in found[at].content if t.i not in gone)
            if gone and rest and not any(t.tag_ in {"VBD", "VBZ", "VBP"} for t in rest):
                found[at] = replace(found[at], content=rest)
                beside = found.index(inner)
                found[beside] = replace(inner, content=_with_joined(inner.content))
    return found


def _is_meanwhile(verb: "Token") -> bool:
    return verb.dep_ == "advcl" and any(c.lower_ in {"as", "while"} for c in verb.children)


def _with_joined(content: Sequence["Token"]) -> tuple["Token", ...]:
    own = {t.i for t in content}
    more = [
        t for verb in content for c in verb.children
        if c.dep_ == "conj" and c.pos_ == "VERB" and c.i not in own and subject_of(c) is None
        for t in (verb.doc[c.i - 1], *c.subtree)
    ]  # fmt: skip
    words = {t.i: t for t in (*content, *more)}
    return tuple(words[i] for i in sorted(words))

"""Readings in, those of the ones who hand on what another said out: told on, cited, quoted by."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.parses import child_of, share_sentence, subject_of, subtree_without
from sayso.annotate.saying.readings import Reading, had_from, is_telling_on, read_relays

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def is_new(reading: Reading, found: Sequence[Reading]) -> bool:
    """Whether a cue shares no word with the cues and sources of those found."""
    cue = {t.i for t in reading.cue}
    return not any(cue & {t.i for t in (*r.cue, *r.source)} for r in found)


def pass_on(
    reading: Reading, ruled: Sequence[Reading], found: Sequence[Reading]
) -> Iterator[Reading]:
    """'The mayor, quoted by the radio, said that': what the radio hands on is that he said so."""
    participle = next((t for t in reading.cue if t.dep_ == "acl" and t.tag_ == "VBN"), None)
    said = next((r for r in ruled if participle is not None and r.speaker == participle.head), None)
    if participle is None or said is None or not is_new(said, found):
        yield reading
        return
    own = {t.i for t in (*reading.cue, *reading.source)}
    source = tuple(t for t in subtree_without(participle.head, participle) if t.i < participle.i)
    while source and source[-1].is_punct:
        source = source[:-1]
    words = {t.i: t for t in (*source, *said.cue, *reading.content, *said.content)}
    yield replace(reading, content=tuple(words[i] for i in sorted(words) if i not in own))
    yield replace(said, source=source, content=tuple(t for t in said.content if t.i not in own))


def find_relays(told: Reading, ruled: Sequence[Reading]) -> Iterator[Reading]:
    """Who told it to the speaker, and those whom the speaker told and who told it on."""
    verb = next((t for t in told.cue if is_telling_on(t)), None)
    first = next((r for r in ruled if verb is not None and r.heard == verb.head), None)
    if first is not None:
        yield replace(first, content=told.content)
    yield from read_relays(told)
    yield from _told_before(told)


def _told_before(told: Reading) -> Iterator[Reading]:
    """'A cook told a priest that they were there, and the priest told us': the priest too."""
    verb = told.cue[-1]
    heard = child_of(verb, "dobj", "dative") if verb.lemma_ == "tell" else None
    again = child_of(verb, "conj") if heard is not None else None
    teller = child_of(again, "nsubj") if again is not None else None
    if heard is None or again is None or teller is None or again.lemma_ != "tell":
        return
    is_same = teller.lemma_ == heard.lemma_ and teller.left_edge.lower_ == "the"
    has_own = child_of(again, "ccomp", "xcomp") is not None
    if is_same and not has_own and again not in told.content:
        own = {t.i for t in again.subtree}
        content = tuple(t for t in told.content if t.i not in own)
        words = (*told.source, *told.cue, heard, *content)
        words = tuple(sorted(words, key=lambda t: t.i))
        yield Reading((again,), tuple(teller.subtree), teller, words, "asserts", "told_by")


def find_cited(doc: "Doc", found: Sequence[Reading]) -> Iterator[Reading]:
    """'..., the Post reported, citing an officer', where the encoder passed over it."""
    for cue in doc:
        whom = _cited_by(cue)
        if whom is None or any(cue in r.cue for r in found):
            continue
        near = [r for r in found if r.speaker is not None and share_sentence(r.cue[0], cue)]
        if near and not any(cue in r.content for r in near):
            teller = min(near, key=lambda r: abs(r.cue[0].i - cue.i))
            clauses = [c for c in whom.children if c.dep_ == "relcl" and _cited_by(c) is not None]
            source = tuple(subtree_without(whom, *clauses))
            while source[-1].is_punct:
                source = source[:-1]
            yield Reading((cue,), source, whom, teller.content, "asserts", cites=True)


def with_cited_beside(found: Sequence[Reading]) -> list[Reading]:
    """'The Banner, which quotes two officials, says that': the officials are cited, and not the Banner."""
    kept = list(found)
    for at, reading in enumerate(kept):
        whom = _cited_by(reading.cue[0])
        if whom is None or whom not in reading.source or reading.cites:
            continue
        same = [n for n, r in enumerate(kept) if n != at and r.content == reading.content]
        host = next((n for n in same if kept[n].speaker == reading.cue[0].head), None)
        if host is not None:
            kept[at] = replace(reading, cites=True)
            kept[host] = replace(kept[host], cites=False)
    return kept


def without_its_who(found: Sequence[Reading]) -> list[Reading]:
    """'Testimony from two defectors who said that': the defectors, once, and no 'who' beside them."""
    return [r for r in found if not any(_is_who_of(r, one) for one in found if one is not r)]


def _is_who_of(reading: Reading, one: Reading) -> bool:
    verb = reading.cue[-1]
    is_who = len(reading.source) == 1 and reading.source[0].lower_ in {"who", "which"}
    return (
        is_who
        and verb.dep_ == "relcl"
        and verb.head in one.source
        and reading.content == one.content
    )


def with_words_before(found: Sequence[Reading]) -> list[Reading]:
    """'The pass was closed, the radio said; it had this from a shepherd': that the pass was closed."""
    return [_of_words_before(reading, found) for reading in found]


def _of_words_before(reading: Reading, found: Sequence[Reading]) -> Reading:
    pair = next(((t, w) for t in reading.cue if (w := had_from(t)) is not None), None)
    if pair is None:
        return reading
    verb, whom = pair
    own = {child_of(verb, "dobj"), whom.head, *whom.subtree}
    is_bare = all(t in own or t.dep_ in {"det", "punct"} for t in reading.content)
    before = [
        r for r in found if r is not reading and r.source and r.content and not r.cites
        and r.cue[0].i < verb.i and verb.i - r.cue[0].i <= _FAR and verb not in r.content
    ]  # fmt: skip
    if not is_bare or not before:
        return reading
    told = max(before, key=lambda r: r.cue[0].i)
    is_within = any(verb in r.content for r in found if r is not reading)
    return replace(
        reading, source=tuple(whom.subtree), speaker=whom, content=told.content, knows="told_by",
        cites=not is_within,
    )  # fmt: skip


_FAR = 30  # words between what was told and "it had this from"


def is_only_cited(reading: Reading) -> bool:
    """'Which quoted a guard': the guard is no content, though the encoder may take him for one."""
    whom = next((w for t in reading.cue if (w := _cited_by(t)) is not None), None)
    return whom is not None and {t.i for t in reading.content} <= {t.i for t in whom.subtree}


def _cited_by(cue: "Token") -> "Token | None":
    """Whom 'citing' or 'which quoted' names, if it brings no words of theirs by itself."""
    if cue.lower_ in {"citing", "quoting"}:
        return child_of(cue, "dobj")
    if cue.dep_ != "relcl" or cue.lemma_.lower() not in {"quote", "cite"}:
        return None
    subject = subject_of(cue)
    if subject is None or subject.lower_ not in {"which", "who"}:
        return None
    return None if any(c.lower_ == "as" for c in cue.children) else child_of(cue, "dobj")

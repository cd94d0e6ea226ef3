"""A parsed report in, its attributions out: who is made to say which words, and how."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.parses import (
    pieces_of,
    sentence_of,
    span_of,
    text_of,
    tokens_at,
)
from sayso.annotate.saying.bases import with_hearsay
from sayso.annotate.saying.combined import combine
from sayso.annotate.saying.cues import CueTable, load_cues
from sayso.annotate.saying.headlines import headings, read_headline, without_dash
from sayso.annotate.saying.joint_sources import each_source
from sayso.annotate.saying.quotations import Quotation
from sayso.annotate.saying.readings import FIRST_PERSON, Reading, is_told, read_cues
from sayso.annotate.saying.sayings import Saying
from sayso.annotate.saying.speaker_words import leave_out_speakers
from sayso.annotate.saying.written_words import with_written_words
from sayso.types import Attribution, Manner, Mention, Passage, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

DIRECT = 0.9  # share of quoted words from which a content is direct; as in tools/score_attribution

Namer = Callable[[tuple["Token", ...], "Token"], Mention]


def find_attributions(
    doc: "Doc",
    quotations: Sequence[Quotation],
    passages: Sequence[Passage],
    *,
    name: Namer,
    sayings: Sequence[Saying],
    cues: CueTable | None = None,
) -> tuple[Attribution, ...]:
    """All attributions outside furniture, in text order, `inside` set.

    name:    makes the mention of a source from its words and their head
    sayings: what the encoder sees
    """
    cues = cues or load_cues()
    ruled = list(read_cues(doc, cues))
    heads = headings(text_of(doc), passages)
    read = [without_dash(r, heads) for r in combine(doc, sayings, ruled, cues)]
    readings = _with_headlines(with_written_words(doc, quotations, read), _headlines(doc, heads))
    readings = [
        r
        for r in readings
        if _is_in_text(r, passages) and not _speaks_of_self(r, quotations) and not _only_lists(r)
    ]
    readings = [_in_own_passage(r, passages) for r in readings]
    with_quotes = _join_quotations(doc, text_of(doc), readings, quotations)
    kept = _drop_repeats([r for r in with_quotes if any(not t.is_punct for t in r.content)])
    kept.sort(key=lambda r: (r.cue[0].i, r.content[0].i))
    each = leave_out_speakers([one for r in kept for one in each_source(r)])
    found = [_attribution(one, quotations, name) for one in each]
    around = _around_cited(each)
    nested = [replace(a, inside=_outer(index, found, around)) for index, a in enumerate(found)]
    return with_hearsay(nested, text_of(doc))


def _headlines(doc: "Doc", heads: Sequence[Span]) -> list[Reading]:
    found = (read_headline(doc, head) for head in heads)
    return [reading for reading in found if reading is not None]


def _with_headlines(read: Sequence[Reading], headings: Sequence[Reading]) -> list[Reading]:
    """What a headline makes somebody say goes before what is read at its mark, with its stance where
    the same one says it."""
    by_mark = {r.cue[0].i: r for r in headings}
    plain = [r for r in read if r.cue[0].i not in by_mark]
    for r in read:
        heading = by_mark.get(r.cue[0].i)
        if heading is not None and set(r.source) & set(heading.source):
            by_mark[r.cue[0].i] = replace(heading, stance=r.stance, knows=r.knows, kind=r.kind)
    return [*plain, *by_mark.values()]


def _is_in_text(reading: Reading, passages: Sequence[Passage]) -> bool:
    return not any(_holds(p, reading.cue[0]) for p in passages if _is_no_text(p))


def _only_lists(reading: Reading) -> bool:
    """'The dead included women': nobody says anything; but 'the tape has him saying so'."""
    has_telling = reading.cue[-1].lemma_ == "have" and any(t.tag_ == "VBG" for t in reading.content)
    return not has_telling and all(t.lemma_ == "include" or t.pos_ == "AUX" for t in reading.cue)


def _in_own_passage(reading: Reading, passages: Sequence[Passage]) -> Reading:
    """The reading without furniture; what a headline makes one say ends where it ends."""
    idle = [p for p in passages if _is_no_text(p)]
    titles = [p for p in passages if p.kind == "headline" and _holds(p, reading.cue[0])]
    kept = tuple(
        t
        for t in reading.content
        if not any(_holds(p, t) for p in idle) and all(_holds(p, t) for p in titles)
    )
    return replace(reading, content=kept)


def _is_no_text(passage: Passage) -> bool:
    return passage.kind == "furniture" or passage.repeats is not None


def _holds(passage: Passage, token: "Token") -> bool:
    return passage.span.start <= token.idx < passage.span.stop


def _speaks_of_self(reading: Reading, quotations: Sequence[Quotation]) -> bool:
    """A cue inside somebody's own words whose source is 'I' or 'we', or nobody, adds nobody new.

    But "I was told that the field was empty" and "the claim that it was" hand on what another said.
    """
    cue = reading.cue[0].idx
    inside = any(q.inner.start <= cue < q.inner.stop and q.closed for q in quotations)
    if reading.speaker is None:
        is_noun = reading.cue[-1].pos_ == "NOUN"  # "aware of the claim that they were there"
        return inside and not is_noun and not is_told(reading.cue)
    return inside and reading.speaker.lower_ in FIRST_PERSON


def _join_quotations(
    doc: "Doc", text: str, readings: list[Reading], quotations: Sequence[Quotation]
) -> list[Reading]:
    """Give each quotation to the cue it hangs on; carry it over to quotations that follow."""
    joined = list(readings)
    last: tuple[int, Quotation] | None = None
    for quotation in quotations:
        words = tokens_at(doc, quotation.span)
        if not words:
            continue
        is_speech = quotation.is_speech(text)
        owner = _owner_of(words, joined, is_speech=is_speech)
        if owner is None and is_speech and last is not None:
            between = text[last[1].span.stop : quotation.span.start]
            if _goes_on(words, between, joined, after_open=not last[1].closed):
                owner = last[0]
        if owner is None:
            continue
        reading = joined[owner]
        outside = {t.i for t in (*reading.cue, *reading.source)}
        extra = tuple(t for t in words if t.i not in outside)
        merged = sorted({t.i: t for t in (*reading.content, *extra)}.values(), key=lambda t: t.i)
        joined[owner] = replace(reading, content=tuple(merged))
        last = (owner, quotation)
    return joined


def _owner_of(
    words: Sequence["Token"], readings: Sequence[Reading], *, is_speech: bool
) -> int | None:
    """The reading whose content the quotation is part of, or else the nearest speech cue."""
    ids = {t.i for t in words}
    holding = [
        i for i, r in enumerate(readings)
        if r.cue[0].i not in ids and ids & {t.i for t in r.content}
    ]  # fmt: skip
    if holding:
        return min(holding, key=lambda i: _distance(readings[i], words))
    if not is_speech:
        return None
    sentences = {sentence_of(t).start for t in words if not t.is_space}
    near = [
        i for i, r in enumerate(readings)
        if r.cue[0].i not in ids and sentence_of(r.cue[0]).start in sentences and r.source
        and _can_quote(r) and _distance(r, words) <= 12
    ]  # fmt: skip
    return min(near, key=lambda i: _distance(readings[i], words), default=None)


def _can_quote(reading: Reading) -> bool:
    lemma = reading.cue[0].lemma_.lower()
    rows = load_cues().verbs.get(lemma, ())
    return not reading.content or any("quote" in row.takes for row in rows)


def _distance(reading: Reading, words: Sequence["Token"]) -> int:
    first, last = words[0].i, words[-1].i
    spots = [t.i for t in (*reading.cue, *reading.source)]
    return min(min(abs(i - first), abs(i - last)) for i in spots)


def _goes_on(
    words: Sequence["Token"], between: str, readings: Sequence[Reading], *, after_open: bool
) -> bool:
    """Whether a quotation stands alone in its sentence and follows on the one before.

    between: the text since that one; after_open: its marks were left open, as over a paragraph
    """
    sentence = sentence_of(words[0])
    has_cue = any(sentence_of(r.cue[0]).start == sentence.start and r.source for r in readings)
    breaks = between.count("\n\n")
    close = len(between) < 200 and (breaks == 0 or (breaks == 1 and after_open))
    return close and not has_cue and words[0].i - sentence.start <= 1


def _drop_repeats(readings: list[Reading]) -> list[Reading]:
    """One reading a cue and source; of two cues over the very same words, the first."""
    seen: set[tuple[int, ...]] = set()
    kept = []
    for reading in readings:
        key = (reading.cue[0].i, reading.content[0].i)
        if key not in seen and not any(_says_again(reading, r) for r in readings):
            seen.add(key)
            kept.append(reading)
    return kept


def _says_again(reading: Reading, other: Reading) -> bool:
    """'Told [them to stay]' beside 'told them [to stay]': the one without whom it was told."""
    is_same = reading is not other and reading.cue == other.cue and reading.source == other.source
    if not is_same or not set(other.content) < set(reading.content):
        return False
    return all(t.pos_ == "PRON" for t in reading.content if t not in other.content)


def _attribution(reading: Reading, quotations: Sequence[Quotation], name: Namer) -> Attribution:
    content = pieces_of(reading.content)
    source = None
    if reading.speaker is not None:
        source = name(reading.source, reading.speaker)
    return Attribution(
        source=source,
        source_words=pieces_of(reading.source),
        cue=span_of(reading.cue),
        content=content or (span_of(reading.content),),
        manner=_manner(reading.content, quotations),
        stance=reading.stance,
        basis=reading.knows,
        kind=reading.kind,
        naming=reading.naming,
        heard_by=_heard(reading, name),
    )


def _heard(reading: Reading, name: Namer) -> Mention | None:
    heard = reading.heard
    return name(tuple(heard.subtree), heard) if heard is not None else None


def _manner(content: Sequence["Token"], quotations: Sequence[Quotation]) -> Manner:
    words = [t for t in content if not t.is_punct and not t.is_space]
    quoted = sum(any(q.span.start <= t.idx < q.span.stop for q in quotations) for t in words)
    if not quoted:
        return "indirect"
    return "direct" if quoted >= DIRECT * len(words) else "mixed"


def _around_cited(each: Sequence[Reading]) -> dict[int, int]:
    """By the number of each reading that shares another's words, the one that it stands inside.

    "The Post reported, citing Radio Karez, which quoted a guard": the guard inside the radio.
    """
    found = {}
    for index, one in enumerate(each):
        sharing = [i for i, r in enumerate(each) if i != index and _shares_words(one, r)]
        heard = next((i for i in sharing if each[i].speaker == one.heard), None)
        if one.heard is not None and heard is not None:
            found[index] = heard
        cited = next((i for i, r in enumerate(each) if i != index and _says_beside(one, r)), None)
        if cited is not None:
            found[index] = cited
        if one.cites and sharing:
            tellers = [i for i in sharing if not each[i].cites]
            handed = next((i for i in sharing if _hands_on(each[i], one)), None)
            nearest = min(tellers or sharing, key=lambda i: len(each[i].content))
            found[index] = handed if handed is not None else nearest
    return {index: outer for index, outer in found.items() if found.get(outer) != index}


def _shares_words(one: Reading, other: Reading) -> bool:
    """Whether both say the same; who is cited may stand for one sentence of what is told."""
    return one.content == other.content or (one.cites and set(one.content) < set(other.content))


def _says_beside(one: Reading, cited: Reading) -> bool:
    """'Quoting a cook who said she had been there': what the one cited says besides."""
    verb = one.cue[-1]
    return cited.cites and not one.cites and verb.dep_ == "relcl" and verb.head == cited.speaker


def _hands_on(outer: Reading, inner: Reading) -> bool:
    """Whether the inner cue's 'which' or 'who' stands for the outer source."""
    if not outer.source:
        return False
    cue = inner.cue[0]
    before = cue.doc[max(cue.i - 4, sentence_of(cue).start) : cue.i]
    relative = next((t for t in before if t.lower_ in {"which", "who", "whom"}), None)
    return relative is not None and outer.source[0].i < relative.i <= outer.source[-1].i + 2


def _outer(index: int, found: Sequence[Attribution], around: Mapping[int, int]) -> int | None:
    """The innermost other attribution in whose content this one's cue stands, or that cites it."""
    if index in around:
        return around[index]
    attribution = found[index]
    holding = [
        (sum(s.stop - s.start for s in other.content), -_depth(i, around), i)
        for i, other in enumerate(found)
        if i != index
        and any(s.covers(attribution.cue) for s in other.content)
        and not any(s.covers(other.cue) for s in attribution.content)
    ]
    return min(holding)[2] if holding else None


def _depth(index: int, around: Mapping[int, int]) -> int:
    """How many cite the words before this one does."""
    steps = 0
    while index in around and steps < len(around):
        index, steps = around[index], steps + 1
    return steps

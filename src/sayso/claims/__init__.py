"""The annotations of one report in, its claims out: each event under each attribution it stands in."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso import __version__
from sayso.claims.chains import chain_of, through_each
from sayso.claims.coordinated import each_place, each_victim
from sayso.claims.denied import as_denied, find_negating
from sayso.claims.empty_words import says_nothing
from sayso.claims.holders import CONTRADICTING, contradicted_by, holders_of, is_laid_by
from sayso.claims.known_already import is_known, is_told_as_fact
from sayso.claims.pointing_back import (
    DENYING,
    is_same_voice,
    told_before,
)
from sayso.claims.said_before import said_at
from sayso.claims.since import time_of
from sayso.claims.told_parts import (
    as_told,
    is_blame,
    only_confirms,
    refers_back,
    with_the_same,
)
from sayso.claims.unsaid import is_left_open, is_only_asked
from sayso.types import (
    EACH_SIDE,
    Annotations,
    Attribution,
    Claim,
    Event,
    Evidence,
    Modality,
    Report,
    Role,
    Source,
    Span,
    Stance,
)

MADE_BY = f"encoder/{__version__}"
_BY_STANCE: dict[Stance, Modality] = {
    "calls_for": "called_for", "promises": "planned", "hopes": "hypothetical", "asks": "hypothetical",
}  # fmt: skip
# "Agreed to a truce" tells the truce, and no promise; "condemned the raid" a condemnation, and no raid.
_BY_CUE = frozenset({"ceasefire", "agreement", "condemnation"})
_OF_SOMEBODY = frozenset("hospitalised identified missing disappeared alive released".split())
_SINCE = re.compile(r"\b(?:since|after|before|until|following) (?:the|this|that) $", re.IGNORECASE)
_OWN_SCORE, _SAID_SCORE = 0.6, 0.7  # placeholders until a reader is calibrated; they order nothing


def make_claims(report: Report, annotations: Annotations) -> tuple[Claim, ...]:
    """One claim for each event and attribution; an attribution without an event gives one of type `said`.

    What a speaker only reacts to is the outlet's own claim. Coordinated victims and places make one each.
    """
    found: list[Claim] = []
    spoken: set[int] = set()
    kept = (
        e
        for e in annotations.events
        if not _is_nobodys(e, annotations.attributions)
        and not refers_back(e, annotations.events, report.text)
        and not is_blame(e, report.text)
    )
    named = (with_the_same(e, annotations.events, report.text) for e in kept)
    annotations = replace(annotations, events=tuple(_in_passing(e, report.text) for e in named))
    negating = find_negating(annotations, report.text)
    for event in annotations.events:
        holders = holders_of(event, annotations.attributions)
        if is_known(
            event, [annotations.attributions[i] for i in holders if i is not None], report.text
        ):
            holders = (None,)
        elif not event.background and not event.presupposed:
            spoken |= {index for index in holders if index is not None}
            spoken |= _sourceless(event, annotations.attributions)
        for index in holders:
            one, stance = as_denied(event, index, negating, annotations.attributions, report.text)
            for part in each_victim(one):
                found += _in_each_place(report, annotations, part, index, stance)
                for other in through_each(index, annotations.attributions):
                    beside = replace(annotations, attributions=other)
                    found += _in_each_place(report, beside, part, index, stance)
    for index, attribution in enumerate(annotations.attributions):
        is_told = (
            index in spoken
            or _holds_spoken(index, spoken, annotations.attributions, report.text)
            or any(
                attribution.cue.covers(e.trigger) and e.type in _BY_CUE for e in annotations.events
            )
        )
        if is_told or _is_disowned(attribution, annotations.attributions):
            continue
        meant = told_before(index, annotations, report.text)  # "denies it", of little words
        meant = meant or contradicted_by(index, annotations)
        if not meant and not says_nothing(attribution, report.text):
            meant = (_said(attribution),)
        found += [_claim(report, annotations, one, index) for one in meant]
    by_id = {claim.id: claim for claim in found}
    return tuple(sorted(by_id.values(), key=lambda c: (c.event.trigger, c.event.type, c.id)))


def _is_nobodys(event: Event, attributions: Sequence[Attribution]) -> bool:
    """A fate of nobody is no claim: 'the army admitted that ...', 'rescue workers', 'any contact'."""
    if event.type not in _OF_SOMEBODY or event.counts:
        return False
    is_saying = event.type in {"hospitalised", "identified"}  # "admitted", "named"
    if event.type == "missing" and _is_called_for(event, attributions):
        return True  # "called on them to report missing men"
    return not event.roles or (is_saying and any(a.cue.covers(event.trigger) for a in attributions))


def _is_called_for(event: Event, attributions: Sequence[Attribution]) -> bool:
    around = (a for a in attributions if any(s.covers(event.trigger) for s in a.content))
    return any(a.stance == "calls_for" for a in around)


def _in_passing(event: Event, text: str) -> Event:
    """'Missing since the attack': when it was, told by what all know of, and not by the speaker.

    Not with a word between, which may be who did it: 'died after the army shelled Karez'.
    """
    before = text[max(event.trigger.start - 40, 0) : event.trigger.start]
    return replace(event, presupposed=True) if _SINCE.search(before) else event


def _sourceless(event: Event, attributions: Sequence[Attribution]) -> set[int]:
    """Attributions to nobody ('is reported to have') whose event stands as the outlet's own, hedged."""
    return {
        i for i, a in enumerate(attributions)
        if a.said_by is None
        and (any(s.covers(event.trigger) for s in a.content) or is_laid_by(event, a))
    }  # fmt: skip


def _charges_on(event: Event, attributions: Sequence[Attribution]) -> tuple[Span, ...]:
    """'Was accused of' where nobody is named who says so: the outlet does not, it holds back."""
    nobodys = (attributions[i] for i in _sourceless(event, attributions))
    return tuple(a.cue for a in nobodys if a.stance == "accuses")


def _is_disowned(said: Attribution, attributions: Sequence[Attribution]) -> bool:
    """'Denied having said that ...': nobody says it."""
    outer = attributions[said.inside] if said.inside is not None else None
    return outer is not None and outer.stance == "denies" and is_same_voice(outer, said)


def _holds_spoken(
    index: int, spoken: set[int], attributions: Sequence[Attribution], text: str
) -> bool:
    """Whether another attribution inside this one already carries its words into the ledger.

    Not where this one contradicts it: "the Front disputed the north's claim of victory" is both. Nor
    where it says much more: "said that their refusal to surrender would rouse people everywhere".
    """
    if attributions[index].stance in CONTRADICTING:
        return False
    around = attributions[index].cue, attributions[index].content
    beside = {i for i, a in enumerate(attributions) if (a.cue, a.content) == around}
    inner = [attributions[i] for i in spoken if attributions[i].inside in beside]
    return bool(inner) and len(_left_over(attributions[index], inner, text)) < _MUCH


def _left_over(outer: Attribution, inner: Sequence[Attribution], text: str) -> list[str]:
    """The words of some length that the outer one has beside those of the inner ones."""
    taken = [s for a in inner for s in (a.cue, *a.source_words, *a.content)]
    words = (
        Span(span.start + m.start(), span.start + m.end())
        for span in outer.content
        for m in _LONG_WORD.finditer(span.of(text))
    )
    return [w.of(text) for w in words if not any(t.meets(w) for t in taken)]


_LONG_WORD = re.compile(r"\w{4,}")
_MUCH = 6  # long words: a clause of its own, and not only when or where


def _said(attribution: Attribution) -> Event:
    roles = (Role("speaker", attribution.source),) if attribution.source is not None else ()
    return Event(
        type="said",
        trigger=attribution.cue,
        roles=roles,
        modality=_BY_STANCE.get(attribution.stance, "happened"),
        hedges=attribution.hedges,
    )


def _claim(
    report: Report,
    annotations: Annotations,
    event: Event,
    index: int | None,
    stance: Stance | None = None,
) -> Claim:
    """stance: None: that of the attribution"""
    said = annotations.attributions[index] if index is not None else None
    event = as_told(_of_speaker(event, said), index, annotations.attributions, report.text)
    chain = chain_of(index, annotations.attributions)
    if said is not None and chain and only_confirms(event, said, report.text):
        chain = (*chain[:-1], replace(chain[-1], basis="not_stated"))
    if said is None and is_left_open(event, annotations.attributions, report.text):
        stance = "unclear"
    stance = stance or _stance(event, said, report.text)
    quote = _quote(event, said, annotations.sentences)
    is_charged = said is None and not event.presupposed
    charges = _charges_on(event, annotations.attributions) if is_charged else ()
    hedges = tuple(sorted({*event.hedges, *_cue_hedges(said), *charges}))
    modality = event.modality
    if (
        said is None
        and modality == "happened"
        and is_only_asked(event, annotations.attributions, report.text)
    ):
        modality = "hypothetical"
    if said is not None and (
        is_told_as_fact(event, said, report.text) or _is_own_deed(event, said)
    ):
        stance = "asserts"  # '"We have won," they vowed'
    if modality in {"happened", "ongoing"} and stance in _BY_STANCE:
        modality = _BY_STANCE[stance]
    return Claim(
        id=_id(report, event, said, chain),
        report=report.id,
        outlet=report.outlet,
        published_at=report.published_at,
        event=replace(event, modality=modality),
        place=annotations.places[event.place] if event.place is not None else None,
        when=time_of(event, annotations, report),
        attribution=index,
        cue=said.cue if said is not None else None,
        chain=chain,
        own=is_own(chain, report.outlet),
        stance=stance,
        hedged=bool(hedges),
        hedges=hedges,
        scope=event.scope,
        direct=said is not None and said.manner == "direct",
        said_at=said_at(said, annotations, report),
        quote=quote,
        words=" … ".join(span.of(report.text) for span in quote),
        evidence=_evidence(event, quote, annotations),
        reading_score=_SAID_SCORE if chain else _OWN_SCORE,
        made_by=MADE_BY,
        occasion=said.occasion.of(report.text) if said is not None and said.occasion else None,
    )


def _of_speaker(event: Event, said: Attribution | None) -> Event:
    """What several say of themselves, as this one says it."""
    source = said.said_by if said is not None else None
    if source is None or all(r.filler.entity != EACH_SIDE for r in event.roles):
        return event
    roles = (
        Role(r.name, replace(r.filler, entity=source.entity, name=source.label))
        if r.filler.entity == EACH_SIDE
        else r
        for r in event.roles
    )
    return replace(event, roles=tuple(roles))


def _is_own_deed(event: Event, said: Attribution) -> bool:
    """'The army says it killed 12 rebels': nobody is accused."""
    if said.stance != "accuses" or said.said_by is None:
        return False
    own = {said.said_by.entity, f"group/{said.said_by.organisation}"} - {None}
    doers = [r.filler.entity for r in event.roles if r.name == "actor"]
    return bool(doers) and all(entity in own for entity in doers)


def _stance(event: Event, said: Attribution | None, text: str) -> Stance:
    """The cue's stance; 'unclear' where the words themselves leave the event open."""
    stance: Stance = said.stance if said is not None else "asserts"
    if said is not None and event.type == "said" and stance == "denies":
        return stance if DENYING.search(said.cue.of(text)) else "asserts"
    if said is not None and stance == "denies" and _is_said_instead(event, said, text):
        return "asserts"
    is_open = any(UNSETTLED.search(hedge.of(text)) for hedge in event.hedges)
    is_open = is_open or _TOO_EARLY.search(_words_before(event, text)) is not None
    return "unclear" if is_open and stance == "asserts" else stance


def _is_said_instead(event: Event, said: Attribution, text: str) -> bool:
    """'Denied that he was a guest: "He is a prisoner"': what the colon brings is held against it."""
    denied = text[said.cue.stop : max(event.trigger.start, said.cue.stop)]
    return DENYING.search(said.cue.of(text)) is not None and _COLON.search(denied) is not None


def _words_before(event: Event, text: str) -> str:
    return text[max(event.trigger.start - _NEAR, 0) : event.trigger.start]


_NEAR = 90  # characters before an event in which it may be left open
_COLON = re.compile(r":\s?[\"“‘']")
# 'It was too early to say whether he was alive'.
_TOO_EARLY = re.compile(
    r"(?:too (?:early|soon)|impossible|not possible|hard|difficult) to (?:say|tell|know|establish)"
    r" (?:whether|if)\b[^.;\n]*$"
)
UNSETTLED = re.compile(
    r"unclear|uncertain|unknown|not (?:clear|known)|verified|confirm|(?:nobody|no one|none of)\b",
    re.IGNORECASE,
)


def is_own(chain: Sequence[Source], outlet: str | None) -> bool:
    """The outlet's own word: nobody else's, or its own reporter's."""
    return not chain or (
        len(chain) == 1 and chain[0].position == "outlet" and chain[0].label == outlet
    )


def _cue_hedges(said: Attribution | None) -> tuple[Span, ...]:
    """Hedges in the words of saying themselves ('is reported to have')."""
    return tuple(h for h in said.hedges if h.meets(said.cue)) if said is not None else ()


def _quote(event: Event, said: Attribution | None, sentences: Sequence[Span]) -> tuple[Span, ...]:
    """The words the claim stands on: the event's sentence, less what its speaker did not say."""
    sentence = next(
        (s for s in sentences if s.covers(event.trigger) or s.meets(event.trigger)), event.trigger
    )
    if said is None:
        return (sentence,)
    if event.type != "said" and not any(s.covers(event.trigger) for s in said.content):
        spans = (said.cue, *said.content)  # what is pointed back at, and how
        denial = Span(min(s.start for s in spans), max(s.stop for s in spans))
        return (sentence,) if sentence.covers(denial) else (sentence, denial)
    pieces = (
        said.content
        if event.type == "said"
        else tuple(
            Span(max(s.start, sentence.start), min(s.stop, sentence.stop))
            for s in said.content
            if s.meets(sentence)
        )
    )
    return pieces or (sentence,)


def _evidence(
    event: Event, quote: Sequence[Span], annotations: Annotations
) -> tuple[Evidence, ...]:
    """What its words name, and what is said to show it, or not to show it."""
    return tuple(
        e
        for e in annotations.evidence
        if any(s.meets(e.span) for s in quote)
        or any(told.span.covers(event.trigger) for told in (*e.shows, *e.not_for))
    )


def _in_each_place(
    report: Report, annotations: Annotations, event: Event, index: int | None, stance: Stance | None
) -> Iterator[Claim]:
    """One claim for each place of a list; the first has the id that it would have alone."""
    first, *more = each_place(event, annotations.places, report.text)
    yield _claim(report, annotations, first, index, stance)
    for event in more:
        claim = _claim(report, annotations, event, index, stance)
        start = claim.place.span.start if claim.place is not None else 0
        yield replace(claim, id=hashlib.sha256(f"{claim.id}@{start}".encode()).hexdigest()[:16])


def _id(report: Report, event: Event, said: Attribution | None, chain: Sequence[Source]) -> str:
    """A hash of what makes the claim itself: report, words, type, victims and chain."""
    victims = "/".join(f"{r.name}:{r.filler.span.start}" for r in event.roles)
    cue = f"{said.cue.start}-{said.cue.stop}" if said is not None else "own"
    sources = "<".join(step.label for step in chain)
    trigger = f"{event.trigger.start}-{event.trigger.stop}"
    parts = (report.id, event.type, trigger, victims, cue, sources)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]

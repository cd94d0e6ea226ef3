"""One `Report` in, its `Annotations` out: the steps of this room in order."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.datelines import cut_datelines, find_datelines
from sayso.annotate.entities import as_mentions, name_entities
from sayso.annotate.event.events import Surroundings, find_events
from sayso.annotate.event.laid_blames import without_accused
from sayso.annotate.event.misfits import is_no_fate
from sayso.annotate.event.orders import settle_orders
from sayso.annotate.event.others_years import settle_last
from sayso.annotate.event.settings import said_at
from sayso.annotate.event.told import find_told
from sayso.annotate.evidence import find_evidence
from sayso.annotate.evidence_facts import with_facts
from sayso.annotate.fate.asides import mark_asides
from sayso.annotate.fate.corrections import correct_known
from sayso.annotate.fate.fates import find_fates
from sayso.annotate.fate.placing import place_living
from sayso.annotate.fate.tellers import is_of_teller, is_told_by
from sayso.annotate.mentions import find_mentions, name_phrase
from sayso.annotate.misread_marks import mend_marks
from sayso.annotate.number.counts import find_counts
from sayso.annotate.parses import parse, sentence_around, sentence_spans
from sayso.annotate.person.ages import without_ages
from sayso.annotate.person.states import find_states
from sayso.annotate.role.ranking import look_over
from sayso.annotate.sames import find_same
from sayso.annotate.saying.attributions import find_attributions
from sayso.annotate.saying.called import find_called
from sayso.annotate.saying.hedges import find_hedges, hedges_over, join_hedges
from sayso.annotate.saying.inner_sayings import inner_saying_test
from sayso.annotate.saying.occasions import occasion_of
from sayso.annotate.saying.quotations import find_insertions, find_quotations
from sayso.annotate.saying.sayings import find_marked, find_sayings
from sayso.annotate.saying.sights import drop_seen
from sayso.annotate.saying.victories import find_victories, is_boast, with_boasts
from sayso.annotate.saying.whole_contents import content_mender
from sayso.annotate.time.times import find_times_of
from sayso.types import Annotations, Attribution, Event, Mention, Place, Report, Span, When

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

    from sayso.annotate.encoder import Encoder


def annotate(
    report: Report, nlp: "Language", encoder: "Encoder", *, with_events: bool = True
) -> Annotations:
    """All that the text alone says. Places carry their words only; `resolve` finds them on earth.

    Cost: bench/whole_way.py; the encoder is most of it, then the parse.
    """
    doc = parse(report.text, report.passages, nlp)
    answers = encoder.read(report.text)
    heads = find_datelines(report.text, report.passages)
    marked = cut_datelines(find_marked(answers, encoder, "mention"), heads)
    marked = mend_marks(marked, report.text)
    times = find_times_of(report)
    name_entities(doc, marked, times)
    quotations = find_quotations(report.text)
    mentions = find_mentions(doc, marked)
    places = tuple(_unplaced(m) for m in mentions if m.kind == "place")
    hedges = join_hedges(find_hedges(doc), find_marked(answers, encoder, "hedge"), times)
    may_tell = inner_saying_test(doc)
    mend = content_mender(doc, quotations)
    sayings = find_sayings(report.text, answers, encoder, may_tell=may_tell, mend=mend)
    attributions = find_attributions(
        doc, quotations, report.passages, name=name_phrase, sayings=sayings
    )
    attributions = _complete(
        with_boasts(doc, attributions), doc, hedges, find_insertions(report.text, quotations), times
    )
    around = Surroundings(
        report.text, report.passages, attributions, find_counts(doc), places, times, hedges, report.published_at,
        find_told(answers, encoder), look_over(doc, answers), answers,
    )  # fmt: skip
    events: tuple[Event, ...] = ()
    if with_events:
        states = tuple(
            s for s in find_states(doc, mentions, around) if not is_of_teller(s, attributions)
        )
        told = place_living(doc, mentions, find_events(doc, around))
        fates = find_fates(doc, mentions, around, told)
        fates = tuple(fate for fate in fates if not is_no_fate(doc, fate))
        told = tuple(e for e in told if not _is_only_gone(e, states) and not _is_in(e, states))
        ages = [s for s in states if s.type == "age"]
        told, fates = (without_ages(found, ages, report.text) for found in (told, fates))
        hedged = (_unless_said(_hedge(s, doc, hedges), attributions) for s in states)
        known = (e for e in correct_known(doc, told, fates) if not is_boast(doc, e))
        seen = mark_asides(doc, drop_seen(doc, (*known, *fates)), attributions)
        won = (v for v in find_victories(doc, around) if not is_no_fate(doc, v))
        events = (*seen, *won, *hedged)
        attributions, events = settle_orders(doc, attributions, events)
        events = settle_last(doc, without_accused(doc, events, attributions), times)
    return Annotations(
        report=report.id,
        sentences=sentence_spans(doc),
        passages=report.passages,
        mentions=_with_fillers((*find_called(doc), *mentions), attributions, events),
        attributions=attributions,
        places=places,
        times=times,
        events=tuple(sorted(events, key=lambda e: (e.trigger, e.type))),
        evidence=with_facts(
            find_evidence(report.text, report.passages),
            report.text,
            sentence_spans(doc),
            (*mentions, *as_mentions(marked, report.text)),
            outlet=report.outlet,
            year=int(report.published_at.start[:4]) if report.published_at is not None else None,
        ),
        hedges=hedges,
        marks=as_mentions(marked, report.text),
        same=tuple(p for p in find_same(doc, mentions) if not is_told_by(*p, attributions)),
    )


def annotate_marks(report: Report, encoder: "Encoder") -> Annotations:
    """What places and times need, and no more: no parse, one pass of the encoder."""
    heads = find_datelines(report.text, report.passages)
    marked = cut_datelines(find_marked(encoder.read(report.text), encoder, "mention"), heads)
    marked = mend_marks(marked, report.text)
    return Annotations(
        report.id,
        passages=report.passages,
        times=find_times_of(report),
        marks=as_mentions(marked, report.text),
    )


def _is_only_gone(event: Event, states: Sequence[Event]) -> bool:
    """'He may have gone to Tolvesh' tells where he is: nobody has taken him, and nobody misses him
    of whom it is told once that his whereabouts are unclear."""
    stays = (s.trigger for s in states if s.type == "whereabouts")
    return event.type in {"disappeared", "missing"} and event.trigger in stays


def _is_in(event: Event, states: Sequence[Event]) -> bool:
    """The camp of an army, which states tell with its place."""
    return any((s.type, s.trigger) == (event.type, event.trigger) for s in states)


def _hedge(state: Event, doc: "Doc", hedges: tuple[Span, ...]) -> Event:
    """'may have gone to Tolvesh', 'amid reports that he remained'; not what only identifies."""
    if state.presupposed:
        return state
    words = doc.char_span(state.trigger.start, state.trigger.stop, alignment_mode="expand")
    return state if words is None else replace(state, hedges=hedges_over(words.root, hedges))


def _unless_said(state: Event, attributions: Sequence[Attribution]) -> Event:
    """Words that only identify are the outlet's own for a speaker's sake: where none speaks, they
    are told like any others."""
    if not state.presupposed:
        return state
    is_said = any(s.covers(state.trigger) for a in attributions for s in a.content)
    return replace(state, presupposed=is_said)


def _unplaced(mention: Mention) -> Place:
    return Place(mention.span, mention.words, None, None, None, None, None, None, None, 0.0)


def _complete(
    attributions: Sequence[Attribution],
    doc: "Doc",
    hedges: Sequence[Span],
    insertions: Sequence[Span],
    times: Sequence[When],
) -> tuple[Attribution, ...]:
    """Hedges and the editor's brackets inside the content, when it was said and on what occasion."""
    return tuple(
        replace(
            a,
            hedges=tuple(
                h for h in hedges if h.meets(a.cue) or any(s.covers(h) for s in a.content)
            ),
            insertions=tuple(i for i in insertions if any(s.covers(i) for s in a.content)),
            said_at=said_at(a, _sentence_at(doc, a.cue), times),
            occasion=occasion_of(a, doc),
        )
        for a in attributions
    )


def _sentence_at(doc: "Doc", cue: Span) -> list["Token"]:
    found = doc.char_span(cue.start, cue.stop, alignment_mode="expand")
    return list(sentence_around(found[0])) if found is not None else []


def _with_fillers(
    mentions: Sequence[Mention], attributions: Sequence[Attribution], events: Sequence[Event]
) -> tuple[Mention, ...]:
    """Named mentions plus the described ones that speak or take part, each span once."""
    sources = [m for a in attributions for m in (a.source, a.heard_by) if m is not None]
    fillers = [role.filler for event in events for role in event.roles]
    by_span = {m.span: m for m in (*fillers, *sources, *mentions)}
    return tuple(by_span[span] for span in sorted(by_span))

"""A parsed report in, what it says people are out: kin, office, membership, age, where they are."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.event.camps import find_camps
from sayso.annotate.parses import text_of
from sayso.annotate.person.ages import find_ages
from sayso.annotate.person.belonging import find_belonging
from sayso.annotate.person.kin import find_kin
from sayso.annotate.person.offices import find_offices
from sayso.annotate.person.stays import find_stays
from sayso.annotate.person.units import find_units
from sayso.annotate.saying.quotations import find_quotations
from sayso.annotate.saying.sights import find_seen
from sayso.types import Event, Mention, Passage, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from sayso.annotate.event.events import Surroundings

_IDENTIFYING = frozenset({"kinship", "age"})


def find_states(
    doc: "Doc", mentions: Sequence[Mention], around: "Surroundings"
) -> tuple[Event, ...]:
    """States of persons, in text order; a former office is a state of the past.

    Words that only identify whom a source speaks of ("his brother, a medic") are the outlet's own,
    save inside quotation marks.
    """
    text = text_of(doc)
    quoted = [q.span for q in find_quotations(text) if q.is_speech(text)]
    offices = tuple(find_offices(doc, mentions))
    found = (
        *find_kin(doc, mentions),
        *offices,
        *find_belonging(doc, mentions, offices),
        *find_units(doc, mentions),
        *find_ages(doc, mentions),
        *find_stays(doc, mentions, around),
        *find_seen(doc, mentions, around),
        *find_camps(doc, around),
    )
    kept = {
        (e.trigger, e.type, tuple(r.filler.span for r in e.roles)): _told_by(e, quoted)
        for e in found
        if _is_in_body(e.trigger, around.passages)
    }
    return tuple(kept[key] for key in sorted(kept))


def _told_by(event: Event, quoted: Sequence[Span]) -> Event:
    is_quoted = any(q.covers(event.trigger) for q in quoted)
    identifies = (event.presupposed or event.type in _IDENTIFYING) and not is_quoted
    return replace(event, presupposed=identifies)


def _is_in_body(trigger: Span, passages: Sequence[Passage]) -> bool:
    return not any(
        p.span.covers(trigger) and (p.kind in {"furniture", "byline"} or p.repeats is not None)
        for p in passages
    )

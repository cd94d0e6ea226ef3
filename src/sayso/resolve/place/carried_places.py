"""Events in, the same out: those told without a place set where the report tells the like just before.

"Police broke up a march in Mirsk. Nine students were held": in Mirsk. A caption's town is that of the picture.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sayso.types import Annotations, Event

_CARRIED = 2  # sentences over which a place is carried
BLOWS = frozenset(
    "killed died injured armed_clash air_strike drone_strike shelling bombing suicide_attack chemical_weapon explosion"
    " property_damage body_found aircraft_downed".split()
)
_GATHERINGS = frozenset("protest riot dispersal uprising".split())
_AFTER = frozenset(
    {"detained", "arrest"}
)  # what befalls people at either; it lends no place itself
_COARSE = frozenset({"country", "admin1"})
_REAL = frozenset({"happened", "ongoing"})


@dataclass
class _Told:
    """The place that events of one sort were told of last: its sentence, its index, and whether with a day."""

    sentence: int = 0
    place: int | None = None
    dated: bool = False
    all: set[str] = field(default_factory=set)

    def take(self, place: int, here: int, *, dated: bool) -> None:
        """'A march in Mirsk on Monday, following one in Karez': the news is from Mirsk."""
        if self.sentence != here or dated or not self.dated:
            self.sentence, self.place, self.dated = here, place, dated


def carry_places(events: Sequence[Event], annotations: Annotations) -> tuple[Event, ...]:
    """The same events; also one set in a country by another sentence is where the town in it was."""
    starts = [sentence.start for sentence in annotations.sentences]
    carried: list[Event] = []
    told = {"blow": _Told(), "gathering": _Told()}
    for event in events:
        sort = _sort_of(event, told)
        is_told = sort == "blow" or event.modality in _REAL
        is_one = event.scope != "aggregate" and not is_of_armies(event)
        # A war's toll is not where today's raid was.
        if sort is not None and is_told and is_one and not event.background:
            here = bisect_right(starts, event.trigger.start)
            event = _placed(event, told[sort], here, annotations)
            if event.place is not None and _lends(event, annotations):
                told[sort].take(event.place, here, dated=event.when is not None)
                told[sort].all.add(_name(event.place, annotations))
        carried.append(event)
    return tuple(carried)


def is_of_armies(event: Event) -> bool:
    """What an army lost, killed and hurt together, is of its battle, and not where the wounded lie."""
    is_sum = any(len(count.categories) > 1 for count in event.counts)
    return is_sum and any(role.name == "group" for role in event.roles)


def _sort_of(event: Event, told: dict[str, _Told]) -> str | None:
    """With which events one is told of: people are hurt and held at marches too."""
    if event.type in _GATHERINGS:
        return "gathering"
    is_after = event.type in _AFTER or event.type in {"injured", "killed", "died"}
    if is_after and told["gathering"].sentence > told["blow"].sentence:
        return "gathering"
    return "blow" if event.type in BLOWS else None


def _placed(event: Event, last: _Told, here: int, annotations: Annotations) -> Event:
    if last.place is None:
        return event
    # The report knows no other place of blows: what sums up a war is of none.
    is_one = len(last.all) == 1 and event.type in BLOWS and event.scope == "total"
    if event.place is None:
        is_near = here - last.sentence <= _CARRIED
        return replace(event, place=last.place) if is_near or is_one else event
    own, other = annotations.places[event.place], annotations.places[last.place]
    in_sentence = any(s.covers(own.span) and s.covers(event.trigger) for s in annotations.sentences)
    is_wider = own.level in _COARSE and other.level not in _COARSE and own.country == other.country
    return replace(event, place=last.place) if is_wider and not in_sentence else event


def _lends(event: Event, annotations: Annotations) -> bool:
    """Whether others are where this one was: not in a picture, and not where it never was."""
    at = event.trigger
    pictured = any(p.kind == "caption" and p.span.covers(at) for p in annotations.passages)
    return not pictured and event.modality in _REAL and event.type not in _AFTER


def _name(index: int, annotations: Annotations) -> str:
    place = annotations.places[index]
    return place.name or place.words

"""Rulings on persons in; where the living are told to be, and what others may be told instead, out."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.show.masking import PLACE, WHEREABOUTS, Cut, parts_of_name, split_name
from sayso.show.names_told import names_in, names_seen, place_names
from sayso.types import Claim, Place, Sighting, Span
from sayso.weigh.privacy import Reader, Ruling
from sayso.weigh.privacy_words import load_privacy_words
from sayso.weigh.whereabouts import (
    COARSE,
    Sight,
    captives_of,
    coarsen,
    find_hideouts,
    find_whereabouts,
    is_old_enough,
    see_whereabouts,
)


class WhereTold:
    """Where claims and reports tell living persons to be; keeps what it found for each report.

    by_report, seen: the claims of the ledger, and whom reports bring up besides
    find_text:       the text of a report by its id
    """

    def __init__(
        self,
        rulings: Mapping[str, Ruling],
        by_report: Mapping[str, Sequence[Claim]],
        seen: Mapping[str, Sequence[Sighting]],
        *,
        reader: Reader,
        now: str,
        find_text: Callable[[str], str],
    ) -> None:
        self.rulings = rulings
        self.reader: Reader = reader
        self.now = now
        self._by_report = by_report
        self._seen = seen
        self._find_text = find_text
        claims = (claim for found in by_report.values() for claim in found)
        self._held = frozenset(who for claim in claims for who in captives_of(claim))
        self._cuts: dict[str, tuple[Cut, ...]] = {}

    def sight(self, claim: Claim) -> Sight:
        """By what it tells itself; a place that is cut out of the text may be told by no claim."""
        sight = self._sight_itself(claim)
        if sight != "whole" or claim.place is None or self.reader == "owner":
            return sight
        if not any(cut.span.meets(claim.place.span) for cut in self.cuts_of(claim.report)):
            return sight
        return "blurred" if is_old_enough(claim, self.now) else "unplaced"

    def _sight_itself(self, claim: Claim) -> Sight:
        return see_whereabouts(
            claim, self.rulings, reader=self.reader, now=self.now, held=self._held
        )

    def cuts_of(self, report: str) -> tuple[Cut, ...]:
        """Where a report tells where the living are: in what claims stand on, and elsewhere."""
        if report not in self._cuts:
            claims = self._by_report.get(report, ())
            told = [cut for claim in claims for cut in self.whereabouts(claim)]
            names, held = self.living(report)
            more = find_hideouts(self._find_text(report), names, held)
            self._cuts[report] = (*told, *(Cut(span, WHEREABOUTS) for span in more))
        return self._cuts[report]

    def whereabouts(self, claim: Claim) -> Iterator[Cut]:
        if self._sight_itself(claim) != "whole":
            for span in find_whereabouts(self._find_text(claim.report), claim):
                yield Cut(span, WHEREABOUTS)

    def place_cuts(self, report: str) -> Iterator[Cut]:
        """Where a report names a place, as in its dateline, that it tells of the living alone."""
        text = self._find_text(report)
        claims = self._by_report.get(report, ())
        places = self.places([c for c in claims if c.place is None or c.place.level not in COARSE])
        for name, instead in places.items():
            forms = "|".join(map(re.escape, {name, name.upper()})) if name[:1].isupper() else None
            for found in re.finditer(rf"(?<!\w)(?:{forms})(?!\w)", text) if forms else ():
                yield Cut(Span(*found.span()), instead)

    def living(self, report: str) -> tuple[frozenset[str], frozenset[str]]:
        """The words that stand for the living in a report; those for who is told captured or so."""
        named = [pair for claim in self._by_report.get(report, ()) for pair in names_in(claim)]
        named += [
            (one.entity, name) for one in self._seen.get(report, ()) for name in names_seen(one)
        ]
        living = [(who, _capitals_of(name)) for who, name in named if self._is_living(who)]
        held = (words for who, words in living if who in self._held)
        return frozenset().union(*(words for _, words in living)), frozenset().union(*held)

    def _is_living(self, entity: str) -> bool:
        return entity not in self.rulings or self.rulings[entity].is_living

    def places(self, claims: Sequence[Claim]) -> dict[str, str]:
        """Names of places where only the living are told to be, and what may be told instead."""
        told = {n for c in claims if self.sight(c) == "whole" for n in place_names(c)}
        return {n: i for n, i in self.places_of_living(claims).items() if n not in told}

    def places_of_living(self, claims: Iterable[Claim]) -> dict[str, str]:
        found: dict[str, str] = {}
        for claim in claims:
            sight = self.sight(claim)
            coarse = coarsen(claim.place) if sight == "blurred" else None
            instead = coarse.name if coarse is not None and coarse.name else PLACE
            if sight != "whole":
                found |= {name: instead for name in place_names(claim) if name != instead}
        return found


def put_where(matter: Place | None, claims: Iterable[Claim]) -> Iterator[Claim]:
    """What lives is put where its matter is, though no claim says so: 'alive in Karez pass'."""
    words = load_privacy_words()
    types = words.tell_where | words.tell_where_besides
    for claim in claims:
        if claim.event.type in types:
            yield replace(claim, place=claim.place or matter)


def _capitals_of(name: str) -> frozenset[str]:
    """The words of a name that stand for it alone, as they are written."""
    parts = parts_of_name(name)
    return frozenset(
        word for word in re.findall(r"[\w'’-]+", name) if set(split_name(word)) & parts
    )

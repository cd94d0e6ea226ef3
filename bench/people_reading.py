"""Gold passages of people in, what the program reads in them out, each of its people as one of gold's."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from bench.people_gold import PeoplePassage
from sayso.claims import make_claims
from sayso.claims.sightings import find_sightings
from sayso.flow import Reader, understand
from sayso.read.dates import parse_published
from sayso.read.reports import About, make_report
from sayso.resolve.name.folding import fold_name
from sayso.resolve.name.references import head_noun, load_references
from sayso.types import Annotations, Claim, Mention, Sighting, Span

ME = frozenset({"i", "me", "my", "we", "us", "our"})


@dataclass(frozen=True, slots=True)
class PeopleReading:
    """One passage as the program reads it.

    found:  by gold's mention (id and span) the program's mention that it overlaps by its head
    people: the program's people (see `key_of`) as ids of gold's, by most of their mentions
    """

    passage: PeoplePassage
    annotations: Annotations
    claims: tuple[Claim, ...]
    seen: tuple[Sighting, ...]
    found: Mapping[tuple[str, Span], Mention]
    people: Mapping[str, str]

    @property
    def report(self) -> str:
        """The id of its report."""
        return self.annotations.report

    def key_of(self, mention: Mention) -> str:
        """Who a mention is to the program: an entity, else the words that it stands for."""
        if mention.entity is not None:
            return mention.entity
        by_span = {m.span: m for m in self.annotations.mentions}
        seen = {mention.span}
        while mention.means is not None and mention.means not in seen:
            seen.add(mention.means)
            mention = by_span.get(mention.means, replace(mention, span=mention.means, means=None))
        return mention.entity or f"{mention.span.start}-{mention.span.stop}"

    def whom(self, mention: Mention | None) -> str | None:
        """Gold's id of who a mention is to the program; None: nobody of gold's."""
        if mention is None:
            return None
        known = self.people.get(self.key_of(mention))
        if known is not None or mention.words.lower() in load_references().pronouns:
            return known
        return _overlapped(mention, self.passage)

    def teller(self, claim: Claim) -> str | None:
        """Gold's id of who says it; None: the outlet, or nobody of gold's."""
        if claim.attribution is None:
            return None
        return self.whom(self.annotations.attributions[claim.attribution].source)

    def is_outlets(self, claim: Claim) -> bool:
        return claim.own or not claim.chain


def read_passages(passages: Iterable[PeoplePassage], reader: Reader) -> Iterator[PeopleReading]:
    """Each passage through the rooms up to its claims, in order."""
    for passage in passages:
        date = parse_published(passage.published_at) if passage.published_at else None
        about = About(outlet=passage.outlet, dates=(date,) if date is not None else ())
        report = make_report(passage.text, about, raw_digest="", reader=passage.id)
        found = understand(report, reader)
        yield match_people(
            passage, found, make_claims(report, found), find_sightings(report, found)
        )


def match_people(
    passage: PeoplePassage,
    annotations: Annotations,
    claims: tuple[Claim, ...],
    seen: tuple[Sighting, ...] = (),
) -> PeopleReading:
    """Lay the program's mentions on gold's; a mention of the program is one of gold's at most."""
    found: dict[tuple[str, Span], Mention] = {}
    for mention in annotations.mentions:
        best = _best(mention, passage)
        if best is not None and (best not in found or found[best].entity is None):
            found[best] = mention
    bare = PeopleReading(passage, annotations, claims, seen, found, {})
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for (id_, _), mention in found.items():
        weight = 1 if mention.words.lower() in load_references().pronouns else 3
        votes[bare.key_of(mention)][id_] += weight
    people = {key: told.most_common(1)[0][0] for key, told in votes.items()}
    return PeopleReading(passage, annotations, claims, seen, found, people)


def _best(mention: Mention, passage: PeoplePassage) -> tuple[str, Span] | None:
    head = head_of(mention)
    shares = [
        (_share(mention.span, span), (id_, span))
        for id_, one in passage.people.items()
        for span in one.mentions
        if span.meets(head)
    ]
    # A possessive stands in the longer phrase too: the nearest in size is meant.
    return max(shares, key=lambda pair: pair[0], default=(0.0, None))[1]


def _overlapped(mention: Mention, passage: PeoplePassage) -> str | None:
    best = _best(mention, passage)
    return best[0] if best is not None else None


def _share(one: Span, other: Span) -> float:
    common = min(one.stop, other.stop) - max(one.start, other.start)
    return common / (max(one.stop, other.stop) - min(one.start, other.start))


def head_of(mention: Mention) -> Span:
    """The head noun of a description, the last word of a name."""
    words = list(re.finditer(r"[\w’'-]+", mention.words))
    if not words:
        return mention.span
    is_named = mention.kind == "person" and words[-1][0][:1].isupper()
    head = None if is_named else head_noun(mention.words)
    fits = [w for w in words if fold_name(w[0]) == head] or [words[-1]]
    start = mention.span.start
    return Span(start + fits[0].start(), start + fits[0].end())

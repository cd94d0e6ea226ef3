"""Claims in; a place's timeline out: today's, history told in passing, and what has no date, apart."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from sayso.show.pages.cards import Card, Link, Maker, order_by_date
from sayso.show.pages.overview import PER_PAGE, Turn
from sayso.show.pages.spots import is_whereabouts, link_claim_place
from sayso.show.pages.strips import draw_strips
from sayso.show.wording import describe_when, describe_where, write_claim_lead
from sayso.types import Claim

UNDATED = "No date told"


@dataclass(frozen=True, slots=True)
class Row:
    """One claim on a timeline: its sentence with claimant and hedge, and where it leads.

    where: the place, where it is not that of the page
    more:  how many other reports have the same words of the same source
    """

    card: Card
    sentence: str
    matter: Link
    where: Link | None
    more: int


@dataclass(frozen=True, slots=True)
class Day:
    """The rows of one time, which may be a month or a year."""

    words: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """One part of a place's page; `outside` counts what the strip does not reach."""

    anchor: str
    title: str
    means: str
    total: int
    strip: Markup
    outside: int
    days: tuple[Day, ...]
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Teller:
    """What making rows needs: `headings` is the matter of each claim, `here` the page's own claims."""

    maker: Maker
    headings: Mapping[str, str]
    here: frozenset[str]
    path: str
    query: Mapping[str, str]


PARTS = (
    ("today", "In time", "What claims date themselves, the earliest first."),
    (
        "history",
        "History told in passing",
        "Of earlier times; kept apart from what the reports are about.",
    ),
    (
        "undated",
        "Without a date",
        "These claims do not say when; they stand in the order they came out. The date of a report "
        "is not that of what it tells.",
    ),
)


def tell_timelines(claims: Iterable[Claim], teller: Teller) -> tuple[Timeline, ...]:
    """The three parts of a timeline, without those that hold nothing."""
    parts: dict[str, list[Claim]] = {anchor: [] for anchor, _, _ in PARTS}
    for claim in claims:
        parts[part_of(claim)].append(claim)
    return tuple(
        tell_part(anchor, title, means, parts[anchor], teller)
        for anchor, title, means in PARTS
        if parts[anchor]
    )


def part_of(claim: Claim) -> str:
    if claim.event.background:
        return "history"
    return "today" if claim.when is not None and claim.when.interval is not None else "undated"


def tell_part(
    anchor: str, title: str, means: str, claims: Sequence[Claim], teller: Teller
) -> Timeline:
    ordered = sorted(order_by_date(claims), key=event_key)
    groups = group_alike(ordered)
    page = read_page_of(teller.query, anchor, len(groups))
    shown = groups[(page - 1) * PER_PAGE : page * PER_PAGE]
    times = [claim.when.interval for claim in claims if claim.when and claim.when.interval]
    strip, outside = draw_strips(times)
    return Timeline(
        anchor, title, means, len(claims), strip, outside, tuple(tell_days(shown, teller)),
        tuple(list_turns(anchor, page, len(groups), teller)),
    )  # fmt: skip


def event_key(claim: Claim) -> tuple[str, str]:
    told = claim.when.interval if claim.when else None
    return (told.start, told.stop) if told else ("~", "~")


def group_alike(claims: Iterable[Claim]) -> list[list[Claim]]:
    """The same words of the same source together, in the order of the first."""
    found: dict[object, list[Claim]] = {}
    for claim in claims:
        source = claim.chain[-1].label if claim.chain else claim.id
        found.setdefault((claim.words, claim.stance, source, event_key(claim)), []).append(claim)
    return list(found.values())


def tell_days(groups: Iterable[Sequence[Claim]], teller: Teller) -> list[Day]:
    days: dict[str, list[Row]] = {}
    for group in groups:
        told = describe_when(group[0].when)
        days.setdefault(UNDATED if told == "-" else told, []).append(tell_row(group, teller))
    return [Day(words, tuple(rows)) for words, rows in days.items()]


def tell_row(group: Sequence[Claim], teller: Teller) -> Row:
    claim = group[0]
    card = teller.maker.make(claim)
    hidden = is_whereabouts(claim)
    heading = hide_place(claim) if hidden else teller.headings.get(claim.id, "the matter")
    where = None
    if claim.id not in teller.here and claim.place is not None and not hidden:
        address = link_claim_place(teller.maker.moment, claim)
        where = Link(describe_where(claim.place), address)
    reports = {one.report for one in group} - {claim.report}
    sentence = hide_words(claim) if hidden else card.sentence
    card = replace(card, notes=()) if hidden else card  # a note may name the place
    return Row(card, sentence, Link(heading, card.matter), where, len(reports))


def hide_place(claim: Claim) -> str:
    people = [role.filler for role in claim.event.roles if role.filler.kind == "person"]
    return f"whereabouts of {', '.join(one.name or one.words for one in people)}"


def hide_words(claim: Claim) -> str:
    """Who says it, how hedged, and of whom; not the place, which the words may name."""
    lead = write_claim_lead(claim).removesuffix(":")
    return (
        f"{lead}, of the {hide_place(claim)}: somewhere here; its words are not shown on this page"
    )


def read_page_of(query: Mapping[str, str], anchor: str, total: int) -> int:
    """Each part is turned by itself: `?today=2`."""
    written = query.get(anchor, "1")
    asked = int(written) if written.isascii() and written.isdigit() and len(written) < 9 else 1
    return max(1, min(asked, -(-total // PER_PAGE)))


def list_turns(anchor: str, page: int, total: int, teller: Teller) -> Iterable[Turn]:
    last = -(-total // PER_PAGE)
    for to, words in ((page - 1, "Earlier in this list"), (page + 1, "Further in this list")):
        if 1 <= to <= last:
            address = teller.maker.moment.link(teller.path, anchor=anchor, **{anchor: to})
            yield Turn(words, address)

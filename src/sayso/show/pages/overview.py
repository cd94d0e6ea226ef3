"""All matters in; the front page and the list of statements out, what changed last first."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.show.pages.asking import Ask, Page
from sayso.show.pages.cards import Link, make_maker
from sayso.show.pages.figures import describe_measured
from sayso.show.pages.groups import group_claims, is_of_one_side
from sayso.show.pages.spots import link_dossier_place
from sayso.show.wording import (
    STATUSES,
    StatusWords,
    describe_date,
    describe_positions,
    describe_range,
    describe_time,
    join_names,
    write_lead_in,
)
from sayso.weigh.dossiers import Answer, Dossier

PER_PAGE = 40
ROWS_PER_MATTER = 4
ELSEWHERE = frozenset({"said", "state"})
FAMILIES: Mapping[str, str] = {
    "attack": "Attacks",
    "casualties": "Casualties",
    "fate": "Fate of people",
    "control": "Who holds what",
    "victory": "Who won",
    "move": "Retreats and advances",
    "ceasefire": "Ceasefires",
    "protest": "Protests",
    "politics": "Politics",
    "security": "Security",
    "whereabouts": "Whereabouts",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One answer in a list. `figures` None: it takes none, or they are one side's alone."""

    lead_in: str
    words: str
    status: StatusWords
    denied_by: str
    low: int
    high: int
    positions: str
    figures: str | None
    figures_note: str
    changed: str


@dataclass(frozen=True, slots=True)
class Matter:
    """One dossier in a list; `more` answers stand on its page only."""

    heading: str
    address: str
    place: Link | None
    when: str | None
    changed: str
    rows: tuple[Row, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Turn:
    """A plain link to another part of a list."""

    words: str
    address: str
    is_here: bool = False


def show_overview(ask: Ask) -> Page:
    """`/`: matters by what changed last, filtered by family."""
    everything = ask.dossiers()
    fronted = [one for one in everything if one.family not in ELSEWHERE]
    family = ask.query.get("family", "")
    chosen = [one for one in fronted if family in ("", one.family)]
    page = read_page(ask.query, len(chosen))
    return Page(
        "overview.html",
        "Overview",
        {
            "matters": tuple(list_matter(ask, one) for one in cut_page(chosen, page)),
            "families": list_families(ask, fronted, family),
            "turns": list_turns(ask, "/", page=page, total=len(chosen), family=family),
            "counts": count_all(ask, everything),
            "statements": sum(one.family == "said" for one in everything),
        },
        {"family": family} if family else {},
    )


def show_statements(ask: Ask) -> Page:
    """`/statements`: what was said that tells of no event, by what changed last."""
    said = [one for one in ask.dossiers() if one.family == "said"]
    page = read_page(ask.query, len(said))
    maker = make_maker(ask)
    shown = [maker.make_all(one.claims) for one in cut_page(said, page)]
    turns = list_turns(ask, "/statements", page=page, total=len(said))
    return Page(
        "statements.html", "Statements", {"matters": shown, "total": len(said), "turns": turns}
    )


def list_matter(ask: Ask, dossier: Dossier) -> Matter:
    rows = tuple(list_answer(ask, dossier, answer) for answer in dossier.answers[:ROWS_PER_MATTER])
    return Matter(
        heading=dossier.heading,
        address=ask.moment.link(f"/claim/{dossier.id}"),
        place=link_matter_place(ask, dossier),
        when=describe_date(dossier.when) if dossier.when else None,
        changed=describe_change(dossier.changed_at),
        rows=rows,
        more=len(dossier.answers) - len(rows),
    )


def link_matter_place(ask: Ask, dossier: Dossier) -> Link | None:
    if dossier.place is None:
        return None
    words = dossier.place.name or dossier.place.words
    return Link(words, link_dossier_place(ask.moment, dossier))


def list_answer(ask: Ask, dossier: Dossier, answer: Answer) -> Row:
    standing = answer.standing
    grouped = group_claims(answer, dossier, ask.desk.register)
    figures, note = describe_figures(answer, is_of_one_side(answer.measure, ask.desk.register))
    return Row(
        lead_in=write_lead_in(standing, grouped.names, grouped.others),
        words=answer.words,
        status=STATUSES[standing.status],
        denied_by=join_names((grouped.names[group] for group in standing.denying), most=4),
        low=standing.origins_low,
        high=standing.origins_high,
        positions=describe_positions(standing),
        figures=figures,
        figures_note=note,
        changed=describe_change(answer.changed_at),
    )


def describe_figures(answer: Answer, is_one_side: bool) -> tuple[str | None, str]:
    """The range and what it counts; one side's own figure is never put beside a status."""
    if answer.measure is None:
        return None, ""
    if is_one_side:
        return None, "one side's figures only: see the page"
    rivals = ", figures that do not meet" if answer.measure.rivals else ""
    return describe_range(answer.measure), f"{describe_measured(answer.proposition)}{rivals}"


def describe_change(changed_at: str | None) -> str:
    return describe_time(changed_at) if changed_at else "undated"


def list_families(ask: Ask, dossiers: Sequence[Dossier], chosen: str) -> tuple[Turn, ...]:
    counts = Counter(one.family for one in dossiers)
    known = [*FAMILIES, *sorted(set(counts) - set(FAMILIES))]
    links = [
        Turn(f"{name_family(one)} ({counts[one]})", ask.moment.link("/", family=one), one == chosen)
        for one in known
        if counts[one]
    ]
    return (Turn(f"All ({len(dossiers)})", ask.moment.link("/"), not chosen), *links)


def name_family(family: str) -> str:
    return FAMILIES.get(family, family.replace("_", " ").capitalize())


def count_all(ask: Ask, dossiers: Sequence[Dossier]) -> tuple[tuple[int, str], ...]:
    """What the ledger holds; what it refused has no place in what the public could know."""
    if ask.moment.as_of is None:
        held = ask.desk.ledger.counts()
        return (
            (held.reports, "reports"),
            (held.claims, "claims"),
            (held.refused, "refused"),
            (held.undated, "undated"),
        )
    reports = ask.desk.reports(as_of=ask.moment.as_of, clock=ask.moment.clock)
    claims = {claim.id for one in dossiers for claim in one.claims}
    undated = sum(report.published_at is None for report in reports.values())
    return ((len(reports), "reports"), (len(claims), "claims"), (undated, "undated"))


def read_page(query: Mapping[str, str], total: int) -> int:
    """The page asked for, from 1, never past the last."""
    written = query.get("page", "1")
    asked = int(written) if written.isascii() and written.isdigit() and len(written) < 9 else 1
    return max(1, min(asked, -(-total // PER_PAGE)))


def cut_page(items: Sequence[Dossier], page: int) -> Sequence[Dossier]:
    return items[(page - 1) * PER_PAGE : page * PER_PAGE]


def list_turns(ask: Ask, path: str, *, page: int, total: int, family: str = "") -> tuple[Turn, ...]:
    """Links to the pages before and after, where there are any."""
    last = -(-total // PER_PAGE)
    ways = ((page - 1, "Changed later"), (page + 1, "Changed earlier"))
    return tuple(
        Turn(words, ask.moment.link(path, family=family, page=to))
        for to, words in ways
        if 1 <= to <= last
    )

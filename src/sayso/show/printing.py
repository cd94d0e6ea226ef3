"""Dossiers and claims in, tables on a terminal (or JSON) out."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from sayso.show.wording import (
    STATUSES,
    describe_chain,
    describe_date,
    describe_origins,
    describe_positions,
    describe_range,
    describe_where_and_when,
    name_group,
)
from sayso.types import Claim
from sayso.weigh.dossiers import Answer, Dossier

if TYPE_CHECKING:
    from rich.console import Console

T = TypeVar("T")
ELSEWHERE = frozenset({"said", "state"})  # families that the list of what changed leaves out
PIPED_COLUMNS = 160


def console() -> "Console":
    """Standard output; as wide as the terminal, or wide enough for a table in a pipe."""
    from rich.console import Console

    # Square brackets in a report's words are an editor's, and no markup.
    return Console(markup=False, width=None if sys.stdout.isatty() else PIPED_COLUMNS)


def with_progress(items: Iterable[T], *, total: int | None, words: str) -> Iterator[T]:
    """The items, with a bar on a terminal and nothing in a pipe."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, total=total, description=words, console=Console(stderr=True))


def print_json(value: Any) -> None:
    import msgspec

    sys.stdout.write(msgspec.json.encode(value).decode() + "\n")


def weighed_answers(dossiers: Sequence[Dossier]) -> list[tuple[Dossier, Answer]]:
    """The answers that somebody gave a stance on, events only, the last changed first."""
    found = [
        (dossier, answer)
        for dossier in dossiers
        if dossier.family not in ELSEWHERE
        for answer in dossier.answers
        if answer.standing.status != "none"
    ]
    return sorted(
        found, key=lambda pair: (pair[1].changed_at or "", pair[1].proposition.id), reverse=True
    )


def print_changes(pairs: Sequence[tuple[Dossier, Answer]], *, limit: int) -> None:
    """What changed last: claim, who asserts, who denies, origins, positions, status."""
    from rich.table import Table

    table = Table(
        title=f"What changed last ({min(limit, len(pairs))} of {len(pairs)} claims)",
        title_justify="left",
    )
    for heading in (
        "changed",
        "the claim of those who assert it",
        "asserts",
        "denies",
        "origins",
        "positions",
        "status",
    ):
        table.add_column(heading, overflow="fold", no_wrap=heading in {"changed", "origins"})
    for _, answer in pairs[:limit]:
        table.add_row(*change_row(answer))
    console().print(table)


def change_row(answer: Answer) -> tuple[str, ...]:
    """One line of the table of changes, as text."""
    standing = answer.standing
    names = {
        group: name_group(group, answer.labels)
        for group in (*standing.asserting, *standing.denying)
    }
    measure = f": {describe_range(answer.measure)}" if answer.measure is not None else ""
    return (
        (answer.changed_at or "undated")[:10],
        f"{answer.words}{measure}",
        ", ".join(names[g] for g in standing.asserting) or "-",
        ", ".join(names[g] for g in standing.denying) or "-",
        describe_origins(standing.origins_low, standing.origins_high),
        describe_positions(standing),
        STATUSES[standing.status].word,
    )


def print_claims(claims: Sequence[Claim], *, limit: int | None = None) -> None:
    from rich.table import Table

    shown = claims[:limit]
    title = (
        f"{len(claims)} {'claim' if len(claims) == 1 else 'claims'}"
        if len(shown) == len(claims)
        else f"{len(shown)} of {len(claims)} claims (--limit shows more)"
    )
    table = Table(title=title, title_justify="left")
    for heading in (
        "claim",
        "published",
        "who, as whom it reached us",
        "stance",
        "type",
        "where and when",
        "words",
    ):
        table.add_column(heading, overflow="fold", no_wrap=heading == "claim")
    for claim in shown:
        hedge = " (hedged)" if claim.hedged else ""
        table.add_row(
            claim.id, describe_date(claim.published_at), describe_chain(claim),
            f"{claim.stance}{hedge}", claim.event.type, describe_where_and_when(claim), claim.words,
        )  # fmt: skip
    console().print(table)

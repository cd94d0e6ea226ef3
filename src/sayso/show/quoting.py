"""The command `quotes`: who says what in a report, each in the order of its words."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.show.options import AsJson, Parties, Places

if TYPE_CHECKING:
    from sayso.types import Annotations, Attribution, Report

WIDTH = 100


def quotes(
    source: Annotated[Path, typer.Argument(help="A report, or many (any file `read` takes).")],
    direct: Annotated[
        bool, typer.Option("--direct", help="Only words that stand in quotation marks.")
    ] = False,
    places: Places = None,
    parties: Parties = None,
    json: AsJson = False,
) -> None:
    """Print who says what, by which words, through whom; words in quotation marks in full."""
    from sayso.read.paths import read_path
    from sayso.run.annotating import annotate_all
    from sayso.run.local import Setup
    from sayso.show.printing import print_json, with_progress
    from sayso.types import Refusal

    setup = Setup(tuple(places or ()), tuple(parties or ()))
    wanted = frozenset({"attributions"})
    rows: list[dict[str, Any]] = []
    refused = 0
    for item in with_progress(
        annotate_all(read_path(source), setup, wanted), total=None, words="Reading"
    ):
        if isinstance(item, Refusal):
            refused += 1
            typer.echo(f"refused: {item.origin}: {item.why}", err=True)
            continue
        report, annotations, _ = item
        found = [
            quote_row(report, annotations, said)
            for said in annotations.attributions
            if not direct or said.manner == "direct"
        ]
        rows += found
        if not json:
            _print(report, found)
    if json:
        print_json(rows)
    if refused:
        raise typer.Exit(1)


def quote_row(report: "Report", annotations: "Annotations", said: "Attribution") -> dict[str, Any]:
    """One attribution: who (as written, and by the fullest name), the cue, the words, the chain."""
    words = [span.of(report.text) for span in said.content]
    when = annotations.times[said.said_at] if said.said_at is not None else None
    return {
        "report": report.given_id or report.id,
        "who": " ".join(s.of(report.text) for s in said.source_words) or None,
        "name": _name(said),
        "cue": said.cue.of(report.text),
        "stance": said.stance,
        "manner": said.manner,
        "words": " … ".join(" ".join(w.split()) for w in words),
        "spans": [[s.start, s.stop] for s in said.content],
        "said_at": when.span.of(report.text) if when is not None else None,
        **({"occasion": said.occasion.of(report.text)} if said.occasion is not None else {}),
        "inside": said.inside,
        "depth": _depth(annotations, said),
    }


def _name(said: "Attribution") -> str | None:
    """The fullest name; of an unnamed source that the words only point back to, what it is called."""
    if said.source is None or said.source.name is not None or said.source.means is None:
        return said.source.name if said.source is not None else None
    return said.said_by.label if said.said_by is not None else None


def _depth(annotations: "Annotations", said: "Attribution") -> int:
    depth, outer = 0, said.inside
    while outer is not None and depth < len(annotations.attributions):
        depth, outer = depth + 1, annotations.attributions[outer].inside
    return depth


def _print(report: "Report", rows: list[dict[str, Any]]) -> None:
    """Each as 'who [cue]: words', indented under the one in whose words it stands."""
    import textwrap

    heading = report.title or report.given_id or report.id
    sys.stdout.write(f"{heading} ({report.outlet or 'outlet unknown'})\n")
    if not rows:
        sys.stdout.write("  nobody is made to say anything\n")
    for row in rows:
        indent = "  " + "    " * row["depth"]
        who = row["who"] or "(nobody named)"
        name = f" = {row['name']}" if row["name"] and row["name"] not in who else ""
        told = (row["said_at"], row.get("occasion"))
        when = "".join(f", {' '.join(words.split())}" for words in told if words)
        line = f"{who}{name} [{row['cue']}; {row['stance']}{when}]: {row['words']}"
        sys.stdout.write(
            textwrap.fill(line, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ")
            + "\n"
        )

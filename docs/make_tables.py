"""The code's own tables in, the tables of the reference pages out, between their markers.

`python docs/make_tables.py` writes them; a test holds them to be current.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

import typer

from sayso.event_types import load_event_types
from sayso.show.annotated import PARTS
from sayso.show.cli import app
from sayso.show.exports import CSV_COLUMNS
from sayso.show.wording import STATUSES
from sayso.types import Basis, SourceKind, Stance
from sayso.weigh.assertions import VAGUE_FLOORS

DOCS = Path(__file__).parent
MARKED = re.compile(r"(<!-- table: ([\w-]+) -->\n).*?(<!-- end of table -->)", re.DOTALL)
Row = Sequence[str]


def write_table(head: Row, rows: Sequence[Row]) -> str:
    """A Markdown table; bars in cells are escaped."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(
        "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |\n" for row in lines
    )


def code(words: Sequence[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def event_types() -> str:
    """One row a type, under a heading for each family."""
    types = load_event_types().values()
    parts = []
    for family in dict.fromkeys(kind.family for kind in types):
        rows = [
            (
                f"`{kind.name}`",
                ", ".join([*kind.verbs, *(kind.verbs_if or {}), *kind.phrases, *kind.nouns][:4]),
                code(kind.roles),
                code(kind.questions),
                code(kind.contradicts),
                str(kind.tolerance_days),
                kind.acled,
                kind.plover,
            )
            for kind in types
            if kind.family == family
        ]
        head = (
            "type", "first words", "roles", "questions", "contradicts", "days", "ACLED", "PLOVER",
        )  # fmt: skip
        parts.append(f"\n### Family `{family}`\n\n{write_table(head, rows)}")
    return "".join(parts) + "\n"


def statuses() -> str:
    rows = [(f"`{name}`", words.mark, words.word, words.means) for name, words in STATUSES.items()]
    return write_table(("in JSON and CSV", "mark", "on a page", "what it means"), rows)


def columns() -> str:
    return write_table(("column", "what it holds"), [(f"`{c}`", t) for c, t in CSV_COLUMNS.items()])


def vague_words() -> str:
    return write_table(("word", "lowest number"), [(w, str(n)) for w, n in VAGUE_FLOORS.items()])


def stances() -> str:
    return write_table(("stances",), [(code(get_args(Stance)),)])


def bases() -> str:
    return write_table(("bases",), [(code(get_args(Basis)),)])


def source_kinds() -> str:
    return write_table(("kinds of source",), [(code(get_args(SourceKind)),)])


def parts() -> str:
    return code(PARTS) + "\n"


def dependencies() -> str:
    """What the package needs to run, as its own list has it."""
    project = tomllib.loads((DOCS.parent / "pyproject.toml").read_text("utf-8"))["project"]
    return "".join(f"- `{one}`\n" for one in project["dependencies"])


def every_command(
    group: Any, context: typer.Context, before: str = ""
) -> Iterator[tuple[str, Any, typer.Context]]:
    """Each command with its name and context; of a group, those under it ("gazetteer find")."""
    for last in group.list_commands(context):
        command, name = group.get_command(context, last), f"{before}{last}"
        inner = typer.Context(command, info_name=last, parent=context)
        if hasattr(command, "list_commands"):
            yield from every_command(command, inner, name + " ")
        else:
            yield name, command, inner


def commands() -> str:
    """Each command with its arguments and options, as its `--help` has them."""
    group = typer.main.get_command(app)
    context = typer.Context(group, info_name="sayso")
    parts = []
    for name, command, inner in every_command(group, context):
        rows = [row for one in command.get_params(inner) for row in _parameter(one, inner)]
        table = write_table(("argument or option", "default", "what it does"), rows)
        parts.append(f"\n## sayso {name}\n\n{command.help}\n\n{table}")
    return "".join(parts) + "\n"


def _parameter(one: object, context: typer.Context) -> Iterator[Row]:
    """Rows for one parameter; what has no record of its own (`--help`) has one too."""
    record = one.get_help_record(context)  # type: ignore[attr-defined]
    names = getattr(one, "opts", ())
    secondary = getattr(one, "secondary_opts", ())
    is_argument = getattr(one, "param_type_name", "") == "argument"
    shown = [one.name.upper()] if is_argument else [*names, *secondary]  # type: ignore[attr-defined]
    default = getattr(one, "default", None)
    missing = default is None or callable(default) or default is False or default == ()
    words = getattr(one, "help", None) or (record[1] if record else "")
    yield (
        code(shown),
        ""
        if missing or "Sentinel" in type(default).__name__
        else f"`{getattr(default, 'value', default)}`",
        words,
    )


TABLES: Mapping[str, Callable[[], str]] = {
    "event-types": event_types,
    "statuses": statuses,
    "columns": columns,
    "commands": commands,
    "vague-words": vague_words,
    "stances": stances,
    "bases": bases,
    "source-kinds": source_kinds,
    "parts": parts,
    "dependencies": dependencies,
}


def with_tables(page: str) -> str:
    """The page's text with every marked table made anew."""
    return MARKED.sub(lambda found: found[1] + TABLES[found[2]]() + found[3], page)


def stale_pages() -> dict[Path, str]:
    """Pages whose tables are not what the code says, with what they should be."""
    pages = {path: path.read_text("utf-8") for path in sorted(DOCS.rglob("*.md"))}
    fresh = {path: with_tables(text) for path, text in pages.items()}
    return {path: text for path, text in fresh.items() if text != pages[path]}


if __name__ == "__main__":
    for path, text in stale_pages().items():
        path.write_text(text, "utf-8")
        print(f"written: {path.relative_to(DOCS)}")

"""Rooms do not import their neighbours (STYLE.md section 1)."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "sayso"
NOUNS = frozenset({"__init__", "types", "notes", "errors"})
ALL = NOUNS | {"event_types", "tables"}
BEFORE_THE_LEDGER = frozenset({"read", "annotate", "resolve", "claims", "flow", "models"})

MAY_IMPORT = {
    "__init__": frozenset(),
    "types": frozenset(),
    "notes": frozenset({"types"}),
    "errors": frozenset(),
    "tables": frozenset(),
    "event_types": NOUNS | {"tables"},
    "data": frozenset(),
    "models": ALL,
    "read": ALL,
    "annotate": ALL,
    "resolve": ALL,
    "claims": ALL,
    "flow": ALL | BEFORE_THE_LEDGER,
    "run": ALL | BEFORE_THE_LEDGER,
    "ledger": NOUNS,
    "weigh": ALL,
    "desk": ALL | BEFORE_THE_LEDGER | {"run", "ledger", "weigh"},
    "__main__": frozenset({"show"}),
    "show": ALL | BEFORE_THE_LEDGER | {"run", "ledger", "weigh", "desk", "data"},
}


def room_of(path):
    """'annotate' for annotate/saying/hedges.py, 'flow' for flow.py."""
    first = path.relative_to(SOURCE).parts[0]
    return first.removesuffix(".py")


def modules_in(tree, package):
    """Every module that the code imports, anywhere in it, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            parent = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*parent, *([node.module] if node.module else [])])
            yield node.lineno, module
            for alias in node.names:
                yield node.lineno, f"{module}.{alias.name}"


def rooms_in(tree, package):
    """Every room of ours that the code imports, with its line."""
    found = {}
    for line, module in modules_in(tree, package):
        first, *rest = module.split(".")
        if first == "sayso" and rest:
            room = rest[0] if rest[0] in MAY_IMPORT else "__init__"
            found.setdefault(room, line)
    return found


def complaints(path, text):
    """One sentence for each import that the table forbids."""
    room = room_of(path)
    package = ("sayso", *path.relative_to(SOURCE).parts[:-1])
    for other, line in rooms_in(ast.parse(text), package).items():
        if other != room and other not in MAY_IMPORT[room]:
            allowed = ", ".join(sorted(MAY_IMPORT[room])) or "nothing of ours"
            yield (
                f"{path.relative_to(SOURCE.parent)}:{line}: {room} may not import {other}; pass it"
                f" in as an argument, or move the line to a room that may ({room} may: {allowed})"
            )


@pytest.mark.parametrize("room", sorted(MAY_IMPORT))
def test_a_room_imports_only_what_the_table_allows(room):
    paths = [path for path in sorted(SOURCE.rglob("*.py")) if room_of(path) == room]
    told = [one for path in paths for one in complaints(path, path.read_text(encoding="utf-8"))]
    assert not told, "\n" + "\n".join(told)


def test_every_room_has_a_row_and_every_row_a_room():
    rooms = {room_of(path) for path in SOURCE.rglob("*.py")}
    assert rooms == set(MAY_IMPORT), "enter the room in MAY_IMPORT, or take its row out"


@pytest.mark.parametrize(
    ("path", "text", "other"),
    [
        ("annotate/x.py", "from sayso.resolve.name.names import bare_name", "resolve"),
        ("resolve/x.py", "import sayso.annotate.report", "annotate"),
        ("weigh/x.py", "def f():\n    from sayso.ledger import store", "ledger"),
        ("ledger/x.py", "from sayso.event_types import load_words", "event_types"),
        ("desk.py", "from sayso import show", "show"),
        ("read/x.py", "from ..flow import Reader", "flow"),
        ("flow.py", "from .weigh.weighing import weigh", "weigh"),
        ("types.py", "from sayso.errors import SaysoError", "errors"),
    ],
)
def test_a_forbidden_import_is_told_in_whatever_form_it_comes(path, text, other):
    (told,) = complaints(SOURCE / path, text)
    assert f"may not import {other};" in told


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("annotate/x.py", "from sayso.annotate.parses import parse"),
        ("annotate/x.py", "from .parses import parse"),
        ("claims.py", "from sayso import __version__"),
        ("show/x.py", "from sayso.desk import Desk"),
        ("weigh/x.py", "import json"),
    ],
)
def test_an_allowed_import_is_let_be(path, text):
    assert not list(complaints(SOURCE / path, text))

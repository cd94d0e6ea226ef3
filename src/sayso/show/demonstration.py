"""The bundled cases in, a ledger of them out: what `sayso demo` and `serve --demo` read."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from sayso.read.paths import read_path
from sayso.run.local import Read, Setup, read_all

CASES = ("borodino", "dalan")
DEMO_LEDGER = Path("demo.ledger.sqlite")
NOTE = (
    "Borodino, 1812: facts and figures as history has them; outlets and wording are invented, and no real person is "
    "quoted. Dalan, 2031: all of it is invented."
)


def demo_folder(case: str) -> Path:
    """Where a case's reports.jsonl, places.tsv and parties.toml lie."""
    return Path(str(files("sayso.data"))) / "demo" / case


def demo_setup(case: str) -> Setup:
    folder = demo_folder(case)
    return Setup((folder / "places.tsv",), (folder / "parties.toml",))


def demo_parties() -> tuple[Path, ...]:
    """The registers of both cases, for reading the ledger of both."""
    return tuple(demo_folder(case) / "parties.toml" for case in CASES)


def count_demo() -> int:
    """How many reports the cases have."""
    return sum(
        len((demo_folder(c) / "reports.jsonl").read_text("utf-8").splitlines()) for c in CASES
    )


def read_demo() -> Iterator[Read]:
    """Each report of the cases with its claims; each case has a gazetteer and register of its own."""
    for case in CASES:
        yield from read_all(read_path(demo_folder(case) / "reports.jsonl"), demo_setup(case))

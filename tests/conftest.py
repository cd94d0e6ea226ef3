"""What tests of reading share: the parser, a small invented world, and reports made from a text."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sayso.annotate.report import annotate
from sayso.flow import Reader, read_claims, understand
from sayso.models import load_parser
from sayso.read.dates import day_by_its_clock, parse_published
from sayso.read.reports import About, make_report
from sayso.resolve.parties import load_register
from sayso.resolve.place.gazetteer import TABLE_COLUMNS, Gazetteer, open_gazetteer
from sayso.resolve.report import World
from sayso.run.local import Setup, load_encoder
from sayso.types import Annotations, Claim, Report

PLACES = (
    ("-1", "Karez", "Kares", "-38.4", "-20.3", "town", "XK", "Upper Karez", "21000"),
    ("-2", "Dalan", "", "-38.7", "-20.1", "town", "XK", "Upper Karez", "146000"),
    ("-3", "Tolvesh", "", "-37.6", "-20.4", "town", "XK", "Lower Karez", "388000"),
)
PARTIES = """
[upland_staff]
name = "Upland General Staff"
names = ["Upland General Staff", "Upland army", "UGS"]
kind = "military"
side = "upland"
people = ["Colonel Besim Rao"]
outlets = ["Upland Radio"]
from = 2030-01-01
to = 2035-12-31

[lowland_council]
name = "Lowland Council"
names = ["Lowland Council", "Lowland forces"]
kind = "rebel"
side = "lowland"
people = ["Petra Lom", "Hadi Tavik"]

[river_monitor]
name = "River Monitor"
names = ["River Monitor"]
kind = "monitor"
side = ""
"""


@pytest.fixture(scope="session")
def nlp():
    return load_parser()


@pytest.fixture(scope="session")
def encoder():
    return load_encoder()


@pytest.fixture(scope="session")
def setup(tmp_path_factory: pytest.TempPathFactory) -> Setup:
    """The tables of an invented country: three towns, two sides and a monitor."""
    folder: Path = tmp_path_factory.mktemp("world")
    lines = ("\t".join(row) for row in (TABLE_COLUMNS, *PLACES))
    (folder / "places.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "parties.toml").write_text(PARTIES, encoding="utf-8")
    return Setup((folder / "places.tsv",), (folder / "parties.toml",))


@pytest.fixture(scope="session")
def gazetteer(setup: Setup) -> Iterator[Gazetteer]:
    with open_gazetteer(setup.places) as opened:
        yield opened


@pytest.fixture(scope="session")
def world(gazetteer: Gazetteer, setup: Setup) -> World:
    return World(gazetteer, load_register(setup.parties))


@pytest.fixture(scope="session")
def read() -> Callable[..., Report]:
    """Make a report of a text; `published_at` in words, the other fields as in `About`."""

    def read_text(text: str, *, published_at: str | None = None, **fields: str) -> Report:
        date = parse_published(published_at) if published_at is not None else None
        day = day_by_its_clock((published_at,))
        about = About(dates=(date,) if date is not None else (), day=day, **fields)
        return make_report(text, about, raw_digest="", reader="test")

    return read_text


@pytest.fixture(scope="session")
def annotated(read, nlp, encoder) -> Callable[..., Annotations]:
    """What a text alone says."""
    return lambda text, **fields: annotate(read(text, **fields), nlp, encoder)


@pytest.fixture(scope="session")
def reader(nlp, encoder, world: World) -> Reader:
    return Reader(nlp, encoder, world)


@pytest.fixture(scope="session")
def understood(read, reader: Reader) -> Callable[..., Annotations]:
    """What a text says, with who and where resolved."""
    return lambda text, **fields: understand(read(text, **fields), reader)


@pytest.fixture(scope="session")
def claims_in(read, reader: Reader) -> Callable[..., tuple[Claim, ...]]:
    """The claims of a text."""
    return lambda text, **fields: read_claims(read(text, **fields), reader)

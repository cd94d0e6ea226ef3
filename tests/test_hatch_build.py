"""The build hook: a gazetteer from tiny invented tables, and the size of the real one."""

import importlib.util
import sqlite3
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent


def load_hook() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["hatch_build"] = module
    spec.loader.exec_module(module)
    return module


hook = load_hook()
FORM = hook.load_form(ROOT)
PLACES = [
    hook.SourcePlace(1, "Osmania", "country", "OS", population=900),
    hook.SourcePlace(2, "Halab", "admin1", "OS", alternates=("Alepo", "حلب")),
    hook.SourcePlace(
        3, "Alepo", "town", "OS", ("Halab", "ALP", "a le po", "Алепо", "Alépo"),
        point=(36.0, 37.0), admin1=2, population=200, capital=True,
    ),
    hook.SourcePlace(4, "Nord", "town", "OS", point=(38.0, 39.0), admin1=2, population=20),
    hook.SourcePlace(5, "Alepo", "town", "OS", point=(1.0, 2.0), population=3, capital=True),
    hook.SourcePlace(6, "Leer", "admin2", "OS", admin1=2),
    hook.SourcePlace(7, "Öd", "admin1", "OS"),
    hook.SourcePlace(8, "Nord", "admin2", "OS", admin1=7),
]  # fmt: skip


@pytest.fixture
def db(tmp_path: Path) -> sqlite3.Connection:
    path = tmp_path / "gazetteer.sqlite"
    hook.build_gazetteer(PLACES, path, form=FORM, signature="s")
    return sqlite3.connect(path)


def test_a_name_is_kept_in_latin_letters_folded_and_once(db: sqlite3.Connection) -> None:
    names = db.execute("SELECT folded FROM name WHERE place = 3 ORDER BY folded").fetchall()

    assert names == [("alepo",), ("halab",)]


def test_a_province_has_the_middle_the_people_and_the_name_of_its_towns(
    db: sqlite3.Connection,
) -> None:
    row = db.execute("SELECT name, latitude, longitude, population FROM place WHERE id = 2")

    assert row.fetchone() == ("Alepo", 3700000, 3800000, 220)


def test_a_district_without_towns_has_the_point_of_its_province_and_says_so(
    db: sqlite3.Connection,
) -> None:
    row = db.execute("SELECT latitude, longitude, approximate FROM place WHERE id = 6")

    assert row.fetchone() == (3700000, 3800000, 1)
    assert db.execute("SELECT count(*) FROM place WHERE approximate").fetchone() == (1,)


def test_a_division_in_which_nothing_has_a_point_has_none(db: sqlite3.Connection) -> None:
    found = db.execute("SELECT latitude FROM place WHERE id IN (7, 8)").fetchall()

    assert found == [(None,), (None,)]


def test_a_country_keeps_its_own_count_and_one_capital(db: sqlite3.Connection) -> None:
    assert db.execute("SELECT population FROM place WHERE id = 1").fetchone() == (900,)
    assert db.execute("SELECT id FROM place WHERE capital").fetchall() == [(3,)]


def test_the_same_places_in_any_order_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one.sqlite", tmp_path / "other.sqlite"
    hook.build_gazetteer(PLACES, one, form=FORM, signature="s")
    hook.build_gazetteer(PLACES[::-1], other, form=FORM, signature="s")

    assert one.read_bytes() == other.read_bytes()
    assert list(tmp_path.glob("*.tmp")) == []


def test_the_middle_of_islands_on_both_sides_of_the_date_line_is_between_them() -> None:
    assert hook.find_middle([(-17.0, 178.0), (-19.0, -178.0)]) == (-18.0, -180.0)
    assert hook.find_middle([]) is None


@pytest.mark.parametrize("content", [None, b"", b"no database at all", b"SQLite format 3\0cut off"])
def test_a_missing_or_broken_file_has_no_signature(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "gazetteer.sqlite"
    if content is not None:
        path.write_bytes(content)

    assert hook.read_signature(path) is None


def test_a_file_of_the_same_making_is_not_built_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = []

    def read_invented() -> list[object]:
        built.append(1)
        return PLACES

    for code in ("hatch_build.py", hook.FOLDING, hook.FILES):
        (tmp_path / code).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / code).write_bytes((ROOT / code).read_bytes())
    monkeypatch.setattr(hook, "version_of", lambda package: "1")
    monkeypatch.setattr(hook, "read_sources", read_invented)

    first = hook.make_gazetteer(tmp_path).read_bytes()
    assert hook.make_gazetteer(tmp_path).read_bytes() == first
    assert len(built) == 1
    (tmp_path / hook.FOLDING).write_text((tmp_path / hook.FOLDING).read_text() + "# changed\n")
    hook.make_gazetteer(tmp_path)
    assert len(built) == 2


def test_the_installed_gazetteer_is_of_the_promised_size() -> None:
    size = (ROOT / hook.GAZETTEER).stat().st_size

    assert 15_000_000 < size < 30_000_000

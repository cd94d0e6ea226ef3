"""Dumps in the format of GeoNames, invented and small: imported, gone on with, looked up."""

import zipfile
from pathlib import Path

import pytest

from sayso.errors import MissingData, UnreadableTable
from sayso.resolve.place import imports as place_imports
from sayso.resolve.place.gazetteer import GazetteerRow, open_gazetteer
from sayso.resolve.place.imports import Dump, Progress, count_places, import_dump

KABUL = 1138958  # of GeoNames, and in the bundled file


def place(
    id: int, name: str, code: str = "P.PPL", *, alternates: str = "", point: str = "34.5 69.5",
    country: str = "AF", within: tuple[str, str] = ("90", ""), population: str = "0",
) -> str:  # fmt: skip
    """A line of a dump."""
    (north, east), (feature, kind) = point.split(), code.split(".")
    cells = [str(id), name, name, alternates, north, east, feature, kind, country, "", *within]
    return "\t".join([*cells, "", "", population, "", "1790", "Asia/Kabul", "2031-01-01"])


LINES = (
    place(90_000_001, "Velmori", "A.ADM1"),
    place(90_000_002, "Ostrabad", alternates="Ostra Bad,استراباد,ostra", population="700"),
    place(90_000_003, "Zemur Pass", "T.PASS"),
    place(90_000_004, "Tolmarev", country="TJ", within=("91", "7")),
    place(90_000_005, "Lesk District", "A.ADM2", country="TJ", within=("91", "7")),
)


def write(folder: Path, *lines: str, name: str = "dump.txt") -> Path:
    path = folder / name
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def run(dump: Dump, target: Path) -> dict[str, Progress]:
    return {done.which: done for done in import_dump(dump, target)}


def named(target: Path, name: str) -> list[GazetteerRow]:
    with open_gazetteer([target]) as gazetteer:
        return list(gazetteer.named(name))


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "data" / "places.sqlite"


def test_an_imported_place_is_found_by_its_latin_names_in_its_province(
    tmp_path: Path, target: Path
) -> None:
    run(Dump(write(tmp_path, *LINES)), target)
    (row,) = named(target, "Ostra Bad")

    assert (row.id, row.kind, row.admin1, row.population) == (90_000_002, "town", "Velmori", 700)
    assert named(target, "ostrabad") == [row]
    assert named(target, "Zemur Pass")[0].kind == "site"
    assert named(target, "Tolmarev")[0].admin2_id == 90_000_005


def test_one_id_is_one_place_and_the_bundled_row_stays(tmp_path: Path, target: Path) -> None:
    line = place(KABUL, "Kabool City", alternates="Kabul,Qorvash", point="1 2")
    run(Dump(write(tmp_path, line)), target)

    assert [row.id for row in named(target, "Kabul")].count(KABUL) == 1
    (row,) = named(target, "Qorvash")
    assert (row.id, row.name, row.capital, round(row.latitude or 0, 1)) == (
        KABUL,
        "Kabul",
        True,
        34.5,
    )


def test_a_lent_point_gives_way_to_the_imported_one(tmp_path: Path, target: Path) -> None:
    with open_gazetteer() as gazetteer:
        lent = next(row for row in gazetteer.named("Najaf District") if row.approximate)
    assert lent.id is not None
    line = place(lent.id, "Najaf District", "A.ADM2", point="31.7 44.2")
    run(Dump(write(tmp_path, line)), target)
    row = next(row for row in named(target, "Najaf District") if row.id == lent.id)

    assert (row.latitude, row.longitude, row.approximate) == (31.7, 44.2, False)
    assert row.admin1 == lent.admin1


def test_only_the_countries_asked_for_are_taken(tmp_path: Path, target: Path) -> None:
    run(Dump(write(tmp_path, *LINES), countries=frozenset({"TJ"})), target)

    assert count_places(target) == 2


def test_a_later_import_replaces_its_own_countries_only(tmp_path: Path, target: Path) -> None:
    run(Dump(write(tmp_path, *LINES)), target)
    run(Dump(write(tmp_path, place(90_000_009, "Ostrabad"), name="AF.txt")), target)

    assert [row.id for row in named(target, "Ostrabad")] == [90_000_009]
    assert [row.id for row in named(target, "Tolmarev")] == [90_000_004]
    assert named(target, "Zemur Pass") == []


def test_other_names_add_spellings_and_the_usual_english_one(tmp_path: Path, target: Path) -> None:
    names = write(
        tmp_path,
        "1\t90000002\ten\tNew Ostra\t1\t\t\t\t\t",
        "2\t90000002\tfr\tOstrabade\t\t\t\t\t\t",
        "3\t90000002\tiata\tOstr\t\t\t\t\t\t",
        "4\t77\ten\tElsewhere Ost\t\t\t\t\t\t",
        "broken",
        name="names.txt",
    )
    done = run(Dump(write(tmp_path, *LINES), names), target)

    assert [row.name for row in named(target, "Ostrabade")] == ["New Ostra"]
    assert named(target, "Ostr") == named(target, "Elsewhere Ost") == []
    assert (done["names"].bad, done["names"].first_bad) == (1, 5)


@pytest.mark.parametrize(
    "bad",
    [
        "90\tshort",
        place(5, "Nowhere", point="91 0"),
        place(5, "Nowhere", point="nan 0"),
        place(5, "Nowhere", point="north east"),
        place(5, "Nowhere", population="many"),
        place(5, "Nowhere").replace("5", "five", 1),
    ],
)
def test_a_bad_line_is_counted_and_left_out(tmp_path: Path, target: Path, bad: str) -> None:
    done = run(Dump(write(tmp_path, LINES[0], bad, LINES[1])), target)["places"]

    assert (done.lines, done.bad, done.first_bad) == (3, 1, 2)
    assert count_places(target) == 2


def test_bytes_that_are_no_text_are_a_bad_line(tmp_path: Path, target: Path) -> None:
    path = write(tmp_path, *LINES)
    path.write_bytes(path.read_bytes() + b"\xff\xfe\n")

    assert run(Dump(path), target)["places"].first_bad == 6


def test_the_zipped_form_gives_the_same(tmp_path: Path, target: Path) -> None:
    plain = write(tmp_path, *LINES)
    with zipfile.ZipFile(tmp_path / "dump.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "about")
        archive.write(plain, "dump.txt")
    run(Dump(plain), target)
    run(Dump(tmp_path / "dump.zip"), tmp_path / "other.sqlite")

    assert target.read_bytes() == (tmp_path / "other.sqlite").read_bytes()


@pytest.mark.parametrize("steps", [1, 2, 4, 6])
def test_an_import_goes_on_where_it_was_ended(
    tmp_path: Path, target: Path, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    monkeypatch.setattr(place_imports, "BATCH", 1)  # a line at a time
    names = write(tmp_path, "1\t90000002\tfr\tOstrabade\t\t\t\t\t\t", name="names.txt")
    dump = Dump(write(tmp_path, LINES[0], "bad", *LINES[1:]), names)
    run(dump, tmp_path / "whole.sqlite")

    ended = import_dump(dump, target)
    for _ in range(steps):
        before = next(ended)
    ended.close()
    assert not target.exists()
    after = list(import_dump(dump, target))

    assert after[0].lines == before.lines + (
        1 if before.which == after[0].which and steps < 6 else 0
    )
    assert {one.which: one for one in after}["places"].bad == 1
    assert target.read_bytes() == (tmp_path / "whole.sqlite").read_bytes()
    assert [path.name for path in target.parent.iterdir()] == ["places.sqlite"]


def test_a_changed_dump_is_begun_anew(tmp_path: Path, target: Path) -> None:
    ended = import_dump(Dump(write(tmp_path, *LINES)), target)
    next(ended)
    ended.close()
    run(Dump(write(tmp_path, LINES[0])), target)

    assert count_places(target) == 1


@pytest.mark.parametrize("content", [None, b"", b"id,name\n1,A\n", b"PK\x03\x04cut off"])
def test_what_is_no_dump_is_refused_and_changes_nothing(
    tmp_path: Path, target: Path, content: bytes | None
) -> None:
    run(Dump(write(tmp_path, *LINES)), target)
    before = target.read_bytes()
    if content is not None:
        (tmp_path / "wrong.txt").write_bytes(content)

    with pytest.raises(UnreadableTable, match=r"wrong\.txt: "):
        run(Dump(tmp_path / "wrong.txt"), target)
    assert target.read_bytes() == before


def test_a_file_that_no_import_wrote_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.sqlite").write_text("something else altogether")

    with pytest.raises(MissingData, match=r"x\.sqlite: .*import"):
        open_gazetteer([tmp_path / "x.sqlite"])


def test_what_a_dump_calls_a_country_besides_is_a_region(tmp_path: Path, target: Path) -> None:
    run(Dump(write(tmp_path, place(90_000_001, "Vorland", "A.PCLI", country="XY"))), target)

    assert [row.kind for row in named(target, "Vorland") if row.id == 90_000_001] == ["region"]

"""The places by name: the installed file, our tables, and the user's on top."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import MissingData, UnreadableTable
from sayso.resolve.name.folding import fold_name, fold_place
from sayso.resolve.place import gazetteer as gazetteer_module
from sayso.resolve.place.gazetteer import TABLE_COLUMNS, Gazetteer, explain_row, open_gazetteer
from sayso.resolve.place.tables import read_abbreviations, read_regions


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    with open_gazetteer() as opened:
        yield opened


def write_table(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(["\t".join(TABLE_COLUMNS), *lines, ""]), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Mazār-e Sharīf", "mazar e sharif"),
        ("  Łódź ", "lodz"),
        ("Sana’a", "sana a"),
        ("“the Valley”", "the valley"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("Kha\u00adn\u200e", "khan"),
        ("", ""),
    ],
)
def test_a_folded_name_has_neither_case_nor_accents_nor_quotes(text: str, folded: str) -> None:
    assert fold_name(text) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deir ez-Zor", "Deir Ezzor"),
        ("Sana'a", "Sanaa"),
        ("the Hague", "The Hague"),
        ("U.S.", "US"),
        ("Washington, D.C.", "Washington DC"),
    ],
)
def test_spellings_of_one_place_meet(one: str, other: str) -> None:
    assert fold_place(one) == fold_place(other) != ""


def test_a_word_of_signs_only_names_nothing(gazetteer: Gazetteer) -> None:
    assert gazetteer.named("—") == ()


@pytest.mark.parametrize(
    ("name", "id", "kind"),
    [
        ("Kabul", 1138958, "town"),
        ("kābul", 1138958, "town"),
        ("Aleppo", 170063, "town"),
        ("Khan Sheikhoun", 168325, "town"),
        ("Kharkov", 706483, "town"),
        ("Deir Ezzor", 170794, "town"),
        ("Panjshir", 6957555, "admin1"),
        ("the West Bank", 285153, "admin1"),
        ("Georgia", 614540, "country"),
        ("Iran", 130758, "country"),
        ("the Netherlands", 2750405, "country"),
        ("Burma", 1327865, "country"),
        ("Ivory Coast", 2287781, "country"),
    ],
)
def test_the_likeliest_place_comes_first(
    gazetteer: Gazetteer, name: str, id: int, kind: str
) -> None:
    first = gazetteer.named(name)[0]

    assert (first.id, first.kind) == (id, kind)


def test_a_region_that_no_list_of_towns_has_is_ours(gazetteer: Gazetteer) -> None:
    first = gazetteer.named("Donbass")[0]

    assert (first.name, first.kind, first.country, first.id) == ("Donbas", "region", "UA", None)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Siachen Glacier", None),
        ("the Carpathians", None),
        ("Lake Erie", None),
        ("Sicily", "IT"),
        ("Chittagong Hill Tracts", "BD"),
        ("Tora Bora", "AF"),
        ("Strait of Magellan", None),
    ],
)
def test_ranges_waters_and_islands_of_all_continents_are_known(
    gazetteer: Gazetteer, name: str, country: str | None
) -> None:
    first = gazetteer.named(name)[0]

    assert (first.origin, first.country) == ("ours", country)


def test_no_two_of_our_regions_share_a_name() -> None:
    names = [
        key
        for row, others in read_regions()
        for key in {fold_place(name) for name in (row.name, *others)}
    ]

    assert len(names) == len(set(names)) > 800


def test_a_region_of_ours_lies_in_its_country(gazetteer: Gazetteer) -> None:
    """In the box around the country's provinces, or not far outside of it."""
    points: dict[str | None, list[tuple[float, float]]] = {}
    query = "SELECT country, latitude / 1e5, longitude / 1e5 FROM place WHERE kind = 'town'"
    for code, latitude, longitude in gazetteer._files._db.execute(query):
        points.setdefault(code, []).append((latitude, longitude))
    far = [
        row.name
        for row, _ in read_regions()
        if row.country is not None and row.latitude is not None and row.longitude is not None
        and not any(
            abs(row.latitude - latitude) < 3 and abs(row.longitude - longitude) < 3
            for latitude, longitude in points[row.country]
        )
    ]  # fmt: skip

    # Nobody lives near these.
    assert set(far) <= {"Franz Josef Land", "Novaya Zemlya", "Aleutian Islands", "Hudson Bay"}


def test_a_disputed_region_is_in_no_country(gazetteer: Gazetteer) -> None:
    assert gazetteer.named("Kashmir")[0].country is None


@pytest.mark.parametrize(
    ("short", "name"), [("Calif.", "California"), ("Ga.", "Georgia"), ("D.C.", "Washington")]
)
def test_an_abbreviation_needs_its_full_stop(gazetteer: Gazetteer, short: str, name: str) -> None:
    assert gazetteer.named(short)[0].name == name
    assert short.isupper() or name not in {row.name for row in gazetteer.named(short.rstrip("."))}


def test_a_state_in_short_is_the_state_and_not_the_city(gazetteer: Gazetteer) -> None:
    assert [(row.name, row.kind) for row in gazetteer.named("N.Y.")] == [("New York", "admin1")]


@pytest.mark.parametrize("short", sorted(read_abbreviations()))
def test_every_abbreviation_leads_to_a_place_of_its_country(
    gazetteer: Gazetteer, short: str
) -> None:
    meant = read_abbreviations()[short]
    found = gazetteer.divisions_in_short(short)

    assert [(row.country, row.kind) for row in found] == [(m.country, m.kind) for m in meant]


def test_letters_stand_for_a_state_only_behind_a_town(gazetteer: Gazetteer) -> None:
    (texas,) = gazetteer.divisions_in_short("TX")

    assert texas.name == "Texas" and texas not in gazetteer.named("TX")
    assert gazetteer.divisions_in_short("Tex") == (texas,)
    assert gazetteer.divisions_in_short("tx") == ()


def test_a_town_knows_its_county(gazetteer: Gazetteer) -> None:
    county = gazetteer.district_of(gazetteer.named("Fort Worth")[0])

    assert county is not None and (county.kind, county.admin1) == ("admin2", "Texas")


def test_every_country_has_a_code_a_name_and_most_a_point(gazetteer: Gazetteer) -> None:
    found = {row.country: row for row in gazetteer.countries()}

    assert len(found) == 250
    pointless = {code for code, row in found.items() if row.latitude is None}
    assert pointless <= {"AQ", "BV", "HM", "UM"}  # nobody lives there


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Iraqi", "IQ"),
        ("iraqis", "IQ"),
        ("South Sudanese", "SS"),
        ("Poles", "PL"),
        ("Burkinabè", "BF"),
        ("Congolese", "CD"),
        ("Korean", None),
        ("Kabul", None),
    ],
)
def test_a_demonym_gives_its_country(gazetteer: Gazetteer, word: str, code: str | None) -> None:
    assert gazetteer.country_of_demonym(word) == code


def test_a_town_knows_its_province(gazetteer: Gazetteer) -> None:
    mosul = gazetteer.named("Mosul")[0]
    province = gazetteer.division_of(mosul)

    assert province is not None
    assert (province.kind, province.country, province.name) == ("admin1", "IQ", mosul.admin1)


@pytest.mark.parametrize("name", ["Tripoli", "Georgia", "Donbas", "Najaf District"])
def test_the_reasons_told_are_those_that_weigh(gazetteer: Gazetteer, name: str) -> None:
    for row in gazetteer.named(name):
        told = explain_row(row, fold_place(name))
        assert ("a country comes before other places" in told) == (row.kind == "country")
        assert ("no point of its own" in told) == (row.latitude is None or row.approximate)
        assert ("its main name" in told) == (
            row.origin != "ours" and fold_place(row.name) == fold_place(name)
        )


def test_a_table_of_the_users_comes_before_the_file(tmp_path: Path) -> None:
    line = "7\tBorodino\tBorodinó,Old Borodino\t55.53\t35.82\ttown\tRU\tMoscow Oblast\t60"
    with open_gazetteer([write_table(tmp_path / "places.tsv", line)]) as gazetteer:
        first, second, *_ = gazetteer.named("borodino")
        assert (first.id, first.origin, first.admin1) == (7, "extra", "Moscow Oblast")
        assert second.origin == "geonames" and second.longitude == pytest.approx(94.9, abs=0.1)
        assert gazetteer.named("Old Borodino") == (first,)


def test_invented_places_of_one_name_are_kept_apart_and_have_no_id(tmp_path: Path) -> None:
    lines = ["-1\tDalan\t\t1\t2\ttown\tXV\t\t9", "-2\tDalan\t\t3\t4\ttown\tXV\t\t8"]
    with open_gazetteer([write_table(tmp_path / "places.tsv", *lines)]) as gazetteer:
        found = [row for row in gazetteer.named("Dalan") if row.origin == "extra"]

    assert [(row.id, row.population) for row in found] == [(None, 9), (None, 8)]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("1\tA\t\t91\t0\ttown\tAF\t\t5", "not on earth"),
        ("1\tA\t\tnan\t0\ttown\tAF\t\t5", "not on earth"),
        ("1\tA\t\tx\t0\ttown\tAF\t\t5", "could not convert"),
        ("1\tA\t\t1\t0\thamlet\tAF\t\t5", "hamlet"),
        ("1\tA\t\t1\t0\ttown\tAfg\t\t5", "Afg"),
        ("1\t-\t\t1\t0\ttown\tAF\t\t5", "name is empty"),
        ("x\tA\t\t1\t0\ttown\tAF\t\t5", "invalid literal"),
        ("1\tA\t\t1\t0\ttown\tAF", "7 columns instead of 9"),
    ],
)
def test_a_wrong_line_is_named_with_file_and_number(tmp_path: Path, line: str, why: str) -> None:
    good = "1\tB\t\t1\t2\tsite\t\t\t"
    path = write_table(tmp_path / "places.tsv", good, line)

    with pytest.raises(UnreadableTable, match=rf"places\.tsv:3: .*{why}"):
        open_gazetteer([path])


def test_a_table_without_its_header_is_refused(tmp_path: Path) -> None:
    (tmp_path / "places.tsv").write_text("1\tA\n")

    with pytest.raises(UnreadableTable, match=r"places\.tsv:1: .*alternates"):
        open_gazetteer([tmp_path / "places.tsv"])


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_table_that_cannot_be_read_is_refused(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "places.tsv").write_bytes(content)

    with pytest.raises(UnreadableTable, match=r"places\.tsv"):
        open_gazetteer([tmp_path / "places.tsv"])


def test_an_installation_without_the_file_says_how_to_mend_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gazetteer_module, "DATA", tmp_path)

    with pytest.raises(MissingData, match="reinstall"):
        open_gazetteer()


def test_the_file_is_never_written(gazetteer: Gazetteer) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        gazetteer._files._db.execute("DELETE FROM place")

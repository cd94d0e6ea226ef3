"""Which place the words of a mention mean."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.resolve.place.gazetteer import TABLE_COLUMNS, Gazetteer, open_gazetteer
from sayso.resolve.place.places import resolve_place, resolve_places
from sayso.types import Place, Report, Span


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    with open_gazetteer() as opened:
        yield opened


def resolve(words: str, gazetteer: Gazetteer, *countries: str) -> Place:
    return resolve_place(words, Span(3, 3 + len(words)), gazetteer, countries=countries)


@pytest.mark.parametrize(
    ("words", "name", "level", "country"),
    [
        ("Panjshir", "Panjshayr", "admin1", "AF"),
        ("Kabul", "Kabul", "town", "AF"),
        ("Herat", "Herāt", "town", "AF"),
        ("Mazar-e-Sharif", "Mazār-e Sharīf", "town", "AF"),
        ("Aleppo", "Aleppo", "town", "SY"),
        ("Khan Shaykhun", "Khān Shaykhūn", "town", "SY"),
        ("Idlib", "Idlib", "town", "SY"),
        ("Idlib province", "Idlib", "admin1", "SY"),
        ("Damascus", "Damascus", "town", "SY"),
        ("Tajikistan", "Tajikistan", "country", "TJ"),
        ("Iran", "Iran", "country", "IR"),
        ("London", "London", "town", "GB"),
        ("Paris", "Paris", "town", "FR"),
        ("Georgia", "Georgia", "country", "GE"),
        ("Jordan", "Jordan", "country", "JO"),
        ("Gaza", "Gaza Strip", "admin1", "PS"),
        ("Gaza City", "Gaza", "town", "PS"),
        ("Kharkiv", "Kharkiv", "town", "UA"),
        ("Mosul", "Mosul", "town", "IQ"),
        ("Deir ez-Zor", "Deir ez-Zor", "town", "SY"),
        ("Hodeidah", "Al Ḩudaydah", "town", "YE"),
        ("the Middle East", "Middle East", "region", None),
    ],
)
def test_a_name_alone_means_its_best_known_bearer(
    gazetteer: Gazetteer, words: str, name: str, level: str, country: str | None
) -> None:
    place = resolve(words, gazetteer)

    assert (place.name, place.level, place.country) == (name, level, country)
    assert place.words == words and place.span.start == 3
    assert 0.5 < place.score <= 1.0


def test_washington_is_the_capital_and_not_the_state(gazetteer: Gazetteer) -> None:
    assert resolve("Washington", gazetteer).admin1 == "District of Columbia"
    assert resolve("Washington state", gazetteer).level == "admin1"


@pytest.mark.parametrize(
    ("words", "name", "level"),
    [
        ("the northern city of Mazar-e-Sharif", "Mazār-e Sharīf", "town"),
        ("northern Syria", "Syria", "country"),
        ("south-eastern Turkey", "Turkey", "country"),
        ("Kabul airport", "Kabul", "town"),
        ("Panjshir province", "Panjshayr", "admin1"),
        ("province of Kandahar", "Kandahār", "admin1"),
        ("the state of Georgia", "Georgia", "admin1"),
        ("Kursk region", "Kurskaya oblast'", "admin1"),
        ("Afghanistan’s", "Afghanistan", "country"),
    ],
)
def test_what_is_no_part_of_the_name_is_left_out(
    gazetteer: Gazetteer, words: str, name: str, level: str
) -> None:
    place = resolve(words, gazetteer)

    assert (place.name, place.level) == (name, level)


@pytest.mark.parametrize(
    "words", ["South Sudan", "Northern Ireland", "North Korea", "Mexico City", "West Bank"]
)
def test_words_that_are_part_of_the_name_are_kept(gazetteer: Gazetteer, words: str) -> None:
    assert resolve(words, gazetteer).name == words


@pytest.mark.parametrize(
    ("words", "countries", "country"),
    [
        ("Tripoli", (), "LY"),
        ("Tripoli", ("LB",), "LB"),
        ("Hyderabad", (), "IN"),
        ("Hyderabad", ("PK",), "PK"),
        ("Paris", ("US",), "FR"),  # a small namesake must not win by the country alone
        ("Congo", (), "CD"),
        ("Congo", ("CG",), "CG"),
    ],
)
def test_the_countries_of_the_report_decide_between_namesakes(
    gazetteer: Gazetteer, words: str, countries: tuple[str, ...], country: str
) -> None:
    assert resolve(words, gazetteer, *countries).country == country


def test_the_provinces_of_the_report_decide_too(gazetteer: Gazetteer) -> None:
    place = resolve_place(
        "Alexandria",
        Span(0, 10),
        gazetteer,
        countries=["US"],
        provinces=[("US", "Louisiana")],
    )

    assert (place.country, place.admin1) == ("US", "Louisiana")


def test_a_namesake_elsewhere_lowers_the_score(gazetteer: Gazetteer) -> None:
    assert resolve("Hyderabad", gazetteer).score < resolve("Kabul", gazetteer).score


def test_a_demonym_stands_for_its_country(gazetteer: Gazetteer) -> None:
    place = resolve("Iraqi", gazetteer)

    assert (place.name, place.level) == ("Iraq", "country") and place.score < 1.0


def test_a_misprint_is_found_in_the_countries_of_the_report_only(gazetteer: Gazetteer) -> None:
    place = resolve("Mazae-e-Sharif", gazetteer, "AF")

    assert (place.geonameid, place.words) == (1133616, "Mazae-e-Sharif")
    assert place.score < resolve("Mazar-e-Sharif", gazetteer, "AF").score
    assert resolve("Mazae-e-Sharif", gazetteer).name is None
    assert resolve("Mazae-e-Sharif", gazetteer, "SY").name is None


@pytest.mark.parametrize(
    ("words", "name"),
    [("Hodeidah", "Al Ḩudaydah"), ("al-Mosul", "Mosul"), ("el-Raqqah", "Ar Raqqah")],
)
def test_an_arabic_name_is_found_in_the_spelling_of_others(
    gazetteer: Gazetteer, words: str, name: str
) -> None:
    assert resolve(words, gazetteer).name == name


def test_a_short_name_is_never_taken_for_a_misprint(gazetteer: Gazetteer) -> None:
    assert resolve("Kabvl", gazetteer, "AF").name is None


@pytest.mark.parametrize("words", ["Vrxqopolis", "", "—", "the", "of the"])
def test_what_is_not_found_stays_empty(gazetteer: Gazetteer, words: str) -> None:
    place = resolve(words, gazetteer, "AF")

    assert place == Place(
        Span(3, 3 + len(words)), words, None, None, None, None, None, None, None, 0.0
    )


def test_a_table_of_the_users_wins_but_never_over_a_country(tmp_path: Path) -> None:
    table = tmp_path / "places.tsv"
    table.write_text(
        "\t".join(TABLE_COLUMNS)
        + "\n11\tBorodino\t\t55.53\t35.82\ttown\tRU\t\t60\n2\tJordan\t\t1\t2\ttown\tUS\t\t9\n"
    )
    with open_gazetteer([table]) as gazetteer:
        assert resolve("Borodino", gazetteer).geonameid == 11
        assert resolve("Jordan", gazetteer).country == "JO"


def test_a_country_of_the_users_goes_before_a_town_that_is_called_so(tmp_path: Path) -> None:
    table = tmp_path / "places.tsv"
    table.write_text("\t".join(TABLE_COLUMNS) + "\n-1\tKarvia\t\t1\t2\tcountry\tXV\t\t9000\n")
    with open_gazetteer([table]) as gazetteer:
        assert resolve("Karvia", gazetteer).country == "XV"


def resolve_all(
    text: str, gazetteer: Gazetteer, *names: str, url: str | None = None
) -> list[Place]:
    """The places of a text that are so called, in its order."""
    spans = [Span(m.start(), m.end()) for m in re.finditer("|".join(map(re.escape, names)), text)]
    places = [Place(s, s.of(text), None, None, None, None, None, None, None, 0.0) for s in spans]
    return list(resolve_places(places, Report("", text, url=url), gazetteer))


@pytest.mark.parametrize(
    ("text", "names", "want"),
    [
        ("Shops shut in Tripoli, Lebanon.", ("Tripoli", "Lebanon"), ["LB", "LB"]),
        ("Shops shut in Tripoli (Lebanon).", ("Tripoli", "Lebanon"), ["LB", "LB"]),
        ("A fire in Paris, Texas, spread.", ("Paris", "Texas"), ["US", "US"]),
        ("Snow fell in Paris, Calif. and beyond.", ("Paris",), ["FR"]),
        ("Trains between Hyderabad and Karachi.", ("Hyderabad", "Karachi"), ["PK", "PK"]),
        ("Trains between Hyderabad and Bangalore.", ("Hyderabad", "Bangalore"), ["IN", "IN"]),
        ("From Georgia, Armenia and Azerbaijan.", ("Georgia", "Armenia"), ["GE", "AM"]),
        ("From Georgia, Alabama and Florida.", ("Georgia", "Alabama", "Florida"), ["US"] * 3),
        ("Lebanese troops moved into Tripoli.", ("Tripoli",), ["LB"]),
    ],
)
def test_what_stands_around_decides_between_namesakes(
    gazetteer: Gazetteer, text: str, names: tuple[str, ...], want: list[str]
) -> None:
    assert [p.country for p in resolve_all(text, gazetteer, *names)] == want


def test_a_name_has_one_sense_a_report(gazetteer: Gazetteer) -> None:
    text = "Paris, Texas, has a tower. The mayor of Paris climbed it."

    first, second = (
        p for p in resolve_all(text, gazetteer, "Paris", "Texas") if p.words == "Paris"
    )

    assert first.geonameid == second.geonameid and second.country == "US"


def test_a_report_may_tell_two_namesakes_apart(gazetteer: Gazetteer) -> None:
    text = "He left Paris, Texas, for Paris, France."

    found = resolve_all(text, gazetteer, "Paris", "Texas", "France")

    assert [p.country for p in found if p.words == "Paris"] == ["US", "FR"]


def test_the_outlets_home_is_a_weak_hint_and_no_place_itself(gazetteer: Gazetteer) -> None:
    home = "https://news.example.co.uk/1"
    text = "Roads near Perth were shut. In Sydney nobody noticed."

    assert [p.country for p in resolve_all(text, gazetteer, "Perth", "Sydney", url=home)] == [
        "AU"
    ] * 2
    assert resolve_all("Nothing was shut.", gazetteer, "Perth", url=home) == []


def test_a_misprint_is_mended_and_marked(gazetteer: Gazetteer) -> None:
    text = "Protests in Mazae-e-Sharif and Herat; Afghanistan was quiet otherwise."

    first, second, _ = resolve_all(text, gazetteer, "Mazae-e-Sharif", "Herat", "Afghanistan")

    assert (first.geonameid, first.corrected) == (1133616, True)
    assert not second.corrected


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        ("Shells fell on Idlib province.", "Idlib", "admin1"),
        ("Shells fell on the city of Idlib.", "Idlib", "town"),
        ("Troops left the province of Kandahar.", "Kandahar", "admin1"),
        ("The province of Kandahar fell.", "Kandahar", "admin1"),
    ],
)
def test_the_word_beside_a_name_tells_its_level(
    gazetteer: Gazetteer, text: str, name: str, level: str
) -> None:
    assert resolve_all(text, gazetteer, name)[0].level == level


@pytest.mark.parametrize(
    ("text", "names", "levels"),
    [
        ("Clashes went on in Homs and Hama.", ("Homs", "Hama"), ["town", "town"]),
        ("They fought in Homs and Hama provinces.", ("Homs", "Hama"), ["admin1", "admin1"]),
        ("The provinces of Homs and Hama are calm.", ("Homs", "Hama"), ["admin1", "admin1"]),
        ("Takhar and the cities of Kunduz and Baghlan fell.", ("Kunduz", "Baghlan"), ["town"] * 2),
        (
            "Rebels took Kunduz, Baghlan and Takhar.",
            ("Kunduz", "Baghlan", "Takhar"),
            ["admin1"] * 3,
        ),
        (
            "They fought in Kandahar province and near Kunduz.",
            ("Kandahar", "Kunduz"),
            ["admin1", "town"],
        ),
        (
            "They fought in Takhar province and near Kunduz.",
            ("Takhar", "Kunduz"),
            ["admin1", "town"],
        ),
    ],
)
def test_towns_in_a_list_are_provinces_only_beside_a_province_that_no_town_is_called_by(
    gazetteer: Gazetteer, text: str, names: tuple[str, ...], levels: list[str]
) -> None:
    assert [place.level for place in resolve_all(text, gazetteer, *names)] == levels


@pytest.mark.parametrize(
    "text", ["Five men died in Sarwan district.", "Calm on the Lim.", "South of Guri."]
)
def test_the_other_name_of_a_town_far_off_sets_no_report_there(
    gazetteer: Gazetteer, text: str
) -> None:
    name = next(n for n in ("Sarwan", "Lim", "Guri") if n in text)
    at = text.index(name)
    place = Place(Span(at, at + len(name)), name, *[None] * 7, 0.0)
    (found,) = resolve_places([place], Report("", text), gazetteer)

    assert (found.name, found.words) == (None, name)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Georgian police shut roads in Sarwan.", "Sarwan", "GE"),
        ("A ferry left Bombay.", "Bombay", "IN"),
        ("Smoke rose over Kiev.", "Kiev", "UA"),
    ],
)
def test_the_other_name_of_a_place_counts_where_its_country_is_told_or_all_know_it(
    gazetteer: Gazetteer, text: str, name: str, country: str
) -> None:
    at = text.index(name)
    place = Place(Span(at, at + len(name)), name, *[None] * 7, 0.0)
    (found,) = resolve_places([place], Report("", text), gazetteer)

    assert found.country == country

"""The place page: its map, its timeline, and what it keeps back."""

import re
from dataclasses import replace

import pytest
from fake_desk import LINT, SOLEN, FakeDesk, place
from test_pages import get, text_of

from sayso.show.pages.app import make_app
from sayso.weigh.dossiers import Dossier

DALAN = place("Dalan", at=(35.93, 36.63), country="SY", admin1="Idlib", geonameid=7)
IDLIB = place("Idlib", "admin1", at=(35.83, 36.6), country="SY", admin1="Idlib", geonameid=169387)
MARKET = place("the market", "site", at=(35.95, 36.7), country="SY", admin1="Idlib")


def lay(desk, heading, claim):
    """A matter of one claim that answers no question."""
    desk.matters.append(Dossier(claim.id, "attack", heading, claim.place, None, (), (claim,), None))


def make_place_desk():
    desk = FakeDesk()
    told = [
        desk.say("d01", "at least 40 people were killed", SOLEN, place=DALAN, on="2031-03-03"),
        desk.say("d01", "the covered market", place=MARKET, on="2031-03-03", type="shelling"),
        desk.say("d01", "Rescue workers", place=DALAN, on="2019-05-01", background=True),
        desk.say("d01", "Marit Solen", LINT, place=IDLIB, type="killed", hedges=("at least",)),
        desk.say("d01", "Dalan", LINT, type="whereabouts", place=DALAN, roles={"person": "Lena Varo"}),
    ]  # fmt: skip
    for one in told:
        lay(desk, "Air strike on Dalan", one)
    return desk


@pytest.fixture(scope="module")
def app():
    return make_app(make_place_desk())


def shape_of(page, name):
    """The circles and areas of that class."""
    return re.findall(rf'<(?:circle|path) class="{name}[" ]', page)


def test_a_town_is_a_disc_a_site_a_point_and_a_province_is_hatched(app):
    page = get("/place/7", app).text

    assert len(shape_of(page, "disc focus")) == 2  # one for each width of screen
    assert len(shape_of(page, "site")) == 2
    assert 'class="area" fill="url(#hatch-wide)"' in page
    assert "Natural Earth (public domain)" in page and " km</text>" in page


def test_history_told_in_passing_stands_apart_from_what_is_told_of_the_day(app):
    page = text_of(get("/place/7", app).text)

    today, history = page.index("What claims date themselves"), page.index("kept apart from what")
    assert today < page.index("at least 40 people") < history < page.index("“Rescue workers")


def test_every_row_names_its_claimant_and_hedge_and_leads_to_its_matter(app):
    page = get("/place/169387", app).text
    rows = re.findall(r'(?s)<li class="told">(.*?)</li>', page)

    assert rows and all("In question:" in row and 'href="/claim/' in row for row in rows)
    assert any("Davor Lint (named) asserts, hedged" in text_of(row) for row in rows)


def test_whereabouts_of_a_living_person_are_told_of_the_province_only(app):
    town, province = (text_of(get(at, app).text) for at in ("/place/7", "/place/169387"))

    assert "Lena Varo" not in town
    assert "of the whereabouts of Lena Varo: somewhere here" in province
    assert "“Dalan”" not in province


def test_a_province_tells_of_what_lies_in_it_with_its_place(app):
    page = text_of(get("/place/169387", app).text)

    assert "5 with what lies in it" in page
    assert "the market, Idlib, SY" in page


def test_a_name_that_several_places_bear_is_asked_back():
    desk = make_place_desk()
    other = replace(DALAN, geonameid=9, admin1="Homs", latitude=34.0)
    lay(desk, "Fire in Dalan", desk.say("d01", "dozens of people", place=other))
    app = make_app(desk)

    assert "more than one place of this name" in get("/place/Dalan", app).text
    assert get("/place/Dalan, Homs", app).text.count("more than one place") == 0


def test_an_unknown_place_is_one_clear_line(app):
    page = get("/place/Nowhere", app)

    assert page.status_code == 404
    assert "no claim tells of a place called Nowhere" in text_of(page.text)


def test_a_place_without_land_about_it_still_has_a_map():
    desk = FakeDesk()
    lay(desk, "Strike", desk.say("d01", "dozens of people", place=place("Reef")))

    page = get("/place/Reef", make_app(desk)).text

    assert 'class="disc focus"' in page and "Reef · 1</text>" in page


@pytest.mark.parametrize("address", ["/places", "/place/7", "/place/169387"])
def test_pages_of_places_are_whole_without_scripts_and_styles_in_the_page(address, app):
    page = get(address, app).text
    ids = re.findall(r'\bid="([^"]+)"', page)

    assert "<script" not in page and " style=" not in page and "http:" not in page
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    assert re.findall(r"<h(\d)", page)[0] == "1"


def test_links_of_a_place_page_carry_the_time_along(app):
    page = get("/place/7?as_of=2031-03-06T12:00:00Z&clock=published", app).text
    links = re.findall(r'<a [^>]*href="(/[^"]*)"', page)

    assert links and all("as_of=" in link for link in links)


def test_events_and_the_overview_lead_to_the_place():
    desk = make_place_desk()
    desk.matters = [replace(one, place=DALAN) for one in desk.matters]
    app = make_app(desk)

    assert 'href="/place/7"' in get("/", app).text
    assert 'href="/place/7"' in get("/claim/c000", app).text


def test_names_on_the_map_are_text_never_markup():
    desk = FakeDesk()
    hostile = place("<b>Reef</b>")
    lay(desk, "Strike", desk.say("d01", "dozens of people", place=hostile))

    page = get("/places", make_app(desk)).text
    (address,) = re.findall(r'href="(/place/[^"]*)"', page)

    assert "<b>Reef" not in page + get(address, make_app(desk)).text


def test_search_narrows_by_place_and_time_and_says_what_it_left_out(app):
    page = text_of(get("/search?near=Dalan&within=5km&between=2031-03", app).text)

    assert "Claims (1)" in page and "at least 40 people" in page
    assert "Looked within 5 km of Dalan (town, Idlib, SY)." in page
    assert "1 placed only to a province, country or region" in page
    assert "Lena Varo" not in page


def test_search_says_in_one_line_what_it_does_not_understand(app):
    assert "far: not a distance" in text_of(get("/search?near=Dalan&within=far", app).text)


def test_a_claim_on_an_event_page_tells_its_place_and_time(app):
    page = text_of(get("/claim/c000", app).text)

    assert re.search(r"tells of Dalan ?, 3 March 2031", page)

"""The page of a person, served from a ledger of invented people."""

import asyncio
import html
import re

import httpx
import pytest
from made_people import ODAS, PARTIES, make_desk, tell

from sayso.desk import Desk
from sayso.notes import Judgement
from sayso.show.pages.app import make_app
from sayso.show.persons import make_sheet
from sayso.show.wording import describe_date
from sayso.types import Label, Sighting, Span

KARIM, KAREEM = "person/karim-odas", "person/kareem-odas"


@pytest.fixture
def desk(tmp_path):
    made = make_desk(tmp_path / "people.sqlite")
    yield made
    made.ledger.close()


def get(desk, address):
    async def ask():
        transport = httpx.ASGITransport(app=make_app(desk), raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.get(address)

    return asyncio.run(ask())


def text_of(markup):
    bare = html.unescape(re.sub(r"<[^>]*>", " ", re.sub(r"(?s)<head>.*?</head>", "", markup)))
    return re.sub(r"\s+", " ", bare)


def page_of(desk, entity=KARIM, query=""):
    return get(desk, f"/person/{entity}{query}").text


def test_accounts_that_exclude_each_other_stand_in_one_frame_with_who_says_so(desk):
    page = page_of(desk)
    frame = re.search(r'(?s)<div class="sides">(.*?)</div>', page)
    told = text_of(frame[1])
    assert [told.count(f"Claims of {word}") for word in ("killed", "alive, 4 May 2031")] == [1, 1]
    assert "The Courier (own words) asserts: “Karim Odas was killed in Dalan.”" in told
    assert "Lantern (own words) asserts: “Karim Odas was seen alive.”" in told


def test_every_claim_leads_to_its_report_and_its_matter_and_bears_its_id_once(desk):
    page = page_of(desk)
    (killed,) = (claims[0].id for _, claims in ODAS[1:2])
    assert page.count(f'id="claim-{killed}"') == 1
    assert re.search(rf'href="/report/\w+#claim-{killed}"', page)
    assert f'href="/claim/{killed}#claim-{killed}"' in page
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_the_table_of_fate_is_in_the_order_of_time(desk):
    table = re.search(r'(?s)<table class="moments">(.*?)</table>', page_of(desk))
    told = text_of(table[1])
    assert told.index("2 May 2031") < told.index("4 May 2031") < told.index("8 May 2031")


def test_kin_lead_to_their_own_page(desk):
    page = page_of(desk)
    assert 'href="/person/person/ilse-varn"><bdi>nephew of Ilse Varn</bdi>' in page
    assert get(desk, "/person/person/ilse-varn").status_code == 200


def test_a_link_has_score_reason_and_what_undoes_it(desk):
    told = text_of(page_of(desk))
    assert "the same as Kareem Odas score 0." in told
    assert f"sayso judge {KARIM} --as different --other {KAREEM} --by" in told
    assert "told of Kareem Odas" in told


def test_a_judged_link_is_signed_borrows_nothing_and_can_be_taken_back(desk):
    at = "2031-06-02T00:00:00Z"
    desk.ledger.judge(
        Judgement("j1", KARIM, "different", "Nadia Vey", "Two men", at, KAREEM), recorded_at=at
    )
    told = text_of(page_of(desk))
    assert "not Kareem Odas Judged by Nadia Vey , 2 June 2031, 00:00 UTC: Two men" in told
    assert "sayso judge --take-back j1 --by" in told
    assert "told of Kareem Odas" not in told and "Claims of captured" not in told


def test_a_page_of_an_earlier_day_shows_nothing_later(desk):
    told = text_of(page_of(desk, query="?as_of=2031-05-03&clock=published"))
    assert "Claims of killed" in told
    assert "alive" not in told and "Kareem" not in told and "41" in told


def test_what_a_report_calls_a_person_is_data_and_no_markup(tmp_path):
    text = "Karim <b>Odas was killed."
    desk = make_desk(
        tmp_path / "b.sqlite", (tell(2, text, "killed", "killed", victim="Karim <b>Odas"),)
    )
    page = get(desk, "/person/person/karim-<b>odas").text
    assert "Karim &lt;b&gt;Odas" in page and "<b>Odas" not in page
    desk.ledger.close()


def test_a_report_that_only_brings_the_person_up_is_listed_with_who_printed_it(desk):
    text = "The mill that Karim Odas once owned was destroyed."
    report, claims = tell(20, text, "property_damage", "destroyed", at=9)
    start = text.index("Karim")
    seen = Sighting(
        report.id, report.published_at, KARIM, ("Karim Odas",), (), (Span(start, start + 10),)
    )
    desk.ledger.append(report, claims, [seen], recorded_at="2031-06-02T00:00:00Z")

    page = page_of(desk)

    assert '<a href="#named">Also brought up</a>' in page
    last = text_of(page[page.index('<h2 id="named">') :])
    assert f"reported {describe_date(report.published_at)} “{text}” printed by The Courier" in last


def test_the_short_form_of_an_id_leads_to_the_same_page(desk):
    assert text_of(page_of(desk, "karim-odas")) == text_of(page_of(desk)).replace(
        f"/person/{KARIM}", "/person/karim-odas"
    )
    assert get(desk, "/person/nobody-here").status_code == 404


def test_what_others_call_a_person_stands_under_its_heading_and_is_no_name(tmp_path):
    text = "Ilse Varn called Karim Odas a traitor. Karim Odas was killed."
    report, claims = tell(2, text, "killed", "killed", victim="Karim Odas")
    label = Label(Span(28, 37), "a traitor", KARIM, "Ilse Varn", "person/ilse-varn")
    seen = Sighting(
        report.id, report.published_at, KARIM, ("Karim Odas",), (), (Span(17, 27),), labels=(label,)
    )
    with make_desk(tmp_path / "a.sqlite", ()).ledger as ledger:
        ledger.append(
            report, claims, (seen,), recorded_at="2031-06-01T00:00:00Z", made_by="rules/0.9.0"
        )
        desk = Desk(ledger, PARTIES)
        page = text_of(page_of(desk))
        sheet = make_sheet(desk, KARIM)
        near = desk.people_named("traitor")

    assert "“a traitor”: Ilse Varn, reported 2 May 2031 (day only), The Courier" in page
    assert "“Ilse Varn called Karim Odas a traitor.”" in page
    assert sheet.names == (("Karim Odas", 1),) and near == ()
    assert [(one.words, one.by_entity) for one in sheet.called] == [
        ("a traitor", "person/ilse-varn")
    ]

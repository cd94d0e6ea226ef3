"""The web pages, served from a desk with the Dalan reports."""

import asyncio
import html
import re
from dataclasses import replace
from itertools import pairwise

import httpx
import pytest
from fake_desk import HOSTILE, PARTIES, make_desk

from sayso.notes import Judgement, Notice
from sayso.resolve.parties import register_of
from sayso.show.pages.app import make_app
from sayso.show.pages.cards import Link
from sayso.show.pages.explaining import keep_apart, link_ids
from sayso.show.pages.groups import find_group
from sayso.show.pages.lit_text import Mark, find_window, mark_text
from sayso.show.pages.moments import Moment, read_moment, read_time
from sayso.types import Interval, Span
from sayso.weigh.assertions import Range
from sayso.weigh.histories import Change, State

DESK = make_desk()
APP = make_app(DESK)
PAGES = ("/", "/statements", "/people", "/search", "/search?q=alive", "/claim/c000", "/claim/c017",
         "/report/d07", "/report/h01", "/person/person/petr-hasko", "/nope")  # fmt: skip


def get(address, app=APP, headers=None):
    async def ask():
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.get(address, headers=headers)

    return asyncio.run(ask())


def text_of(markup):
    """What a reader reads: the markup without its tags."""
    bare = html.unescape(re.sub(r"<[^>]*>", " ", re.sub(r"(?s)<head>.*?</head>", "", markup)))
    return re.sub(r"\s+", " ", bare)


@pytest.mark.parametrize("address", PAGES)
def test_every_page_is_complete_without_scripts_and_remote_loads(address):
    page = get(address).text

    assert (
        "<script" not in page
        and " style=" not in page
        and not re.search(r"\son\w+\s*=", re.sub(">[^<]*<", "><", page))
    )
    assert re.findall(r'(?:src|<link[^>]*href)="(?!/static/|data:)', page) == []
    assert '<html lang="en">' in page and 'class="skip" href="#main"' in page


@pytest.mark.parametrize("address", PAGES)
def test_every_page_forbids_what_it_does_not_need(address):
    headers = get(address).headers

    assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'self';")
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("address", PAGES)
def test_headings_go_down_one_step_at_a_time(address):
    levels = [int(level) for level in re.findall(r"<h(\d)", get(address).text)]

    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("address", PAGES)
def test_no_id_stands_twice_and_every_anchor_leads_somewhere(address):
    page = get(address).text
    ids = re.findall(r'\bid="([^"]+)"', page)

    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


@pytest.mark.parametrize(
    "address", ["/?as_of=2031-03-06T12:00:00Z&clock=published", "/claim/c000?as_of=2031-03-06"]
)
def test_every_link_carries_the_time_along(address):
    page = get(address).text
    links = [html.unescape(link) for link in re.findall(r'<a [^>]*href="(/[^"]*)"', page)]

    assert links
    assert all("as_of=" in link and "clock=published" in link for link in links)


@pytest.mark.parametrize("address", PAGES)
def test_every_link_of_the_site_leads_to_a_page(address):
    for link in set(re.findall(r'<a [^>]*href="(/[^"#]*)', get(address).text)):
        assert get(html.unescape(link)).status_code == 200, link


def test_overview_puts_the_latest_change_first_and_statements_elsewhere():
    page = text_of(get("/").text)

    assert (
        page.index("Air strike on Dalan")
        < page.index("Lena Varo missing")
        < page.index("Weapons for")
    )
    assert "an international inquiry" not in page
    assert "Helena Brandt (named) calls for" in text_of(get("/statements").text)


def test_overview_counts_what_the_ledger_holds():
    assert "19 reports 29 claims 2 refused 1 undated" in text_of(get("/").text)
    assert "5 reports 9 claims 0 undated" in text_of(get("/?as_of=2031-03-04T16:00:00Z").text)


def test_page_that_is_not_there_keeps_the_time():
    assert 'href="/?as_of=2031-03-05' in get("/nope?as_of=2031-03-05").text


def test_overview_row_says_who_asserts_and_who_denies():
    page = text_of(get("/").text)

    assert (
        "Karvia Rights Monitor asserts: the north bombed Dalan ▲ disputed northern defence ministry"
        in page
    )
    assert "27 to 40 or more" in page
    assert "2 to 3" in page


def test_overview_is_filtered_by_family_through_plain_links():
    page = text_of(get("/?family=politics").text)

    assert "Weapons for the Southern Council" in page and "Air strike on Dalan" not in page


def test_long_overview_is_cut_into_pages():
    desk = make_desk()
    attack = desk.matters[0]
    desk.matters = [replace(attack, heading=f"Strike {n:03}") for n in range(90)]
    app = make_app(desk)

    assert "Strike 085" not in get("/", app).text
    assert "Strike 085" in get("/?page=3", app).text
    assert "Strike 085" in get("/?page=99999999", app).text
    assert "Strike 001" in get("/?page=²", app).text


def test_earlier_time_never_shows_a_later_claim():
    page = text_of(get("/?as_of=2031-03-04T12:00:00Z").text)

    assert "As it looked on 4 March 2031, 12:00 UTC" in page
    assert "Hasko" not in page and "Vessia" not in page
    assert get("/claim/c017?as_of=2031-03-04").status_code == 404
    assert get("/report/d13?as_of=2031-03-04").status_code == 404
    assert "unhurt" in get("/search?q=alive").text
    assert "unhurt" not in get("/search?q=alive&as_of=2031-03-05").text


def test_time_that_is_none_is_refused_with_one_line():
    answer = get("/?as_of=yesterday")

    assert answer.status_code == 400
    assert "That is no time. Write it as 2031-03-05 12:00, in UTC." in text_of(answer.text)
    assert get("/?clock=mine").status_code == 400


def test_address_without_a_time_looks_from_the_time_of_the_site():
    app = make_app(DESK, as_of="2031-03-04T12:00:00Z")

    assert "Hasko" not in get("/", app).text
    assert "as_of" not in re.findall(r'href="(/claim[^"]*)', get("/", app).text)[0]
    assert "Hasko" in get("/?as_of=", app).text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2031-03-05", "2031-03-05T23:59:59Z"),
        ("2031-03-05 12:00", "2031-03-05T12:00:00Z"),
        ("2031-03-05T12:00:00+02:00", "2031-03-05T10:00:00Z"),
        ("2031-03-05T00:00:00Z", "2031-03-05T00:00:00Z"),
        ("0001-01-01T00:00:00+02:00", None),
        ("soon", None),
    ],
)
def test_times_are_read_as_utc_and_a_day_is_out_when_over(written, read):
    assert read_time(written) == read


def test_link_names_no_time_where_the_site_has_that_time():
    home = Moment("2031-03-05T12:00:00Z", "published", ("2031-03-05T12:00:00Z", "published"))

    assert home.link("/claim/a b", anchor="x") == "/claim/a%20b#x"
    other = read_moment({"as_of": "", "clock": "recorded"}, home)
    assert other is not None and other.link("/") == "/?as_of=&clock=recorded"


def test_event_page_shows_who_stands_where_with_passage_and_chain():
    page = text_of(get("/claim/c000").text)

    assert "Marit Solen (named) asserts:" in page
    assert "Denied by northern defence ministry side: north" in page
    assert "Lowland Tribune ← State radio in the north ← a medic (unnamed)" in page
    assert "Counted as no party: Marit Solen and Karvia Rights Monitor." in page
    assert "Middle of outside counts: 27" in page and "best" not in page.casefold().split()
    assert "The same words, in another report : Coastal Standard ← Marit Solen (named)" in page


def test_claim_in_the_address_is_marked_once():
    page = get("/claim/c003").text

    assert len(re.findall(r'class="card chosen" id="claim-c003"', page)) == 1
    assert page.count("The claim you followed") == 1


def test_every_claim_of_a_matter_leads_to_it_and_stands_on_it():
    for claim in DESK.matters[0].claims:
        assert f'id="claim-{claim.id}"' in get(f"/claim/{claim.id}").text


def test_only_denied_says_that_no_report_asserts_it():
    page = text_of(get("/claim/c022").text)

    assert "No report here asserts this; Vessia denies: Vessia delivered weapons" in page


def test_taken_back_says_who_had_said_it():
    page = text_of(get("/claim/c017").text)

    assert (
        "Once said by two people close to the force (unnamed, via Coastal Standard), and taken back:"
        in page
    )


def test_group_that_denies_by_excluding_shows_what_it_asserts():
    desk = make_desk()
    killed = desk.matters[1]
    dead, alive = killed.answers
    excluded = replace(dead, proposition=replace(dead.proposition, contradicts=("p7",)))
    desk.matters = [replace(killed, answers=(excluded, alive))]

    page = text_of(get("/claim/c017", make_app(desk)).text)

    assert "By asserting what excludes this: Petr Hasko (named) asserts:" in page


def test_unnamed_voices_of_two_outlets_stay_two_groups():
    heard = DESK.made[0].chain[0]
    clerk = replace(heard, label="a clerk", entity=None, naming="unnamed")
    groups = ("unnamed/a clerk/Post", "unnamed/a clerk/Radio")

    for outlet, group in (("Post", groups[0]), ("Radio", groups[1])):
        told = replace(DESK.made[0], chain=(clerk,), outlet=outlet)
        assert find_group(told, groups, {}, register_of(PARTIES)) == group


def test_figures_stand_by_who_says_them_with_parts_apart():
    page = text_of(get("/claim/c000").text)

    assert "Southern Council asserts “at least 40 people” 40 open people" in page
    assert (
        "“nine children” 9 9 children 5 March 2031 (day only) 1 a part, never added to a total"
        in page
    )
    assert (
        "“18 people” 18 18 people 4 March 2031, 09:00 UTC 1 out before another of its figures"
        in page
    )


def test_corroborated_never_stands_beside_figures_of_one_side():
    desk = make_desk()
    attack = desk.matters[0]
    one_side = Range(40, None, 40, True, (("south", 40, None),), (), ("southern_council",))
    answers = tuple(replace(a, measure=one_side) if a.measure else a for a in attack.answers)
    desk.matters = [replace(attack, answers=answers)]

    page = text_of(get("/", make_app(desk)).text)

    assert "40 or more" not in page and "one side's figures only: see the page" in page


def test_pasted_sentences_carry_their_claimants():
    page = get("/claim/c000").text
    paste = text_of(re.findall(r'(?s)<p class="paste">(.*?)</p>', page)[0])

    assert (
        "Karvia Rights Monitor asserts: the north bombed Dalan; northern defence ministry denies this"
        in paste
    )
    assert "corroborated" not in paste


def test_report_stands_character_for_character():
    page = get("/report/d07").text
    body = re.findall(r'(?s)<div class="text"[^>]*>(.*?)</div>', page)[0]

    assert html.unescape(re.sub(r"<[^>]*>", "", body)) == DESK.report("d07").text


def test_report_shows_two_dates_that_disagree_and_a_missing_one():
    assert "5 March 2031 (day only) and 6 March 2031 (day only)" in text_of(get("/report/d07").text)
    assert "Published undated" in text_of(get("/report/h01").text)


def test_furniture_is_greyed_in_its_place():
    assert '<span class="furniture">Read more</span>' in get("/report/d12").text


def test_markup_in_a_report_is_shown_as_text():
    page = get("/report/h01").text

    assert "<script>" not in page and "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;" in page
    assert "<i>burns" not in page and "Grain <b>burned" not in get("/").text
    assert 'href="javascript:' not in page


@pytest.mark.parametrize("address", ["/report/h01", "/claim/c027", "/search?q=grain%00%E2%80%AE"])
def test_characters_that_mislead_are_shown_as_symbols(address):
    page = get(address).text

    assert not set("\0\u202e\u202c\r") & set(page)
    assert "\ufffd" in page


def test_hostile_text_loses_nothing_but_its_unsafe_characters():
    body = re.findall(r'(?s)<div class="text"[^>]*>(.*?)</div>', get("/report/h01").text)[0]
    shown = html.unescape(re.sub(r"<[^>]*>", "", body))

    assert shown == re.sub("[\0\u202e\u202c]", "\ufffd", HOSTILE)


def test_half_a_surrogate_pair_does_not_break_a_page():
    desk = make_desk()
    desk.reports_["s01"] = replace(
        desk.reports_["h01"], id="s01", text="cut \ud83d here", title="\ud83d"
    )

    assert get("/report/s01", make_app(desk)).status_code == 200


def test_words_that_are_not_in_the_report_are_not_shown_as_its_passage():
    desk = make_desk()
    told = desk.matters[0].claims[0].report
    desk.reports_[told] = replace(desk.reports_[told], text="Something else altogether.")

    page = get("/claim/c000", make_app(desk)).text

    assert "does not hold these words" in page and "Something else" not in page


def test_person_page_says_who_tells_each_thing():
    page = text_of(get("/person/person/petr-hasko").text)

    assert page.index("Roles and offices") < page.index("Fate over time")
    assert page.index("Claims of killed") < page.index("Claims of alive")
    assert "Two people close to the force (unnamed) assert, as Coastal Standard puts it: “" in page
    assert "What Petr Hasko says" in page


def test_unnamed_sources_are_neither_listed_nor_linked():
    assert "two people close" not in get("/people").text
    assert set(re.findall(r'href="/person/([^"]*)"', get("/claim/c017").text)) == {
        "person/petr-hasko"
    }


def test_search_finds_people_and_claims():
    page = text_of(get("/search?q=hasko").text)

    assert "Petr Hasko claims of: killed, alive, office" in page
    assert "Claims (1)" in page


@pytest.mark.parametrize(
    "address", ["/claim/none", "/report/none", "/person/none", "/nope", "/docs", "/openapi.json"]
)
def test_what_is_not_there_gives_one_clear_line(address):
    answer = get(address)

    assert answer.status_code == 404
    assert re.search(r"Not in this ledger: \w+|There is no page at this address", answer.text)


def test_failing_desk_gives_a_guarded_page():
    desk = make_desk()
    desk.dossiers = None

    answer = get("/", make_app(desk))

    assert answer.status_code == 500 and "This page could not be made" in answer.text
    assert "content-security-policy" in answer.headers


def test_overlapping_marks_cover_every_character_once():
    marked = mark_text("one two three", [Mark(Span(0, 7), "lit"), Mark(Span(4, 13), "hedge")])

    assert str(marked) == (
        '<mark class="lit">one </mark><mark class="lit"><u class="hedge">two</u></mark>'
        '<u class="hedge"> three</u>'
    )


def test_passage_holds_whole_sentences_around_the_words():
    text = "First one. The bridge fell at dawn. Last one."
    start = text.index("bridge")

    assert find_window(text, [Span(start, start + 6)]).of(text) == "The bridge fell at dawn."


def test_claim_of_a_party_outlet_is_its_owners():
    owned = register_of([*PARTIES, replace(PARTIES[1], outlets=("Northern Banner",))])
    own = replace(DESK.made[0], chain=(), outlet="Northern Banner")

    assert find_group(own, ("north_mod",), {}, owned) == "north_mod"


def test_event_page_tells_why_with_links_to_the_claims_on_it():
    page = get("/claim/c000").text
    why = re.findall(r'(?s)<details class="why">(.*?)</details>', page)[0]

    assert "Corroborated, denied by the accused, 2 origins: Marit Solen and" in text_of(why)
    assert (
        "Marit Solen in Coastal Standard adds nothing: it stands in a copy of "
        "Marit Solen in Meridian Wire" in text_of(why)
    )
    assert 'href="#claim-c001"' in why and 'id="claim-c001"' in page


def test_event_page_tells_how_it_came_to_stand_so_once():
    page = get("/claim/c017").text
    steps = re.findall(r'(?s)<section class="question steps".*?</section>', page)[0]

    assert "Two people close to the force (unnamed) assert: Petr Hasko killed" in text_of(steps)
    assert "As it looked on" not in re.sub("(?s)<header.*?</header>", "", page)
    times = [html.unescape(link) for link in re.findall(r'class="at"><a href="([^"]*)"', steps)]
    assert len(times) == len(set(times)) >= 3
    assert all(get(link).status_code == 200 for link in times)


def test_what_only_repeats_is_said_to_have_moved_nothing():
    steps = text_of(get("/claim/c000").text)

    assert "3 March 2031, 22:40 UTC Coastal Standard: 2 claims more, and nothing moved" in steps


def test_history_links_lead_to_a_claim_that_was_out():
    first = re.findall(r'class="at"><a href="([^"]*)"', get("/claim/c016").text)[0]

    assert get(html.unescape(first)).status_code == 200


def test_history_never_puts_one_sides_figures_beside_corroborated():
    council = Range(40, None, 40, True, (("south", 40, None),), (), ("southern_council",))
    apart = [State("one_side", 0, 1, council), State("corroborated", 2, 2, council)]
    change = Change("2031-03-05T12:00:00Z", "p3", "how_many", "people were killed", *apart)

    kept = keep_apart(change, register_of(PARTIES))

    assert kept.before.measure is not None and kept.after.measure is None


def test_ids_become_links_and_all_else_is_escaped():
    links = {"c1": Link("Ann & Co", "#claim-c1", "day"), "c2": Link("not out", None)}

    assert str(link_ids("<i> c1, c2, c11", links)) == (
        '&lt;i&gt; <a href="#claim-c1" title="day">Ann &amp; Co</a>, not out, c11'
    )


def judge(claim, says, **more):
    why = more.pop("why", "It is <b>so</b>.")
    return Judgement(f"j-{claim}", claim, says, "Ana Brik", why, "2031-03-07T08:00:00Z", **more)


def test_judgements_stand_signed_beside_their_claims():
    desk = make_desk()
    desk.judged = [
        judge("c003", "misread"),
        judge("c000", "same", other="c017"),
        judge("c006", "status", value="hearsay"),
    ]
    app = make_app(desk)
    page = get("/claim/c000", app)

    assert (
        "Set aside as misread by Ana Brik , 7 March 2031, 08:00 UTC: It is <b>so</b>."
        in text_of(page.text)
    )
    assert "one matter with Two people close to the force" not in page.text
    assert "one matter with two people close to the force in Coastal Standard by" in text_of(
        page.text
    )
    assert "Called “hearsay” by Ana Brik" in text_of(page.text)
    assert "Ana Brik" not in get("/claim/c000?as_of=2031-03-06", app).text


def test_judgement_leads_to_no_claim_that_was_not_out():
    desk = make_desk()
    early = replace(judge("c000", "different", other="c017"), at="2031-03-04T01:00:00Z")
    desk.judged = [early]

    page = text_of(get("/claim/c000?as_of=2031-03-04T12:00:00Z", make_app(desk)).text)

    assert "Held not to be of one matter with a claim not out by then by Ana Brik" in page


def test_misread_claim_is_marked_in_its_report_too():
    desk = make_desk()
    desk.judged = [judge("c000", "misread")]

    assert "Set aside as misread by" in get("/report/d01", make_app(desk)).text


def test_report_says_that_it_was_withdrawn_or_replaced_and_when():
    desk = make_desk()
    at = Interval("2031-03-07T09:00:00Z", "2031-03-07T09:00:00Z")
    desk.notices = [Notice("d01", "withdrawn", at), Notice("d04", "replaced_by", at, "d07")]
    app = make_app(desk)

    assert "Withdrawn by its outlet, 7 March 2031, 09:00 UTC" in get("/report/d01", app).text
    assert "Withdrawn" not in get("/report/d01?as_of=2031-03-06", app).text
    replaced = get("/report/d04", app).text
    assert "Replaced, 7 March 2031, 09:00 UTC" in replaced and 'href="/report/d07"' in replaced
    assert "Since 7 March 2031, 09:00 UTC it replaces" in get("/report/d07", app).text


def test_report_lists_what_it_copies_and_what_copies_it():
    desk = make_desk()
    desk.copies = {"d02": ("d01",)}
    app = make_app(desk)

    assert "Copies Meridian Wire, “" in text_of(get("/report/d02", app).text)
    assert "Copied by Coastal Standard, “" in text_of(get("/report/d01", app).text)
    assert "Copied by" not in get("/report/d01?as_of=2031-03-03T22:00:00Z", app).text


def test_a_report_tells_the_version_of_its_page_before_it_and_those_after():
    desk = make_desk()
    desk.copies, desk.versions = {"d02": ("d01",)}, {"d02": ("d01",)}
    app = make_app(desk)

    assert "A later version of Meridian Wire, “" in text_of(get("/report/d02", app).text)
    assert "Later versions Coastal Standard, “" in text_of(get("/report/d01", app).text)
    assert "Copies" not in text_of(get("/report/d02", app).text)

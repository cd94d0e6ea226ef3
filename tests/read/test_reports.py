"""In: a text and what was found beside it. Out: a report whose id depends on what it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UnreadableReport
from sayso.read.dates import parse_published
from sayso.read.reports import MAX_TEXT_CHARACTERS, About, Given, make_report

DAY = parse_published("2031-05-04")
NEXT_DAY = parse_published("2031-05-05")
assert DAY is not None
assert NEXT_DAY is not None


def report(text="The bridge fell.", about=None, given=None):
    return make_report(text, about or About(), raw_digest="d", reader="plain", given=given)


def test_id_is_sixteen_hexadecimal_digits_and_the_same_every_time():
    assert report().id == report().id
    assert len(report().id) == 16
    assert int(report().id, 16) >= 0


@given(st.lists(st.sampled_from([None, "", "a", "b", "1:a", "-;"]), min_size=4, max_size=4))
def test_fields_that_differ_give_ids_that_differ(fields):
    outlet, url, title, text = fields
    one = report("x" + (text or ""), About(outlet=outlet, url=url, title=title))
    other = report("x" + (text or ""), About(outlet=title, url=url, title=outlet))
    assert (one.id == other.id) == ((outlet or None, title) == (title or None, outlet))


def test_id_depends_on_the_date_and_not_on_the_given_id_or_the_bytes():
    assert report(about=About(dates=(DAY,))).id != report().id
    assert report(about=About(given_id="7")).id == report().id


def test_the_reports_own_word_goes_before_the_callers():
    given = Given(outlet="The Courier", published_at=NEXT_DAY, url="https://a.example/")
    bare, full = report(given=given), report(about=About(outlet="Karsk Post"), given=given)
    assert (bare.outlet, bare.published_at, bare.url) == ("The Courier", NEXT_DAY, given.url)
    assert full.outlet == "Karsk Post"


def test_no_date_stays_no_date():
    found = report()
    assert (found.published_at, found.published_from) == (None, "unknown")


def test_a_printed_date_is_taken_when_no_other_is_given():
    found = report("4 May 2031\n\nThe bridge fell on Sunday, the army said.")
    assert (found.published_at, found.published_from) == (DAY, "dateline")


def test_two_dates_that_disagree_are_both_kept():
    text = "Updated 6 May 2031\n\nPublished 4 May 2031\n\nThe bridge fell, the army said."
    found = report(text, About(dates=(NEXT_DAY,)))
    assert (found.published_at, found.published_other) == (NEXT_DAY, DAY)
    assert found.published_from == "metadata"


def test_fields_that_are_no_unicode_are_refused():
    with pytest.raises(UnreadableReport, match="outlet"):
        report(given=Given(outlet="\udcff"))


@pytest.mark.parametrize("text", ["", " \n\t ", "half \ud800", "a" * (MAX_TEXT_CHARACTERS + 1)])
def test_blank_broken_and_endless_texts_are_refused(text):
    with pytest.raises(UnreadableReport, match="; "):
        report(text)

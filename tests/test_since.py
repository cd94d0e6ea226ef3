"""What was done since a day was done on no one day, but up to the report."""

import pytest

pytestmark = pytest.mark.model


def days(claims_in, text, type_):
    found = claims_in(text, published_at="7 May 2031", outlet="Harbour Post")
    claim = next(c for c in found if c.event.type == type_)
    interval = claim.when.interval
    return interval.start[:10], interval.stop[:10]


@pytest.mark.parametrize(
    ("text", "type_", "start"),
    [
        ("Since April 21 the Upland army has shelled Karez.", "shelling", "2031-04-21"),
        ("The Upland army has shelled Karez since Monday.", "shelling", "2031-05-05"),
        ("More than 9,000 people have been killed since the war broke out in 2029.", "killed", "2029-01-01"),
    ],
)  # fmt: skip
def test_what_was_done_since_a_day_reaches_the_report(text, type_, start, claims_in):
    assert days(claims_in, text, type_) == (start, "2031-05-07")


@pytest.mark.parametrize(
    ("text", "type_", "day"),
    [
        ("The Upland army shelled Karez on Monday.", "shelling", "2031-05-05"),
        ("Since nobody had left, the army shelled Karez on Monday.", "shelling", "2031-05-05"),
    ],
)
def test_a_day_of_its_own_stays_one(text, type_, day, claims_in):
    assert days(claims_in, text, type_) == (day, day)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Since April 21 northern troops have shelled Karez.", "northern troops"),
        ("On March 3 rebel gunmen stormed the mill in Karez.", "rebel gunmen"),
    ],
)
def test_the_day_before_a_doer_is_no_part_of_the_name(text, actor, claims_in):
    found = claims_in(text, published_at="7 May 2031", outlet="Harbour Post")
    told = {r.filler.words for c in found for r in c.event.roles if r.name == "actor"}
    assert told == {actor}

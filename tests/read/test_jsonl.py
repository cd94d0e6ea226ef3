"""In: lines of JSON, good and bad. Out: a report or one clear refusal for each."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read import jsonl
from sayso.read.dates import parse_published
from sayso.read.reports import Given
from sayso.types import Refusal, Report

GOOD = b'{"id": "a", "text": "The bridge fell."}\n'


def read(raw, given=None):
    return list(jsonl.read_jsonl(io.BytesIO(raw), "in.jsonl", given or Given()))


def line(**fields):
    return json.dumps(fields).encode() + b"\n"


@given(st.text(st.characters(exclude_categories=["Cs"])).filter(str.strip), st.booleans())
def test_text_is_kept_character_for_character(text, as_ascii):
    (report,) = read(json.dumps({"text": text}, ensure_ascii=as_ascii).encode())
    assert isinstance(report, Report)
    assert report.text == text


def test_line_ends_nul_and_right_to_left_marks_stay_in_the_text():
    text = "\ufeffOne\r\n\r\n\u200ftwo\0 =SUM(A1) 😀 \u2028 end \n"
    assert read(line(text=text))[0].text == text


def test_title_is_never_put_into_text():
    (report,) = read(line(text="The bridge fell.", title="Bridge falls"))
    assert (report.title, report.text) == ("Bridge falls", "The bridge fell.")


@pytest.mark.parametrize("key", ["outlet", "publisher", "source"])
def test_every_spelling_of_the_outlet_is_read(key):
    assert read(line(text="x y", **{key: "The Courier"}))[0].outlet == "The Courier"


@pytest.mark.parametrize("key", ["published_at", "date", "dct"])
def test_every_spelling_of_the_date_is_read(key):
    (report,) = read(line(text="x y", **{key: "2031-05-04"}))
    assert report.published_at == parse_published("2031-05-04")
    assert report.published_from == "metadata"


def test_two_dates_of_one_line_are_both_kept():
    (report,) = read(line(text="x y", published_at="2031-05-04", date="2031-06-01"))
    assert report.published_other == parse_published("2031-06-01")


@pytest.mark.parametrize("date", [None, "", "May 2031", "unknown"])
def test_a_date_that_is_none_stays_none(date):
    assert read(line(text="x y", date=date))[0].published_at is None


def test_ids_that_are_numbers_become_strings():
    found = read(line(id=1914947530, text="x") + line(id="007", text="x") + line(text="x"))
    assert [report.given_id for report in found] == ["1914947530", "007", None]


def test_a_byte_order_mark_at_the_start_is_dropped():
    assert read(b"\xef\xbb\xbf" + GOOD)[0].text == "The bridge fell."


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (b'{"text": "cut', "not JSON"),
        (b"no json\n", "not JSON"),
        (b'{"text": "\xff\xfe"}\n', "not UTF-8"),
        (b'{"text": "\\ud800"}\n', "not JSON"),
        (b'{"id": 7}\n', "missing required field `text`"),
        (b'{"text": 7}\n', "Expected `str`"),
        (b'{"text": null}\n', "Expected `str`"),
        (b'{"text": "a", "title": ["b"]}\n', "title"),
        (b'{"text": "a", "date": 20310504}\n', "date"),
        (b'{"text": "a", "id": true}\n', "id"),
        (b'["text"]\n', "Expected `object`"),
        (b'{"text": " \\n"}\n', "empty"),
        (b'{"text": "a", "more": ' + b"[" * 100_000 + b"]" * 100_000 + b"}\n", "not JSON"),
        (b"\0\0\0\n", "not JSON"),
    ],
)
def test_a_bad_line_is_refused_and_the_next_is_read(bad, why):
    before, refusal, *after = read(GOOD + bad.removesuffix(b"\n") + b"\n" + GOOD)
    assert isinstance(refusal, Refusal)
    assert refusal.origin == "in.jsonl:2"
    assert why in refusal.why
    assert ";" in refusal.why
    assert [before.text, *(report.text for report in after)] == ["The bridge fell."] * 2


def test_a_line_of_fifty_megabytes_is_refused_and_the_next_is_read():
    long = b'{"text": "' + b"a" * 50_000_000 + b'"}\n'
    refusal, report = read(long + GOOD)
    assert refusal == Refusal(
        "in.jsonl:1",
        "the text has 50,000,000 characters, the limit is 2,000,000; split it into reports",
    )
    assert report.given_id == "a"


def test_an_endless_line_is_skipped_without_being_held(monkeypatch):
    monkeypatch.setattr(jsonl, "MAX_LINE_BYTES", 1000)
    refusal, report, last = read(b'{"text": "' + b"a" * 5000 + b'"}\n' + GOOD + b"b" * 2000)
    assert (refusal.origin, last.origin) == ("in.jsonl:1", "in.jsonl:3")
    assert report.given_id == "a"


def test_blank_lines_are_passed_over_and_counted():
    good, refusal = read(b"\n \r\n" + GOOD + b"{\n")
    assert (good.given_id, refusal.origin) == ("a", "in.jsonl:4")


@pytest.mark.parametrize("raw", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(raw):
    assert read(raw)[0].origin == "in.jsonl"


@given(st.lists(st.binary(max_size=30) | st.just(GOOD.strip()), max_size=6))
def test_any_lines_give_one_answer_each_and_raise_nothing(lines):
    raw = b"\n".join(lines)
    answers = read(raw)
    filled = [part for part in raw.removeprefix(b"\xef\xbb\xbf").split(b"\n") if part.strip()]
    assert len(answers) == max(1, len(filled))


def test_a_report_keeps_the_day_by_the_clock_of_its_own_zone():
    (late,) = read(line(text="x y", date="2031-05-10T02:00:00+04:30"))
    assert late.published_at == parse_published("2031-05-09T21:30:00Z")
    assert late.published_day == "2031-05-10"
    assert read(line(text="x y", date="2031-05-10T02:00:00Z"))[0].published_day is None

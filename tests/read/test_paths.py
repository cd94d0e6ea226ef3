"""In: files and folders of every kind, whole and broken. Out: reports and refusals."""

import gzip
import os

import pytest

from sayso.read.dates import parse_published
from sayso.read.paths import read_path
from sayso.types import Refusal, Report

LINE = b'{"id": "a", "text": "The bridge fell."}\n'
PAGE = (
    b"<html><head><title>Bridge</title></head><body><article>"
    + b"<p>The army said on Sunday that it held the bridge, and the rebels denied it.</p>" * 5
    + b"</article></body></html>"
)
FEED = (
    b"<?xml version='1.0'?><rss version='2.0'><channel><title>Courier</title><item>"
    b"<title>a</title><description>The bridge fell.</description></item></channel></rss>"
)
TEXT = b"The bridge fell."


def read(folder, name, raw, **given):
    path = folder / name
    path.write_bytes(raw)
    return list(read_path(path, **given))


@pytest.mark.parametrize(
    ("name", "raw", "reader"),
    [
        ("a.jsonl", LINE, "jsonl"), ("a.NDJSON", LINE, "jsonl"), ("a.html", PAGE, "html"),
        ("a.htm", PAGE, "html"), ("a.rss", FEED, "feed"), ("a.xml", FEED, "feed"),
        ("a.txt", TEXT, "plain"), ("a", TEXT, "plain"), ("a", LINE, "jsonl"), ("a", PAGE, "html"),
        ("a", b"\xef\xbb\xbf" + FEED, "feed"), ("a", b"<!DOCTYPE html>" + PAGE, "html"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("packed", [False, True])
def test_the_kind_is_found_by_name_or_by_beginning(tmp_path, name, raw, reader, packed):
    raw, name = (gzip.compress(raw, mtime=0), name + ".gz") if packed else (raw, name)
    (report,) = read(tmp_path, name, raw)
    assert isinstance(report, Report)
    assert report.reader == reader


def test_gzip_is_known_by_its_bytes(tmp_path):
    (report,) = read(tmp_path, "a.jsonl", gzip.compress(LINE, mtime=0))
    assert report.given_id == "a"


@pytest.mark.parametrize(
    ("name", "raw", "why"),
    [
        ("a.txt", b"", "empty"),
        ("a.jsonl", b"", "empty"),
        ("a.html", b"", "empty"),
        ("a.rss", b"", "empty"),
        ("a.gz", gzip.compress(b"", mtime=0), "empty"),
        ("a.txt.gz", gzip.compress(TEXT * 99, mtime=0)[:-9], "breaks off"),
        ("a.html.gz", gzip.compress(PAGE, mtime=0)[:30], "breaks off"),
        ("a.gz", gzip.compress(TEXT, mtime=0)[:12], "breaks off"),
        ("a.gz", b"\x1f\x8b\x08", "breaks off"),
        ("a.gz", b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + b"no gzip" * 9, "damaged"),
        ("a.txt", TEXT + b"\xff", "UTF-8"),
        ("a.pdf", b"%PDF-1.7\n\x00\x01\xff", "no kind we read"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0", "no kind we read"),
        ("a.html", PAGE.replace(b"<p>", b"<div>" * 300, 1), "deep"),
        ("a.html", b"<p>x" * 5_000_000, "bytes"),
    ],
)
def test_a_bad_file_gives_one_refusal_that_says_what_to_do(tmp_path, name, raw, why):
    (refusal,) = read(tmp_path, name, raw)
    assert isinstance(refusal, Refusal)
    assert refusal.origin == str(tmp_path / name)
    assert why in refusal.why
    assert ";" in refusal.why


def test_lines_before_a_cut_in_the_gzip_are_kept(tmp_path):
    lines = b"".join(b'{"id": %d, "text": "%s"}\n' % (i, os.urandom(40).hex().encode())
                     for i in range(500))  # fmt: skip
    packed = gzip.compress(lines, mtime=0)
    *reports, refusal = read(tmp_path, "a.jsonl.gz", packed[: len(packed) // 2])
    assert len(reports) > 100
    assert [report.given_id for report in reports] == [str(i) for i in range(len(reports))]
    assert "breaks off" in refusal.why


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("c.txt", "b/a.txt", "a.txt", ".hidden/a.txt", ".DS_Store", "b/style.css"):
        (tmp_path / name).write_bytes(name.encode())
    found = list(read_path(tmp_path))
    assert [one.text for one in found if isinstance(one, Report)] == ["a.txt", "c.txt", "b/a.txt"]
    (refusal,) = (one for one in found if isinstance(one, Refusal))
    assert refusal.origin.endswith("style.css")


def test_a_bad_file_does_not_end_the_folder(tmp_path):
    (tmp_path / "a.html").write_bytes(b"<p>" * 9)
    (tmp_path / "b.jsonl").write_bytes(b"{\n" + LINE)
    (tmp_path / "c.txt").write_bytes(TEXT)
    assert [type(one).__name__ for one in read_path(tmp_path)] == [
        "Refusal", "Refusal", "Report", "Report",
    ]  # fmt: skip


@pytest.mark.parametrize("comment", [b"<!---->", b"<?xml ?>", b"\n"])
def test_a_file_of_nothing_but_comments_is_soon_done(tmp_path, comment):
    assert len(read(tmp_path, "a", comment * 5000)) == 1


def test_a_name_of_odd_bytes_can_be_stored(tmp_path):
    (refusal,) = read(tmp_path, "a\udcff.jsonl", b"")
    assert refusal.origin.endswith("a\\xff.jsonl")


def test_what_is_no_file_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert isinstance(next(read_path(tmp_path / "pipe")), Refusal)
    assert isinstance(next(read_path(tmp_path / "absent.txt")), Refusal)


def test_the_callers_outlet_and_date_fill_what_is_missing(tmp_path):
    day = parse_published("2031-05-04")
    (report,) = read(tmp_path, "a.txt", TEXT, outlet="The Courier", published_at=day)
    assert (report.outlet, report.published_at) == ("The Courier", day)


def test_the_same_file_gives_the_same_report(tmp_path):
    assert read(tmp_path, "a.html", PAGE) == read(tmp_path, "a.html", PAGE)

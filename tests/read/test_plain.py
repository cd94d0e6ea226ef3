"""In: files of plain text. Out: one report with the whole text, or a reason why not."""

import io

import pytest

from sayso.errors import UnreadableReport
from sayso.read.plain import read_plain
from sayso.read.reports import Given


def read(raw):
    return list(read_plain(io.BytesIO(raw), "in.txt", Given()))


def test_the_whole_text_is_kept_character_for_character():
    (report,) = read("\ufeffBridge falls\r\n\r\n\u200fThe bridge fell. \n".encode())
    assert report.text == "Bridge falls\r\n\r\n\u200fThe bridge fell. \n"
    assert (report.title, report.published_at, report.reader) == (None, None, "plain")


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"The br\xfccke fell", "byte 6 is not UTF-8"),
        ("The bridge fell".encode("utf-16"), "NUL"),
        (b"\x7fELF\0\0\0", "NUL"),
        (b"a" * 8_000_001, "more than"),
        (b"a" * 2_000_001, "characters"),
    ],
)
def test_what_is_no_text_says_why_and_what_to_do(raw, why):
    with pytest.raises(UnreadableReport, match=why) as caught:
        read(raw)
    assert ";" in str(caught.value)

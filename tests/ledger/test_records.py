"""Records written as JSON and read back: equal, and always the same text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make_reports import make_item

from sayso.errors import UnreadableReport
from sayso.ledger.records import decode_record, encode_record, is_time
from sayso.notes import Judgement, Notice
from sayso.types import Claim, Count, Place, Refusal, Report, Span

numbers = st.integers()
words = st.text()
finite = st.floats(allow_nan=False, allow_infinity=False)
st.register_type_strategy(Span, st.builds(Span, numbers, numbers))
st.register_type_strategy(
    Place,
    st.builds(Place, latitude=st.none() | finite, longitude=st.none() | finite, score=finite),
)
st.register_type_strategy(Count, st.builds(Count, high=st.none() | numbers))


@given(
    st.builds(Report)
    | st.builds(Claim, reading_score=finite)
    | st.builds(Notice)
    | st.builds(Judgement)
    | st.builds(Refusal)
)
def test_a_record_comes_back_equal_and_writes_the_same_again(record):
    line = encode_record(record)
    again = decode_record(type(record), line)
    assert again == record
    assert encode_record(again) == line


def test_fields_stand_in_the_order_of_their_class():
    report, _ = make_item(1)
    assert encode_record(report).startswith('{"id":"0000')
    assert encode_record(Refusal("a", "b")) == '{"origin":"a","why":"b"}'


@pytest.mark.parametrize("wrong", [Report("a", "b", passages=[]), Report("a", 7)])
def test_what_would_come_back_otherwise_is_refused(wrong):
    with pytest.raises(UnreadableReport, match="report a: "):
        encode_record(wrong)


@pytest.mark.parametrize("text", ["2031-05-04T00:00:00Z\n", "٢031-05-04T00:00:00Z", "2031"])
def test_only_full_times_in_utc_are_times(text):
    assert not is_time(text)
    assert is_time("2031-05-04T00:00:00Z")

"""In: a record of `types`. Out: its JSON text, always the same; and back, equal in every field."""

import gc
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar, cast

import msgspec

from sayso.errors import UnreadableReport
from sayso.notes import Judgement, Notice
from sayso.types import Claim, Refusal, Report, Sighting

Recorded = TypeVar("Recorded", Report, Claim, Sighting, Notice, Judgement, Refusal)
Record = Report | Claim | Sighting | Notice | Judgement | Refusal

_encoder = msgspec.json.Encoder()
_decoders: dict[type[object], msgspec.json.Decoder[object]] = {
    kind: msgspec.json.Decoder(kind)
    for kind in (Report, Claim, Sighting, Notice, Judgement, Refusal)
}
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)


def encode_record(record: Record) -> str:
    """The record as one line of JSON, fields in the order of their class.

    raises: UnreadableReport if the line would not give back an equal record
            (half a surrogate pair in a text, a number that is not finite)
    """
    try:
        line = _encoder.encode(record)
        kept = _decoders[type(record)].decode(line)
    except UnicodeEncodeError as broken:
        where = f"character {broken.start:,} of {as_unicode(broken.object[:30])!r}"
        why = f"{where} is half of a surrogate pair"
        raise UnreadableReport(f"{_name_of(record)}: {why}; save it as UTF-8") from broken
    except msgspec.MsgspecError as misfit:
        raise UnreadableReport(f"{_name_of(record)}: cannot be kept as it is: {misfit}") from misfit
    if kept != record:
        why = "a field would change in the ledger; give it the type that `sayso.types` has for it"
        raise UnreadableReport(f"{_name_of(record)}: {why}")
    return line.decode("utf-8")


def decode_record(kind: type[Recorded], line: str) -> Recorded:
    """The record that was encoded."""
    return cast(Recorded, _decoders[kind].decode(line))


def decode_records(kind: type[Recorded], lines: Iterable[str]) -> tuple[Recorded, ...]:
    """Many records at once."""
    was_on = gc.isenabled()
    # The records hold no cycles, but the collector looks for some again and again while they
    # grow in number: of 16,000 claims in 1.9 s it spent 1.4.
    gc.disable()
    try:
        return tuple(decode_record(kind, line) for line in lines)
    finally:
        if was_on:
            gc.enable()


def without_copy(report: Report) -> Report:
    """The report without what tells one copy of it from another: whence and when it reached us."""
    return replace(report, given_id=None, fetched_at=None, raw_digest="", reader="")


def is_time(text: str) -> bool:
    """Whether a text is a UTC ISO time to the second; only those sort as they follow."""
    return _TIME.fullmatch(text) is not None


def as_unicode(text: str) -> str:
    """The text with each half of a surrogate pair written out, as file names may hold them."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _name_of(record: Record) -> str:
    kind = type(record).__name__.lower()
    match record:
        case Report() | Claim() | Judgement():
            return f"{kind} {as_unicode(record.id)}"
        case Notice():
            return f"{kind} on {as_unicode(record.report)}"
        case Sighting():
            return f"{kind} in {as_unicode(record.report)}"
        case Refusal():
            return f"{kind} of {as_unicode(record.origin)}"

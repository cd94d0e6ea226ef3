"""What is noted beside reports and claims, and never in their place."""

from dataclasses import dataclass
from typing import Literal

from sayso.types import Interval


@dataclass(frozen=True, slots=True)
class Notice:
    """A report was withdrawn, or replaced by another, at a time; appended beside it."""

    report: str
    kind: Literal["withdrawn", "replaced_by"]
    at: Interval
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person holds of a claim, appended beside it and never in its place.

    claim:     its id; or a person's ("person/..."): `says` tells whether another one, in `other`,
               is the same, or releases the person
    says:      misread (the words do not say this: set aside from weighing), same or different (as
               `other`: of one matter, or not), status (the person's own word, in `value`), release (of `claim`,
               a person: no longer private to other readers)
    withdraws: the id of an earlier judgement that this one takes back; `says` repeats it
    """

    id: str
    claim: str
    says: Literal["misread", "same", "different", "status", "release"]
    by: str
    why: str
    at: str
    other: str | None = None
    value: str | None = None
    withdraws: str | None = None

"""Reports and claims for the tests of the ledger; as a program it appends them until it is killed.

python make_reports.py LEDGER HOW_MANY
"""

import sys
from dataclasses import replace

from sayso.ledger.store import open_ledger
from sayso.types import (
    Claim,
    Event,
    Interval,
    Mention,
    Place,
    Report,
    Role,
    Sighting,
    Source,
    Span,
)

RECORDED = "2031-06-01T08:00:00Z"
MADE_BY = "rules/0.9.0"


def day(number):
    date = f"2031-05-{number:02}"
    return Interval(f"{date}T00:00:00Z", f"{date}T23:59:59Z")


def make_report(number, **fields):
    """A report of the day of that number; each says that a colonel took a hill."""
    given = {
        "id": f"{number:032x}",
        "text": f"Colonel Karim Odas said his men took hill {number}. Nobody else saw it.",
        "title": f"Hill {number} falls",
        "outlet": "The Courier",
        "published_at": day(number % 28 + 1),
    }
    return Report(**{**given, **fields})


def make_claim(report, words, *, type="territory_control", person="Karim Odas", **fields):
    """A claim on some words of the report, made and suffered by a person."""
    start = report.text.index(words)
    span = Span(start, start + len(words))
    entity = None if person is None else "person/" + person.lower().replace(" ", "-")
    speaker = Mention(span, "person", person or "nobody", entity, person)
    source = Source(
        person or "nobody", entity, "speaker", "military", "named", "the army", "north", "record"
    )
    claim = Claim(
        id=f"{report.id[-12:]}-{start}",
        report=report.id,
        outlet=report.outlet,
        published_at=report.published_at,
        event=Event(type, span, roles=(Role("actor", speaker),)),
        place=Place(span, "hill", "Hill", 7, 34.5, 69.1, "AF", None, "site", 0.5),
        when=None,
        attribution=0,
        cue=None,
        chain=(source,),
        own=False,
        stance="asserts",
        hedged=False,
        hedges=(),
        scope="total",
        direct=False,
        said_at=None,
        quote=(span,),
        words=words,
        evidence=(),
        reading_score=0.7,
        made_by=MADE_BY,
    )
    return replace(claim, **fields)


def make_sighting(report, name, **fields):
    """The report brings up a person by a name, at the first of its words."""
    entity = "person/" + name.lower().replace(" ", "-")
    seen = Sighting(report.id, report.published_at, entity, (name,), (), (Span(0, 7),))
    return replace(seen, **fields)


def make_item(number, **fields):
    report = make_report(number, **fields)
    pieces = (f"took hill {number}", "Nobody else saw it")
    return report, tuple(make_claim(report, words) for words in pieces)


def main():
    with open_ledger(sys.argv[1]) as ledger:
        for number in range(int(sys.argv[2])):
            ledger.append(*make_item(number), recorded_at=RECORDED)
            print(number, flush=True)


if __name__ == "__main__":
    main()

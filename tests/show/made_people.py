"""A ledger of invented persons, told of by invented reports, for the tests of `who` and of the person page."""

from sayso.desk import Desk
from sayso.ledger.store import open_ledger
from sayso.resolve.parties import Party, register_of
from sayso.types import Event, Mention, Place, Role, Source, Span, When
from tests.ledger.make_reports import day, make_claim, make_report

PARTIES = register_of([Party("river_guard", "River Guard", ("River Guard",), side="river")])


def entity_of(name):
    return "person/" + name.lower().replace(" ", "-")


def mention(text, words, kind="person", entity=None):
    start = text.index(words)
    span = Span(start, start + len(words))
    return Mention(span, kind, words, entity or entity_of(words), words)


def tell(number, text, type, trigger, outlet="The Courier", at=None, place=None, of=None, **roles):
    """A report of that day with one claim in it, the outlet's own; roles: what each filler is called.

    at: the number of the day it happened; of: the id that the group in it has
    """
    report = make_report(number, text=text, published_at=day(number), outlet=outlet)
    start = text.index(trigger)
    span = Span(start, start + len(trigger))
    fillers = tuple(
        Role(role, mention(text, words, *(("group", of) if role == "group" else ())))
        for role, words in roles.items()
    )
    when = When(span, "DATE", None, day(at), "day", "explicit") if at is not None else None
    where = place and Place(span, place, place, None, None, None, "XV", "Karvia", "town", 1.0)
    event = Event(type, span, fillers)
    claim = make_claim(
        report, text, event=event, chain=(), own=True, when=when, place=where or None
    )
    return report, (claim,)


def speak(number, text, name, words, organisation="river_guard"):
    """A report of that day in which a named person says something."""
    report = make_report(number, text=text, published_at=day(number))
    source = Source(
        name, entity_of(name), "speaker", "military", "named", organisation, "river", "saw"
    )
    event = Event("said", Span(0, 1))
    return report, (make_claim(report, words, event=event, chain=(source,)),)


ODAS = (
    tell(1, "Karim Odas, 41, was in good health.", "age", "41", holder="Karim Odas"),
    tell(2, "Karim Odas was killed in Dalan.", "killed", "killed", at=2, place="Dalan", victim="Karim Odas"),
    tell(4, "Karim Odas was seen alive.", "alive", "alive", "Lantern", at=4, person="Karim Odas"),
    tell(5, "Karim Odas, a nephew of Ilse Varn, led them.", "kinship", "nephew", person="Karim Odas", kin="Ilse Varn"),
    tell(6, "The former commander of the River Guard, Karim Odas, left.", "office", "commander",
         of="group/river_guard", holder="Karim Odas", group="River Guard"),
    speak(7, "“We hold the ford,” Karim Odas said.", "Karim Odas", "We hold the ford"),
    tell(8, "Kareem Odas was captured in Tolm.", "captured", "captured", at=8, place="Tolm", victim="Kareem Odas"),
    tell(9, "Ahmad Odas was hurt.", "injured", "hurt", victim="Ahmad Odas"),
)  # fmt: skip


def make_desk(path, items=ODAS):
    ledger = open_ledger(path)
    for report, claims in items:
        ledger.append(report, claims, recorded_at="2031-06-01T00:00:00Z")
    return Desk(ledger, PARTIES)

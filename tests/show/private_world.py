"""A ledger of an invented raid with all sorts of persons in it, for the tests of privacy."""

from dataclasses import replace

from sayso.desk import Desk
from sayso.ledger.store import open_ledger
from sayso.resolve.parties import register_of
from sayso.show.guarding import guard
from sayso.types import (
    Claim,
    Event,
    Interval,
    Mention,
    Place,
    Report,
    Role,
    Source,
    Span,
)

RECORDED = "2031-06-01T08:00:00Z"
LATER = "2031-06-01T00:00:00Z"
TEXTS = {
    "r1": (
        "Raid on Karez",
        "Shells fell on Karez on Monday. Ines Koll, a shopkeeper, saw two tanks. "
        "Tariq Senn, 9, was killed. Koll wept: 'Tariq Senn was a good boy.' "
        "Anton Vesk was killed beside him, said the widow of Anton Vesk. "
        "Mayor Petra Lom said eleven people were killed.",
        "2031-05-05",
    ),
    "r2": (
        "Tariq Senn, 9, is buried; Vale in hiding",
        "Mira Vale was injured in the raid. Bruno Hale was captured, the army said. "
        "Bruno Hale is held in Dalan. Petra Lom is staying in a cellar in Dalan. "
        "Rafi Orn, a detainee, said the guards beat him. "
        "A man who called himself Zeno said the tanks were new.",
        "2031-05-07",
    ),
    "r3": (
        "More on the raid",
        "A man who called himself Zeno said there were three tanks. A medic counted six dead. "
        "Commander Stefan Rell is staying in Karez, and Mayor Petra Lom knows it.",
        "2031-05-08",
    ),
}
DALAN = Place(Span(0, 0), "Dalan", "Dalan", 7, -38.7, -20.1, "XK", "Upper Karez", "town", 1.0)
OUT_OF_HIDING = ("Koll", "Ines", "Tariq", "Senn", "Mira", "Vale", "Rafi", "Orn", "Rell")


def report_of(id_):
    title, text, date = TEXTS[id_]
    day = Interval(f"{date}T00:00:00Z", f"{date}T23:59:59Z")
    return Report(id_, text, title=title, outlet=f"Paper {id_[1]}", published_at=day,
                  url=f"https://paper.example/{title.lower().replace(' ', '-')}")  # fmt: skip


def source(label, kind="unknown", basis="not_stated", **fields):
    entity = f"person/{label.lower().replace(' ', '-')}" if label.istitle() else None
    made = Source(label, entity, "speaker", kind, "named" if entity else "unnamed", None, None, basis)  # fmt: skip
    return replace(made, **fields)


KOLL = source("Ines Koll", "witness", "saw")
WIDOW = source("the widow of Anton Vesk", "family")
LOM = source("Petra Lom", "government", organisation="town")
ORN = source("Rafi Orn", "detainee")
ZENO = source("Zeno", naming="pseudonym")
ARMY = source("the army", "military", naming="named", organisation="army")
MEDIC = source("a medic", "medic")


def mention(name, span):
    """A person by name; None: somebody who has none here."""
    if name is None:
        return Mention(span, "person", "the widow")
    return Mention(span, "person", name, f"person/{name.lower().replace(' ', '-')}", name)


def tell(report_id, words, type_, *chain, trigger=None, place=None, **roles):
    """A claim on these words; a role's value is a person's name."""
    return tell_in(
        report_of(report_id), words, type_, *chain, trigger=trigger, place=place, **roles
    )


def tell_in(report, words, type_, *chain, trigger=None, place=None, **roles):
    start = report.text.index(words)
    span = Span(start, start + len(words))
    at = start + words.index(trigger) if trigger else start
    event = Event(type_, Span(at, at + len(trigger or words)),
                  tuple(Role(role, mention(name, span)) for role, name in roles.items()))  # fmt: skip
    return Claim(
        id=f"{report.id}-{start}-{type_}", report=report.id, outlet=report.outlet,
        published_at=report.published_at, event=event, place=place, when=None,
        attribution=0 if chain else None, cue=None, chain=chain, own=not chain, stance="asserts",
        hedged=False, hedges=(), scope="total", direct=False, said_at=None, quote=(span,), words=words,
        evidence=(), reading_score=0.7, made_by="rules/1",
    )  # fmt: skip


CLAIMS = {
    "r1": (
        tell("r1", "Ines Koll, a shopkeeper", "occupation", trigger="shopkeeper", holder="Ines Koll"),
        tell("r1", "saw two tanks", "armed_clash", KOLL),
        tell("r1", "Tariq Senn, 9, was killed", "killed", trigger="killed", victim="Tariq Senn"),
        tell("r1", "Tariq Senn was a good boy", "said", KOLL, trigger="was"),
        tell("r1", "Anton Vesk was killed beside him", "killed", WIDOW, trigger="killed",
             victim="Anton Vesk"),
        tell("r1", "the widow of Anton Vesk", "kinship", trigger="widow", kin="Anton Vesk", person=None),
        tell("r1", "eleven people were killed", "killed", LOM, trigger="killed"),
    ),
    "r2": (
        tell("r2", "Mira Vale was injured in the raid", "injured", trigger="injured",
             victim="Mira Vale"),
        tell("r2", "Bruno Hale was captured", "captured", ARMY, trigger="captured",
             victim="Bruno Hale"),
        tell("r2", "Bruno Hale is held in Dalan", "whereabouts", trigger="held", place=DALAN,
             person="Bruno Hale"),
        tell("r2", "Petra Lom is staying in a cellar in Dalan", "whereabouts", trigger="staying",
             place=DALAN, person="Petra Lom"),
        tell("r2", "the guards beat him", "tortured", ORN, trigger="beat", victim="Rafi Orn"),
        tell("r2", "the tanks were new", "said", ZENO),
    ),
    "r3": (
        tell("r3", "there were three tanks", "said", ZENO),
        tell("r3", "counted six dead", "killed", MEDIC, trigger="dead"),
    ),
}  # fmt: skip


def fill(path):
    """The ledger at a path, with all of it."""
    with open_ledger(path) as ledger:
        for report_id, claims in CLAIMS.items():
            ledger.append(report_of(report_id), claims, recorded_at=RECORDED)
    return path


def open_desk(path, reader="others", now=LATER):
    return guard(Desk(open_ledger(path), register_of([])), reader, lambda: now)

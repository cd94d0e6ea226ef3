"""Claims as a reading would give them, for tests of weighing: all but what matters is filled in."""

from sayso.types import Claim, Count, Event, Interval, Mention, Place, Role, Source, Span, When

KAREZ = Place(Span(40, 45), "Karez", "Karez", None, -38.4, -20.3, "XK", "Upper Karez", "town", 1.0)
DALAN = Place(Span(40, 45), "Dalan", "Dalan", None, -38.7, -20.1, "XK", "Upper Karez", "town", 1.0)

STAFF = Source(
    "Upland General Staff", "group/upland_staff", "speaker", "military", "named",
    "upland_staff", "upland", "saw",
)  # fmt: skip
COUNCIL = Source(
    "Lowland Council", "group/lowland_council", "speaker", "rebel", "named",
    "lowland_council", "lowland", "saw",
)  # fmt: skip
MONITOR = Source(
    "River Monitor", "group/river_monitor", "speaker", "monitor", "named",
    "river_monitor", None, "record",
)  # fmt: skip
SHOPKEEPER = Source(
    "Ines Koll", "person/ines-koll", "witness", "witness", "named", None, None, "saw"
)
A_SOURCE = Source(
    "a military source", None, "speaker", "military", "unnamed", None, None, "not_stated"
)


def on(day: int) -> Interval:
    return Interval(f"2031-05-{day:02}T00:00:00Z", f"2031-05-{day:02}T23:59:59Z")


def at(day: int) -> When:
    """An event's own day."""
    return When(Span(50, 56), "DATE", f"2031-05-{day:02}", on(day), "day", "explicit")


def who(words: str, entity: str | None = None, kind: str = "crowd") -> Mention:
    return Mention(Span(0, len(words)), kind, words, entity, words if entity else None)


ARMY = who("the Upland army", "group/upland_staff", "group")
REBELS = who("the Lowland Council", "group/lowland_council", "group")
VESK = who("Anton Vesk", "person/anton-vesk", "person")


def count(low: int, high: int | None, op: str = "exact", **more) -> Count:
    more = {"categories": ("killed",), "group": "people", "scope": "total"} | more
    return Count(low, high, op, words=f"{op} {low}", span=Span(20, 28), **more)


def claim(
    type_="killed",
    *chain: Source,
    day: int | None = 5,
    outlet="Harbour Post",
    stance="asserts",
    roles=None,
    place: Place | None = KAREZ,
    when: When | None = None,
    **event,
) -> Claim:
    """One claim; what is no field of a claim here is one of its event."""
    report = f"{outlet}/{day}"
    said_by = "<".join(step.label for step in chain)
    filled = tuple(Role(name, filler) for name, filler in (roles or {}).items())
    about = "/".join(role.filler.words for role in filled)
    hedged = event.pop("hedged", False)
    return Claim(
        id=f"{report}/{type_}/{said_by}/{about}/{stance}",
        report=report,
        outlet=outlet,
        published_at=on(day) if day is not None else None,
        event=Event(type_, Span(10, 16), filled, **event),
        place=place,
        when=when,
        attribution=0 if chain else None,
        cue=Span(4, 8) if chain else None,
        chain=chain,
        own=not chain,
        stance=stance,
        hedged=hedged,
        hedges=(),
        scope=event.get("scope", "total"),
        direct=False,
        said_at=None,
        quote=(Span(9, 60),),
        words="words of the report",
        evidence=(),
        reading_score=0.7,
        made_by="test",
    )

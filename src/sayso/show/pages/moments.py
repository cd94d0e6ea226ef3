"""A page's address in; the time it looks from out, and links that carry that time along."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from sayso.show.wording import describe_time

if TYPE_CHECKING:  # the desk brings the database with it; pages need its types only
    from sayso.desk import Clock

CLOCKS: Mapping[str, str] = {
    "published": "what the public could know",
    "recorded": "what this ledger knew",
}


@dataclass(frozen=True, slots=True)
class Moment:
    """The time asked for. `as_of` None: all there is; `home`: the time of links that name none."""

    as_of: str | None
    clock: "Clock"
    home: tuple[str | None, "Clock"] = (None, "published")

    @property
    def carried(self) -> dict[str, str]:
        """What every link must hold so that the next page looks from the same time."""
        if (self.as_of, self.clock) == self.home:
            return {}
        return {"as_of": self.as_of or "", "clock": self.clock}

    @property
    def words(self) -> str:
        if self.as_of is None:
            return f"all there is ({CLOCKS[self.clock]})"
        return f"{describe_time(self.as_of)} ({CLOCKS[self.clock]})"

    def link(self, path: str, *, anchor: str = "", **query: str | int | None) -> str:
        """An address on this site, quoted, with the time carried along."""
        named = {name: str(value) for name, value in query.items() if value not in (None, "")}
        asked = urlencode({**named, **self.carried})
        return (
            quote(path, safe="/:@")
            + (f"?{asked}" if asked else "")
            + (f"#{anchor}" if anchor else "")
        )

    def link_at(self, path: str, as_of: str) -> str:
        """A page as the public could know it at another time: by that clock things come out."""
        return f"{quote(path, safe='/:@')}?{urlencode({'as_of': as_of, 'clock': 'published'})}"


def read_moment(query: Mapping[str, str], home: Moment) -> Moment | None:
    """The time an address asks for; None: what it gives is no time, or no clock.

    An address without `as_of` means the site's own time; one with an empty `as_of`, all there is.
    """
    written = query.get("as_of")
    as_of = (
        home.as_of if written is None else read_time(written.strip()) if written.strip() else None
    )
    wanted = query.get("clock") or home.clock
    clock: Clock = "recorded" if wanted == "recorded" else "published"
    if wanted not in CLOCKS or (written and written.strip() and as_of is None):
        return None
    return Moment(as_of, clock, home.home)


def read_time(written: str) -> str | None:
    """UTC ISO to the second; a bare day is out when it is over. None: it is no time."""
    try:
        at = datetime.fromisoformat(written.upper().removesuffix(" UTC"))
        if len(written) <= len("20310305") + 2 and not at.hour:
            at = at.replace(hour=23, minute=59, second=59)
        at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return at.isoformat(timespec="seconds").replace("+00:00", "Z")

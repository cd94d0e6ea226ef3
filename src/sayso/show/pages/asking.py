"""What a view is asked and what it answers: plain records, so that no view knows of HTTP."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.show.pages.moments import Moment

if TYPE_CHECKING:
    from sayso.desk import Desk
    from sayso.weigh.dossiers import Dossier


@dataclass(frozen=True, slots=True)
class Ask:
    """One request: the desk, the time to look from, and the address in parts."""

    desk: "Desk"
    moment: Moment
    path: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)

    def dossiers(self) -> tuple["Dossier", ...]:
        return self.desk.dossiers(as_of=self.moment.as_of, clock=self.moment.clock)


@dataclass(frozen=True, slots=True)
class Page:
    """One answer: a template and the values it is filled with.

    kept: the parts of the address's query that the form for another time must hand on
    """

    template: str
    title: str
    values: Mapping[str, object]
    kept: Mapping[str, str] = field(default_factory=dict)

"""The records of weighing: what goes in (voices, assertions, propositions) and what comes out.

One assertion is one voice on one proposition in one report (WEIGHING.md section 1).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sayso.types import Basis, CountOp, Interval, Naming, Scope, SourceKind

Weight = Literal["assert", "deny", "unclear", "retract"]
Status = Literal[
    "none", "retracted", "superseded", "denied", "unclear", "corroborated_denied",
    "disputed", "corroborated", "one_side", "no_basis", "single_source",
]  # fmt: skip

# WEIGHING.md section 4: vague words are floors without a ceiling.
VAGUE_FLOORS: Mapping[str, int] = {
    "plural": 2, "a number of": 2, "few": 3, "a few": 3, "several": 3,
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Voice:
    """One step of a chain, or the outlet that prints it.

    name:         the id of a named one, the label of an unnamed or pseudonymous one
    organisation: whose voice it is by the register; None: its own
    """

    name: str
    kind: SourceKind = "unknown"
    naming: Naming = "named"
    organisation: str | None = None

    @property
    def passes_on(self) -> bool:
        """An outlet or agency of its own: it carries what others say."""
        return self.kind in ("outlet", "agency") and self.organisation is None


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many, from `low` to `high`, both included; `high` None: open above."""

    op: CountOp
    low: int
    high: int | None
    word: str | None = None

    @property
    def is_zero(self) -> bool:
        return self.high == 0

    @property
    def top(self) -> int:
        """Its end, or its floor where it is open."""
        return self.low if self.high is None else self.high


@dataclass(frozen=True, slots=True)
class Assertion:
    """One voice on one proposition in one report.

    outlet:    who printed it; its organisation where the register gives it to one
    published: None: undated, weighed only where no time is asked for
    copies:    every report this report copies, at any depth, so that no link is lost
               where one in the middle is not out yet
    withdrawn: since when the report is; None: it stands
    chain:     inward from the outlet, the deepest last; empty: the outlet's own voice
    said_at:   the earliest time of the utterance; None: only the report's date is known
    part_of:   the place or people counted, where scope is 'part'
    """

    id: str
    report: str
    outlet: Voice
    proposition: str
    stance: Weight
    published: Interval | None = None
    copies: tuple[str, ...] = ()
    withdrawn: str | None = None
    chain: tuple[Voice, ...] = ()
    basis: Basis = "not_stated"
    said_at: Interval | None = None
    direct: bool = False
    hedged: bool = False
    quantity: Quantity | None = None
    scope: Scope = "total"
    part_of: tuple[Literal["place", "who"], str] | None = None

    @property
    def is_beside(self) -> bool:
        """Of many events or of none in particular: shown, never weighed."""
        return self.scope in ("aggregate", "generic")


@dataclass(frozen=True, slots=True)
class Proposition:
    """One answer to one question of a dossier; what a status is given to.

    loses, gains: organisations or sides; if only one is given, every other side is the opposite
    event, category, victims: what its figures count; category None: it takes no figures
    """

    id: str
    dossier: str = ""
    question: str = ""
    value: str = ""
    loses: tuple[str, ...] = ()
    gains: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()
    superseded_by: tuple[str, ...] = ()
    event: str | None = None
    category: str | None = None
    victims: str = "people"


@dataclass(frozen=True, slots=True)
class Standing:
    """Who stands where on one proposition, by group; never who is right.

    asserting: the origins, certain or not (those of `origins_high`)
    denying:   those against who are origins, or deny firmly
    positions: ("for" or "against", group) of those who state no basis
    beside:    groups whose words on it are generic or an aggregate
    no_party:  groups of this status that no side of the register holds
    reports:   how many printed it, copies and withdrawn ones included
    """

    status: Status
    origins_low: int = 0
    origins_high: int = 0
    asserting: tuple[str, ...] = ()
    denying: tuple[str, ...] = ()
    positions: tuple[tuple[Literal["for", "against"], str], ...] = ()
    beside: tuple[str, ...] = ()
    no_party: tuple[str, ...] = ()
    reports: int = 0


@dataclass(frozen=True, slots=True)
class Range:
    """The span of what is said about one number.

    middle:     of the outside counts, or where two sides meet; None: there is none
    open_above: a count without a ceiling starts at `high`
    by_side:    (side, low, high) of each side's own figures; high None: open
    rivals:     groups whose figures do not meet
    flags:      "passed", "order_unknown" or "parts_exceed_total", and the group
    """

    low: int
    middle: int | None
    high: int
    open_above: bool
    by_side: tuple[tuple[str, int, int | None], ...] = ()
    rivals: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    flags: tuple[tuple[str, str], ...] = ()


def read_quantity(
    op: CountOp, n: int = 0, *, m: int | None = None, word: str | None = None
) -> Quantity:
    """The range of a figure's words; `n` and `m` are the numbers in them."""
    ends: Mapping[CountOp, tuple[int, int | None]] = {
        "none": (0, 0),
        "exact": (n, n),
        "at_least": (n, None),
        "more_than": (n + 1, None),
        "up_to": (1, n),
        "about": (9 * n // 10, -(-11 * n // 10)),
        "between": (n, m),
        "vague": (VAGUE_FLOORS.get(word or "plural", 2), None),
    }
    low, high = ends[op]
    return Quantity(op, low, high, word)

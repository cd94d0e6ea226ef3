"""Claims in, the matters they are about out: which claims stand on one page (WEIGHING.md, section 5)."""

import re
from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache

from sayso.event_types import load_event_types
from sayso.types import Claim, Interval, Mention, Span
from sayso.weigh.truces import tells_breach

HARM = frozenset({"attack", "casualties"})
UNTOLD_DAYS = 14  # a claim without a time of its own is of the last such event within this
_A_MONTH = 31  # days: what took longer tells no two events apart
BREACH_DAYS = 1  # so is a blow that broke a truce; what fell before the truce broke none
STATES = frozenset({"state", "said"})
_MOVES = frozenset({"withdrawal", "advance"})
_OF_BATTLES = frozenset({"victory", "losses"})  # told by what was fought, often without a place
SideOf = Callable[[Mention], str | None]
RootOf = Callable[[Claim], Claim | None]


@dataclass
class Matter:
    """Claims on one matter while they are being gathered, as `in_order` has them.

    start, stop: the time it reaches over, where a claim tells one
    last_out:    when its newest claim was out at the latest
    is_history:  whether all its claims tell of long ago
    """

    family: str
    key: str
    claims: list[Claim] = field(default_factory=list)
    start: str | None = None
    stop: str | None = None
    last_out: str | None = None
    is_history: bool = True

    def take(self, claim: Claim) -> None:
        """Let it hold the claim, and reach to the time that the claim tells; a blow keeps its first."""
        insort(self.claims, claim, key=in_order)
        self.is_history = self.is_history and claim.event.background
        if claim.published_at is not None:
            self.last_out = max(self.last_out or "", claim.published_at.stop)
        told = time_told(claim)
        if told is None:
            return
        if self.start is None or self.stop is None:
            self.start, self.stop = told.start, told.stop
        elif self.family in STATES | {"fate", "control", "ceasefire"}:
            self.start, self.stop = min(self.start, told.start), max(self.stop, told.stop)


@dataclass(frozen=True, slots=True)
class Links:
    """What people judged of pairs of claims: of one matter, or not; each pair both ways round."""

    same: Mapping[str, frozenset[str]] = field(default_factory=dict)
    different: Mapping[str, frozenset[str]] = field(default_factory=dict)


class Gathering:
    """Puts each claim to the matter it is of, looking only at those that came before it.

    Two claims are of one matter when family and key participant are the same and their times,
    widened by the type's tolerance, meet. Claims come in the order of `to_gather`.
    """

    def __init__(
        self,
        links: Links | None = None,
        side_of: SideOf = lambda _: None,
        root_of: RootOf = lambda _: None,
    ) -> None:
        """side_of: whose side somebody is of, where that is known.

        root_of: the claim that one copies, where it stands in copied words
        """
        self.matters: list[Matter] = []
        self._root_of = root_of
        self._matter_of: dict[str, Matter] = {}
        self._links = links or Links()
        self._side_of = side_of
        self._by_key: dict[tuple[str, str], list[Matter]] = defaultdict(list)

    def put(self, claim: Claim) -> Matter:
        """The matter that the claim is of, which holds it now."""
        root = self._root_of(claim) or claim
        family, key = family_and_key(root)
        matter = _judged(claim, self.matters, self._links.same) or self._copied(claim, root)
        matter = matter or self._met(family, key, claim)
        if matter is None:
            matter = Matter(family, key)
            self._by_key[family, key].append(matter)
            self.matters.append(matter)
        matter.take(claim)
        self._matter_of.setdefault(root.id, matter)
        return matter

    def _copied(self, claim: Claim, root: Claim) -> Matter | None:
        """The matter of the claims of the same words, unless a person put them apart."""
        matter = self._matter_of.get(root.id)
        apart = self._links.different.get(claim.id, frozenset())
        return matter if matter is not None and not _holds(matter, apart) else None

    def _met(self, family: str, key: str, claim: Claim) -> Matter | None:
        apart = self._links.different.get(claim.id, frozenset())
        known = self._by_key[family, key]
        open_to = [m for m in known if _meets(m, claim) and not _holds(m, apart)]
        found = _of_its_scene(family, claim, open_to, self._side_of)
        return min(reversed(found), key=lambda m: _days_between(m, claim), default=None)


def gather_matters(
    claims: Iterable[Claim], links: Links | None = None, side_of: SideOf = lambda _: None
) -> tuple[Matter, ...]:
    """The matters of the claims, which may come in any order."""
    gathering = Gathering(links, side_of)
    for claim in sorted(claims, key=to_gather):
        gathering.put(claim)
    return tuple(gathering.matters)


def _of_its_scene(
    family: str, claim: Claim, known: Sequence[Matter], side_of: SideOf
) -> Sequence[Matter]:
    """The truces, victories or retreats that a claim may be of; of other families all are."""
    if family == "ceasefire":
        return _of_its_own(_countries([claim]), known, [_countries(m.claims) for m in known])
    if family in _OF_BATTLES:
        return _of_its_own(_sites([claim]), known, [_sites(m.claims) for m in known])
    if family == "move":
        told = [_movers(m.claims, side_of) for m in known]
        mine = _movers([claim], side_of)
        return [m for m, movers in zip(known, told, strict=True) if movers == mine]
    return known


def _of_its_own(
    mine: set[str], known: Sequence[Matter], told: Sequence[set[str]]
) -> Sequence[Matter]:
    """One told without its country or place is that of any, if there is but one; and one of a
    place may be what was told without."""
    every: set[str] = set().union(*told)
    mine = mine or (every if len(every) == 1 else set())
    if not mine:
        return [matter for matter, places in zip(known, told, strict=True) if not places]
    return [matter for matter, places in zip(known, told, strict=True) if not places - mine]


def _sites(claims: Iterable[Claim]) -> set[str]:
    return {place for claim in claims if (place := _place(claim)) is not None}


def _movers(claims: Iterable[Claim], side_of: SideOf) -> set[str]:
    """The sides that move; where none is known, by whatever name they are told."""
    movers = (r.filler for c in claims for r in c.event.roles if r.name == "actor")
    return {side_of(mover) or mover.entity or mover.words.lower() for mover in movers}


def _countries(claims: Iterable[Claim]) -> set[str]:
    return {c.place.country for c in claims if c.place is not None and c.place.country is not None}


def _judged(
    claim: Claim, matters: Sequence[Matter], same: Mapping[str, frozenset[str]]
) -> Matter | None:
    """The matter that a person put the claim to, with an earlier one."""
    others = same.get(claim.id)
    return next((m for m in matters if _holds(m, others)), None) if others else None


def _holds(matter: Matter, claims: frozenset[str]) -> bool:
    return bool(claims) and any(claim.id in claims for claim in matter.claims)


def in_order(claim: Claim) -> tuple[bool, str, str, str, Span, str]:
    """By when it is out (a day-only report when its day is over), then report and place in the
    text; the undated last. So what is known at any time is a beginning of what is known later."""
    when = claim.published_at
    out = (when.stop, when.start) if when is not None else ("", "")
    return when is None, *out, claim.report, claim.event.trigger, claim.id


def to_gather(claim: Claim) -> tuple[bool, str, str, str, bool, Span, str]:
    """The same, of each report its blows first: 'four died when jets bombed the depot' are that raid's."""
    undated, stop, start, report, at, id_ = in_order(claim)
    is_after = load_event_types()[claim.event.type].family != "attack"
    return undated, stop, start, report, is_after, at, id_


def family_and_key(claim: Claim) -> tuple[str, str]:
    """The family of the matter and its key participant, as far as the claim tells them."""
    kind = load_event_types()[claim.event.type]
    family = kind.family
    if family == "said":
        speaker = (
            claim.chain[-1].entity or claim.chain[-1].label if claim.chain else claim.outlet or ""
        )
        return "said", f"{speaker}/{claim.report}"
    if family == "state":
        return "state", _entity(
            claim, "holder", "person", "group"
        ) or f"{claim.event.type}/{claim.report}"
    if family in {"fate", "whereabouts"}:
        person = _person(claim)
        if person is not None:
            return "fate", person
        if family == "whereabouts":
            return "fate", f"{_words(claim)}/{claim.report}"
        family = "casualties"
    if loser_of(claim) is not None and _is_of_several_fates(claim):
        return "losses", ""
    if family in HARM:
        return "attack", _place(claim) or f"report/{claim.report}/{claim.quote[0].start}"
    if claim.event.type == "victory_claim":
        return "victory", ""
    if claim.event.type in _MOVES and _is_of_no_place(claim):
        return "move", claim.event.type
    if family == "control":
        return "control", _place(claim) or _entity(claim, "place", "target", "to") or _named_from(
            claim
        ) or f"report/{claim.report}"
    if family == "ceasefire":
        return "ceasefire", ""
    if family == "protest":
        return "protest", _place(claim) or f"{claim.event.type}/report/{claim.report}"
    actor = _entity(claim, kind.key, "actor") or _words(claim)
    return family, f"{claim.event.type}/{actor}/{_place(claim) or ''}"


def _is_of_no_place(claim: Claim) -> bool:
    """'The army is in full retreat', 'had left the field': an army moves, and from nowhere named;
    of 'withdrew to a line behind Karez' the place is where it came to, and not what it left."""
    told = {r.name for r in claim.event.roles}
    if claim.event.type == "withdrawal" and "to" in told and "from" not in told:
        return "actor" in told
    is_placed = _place(claim) is not None or _entity(claim, "place", "target", "to") is not None
    return not is_placed and _named_from(claim) is None and "actor" in told


def _named_from(claim: Claim) -> str | None:
    """'Left the Sarn road': what was left goes by a name, if by none on the map."""
    left = (r.filler.words for r in claim.event.roles if r.name == "from")
    return next((words.lower() for words in left if _NAME.search(words)), None)


_NAME = re.compile(r"(?<!^)\b(?<!['’])[A-Z]")


def loser_of(claim: Claim) -> Mention | None:
    """Who lost those whom a fate befell: 'the army lost 3,000 men'."""
    if load_event_types()[claim.event.type].family != "fate":
        return None
    return next((r.filler for r in claim.event.roles if r.name == "group"), None)


def _is_of_several_fates(claim: Claim) -> bool:
    """What an army lost in men, killed and hurt together: of a whole battle, not of one blow."""
    return any(len(count.categories) > 1 and count.scope != "part" for count in claim.event.counts)


def _person(claim: Claim) -> str | None:
    """The one named person whose fate it is; a number of people have none."""
    for role in claim.event.roles:
        if (
            role.name in {"victim", "person"}
            and role.filler.kind != "crowd"
            and (role.filler.entity or "").startswith("person/")
        ):
            return role.filler.entity  # also of 'him' and 'the prince'
    return None


def _entity(claim: Claim, *names: str) -> str | None:
    for name in names:
        for role in claim.event.roles:
            if role.name == name and role.filler.entity is not None:
                return role.filler.entity
    return None


def _words(claim: Claim) -> str:
    fillers: Sequence[Mention] = [role.filler for role in claim.event.roles]
    return fillers[0].words.lower() if fillers else claim.report


def _place(claim: Claim) -> str | None:
    """The place as a key; a whole country is no place of an event."""
    place = claim.place
    if place is None or place.level == "country":
        return None
    return f"{place.country}/{place.name}" if place.name is not None else place.words.lower()


def _meets(matter: Matter, claim: Claim) -> bool:
    """Whether the claim's time, as far as it tells one, falls to the matter."""
    if matter.family in STATES | {"fate"}:
        return True
    tolerance = load_event_types()[claim.event.type].tolerance_days
    told = time_told(claim)
    published = claim.published_at
    if told is not None and matter.start is not None and matter.stop is not None:
        return _shift(told.start, -tolerance) <= matter.stop and matter.start <= _shift(
            told.stop, tolerance
        )
    if claim.event.background or matter.is_history:
        return False
    last = matter.stop or matter.last_out
    if matter.family in _OF_BATTLES:  # a battle is spoken of for as long as anybody claims it
        last = max(filter(None, (matter.stop, matter.last_out)), default=None)
    if published is None or last is None:
        return published is None and last is None
    days = BREACH_DAYS if tells_breach(claim) else UNTOLD_DAYS
    return (_shift(last, days) >= published.start and matter.start is not None) or last >= _shift(
        published.start, -days
    )


def do_times_meet(one: Claim, other: Claim) -> bool:
    """Whether two claims, as far as both tell the event's time, may be of one time."""
    told, theirs = time_told(one), time_told(other)
    if told is None or theirs is None:
        return True
    days = load_event_types()[one.event.type].tolerance_days
    return _shift(told.start, -days) <= theirs.stop and theirs.start <= _shift(told.stop, days)


def _days_between(matter: Matter, claim: Claim) -> int:
    """How far the claim's time is from the matter's: of two raids in three days, each keeps its dead."""
    told = time_told(claim)
    if told is None or matter.start is None or matter.stop is None:
        return 0
    return max(_day(told.start) - _day(matter.stop), _day(matter.start) - _day(told.stop), 0)


@lru_cache(maxsize=1 << 16)
def _day(moment: str) -> int:
    try:
        return date.fromisoformat(moment[:10]).toordinal()
    except ValueError:
        return 0


def time_told(claim: Claim) -> Interval | None:
    """The event's own time, where it is fine enough to tell two events apart."""
    told = claim.when.interval if claim.when is not None else None
    if told is None or claim.when is None or claim.when.precision in {"year", "unknown"}:
        return None
    return told if _day(told.stop) - _day(told.start) <= _A_MONTH else None  # "since January"


@lru_cache(maxsize=1 << 16)
def _shift(moment: str, days: int) -> str:
    try:
        return (datetime.fromisoformat(moment) + timedelta(days=days)).strftime(
            "%Y-%m-%dT%H:%M:%SZ"
        )
    except (ValueError, OverflowError):
        return moment

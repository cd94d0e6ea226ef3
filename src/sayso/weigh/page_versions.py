"""Two texts that share words in, whether one is a later version of the other's page, out.

What a page says anew it says later than what it said: a figure that it corrects has an order,
which that of a copy has not.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from sayso.types import Claim, Count
from sayso.weigh.copies import CopyLink
from sayso.weigh.texts import Text, fold_outlet

# Of another address, or of none, nearly all words must be the same, and the day: tomorrow's
# bulletin in the same words is a bulletin of its own.
NEAR_SAME = 0.9
WITHIN = timedelta(hours=48)


def is_version(text: Text, other: Text, shared: CopyLink) -> bool:
    """Whether `text` is the page of `other`, which was there before, in a later state."""
    if text.outlet is None or other.outlet is None or text.published is None:
        return False
    if fold_outlet(text.outlet) != fold_outlet(other.outlet) or other.published is None:
        return False
    if text.published <= other.published or shared.label not in ("copy", "partial"):
        return False
    if text.url and text.url == other.url:
        return True
    apart = datetime.fromisoformat(text.published) - datetime.fromisoformat(other.published)
    return shared.label == "copy" and shared.cover >= NEAR_SAME and apart <= WITHIN


def find_corrected(
    versions: Mapping[str, str],
    copies: Mapping[str, tuple[str, ...]],
    claims: Mapping[str, Iterable[Claim]],
) -> Mapping[str, frozenset[str]]:
    """Claims with a figure that their page did not have before -> the reports they are no copy of.

    versions: report -> its page's version before it;  copies: report -> all that it copies
    claims:   report -> its claims
    """
    found: dict[str, frozenset[str]] = {}
    for report, before in versions.items():
        known = {_figure(c, count) for c in claims.get(before, ()) for count in c.event.counts}
        counted = [c for c in claims.get(report, ()) if c.event.counts]
        fresh = [c for c in counted if not known & {_figure(c, n) for n in c.event.counts}]
        if fresh:
            earlier = set(_line(report, versions))
            taken = {r for r in copies.get(report, ()) if earlier & set(copies.get(r, ()))}
            found |= dict.fromkeys((c.id for c in fresh), frozenset(earlier | taken))
    return found


def _figure(claim: Claim, count: Count) -> tuple[object, ...]:
    return claim.event.type, count.low, count.high, count.categories, count.group


def _line(report: str, versions: Mapping[str, str]) -> Iterable[str]:
    """The versions of a page before one, the last first."""
    while report in versions:
        report = versions[report]
        yield report

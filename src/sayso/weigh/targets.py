"""A claim of a blow in, which site of its town it fell on, and which it did not, out."""

import re

from sayso.types import Claim

_ARTICLE = re.compile(r"(?:the|an?|its|their|his|her)\s+", re.IGNORECASE)
# Words for where the blow fell as a whole: its place tells that, and better.
_WIDE = frozenset(
    "town city village area region district country province neighbourhood neighborhood suburb south north east west"
    " it them place side people person man woman soldier fighter civilian resident wall".split()
)
_KINDS = frozenset({"person", "crowd"})


def site_of(claim: Claim) -> str | None:
    """'The bus station', without its article; None: none is told, or it is no site."""
    for role in claim.event.roles:
        if role.name == "target" and role.filler.entity is None and role.filler.kind not in _KINDS:
            words = _ARTICLE.sub("", role.filler.words, count=1).strip()
            last = words.split()[-1].rstrip("s") if words else ""
            if words.islower() and last and last not in _WIDE and len(words.split()) <= 3:
                return words
    return None


def rules_out(claim: Claim, site: str) -> bool:
    """'Fell on the mill and not the school'."""
    told = rf"\b(?:not|instead of|rather than|never)\s+(?:(?:the|an?)\s+)?{re.escape(site)}\b"
    return re.search(told, claim.words, re.IGNORECASE) is not None

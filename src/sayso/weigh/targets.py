"""A claim of a blow in, which site of its town it fell on, and which it did not, out."""

import re

from sayso.types import Claim
from sayso.weigh.comparing_words import load_comparing_words

_ARTICLE = re.compile(r"(?:the|an?|its|their|his|her)\s+", re.IGNORECASE)
_KINDS = frozenset({"person", "crowd"})


def site_of(claim: Claim) -> str | None:
    """'The bus station', without its article; None: none is told, or it is no site."""
    for role in claim.event.roles:
        if role.name == "target" and role.filler.entity is None and role.filler.kind not in _KINDS:
            words = _ARTICLE.sub("", role.filler.words, count=1).strip()
            last = words.split()[-1].rstrip("s") if words else ""
            if (
                words.islower()
                and last
                and last not in load_comparing_words().wide
                and len(words.split()) <= 3
            ):
                return words
    return None


def rules_out(claim: Claim, site: str) -> bool:
    """'Fell on the mill and not the school'."""
    told = rf"\b(?:not|instead of|rather than|never)\s+(?:(?:the|an?)\s+)?{re.escape(site)}\b"
    return re.search(told, claim.words, re.IGNORECASE) is not None

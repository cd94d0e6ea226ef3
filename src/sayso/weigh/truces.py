"""A claim on a truce in, whether it is of its breach, of its keeping, or of its hour out."""

import re

from sayso.types import Claim

_UNBROKEN = re.compile(
    r"\b(?:not|never|n.t)\s(?:\w+\s)?(?:break|broke(?!r)|violat|breach)", re.IGNORECASE
)
_BREAKING = re.compile(  # not "brokered by", "at daybreak", "a breakaway council"
    r"\b(?:break(?!fast|through|-?away)|broke(?!r)|violat|breach)"
    r"|\b(?:fir|shot|shoot|struck|strik|attack)(?:e|ed|ing)? first|opened fire first",
    re.IGNORECASE,
)
_SET = re.compile(  # a truce whose hour is told is agreed
    r"\b(?:truce|cease-?fire|armistice)\b[^.;]*?\b(?:will|would|shall|is to|was to|are to|(?:due|set) to)\s(?:\w+\s)?"
    r"(?:begin|start|come into|go into|enter into|take effect|be in (?:force|effect))",
    re.IGNORECASE,
)


def is_of_breach(claim: Claim) -> bool:
    return _BREAKING.search(claim.words) is not None


def tells_breach(claim: Claim) -> bool:
    """'Broke the truce when they fired on the post': also of the shots, not only of the truce."""
    return is_of_breach(claim) and _TRUCE.search(claim.words) is not None


_TRUCE = re.compile(r"\b(?:truce|cease-?fire|armistice)\b", re.IGNORECASE)


def is_set(claim: Claim) -> bool:
    """'The truce will begin at six': who says so says that it is agreed."""
    is_told = claim.stance in {"asserts", "promises", "admits"} and not claim.event.negated
    is_truce = claim.event.type == "ceasefire" and claim.event.modality == "planned"
    return is_truce and is_told and _SET.search(claim.words) is not None


def is_kept(claim: Claim) -> bool:
    """'Not broken': a truce that is no more is one broken, and who says so asserts the breach."""
    return not claim.event.negated and _UNBROKEN.search(claim.words) is not None

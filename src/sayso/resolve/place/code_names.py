"""A name and the text around it in, whether it is that of a campaign: 'Operation Iron Gate' is no place."""

import re

from sayso.types import Span

_BEFORE = re.compile(
    r"\b(?:(?:Operations?|operations?|[Ee]xercise|[Cc]ampaign)(?: (?:called|named|dubbed))?"
    r"|[Cc]ode-?named|[Dd]ubbed),? ?[\"“‘']?$"
)
_FAR = 30  # characters looked back at


_EVENT = re.compile(
    r"(?:the )?(?:first |second |third )?(?:battle|siege|sack|fall|treaty|peace|massacre|war) of ",
    re.IGNORECASE,
)


def is_code_name(span: Span, text: str) -> bool:
    """Whether it follows 'operation', 'exercise' or 'codenamed', with nothing between but a quotation mark,
    or is what happened there: 'the Battle of Karez'."""
    if _EVENT.match(text, span.start, span.stop):
        return True
    return _BEFORE.search(text, max(0, span.start - _FAR), span.start) is not None

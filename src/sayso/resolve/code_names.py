"""A name and the text before it in, whether it is that of a campaign: 'Operation Iron Gate' is no place."""

import re

from sayso.types import Span

_BEFORE = re.compile(
    r"\b(?:(?:Operations?|operations?|[Ee]xercise|[Cc]ampaign)(?: (?:called|named|dubbed))?"
    r"|[Cc]ode-?named|[Dd]ubbed),? ?[\"“‘']?$"
)
_FAR = 30  # characters looked back at


def is_code_name(span: Span, text: str) -> bool:
    """Whether it follows 'operation', 'exercise' or 'codenamed', with nothing between but a quotation mark."""
    return _BEFORE.search(text, max(0, span.start - _FAR), span.start) is not None

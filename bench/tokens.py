"""Rows of tokens in, a text as one would print it and where its targets stand out."""

from collections.abc import Mapping, Sequence
from typing import Any

from sayso.types import Span

NO_SPACE_BEFORE = frozenset(
    ". , ; : ? ! ) ] } % 's 're 've 'll 'd 'm n't ’s ’re ’ve ’ll ’d ’m n’t".split()
)
NO_SPACE_AFTER = frozenset("( [ { $ #".split())  # fmt: skip


def join_tokens(tokens: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
    """The tokens as one would print them, and where each came to stand."""
    text, spans, is_open = "", [], False
    for number, token in enumerate(tokens):
        is_quote = token in {'"', "``", "''"}
        closes = token == "''" or (token == '"' and is_open)
        glued = number == 0 or token.lower() in NO_SPACE_BEFORE or closes
        if not glued and not _holds_back(tokens[number - 1], is_open):
            text += " "
        word = '"' if is_quote else token
        spans.append(Span(len(text), len(text) + len(word)))
        text += word
        is_open = not closes if is_quote else is_open
    return text, tuple(spans)


def _holds_back(before: str, is_open: bool) -> bool:
    return before in NO_SPACE_AFTER or (is_open and before in {'"', "``"})


def read_targets(row: Mapping[str, Any]) -> tuple[str, tuple[Span, ...]]:
    """The text of a row and where the events stand that are asked about."""
    text, spans = join_tokens(row["text"].split(" "))
    asked = (spans[t["start"] : t["end"]] for t in row["targets"])
    return text, tuple(Span(found[0].start, found[-1].stop) for found in asked)

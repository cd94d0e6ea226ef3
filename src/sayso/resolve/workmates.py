"""'Her editor', 'two of his aides', 'members of the Front' in, the organisation they are of by the register out."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from sayso.resolve.name.called_bodies import body_called
from sayso.resolve.name.folding import fold_name
from sayso.resolve.name.names import bare_name
from sayso.resolve.parties import Party, Register
from sayso.types import Mention, Source, Span

_WORKMATE = re.compile(
    r"(?:(?:an?|one|two|three|four|several|some|many)\s+of\s+)?(?:her|his|their)\s+(?:\w+\s+)?"
    r"(?:aide|adjutant|deputy|deputie|assistant|bodyguard|chief of staff|spokes\w+|staff|editor|boss|employer"
    r"|colleague|co-?worker|workmate|commander|superior|producer|publisher|manager|station|newspaper"
    r"|paper|agency|unit|office)s?",
    re.IGNORECASE,
)


def place_workmate(
    step: Source | None, span: Span, mentions: Iterable[Mention], text: str, register: Register
) -> Source | None:
    """The step as a voice of the organisation of the person named last before it.

    Not where the step is somebody known already, nor where the register does not know that person.
    """
    is_known = step is None or step.entity is not None or step.organisation is not None
    if step is None or is_known or not _WORKMATE.fullmatch(span.of(text)):
        return step
    before = [m for m in mentions if m.kind == "person" and m.name and m.span.stop <= span.start]
    last = max(before, key=lambda m: m.span, default=None)
    party = _party_of(last.name or last.words, register) if last is not None else None
    if party is None:
        return step
    return replace(step, organisation=party.id, side=party.side)


_OF_BODY = re.compile(
    r"(?:the |a |an )?(?:[\w-]+ ){0,3}(?:members?|leaders?|chiefs?|heads?|commanders?|spokes\w+|officials?|officers?"
    r"|fighters?|representatives?|figures?|ministers?|generals?|envoys?|sources?) (?:of|from|in|within) ",
    re.IGNORECASE,
)
_NO_LONGER = re.compile(r"\b(?:former|ex|onetime|past|opposed|hostile|captured|wounded)\b", re.I)


def place_member(
    step: Source | None, span: Span, mentions: Collection[Mention], text: str, register: Register
) -> Source | None:
    """'Members of the resistance', 'the young leader of the Front', 'the Islamists' spokesman': who
    speaks from a body that the report names elsewhere is of its side."""
    if step is None or step.side is not None or (step.entity or "").startswith("person/"):
        return step
    found = _body_of(span, text)
    if found is None:
        return step
    body = _bare(found.of(text))
    ids = {m.entity for m in mentions if m.entity is not None and _bare(m.words) == body}
    party = register.parties.get(ids.pop().removeprefix("group/")) if len(ids) == 1 else None
    party = party or body_called(found.of(text), found.start, mentions, register, text)
    if party is None:
        return step
    return replace(step, organisation=party.id, side=party.side)


def _body_of(span: Span, text: str) -> Span | None:
    """The words of the body that a member speaks from; None: no such words."""
    match = _OF_BODY.match(text, span.start, span.stop)
    if match is not None:
        is_gone = _NO_LONGER.search(match[0]) is not None
        return None if is_gone else Span(match.end(), span.stop)
    owned = _OWNED.search(text, max(0, span.start - _OWNER), span.stop)
    if owned is None or owned.end() != span.stop or owned.end("body") > span.start + _OWNER:
        return None
    return None if _NO_LONGER.search(owned[0]) else Span(*owned.span("body"))


_OWNED = re.compile(
    r"\b(?P<body>the (?:[\w-]+ )?[\w-]+)['’]s? (?:[\w-]+ ){0,3}"
    r"(?:spokes\w+|leaders?|chiefs?|heads?|commanders?|officials?|representatives?|envoys?|fighters?)",
    re.IGNORECASE,
)
_OWNER = 30  # characters of the owner's words, which may stand before the source's own


def _bare(words: str) -> str:
    return fold_name(words).removeprefix("the ")


def _party_of(name: str, register: Register) -> Party | None:
    bare = fold_name(bare_name(name))
    known = (
        party
        for party in register.parties.values()
        if any(fold_name(bare_name(person)) == bare for person in party.people)
    )
    return next(known, None)

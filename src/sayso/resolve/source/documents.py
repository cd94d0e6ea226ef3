"""A document as a source in, the same as the word of the body that made it out.

"By a roll that the navy printed": the navy says so, by its roll.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.resolve.name.folding import fold_name
from sayso.resolve.name.names import bare_name
from sayso.resolve.parties import Party
from sayso.resolve.source.kinds import kind_in
from sayso.resolve.source.sources import Describer
from sayso.types import Attribution, Basis, Mention, Source

_MADE = re.compile(
    r"\b(?:publish|issu|releas|print|post|circulat|produc|compil|drawn up|put out|kept|keep|made|prepar|sign|sent"
    r"|distribut|display)\w*",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:the|its) (army|military|navy|ministry|government|council|police|front|movement)\b", re.I
)


def of_maker(
    paper: Source,
    said: Attribution,
    mentions: Sequence[Mention],
    text: str,
    about: Describer,
) -> Source:
    """The paper as its maker's, where the words around it name one; else as it was."""
    kind = kind_in(said.source.words) if said.source is not None else None
    words = " ".join(span.of(text) for span in said.source_words)
    if kind is None or kind.kind != "document" or _MADE.search(words) is None:
        return paper
    party = about.register.parties.get(paper.organisation or "") or _maker(
        words, said, mentions, about
    )
    if party is None:
        return paper
    return replace(
        paper, naming="named", organisation=party.id, side=party.side, basis=_basis(paper)
    )  # fmt: skip


def _basis(paper: Source) -> Basis:
    return paper.basis if paper.basis != "not_stated" else "record"


def _maker(
    words: str, said: Attribution, mentions: Sequence[Mention], about: Describer
) -> Party | None:
    """The body in 'that the army published': by its name, or the last one before that is such."""
    for mention in mentions:
        inside = any(s.covers(mention.span) for s in said.source_words)
        party = _party(mention, about) if inside else None
        if party is not None:
            return party
    body = _BODY.search(words)
    if body is None:
        return None
    before = [m for m in mentions if m.span.stop <= said.cue.start]
    known = (_party(m, about) for m in sorted(before, key=lambda m: m.span, reverse=True))
    return next((p for p in known if p is not None and _is_such(p, body.group(1).lower())), None)


def _party(mention: Mention, about: Describer) -> Party | None:
    """The party that a mention names, or speaks for."""
    parties = about.register.parties
    known = parties.get((mention.entity or "").removeprefix("group/"))
    if known is not None or mention.kind != "person" or mention.name is None:
        return known
    folded = fold_name(mention.name)
    people = about.register.people.values()
    full = next((name for name in people if fold_name(bare_name(name)) == folded), mention.name)
    return about.register.speaker_for(full)


def _is_such(party: Party, noun: str) -> bool:
    """Whether 'the army' may be that party."""
    nouns = {"military": {"army", "military", "navy"}, "government": {"government", "ministry"}}
    return noun in {*fold_name(party.name).split(), *nouns.get(party.kind, ())}

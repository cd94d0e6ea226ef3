"""Texts go in; from which earlier text each derives, and what it changed, comes out.

Only earlier texts are looked at, by time, then id; the same for any order of arrival.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from sayso.weigh.copies import CopyLink, ShingleIndex, link
from sayso.weigh.figures import Change, find_changes
from sayso.weigh.texts import SHINGLE_WORDS, Text, fold_outlet, hash_runs

# The agency a text credits is its parent, unless another explains more than one changed word
# (a word is in 5 shingles) of it. Parents right on shared/data/newscopy: 3 to 8 do as well.
CREDIT_SHINGLES = SHINGLE_WORDS
# A text that credits its own outlet is an origin, unless nearly all its words stood elsewhere.
BORROWED_COVER = 0.9

_ORDER = attrgetter("order")


@dataclass(frozen=True, slots=True)
class Descent:
    """Where a text comes from.

    parent:     the earlier text it was made from; None: none was found
    root:       the first of its line; its own id where it has no parent
    changed:    figures that differ from the parent's in the same context
    version_of: the page's version before this one (same outlet and address); None: it is the first
    """

    id: str
    parent: str | None
    root: str
    changed: tuple[Change, ...] = ()
    version_of: str | None = None


def find_lineage(texts: Iterable[Text]) -> tuple[Descent, ...]:
    """The descent of every text, by time, then id."""
    index = ShingleIndex()
    roots: dict[str, str] = {}
    pages: dict[tuple[str, str], Text] = {}
    found: list[Descent] = []
    for text in sorted(texts, key=_ORDER):
        page = (text.outlet or "", text.url or "")
        before = pages.get(page) if text.url else None
        parent = find_parent(text, index.candidates(text), version=before)
        roots[text.id] = roots[parent.id] if parent else text.id
        found.append(
            Descent(
                text.id,
                parent.id if parent else None,
                roots[text.id],
                find_changes(text, parent) if parent else (),
                before.id if before else None,
            )
        )
        index.add(text)
        if text.url:
            pages[page] = text
    return tuple(found)


def find_parent(text: Text, earlier: Sequence[Text], *, version: Text | None = None) -> Text | None:
    """Of some earlier texts the one that a text was made from; None: it shares too little.

    version: the page's version before this one, which wins where they share text
    """
    by_id = {one.id: one for one in earlier}
    links = link(text, earlier)
    sources = [by_id[one.b] for one in links if is_derived(text, by_id[one.b], one)]
    if version is not None and version in sources:
        return version
    if len(sources) < 2:
        return sources[0] if sources else None
    shingles = _shingles(text)
    return max(sources, key=lambda one: _closeness(text, shingles, one))


def is_derived(text: Text, other: Text, shared: CopyLink) -> bool:
    """Text was taken over, not only an utterance; and the taker does not sign as its origin."""
    if shared.label not in ("copy", "partial"):
        return False
    outlet = fold_outlet(text.outlet or "")
    if outlet not in text.credits or outlet == fold_outlet(other.outlet or ""):
        return True
    return shared.shared_words >= BORROWED_COVER * max(text.quoted.count(0), 1)


def _closeness(
    text: Text, shingles: frozenset[int], other: Text
) -> tuple[int, int, tuple[bool, str, str]]:
    """How well a text is explained: shingles in common, then few that it left out, then latest.

    Edits that were inherited are shingles in common with the one that made them, and with no other.
    """
    theirs = _shingles(other)
    common = len(shingles & theirs)
    is_credited = other.outlet is not None and fold_outlet(other.outlet) in text.credits
    return common + CREDIT_SHINGLES * is_credited, common - len(theirs), other.order


def _shingles(text: Text) -> frozenset[int]:
    return frozenset(hash_runs(text.words, SHINGLE_WORDS).tolist())

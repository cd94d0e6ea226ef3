"""Texts go in; from which earlier text each derives, and what it changed, comes out.

Only earlier texts are looked at, by time, then id; the same for any order of arrival.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.weigh.copies import CopyLink, find_copies, put_in_order
from sayso.weigh.figures import Change, find_changes
from sayso.weigh.texts import SHINGLE_WORDS, Text, fold_outlet, hash_runs

# The agency a text credits is its parent, unless another explains more than one changed word
# (a word is in 5 shingles) of it. Parents right on shared/data/newscopy: 3 to 8 do as well.
CREDIT_SHINGLES = SHINGLE_WORDS
# A text that credits its own outlet is an origin, unless nearly all its words stood elsewhere.
BORROWED_COVER = 0.9


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


def find_lineage(
    texts: Iterable[Text], copies: Iterable[CopyLink] | None = None
) -> tuple[Descent, ...]:
    """The descent of every text, by time, then id.

    copies: what `find_copies` gives for these texts, or for more; None: it is asked here
    """
    ordered = put_in_order(texts)
    by_id = {text.id: text for text in ordered}
    links: dict[str, list[CopyLink]] = defaultdict(list)
    for one in find_copies(ordered) if copies is None else copies:
        if one.b in by_id:
            links[one.a].append(one)
    roots: dict[str, str] = {}
    pages: dict[tuple[str | None, str], Text] = {}
    found: list[Descent] = []
    for text in ordered:
        version = pages.get((text.outlet, text.url)) if text.url else None
        earlier = [(by_id[one.b], one) for one in links[text.id]]
        parent = find_parent(text, earlier, version=version)
        roots[text.id] = roots[parent.id] if parent else text.id
        found.append(_descent(text, parent, roots[text.id], version))
        if text.url:
            pages[text.outlet, text.url] = text
    return tuple(found)


def _descent(text: Text, parent: Text | None, root: str, version: Text | None) -> Descent:
    return Descent(
        id=text.id,
        parent=parent.id if parent else None,
        root=root,
        changed=find_changes(text, parent) if parent else (),
        version_of=version.id if version else None,
    )


def find_parent(
    text: Text, earlier: Iterable[tuple[Text, CopyLink]], *, version: Text | None = None
) -> Text | None:
    """Of earlier texts that share text the one it was made from; None: it made too little of any.

    version: the page's version before this one, which wins where they share text
    """
    sources = [other for other, shared in earlier if is_derived(text, other, shared)]
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

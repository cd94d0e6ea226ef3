"""Texts in, as they come; which report copies which, at any depth, and which quote the same, out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set

from sayso.weigh.copies import QUOTE_WORDS, CopyLink, ShingleIndex, link
from sayso.weigh.page_versions import is_version
from sayso.weigh.texts import Text


class CopyGraph:
    """Holds the texts seen so far and who copies whom; the same for any order of adding.

    Only whole copies count as copies: a report that takes over a passage (partial) or shares a
    quotation has words of its own, and is no repeat of another. A family is the reports that are
    tied by copies and by passages taken over.

    links:  (later report, earlier report) -> what they share
    quotes: report -> the earlier reports with 12 or more quoted words in common
    versions: report -> its page's version before it
    """

    def __init__(self, texts: Iterable[Text] = ()) -> None:
        self.links: dict[tuple[str, str], CopyLink] = {}
        self.quotes: dict[str, Set[str]] = {}
        self.versions: dict[str, str] = {}
        self._texts: dict[str, Text] = {}
        self._index = ShingleIndex()
        self._copied: dict[str, set[str]] = defaultdict(set)
        self._above: dict[str, str] = {}  # towards the head of the family
        self._families: dict[str, set[str]] = {}  # by their heads
        for text in sorted(texts, key=lambda text: text.order):
            self.add(text)

    def add(self, text: Text) -> frozenset[str]:
        """Take in a text: what it copies, and which later ones copy it.

        returns: the reports held before whose ties to each other or to earlier ones it changed
        """
        later = self._index.later(text)
        found = [*link(text, self._index.candidates(text))]
        found += [shared for one in later for shared in link(one, (text,))]
        self._index.add(text)
        self._texts[text.id] = text
        tied = {one.a if one.b == text.id else one.b for one in found if one.label != "quote"}
        is_bridge = len({self._head(report) for report in tied}) > 1
        for one in found:
            self._note(one)
        changed = {one.a for one in found} - {text.id}
        return frozenset(changed | (self.family(text.id) - {text.id} if is_bridge else set()))

    def is_copy(self, one: str, other: str) -> bool:
        """Whether one of two reports is a copy of the other."""
        return other in self._copied.get(one, ()) or one in self._copied.get(other, ())

    def family(self, report: str) -> Set[str]:
        """The reports tied to it, at any remove, and itself; empty where there are none."""
        return self._families.get(self._head(report), set())

    def ancestors(self) -> Mapping[str, tuple[str, ...]]:
        """Report -> every report it copies, at any depth; those that copy none are left out."""
        found: dict[str, tuple[str, ...]] = {}
        for start, front in list(self._copied.items()):
            seen: set[str] = set()
            while front:
                seen |= front
                front = {older for one in front for older in self._copied.get(one, ())} - seen
            found[start] = tuple(sorted(seen))
        return found

    def _note(self, one: CopyLink) -> None:
        self.links[one.a, one.b] = one
        if one.label == "copy":
            self._copied[one.a].add(one.b)
        if one.label != "quote":
            self._tie(one.a, one.b)
        if is_version(self._texts[one.a], self._texts[one.b], one):
            known = self.versions.get(one.a, one.b)
            self.versions[one.a] = max(known, one.b, key=lambda id_: self._texts[id_].order)
        if one.quoted_words >= QUOTE_WORDS:
            self.quotes[one.a] = self.quotes.get(one.a, frozenset()) | {one.b}

    def _head(self, report: str) -> str:
        """The report by which its family goes; itself where it has none."""
        head = report
        while (above := self._above.get(head, head)) != head:
            head = above
        while (above := self._above.get(report, report)) != head:
            self._above[report], report = head, above
        return head

    def _tie(self, one: str, other: str) -> None:
        """Make two families one, the larger taking in the smaller."""
        small, large = sorted(
            (self._head(one), self._head(other)), key=lambda h: len(self._families.get(h, ()))
        )
        if small != large:
            joined = self._families.setdefault(large, {large})
            joined |= self._families.pop(small, {small})
            self._above[small] = self._above[large] = large

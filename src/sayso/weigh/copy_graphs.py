"""Texts in, as they come; which report copies which, at any depth, out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sayso.weigh.copies import ShingleIndex, link
from sayso.weigh.texts import Text


class CopyGraph:
    """Holds the texts seen so far and who copies whom; the same for any order of adding.

    Only whole copies count here: a report that takes over a passage (partial) or shares a
    quotation has words of its own, and is no repeat of another.
    """

    def __init__(self, texts: Iterable[Text] = ()) -> None:
        self._index = ShingleIndex()
        self._copied: dict[str, set[str]] = defaultdict(set)
        for text in sorted(texts, key=lambda text: text.order):
            self.add(text)

    def add(self, text: Text) -> None:
        """Take in a text: what it copies, and which later ones copy it."""
        self._note(text, self._index.candidates(text))
        for later in self._index.later(text):
            self._note(later, (text,))
        self._index.add(text)

    def _note(self, text: Text, earlier: tuple[Text, ...]) -> None:
        for one in link(text, earlier):
            if one.label == "copy":
                self._copied[one.a].add(one.b)

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

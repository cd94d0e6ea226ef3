"""The words for a source in, which kind of source they name out: by the head noun first."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.resolve.name.folding import fold_name
from sayso.resolve.side_words import load_side_words
from sayso.tables import read_shipped
from sayso.types import SourceKind

_IN_RANK = frozenset(
    {"deputy", "acting", "former", "assistant", "vice"}
)  # "the clinic's deputy head"
_TITLES_TOO = frozenset({"family"})  # "Father Dray", "Sons of the Reed" name no relative


@dataclass(frozen=True, slots=True)
class Named:
    """A kind, and whether the head noun (or a title) names it rather than a word beside it."""

    kind: SourceKind
    by_head: bool
    of_any_side: bool = False


@cache
def kind_words() -> Mapping[str, SourceKind]:
    """`data/source_kinds.toml` turned round; read once a process."""
    table: dict[Any, list[str]] = read_shipped("source_kinds.toml")
    return {word: kind for kind, words in table.items() for word in words}


def kind_in(words: str) -> Named | None:
    """The kind that the words name: "a doctor at an army camp" is a medic, "the captain's driver"
    a witness. Of appositions the first whose head noun tells ("Ana Bel, a nurse"); None: none does.
    """
    found = [named for part in words.split(",") for named in _kinds_in(part.split())]
    heads = (named for named in found if named.by_head)
    return next(heads, found[0] if found else None)


def _kinds_in(words: Sequence[str]) -> Iterator[Named]:
    """All kinds that one phrase names, the last-standing in its head part first."""
    side_words = load_side_words()
    parts = [singular(fold_name(word).removesuffix(" s")) for word in words]
    stop = next((i for i, p in enumerate(parts) if i and p in side_words.after), len(parts))
    ranked = []
    for start in range(len(parts)):
        size = next((n for n in (4, 3, 2, 1) if _is_kind(parts, words, start, n)), 0)
        if size:
            end = start + size
            by_head = start < stop and _ends_head(parts, words, end, stop)
            by_head = by_head or (start > stop and _heads_it(parts, words, start, end, stop))
            ranked.append((not by_head, start >= stop, -end, -size, start))
    for not_head, _, end, size, start in sorted(ranked):
        phrase = " ".join(parts[start : start - size])
        yield Named(kind_words()[phrase], not not_head, parts[-end - 1] in side_words.of_any_side)


def _is_kind(parts: Sequence[str], words: Sequence[str], start: int, size: int) -> bool:
    kind = kind_words().get(" ".join(parts[start : start + size]))
    if kind is None or start + size > len(parts):
        return False
    following = parts[start + 1] if start + 1 < len(parts) else ""
    if parts[start] in _IN_RANK and following in load_side_words().in_charge:
        return False
    after = words[start + size : start + size + 1]
    is_title = (
        words[start][:1].isupper() and bool(after) and (after[0][:1].isupper() or after[0] == "of")
    )
    return not (is_title and kind in _TITLES_TOO)


def _ends_head(parts: Sequence[str], words: Sequence[str], end: int, stop: int) -> bool:
    """Whether only a name, or what is done with it, follows: 'Colonel Keth', 'images taken in May';
    of who heads it 'the clinic director Ana Bel'."""
    while end < stop and (parts[end] in load_side_words().in_charge or parts[end] in _IN_RANK):
        end += 1
    rest = words[end:stop]
    if not rest or all(w[:1].isupper() or w.startswith(("al-", "el-", "de")) for w in rest):
        return not (rest and words[end - 1].endswith(("'s", "’s", "s'", "s’")))
    return re.search(r"(?:ed|ing|en|wn|nt|ld|de)$", parts[end]) is not None


def _heads_it(parts: Sequence[str], words: Sequence[str], start: int, end: int, stop: int) -> bool:
    """'The head of the Karez clinic', 'a spokesman for the army': of the kind of what he heads."""
    heads = [at for at in range(stop) if parts[at] in load_side_words().in_charge]
    is_his = bool(heads) and parts[stop] in {"of", "for"} and heads[-1] + 1 == stop
    after = load_side_words().after
    is_direct = not any(parts[at] in after for at in range(stop + 1, start))
    is_end = end == len(parts) or words[end][:1].isupper() or parts[end] in after
    return is_his and is_direct and is_end


def singular(part: str) -> str:
    if part in load_side_words().no_plurals or part.endswith("ss"):
        return part
    if part.endswith("ies") and len(part) > 4:
        return part[:-3] + "y"
    if part.endswith("witnesses"):
        return part[:-2]
    return part[:-1] if part.endswith("s") and len(part) > 3 else part

"""Two readings of the gold passages in, how far they agree out.

    python -m bench.readings FIRST SECOND          two readers, or gold and another reading
    python -m bench.readings GOLD                  gold and what the program reads

What is compared, over all passages (an attribution here counts inner ones too):
  attribution  content and source match, one to one, as in tools/score_attribution.py: at least half
               of each content is the other's, and the sources share a word that is not a stop word
  chain        of gold's innermost attributions of each chain, those whose every step is matched
               and stands in the match of the step around it
  stance       macro-F1 over the stances of attributions matched by content
  basis, kind, naming, said_at, who    share of matched attributions that agree; the program's basis
               here is what the text tells, as gold has it, not what such a source would weigh as
               where the text is silent (`resolve/source/sources.py`)
  hedge        hedging words that share a word, one to one
  mention      same characters and same kind
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.passages import GoldAttribution, GoldPassage, load_passages
from sayso.types import Span

WORD = re.compile(r"\w+|[^\w\s]")
STOP = frozenset(
    "a an the of to for in on at by with from and or nor but as that who whom which whose is are was were be"
    " been being s mr mrs ms dr".split()
)


@dataclass(frozen=True, slots=True)
class Score:
    """right of `asked` in the first reading, of `given` in the second."""

    right: float
    asked: int
    given: int

    @property
    def f1(self) -> float:
        total = self.asked + self.given
        return 200 * self.right / total if total else 100.0

    def __str__(self) -> str:
        precision = 100 * self.right / self.given if self.given else 0.0
        recall = 100 * self.right / self.asked if self.asked else 0.0
        return (
            f"P {precision:5.1f} R {recall:5.1f} F1 {self.f1:5.1f}  ({self.asked} and {self.given})"
        )


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage in two readings with the attributions that match: by content, and by source too."""

    first: GoldPassage
    second: GoldPassage
    by_content: dict[int, int]
    whole: dict[int, int]


def words_of(text: str, spans: Sequence[Span]) -> frozenset[int]:
    """Where the words of the spans begin; marks are left out."""
    return frozenset(
        m.start()
        for m in WORD.finditer(text)
        if m[0][0].isalnum() and any(s.start < m.end() and m.start() < s.stop for s in spans)
    )


def pair(first: GoldPassage, second: GoldPassage) -> Pair:
    """The two readings of one passage, matched."""
    return Pair(
        first,
        second,
        _match(first, second, lambda a, b: True),
        _match(first, second, lambda a, b: _same_source(first.text, a, b)),
    )


def _match(
    first: GoldPassage,
    second: GoldPassage,
    allowed: Callable[[GoldAttribution, GoldAttribution], bool],
) -> dict[int, int]:
    """One to one, the best first: cues that meet, then contents that overlap most."""
    text = first.text
    ranked = []
    for i, one in enumerate(first.attributions):
        for j, other in enumerate(second.attributions):
            a, b = words_of(text, one.content), words_of(text, other.content)
            both = len(a & b)
            if both and both >= 0.5 * len(a) and both >= 0.5 * len(b) and allowed(one, other):
                same = (one.cue.meets(other.cue), _same_source(text, one, other))
                ranked.append((-sum(same), -both / len(a | b), i, j))
    found: dict[int, int] = {}
    for _, _, i, j in sorted(ranked):
        if i not in found and j not in found.values():
            found[i] = j
    return found


def _same_source(text: str, one: GoldAttribution, other: GoldAttribution) -> bool:
    if one.source is None or other.source is None:
        return one.source is other.source
    a, b = words_of(text, [one.source]), words_of(text, [other.source])
    telling = {m.start() for m in WORD.finditer(text) if m[0].lower() not in STOP}
    return bool(a & b & telling) or (not a & telling and bool(a & b))


def score_attributions(pairs: Sequence[Pair]) -> Score:
    return Score(
        sum(len(p.whole) for p in pairs),
        sum(len(p.first.attributions) for p in pairs),
        sum(len(p.second.attributions) for p in pairs),
    )


def score_chains(pairs: Sequence[Pair]) -> tuple[int, int]:
    """(chains exactly right, chains in the first reading)."""
    right = total = 0
    for one in pairs:
        outer = {a.inside for a in one.first.attributions}
        for number, said in enumerate(one.first.attributions):
            if said.inside is not None and number not in outer:
                total += 1
                right += _is_chain_right(one, number)
    return right, total


def _is_chain_right(one: Pair, number: int) -> bool:
    here: int | None = number
    while here is not None:
        match = one.whole.get(here)
        if match is None:
            return False
        outer = one.first.attributions[here].inside
        theirs = one.second.attributions[match].inside
        if (outer is None) != (theirs is None) or (
            outer is not None and one.whole.get(outer) != theirs
        ):
            return False
        here = outer
    return True


def score_stances(pairs: Sequence[Pair]) -> tuple[float, dict[str, Score]]:
    """Macro-F1 over the stances of attributions matched by content, and each stance."""
    asked: Counter[str] = Counter()
    given: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for one in pairs:
        for i, j in one.by_content.items():
            a, b = one.first.attributions[i].stance, one.second.attributions[j].stance
            asked[a] += 1
            given[b] += 1
            right[a] += a == b
    scores = {s: Score(right[s], asked[s], given[s]) for s in sorted(asked)}
    return sum(s.f1 for s in scores.values()) / max(1, len(scores)), scores


def agreement(pairs: Sequence[Pair], same: Callable[[Pair, int, int], bool | None]) -> tuple[int, int]:  # fmt: skip
    """(right, compared) over whole matches; `same` gives None where there is nothing to compare."""
    found = [same(p, i, j) for p in pairs for i, j in p.whole.items()]
    told = [f for f in found if f is not None]
    return sum(told), len(told)


def _same_who(one: Pair, i: int, j: int) -> bool | None:
    a, b = one.first.attributions[i].who, one.second.attributions[j].who
    if a is None:
        return None
    return b is not None and bool(words_of(one.first.text, [a]) & words_of(one.first.text, [b]))


def _same_said_at(one: Pair, i: int, j: int) -> bool | None:
    a, b = one.first.attributions[i].said_at, one.second.attributions[j].said_at
    if a is None and b is None:
        return None
    return a is not None and b is not None and a.meets(b)


def _same(field: str) -> Callable[[Pair, int, int], bool]:
    def compare(one: Pair, i: int, j: int) -> bool:
        return bool(
            getattr(one.first.attributions[i], field) == getattr(one.second.attributions[j], field)
        )

    return compare


def score_hedges(pairs: Sequence[Pair]) -> Score:
    right = 0
    for one in pairs:
        left = [h for h, _ in one.second.hedges]
        for hedge, _ in one.first.hedges:
            match = next((h for h in left if h.meets(hedge)), None)
            if match is not None:
                left.remove(match)
                right += 1
    return Score(
        right,
        sum(len(p.first.hedges) for p in pairs),
        sum(len(p.second.hedges) for p in pairs),
    )


def score_mentions(pairs: Sequence[Pair]) -> dict[str, Score]:
    """By kind, and 'all'."""
    kinds = sorted({k for p in pairs for _, k in p.first.mentions})
    found: dict[str, Score] = {}
    for kind in (*kinds, "all"):
        a = {(n, s) for n, p in enumerate(pairs) for s, k in p.first.mentions if kind in (k, "all")}
        b = {(n, s) for n, p in enumerate(pairs) for s, k in p.second.mentions if kind in (k, "all")}  # fmt: skip
        if kind == "all":
            ours = {(n, s, k) for n, p in enumerate(pairs) for s, k in p.first.mentions}
            theirs = {(n, s, k) for n, p in enumerate(pairs) for s, k in p.second.mentions}
            found[kind] = Score(len(ours & theirs), len(ours), len(theirs))
        else:
            found[kind] = Score(len(a & b), len(a), len(b))
    return found


def report(pairs: Sequence[Pair]) -> Iterator[str]:
    """The whole table, a line each."""
    yield f"attribution      {score_attributions(pairs)}"
    right, total = score_chains(pairs)
    yield f"chain            {100 * right / max(1, total):.1f}% of {total}"
    macro, stances = score_stances(pairs)
    yield f"stance           macro-F1 {macro:.1f}"
    for stance, score in stances.items():
        yield f"  {stance:<14} {score}"
    for name in ("basis", "kind", "naming"):
        right, total = agreement(pairs, _same(name))
        yield f"{name:<16} {100 * right / max(1, total):.1f}% of {total}"
    for name, same in (("said_at", _same_said_at), ("who", _same_who)):
        right, total = agreement(pairs, same)
        yield f"{name:<16} {100 * right / max(1, total):.1f}% of {total}"
    yield f"hedge            {score_hedges(pairs)}"
    for kind, score in score_mentions(pairs).items():
        yield f"mention {kind:<8} {score}"


def main(paths: Sequence[str]) -> None:
    gold = list(load_passages(Path(paths[0])))
    if len(paths) > 1:
        other = {p.id: p for p in load_passages(Path(paths[1]))}
        pairs = [pair(p, other[p.id]) for p in gold if p.id in other]
    else:
        from bench.reading import read_passages

        pairs = [pair(p, q) for p, q in zip(gold, read_passages(gold), strict=True)]
    print(f"{len(pairs)} passages")
    for line in report(pairs):
        print(line)


if __name__ == "__main__":
    main(sys.argv[1:])

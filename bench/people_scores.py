"""Readings of gold people in, how right they are out: who is one, kin, offices, fates, and the rest.

within    B3 over gold's mentions that the program finds (by overlap with the head of one of its own;
          how many it finds stands beside it), and over all, those not found standing alone
across    pairs of reports: links of persons and groups between the two; what gold holds unsure
          counts for nothing, whatever is said of it
facts     who, what and the other end must agree; kin one way round (nephew of, never uncle of),
          offices and trades by their noun, places and labels if one's words hold the other's
fates     of gold's, those with the same person and fate; then also source and stance
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from bench.people import sense
from bench.people_gold import PeoplePair
from bench.people_reading import PeopleReading
from bench.people_told import Fact, gold_facts, read_facts
from bench.readings import Score
from sayso.resolve.name.references import load_references
from sayso.types import DESCRIBED, Claim, Span
from sayso.weigh.claimed_people import figures_in
from sayso.weigh.people import link_people

_KINDRED = ({"killed", "died", "executed"}, {"captured", "detained", "arrested"})
FACTS = ("kin", "offices", "memberships", "ages", "occupations", "whereabouts", "labels")
_BESIDE: Mapping[str, tuple[str, ...]] = {
    "offices": ("of", "former"), "memberships": ("former",), "occupations": ("former",),
    "whereabouts": ("negated",),
}  # fmt: skip
Same = Callable[[Fact, Fact], bool]


@dataclass(frozen=True, slots=True)
class Within:
    """Sums over mentions: B3's precision and recall; gold's mentions found and in all."""

    found: Score
    every: Score
    seen: int
    asked: int
    father_son: int


def score_within(readings: Sequence[PeopleReading]) -> Within:
    """Who is one within a passage."""
    found, every = _B3(), _B3()
    seen = asked = merged = 0
    for reading in readings:
        gold = [(id_, span) for id_, one in reading.passage.people.items() for span in one.mentions]
        keys = {m: reading.key_of(reading.found[m]) for m in gold if m in reading.found}
        found.add({m: m[0] for m in keys}, keys)
        every.add({m: m[0] for m in gold}, {m: keys.get(m, f"alone/{m}") for m in gold})
        seen, asked = seen + len(keys), asked + len(gold)
        merged += sum(_share_key(pair, reading) for pair in _fathers(reading))
    return Within(found.score(), every.score(), seen, asked, merged)


_Mention = tuple[str, Span]


@dataclass
class _B3:
    precise: float = 0.0
    recalled: float = 0.0
    mentions: int = 0

    def add(self, gold: Mapping[_Mention, str], keys: Mapping[_Mention, str]) -> None:
        sizes = Counter(gold.values()), Counter(keys.values())
        both = Counter((gold[m], keys[m]) for m in gold)
        self.mentions += len(gold)
        for one in gold:
            common = both[gold[one], keys[one]]
            self.precise += common / sizes[1][keys[one]]
            self.recalled += common / sizes[0][gold[one]]

    def score(self) -> Score:
        """With `right` set so that `f1` is B3's."""
        total = self.precise + self.recalled
        mean = 2 * self.precise * self.recalled / total if total else 0.0
        return Score(mean, self.mentions, self.mentions)


def _fathers(reading: PeopleReading) -> Iterator[tuple[str, str]]:
    """Parents and children of whom both have a name."""
    people = reading.passage.people
    for fact in gold_facts(reading.passage, "kin"):
        who, other = fact.who or "", fact.other or ""
        if fact.what == "child" and people[who].name and people[other].name:
            yield who, other


def _share_key(pair: tuple[str, str], reading: PeopleReading) -> bool:
    """Whether words that name or describe the one and the other go to one person; no pronouns."""
    pronouns = load_references().pronouns
    one, other = (
        {
            reading.key_of(found)
            for (id_, _), found in reading.found.items()
            if id_ == who and found.words.lower() not in pronouns
        }
        for who in pair
    )
    return bool(one & other)


@dataclass(frozen=True, slots=True)
class Across:
    links: Score
    different: int
    father_son: int
    errors: tuple[str, ...]


def score_pairs(
    pairs: Sequence[PeoplePair], readings: Sequence[tuple[PeopleReading, PeopleReading]]
) -> Across:
    """Who is one across two reports."""
    right = asked = given = different = father_son = 0
    errors: list[str] = []
    for pair, both in zip(pairs, readings, strict=True):
        linked = link_reports(both)
        counted = linked - pair.unsure
        right += len(counted & pair.same)
        asked, given = asked + len(pair.same), given + len(counted)
        different += len(counted & pair.different)
        father_son += len(counted & pair.father_son)
        for word, lost in (("missed", pair.same - counted), ("wrong", counted - pair.same)):
            errors += [f"{pair.id} {word}: {_names(one, pair)}" for one in sorted(lost)]
    return Across(Score(right, asked, given), different, father_son, tuple(errors))


def _names(ids: tuple[str, str], pair: PeoplePair) -> str:
    words = []
    for report, id_ in zip(pair.reports, ids, strict=True):
        one = report.people[id_[2:]]
        words.append(one.name or (one.mentions[0].of(report.text) if one.mentions else id_))
    return " = ".join(words)


def link_reports(both: tuple[PeopleReading, PeopleReading]) -> frozenset[tuple[str, str]]:
    """Gold's ids of those that the program holds to be one: by entity, or by a link of sameness."""
    claims: tuple[Claim, ...] = tuple(claim for reading in both for claim in reading.claims)
    seen = tuple(one for reading in both for one in reading.seen)
    people = link_people(figures_in(claims, sense(), seen), sense())
    clusters = {
        member.split(" ", 1)[1]: id_ for id_, members in people.clusters.items() for member in members
    }  # fmt: skip
    ends: list[dict[str, set[str]]] = []
    for number, reading in enumerate(both, 1):
        held: dict[str, set[str]] = defaultdict(set)
        for key, who in reading.people.items():
            is_entity = key.startswith(("person/", "group/"))
            if is_entity or (known := f"{DESCRIBED}{reading.report}/{key}") in clusters:
                key = key if is_entity else known
                held[clusters.get(key, key)].add(f"{number}/{who}")
        ends.append(held)
    common = ends[0].keys() & ends[1].keys()
    return frozenset((a, b) for key in common for a in ends[0][key] for b in ends[1][key])


@dataclass(frozen=True, slots=True)
class Told:
    """score: facts; beside: of those matched, how many agree in source and in what else is told."""

    score: Score
    beside: Mapping[str, tuple[int, int]]
    errors: tuple[str, ...]


def score_facts(readings: Iterable[PeopleReading], name: str) -> Told:
    """One of `FACTS`."""
    right = asked = given = 0
    beside: dict[str, list[bool]] = defaultdict(list)
    errors: list[str] = []
    for reading in readings:
        gold = _once(gold_facts(reading.passage, name))
        mine = _once(read_facts(reading, name))
        pairs, lost, extra = match(
            gold, mine, _same_words if name in {"whereabouts", "labels"} else _same_fact
        )
        right, asked, given = right + len(pairs), asked + len(gold), given + len(mine)
        for one, other in pairs:
            beside["source"].append(one.teller == other.teller)
            for key in _BESIDE.get(name, ()):
                beside[key].append(_agree(one.more[key], other.more.get(key, "")))
        errors += [f"{reading.passage.id} missed: {_show(f, reading)}" for f in lost]
        errors += [f"{reading.passage.id} wrong: {_show(f, reading)}" for f in extra]
    shares = {key: (sum(told), len(told)) for key, told in beside.items()}
    return Told(Score(right, asked, given), shares, tuple(errors))


def _once(facts: Iterable[Fact]) -> list[Fact]:
    return list({(f.who, f.what, f.other): f for f in facts}.values())


def match(
    gold: Sequence[Fact], mine: Sequence[Fact], same: Same
) -> tuple[list[tuple[Fact, Fact]], list[Fact], list[Fact]]:
    """Pairs one to one, then what is left of either."""
    left = list(mine)
    pairs: list[tuple[Fact, Fact]] = []
    lost: list[Fact] = []
    for fact in gold:
        other = next((one for one in left if same(fact, one)), None)
        if other is None:
            lost.append(fact)
        else:
            left.remove(other)
            pairs.append((fact, other))
    return pairs, lost, left


def _same_fact(one: Fact, other: Fact) -> bool:
    return (one.who, one.what, one.other) == (other.who, other.what, other.other)


def _same_words(one: Fact, other: Fact) -> bool:
    return one.who == other.who and _agree(one.what, other.what)


def _agree(one: str, other: str) -> bool:
    """Equal, or the words of one among the other's."""
    mine, theirs = (set(words.split()) - {"the", "a", "of"} for words in (one, other))
    return mine <= theirs if not mine or not theirs else bool(mine <= theirs or theirs <= mine)


def _show(fact: Fact, reading: PeopleReading) -> str:
    people, text = reading.passage.people, reading.passage.text

    def name(id_: str | None) -> str:
        if id_ is None or id_ not in people:
            return "?"
        one = people[id_]
        return one.name or (one.mentions[0].of(text) if one.mentions else id_)

    other = f" of {name(fact.other)}" if fact.other is not None else ""
    more = f" {dict(fact.more)}" if fact.more else ""
    teller = f" by {name(fact.teller)}" if fact.teller else ""
    return f"{name(fact.who)}: {fact.what}{other} [{fact.words}]{teller}{more}"


@dataclass(frozen=True, slots=True)
class Fates:
    """Of `asked` fates of gold, those with ...; lenient: killed for died, captured for arrested."""

    asked: int
    right: Counter[str] = field(default_factory=Counter)
    given: int = 0
    errors: tuple[str, ...] = ()


def score_fates(readings: Iterable[PeopleReading]) -> Fates:
    """Each fate of gold against the program's fates of the same person, the one that agrees most."""
    right: Counter[str] = Counter()
    asked = given = 0
    errors: list[str] = []
    for reading in readings:
        gold = list(gold_facts(reading.passage, "fates"))
        mine = [fact for fact in read_facts(reading, "fates") if fact.who is not None]
        asked, given = asked + len(gold), given + len({(f.who, f.what, f.teller) for f in mine})
        for fact in gold:
            fits = [one for one in mine if one.who == fact.who and _is_kindred(one.what, fact.what)]
            best = max((_agreements(fact, one) for one in fits), key=_rank, default={})
            right.update(key for key, holds in best.items() if holds)
            if not best.get("all, lenient"):
                why = ", ".join(key for key, holds in best.items() if not holds) or "not found"
                errors.append(f"{reading.passage.id} {why}: {_show(fact, reading)}")
    return Fates(asked, right, given, tuple(errors))


def _is_kindred(one: str, other: str) -> bool:
    return one == other or any({one, other} <= kindred for kindred in _KINDRED)


def _agreements(gold: Fact, mine: Fact) -> dict[str, bool]:
    exact = gold.what == mine.what
    source, stance = gold.teller == mine.teller, gold.more["stance"] == mine.more["stance"]
    return {
        "fate, lenient": True, "fate": exact, "source": source, "stance": stance,
        "basis": gold.more["basis"] == mine.more["basis"],
        "when": _agree(gold.more["when"], mine.more["when"]),
        "all, lenient": source and stance, "all": exact and source and stance,
    }  # fmt: skip


def _rank(told: Mapping[str, bool]) -> tuple[bool, bool, int]:
    return told["all"], told["all, lenient"], sum(told.values())


def clusters_of(readings: Iterable[PeopleReading]) -> Iterator[dict[str, str]]:
    """In the form of tools/score_clusters.py, one line a mention of gold; the unfound stand alone."""
    for reading in readings:
        for id_, one in reading.passage.people.items():
            for span in dict.fromkeys(one.mentions):
                found = reading.found.get((id_, span))
                mention = f"{reading.passage.id}/{id_}/{span.start}-{span.stop}"
                key = reading.key_of(found) if found is not None else mention
                yield {
                    "id": mention,
                    "chain": f"{reading.passage.id}/{id_}",
                    "cluster": f"{reading.passage.id}/{key}",
                }


def unlinked_pairs(readings: Iterable[PeopleReading]) -> Iterator[str]:
    """Mentions of one person that the program holds apart, and of two that it holds for one."""
    for reading in readings:
        text = reading.passage.text
        for (one, first), (other, second) in combinations(reading.found.items(), 2):
            is_one = reading.key_of(first) == reading.key_of(second)
            if is_one != (one[0] == other[0]):
                word = "joined" if is_one else "parted"
                words = f"{one[1].of(text)!r}@{one[1].start} {other[1].of(text)!r}@{other[1].start}"
                yield f"{reading.passage.id} {word}: {words}"

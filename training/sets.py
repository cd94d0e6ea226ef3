"""The training sets: each a file of developer data in, `Example`s out."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.passages import GoldPassage, load_passages
from bench.splits import RE3D, is_kept
from sayso.types import Span
from training.examples import Example, Mark, Pieces
from training.heads import ENTITY, ENTITY_WITHIN

TUNING = 12  # one article in so many is kept apart, to choose on


def is_for_tuning(given_id: str) -> bool:
    """Whether a text is kept apart from training, by its id alone."""
    return is_kept(given_id, one_in=TUNING)


def rows_of(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def read_polnear(shared: Path, *, tuning: bool = False) -> Iterator[Example]:
    """PolNeAR's training articles; the tuning part or the rest."""
    for row in rows_of(shared / "data" / "polnear" / "train" / "articles.jsonl"):
        if is_for_tuning(row["id"]) == tuning:
            yield attribution_example(row)


def attribution_example(row: dict[str, Any]) -> Example:
    """A row in PolNeAR's form as an example for the attribution heads."""
    marks: list[Mark] = []
    content_cue: list[tuple[Pieces, Pieces | None]] = []
    cue_source: list[tuple[Pieces, Pieces | None]] = []
    for said in row["attributions"]:
        source, cue, content = (
            tuple((start, stop) for start, stop in said[role]) for role in ("source", "cue", "content")
        )  # fmt: skip
        marks += [Mark(cue, "cue"), Mark(source, "source"), Mark(content, "content")]
        content_cue.append((content, cue))
        cue_source.append((cue, source or None))
    marks.sort(key=lambda m: ("cue", "source", "content").index(m.label))
    return Example(
        row["id"],
        row["text"],
        {"attribution": tuple(marks)},
        {"content_cue": tuple(content_cue), "cue_source": tuple(cue_source)},
        tuple((start, stop) for start, stop in row.get("discard", ())),
    )


def read_silver(path: Path, *, prefix: str) -> Iterator[Example]:
    """Texts as the parser and the rules see them (`training/silver.py`), of one set."""
    for row in rows_of(path):
        if row["id"].startswith(prefix + "/"):
            yield silver_example(row)


def silver_example(row: dict[str, Any]) -> Example:
    text = row["text"]
    named = ((_with_article(text, a, kind), b, kind) for a, b, kind in row["mentions"])
    marks = {
        "mention": tuple(Mark(((a, b),), kind) for a, b, kind in named),
        "hedge": tuple(Mark(((a, b),), "hedge") for a, b in row["hedges"]),
    }
    if row["stances"]:
        marks["stance"] = tuple(Mark(((a, b),), stance) for a, b, stance in row["stances"])
    silent = {"mention": tuple((a, b) for a, b in row["silent"])}
    return Example(row["id"], text, marks, silent=silent)


def _with_article(text: str, start: int, kind: str) -> int:
    """Groups and outlets take in the article before them, as the reading rules want it."""
    article = re.search(r"\b(?:the|a|an) $", text[max(0, start - 5) : start], re.IGNORECASE)
    return start - len(article[0]) if article and kind in {"group", "outlet"} else start


def with_silver(examples: Iterator[Example], path: Path, *, prefix: str) -> Iterator[Example]:
    """Annotated texts with what silver adds for the heads that their annotators left out."""
    silver = {e.id.removeprefix(prefix + "/"): e for e in read_silver(path, prefix=prefix)}
    for example in examples:
        more = silver.get(example.id)
        if more is None or more.text != example.text:
            yield example
        else:
            yield replace(
                example,
                marks={**more.marks, **example.marks},
                silent={**more.silent, **example.silent},
            )


PRONOUNS = frozenset(
    "he she it they him her them his its their who whom whose which that this these those i we us you"
    " my our your me myself himself herself itself themselves one each all both some many others"
    " another everyone someone anyone nobody".split()
)
TITLES = frozenset(
    "mr mrs ms dr sir lord lady president prime minister foreign defence defense secretary general gen lt"
    " lieutenant col colonel maj major capt captain sgt sergeant cpl corporal pvt private admiral adm ambassador"
    " governor senator sen rep judge king queen prince princess sheikh sheik mullah maulana ayatollah imam"
    " commander chief marshal envoy chancellor spokesman spokeswoman spokesperson professor prof brigadier brig"
    " vice deputy us u s uk un of state staff army air force navy special".split()
)
BODIES = frozenset(
    "army forces force government regime opposition coalition military police militia militias group groups"
    " party ministry council rebels rebel fighters fighter troops units unit militants militant insurgents army"
    " authorities administration parliament movement organisation organization alliance brigade brigades"
    " committee commission agency network cell faction factions leadership side allies partners state services"
    " service guard guards navy team company department office court union".split()
)
OUTLETS = frozenset(
    "news times post radio television tv agency newspaper magazine gazette herald tribune channel website press"
    " bbc cnn reuters afp interfax tass sana jazeera".split()
)


def read_re3d(shared: Path, *, tuning: bool = False) -> Iterator[Example]:
    """re3d's persons, organisations and locations: its own, and brought to our kinds."""
    for row in rows_of(shared / "data" / "re3d" / "dev.jsonl"):
        if is_kept(row["id"], one_in=RE3D) == tuning:
            yield re3d_example(row)


def re3d_example(row: dict[str, Any]) -> Example:
    text = row["text"]
    marks, silent = [], []
    wanted = {"Person", "Organisation", "Location", "Nationality"}
    for entity in sorted(row["entities"], key=lambda e: (e["start"], -e["end"])):
        start, stop = entity["start"], entity["end"]
        if entity["type"] not in wanted or text[start:stop] != entity["text"]:
            continue
        words = text[start:stop].split()
        if not words or (words[0].lower() in PRONOUNS and len(words) == 1):
            continue
        if entity["type"] == "Person" and len(words) == 1 and words[0].islower():
            silent.append((start, stop))
        elif entity["type"] != "Nationality":
            marks += _re3d_marks(entity["type"], start, text[start:stop])
    entities = {"mention": tuple(marks), **_nested(row)}
    return Example(f"re3d/{row['id']}", text, entities, silent={"mention": tuple(silent)})


def _nested(row: dict[str, Any]) -> dict[str, tuple[Mark, ...]]:
    """re3d's own entities in two layers: the widest, and the widest of those that lie within one."""
    layers: dict[str, list[Mark]] = {ENTITY.name: [], ENTITY_WITHIN.name: []}
    for entity in sorted(row["entities"], key=lambda e: (e["start"], -e["end"])):
        start, stop = entity["start"], entity["end"]
        if entity["type"] not in ENTITY.labels or row["text"][start:stop] != entity["text"]:
            continue
        for marks in layers.values():
            if not marks or start >= marks[-1].pieces[0][1]:
                marks.append(Mark(((start, stop),), entity["type"]))
                break
            if marks[-1].pieces == ((start, stop),):
                break
    return {name: tuple(marks) for name, marks in layers.items()}


def _re3d_marks(kind: str, start: int, words: str) -> Iterator[Mark]:
    stop = start + len(words)
    last = words.split()[-1]
    is_named = last[:1].isupper() or any(c.isupper() for c in last)
    low = {w.strip(".,").lower() for w in words.split()}
    if kind == "Location":
        if is_named:
            first = start + 4 if words.lower().startswith("the ") else start
            yield Mark(((first, stop),), "place")
    elif kind == "Organisation":
        if low & OUTLETS:
            yield Mark(((start, stop),), "outlet")
        elif is_named or low & BODIES:
            yield Mark(((start, stop),), "group")
        else:
            yield Mark(((start, stop),), "crowd")
    elif not is_named or words.split()[0].lower() in {
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "another",
    }:
        yield Mark(((start, stop),), "role")
    else:
        yield from _titled(start, words)


def _titled(start: int, words: str) -> Iterator[Mark]:
    """'Lt Gen Sergei Rudskoi': a role before a person."""
    at, name = start, start
    for word in words.split():
        at = start + words.index(word, at - start)
        name = at
        if word.strip(".,'’").lower() not in TITLES and not word.islower():
            break
        at += len(word)
    title = words[: name - start].rstrip()
    if title:
        yield Mark(((start, start + len(title)),), "role")
    yield Mark(((name, start + len(words)),), "person")


def read_geovirus(shared: Path) -> Iterator[Example]:
    """GeoVirus' places; whatever else begins with a capital may be anything."""
    for row in rows_of(shared / "data" / "geo" / "geovirus.jsonl"):
        places = tuple(Mark(((m["start"], m["end"]),), "place") for m in row["mentions"])
        yield Example(f"geovirus/{row['id']}", row["text"], {"mention": places})


def with_places(examples: Iterator[Example], silver: Path) -> Iterator[Example]:
    """GeoVirus with persons and groups from silver; its own places overrule."""
    more = {e.id: e for e in read_silver(silver, prefix="geovirus")}
    for example in examples:
        other = more[example.id]
        taken = [m.pieces[0] for m in example.marks["mention"]]
        added = [
            m for m in other.marks["mention"]
            if m.label != "place" and not any(a < m.pieces[0][1] and m.pieces[0][0] < b for a, b in taken)
        ]  # fmt: skip
        yield replace(
            example, marks={**other.marks, "mention": (*example.marks["mention"], *added)}, silent=other.silent
        )  # fmt: skip


def read_gold(path: Path) -> Iterator[Example]:
    """Our own passages: everything is marked. What stands inside another's content comes apart."""
    for passage in load_passages(path):
        yield from gold_examples(passage)


def gold_examples(passage: GoldPassage) -> Iterator[Example]:
    """The passage with what stands in nobody's words; and each content that holds more, as a text."""
    yield _gold_example(passage, passage.id, None, Span(0, len(passage.text)))
    for number, outer in enumerate(passage.attributions):
        for content in outer.content:
            if any(a.inside == number and content.covers(a.cue) for a in passage.attributions):
                yield _gold_example(passage, f"{passage.id}/{number}", number, content)


def _level(passage: GoldPassage, inside: int | None, view: Span) -> Iterator[tuple[int, bool]]:
    """(number, whether it only cites) of the attributions that a reader of `view` alone would see.

    'X said, citing Y': Y stands inside X, though not in X's words; the words count as X's.
    """
    seen: set[int] = set()
    for _ in passage.attributions:  # parents may come after those inside them
        for number, said in enumerate(passage.attributions):
            if number in seen or not view.covers(said.cue):
                continue
            if said.inside == inside:
                seen.add(number)
                yield number, False
            elif said.inside in seen:
                outer = passage.attributions[said.inside]
                if not any(c.meets(said.cue) for c in outer.content):
                    seen.add(number)
                    yield number, set(said.content) == set(outer.content)


def _gold_example(passage: GoldPassage, given_id: str, inside: int | None, view: Span) -> Example:
    def runs(spans: Sequence[Span]) -> Pieces:
        return tuple((s.start - view.start, s.stop - view.start) for s in spans if view.covers(s))

    marks, content_cue, cue_source = [], [], []
    sorts: dict[str, list[Mark]] = {"stance": [], "basis": [], "kind": [], "naming": []}
    for number, cites in sorted(_level(passage, inside, view)):
        said = passage.attributions[number]
        cue, content = runs([said.cue]), () if cites else runs(said.content)
        source = runs([said.source]) if said.source is not None else ()
        marks += [Mark(cue, "cue"), Mark(source, "source"), Mark(content, "content")]
        sorts["stance"].append(Mark(cue, said.stance))
        sorts["basis"].append(Mark(cue, said.basis))
        sorts["kind"].append(Mark(source, said.kind))
        sorts["naming"].append(Mark(source, said.naming))
        if content:
            content_cue.append((content, cue))
        cue_source.append((cue, source or None))
    marks.sort(key=lambda m: ("cue", "source", "content").index(m.label))
    return Example(
        f"gold/{given_id}",
        view.of(passage.text),
        {
            "attribution": tuple(marks),
            **{name: tuple(found) for name, found in sorts.items()},
            "hedge": tuple(Mark(runs([h]), "hedge") for h, _ in passage.hedges if view.covers(h)),
            "mention": tuple(Mark(runs([s]), k) for s, k in passage.mentions if view.covers(s)),
        },
        {"content_cue": tuple(content_cue), "cue_source": tuple(cue_source)},
    )

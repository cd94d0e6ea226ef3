"""Reports with the spans of people and groups in, who is one within and across reports out.

python -m bench.people --data DOCS --out OUT [--mentions FILE] [--stories found|given|none]
                       [--topics 2,5] [--least SCORE] [--baseline]

python -m bench.people --data PEOPLE --out OUT [--half training|kept|all] [--errors KIND] [--pairs FILE]

OUT is in the form of tools/score_clusters.py: {"id", "chain", "cluster"} a line. What is read is the
product's: the bench gives spans their phrase and kind, as the reading of a whole report would, and
tells which reports are of one story. PEOPLE is gold of our own form (`bench.people_gold`): then the
whole way is read, nothing is given, and all that is told of people is scored (`bench.people_scores`).
"""

import argparse
import json
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from bench.people_gold import is_people_file
from bench.stories import find_stories
from sayso.annotate.parses import parse
from sayso.models import load_parser
from sayso.resolve.kindred import other_way, read_kin
from sayso.resolve.name.antecedents import find_antecedents
from sayso.resolve.name.callings import (
    calling_of,
    is_anyone,
    is_body,
    is_body_or_band,
    is_calling,
    is_many,
    is_sole,
)
from sayso.resolve.name.folding import fold_name
from sayso.resolve.name.keys import name_keys_held, name_keys_sought, short_keys
from sayso.resolve.name.likeness import compare_names, may_be_heard
from sayso.resolve.name.names import name_entities
from sayso.resolve.name.parts import gender_of_name, read_name
from sayso.resolve.name.persons import Someone, gather_people
from sayso.resolve.name.references import load_references
from sayso.resolve.name.scenes import Scene
from sayso.resolve.name.titles import rank_of
from sayso.resolve.parties import Register, load_register
from sayso.types import Mention, MentionKind, Span
from sayso.weigh.linked_figures import Figure, NameSense
from sayso.weigh.people import link_people

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Stories = Literal["given", "found", "none"]
_QUOTED = re.compile(r"“[^”\n]*(?:”|(?=\n)|$)|\"[^\"\n]*(?:\"|(?=\n)|$)")
_SAYING = frozenset(
    "say tell report announce add claim state confirm deny note warn argue admit".split()
)
_VAGUE = frozenset("dozens scores hundreds thousands several many others".split())
_PRONOUN_KINDS: Mapping[str, MentionKind] = {
    "plural": "crowd",
    "thing": "group",
    "relative_thing": "group",
}
_ARTICLE = re.compile(r"^(?:the|an?) ")
_OWNED = re.compile(r"(?:['’]s|(?<=s)['’])$")
_BEFORE = frozenset({"det", "poss", "amod", "compound", "nummod", "nmod", "quantmod", "advmod"})


@dataclass(frozen=True, slots=True)
class Options:
    """stories: whose word is taken for it; topics: only these, all if empty; least: of a link."""

    stories: Stories
    topics: frozenset[int]
    least: float


@dataclass(frozen=True, slots=True)
class Given:
    """A mention that the data marks, with its phrase and kind as read."""

    id: str
    mention: Mention
    speaks: bool


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the whole report tells of its words: those in small letters, and the last of persons' names."""

    plain: frozenset[str]
    persons: frozenset[str]


def _persons_in(parsed: "Doc") -> frozenset[str]:
    """Last words of names that the parser takes for a person's at least as often as for anything else."""
    votes: Counter[str] = Counter()
    for found in parsed.ents:
        parts = [token for token in found if token.tag_ != "POS"] or [found[0]]
        name = read_name(found.text)
        last = parts[-2] if name.suffix and len(parts) > 1 else parts[-1]
        weight = 2 if len(parts) > 1 else 1
        personal = found.label_ == "PERSON" or _looks_personal(found.text)
        votes[last.text] += weight if personal and last.tag_ != "NNPS" else -weight
    for chunk in _unread_names(parsed):
        votes[chunk] += 1
    return frozenset(word for word, told in votes.items() if told > 0)


def _unread_names(parsed: "Doc") -> Iterator[str]:
    """The last of two or three capitalised words in a row of which the parser makes nothing."""
    run: list[str] = []
    for token in (*parsed, None):
        if token is not None and token.pos_ == "PROPN" and not token.ent_type_ and token.is_title:
            run.append(token.text)
            continue
        if len(run) in {2, 3} and not any(is_body(word) or is_calling(word) for word in run):
            yield run[-1]
        run = []


def read_rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def give_mentions(rows: Sequence[Mapping[str, Any]], parsed: "Doc") -> list[Given]:
    """The marked spans of one report, and what else the parser finds there, in text order, each once."""
    seen = _Seen(frozenset(t.text for t in parsed if t.text.islower()), _persons_in(parsed))
    found: dict[Span, Given] = {}
    for row in rows:
        one = _given(row, parsed, seen)
        while one.mention.span in found:  # marked twice: a span of its own
            span = Span(one.mention.span.start, one.mention.span.stop + 1)
            one = replace(one, mention=replace(one.mention, span=span))
        found[one.mention.span] = one
    for one in _others(parsed, seen):
        if not any(one.mention.span.meets(span) for span in found):
            found[one.mention.span] = one
    return sorted(found.values(), key=lambda g: (g.mention.span.start, g.mention.span.stop))


def _given(row: Mapping[str, Any], parsed: "Doc", seen: _Seen) -> Given:
    start, stop = row["spans"][0][0], row["spans"][-1][1]
    marked = parsed.char_span(start, stop, alignment_mode="expand") or parsed[0:1]
    root = marked.root
    if root.tag_ == "POS":
        root = marked[-2] if len(marked) > 1 else root
    return _read(row["id"], parsed, Span(start, stop), root, seen)


def _others(parsed: "Doc", seen: _Seen) -> Iterator[Given]:
    """Names, and people by their calling, that the data leaves unmarked."""
    for found in parsed.ents:
        if found.label_ in {"PERSON", "ORG", "NORP"}:
            yield _read("", parsed, Span(found.start_char, found.end_char), found.root, seen)
    for token in parsed:
        if token.pos_ in {"NOUN", "PROPN"} and not token.ent_type_ and _is_of_people(token):
            yield _read("", parsed, Span(token.idx, token.idx + len(token)), token, seen)


def _is_of_people(noun: "Token") -> bool:
    """Whether a noun calls people what they are: by itself, or beside a name."""
    if is_calling(noun.lower_):
        return noun.pos_ == "NOUN"
    after = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    is_named = after is not None and (after.ent_type_ == "PERSON" or after.pos_ == "PROPN")
    if after is not None and is_named and noun.pos_ == "NOUN" and after.text.istitle():
        return True
    beside = noun.head if noun.dep_ == "appos" else None
    if noun.dep_ == "attr":
        beside = next((t for t in noun.head.lefts if t.dep_ == "nsubj"), None)
    return beside is not None and beside.ent_type_ == "PERSON"


def _read(id_: str, parsed: "Doc", marked: Span, head: "Token", seen: _Seen) -> Given:
    words = _OWNED.sub("", marked.of(parsed.text))
    kind = _kind(head, words, seen)
    start = marked.start
    if kind in {"role", "crowd"} or (kind == "group" and head.pos_ == "NOUN"):
        start = min(start, _start(head).idx)
    span = Span(start, marked.start + len(words))
    speaks = head.dep_ == "nsubj" and head.head.lemma_ in _SAYING
    return Given(id_, Mention(span, kind, span.of(parsed.text)), speaks)


def _looks_personal(words: str) -> bool:
    """Whether only a person is called so: with an initial, or Jr. behind."""
    name = read_name(words)
    is_initial = any(len(word) == 1 for word in name.given) and len(name.surname) > 2
    return bool(name.given) and (is_initial or name.suffix is not None)


def _start(head: "Token") -> "Token":
    """The first word of the phrase that ends in a noun, names before it left out."""
    first = head
    for left in reversed(list(head.lefts)):
        if (
            left.dep_ not in _BEFORE
            or left.ent_type_ == "PERSON"
            or left.right_edge.i != first.i - 1
        ):
            break
        first = left.left_edge
    return first


def _kind(head: "Token", words: str, seen: _Seen) -> MentionKind:
    sort = load_references().pronouns.get(words.lower())
    if sort is not None:
        return _PRONOUN_KINDS.get(sort, "person")
    noun = head.lower_
    if head.pos_ == "NUM" or head.like_num or noun in _VAGUE:
        return "crowd"
    is_plain = noun in seen.plain or is_calling(noun)  # capitals of a headline name nobody
    is_title = is_calling(noun) and not is_body(noun)
    is_name = not is_plain or (len(words.split()) > 1 and head.pos_ == "PROPN" and not is_title)
    if any(c.isupper() for c in words) and is_name:
        is_one = head.tag_ != "NNPS" and (head.text in seen.persons or _looks_personal(words))
        return "person" if is_one else "group"
    if is_many(noun):
        return "crowd"
    return "group" if is_body(noun) else "role"


def gather(
    doc: Mapping[str, Any], given: Sequence[Given], register: Register
) -> tuple[Someone, ...]:
    """Who is who within one report."""
    text = doc["text"]
    scene = Scene(
        text=text,
        starts=tuple(start for _, start, _ in doc["sents"]),
        attributions=(),
        quotations=tuple(Span(*m.span()) for m in _QUOTED.finditer(text)),
        headlines=(),
        in_passing=(),
    )
    named = name_entities([g.mention for g in given], register)
    return gather_people(named, find_antecedents(named, scene), text)


def sense() -> NameSense:
    """The product's comparing of names, as linking wants it."""
    return NameSense(
        compare_names, name_keys_held, name_keys_sought, short_keys, calling_of,
        read_kin, other_way, gender_of_name,
    is_body_or_band, is_sole, rank_of, is_anyone, may_be_heard,
    )  # fmt: skip


def figures_of(
    doc: str, story: str | None, given: Sequence[Given], people: Iterable[Someone]
) -> Iterator[Figure]:
    """The people of one report as linking wants them."""
    for number, one in enumerate(people):
        speaks = any(given[n].speaks for n in one.mentions)
        yield Figure(
            id=f"{doc}/{number}",
            report=doc,
            kind=one.kind,
            names=one.names,
            callings=one.callings,
            gender=one.gender,
            story=story,
            is_source=speaks and not one.names,
        )


def write_clusters(data: Path, mentions: Path, out: Path, options: Options) -> int:
    """Write one line a mention; how many."""
    docs = read_docs(data, options)
    rows, stories = people_rows(mentions), stories_of(docs, options.stories)
    nlp, register = load_parser(), load_register()
    figures: list[Figure] = []
    placed: list[dict[str, str]] = []
    for doc in docs:
        if doc["id"] not in rows:
            continue
        given = give_mentions(rows[doc["id"]], parse(doc["text"], (), nlp))
        people = gather(doc, given, register)
        made = list(figures_of(doc["id"], stories.get(doc["id"]), given, people))
        figures += made
        chains = {row["id"]: row["chain"] for row in rows[doc["id"]]}
        for figure, one in zip(made, people, strict=True):
            marked = [given[n].id for n in one.mentions if given[n].id]
            placed += [{"id": m, "chain": chains[m], "within": figure.id} for m in marked]
    started = time.process_time()
    linked = link_people(figures, sense(), least=options.least)
    print(f"{len(figures)} figures linked in {time.process_time() - started:.2f} CPU-s")
    of = {id_: cluster for cluster, members in linked.clusters.items() for id_ in members}
    return write_lines(out, ({**line, "cluster": of[line["within"]]} for line in placed))


def write_baseline(data: Path, mentions: Path, out: Path, options: Options) -> int:
    """The same by equal words alone, without article and mark of ownership, within a story."""
    docs = read_docs(data, options)
    rows, stories = people_rows(mentions), stories_of(docs, options.stories)

    def line(doc: str, row: Mapping[str, Any]) -> dict[str, str]:
        words = _ARTICLE.sub("", _OWNED.sub("", fold_name(row["text"])))
        label = {"within": f"{doc}/{words}", "cluster": f"{stories.get(doc)}/{words}"}
        return {"id": row["id"], "chain": row["chain"], **label}

    return write_lines(out, (line(d["id"], row) for d in docs for row in rows.get(d["id"], ())))


def write_lines(out: Path, lines: Iterable[Mapping[str, str]]) -> int:
    written = 0
    with out.open("w", encoding="utf-8") as stream:
        for line in lines:
            stream.write(f"{json.dumps(line)}\n")
            written += 1
    return written


def read_docs(data: Path, options: Options) -> list[dict[str, Any]]:
    return [d for d in read_rows(data) if not options.topics or d["topic"] in options.topics]


def people_rows(path: Path) -> Mapping[str, list[dict[str, Any]]]:
    """The mentions of people and groups by report."""
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in read_rows(path):
        if row["type"].startswith("HUM"):
            rows[row["doc"]].append(row)
    return rows


def stories_of(docs: Sequence[Mapping[str, Any]], stories: Stories) -> Mapping[str, str]:
    if stories == "none":
        return {}
    if stories == "given":
        return {d["id"]: d["story"] for d in docs}
    return find_stories({d["id"]: d["text"] for d in docs})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--mentions", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--stories", choices=["found", "given", "none"], default="found")
    parser.add_argument("--topics", type=_numbers, default=frozenset())
    parser.add_argument("--least", type=float, default=0.5)
    parser.add_argument("--baseline", action="store_true")
    parser.add_argument("--half", choices=["training", "kept", "all"], default="all")
    parser.add_argument("--errors", default="", help="of the training half alone")
    parser.add_argument("--pairs", type=Path, nargs="*", default=[])
    args = parser.parse_args()
    if is_people_file(args.data):
        from bench.people_report import report_people  # here: it asks for the whole program

        report_people([args.data, *args.pairs], args.out, half=args.half, errors=args.errors)
        return
    mentions = args.mentions or args.data.with_name("entity_mentions.jsonl")
    if not mentions.exists():
        sys.exit(
            f"{mentions} is not there: give the mentions of these reports with --mentions FILE"
        )
    write = write_baseline if args.baseline else write_clusters
    options = Options(args.stories, args.topics, args.least)
    print(f"{write(args.data, mentions, args.out, options)} mentions")


def _numbers(words: str) -> frozenset[int]:
    return frozenset(int(word) for word in words.split(","))


if __name__ == "__main__":
    main()

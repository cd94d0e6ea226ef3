"""`python -m bench.copies --docs F --out F`: pairs of texts that share text, as their scorer reads them.

Each line of the texts: id and text; outlet, url and published where there are any.
`--speed N` instead makes N reports by edits of invented text and times the search.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sayso.weigh.copies import ShingleIndex, find_copies, link
from sayso.weigh.texts import Text, read_text

Row = Mapping[str, Any]


def read_texts(path: Path) -> Iterator[Text]:
    with path.open(encoding="utf-8") as lines:
        for row in (json.loads(line) for line in lines if line.strip()):
            yield read_text(
                row["id"],
                row["text"],
                row.get("outlet"),
                row.get("url"),
                published=row.get("published"),
            )


def find_pairs(texts: list[Text]) -> Iterator[Row]:
    for found in find_copies(texts):
        yield {"a": found.a, "b": found.b, "label": found.label}


def make_reports(count: int, words: int = 300) -> Iterator[tuple[str, str]]:
    """Id and text of invented reports: four of five are edits of one of the last 60."""
    chance = random.Random(7)
    letters = "abdegiklmnoprstuv"
    vocabulary = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(30_000)]
    weights = [1 / (rank + 10) for rank in range(len(vocabulary))]
    recent: list[list[str]] = []
    for number in range(count):
        if number % 5 and recent:
            sentences = edit(chance.choice(recent[-60:]), chance, vocabulary)
        else:
            drawn = chance.choices(vocabulary, weights, k=words)
            sentences = [" ".join(drawn[at : at + 20]) for at in range(0, words, 20)]
            sentences[3] = f'"{sentences[3]}," he said'
        recent.append(sentences)
        yield f"r{number:06}", ".\n".join(sentences)


def edit(sentences: list[str], chance: random.Random, vocabulary: list[str]) -> list[str]:
    """The text with a new head, a sentence dropped, one added, and some words replaced."""
    edited = [*sentences]
    edited[0] = " ".join(chance.choices(vocabulary, k=9))
    del edited[chance.randrange(1, len(edited))]
    edited.insert(chance.randrange(len(edited)), " ".join(chance.choices(vocabulary, k=20)))
    at = chance.randrange(len(edited))
    edited[at] = edited[at].replace(" ", f" {chance.choice(vocabulary)} ", 1)
    return edited


def time_search(count: int) -> str:
    made = list(make_reports(count))
    start = time.process_time()
    texts = [read_text(id_, text, published="2031-03-01") for id_, text in made]
    read = time.process_time()
    links = find_copies(texts)
    found = time.process_time()
    index = ShingleIndex(texts[:-1])
    before = time.process_time()
    late = read_text(*made[-1], published="2031-03-01")
    index.add(late)
    link(late, index.candidates(late))
    added = time.process_time() - before
    rate = count / (found - start)
    return (
        f"{count} reports: words {read - start:.2f} s, candidates and judging {found - read:.2f} s, "
        f"{rate:.0f} reports per CPU-second, {len(links)} links; one more: {1000 * added:.1f} ms"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--docs", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--speed", type=int, metavar="N")
    given = parser.parse_args()
    if given.speed:
        print(time_search(given.speed))
    elif given.docs and given.out:
        rows = find_pairs(list(read_texts(given.docs)))
        given.out.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    else:
        parser.error("give --docs and --out, or --speed")


if __name__ == "__main__":
    main()

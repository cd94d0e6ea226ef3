"""Texts in, the cost of the encoder beside the parser, in one process and one run.

    python -m bench.encoder --data FILE [--limit N]

Texts are cut to 600 words; CPU-seconds of this process, the best of three.
"""

import argparse
import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from sayso.annotate.saying.sayings import find_marked, find_sayings
from sayso.models import load_parser
from sayso.run.local import load_encoder

WORDS = 600
TRIES = 3


def texts_of(data: Path, limit: int) -> list[str]:
    """The first texts that are long enough, cut after their 600th word."""
    found: list[str] = []
    with data.open(encoding="utf-8") as lines:
        for line in lines:
            words = json.loads(line)["text"].split(" ")
            if len(words) >= WORDS and len(found) < limit:
                found.append(" ".join(words[:WORDS]))
    return found


def per_second(read: Callable[[str], object], texts: Sequence[str]) -> float:
    """Texts per CPU-second, the best of three runs."""
    best = 0.0
    for _ in range(TRIES):
        start = time.process_time()
        for text in texts:
            read(text)
        best = max(best, len(texts) / (time.process_time() - start))
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--limit", type=int, default=20)
    args = parser.parse_args()
    texts = texts_of(args.data, args.limit)
    start = time.process_time()
    encoder = load_encoder()
    print(f"loading the weights: {time.process_time() - start:.2f} s")
    nlp = load_parser()

    def read_all(text: str) -> object:
        answers = encoder.read(text)
        marked = [find_marked(answers, encoder, name) for name in ("mention", "hedge")]
        return marked, find_sayings(text, answers, encoder)

    rows = (
        ("encoder, one pass over the text", encoder.read),
        ("encoder, all heads decoded and contents read again", read_all),
        ("spaCy tagger and parser", nlp),
    )
    for name, read in rows:
        print(f"{name:<52} {per_second(read, texts):6.1f} reports of {WORDS} words a CPU-second")


if __name__ == "__main__":
    main()

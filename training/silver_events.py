"""What the rules see in the training texts, as a first teacher of events.

    python -m training.silver_events --shared DIR --out FILE

Writes one line a text: each event's trigger, type and modality. `silent` are the other words that
could tell one: the rules know few words, so what they pass over teaches nothing.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.annotate.parses import parse
from sayso.event_types import load_event_types
from sayso.flow import Reader, understand
from sayso.read.reports import About, make_report
from sayso.run.local import Setup, load_reader
from training import silver
from training.sets import rows_of

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


def texts(shared: Path) -> Iterator[tuple[str, str]]:
    """(id, text): all of MUC-4's messages, and the other texts of the mentions' silver."""
    for row in rows_of(shared / "data" / "muc4" / "train.jsonl"):
        yield f"muc4/{row['docid']}", row["text_truecased"]
    for number, (given_id, text, _) in enumerate(silver.texts(shared)):
        if given_id.startswith(("ecbplus/", "wikiwars/")) or (
            given_id.startswith("polnear/") and number % 8 == 0
        ):
            yield given_id, text


def silver_row(given_id: str, text: str, reader: Reader) -> dict[str, Any]:
    """The events of one text; states of persons are left to their own finder."""
    report = make_report(text, About(), raw_digest="", reader="silver")
    kinds = load_event_types()
    found = [
        [e.trigger.start, e.trigger.stop, e.type, e.modality]
        for e in understand(report, reader).events
        if not kinds[e.type].is_state
    ]
    doc = parse(report.text, report.passages, reader.nlp)
    silent = [[t.idx, t.idx + len(t)] for t in doc if t.pos_ in CONTENT]
    return {"id": given_id, "text": report.text, "events": found, "silent": silent}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    reader = load_reader(Setup())
    with args.out.open("w", encoding="utf-8") as stream:
        for given_id, text in texts(args.shared):
            stream.write(json.dumps(silver_row(given_id, text, reader), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()

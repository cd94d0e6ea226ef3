"""The training sets of events: each a file of developer data in, `Example`s out."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.tokens import read_targets
from training.examples import Example, Mark
from training.sets import rows_of

INCIDENT_ROLES = {
    "PerpInd": "perp_individual",
    "PerpOrg": "perp_org",
    "Target": "target",
    "Victim": "victim",
    "VictimDesc": "victim",
    "Weapon": "weapon",
}
FACTUALITY = ("uds_ih2", "meantime", "megaveridicality", "commitmentbank")


def read_muc4(shared: Path) -> Iterator[Example]:
    """MUC-4's messages with every mention of what fills a role of an incident."""
    for row in rows_of(shared / "data" / "muc4" / "train.jsonl"):
        yield muc4_example(row)


def muc4_example(row: dict[str, Any]) -> Example:
    found = sorted(
        (-(stop - start), start, stop, label)
        for role, label in INCIDENT_ROLES.items()
        for entity in row["roles"][role]
        for spans in entity["spans"].values()
        for start, stop in spans
    )
    marks = tuple(Mark(((start, stop),), label) for _, start, stop, label in found)
    return Example(row["docid"], row["text_truecased"], {"incident": marks})


def read_factuality(shared: Path, name: str) -> Iterator[Example]:
    """Sentences in which annotators said how sure it is that an event happened, -3 to 3."""
    for row in rows_of(shared / "data" / "factuality" / f"{name}.train.jsonl"):
        yield factuality_example(row)


def factuality_example(row: dict[str, Any]) -> Example:
    text, asked = read_targets(row)
    marks = tuple(
        Mark(((span.start, span.stop),), str(target["label"]))
        for span, target in zip(asked, row["targets"], strict=True)
    )
    return Example(row["id"], text, {"factuality": marks})

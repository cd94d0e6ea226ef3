"""`python -m bench.lineage --docs F --out F`: parent and changed numbers, as their scorer reads them.

Each line of the texts: id, outlet, published, text; url where there is one.
"""

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.copies import read_texts
from sayso.weigh.lineages import find_lineage


def trace(docs: Path) -> Iterator[Mapping[str, Any]]:
    for descent in find_lineage(read_texts(docs)):
        changed = [{"old": one.old, "new": one.new} for one in descent.changed]
        yield {"id": descent.id, "parent": descent.parent, "changed": changed}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--docs", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    rows = "".join(json.dumps(row) + "\n" for row in trace(given.docs))
    given.out.write_text(rows, encoding="utf-8")


if __name__ == "__main__":
    main()

"""`bench/floors.toml` and the developer data in; whether every floor holds, out.

    python -m bench.floors --shared DIR [--only NAME]

Exit code 1 if a floor is missed or the data are not those it was set on. Without the data there
is nothing to measure: it says so and ends well.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def check(name: str, row: Mapping[str, Any], shared: Path) -> bool:
    """Run one measurement and compare; prints a line a score."""
    data = shared / row["data"]
    digest = hashlib.sha256(data.read_bytes()).hexdigest()
    if digest != row["sha256"]:
        print(f"{name}: {row['data']} is not the data the floor was set on ({digest})")
        return False
    scores = measure(row, shared, data)
    held = True
    for key, floor in row["floors"].items():
        value = find(scores, key)
        held &= value >= floor
        print(f"{name}: {key} {value:.3f} (floor {floor}){'' if value >= floor else '  MISSED'}")
    return held


def measure(row: Mapping[str, Any], shared: Path, data: Path) -> Mapping[str, Any]:
    """Write predictions with our code, score them with the set's own scorer."""
    with tempfile.TemporaryDirectory() as folder:
        names = {
            "data": str(data),
            "gold": str(shared / row.get("gold", row["data"])),
            "out": f"{folder}/out.jsonl",
            "json": f"{folder}/scores.json",
        }
        run = [part.format(**names) for part in row["run"]]
        subprocess.run([sys.executable, "-m", *run], check=True, stdout=subprocess.DEVNULL)
        scorer, *rest = (part.format(**names) for part in row["score"])
        command = [sys.executable, str(shared / scorer), *rest]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        written = Path(names["json"])
        found: Mapping[str, Any] = json.loads(
            written.read_text() if written.exists() else done.stdout
        )
        return found


def find(scores: Mapping[str, Any], path: str) -> float:
    """The number at a dotted path; a whole number indexes a list."""
    value: Any = scores
    for key in path.split("."):
        value = value[int(key) if isinstance(value, list) else key]
    return float(value)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--only")
    args = parser.parse_args()
    table = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))
    rows = {name: row for name, row in table.items() if args.only in (None, name)}
    if not (args.shared / "data").is_dir():
        print("no developer data beside the checkout: no floor was measured")
        return
    held = [check(name, row, args.shared) for name, row in rows.items()]
    if not all(held):
        sys.exit(1)
    print(f"{sum(held)} of {len(held)} measurements hold their floors")


if __name__ == "__main__":
    main()

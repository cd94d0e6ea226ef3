"""What the gazetteer costs: an import of a made dump, and lookups without and with it.

python -m bench.gazetteer [--lines 300000]
"""

import argparse
import random
import tempfile
import time
from pathlib import Path

from sayso.resolve.place.gazetteer import open_gazetteer
from sayso.resolve.place.imports import Dump, import_dump
from sayso.resolve.place.tables import DATA

SYLLABLES = (
    "ka bu la ma ri to ve sha dar ne go ki lu pe za qo ra mi du so ha wa ter lin bor".split()
)
# About as a dump has them: half populated places, the rest waters, heights, buildings.
FEATURES = ["P\tPPL"] * 10 + ["H\tSTM"] * 3 + ["T\tMT"] * 2 + ["S\tSCH"] * 3 + ["L\tLCTY"] * 2
NAMES = (
    "Kabul",
    "Tripoli",
    "Springfield",
    "Nowhere at all",
    "Aleppo",
    "San Jose",
    "Donbas",
    "N.Y.",
)


def make_dump(path: Path, lines: int) -> None:
    """Write places of invented names, thirty provinces first; the same for the same number."""
    draw = random.Random(4)

    def word() -> str:
        return "".join(draw.choice(SYLLABLES) for _ in range(draw.randint(2, 4))).capitalize()

    with path.open("w", encoding="utf-8") as out:
        for number in range(1, lines + 1):
            name, others = word(), [word() for _ in range(draw.choice([0, 0, 0, 1, 2, 4]))]
            feature = draw.choice(FEATURES) if number > 30 else "A\tADM1"
            point = f"{draw.uniform(-60, 70):.5f}\t{draw.uniform(-180, 180):.5f}"
            province = number if number <= 30 else draw.randint(1, 30)
            out.write(
                f"{90_000_000 + number}\t{name}\t{name}\t{','.join(others)}\t{point}\t{feature}"
                f"\tAF\t\t{province:02d}\t\t\t\t{draw.choice([0, 0, 120])}\t\t9\tAsia/Kabul\t2031\n"
            )


def lookups_per_second(*extra: Path, rounds: int = 1000) -> float:
    with open_gazetteer(extra) as gazetteer:
        start = time.process_time()
        for _ in range(rounds):
            for name in NAMES:
                gazetteer.named(name)
        return rounds * len(NAMES) / (time.process_time() - start)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=300_000)
    lines = parser.parse_args().lines
    with tempfile.TemporaryDirectory() as folder:
        dump, target = Path(folder, "dump.txt"), Path(folder, "places.sqlite")
        make_dump(dump, lines)
        start = time.process_time()
        for _ in import_dump(Dump(dump), target):
            pass
        spent = time.process_time() - start
        print(f"bundled file: {(DATA / 'gazetteer.sqlite').stat().st_size / 1e6:.1f} MB")
        print(f"import: {lines:,} lines, {lines / spent:,.0f} lines per CPU-second")
        print(f"imported file: {target.stat().st_size / 1e6:.1f} MB")
        print(f"lookups per CPU-second, bundled alone: {lookups_per_second():,.0f}")
        print(f"lookups per CPU-second, with the import: {lookups_per_second(target):,.0f}")


if __name__ == "__main__":
    main()

"""Two trainings of one line in, the mean of their weights out: what the later learnt, less forgotten.

python -m training.average --earlier DIR --later DIR --share 0.35 --out DIR

share: of the later one; heads that the earlier did not have are the later's
"""

import argparse
import json
from pathlib import Path

import torch


def average(earlier: Path, later: Path, out: Path, *, share: float) -> None:
    """Write reader.pt, and the later one's plan.json with the share."""
    before, after = torch.load(earlier / "reader.pt"), torch.load(later / "reader.pt")
    mean = {
        name: share * weights + (1 - share) * before[name]
        if name in before and before[name].shape == weights.shape
        else weights
        for name, weights in after.items()
    }
    out.mkdir(parents=True, exist_ok=True)
    torch.save(mean, out / "reader.pt")
    plan = json.loads((later / "plan.json").read_text())
    (out / "plan.json").write_text(json.dumps(plan | {"share": share}, indent=1) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--earlier", type=Path, required=True)
    parser.add_argument("--later", type=Path, required=True)
    parser.add_argument("--share", type=float, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    average(args.earlier, args.later, args.out, share=args.share)


if __name__ == "__main__":
    main()

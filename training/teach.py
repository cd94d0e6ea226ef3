"""Let a trained teacher answer the training texts, for a student to learn from.

    python -m training.teach --trained DIR --folder DIR --out DIR --sets polnear_plain,muc4,ecbplus

Each text is cut into windows twice, differently; `NAME-0.pickle` and `NAME-1.pickle` hold the
windows of a set with the teacher's shares for the attribution heads and, where there are any,
the annotators' labels for all heads.
"""

import argparse
import pickle
import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from training.encoder import Reader
from training.heads import ATTRIBUTION, CONTENT_CUE, CUE_SOURCE, HEADS, Link
from training.look import load_trained
from training.samples import Sample, batches_of, join, samples_of
from training.tasks import Ground, load_examples
from training.train import load_tokenizer

CUTS = 2
LEAST = 0.3  # share of a label from which a word's links are taught


def answer(reader: Reader, samples: Sequence[Sample]) -> None:
    """Add the teacher's shares to a batch of windows."""
    batch = join(samples, masked=0.0, chance=np.random.default_rng(0))
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        found = reader(batch.ids, batch.flags, batch.lengths)
        links = {
            head: reader.outputs[head.name].score(
                found[f"{head.name}.of"], found[f"{head.name}.to"]
            )
            for head in (CONTENT_CUE, CUE_SOURCE)
        }
    shares = found[ATTRIBUTION.name].float().log_softmax(-1)
    for row, sample in enumerate(samples):
        length = len(sample.ids)
        sample.soft[ATTRIBUTION.name] = shares[row, :length].numpy().astype(np.float16)
        for head, scores in links.items():
            sample.soft_pairs[head.name] = _links(head, sample, shares[row], scores[row].float())


def _links(
    head: Link, sample: Sample, shares: torch.Tensor, scores: torch.Tensor
) -> tuple[np.ndarray, np.ndarray]:
    """Where each word that may carry `from_label` hangs: (places, shares over the window)."""
    number = ATTRIBUTION.labels.index(head.from_label)
    of_label = shares[: len(sample.ids), 1 + 2 * number : 3 + 2 * number].exp().sum(-1).numpy()
    places = np.flatnonzero((of_label >= LEAST) & sample.candidates)
    places = places[places > 0]
    allowed = torch.from_numpy(sample.candidates)
    given = scores[places][:, : len(sample.ids)].masked_fill(~allowed, -1e4).softmax(-1)
    return places, given.numpy().astype(np.float16)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trained", type=Path, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--silver", type=Path, default=Path("build/silver"))
    parser.add_argument("--gold", type=Path, default=Path("bench/gold"))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--sets", default="polnear,muc4,ecbplus,wikiwars")
    parser.add_argument("--part", default="0/1", help="which share of the texts, for two at once")
    args = parser.parse_args()
    torch.set_num_threads(1)
    args.out.mkdir(parents=True, exist_ok=True)
    reader = load_trained(args.trained, args.folder)
    tokenizer = load_tokenizer(args.folder)
    part, parts = map(int, args.part.split("/"))
    for name in args.sets.split(","):
        examples = load_examples(Ground(args.shared, args.silver, args.gold), [name])[part::parts]
        for cut in range(CUTS):
            start, chance = time.time(), random.Random(f"{name}/{cut}/{part}")
            drawn = [e for e in examples if chance.random() < e.weight]
            samples = [s for e in drawn for s in samples_of(e, tokenizer, HEADS, chance=chance)]
            for batch in batches_of(samples, pieces=2048, chance=chance):
                answer(reader, batch)
            path = args.out / f"{name}.{part}-{cut}.pickle"
            path.write_bytes(pickle.dumps(samples, protocol=5))
            print(f"{path.name}: {len(samples)} windows, {time.time() - start:.0f} s", flush=True)


if __name__ == "__main__":
    main()

"""Train the encoder: `python -m training.train --out DIR`, resumed where DIR has a checkpoint.

Each process trains on its share of the texts; every few steps their weights are averaged.
"""

import argparse
import json
import pickle
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, distributed, multiprocessing
from torch.nn import functional

from training.encoder import Reader, load_minilm, load_mpnet
from training.examples import Example
from training.heads import HEADS, THOUSAND, Link, Scale, Sort
from training.samples import SILENT, Batch, Sample, batches_of, join, samples_of
from training.tasks import Ground, load_examples

WARM_UP = 40  # steps
AVERAGE_EVERY = 8  # steps
SAVE_EVERY = 100  # steps
MASKED = 0.03  # share of pieces hidden
LINK_WEIGHT = 0.7
SCALE_WEIGHT = 1.5
SORT_WEIGHT = 3.0  # few words are sorted, and the loss is per piece


@dataclass(frozen=True, slots=True)
class Plan:
    """All that decides what training gives. rate: of the topmost layer; decay: per layer down."""

    base: str
    folder: str
    shared: str
    silver: str
    gold: str
    out: str
    sets: tuple[str, ...]
    soft: str | None
    epochs: int
    rate: float
    decay: float
    pieces: int
    seed: int
    processes: int
    start: str | None = None
    only: tuple[str, ...] = ()
    event_gold_lines: int | None = None
    event_sets_lines: int | None = None


def load_reader(base: str, folder: Path) -> Reader:
    """An untrained reader on a pretrained encoder."""
    return Reader((load_mpnet if base == "mpnet" else load_minilm)(folder), HEADS)


def load_tokenizer(folder: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def balance(samples: Sequence[Sample]) -> dict[str, Tensor]:
    """By sorting head, how much each label counts: the rare ones more, by the root of how rare."""
    found = {}
    for head in HEADS:
        if isinstance(head, Sort):
            given = [s.labels[head.name] for s in samples if head.name in s.labels]
            labels = np.concatenate([g[g >= 0] for g in given] or [np.zeros(0, np.int64)])
            counts = np.bincount(labels, minlength=len(head.labels)).clip(min=1)
            even = np.sqrt(counts.sum() / len(counts) / counts).clip(0.3, 4.0)
            found[head.name] = torch.tensor(even, dtype=torch.float32)
    return found


def loss_of(reader: Reader, batch: Batch, weights: Mapping[str, Tensor]) -> Tensor:
    """Every head's loss over what the batch teaches it, per piece of the batch.

    weights: by sorting head, from `balance`
    """
    found = reader(batch.ids, batch.flags, batch.lengths)
    total = batch.lengths.sum()
    losses = [torch.zeros(())]
    for head in reader.heads:
        if isinstance(head, Link):
            losses += [LINK_WEIGHT * loss for loss in _link_losses(reader, head, found, batch)]
            continue
        if isinstance(head, Scale):
            losses += [SCALE_WEIGHT * loss for loss in _scale_losses(head, found, batch)]
            continue
        weight = SORT_WEIGHT if isinstance(head, Sort) else 1.0
        logits = found[head.name].float()
        if head.name in batch.labels:
            wanted = batch.labels[head.name]
            losses.append(
                weight * functional.cross_entropy(
                    logits.flatten(0, 1), wanted.flatten(), weights.get(head.name),
                    ignore_index=SILENT, reduction="sum",
                )
            )  # fmt: skip
        if head.name in batch.soft:
            soft = batch.soft[head.name]
            spoken = soft[..., 0] <= 0
            losses.append(
                -(soft.exp() * logits.log_softmax(-1)).sum(-1).masked_fill(~spoken, 0.0).sum()
            )
    return torch.stack(losses).sum() / total


def _scale_losses(head: Scale, found: dict[str, Tensor], batch: Batch) -> Iterator[Tensor]:
    if head.name in batch.labels:
        wanted = batch.labels[head.name]
        spoken = wanted != SILENT
        yield functional.smooth_l1_loss(
            found[head.name].float().squeeze(-1)[spoken],
            wanted[spoken].float() / THOUSAND + head.low,
            reduction="sum",
        )


def _link_losses(
    reader: Reader, head: Link, found: dict[str, Tensor], batch: Batch
) -> Iterator[Tensor]:
    for given, is_soft in ((batch.pairs, False), (batch.soft_pairs, True)):
        if head.name not in given:
            continue
        rows, places, wanted = given[head.name]
        of, to = found[f"{head.name}.of"], found[f"{head.name}.to"]
        scores = reader.outputs[head.name].score(of, to)[rows, places].float()
        shares = scores.masked_fill(~batch.candidates[rows], -1e4).log_softmax(-1)
        if is_soft:
            yield -(wanted * shares).sum()
        else:
            yield -shares.masked_fill(~wanted, -1e4).logsumexp(-1).sum()


def parameter_groups(reader: Reader, plan: Plan) -> list[dict[str, Any]]:
    """Lower layers learn more slowly; heads and flags fastest. Of `only` some heads, only they learn."""
    if plan.only:
        chosen = [p for name in plan.only for p in reader.outputs[name].parameters()]
        reader.requires_grad_(False)
        for parameter in chosen:
            parameter.requires_grad_(True)
        return [{"params": chosen, "lr": 1e-3}]
    layers = len(reader.encoder.layers)
    groups: list[dict[str, Any]] = []
    for number, layer in enumerate(reader.encoder.layers):
        rate = plan.rate * plan.decay ** (layers - 1 - number)
        groups.append({"params": list(layer.parameters()), "lr": rate})
    low = [*reader.encoder.norm.parameters(), reader.encoder.positions.weight]
    groups.append({"params": low, "lr": plan.rate * plan.decay**layers})
    new = [*reader.outputs.parameters(), reader.encoder.flags.weight]
    groups.append({"params": new, "lr": 1e-3 if plan.base == "minilm" else 5e-4})
    return groups


def epoch_samples(plan: Plan, number: int, tokenizer: Tokenizer, share: slice) -> list[Sample]:
    """The windows of one epoch for one process: cut anew, or as a teacher has answered them."""
    chance = random.Random(f"{plan.seed}/{number}")
    found: list[Sample] = []
    if plan.soft is not None:
        for path in sorted(Path(plan.soft).glob(f"*-{number % 2}.pickle")):
            found += pickle.loads(path.read_bytes())[share]
    ground = Ground(
        Path(plan.shared),
        Path(plan.silver),
        Path(plan.gold),
        plan.event_gold_lines,
        plan.event_sets_lines,
    )
    examples = list(_draw(load_examples(ground, plan.sets), chance))
    for example in examples[share]:
        found += samples_of(example, tokenizer, HEADS, chance=chance)
    return found


def _draw(examples: Sequence[Example], chance: random.Random) -> Iterator[Example]:
    """Each example as often as its weight says; a fraction is a chance."""
    for example in examples:
        for _ in range(int(example.weight + chance.random())):
            yield example


def train(rank: int, plan: Plan) -> None:
    """One process of the training."""
    torch.set_num_threads(1)
    torch.manual_seed(plan.seed)
    if plan.processes > 1:
        distributed.init_process_group(
            "gloo",
            init_method=f"file://{plan.out}/rendezvous",
            rank=rank,
            world_size=plan.processes,
        )
    tokenizer = load_tokenizer(Path(plan.folder))
    reader = load_reader(plan.base, Path(plan.folder))
    if plan.start is not None:
        _start_from(Path(plan.start), reader)
    optimizer = torch.optim.AdamW(
        parameter_groups(reader, plan), betas=(0.9, 0.98), weight_decay=0.01, fused=True
    )
    highest = [group["lr"] for group in optimizer.param_groups]
    share = slice(rank, None, plan.processes)
    done, total, log = 0, 0, Path(plan.out) / f"log-{rank}.txt"
    saved = Path(plan.out) / f"checkpoint-{rank}.pt"
    resume_at = _resume(saved, reader, optimizer) if saved.exists() else 0
    for epoch in range(plan.epochs):
        samples = epoch_samples(plan, epoch, tokenizer, share)
        weights = balance(samples)
        order = random.Random(f"{plan.seed}/{epoch}/{rank}")
        batches = batches_of(samples, pieces=plan.pieces, chance=order)
        steps = _least(len(batches), plan)
        total = total or steps * plan.epochs
        shown, since = [], time.time()
        for batch in batches[:steps]:
            done += 1
            if done <= resume_at:
                continue
            slope = min(done / WARM_UP, max(0.0, (total - done) / (total - WARM_UP)))
            for group, rate in zip(optimizer.param_groups, highest, strict=True):
                group["lr"] = rate * slope
            hiding = np.random.default_rng((plan.seed, done, rank))
            joined = join(batch, masked=MASKED, chance=hiding)
            shown.append(_step(reader, optimizer, joined, weights))
            if done % AVERAGE_EVERY == 0:
                _average(reader, plan)
            if done % 20 == 0:
                with log.open("a") as stream:
                    loss, spent = np.mean(shown[-20:]), time.time() - since
                    stream.write(
                        f"epoch {epoch} step {done}/{total} loss {loss:.4f} {spent:.0f}s\n"
                    )
            if done % SAVE_EVERY == 0:
                _save(saved, reader, optimizer, done)
    _average(reader, plan)
    if rank == 0:
        torch.save(reader.state_dict(), Path(plan.out) / "reader.pt")
        (Path(plan.out) / "plan.json").write_text(json.dumps(asdict(plan), indent=1) + "\n")


def _step(
    reader: Reader, optimizer: torch.optim.Optimizer, batch: Batch, weights: Mapping[str, Tensor]
) -> float:
    reader.train()
    with torch.autocast("cpu", torch.bfloat16):
        loss = loss_of(reader, batch, weights)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad()
    return float(loss.detach())


def _least(count: int, plan: Plan) -> int:
    if plan.processes == 1:
        return count
    counts = torch.tensor([count])
    distributed.all_reduce(counts, distributed.ReduceOp.MIN)
    return int(counts)


def _average(reader: Reader, plan: Plan) -> None:
    if plan.processes == 1:
        return
    with torch.no_grad():
        parts = [p for p in reader.parameters() if p.requires_grad]
        flat = torch.cat([p.view(-1) for p in parts])
        distributed.all_reduce(flat)
        flat /= plan.processes
        torch.nn.utils.vector_to_parameters(flat, parts)


def _save(path: Path, reader: Reader, optimizer: torch.optim.Optimizer, done: int) -> None:
    state = {"reader": reader.state_dict(), "optimizer": optimizer.state_dict(), "done": done}
    torch.save(state, path.with_suffix(".new"))
    path.with_suffix(".new").rename(path)


def _start_from(trained: Path, reader: Reader) -> None:
    """Take over what an earlier training has learnt; heads that it did not have begin anew."""
    own = reader.state_dict()
    stored = torch.load(trained / "reader.pt")
    learnt = {name: w for name, w in stored.items() if w.shape == own[name].shape}
    missing, unknown = reader.load_state_dict(learnt, strict=False)
    if unknown or any(not name.startswith("outputs.") for name in missing):
        raise SystemExit(f"{trained}: another encoder than the one to be trained")


def _resume(path: Path, reader: Reader, optimizer: torch.optim.Optimizer) -> int:
    state = torch.load(path)
    reader.load_state_dict(state["reader"])
    optimizer.load_state_dict(state["optimizer"])
    return int(state["done"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", choices=("minilm", "mpnet"), default="minilm")
    parser.add_argument("--folder", required=True, help="the pretrained encoder's folder")
    parser.add_argument("--shared", default="../shared")
    parser.add_argument("--silver", default="build/silver")
    parser.add_argument("--gold", default="bench/gold", help="the training halves are used")
    for name in ("--event-gold-lines", "--event-sets-lines"):
        parser.add_argument(name, type=int, help="of the marked events: so many from the top")
    parser.add_argument("--out", required=True)
    parser.add_argument("--sets", default="polnear")
    parser.add_argument("--start", help="a trained folder to go on from, with other sets or heads")
    parser.add_argument("--only", default="", help="heads that learn, with all else left as it is")
    parser.add_argument("--soft", help="a folder of windows that a teacher has answered")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--decay", type=float, default=0.9)
    parser.add_argument("--pieces", type=int, default=2048)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    given = vars(parser.parse_args())
    for name in ("sets", "only"):
        given[name] = tuple(filter(None, given[name].split(",")))
    plan = Plan(**given)
    out = Path(plan.out)
    out.mkdir(parents=True, exist_ok=True)
    (out / "rendezvous").unlink(missing_ok=True)
    if plan.processes == 1:
        train(0, plan)
    else:
        multiprocessing.spawn(train, args=(plan,), nprocs=plan.processes)  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    main()

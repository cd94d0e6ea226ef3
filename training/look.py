"""Read texts with a trained reader in torch, as the package reads them with onnxruntime."""

import json
from pathlib import Path

import torch
from tokenizers import Tokenizer

from sayso.annotate.decoding import (
    Answers,
    LinkHead,
    ScaleHead,
    SortHead,
    TagHead,
    WindowAnswers,
)
from sayso.annotate.pieces import cut_pieces, fill_window, find_windows
from training.encoder import Reader
from training.heads import Scale, Sort, Tag
from training.samples import CLS, SEP
from training.train import load_reader


def load_trained(out: Path, folder: Path) -> Reader:
    """A reader that `training.train` has written."""
    plan = json.loads((out / "plan.json").read_text())
    reader = load_reader(plan["base"], folder)
    reader.load_state_dict(torch.load(out / "reader.pt"))
    return reader.eval()


def package_heads(reader: Reader) -> dict[str, TagHead | SortHead | ScaleHead | LinkHead]:
    """The heads as the package knows them."""
    found: dict[str, TagHead | SortHead | ScaleHead | LinkHead] = {}
    for head in reader.heads:
        if isinstance(head, Tag):
            found[head.name] = TagHead(head.name, head.labels, head.lean)
        elif isinstance(head, Sort):
            found[head.name] = SortHead(head.name, head.labels)
        elif isinstance(head, Scale):
            found[head.name] = ScaleHead(head.name, head.low, head.high)
        else:
            apart = tuple(reader.outputs[head.name].apart.weight.flatten().tolist())
            found[head.name] = LinkHead(
                head.name, head.from_label, head.to_label, head.may_be_none, apart
            )
    return found


def answer_text(reader: Reader, text: str, tokenizer: Tokenizer) -> Answers:
    """All heads' answers on a text, window by window."""
    pieces = cut_pieces(text, tokenizer)
    windows = []
    for wanted in find_windows(pieces):
        window = fill_window(pieces, wanted, begin=CLS, divide=SEP)
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            found = reader(torch.from_numpy(window.ids)[None], torch.from_numpy(window.flags)[None])
        outputs = {name: value[0].float().numpy() for name, value in found.items()}
        windows.append(WindowAnswers(window, outputs))
    return Answers(text, pieces, tuple(windows))

"""Write a trained reader as the files that ship: one ONNX graph in int8, its heads, its vocabulary.

python -m training.export --trained DIR --folder DIR --out DIR
"""

import argparse
import json
import tempfile
from pathlib import Path

import msgspec
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.encoder import Reader
from training.look import load_trained, package_heads

OPSET = 17


class Graph(nn.Module):
    """The reader as a function of two arrays: its heads' outputs in order, and the vectors under them."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, flags: Tensor) -> tuple[Tensor, ...]:
        vectors = self.reader.encoder(ids, flags)
        words = self.reader.encoder.words(ids)
        return (*self.reader.answer(vectors, words).values(), vectors)


def export(trained: Path, folder: Path, out: Path) -> None:
    """reader.onnx, heads.json and tokenizer.json into `out`; no pooler, no teacher, no optimiser."""
    reader = load_trained(trained, folder)
    for layer in reader.encoder.layers:
        layer.explicit = True
    ids = torch.randint(1000, 20000, (1, 40))
    names = [*reader(ids, torch.zeros_like(ids)), "vectors"]
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        torch.onnx.export(
            Graph(reader), (ids, torch.zeros_like(ids)), str(plain), opset_version=OPSET, dynamo=False,
            input_names=["ids", "flags"], output_names=names,
            dynamic_axes={n: {1: "length"} for n in ("ids", "flags", *names)},
        )  # fmt: skip
        quantize_dynamic(
            plain, out / "reader.onnx", per_channel=True, weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            extra_options={"DefaultTensorType": 1},
        )  # fmt: skip
    heads = {name: msgspec.to_builtins(head) for name, head in package_heads(reader).items()}
    kinds = {name: type(head).__name__ for name, head in package_heads(reader).items()}
    rows = [{"kind": kinds[name], **head} for name, head in heads.items()]
    (out / "heads.json").write_text(json.dumps(rows, indent=1) + "\n")
    settings = json.loads((folder / "tokenizer.json").read_text())
    settings |= {"padding": None, "truncation": None, "post_processor": None}
    (out / "tokenizer.json").write_text(json.dumps(settings, ensure_ascii=False))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trained", type=Path, required=True)
    parser.add_argument("--folder", type=Path, required=True, help="the pretrained encoder")
    parser.add_argument("--out", type=Path, default=Path("src/sayso/data/reader"))
    args = parser.parse_args()
    export(args.trained, args.folder, args.out)


if __name__ == "__main__":
    main()

"""A BERT-shaped encoder with our heads, in torch, written out so that it exports to a plain graph.

MiniLM (all-MiniLM-L6-v2) is what ships; MPNet (all-mpnet-base-v2) teaches it.
"""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from sayso.annotate.pieces import FLAGS
from training.heads import Head, Link, Scale, Sort, Tag

LINK_SIZE = 128
BUCKETS = 32  # of the signed distance between two pieces
MPNET_SHIFT = 4  # MPNet's vocabulary is BERT's, four places on
MPNET_MARKS = {101: 0, 102: 2, 103: 30526}  # [CLS], [SEP], [MASK]


class Layer(nn.Module):
    """One transformer layer, normalised after each half."""

    def __init__(self, size: int, heads: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.mix = (nn.Linear(size, size) for _ in range(4))
        self.widen, self.narrow = nn.Linear(size, 4 * size), nn.Linear(4 * size, size)
        self.norm_attention = nn.LayerNorm(size, eps=epsilon)
        self.norm_output = nn.LayerNorm(size, eps=epsilon)
        self.explicit = False  # written out for export; else torch's fused kernel

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, size = x.shape
        shape = (batch, length, self.heads, size // self.heads)
        query, key, value = (
            part(x).view(shape).transpose(1, 2) for part in (self.query, self.key, self.value)
        )
        if self.explicit:
            scores = query @ key.transpose(2, 3) / math.sqrt(size // self.heads)
            mixed = scores.softmax(-1) @ value
        else:
            mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        x = self.norm_attention(x + self.mix(mixed.transpose(1, 2).reshape(batch, length, size)))
        return self.norm_output(x + self.narrow(functional.gelu(self.widen(x))))


class Encoder(nn.Module):
    """Piece numbers and flags in, one vector a piece out."""

    def __init__(self, *, layers: int, size: int, vocabulary: int, mpnet: bool) -> None:
        super().__init__()
        epsilon = 1e-5 if mpnet else 1e-12
        self.mpnet = mpnet
        self.words = nn.Embedding(vocabulary, size)
        self.positions = nn.Embedding(514 if mpnet else 512, size)
        self.flags = nn.Embedding(FLAGS, size)
        self.norm = nn.LayerNorm(size, eps=epsilon)
        self.layers = nn.ModuleList(Layer(size, 12, epsilon) for _ in range(layers))
        self.relative = nn.Embedding(32, 12) if mpnet else None

    def forward(self, ids: Tensor, flags: Tensor, lengths: Tensor | None = None) -> Tensor:
        """ids, flags: [batch, length]; lengths: [batch], None where nothing is padded."""
        if self.mpnet:
            ids = _to_mpnet(ids)
        length = ids.shape[1]
        first = 2 if self.mpnet else 0
        x = self.words(ids) + self.flags(flags) + self.positions.weight[first : first + length]
        x = self.norm(x)
        mask = self._mask(length, lengths, x)
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def _mask(self, length: int, lengths: Tensor | None, x: Tensor) -> Tensor | None:
        mask = None
        if lengths is not None and bool((lengths < length).any()):
            padded = torch.arange(length) >= lengths[:, None]
            mask = torch.zeros(padded.shape).masked_fill(padded, -1e4)[:, None, None, :]
        if self.relative is not None:
            bias = self.relative.weight[_mpnet_buckets(length)].permute(2, 0, 1)[None]
            mask = bias if mask is None else bias + mask
        if mask is None:
            return None
        return mask.detach().to(torch.bfloat16 if torch.is_autocast_enabled("cpu") else x.dtype)


def _to_mpnet(ids: Tensor) -> Tensor:
    moved = ids + MPNET_SHIFT
    for ours, theirs in MPNET_MARKS.items():
        moved = moved.masked_fill(ids == ours, theirs)
    return moved


def _mpnet_buckets(length: int) -> Tensor:
    at = torch.arange(length)
    apart = at[:, None] - at[None, :]
    after = (apart < 0).long() * 16
    apart = apart.abs()
    far = 8 + (torch.log(apart.clamp(min=1) / 8) / math.log(128 / 8) * 8).long()
    return after + torch.where(apart < 8, apart, far.clamp(max=15))


class Links(nn.Module):
    """Scores every pair of pieces: a product of two views, and how far apart they are."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.dependent, self.governor = nn.Linear(size, LINK_SIZE), nn.Linear(size, LINK_SIZE)
        self.apart = nn.Embedding(BUCKETS, 1)
        nn.init.zeros_(self.apart.weight)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        return self.dependent(x), self.governor(x)

    def score(self, of: Tensor, to: Tensor) -> Tensor:
        """of, to: [batch, length, LINK_SIZE]; scores [batch, length, length]."""
        products = of @ to.transpose(1, 2) / math.sqrt(LINK_SIZE)
        return products + self.apart(distance_buckets(of.shape[1])).squeeze(-1)


def distance_buckets(length: int) -> Tensor:
    """[length, length]: 0..15 for pieces at or after the row's, 16..31 for those before it."""
    at = torch.arange(length)
    apart = at[None] - at[:, None]
    size = (torch.log2(1.0 + apart.abs()) * 2).round().long().clamp(max=BUCKETS // 2 - 1)
    return size + (apart < 0) * (BUCKETS // 2)


class Reader(nn.Module):
    """The encoder with all its heads."""

    def __init__(self, encoder: Encoder, heads: Sequence[Head]) -> None:
        super().__init__()
        self.encoder, self.heads = encoder, tuple(heads)
        size = encoder.words.embedding_dim
        self.drop = nn.Dropout(0.1)
        self.outputs = nn.ModuleDict({h.name: _output(h, size) for h in heads})

    def forward(self, ids: Tensor, flags: Tensor, lengths: Tensor | None = None) -> Mapping[str, Tensor]:  # fmt: skip
        """By head: tags and sorts [batch, length, classes], scales [.., 1]; links as NAME.of and NAME.to."""
        return self.answer(self.encoder(ids, flags, lengths), self.encoder.words(ids))

    def answer(self, x: Tensor, words: Tensor) -> dict[str, Tensor]:
        """x: the encoder's vectors; words: the bare ones of the pieces; both [batch, length, size]."""
        x = self.drop(x)
        wide = torch.cat([x, self.drop(words)], -1)
        found: dict[str, Tensor] = {}
        for head in self.heads:
            output = self.outputs[head.name]
            if isinstance(head, Link):
                found[f"{head.name}.of"], found[f"{head.name}.to"] = output(x)
            else:
                found[head.name] = output(wide if sees_words(head) else x)
        return found


def sees_words(head: Head) -> bool:
    return isinstance(head, Sort) and head.sees_words


def _output(head: Head, size: int) -> nn.Module:
    if isinstance(head, Link):
        return Links(size)
    if isinstance(head, Scale):
        return nn.Linear(size, 1)
    width = 2 * size if sees_words(head) else size
    return nn.Linear(width, head.classes if isinstance(head, Tag) else len(head.labels))


def load_minilm(folder: Path) -> Encoder:
    """all-MiniLM-L6-v2 as its package has it, with our flags in place of token types."""
    stored = load_file(folder / "model.safetensors")
    encoder = Encoder(layers=6, size=384, vocabulary=30522, mpnet=False)
    names = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
        "mix": "attention.output.dense", "norm_attention": "attention.output.LayerNorm",
        "widen": "intermediate.dense", "narrow": "output.dense", "norm_output": "output.LayerNorm",
    }  # fmt: skip
    type_row = stored["embeddings.token_type_embeddings.weight"][:1]
    return _filled(encoder, stored, names, type_row)


def load_mpnet(folder: Path) -> Encoder:
    """all-mpnet-base-v2, which has no token types: the flags begin near nothing."""
    stored = load_file(folder / "model.safetensors")
    encoder = Encoder(layers=12, size=768, vocabulary=30527, mpnet=True)
    names = {
        "query": "attention.attn.q", "key": "attention.attn.k", "value": "attention.attn.v",
        "mix": "attention.attn.o", "norm_attention": "attention.LayerNorm",
        "widen": "intermediate.dense", "narrow": "output.dense", "norm_output": "output.LayerNorm",
    }  # fmt: skip
    return _filled(encoder, stored, names, torch.zeros(1, 768))


def _filled(
    encoder: Encoder, stored: Mapping[str, Tensor], names: Mapping[str, str], flag_row: Tensor
) -> Encoder:
    weights = {
        "words.weight": stored["embeddings.word_embeddings.weight"],
        "positions.weight": stored["embeddings.position_embeddings.weight"],
        "norm.weight": stored["embeddings.LayerNorm.weight"],
        "norm.bias": stored["embeddings.LayerNorm.bias"],
        "flags.weight": flag_row + 0.005 * torch.randn(FLAGS, flag_row.shape[1]),
    }
    if encoder.mpnet:
        weights["relative.weight"] = stored["encoder.relative_attention_bias.weight"]
    for number in range(len(encoder.layers)):
        for ours, theirs in names.items():
            for part in ("weight", "bias"):
                weights[f"layers.{number}.{ours}.{part}"] = stored[
                    f"encoder.layer.{number}.{theirs}.{part}"
                ]
    encoder.load_state_dict(weights)
    encoder.words.weight.requires_grad_(False)
    if encoder.relative is not None:
        encoder.relative.weight.requires_grad_(False)
    return encoder

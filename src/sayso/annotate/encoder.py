"""A text in, what the small encoder answers on each of its words out.

One window at a time and one thread a session: int8 scales depend on all that is in a batch, so
a report would read otherwise in other company.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from sayso.annotate.decoding import Answers, LinkHead, SortHead, TagHead, WindowAnswers
from sayso.annotate.pieces import cut_pieces, fill_window, find_windows

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

BEGIN, DIVIDE = 101, 102  # [CLS] and [SEP]


@dataclass(frozen=True, slots=True)
class Encoder:
    """The loaded weights, vocabulary and heads; see data/reader/CARD.md."""

    session: "InferenceSession"
    tokenizer: "Tokenizer"
    tags: Mapping[str, TagHead]
    sorts: Mapping[str, SortHead]
    links: Mapping[str, LinkHead]

    def read(self, text: str) -> Answers:
        """All heads' answers on a text; about 0.1 CPU-seconds for 600 words."""
        pieces = cut_pieces(text, self.tokenizer)
        names = [output.name for output in self.session.get_outputs()]
        windows = []
        for wanted in find_windows(pieces):
            window = fill_window(pieces, wanted, begin=BEGIN, divide=DIVIDE)
            found = self.session.run(names, {"ids": window.ids[None], "flags": window.flags[None]})
            outputs = {name: np.asarray(o)[0] for name, o in zip(names, found, strict=True)}
            windows.append(WindowAnswers(window, outputs))
        return Answers(text, pieces, tuple(windows))


def make_encoder(
    session: "InferenceSession", tokenizer: "Tokenizer", heads: Sequence[Mapping[str, Any]]
) -> Encoder:
    """The encoder of loaded weights. heads: the rows of heads.json."""
    return Encoder(
        session,
        tokenizer,
        {row["name"]: TagHead(**_fields(row)) for row in heads if row["kind"] == "TagHead"},
        {row["name"]: SortHead(**_fields(row)) for row in heads if row["kind"] == "SortHead"},
        {row["name"]: LinkHead(**_fields(row)) for row in heads if row["kind"] == "LinkHead"},
    )


def _fields(row: Mapping[str, Any]) -> dict[str, Any]:
    lists = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
    return {k: v for k, v in lists.items() if k != "kind"}

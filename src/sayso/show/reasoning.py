"""Reasons, changes and figures in; the sentences that tell why a status is as it is, out."""

from collections.abc import Mapping

from sayso.show.wording import (
    STATUSES,
    agree,
    describe_ends,
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
from sayso.weigh.matter_links import MatterLink
from sayso.weigh.reasons import FigureReason, GroupReason, Reasons, RepeatReason

_WORTHS = {"knows": "knows", "uncertain": "uncertain", "position": "a position"}
_BASES = {
    "saw": "was there or acted", "record": "keeps records", "told_by": "was told by people it does not name",
    "assesses": "assesses", "reacts": "reacts", "not_stated": "does not say how it knows",
}  # fmt: skip
_FLAGS = {
    "passed": "passed: a higher count that was made later, or more exactly, leaves it out of the range",
    "rival": "does not meet another's",
    "order_unknown": "it gives others besides, and which is the later is not known",
    "parts_exceed_total": "its parts come to more than its total",
}  # fmt: skip
_SORTS = {
    "said": "speaker's words in one report", "state": "state of things", "fate": "fate", "attack": "blow",
    "control": "hold on a place", "ceasefire": "truce", "victory": "battle won", "losses": "army's losses in battle",
    "move": "army's movement", "protest": "protest", "casualties": "harm",
}  # fmt: skip
_TIMES = {
    None: "",
    "met": ", and the times they tell meet",
    "untold": ", and no time that is told keeps them apart",
}
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
    lines += [_repeat_line(reason) for reason in reasons.repeats]
    lines += [
        f"{claim} is of many events or of none in particular: beside" for claim in reasons.beside
    ]
    doubt = write_may_be_one(answer.may_be_one, answer.labels)
    lines += [doubt] if doubt is not None else []
    lines += [_figure_line(figure, answer.labels) for figure in reasons.figures]
    return lines


def _repeat_line(reason: RepeatReason) -> str:
    shared = f": {reason.why}" if reason.why else ""
    return f"{reason.claim} adds nothing: it {_KINDS[reason.kind]} {reason.of}{shared}"


def _figure_line(figure: FigureReason, labels: Mapping[str, str]) -> str:
    notes = [_FLAGS[flag] for flag in figure.flags]
    notes += [] if figure.total else ["no total: a floor, a part or a ceiling only"]
    told = f" ({'; '.join(notes)})" if notes else ""
    ends = describe_ends(figure.low, figure.high)
    return f"figure of {name_group(figure.group, labels)}: {ends}{told}; claims {', '.join(figure.claims)}"


def write_range_reason(answer: Answer, reasons: Reasons) -> str | None:
    """Why the figures are what they are, in one sentence; None: there are none."""
    measure = answer.measure
    if measure is None or not reasons.figures:
        return None
    names = {f.group: name_group(f.group, answer.labels) for f in reasons.figures}
    kept = [f for f in reasons.figures if "passed" not in f.flags]
    low = [names[f.group] for f in kept if f.low == measure.low]
    high = [names[f.group] for f in kept if (f.low if f.high is None else f.high) == measure.high]
    ends = f"the least is that of {join_names(low)}, the greatest that of {join_names(high)}"
    parts = [ends if len(kept) > 1 else f"it is the figure of {join_names(low)} alone"]
    if measure.middle is not None:
        outside = [names[f.group] for f in kept if f.total and f.knows and f.side is None]
        told = f"{measure.middle:,} is the middle of the outside totals, those of {join_names(outside)}"
        parts.append(told if outside else f"at {measure.middle:,} the two sides meet")
    else:
        parts.append(
            "it has no middle: nobody without a side who knows gives a total, and no two sides meet"
        )
    if measure.rivals:
        parts.append(
            f"those of {join_names(names.get(g, g) for g in measure.rivals)} do not all meet"
        )
    return f"figures {describe_range(measure)}: {'; '.join(parts)}."


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


def write_matter_link(link: MatterLink) -> str:
    """Why a claim stands on this page, in one sentence."""
    if link.kind == "judged":
        return f"{link.claim} is of this matter with {link.of}: a person judged so"
    if link.kind == "copied":
        shared = f": {link.why}" if link.why else ""
        return f"{link.claim} stands in words copied from {link.of}{shared}"
    about = (
        f"of {link.what}"
        if link.kind in {"person", "place"}
        else f"of one {_SORTS.get(link.what, link.what)}"
    )
    return f"{link.claim} and {link.of} both tell {about}{_TIMES[link.time]}"


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

"""One matter in; on a terminal, its questions, reasons, history and claims out."""

from collections.abc import Callable, Mapping, Sequence

import typer

from sayso.notes import Judgement
from sayso.show.reasoning import (
    list_reasons,
    write_change,
    write_matter_link,
    write_range_reason,
    write_reason,
)
from sayso.show.wording import (
    STATUSES,
    describe_chain,
    describe_correction,
    describe_date,
    describe_evidence,
    describe_origins,
    describe_positions,
    describe_range,
    name_group,
    tell_stance,
    write_lead_in,
    write_may_be_one,
)
from sayso.weigh.dossiers import Answer, Dossier
from sayso.weigh.histories import Change
from sayso.weigh.matter_links import MatterLink
from sayso.weigh.reasons import Reasons

Write = Callable[[str], None]


def print_matter(
    dossier: Dossier,
    asked: str,
    *,
    reasons: Mapping[str, Reasons],
    links: Sequence[MatterLink] = (),
    changes: Sequence[Change],
    supposed: Dossier | None,
    judged: Sequence[Judgement],
    write: Write = typer.echo,
) -> None:
    """Each question with who stands where, then every claim with its words."""
    write(f"In question: {dossier.heading}")
    if dossier.place is not None:
        mended = describe_correction(dossier.place)
        write(
            f"place: {dossier.place.name or dossier.place.words}{f' ({mended})' if mended else ''}"
        )
    if dossier.when is not None:
        write(f"time of the event: {describe_date(dossier.when)}")
    for answer in dossier.answers:
        write("")
        write_answer(answer, write)
        found = reasons.get(answer.proposition.id)
        if found is not None:
            write(f"    why: {write_reason(answer, found)}")
            figures = write_range_reason(answer, found)
            if figures is not None:
                write(f"    why: {figures}")
            for line in list_reasons(answer, found):
                write(f"      - {line}")
    if links:
        write("\nwhy these claims are of one matter:")
        for link in links:
            write(f"  - {write_matter_link(link)}")
    if supposed is not None:
        _write_supposed(dossier, supposed, write)
    if changes:
        write("\nhow it came to stand so:")
        for change in changes:
            write(f"  {write_change(change)}")
    write("")
    _write_claims(dossier, asked, write)
    for one in judged:
        word = f" ({one.value})" if one.value else ""
        write(f"judged by {one.by}, {one.at}: {one.claim} {one.says}{word}: {one.why}")


def write_answer(answer: Answer, write: Write) -> None:
    """One proposition: never without who says it."""
    standing = answer.standing
    placed = [group for _, group in standing.positions]
    groups = (*standing.asserting, *standing.denying, *standing.beside, *standing.no_party, *placed)
    names = {g: name_group(g, answer.labels) for g in groups}
    question = answer.proposition.question.replace("_", " ")
    write(f"{question}? {write_lead_in(standing, names)} {answer.words}")
    status = STATUSES[standing.status]
    write(f"    status: {status.word} ({status.means})")
    origins = describe_origins(standing.origins_low, standing.origins_high)
    write(f"    origins: {origins}; positions: {describe_positions(standing)}")
    doubt = write_may_be_one(answer.may_be_one, names)
    if doubt is not None:
        write(f"    warning: {doubt}")
    for stance in ("for", "against"):
        those = [names[group] for side, group in standing.positions if side == stance]
        if those:
            write(f"    {stance}, without a basis: {', '.join(those)}")
    if standing.denying:
        write(f"    denied by: {', '.join(names[g] for g in standing.denying)}")
    _write_figures(answer, write)
    if standing.no_party:
        write(f"    counted as no party: {', '.join(names[g] for g in standing.no_party)}")
    if answer.otherwise is not None:
        partial = STATUSES[answer.otherwise].word
        write(f"    if they stood with the side that gains, the status would be: {partial}")


def _write_figures(answer: Answer, write: Write) -> None:
    measure = answer.measure
    if measure is None:
        return
    middle = "" if measure.middle is None else f"; middle of outside counts {measure.middle}"
    write(f"    figures: {describe_range(measure)}{middle}")
    if measure.rivals:
        rivals = ", ".join(answer.labels.get(group, group) for group in measure.rivals)
        write(f"    figures that do not meet: {rivals}")


def _write_supposed(dossier: Dossier, supposed: Dossier, write: Write) -> None:
    write("\nwhat would change:")
    then = {answer.proposition.id: answer for answer in supposed.answers}
    changed = 0
    for answer in dossier.answers:
        other = then.get(answer.proposition.id)
        if other is None or _stands(other) == _stands(answer):
            continue
        changed += 1
        write(f"  {answer.words}: {_stands(answer)} -> {_stands(other)}")
    if not changed:
        write("  nothing")


def _stands(answer: Answer) -> str:
    standing = answer.standing
    origins = describe_origins(standing.origins_low, standing.origins_high)
    return f"{STATUSES[standing.status].word} ({origins})"


def _write_claims(dossier: Dossier, asked: str, write: Write) -> None:
    for claim in dossier.claims:
        mark = "*" if claim.id == asked else " "
        hedge = ", hedged" if claim.hedged else ""
        write(f"{mark} {claim.id}  {describe_date(claim.published_at)}  {describe_chain(claim)}")
        write(f"    {tell_stance(claim)}{hedge}: “{claim.words}”")
        for shown in claim.evidence:
            write(f"    points to {describe_evidence(shown)}")

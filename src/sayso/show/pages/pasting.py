"""A dossier in; a short paragraph out, in which every sentence carries its claimants."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.show.pages.figures import list_rows
from sayso.show.pages.groups import Grouped, group_claims
from sayso.show.wording import agree, describe_origins, describe_time, join_names, write_lead_in
from sayso.weigh.dossiers import Answer, Dossier

if TYPE_CHECKING:
    from sayso.resolve.parties import Register

MOST_ANSWERS = 4  # more is no paragraph; the page itself holds them all


def paste_answers(
    dossier: Dossier, answers: Sequence[Answer], register: "Register", *, as_of: str | None
) -> str:
    """A short paragraph in which every sentence names who says so and who denies it."""
    weighed = [one for one in answers if one.standing.status not in ("none", "unclear")][
        :MOST_ANSWERS
    ]
    sentences = [paste_answer(one, group_claims(one, dossier, register)) for one in weighed]
    last = as_of or dossier.changed_at
    until = describe_time(last) if last else "an undated report"
    reports = len({claim.report for claim in dossier.claims})
    read = f"({reports} {'report' if reports == 1 else 'reports'}, read up to {until}.)"
    return " ".join((*sentences, read)) if sentences else ""


def paste_answer(answer: Answer, grouped: Grouped) -> str:
    """Who says so, who denies it, who takes a position, and each one's latest figure."""
    totals = (
        [row for row in list_rows(answer, grouped) if not row.is_part] if answer.measure else []
    )
    latest = {row.who: f"{row.who} “{row.words}”" for row in totals}
    standing, names = answer.standing, grouped.names
    lead_in = write_lead_in(standing, names, grouped.others)
    for_it = [names.get(group, group) for side, group in standing.positions if side == "for"]
    against = [names.get(group, group) for side, group in standing.positions if side == "against"]
    denying = [names.get(group, group) for group in standing.denying]
    is_led_by_denial = not standing.asserting and not for_it
    denial = f"{join_names(denying)} {agree('denies', *denying)} this" if denying else ""
    origins = describe_origins(standing.origins_low, standing.origins_high)
    parts = {
        f"{lead_in} {answer.words}": True,
        denial: denying and not is_led_by_denial,
        f"position for, no basis stated: {join_names(for_it)}": for_it and standing.asserting,
        f"position against, no basis stated: {join_names(against)}": against,
        f"figures: {join_names(latest.values())}": latest,
        f"independent origins: {origins}": True,
    }
    return "; ".join(part for part, holds in parts.items() if holds) + "."

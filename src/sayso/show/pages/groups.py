"""An answer and its claims in; each claim under the group whose word it is out."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sayso.show.pages.cards import order_by_date
from sayso.show.wording import describe_claimant, name_group
from sayso.types import Claim, Stance
from sayso.weigh.assertions import Range
from sayso.weigh.dossiers import Answer, Dossier

if TYPE_CHECKING:
    from sayso.resolve.parties import Register

Part = Literal["asserting", "denying", "for", "against", "beside", "other"]
PARTS: Mapping[Part, str] = {
    "asserting": "Asserted by",
    "denying": "Denied by",
    "for": "Position for, no basis stated",
    "against": "Position against, no basis stated",
    "beside": "Beside: said in general or of many events",
    "other": "Also in these reports",
}


@dataclass(frozen=True, slots=True)
class Grouped:
    """One answer's claims under their groups.

    loose:  claims of groups that stand nowhere (any more)
    others: stance and claimant of each claim whose group does not assert the answer (any more)
    """

    claims: Mapping[str, tuple[Claim, ...]]
    loose: tuple[Claim, ...]
    names: Mapping[str, str]
    others: tuple[tuple[Stance, str], ...]


def group_claims(answer: Answer, dossier: Dossier, register: "Register") -> Grouped:
    """Whose word each claim of the answer is, by publication, and how each group is named."""
    by_id = {claim.id: claim for claim in dossier.claims}
    claims = order_by_date(by_id[one] for one in answer.claims if one in by_id)
    groups = tuple(dict.fromkeys(group for _, group in list_groups(answer)))
    known = tuple(dict.fromkeys((*groups, *answer.labels)))
    found = {claim.id: find_group(claim, known, answer.labels, register) for claim in claims}
    under = {group: tuple(c for c in claims if found[c.id] == group) for group in groups}
    names = {
        group: name_group(
            group,
            answer.labels,
            is_hedged=bool(under.get(group)) and all(claim.hedged for claim in under[group]),
        )
        for group in known
    }
    loose = tuple(claim for claim in claims if found[claim.id] not in groups)
    holding = {group for part, group in list_groups(answer) if part in ("asserting", "for")}
    aside = [claim for claim in claims if found[claim.id] not in holding]
    others = tuple((c.stance, names.get(found[c.id] or "", describe_claimant(c))) for c in aside)
    return Grouped(under, loose, names, others)


def find_excluding(
    group: str, answer: Answer, dossier: Dossier, register: "Register"
) -> tuple[Claim, ...]:
    """The group's claims of what excludes the answer: so it denies without saying no."""
    excluding = (
        other
        for other in dossier.answers
        if other.proposition.id in answer.proposition.contradicts
        or answer.proposition.id in other.proposition.contradicts
    )
    found = (group_claims(other, dossier, register).claims.get(group, ()) for other in excluding)
    return tuple({claim.id: claim for claims in found for claim in claims}.values())


def claims_in_part(part: Part, group: str, answer: Answer, grouped: Grouped) -> tuple[Claim, ...]:
    """The group's claims; those of each part, where it stands in several."""
    claims = grouped.claims[group]
    parts = {where for where, one in list_groups(answer) if one == group}
    if len(parts) == 1:
        return claims
    return tuple(claim for claim in claims if _part_of(claim, parts) == part)


def _part_of(claim: Claim, parts: Collection[Part]) -> Part:
    if "beside" in parts and claim.scope in ("aggregate", "generic"):
        return "beside"
    order: tuple[Part, ...] = ("asserting", "for", "denying", "against", "beside")
    if claim.stance in ("denies", "retracts"):
        order = ("denying", "against", "asserting", "for", "beside")
    return next(part for part in order if part in parts)


def list_groups(answer: Answer) -> Iterator[tuple[Part, str]]:
    """Every group of the answer with where it stands; one may stand in several places."""
    standing = answer.standing
    yield from (("asserting", group) for group in standing.asserting)
    yield from (("denying", group) for group in standing.denying)
    yield from ((side, group) for side, group in standing.positions)
    yield from (("beside", group) for group in standing.beside)


def find_group(
    claim: Claim, known: Collection[str], labels: Mapping[str, str], register: "Register"
) -> str | None:
    """The group among those known whose word the claim is; None: it is nobody's of them."""
    for candidate in _candidates(claim, register):
        if candidate in known:
            return candidate
    if not claim.chain:
        return None
    speaker = claim.chain[-1]
    if speaker.naming == "named":
        alike = (group for group in known if labels.get(group) == speaker.label)
        return next(alike, None)
    return next((group for group in known if group.startswith(f"unnamed/{speaker.label}/")), None)


def _candidates(claim: Claim, register: "Register") -> Iterator[str]:
    if claim.chain:
        speaker = claim.chain[-1]
        yield speaker.organisation or ""
        if speaker.naming == "named":
            yield from (speaker.entity or "", speaker.label)
        else:
            heard = [step for step in claim.chain[:-1] if step.naming == "named"]
            relay = heard[-1].entity or heard[-1].label if heard else claim.outlet
            yield f"unnamed/{speaker.label}/{relay}"
        return
    owner = register.owner_of(claim.outlet) if claim.outlet else None
    yield owner.id if owner else ""
    yield from (f"own/{claim.outlet}", claim.outlet or "")


def is_of_one_side(measure: Range | None, register: "Register") -> bool:
    """Whether all the figures are one side's, so that no 'corroborated' may stand beside them."""
    if measure is None or not measure.groups:
        return measure is not None and measure.middle is None and len(measure.by_side) == 1
    parties = register.parties
    sides = {parties[group].side if group in parties else None for group in measure.groups}
    return len(sides) == 1 and None not in sides and len(measure.by_side) == 1

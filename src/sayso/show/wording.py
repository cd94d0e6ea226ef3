"""Records in; the sentences and labels that every output shows out.

A sentence about a claim always carries who makes it and how hedged it is (DESIGN.md section 5).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sayso.types import Basis, Claim, Evidence, Interval, Place, Source, Stance, When
from sayso.weigh.assertions import Range, Standing, Status
from sayso.weigh.shared_slips import MayBeOne


@dataclass(frozen=True, slots=True)
class StatusWords:
    """How a status is shown: a shape that does without colour, its word, and what it means."""

    mark: str
    word: str
    means: str


STATUSES: Mapping[Status, StatusWords] = {
    "none": StatusWords("–", "none", "Nothing on this claim is out yet."),
    "retracted": StatusWords("↩", "retracted", "Whoever said so took it back."),
    "superseded": StatusWords("→", "superseded", "Those who said so have moved to a later claim."),
    "denied": StatusWords("✕", "denied", "It is denied, and nobody asserts it now."),
    "unclear": StatusWords("◇", "unclear", "It is only called unclear."),
    "corroborated_denied": StatusWords("◐", "corroborated, denied by the accused",
        "Two or more that stand apart say so with a basis; those it speaks against deny it."),
    "disputed": StatusWords("▲", "disputed", "Some say so, some deny it or exclude it."),
    "corroborated": StatusWords(
        "●", "corroborated", "Two or more that stand apart, named and with a basis, say so."),
    "one_side": StatusWords("■", "one side", "Only those who gain by it say so."),
    "no_basis": StatusWords("○", "no basis", "It is said, but nobody named states how they know."),
    "single_source": StatusWords("□", "single source", "One named source with a basis says so."),
}  # fmt: skip

_STANCES: Mapping[Stance, str] = {
    "asserts": "asserts", "admits": "admits", "accuses": "accuses", "denies": "denies",
    "doubts": "doubts", "unclear": "calls unclear", "no_knowledge": "claims no knowledge of this",
    "declines": "declines to speak of this", "retracts": "takes back", "calls_for": "calls for",
    "promises": "promises", "hopes": "hopes or fears", "asks": "asks",
}  # fmt: skip

_BASES: Mapping[Basis, str] = {
    "saw": "was there, or speaks of its own act",
    "record": "has it from its own records",
    "told_by": "was told by people whom it does not name",
    "assesses": "assesses",
    "reacts": "reacts",
    "not_stated": "does not say how it knows",
}

_ASSERTING = frozenset({"asserts", "admits", "accuses"})
_QUOTES = '"“”„«» '
_NAMINGS = {"named": "named", "unnamed": "unnamed", "pseudonym": "under a pseudonym"}


def describe_time(moment: str) -> str:
    """'3 March 2031, 21:10 UTC', or '5 March 2031, end of day', from UTC ISO."""
    at = datetime.fromisoformat(moment)
    return f"{_day_of(at)}, {'end of day' if f'{at:%T}' == '23:59:59' else f'{at:%H:%M} UTC'}"


def describe_date(interval: Interval | None) -> str:
    """'3 March 2031, 21:10 UTC', '5 March 2031 (day only)', '5 to 6 March 2031' or 'undated'."""
    if interval is None:
        return "undated"
    start, stop = (datetime.fromisoformat(end) for end in (interval.start, interval.stop))
    whole_days = f"{start:%H:%M}{stop:%H:%M}" == "00:0023:59"
    if interval.start == interval.stop:
        return describe_time(interval.start)
    if start.date() == stop.date():
        return (
            f"{_day_of(start)} (day only)"
            if whole_days
            else f"{_day_of(start)}, {start:%H:%M} to {stop:%H:%M} UTC"
        )
    if not whole_days:
        return f"{describe_time(interval.start)} to {describe_time(interval.stop)}"
    same_month = (start.year, start.month) == (stop.year, stop.month)
    return f"{start.day if same_month else _day_of(start)} to {_day_of(stop)}"


def describe_when(when: When | None, *, background: bool = False) -> str:
    """When it happened: '3 March 2031 (history)', 'March 2031', '2030 to 2031'; '-': it is not told."""
    if when is None or when.interval is None:
        return "-"
    start, stop = (datetime.fromisoformat(end) for end in (when.interval.start, when.interval.stop))
    first_day = (start.day, f"{start:%H%M}") == (1, "0000")
    to_the_end = f"{stop:%H%M}" == "2359" and (stop + timedelta(days=1)).day == 1
    told = describe_date(when.interval).removesuffix(" (day only)")
    if first_day and to_the_end and (start.month, stop.month) == (1, 12):
        years = dict.fromkeys((str(start.year), str(stop.year)))
        told = " to ".join(years)
    elif first_day and to_the_end and (start.year, start.month) == (stop.year, stop.month):
        told = f"{start:%B} {start.year}"
    return f"{told} (history)" if background else told


def describe_where(place: Place | None) -> str:
    """Where it happened, finest first: 'Dalan, South Karvia, XV'; '-': it is not told."""
    if place is None:
        return "-"
    parts = (place.name or place.words, place.admin1, place.country)
    return ", ".join(dict.fromkeys(part for part in parts if part))


def describe_where_and_when(claim: Claim) -> str:
    """Two lines: the place and the time of the claim's event, '-' for what is not told."""
    when = describe_when(claim.when, background=claim.event.background)
    mended = describe_correction(claim.place) if claim.place is not None else ""
    return f"{describe_where(claim.place)}{f' ({mended})' if mended else ''}\n{when}"


def _day_of(at: datetime) -> str:
    return f"{at.day} {at:%B} {at.year}"


def describe_source(source: Source) -> str:
    """'a medic (unnamed)'."""
    return f"{source.label} ({_NAMINGS[source.naming]})"


def describe_outlet(claim: Claim) -> str:
    return claim.outlet or "an outlet not named"


def describe_claimant(claim: Claim) -> str:
    """Whose word it is: the deepest source, or the outlet where nobody else is made to say it."""
    return (
        describe_source(claim.chain[-1]) if claim.chain else f"{describe_outlet(claim)} (own words)"
    )


def describe_chain(claim: Claim) -> str:
    """From the outlet inward: 'Harbour Post ← Northern Radio ← a medic (unnamed)'.

    An outlet whose own reporter it is stands once.
    """
    steps = [step.label for step in claim.chain[:-1]]
    steps += [describe_source(step) for step in claim.chain[-1:]]
    return " ← ".join(steps if _is_own_reporter(claim) else (describe_outlet(claim), *steps))


def _is_own_reporter(claim: Claim) -> bool:
    return len(claim.chain) == 1 and claim.chain[0].label == claim.outlet


def describe_basis(claim: Claim) -> str:
    return _BASES[claim.chain[-1].basis] if claim.chain else "no source is named"


def write_claim_lead(claim: Claim, hedges: Sequence[str] = ()) -> str:
    """'Southern Council (named) asserts, hedged (“reportedly”), as Harbour Post puts it:'.

    hedges: the hedging words, as the report has them
    """
    hedge = f", hedged ({join_names([f'“{word}”' for word in hedges])})" if hedges else ", hedged"
    is_told = claim.chain and not claim.direct and not _is_own_reporter(claim)
    teller = f", as {describe_outlet(claim)} puts it" if is_told else ""
    claimant = describe_claimant(claim)
    doing = f"{agree(_STANCES[claim.stance], claimant)}{hedge if claim.hedged else ''}{teller}:"
    return f"{claimant[:1].upper()}{claimant[1:]} {doing}"


def write_sentence(claim: Claim, hedges: Sequence[str] = ()) -> str:
    """A claim in one sentence: who says so, how hedged, as whom it comes to us, and its words."""
    return f"{write_claim_lead(claim, hedges)} “{claim.words.strip(_QUOTES)}”"


_MANY = re.compile(
    r"people|police|men$|[^s]s$|^(?:they|we|two|three|four|five|six|several|both|some)$"
)


def agree(verb: str, *names: str) -> str:
    """The verb as its subjects want it: 'a medic asserts', 'two people (unnamed) assert'."""
    if " or " in verb:
        return " or ".join(agree(one, *names) for one in verb.split(" or "))
    head = re.split(r" (?:(?:in|of|at|from|close|who|near|on|with)\b|\()", names[0].casefold())[0]
    many = " (unnamed" in names[0] and _MANY.search(head) is not None
    if len(names) == 1 and not many:
        return verb
    first, _, rest = verb.partition(" ")
    return f"{re.sub('ies$', 'ys', first)[:-1]} {rest}".strip()


def tell_stance(claim: Claim) -> str:
    """'Southern Council (named) asserts', 'residents (unnamed) deny'."""
    claimant = describe_claimant(claim)
    return f"{claimant} {agree(_STANCES[claim.stance], claimant)}"


def describe_notes(claim: Claim) -> tuple[str, ...]:
    """What else a reader must know of a claim before leaning on it."""
    notes = {
        "told of many events together: beside, weighs nothing here": claim.scope == "aggregate",
        "said in general: beside, weighs nothing here": claim.scope == "generic",
        "of a part only": claim.scope == "part",
        "told as history": claim.event.background,
        "planned, not said to have happened": claim.event.modality == "planned",
        "attempted": claim.event.modality == "attempted",
        "called for, not said to have happened": claim.event.modality == "called_for",
        "a supposition": claim.event.modality == "hypothetical",
        "put in the negative": claim.event.negated,
    }
    mended = (describe_correction(claim.place),) if claim.place is not None else ()
    return (*(note for note, holds in notes.items() if holds), *filter(None, mended))


def describe_correction(place: Place) -> str:
    """'printed “Mazae-e-Sharif”, taken for a misprint of Mazār-e Sharīf'; '': as it stands."""
    if not place.corrected or place.name is None:
        return ""
    return f"printed “{place.words}”, taken for a misprint of {place.name}"


def name_group(group: str, labels: Mapping[str, str], *, is_hedged: bool = False) -> str:
    """'rescue workers (unnamed, via Harbour Post)'; a named group stands without a note."""
    kind, _, rest = group.partition("/")
    bare, _, relay = rest.partition("/")
    bare = {"unnamed": bare, "own": rest}.get(kind, group.replace("_", " "))
    relay = re.sub("[-_]", " ", relay.split("/")[-1]).title() if "/" in relay else relay
    note = {"unnamed": f"unnamed, via {relay}", "own": "own words"}.get(kind)
    notes = ", ".join(word for word in (note, "hedged" if is_hedged else None) if word)
    return labels.get(group, bare) + (f" ({notes})" if notes else "")


def join_names(names: Iterable[str], *, most: int = 99) -> str:
    """'A, B and C'; with more than `most`, 'A, B and 4 others'."""
    listed = list(names)
    if len(listed) > most:
        listed = [*listed[: most - 1], f"{len(listed) - most + 1} others"]
    return " and ".join(filter(None, (", ".join(listed[:-1]), *listed[-1:])))


def write_lead_in(
    standing: Standing, names: Mapping[str, str], others: Sequence[tuple[Stance, str]] = ()
) -> str:
    """Who says what follows; the words of a proposition are never shown without it.

    names:  each group as `name_group` writes it
    others: the stance and name of those whose words weigh nothing (any more)
    """
    lead_in = _find_lead_in(standing, names, others)
    return f"{lead_in[:1].upper()}{lead_in[1:]}:"


def _find_lead_in(
    standing: Standing, names: Mapping[str, str], others: Sequence[tuple[Stance, str]]
) -> str:
    for_it = [group for side, group in standing.positions if side == "for"]
    said = list(dict.fromkeys(name for stance, name in others if stance in _ASSERTING))
    if standing.asserting:
        return _say(standing.asserting, "asserts", names)
    if standing.status in ("retracted", "superseded"):
        ended = "taken back" if standing.status == "retracted" else "no longer said"
        return f"once said by {join_names(said or ['a source not listed'], most=4)}, and {ended}"
    if for_it:
        return _say(for_it, "takes the position, stating no basis", names)
    nobody = "no report here asserts this"
    if said:
        nobody = f"said by {join_names(said, most=4)}, asserted by nobody now"
    if standing.denying:
        return f"{nobody}; {_say(standing.denying, 'denies', names)}"
    if standing.beside:
        return _say(standing.beside, "speaks of this in general or of many events", names)
    unsaid = [_say([who], _STANCES[how], names) for how, who in others if how not in _ASSERTING]
    return "; ".join((nobody, *unsaid[:1]))


def _say(groups: Sequence[str], verb: str, names: Mapping[str, str]) -> str:
    called = [names.get(group, group) for group in groups]
    return f"{join_names(called, most=4)} {agree(verb, *called)}"


def describe_origins(low: int, high: int) -> str:
    """'2 to 4'; '3' where both ends are one."""
    return str(low) if low == high else f"{low} to {high}"


def describe_positions(standing: Standing) -> str:
    """'2 for, 1 against'; 'none'."""
    sides = [side for side, _ in standing.positions]
    counts = [f"{sides.count(side)} {side}" for side in ("for", "against") if side in sides]
    return ", ".join(counts) or "none"


def describe_ends(low: int, high: int | None) -> str:
    """'27 to 43', '44', or '40 or more'."""
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def describe_range(measure: Range) -> str:
    """'27 to 43 or more'."""
    return describe_ends(measure.low, measure.high) + (" or more" if measure.open_above else "")


def write_may_be_one(pairs: Sequence[MayBeOne], names: Mapping[str, str]) -> str | None:
    """'A and B may be one: both have “Dallan” for Dalan, within 24 hours'; None: there are none."""
    told = []
    for pair in pairs:
        both = join_names(names.get(group, group) for group in (pair.one, pair.other))
        place = f"“{pair.words}” for {pair.meant}"
        shared = place if pair.kind == "place" else f"{pair.words}, which others do not"
        told.append(f"{both} may be one: within 24 hours both have {shared}")
    return f"{'; '.join(told)}. The lower number of origins counts them once." if told else None


def write_no_party(
    standing: Standing, names: Mapping[str, str], otherwise: Status | None = None
) -> str | None:
    """Who was counted as outside, and what hangs on it; None: everybody in this status has a side."""
    if not standing.no_party:
        return None
    outside = join_names(names.get(group, group) for group in standing.no_party)
    if otherwise is None:
        return f"Counted as no party: {outside}."
    partial = STATUSES[otherwise].word
    return f"Counted as no party: {outside}. If they stood with the side that gains: {partial}."


def describe_evidence(shown: Evidence) -> str:
    """'video: “footage”, made by residents, shown by the Front, which the outlet could not check'."""
    told = [f"{shown.kind.replace('_', ' ')}: “{shown.words}”"]
    told += [f"made by {shown.made_by}"] if shown.made_by else []
    told += [f"shown by {shown.shown_by}"] if shown.shown_by else []
    told += ["seen by the outlet"] if shown.seen_by_outlet and not shown.checked else []
    told += [_CHECKED[shown.checked]] if shown.checked is not None else []
    told += [f"said to show “{what.words}”" for what in shown.shows]
    told += [
        f"of which it is told that it “{what.words}”"
        if _OF_ITSELF.match(what.words)
        else f"no evidence of “{what.words}”"
        for what in shown.not_for
    ]
    return ", ".join(told)


_OF_ITSELF = re.compile(
    r"(?:dat(?:es?|ed|ing)|is|are|was|were|has|had|have|shows?|showed|comes?|came|appeared|first|earlier|previously)\b"
)


_CHECKED = {True: "checked by the outlet", False: "which the outlet could not check"}

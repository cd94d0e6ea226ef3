"""Claims about persons in; who of them a reader may see, and why, out: the one rule of privacy.

Nothing here asks the clock or a ledger: `now` and the releases are given (DESIGN.md section 5, 11).
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sayso.notes import Judgement
from sayso.types import Claim, Source
from sayso.weigh.minors import is_told_minor
from sayso.weigh.privacy_words import load_privacy_words
from sayso.weigh.witnesses import is_told_detainee, is_told_witness

Reader = Literal["owner", "others", "published"]

PERSON = "person/"
DEAD_WAIT = timedelta(hours=24)
_WHOSE = re.compile(
    r"\b(?:of|his|her|their|my|our|whose)\b|['’]s\b|s['’](?!\w)|(?<=.)(?-i:[A-Z])", re.I
)
_ASSERTED = frozenset({"asserts", "admits", "accuses"})
_SUFFERS = frozenset({"victim", "person", "holder"})


@dataclass(frozen=True, slots=True)
class Ruling:
    """Whether a reader is shown a person: by name, on a page, as a search hit, in a row.

    why:       the ground, in words, for showing or for withholding
    is_living: taken for living, so that whereabouts are held back; whoever is not told dead is
    until:     withheld until this time only; None: nothing is awaited
    release:   the release it rests on; None: it rests on none
    """

    entity: str
    is_shown: bool
    why: str
    is_living: bool = True
    until: str | None = None
    release: Judgement | None = None


def rule_on_all(
    claims: Iterable[Claim],
    *,
    reader: Reader,
    now: str,
    releases: Iterable[Judgement] = (),
    find_same: Callable[[str], Iterable[str]] | None = None,
    find_text: Callable[[str], str] | None = None,
) -> dict[str, Ruling]:
    """A ruling for every named person of the claims, by entity; who is not in it is withheld.

    now:       UTC ISO
    releases:  judgements that stand; those that release nobody are passed over
    find_same: who is or may be the same person; what protects one protects all. Asked for those
               alone who would be shown
    find_text: the text of a report by its id, to look for ages in; None: the claims' words only
    """
    about: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for entity in people_of(claim):
            about[entity].append(claim)
    released = {one.claim: one for one in releases if one.says == "release"}
    guarded = {entity: _protection(entity, told, find_text) for entity, told in about.items()}
    found = {}
    for entity, told in about.items():
        ask = _Ask(reader, now, released.get(entity))
        ruling = _rule(entity, told, ask, guarded[entity])
        if ruling.is_shown and find_same is not None:
            protection = next(filter(None, map(guarded.get, find_same(entity))), None)
            ruling = _rule(entity, told, ask, protection)
        found[entity] = ruling
    return found


def rule_on(
    entity: str,
    claims: Sequence[Claim],
    *,
    reader: Reader,
    now: str,
    releases: Iterable[Judgement] = (),
) -> Ruling:
    """The ruling on one person; claims: all that are about or by them."""
    rulings = rule_on_all(claims, reader=reader, now=now, releases=releases)
    return rulings.get(entity) or Ruling(entity, reader == "owner", _why_private(reader))


def people_of(claim: Claim) -> tuple[str, ...]:
    """The persons with a name whom a claim is about, or whose word it is.

    A source that is unnamed or under a pseudonym is nobody here (DESIGN.md section 5, 12).
    """
    told = (role.filler.entity for role in claim.event.roles)
    said = (step.entity for step in claim.chain if step.naming == "named")
    found = (entity for entity in (*told, *said) if entity and entity.startswith(PERSON))
    return tuple(dict.fromkeys(found))


def is_about_person(claim: Claim) -> bool:
    """Whether it tells of a person's own state and of nothing else."""
    return claim.event.type in load_privacy_words().of_person


def tells_kin(words: str) -> bool:
    """Whether an unnamed person is told by somebody else's: 'the widow of Karim Odas', 'his mother'.

    'Two sisters' are told by nobody else.
    """
    kin = load_privacy_words().relatives
    found = re.findall(r"[\w-]+", words.casefold())
    is_kin = any(word in kin or word.removesuffix("s") in kin for word in found)
    return is_kin and _WHOSE.search(words) is not None


# --- one person ---


@dataclass(frozen=True, slots=True)
class _Ask:
    """Who asks and when, and what releases the person asked for."""

    reader: Reader
    now: str
    release: Judgement | None


def _rule(entity: str, claims: Sequence[Claim], ask: _Ask, protection: str | None) -> Ruling:
    fate = _fate(entity, claims)
    living = fate.kind != "dead" or fate.is_doubted
    if ask.reader == "owner":
        return Ruling(entity, True, _why_private(ask.reader), living)
    until = _later(fate.named_dead, DEAD_WAIT) if fate.named_dead else None
    if ask.reader == "published" and fate.is_told_dead and (until is None or until > ask.now):
        why = "newly named dead: waits 24 hours in what is published"
        return Ruling(entity, False, why, living, until)
    if ask.release is not None:
        why = f"released by {ask.release.by}: {ask.release.why}"
        return Ruling(entity, True, why, living, None, ask.release)
    if protection is not None:
        return Ruling(entity, False, protection, living)
    if fate.kind is not None:
        return Ruling(entity, True, f"told {fate.kind}", living)
    if _is_in_office(entity, claims):
        return Ruling(entity, True, "speaks in office", living)
    return Ruling(entity, False, _why_private(ask.reader), living)


def _why_private(reader: Reader) -> str:
    if reader == "owner":
        return "the ledger's owner sees all"
    return "private: not told dead, missing or captured, and no speaker in office"


@dataclass(frozen=True, slots=True)
class _Fate:
    """kind: what is told last, None where the person is told living since, or nothing is told."""

    kind: Literal["dead", "missing", "captured"] | None = None
    is_told_dead: bool = False
    is_doubted: bool = False
    named_dead: str | None = None


def _fate(entity: str, claims: Sequence[Claim]) -> _Fate:
    words = load_privacy_words()
    kinds: tuple[tuple[Literal["dead", "missing", "captured"], frozenset[str]], ...] = (
        ("dead", words.dead), ("missing", words.missing), ("captured", words.captured),
    )  # fmt: skip
    suffered = [c for c in claims if _suffers(entity, c)]
    told = [c for c in suffered if _is_told(c)]
    ends = {kind: _last(told, types) for kind, types in kinds}
    alive, freed = _last(told, words.living), _last(told, words.freed)
    kind = next((k for k, _ in kinds if ends[k] > (freed if k == "captured" else alive)), None)
    dead = [c for c in told if c.event.type in words.dead]
    dated = [c.published_at.stop for c in dead if c.published_at is not None]
    held = [c for c in told if c.event.type in words.captured | words.missing]
    since = any(all(_is_after(one, d) for d in dead) for one in held)
    denied = any(c.stance == "denies" and c.event.type in words.dead for c in suffered)
    return _Fate(kind, bool(dead), denied or bool(alive) or since, min(dated, default=None))


def _is_after(held: Claim, dead: Claim) -> bool:
    """Whether a capture is told after a death, which may then have been another's.

    In one report by the order of its words: "who saw the massacre, was abducted", not "was abducted
    and killed". Who is told buried is dead.
    """
    if held.report != dead.report or dead.event.type != "killed":
        return _out(held) > _out(dead)
    return held.event.trigger.start > dead.event.trigger.start


def _last(claims: Iterable[Claim], types: frozenset[str]) -> str:
    """When the last claim of these types came out; "": there is none."""
    return max((_out(claim) for claim in claims if claim.event.type in types), default="")


def _suffers(entity: str, claim: Claim) -> bool:
    return any(r.filler.entity == entity and r.name in _SUFFERS for r in claim.event.roles)


def _is_told(claim: Claim) -> bool:
    """Asserted as having happened, by anyone."""
    event = claim.event
    happened = event.modality in ("happened", "ongoing") and not event.negated
    return happened and claim.stance in _ASSERTED


def _out(claim: Claim) -> str:
    """When it came out; undated after all others, so that doubt falls on the side of privacy."""
    if claim.published_at is not None:
        return claim.published_at.stop
    return "~" if claim.event.type in load_privacy_words().living else "0"


def _protection(
    entity: str, claims: Sequence[Claim], find_text: Callable[[str], str] | None
) -> str | None:
    """Why a person is withheld whatever became of them; None: nothing protects so."""
    if is_told_minor(entity, claims, find_text):
        return "a minor"
    if _is_witness(entity, claims):
        return "a witness"
    if not _is_in_office(entity, claims) and is_told_witness(entity, claims, find_text):
        return "a witness"
    return "a detainee who speaks" if _speaks_held(entity, claims, find_text) else None


def _speaks_held(
    entity: str, claims: Sequence[Claim], find_text: Callable[[str], str] | None
) -> bool:
    """Whether a person speaks after being told captured, or is called a detainee and speaks."""
    spoke = [_out(claim) for claim in claims if any(_spoke(entity, [claim]))]
    if not spoke:
        return False
    words = load_privacy_words()
    told = [c for c in claims if _suffers(entity, c) and _is_told(c)]
    held = [_out(claim) for claim in told if claim.event.type in words.captured]
    if held and min(held) <= max(spoke):
        return True
    return not _is_in_office(entity, claims) and is_told_detainee(entity, claims, find_text)


def _is_witness(entity: str, claims: Iterable[Claim]) -> bool:
    testify = load_privacy_words().testify
    return any(
        step.kind in testify
        or step.position == "witness"
        or (step.basis == "saw" and not _speaks_for(step))
        for step in _spoke(entity, claims)
    )


def _is_in_office(entity: str, claims: Sequence[Claim]) -> bool:
    """Who says what they saw speaks in office only where an office is told: any soldier may see."""
    steps = list(_spoke(entity, claims))
    speaks_for = any(_speaks_for(step) and step.basis != "saw" for step in steps)
    return speaks_for or (bool(steps) and _holds_office(entity, claims))


def _speaks_for(step: Source) -> bool:
    """For an organisation, whose own acts `basis` calls "saw" too."""
    return step.kind in load_privacy_words().in_office and step.organisation is not None


def _holds_office(entity: str, claims: Iterable[Claim]) -> bool:
    """Now: a former office is background."""
    offices = (c for c in claims if c.event.type == "office" and not c.event.background)
    return any(_is_told(claim) and _suffers(entity, claim) for claim in offices)


def _spoke(entity: str, claims: Iterable[Claim]) -> Iterator[Source]:
    for claim in claims:
        yield from (s for s in claim.chain if s.entity == entity and s.naming == "named")


def _later(moment: str, by: timedelta) -> str:
    return (datetime.fromisoformat(moment) + by).strftime("%Y-%m-%dT%H:%M:%SZ")

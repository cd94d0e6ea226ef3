"""A reading of a gold passage in, what it and gold tell of people out, in rows that can be compared."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from bench.people_gold import PeoplePassage, Row
from bench.people_reading import PeopleReading
from sayso.annotate.number.numbers import number_in
from sayso.resolve.kindred import kind_of_kin, other_way
from sayso.resolve.name.folding import fold_name
from sayso.types import Claim, Mention
from sayso.weigh.questions import weight_of


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing told of one person.

    who, other: gold's ids; other is None where there is none, or it is nobody of gold's
    what:       what makes it this thing: the kin, the noun of an office, years, a place
    teller:     gold's id, "" for the outlet, "?" for somebody that gold does not have
    more:       what is compared only where the rest agrees: former, negated, of what body
    """

    who: str | None
    what: str
    other: str | None
    teller: str
    words: str
    more: Mapping[str, str]


def gold_facts(passage: PeoplePassage, name: str) -> Iterator[Fact]:
    """What gold tells under one of the fields of `TOLD`."""
    for row in passage.told[name]:
        yield _GOLD[name](row, passage)


def _fact(row: Row, what: str, other: str | None = None, **more: object) -> Fact:
    words = str(row.get("words") or "")
    told = {key: str(value).lower() if value is not None else "" for key, value in more.items()}
    return Fact(row.get("who"), what, other, row["by"] or "", words, told)


def _gold_kin(row: Row, passage: PeoplePassage) -> Fact:
    return turn_kin(_fact(row, row["is"], row["of"]))


def turn_kin(fact: Fact) -> Fact:
    """The same said one way round and without the sex: who is whose child, nephew, spouse."""
    noun = fold_name(fact.what).removeprefix("ex-").removeprefix("ex ").removeprefix("former ")
    kind = kind_of_kin(noun) or kind_of_kin(noun.split()[-1]) or noun
    who, other = fact.who, fact.other
    turned = other_way(kind) if kind_of_kin(noun.split()[-1]) or kind_of_kin(noun) else kind
    if turned < kind or (turned == kind and (other or "") < (who or "")):
        who, other, kind = other, who, turned
    return Fact(who, kind, other, fact.teller, fact.words, fact.more)


def head_word(words: str) -> str:
    """The noun of an office or trade: of 'acting head of mission' head, of 'barge pilot' pilot."""
    parts = fold_name(words.split(" of ")[0].split(" for ")[0]).split()
    return parts[-1] if parts else ""


_GOLD: Mapping[str, Callable[[Row, PeoplePassage], Fact]] = {
    "kin": _gold_kin,
    "offices": lambda row, p: _fact(row, head_word(row["words"]), former=row["former"], of=row["of"]),
    "memberships": lambda row, p: _fact(row, "member", row["group"], former=row["former"]),
    "ages": lambda row, p: _fact(row, str(row["years"])),
    "occupations": lambda row, p: _fact(row, head_word(row["words"]), former=row["former"]),
    "fates": lambda row, p: _fact(row, row["fate"], stance=row["stance"], basis=row["basis"], when=row["when"]),
    "whereabouts": lambda row, p: _fact(row, fold_name(row["place"] or ""), negated=row["negated"]),
    "labels": lambda row, p: _fact(row, fold_name(row["words"]).removeprefix("the ")),
}  # fmt: skip


def read_facts(reading: PeopleReading, name: str) -> Iterator[Fact]:
    """What the program tells under the same field."""
    if name == "labels":
        yield from _labels(reading)
        return
    for claim in reading.claims:
        if claim.event.type in _TYPES[name]:
            yield from _READ[name](claim, reading)


_TYPES: Mapping[str, frozenset[str]] = {
    "kin": frozenset({"kinship"}), "offices": frozenset({"office"}), "memberships": frozenset({"membership"}),
    "ages": frozenset({"age"}), "occupations": frozenset({"occupation"}), "whereabouts": frozenset({"whereabouts"}),
    "fates": frozenset(
        "killed died injured captured detained arrest abducted missing disappeared released exchanged"
        " executed tortured buried alive fled body_found identified hospitalised".split()
    ),
}  # fmt: skip
_FATES = {
    "arrest": "arrested", "disappeared": "missing", "exchanged": "released", "identified": "body_found",
}  # fmt: skip
_STANCES = {"assert": "asserts", "deny": "denies", "unclear": "unclear"}


def _fillers(claim: Claim, *names: str) -> list[Mention]:
    return [role.filler for role in claim.event.roles if role.name in names]


def _told(
    claim: Claim, who: str | None, what: str, other: str | None, reading: PeopleReading, **more: str
) -> Fact:
    teller = "" if reading.is_outlets(claim) else reading.teller(claim) or "?"
    words = claim.event.trigger.of(reading.passage.text)
    return Fact(who, what, other, teller, words, more)


def _trigger_word(claim: Claim, reading: PeopleReading) -> str:
    return head_word(claim.event.trigger.of(reading.passage.text))


def _singular(noun: str) -> str:
    if noun.endswith(("wives", "children")):
        return "wife" if noun.endswith("wives") else noun.removesuffix("ren")
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def _kin(claim: Claim, reading: PeopleReading) -> Iterator[Fact]:
    what = _singular(claim.event.trigger.of(reading.passage.text).lower())
    for person in _fillers(claim, "person"):
        kindred: list[Mention | None] = [*_fillers(claim, "kin")]
        for kin in kindred or [None]:
            fact = _told(claim, reading.whom(person), what, reading.whom(kin), reading)
            yield turn_kin(fact)


def _held(claim: Claim, reading: PeopleReading) -> Iterator[Fact]:
    """An office or an occupation."""
    groups = _fillers(claim, "group")
    of = fold_name(" ".join(g.words for g in groups))
    former = "true" if claim.event.background else "false"
    for holder in _fillers(claim, "holder"):
        who = reading.whom(holder)
        yield _told(claim, who, _trigger_word(claim, reading), None, reading, former=former, of=of)


def _member(claim: Claim, reading: PeopleReading) -> Iterator[Fact]:
    former = "true" if claim.event.background else "false"
    for holder in _fillers(claim, "holder"):
        for group in _fillers(claim, "group"):
            who, of = reading.whom(holder), reading.whom(group)
            yield _told(claim, who, "member", of, reading, former=former)


def _age(claim: Claim, reading: PeopleReading) -> Iterator[Fact]:
    for holder in _fillers(claim, "holder"):
        years = claim.event.trigger.of(reading.passage.text)
        years = str(number_in(years) or years)
        yield _told(claim, reading.whom(holder), years, None, reading)


def _fate(claim: Claim, reading: PeopleReading) -> Iterator[Fact]:
    weight = weight_of(claim) if claim.event.modality in {"happened", "ongoing"} else None
    stance = _STANCES.get(weight or "", claim.event.modality)
    stance = "unclear" if claim.stance in {"unclear", "no_knowledge", "doubts"} else stance
    stance = "denies" if claim.stance == "retracts" else stance  # "withdrew the claim"
    basis = claim.chain[-1].basis if claim.chain else "not_stated"
    what = _FATES.get(claim.event.type, claim.event.type)
    when = claim.when.span.of(reading.passage.text).lower() if claim.when is not None else ""
    for victim in _fillers(claim, "victim", "person"):
        who = reading.whom(victim)
        yield _told(claim, who, what, None, reading, stance=stance, basis=basis, when=when)


def _stay(claim: Claim, reading: PeopleReading) -> Iterator[Fact]:
    where = fold_name(claim.place.words) if claim.place is not None else ""
    negated = "true" if claim.event.negated else "false"
    for person in _fillers(claim, "person"):
        yield _told(claim, reading.whom(person), where, None, reading, negated=negated)


_READ = {
    "kin": _kin, "offices": _held, "memberships": _member, "ages": _age, "occupations": _held,
    "fates": _fate, "whereabouts": _stay,
}  # fmt: skip


def _labels(reading: PeopleReading) -> Iterator[Fact]:
    text = reading.passage.text
    for label in reading.annotations.labels:
        words = fold_name(label.words).removeprefix("the ")
        who = reading.people.get(label.entity or "")
        by = reading.people.get(label.by_entity or "") or ("?" if label.by else "")
        yield Fact(who, words, None, by, label.span.of(text), {})

"""An attribution in, its source as a step of a chain out: kind, naming, organisation, side, basis."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.resolve.name.folding import fold_name
from sayso.resolve.name.names import bare_name
from sayso.resolve.name.references import sort_of
from sayso.resolve.parties import Party, Register
from sayso.resolve.source.kinds import kind_in
from sayso.resolve.source.nameless import (
    RELATIVE,
    apposed,
    are_some,
    first_words,
    is_writer,
    keeps_lists,
    was_there,
    writer,
)
from sayso.resolve.source.outlet_words import load_outlet_words
from sayso.resolve.source.spoken_for import group_spoken_for
from sayso.types import (
    Attribution,
    Basis,
    Interval,
    Mention,
    Naming,
    Position,
    Source,
    SourceKind,
    Span,
)

_SPOKEN_FOR = re.compile(
    r"\b(?:spokes(?:man|woman|person|people)|statement|ministry|office|bulletin|communiqu[eé]|dispatch"
    r"|press service)\b",
    re.IGNORECASE,
)
_SOME_ONE = re.compile(r"(?:an?|one|two|three|several|some)\b", re.IGNORECASE)
_UNNAMED = re.compile(
    r"\b(?:sources?|officials? who|who (?:asked|declined|refused) (?:not )?to be|on condition of anonymity|unnamed"
    r"|not (?:to be )?named)\b",
    re.IGNORECASE,
)
_SEEING: frozenset[SourceKind] = frozenset({"witness", "family", "detainee", "rescuer"})
_RECORDING: frozenset[SourceKind] = frozenset({"medic", "monitor", "court", "aid"})
_WEIGHING: frozenset[SourceKind] = frozenset({"analyst", "intelligence"})
_ARMED: frozenset[SourceKind] = frozenset({"military", "rebel", "intelligence", "government"})
_AGENCY = re.compile(r"\b(?:agency|wire|news service)\b", re.IGNORECASE)
_BELLIGERENT: frozenset[SourceKind] = frozenset({"military", "government", "rebel"})


@dataclass(frozen=True, slots=True)
class Describer:
    """What a source is judged by besides its own words.

    roles: entity -> all that the report says the person is ("spokesman of the council")
    day:   the day the report is of, for sides that change
    groups: folded name -> id, of the groups that the report names
    """

    register: Register
    roles: Mapping[str, str]
    day: str | None
    outlet: str | None
    groups: Mapping[str, str] = field(default_factory=dict)


def describe(attribution: Attribution, text: str, about: Describer) -> Source | None:
    """The source of an attribution as a step of a chain; None where nobody says it."""
    if attribution.source is None or _NOBODY.match(attribution.source.words):
        return None
    told = [RELATIVE.split(s.of(text))[0] for s in attribution.source_words]
    told += [apposed(s, text) for s in attribution.source_words]
    words = " ".join(filter(None, told)) or attribution.source.words
    if is_writer(words, attribution.basis):
        return writer(attribution.basis)
    if _is_own_reporter(words, about.outlet):
        return _own_reporter(about.outlet or "", attribution.basis)
    seen = Seen(attribution.kind, attribution.naming, attribution.basis, attribution.stance)
    step = describe_mention(attribution.source, words, about, seen)
    is_itself = step.kind in {"outlet", "agency"} and is_name_of(step.label, about.outlet)
    return replace(step, label=about.outlet or step.label) if is_itself else step


def is_name_of(words: str, outlet: str | None) -> bool:
    """'The Post', in the Harbour Post, is itself: its whole name, or the last words of it."""
    if outlet is None:
        return False
    short, whole = (fold_name(name).removeprefix("the ") for name in (words, outlet))
    is_name = _without_the(words)[:1].isupper()
    return short == whole or (is_name and whole.endswith(f" {short}"))


def said_in_full(
    said: Attribution, others: Sequence[Attribution], mentions: Mapping[Span, Mention], text: str
) -> Attribution:
    """The attribution as if its source were called what it stands for: for 'she', 'the warden'.

    others: the report's attributions; where one has the antecedent for its source, its words
            tell who that is
    """
    source = said.source
    if source is None or source.means is None:
        return said
    means = source.means
    known = mentions.get(means) or Mention(means, "crowd", means.of(text))
    told = next((a for a in others if a.source is not None and a.source.span == means), None)
    words = told.source_words if told is not None else (means,)
    if sort_of(source) == "part":
        if any(a.cue == said.cue and a is not said for a in others):
            return said  # "told by one officer that .., by a second that ..": no group's second
        known = replace(known, words=f"{source.words} ({known.words})", entity=None, name=None)
        return replace(said, source=known, source_words=(*said.source_words, *words))
    return replace(
        said,
        source=known,
        source_words=(*words, *said.source_words),
        kind=(told.kind if told is not None else None) or said.kind,
        naming=told.naming if told is not None else None,
    )


_NOBODY = re.compile(r"(?:nobody|no one|none)\b", re.IGNORECASE)
_REPORTER = re.compile(r"\b(?:correspondent|reporter|photographer|journalist)s?\b", re.IGNORECASE)


def _is_own_reporter(words: str, outlet: str | None) -> bool:
    """'A Harbour Post reporter', 'our correspondent', 'the correspondent' alone, 'I'."""
    folded = fold_name(words)
    if outlet is not None and folded in {"i", "we"}:
        return True  # inside quotation marks nobody new: `annotate` leaves those out
    if outlet is None or not _REPORTER.search(words):
        return False
    is_ours = (
        fold_name(outlet).removeprefix("the ") in folded
        or folded.startswith("our ")
        or _is_short_for(words, outlet)
    )
    return is_ours or folded in {"the correspondent", "the reporter", "the photographer"}


def _is_short_for(words: str, outlet: str) -> bool:
    """'A Post reporter', in the Harbour Post: the last words of its name, as a name."""
    named = _OF_PAPER.search(words)
    short = fold_name(named.group(1)).split() if named is not None else []
    return bool(short) and fold_name(outlet).split()[-len(short) :] == short


_OF_PAPER = re.compile(
    r"\b(?:(?:The|An?) )?([A-Z][\w.-]*(?: [A-Z][\w.-]*)*)(?:['’]s)? (?:[a-z]+ )?"
    r"(?:correspondents?|reporters?|photographers?|journalists?)\b"
)


def _own_reporter(outlet: str, cue: Basis | None) -> Source:
    return Source(outlet, None, "outlet", "outlet", "named", None, None, cue or "not_stated")


@dataclass(frozen=True, slots=True)
class Seen:
    """What the text's own words let one take a source for; None where they leave it open."""

    kind: SourceKind | None = None
    naming: Naming | None = None
    basis: Basis | None = None
    stance: str = "asserts"


def describe_mention(
    mention: Mention, words: str, about: Describer, seen: Seen | None = None
) -> Source:
    """One step of a chain, from its mention and all the words that tell who it is."""
    seen = seen or Seen()
    known = about.roles.get(mention.entity or "", "")
    party = _party_of(mention, f"{words} {known}".strip(), about)
    kind = _kind_of(mention, words, known, party, seen.kind)
    side = party.side if party is not None and _holds(party, about.day) else None
    body = None if party is not None else group_spoken_for(f"{words} {known}", about.groups)
    naming = _naming(mention, words, party, seen.naming or ("named" if body else None))
    is_open = seen.basis == "not_stated" and seen.stance in {"asserts", "admits", "denies"}
    if is_open and keeps_lists(kind, f"{words} {known}"):
        seen = replace(seen, basis="record")
    elif naming == "unnamed" and is_open and was_there(kind, words, side):
        seen = replace(seen, basis=None if kind in _SEEING | _RECORDING else "saw")
    return Source(
        label=_label(mention),
        entity=mention.entity,
        position=_position(kind),
        kind=kind,
        naming=naming,
        organisation=party.id if party is not None else body or _own_organisation(mention),
        side=side,
        basis=_basis(kind, side, seen),
    )


# "Both organisations", "one of them": nobody by name.
_COUNTED = re.compile(
    r"(?:both|each|one|two|three|four|five|several|some|many|most|others?)\b", re.I
)
_ARTICLE = re.compile(r"^(?:[Tt]he|[Aa]n?) (?=[A-Z])")  # "the north" keeps its own


def _label(mention: Mention) -> str:
    """A person by the bare name; a body whole: 'northern defence ministry', and not 'ministry'."""
    if mention.name is None:
        return mention.words
    if mention.kind == "person" or (mention.entity or "").startswith("person/"):
        return bare_name(mention.name)
    return _ARTICLE.sub("", mention.name)


def _party_of(mention: Mention, words: str, about: Describer) -> Party | None:
    register = about.register
    if mention.entity is not None and mention.entity.startswith("group/"):
        known = register.parties.get(mention.entity.removeprefix("group/"))
        if known is not None:
            return known
    speaker = register.speaker_for(mention.name or mention.words) or register.speaker_for(
        mention.words
    )
    if speaker is None and mention.name is not None:
        bare = {fold_name(bare_name(name)): id_ for id_, name in _people(register)}
        id_ = bare.get(fold_name(mention.name))
        speaker = register.parties[id_] if id_ is not None else None
    owner = register.owner_of(_without_the(mention.words))
    return speaker or owner or _by_its_paper(_named_in(words, register), mention.words, register)


def _by_its_paper(found: Party | None, words: str, register: Register) -> Party | None:
    """'The northern bulletin' is of the body of the north that is known by its bulletin."""
    noun = fold_name(first_words(words)).split()[-1:]
    named = kind_in(noun[0]) if noun else None
    if found is None or found.side is None or named is None or named.kind != "document":
        return found
    makers = (
        party for party in register.parties.values()
        if party.side == found.side and any(fold_name(n).split()[-1:] == noun for n in party.names)
    )  # fmt: skip
    return next(makers, found)


def _people(register: Register) -> Sequence[tuple[str, str]]:
    return [(party.id, person) for party in register.parties.values() for person in party.people]


def _named_in(words: str, register: Register) -> Party | None:
    """The party with the longest name that stands in the words as whole words."""
    for word in re.findall(r"[\w.]+", words):
        if word in register.by_acronym:
            return register.parties[register.by_acronym[word]]
    parts = fold_name(words).split()
    for size in range(min(len(parts), 7), 0, -1):
        for start in range(len(parts) - size + 1):
            id_ = register.by_name.get(" ".join(parts[start : start + size]))
            if id_ is not None:
                return register.parties[id_]
    return None


def _without_the(words: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+", "", words, flags=re.IGNORECASE)


def _holds(party: Party, day: str | None) -> bool:
    if day is None:
        return True
    return (party.start is None or party.start <= day) and (party.stop is None or day <= party.stop)


def _kind_of(
    mention: Mention, words: str, known: str, party: Party | None, seen: SourceKind | None
) -> SourceKind:
    """By name, then by the head noun, then as the encoder sees it, then by words beside.

    seen: what the encoder takes the source for, where it is sure
    """
    outlet = _outlet_kind(mention)
    if outlet == "outlet" and (seen == "agency" or _AGENCY.search(words)):
        outlet = "agency"
    named = [n for told in (mention.words, words, known) if (n := kind_in(told)) is not None]
    by_head = next((n for n in named if n.by_head), None)
    is_paper = by_head is not None and by_head.kind == "document"
    if outlet is not None and not (is_paper and mention.words.split()[-1].islower()):
        return outlet
    is_state = mention.kind == "place" or (party is None and _is_government(mention.entity))
    if is_state and by_head is None:
        return "government"
    if party is not None and mention.kind != "crowd" and party.kind not in {"unknown", "outlet"}:
        described = named[0].kind if named else None
        return described if described in _SEEING | _RECORDING else party.kind
    if party is not None:
        named = [n for n in named if n.kind not in {"document", "outlet"}]
        by_head = next((n for n in named if n.by_head), None)
    if by_head is not None and not (by_head.of_any_side and seen in _ARMED):
        return by_head.kind
    if seen is not None:
        return seen
    beside = next(iter(named), None)
    return beside.kind if beside is not None else party.kind if party is not None else "unknown"


def _is_government(entity: str | None) -> bool:
    """As `governments.government_of` writes it: 'group/iraqi-government'."""
    return entity is not None and entity.startswith("group/") and entity.endswith("-government")


def _outlet_kind(mention: Mention) -> SourceKind | None:
    words = load_outlet_words()
    folded = fold_name(_without_the(mention.words))
    last = folded.split()[-1] if folded else ""
    if folded in words.agencies or (
        last in words.agency_endings
        and mention.words[:1].isupper()
        and " " in folded
        and "news" in folded
    ):
        return "agency"
    if mention.kind == "outlet" or folded in words.outlets:
        return "outlet"
    is_named = (
        mention.kind in {"group", "place", "person"} and mention.words.split()[-1][:1].isupper()
    )
    return "outlet" if is_named and " " in folded and last in words.endings else None


def _position(kind: SourceKind) -> Position:
    if kind in {"outlet", "agency"}:
        return "outlet" if kind == "outlet" else "agency"
    return "witness" if kind in _SEEING else "speaker"


def _naming(mention: Mention, words: str, party: Party | None, seen: Naming | None) -> Naming:
    """A body, or someone who speaks for one by office, is named by it; 'a source' never is."""
    is_counted = _COUNTED.match(words) is not None and words[1:] == words[1:].lower()
    if _UNNAMED.search(words) or is_counted:
        return "unnamed"
    if mention.kind == "person" and mention.name is not None:
        return "named"
    if mention.kind in {"group", "outlet", "place"} and (
        mention.entity is not None or mention.kind != "group"
    ):
        return "named"
    if party is not None and _SPOKEN_FOR.search(words):
        return "named"
    if seen is not None:
        return seen
    return "named" if party is not None and mention.entity == f"group/{party.id}" else "unnamed"


def as_some_one(step: Source | None, words: str) -> Source | None:
    """'A northern officer' is the army's, and nobody by name, whoever else speaks for it."""
    if step is None or step.organisation is None or (step.entity or "").startswith("person/"):
        return step
    is_one = _SOME_ONE.match(words) or are_some(words)
    return replace(step, naming="unnamed") if is_one and not _SPOKEN_FOR.search(words) else step


def _own_organisation(mention: Mention) -> str | None:
    if mention.entity is not None and mention.entity.startswith("group/"):
        return mention.entity.removeprefix("group/")
    return None


def _basis(kind: SourceKind, side: str | None, seen: Seen) -> Basis:
    """How the source knows: by its words, else as such a source does (WEIGHING.md, section 1).

    A belligerent speaks of its own acts and losses: it was there. Whoever only accuses gives
    no basis.
    """
    is_own = side is not None and kind in _BELLIGERENT and seen.stance != "accuses"
    records = kind == "monitor" and seen.stance != "accuses"  # it gathers what it reports
    if seen.basis is not None and not (seen.basis == "not_stated" and (is_own or records)):
        return seen.basis
    if kind in _SEEING:
        return "saw"
    if kind in _RECORDING:
        return "record"
    if kind in _WEIGHING:
        return "assesses"
    if kind == "activist":
        return "told_by"
    if is_own:
        return "saw"
    return "reacts" if seen.stance == "accuses" and kind == "government" else "not_stated"


def roles_by_person(told: Sequence[tuple[str, str]]) -> Mapping[str, str]:
    """All words that tell what a person is, by entity, for later mentions by surname alone."""
    found: dict[str, str] = {}
    for entity, words in told:
        found[entity] = f"{found[entity]}, {words}" if entity in found else words
    return found


def day_of(published_at: Interval | None) -> str | None:
    return published_at.start[:10] if published_at is not None else None

"""The nouns of sayso: frozen records that every room passes on and none changes.

Spans count Unicode code points of `Report.text`, end excluded. Times are UTC ISO strings.
"""

from dataclasses import dataclass
from typing import Literal

Genre = Literal["news", "opinion", "letter", "obituary", "first_person", "unknown"]
PublishedFrom = Literal["metadata", "dateline", "fetch", "unknown"]
PassageKind = Literal[
    "headline", "standfirst", "byline", "dateline", "body",
    "backgrounder", "caption", "correction", "list", "furniture",
]  # fmt: skip
MentionKind = Literal["person", "group", "place", "role", "outlet", "crowd"]
Manner = Literal["direct", "indirect", "mixed"]
Stance = Literal[
    "asserts", "admits", "accuses", "denies", "doubts", "unclear", "no_knowledge",
    "declines", "retracts", "calls_for", "promises", "hopes", "asks",
]  # fmt: skip
Modality = Literal["happened", "ongoing", "attempted", "planned", "called_for", "hypothetical"]
Scope = Literal["total", "part", "aggregate", "generic"]
CountOp = Literal[
    "none", "exact", "at_least", "more_than", "up_to", "about", "between", "vague"
]  # fmt: skip
Precision = Literal["instant", "hour", "day", "week", "month", "year", "unknown"]
ReachedBy = Literal["explicit", "relative_to_publication", "relative_to_earlier", "unknown"]
Position = Literal["outlet", "agency", "relay", "speaker", "witness"]
SourceKind = Literal[
    "military", "government", "rebel", "monitor", "aid", "medic", "rescuer", "activist",
    "family", "lawyer", "court", "intelligence", "analyst", "witness", "detainee",
    "outlet", "agency", "document", "unknown",
]  # fmt: skip
Naming = Literal["named", "unnamed", "pseudonym"]
Basis = Literal["saw", "record", "told_by", "assesses", "reacts", "not_stated"]
EvidenceKind = Literal[
    "photo", "video", "satellite_image", "test_result", "name_list", "document", "post"
]  # fmt: skip


# Whoever says it, of those who say the same of themselves: 'both sides said they had won'.
EACH_SIDE = "group/each-side"
# Whom a report only describes goes by this, the report's id and the words' place: 'described/r1/12-20'.
DESCRIBED = "described/"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters from `start` to `stop` (excluded) of one report's text."""

    start: int
    stop: int

    def of(self, text: str) -> str:
        """The words the span stands on: the only way to get a quote."""
        return text[self.start : self.stop]

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.stop <= self.stop

    def meets(self, other: "Span") -> bool:
        return self.start < other.stop and other.start < self.stop


@dataclass(frozen=True, slots=True)
class Interval:
    """A time that is known from `start` to `stop`, both included, as UTC ISO to the second.

    A time known only to the day is the whole day: 00:00:00Z to 23:59:59Z.
    """

    start: str
    stop: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a report with one job; `repeats` is the index of the passage it prints again."""

    span: Span
    kind: PassageKind
    repeats: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One published text, fixed for ever. `published_at` None: no date was found.

    id:              hash of outlet, url, date, title and text
    given_id:        the id it came with, if any
    published_day:   the day by the clock it was printed with, where UTC has another; None: UTC's own
    published_other: a second date that disagrees with the first; both are kept
    raw_digest:      SHA-256 of the bytes it was read from
    """

    id: str
    text: str
    given_id: str | None = None
    passages: tuple[Passage, ...] = ()
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    genre: Genre = "unknown"
    published_at: Interval | None = None
    published_from: PublishedFrom = "unknown"
    published_other: Interval | None = None
    version_of: str | None = None
    fetched_at: str | None = None
    raw_digest: str = ""
    reader: str = ""
    published_day: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name or describe someone or something.

    entity: who it is, as an id; None: not resolved
    name:   the fullest name the report itself gives that entity
    means:  of a pronoun or description, the words elsewhere in the report that name best who it
            stands for; None: it stands for itself, or the report does not tell
    """

    span: Span
    kind: MentionKind
    words: str
    entity: str | None = None
    name: str | None = None
    candidates: tuple[str, ...] = ()
    means: Span | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """A name-calling: `by` calls the entity `words`. Never an alias, never a heading.

    by: what the one who calls is called; None: the outlet itself; by_entity: who that is
    """

    span: Span
    words: str
    entity: str | None
    by: str | None
    by_entity: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A time expression on the calendar; `interval` None: it could not be reached.

    type:  TIMEX3 type; value: TIMEX3 value ("2021-09-06", "P2D", "PRESENT_REF")
    """

    span: Span
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None
    interval: Interval | None
    precision: Precision
    reached_by: ReachedBy


@dataclass(frozen=True, slots=True)
class Place:
    """Where on earth a mention is. `level`: country, admin1, admin2, town, region, site.

    corrected: the words were taken for a misprint of the name
    """

    span: Span
    words: str
    name: str | None
    geonameid: int | None
    latitude: float | None
    longitude: float | None
    country: str | None
    admin1: str | None
    level: str | None
    score: float
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """How many, as the report puts it. `high` None: open above. 'Dozens' is low 24, open.

    op:         the form of the words; `word` holds the vague word itself
    categories: what was counted ("killed", "captured"); more than one: either of them
    group:      who was counted (people, civilians, children, women, fighters ...)
    """

    low: int
    high: int | None
    op: CountOp
    categories: tuple[str, ...]
    group: str
    scope: Scope
    words: str
    span: Span
    word: str | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """One participant of an event: `name` is a role of `event_types.toml`."""

    name: str
    filler: Mention


@dataclass(frozen=True, slots=True)
class Event:
    """Something that is said to have happened, or to be so.

    place, when: indexes into the annotations' places and times
    hedges:      the hedging words whose scope takes it in
    background:  history told in passing; it belongs to the event of its own date
    presupposed: told in what a speaker reacts to: the outlet's word, not the speaker's
    target_kind: of what was struck or taken, the first that is of a kind (hospital, school ...)
    target_kinds: of each that is of a kind, where it is named and the kind
    """

    type: str
    trigger: Span
    roles: tuple[Role, ...] = ()
    counts: tuple[Count, ...] = ()
    place: int | None = None
    when: int | None = None
    negated: bool = False
    modality: Modality = "happened"
    scope: Scope = "total"
    hedges: tuple[Span, ...] = ()
    background: bool = False
    presupposed: bool = False
    target_kind: str | None = None
    target_kinds: tuple[tuple[Span, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One step of a chain, from the outlet inward."""

    label: str
    entity: str | None
    position: Position
    kind: SourceKind
    naming: Naming
    organisation: str | None
    side: str | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class Attribution:
    """Someone is made to say something. `source` None: nobody is named ("is reported").

    source:   what the source is called; source_words: all words that tell who it is
    basis:    what the words say of how the source knows ("saw", "believes")
    kind, naming: what the words let one take the source for; None: they leave it open
    heard_by: who it was said to, where that is an outlet or agency ("told the agency")
    said_by:  the source as a step of a chain; relayed_by: the same for `heard_by` (both by `resolve`)
    inside:   index of the attribution in whose content this one stands
    occasion: the words that tell where it was said, or in what ("at a press conference")
    """

    source: Mention | None
    source_words: tuple[Span, ...]
    cue: Span
    content: tuple[Span, ...]
    manner: Manner
    stance: Stance
    basis: Basis | None = None
    kind: SourceKind | None = None
    naming: Naming | None = None
    hedges: tuple[Span, ...] = ()
    insertions: tuple[Span, ...] = ()
    said_at: int | None = None
    heard_by: Mention | None = None
    said_by: Source | None = None
    relayed_by: Source | None = None
    inside: int | None = None
    occasion: Span | None = None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of a report, and where they stand."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a report points to as showing something.

    made_by, shown_by: who took or drew it up, who handed it on, as the report puts it
    seen_by_outlet: the outlet says that it has seen, or has, the thing itself
    checked:  the outlet says that it checked it (False: that it could not); None: it does not say
    shows:    what it is said to show
    not_for:  what tells what it is no evidence of: "who fired", "dates from 2015"
    """

    kind: EvidenceKind
    span: Span
    words: str
    made_by: str | None = None
    shown_by: str | None = None
    seen_by_outlet: bool = False
    checked: bool | None = None
    shows: tuple[Excerpt, ...] = ()
    not_for: tuple[Excerpt, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that one report's text says, in standoff form; indexes point into these tuples.

    marks: what the encoder marked, as it did; `mentions` is what the parse makes of it
    same:  who it is, and the noun by which a sentence says what he is: they mean one
    """

    report: str
    sentences: tuple[Span, ...] = ()
    passages: tuple[Passage, ...] = ()
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[When, ...] = ()
    events: tuple[Event, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    labels: tuple[Label, ...] = ()
    hedges: tuple[Span, ...] = ()
    marks: tuple[Mention, ...] = ()
    same: tuple[tuple[Span, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One source saying one thing in one report; what the ledger stores.

    chain:         without the report's own outlet; nearest first, deepest last
    own:           the outlet's own word (the chain is empty)
    place, when:   of the event, resolved (the event's indexes are of no use outside its report)
    quote:         the spans the claim stands on
    words:         those spans' text
    occasion:      where it was said, or in what, as the report has it ("at a press conference")
    reading_score: how sure we are of the reading, never of the fact
    """

    id: str
    report: str
    outlet: str | None
    published_at: Interval | None
    event: Event
    place: Place | None
    when: When | None
    attribution: int | None
    cue: Span | None
    chain: tuple[Source, ...]
    own: bool
    stance: Stance
    hedged: bool
    hedges: tuple[Span, ...]
    scope: Scope
    direct: bool
    said_at: When | None
    quote: tuple[Span, ...]
    words: str
    evidence: tuple[Evidence, ...]
    reading_score: float
    made_by: str
    occasion: str | None = None


@dataclass(frozen=True, slots=True)
class Sighting:
    """Someone whom a report brings up, whether or not it claims anything of them.

    entity: "person/…" or "group/…"; "described/…" where it is not resolved, mostly for want of a name
    names:  as the report has them, the fullest first, then those that one is known by besides
    called: what it calls the one besides, as printed: "the mayor", "his brother"
    spans:  of all words that name or describe the one, in text order, no pronouns
    speaks: says something in the report
    labels: what others call the one in it, with who does; none of them is a name
    """

    report: str
    published_at: Interval | None
    entity: str
    names: tuple[str, ...]
    called: tuple[str, ...]
    spans: tuple[Span, ...]
    speaks: bool = False
    kind: Literal["person", "group"] = "person"
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Input that could not be read: which, why, and what to do."""

    origin: str
    why: str

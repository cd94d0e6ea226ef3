"""A report's annotations in, how each of its mentions stands out: who speaks, in whose words, where."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sayso.resolve.kindred import KinTold
from sayso.resolve.name.fated import find_fated
from sayso.resolve.name.folding import fold_name
from sayso.resolve.name.titles import load_offices
from sayso.types import Annotations, Attribution, Mention, Span

_QUOTED = re.compile(r"“[^”\n]*(?:”|(?=\n)|$)|\"[^\"\n]*(?:\"|(?=\n)|$)")


@dataclass(frozen=True, slots=True)
class Standing:
    """How one mention stands in its report.

    sentence:  its number
    depth:     0: it says something in the report's own words; 1: in another's; None: nothing
    says:      the contents that it is made to say
    inside:    numbers of the attributions in whose content it stands, the innermost first
    quotation: the quotation marks around it
    told_only: no pronoun means it ("the nephew of X")
    """

    sentence: int
    depth: int | None
    says: tuple[Span, ...]
    inside: tuple[int, ...]
    quotation: Span | None
    headline: bool
    told_only: bool

    @property
    def turn(self) -> int:
        """When it is looked at: quoted words may point to what only the words after them name."""
        if self.headline:
            return 2
        return 1 if self.quotation is not None else 0


@dataclass(frozen=True, slots=True)
class Scene:
    """What a mention's standing is read from.

    same, apart: words that mean one, and words that mean two ("his" and "his brother")
    lost: a pronoun for who is not heard of, and the one who was told missing last; one for whom
        something befell in the words of his kin, and the one whose kin they are
    """

    text: str
    starts: tuple[int, ...]
    attributions: tuple[Attribution, ...]
    quotations: tuple[Span, ...]
    headlines: tuple[Span, ...]
    in_passing: Collection[Span]
    same: tuple[tuple[Span, Span], ...] = ()
    apart: tuple[tuple[Span, Span], ...] = ()
    kin: tuple[KinTold, ...] = ()
    lost: tuple[tuple[Span, Span], ...] = ()

    def standing_of(self, mention: Mention) -> Standing:
        span = mention.span
        said = [a for a in self.attributions if a.source and span.covers(a.source.span)]
        around = [
            (sum(c.stop - c.start for c in a.content), number)
            for number, a in enumerate(self.attributions)
            if a.source is not None and any(c.covers(span) for c in a.content)
        ]
        return Standing(
            sentence=bisect_right(self.starts, span.start),
            depth=min((0 if a.inside is None else 1 for a in said), default=None),
            says=tuple(content for a in said for content in a.content),
            inside=tuple(number for _, number in sorted(around)),
            quotation=next((q for q in self.quotations if q.covers(span)), None),
            headline=any(h.covers(span) for h in self.headlines),
            told_only=span in self.in_passing,
        )

    def is_titled(self, mention: Mention) -> bool:
        """Whether a rank or an office stands before the name, or in it: 'Minister Ana Bor'."""
        before = self.text[max(0, mention.span.start - 30) : mention.span.start].split()[-1:]
        words = [*before, *mention.words.split()[:1]]
        return any(word[:1].isupper() and fold_name(word) in load_offices() for word in words)


def scene_of(annotations: Annotations, text: str, in_passing: Collection[Span] = ()) -> Scene:
    """in_passing: the mentions that no pronoun means."""
    fated = tuple(find_fated(annotations, text))
    return Scene(
        text=text,
        starts=tuple(s.start for s in annotations.sentences),
        attributions=annotations.attributions,
        quotations=tuple(Span(*found.span()) for found in _QUOTED.finditer(text)),
        headlines=tuple(p.span for p in annotations.passages if p.kind == "headline"),
        in_passing=in_passing,
        same=(
            *annotations.same,
            *_told_same(annotations, text),
            *_told_clients(annotations),
            *fated,
        ),
        apart=tuple(_beside(list(_told_apart(annotations)), dict(fated))),
        kin=tuple(_kin_told(annotations, text)),
        lost=(*_told_lost(annotations), *_told_by_kin(annotations)),
    )


_SEVERAL = re.compile(
    r"(?:brother|sister|cousin|nephew|niece|son|daughter)s|children", re.IGNORECASE
)
_HOLDERS = frozenset({"holder", "person"})
_LOST = frozenset({"missing", "disappeared"})
_GONE = frozenset({"missing", "disappeared", "killed", "died", "executed", "buried"})
_TELLING = frozenset({"office", "occupation", "kinship"})


def _told_same(annotations: Annotations, text: str) -> Iterator[tuple[Span, Span]]:
    """Who has an office or is somebody's kin, and the words for it; one of 'two sisters' is not both."""
    for event in annotations.events:
        if event.type in _TELLING and not _SEVERAL.fullmatch(event.trigger.of(text)):
            for role in event.roles:
                if role.name in _HOLDERS and not role.filler.span.covers(event.trigger):
                    yield role.filler.span, event.trigger


def _beside(
    apart: Iterable[tuple[Span, Span]], same: Mapping[Span, Span]
) -> Iterator[tuple[Span, Span]]:
    """The pairs, and those with the one who is meant: 'he is the dead man's son' is not the dead man."""
    for one, other in apart:
        yield one, other
        if other in same:
            yield one, same[other]


def _told_lost(annotations: Annotations) -> Iterator[tuple[Span, Span]]:
    """'Ana Bor is missing. Her brother said that nobody had heard from her.'"""
    last: Span | None = None
    for event in sorted(annotations.events, key=lambda e: e.trigger):
        for role in event.roles if event.type in _LOST else ():
            if role.name == "victim" and role.filler.kind == "person":
                if role.filler.words.lower() in {"him", "her"}:
                    if last is not None:
                        yield role.filler.span, last
                elif role.filler.words[:1].isupper():
                    last = role.filler.span


def _told_by_kin(annotations: Annotations) -> Iterator[tuple[Span, Span]]:
    """'His brother said that he had been arrested': of the one whose brother it is."""
    for filler, owner in _told_of(annotations):
        if filler.words.lower() in _ONE:
            yield filler.span, owner


def _told_clients(annotations: Annotations) -> Iterator[tuple[Span, Span]]:
    """'Odas's lawyer said that her client was held without charge'."""
    for filler, owner in _told_of(annotations):
        if _CLIENT.fullmatch(filler.words):
            yield filler.span, owner


def _told_of(annotations: Annotations) -> Iterator[tuple[Mention, Span]]:
    """Whom something befell in somebody's words, and whose kin, lawyer or friend says so."""
    kin = {
        one.filler.span: of.filler.span
        for event in annotations.events if event.type == "kinship"
        for one in event.roles if one.name == "person"
        for of in event.roles if of.name == "kin"
    }  # fmt: skip
    fates = [e for e in annotations.events if e.type in _FATES]
    for said in annotations.attributions:
        owner = _owner_of(said.source, kin) if said.source is not None else None
        for event in fates if owner is not None else ():
            if owner is not None and any(c.covers(event.trigger) for c in said.content):
                yield from ((r.filler, owner) for r in event.roles if r.name == "victim")


def _owner_of(source: Mention, kin: Mapping[Span, Span]) -> Span | None:
    """Of 'his lawyer' the words 'his', of 'Odas's lawyer' the name."""
    owned = _OWNED.match(source.words)
    if owned is None:
        return kin.get(source.span)
    return Span(source.span.start, source.span.start + owned.end(1))


_OWNED = re.compile(r"((?:his|her)(?= )|[^'’]{2,60}(?=['’]s ))", re.IGNORECASE)
_CLIENT = re.compile(r"(?:his|her) client", re.IGNORECASE)
_ONE = frozenset({"he", "she", "him", "her"})
_FATES = frozenset(
    "killed died executed injured captured detained arrest abducted missing disappeared released"
    " exchanged tortured alive hospitalised".split()
)


def _kin_told(annotations: Annotations, text: str) -> Iterator[KinTold]:
    for event in annotations.events:
        if event.type == "kinship":
            roles = {
                name: [r.filler.span for r in event.roles if r.name == name]
                for name in ("person", "kin")
            }
            for person in roles["person"]:
                yield from (KinTold(person, event.trigger.of(text), of) for of in roles["kin"])


def _told_apart(annotations: Annotations) -> Iterator[tuple[Span, Span]]:
    """Nobody is his own kin, or of his own body; and who speaks is neither dead nor lost."""
    for event in annotations.events:
        if event.type in _TELLING:
            mine = [r.filler.span for r in event.roles if r.name in _HOLDERS]
            theirs = [r.filler.span for r in event.roles if r.name in {"kin", "group"}]
            yield from ((one, other) for one in mine for other in theirs)
        if event.type in _GONE and not event.negated:
            victims = [r.filler for r in event.roles if r.name == "victim"]
            sources = [
                a.source
                for a in annotations.attributions
                if a.source is not None and any(c.covers(event.trigger) for c in a.content)
            ]
            # "They had not gone near, they said": one pronoun, and the same ones.
            yield from (
                (one.span, other.span) for one in victims for other in sources
                if one.words.lower() != other.words.lower()
            )  # fmt: skip

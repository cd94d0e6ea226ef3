"""Gold passages in, the program's own reading of them out, in the same form."""

from collections.abc import Iterator, Sequence

from bench.passages import GoldAttribution, GoldPassage
from sayso.flow import understand
from sayso.read.dates import parse_published
from sayso.read.reports import About, make_report
from sayso.run.local import Setup, load_reader
from sayso.show.annotated import smallest_mentions
from sayso.types import Annotations, Attribution, Source, Span

PRONOUNS = frozenset(  # the reading rules leave them out
    "he she it they i we you who whom whose which that him her them us me his its their our my this these those"
    " one both all some many".split()
)
NOBODY = Source("", None, "speaker", "unknown", "unnamed", None, None, "not_stated")


def read_passages(passages: Sequence[GoldPassage]) -> Iterator[GoldPassage]:
    """Each passage as the program reads it, in order."""
    reader = load_reader(Setup())
    for passage in passages:
        dates = (parse_published(passage.published_at),) if passage.published_at else ()
        about = About(outlet=passage.outlet, dates=tuple(d for d in dates if d is not None))
        report = make_report(passage.text, about, raw_digest="", reader="gold")
        yield _as_passage(passage, understand(report, reader))


def _as_passage(passage: GoldPassage, found: Annotations) -> GoldPassage:
    return GoldPassage(
        passage.id,
        passage.text,
        passage.outlet,
        passage.published_at,
        tuple(_as_gold(a, found) for a in found.attributions),
        tuple((h, h) for h in found.hedges),
        tuple(
            (m.span, m.kind)
            for m in smallest_mentions(found.mentions)
            if m.words.lower() not in PRONOUNS
        ),
    )


def _as_gold(said: Attribution, found: Annotations) -> GoldAttribution:
    step = said.said_by or NOBODY
    words = said.source_words
    when = found.times[said.said_at].span if said.said_at is not None else None
    return GoldAttribution(
        Span(words[0].start, words[-1].stop) if words else None,
        said.cue,
        said.content,
        said.stance,
        said.basis or "not_stated",
        step.kind,
        step.naming,
        said.inside,
        _who(said, found),
        tuple(e.trigger for e in found.events if e.presupposed),
        when,
        said.insertions,
    )


def _who(said: Attribution, found: Annotations) -> Span | None:
    """The words elsewhere by which the program names the source."""
    if said.source is None:
        return None
    if said.source.means is not None:
        return said.source.means
    if said.source.name is None:
        return None
    named = (m for m in found.mentions if m.words == said.source.name)
    return next((m.span for m in named if not m.span.meets(said.source.span)), None)

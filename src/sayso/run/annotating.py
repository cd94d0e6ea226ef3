"""Reports in, their annotations and claims out, running only what the parts asked for need."""

from collections.abc import Collection, Iterable, Iterator

from sayso.annotate.report import annotate, annotate_marks
from sayso.annotate.time.times import find_times_of
from sayso.claims import make_claims
from sayso.flow import Reader
from sayso.resolve.report import find_places, resolve
from sayso.run.local import Setup, load_reader
from sayso.types import Annotations, Claim, Refusal, Report

_UNREAD = frozenset({"times", "passages"})
_UNPARSED = _UNREAD | {"places"}

Annotated = tuple[Report, Annotations, tuple[Claim, ...]]


def annotate_all(
    items: Iterable[Report | Refusal], setup: Setup, parts: Collection[str]
) -> Iterator[Annotated | Refusal]:
    """Each report with what it says, in the order given; a refusal where one breaks."""
    if set(parts) <= _UNREAD:
        for item in items:
            yield item if isinstance(item, Refusal) else (item, _unread(item), ())
        return
    reader = load_reader(setup)
    for item in items:
        yield item if isinstance(item, Refusal) else _annotate(item, reader, parts)


def _unread(report: Report) -> Annotations:
    return Annotations(report.id, passages=report.passages, times=find_times_of(report))


def _annotate(report: Report, reader: Reader, parts: Collection[str]) -> Annotated | Refusal:
    try:
        if set(parts) <= _UNPARSED:
            found = annotate_marks(report, reader.encoder)
            return report, find_places(found, report, reader.world), ()
        found = annotate(
            report,
            reader.nlp,
            reader.encoder,
            with_events=bool({"events", "claims"} & set(parts)),
        )
        resolved = resolve(found, report, reader.world)
        claims = make_claims(report, resolved) if "claims" in parts else ()
    except Exception as error:  # one report must not end a run of thousands
        return Refusal(
            report.given_id or report.id, f"reading broke on {type(error).__name__}: {error}"
        )
    return report, resolved, claims

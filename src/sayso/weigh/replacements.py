"""Notices, copies and versions in; what is withdrawn, and what stands in whose place, out."""

from collections.abc import Mapping, Sequence

from sayso.notes import Notice


def without_corrected(
    copies: Mapping[str, tuple[str, ...]], notices: Sequence[Notice]
) -> Mapping[str, tuple[str, ...]]:
    """A corrected version takes the place of the report it replaces, and is no copy of it."""
    replaced = {(notice.by, notice.report) for notice in notices if notice.by is not None}
    return {
        copy: tuple(original for original in originals if (copy, original) not in replaced)
        for copy, originals in copies.items()
    }


def join_versions(
    notices: Sequence[Notice], pages: Mapping[str, str]
) -> Mapping[str, tuple[str, ...]]:
    """Report -> the reports it takes the place of. pages: report -> its page's version before it."""
    replaced = {report: (before,) for report, before in pages.items()}
    for notice in notices:
        if notice.by is not None and notice.report not in replaced.get(notice.by, ()):
            replaced[notice.by] = (*replaced.get(notice.by, ()), notice.report)
    return replaced


def find_withdrawn(
    notices: Sequence[Notice], copies: Mapping[str, tuple[str, ...]]
) -> Mapping[str, str]:
    """Report -> since when it is withdrawn; its copies fall with it, but not its corrected version."""
    since: dict[str, str] = {}
    corrected = {notice.by for notice in notices if notice.by is not None}
    for notice in notices:
        since[notice.report] = min(since.get(notice.report, notice.at.stop), notice.at.stop)
    for copy, originals in copies.items():
        moments = [since[report] for report in originals if report in since]
        stands = copy in corrected or bool(corrected & set(originals))
        if moments and copy not in since and not stands:
            since[copy] = min(moments)
    return since

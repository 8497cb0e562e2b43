"""The words about indicators of a table, where the text goes through them without points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from perf_tui.core.claims.claims import IndicatorClaim
from perf_tui.reader.claims.headings import HEADS, name_of
from perf_tui.reader.claims.items import item_of
from perf_tui.reader.claims.outline import ReportLine
from perf_tui.reader.likeness import likeness_of_names

SAME_TITLE = 0.8  # from 0 to 1; without points beside it, a title has to be nearly the name


def passages_of(lines: Sequence[ReportLine], names: Iterable[str]) -> Iterator[IndicatorClaim]:
    """Yield an indicator for every heading, or beginning of a line, that is one of the names."""
    known = list(names)
    for line in lines:
        if _is_named(line, known):
            yield item_of(line.number, line, lines, _end(lines, line))


def _is_named(line: ReportLine, names: Sequence[str]) -> bool:
    if line.kind in ("blank", "row"):
        return False
    name = name_of(line)
    if line.kind == "words":
        return name != line.title and name in names
    return any(name == one or likeness_of_names(name, one) >= SAME_TITLE for one in names)


def _end(lines: Sequence[ReportLine], heading: ReportLine) -> int:
    """Return the number of the next line of the same kind, of a chapter or of a section."""
    kinds = {heading.kind, *HEADS}
    behind = lines[heading.number :]
    if heading.kind == "words":
        return heading.number + 1
    ends = (one.number for one in behind if one.kind in kinds or one.kind == "row")
    return next(ends, len(lines) + 1)

"""What was found of a report's indicators, whoever's they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from perf_tui.core.claims.claims import IndicatorClaim, Quote
from perf_tui.reader.targets.result import Field, IndicatorRow


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the report says something twice and differently, or what cannot be kept as it is."""

    at: Quote
    message: str


@dataclass(frozen=True, slots=True)
class ReportIndicator:
    """An indicator of a report: what its row in a table and its words in the text say together.

    `row.row` is the number of the line where it stands, which `at` quotes. `from_words` holds the
    fields of the row that come from the text, each with its place. `item` is the indicator in the
    text, or None if it stands only in a table.
    """

    row: IndicatorRow
    at: Quote
    item: IndicatorClaim | None = None
    from_words: Mapping[Field, Quote] = field(default_factory=dict)

    @property
    def unit_in_table(self) -> str:
        """The unit if a table gives it; words may count something else."""
        return "" if self.item and (self.item.heading.line == self.row.row) else self.row.unit

    def place_of(self, name: Field) -> Quote:
        """Return where a field of the row was read."""
        return self.from_words.get(name, self.at)


@dataclass(frozen=True, slots=True)
class FoundIndicators:
    """The indicators of a report, where it contradicts itself on them, and what was left out."""

    indicators: tuple[ReportIndicator, ...] = ()
    differences: tuple[Difference, ...] = ()
    unread: tuple[Quote, ...] = ()

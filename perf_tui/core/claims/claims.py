"""What a finished report claims, and where. The reader finds it and the rules judge it.

Lines count from 1, and a quote stands literally in its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from perf_tui.core.numbers.rounding import ARITHMETIC, half_up

MONEY = {"元": 0, "万元": 4, "亿元": 8}
"""Unit of money → the power of ten that converts it into 元."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words and the number of the line in which they stand."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Stated:
    """A number that a report states: `value` in `unit`, printed with that many `decimals`."""

    value: Decimal
    at: Quote
    unit: str = ""
    decimals: int = 0

    @property
    def yuan(self) -> Decimal:
        """The value in 元. A unit that is no money leaves it as it is."""
        return self.value.scaleb(MONEY.get(self.unit, 0))

    @property
    def step(self) -> Decimal:
        """One unit in the last printed place, in 元: how exactly the amount is stated."""
        return Decimal(1).scaleb(MONEY.get(self.unit, 0) - self.decimals)


@dataclass(frozen=True, slots=True)
class Count(Stated):
    """A number with the `words` before it, those `behind` it, and a `phrase` of words and number.

    `rough` says that 约, 近, 余 or the like stands beside it. `sentence` and `clause` count the
    sentences and clauses of the line from 0. `end` is the index in the line behind the number.
    """

    phrase: Quote = Quote(0, "")
    words: str = ""
    behind: str = ""
    rough: bool = False
    sentence: int = 0
    clause: int = 0
    end: int = 0

    @property
    def label(self) -> str:
        """The words without the verb or colon that only leads over to the number."""
        return _LEADING_OVER.sub("", self.words)


_LEADING_OVER = re.compile(
    r"(?:共计|合计|累计|总计|总额|达到|完成|为|达|是|有|了|共|计|[:：])++\s*$"
)


@dataclass(frozen=True, slots=True)
class Relation:
    """An actual value, a target, and how they are said to relate.

    `relation` is "above", "below", "equal" or "at most".
    """

    actual: Stated
    target: Stated
    relation: str
    at: Quote


@dataclass(frozen=True, slots=True)
class IndicatorClaim:
    """An indicator as the report goes through it.

    `number` is its place in the report from 1, `printed` the number that stands before it. `weight`
    and `scores` are in points. `body` are the lines of its words, the heading among them, because
    some reports write on in the same line.
    """

    number: int
    printed: int | None
    name: str
    heading: Quote
    weight: Stated | None
    scores: tuple[Stated, ...]
    reaches: tuple[Relation, ...]
    body: tuple[Quote, ...]

    @property
    def words(self) -> str:
        """Everything that is said about the indicator, line by line."""
        return "\n".join(quote.text for quote in self.body)

    @property
    def score(self) -> Stated | None:
        """The last score that is stated, or None if there is none."""
        return self.scores[-1] if self.scores else None

    @property
    def full(self) -> bool:
        """Whether the stated score equals the stated weight."""
        score, weight = self.score, self.weight
        return score is not None and weight is not None and score.value == weight.value


@dataclass(frozen=True, slots=True)
class ReportPart:
    """A chapter (一、) or a section (（一）) with the lines of text below its title."""

    title: Quote
    is_chapter: bool
    body: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class TableRowClaim:
    """An indicator's row in a self-evaluation table, or a row of sums (`is_sum`).

    `weight` and `score` are in points, `table` counts the tables of the report from 1.
    """

    name: str
    weight: Stated | None
    score: Stated | None
    table: int = 0
    is_sum: bool = False


@dataclass(frozen=True, slots=True)
class ExecutionClaim:
    """The budget as one line tells it: three amounts of money, and the rate in %."""

    initial: Stated | None = None
    adjusted: Stated | None = None
    executed: Stated | None = None
    rate: Stated | None = None

    @property
    def share(self) -> Decimal | None:
        """Executed ÷ adjusted budget as a share of one, or None if either is missing.

        A report without an adjusted budget is taken by its initial one.
        """
        base = self.adjusted or self.initial
        if self.executed is None or base is None or not base.yuan:
            return None
        return ARITHMETIC.divide(self.executed.yuan, base.yuan)

    @property
    def agrees(self) -> bool:
        """Whether the amounts give the stated rate, to its printed decimals."""
        if self.share is None or self.rate is None:
            return False
        return half_up(self.share * 100, self.rate.decimals) == self.rate.value


@dataclass(frozen=True, slots=True)
class Claims:
    """Everything that a report claims. What it lacks is None or empty.

    `lists` are the printed numbers of every list outside the indicators. `item_at` and `counts_in`
    are keyed by the number of the line. `table_total` is the total in the table, `total` the one in
    the text. `dated` is the date as it is written, and `day` is None if there is no such day.
    """

    lines: tuple[str, ...]
    year: Stated | None = None
    unit: Quote | None = None
    parts: tuple[ReportPart, ...] = ()
    lists: tuple[tuple[Stated, ...], ...] = ()
    executions: tuple[ExecutionClaim, ...] = ()
    items: tuple[IndicatorClaim, ...] = ()
    rows: tuple[TableRowClaim, ...] = ()
    table_total: Stated | None = None
    total: Stated | None = None
    grade: str = ""
    grade_at: Quote | None = None
    signature: Quote | None = None
    dated: Quote | None = None
    day: date | None = None
    item_at: Mapping[int, IndicatorClaim] = field(default_factory=dict)
    counts_in: Mapping[int, tuple[Count, ...]] = field(default_factory=dict)

    @property
    def counts(self) -> Iterator[Count]:
        """Every number that counts something, in the order of the text."""
        return (count for counts in self.counts_in.values() for count in counts)

    def counts_of(self, item: IndicatorClaim) -> Iterator[Count]:
        """Yield the numbers in the words of an indicator."""
        return (count for quote in item.body for count in self.counts_in.get(quote.line, ()))

    def indicator_at(self, line: int) -> int | None:
        """Return the number of the indicator that a line belongs to, or None for any other line."""
        return self.item_at[line].number if line in self.item_at else None

    @property
    def end(self) -> Quote:
        """The last line that is not blank, where a finding about something missing is placed."""
        last = len(self.lines)
        said = (
            Quote(last - n, text)
            for n, line in enumerate(reversed(self.lines))
            if (text := line.strip())
        )
        return next(said, Quote(1, ""))

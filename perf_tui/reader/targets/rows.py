"""The rows below a head: indicators, and what is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from perf_tui.core.numbers import half_width
from perf_tui.reader.targets import cells
from perf_tui.reader.targets.result import Field, IndicatorRow
from perf_tui.reader.targets.shape import Head, Row
from perf_tui.reader.targets.target import Target, read_target, share_doubt

CORE = frozenset("是√✓✔Yy1") | {"核心", "核心指标", "☑"}
LEVELS: tuple[Field, ...] = ("category", "subcategory")
TARGETS: tuple[Field, ...] = ("target", "adjusted", "actual")
TOO_LONG = "有一格超过 1 万字"
TOTAL = "合计行"
BELOW = "在合计行以下"
NOTE = "表下的说明"
LINE = "整行只有一段文字"
GROUP = "只有指标类别"
NAMELESS = "没有指标名称"
BLANK = "名称没有填"
FILLING = "没有填"
BARE = "没有指标值和分值"


@dataclass(frozen=True, slots=True)
class Levels:
    """The groups that a row belongs to, with the weights that stand behind their names."""

    category: str = ""
    subcategory: str = ""
    weights: tuple[str, str] = ("", "")

    @property
    def weight(self) -> str:
        """The weight of the smallest group."""
        return self.weights[1] or self.weights[0]

    def below(self, category: str, subcategory: str, weight: str) -> Levels:
        """Return the groups of the next row. Empty cells are merged with those above.

        A `weight` in a cell of its own belongs to the smaller of the groups.
        """
        first = _first(self, category, "" if subcategory else weight)
        return _second(first, subcategory, weight)


def _first(levels: Levels, cell: str, weight: str) -> Levels:
    name, own = cells.named(cell)
    if not cell or name == levels.category:
        return levels
    return Levels(name, "", (own or weight, ""))


def _second(levels: Levels, cell: str, weight: str) -> Levels:
    name, own = cells.named(cell)
    if not cell or name == levels.subcategory:
        return levels
    return replace(levels, subcategory=name, weights=(levels.weights[0], own or weight))


def read_rows(
    rows: Sequence[Row], head: Head, end: int
) -> Iterator[tuple[int, IndicatorRow | str]]:
    """Yield every row from below a head to row `end`, as an indicator or as why it is none."""
    numbers = range(head.last + 1, end + 1)
    bottom = _bottom(rows, numbers)
    levels = Levels()
    for number in numbers:
        row = rows[number - 1]
        if not any(row):
            continue
        reason = BELOW if number > bottom else _no_row(row)
        if not reason:
            reason = _no_indicator(head, row)
            levels = _levels(levels, head, row, is_group=reason == GROUP)
        yield number, reason or _indicator(number, row, head, levels)


def total_weight(rows: Sequence[Row], head: Head, end: int) -> str:
    """Return the weight that is printed below a table for all of it, or nothing."""
    totals = (row for row in rows[head.last : end] if cells.is_table_total(row))
    return next((cells.points(head.cell(row, "weight")) for row in totals), "")


def _bottom(rows: Sequence[Row], numbers: range) -> int:
    """Return the row of the last total, or the last row if there is none below an indicator."""
    totals = (n for n in reversed(numbers) if cells.is_table_total(rows[n - 1]))
    last = next(totals, 0)
    return last if last > numbers.start else numbers.stop


def _no_row(row: Row) -> str:
    if max(map(len, row)) > cells.LONGEST:
        return TOO_LONG
    if not any(map(cells.filled, row)):
        return FILLING
    if cells.is_total(row):
        return TOTAL
    if cells.is_note(row):
        return NOTE
    text = _line(row)
    return LINE if text and list(row).count(text) > 1 and not _is_group(text) else ""


def _line(row: Row) -> str:
    """Return the text that stands alone in a row, as merged cells across a table have it."""
    words = set(filter(None, row))
    return words.pop() if len(words) == 1 else ""


def _levels(levels: Levels, head: Head, row: Row, *, is_group: bool) -> Levels:
    weight = cells.points(head.cell(row, "weight")) if is_group else ""
    text = _line(row) or _group_in_place_of_name(head, row)
    level = cells.group_level(cells.named(text)[0])
    if level == 1:
        return levels.below(text, "", weight)
    if level == 2:
        return levels.below("", text, weight)
    return levels.below(head.cell(row, "category"), head.cell(row, "subcategory"), weight)


def _group_in_place_of_name(head: Head, row: Row) -> str:
    """Return the name of a group that stands among the names of indicators, without a target."""
    name = head.cell(row, "name")
    others = {head.cell(row, level) for level in LEVELS} - {"", name}
    return name if _is_group(name) and not others and not _has_values(head, row) else ""


def _is_group(text: str) -> bool:
    return cells.group_level(cells.named(text)[0]) > 0


def _no_indicator(head: Head, row: Row) -> str:
    if _is_group(_line(row)) or _group_in_place_of_name(head, row):
        return GROUP
    if name := head.cell(row, "name"):
        return "" if cells.named(name)[0] else BLANK
    levels = (cells.named(head.cell(row, level))[0] for level in LEVELS)
    return GROUP if any(levels) and not _has_values(head, row) else NAMELESS


def _has_values(head: Head, row: Row) -> bool:
    return any(cells.filled(head.cell(row, one)) for one in TARGETS)


def _indicator(number: int, row: Row, head: Head, levels: Levels) -> IndicatorRow:
    name, weight = cells.named(head.cell(row, "name"))
    initial, adjusted = _targets(row, head)
    main = initial if initial.text else adjusted
    weight = cells.points(head.cell(row, "weight")) or weight
    bare = "" if weight or main.text or levels.weight else BARE
    share = "" if "%" in half_width(head.cell(row, "target")) else share_doubt(name, main)
    return IndicatorRow(
        row=number,
        name=name,
        category=levels.category,
        subcategory=levels.subcategory,
        unit=main.unit,
        sign=main.sign,
        target=initial.text,
        adjusted=adjusted.text,
        weight=weight,
        group_weight=levels.weight,
        core=cells.one_line(head.cell(row, "core")) in CORE,
        actual=cells.filled(cells.one_line(head.cell(row, "actual"))),
        score=cells.points(head.cell(row, "score")),
        reason=cells.said(head.cell(row, "reason")),
        remark=cells.said(head.cell(row, "remark")),
        doubts=tuple(filter(None, dict.fromkeys((initial.doubt, adjusted.doubt, share, bare)))),
    )


def _targets(row: Row, head: Head) -> tuple[Target, Target]:
    """Return the initial and the adjusted target."""
    unit, nature = (cells.said(cells.one_line(head.cell(row, one))) for one in ("unit", "sign"))
    initial = cells.filled(cells.one_line(head.cell(row, "target")))
    adjusted = cells.filled(cells.one_line(head.cell(row, "adjusted")))
    return read_target(initial, unit, nature), read_target(adjusted, unit, nature)

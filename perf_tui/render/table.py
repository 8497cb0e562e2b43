"""The self-evaluation table in Chongqing's layout: unit, funds, goals, then the indicators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from perf_tui.core.findings import Finding, reasons_given
from perf_tui.core.form import Section
from perf_tui.core.rounding import percent, plain
from perf_tui.core.scoring import HUNDRED, Item
from perf_tui.core.sentences import section_passage
from perf_tui.core.standing import Standing
from perf_tui.core.values import initial_target_of
from perf_tui.core.working import SIGNS, work_total
from perf_tui.render.document import Block, Cell, Paragraph, Row, Table
from perf_tui.render.gaps import NOT_APPLICABLE, fixed_or_gap, gap, plain_or_gap, words_or_gap

# Names, broken where their narrow cells want it, and widths in millimetres.
COLUMNS = {
    "指标名称": 48,
    "计量\n单位": 12,
    "指标\n性质": 11,
    "年初\n指标值": 17,
    "调整\n指标值": 17,
    "全年\n完成值": 17,
    "得分\n系数\n(%)": 15,
    "指标\n权重\n(分)": 12,
    "指标\n得分\n(分)": 15,
    "是否\n核心\n指标": 12,
    "说明": 49,
}
WEIGHT_COLUMN = 7
HEAD_WIDTHS = (34, 52, 34, 35, 32, 38)
CONTACTS = ("unit.finance_section", "unit.contact", "unit.phone")
FUNDS = ("budget.initial", "budget.adjusted", "budget.executed")
REASONS = ("budget.execution_reason", "budget.adjustment_reason")


def evaluation_table(
    standing: Standing, findings: Iterable[Finding], *, internal: bool
) -> tuple[Block, ...]:
    """The table's blocks, with the reasons why findings were accepted.

    Only the internal copy names the finance section and the contact.
    """
    rows = (
        _unit_row(standing),
        *(_contact_rows(standing) if internal else ()),
        *_funds_rows(standing),
        *_goal_rows(standing),
    )
    return (
        Table(HEAD_WIDTHS, rows),
        Paragraph("绩效指标完成情况", "caption"),
        _indicators_table(standing, tuple(findings)),
    )


def _labelled(texts: Mapping[str, str]) -> Row:
    """Each label with its text beside it; the last text takes the columns that are left."""
    cells = [
        cell for label, text in texts.items() for cell in (Cell(label, label=True), Cell(text))
    ]
    left = len(HEAD_WIDTHS) - len(cells)
    return (*cells[:-1], replace(cells[-1], span=1 + left))


def _unit_row(standing: Standing) -> Row:
    score = standing.score
    return _labelled(
        {
            "单位名称": words_or_gap(standing, "unit.name"),
            "自评总分": fixed_or_gap(score.total, "总分"),
            "评价等级": score.grade or gap("等级"),
        }
    )


def _contact_rows(standing: Standing) -> Iterator[Row]:
    fields = [
        standing.form.fields[address] for address in CONTACTS if address in standing.form.fields
    ]
    if fields:
        words = standing.readings.words
        yield _labelled({field.label: words(field.address) or "" for field in fields})


def _funds_rows(standing: Standing) -> Iterator[Row]:
    execution, fields = standing.score.execution, standing.form.fields
    funds = {fields[at]: standing.readings.number(at) for at in FUNDS}
    figures = {
        **{
            f"{one.label}({one.unit})": plain_or_gap(sum_, one.label) for one, sum_ in funds.items()
        },
        "执行率(%)": execution.shown_rate or gap("执行率"),
        "执行率权重(分)": plain(execution.weight),
        "执行率得分(分)": fixed_or_gap(execution.score, "执行率得分"),
    }
    yield tuple(Cell(label, label=True) for label in figures)
    yield tuple(Cell(figure) for figure in figures.values())
    for address in REASONS:
        reason = standing.readings.words(address)
        if reason:
            yield _wide_row(standing.form.fields[address].label, reason)


def _goal_rows(standing: Standing) -> Iterator[Row]:
    """The sections that no chapter prints: the goals and what became of them.

    One without words takes no row of its own, but stands beside the one before it.
    """
    goals = [(each.title, _goal_text(standing, each)) for each in standing.form.unprinted]
    while goals:
        title, text = goals.pop(0)
        if goals and goals[0][1] == NOT_APPLICABLE:
            other, nothing = goals.pop(0)
            yield (*_wide_row(title, text, 3), Cell(other, label=True), Cell(nothing))
        else:
            yield _wide_row(title, text)


def _goal_text(standing: Standing, section: Section) -> str:
    nothing = gap(section.title) if section.required else NOT_APPLICABLE
    return section_passage(standing, section) or nothing


def _wide_row(label: str, text: str, span: int = len(HEAD_WIDTHS) - 1) -> Row:
    return Cell(label, label=True), Cell(text, span=span, align="left")


def _indicators_table(standing: Standing, findings: Sequence[Finding]) -> Table:
    head = tuple(Cell(name, label=True) for name in COLUMNS)
    rows = (_item_row(standing, item, findings) for item in standing.score.items)
    sums = (_sum_row(standing), _working_row(standing))
    return Table(tuple(COLUMNS.values()), (*rows, *sums), head=(head,))


def _item_row(standing: Standing, item: Item, findings: Iterable[Finding]) -> Row:
    indicator = item.indicator
    share = None if item.coefficient is None else percent(item.coefficient * HUNDRED)
    return (
        Cell(f"{indicator.number}.{indicator.name}", align="left"),
        Cell(indicator.unit or NOT_APPLICABLE),
        Cell(SIGNS[indicator.sign]),
        Cell(_initial_target(standing, item)),
        Cell(_adjusted_target(standing, item)),
        Cell(item.shown_actual or gap("全年完成值")),
        Cell(share or gap("得分系数")),
        Cell(plain(indicator.weight)),
        Cell(fixed_or_gap(item.score, "得分")),
        Cell("是" if indicator.core else "否"),
        Cell(_remark(standing, item, findings), align="left"),
    )


def _initial_target(standing: Standing, item: Item) -> str:
    if item.indicator.sign == "qualitative":
        return str(item.indicator.target)
    return plain_or_gap(initial_target_of(item.indicator, standing.readings), "年初指标值")


def _adjusted_target(standing: Standing, item: Item) -> str:
    address = f"indicators.{item.indicator.id}.adjusted_target"
    if not standing.year.text(address):
        return NOT_APPLICABLE
    return plain_or_gap(standing.readings.number(address), "调整指标值")


def _remark(standing: Standing, item: Item, findings: Iterable[Finding]) -> str:
    """Reason and remark as typed, then why this indicator's warnings hold nothing up."""
    at = f"indicators.{item.indicator.id}"
    typed = (standing.readings.words(f"{at}.{key}") for key in ("deviation_reason", "remark"))
    accepted = reasons_given(findings, item.indicator.number)
    return "\n".join(dict.fromkeys(words for words in (*typed, *accepted) if words))


def _sum_row(standing: Standing) -> Row:
    score = standing.score
    open_items = any(item.blank for item in score.items)
    total: Decimal | None = None if open_items else score.indicators
    return (
        Cell("合计", span=WEIGHT_COLUMN, label=True),
        Cell(plain(score.weight)),
        Cell(fixed_or_gap(total, "得分")),
        Cell("", span=len(COLUMNS) - WEIGHT_COLUMN - 2),
    )


def _working_row(standing: Standing) -> Row:
    """From the sum above to the total; the execution's points stand at the table's head."""
    _execution, _indicators, *steps = work_total(standing)
    text = "；".join(f"{line.label} {line.equation}" for line in steps)
    return Cell("总分计算", label=True), Cell(text, span=len(COLUMNS) - 1, align="left")

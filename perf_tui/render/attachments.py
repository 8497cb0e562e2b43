"""The attachments after the table: evidence, accepted warnings, and the working of the score."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from perf_tui.core.evaluation.evaluation import Evaluation, JudgedEvaluation
from perf_tui.core.evaluation.evidence import EvidenceEntry, ledger_of
from perf_tui.core.explaining.working import Equation, work_item, work_total
from perf_tui.core.findings.finding import Finding
from perf_tui.core.form import Indicator
from perf_tui.core.scoring.item import IndicatorScore
from perf_tui.render.document import Block, Cell, Paragraph, Row, Table

LEDGER = {"序号": 10, "指标": 38, "佐证材料": 40, "日期": 32, "存放处": 36}
WORKING = {"指标": 60, "计算": 96}
DEVIATIONS = {"序号": 10, "指标或部分": 36, "核对事项": 60, "说明": 50}
MISSING = "未备"
STEPS = {"项目": 30, "计算": 126}


def evidence_ledger(evaluation: Evaluation, *, places: bool) -> Iterator[Block]:
    """Yield a numbered table of every document wanted or held, or nothing if there is none.

    `places` adds where each is kept. Columns that would be empty are left out. Once some documents
    are held, the others must not pass for evidence: with places they are marked as missing, without
    places they are left out.
    """
    entries = [
        (indicator, entry)
        for indicator in evaluation.form.indicators
        for entry in ledger_of(evaluation, indicator)
    ]
    kept = any(entry.place for _, entry in entries)
    listed = [(of, entry) for of, entry in entries if entry.place or places or not kept]
    rows = tuple(
        _ledger_row(number, indicator, entry, MISSING if kept else "")
        for number, (indicator, entry) in enumerate(listed, 1)
    )
    if rows:
        yield _without_empty_columns(rows, list(LEDGER)[: None if places else -1])


def _without_empty_columns(rows: Sequence[Row], names: Sequence[str]) -> Table:
    told = [place for place, _ in enumerate(names) if any(row[place].text for row in rows)]
    return Table(
        tuple(LEDGER[names[place]] for place in told),
        tuple(tuple(row[place] for place in told) for row in rows),
        head=(_head([names[place] for place in told]),),
    )


def _ledger_row(number: int, indicator: Indicator, entry: EvidenceEntry, missing: str) -> Row:
    return (
        Cell(str(number)),
        Cell(f"{indicator.number}.{indicator.name}", align="left", about=indicator.id),
        Cell(entry.title, align="left"),
        Cell(entry.date),
        Cell(entry.place or missing, align="left"),
    )


def accepted_deviations(evaluation: JudgedEvaluation) -> Iterator[Block]:
    """Yield a table of the accepted warnings with their reasons, or nothing if there is none.

    Its rows are numbered in the order of the form.
    """
    accepted = [one for one in evaluation.findings if one.accepted]
    if accepted:
        rows = (_deviation_row(evaluation, n, one) for n, one in enumerate(accepted, 1))
        yield Table(tuple(DEVIATIONS.values()), tuple(rows), head=(_head(list(DEVIATIONS)),))


def _deviation_row(evaluation: Evaluation, number: int, finding: Finding) -> Row:
    page = evaluation.form.home_of[finding.places[0]]
    return (
        Cell(str(number)),
        Cell(page.numbered, align="left", about=page.id),
        Cell(finding.message, align="left"),
        Cell(finding.accepted, align="left"),
    )


def score_working(evaluation: Evaluation) -> Iterator[Block]:
    """Yield the total step by step, then the actual value and points of every indicator."""
    yield Paragraph("总分", "caption")
    steps = tuple(_step_row(line) for line in work_total(evaluation))
    yield Table(tuple(STEPS.values()), steps, head=(_head(list(STEPS)),))
    yield Paragraph("各项指标", "caption")
    rows = tuple(_working_row(evaluation, item) for item in evaluation.score.items)
    yield Table(tuple(WORKING.values()), rows, head=(_head(list(WORKING)),))


def _step_row(line: Equation) -> Row:
    return Cell(line.label), Cell(line.equation, align="left")


def _working_row(evaluation: Evaluation, item: IndicatorScore) -> Row:
    lines = (f"{line.label}：{line.equation}" for line in work_item(evaluation, item))
    name = f"{item.indicator.number}.{item.indicator.name}"
    return (
        Cell(name, align="left", about=item.indicator.id),
        Cell("\n".join(lines), align="left"),
    )


def _head(names: list[str]) -> Row:
    return tuple(Cell(name, label=True) for name in names)

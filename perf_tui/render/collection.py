"""The self-evaluation tables of several years in one document, with a list of them in front."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from perf_tui.core.evaluation.evaluation import Evaluation, JudgedEvaluation
from perf_tui.core.evaluation.projects import ADJUSTED, EXECUTED, ProjectSums, in_yuan, sums_of
from perf_tui.core.findings.finding import errors_of
from perf_tui.core.numbers.rounding import fixed, percent, plain
from perf_tui.render.document import Attachment, Cell, Document, Row, Table, Title
from perf_tui.render.evaluation_table import evaluation_table
from perf_tui.render.report import DRAFT, Copy

COLUMNS = {
    "序号": 8,
    "名称": 40,
    "全年预算数\n（元）": 27,
    "全年执行数\n（元）": 27,
    "执行率\n(%)": 15,
    "总分": 14,
    "等级": 10,
    "备注": 17,
}
OVERALL, SUM = "整体支出", "项目支出合计"
TITLE = "绩效自评表"
HUNDRED = Decimal(100)


def build_collection(evaluations: Sequence[JudgedEvaluation], copy: Copy = "internal") -> Document:
    """Return the tables one after the other, each on a page of its own, after a list of them.

    There must be at least one. A table of a year with errors is marked as a draft. The public copy
    leaves out of each what it leaves out of a single one.
    """
    units = list(dict.fromkeys(one.unit for one in evaluations))
    years = "、".join(str(year) for year in sorted({one.year.year for one in evaluations}))
    lines = (*units[:1], f"{years}年度{TITLE}") if len(units) == 1 else (f"{years}年度{TITLE}",)
    attachments = tuple(_attachments(evaluations, internal=copy == "internal"))
    days = [day for one in evaluations if (day := _report_date(one))]
    created = max(days, default=None)
    blocks = (Title(lines), _contents(evaluations))
    return Document("".join(lines), "、".join(units), created, blocks, attachments)


def _attachments(
    evaluations: Sequence[JudgedEvaluation], *, internal: bool
) -> Iterator[Attachment]:
    for number, one in enumerate(evaluations, 1):
        draft = f"（{DRAFT}）" if errors_of(one.findings) else ""
        title = f"{one.form.layout.title}（{one.year.year}年度）{draft}"
        blocks = evaluation_table(one, internal=internal)
        yield Attachment(number, title, blocks, wide=True, name=f"{number} {_name(one)}")


def _name(evaluation: Evaluation) -> str:
    return evaluation.subject if evaluation.form.for_project else OVERALL


def _contents(evaluations: Sequence[JudgedEvaluation]) -> Table:
    several = len({one.unit for one in evaluations}) > 1
    rows = [_row(number, one, several=several) for number, one in enumerate(evaluations, 1)]
    projects = [one for one in evaluations if one.form.for_project]
    if len(projects) > 1:
        rows.append(_sum(sums_of(projects)))
    head = tuple(Cell(name, label=True) for name in COLUMNS)
    return Table(tuple(COLUMNS.values()), tuple(rows), head=(head,))


def _row(number: int, evaluation: JudgedEvaluation, *, several: bool) -> Row:
    score = evaluation.score
    named = f"{evaluation.unit} " if several else ""
    return (
        Cell(str(number)),
        Cell(f"{named}{_name(evaluation)}", align="left"),
        *(Cell(_money(in_yuan(evaluation, key))) for key in (ADJUSTED, EXECUTED)),
        Cell(score.execution.shown_rate or ""),
        Cell("" if score.total is None else fixed(score.total)),
        Cell(score.grade or ""),
        Cell(_state(evaluation)),
    )


def _sum(sums: ProjectSums) -> Row:
    missing = f"没填全 {len(sums.unknown)} 个" if sums.unknown else ""
    return (
        Cell(SUM, span=2, label=True),
        Cell(_money(sums.budget)),
        Cell(_money(sums.executed)),
        Cell("" if sums.rate is None else percent(sums.rate * HUNDRED)),
        Cell(""),
        Cell(""),
        Cell(missing),
    )


def _state(evaluation: JudgedEvaluation) -> str:
    if errors_of(evaluation.findings):
        return DRAFT
    return "已定稿" if evaluation.year.locked else ""


def _money(yuan: Decimal | None) -> str:
    return "" if yuan is None else plain(yuan)


def _report_date(evaluation: Evaluation) -> date | None:
    day = evaluation.readings.by_address.get("unit.report_date")
    return day if isinstance(day, date) else None

"""`perf-tui import`: a year's file made from a finished report, Word or text."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from perf_tui.checks import judge
from perf_tui.cli.files import CommandError, refuse_to_overwrite
from perf_tui.cli.output import err
from perf_tui.cli.printing import print_found
from perf_tui.cli.reports import read_report
from perf_tui.core.claims.claims import Claims
from perf_tui.core.evaluation.evaluation import Evaluation, evaluate
from perf_tui.core.findings.finding import BLANK
from perf_tui.core.numbers.rounding import fixed, plain
from perf_tui.editing.beginning import require_ending
from perf_tui.editing.importing import Imported, import_report
from perf_tui.reader.claims import claims_of
from perf_tui.store.years.year_file import write_year_file


def run(arguments: Namespace) -> int:
    """Write the year and print what was read.

    Returns 1 if something in the report matched no field.
    """
    out: Path = arguments.out
    require_ending(out, "导入")
    refuse_to_overwrite(out, force=arguments.force)
    claims = claims_of(read_report(arguments.file).lines)
    imported = import_report(claims, arguments.year, out.parent, arguments.form or "")
    if imported.empty:
        raise CommandError(f"{arguments.file}：没有认出评价指标，换成绩效自评报告的文件")
    if not imported.file.year.year:
        raise CommandError(f"{arguments.file}：没有认出是哪一年的，用 --year 写明年度")
    write_year_file(out, imported.file)
    evaluation = evaluate(imported.file.form, imported.file.year)
    print_found(
        arguments,
        lambda: _as_object(evaluation, imported),
        lambda: _as_lines(evaluation, claims, imported),
    )
    err(f"已导入 {out}，用 perf-tui open {out} 逐栏核对")
    return int(bool(imported.unread or imported.told))


def _as_lines(evaluation: Evaluation, claims: Claims, imported: Imported) -> Iterator[str]:
    """Yield what was read, what matched no field, what is blank, and how the totals compare."""
    guessed = sum(one.guessed for one in imported.taken)
    yield f"{evaluation.unit}  {evaluation.year.year} 年"
    if own := len(getattr(evaluation.form, "own", ())):
        yield f"本单位的指标 {own} 项，按“{evaluation.form.title}”评分；换方案就加 --form 再导入"
    yield f"取到 {len(imported.taken)} 栏，其中 {guessed} 栏是按单位和文字对上的，打开后要确认"
    if imported.unread:
        yield f"没有对上的 {len(imported.unread)} 处，要自己填："
        yield from (
            f"  第 {quote.line} 行  {' '.join(quote.text.split())}" for quote in imported.unread
        )
    if imported.told:
        yield f"取到但要核对的 {len(imported.told)} 处："
        yield from (f"  第 {one.at.line} 行  {one.message}" for one in imported.told)
    if blanks := _blanks(evaluation):
        yield f"报告里没有、还要填的 {len(blanks)} 栏："
        yield from (f"  {label}" for label in blanks)
    if claims.total and "\t" not in claims.lines[claims.total.at.line - 1]:
        score = evaluation.score
        computed = f"{fixed(score.total)} 分" if score.total is not None else "还算不全"
        yield f"报告写的总分是 {plain(claims.total.value)} 分，按取到的数据{computed}"


def _blanks(evaluation: Evaluation) -> list[str]:
    """Return the labels of the required fields that are blank, each with its page."""
    blank = (one.field for one in judge(evaluation) if one.code == BLANK and one.field)
    form = evaluation.form
    pages = ((form.home_of[at], form.fields[at].label) for at in dict.fromkeys(blank))
    return [label if label == page.title else f"{page.numbered}：{label}" for page, label in pages]


def _as_object(evaluation: Evaluation, imported: Imported) -> dict[str, object]:
    fields = evaluation.form.fields
    return {
        "unit": evaluation.unit,
        "year": evaluation.year.year,
        "form": evaluation.form.id,
        "read": [
            {
                "field": one.address,
                "label": fields[one.address].label,
                "text": one.text,
                "line": one.at.line,
                "quote": one.at.text,
                "confirmed": not one.guessed,
            }
            for one in imported.taken
        ],
        "unread": [{"line": quote.line, "quote": quote.text} for quote in imported.unread],
        "told": [
            {"line": one.at.line, "quote": one.at.text, "message": one.message}
            for one in imported.told
        ],
        "blank": _blanks(evaluation),
    }

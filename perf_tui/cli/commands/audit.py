"""`perf-tui audit`: what does not add up in a finished report, Word or text."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence

from perf_tui.checks.report import judge_report
from perf_tui.cli.files import CommandError
from perf_tui.cli.findings import as_object, counted
from perf_tui.cli.output import echo
from perf_tui.cli.printing import print_found
from perf_tui.cli.reports import read_report
from perf_tui.core.claims.claims import Claims
from perf_tui.core.findings.finding import SEVERITIES
from perf_tui.core.findings.report_finding import ReportFinding
from perf_tui.reader.claims import claims_of
from perf_tui.store.years.beginning import form_named

QUOTED = 30  # characters of a quote that help to find the place in Word


def run(arguments: Namespace) -> int:
    """Print what was found in a report as text or JSON, or only the report's lines.

    The scheme is that of the form set asked for. Returns 1 if an error was found. Raises
    CommandError if the file is no evaluation report, and FormError if there is no such set.
    """
    lines = read_report(arguments.file).lines
    if arguments.text:
        echo("\n".join(lines))
        return 0
    claims = claims_of(lines)
    if not (claims.items or claims.rows):
        raise CommandError(f"{arguments.file}：没有认出评价指标和得分，换成绩效自评报告的文件")
    form, _ = form_named(arguments.form, arguments.file.parent)
    found = judge_report(claims, form.scheme)
    print_found(arguments, lambda: as_object(found), lambda: as_lines(claims, found))
    return int(any(one.severity == "error" for one in found))


def as_lines(claims: Claims, found: Sequence[ReportFinding]) -> Iterator[str]:
    """Yield unit and year, what was found, the most urgent first, and how much of each."""
    yield _head(claims)
    for severity, word in SEVERITIES.items():
        group = [one for one in found if one.severity == severity]
        if group:
            yield from ("", f"{word} {len(group)} 处")
        for one in group:
            item = f"（第 {one.indicator} 项）" if one.indicator else ""
            yield f"  第 {one.at.line} 行{item}  {one.sentence}"
            if one.at.text not in one.sentence:
                yield f"      原文：{_shortened(one.at.text)}"
    yield ""
    yield counted(found)


def _head(claims: Claims) -> str:
    unit = claims.unit.text if claims.unit else "没有认出单位"
    year = f"{claims.year.value} 年" if claims.year else "没有认出年度"
    return f"{unit}  {year}  指标 {len(claims.items) or len(claims.rows)} 项"


def _shortened(text: str) -> str:
    return text if len(text) <= QUOTED else f"{text[:QUOTED]}……"

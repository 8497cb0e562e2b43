"""Whether an overall year says the same of the office's projects as their own files do."""

from __future__ import annotations

from collections.abc import Iterator

from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.evaluation.projects import ProjectSums, figures_for
from perf_tui.core.findings.finding import Finding
from perf_tui.core.numbers.rounding import plain


def projects_told_otherwise(evaluation: Evaluation, sums: ProjectSums) -> Iterator[Finding]:
    """Find figures on the projects that differ from what their files come to.

    What the year does not say, or what a project lacks, is left alone.
    """
    beside = f"（打不开、没有算的：{'、'.join(sums.unread)}）" if sums.unread else ""
    for address, figure in figures_for(evaluation.form, sums).items():
        typed, field = evaluation.readings.number(address), evaluation.form.fields[address]
        if typed is not None and typed != figure:
            yield Finding(
                "projects-differ",
                "warning",
                f"{field.label}填的是 {plain(typed)}，"
                f"{sums.count} 个项目的自评合起来是 {plain(figure)}{beside}",
                "核对各项目的自评和这里填的数，改其中一个",
                address,
                suggestion=plain(figure),
            )

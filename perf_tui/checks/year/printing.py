"""Rules on what the printed report would lack or get wrong.

Every rule takes an `Evaluation` and yields a `Finding` for each place that breaks it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from perf_tui.checks.budget_year import is_over
from perf_tui.core.answers.readings import as_words
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.findings.finding import GOAL_BLANK, Finding
from perf_tui.core.wording.sentences import facts_wanted, section_passage


def gaps_in_passages(evaluation: Evaluation) -> Iterator[Finding]:
    """Find blank facts without which a generated passage would have a gap.

    A required cell left empty is the first thing that the finance side checks. Fields that are
    required anyway are reported by `field_findings`.
    """
    form = evaluation.form
    for section in form.sections:
        for address in facts_wanted(evaluation, section):
            field = form.named[address]
            if not field.required and evaluation.readings.by_address[address] is None:
                yield Finding(
                    "blank",
                    "error",
                    f"{field.label}还没有填，“{section.title}”里会留下空档",
                    "填上，或自己改写这一段",
                    address,
                )


def goals_left_out(evaluation: Evaluation) -> Iterator[Finding]:
    """Find blank goals that the table prints as “/”, unless they are required or optional."""
    for section in evaluation.form.unprinted:
        asked = not section.required and not section.optional
        if asked and not section_passage(evaluation, section):
            yield Finding(
                GOAL_BLANK,
                "notice",
                f"{section.title}还没有填，自评表里印成“/”",
                "填上，或确认确实没有",
                f"sections.{section.key}",
            )


def report_after_its_year(evaluation: Evaluation) -> Iterator[Finding]:
    """Find a report date before the last day of the year that the report covers."""
    day = evaluation.readings.by_address["unit.report_date"]
    if isinstance(day, date) and not is_over(evaluation.year.year, day):
        yield Finding(
            "date-before-year-end",
            "warning",
            f"成文日期是{as_words(day)}，{evaluation.year.year} 年还没有过完",
            "核对成文日期的年份",
            "unit.report_date",
        )


REPORT_RULES = (gaps_in_passages, goals_left_out, report_after_its_year)

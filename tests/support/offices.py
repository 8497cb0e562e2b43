"""A year of an office with indicators of its own, as its file holds it."""

from __future__ import annotations

from collections.abc import Mapping

from perf_tui.core.answers.year import Year
from perf_tui.core.evaluation.evaluation import Evaluation, evaluate
from perf_tui.core.form.own import form_for
from perf_tui.store.forms import load_form

SPENT = {"budget.initial": "1000", "budget.adjusted": "1000", "budget.executed": "930"}
Row = tuple[str, str, str, str]  # first level, comparator, target, weight
DONE = "达成预期指标"


def office(
    form: str,
    rows: Mapping[str, Row],
    answers: Mapping[str, str],
    scheme: Mapping[str, str] | None = None,
) -> Evaluation:
    """The evaluation of a year with these indicators by id, and answers under these ids.

    `answers` without a dot in their key are actual values, and those of the scheme are by key.
    """
    texts = {**SPENT, "unit.name": "局", "unit.report_date": "2026-03-01"}
    for number, (ident, row) in enumerate(rows.items(), 1):
        category, sign, target, weight = row
        said = {
            "number": str(number),
            "name": f"指标{ident}",
            "category": category,
            "sign": sign,
            "target": target,
            "weight": weight,
        }
        texts |= {f"own.{ident}.{key}": text for key, text in said.items() if text}
    for key, text in answers.items():
        texts[key if key.startswith(("budget.", "facts.", "own.")) else _address(key)] = text
    texts |= {f"scheme.{key}": text for key, text in (scheme or {}).items()}
    year = Year(form, 2025, texts)
    return evaluate(form_for(load_form(form), texts), year)


def _address(key: str) -> str:
    return f"indicators.{key}" if "." in key else f"indicators.{key}.actual"

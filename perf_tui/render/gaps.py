"""Visible gaps in the report, where nothing has been typed."""

from __future__ import annotations

from perf_tui.core.evaluation.evaluation import Evaluation


def gap(label: str) -> str:
    """Return a gap that nobody overlooks: 〔成文日期〕."""
    return f"〔{label}〕"


def words_or_gap(evaluation: Evaluation, address: str) -> str:
    """Return the typed words, or a gap with the label of the field."""
    field = evaluation.form.fields[address]
    return evaluation.readings.words(address) or gap(field.label)

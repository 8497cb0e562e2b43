"""Visible gaps in the report, where nothing has been typed."""

from __future__ import annotations

from perf_tui.core.standing import Standing


def gap(label: str) -> str:
    """Return a gap that nobody overlooks: 〔成文日期〕."""
    return f"〔{label}〕"


def words_or_gap(standing: Standing, address: str) -> str:
    """Return the typed words, or a gap with the label of the field."""
    field = standing.form.fields[address]
    return standing.readings.words(address) or gap(field.label)

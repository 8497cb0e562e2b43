"""What stands in the report where nothing has been typed."""

from __future__ import annotations

from decimal import Decimal

from perf_tui.core.rounding import fixed, plain
from perf_tui.core.standing import Standing

NOT_APPLICABLE = "/"


def gap(label: str) -> str:
    """A gap that nobody overlooks: 〔成文日期〕."""
    return f"〔{label}〕"


def words_or_gap(standing: Standing, address: str) -> str:
    """The typed words, or a gap in the words of the field."""
    field = standing.form.fields[address]
    return standing.readings.words(address) or gap(field.label)


def plain_or_gap(value: Decimal | None, label: str) -> str:
    """Every digit of the value, or a gap."""
    return gap(label) if value is None else plain(value)


def fixed_or_gap(value: Decimal | None, label: str) -> str:
    """The value with two decimals, or a gap."""
    return gap(label) if value is None else fixed(value)

"""The target and the weight of an indicator, as every front end shows them in its table."""

from __future__ import annotations

from perf_tui.core.form import Indicator
from perf_tui.core.form.comparing.changes import goal_of
from perf_tui.core.numbers.rounding import plain

BLANK = "（未填）"


def goal_words(one: Indicator) -> str:
    """Return the target as it is printed, with comparator and unit: ≥95%."""
    return goal_of(one) or BLANK


def weight_words(one: Indicator) -> str:
    """Return the weight, or that there is none."""
    return f"{plain(one.weight)} 分" if one.weight else "没有权重"

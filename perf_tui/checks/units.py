"""Figures that look as if they were typed in another unit."""

from __future__ import annotations

from collections.abc import Iterator

from perf_tui.core.findings import Finding
from perf_tui.core.form import Field
from perf_tui.core.rounding import plain
from perf_tui.core.scoring import HUNDRED
from perf_tui.core.standing import Standing


def ratio_for_percent(standing: Standing) -> Iterator[Finding]:
    """A rate between 0 and 1 % is more often a ratio: 0.9541 for 95.41 %."""
    for field in standing.form.fields.values():
        if not _is_rate(field):
            continue
        value = standing.readings.number(field.address)
        if value is not None and 0 < value < 1:
            page = standing.form.home_of[field.address]
            percent = plain(value * HUNDRED)
            yield Finding(
                "ratio-for-percent",
                "warning",
                f"{field.label}填的是 {plain(value)}，是 {percent}% 还是 {plain(value)}%？",
                f"是前者就改填 {percent}",
                field.address,
                page.number,
            )


def _is_rate(field: Field) -> bool:
    return field.kind == "percent" and field.maximum == HUNDRED


UNIT_RULES = (ratio_for_percent,)

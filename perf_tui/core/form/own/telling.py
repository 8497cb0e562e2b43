"""What defines an indicator, as it would be typed."""

from __future__ import annotations

from perf_tui.core.form.models import COMPARATORS, Indicator
from perf_tui.core.form.own.properties import YES
from perf_tui.core.numbers.rounding import plain


def told_of(one: Indicator) -> dict[str, str]:
    """Return the properties of an indicator as texts, by their keys; what it lacks is empty."""
    return {
        "name": one.name,
        "target": one.target if isinstance(one.target, str) else plain(one.target),
        "weight": plain(one.weight) if one.weight else "",
        "unit": one.unit,
        "sign": COMPARATORS[one.sign],
        "category": one.category,
        "subcategory": one.subcategory,
        "core": YES if one.core else "",
        "guidance": one.guidance,
    }

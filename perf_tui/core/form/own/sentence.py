"""The sentence of an indicator that has none of its own."""

from __future__ import annotations

from functools import cache

from perf_tui.core.form.models import COMPARATORS, Sign
from perf_tui.core.wording.templates import Slot, Template, template_of

TARGET, ACTUAL = Slot("target"), Slot("actual")


@cache
def plain_sentence(name: str, sign: Sign, unit: str) -> Template:
    """Return the template that states the actual value and the target of an indicator."""
    said, counted = name.replace("\0", " "), unit.replace("\0", " ")
    if sign == "qualitative":
        return template_of(f"{said}，年度目标为“", TARGET, "”，完成情况为“", ACTUAL, "”。")
    goal = f"{said}，年度指标值为{COMPARATORS[sign]}"
    return template_of(goal, TARGET, f"{counted}，全年完成", ACTUAL, f"{counted}。")

"""The sentence of an indicator that has none of its own."""

from __future__ import annotations

from functools import cache

from perf_tui.core.form.models import COMPARATORS, Sign
from perf_tui.core.wording.templates import Template, compile_template

MARKS = str.maketrans({"{": "{{", "}": "}}", "[": "[[", "]": "]]", "\0": " "})


@cache
def plain_sentence(name: str, sign: Sign, unit: str) -> Template:
    """Return the template that states the actual value and the target of an indicator."""
    said, counted = name.translate(MARKS), unit.translate(MARKS)
    if sign == "qualitative":
        return compile_template(f"{said}，年度目标为“{{target}}”，完成情况为“{{actual}}”。")
    goal = f"{COMPARATORS[sign]}{{target}}{counted}"
    return compile_template(f"{said}，年度指标值为{goal}，全年完成{{actual}}{counted}。")


@cache
def stated_sentence(name: str, unit: str) -> Template:
    """Return the template that states the actual value of an indicator without a target."""
    said, counted = name.translate(MARKS), unit.translate(MARKS)
    return compile_template(f"{said}，全年完成{{actual}}{counted}。")


@cache
def extra_sentence(name: str) -> Template:
    """Return the template that states what is added to the total or taken from it, and why."""
    said = name.translate(MARKS)
    return compile_template(f"{said}，{{actual}}[，{{deviation_reason}}]。")

"""The sentence of an own indicator: the office's own words, or one made of what it measures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from perf_tui.core.form.computed import COMPUTED
from perf_tui.core.form.models import COMPARATORS, Fact, Sign
from perf_tui.core.wording.punctuation import stopped
from perf_tui.core.wording.templates import Slot, Template, compile_template, template_of

TARGET, ACTUAL = Slot("target"), Slot("actual")
MARKS = str.maketrans({"{": "{{", "}": "}}", "[": "[[", "]": "]]", "\0": " "})
BRACES = str.maketrans("｛｝", "{}")
LABELLED = re.compile(r"\{([^{}]*)\}")
SAID: Mapping[str, str] = {label: name for name, label in COMPUTED.items()}
"""Chinese label of a computed name → the name: 完成值 → actual."""


class SentenceError(ValueError):
    """A sentence that cannot be used. Its text says why, without a full stop."""


@cache
def plain_sentence(name: str, sign: Sign, unit: str, facts: tuple[Fact, ...] = ()) -> Template:
    """Return the template that states the facts, the actual value and the target."""
    said, counted = name.replace("\0", " "), unit.replace("\0", " ")
    if sign == "qualitative":
        return template_of(f"{said}，年度目标为“", TARGET, "”，完成情况为“", ACTUAL, "”。")
    goal = f"年度指标值为{COMPARATORS[sign]}"
    if not facts:
        end = f"{counted}。"
        return template_of(f"{said}，{goal}", TARGET, f"{counted}，全年完成", ACTUAL, end)
    said, counted = said.translate(MARKS), counted.translate(MARKS)
    stated = "".join(map(_stated, facts))
    return compile_template(f"{stated}{said}为{{actual}}{counted}，{goal}{{target}}{counted}。")


@cache
def stated_sentence(name: str, unit: str, facts: tuple[Fact, ...] = ()) -> Template:
    """Return the template that states facts and actual value of an indicator without a target."""
    said, counted = name.translate(MARKS), unit.translate(MARKS)
    stated = "".join(map(_stated, facts))
    verb = "为" if facts else "，全年完成"
    return compile_template(f"{stated}{said}{verb}{{actual}}{counted}。")


@cache
def extra_sentence(name: str) -> Template:
    """Return the template that states what is added to the total or taken from it, and why."""
    said = name.translate(MARKS)
    return compile_template(f"{said}，{{actual}}[，{{deviation_reason}}]。")


def _stated(fact: Fact) -> str:
    label, unit = fact.label.translate(MARKS), fact.unit.translate(MARKS)
    return (
        f"[{label}：{{{fact.key}}}；]"
        if fact.kind == "list"
        else f"[{label}{{{fact.key}}}{unit}，]"
    )


@cache
def own_sentence(typed: str, facts: tuple[Fact, ...]) -> Template:
    """Return the template of a sentence with labels in braces: 全年培训{完成值}人次.

    Labels are those of the indicator's facts and of what is computed. Raises SentenceError for any
    other, and for braces that do not close.
    """
    names = {**SAID, **{fact.label: fact.key for fact in facts}}
    words = stopped(typed.strip().translate(BRACES))
    pieces = LABELLED.split(words)
    if any(brace in piece for piece in pieces[::2] for brace in "{}"):
        raise SentenceError("正文句式里的花括号没有成对")
    for label in pieces[1::2]:
        if label.strip() not in names:
            raise SentenceError(f"正文句式里的“{label.strip()}”没有对应的数")
    marked = (
        f"{{{names[piece.strip()]}}}" if place % 2 else piece.translate(MARKS)
        for place, piece in enumerate(pieces)
    )
    return compile_template("".join(marked))

"""How the actual value of an own indicator comes of facts: chosen by name, not programmed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from perf_tui.core.expressions import Expression, compile_expression

MOST_ADDED = 6


@dataclass(frozen=True, slots=True)
class Method:
    """A way of computing an actual value; without slots it is typed.

    - `slots` are the names under which a definition asks for the facts, `least` is how many of them
      there have to be.
    - `formula` has their places as {0} and {1}; empty, they are added.
    - `bound` names the relation that may be asked for, and `smaller` the slots in its order.
    - `base_first` says that the second is typed and told before the first: 应发, then 实发.
    """

    slots: tuple[str, ...] = ()
    formula: str = ""
    bound: str = ""
    smaller: tuple[int, int] = (0, 1)
    least: int = 2
    base_first: bool = False


RATE = Method(("分子", "分母"), "{0} / {1} * 100", "分子不得大于分母", base_first=True)
DIRECT, GROWTH, COUNT = (
    Method(bound="完成值不得大于100%"),
    Method(("本年数", "上年数"), "({0} - {1}) / {1} * 100", base_first=True),
    Method(("清单",), "{0}", least=1),
)
DIFFERENCE = Method(("被减数", "减数"), "{0} - {1}", "减数不得大于被减数", smaller=(1, 0))
SUM = Method(tuple(f"数据{number}" for number in range(1, MOST_ADDED + 1)))
METHODS: Mapping[str, Method] = {
    "直接填报": DIRECT,
    "分子÷分母×100": RATE,
    "分子÷分母": Method(("分子", "分母"), "{0} / {1}", "分子不得大于分母", base_first=True),
    "增长率": GROWTH,
    "合计": SUM,
    "相减": DIFFERENCE,
    "计数": COUNT,
}
"""The choices of 计算方法. 增长率 is (本年数－上年数)÷上年数×100, 计数 how many a list has."""


def method_of(texts: Mapping[str, str]) -> Method:
    """Return the method that a definition has chosen; typed directly if it has chosen none."""
    return METHODS.get(texts.get("method", ""), DIRECT)


def in_percent(method: Method) -> bool:
    """Whether the result is a percentage, whatever the facts count."""
    return method.formula.endswith("* 100")


@cache
def measure_over(method: Method, names: tuple[str, ...]) -> Expression:
    """Return the expression of the method over the facts of these names, in its slots' order."""
    return compile_expression(method.formula.format(*names) or " + ".join(names))


def method_behind(measure: Expression | None) -> tuple[str, tuple[str, ...]]:
    """Return the choice that gives an expression, and its facts' names by slot.

    It is direct typing, without names, if none does: a measure that a form set has programmed.
    """
    names = measure.in_order if measure else ()
    for choice, method in METHODS.items():
        fitting = method is not COUNT and method.least <= len(names) <= len(method.slots)
        if fitting and measure_over(method, names) == measure:
            return choice, names
    return next(iter(METHODS)), ()

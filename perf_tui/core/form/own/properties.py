"""What defines an indicator of the year's own, as fields that are typed like all others.

They follow the target table that the finance bureau approves (绩效目标申报表).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from perf_tui.core.form.fields import Field
from perf_tui.core.form.models import COMPARATORS, Sign

OWN = "own"
NUMBER, REMOVED = "number", "removed"
BEFORE = "before"
"""The property that states which indicator of last year this one is, by name."""
YES, NO = "是", "否"
SIGNS: dict[str, Sign] = {printed: sign for sign, printed in COMPARATORS.items()}
"""A comparator as it is typed → the key `sign` of an indicator."""


def own_at(ident: str, key: str) -> str:
    """Return the address of a property of an indicator of the year's own."""
    return f"{OWN}.{ident}.{key}"


def property_fields(ident: str, categories: Sequence[str]) -> Iterator[Field]:
    """Yield the fields of a definition, those first without which there is no indicator.

    The place among the others and the mark of removal are kept beside them, and never typed.
    """
    yield _field(ident, "name", "指标名称", required=True, hint="照批复的绩效目标表填")
    yield _field(ident, "target", "指标值", required=True, hint=TARGET_HINT)
    yield Field(
        own_at(ident, "weight"),
        "权重",
        "number",
        "分",
        required=True,
        group="definition",
        hint="照批复的分值填",
    )
    yield _field(ident, "unit", "计量单位", hint="如 人、户、%；定性指标不填", seldom=True)
    yield _choice(ident, "sign", "指标性质", tuple(SIGNS), "≥")
    hint = f"一级指标，如 {'、'.join(categories)}" if categories else "一级指标，如 产出指标"
    yield _field(ident, "category", "一级指标", required=True, hint=hint, seldom=True)
    yield _field(ident, "subcategory", "二级指标", hint="如 数量指标，没有就不填", seldom=True)
    yield _choice(ident, "core", "是否核心指标", (YES, NO), NO)
    yield _field(ident, "guidance", "填报说明", hint="怎么统计、到哪里取数", seldom=True)
    yield _field(ident, BEFORE, "上年对应指标", hint=BEFORE_HINT, seldom=True)
    yield Field(own_at(ident, NUMBER), "序号", "count", group="definition")
    yield Field(own_at(ident, REMOVED), "已删去", "choice", choices=(YES,), group="definition")


BEFORE_HINT = "改了名的填上年的名称或序号，上年没有的填 无；不填就按名称对应"
TARGET_HINT = "可以连符号和单位一起填，如 ≥95%、≤5起；定性指标填要达到的程度"


def _field(
    ident: str,
    key: str,
    label: str,
    *,
    required: bool = False,
    hint: str = "",
    seldom: bool = False,
) -> Field:
    return Field(
        own_at(ident, key),
        label,
        "text",
        required=required,
        hint=hint,
        group="definition",
        seldom=seldom,
    )


def _choice(ident: str, key: str, label: str, choices: tuple[str, ...], fallback: str) -> Field:
    return Field(
        own_at(ident, key),
        label,
        "choice",
        choices=choices,
        fallback=fallback,
        group="definition",
        seldom=True,
    )

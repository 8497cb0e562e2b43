"""What defines an indicator of the year's own, as fields that are typed like all others.

They follow the target table that the finance bureau approves (绩效目标申报表).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from perf_tui.core.form.fields import Field
from perf_tui.core.form.models import COMPARATORS, Sign
from perf_tui.core.form.own.facts import SLOTS, slot_key, unit_of
from perf_tui.core.form.own.methods import COUNT, DIRECT, METHODS, Method, in_percent, method_of

OWN = "own"
NUMBER, REMOVED = "number", "removed"
BEFORE = "before"
"""The property that states which indicator of last year this one is, by name."""
YES, NO = "是", "否"
SIGNS: dict[str, Sign] = {printed: sign for sign, printed in COMPARATORS.items()}
"""A comparator as it is typed → the key `sign` of an indicator."""
EVIDENCE_KEYS = tuple(f"evidence{number}" for number in range(1, 9))
"""The properties that name the documents wanted, which are the keys of these documents, too."""
BEFORE_HINT = "改了名的填上年的名称或序号，上年没有的填 无；不填就按名称对应"
TARGET_HINT = "可以连符号和单位一起填，如 ≥95%、≤5起；定性指标填要达到的程度；不设指标值填 无"
SENTENCE_HINT = "报告里怎么写；花括号里写数的名称，如 全年培训{完成值}人次；不写就自动生成"
EVIDENCE_HINT = "要备的材料，写名称；几样用顿号隔开"
FACT = re.compile(rf"{OWN}\.([^.]+)\.fact(\d)")
KEPT, TAKEN = "没有用到的内容", "选用的数"

Texts = Mapping[str, str]


def own_at(ident: str, key: str) -> str:
    """Return the address of a property of an indicator of the year's own."""
    return f"{OWN}.{ident}.{key}"


def slot_at(address: str) -> tuple[str, int] | None:
    """Return the indicator and the slot of the fact that an address names, or None for another."""
    found = FACT.fullmatch(address)
    return (found[1], int(found[2])) if found else None


def property_fields(
    ident: str, texts: Texts, categories: Sequence[str], sources: Texts | None
) -> Iterator[Field]:
    """Yield the fields of a definition's page, those first without which there is no indicator.

    `texts` are those of the definition. `sources` says of a fact typed elsewhere where that is, by
    name; without it, the indicator is one of the form set, and measured as that has it.
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
    yield _unit(ident, texts)
    yield _choice(ident, "sign", "指标性质", tuple(SIGNS), "≥")
    hint = f"一级指标，如 {'、'.join(categories)}" if categories else "一级指标，如 产出指标"
    yield _field(ident, "category", "一级指标", required=True, hint=hint, seldom=True)
    yield _field(ident, "subcategory", "二级指标", hint="如 数量指标，没有就不填", seldom=True)
    yield _choice(ident, "core", "是否核心指标", (YES, NO), NO)
    if sources is not None:
        yield from _measuring(ident, texts, sources)
        yield from _evidence(ident, texts)
    yield _field(ident, "guidance", "填报说明", hint="怎么统计、到哪里取数", seldom=True)
    if sources is not None:
        yield _field(ident, "sentence", "正文句式", hint=SENTENCE_HINT, seldom=True)
    yield _field(ident, BEFORE, "上年对应指标", hint=BEFORE_HINT, seldom=True)


def every_property(categories: Sequence[str]) -> dict[str, Field]:
    """Return property → field, for all that a definition may say by whichever method."""
    filled = dict.fromkeys((*map(slot_key, SLOTS), *EVIDENCE_KEYS, "unit"), "%")
    found: dict[str, Field] = {}
    for method in METHODS:
        for field in property_fields("x", {**filled, "method": method}, categories, {}):
            found.setdefault(field.address.rsplit(".", 1)[1], field)
    taken = {slot_key(slot, "from"): "" for slot in SLOTS}
    kept = {field.address.rsplit(".", 1)[1]: field for field in kept_fields("x", taken, ())}
    return found | kept


def kept_fields(ident: str, texts: Texts, shown: Iterable[Field]) -> Iterator[Field]:
    """Yield the fields that stand on no page: place, mark of removal, what is not used now."""
    yield Field(own_at(ident, NUMBER), "序号", "count", group="definition")
    yield Field(own_at(ident, REMOVED), "已删去", "choice", choices=(YES,), group="definition")
    known = {own_at(ident, NUMBER), own_at(ident, REMOVED), *(field.address for field in shown)}
    for key in texts:
        if own_at(ident, key) not in known:
            yield _field(ident, key, TAKEN if key.endswith("_from") else KEPT)


def _measuring(ident: str, texts: Texts, sources: Texts) -> Iterator[Field]:
    """Yield the method and what it needs; a qualitative indicator is measured by none."""
    if SIGNS.get(texts.get("sign", "")) == "qualitative":
        return
    method = method_of(texts)
    yield _choice(ident, "method", "计算方法", tuple(METHODS), next(iter(METHODS)))
    if method is DIRECT:
        yield _field(ident, "source", "数据出处", hint="如 民政岗位的发放台账", seldom=True)
        yield _choice(ident, "negative", "完成值可为负数", (YES, NO), NO)
    keys = [slot_key(slot) for slot in SLOTS[: len(method.slots)]]
    for slot in range(1, _asked(texts, keys, method.least) + 1):
        yield from _fact(ident, slot, method, texts, sources)
    if method.bound and (method is not DIRECT or texts.get("unit") == "%"):
        yield _choice(ident, "bounded", method.bound, (YES, NO), NO)


def _fact(ident: str, slot: int, method: Method, texts: Texts, sources: Texts) -> Iterator[Field]:
    label, key = method.slots[slot - 1], slot_key(slot)
    source = sources.get(texts.get(slot_key(slot, "from"), ""))
    what = "列出哪些事项，如 举办的培训班" if method is COUNT else "写名称，如 应发放户数"
    hint = f"取自“{source}”，在那里填；改写名称就不取用" if source else what
    filled = key in texts
    yield _field(ident, key, label, required=slot <= method.least, hint=hint, seldom=filled)
    if source is None and filled:
        if method is not COUNT:
            key, hint = slot_key(slot, "unit"), "如 人、户、万元"
            unit = _field(ident, key, f"{label}单位", hint=hint, seldom=key in texts)
            yield replace(unit, fallback=unit_of(texts, 1) if slot > 1 else "")
        hint = "到哪里取数，如 民政岗位的发放台账"
        yield _field(ident, slot_key(slot, "source"), f"{label}出处", hint=hint, seldom=True)


def _evidence(ident: str, texts: Texts) -> Iterator[Field]:
    for number in range(_asked(texts, EVIDENCE_KEYS, 1)):
        key, label = EVIDENCE_KEYS[number], f"佐证材料{number + 1}"
        yield _field(ident, key, label, hint=EVIDENCE_HINT, seldom=True)


def _asked(texts: Texts, keys: Sequence[str], least: int) -> int:
    """Return how many of some like fields are asked for: one more than are filled."""
    filled = (number for number, key in enumerate(keys, 1) if key in texts)
    return min(len(keys), max(least, max(filled, default=0) + 1))


def _unit(ident: str, texts: Texts) -> Field:
    field = _field(ident, "unit", "计量单位", hint="如 人、户、%；定性指标不填", seldom=True)
    return replace(field, fallback="%" if in_percent(method_of(texts)) else "")


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

"""The lists of a scheme in words, as a clerk reads and types them: 优 90、良 80、中 60、差 0.

Every list has a way to spell it and one to read it. Reading what was spelled gives the same list.
A text that cannot be read raises MisreadError with what is wrong and what to write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from unicodedata import normalize

from perf_tui.core.form.scheme.declared import Cap, Grade, Level, Role, Step, Tier
from perf_tui.core.numbers import Refusal
from perf_tui.core.numbers.rounding import plain

NO_GRADES, PROPORTIONAL, NO_CAPS = "不评等级", "按执行率", "不封顶"
_NUMBER = r"(\d{1,6}(?:\.\d{1,4})?)"
_GRADE = re.compile(rf"(.*?[^\d\s≥>=])\s*[≥>=]*\s*{_NUMBER}\s*分?(?:\(?含\)?)?(?:及?以上)?")
_TIER = re.compile(
    rf"(.*?[^\d\s])\s*{_NUMBER}\s*%?\s*[-~—–至到]\s*{_NUMBER}\s*%?\s*"
    rf"(?:\(?\s*含\s*{_NUMBER}\s*%?\s*\)?)?"
)
_STEP = re.compile(
    rf"(?:[≥>=]*\s*{_NUMBER}\s*%?\s*(?:\(?含\)?)?(?:及?以上|起)?|其余)\s*得?\s*{_NUMBER}\s*%?"
)
_CAP = re.compile(
    rf"(?:低于|不足|<)?\s*{_NUMBER}\s*%?\s*(?:的)?\s*(?:封顶|最高)?\s*{_NUMBER}\s*分?"
)
_LEVEL = re.compile(
    rf"(其中)?\s*([^\d+\-]*[^\d+\-\s])\s*([+-]?)\s*{_NUMBER}\s*分?\s*(\(?\s*不计入(?:总分)?\s*\)?)?"
)
_SIGNS: dict[str, Role] = {"": "scored", "+": "bonus", "-": "deduction"}


class MisreadError(ValueError):
    """A text that does not say a value of the scheme. `refusal` says why, and what to write."""

    def __init__(self, trouble: str, fix: str) -> None:
        super().__init__(trouble)
        self.refusal = Refusal(trouble, fix)


def spell_grades(grades: Sequence[Grade]) -> str:
    """Return the grades with their lowest totals."""
    return "、".join(f"{one.name} {plain(one.floor)}" for one in grades) or NO_GRADES


def read_grades(text: str) -> tuple[Grade, ...]:
    """Return the grades that a text says, none for 不评等级."""
    if _plain(text) in (NO_GRADES, "不评", "无", "没有"):
        return ()
    found = _each(text, _GRADE, "如 优 90、良 80、中 60、差 0")
    return tuple(Grade(name=name, floor=Decimal(floor)) for name, floor in found)


def spell_tiers(tiers: Sequence[Tier]) -> str:
    """Return the tiers with their ranges in %, and to which of two a bound between them belongs."""
    below = [*(one.ceiling_included for one in tiers[1:]), True]
    return "、".join(
        f"{one.name} {plain(one.ceiling)}-{plain(one.floor)}"
        + ("" if shared else f"（含{plain(one.floor)}）")
        for one, shared in zip(tiers, below, strict=False)
    )


def read_tiers(text: str) -> tuple[Tier, ...]:
    """Return the tiers that a text says; a bound that one includes does not belong to the next."""
    fix = "如 达成 100-80（含80）、部分达成 80-60（含60）、未达成 60-0"
    tiers: list[Tier] = []
    taken: Decimal | None = None
    for name, one, other, included in _each(text, _TIER, fix):
        floor, ceiling = sorted((Decimal(one), Decimal(other)))
        kept = None if not included else Decimal(included)
        if kept is not None and kept != floor:
            raise MisreadError(f"“{name}”只能含它的下限 {plain(floor)}", fix)
        whole = taken != ceiling
        tiers.append(Tier(name=name, floor=floor, ceiling=ceiling, ceiling_included=whole))
        taken = kept
    return tuple(tiers)


def spell_steps(steps: Sequence[Step]) -> str:
    """Return from which execution rate which share of the points is earned."""
    said = (
        f"{f'{plain(one.rate)}% 以上' if one.rate else '其余'}得 {plain(one.share)}%"
        for one in steps
    )
    return "、".join(said) or PROPORTIONAL


def read_steps(text: str) -> tuple[Step, ...]:
    """Return the steps that a text says, none for 按执行率."""
    if _plain(text) in (PROPORTIONAL, "按比例", "按执行率计分"):
        return ()
    found = _each(text, _STEP, "如 95% 以上得 100%、90% 以上得 80%、其余得 0%")
    return tuple(Step(rate=Decimal(rate or 0), share=Decimal(share)) for rate, share in found)


def spell_caps(caps: Sequence[Cap]) -> str:
    """Return below which execution rate the total is capped, and at what."""
    said = (f"低于 {plain(one.execution_below)}% 封顶 {plain(one.total)}" for one in caps)
    return "、".join(said) or NO_CAPS


def read_caps(text: str) -> tuple[Cap, ...]:
    """Return the caps that a text says, none for 不封顶."""
    if _plain(text) in (NO_CAPS, "无", "没有"):
        return ()
    found = _each(text, _CAP, "如 低于 80% 封顶 89、低于 60% 封顶 69")
    return tuple(Cap(execution_below=Decimal(rate), total=Decimal(most)) for rate, most in found)


def spell_levels(levels: Sequence[Level]) -> str:
    """Return the points of the levels, each second level behind its first."""
    return "、".join(map(_spell_level, levels))


def read_levels(text: str) -> tuple[Level, ...]:
    """Return the levels that a text says.

    其中 begins a second level of the first one before it, + and - what is added to the total and
    taken from it.
    """
    levels: list[Level] = []
    fix = "如 产出指标 50、效益指标 30、满意度指标 10，加分项写 +5，扣分项写 -5"
    for inner, names, sign, points, beside in _each(text, _LEVEL, fix):
        if inner and not levels:
            raise MisreadError(f"“其中{names}”前面没有一级指标", fix)
        first, *also = (name.strip() for name in re.split(r"[/和]", names))
        levels.append(
            Level(
                category=levels[-1].category if inner else first,
                subcategory=first if inner else "",
                also=() if inner else tuple(also),
                points=Decimal(points),
                role=_SIGNS[sign],
                counted=not beside,
            )
        )
    return tuple(levels)


def _spell_level(one: Level) -> str:
    sign = next(sign for sign, role in _SIGNS.items() if role == one.role)
    name = f"其中{one.subcategory}" if one.subcategory else "/".join(one.categories)
    beside = "" if one.counted else "（不计入）"
    return f"{name} {sign}{plain(one.points)}{beside}"


def _plain(text: str) -> str:
    return normalize("NFKC", text).strip()


def _each(text: str, pattern: re.Pattern[str], fix: str) -> Iterator[tuple[str, ...]]:
    """Yield what the pattern finds in each entry. Raises MisreadError for one that it is not."""
    entries = [entry.strip() for entry in re.split(r"[、,;。\n]", _plain(text)) if entry.strip()]
    if not entries:
        raise MisreadError("没有内容", fix)
    for entry in entries:
        found = pattern.fullmatch(entry)
        if found is None:
            raise MisreadError(f"“{entry[:20]}”看不懂", fix)
        yield tuple((group or "").strip() for group in found.groups())

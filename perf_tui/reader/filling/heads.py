"""Whose report it is, and when it was signed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from perf_tui.core.claims.claims import Claims, Quote
from perf_tui.core.form import Form
from perf_tui.reader.claims.closing import HEAD
from perf_tui.reader.claims.spelling import half
from perf_tui.reader.filling.answers import Taken
from perf_tui.reader.filling.project import project_in

_SHORT_NAME = re.compile(r"(?:.*[市区县州旗])?(?P<name>.{2,6}?)(?:人民政府|办事处)")
# How tables call the unit whose report it is, the surest first.
_LABELS = (
    "(?:部门\\(单位\\)|预算部门|部门|单位|预算单位|填报单位)(?:名称|全称)?",
    "(?:项目)?(?:实施|承担)?单位(?:名称)?",
    "主管部门(?:名称)?",
)
_NAME = r"(?P<name>[一-鿿()]{3,40})"
# A cell beside another with the label, or one cell with both.
_UNITS = tuple(
    re.compile(
        rf"(?:^|\t)\s*(?:{label})\s*(?:\((?:盖章|公章|签章)\))?\s*[:\t]\s*{_NAME}\s*(?=\t|$)"
    )
    for label in _LABELS
)
_TITLE = re.compile(r"\s*(?P<name>[一-鿿（）]{3,30}?)(?:关于)?20\d\d年度?.{0,20}绩效")
_NO_UNITS = ("项目", "资金", "经费", "专项")


def heads_of(claims: Claims, form: Form) -> Iterator[Taken]:
    """Yield the answers on the unit, the project and the date."""
    if unit := claims.signature or claims.unit or _unit_in_table(claims) or _unit_in_title(claims):
        name = "".join(unit.text.split())  # it may be spread out by spaces
        yield Taken("unit.name", name, unit)
        if "unit.short_name" in form.fields and (short := _SHORT_NAME.fullmatch(name)):
            yield Taken("unit.short_name", short["name"], unit, guessed=True)
    if claims.dated and claims.day:
        yield Taken("unit.report_date", claims.day.isoformat(), claims.dated)
    yield from project_in(claims, form)


def _unit_in_table(claims: Claims) -> Quote | None:
    lines = [half(line) for line in claims.lines]
    for pattern in _UNITS:
        for number, line in enumerate(lines, 1):
            if "\t" in line and (found := pattern.search(line)):
                return Quote(
                    number, claims.lines[number - 1][found.start("name") : found.end("name")]
                )
    return None


def _unit_in_title(claims: Claims) -> Quote | None:
    """Return what stands before the year in the title, unless it names a project."""
    for number, line in enumerate(claims.lines[:HEAD], 1):
        if (found := _TITLE.match(line)) and not found["name"].endswith(_NO_UNITS):
            return Quote(number, found["name"])
    return None

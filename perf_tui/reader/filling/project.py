"""Whether a report is one of a single project (项目支出), and what it calls it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from perf_tui.core.claims.claims import Claims, Quote
from perf_tui.core.form import Form
from perf_tui.core.form.definition import PROJECT
from perf_tui.reader.claims.closing import HEAD
from perf_tui.reader.claims.spelling import half
from perf_tui.reader.filling.answers import Taken

_OVERALL = "整体"
_TITLE = re.compile(r"[^\t。；;]{0,80}绩效[^\t。；;]{0,12}(?:报告|表)(?:\(.{0,20}\))?")
# The name stands before the year or behind it.
_NAMED = re.compile(
    r"(?:.*20\d\d年度?)?(?P<name>[^\d年]{2,60}?项目)(?:20\d\d年度?)?(?:支出|资金)?绩效.*"
)
_UNNAMED = re.compile(r".{0,2}(?:部门|单位|预算|一级|二级|财政|支出|专项)*项目")
_BEHIND = r"\s*[:\t]\s*(?P<name>[^\t]{2,100}?)\s*(?=\t|$)"
_LABELS: Mapping[str, re.Pattern[str]] = {
    PROJECT: re.compile(rf"(?:^|\t)\s*项目(?:全称|名称){_BEHIND}"),
    "department": re.compile(rf"(?:^|\t)\s*(?:项目)?主管(?:部门|单位)(?:名称)?{_BEHIND}"),
}


def is_of_project(claims: Claims) -> bool:
    """Whether the title says so, or else the head of the table names a project."""
    head = [half(line).strip() for line in claims.lines[:HEAD]]
    if any(_OVERALL in line for line in head):
        return False
    titles = (line for line in head if _TITLE.fullmatch(line))
    return any("项目" in line for line in titles) or any(map(_LABELS[PROJECT].search, head))


def project_in(claims: Claims, form: Form) -> Iterator[Taken]:
    """Yield the name of the project and the department in charge, for a form that asks for them."""
    for key, label in _LABELS.items():
        if f"unit.{key}" in form.fields and (found := _behind(label, claims)):
            yield Taken(f"unit.{key}", found.text, found)
    if f"unit.{PROJECT}" in form.fields and (named := _in_title(claims)):
        yield Taken(f"unit.{PROJECT}", named.text, named, guessed=True)


def _behind(label: re.Pattern[str], claims: Claims) -> Quote | None:
    for number, line in enumerate(claims.lines, 1):
        if found := label.search(half(line)):
            return Quote(number, line[found.start("name") : found.end("name")])
    return None


def _in_title(claims: Claims) -> Quote | None:
    for number, line in enumerate(claims.lines[:HEAD], 1):
        title = line.strip()
        found = _NAMED.fullmatch(title) if _TITLE.fullmatch(half(title)) else None
        if found and not _UNNAMED.fullmatch(found["name"]):
            return Quote(number, found["name"])
    return None

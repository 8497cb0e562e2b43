"""Which chapter or section of a report belongs to which section of the form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from perf_tui.core.claims.claims import Claims, ReportPart
from perf_tui.core.form import Form, Section
from perf_tui.reader.likeness import likeness_of_titles

MOST = 100  # chapters and sections; no report has nearly as many
SAME_TITLE = 0.4  # from 0 to 1, how alike titles have to be, by experience with published reports
FORM_LINES, MARKS = 4, re.compile("[，。；、,;]")
# What offices call the same passage; the first of them is in the form.
SYNONYMS = (
    ("职责", "主要职责", "部门职责", "单位职责", "主要职能", "部门职能"),
    ("单位构成", "机构设置", "机构情况", "内设机构", "机构编制", "组织架构"),
    ("成效", "工作成效", "履职成效", "取得的成效", "主要工作", "主要做法"),
    ("问题", "存在问题", "存在的问题", "主要问题", "问题及原因"),
    ("建议", "下一步", "改进措施", "整改措施", "改进建议", "工作打算"),
)


def sections_of(claims: Claims, form: Form) -> Iterator[tuple[Section, ReportPart]]:
    """Yield the form's sections, each with the part of the report whose title is most similar.

    Of several sections it fits, a part goes to the one it fits best. A section without any takes
    one whose title has another usual name for it.
    """
    parts = [part for part in claims.parts[:MOST] if not _is_form(part)]
    alike = _most_alike(parts, form)
    used = [part for _, part in alike.values()]
    for section in form.sections:
        if section.key in alike:
            yield section, alike[section.key][1]
            continue
        free = (part for part in parts if part not in used)
        if part := next((one for one in free if _is_called(section, one)), None):
            used.append(part)
            yield section, part


def _is_form(part: ReportPart) -> bool:
    """Whether a part is no passage but a form to fill in, of short lines without any marks."""
    lines = [quote.text for quote in part.body]
    return len(lines) >= FORM_LINES and not any(map(MARKS.search, lines))


def _most_alike(parts: Sequence[ReportPart], form: Form) -> dict[str, tuple[float, ReportPart]]:
    """Return section → the part most like it, and how alike they are."""
    found: dict[str, tuple[float, ReportPart]] = {}
    for section in form.sections:
        likeness = [(_likeness(section.title, part.title.text), part) for part in parts]
        best = max(likeness, key=lambda one: one[0], default=(0.0, None))
        alike, part = best
        if part is None or alike < SAME_TITLE:
            continue
        rival = next((key for key, (_, other) in found.items() if other is part), None)
        if rival is None or found[rival][0] < alike:
            found.pop(rival or "", None)
            found[section.key] = alike, part
    return found


def _likeness(title: str, other: str) -> float:
    """Return, from 0 to 1, how alike two titles are, whose 情况 says nothing.

    What was reached of a goal is no goal.
    """
    if "目标" in title and ("完成" in title) != ("完成" in other):
        return 0
    return likeness_of_titles(title.replace("情况", ""), other.replace("情况", ""))


def _is_called(section: Section, part: ReportPart) -> bool:
    names = next((names for names in SYNONYMS if names[0] in section.title), ())
    return any(name in part.title.text for name in names[1:])

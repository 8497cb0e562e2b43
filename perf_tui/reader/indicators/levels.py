"""The groups above the indicators of a text: 产出指标, 数量指标."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from perf_tui.reader.claims.outline import ReportLine
from perf_tui.reader.targets.cells import group_level, named
from perf_tui.reader.targets.headings import CATEGORIES, SUBCATEGORIES

LONGEST = 40  # characters of a heading
_NAMES = "|".join(sorted(CATEGORIES | SUBCATEGORIES, key=len, reverse=True))
_GROUP = re.compile(
    rf"\s*(?P<name>{_NAMES})(?:分析|得分|自评|评价|的?完成|[:：（(\s]|情况)*[^，。；]{{0,12}}$"
)


@dataclass(frozen=True, slots=True)
class Levels:
    """The first and the second level above an indicator, empty if the text does not say."""

    category: str = ""
    subcategory: str = ""


def is_group(name: str) -> bool:
    """Whether a heading only names a group of indicators, or how such a group did."""
    return _group(name) != ""


def levels_of(lines: Sequence[ReportLine]) -> Mapping[int, Levels]:
    """Return the number of every line → the groups under whose headings it stands."""
    levels: dict[int, Levels] = {}
    now = Levels()
    for line in lines:
        levels[line.number] = now
        if name := _group(line.title) if len(line.text) <= LONGEST else "":
            first = group_level(name) == 1
            now = Levels(name) if first else Levels(now.category, name)
    return levels


def _group(title: str) -> str:
    found = _GROUP.match(named(title)[0])
    return found["name"] if found else ""

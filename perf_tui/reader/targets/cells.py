"""The words of a cell without what tables put around them: numbers, weights, filling."""

from __future__ import annotations

import re
from collections.abc import Sequence

from perf_tui.core.numbers import clean_text, half_width
from perf_tui.reader.targets.headings import CATEGORIES, SUBCATEGORIES

LONGEST = 10_000
_DASHES = re.compile(r"[\s/／\\\-—－–…·.*＊]*|[×xX○〇]{1,6}")
_NOTHING = frozenset(("无", "空", "暂无", "不适用", "未设置"))
_NUMBERED = re.compile(
    r"""\s*(?:
    [（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)][、.．]?
    | \d{1,3}(?:[.．](?!\d)|[、)）])
    | [一二三四五六七八九十]{1,3}[、.．]
    | [①-⑳]
    | (?:绩效)?指标\s*+(?:\d{1,2}|[一二三四五六七八九十]{1,3})?\s*+[:：]
    | (?:绩效)?指标\d{1,2}[.．、]?(?=\s|$)
    )\s*""",
    re.VERBOSE,
)
_WEIGHT = re.compile(
    r"[（(【\[]\s*+(?:权重|分值|共|计)?\s*+[:：]?\s*+(\d{1,4}(?:\.\d{1,4})?)"
    r"\s*+(?:分|%)\s*+[）)】\]]\s*+$"
)
_WEIGHT_ALONE = re.compile(r"(?<=指标)\s*+(\d{1,4}(?:\.\d{1,4})?)\s*+分$")
_POINTS = re.compile(r"(\d{1,4}(?:\.\d{1,4})?)\s*[分%]?")
_TOTAL = re.compile(
    r"(?:自评|指标|分值|得分)?(?:[合总小共]计|总得?分|总分值)(?:得分|分值|数)?(?:[（(].*[）)])?[:：]?"
)
_SUBTOTAL = re.compile(r"小\s*计")
_NOTE = re.compile(
    r"\s*(?:附?注|备注|填表说明|说明|填表人|填报人|联系人|联系电话|审核人|填表日期)\s*+\d*+\s*+[:：]"
)


def tidy(cell: str) -> str:
    """Return the text of a cell without invisible characters and blanks around its lines."""
    return "\n".join(filter(None, map(str.strip, clean_text(cell).split("\n"))))


def one_line(cell: str) -> str:
    """Return the text of a cell on one line. Chinese needs no blank where a line is broken."""
    return cell.replace("\n", "")


def filled(cell: str) -> str:
    """Return the text, or nothing for a dash, dots or other filling."""
    return "" if _DASHES.fullmatch(cell) else cell


def said(cell: str) -> str:
    """Return the text, or nothing if it is filling or says that there is nothing."""
    return "" if cell in _NOTHING else filled(cell)


def named(cell: str) -> tuple[str, str]:
    """Return a name without the number in front of it, and the weight behind it."""
    name = one_line(cell)
    for _ in range(2):
        name = name[found.end() :] if (found := _NUMBERED.match(name)) else name
    plain = half_width(name)
    found = _WEIGHT.search(plain) or _WEIGHT_ALONE.search(plain)
    if found is None:
        return said(name.strip()), ""
    return said(name[: found.start()].strip()), found[1]


def begins_row(cell: str) -> bool:
    """Whether a cell is the first of a row: a group of indicators, or a name with a number."""
    return group_level(named(cell)[0]) > 0 or _NUMBERED.match(cell) is not None


def points(cell: str) -> str:
    """Return a weight or score without 分, or the cell as it is if it is no number."""
    found = _POINTS.fullmatch(half_width(one_line(cell)))
    return found[1] if found else said(one_line(cell))


def group_level(name: str) -> int:
    """Return 1 or 2 for the name of a group of the first or second level, else 0."""
    return 1 if name in CATEGORIES else 2 * (name in SUBCATEGORIES)


def is_total(row: Sequence[str]) -> bool:
    """Whether a row adds up others."""
    return any(_TOTAL.fullmatch(re.sub(r"\s", "", cell)) for cell in row if len(cell) <= 20)


def is_table_total(row: Sequence[str]) -> bool:
    """Whether a row adds up a whole table: it has a number, and does not add up a group."""
    return (
        is_total(row) and any(map(_POINTS.fullmatch, row)) and not any(map(_SUBTOTAL.search, row))
    )


def is_note(row: Sequence[str]) -> bool:
    """Whether a row holds no more than a note or a signature below the table."""
    first = next(filter(None, row), "")
    return bool(_NOTE.match(first))

"""A target as it stands in a cell: its comparator, its number and its unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from perf_tui.core.form.models import Sign
from perf_tui.core.numbers import Number, format_number, half_width, read_number
from perf_tui.core.numbers.rounding import plain

LONGEST = 60  # characters of a target that may be a number

SIGNS: dict[str, Sign] = {
    **dict.fromkeys(("≥", ">=", "=>", "≧", "⩾", "≥=", "大于等于", "大于或等于", "高于等于"), ">="),
    **dict.fromkeys(("不低于", "不少于", "不小于", "不得低于", "不得少于", "不下于", "至少"), ">="),
    **dict.fromkeys((">", "大于", "高于", "超过", "多于"), ">"),
    **dict.fromkeys(("≤", "<=", "=<", "≦", "⩽", "≤=", "小于等于", "小于或等于", "低于等于"), "<="),
    **dict.fromkeys(("不超过", "不高于", "不大于", "不多于", "不得超过", "不得高于"), "<="),
    **dict.fromkeys(("至多", "最多", "不超"), "<="),
    **dict.fromkeys(("<", "小于", "低于", "少于"), "<"),
    **dict.fromkeys(("=", "等于", "=="), "="),
}
# 定量 says nothing about the direction.
NATURES: dict[str, Sign] = {
    **dict.fromkeys(("定性", "定性指标"), "qualitative"),
    **dict.fromkeys(("正向", "正向指标", "正指标"), ">="),
    **dict.fromkeys(("反向", "反向指标", "负向", "负向指标", "逆向", "逆向指标", "逆指标"), "<="),
}
SAID: dict[str, Sign] = {**SIGNS, **NATURES}
BEHIND: dict[str, Sign] = {
    **dict.fromkeys(("以上", "及以上", "(含)以上", "含以上", "以上(含)"), ">="),
    **dict.fromkeys(("以内", "之内", "内", "以下", "及以下", "(含)以下", "(含)以内"), "<="),
}
# Words in front that give the direction only where nothing else does.
WEAK: dict[str, Sign] = {
    **dict.fromkeys(("达到", "达", "完成", "保持在", "维持在", "实现"), ">="),
    **dict.fromkeys(("控制在", "压缩至", "降到", "降至"), "<="),
    "为": "=",
}
# Numerals in characters are numbers only before these: 三次, but not 一般 or 四好农村路.
SCALES = ("万", "亿")
MEASURES = "个次户人件起处场期批项条座家台套篇份名天年元%"
NO_UNITS = re.compile("[前后底末初至到]|左右|上下|完成|^[年月日号]$")
RATES = ("率", "度", "比例", "占比")  # end the names of what is counted in percent
WIDE = str.maketrans("＞＜＝﹥﹤（），．／", "><=><(),./")
PERCENT = (("百分之百", "100%"), ("百分比", "%"), ("百分号", "%"))


def _any(words: dict[str, Sign]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_SHAPE = re.compile(
    rf"""(?P<before>[^\d<>=≥≤,.±+－–—-]{{0,16}}?)
    (?P<weak>{_any(WEAK)})?\s*(?P<lead>{_any(SIGNS)})?\s*(?P<about>[约近]?)\s*
    (?P<share>百分之)?(?<![第前])(?P<body>\d[\d,.]*|[零一二两三四五六七八九十百千]+)
    (?P<vague>[余多]?)\s*(?P<unit>[^\d<>=≥≤\s,.;，。；]{{0,10}}?)
    \s*(?P<behind>{_any(BEHIND)})?[。；;]?""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Target:
    """What a cell says. `doubt` says in words what to look at, and is empty otherwise."""

    sign: Sign | Literal[""] = ""
    text: str = ""
    unit: str = ""
    doubt: str = ""


def read_target(cell: str, unit: str = "", nature: str = "") -> Target:
    """Return the target in a cell, with the unit and the comparator of their own columns, if any.

    What is no single number is a qualitative target, in the words of the cell.
    """
    said = sign_of(nature)
    if not cell:
        return Target(said, "", unit)
    read = None if said == "qualitative" else _number(cell, unit)
    if read is None:
        return Target("qualitative", cell, unit, _doubt_words(cell, said))
    return _agreed(read, said, weak=half_width(nature) in NATURES)


def sign_of(nature: str) -> Sign | Literal[""]:
    """Return the comparator that the cell of its own column names, or nothing."""
    word = half_width(nature).translate(WIDE).replace(" ", "")
    return SAID.get(word, "")


def share_doubt(name: str, target: Target) -> str:
    """Return a doubt about 0.95 as the target of a rate, which a cell of Excel shows as 95%."""
    rate = target.unit == "%" or (not target.unit and name.endswith(RATES))
    value = read_number(target.text, "") if rate and target.sign != "qualitative" else None
    if not isinstance(value, Number) or not 0 < value.value <= 1:
        return ""
    return f"指标值「{target.text}」也许是 {plain(value.value * 100)}%"


def _number(cell: str, unit: str) -> Target | None:
    plain = half_width(cell).translate(WIDE)
    for words, mark in PERCENT:
        plain = plain.replace(words, mark)
    found = _SHAPE.fullmatch(plain) if len(plain) <= LONGEST else None
    if found is None or not _is_number(found):
        return None
    own = "%" if found["share"] else found["unit"]
    text, own = _in_unit(found["body"], own, unit)
    if not text:
        return None
    return Target(_sign(found), text, own, _doubt_number(cell, found, own, unit))


def _is_number(found: re.Match[str]) -> bool:
    unit = found["unit"]
    if found["body"][0].isdecimal():
        return not NO_UNITS.search(unit) or (
            unit == "日" and bool(found["lead"] or found["behind"])
        )
    return bool(found["share"]) or (unit in MEASURES and not found["before"])


def _in_unit(body: str, own: str, unit: str) -> tuple[str, str]:
    """Return the number in the unit of its column, or else in the unit that stands behind it."""
    read = read_number(body + own, unit) if unit else None
    if isinstance(read, Number):
        return format_number(read), unit
    if own in SCALES:
        body, own = body + own, ""
    read = read_number(body, "")
    return (format_number(read) if isinstance(read, Number) else ""), own or unit


def _sign(found: re.Match[str]) -> Sign:
    if lead := found["lead"]:
        return SIGNS[lead]
    if behind := found["behind"]:
        return BEHIND[behind]
    return WEAK.get(found["weak"] or "", "=")


def _doubt_number(cell: str, found: re.Match[str], own: str, unit: str) -> str:
    if unit and own != unit:
        return f"单位列是「{unit}」，指标值「{cell}」里是「{own}」，按后者"
    if found["before"].strip() or found["about"] or found["vague"]:
        return f"指标值「{cell}」里只取了数"
    return ""


def _doubt_words(cell: str, said: str) -> str:
    if said not in ("", "qualitative"):
        return f"指标性质是「{said}」，指标值「{cell[:LONGEST]}」却不是一个数，按定性"
    if not said and re.search(r"\d", cell):
        return f"指标值「{cell[:LONGEST]}」不是单独一个数，按定性"
    return ""


def _agreed(read: Target, said: Sign | Literal[""], *, weak: bool) -> Target:
    """Return the target with the comparator of its column, which a bare number needs."""
    if not said or (weak and read.sign != "="):
        return read
    doubt = read.doubt
    if read.sign not in ("=", said):
        doubt = f"指标性质是「{said}」，指标值里却是「{read.sign}」，按前者"
    return Target(said, read.text, read.unit, doubt)

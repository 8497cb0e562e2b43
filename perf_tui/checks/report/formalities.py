"""Rules on the formalities: chapters, signature, date, attachments, the right unit and year.

Missing dates, signatures and attachments, another unit's name and last year's text are reasons why
reports are sent back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from perf_tui.checks.budget_year import is_over
from perf_tui.core.claims.claims import Claims, Quote
from perf_tui.core.findings.report_finding import ReportFinding, others
from perf_tui.core.form import Scheme

CHAPTERS = {
    "基本情况": ("基本情况", "概况"),
    "绩效评价情况及结论": ("绩效评价", "自评情况", "评价情况", "自评结论", "评价结论", "指标完成"),
    "问题": ("问题",),
    "建议": ("建议", "措施", "整改"),
}
_UNIT = re.compile(r"[一-鿿]{2,10}?(?:镇|乡)人民政府|[一-鿿]{2,10}?街道办事处")
# Words before a unit that the report only works with or addresses.
_BESIDE = re.compile(r".*(?:会同|联合|邻近|周边|毗邻|各|协同|配合|与|和|向|对|报|赴|乡镇)")
_OTHER_YEAR = re.compile(
    r"(?P<year>20\d\d|２０[０-９]{2})\s*年度(?=部门|整体支出|绩效|自评|本[镇乡]|我[镇乡单]|全[镇乡])"
)
_LOOKING_BACK = re.compile(r"上年|去年|同比|较|比|以来|结转|跨年")
# Characters on either side of another year in which words of comparison may stand. Set by
# experience: a comparison names its year within a clause.
NEAR = 12


def chapters_missing(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find which of the usual chapters are missing; a text without any chapter is left alone."""
    titles = "\n".join(part.title.text for part in claims.parts if part.is_chapter)
    if not titles:
        return
    for name, words in CHAPTERS.items():
        if not any(word in titles for word in words):
            message, fix = f"没有写“{name}”这一部分", "补上这一部分"
            yield ReportFinding("chapter-missing", "warning", message, fix, claims.end)


def signature_missing(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find a missing signature or date (GB/T 9704 asks for both)."""
    if claims.signature is None:
        yield ReportFinding(
            "signature-missing", "error", "没有署名", "在正文末尾写上单位全称", claims.end
        )
    if claims.dated is None:
        yield ReportFinding(
            "date-missing", "error", "没有成文日期", "在署名下面写上日期", claims.end
        )


def date_wrong(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find a date that is no day of the calendar, or one before the year of the report is over."""
    if claims.dated is None:
        return
    if claims.day is None:
        yield ReportFinding("date-wrong", "error", "成文日期没有这一天", "核对日期", claims.dated)
    elif claims.year and not is_over(claims.year.value, claims.day):
        yield ReportFinding(
            "date-before-year-end",
            "warning",
            f"成文日期在 {claims.year.value} 年过完之前",
            "核对成文日期的年份",
            claims.dated,
            related=others(claims.dated, [claims.year.at.line]),
        )


def attachment_missing(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find a report that mentions no attachment (附件) and has no self-evaluation table."""
    if not any("附件" in line for line in claims.lines) and not claims.rows:
        message, fix = "没有附件", "附上自评表和佐证材料目录"
        yield ReportFinding("attachment-missing", "warning", message, fix, claims.end)


def other_unit(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find the name of another township or subdistrict, left in from the report used as a model."""
    own = [
        name for one in (claims.unit, claims.signature) if one for name in _UNIT.findall(one.text)
    ]
    if not own:
        return
    for number, line in enumerate(claims.lines, 1):
        for found in _UNIT.finditer(line):
            beside = _BESIDE.match(found[0]) or any(_same(found[0], name) for name in own)
            if not beside:
                at = Quote(number, found[0])
                yield ReportFinding(
                    "other-unit",
                    "warning",
                    f"出现了别的单位“{found[0]}”",
                    "核对是不是套用时没有改",
                    at,
                    claims.indicator_at(number),
                )


def other_year(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find the year before, named as this report's own, where nothing is compared with it."""
    if claims.year is None:
        return
    for number, line in enumerate(claims.lines, 1):
        for found in _OTHER_YEAR.finditer(line):
            clause = line[max(0, found.start() - NEAR) : found.end() + NEAR]
            if int(found["year"]) == claims.year.value - 1 and not _LOOKING_BACK.search(clause):
                yield ReportFinding(
                    "other-year",
                    "warning",
                    f"这是 {claims.year.value} 年度的报告，这里写的是“{found[0]}”",
                    "核对是不是去年的文字没有改",
                    Quote(number, found[0]),
                    claims.indicator_at(number),
                )


def _same(name: str, own: str) -> bool:
    """Whether two names are the same but for the county or city before them."""
    return name.endswith(own) or own.endswith(name) or _short(name) == _short(own)


def _short(name: str) -> str:
    return re.sub(r"^.*[市区县州]", "", name)


FORMALITY_RULES = (
    chapters_missing,
    signature_missing,
    date_wrong,
    attachment_missing,
    other_unit,
    other_year,
)

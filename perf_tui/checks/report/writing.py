"""Rules on writing: marks that Word left, digits of two widths, typing errors.

Those on digits come from GB/T 15835, the others from common practice with official documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from perf_tui.core.claims.claims import Claims, Quote
from perf_tui.core.claims.strays import STRAY
from perf_tui.core.findings.report_finding import ReportFinding
from perf_tui.core.form import Scheme, Severity

_WIDE, _HALF = re.compile(r"[０-９][０-９．，]*[％]?|[％]"), re.compile(r"\d%|\d")
_DOUBLED = re.compile(r"我[镇乡]本[镇乡]|本[镇乡]我[镇乡]|的的(?!确)|了了(?!解)")
_RANGE = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d+)?\s*[-—~～至]\s*\d{1,3}(?:\.\d+)?\s*%")
# Typing error → what is meant. No key may be part of a correct phrase, as 扶平 is of 帮扶平台.
SLIPS = {
    "演炼": "演练",
    "劝道站": "劝导站",
    "劝道员": "劝导员",
    "辅道员": "辅导员",
    "布署": "部署",
    "贯切": "贯彻",
    "帐户": "账户",
    "台帐": "台账",
    "记帐": "记账",
    "幅射": "辐射",
    "复盖": "覆盖",
    "竞竞业业": "兢兢业业",
    "再接再励": "再接再厉",
    "一如继往": "一如既往",
    "迫不急待": "迫不及待",
    "走头无路": "走投无路",
    "因地治宜": "因地制宜",
    "整冶": "整治",
    "冶理": "治理",
    "政冶": "政治",
    "巡察河道": "巡查河道",
    "瞻养": "赡养",
    "公式栏": "公示栏",
    "效益评介": "效益评价",
    "评介等级": "评价等级",
}
_SLIP = re.compile("|".join(map(re.escape, SLIPS)))


def stray_marks(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find bookmarks and broken references that Word left in the text."""
    for at in _found(claims, STRAY):
        yield _mistake(claims, at, "stray-mark", f"留有“{at.text}”，不是正文", "删去")


def slips(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find miswritten words from the list, and doubled ones."""
    for at in _found(claims, _SLIP):
        message = f"“{at.text}”应是“{SLIPS[at.text]}”"
        yield _mistake(claims, at, "typing-error", message, "改正")
    for at in _found(claims, _DOUBLED):
        message = f"“{at.text}”重复了"
        yield _mistake(claims, at, "typing-error", message, "删去多余的字")


def widths_mixed(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find full-width digits and ％ in a text that also has half-width ones (GB/T 15835)."""
    wide = list(_found(claims, _WIDE))
    narrow = next(_found(claims, _HALF), None)
    told: set[int] = set()
    for at in wide:
        if narrow and at.line not in told:
            told.add(at.line)
            message, fix = f"“{at.text}”是全角的，别处用半角", "数字和百分号统一用半角"
            yield _mistake(claims, at, "width-mixed", message, fix, severity="notice")


def percent_ranges(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find ranges of percentages whose first number has no sign (GB/T 15835)."""
    for at in _found(claims, _RANGE):
        message = f"“{at.text}”前一个数没有百分号"
        yield _mistake(claims, at, "percent-range", message, "两个数都写百分号", severity="notice")


def _found(claims: Claims, pattern: re.Pattern[str]) -> Iterator[Quote]:
    """Yield what the pattern matches, each text once for a line."""
    for number, line in enumerate(claims.lines, 1):
        for text in dict.fromkeys(found[0].strip() for found in pattern.finditer(line)):
            yield Quote(number, text)


def _mistake(
    claims: Claims, at: Quote, code: str, message: str, fix: str, *, severity: Severity = "warning"
) -> ReportFinding:
    return ReportFinding(code, severity, message, fix, at, claims.indicator_at(at.line))


WRITING_RULES = (stray_marks, slips, widths_mixed, percent_ranges)

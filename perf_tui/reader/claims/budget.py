"""What a line tells of the budget: initial, adjusted, executed, and the rate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from perf_tui.core.claims.claims import ExecutionClaim, Stated
from perf_tui.reader.claims.outline import ReportLine
from perf_tui.reader.claims.spelling import NUMBER, stated

# Parts of the budget, which reports describe in the same words as the whole.
_PARTS = ("基本支出", "项目支出", "三公经费", "“三公”经费", "公用经费", "人员经费")
_WHOLE = "".join(f"(?<!{part})" for part in _PARTS)
_MONEY = (
    r"(?:总?[额数]|金额|安排|批复|下达|合计|共计|共|约|为|达到?|是|:|\s){0,4}"
    rf"(?P<number>{NUMBER})\s*(?P<unit>[万亿]?元)"
)
_INITIAL = re.compile(rf"{_WHOLE}年初(?:安排|批复|下达)?的?(?:部门)?(?:整体)?(?:支出)?预算{_MONEY}")
_ADJUSTED = re.compile(
    rf"(?:调整后?的?(?:全年|年度|部门)?(?:支出)?预算|全年(?:调整)?预算){_MONEY}"
    rf"|(?:经|预算)?调整后?(?:为|至|到)\s*(?P<number2>{NUMBER})\s*(?P<unit2>[万亿]?元)"
)
_EXECUTED = re.compile(rf"{_WHOLE}(?:执行数|执行金额|实际支出|实际执行|(?<!收入)支出决算){_MONEY}")
_RATE = re.compile(
    rf"{_WHOLE}执行率[^\d，,。；;%]{{0,6}}(?P<number>{NUMBER})\s*(?P<unit>%)"
    rf"|完成(?:全年|调整)预算的(?P<number2>{NUMBER})\s*(?P<unit2>%)"
)


def executions_in(lines: Iterable[ReportLine]) -> Iterator[ExecutionClaim]:
    """Yield the budget from every line that states its rate or the money spent in the year."""
    for line in lines:
        parts = [_first(line, one) for one in (_INITIAL, _ADJUSTED, _EXECUTED, _RATE)]
        initial, adjusted, executed, rate = parts
        alone = executed and "全年" in executed.at.text
        budget = initial or adjusted
        if (executed and budget) or alone or (rate and (budget or not _tells_part(line))):
            yield ExecutionClaim(*parts)


def _tells_part(line: ReportLine) -> bool:
    return any(part in line.plain for part in _PARTS)


def _first(line: ReportLine, pattern: re.Pattern[str]) -> Stated | None:
    found = pattern.search(line.plain)
    if found is None:
        return None
    second = "2" if found["number"] is None else ""
    return stated(line.number, line.text, found, f"number{second}", f"unit{second}")

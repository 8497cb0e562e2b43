"""What a line tells of the budget: initial, adjusted, executed, and the rate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from perf_tui.core.claims import Execution, Stated
from perf_tui.reader.claims.outline import Line
from perf_tui.reader.claims.spelling import NUMBER, stated

_MONEY = rf"[^\d，,。；;%]{{0,8}}(?P<number>{NUMBER})\s*(?P<unit>[万亿]?元)"
_INITIAL = re.compile(rf"年初[^\d，,。；;%]{{0,6}}预算{_MONEY}")
_ADJUSTED = re.compile(rf"(?:调整|预算调整)后?的?{_MONEY}")
_EXECUTED = re.compile(rf"(?:执行数|执行金额|实际支出|支出决算数?|决算数){_MONEY}")
_RATE = re.compile(rf"执行率[^\d，,。；;%]{{0,6}}(?P<number>{NUMBER})\s*(?P<unit>%)")


def executions_in(lines: Iterator[Line] | tuple[Line, ...]) -> Iterator[Execution]:
    """The budget as every line tells it that states an amount spent or a rate."""
    for line in lines:
        parts = [_first(line, one) for one in (_INITIAL, _ADJUSTED, _EXECUTED, _RATE)]
        if parts[2] or parts[3]:
            yield Execution(*parts)


def _first(line: Line, pattern: re.Pattern[str]) -> Stated | None:
    found = pattern.search(line.plain)
    return stated(line.number, line.text, found) if found else None

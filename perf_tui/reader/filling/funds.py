"""The budget as a table has it (项目资金、部门预算执行情况): a head, and rows of amounts below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from perf_tui.core.claims.claims import ExecutionClaim, Quote, Stated
from perf_tui.reader.claims.spelling import decimals_of, half

MOST_ROWS = 6  # below the head
_AMOUNT = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,10})?)(?P<unit>[万亿]?元|%)?"
)
_UNIT = re.compile(r"[万亿]?元")
_TOTAL = re.compile(r"总额|[合总]计|整体")
_COLUMNS = {
    "initial": re.compile(r"年初(?:安排|批复|部门)?预算"),
    "adjusted": re.compile(r"全年(?:调整)?预算|调整后?预算|(?<!年初)预算(?:安排|数|金额)"),
    "executed": re.compile(r"执行数|实际支出|支出决算|执行金额"),
    "rate": re.compile(r"执行率"),
}
_SOURCES = tuple(
    re.compile(words) for words in ("财政拨款|财政资金|预算资金", "结转|结余", "其他|自筹|其它")
)
NO_SOURCE = -1
USUAL = "万元"  # of the finance ministry's tables, where no unit is named
Places = Mapping[str, int]


def funds_in(lines: Sequence[str]) -> Iterator[ExecutionClaim]:
    """Yield the budget of every such table, from the row of its sum or else from the first one."""
    rows = _rows(lines)
    for number, places in _heads(rows):
        below = list(_filled(rows, number, places))
        if found := next((one for one in below if _is_total(rows[one - 1])), next(iter(below), 0)):
            yield _claim(lines, found, places, _unit_of(lines, number))


def sources_in(lines: Sequence[str]) -> Mapping[int, ExecutionClaim]:
    """Return the funds of every source that has a row in the first such table, as source → funds.

    A source is a number that `source_of` gives for its name.
    """
    rows = _rows(lines)
    found: dict[int, ExecutionClaim] = {}
    for head, places in _heads(rows):
        for number in range(head + 1, min(head + MOST_ROWS, len(rows)) + 1):
            source = source_of("".join(rows[number - 1][: min(places.values())]))
            if source != NO_SOURCE and max(places.values()) < len(rows[number - 1]):
                found.setdefault(source, _claim(lines, number, places, _unit_of(lines, head)))
    return found


def source_of(name: str) -> int:
    """Return which source of funds a name is of, NO_SOURCE if none."""
    found = (place for place, words in enumerate(_SOURCES) if words.search(name))
    return next(found, NO_SOURCE)


def _rows(lines: Sequence[str]) -> list[list[str]]:
    return [[cell.strip() for cell in half(line).split("\t")] for line in lines]


def _heads(rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, Places]]:
    """Yield the number of every row that is the head of such a table, and its columns."""
    for number, row in enumerate(rows, 1):
        places = _places(row)
        if "executed" in places and len(places) > 1:
            yield number, places


def _places(row: Sequence[str]) -> dict[str, int]:
    """Return the columns of the amounts in a head; the first that is called so."""
    places: dict[str, int] = {}
    for place, cell in enumerate(row):
        key = next((key for key, name in _COLUMNS.items() if name.search(cell)), None)
        if key and len(cell) <= 20 and "得分" not in cell and "权重" not in cell:
            places.setdefault(key, place)
    return places


def _filled(rows: Sequence[Sequence[str]], head: int, places: Places) -> Iterator[int]:
    """Yield the numbers of the rows below a head with money spent in them."""
    for number in range(head + 1, min(head + MOST_ROWS, len(rows)) + 1):
        row = rows[number - 1]
        if max(places.values()) < len(row) and _AMOUNT.fullmatch(row[places["executed"]]):
            yield number


def _is_total(row: Sequence[str]) -> bool:
    return any(_TOTAL.search(cell) for cell in row)


def _unit_of(lines: Sequence[str], head: int) -> str:
    """Return the unit that the head names, or the line above it."""
    for line in (lines[head - 1], lines[head - 2] if head > 1 else ""):
        if found := _UNIT.search(half(line)):
            return found[0]
    return USUAL


def _claim(lines: Sequence[str], number: int, places: Places, unit: str) -> ExecutionClaim:
    cells = [cell.strip() for cell in lines[number - 1].split("\t")]
    stated = {
        key: _stated(Quote(number, cells[place]), "%" if key == "rate" else unit)
        for key, place in places.items()
    }
    return ExecutionClaim(**stated)


def _stated(at: Quote, unit: str) -> Stated | None:
    found = _AMOUNT.fullmatch(half(at.text))
    if found is None:
        return None
    number = found["number"].replace(",", "")
    return Stated(Decimal(number), at, found["unit"] or unit, decimals_of(number))

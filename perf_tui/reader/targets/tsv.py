"""A text as rows of cells: what Excel and Word put on the clipboard, | tables, and .csv."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from io import StringIO

from perf_tui.reader.targets.cells import begins_row, group_level, is_note, is_total, named
from perf_tui.reader.targets.headings import known

LONGEST_QUOTED = 10_000
MOST_PARTS = 20  # lines of one row
FEWEST_USUAL = 3  # lines that tell how long a row is
PIPES = ("|", "｜")
# Excel puts a cell with a tab, a line break or a quote into quotes, and doubles those inside.
_CELL = re.compile(
    rf'(?:"(?P<quoted>(?:[^"]|""){{0,{LONGEST_QUOTED}}}+)"(?=[\t\r\n])|(?P<bare>[^\t\r\n]*))'
    r"(?P<end>\t|\r\n|\r|\n)"
)
_PIPE = re.compile(r"(?<!\\)[|｜]")
_RULE = re.compile(r"(?=.*--)[\s|｜:+=-]+")
_ESCAPED = re.compile(r"\\([^\w\s])")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)

Row = tuple[str, ...]


def rows_of_text(text: str) -> tuple[Row, ...]:
    """Return the rows of a table. Columns are parted by tabs, without any by |, else by commas."""
    if "\t" not in text and _PIPE.search(text):
        return tuple(_piped(text.splitlines()))
    if "\t" not in text and "," in text:
        return tuple(_comma_separated(text))
    return tuple(_rejoined(list(_tabbed(text))))


def _tabbed(text: str) -> Iterator[Row]:
    row: list[str] = []
    ended = text if text.endswith(("\n", "\r")) else text + "\n"
    for found in _CELL.finditer(ended):
        quoted = found["quoted"]
        row.append(found["bare"] if quoted is None else quoted.replace('""', '"'))
        if found["end"] != "\t":
            yield tuple(row)
            row = []


def _rejoined(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows of a table whose cells Word has broken into lines, which it does not quote."""
    width = max(map(len, rows), default=0)
    short = _usual(rows)
    at = 0
    while at < len(rows):
        count = 1 if len(rows[at]) == short < width else _parts(rows, at, width, short)
        yield _joined(rows[at : at + count])
        at += count


def _usual(rows: Sequence[Row]) -> int:
    """Return the number of cells in most lines, which are rows then, or 0 if it differs.

    They are shorter than the head where a program has cut off the empty cells at the end.
    """
    lengths = Counter(len(row) for row in rows if len(row) > 1)
    length, count = max(lengths.items(), key=lambda one: one[1], default=(0, 0))
    return length if count >= FEWEST_USUAL and count * 2 > lengths.total() else 0


def _parts(rows: Sequence[Row], at: int, width: int, short: int) -> int:
    """Return how many lines make one row of full width, or 1 if the first is a row by itself."""
    cells, count = len(rows[at]), 1
    for below in rows[at + 1 : at + MOST_PARTS]:
        more = len(below) - 1
        if cells + more > width or len(below) == short:
            break
        if not _continues(rows[at + count - 1], below):
            break
        if cells == width and _stands_alone(_joined(rows[at : at + count]), below):
            break
        cells, count = cells + more, count + 1
    return count if cells == width and _begins(rows[at : at + count]) else 1


def _continues(above: Row, below: Row) -> bool:
    """Whether a cell may go on from the end of one line to the beginning of the next."""
    if len(below) > 1 and begins_row(below[0]):
        return False
    return bool(above[-1].strip() and below[0].strip())


def _stands_alone(row: Row, below: Row) -> bool:
    """Whether a line without tabs below a whole row is no end of its last cell."""
    if known(row[-1]):
        return not known(row[-1] + below[0])
    return is_total(row) or is_total(below) or is_note(below) or group_level(named(below[0])[0]) > 0


def _begins(rows: Sequence[Row]) -> bool:
    """Whether lines belong together. If the first has no tab, they have to make a known word."""
    if len(rows) == 1 or len(rows[0]) > 1:
        return True
    first = _joined(rows)[0].replace("\n", "")
    return known(first) or group_level(named(first)[0]) > 0


def _joined(rows: Sequence[Row]) -> Row:
    """Return the cells of one row. Where a line ends, its last cell goes on in the next."""
    cells = list(rows[0])
    for row in rows[1:]:
        cells[-1] += "\n" + row[0]
        cells += row[1:]
    return tuple(cells)


def _comma_separated(text: str) -> Iterator[Row]:
    """Yield the rows of a .csv. One that goes wrong ends at the last row that is right."""
    with suppress(csv.Error):
        yield from map(tuple, csv.reader(StringIO(text, newline="")))


def _piped(lines: Sequence[str]) -> Iterator[Row]:
    for line in lines:
        if not _RULE.fullmatch(line):
            bare = line.strip()
            inner = bare[bare[:1] in PIPES : len(bare) - (bare[1:].endswith(PIPES))]
            yield tuple(_piped_cell(cell) for cell in _PIPE.split(inner))


def _piped_cell(cell: str) -> str:
    return _ESCAPED.sub(r"\1", _BREAK.sub("\n", cell.strip()))

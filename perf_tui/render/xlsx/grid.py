"""The columns of a sheet, which all its tables share, and the names of sheets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from perf_tui.core.numbers import clean_text
from perf_tui.render.document import Table

LONGEST_NAME = 31  # characters, by Excel
FORBIDDEN = re.compile(r"[\[\]:*?/\\']")


def columns_of(tables: Sequence[Table], room: float) -> list[float]:
    """Return the widths of the sheet's columns, those of its finest table, together `room`."""
    widths = max((table.widths for table in reversed(tables)), key=len)
    return [room * width / sum(widths) for width in widths]


def edges_of(table: Table, columns: Sequence[float]) -> list[int]:
    """Return the column of the sheet at which each of the table's begins, and the end.

    An edge lies at the nearest one of the sheet. Every column of the table keeps at least one.
    """
    room, whole = sum(columns), sum(table.widths)
    places = list(accumulate(columns, initial=0.0))
    wanted = [room * edge / whole for edge in accumulate(table.widths[:-1], initial=0)]
    edges: list[int] = []
    for number, edge in enumerate(wanted):
        least = edges[-1] + 1 if edges else 0
        most = len(columns) - (len(wanted) - number)
        between = range(least if edges else 0, (most if edges else 0) + 1)
        edges.append(min(between, key=lambda place: abs(places[place] - edge)))
    return [*edges, len(columns)]


def sheet_names(titles: Iterable[str]) -> Iterator[str]:
    """Yield a name for every sheet: its title as far as Excel takes it, and no name twice."""
    taken = set()
    for title in titles:
        name = FORBIDDEN.sub(" ", clean_text(title)).strip()[:LONGEST_NAME].strip() or "表"
        number, unique = 1, name
        while unique.casefold() in taken:
            number += 1
            ending = f"({number})"
            unique = name[: LONGEST_NAME - len(ending)] + ending
        taken.add(unique.casefold())
        yield unique

"""The pages of the form from which the rows of the report's tables come."""

from __future__ import annotations

from typing import TypeAlias

from perf_tui.render.document import Row, Table

UNIT = "unit"  # the page from which title and signature come
Abouts: TypeAlias = tuple[str, ...]


def origins(table: Table) -> list[Abouts]:
    """Return for every row, those of the head first, the ids of its pages from left to right.

    A row of labels has the pages of the figures below it.
    """
    abouts: Abouts = ()
    found: list[Abouts] = []
    for row in reversed(table.rows):
        abouts = _named(row) or (abouts if all(cell.label for cell in row) else ())
        found.append(abouts)
    return [() for _ in table.head] + found[::-1]


def _named(row: Row) -> Abouts:
    return tuple(dict.fromkeys(cell.about for cell in row if cell.about))

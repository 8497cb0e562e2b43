"""Rules for the self-evaluation tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from perf_tui.core.form.computed import OF_ROW, OF_TABLE, OF_YEAR
from perf_tui.core.form.layout import TableCell, TableLayout, TableRow
from perf_tui.core.form.lint.outline import unknown_sections
from perf_tui.core.form.lint.source import Source, layouts, sections, top
from perf_tui.core.form.problems import KeyPlace, Problem, nearest
from perf_tui.core.wording.templates import Template

WIDEST = 1000  # millimetres, beyond any paper
HUNDRED = Decimal(100)


def chosen(source: Source) -> Iterator[Problem]:
    """Find a form without the table that is to be printed."""
    known = [one.id for one in source.form.tables]
    if source.form.table not in known:
        message = f"没有 {source.form.table} 这张自评表{nearest(source.form.table, known)}"
        yield top("table").problem(f"{message}，改成 tables/ 里有的")


def repeated(source: Source) -> Iterator[Problem]:
    """Find tables with the id of another one."""
    seen: dict[str, str] = {}
    for place, one in layouts(source):
        if one.id in seen:
            yield place.at("id").problem(f"{one.id} 已用在 {seen[one.id]}，换一个")
        seen.setdefault(one.id, place.file)


def widths(source: Source) -> Iterator[Problem]:
    """Find columns whose width, in millimetres, no paper can have."""
    for place, one in layouts(source):
        declared = [
            *(("widths", width) for width in one.widths),
            *((f"columns[第 {n} 项].width", each.width) for n, each in enumerate(one.columns, 1)),
        ]
        yield from _without_width(place, declared)
    for annex in source.form.annexes:
        declared = [("widths", width) for width in annex.widths]
        yield from _without_width(top("annexes", annex.key), declared)


def _without_width(place: KeyPlace, declared: Iterable[tuple[str, int]]) -> Iterator[Problem]:
    for key, width in declared:
        if not 0 < width <= WIDEST:
            yield place.at(key).problem(f"列宽是 {width}，改成大于 0 的毫米数")


def unfilled(source: Source) -> Iterator[Problem]:
    """Find rows whose cells do not span exactly the columns."""
    for place, row, columns in _rows(source):
        spans = [cell.span for cell in row.cells]
        if min(spans, default=1) < 1:
            yield place.problem("span 要从 1 起，改对")
        elif sum(spans) != columns:
            yield place.problem(f"各格的 span 加起来是 {sum(spans)}，这里有 {columns} 列，改到一致")


def torn(source: Source) -> Iterator[Problem]:
    """Find cells merged with the one above that have no merged cell of the same width above."""
    tables = [rows for _, one in layouts(source) for rows in (one.head, one.foot)]
    for rows in (*tables, *(one.rows for one in source.form.annexes)):
        above: set[tuple[int, int]] = set()
        for row in rows:
            merged = {spot for spot, cell in _spots(row) if cell.merged}
            below = {spot for spot, cell in _spots(row) if cell.merged == "below"}
            if below - above:
                place = next(p for p, each, _ in _rows(source) if each is row)
                yield place.problem("merged 是 below 的格，上面要有同样宽的 first 或 below")
            above = merged


def unknown_names(source: Source) -> Iterator[Problem]:
    """Find unknown names in cells.

    Rows may use what a sentence may and the sections, and columns what an indicator has.
    """
    form = source.form
    of_rows = {*form.addresses, *OF_YEAR, *OF_TABLE, *(f"section_{key}" for key in form.by_key)}
    for place, row, _ in _rows(source):
        for number, cell in enumerate(row.cells, 1):
            inside = place.at(f"cells[第 {number} 项]")
            yield from _unknown(inside, cell.text, of_rows)
    for place, one in layouts(source):
        for number, column in enumerate(one.columns, 1):
            inside = place.at(f"columns[第 {number} 项]")
            yield from _unknown(inside, column.text, OF_ROW)


def groups(source: Source) -> Iterator[Problem]:
    """Find groups whose points are not above 0, or do not make 100 with those of the execution.

    Where the scheme has levels, these stand for the groups.
    """
    if source.form.scheme.levels:
        return
    wanted = HUNDRED - source.form.scheme.execution_weight
    for place, one in layouts(source):
        points = [group.points for group in one.groups]
        if points and min(points) <= 0:
            yield place.at("groups").problem("points 要大于 0，改对")
        elif points and sum(points) != wanted:
            message = f"points 加起来是 {sum(points)}，预算执行之外是 {wanted} 分，改到一致"
            yield place.at("groups").problem(message)


def ungrouped(source: Source) -> Iterator[Problem]:
    """Find indicators without a group, and groups without indicators or named twice.

    A set without any indicators leaves them to the year.
    """
    categories = list(dict.fromkeys(one.category for one in source.form.indicators))
    for place, one in layouts(source):
        if not one.groups:
            continue
        grouped = [group.category for group in one.groups]
        for name in categories:
            if name not in grouped:
                message = f"没有“{name}”，有指标写了这个 category，补上或改指标"
                yield place.at("groups").problem(message)
        for number, name in enumerate(grouped):
            unused = bool(categories) and name not in categories
            if unused or name in grouped[:number]:
                message = f"“{name}”没有指标或写了两次，删去或改对"
                yield place.at("groups").problem(message)


def left_out(source: Source) -> Iterator[Problem]:
    """Find sections that are printed neither in a chapter nor in every table."""
    if any(unknown_sections(source)):
        return  # the chapter may mean the section by a misspelt name
    in_annexes = {name for one in source.form.annexes for name in _names_in(one.rows)}
    unprinted = {
        section.key
        for section in source.form.unprinted
        if f"section_{section.key}" not in in_annexes
    }
    for place, section in sections(source):
        for _, one in layouts(source):
            if section.key in unprinted and f"section_{section.key}" not in _names(one):
                message = f"这一节没有一处印它，写进 outline，或写进自评表 {one.id} 的一格"
                yield place.problem(message)


def _names(layout: TableLayout) -> set[str]:
    return _names_in((*layout.head, *layout.foot))


def _names_in(rows: Iterable[TableRow]) -> set[str]:
    cells = (cell for row in rows for cell in row.cells)
    return {name for cell in cells if cell.text for name in cell.text.names}


def _rows(source: Source) -> Iterator[tuple[KeyPlace, TableRow, int]]:
    """Yield every row above and below the indicators and of annexes, with place and columns."""
    for place, one in layouts(source):
        parts = {"head": (one.head, len(one.widths)), "foot": (one.foot, len(one.columns))}
        for key, (rows, columns) in parts.items():
            for number, row in enumerate(rows, 1):
                yield place.at(f"{key}[第 {number} 项]"), row, columns
    for annex in source.form.annexes:
        for number, row in enumerate(annex.rows, 1):
            yield top("annexes", annex.key, f"rows[第 {number} 项]"), row, len(annex.widths)


def _spots(row: TableRow) -> Iterator[tuple[tuple[int, int], TableCell]]:
    """Yield each cell with its first column and its span."""
    column = 0
    for cell in row.cells:
        yield (column, cell.span), cell
        column += cell.span


def _unknown(place: KeyPlace, text: Template | None, known: Iterable[str]) -> Iterator[Problem]:
    for name in sorted((text.names if text else frozenset()) - set(known)):
        message = f"没有 {name} 这个字段{nearest(name, known)}，改对或先定义它"
        yield place.at("text").problem(message)

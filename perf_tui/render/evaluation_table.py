"""The self-evaluation table by the form's layout: head, indicators, and last rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from perf_tui.core.evaluation.evaluation import Evaluation, JudgedEvaluation
from perf_tui.core.form import Form
from perf_tui.core.form.layout import Annex, TableCell, TableColumn, TableRow
from perf_tui.core.scoring.item import IndicatorScore
from perf_tui.render.cell_words import Fill, FillCell, filled_by_item, filled_cells
from perf_tui.render.document import Block, Cell, Paragraph, Row, Table

Homes: TypeAlias = Mapping[str, str]  # a name in a cell → id of the page that it comes from


def evaluation_table(evaluation: JudgedEvaluation, *, internal: bool) -> tuple[Block, ...]:
    """Return the blocks of the table. Every copy says why points were lost.

    Only the internal copy has the rows that name the contact, the remarks, and the reasons for
    which warnings were accepted.
    """
    layout, fill = evaluation.form.layout, filled_cells(evaluation)
    columns, homes = layout.columns, _homes(evaluation.form)
    rows = [
        _item_row(columns, filled_by_item(evaluation, one, internal=internal), one)
        for one in _in_order(evaluation)
    ]
    return (
        Table(layout.widths, tuple(_rows(layout.head, fill, homes, internal=internal))),
        Paragraph(layout.caption, "caption"),
        Table(
            tuple(column.width for column in columns),
            (*_merged(columns, rows), *_rows(layout.foot, fill, homes, internal=internal)),
            head=(tuple(Cell(column.label, label=True) for column in columns),),
        ),
    )


def annex_table(evaluation: JudgedEvaluation, annex: Annex, *, internal: bool) -> tuple[Block, ...]:
    """Return the blocks of a table of facts."""
    fill, homes = filled_cells(evaluation), _homes(evaluation.form)
    return (Table(annex.widths, tuple(_rows(annex.rows, fill, homes, internal=internal))),)


def _in_order(evaluation: Evaluation) -> Sequence[IndicatorScore]:
    """Return the indicators by number or, if the form has levels, by level and subcategory."""
    order = _order(evaluation.form)
    return sorted(evaluation.score.items, key=lambda item: order[item.indicator.id])


def _order(form: Form) -> dict[str, tuple[int, int]]:
    """Return indicator id → the ranks of its first level and of its subcategory.

    Subcategories rank by their first indicators. Without levels all ranks are 0.
    """
    groups = form.categories
    if not form.levels:
        return dict.fromkeys(form.by_id, (0, 0))
    kinds = list(dict.fromkeys(one.subcategory for one in form.indicators))
    places = {category: place for place, category in enumerate(groups)}
    return {
        one.id: (places.get(one.category, len(groups)), kinds.index(one.subcategory))
        for one in form.indicators
    }


def _homes(form: Form) -> Homes:
    return {
        **{name: form.home_of[at].id for name, at in form.addresses.items() if at in form.home_of},
        **{f"section_{one.key}": one.key for one in form.sections},
    }


def _rows(
    rows: Iterable[TableRow], fill: FillCell, homes: Homes, *, internal: bool
) -> Iterator[Row]:
    for row in rows:
        if row.internal and not internal:
            continue
        if row.if_filled and not any(map(fill, row.cells)):
            continue
        yield tuple(_cell(cell, fill, homes) for cell in row.cells)


def _cell(cell: TableCell, fill: FillCell, homes: Homes) -> Cell:
    filled = cell.text or cell.value
    if not filled:
        return Cell(cell.label, cell.span, cell.align, label=True, merged=cell.merged)
    text = fill(cell) or cell.blank
    about = next((homes[name] for name in sorted(filled.names) if name in homes), "")
    return Cell(text, cell.span, cell.align, merged=cell.merged, about=about)


def _item_row(columns: Iterable[TableColumn], fill: Fill, item: IndicatorScore) -> Row:
    about = item.indicator.id
    return tuple(Cell(fill(one.text) or one.blank, align=one.align, about=about) for one in columns)


def _merged(columns: Sequence[TableColumn], rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows with equal cells merged downwards in the columns that the layout merges.

    A cell goes on below only while those of the merged columns to its left go on as well.
    """
    merging = [place for place, column in enumerate(columns) if column.merged]
    above: list[str] = []
    for row in rows:
        here = [row[place].text for place in merging]
        cells = list(row)
        for depth, place in enumerate(merging, 1):
            same = here[:depth] == above[:depth]
            cells[place] = (
                Cell("", merged="below") if same else Cell(here[depth - 1], merged="first")
            )
        yield tuple(cells)
        above = here

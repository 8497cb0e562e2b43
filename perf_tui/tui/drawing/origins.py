"""Which page of the form a line of the report comes from, found by the words that it prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from perf_tui.core.form import Form
from perf_tui.render.document import Row, Table

UNIT = "unit"  # the page from which title and signature come


def page_names(form: Form) -> Mapping[str, str]:
    """What a table calls pages by → page id: names with and without number, labels of sums."""
    names: dict[str, str] = {}
    for page in form.pages:
        if page.kind in ("unit", "budget"):
            names |= {form.fields[at].label: page.id for at in page.addresses}
        names[page.title] = names[page.numbered] = page.id
    return names


def origins(table: Table, names: Mapping[str, str]) -> Iterator[str]:
    """For every row, those of the head first, a page's id, or "" where it names none.

    The figures below a row of labels come from where the labels do.
    """
    about, labels = "", False
    for row in (*table.head, *table.rows):
        about = _named(row, names) or (about if labels else "")
        labels = all(cell.label for cell in row)
        yield about


def _named(row: Row, names: Mapping[str, str]) -> str:
    """The page that the first cell with a page's name, or its label with a unit, speaks of."""
    texts = (cell.text.replace("\n", "") for cell in row)
    found = (names.get(text) or names.get(text.split("(")[0]) for text in texts)
    return next((page for page in found if page), "")

"""A new year's file."""

from __future__ import annotations

from pathlib import Path

from perf_tui.core.form import Form
from perf_tui.core.year import LAST_FILE, Year
from perf_tui.store.forms import load_form
from perf_tui.store.last_year import kept_path
from perf_tui.store.years import YearFile, write_year_file

DEFAULT_FORM = "township"
NAME = "unit.name"


def begin_year(
    path: Path, number: int, form_name: str, last: tuple[Path, Year] | None = None, unit: str = ""
) -> None:
    """Write a year's file in which only the unit is known, from last year's or by its name.

    FormError for a form that cannot be used, SaveError for a file that cannot be written.
    """
    form = load_form(form_name)
    texts = _carried_over(last[1], form) if last else {}
    year = Year(form_name, number, texts)
    if last:
        year = year.with_text(LAST_FILE, kept_path(last[0], path))
    if unit:
        year = year.with_text(NAME, unit)
    write_year_file(path, YearFile(form, year))


def _carried_over(last: Year, form: Form) -> dict[str, str]:
    """What does not change from year to year: the unit, but not the date of its report."""
    return {
        address: text
        for address, text in last.texts.items()
        if address.startswith("unit.")
        and address in form.fields
        and form.fields[address].kind != "date"
    }

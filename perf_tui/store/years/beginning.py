"""Beginning a new year's file."""

from __future__ import annotations

from pathlib import Path

from perf_tui.core.answers.year import LAST_FILE, Year
from perf_tui.core.form import Form
from perf_tui.core.form.own import OWN, form_for
from perf_tui.store.forms import load_form
from perf_tui.store.years.earlier_years import kept_path
from perf_tui.store.years.year_file import YearFile, write_year_file

DEFAULT_FORM = "township"
NAME = "unit.name"


def begin_year(
    path: Path, number: int, form_name: str, last: tuple[Path, Year] | None = None, unit: str = ""
) -> None:
    """Write a new file at `path` for the year `number`, in which only the unit is filled in.

    The unit is that of `last`, the path and the year of an earlier file, and its name is `unit` if
    that is not empty. Raises FormError if the form cannot be used, and SaveError if the file cannot
    be written.
    """
    form = load_form(form_name)
    texts = _carried_over(last[1], form) if last else {}
    year = Year(form_name, number, texts)
    if last:
        year = year.with_text(LAST_FILE, kept_path(last[0], path))
    if unit:
        year = year.with_text(NAME, unit)
    write_year_file(path, YearFile(form, year).with_year(year))


def _carried_over(last: Year, form: Form) -> dict[str, str]:
    """Return what stays the same from year to year: the unit and its own indicators.

    The date of the report does not, and what another form set has no field for.
    """
    fields = form_for(form, last.texts).fields
    return {
        address: text
        for address, text in last.texts.items()
        if address.startswith(("unit.", f"{OWN}."))
        and address in fields
        and fields[address].kind != "date"
    }

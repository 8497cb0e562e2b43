"""Beginning a new year's file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from perf_tui.core.answers.year import LAST_FILE, Year
from perf_tui.core.form import Form
from perf_tui.core.form.build import build_form
from perf_tui.core.form.comparing.matching import COUNTED
from perf_tui.core.form.own import OWN, form_for, own_at
from perf_tui.core.form.own.properties import BEFORE
from perf_tui.core.form.scheme.changing import SCHEME
from perf_tui.store.forms import is_installed, is_path_of_set, load_form, tables_in
from perf_tui.store.forms.finding import find_set
from perf_tui.store.toml.parsing import parse_toml, read_content
from perf_tui.store.years.earlier_years import kept_path
from perf_tui.store.years.nesting import Table
from perf_tui.store.years.year_file import FORM_SET, YearFile, write_year_file

# The sets that the program chooses by itself. That of an office with indicators of its own has
# none, so that those are all; it is also the one of which an office changes the whole scheme.
DEFAULT_FORM, OWN_FORM, PROJECT_FORM = "township", "national", "project"
NAME = "unit.name"
NOTHING: Mapping[str, str] = MappingProxyType({})


def begin_year(
    path: Path,
    number: int,
    form_name: str,
    last: tuple[Path, Year] | None = None,
    unit: str = "",
    *,
    head: Mapping[str, str] = NOTHING,
) -> None:
    """Write a new file at `path` for the year `number`, in which only the unit is filled in.

    `form_name` is the name of a form set, or the path to one. A set that does not come with the
    program is carried along by this year and those after it. The unit is that of `last`, the path
    and the year of an earlier file, except for `unit`, its name, and the texts in `head`, of which
    those are taken that the form has a field for. Raises FormError if the form cannot be used, and
    SaveError if the file cannot be written.
    """
    form, unknown = form_named(form_name, path.parent, last)
    texts = _carried_over(last[1], form) if last else {}
    year = Year(form.id, number, texts)
    if last:
        year = year.with_text(LAST_FILE, kept_path(last[0], path))
    known = {**head, **({NAME: unit} if unit else {})}
    year = year.with_texts({at: text for at, text in known.items() if at in form.fields})
    write_year_file(path, YearFile(form, year, unknown).with_year(year))


def form_named(
    name: str, folder: Path, last: tuple[Path, Year] | None = None
) -> tuple[Form, dict[str, object]]:
    """Return the form of a name, as `begin_year` takes it, and what a year has to carry along.

    `folder` is where the year will lie. Raises FormError if the form cannot be used.
    """
    if carried := _carried_set(name, last, folder):
        return build_form(carried), {FORM_SET: carried}
    return load_form(name), {}


def _carried_set(form_name: str, last: tuple[Path, Year] | None, folder: Path) -> Table | None:
    """Return the tables of a form set that the new year has to carry along, or None.

    The one that last year carries goes before others of its name.
    """
    if is_path_of_set(form_name):
        return dict(tables_in(Path(form_name)))
    if is_installed(form_name):
        return None
    if last is not None and last[1].form == form_name:
        carried = parse_toml(read_content(last[0])).get(FORM_SET)
        if isinstance(carried, dict):
            return carried
    return dict(tables_in(find_set(form_name, folder).path))


def _carried_over(last: Year, form: Form) -> dict[str, str]:
    """Return what stays the same from year to year: the unit, its own indicators, its scheme.

    Each of these states which one it was, so that it can be renamed. The date of the report does
    not stay, and what another form set has no field for.
    """
    whole = form_for(form, last.texts)
    texts = {
        address: text
        for address, text in last.texts.items()
        if address.startswith(("unit.", f"{OWN}.", f"{SCHEME}."))
        and address in whole.fields
        and whole.fields[address].kind != "date"
        and not address.endswith(f".{BEFORE}")
    }
    brought = (one for one in whole.indicators if COUNTED.fullmatch(one.id))
    return texts | {own_at(one.id, BEFORE): one.name for one in brought if one.name}

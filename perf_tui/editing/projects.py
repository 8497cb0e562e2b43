"""The projects of an office: beginning them, and taking what they come to into the overall year."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from perf_tui.core.answers.year import Year
from perf_tui.core.numbers import clean_text
from perf_tui.editing.beginning import begin
from perf_tui.editing.refusing import RefusedError
from perf_tui.store.years.beginning import PROJECT_FORM
from perf_tui.store.years.earlier_years import PROJECT_NAME
from perf_tui.store.years.listing import ListedYear
from perf_tui.store.years.office import OfficeYear, name_of
from perf_tui.store.years.year_file import ENDING

UNIT = "unit."
NO_NAME = "写上项目名称，{again}"
THERE = "{year} 年已经有“{name}”了，写另一个项目的名称"
FORBIDDEN = re.compile(r'[\\/:*?"<>|\n]+')  # in the names of files, on one system or another
LONGEST_NAME = 40  # characters of a project's name in the name of its file


def begin_project(
    folder: Path, offices: Sequence[OfficeYear], office: OfficeYear, name: str
) -> Path:
    """Begin a project's year in an office's folder, and return the path of its file.

    The indicators are those of the year before, if there was a project of this name. The unit is
    that of the office. Raises RefusedError if the name is blank or taken, SaveError if the file
    cannot be written.
    """
    name = clean_text(name).strip()
    if not name:
        raise RefusedError(NO_NAME)
    if any(name_of(one) == name for one in office.projects):
        raise RefusedError(THERE, year=str(office.year), name=name)
    before = _before(offices, office, name)
    if before and before.evaluation:
        return _go_on(before.path, before.evaluation.year, office.year, name)
    path = _free(folder, office.year, name)
    begin(path, office.year, form=PROJECT_FORM, head={**_unit_of(office), PROJECT_NAME: name})
    return path


def next_projects(offices: Sequence[OfficeYear], office: OfficeYear) -> list[ListedYear]:
    """Return the projects of an office's year that have not been begun for the year after."""
    after = next((one for one in offices if _is_next(one, office)), None)
    begun = {name_of(one) for one in after.projects} if after else set()
    return [one for one in office.projects if name_of(one) not in begun]


def begin_next(projects: Sequence[ListedYear]) -> list[Path]:
    """Begin the next year of projects, each beside the year before. Return the paths.

    Raises SaveError if a file cannot be written; those before it are there.
    """
    return [
        _go_on(one.path, one.evaluation.year, one.evaluation.year.year + 1, name_of(one))
        for one in projects
        if one.evaluation
    ]


def _go_on(path: Path, last: Year, number: int, name: str) -> Path:
    target = _free(path.parent, number, name)
    begin(target, number, (path, last))
    return target


def _is_next(one: OfficeYear, office: OfficeYear) -> bool:
    return (one.year, one.unit) == (office.year + 1, office.unit)


def _before(offices: Sequence[OfficeYear], office: OfficeYear, name: str) -> ListedYear | None:
    """Return the latest earlier year of a project."""
    earlier = [one for one in offices if one.unit == office.unit and one.year < office.year]
    found = (project for one in earlier for project in one.projects if name_of(project) == name)
    return next(found, None)


def _unit_of(office: OfficeYear) -> Mapping[str, str]:
    """Return what is known of the unit from another file of the same year."""
    known = next((one.evaluation for one in office.files if one.evaluation), None)
    texts = known.year.texts if known else {}
    dates = {at for at, field in known.form.fields.items() if field.kind == "date"} if known else ()
    return {at: text for at, text in texts.items() if at.startswith(UNIT) and at not in dates}


def _free(folder: Path, year: int, name: str) -> Path:
    """Return the path of a file that is not there yet, named after the year and the project."""
    stem = f"{year}-{FORBIDDEN.sub('', name)[:LONGEST_NAME].strip(' .')}"
    numbered = (f"{stem}-{number}" for number in range(2, 1000))
    names = (stem, *numbered)
    return next(path for each in names if not (path := folder / f"{each}{ENDING}").exists())

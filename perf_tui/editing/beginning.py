"""Beginning a new year: what its file can be called, and what it can go on from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from perf_tui.core.answers.year import Year
from perf_tui.core.form.scheme.changing import BASIS, scheme_at
from perf_tui.editing.refusing import RefusedError, is_taken, usable_path
from perf_tui.store.user.places import remember_place
from perf_tui.store.years.beginning import DEFAULT_FORM, NOTHING, begin_year
from perf_tui.store.years.year_file import ENDING, FIRST_YEAR, LAST_YEAR

DIGITS = re.compile(r"(?<!\d)\d{4}(?!\d)")
OTHER_ENDING = "{path} 的后缀应是 {ending}，改好文件名再{doing}"
TAKEN = "{path} 已经有了，换一个文件名"
NOT_EARLIER = "{path} 是 {then} 年的，不早于 {now} 年，换成上年的文件"
NO_YEAR = "文件名里写上自评的年份，如 2024{ending}"


def begin(
    path: Path,
    number: int,
    last: tuple[Path, Year] | None = None,
    *,
    form: str = "",
    unit: str = "",
    head: Mapping[str, str] = NOTHING,
    overwrite: bool = False,
    own_scheme: bool = False,
) -> None:
    """Write the file of a new year, as `begin_year` does, with the form of `last` unless `form` is.

    With `own_scheme` it is opened at first where its scheme is said. Raises RefusedError if its
    name does not end as it has to, if there is such a file and `overwrite` does not allow replacing
    it, or if the year of `last` is not earlier.
    """
    require_ending(path, "新建")
    if not overwrite and is_taken(path):
        raise RefusedError(TAKEN, path=path.name)
    if last and last[1].year >= number:
        values = {"path": str(last[0]), "then": str(last[1].year), "now": str(number)}
        raise RefusedError(NOT_EARLIER, **values)
    name = form or (last[1].form if last else DEFAULT_FORM)
    begin_year(path, number, name, last, unit, head=head)
    if own_scheme:
        remember_place(path, scheme_at(BASIS))


def require_ending(path: Path, doing: str) -> None:
    """Raise RefusedError unless a name ends as that of a year's file. `doing` is done with it."""
    if path.suffix.lower() != ENDING:
        raise RefusedError(OTHER_ENDING, path=str(path), ending=ENDING, doing=doing)


def path_for(folder: Path, typed: str) -> Path:
    """Return the path that a typed name means, which may lack the ending.

    Raises RefusedError if there can be none such.
    """
    name = typed.strip()
    return usable_path(str(folder / (name if name.lower().endswith(ENDING) else name + ENDING)))


def year_in(name: str) -> int:
    """Return the first possible year in a file's name; raise RefusedError if there is none."""
    years = (int(digits) for digits in DIGITS.findall(name))
    for year in years:
        if FIRST_YEAR <= year <= LAST_YEAR:
            return year
    raise RefusedError(NO_YEAR, ending=ENDING)

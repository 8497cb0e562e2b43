"""A year that goes on with another version of its form set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from perf_tui.core.answers.year import RECORDS, Year
from perf_tui.core.form import Form
from perf_tui.core.form.comparing.following import LEFT, followed
from perf_tui.core.form.own import form_for
from perf_tui.store.years.nesting import Table, take_answers
from perf_tui.store.years.year_file import FORM_SET, YearFile

# The version of the form set that is not to be offered again.
DECLINED = "form_declined"


def following(file: YearFile, before: Form, now: Form, carried: Table | None) -> YearFile:
    """Return the year as it goes on with another version of its form set.

    `before` and `now` are the set's forms, without the year's own indicators, and `carried` are the
    tables of the new one if the year has to carry it along. Nothing that was typed is lost: what
    the version has no place for stays in the file, and what an earlier version had none for is
    taken up again. Raises PlacedError if that is of no type that can be typed.
    """
    left = {key: value for key, value in file.unknown.items() if key not in (FORM_SET, DECLINED)}
    aside = _texts(LEFT, left.pop(LEFT, {}))
    texts = followed({**aside, **file.year.texts}, before, now)
    form = form_for(now, texts)
    again: dict[str, str] = {}
    unknown = take_answers(left, form, again)
    year = Year(now.id, file.year.year, {**again, **texts})
    more = {FORM_SET: carried} if carried else {}
    return replace(file, form=form, year=year, unknown={**unknown, **more})


def declining(file: YearFile, version: int) -> YearFile:
    """Return the year so that this version of its form set is not offered again."""
    return replace(file, unknown={**file.unknown, DECLINED: version})


def without_place(file: YearFile) -> list[str]:
    """Return the addresses of what is typed or in the file and has no field in the form."""
    typed = (
        address
        for address in file.year.texts.keys() - file.form.fields.keys()
        if address.split(".")[0] not in RECORDS
    )
    tables = ("unit", "budget", "facts", "indicators", "sections")
    left = (at for name in (*tables, LEFT) for at in _texts(name, file.unknown.get(name, {})))
    return sorted({*typed, *left})


def _texts(place: str, value: object) -> dict[str, str]:
    """Return the texts in a table by their addresses; `place` is that of the table."""
    if not isinstance(value, Mapping):
        return {place: str(value)}
    inner = (_texts(f"{place}.{key}", one) for key, one in value.items())
    return {at: text for texts in inner for at, text in texts.items()}

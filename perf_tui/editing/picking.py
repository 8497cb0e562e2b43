"""Picking indicators from the library into the year's table."""

from __future__ import annotations

from collections.abc import Mapping

from perf_tui.core.form.library import LibraryIndicator, find
from perf_tui.editing import defining
from perf_tui.editing.measuring import definition_of
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError, Sentence, require_editable, sentence
from perf_tui.store.forms import load_library

PICKED = "已加上“{name}”，权重还没有定"
THERE_ALREADY = "指标表里已有“{name}”"


def areas() -> Mapping[str, int]:
    """Return the fields of work, in their order, with the number of their indicators."""
    counts: dict[str, int] = {}
    for one in load_library():
        counts[one.area] = counts.get(one.area, 0) + 1
    return counts


def found(typed: str) -> tuple[LibraryIndicator, ...]:
    """Return the indicators that a text means: of the area that it begins with, or of all."""
    library, wanted = load_library(), typed.strip()
    area = next((name for name in areas() if wanted.startswith(name)), "")
    inside = (one for one in library if area in ("", one.area))
    return find(inside, wanted.removeprefix(area))


def is_there(open_year: OpenYear, one: LibraryIndicator) -> bool:
    """Whether the year has an indicator of this name."""
    return any(other.name == one.name for other in open_year.form.indicators)


def pick(open_year: OpenYear, one: LibraryIndicator, after: str | None) -> tuple[str, Sentence]:
    """Add an indicator of the library behind another, or as the last, with its weight blank.

    Returns its id and what to say. Raises RefusedError if there is one of its name, or if nothing
    can be typed.
    """
    require_editable(open_year)
    if is_there(open_year, one):
        raise RefusedError(THERE_ALREADY, name=one.name)
    ident = defining.insert(open_year, after, definition_of(one, {}))
    return ident, sentence(PICKED, name=one.name)

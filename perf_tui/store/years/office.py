"""What an office has in a folder for one year: its overall self-evaluation, and its projects."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.evaluation.projects import ProjectSums, sums_of
from perf_tui.store.years.listing import ListedYear, years_in


@dataclass(frozen=True)
class OfficeYear:
    """The files of one unit and one year: the overall ones, and its projects by name.

    `unread` names the files beside them that cannot be read and may belong to it.
    """

    year: int
    unit: str
    overall: tuple[ListedYear, ...]
    projects: tuple[ListedYear, ...]
    unread: tuple[str, ...] = ()

    @property
    def files(self) -> tuple[ListedYear, ...]:
        """All files, in the order in which they are listed."""
        return (*self.overall, *self.projects)

    @cached_property
    def sums(self) -> ProjectSums:
        """What the projects come to together."""
        sums = sums_of([one.evaluation for one in self.projects if one.evaluation])
        return replace(sums, unread=self.unread)


def offices_in(listing: Iterable[ListedYear]) -> list[OfficeYear]:
    """Group the readable years by year and unit, the latest year first.

    Units stand in the order in which the listing names them.
    """
    groups: dict[tuple[int, str], list[ListedYear]] = {}
    for one in listing:
        if one.evaluation:
            key = one.evaluation.year.year, one.evaluation.unit
            groups.setdefault(key, []).append(one)
    offices = [_office(*key, files) for key, files in groups.items()]
    return sorted(offices, key=lambda office: -office.year)


def _office(year: int, unit: str, files: list[ListedYear]) -> OfficeYear:
    overall = tuple(one for one in files if not one.is_project)
    projects = sorted((one for one in files if one.is_project), key=name_of)
    return OfficeYear(year, unit, overall, tuple(projects))


def name_of(listed: ListedYear) -> str:
    """Return what a listed year is about: its project or its unit, empty if it is unreadable."""
    return listed.evaluation.subject if listed.evaluation else ""


def projects_beside(path: Path, evaluation: Evaluation) -> OfficeYear | None:
    """Return what the folder of an overall year holds for the same unit and year, if anything."""
    key = evaluation.year.year, evaluation.unit
    listing = [one for one in years_in(path.parent) if one.path.name != path.name]
    unread = tuple(one.path.name for one in listing if not one.evaluation)
    offices = (one for one in offices_in(listing) if (one.year, one.unit) == key)
    return next((replace(one, unread=unread) for one in offices), None)

"""The sample years as the editor opens them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from perf_tui.checks import judge
from perf_tui.core.answers.year import Year
from perf_tui.core.form import Page
from perf_tui.core.session import Change, Session
from perf_tui.store.forms import load_form
from perf_tui.store.years.year_file import read_year_file

FOLDER = Path(__file__).parents[2] / "sample_years"
SAMPLES = sorted(FOLDER.glob("*.toml"))
JIANLONG = FOLDER / "jianlong-2024.toml"
township = cache(load_form)


@cache
def opened(path: Path) -> Change:
    """How things stand when a sample has just been opened."""
    file = read_year_file(path, township)
    return Session(file.form, file.year, judge).change


@cache
def empty() -> Change:
    """A year in which nothing has been filled in."""
    return Session(township("township"), Year("township", 2024), judge).change


def page_of(change: Change, name: str) -> Page:
    """The page with this id."""
    return next(page for page in change.evaluation.form.pages if page.id == name)

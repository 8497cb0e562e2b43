"""Listing the years in a folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from perf_tui.core.evaluation.evaluation import Evaluation, evaluate
from perf_tui.store.errors import NotAYearError, YearError
from perf_tui.store.forms import forms_beside
from perf_tui.store.keeping.left_behind import left_in, left_words
from perf_tui.store.years.year_file import read_year_file


@dataclass(frozen=True, slots=True)
class ListedYear:
    """A year's file with its evaluation; if that is None, `trouble` says why in a sentence.

    `missing` is true if only the journal of the file is there.
    """

    path: Path
    evaluation: Evaluation | None = None
    trouble: str = ""
    missing: bool = False

    @property
    def is_project(self) -> bool:
        """Whether it is known to be the year of a project."""
        return self.evaluation is not None and self.evaluation.form.for_project

    @property
    def state(self) -> str:
        """Return in a word how far the work on it has got."""
        if self.evaluation is None:
            return "缺文件" if self.missing else "打不开"
        return "已定稿" if self.evaluation.year.locked else "填写中"


def years_in(folder: Path) -> Iterator[ListedYear]:
    """Yield the years of a folder by name, then those of which only the journal is there."""
    for path in sorted(folder.glob("*.toml")):
        try:
            file = read_year_file(path, forms_beside(path))
        except NotAYearError:
            continue
        except YearError as error:
            yield ListedYear(path, trouble=str(error))
        else:
            yield ListedYear(path, evaluate(file.form, file.year))
    for path in left_in(folder):
        yield ListedYear(path, trouble=left_words(path), missing=True)

"""An open year, without any terminal."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from perf_tui.cli import main
from perf_tui.core.answers.year import LAST_FILE
from perf_tui.editing.open_year import OpenYear
from perf_tui.store.keeping.opened_file import open_file
from perf_tui.store.years.samples import copy_samples
from perf_tui.store.years.year_file import read_year_file, write_year_file
from support.samples import township


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The real year 2024, alone and without the year before."""
    folder = tmp_path / "alone"
    folder.mkdir()
    sample = read_year_file(copy_samples(tmp_path), township)
    path = folder / "2024.toml"
    write_year_file(path, replace(sample, year=sample.year.with_text(LAST_FILE, "")))
    return path


@pytest.fixture
def open_year(path: Path) -> Iterator[OpenYear]:
    """That year, open."""
    open_year = OpenYear(open_file(path, township))
    yield open_year
    open_year.keeper.close()


@pytest.fixture
def new(tmp_path: Path) -> Iterator[OpenYear]:
    """2025 of the illustrative township, made from its 2024."""
    last = copy_samples(tmp_path).with_name("yunxi-2024.toml")
    target = tmp_path / "2025.toml"
    main(["new", str(target), "--year", "2025", "--from", str(last)])
    open_year = OpenYear(open_file(target, township))
    yield open_year
    open_year.keeper.close()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenYear]:
    """A year of an office under the national scheme, which has no indicators yet."""
    path = tmp_path / "2025.toml"
    assert main(["new", str(path), "--year", "2025", "--form", "national", "--unit", "局"]) == 0
    open_year = OpenYear(open_file(path, township))
    yield open_year
    open_year.keeper.close()

"""A year to edit."""

from dataclasses import replace
from pathlib import Path

import pytest

from perf_tui.cli import main
from perf_tui.core.answers.year import LAST_FILE
from perf_tui.store.years.year_file import read_year_file, write_year_file
from support.samples import JIANLONG, township


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """A copy of the real year 2024, alone and without the year before."""
    sample = read_year_file(JIANLONG, township)
    path = tmp_path / "2024.toml"
    write_year_file(path, replace(sample, year=sample.year.with_text(LAST_FILE, "")))
    return path


@pytest.fixture
def by_hand(year: Path) -> Path:
    """A year in which somebody has changed a figure with a text editor."""
    text = year.read_text(encoding="utf-8").replace("executed = 38820071.88", "executed = 38820072")
    year.write_text(text, encoding="utf-8")
    return year


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A year of an office under the national scheme, which has no indicators yet."""
    path = tmp_path / "2025.toml"
    assert main(["new", str(path), "--year", "2025", "--form", "national", "--unit", "局"]) == 0
    return path

"""An open year on its desk, without any terminal."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from perf_tui.cli import main
from perf_tui.core.year import LAST_FILE
from perf_tui.editing.desk import Desk
from perf_tui.store.opening import open_year
from perf_tui.store.samples import copy_samples
from perf_tui.store.years import read_year_file, write_year_file
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
def desk(path: Path) -> Iterator[Desk]:
    """That year, open."""
    desk = Desk(open_year(path, township))
    yield desk
    desk.keeper.close()


@pytest.fixture
def new(tmp_path: Path) -> Iterator[Desk]:
    """2025 of the illustrative township, made from its 2024."""
    last = copy_samples(tmp_path).with_name("yunxi-2024.toml")
    target = tmp_path / "2025.toml"
    main(["new", str(target), "--year", "2025", "--from", str(last)])
    desk = Desk(open_year(target, township))
    yield desk
    desk.keeper.close()

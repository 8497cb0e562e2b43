"""A year to edit."""

import shutil
from pathlib import Path

import pytest

from support.samples import JIANLONG


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """A copy of the real year 2024."""
    return Path(shutil.copy(JIANLONG, tmp_path / "2024.toml"))


@pytest.fixture
def by_hand(year: Path) -> Path:
    """A year in which somebody has changed a figure with a text editor."""
    text = year.read_text(encoding="utf-8").replace("executed = 38820071.88", "executed = 38820072")
    year.write_text(text, encoding="utf-8")
    return year

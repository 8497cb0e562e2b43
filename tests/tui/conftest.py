"""A year to edit."""

import shutil
from pathlib import Path

import pytest

from support.samples import JIANLONG


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """A copy of the real year 2024."""
    return Path(shutil.copy(JIANLONG, tmp_path / "2024.toml"))

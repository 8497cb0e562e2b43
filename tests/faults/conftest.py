"""Where faults are tried out."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

MEMORY = Path("/dev/shm")  # noqa: S108 — hundreds of flushes, which cost nothing here


@pytest.fixture
def folder() -> Iterator[Path]:
    """A new folder, in memory where there is such a place."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as name:
        yield Path(name)

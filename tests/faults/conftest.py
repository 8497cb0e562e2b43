"""Where faults are tried out."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

MEMORY = Path("/dev/shm")  # noqa: S108 — hundreds of flushes, which cost nothing here


@pytest.fixture(autouse=True)
def new_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No place is known to the program, so that every run makes the same calls."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


@pytest.fixture(autouse=True)
def watched() -> None:
    """What a program holds, and whether it is busy, is read where only Linux tells it."""
    if not Path("/proc/self/status").exists():
        pytest.skip("needs Linux, whose /proc tells what a program holds")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A new folder, in memory where there is such a place."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as name:
        yield Path(name)

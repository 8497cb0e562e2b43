"""The program as people start it, in a real pseudo-terminal."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.samples import JIANLONG

if TYPE_CHECKING:
    from support.terminal import Terminal

Start = Callable[..., "Terminal"]


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """A copy of the real year 2024."""
    return Path(shutil.copy(JIANLONG, tmp_path / "2024.toml"))


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts `perf-tui` with arguments, 80×24 unless told; what still runs in the end is killed."""
    from support.program import program

    with ExitStack() as stack:

        def run(*argv: str | Path, rows: int = 24, columns: int = 80) -> Terminal:
            terminal = program(tmp_path, *argv, rows=rows, columns=columns)
            return stack.enter_context(terminal)

        yield run

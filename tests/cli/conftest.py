"""Years to be filled in line by line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from perf_tui.cli import main
from perf_tui.core.form import Indicator
from perf_tui.store.years.samples import copy_samples
from perf_tui.store.years.year_file import read_year_file
from support.samples import township

Captured = pytest.CaptureFixture[str]
Fill = Callable[..., str]
Filled = Callable[..., tuple[list[Indicator], str]]
ASKING = ("asking", "deciding", "filing", "opening")


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    """A folder with the sample years, and 2025 of the illustrative township made from its 2024."""
    folder = copy_samples(tmp_path).parent
    last = str(folder / "yunxi-2024.toml")
    main(["new", str(folder / "2025.toml"), "--year", "2025", "--from", last])
    return folder


@pytest.fixture
def fill(samples: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> Fill:
    """Answers for a year's file with these lines; gives all that was said."""

    def fill(name: str, *lines: str, status: int = 0) -> str:
        answers = samples / "answers.txt"
        answers.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        capsys.readouterr()
        with answers.open(encoding="utf-8") as stdin:
            monkeypatch.setattr("sys.stdin", stdin)
            assert main(["fill", str(samples / name)]) == status
        return capsys.readouterr().err

    return fill


@pytest.fixture
def keyboard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody types the answers, and so is asked what a file of answers is not."""
    for name in ("commands.fill", *(f"prompts.{name}" for name in ASKING)):
        monkeypatch.setattr(f"perf_tui.cli.{name}.at_keyboard", lambda: True)


@pytest.fixture
def filled(samples: Path, fill: Callable[..., str]) -> Filled:
    """The indicators of an office's year after these commands, and what was said."""
    path = samples / "office.toml"
    assert main(["new", str(path), "--year", "2025", "--form", "national", "--unit", "局"]) == 0

    def filled(*lines: str) -> tuple[list[Indicator], str]:
        said = fill(path.name, *lines, ".完")
        return list(read_year_file(path, township).form.indicators), said

    return filled

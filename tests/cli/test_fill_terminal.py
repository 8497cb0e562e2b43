"""The prompts in a real pseudo-terminal that can only print line after line."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from perf_tui.cli import main
from perf_tui.store.forms import load_form
from perf_tui.store.years.year_file import read_year_file
from support.terminal import Terminal

PROGRAM = [sys.executable, "-m", "perf_tui"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "2024.toml"
    assert main(["new", str(path), "--year", "2024"]) == 0
    return path


@pytest.fixture
def terminal(path: Path) -> Iterator[Terminal]:
    with Terminal([*PROGRAM, "open", path], rows=60, env={"TERM": "dumb"}) as terminal:
        terminal.wait_for("单位名称[必填]：")
        yield terminal


def answer(terminal: Terminal, line: str, then: str) -> None:
    terminal.type(line)
    terminal.press("enter")
    terminal.wait_for(then)


def name_in(path: Path) -> str:
    return read_year_file(path, load_form).year.text("unit.name")


def test_open_asks_where_nothing_can_be_drawn(terminal: Terminal, path: Path) -> None:
    answer(terminal, "健龙镇", "单位简称")
    answer(terminal, "。到 yszx", "年初预算数（元）[必填]：")
    answer(terminal, "95,41", "年初预算数（元）[95,41]：")
    answer(terminal, "2739.31万", "读作 27,393,100 元（2,739.31 万元）")
    answer(terminal, ".存", f"已保存到 {path}"[:30])
    terminal.wait_for("全年调整预算数（元）[必填]：")
    answer(terminal, ".完", "已得 0.00，待定 100.00")
    assert terminal.exit_status() == 0
    assert not any("\x1b" in line for line in terminal.lines)
    year = read_year_file(path, load_form).year
    assert dict(year.texts) == {"unit.name": "健龙镇", "budget.initial": "27393100"}


@pytest.mark.parametrize(("key", "status"), [("ctrl+d", 0), ("ctrl+c", 128 + signal.SIGINT)])
def test_ctrl_d_and_ctrl_c_save(terminal: Terminal, path: Path, key: str, status: int) -> None:
    answer(terminal, "健龙镇", "单位简称")
    terminal.press(key)
    terminal.wait_for("已保存到")
    assert terminal.exit_status() == status
    assert name_in(path) == "健龙镇"


@pytest.mark.parametrize("how", ["hang_up", "term"])
def test_a_closed_window_and_a_signal_save(terminal: Terminal, path: Path, how: str) -> None:
    answer(terminal, "健龙镇", "单位简称")
    if how == "hang_up":
        terminal.hang_up()
    else:
        terminal.signal(signal.SIGTERM)
    assert terminal.exit_status()
    assert name_in(path) == "健龙镇"


def test_a_line_that_the_terminal_cut_is_told(terminal: Terminal) -> None:
    answer(terminal, "x" * 5000, "终端没有收全")

"""However the program ends, what was typed is found again at the next start."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from perf_tui.store.keeping.opened_file import open_file
from perf_tui.store.keeping.remains import Remains
from perf_tui.store.years.year_file import read_year_file, write_year_file
from support.samples import JIANLONG, township
from support.terminal import Terminal

EXECUTED = "budget.executed"
OPEN = """
import os, sys
from perf_tui.cli import main
{fault}
sys.exit(main(["open", sys.argv[1]]))
"""
NOTHING = ""
NO_SAVING = """
import perf_tui.store.keeping.keeper as keeping
from perf_tui.store.errors import SaveError
def refuse(*_): raise SaveError("磁盘满了")
keeping.write_year_file = refuse
"""
BUGS = {
    "an action": """
import perf_tui.tui.actions.looking as reading
async def fail(_): return 1 // 0
reading.working = fail
""",
    "a worker": """
import perf_tui.tui.actions.looking as reading
async def fail(): return 1 // 0
async def working(screen): screen.run_worker(fail())
reading.working = working
""",
    "a timer": """
import perf_tui.tui.actions.looking as reading
async def working(screen): screen.set_timer(0.01, lambda: 1 // 0)
reading.working = working
""",
    "the event loop": """
import asyncio
import perf_tui.tui.actions.looking as reading
async def working(_): asyncio.get_running_loop().call_later(0.01, lambda: 1 // 0)
reading.working = working
""",
    "the input thread": """
from perf_tui.tui.terminal.meaning import Meaning
from perf_tui.tui.terminal.pieces import Control
read = Meaning.messages
Meaning.messages = lambda self, piece: 1 // 0 if piece == Control("\\x14") else read(self, piece)
""",
}
NO_OUTPUT = """
import os
import perf_tui.tui.actions.looking as reading
async def working(_): os.dup2(os.open("/dev/full", os.O_WRONLY), 2)
reading.working = working
"""


@pytest.fixture
def year(tmp_path: Path) -> Path:
    path = tmp_path / "2024.toml"
    write_year_file(path, read_year_file(JIANLONG, township))
    return path


def editor(year: Path, fault: str) -> Terminal:
    return Terminal([sys.executable, "-c", OPEN.format(fault=fault), year])


def type_figure(terminal: Terminal) -> None:
    terminal.wait_for("总分 99.54")
    terminal.press("down", "enter", "down", "down")
    terminal.type("30000000")
    terminal.wait_for("= 30,000,000 元")


def found(year: Path) -> Remains | None:
    opened = open_file(year, township)
    opened.keeper.close()
    return opened.remains


def has_figure(year: Path) -> bool:
    remains = found(year)
    known = remains.year if remains else read_year_file(year, township).year
    return known is not None and known.text(EXECUTED) == "30000000"


def test_killed_after_a_field_was_left_loses_nothing(year: Path) -> None:
    with editor(year, NOTHING) as terminal:
        type_figure(terminal)
        terminal.press("enter")
        terminal.wait_until(lambda lines: not any(">*全年执行数" in line for line in lines))
        terminal.signal(signal.SIGKILL)
        assert terminal.exit_status() == -signal.SIGKILL
    assert has_figure(year)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGQUIT, signal.SIGTERM])
def test_a_signal_saves_and_says_so(year: Path, number: signal.Signals) -> None:
    with editor(year, NOTHING) as terminal:
        type_figure(terminal)
        terminal.signal(number)
        assert terminal.exit_status() == 128 + number
        terminal.settle()
        assert "填写的内容都在" in terminal.text
    assert read_year_file(year, township).year.text(EXECUTED) == "30000000"


def test_a_terminal_that_takes_nothing_more_holds_nothing_up(year: Path) -> None:
    with editor(year, NOTHING) as terminal:
        type_figure(terminal)
        for _ in range(400):  # more than the terminal and the program's own queue can hold
            os.write(terminal._master, b"\x1b[20~\x1b")
            time.sleep(0.01)
        terminal.signal(signal.SIGTERM)
        deadline = time.monotonic() + 20
        while (ended := os.waitpid(terminal.pid, os.WNOHANG))[0] == 0:
            assert time.monotonic() < deadline
            time.sleep(0.02)
        terminal._status = os.waitstatus_to_exitcode(ended[1])
        assert terminal._status == 128 + signal.SIGTERM
    assert read_year_file(year, township).year.text(EXECUTED) == "30000000"


@pytest.mark.parametrize("how", ["hang_up", "term"])
def test_ended_from_outside_while_nothing_can_be_saved_it_leaves_the_journal(
    year: Path, how: str
) -> None:
    with editor(year, NO_SAVING) as terminal:
        type_figure(terminal)
        if how == "hang_up":
            terminal.hang_up()
        else:
            terminal.signal(signal.SIGTERM)
        assert terminal.exit_status() not in (0, None)
    assert read_year_file(year, township).year.text(EXECUTED) == "38820071.88"
    assert has_figure(year)
    assert not (year.parent / ".2024.toml.lock").exists()


@pytest.mark.parametrize("fault", BUGS.values(), ids=BUGS)
def test_a_bug_of_ours_ends_in_a_sentence_and_loses_nothing(year: Path, fault: str) -> None:
    with editor(year, fault) as terminal:
        type_figure(terminal)
        terminal.press("ctrl+t")
        assert terminal.exit_status() == 2
        terminal.settle()
        said = "".join(terminal.lines)
    assert "程序出了错" in said
    assert "记在它旁边" in said
    assert "Traceback" not in said
    assert "1 // 0" not in said
    assert has_figure(year)
    report = Path(os.environ["XDG_STATE_HOME"]) / "perf-tui" / "last-error.txt"
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")


def test_without_anything_to_draw_on_it_saves_and_ends(year: Path) -> None:
    with editor(year, NO_OUTPUT) as terminal:
        type_figure(terminal)
        terminal.press("ctrl+t", "1")
        assert terminal.exit_status() == 128 + signal.SIGHUP
    assert read_year_file(year, township).year.text(EXECUTED).startswith("30000000")

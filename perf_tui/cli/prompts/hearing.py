"""Reading answers from stdin line by line, up to its end, which may come at any time."""

from __future__ import annotations

import io
import os
import select
import signal
import sys

from perf_tui.cli.files import CommandError
from perf_tui.cli.output import err
from perf_tui.cli.prompts.lines import is_dot, saves_or_leaves
from perf_tui.core.numbers import clean_text
from perf_tui.store.user.folders import WINDOWS

LONGEST_ANSWER = 100_000
# Linux hands on this many bytes of a line typed in a terminal, its end included, and no more.
TERMINAL_LINE = 4096


class EndOfInputError(Exception):
    """The input has ended, so that there are no more answers."""


def prepare_input() -> None:
    """Read stdin as UTF-8 whatever the locale; raise CommandError if it has no line at all."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")
    if _at_end():
        raise CommandError(
            "没有可读的回答，在终端里运行，或送一个回答文件进来：perf-tui fill 年度.toml < 回答.txt"
        )


def at_keyboard() -> bool:
    """Whether the answers are typed in a terminal, by somebody who sees the questions."""
    return sys.stdin.isatty()


def hear(question: str, *, cells: bool = False) -> str:
    """Ask a question and return the line that answers it.

    Raises EndOfInputError after the last line, and CommandError if the line is too long or not
    UTF-8.
    """
    err(question, end="")
    if at_keyboard() and not WINDOWS:
        _await_line()
    try:
        line = sys.stdin.readline(LONGEST_ANSWER + 1)
    except OSError:  # the terminal has gone
        line = ""
    if not line or not at_keyboard():  # only a terminal shows the answer by itself
        err(line.rstrip("\n"))
    if not line:
        raise EndOfInputError
    return _checked(_in_bars(line) if cells and "\t" in line else line)


def hear_passage(lines: list[str], *, cells: bool = False) -> str:
    """Append lines to `lines` until a lone dot, or a command to save or leave. Return that line.

    At the end of input, it returns an empty string. `lines` keeps what was heard even if an error
    is raised.
    """
    try:
        while not (
            is_dot(line := hear("", cells=True) if cells else hear("")) or saves_or_leaves(line)
        ):
            lines.append(line)
            _require_room(sum(map(len, lines)))
    except EndOfInputError:  # the next question meets it again and ends the asking
        return ""
    return line


def _at_end() -> bool:
    """Whether stdin ends before its first line. One that is silent so far has not ended."""
    if sys.stdin is None:
        return True
    if WINDOWS:  # `select` waits only for sockets there
        return False
    ready, _, _ = select.select([sys.stdin], [], [], 0)
    buffer = sys.stdin.buffer
    if not ready or sys.stdin.isatty() or not isinstance(buffer, io.BufferedReader):
        return False
    return not buffer.peek(1)


def _await_line() -> None:
    """Wait for a line or a signal.

    Without this, a signal right before `readline` begins would wait for the next line.
    """
    woken, wake = os.pipe()
    os.set_blocking(wake, False)
    before = signal.set_wakeup_fd(wake)
    try:
        select.select([sys.stdin, woken], [], [])
    finally:
        signal.set_wakeup_fd(before)
        os.close(woken)
        os.close(wake)


def _in_bars(line: str) -> str:
    """Return a row of cells with bars around them, because a tab would be cleaned away."""
    return f"|{line.rstrip(chr(10)).replace(chr(9), '|')}|\n"


def _checked(line: str) -> str:
    _require_room(len(line))
    try:
        size = len(line.encode())
    except UnicodeEncodeError as error:
        raise CommandError(
            "这一行不是 UTF-8 编码，把终端或回答文件改成 UTF-8 再填；前面填的都留着"
        ) from error
    line = line.rstrip("\n")
    cleaned = clean_text(line)
    if cleaned != line:
        err("这一行里有看不见的字符，已经去掉")
    if at_keyboard() and size >= TERMINAL_LINE:
        err("这一行太长，终端没有收全，核对结尾，分成几行再填")
    return cleaned


def _require_room(length: int) -> None:
    if length > LONGEST_ANSWER:
        raise CommandError(f"一次回答超过了 {LONGEST_ANSWER} 字，分短再填；前面填的都留着")

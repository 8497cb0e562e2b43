"""What was changed in a year and when: a plain text beside its file, a line for each change."""

from __future__ import annotations

import os
from pathlib import Path

from perf_tui.core.differences import differences
from perf_tui.core.form import Form
from perf_tui.core.year import Year
from perf_tui.store.atomic import BINARY, PRIVATE, write_all, write_atomically
from perf_tui.store.beside import beside

MOST_BYTES = 2**20
# Without it, a pipe of that name would be waited for without end.
AT_ONCE = getattr(os, "O_NONBLOCK", 0)
LONGEST = 200  # characters of a text that are quoted


def append_history(path: Path, form: Form, before: Year, after: Year, when: str) -> None:
    """Write down what a save changed; OSError and SaveError where that fails.

    A text that has grown too long loses its older half.
    """
    found = differences(form, before, after)
    if not found:
        return
    lines = (f"{when}  {one.place}：{_quoted(one.before)} → {_quoted(one.after)}" for one in found)
    text, target = "".join(f"{line}\n" for line in lines), history_path(path)
    how = os.O_CREAT | os.O_APPEND | os.O_WRONLY | BINARY | AT_ONCE
    file = os.open(target, how, PRIVATE)
    try:
        write_all(file, text.encode("utf-8", "replace"))
        size = os.fstat(file).st_size
    finally:
        os.close(file)
    if size > MOST_BYTES:
        _halve(target)


def read_history(path: Path) -> list[str]:
    """The lines of a file's history, the oldest first; none where there is none to be read."""
    target = history_path(path)
    if not target.is_file():
        return []
    try:
        content = target.read_bytes()
    except OSError:
        return []
    return content[-2 * MOST_BYTES :].decode("utf-8", "replace").splitlines()


def history_path(path: Path) -> Path:
    """Where the history of a file lies."""
    return beside(path, "history.txt")


def _quoted(text: str) -> str:
    line = " ".join(text.split()) or "空白"
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…（共 {len(line)} 字）"


def _halve(target: Path) -> None:
    newer = target.read_bytes()[-MOST_BYTES // 2 :]
    _, _, lines = newer.partition(b"\n")
    write_atomically(target, "（更早的记录已经删去）\n".encode() + lines)

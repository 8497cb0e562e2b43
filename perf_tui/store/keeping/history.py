"""The history of a year: a text file beside the year's, with a line for every change."""

from __future__ import annotations

import os
from pathlib import Path

from perf_tui.core.answers.differences import differences
from perf_tui.core.answers.year import Year
from perf_tui.core.form import Form
from perf_tui.store.files.atomic import BINARY, PRIVATE, write_all, write_atomically
from perf_tui.store.files.sidecar import sidecar

MOST_BYTES = 2**20
# Without it, opening a pipe of that name would wait for ever.
AT_ONCE = getattr(os, "O_NONBLOCK", 0)
LONGEST = 200  # characters of a text that are quoted


def append_history(path: Path, form: Form, before: Year, after: Year, when: str) -> None:
    """Add a line for every difference between two years, saved at the time `when`.

    A file that has grown too long loses its older half. Raises OSError or SaveError if the history
    cannot be written.
    """
    if lines := _change_lines(form, before, after):
        _append(history_path(path), lines, when)


def append_words(path: Path, words: str, when: str) -> None:
    """Add a line in these words. Raises OSError or SaveError if it cannot be written."""
    _append(history_path(path), [words], when)


def catch_up(path: Path, form: Form, before: Year, after: Year, when: str) -> None:
    """Add the same lines for a program that was killed while saving, unless it had added them.

    It had if they are the last ones: to make the same change again one has to undo it first, and
    that has a line as well. Raises OSError or SaveError if the history cannot be written.
    """
    lines = _change_lines(form, before, after)
    last = [line.partition("  ")[2] for line in read_history(path)[-len(lines) :]]
    if lines and lines != last:
        _append(history_path(path), lines, when)


def read_history(path: Path) -> list[str]:
    """Return the lines of a file's history, oldest first, or none if it cannot be read."""
    target = history_path(path)
    if not target.is_file():
        return []
    try:
        content = target.read_bytes()
    except OSError:
        return []
    return content[-2 * MOST_BYTES :].decode("utf-8", "replace").splitlines()


def history_path(path: Path) -> Path:
    """Return where the history of the file at `path` lies, or would lie."""
    return sidecar(path, "history.txt")


def _change_lines(form: Form, before: Year, after: Year) -> list[str]:
    """Return every change in words."""
    return [
        f"{one.place}：{_quoted(one.before)} → {_quoted(one.after)}"
        for one in differences(form, before, after)
    ]


def _append(target: Path, lines: list[str], when: str) -> None:
    text = "".join(f"{when}  {line}\n" for line in lines).encode("utf-8", "replace")
    how = os.O_CREAT | os.O_APPEND | os.O_RDWR | BINARY | AT_ONCE
    file = os.open(target, how, PRIVATE)
    try:
        write_all(file, text if _ends_a_line(file) else b"\n" + text)
        size = os.fstat(file).st_size
    finally:
        os.close(file)
    if size > MOST_BYTES:
        _halve(target)


def _ends_a_line(file: int) -> bool:
    """Return whether the last line is whole, not cut off by a kill or a full disk."""
    size = os.fstat(file).st_size
    if not size:
        return True
    os.lseek(file, size - 1, os.SEEK_SET)
    return os.read(file, 1) == b"\n"


def _quoted(text: str) -> str:
    line = " ".join(text.split()) or "空白"
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…（共 {len(line)} 字）"


def _halve(target: Path) -> None:
    newer = target.read_bytes()[-MOST_BYTES // 2 :]
    _, _, lines = newer.partition(b"\n")
    write_atomically(target, "（更早的记录已经删去）\n".encode() + lines)

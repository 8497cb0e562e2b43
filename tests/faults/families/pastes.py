"""Pastes that are long, that have many lines, that hold what a terminal obeys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from faults.driving import OPEN, drained, started
from faults.figure import ALTERED, FIELD_LOST, Figure
from perf_tui.store.years.samples import copy_samples
from perf_tui.store.years.year_file import read_year_file
from support.samples import township

LONG = "履职" * 50_000
LINES = [f"第{number}行" for number in range(5_000)]
PATIENCE = 120  # seconds, for what nobody does by hand
# What is pasted into a field of one line, and what is then in the file.
PASTES = {
    "100,000 characters": (LONG, LONG),
    "5,000 lines": ("\n".join(LINES), " ".join(LINES)),
    "5,000 lines of Windows": ("\r\n".join(LINES), " ".join(LINES)),
    "escapes and marks": ("甲\x1b[31m乙\u202e丙\x1b]0;x\x07", "甲[31m乙丙]0;x"),
}


def into_a_line(folder: Path) -> Iterator[Figure]:
    """Everything pasted is in the file, or what is not was told."""
    for number, (name, (text, wanted)) in enumerate(PASTES.items()):
        year = copy_samples(folder / str(number))
        with started(year) as terminal:
            terminal.wait_for(OPEN)
            terminal.press("enter", "down", "down")
            drained(terminal, 0.3)
            terminal.paste(text)
            drained(terminal, 1)
            told = terminal.text
            terminal.press("f2")
            terminal.wait_for("已保存到", PATIENCE)
            terminal.press("f10")
            terminal.exit_status()
        kept = read_year_file(year, township).year.text("unit.finance_section")
        troubles = () if kept == wanted else (f"{FIELD_LOST}: {kept[:60]!r} {told[-200:]}",)
        yield Figure(f"pasted: {name}", len(text), troubles, "characters")


def too_much(folder: Path) -> Iterator[Figure]:
    """More than a file may hold: said so, and the file stays."""
    year = copy_samples(folder)
    before = year.read_bytes()
    with started(year) as terminal:
        terminal.wait_for(OPEN)
        terminal.press("enter", "down", "down")
        drained(terminal, 0.3)
        terminal.paste(LONG * 8)
        terminal.press("f2")
        terminal.wait_for("2 MiB", PATIENCE)
    troubles = () if year.read_bytes() == before else (ALTERED,)
    yield Figure("pasted: more than a file may hold", len(LONG) * 8, troubles, "characters")


FAMILIES = (into_a_line, too_much)

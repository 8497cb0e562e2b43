"""Windows of every size, one after the other, while somebody types."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from faults.driving import OPEN, SIZES, drained, squeeze, started, unfold
from faults.figure import FIELD_LOST, Figure
from perf_tui.store.years.samples import copy_samples
from perf_tui.store.years.year_file import read_year_file
from support.samples import township

TYPED = "一二三四五六七八九十" * 20
# Screens and dialogs over a page.
OPENED = ("f1", "f5", "f6", "f9", "ctrl+t", "ctrl+p", "f12", "ctrl+e", "ctrl+b", "ctrl+l", "escape")


def storm(folder: Path) -> Iterator[Figure]:
    """A size at every character, among them 1×1 and 20×5; then every screen in every size."""
    year, dice, done = copy_samples(folder), random.Random(1), 0
    with started(year) as terminal:
        terminal.wait_for(OPEN)
        terminal.press("enter", "down", "down")
        drained(terminal, 0.3)
        for char in TYPED:
            squeeze(terminal, *dice.choice(SIZES))
            terminal.type(char)
        unfold(terminal)
        terminal.press("f2")
        terminal.wait_for("已保存到")
        for key in OPENED:
            terminal.press(key)
            for size in SIZES:
                squeeze(terminal, *size)
                done += 1
            terminal.press("escape")
        unfold(terminal)
        terminal.wait_for(OPEN)
        drained(terminal, 0.5)
        terminal.press("f10")
        status = terminal.exit_status()
    kept = read_year_file(year, township).year.text("unit.finance_section")
    troubles = [] if kept == TYPED else [f"{FIELD_LOST}: {kept}"]
    troubles += [] if status == 0 else [f"status {status}"]
    yield Figure("resize storm", len(TYPED) + done, tuple(troubles))

"""Hours of use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from faults.driving import OPEN, started, used_after
from faults.figure import Figure
from perf_tui.store.years.samples import copy_samples


def of_use(folder: Path, rounds: int) -> Iterator[Figure]:
    """A working day's screens and dialogs; memory and descriptors grow by less than a tenth."""
    with started(copy_samples(folder)) as terminal:
        terminal.wait_for(OPEN)
        terminal.press("enter", "down")
        before, after = used_after(terminal, 20), used_after(terminal, rounds)
    grown = [now / then - 1 for then, now in zip(before, after, strict=True)]
    more = f"memory {grown[0]:+.1%}, descriptors {grown[1]:+.1%}"
    yield Figure("hours of use", rounds, tuple("grown" for one in grown if one > 0.1), more)

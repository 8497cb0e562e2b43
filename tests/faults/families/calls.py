"""Every call by which the store reaches the disk, made to fail within the program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from faults.every_call import faults_of, runs, save_naively
from faults.figure import ALTERED, FALSE_SAVED, Figure
from faults.injector import FAULTS


def every_call(folder: Path) -> Iterator[Figure]:
    """Each call in turn fails in each way."""
    for name in FAULTS:
        yield _tried(folder / name, name)


def naive_control(folder: Path) -> Iterator[Figure]:
    """The same for a program that saves naively: the oracle has to see it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("perf_tui.store.years.year_file.write_atomically", save_naively)
        for name in FAULTS:
            found = _tried(folder / name, name)
            caught = [one for one in found.troubles if one.startswith((ALTERED, FALSE_SAVED))]
            missed = () if caught else ("the control passed",)
            more = f"{len(caught)} times altered or falsely saved, as it must be"
            yield Figure(f"control, every call: {name}", found.runs, missed, more)


def _tried(folder: Path, name: str) -> Figure:
    folder.mkdir()
    found = [faults_of(*run) for run in runs(folder, name)]
    troubles = tuple(trouble for run in found for trouble in run)
    killed = len(found) if name == "kill" else 0
    counts = {"calls injected": len(found), "kills": killed}
    return Figure(f"every call: {name}", len(found), troubles, "", counts)

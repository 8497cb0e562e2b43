"""Every call by which the store reaches the disk fails once, in every way; nothing is lost."""

from pathlib import Path

import pytest

from faults.every_call import faults_of, runs, save_naively
from faults.injector import FAULTS


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_call_fails_the_file_is_whole_and_nothing_accepted_is_lost(
    folder: Path, fault: str
) -> None:
    results = {run[0].parent.name: faults_of(*run) for run in runs(folder, fault)}
    assert len(results) > 50
    assert {run: wrong for run, wrong in results.items() if wrong} == {}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_program_that_saves_naively_fails_in_the_same_runs(
    folder: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    monkeypatch.setattr("perf_tui.store.years.year_file.write_atomically", save_naively)
    assert any(faults_of(*run) for run in runs(folder, fault))

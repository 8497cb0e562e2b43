"""The injector sees what it is to fail, whatever way Python takes to the disk."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from faults.every_call import runs
from faults.injector import FAULTS, KilledError, injected

WAYS: dict[str, Callable[[Path], object]] = {
    "chmod": lambda path: path.chmod(0o600),
    "exists": lambda path: path.exists(),
    "glob": lambda path: list(path.parent.glob("*.toml")),
    "glob deeper": lambda path: list(path.parent.rglob("*.toml")),
    "is_dir": lambda path: path.is_dir(),
    "iterdir": lambda path: list(path.parent.iterdir()),
    "lstat": lambda path: path.lstat(),
    "mkdir": lambda path: (path.parent / "new").mkdir(),
    "mkdir of parents": lambda path: (path.parent / "a" / "b").mkdir(parents=True),
    "open": lambda path: os.close(os.open(path, os.O_RDONLY)),
    "realpath": os.path.realpath,
    "rename": lambda path: path.rename(path.with_name("other")),
    "replace": lambda path: path.replace(path.with_name("other")),
    "resolve": lambda path: path.resolve(),
    "stat": lambda path: path.stat(),
    "unlink": lambda path: path.unlink(),
}


@pytest.fixture
def path(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file; what this module does to it is taken for the program's doing."""
    monkeypatch.setattr("faults.injector.PROGRAM", (__name__,))
    path = folder / "2024.toml"
    path.touch()
    return path


@pytest.mark.parametrize("way", WAYS)
def test_whatever_way_leads_to_the_disk_it_is_cut(path: Path, way: str) -> None:
    with injected(1, *FAULTS["kill"]), pytest.raises(KilledError):
        WAYS[way](path)


def test_who_watches_the_tests_is_left_alone(path: Path) -> None:
    with injected(1, *FAULTS["kill"]) as faults:
        shutil.copy(path, path.with_name("copy"))
    assert not faults.seen


@pytest.mark.parametrize("blind", [{"PROGRAM": ("nobody.",)}, {"WAYS": frozenset()}, {"CALLS": ()}])
def test_a_proof_by_a_blind_injector_fails(
    folder: Path, monkeypatch: pytest.MonkeyPatch, blind: dict[str, object]
) -> None:
    for name, value in blind.items():
        monkeypatch.setattr(f"faults.injector.{name}", value)
    with pytest.raises(AssertionError, match="blind to"):
        list(runs(folder, "full"))

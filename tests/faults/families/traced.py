"""The system's own calls of a whole program, made to fail or to kill it by strace."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from faults.every_call import begin, faults_of
from faults.figure import BUG, Figure
from faults.worker import heard

CALLS = (
    *("openat", "write", "pwrite64", "fsync", "ftruncate", "chmod"),
    *("rename", "unlink", "close", "mkdir", "getdents64", "flock"),
)
FAULTS = ("signal=KILL", "error=ENOSPC", "error=EIO")
BEGINS = "getpriority"  # the worker calls it where the store begins, and where it ends


def every_call(folder: Path, how: str, step: int) -> Iterator[Figure]:
    """Each call in turn that the store makes; `step` 1 takes every one."""
    strace = shutil.which("strace")
    if not strace or heard(_new(folder, "try"), strace, "-f", "-o", "/dev/null")[0]:
        yield Figure(f"strace {how}", 0, skipped="no strace, or it may not trace")
        return
    for call in CALLS:
        first, last = _span(folder, strace, call)
        found = [_one(folder, strace, call, how, number) for number in range(first, last, step)]
        fired = [troubles for troubles in found if troubles is not None]
        kills = len(fired) if how == FAULTS[0] else 0
        troubles = tuple(trouble for one in fired for trouble in one)
        counts = {"calls injected": len(fired), "kills": kills}
        yield Figure(f"strace {how}: {call}", len(fired), troubles, "", counts)


def _new(folder: Path, name: str) -> Path:
    path = folder / name / "2024.toml"
    shutil.rmtree(path.parent, ignore_errors=True)
    begin(path)
    return path


def _span(folder: Path, strace: str, call: str) -> tuple[int, int]:
    """The numbers of a call's first and last time while the store works, in any one thread."""
    log = folder / "log"
    heard(_new(folder, "span"), strace, "-f", "-o", log, "-e", f"trace={call},{BEGINS}")
    lines = [line for line in log.read_text().splitlines() if "resumed>" not in line]
    begun = next(at for at, line in enumerate(lines) if BEGINS in line)
    ended = next(at for at, line in enumerate(lines[begun + 1 :], begun + 1) if BEGINS in line)
    main = lines[begun].split()[0]
    before = sum(line.startswith(main) for line in lines[:begun])
    within = sum(line.startswith(main) for line in lines[begun + 1 : ended])
    others = sum(not line.startswith(main) and f" {call}(" in line for line in lines)
    return before + 1, max(before + within, others) + 1


def _one(folder: Path, strace: str, call: str, how: str, number: int) -> list[str] | None:
    """What is wrong after a run with the fault; None where it never came."""
    path, log = _new(folder, "run"), folder / "log"
    fault = f"inject={call}:{how}:when={number}"
    status, screen = heard(path, strace, "-f", "-o", log, "-e", f"trace={call}", "-e", fault)
    text = log.read_text()
    if "INJECTED" not in text and "killed by SIGKILL" not in text:
        return None
    wrong = faults_of(path, screen)
    if status not in (0, -9, 137):
        wrong.append(f"{BUG}: status {status}")
    return [f"{one} ({call} {number})" for one in wrong]

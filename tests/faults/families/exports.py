"""Reports that cannot be written: what was there stays, and nothing is half there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import redirect_stderr, suppress
from io import StringIO
from pathlib import Path

from faults.figure import ALTERED, Figure
from faults.injector import FAULTS, KilledError, injected
from perf_tui.cli import main
from perf_tui.store.years.samples import copy_samples
from support.measured import measured

OLD = b"the old report"
ENDINGS = (".docx", ".md", ".xlsx", ".csv", ".tsv")
MOST_RUNS = 200


def every_call(folder: Path) -> Iterator[Figure]:
    """Each call of an export fails in each way, over an old report and without one."""
    year = copy_samples(folder)
    whole = _whole(year)
    for name in FAULTS:
        found = [one for old in (None, OLD) for one in _fail(year, name, old)]
        broken = [f"{ALTERED}: the report" for old, now in found if now not in (old, whole)]
        counts = {"calls injected": len(found), "kills": len(found) * (name == "kill")}
        yield Figure(f"export, every call: {name}", len(found), tuple(broken), "", counts)


def _fail(year: Path, name: str, old: bytes | None) -> Iterator[tuple[bytes | None, bytes | None]]:
    """What was there before and what is there after each failing export."""
    out = year.with_name("out.md")
    for at in range(1, MOST_RUNS):
        out.unlink(missing_ok=True)
        if old:
            out.write_bytes(old)
        silence = redirect_stderr(StringIO())
        with injected(at, *FAULTS[name]) as faults, suppress(KilledError), silence:
            main(["export", str(year), "-o", str(out), "--force"])
        if not faults.fired:
            return
        yield old, out.read_bytes() if out.exists() else None


def _whole(year: Path) -> bytes:
    out = year.with_name("whole.md")
    with redirect_stderr(StringIO()):
        main(["export", str(year), "-o", str(out), "--force"])
    return out.read_bytes()


def bad_targets(folder: Path) -> Iterator[Figure]:
    """A report that exists, a folder, no folder, a full device, in every format."""
    year, troubles, runs = copy_samples(folder), [], 0
    for ending in ENDINGS:
        there, inside = folder / f"there{ending}", folder / f"folder{ending}"
        there.write_bytes(OLD)
        inside.mkdir()
        full = folder / f"full{ending}"
        full.symlink_to("/dev/full")
        for out in (there, inside, folder / "none" / f"out{ending}", full):
            done = measured("export", year, "-o", out, cwd=folder)
            runs += 1
            if done.status != 2 or done.err.count("\n") != 1:
                troubles.append(f"{out.name}: status {done.status}, {done.err}")
        if there.read_bytes() != OLD or [*inside.iterdir()]:
            troubles.append(f"{ALTERED}: the old report")
    left = [f"{ALTERED}: {one.name} is left" for one in folder.glob(".perf-tui-*")]
    yield Figure("export to what is there, or cannot be", runs, (*troubles, *left))


FAMILIES = (every_call, bad_targets)

"""`make faults`: every fault with its figures; status 1 where one of them is not as promised."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from faults.corpus import REFUSED, USED, special_files
from faults.driving import OPEN, drained, play, started, used_after
from faults.reading import ON_FILES, command_on, flips, passing_as_good, prefixes, saved, troubles
from perf_tui.store.samples import copy_samples
from support.measured import ROOT, Measured
from support.samples import SAMPLES
from support.terminal import Terminal

KEYS, SEEDS, ROUNDS = 100_000, 10, 400


class Figure(NamedTuple):
    """A fault, how often it was tried, how often the promise was broken, and what else is known."""

    fault: str
    runs: int
    broken: int
    more: str = ""

    @property
    def kept(self) -> bool:
        """Whether the promise holds; of a fault that never came nothing is known."""
        return self.runs > 0 and not self.broken


Family = Callable[[Path], Iterable[Figure]]


def damaged_files(_: Path) -> Iterator[Figure]:
    """Every prefix and every bit of every sample."""
    contents = [saved(path) for path in SAMPLES]
    for fault, versions in (("file cut off", prefixes), ("one bit turned over", flips)):
        found = [passing_as_good(versions(content)) for content in contents]
        runs, good = (sum(column) for column in zip(*found, strict=True))
        yield Figure(f"{fault}: shown as good", runs, good)


def hostile_files(folder: Path) -> Iterator[Figure]:
    """The corpus through every command."""
    path = folder / "2024.toml"
    for commands, contents in ((ON_FILES, REFUSED), (("score", "check"), USED)):
        for command in commands:
            done = []
            for content in contents.values():
                path.write_bytes(content)
                done.append(command_on(path, command, folder))
            yield _ended(f"hostile file: {command}", done, refused=contents is REFUSED)
    special = [command_on(path, "check", folder) for path in special_files(folder)]
    yield _ended("no file: check", special, refused=True)


def _ended(fault: str, done: list[Measured], *, refused: bool) -> Figure:
    broken = [found for one in done if (found := troubles(one, refused=refused))]
    slowest, largest = max(one.seconds for one in done), max(one.megabytes for one in done)
    worst = f"{slowest:.2f} s, {largest:.0f} MB at the most"
    return Figure(fault, len(done), len(broken), f"{worst} {broken or ''}")


def keys_at_random(folder: Path) -> Iterator[Figure]:
    """A hundred thousand keys, and what the screen said of them."""
    found = [play(copy_samples(folder / str(seed)), KEYS // SEEDS, seed) for seed in range(SEEDS)]
    keys, kills, looks = (
        sum(getattr(one, of) for one in found) for of in ("keys", "kills", "looked")
    )
    troubles = [trouble for one in found for trouble in one.troubles]
    more = f"{kills} kills, {looks} looks at the file {troubles or ''}"
    yield Figure("keys at random: ended, lost, not saved", keys, len(troubles), more)


def hours_of_use(folder: Path) -> Iterator[Figure]:
    """A working day's screens and dialogs; memory and descriptors grow by less than a tenth."""
    with started(copy_samples(folder)) as terminal:
        terminal.wait_for(OPEN)
        terminal.press("enter", "down")
        before, after = used_after(terminal, 20), used_after(terminal, ROUNDS)
    grown = [now / then - 1 for then, now in zip(before, after, strict=True)]
    more = f"memory {grown[0]:+.1%}, descriptors {grown[1]:+.1%}"
    yield Figure("hours of use: growth of a tenth", ROUNDS, sum(one > 0.1 for one in grown), more)


def nothing_sent(folder: Path) -> Iterator[Figure]:
    """The system's calls of a run: none leads out of the machine."""
    if not (strace := shutil.which("strace")):
        return
    log, year = folder / "calls", copy_samples(folder)
    program = [sys.executable, "-m", "perf_tui"]
    traced: list[str | Path] = [strace, "-f", "-o", log, "-e", "trace=network", *program]
    out = folder / "out.docx"
    runs: tuple[list[str | Path], ...]
    runs = (["check", year], ["export", year, "-o", out], ["open", year])
    for argv in runs:
        with Terminal([*traced, *argv], env={"PYTHONPATH": str(ROOT)}, cwd=folder) as terminal:
            drained(terminal, 4)
            if argv[0] == "open":
                terminal.press("f10")
            terminal.exit_status()
        calls = [line for line in log.read_text().splitlines() if "(" in line]
        leading = [call for call in calls if "AF_UNIX" not in call and "AF_" in call]
        yield Figure(
            f"sockets that lead out: {argv[0]}", 1, len(leading), f"{len(calls)} calls {leading}"
        )


FAMILIES: tuple[Family, ...] = (
    damaged_files,
    hostile_files,
    keys_at_random,
    hours_of_use,
    nothing_sent,
)


def main() -> int:
    """Print a line a figure."""
    kept = True
    for family in FAMILIES:
        with tempfile.TemporaryDirectory() as name:
            for figure in family(Path(name)):
                fault, runs, broken, more = figure
                print(f"{fault:<44} {runs:>8} runs {broken:>4} broken  {more}", flush=True)
                kept &= figure.kept
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())

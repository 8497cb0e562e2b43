"""`make faults`: every fault with its figures; status 1 where one of them is not as promised."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from faults.corpus import REFUSED, USED, special_files
from faults.reading import ON_FILES, command_on, flips, passing_as_good, prefixes, saved, troubles
from support.measured import Measured
from support.samples import SAMPLES


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
    for commands, contents in ((ON_FILES, REFUSED), (("check", "export"), USED)):
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


FAMILIES: tuple[Family, ...] = (damaged_files, hostile_files)


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

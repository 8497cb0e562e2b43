"""Damaged and hostile files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from faults.corpus import REFUSED, USED, special_files
from faults.figure import Figure
from faults.reading import ON_FILES, command_on, flips, passing_as_good, prefixes, saved, troubles
from perf_tui.store.errors import YearError
from perf_tui.store.files.encodings import bring
from perf_tui.store.years.checksum import intact
from support.measured import Measured
from support.samples import SAMPLES

PRIME = 97


def every_bit(_: Path) -> Iterator[Figure]:
    """Every prefix and every bit of every sample; one in so many is read to the end."""
    contents = [saved(path) for path in SAMPLES]
    for fault, versions in (("truncations", prefixes), ("bit flips", flips)):
        runs = sum(1 for content in contents for version in versions(content))
        read = [version for content in contents for version in _suspects(versions(content))]
        good = passing_as_good(read)[1]
        more = f"shown as good, {len(read)} read to the end"
        yield Figure(fault, runs, ("shown as good",) * good, more, {fault: runs})


def _suspects(versions: Iterator[bytes]) -> Iterator[bytes]:
    """Those whose checksum holds, or would once they are converted, and some of the others."""
    for number, version in enumerate(versions):
        try:
            holds = intact(bring(version).content)
        except YearError:
            holds = False
        if holds or number % PRIME == 0:
            yield version


def hostile_files(folder: Path) -> Iterator[Figure]:
    """The corpus through every command."""
    path = folder / "2024.toml"
    for commands, contents in ((ON_FILES, REFUSED), (("score", "check"), USED)):
        for command in commands:
            done = []
            for content in contents.values():
                path.write_bytes(content)
                done.append(command_on(path, command, folder))
            yield ended(f"hostile file: {command}", done, refused=contents is REFUSED)
    special = [command_on(path, "check", folder) for path in special_files(folder)]
    yield ended("no file: check", special, refused=True)


def ended(fault: str, done: list[Measured], *, refused: bool | None) -> Figure:
    """How commands on files of one kind ended."""
    found = tuple(", ".join(wrong) for one in done if (wrong := troubles(one, refused=refused)))
    slowest, largest = max(one.seconds for one in done), max(one.megabytes for one in done)
    counts = {
        "bad inputs": len(done),
        "seconds for a bad input": round(slowest, 2),
        "MB for a bad input": round(largest),
    }
    return Figure(fault, len(done), found, f"{slowest:.2f} s, {largest:.0f} MB at most", counts)

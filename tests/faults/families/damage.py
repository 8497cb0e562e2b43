"""Damaged and hostile files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from faults.corpus import REFUSED, USED, special_files
from faults.figure import Figure
from faults.reading import ON_FILES, command_on, flips, passing_as_good, prefixes, saved, troubles
from support.measured import Measured
from support.samples import SAMPLES


def every_bit(_: Path) -> Iterator[Figure]:
    """Every prefix and every bit of every sample."""
    contents = [saved(path) for path in SAMPLES]
    for fault, versions in (("truncations", prefixes), ("bit flips", flips)):
        found = [passing_as_good(versions(content)) for content in contents]
        runs, good = (sum(column) for column in zip(*found, strict=True))
        yield Figure(fault, runs, ("shown as good",) * good, "shown as good", {fault: runs})


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
    found = tuple(", ".join(wrong) for one in done if (wrong := troubles(one, refused=refused)))
    slowest, largest = max(one.seconds for one in done), max(one.megabytes for one in done)
    counts = {
        "bad inputs": len(done),
        "seconds for a bad input": round(slowest, 2),
        "MB for a bad input": round(largest),
    }
    return Figure(fault, len(done), found, f"{slowest:.2f} s, {largest:.0f} MB at most", counts)

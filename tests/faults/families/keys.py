"""Keys at random."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from faults.driving import play
from faults.figure import Figure
from perf_tui.store.samples import copy_samples


def at_random(folder: Path, seed: int, keys: int) -> Iterator[Figure]:
    """So many keys, and what the screen said of them."""
    found = play(copy_samples(folder), keys, seed)
    more = f"{found.kills} kills, {found.endings} endings, {found.looked} looks at the file"
    counts = {
        "random keys": found.keys,
        "crashes at random keys": found.crashes,
        "kills": found.kills,
    }
    yield Figure(f"keys at random, seed {seed}", found.keys, tuple(found.troubles), more, counts)

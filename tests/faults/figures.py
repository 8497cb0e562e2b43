"""`make faults`: every fault with its figures; status 1 where one of them is not as promised.

`make faults QUICK=1` tries less of what is tried at random.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from faults.families import (
    calls,
    commands,
    damage,
    disks,
    endings,
    exports,
    formats,
    hours,
    keys,
    kills,
    pastes,
    permissions,
    raised,
    reports,
    sessions,
    sizes,
    texts,
    traced,
)
from faults.figure import Figure, summary
from support.surroundings import settle

Family = Callable[[Path], Iterable[Figure]]
AT_ONCE = 2  # families


def families(*, quick: bool) -> list[Family]:
    """All of them, the longest first."""
    shares = 2 if quick else 10
    ways = dict(zip(raised.WAYS, (20, 40, 40) if quick else (1, 2, 2), strict=True))
    many = {"kills": 5, "keys": 200, "rounds": 10} if quick else {"kills": 50, "keys": 10_000}
    return [
        *(partial(keys.at_random, seed=seed, keys=many["keys"]) for seed in range(shares)),
        *(partial(keys.bytes_at_random, seed=seed, keys=many["keys"]) for seed in range(shares)),
        *(partial(kills.at_random, seed=seed, kills=many["kills"]) for seed in range(shares)),
        *(partial(traced.every_call, how=how, step=9 if quick else 1) for how in traced.FAULTS),
        *(partial(raised.every_function, way=way, step=step) for way, step in ways.items()),
        partial(hours.of_use, rounds=many.get("rounds", 150)),
        damage.every_bit,
        damage.hostile_files,
        *reports.FAMILIES,
        *texts.FAMILIES,
        commands.without_terminal,
        commands.nothing_sent,
        calls.every_call,
        calls.naive_control,
        *disks.FAMILIES,
        *permissions.FAMILIES,
        *sessions.FAMILIES,
        *endings.FAMILIES,
        *pastes.FAMILIES,
        sizes.storm,
        *formats.FAMILIES,
        *exports.FAMILIES,
    ]


def tried(family: Family) -> list[Figure]:
    """A family's figures, in a folder of its own; an error of its own is a trouble."""
    name = getattr(family, "func", family)
    with tempfile.TemporaryDirectory() as folder:
        home = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME"), folder)
        os.environ |= home
        try:
            return list(family(Path(folder)))
        except Exception as error:  # noqa: BLE001 — the other families are still to come
            return [Figure(f"{name.__module__}.{name.__name__}", 1, (f"error: {error!r}",))]


def main() -> int:
    """Print a line a figure, then the summary."""
    settle()
    found: list[Figure] = []
    with get_context("spawn").Pool(AT_ONCE, maxtasksperchild=1) as pool:
        for figures in pool.imap_unordered(tried, families(quick="--quick" in sys.argv)):
            print(*figures, sep="\n", flush=True)
            found += figures
    print("", *summary(found), sep="\n")
    return 0 if all(figure.kept for figure in found) else 1


if __name__ == "__main__":
    sys.exit(main())

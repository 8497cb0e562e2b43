"""What guided entry costs in keys: each figure beside its target.

The real program is driven for it, in a real pseudo-terminal of 80×24. Exit status 1 when a target
is missed.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from math import inf
from pathlib import Path
from tempfile import TemporaryDirectory

from perf_tui.store.years.year_file import read_year_file
from support.dead_keys import dead_keys
from support.input_method import lost_keys
from support.reaching import (
    keys_to_confirm,
    keys_to_fields,
    keys_to_indicators,
    keys_to_last_field,
    keys_to_next_problem,
)
from support.replay import HIGHEST, fill_in
from support.samples import JIANLONG, township
from support.states import STATES, State
from support.surroundings import settle
from support.typed_numbers import misread, misread_after_last

WORKERS = 2


@dataclass(frozen=True, slots=True)
class Figure:
    """Something measured in an empty folder: a number, and whatever made it worse than it may be.

    `highest` is the target.
    """

    name: str
    highest: float
    measure: Callable[[Path], tuple[float, list[str]]]


def main() -> int:
    """Prints one line a figure, and below it what misses the target."""
    settle()
    with ThreadPoolExecutor(WORKERS) as pool:
        measured = zip(FIGURES, pool.map(run, FIGURES), strict=True)
        met = [report(figure, found) for figure, found in measured]
    return int(not all(met))


def run(figure: Figure) -> tuple[float, list[str]]:
    """Measures in a folder of its own; what cannot be measured misses its target."""
    try:
        with TemporaryDirectory() as folder:
            return figure.measure(Path(folder))
    except (AssertionError, TimeoutError) as error:
        return inf, str(error).splitlines()


def report(figure: Figure, measured: tuple[float, list[str]]) -> bool:
    """Prints a figure; whether it meets its target."""
    value, wrong = measured
    verdict = "" if value <= figure.highest else "  missed"
    print(f"{figure.name:62}{value:>8.4g}{figure.highest:>8.4g}{verdict}", flush=True)
    for one in wrong:
        print(f"    {one}", flush=True)
    return not verdict


def effort(folder: Path) -> tuple[float, list[str]]:
    """Keys that only lead to where something belongs, for each that is content."""
    done = fill_in(read_year_file(JIANLONG, township), folder / "2024.toml")
    return done.ratio, []


def most(
    count: Callable[[Path], dict[str, int]], highest: int
) -> Callable[[Path], tuple[float, list[str]]]:
    """The worst of many ways, and those that are longer than they may be."""

    def measure(folder: Path) -> tuple[float, list[str]]:
        ways = count(folder / "2024.toml")
        return max(ways.values()), [f"{at}: {n}" for at, n in ways.items() if n > highest]

    return measure


def single(count: Callable[[Path], int]) -> Callable[[Path], tuple[float, list[str]]]:
    """One way."""
    return lambda folder: (count(folder / "2024.toml"), [])


def numbers(folder: Path) -> tuple[float, list[str]]:
    """The table of numbers, typed and pasted."""
    wrong = []
    for pasted in (False, True):
        year = Path(shutil.copy(JIANLONG, folder / "2024.toml"))
        wrong += [*misread(year, pasted=pasted), *misread_after_last(folder, pasted=pasted)]
    return len(wrong), wrong


def lost(folder: Path) -> tuple[float, list[str]]:
    """What an input method commits."""
    wrong = lost_keys(folder)
    return len(wrong), wrong


def dead(_: Path) -> tuple[float, list[str]]:
    """Every key at every kind of place."""
    with ThreadPoolExecutor(WORKERS) as pool:
        wrong = list(chain.from_iterable(pool.map(_dead_at, STATES)))
    return len(wrong), wrong


def _dead_at(state: State) -> list[str]:
    try:
        return [f"{key} at {state.name}" for key in dead_keys(state)]
    except TimeoutError as error:
        return [f"{state.name}: {error}"]


FIGURES = (
    Figure("keys that are not content for each that is, the whole of 2024", HIGHEST, effort),
    Figure("keys from the start to the field last left", 1, single(keys_to_last_field)),
    Figure("keys to any indicator", 3, most(keys_to_indicators, 3)),
    Figure("keys to any field of an indicator", 4, most(keys_to_fields, 4)),
    Figure("keys to the next problem", 1, single(keys_to_next_problem)),
    Figure("keys to confirm a value of last year", 1, single(keys_to_confirm)),
    Figure("wrong values stored over the table of numbers", 0, numbers),
    Figure("keys lost with a Chinese input method on", 0, lost),
    Figure("keys that do nothing to be seen and say nothing", 0, dead),
)

if __name__ == "__main__":
    sys.exit(main())

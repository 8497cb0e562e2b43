"""Keys at random, and bytes that no keyboard sends."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from faults.driving import One, play
from faults.figure import Figure
from perf_tui.store.years.samples import copy_samples
from support.keys import sequence_of
from support.terminal import Terminal

# Beginnings and ends of everything that a terminal sends, to be put together anyhow.
PARTS = (
    b"\x1b \x1b[ \x1bO \x1b] \x1bP \x1b_ \x1b^ \x1bX \x1b\\ \x07 \x9b \x8f \x9d \x90 \x9c "
    b"\x1b[M \x1b[< \x1b[200~ \x1b[201~ \x1b[I \x1b[O ~ u R c n t $y 11;rgb: 1;2 :3 15 ; ? > = ! < "
    b"\xd6\xd0 \xe4\xb8 \xff \xf0\x9f"
).split()
KEYS = [
    sequence_of(key) for key in ("enter", "escape", "down", "up", "f2", "f4", "f6", "f8", "tab")
]
PAUSES = (0.0, 0.0, 0.0, 0.02, 0.15, 1.2)  # seconds, in which a sequence may be given up
BYTES = 8  # at most, of one throw
LEAVING = b"\x11"  # Ctrl+Q would end every run at once


def at_random(folder: Path, seed: int, keys: int) -> Iterator[Figure]:
    """So many keys, and what the screen said of them."""
    yield _figure(folder, seed, keys, "keys", None)


def bytes_at_random(folder: Path, seed: int, keys: int) -> Iterator[Figure]:
    """The same with so many bytes in place of keys: some at random, some of sequences."""
    yield _figure(folder, seed, keys, "bytes", _throw)


def _throw(terminal: Terminal, dice: random.Random) -> int:
    """Bytes of any kind, parts of sequences, now and then a key, so that something goes on."""
    chance = dice.random()
    if chance < 0.3:
        sent = dice.randbytes(dice.randint(1, BYTES)).translate(None, LEAVING)
    elif chance < 0.8:
        sent = b"".join(dice.choices(PARTS, k=dice.randint(1, 4)))
    else:
        sent = dice.choice([*KEYS, b"5", "中".encode()])
    terminal.send(sent)
    terminal.read(dice.choice(PAUSES) if chance > 0.95 else 0)
    return len(sent)


def _figure(folder: Path, seed: int, keys: int, what: str, one: One | None) -> Figure:
    found = play(copy_samples(folder), keys, seed, one)
    more = f"{found.kills} kills, {found.endings} endings, {found.looked} looks at the file"
    counts = {
        f"random {what}": found.keys,
        f"crashes at random {what}": found.crashes,
        "kills": found.kills,
    }
    return Figure(f"{what} at random, seed {seed}", found.keys, tuple(found.troubles), more, counts)

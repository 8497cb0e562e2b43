"""What is read, altered in every way there is: how much of it passes as good."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from perf_tui.store.errors import YearError
from perf_tui.store.forms import load_form
from perf_tui.store.years.year_file import format_year, parse_year, read_year_file
from support.measured import Measured, measured, pace

# Commands that read a year's file, and what stands behind them.
ON_FILES = {
    "score": ["{path}"],
    "check": ["{path}"],
    "compare": ["{path}", "{path}"],
    "export": ["{path}", "-o", "{folder}/out.docx", "--force"],
    "fill": ["{path}"],
    "new": ["{folder}/new.toml", "--year", "2025", "--from", "{path}", "--force"],
}
BUG = "程序出了错"  # what the program says of itself
MOST_SECONDS, MOST_MEGABYTES = 1, 150  # on a PC of today


def saved(sample: Path) -> bytes:
    """A sample as the program saves it."""
    return format_year(read_year_file(sample, load_form))


def prefixes(content: bytes, step: int = 1) -> Iterator[bytes]:
    """Every `step`-th version that ends too early."""
    return (content[:length] for length in range(0, len(content), step))


def flips(content: bytes, step: int = 1) -> Iterator[bytes]:
    """Every `step`-th version with one bit turned over."""
    for place in range(0, len(content) * 8, step):
        damaged = bytearray(content)
        damaged[place // 8] ^= 1 << place % 8
        yield bytes(damaged)


def passing_as_good(versions: Iterable[bytes]) -> tuple[int, int]:
    """How many versions there were, and how many were opened without a word."""
    told = [_is_told(version) for version in versions]
    return len(told), told.count(False)


def _is_told(content: bytes) -> bool:
    try:
        return parse_year(content, load_form).edited_by_hand
    except YearError:
        return True


def troubles(done: Measured, *, refused: bool | None) -> list[str]:
    """What is wrong with how a command ended; None where it may be done or refused."""
    refused = done.status == 2 if refused is None else refused
    found = {
        "bug": "Traceback" in done.err or BUG in done.err,
        "status": done.status == 2 if not refused else done.status != 2,
        "lines": refused and done.err.count("\n") != 1,
        f"{done.seconds:.2f} s": done.seconds > MOST_SECONDS and done.seconds > most_seconds(),
        f"{done.megabytes:.0f} MB": done.megabytes > MOST_MEGABYTES,
    }
    return [name for name, wrong in found.items() if wrong]


def most_seconds() -> float:
    """What a command may take on this machine, as busy as it is."""
    return MOST_SECONDS * pace()


def command_on(
    path: Path, command: str, folder: Path, run: Callable[..., Measured] = measured
) -> Measured:
    """A command on a file from the corpus, nowhere to draw."""
    argv = [one.format(path=path, folder=folder) for one in ON_FILES[command]]
    return run(command, *argv, cwd=folder, text=b".q\n")

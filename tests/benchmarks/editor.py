"""What the editor costs beside a bare Textual program: first frame, peak memory, key echo.

Both run in turn in a real pseudo-terminal of 80×24; medians are compared, so a slow machine slows
both sides alike. Exit status 1 when a ratio is above its bar.
"""

import shutil
import sys
import time
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from support.surroundings import settle
from support.terminal import PATIENCE, Terminal

RUNS = 9
TYPED = "12345678"
QUIET = 0.1  # seconds without output after which a key counts as answered
HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "sample_years" / "jianlong-2024.toml"


@dataclass(frozen=True, slots=True)
class Program:
    """`marker` is text of the first frame; `to_field` are the keys from there into a field.

    `year` is the file that it opens, if any.
    """

    argv: tuple[str, ...]
    marker: str
    to_field: tuple[str, ...] = ()
    year: Path | None = None


@dataclass(frozen=True, slots=True)
class Cost:
    """One run: ms to the first frame, MiB at most, ms from a key to the last change it causes."""

    first_frame: float
    memory: float
    echo: float


@dataclass(frozen=True, slots=True)
class Bar:
    """The highest ratio allowed for one cost."""

    name: str
    cost: str
    unit: str
    highest: float


BARS = (
    Bar("first frame", "first_frame", "ms", 1.35),
    Bar("peak memory", "memory", "MiB", 1.4),
    Bar("key echo", "echo", "ms", 1.5),
)


def main() -> int:
    settle()
    with TemporaryDirectory() as folder:
        year = Path(folder) / SAMPLE.name
        shutil.copy(SAMPLE, year)
        bare = Program((str(HERE / "bare.py"),), marker="三栏")
        argv = ("-m", "perf_tui", "open", str(year))
        editor = Program(argv, unit_of(year), ("down", "enter"), year)  # the initial budget
        for program in (editor, bare):  # compiles and warms the file cache
            measure(program, Path(folder))
        pairs = [(measure(editor, Path(folder)), measure(bare, Path(folder))) for _ in range(RUNS)]
    print(f"{'':12}{'editor':>13}{'bare':>13}{'ratio':>8}{'bar':>7}")
    ours, theirs = zip(*pairs, strict=True)
    ratios = [report(bar, ours, theirs) for bar in BARS]
    return int(any(ratio > bar.highest for ratio, bar in zip(ratios, BARS, strict=True)))


def unit_of(year: Path) -> str:
    """The unit's name as the year's file gives it."""
    name: str = tomllib.loads(year.read_text(encoding="utf-8"))["unit"]["name"]
    return name


def measure(program: Program, home: Path) -> Cost:
    """Starts the program, goes to a field and types there; the user's settings stay untouched.

    What an earlier run left beside the year is removed first, because it raises a question.
    """
    for left in program.year.parent.glob(f".{program.year.name}*") if program.year else ():
        left.unlink()
    env = {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_STATE_HOME": str(home)}
    env["PYTHONDONTWRITEBYTECODE"] = ""
    with Terminal([sys.executable, *program.argv], env=env) as terminal:
        first_frame = seconds_to(terminal, program.marker)
        terminal.settle(0.5)
        for key in program.to_field:
            terminal.press(key)
            terminal.settle(0.3)
        echo = median([echo_of(terminal, digit) for digit in TYPED])
        if TYPED not in terminal.text:
            raise RuntimeError(f"{TYPED} was not typed into a field:\n{terminal.text}")
        return Cost(first_frame * 1000, terminal.peak_memory() / 1024, echo * 1000)


def seconds_to(terminal: Terminal, marker: str) -> float:
    """Seconds from the start until the marker's bytes have been written."""
    written = b""
    while marker.encode() not in written:
        piece = terminal.read(PATIENCE)
        if not piece:
            raise TimeoutError(f"{marker} did not come; the screen shows:\n{terminal.text}")
        written += piece
    return time.perf_counter() - terminal.started_at


def echo_of(terminal: Terminal, key: str) -> float:
    """Seconds from writing a key until the last output that changes the screen's text."""
    before = shown = terminal.text
    pressed = answered = time.perf_counter()
    terminal.press(key)
    while terminal.read(QUIET if shown != before else PATIENCE):
        now = time.perf_counter()
        if terminal.text != shown:
            shown, answered = terminal.text, now
    if shown == before:
        raise RuntimeError(f"the key {key} changed nothing on the screen:\n{before}")
    return answered - pressed


def report(
    bar: Bar,
    editor: tuple[Cost, ...],
    bare: tuple[Cost, ...],
    of: Callable[[Iterable[float]], float] = median,
) -> float:
    """Prints one line and gives the ratio of the medians, or of what else is taken of all runs."""
    ours, theirs = (of(getattr(cost, bar.cost) for cost in side) for side in (editor, bare))
    ratio: float = ours / theirs
    verdict = "" if ratio <= bar.highest else "  above the bar"
    print(
        f"{bar.name:12}{ours:>9.1f} {bar.unit:3}{theirs:>9.1f} {bar.unit:3}"
        f"{ratio:>8.2f}{bar.highest:>7.2f}{verdict}"
    )
    return ratio


if __name__ == "__main__":
    sys.exit(main())

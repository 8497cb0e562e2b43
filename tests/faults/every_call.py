"""Every call by which the store reaches the disk fails once, in every way; nothing is lost.

The number of the failing call goes up from run to run until a run completes without a fault.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from faults.figure import ALTERED, FALSE_SAVED, FIELD_LOST
from faults.injector import CALLS, FAULTS, KilledError, injected
from perf_tui.core.answers.year import Year
from perf_tui.store.errors import SaveError, YearError
from perf_tui.store.keeping.history import read_history
from perf_tui.store.keeping.keeper import Keeper
from perf_tui.store.keeping.opened_file import open_file
from perf_tui.store.years.checksum import intact
from perf_tui.store.years.year_file import YearFile, format_year, parse_year, write_year_file
from support.samples import township

START = Year("township", 2024, {"unit.name": "云溪镇人民政府"})
FIELDS = ("budget.initial", "budget.adjusted", "budget.executed", "sections.duties")
MOST_RUNS = 400
# What the work is known to call; how it lists folders and renames is left to it and to Python.
MUST_SEE = {*CALLS, "flock"} - {"rename", "listdir"}


@dataclass
class Screen:
    """What the user was told: texts accepted without a word of trouble, texts announced as saved.

    `typed` is everything, accepted or not; `refused` how often the user was told of a trouble.
    """

    accepted: dict[str, str] = field(default_factory=dict)
    saved: dict[str, str] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    gone: bool = False
    refused: int = 0


def work(
    path: Path, screen: Screen, length: int = 1, told: Callable[[], object] = lambda: None
) -> None:
    """Open, type two fields, save, type two more, be closed without saving.

    Each text is a digit so many times; `told` is called whenever the screen has changed.
    """
    opened = open_file(path, township)
    keeper = opened.keeper
    year = keeper.saved.year
    try:
        for number, address in enumerate(FIELDS, 1):
            screen.typed[address] = str(number) * length
            told()
            year = year.with_text(address, str(number) * length)
            keeper.trouble = ""
            keeper.note(year)
            if keeper.trouble:
                screen.refused += 1
            else:
                screen.accepted = dict(screen.typed)
            told()
            if number == 2:
                _save(keeper, year, screen)
                told()
    finally:
        keeper.close()


def _save(keeper: Keeper, year: Year, screen: Screen) -> None:
    try:
        keeper.save(year)
    except SaveError:
        screen.refused += 1
    else:
        screen.saved = dict(screen.typed)


def begin(path: Path) -> None:
    """The file on which it is done."""
    path.parent.mkdir(exist_ok=True)
    write_year_file(path, YearFile(township("township"), START))


def runs(folder: Path, fault: str) -> Iterator[tuple[Path, Screen]]:
    """One run for each call, each in a folder of its own; the fault has fired in every one."""
    for at in range(1, MOST_RUNS):
        path = folder / str(at) / "2024.toml"
        begin(path)
        screen = Screen()
        with injected(at, *FAULTS[fault]) as faults:
            try:
                work(path, screen)
            except (KilledError, YearError):
                screen.gone = True
        if not faults.fired:
            assert faults.seen >= MUST_SEE, f"the injector is blind to {MUST_SEE - faults.seen}"
            return
        yield path, screen
    raise AssertionError("no run completed without a fault")


def faults_of(path: Path, screen: Screen) -> list[str]:
    """What is wrong after a run, by the oracle."""
    content = path.read_bytes()
    if not intact(content):
        return [f"{ALTERED}: its checksum does not hold"]
    on_disk = parse_year(content, township).year.texts
    wrong = []
    if content != format_year(YearFile(township("township"), Year("township", 2024, on_disk))):
        wrong.append(f"{ALTERED}: it is no version that was saved")
    if not screen.saved.items() <= on_disk.items():
        wrong.append(f"{FALSE_SAVED}: what was announced is not on the disk")
    opened = open_file(path, township)
    found = opened.remains.year.texts if opened.remains and opened.remains.year else on_disk
    opened.keeper.close()
    if not screen.accepted.items() <= found.items():
        wrong.append(f"{FIELD_LOST}: it had been accepted")
    if screen.gone and not screen.refused and not _told(path, on_disk):
        wrong.append("the history does not tell what was saved")
    if not {*found.items()} <= {*screen.typed.items(), *START.texts.items()}:
        wrong.append("something is there that nobody typed")
    return wrong


def _told(path: Path, on_disk: Mapping[str, str]) -> bool:
    """Whether the last lines of the history are what was saved."""
    saved = sorted(text for at, text in on_disk.items() if text != START.text(at))
    lines = [line.rpartition("→ ")[2] for line in read_history(path)]
    return sorted(lines[-len(saved) :] if saved else lines) == saved


def save_naively(path: Path, data: bytes, _: int = 0) -> None:
    """The control: what many a program does instead of writing atomically."""
    try:
        file = os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY)
        os.write(file, data)
        os.close(file)
    except OSError as error:
        raise SaveError from error

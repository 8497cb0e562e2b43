"""Disks that are full, and files that may not grow."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from shlex import quote

from faults.driving import OPEN, drained, save_elsewhere, started
from faults.every_call import Screen, begin, faults_of, work
from faults.figure import ALTERED, BUG, FALSE_SAVED, FIELD_LOST, Figure
from faults.worker import heard
from perf_tui.store.errors import SaveError, YearError
from perf_tui.store.years.samples import copy_samples
from perf_tui.store.years.year_file import read_year_file
from support.measured import ROOT
from support.samples import township
from support.terminal import Terminal

LENGTH = 5_000  # of each of the four texts that are typed
PAGES = range(1, 24)  # kB by four
ALONE = ("unshare", "-Urm")
FULL, CLOSED = "磁盘满了", "没有保存成功"


def file_too_large(folder: Path) -> Iterator[Figure]:
    """`ulimit -f`, at every kB that a file may have at the most."""
    refused, troubles = 0, []
    for kilobytes in range(2 * 4 * LENGTH // 1024):
        path = folder / str(kilobytes) / "2024.toml"
        begin(path)
        status, screen = heard(path, "prlimit", f"--fsize={kilobytes * 1024}", length=LENGTH)
        refused += bool(screen.refused)
        troubles += faults_of(path, screen) + [f"{BUG}: status {status}"] * bool(status)
    yield Figure("file too large (ulimit -f)", refused, tuple(troubles))


def full_disk(folder: Path) -> Iterator[Figure]:
    """A tiny disk of its own, of every size up to that at which everything fits."""
    name = "disk full (tmpfs)"
    if not _namespaces():
        yield Figure(name, 0, skipped="no namespaces for users here")
        return
    disk, refused, troubles = folder / "disk", 0, []
    for pages in PAGES:
        done = subprocess.run(
            _on_disk(disk, pages * 4, sys.executable, "-m", "faults.families.disks", disk),
            check=False,
            capture_output=True,
            env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"},
        )
        fired, found = json.loads(done.stdout or f'[1, ["{BUG}: status {done.returncode}"]]')
        refused += bool(fired)
        troubles += found
    yield Figure(name, refused, tuple(troubles))
    yield _full_while_typing(folder)


def _namespaces() -> bool:
    return not subprocess.run([*ALONE, "true"], check=False, capture_output=True).returncode


def _on_disk(disk: Path, kilobytes: int, *command: str | Path) -> list[str | Path]:
    disk.mkdir(exist_ok=True)
    mounted = f'mount -t tmpfs -o size={kilobytes}k none "$0"'
    return [*ALONE, "sh", "-c", f'{mounted} && exec "$@"', disk, *command]


def remounted_read_only(folder: Path) -> Iterator[Figure]:
    """Under the editor, as after errors of the disk or by a stick's switch.

    No command makes a disk read-only while files on it are written, so a read-only one with the
    same files takes its place.
    """
    name, turn, turned = "disk read-only while typing", folder / "turn", folder / "turned"
    if not _namespaces():
        yield Figure(name, 0, skipped="no namespaces for users here")
        return
    (folder / "closed").mkdir()
    steps = (
        "while [ ! -e turn ]; do sleep 0.05; done; mount -t tmpfs none closed",
        "cp -a disk/. closed && mount -o remount,ro closed",
        "mount --bind closed disk && touch turned",
    )
    later = f"(cd {quote(str(folder))}; {' && '.join(steps)}) </dev/null >/dev/null 2>&1 &"
    text = "履" * 100
    with _editor_on_disk(folder, 4096, later) as terminal:
        terminal.wait_for(OPEN)
        terminal.press("enter", "down")
        terminal.type("一\r")
        drained(terminal, 0.3)
        turn.touch()
        for _ in range(100):
            if turned.exists():
                break
            time.sleep(0.05)
        terminal.press("up")
        terminal.paste(text)
        terminal.press("f2")
        troubles = _saved_elsewhere(terminal, folder / "other.toml", CLOSED, f"一{text}")
    yield Figure(name, turned.exists(), tuple(troubles))


def _full_while_typing(folder: Path) -> Figure:
    """The editor on such a disk: it says so, typing goes on, and another place takes the work."""
    text = "履" * 60_000
    with _editor_on_disk(folder, 128) as terminal:
        terminal.wait_for(OPEN)
        terminal.press("enter", "down")
        terminal.paste(text)
        terminal.press("f2")
        troubles = _saved_elsewhere(terminal, folder / "other.toml", FULL, text)
    return Figure("disk full while typing, saved elsewhere", 1, tuple(troubles))


def _editor_on_disk(folder: Path, kilobytes: int, first: str = ":") -> Terminal:
    """The editor on a year that lies on a disk of its own; the shell does `first` before it."""
    year = copy_samples(folder)
    disk, prepared = folder / "disk", f'cp "$0" "$1"/2024.toml; shift; {first}\nexec "$@"'
    before = _on_disk(disk, kilobytes, "sh", "-c", prepared, year, disk)
    return started(disk / "2024.toml", *before)


def _saved_elsewhere(terminal: Terminal, other: Path, said: str, text: str) -> list[str]:
    """What is wrong from a refused saving on: `said`, typed on, and kept whole in another place."""
    terminal.wait_for(said)
    troubles = [FALSE_SAVED] if "已保存到" in terminal.text else []
    terminal.press("escape")
    terminal.type("完")
    terminal.press("f2")
    terminal.wait_for(said)
    save_elsewhere(terminal, other)
    drained(terminal)
    if not read_year_file(other, township).year.text("unit.short_name").endswith(f"{text}完"):
        troubles.append(f"{FIELD_LOST} in the other place")
    return troubles


def main() -> None:
    """Within a full disk: fill it up, then look at it with the oracle; print what was found."""
    path, screen = Path(sys.argv[1]) / "2024.toml", Screen()
    try:
        begin(path)
    except SaveError:
        sys.stdout.write(json.dumps([0, []]))  # not even the file fits
        return
    with suppress(YearError):
        work(path, screen, LENGTH)
    wrong = faults_of(path, screen)
    left = [f"{ALTERED}: {one} is left" for one in path.parent.glob(".perf-tui-*")]
    sys.stdout.write(json.dumps([screen.refused, wrong + left]))


FAMILIES = (file_too_large, full_disk, remounted_read_only)

if __name__ == "__main__":
    main()

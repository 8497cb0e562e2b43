"""Files in other encodings, and texts that a terminal would obey."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from faults.driving import drained
from faults.figure import BUG, Figure
from faults.reading import ON_FILES, command_on, saved
from perf_tui.core.answers.year import Year
from perf_tui.core.evaluation.evaluation import evaluate
from perf_tui.render.writers import WRITERS
from perf_tui.store.years.year_file import read_year_file, write_year_file
from support.hostile import EVERYTHING, obeyed_in
from support.measured import ROOT
from support.rendered import report_bytes
from support.samples import JIANLONG, SAMPLES, township
from support.terminal import Terminal

ENCODINGS = {"utf-8-sig": "BOM", "utf-16": "UTF-16", "gbk": "GBK", "gb18030": "GBK"}
NEVER_SENT = (b"\x1b]0;pwned", b"\x1b]52", b"\x1bc", *map(str.encode, "\x9b\x90\u202e\u200b"))
SCREENS = (
    "f1",
    "f5",
    "f6",
    "f9",
    "ctrl+t",
    "ctrl+b",
    "ctrl+p",
    "ctrl+e",
    "ctrl+l",
    "f12",
    "ctrl+d",
)


def other_encodings(folder: Path) -> Iterator[Figure]:
    """Every sample in every encoding with both line ends: used, and told what it was."""
    path, troubles, runs = folder / "2024.toml", [], 0
    for sample in SAMPLES:
        for encoding, name in ENCODINGS.items():
            for ends in ("\n", "\r\n"):
                path.write_bytes(saved(sample).decode().replace("\n", ends).encode(encoding))
                done = command_on(path, "score", folder)
                runs += 1
                if done.status == 2 or name not in done.err:
                    troubles.append(f"{BUG}: {sample.name} {encoding} {done.err}")
    yield Figure("other encodings and line ends", runs, tuple(troubles), "told what was converted")


def obeyed_by_a_terminal(folder: Path) -> Iterator[Figure]:
    """A year full of them: nothing reaches the terminal or a report."""
    file = read_year_file(JIANLONG, township)
    year = Year("township", 2024, dict.fromkeys(file.form.fields, EVERYTHING))
    path = folder / "2024\u200b\x1b[31m[b].toml"
    write_year_file(path, replace(file, year=year))
    env = {"PYTHONPATH": str(ROOT), "HOME": str(folder)}
    troubles, sent = [], b""
    for command in ("open", *ON_FILES.keys() - {"compare", "export", "new"}):
        argv: list[str | Path] = [sys.executable, "-m", "perf_tui", command, path]
        with Terminal(argv, env=env, cwd=folder) as terminal:
            sent += drained(terminal)
            for key in SCREENS if command == "open" else ("enter",):
                terminal.press(key)
                sent += drained(terminal, 0.4)
                terminal.press("escape")
    troubles += [f"sent to the terminal: {bad!r}" for bad in NEVER_SENT if bad in sent]
    yield Figure("obeyed by a terminal: sent to it", len(sent), tuple(troubles), "bytes")
    evaluation = evaluate(file.form, year)
    reports = {ending: report_bytes(evaluation, ending) for ending in WRITERS if ending != ".docx"}
    bad = [end for end, made in reports.items() if obeyed_in(made.decode("utf-8-sig"), "\n\r\t")]
    yield Figure("obeyed by a terminal: in a report", len(reports), tuple(bad))


FAMILIES = (other_encodings, obeyed_by_a_terminal)

"""Commands where nothing is to be read, nothing can be drawn, or somebody has left."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from perf_tui.store.years.samples import copy_samples
from support.measured import ROOT
from support.rendered import report_bytes
from support.samples import FOLDER, JIANLONG, opened

PROGRAM = [sys.executable, "-m", "perf_tui"]
# A command, what follows it, and its status where nothing is to be read and nothing can be drawn.
ARGUMENTS: dict[str, tuple[list[str], int]] = {
    "": ([], 0),
    "open": (["{year}"], 2),
    "demo": (["--dir", "{folder}/demo"], 2),
    "new": (["{folder}/new.toml", "--year", "2025"], 0),
    "fill": (["{year}"], 2),
    "score": (["{year}"], 0),
    "check": (["{year}"], 0),
    "compare": (["{year}", "{last}"], 0),
    "export": (["{year}", "-o", "{folder}/out.md"], 0),
    "import": (["{report}", "-o", "{folder}/imported.toml", "--force"], 0),
    "audit": (["{report}"], 0),
    "forms": ([], 0),
    "rules": ([], 0),
    "doctor": ([], 0),
    "recover": (["{year}"], 0),
}
POOR: tuple[dict[str, str], ...] = (
    {},
    {"TERM": "dumb"},
    {"TERM": ""},
    {"LC_ALL": "C", "PYTHONUTF8": "0"},
    {"HOME": "/"},
)
SHELL = {
    "nothing to read": "{command} </dev/null",
    "nothing open": "{command} <&- >&- 2>&-",
    "stdin closed": "{command} <&-",
    "stdout closed": "{command} </dev/null >&-",
    "stderr closed": "{command} </dev/null 2>&-",
    "a reader who has left": "{command} </dev/null | true",
    "a full disk": "{command} </dev/null >/dev/full",
}


def run(folder: Path, shell: str, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/bash", "-o", "pipefail", "-c", shell],
        cwd=folder,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
        text=True,
        timeout=60,
    )


def command(name: str, folder: Path) -> str:
    year = copy_samples(folder)
    report = folder / "report.docx"
    report.write_bytes(report_bytes(opened(JIANLONG).evaluation, ".docx"))
    last = FOLDER / "yunxi-2023.toml"
    places = {"year": year, "folder": folder, "last": last, "report": report}
    arguments = [one.format(**places) for one in ARGUMENTS[name][0]]
    return shlex.join([*PROGRAM, *filter(None, [name]), *arguments])

"""Without a terminal, or with a poor one, each command says what it needs, at once."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from perf_tui.cli.parser import COMMANDS
from perf_tui.store.samples import copy_samples
from support.measured import ROOT
from support.samples import FOLDER

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
    "forms": ([], 0),
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
    places = {"year": year, "folder": folder, "last": FOLDER / "yunxi-2023.toml"}
    return " ".join([*PROGRAM, name, *(one.format(**places) for one in ARGUMENTS[name][0])])


def test_every_command_is_tried() -> None:
    assert set(ARGUMENTS) == {"", *COMMANDS}


# Each command and each fault at least once; `make faults` has all of them with all of them.
WITH_ENVIRONMENTS = [(name, POOR[at % len(POOR)]) for at, name in enumerate(ARGUMENTS)]
WITH_SHELLS = [(name, list(SHELL)[at % len(SHELL)]) for at, name in enumerate(ARGUMENTS)]


@pytest.mark.parametrize(("name", "env"), WITH_ENVIRONMENTS, ids=str)
def test_without_a_terminal_it_is_done_or_one_sentence_says_what_to_do(
    tmp_path: Path, name: str, env: Mapping[str, str]
) -> None:
    done = run(tmp_path, command(name, tmp_path) + " </dev/null", env)
    assert done.returncode == ARGUMENTS[name][1], done.stderr
    assert "Traceback" not in done.stderr
    assert "程序出了错" not in done.stderr
    if done.returncode == 2:
        *_, last = done.stderr.splitlines()
        assert re.search(r"在终端里|没有可读的回答", last)


@pytest.mark.parametrize(("name", "shell"), WITH_SHELLS)
def test_whatever_is_closed_or_full_there_is_no_traceback(
    tmp_path: Path, name: str, shell: str
) -> None:
    done = run(tmp_path, SHELL[shell].format(command=command(name, tmp_path)), {})
    assert done.returncode in (0, 2), done.stderr
    for trouble in ("Traceback", "Exception ignored", "Error", "程序出了错"):
        assert trouble not in done.stderr + done.stdout


def test_a_dumb_terminal_gets_plain_prompts(tmp_path: Path) -> None:
    from support.terminal import Terminal

    year = copy_samples(tmp_path)
    env = {"TERM": "dumb", "LANG": "C", "PYTHONPATH": str(ROOT)}
    with Terminal([*PROGRAM, "open", year], env=env, cwd=tmp_path) as terminal:
        terminal.wait_for("逐栏填写")
        terminal.type(".完\r")
        assert terminal.exit_status() == 0

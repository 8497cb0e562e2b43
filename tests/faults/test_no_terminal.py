"""Without a terminal, or with a poor one, each command says what it needs, at once."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from faults.poor import ARGUMENTS, POOR, PROGRAM, SHELL, command, run
from perf_tui.cli.parser import COMMANDS
from perf_tui.store.years.samples import copy_samples
from support.measured import ROOT


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

"""Whoever starts the tests, wherever and however, they run in the same surroundings."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from support.surroundings import OWN, bent, surroundings

HOSTILE = {
    "HOME": "/nowhere",
    "XDG_CONFIG_HOME": "odd",
    "LC_ALL": "C",
    "TZ": "Pacific/Kiritimati",
    "TERM": "dumb",
    "TMUX": "x",
    "SSH_TTY": "/dev/pts/9",
    "NO_COLOR": "1",
    "FORCE_COLOR": "1",
    "COLUMNS": "20",
    "LINES": "5",
    "ESCDELAY": "9",
    "TEXTUAL_THEME": "odd",
    "GIT_DIR": "x",
}
# Two processes: one that settles, and one that it starts.
SETTLING = """
import subprocess, sys
from support.surroundings import settle
settle()
sys.exit(subprocess.run([sys.executable, "-c", sys.argv[1]]).returncode)
"""
TELLING = """
import json, os, signal, time
heard = [signal.getsignal(getattr(signal, name)) != signal.SIG_IGN for name in ("SIGINT", "SIGHUP")]
umask = os.umask(0)
os.fstat(0)
print(json.dumps([dict(os.environ), heard, umask, time.timezone]))
"""


def test_nothing_of_a_stranger_reaches_what_the_tests_start() -> None:
    hostile = 'trap "" INT HUP; umask 077; exec "$@" <&-'
    done = subprocess.run(
        ["/bin/sh", "-c", hostile, "-", sys.executable, "-c", SETTLING, TELLING],
        env={**os.environ, **HOSTILE, "PYTHONPATH": str(Path(__file__).parent)},
        capture_output=True,
        check=True,
    )
    environment, heard, umask, west = json.loads(done.stdout)
    kept = {name: text for name, text in environment.items() if name in {*HOSTILE, *OWN}}
    assert kept == OWN
    assert heard == [True, True]
    assert umask == 0o022
    assert west == -8 * 3600


@pytest.mark.parametrize("name", ["PATH", "TMPDIR", "LD_LIBRARY_PATH", "CI", "PYTEST_ADDOPTS"])
def test_where_things_are_and_what_pytest_is_told_stays(name: str) -> None:
    assert surroundings({name: "here"})[name] == "here"


@pytest.mark.parametrize(
    ("given", "colours"), [({"NO_COLOR": "1"}, "0"), ({"TERM": "dumb"}, "0"), ({}, None)]
)
def test_the_report_of_the_tests_is_as_plain_as_its_reader_wants_it(
    given: dict[str, str], colours: str | None
) -> None:
    assert surroundings(given).get("PY_COLORS") == colours


def test_python_starts_anew_where_it_was_told_how_to_start() -> None:
    assert bent({"PYTHONUTF8": "0"})
    assert not bent({"PYTHON": "/usr/bin/python3.11"})


def test_these_tests_run_in_them() -> None:
    assert not bent(os.environ)
    assert {name: os.environ[name] for name in OWN if name != "HOME"} == {
        name: text for name, text in OWN.items() if name != "HOME"
    }
    assert signal.getsignal(signal.SIGHUP) != signal.SIG_IGN
    assert Path.home().is_dir()

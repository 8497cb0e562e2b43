"""Commands in processes of their own that need not start: copies of one that has all imported.

What a start costs is left out of the seconds; `make faults` counts it in.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

from support.measured import ROOT, Measured

SERVER = """
import importlib, json, os, pkgutil, resource, signal, sys, traceback
import docx, tomli_w
import perf_tui.cli.commands as commands
from perf_tui.cli import main
from perf_tui.store.forms import load_form

for module in pkgutil.iter_modules(commands.__path__):
    importlib.import_module("perf_tui.cli.commands." + module.name)
load_form("township")

def play(argv, folder, text, report):
    os.chdir(folder)
    signal.alarm(60)
    for number, name in enumerate((text, report + ".out", report + ".err")):
        os.dup2(os.open(name, os.O_RDONLY if number == 0 else os.O_CREAT | os.O_RDWR), number)
    sys.stdin = open(0, closefd=False)
    try:
        status = main(argv)
    except BaseException:
        traceback.print_exc()
        status = 1
    sys.stdout.flush()
    sys.stderr.flush()
    used = resource.getrusage(resource.RUSAGE_SELF)
    high = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
    with open(report, "w") as file:
        file.write(f"{status} {used.ru_utime + used.ru_stime} {high.split()[1]}")
    os._exit(0)

for line in iter(sys.stdin.readline, ""):
    job = json.loads(line)
    pid = os.fork()
    if not pid:
        play(*job)
    print(os.waitpid(pid, 0)[1], flush=True)
"""


@cache
def _server() -> subprocess.Popen[str]:
    """The process that has all imported; it ends when its stdin is closed, with us."""
    server = subprocess.Popen(
        [sys.executable, "-c", SERVER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
    )
    atexit.register(server.communicate)
    return server


def measured(*argv: str | Path, cwd: Path, text: bytes = b"") -> Measured:
    """Run a command to its end, with `text` on stdin."""
    stdin, report = cwd / ".stdin", cwd / ".measured"
    stdin.write_bytes(text)
    server = _server()
    assert server.stdin
    assert server.stdout
    job = [[str(one) for one in argv], str(cwd), str(stdin), str(report)]
    server.stdin.write(json.dumps(job) + "\n")
    server.stdin.flush()
    ended = int(server.stdout.readline())
    assert ended == 0, f"ended by {ended}: {argv}"
    status, seconds, kilobytes = report.read_text().split()
    out, err = (_taken(report.with_name(f".measured.{end}")) for end in ("out", "err"))
    report.unlink()
    stdin.unlink()
    return Measured(int(status), out, err, float(seconds), float(kilobytes) / 1024)


def _taken(path: Path) -> str:
    """What was written, which is then gone."""
    text = path.read_text(encoding="utf-8")
    path.unlink()
    return text

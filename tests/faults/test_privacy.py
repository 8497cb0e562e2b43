"""What the program writes is its user's alone, a public copy names nobody, and nothing is sent."""

from __future__ import annotations

import io
import os
import socket
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from faults.driving import drained
from perf_tui.core.evaluation.evaluation import evaluate
from perf_tui.render.writers import WRITERS
from perf_tui.store.files.sidecar import sidecar
from perf_tui.store.user.places import remember_place
from perf_tui.store.user.settings import change_setting
from perf_tui.store.years.samples import copy_samples
from perf_tui.store.years.year_file import read_year_file
from support.editor import editing
from support.measured import ROOT
from support.rendered import report_bytes
from support.samples import JIANLONG, township
from support.terminal import Terminal

CONTACTS = {"unit.contact": "欧阳联系", "unit.phone": "023-41410000"}
PLACES = "密柜第九格"
LISTENING = """
import sys
def heard(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "smtplib.", "ftplib.", "webbrowser.")):
        family = int(arguments[1]) if event == "socket.__new__" else ""
        with open(sys.argv[1], "a") as file:
            file.write(f"{event} {family}\\n")
sys.addaudithook(heard)
from perf_tui.cli import main
sys.exit(main(sys.argv[2:]))
"""
# asyncio wakes itself through a pair of sockets that leads nowhere else.
OWN = {f"socket.__new__ {int(socket.AF_UNIX)}"}


@pytest.fixture
def open_to_all() -> Iterator[None]:
    """A umask that lets everybody read and write."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("open_to_all")
async def test_every_file_is_readable_by_its_user_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    year = copy_samples(tmp_path)
    seen: set[Path] = set()
    async with editing(year, (100, 30)) as editor:
        await editor.press("enter", "enter")
        await editor.type("健龙")
        await editor.press("enter")
        seen |= below(tmp_path)
        await editor.press("f2")
        await editor.type("镇")
        await editor.press("f2")
        seen |= below(tmp_path)
    change_setting("theme", "light")
    remember_place(year, "unit.name")
    seen |= below(tmp_path)
    assert {sidecar(year, kind) for kind in ("journal", "lock", "backups", "history.txt")} <= seen
    files = [path for path in below(tmp_path) if path.is_file()]
    assert len(files) > 8
    assert [path for path in files if stat.S_IMODE(path.stat().st_mode) & 0o077] == []
    folders = [tmp_path / "config" / tmp_path / "state" / "perf-tui"]
    for folder in (*folders, sidecar(year, "backups")):
        assert stat.S_IMODE(folder.stat().st_mode) & 0o077 == 0


@pytest.mark.parametrize("ending", WRITERS)
def test_the_public_copy_names_no_contact_in_any_part_of_it(ending: str) -> None:
    form = township("township")
    evidence = next(at for at in form.fields if ".evidence." in at)
    texts = CONTACTS | {evidence: PLACES}
    assert set(CONTACTS) <= set(form.fields)
    file = read_year_file(JIANLONG, township)
    evaluation = evaluate(form, file.year.with_texts(texts))
    internal, public = (
        all_of(report_bytes(evaluation, ending, copy)) for copy in ("internal", "public")
    )
    for secret in (*CONTACTS.values(), PLACES):
        assert secret not in public
    assert any(secret in internal for secret in CONTACTS.values())


def below(folder: Path) -> set[Path]:
    """Whatever lies in a folder."""
    return set(folder.rglob("*"))


def all_of(content: bytes) -> str:
    """A file's text; of a package every part, properties and names included."""
    if not content.startswith(b"PK"):
        return content.decode()
    with ZipFile(io.BytesIO(content)) as package:
        parts = [package.read(name).decode("utf-8", "replace") for name in package.namelist()]
        assert not [name for name in package.namelist() if "custom" in name.lower()]
        return "".join([*parts, *package.namelist(), package.comment.decode()])


def test_a_whole_run_opens_no_socket(tmp_path: Path) -> None:
    year, log = copy_samples(tmp_path), tmp_path / "heard"
    env = {"PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}
    run: list[str | Path] = [sys.executable, "-c", LISTENING, log]
    with Terminal([*run, "open", year], env=env, cwd=tmp_path) as terminal:
        terminal.wait_for("2024年度")
        terminal.press("enter", "enter")
        terminal.type("健龙\r")
        terminal.press("f2")
        drained(terminal)
        terminal.press("ctrl+e", "enter")
        terminal.wait_for("已导出")
        terminal.press("f10")
        assert terminal.exit_status() == 0
    assert year.with_suffix(".docx").exists()
    out = tmp_path / "out.docx"
    for argv in (["export", year, "-o", out], []):
        with Terminal([*run, *map(str, argv)], env=env, cwd=tmp_path) as terminal:
            drained(terminal)
            terminal.press("escape", "f10")
            assert terminal.exit_status() in (0, 1)
    with Terminal([*run, "fill", year], env=env, cwd=tmp_path) as terminal:
        terminal.wait_for("逐栏填写")
        terminal.type("\r.q\r")
        assert terminal.exit_status() == 0
    assert set(log.read_text().splitlines()) == OWN

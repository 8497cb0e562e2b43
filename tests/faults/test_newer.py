"""A file that a version to come has saved is looked at, and never written."""

from pathlib import Path

import pytest

from faults.forked import measured
from perf_tui.store.files.sidecar import sidecar
from perf_tui.store.keeping.opened_file import open_file
from perf_tui.store.years.checksum import sealed
from perf_tui.store.years.samples import copy_samples
from support.editor import editing
from support.samples import township

NEWER = "它是更新版本的程序存的"


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """A year with a good copy beside it, which this version has saved before."""
    year = copy_samples(tmp_path)
    keeper = open_file(year, township).keeper
    keeper.save(keeper.saved.year.with_text("unit.contact", "甲"))
    keeper.close()
    content = year.read_bytes().replace(b"format = 1", b"format = 9") + b"[new]\nx = 1\n"
    year.write_bytes(sealed(content))
    return year


async def test_the_editor_shows_it_and_writes_nothing(year: Path) -> None:
    before = year.read_bytes()  # noqa: ASYNC240 — before the editor has it
    async with editing(year, (100, 30)) as editor:
        assert NEWER in editor.text
        assert "受了损" not in editor.text
        await editor.press("enter", "enter", "down")
        assert "健龙镇" in editor.text
        await editor.type("乙")
        await editor.press("enter", "f2")
        assert "升级程序以后再打开来改" in editor.text
        assert "另存到别处" not in editor.text  # where it would be written as an older one
        await editor.press("escape", "ctrl+e", "enter")
        assert "升级程序以后再导出" in editor.text
    assert year.read_bytes() == before  # noqa: ASYNC240 — what the editor left
    names = {one.name for one in year.parent.iterdir()}
    ends = (".docx", ".journal", ".lock", "另存.toml")
    assert not [name for name in names if name.endswith(ends)]


@pytest.mark.parametrize("command", ["fill", "recover", "score"])
def test_a_command_leaves_it_and_says_what_to_do(year: Path, command: str) -> None:
    before, copies = year.read_bytes(), len(list(sidecar(year, "backups").iterdir()))
    done = measured(command, year, cwd=year.parent, text=b".q\n")
    assert done.status == 2
    assert "更新版本的程序存的" in done.err
    assert "升级程序" in done.err
    assert year.read_bytes() == before
    assert len(list(sidecar(year, "backups").iterdir())) == copies


def test_it_is_not_written_to_another_place_as_an_older_one(year: Path) -> None:
    out = year.with_name("out.toml")
    done = measured("recover", year, "-o", out, cwd=year.parent)
    assert done.status == 2
    assert "升级程序再存" in done.err
    assert not out.exists()

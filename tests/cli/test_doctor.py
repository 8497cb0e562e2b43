"""`doctor`: with a terminal and without one, never waiting for what does not come."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from perf_tui.cli import main
from perf_tui.cli.commands import doctor
from perf_tui.store.fonts.wanted import FONTS
from support.terminal import Terminal

Captured = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch
PROGRAM = [sys.executable, "-m", "perf_tui", "doctor"]
QUESTION = b"\x1b[6n"


def row(out: str, name: str) -> str:
    """What stands beside the name."""
    (line,) = (line for line in out.splitlines() if line.strip().startswith(name))
    return line.strip().removeprefix(name).strip()


def test_without_a_terminal_it_says_so_and_ends() -> None:
    done = subprocess.run(
        [*PROGRAM, "--keys"], stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=True
    )
    out = done.stdout.decode()
    assert row(out, "大小") == row(out, "边框符号") == "没有接在终端上，测不了"
    assert "换到终端窗口再运行" in done.stderr.decode()


def test_fonts_with_their_stand_ins(monkeypatch: Patch, capsys: Captured) -> None:
    monkeypatch.setattr(doctor, "installed_fonts", lambda: {"黑体", "fangsong"})
    assert main(["doctor"]) == 0
    out = capsys.readouterr().out
    assert row(out, "黑体（一级标题）") == "有"
    assert row(out, "仿宋_GB2312（正文）") == "没有，可用 仿宋 代替"
    assert row(out, "楷体_GB2312（二级标题）") == "没有，能代替的 楷体、华文楷体 也没有"
    assert all(font.name in out for font in FONTS)


def test_where_things_are_kept(monkeypatch: Patch, tmp_path: Path, capsys: Captured) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert main(["doctor"]) == 0
    out = capsys.readouterr().out
    assert row(out, "设置") == f"{tmp_path / 'perf-tui' / 'settings.toml'}  （还没有）".strip()
    assert row(out, "示例年度").endswith("sample_years")
    assert Path(row(out, "表单定义")).is_dir()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"NO_COLOR": "1", "COLORTERM": "truecolor"}, "不用颜色（设了 NO_COLOR）"),
        ({"COLORTERM": "truecolor"}, "1600 万色"),
        ({"TERM": "xterm-256color"}, "256 色"),
        ({"TERM": "linux"}, "没有说明，颜色不对时加 --theme ansi"),
    ],
)
def test_colours(monkeypatch: Patch, capsys: Captured, changed: dict[str, str], said: str) -> None:
    for name in ("NO_COLOR", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in changed.items():
        monkeypatch.setenv(name, value)
    assert main(["doctor"]) == 0
    assert row(capsys.readouterr().out, "颜色") == said


def test_another_encoding_is_told(monkeypatch: Patch, capsys: Captured) -> None:
    monkeypatch.setattr("locale.getencoding", lambda: "gbk")
    assert main(["doctor"]) == 0
    assert row(capsys.readouterr().out, "编码").startswith("GBK，程序仍按 UTF-8 输出")


@pytest.mark.parametrize(("column", "said"), [(2, "占一格，正常"), (3, "占 2 格，会错位")])
def test_the_width_of_signs_is_measured(column: int, said: str) -> None:
    with Terminal(PROGRAM, columns=100) as terminal:
        answer_the_question(terminal, column)
        terminal.wait_for(said)
        terminal.wait_for("100 列 24 行，够用")
        assert terminal.exit_status() == 0


def test_a_terminal_that_does_not_answer_is_not_waited_for() -> None:
    with Terminal(PROGRAM, columns=60, rows=30) as terminal:
        terminal.type("x")
        terminal.wait_for("终端没有回答，边框错位时加 --ascii")
        terminal.wait_for("60 列 30 行，偏小")
        assert terminal.exit_status() == 0


def test_keys_are_named_with_what_they_do() -> None:
    with Terminal([*PROGRAM, "--keys"], rows=60) as terminal:
        answer_the_question(terminal, 2)
        terminal.wait_for("按 Enter 结束")
        for key, said in (("f5", "F5  检查"), ("ctrl+s", "Ctrl+S"), ("pagedown", "PageDown  ")):
            terminal.press(key)
            terminal.wait_for(said)
        for sent, said in (
            (b"\x1b5", "Esc  回任务清单"),
            (b"", "5  输入这个字"),
            (b"\x1b[1;2R", "Shift+F3  修改记录"),
            (b"\x1b[25~", "F13  大写"),
            (b"\xd6\xd0", "终端不是 UTF-8"),
            ("中".encode(), "中  输入这个字"),
        ):
            terminal.send(sent)
            terminal.wait_for(said)
        assert "x  输入这个字" in terminal.text  # was pressed before the invitation
        terminal.press("enter")
        assert terminal.exit_status() == 0


def answer_the_question(terminal: Terminal, column: int) -> None:
    """Answer as a terminal does, behind a key that was hit meanwhile."""
    read = b""
    while QUESTION not in read:
        piece = terminal.read(20)
        assert piece
        read += piece
    terminal.send(b"x" + f"\x1b[1;{column}R".encode())


def test_a_dumb_terminal_is_not_asked(monkeypatch: Patch, capsys: Captured) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert main(["doctor"]) == 0
    assert "没有接在终端上" in capsys.readouterr().out


def test_the_export_tells_missing_fonts_once(
    tmp_path: Path, monkeypatch: Patch, capsys: Captured
) -> None:
    monkeypatch.setattr("perf_tui.store.fonts.installed.installed_fonts", frozenset)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    sample = str(Path(__file__).parents[2] / "sample_years" / "yunxi-2024.toml")
    said = []
    for name in ("a.md", "b.docx", "c.docx"):
        assert main(["export", sample, "-o", str(tmp_path / name)]) == 0
        said.append("这台电脑缺" in capsys.readouterr().err)
    assert said == [False, True, False]
    assert [path.name for path in (tmp_path / "perf-tui").iterdir()] == ["fonts-told"]


@pytest.mark.parametrize("folder", ["Windows", "Local/Microsoft/Windows"])
def test_fonts_of_windows_are_found_for_all_users_and_for_one(
    folder: str, tmp_path: Path, monkeypatch: Patch, capsys: Captured
) -> None:
    fonts = tmp_path / folder / "Fonts"
    fonts.mkdir(parents=True)
    (fonts / "SIMHEI.TTF").touch()
    monkeypatch.setattr(
        "perf_tui.store.fonts.installed.names_in", lambda path: {path.stem.casefold()}
    )
    monkeypatch.setenv("WINDIR", str(tmp_path / "Windows"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    monkeypatch.setenv("HOME", str(tmp_path / "nobody"))
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert main(["doctor"]) == 0
    out = capsys.readouterr().out
    assert row(out, "黑体（一级标题）") == "有"
    assert row(out, "宋体（页码）").startswith("没有")

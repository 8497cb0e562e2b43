"""What is written wrongly on the command line, and the help, in Chinese throughout."""

import re
from pathlib import Path

import pytest

from perf_tui.cli import main
from perf_tui.cli.parser import COMMANDS
from perf_tui.cli.usage import translated
from perf_tui.store.keeping.securing import Ended, Kept

Captured = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["score"], "缺少 FILE.toml"),
        (["score", "a", "b"], "不认识 b"),
        (["score", "a", "--jso"], "不认识 --jso"),
        (["score", "a", "--json=3"], "--json 后面不带内容"),
        (["scroe"], "没有“scroe”这个命令，最接近的是 score；"),
        (
            ["zzz"],
            (
                "没有“zzz”这个命令，有的是 "
                "open、demo、new、fill、score、check、compare、export、import、audit、rules、"
                "recover、forms、doctor"
            ),
        ),
        (["new", "a.toml"], "缺少 --year"),
        (["new", "a.toml", "--year"], "--year 后面缺少内容"),
        (["export", "a"], "缺少 -o/--output"),
        (["export", "a", "-o", "a.md", "--copy", "x"], "没有 x，有的是 internal、public"),
        (["--theme"], "--theme 后面缺少内容"),
    ],
)
def test_a_usage_error_is_one_chinese_sentence_and_status_2(
    capsys: Captured, argv: list[str], said: str
) -> None:
    assert main(argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert err.count("\n") == 1
    assert re.search(r"用 perf-tui( \w+)? --help 看写法", err)
    assert not re.search("argument|required|invalid|usage|choice", err)


def test_a_complaint_nobody_has_met_becomes_a_general_sentence() -> None:
    assert translated("something new in argparse") == "写法不对"


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_chinese(capsys: Captured, command: str) -> None:
    assert main([*filter(None, [command]), "--help"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"用法：perf-tui {command}".rstrip())
    assert "显示这段说明" in out
    assert not re.search("usage|options|positional|show this", out)


@pytest.mark.parametrize("argv", [["--version"], ["score", "--version"], ["new", "--version"]])
def test_the_version_before_or_after_the_command(capsys: Captured, argv: list[str]) -> None:
    assert main(argv) == 0
    assert re.match(r"perf-tui( \d+\.\d+|（没有安装)", capsys.readouterr().out)


@pytest.mark.parametrize(
    "argv",
    [["--ascii", "--theme", "light", "open", "a"], ["open", "a", "--theme", "light", "--ascii"]],
)
def test_common_options_before_or_after_the_command(
    monkeypatch: pytest.MonkeyPatch, argv: list[str]
) -> None:
    opened = []

    def run_editor(path: Path, *, ascii_only: bool, theme: str | None, resume: bool) -> Ended:
        opened.append((path, ascii_only, theme, resume))
        return Ended(0, Kept("file", path))

    monkeypatch.setattr("perf_tui.cli.commands.open.require_terminal", lambda: None)
    monkeypatch.setattr("perf_tui.tui.apps.run.run_editor", run_editor)
    assert main(argv) == 0
    assert opened == [(Path("a"), True, "light", True)]

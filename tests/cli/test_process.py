"""The program as others start it: locale, pipes, full disks, and what it loads."""

import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from perf_tui.cli import main
from perf_tui.store.forms import load_form
from perf_tui.store.keeping.opened_file import open_file
from perf_tui.store.years.samples import copy_samples

PROGRAM = [sys.executable, "-m", "perf_tui"]
HEAVY = ("textual", "rich", "docx", "lxml", "perf_tui.render")


@pytest.fixture
def year(tmp_path: Path) -> Path:
    return copy_samples(tmp_path)


def run(
    *argv: str | Path, env: Mapping[str, str] | None = None, stdout: int = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*PROGRAM, *map(str, argv)],
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(
    "locale",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONUTF8": "0", "PYTHONIOENCODING": "gbk"},
    ],
)
def test_chinese_comes_out_as_utf_8_in_any_locale(year: Path, locale: dict[str, str]) -> None:
    done = run("score", year, "--json", env=locale)
    assert json.loads(done.stdout.decode())["grade"] == "优"
    assert done.stderr == b""
    assert "没有这个文件" in run("score", "none", env=locale).stderr.decode()


C_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
HOW = [
    "-m perf_tui",
    "-I -m perf_tui",
    "-c import|sys;from|perf_tui.cli|import|main;sys.exit(main())",
]


@pytest.fixture(scope="session")
def gbk(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A locale in GBK, made here, because few systems still have one."""
    folder = tmp_path_factory.mktemp("locale")
    if not (make := shutil.which("localedef")):
        pytest.skip("no localedef here")
    made = subprocess.run(
        [make, "-i", "zh_CN", "-f", "GBK", folder / "zh_CN.GBK"], check=False, capture_output=True
    )
    if made.returncode > 1 or not (folder / "zh_CN.GBK").exists():
        pytest.skip("localedef has nothing to make the locale of")
    return {"LOCPATH": str(folder), "LC_ALL": "zh_CN.GBK", "PYTHONUTF8": ""}


@pytest.mark.parametrize("how", HOW)
def test_names_of_files_are_chinese_in_the_c_locale(year: Path, how: str) -> None:
    assert_names_are_whole(year, how, C_LOCALE)


def test_names_of_files_are_chinese_in_a_locale_of_gbk(year: Path, gbk: dict[str, str]) -> None:
    assert_names_are_whole(year, HOW[0], gbk)


def assert_names_are_whole(year: Path, how: str, locale: dict[str, str]) -> None:
    """As they come out of a process, and into one by its arguments and its input."""
    command = [sys.executable, *(part.replace("|", " ") for part in how.split(" "))]
    path = year.rename(year.with_name("健龙.toml"))

    def run(*argv: str | Path, text: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [*command, *argv],
            env={**os.environ, **locale},
            input=text,
            capture_output=True,
            check=False,
            timeout=60,
        )

    assert "不在.toml：打不开" in run("score", "不在.toml").stderr.decode()
    told = run("fill", path, text=".到 yszx\n约3882万\n.q\n".encode()).stderr.decode()
    assert f"已保存到 {path}" in told
    assert ' = "约3882' in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("locale", [{}, C_LOCALE])
def test_a_file_named_in_gbk_is_opened_saved_and_exported(
    year: Path, locale: dict[str, str]
) -> None:
    path, out = (
        year.with_name(name.encode("gbk").decode("utf-8", "surrogateescape"))
        for name in ("健龙.toml", "健龙.md")
    )
    year.rename(path)
    assert "健龙.md" in run("export", path, "-o", out, env=locale).stderr.decode()
    assert out.stat().st_size > 0
    keeper = open_file(path, load_form).keeper
    keeper.note(keeper.saved.year.with_text("budget.executed", "7"))
    keeper.close()
    told = run("recover", path, env=locale).stderr.decode()
    assert "健龙.toml 里现在都有了" in told
    assert "executed = 7\n" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("argv", [["score"], ["check"], ["score", "--json"]])
def test_a_closed_pipe_is_quiet(year: Path, argv: list[str]) -> None:
    read, write = os.pipe()
    os.close(read)
    done = run(*argv, year, stdout=write)
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_behind_stdout_is_one_sentence(year: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = run("score", year, stdout=full.fileno())
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert "磁盘满了" in done.stderr.decode()


def test_streams_that_are_not_there_are_no_crash(year: Path) -> None:
    command = f"{shlex.join([*PROGRAM, 'score', str(year)])} >&- 2>&-"
    assert subprocess.run(["/bin/sh", "-c", command], check=False, timeout=60).returncode == 0


@pytest.mark.parametrize("argv", [["score"], ["score", "--json"], ["check"], []])
def test_what_only_screen_and_word_need_is_not_loaded(year: Path, argv: list[str]) -> None:
    program = (
        "import sys; from perf_tui.cli import main; main(sys.argv[2:])\n"
        "heavy = sys.argv[1].split(',')\n"
        "sys.exit(', '.join(name for name in heavy if name in sys.modules) or 0)"
    )
    arguments = [*argv, str(year)] if argv else []
    done = subprocess.run(
        [sys.executable, "-c", program, ",".join(HEAVY), *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=year.parent,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert "99.54" in done.stdout or argv == ["check"]


def test_a_refused_open_does_not_even_load_the_editor(year: Path) -> None:
    program = (
        "import sys; from perf_tui.cli import main; status = main(['open', sys.argv[1]])\n"
        "sys.exit(3 if 'textual' in sys.modules else status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(year)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2


def test_ctrl_c_is_quiet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("perf_tui.cli.running.run", interrupt)
    assert main([]) == 128 + signal.SIGINT
    assert capsys.readouterr().err == ""


def test_a_broken_form_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "mine" / "indicators").mkdir(parents=True)
    for name in ("form.toml", "indicators/01.toml"):
        (tmp_path / "mine" / name).write_text("no toml")
    monkeypatch.setattr("perf_tui.store.forms.installed.ROOTS", (tmp_path,))
    assert main(["new", str(tmp_path / "a.toml"), "--year", "2024", "--form", "mine"]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "另有 1 处" in err


def test_control_characters_in_a_file_never_reach_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.toml"
    name = r"甲\u001b[31m\u202e\U000E0041乙\u3000丙"
    path.write_text(f'format = 1\nform = "township"\nyear = 2024\n[unit]\nname = "{name}"\n')
    assert main(["score", str(path)]) == 0
    assert capsys.readouterr().out.startswith("甲\\u001b[31m\\u202e\\udb40\\udc41乙　丙  2024 年")
    assert main(["score", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["unit"] == "甲\x1b[31m\u202e\U000e0041乙　丙"

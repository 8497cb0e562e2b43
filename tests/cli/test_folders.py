"""The commands that look at folders: the plain program, `demo`, `open` and `forms`."""

import os
import shutil
from pathlib import Path

import pytest

from perf_tui.cli import main
from perf_tui.store.forms import form_folder
from perf_tui.store.keeping.securing import Ended, Kept
from perf_tui.store.years.samples import copy_samples
from support.projects import UNIT, put_overall, put_project

Captured = pytest.CaptureFixture[str]


def test_the_plain_program_lists_the_years_of_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    copy_samples(tmp_path)
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    (tmp_path / "broken.toml").write_text("format = \n")
    monkeypatch.chdir(tmp_path)
    assert main([]) == 0
    out, err = capsys.readouterr()
    lines = {line.split()[0]: line for line in out.splitlines()}
    assert sorted(lines) == [
        *("jianlong-2023.toml", "jianlong-2024.toml"),
        *("yunxi-2022.toml", "yunxi-2023.toml", "yunxi-2024.toml"),
    ]
    assert lines["jianlong-2024.toml"].split() == [
        *("jianlong-2024.toml", "重庆市璧山区健龙镇人民政府", "2024", "99.54", "优", "填写中")
    ]
    assert lines["jianlong-2023.toml"].split()[3:] == ["已得", "0.00，待定", "100.00", "填写中"]
    assert "broken.toml：第 1 行" in err
    assert "pyproject" not in err
    assert "perf-tui open" in err


def test_the_plain_list_shows_projects_below_their_office_and_what_they_come_to(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    put_project(tmp_path, "村道硬化")
    put_project(tmp_path, "河道清淤")
    put_overall(tmp_path)
    assert main([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[1] for line in lines[:3]] == [UNIT, "村道硬化", "河道清淤"]
    assert lines[3] == "2024 年度项目 2 个（定稿 0），预算 240.00 万元，执行 230.00 万元（95.83%）"


def test_an_empty_folder_says_how_to_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "perf-tui new" in err
    assert "perf-tui demo" in err


def test_demo_without_a_terminal_copies_and_says_where(tmp_path: Path, capsys: Captured) -> None:
    folder = tmp_path / "示例"
    assert main(["demo", "--dir", str(folder)]) == 2
    assert (folder / "jianlong-2024.toml").is_file()
    where, why = capsys.readouterr().err.splitlines()
    assert str(folder) in where
    assert "终端" in why


def test_demo_names_the_copies_that_were_worked_in(tmp_path: Path, capsys: Captured) -> None:
    main(["demo", "--dir", str(tmp_path)])
    (tmp_path / "yunxi-2023.toml").write_bytes(b"mine")
    capsys.readouterr()
    main(["demo", "--dir", str(tmp_path)])
    _, changed, _ = capsys.readouterr().err.splitlines()
    assert changed.startswith("其中 yunxi-2023.toml 以前就有，与原来的示例不同")


def test_demo_makes_a_folder_of_its_own_and_opens_2024_there(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    opened: list[Path] = []

    def run_editor(path: Path, **_: object) -> Ended:
        opened.append(path)
        return Ended(0, Kept("file", path))

    monkeypatch.setattr("perf_tui.cli.commands.open.require_terminal", lambda: None)
    monkeypatch.setattr("perf_tui.tui.apps.run.run_editor", run_editor)
    assert main(["demo"]) == 0
    (path,) = opened
    assert path.name == "jianlong-2024.toml"
    assert str(path.parent) in capsys.readouterr().err
    shutil.rmtree(path.parent)


def test_demo_where_no_folder_can_be_made(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "file"
    path.write_text("")
    assert main(["demo", "--dir", str(path)]) == 2
    assert capsys.readouterr().err == f"{path}：已经有同名的文件，换一个名字\n"


def test_open_needs_a_terminal_that_can_draw(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    assert main(["open", "a.toml"]) == 2
    assert "perf-tui fill" in capsys.readouterr().err


def test_open_where_nothing_can_be_drawn_nor_answered_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    with Path(os.devnull).open() as nothing:
        monkeypatch.setattr("sys.stdin", nothing)
        assert main(["open", "a.toml"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_open_names_a_missing_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr("perf_tui.cli.commands.open.require_terminal", lambda: None)
    assert main(["open", str(tmp_path / "none.toml")]) == 2
    assert "没有这个文件" in capsys.readouterr().err


def test_forms_lints_what_travels_with_the_program(capsys: Captured) -> None:
    assert main(["forms"]) == 0
    assert "没有问题" in capsys.readouterr().out


def test_forms_prints_every_problem(tmp_path: Path, capsys: Captured) -> None:
    folder = tmp_path / "mine"
    shutil.copytree(form_folder("township"), folder)
    for place in (folder / "form.toml", next(folder.glob("indicators/01*"))):
        place.write_text(place.read_text() + "\nthis is no toml\n")
    assert main(["forms", str(folder)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("form.toml")


def test_forms_names_a_missing_folder(tmp_path: Path, capsys: Captured) -> None:
    assert main(["forms", str(tmp_path / "none")]) == 2
    assert str(tmp_path / "none") in capsys.readouterr().err


def test_forms_shows_the_first_twenty_problems(tmp_path: Path, capsys: Captured) -> None:
    folder = tmp_path / "township"
    shutil.copytree(form_folder("township"), folder)
    path = folder / "indicators" / "05_major_accidents.toml"
    path.write_text(path.read_text().replace("[[facts]]", "[[facts]]\nold = 1\nodd = 2"))
    assert main(["forms", str(folder)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 21
    assert lines[-1] == "还有 8 处，改好上面的再查"

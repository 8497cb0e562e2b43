"""Form sets on disk: found by name, read within bounds, checked one by one or together."""

from __future__ import annotations

import os
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from perf_tui.core.form.problems import FormError, Problem
from perf_tui.store.forms import check_forms, form_folder, installed, load_form, read_form
from perf_tui.store.forms.finding import find_sets, newest

TOWNSHIP = form_folder("township")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the township's form to break, beside those that it extends."""
    for below in ("national", "chongqing"):
        shutil.copytree(form_folder(below), tmp_path / below)
    return Path(shutil.copytree(TOWNSHIP, tmp_path / "township"))


def the_problem(folder: Path) -> Problem:
    [problem] = check_forms(folder)
    return problem


def test_the_township_form_is_sound() -> None:
    assert check_forms(TOWNSHIP) == ()
    form = load_form("township")
    assert [indicator.number for indicator in form.indicators] == list(range(1, 20))
    assert sum(indicator.weight for indicator in form.indicators) == 100
    assert form.scheme.overreach == Decimal("1.2")


def test_a_form_is_read_once_in_a_process() -> None:
    assert load_form("township") is load_form("township")


@pytest.mark.parametrize("name", ["townshp", "../forms/township", "", ".", "township/", "\x1b[2J"])
def test_an_unknown_name_is_answered_with_the_known_ones(name: str) -> None:
    with pytest.raises(
        FormError, match=r"没有这套表单.*现有的是 chongqing、.*、township"
    ) as caught:
        load_form(name)
    assert str(caught.value).isprintable()


def test_the_nearest_name_is_offered() -> None:
    with pytest.raises(FormError, match="townshp：没有这套表单，最接近的是 township"):
        form_folder("townshp")


def test_an_installed_package_holds_its_own_forms(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed, checkout = tmp_path / "data", tmp_path / "forms"
    monkeypatch.setattr(installed, "ROOTS", (packed, checkout))
    shutil.copytree(TOWNSHIP, checkout / "township")
    assert form_folder("township") == checkout / "township"
    shutil.copytree(TOWNSHIP, packed / "township")
    assert form_folder("township") == packed / "township"


def test_an_installation_without_forms_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installed, "ROOTS", (tmp_path / "data", tmp_path / "forms"))
    with pytest.raises(FormError, match="一套也没有"):
        form_folder("township")


def test_a_form_has_to_bear_the_name_by_which_it_is_found(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.rename(folder.with_name("county"))
    monkeypatch.setattr(installed, "ROOTS", (folder.parent,))
    with pytest.raises(FormError, match=r"form\.toml 的 id：写的是 township，.*改成 county"):
        load_form("county")


def test_a_broken_rule_is_told_with_the_indicators_file(folder: Path) -> None:
    path = folder / "indicators" / "01_village_cadre_pay.toml"
    path.write_text(path.read_text("utf-8").replace("cadres_paid /", "cadre_paid /"), "utf-8")
    problem = the_problem(folder)
    assert (problem.file, problem.key) == (f"indicators/{path.name}", "measure")
    assert "没有 cadre_paid 这个字段，最接近的是 cadres_paid" in problem.message


UNREADABLE = [
    (b'id = "x"\nversion = \n', "第 2 行读不下去"),
    (b'id = "x"\nid = "y"\n', "第 2 行读不下去"),
    (b'id = "x"\nsections = [', "最后一行读不下去"),
    ('id = "x"\ntitle = "表"\n'.encode("gbk"), "第 2 行不是 UTF-8 编码"),
    (b"version = " + b"9" * 5000, "离谱的数"),
    (b"version = " + b"[" * 100_000, "套得太深"),
    (b"#" * (2**20 + 1), "超过 1 MiB"),
]


@pytest.mark.parametrize(("content", "words"), UNREADABLE)
def test_an_unreadable_file_is_named_with_its_line(
    folder: Path, content: bytes, words: str
) -> None:
    (folder / "form.toml").write_bytes(content)
    problem = the_problem(folder)
    assert (problem.file, problem.key) == ("form.toml", "")
    assert words in problem.message


def test_all_unreadable_files_are_told_at_once(folder: Path) -> None:
    for path in (folder / "form.toml", folder / "indicators" / "19_satisfaction.toml"):
        path.write_text("x", "utf-8")
    with pytest.raises(FormError) as caught:
        read_form(folder)
    assert [problem.file for problem in caught.value.problems] == [
        "form.toml",
        "indicators/19_satisfaction.toml",
    ]


def test_a_file_saved_by_a_windows_editor_is_read(folder: Path) -> None:
    path = folder / "form.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_form(folder).sections == load_form("township").sections


def test_a_folder_in_a_files_place_is_told(folder: Path) -> None:
    (folder / "indicators" / "20_x.toml").mkdir()
    problem = the_problem(folder)
    assert problem.file == "indicators/20_x.toml"
    assert "这是文件夹" in problem.message


def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "indicators" / "20_x.toml")
    assert "不是普通文件" in the_problem(folder).message


def test_several_forms_are_checked_with_their_folders_names(folder: Path) -> None:
    shutil.copytree(folder, folder.with_name("county"))
    (folder / "form.toml").unlink()
    (folder.parent / "notes").mkdir()
    problems = check_forms(folder.parent)
    assert {problem.file.split("/")[0] for problem in problems} == {"township"}
    assert "township/form.toml：没有这个文件" in "".join(map(str, problems))


@pytest.mark.parametrize("name", ["", "missing"])
def test_a_folder_without_forms_is_told(tmp_path: Path, name: str) -> None:
    problem = the_problem(tmp_path / name)
    assert problem.file == str(tmp_path / name)
    assert "这里没有表单" in problem.message


def test_the_installed_sets_are_told_by_their_titles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert newest(find_sets(tmp_path))["township"].title == "乡镇整体支出绩效自评"
    heads = (
        'id = "a"\nversion = 1\ntitle = "甲"\nabout = "一套"\nbasis = 1',
        "title = ",
        'id = "c"\nversion = 1\ntitle = 1',
    )
    for name, text in zip("abc", heads, strict=True):
        (tmp_path / name).mkdir()
        (tmp_path / name / "form.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr("perf_tui.store.forms.installed.ROOTS", (tmp_path,))
    told = {
        name: (one.title, one.about, one.basis)
        for name, one in newest(find_sets(tmp_path / "years")).items()
    }
    assert told == {"a": ("甲", "一套", "")}

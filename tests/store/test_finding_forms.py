"""Form sets are found with the program, beside the years, in the user's folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from perf_tui.core.form.problems import FormError
from perf_tui.store.forms import check_forms, forms_beside, load_form, read_form
from perf_tui.store.forms.adding import add_set, write_set
from perf_tui.store.forms.finding import find_set, find_sets, newest
from perf_tui.store.forms.installed import root
from perf_tui.store.forms.reading import read_tables
from perf_tui.store.keeping.opened_file import open_file
from perf_tui.store.years.beginning import begin_year
from perf_tui.store.years.following import DECLINED
from perf_tui.store.years.year_file import read_year_file

HEAD = """\
extends = "national"
id = "county"
version = {version}
title = "县级第{version}版"
"""


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder of form sets."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = tmp_path / "data" / "perf-tui" / "forms"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def years(tmp_path: Path) -> Path:
    """A folder of years."""
    folder = tmp_path / "years"
    folder.mkdir()
    return folder


def put(folder: Path, name: str, version: int, more: str = "") -> Path:
    """Put the county's set into a folder, as a folder."""
    path = folder / name
    path.mkdir()
    (path / "form.toml").write_text(HEAD.format(version=version) + more, "utf-8")
    return path


def told(folder: Path) -> list[tuple[str, str, int, bool]]:
    found = (one for one in find_sets(folder) if one.place != "program")
    return [(one.path.name, one.place, one.version, not one.trouble) for one in found]


def test_the_newest_version_counts_wherever_it_lies(user: Path, years: Path) -> None:
    put(years, "old", 3)
    put(user, "county", 4)
    assert find_set("county", years).version == 4
    put(years, "new", 5)
    assert find_set("county", years).path == years / "new"
    assert newest(find_sets(years))["county"].title == "县级第5版"
    assert told(years) == [
        ("new", "beside", 5, True),
        ("old", "beside", 3, True),
        ("county", "user", 4, True),
    ]


def test_of_equal_versions_the_nearer_counts(user: Path, years: Path) -> None:
    put(years, "county", 4)
    put(user, "county", 4, "# \n")
    assert find_set("county", years).place == "beside"


def test_a_year_that_names_a_set_finds_it_beside_itself(user: Path, years: Path) -> None:
    put(years, "county", 4)
    path = years / "2025.toml"
    path.write_text('format = 2\nform = "county"\nyear = 2025\n', "utf-8")
    assert read_year_file(path, forms_beside(path)).form.version == 4
    shutil.rmtree(years / "county")
    put(user, "any_name", 5)
    assert read_year_file(path, forms_beside(path)).form.version == 5


@pytest.mark.usefixtures("user")
def test_a_name_of_the_program_s_always_means_its_own(years: Path) -> None:
    path = put(years, "township", 9)
    (path / "form.toml").write_text(HEAD.format(version=9).replace("county", "township"), "utf-8")
    [one] = [one for one in find_sets(years) if one.place == "beside"]
    assert one.trouble == "township 是随程序的表单，这一份不用；换一个 id"
    assert forms_beside(years / "2025.toml")("township") is load_form("township")
    with pytest.raises(FormError, match="随程序的表单"):
        add_set(path)


@pytest.mark.usefixtures("user")
@pytest.mark.usefixtures("user")
def test_beside_the_program_s_own_there_are_no_others() -> None:
    assert all(one.place == "program" and not one.trouble for one in find_sets(root()))


@pytest.mark.usefixtures("user")
def test_a_title_of_several_lines_makes_no_broken_file(years: Path) -> None:
    tables = read_tables(put(years, "county", 4))
    tables["form.toml"]["title"] = "甲\n乙 = "
    path = years / "handed.form.toml"
    assert write_set(path, tables) == read_form(path)


@pytest.mark.usefixtures("user")
def test_a_file_that_is_too_large_is_told(years: Path) -> None:
    (years / "county.form.toml").write_bytes(b"#" * (2**20 + 1))
    with pytest.raises(FormError, match="超过 1 MiB"):
        find_set("county", years)


def test_two_of_one_name_and_version_are_told_unless_they_are_equal(years: Path) -> None:
    path = put(years, "county", 4)
    write_set(years / "county.form.toml", read_tables(path))
    assert find_set("county", years).path == path
    put(years, "zz", 4, "[scheme]\nlow_execution = 95\n")
    with pytest.raises(FormError, match=r"county、zz、county\.form\.toml 都是 county 第 4 版"):
        find_set("county", years)
    assert "county" not in newest(find_sets(years))


def test_a_broken_one_is_passed_over_and_told_if_there_is_no_other(user: Path, years: Path) -> None:
    (years / "county.form.toml").write_text("x", "utf-8")
    (years / "strange.form.toml").write_text('["form.tml"]\nid = 1\n', "utf-8")
    (years / "bare.form.toml").write_text('["form.toml"]\nid = "bare"\n', "utf-8")
    with pytest.raises(FormError, match=r"county\.form\.toml：最后一行读不下去"):
        find_set("county", years)
    with pytest.raises(FormError, match=r"form\.tml：不认识这张表"):
        find_set("strange", years)
    with pytest.raises(FormError, match="要写上 id、version 和 title"):
        find_set("bare", years)
    put(user, "county", 4)
    assert find_set("county", years).version == 4


@pytest.mark.usefixtures("user")
def test_one_with_a_circle_cannot_be_used_and_harms_no_other(years: Path) -> None:
    put(years, "county", 4)
    circle = put(years, "circle", 4)
    text = HEAD.format(version=4).replace('"national"', '"circle"')
    (circle / "form.toml").write_text(text, "utf-8")
    assert told(years) == [("circle", "beside", 0, False), ("county", "beside", 4, True)]


@pytest.mark.usefixtures("user")
def test_one_with_a_broken_file_differs_from_every_other(years: Path) -> None:
    put(years, "county", 4)
    broken = put(years, "broken", 4)
    (broken / "tables").mkdir()
    (broken / "tables" / "county.toml").write_text("id = ", "utf-8")
    assert told(years) == [("broken", "beside", 4, False), ("county", "beside", 4, False)]


@pytest.mark.usefixtures("user")
def test_one_that_extends_a_set_for_projects_is_for_projects(years: Path) -> None:
    path = put(years, "county", 4)
    text = HEAD.format(version=4).replace('"national"', '"project"')
    (path / "form.toml").write_text(text, "utf-8")
    assert find_set("county", years).for_project


def test_an_unknown_name_is_answered_with_all_that_there_are(user: Path, years: Path) -> None:
    put(user, "county", 4)
    with pytest.raises(FormError, match=r"最接近的是 county，现有的是 .*、township、county"):
        find_set("conty", years)


def test_a_year_begun_with_one_carries_it_along(user: Path, years: Path) -> None:
    path = put(user, "county", 4)
    first, second = years / "2025.toml", years / "2026.toml"
    begin_year(first, 2025, "county")
    shutil.rmtree(path)
    file = read_year_file(first, forms_beside(first))
    assert (file.form.id, file.form.version) == ("county", 4)
    put(user, "county", 5)
    begin_year(second, 2026, "county", (first, file.year))
    assert read_year_file(second, forms_beside(second)).form.version == 4


@pytest.mark.usefixtures("user")
def test_a_year_that_only_named_its_set_is_followed_by_one_that_carries_it(years: Path) -> None:
    put(years, "county", 4)
    first, second = years / "2025.toml", years / "2026.toml"
    first.write_text('format = 2\nform = "county"\nyear = 2025\n', "utf-8")
    begin_year(second, 2026, "county", (first, read_year_file(first, forms_beside(first)).year))
    assert "form_set" in second.read_text("utf-8")


@pytest.mark.usefixtures("user")
def test_one_file_holds_a_whole_set_and_extends_nothing(years: Path) -> None:
    path = put(years, "county", 4)
    one = years / "handed.form.toml"
    form = write_set(one, read_tables(path))
    assert form == read_form(path) == read_form(one)
    assert "extends" not in one.read_text("utf-8")
    assert check_forms(one) == () == check_forms(years)
    begin_year(years / "2025.toml", 2025, str(one))
    assert read_year_file(years / "2025.toml", load_form).form == form


def test_one_file_may_be_what_another_set_extends(years: Path) -> None:
    write_set(years / "county.form.toml", read_tables(put(years, "x", 4)))
    text = HEAD.format(version=1).replace('"national"', '"county"').replace('d = "county', 'd = "a')
    (years / "a").mkdir()
    (years / "a" / "form.toml").write_text(text, "utf-8")
    assert read_form(years / "a").unit == load_form("national").unit


def test_a_newer_one_takes_the_place_of_an_older_one(user: Path, years: Path) -> None:
    path = put(years, "county", 4)
    assert add_set(path).before is None
    target = user / "county.form.toml"
    assert read_form(target).version == 4
    with pytest.raises(Exception, match=r"已有第 4 版.*不比它新.*--force"):
        add_set(path)
    assert add_set(path, force=True).before == 4
    (path / "form.toml").write_text(HEAD.format(version=5), "utf-8")
    assert (add_set(path).before, read_form(target).version) == (4, 5)


@pytest.mark.usefixtures("user")
def test_a_set_is_not_added_where_there_is_no_folder(
    years: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(years, "county", 4)
    (years / "file").write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(years / "file"))
    with pytest.raises(Exception, match="county 没有添加：路径里有一段不是文件夹"):
        add_set(path)


def test_one_that_is_too_long_is_not_written(years: Path) -> None:
    tables = read_tables(put(years, "county", 4))
    tables["form.toml"]["title"] = "长" * 400_000
    with pytest.raises(Exception, match="没有写成：内容超过 1 MiB"):
        write_set(years / "long.form.toml", tables)
    assert not (years / "long.form.toml").exists()


def test_a_newer_version_of_what_a_year_carries_is_found_at_opening(
    user: Path, years: Path
) -> None:
    first, path = put(years, "county", 4), years / "2025.toml"
    begin_year(path, 2025, "county")
    assert found_at_opening(path) == 0
    put(user, "county", 6)
    assert found_at_opening(path) == 6
    text = path.read_text("utf-8")
    path.write_text(text.replace("[form_set", f"{DECLINED} = 6\n\n[form_set", 1), "utf-8")
    assert found_at_opening(path) == 0
    (first / "form.toml").write_text(HEAD.format(version=7), "utf-8")
    assert found_at_opening(path) == 7
    path.write_text(f'{text}\n[final]\ndate = "2026-01-05"\n', "utf-8")
    assert found_at_opening(path) == 0  # a final year stays as it is


def found_at_opening(path: Path) -> int:
    """The version that is offered, or 0 if none is."""
    opened = open_file(path, forms_beside(path))
    opened.keeper.close()
    return opened.later_set.version if opened.later_set else 0

"""A year that carries its form set along opens where that set has never been."""

import shutil
from pathlib import Path

import pytest

from perf_tui.core.form.problems import FormError
from perf_tui.store.errors import YearError
from perf_tui.store.forms import ROOTS, load_form
from perf_tui.store.years.beginning import begin_year
from perf_tui.store.years.checksum import sealed
from perf_tui.store.years.year_file import read_year_file, write_year_file

TOWNSHIP = next(root for root in ROOTS if root.is_dir()) / "township"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A form set of one's own in a folder of one's own."""
    folder = shutil.copytree(TOWNSHIP, tmp_path / "mine")
    form = folder / "form.toml"
    form.write_text(form.read_text("utf-8").replace('id = "township"', 'id = "mine"'), "utf-8")
    return folder


def test_it_opens_without_the_set_and_gives_it_to_the_next_year(tmp_path: Path, mine: Path) -> None:
    year, following = tmp_path / "2025.toml", tmp_path / "2026.toml"
    begin_year(year, 2025, str(mine), head={"unit.name": "甲镇"})
    shutil.rmtree(mine)
    file = read_year_file(year, load_form)
    assert (file.form.id, len(file.form.indicators)) == ("mine", 19)
    begin_year(following, 2026, "mine", (year, file.year))
    after = read_year_file(following, load_form)
    assert (after.form, after.year.text("unit.name")) == (file.form, "甲镇")
    write_year_file(following, after)
    assert read_year_file(following, load_form).form == file.form
    assert following.read_text("utf-8").startswith("format = 2\n")


def test_a_set_that_is_broken_begins_no_year(tmp_path: Path, mine: Path) -> None:
    (mine / "form.toml").write_text('id = "mine"\n', "utf-8")
    with pytest.raises(FormError):
        begin_year(tmp_path / "2025.toml", 2025, str(mine))
    assert not (tmp_path / "2025.toml").exists()


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('id = "mine"', 'id = "yours"', "form_set 不是表单 mine 的定义"),
        ("execution_weight = 10", 'execution_weight = "x"', "用的表单打不开"),
    ],
)
def test_one_that_does_not_fit_is_told(
    tmp_path: Path, mine: Path, before: str, after: str, said: str
) -> None:
    year = tmp_path / "2025.toml"
    begin_year(year, 2025, str(mine))
    text = year.read_text("utf-8")
    assert before in text
    year.write_bytes(sealed(text.replace(before, after).encode()))
    with pytest.raises(YearError, match=said):
        read_year_file(year, load_form)


@pytest.mark.parametrize("own", ["own = 1", "[own]\nx = 1"])
def test_definitions_that_are_none_are_told(tmp_path: Path, own: str) -> None:
    year = tmp_path / "2025.toml"
    year.write_text(f'format = 2\nform = "township"\nyear = 2025\n{own}\n', "utf-8")
    with pytest.raises(YearError, match="own 应是一张表"):
        read_year_file(year, load_form)


@pytest.mark.parametrize("carried", ["form_set = 1", "[form_set]\nx = 1"])
def test_what_is_no_set_is_told(tmp_path: Path, carried: str) -> None:
    year = tmp_path / "2025.toml"
    year.write_text(f'format = 2\nform = "mine"\nyear = 2025\n{carried}\n', "utf-8")
    with pytest.raises(YearError, match="form_set 不是表单 mine 的定义"):
        read_year_file(year, load_form)

"""Where the year before lies, and what is said when it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from perf_tui.core.answers.year import Year
from perf_tui.store.errors import YearError
from perf_tui.store.forms import load_form
from perf_tui.store.years.earlier_years import earlier_years, kept_path, read_last, years_before
from perf_tui.store.years.samples import copy_samples
from perf_tui.store.years.year_file import YearFile, read_year_file, write_year_file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_samples(tmp_path / "years").parent


def _year(number: int, last: str = "") -> Year:
    return Year("township", number, {"last.file": last} if last else {})


@pytest.mark.parametrize(
    ("last", "path", "kept"),
    [
        ("a/2023.toml", "a/2024.toml", "2023.toml"),
        ("a/old/2023.toml", "a/2024.toml", "old/2023.toml"),
        ("2023/a.toml", "2024/a.toml", "../2023/a.toml"),
        ("a/2023.toml", "b/c/2024.toml", None),
    ],
)
def test_a_path_is_relative_where_both_may_move_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, last: str, path: str, kept: str | None
) -> None:
    expected = kept or str(tmp_path / last)
    assert kept_path(tmp_path / last, tmp_path / path) == expected
    monkeypatch.chdir(tmp_path)
    assert kept_path(Path(last), Path(path)) == expected


def test_the_year_before_is_found_beside_its_year_or_anywhere(folder: Path) -> None:
    for name in ("jianlong-2023.toml", str(folder / "jianlong-2023.toml")):
        last = read_last(folder / "x.toml", _year(2024, name))
        assert last
        assert last.year.year == 2023
        assert last.readings.words("facts.sangong_spent") == "13.7"
    assert read_last(folder / "x.toml", _year(2024)) is None


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("none.toml", "上年文件 none.toml 打不开，没有这个文件，核对文件名"),
        (".", "上年文件 . 这是文件夹"),
        ("jianlong-2024.toml", "上年文件 jianlong-2024.toml 是 2024 年的，不早于本年"),
        ("a\0b", "记下的上年文件名用不了"),
    ],
)
def test_what_cannot_be_used_is_said_in_one_sentence(folder: Path, name: str, said: str) -> None:
    with pytest.raises(YearError) as caught:
        read_last(folder / "x.toml", _year(2024, name))
    assert str(caught.value).startswith(said)


def test_years_before_go_back_as_far_as_they_can_be_read(folder: Path) -> None:
    form = load_form("township")
    (folder / "old").mkdir()
    write_year_file(folder / "old/2022.toml", YearFile(form, _year(2022, "gone.toml")))
    write_year_file(folder / "2023.toml", YearFile(form, _year(2023, "old/2022.toml")))
    path = folder / "sub" / "2024.toml"
    path.parent.mkdir()
    years = [one.year.year for one in years_before(path, _year(2024, "../2023.toml"))]
    assert years == [2023, 2022]
    assert list(years_before(path, _year(2024))) == []


def test_earlier_years_of_the_same_unit_come_first_the_latest_before(folder: Path) -> None:
    (folder / "pyproject.toml").write_text("[project]\n")
    year = read_year_file(folder / "yunxi-2024.toml", load_form).year
    found = earlier_years(folder, year)
    assert [path.stem for path, _ in found] == ["yunxi-2023", "yunxi-2022", "jianlong-2023"]
    assert [file.year.year for _, file in found] == [2023, 2022, 2023]

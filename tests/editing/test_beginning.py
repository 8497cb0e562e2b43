"""A year that is begun: the name of its file, and the year before it."""

from pathlib import Path

import pytest

from perf_tui.core.answers.year import Year
from perf_tui.editing.beginning import begin, path_for, year_in
from perf_tui.editing.refusing import RefusedError
from perf_tui.store.years.year_file import read_year_file
from support.samples import township


@pytest.mark.parametrize(("name", "year"), [("2024", 2024), ("自评2023稿", 2023)])
def test_the_year_in_a_name(name: str, year: int) -> None:
    assert year_in(name) == year


@pytest.mark.parametrize("name", ["x-1999", "20240", ""])
def test_a_name_without_a_year_is_refused(name: str) -> None:
    with pytest.raises(RefusedError, match=r"文件名里写上自评的年份，如 2024\.toml"):
        year_in(name)


@pytest.mark.parametrize(
    ("typed", "name"), [(" 2025 ", "2025.toml"), ("2025.toml",) * 2, ("2025.TOML",) * 2]
)
def test_a_name_may_lack_its_ending(tmp_path: Path, typed: str, name: str) -> None:
    path = path_for(tmp_path, typed)
    assert path == tmp_path / name
    begin(path, 2025)
    assert read_year_file(path, township).year.year == 2025


def test_what_is_there_is_kept_and_last_year_is_earlier(tmp_path: Path) -> None:
    path = tmp_path / "2025.toml"
    path.write_text("mine")
    with pytest.raises(RefusedError, match=r"2025\.toml 已经有了，换一个文件名"):
        begin(path, 2025)
    with pytest.raises(RefusedError, match="是 2025 年的，不早于 2025 年"):
        begin(tmp_path / "x.toml", 2025, (path, Year("township", 2025)))
    with pytest.raises(RefusedError, match="后缀应是"):
        begin(tmp_path / "2025.txt", 2025)
    assert path.read_text() == "mine"
    begin(path, 2025, overwrite=True)
    assert read_year_file(path, township).year.year == 2025

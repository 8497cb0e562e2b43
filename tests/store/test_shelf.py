"""The years that lie in a folder."""

from pathlib import Path

from perf_tui.core.answers.year import Year
from perf_tui.store.years.listing import years_in
from perf_tui.store.years.year_file import YearFile, write_year_file
from support.samples import township


def test_years_are_listed_with_their_state_and_other_files_are_not(tmp_path: Path) -> None:
    done = Year("township", 2023, {"final.date": "2024-04-20 10:00"})
    for year in (Year("township", 2024), done):
        write_year_file(tmp_path / f"{year.year}.toml", YearFile(township("township"), year))
    (tmp_path / "broken.toml").write_text('form = "township"\nyear =', encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    (tmp_path / "notes.txt").touch()
    listing = list(years_in(tmp_path))
    assert [(one.path.name, one.state) for one in listing] == [
        ("2023.toml", "已定稿"),
        ("2024.toml", "填写中"),
        ("broken.toml", "打不开"),
    ]
    assert [bool(one.trouble) for one in listing] == [False, False, True]

"""Projects that are begun: new ones beside the office's year, and those that go on next year."""

from __future__ import annotations

from pathlib import Path

import pytest

from perf_tui.editing.projects import begin_next, begin_project, next_projects
from perf_tui.editing.refusing import RefusedError
from perf_tui.store.years.listing import years_in
from perf_tui.store.years.office import OfficeYear, name_of, offices_in
from perf_tui.store.years.year_file import read_year_file
from support.projects import UNIT, put_project
from support.samples import township


def offices(folder: Path) -> list[OfficeYear]:
    return offices_in(years_in(folder))


def begun(folder: Path, name: str, place: int = 0) -> Path:
    found = offices(folder)
    return begin_project(folder, found, found[place], name)


def test_a_new_project_has_the_unit_of_the_office_and_a_file_named_after_it(
    tmp_path: Path,
) -> None:
    put_project(tmp_path, "村道硬化", unit__contact="王", unit__department="镇人民政府")
    path = begun(tmp_path, " 河道/清淤:一期 ")
    assert path.name == "2024-河道清淤一期.toml"
    year = read_year_file(path, township).year
    assert year.form == "project"
    assert dict(year.texts) == {
        "unit.name": UNIT,
        "unit.department": "镇人民政府",
        "unit.contact": "王",
        "unit.project": "河道/清淤:一期",
    }


def test_a_project_of_an_earlier_year_goes_on_with_its_indicators(tmp_path: Path) -> None:
    before = put_project(tmp_path, "村道硬化", 2023)
    put_project(tmp_path, "河道清淤")
    year = read_year_file(begun(tmp_path, "村道硬化"), township).year
    assert year.text("last.file") == before.name
    assert year.text("own.road.name") == "硬化里程"
    assert year.text("budget.executed_grant") == ""


def test_the_same_project_is_not_begun_twice_and_a_name_is_wanted(tmp_path: Path) -> None:
    put_project(tmp_path, "村道硬化")
    with pytest.raises(RefusedError, match="2024 年已经有“村道硬化”了"):
        begun(tmp_path, "村道硬化")
    with pytest.raises(RefusedError, match="写上项目名称"):
        begun(tmp_path, " \u200b")


def test_a_file_of_the_same_name_is_left_alone(tmp_path: Path) -> None:
    put_project(tmp_path, "村道硬化")
    assert begun(tmp_path, "村道:硬化").name == "2024-村道硬化-2.toml"


def test_all_projects_that_are_not_begun_yet_go_on_in_one_step(tmp_path: Path) -> None:
    for name in ("村道硬化", "河道清淤", "人居环境整治"):
        put_project(tmp_path, name, 2023)
    put_project(tmp_path, "河道清淤", 2024)
    found = offices(tmp_path)
    left = next_projects(found, found[1])
    assert {name_of(one) for one in left} == {"村道硬化", "人居环境整治"}
    paths = begin_next(left)
    assert {path.name for path in paths} == {"2024-村道硬化.toml", "2024-人居环境整治.toml"}
    found = offices(tmp_path)
    assert len(found[0].projects) == 3
    assert next_projects(found, found[1]) == []

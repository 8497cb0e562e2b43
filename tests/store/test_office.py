"""What an office has in a folder for a year: its overall self-evaluation and its projects."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from perf_tui.core.evaluation.projects import ProjectSums, sums_of
from perf_tui.store.forms.finding import find_sets
from perf_tui.store.years.listing import years_in
from perf_tui.store.years.office import OfficeYear, name_of, offices_in, projects_beside
from perf_tui.store.years.year_file import read_year_file
from support.projects import UNIT, WHOLE, project, put_overall, put_project
from support.samples import township


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    put_overall(tmp_path)
    put_overall(tmp_path, 2023)
    put_overall(tmp_path, unit="健龙镇人民政府")
    put_project(tmp_path, "村道硬化", final__date="2025-04-01 10:00")
    put_project(tmp_path, "河道清淤", budget__executed_grant="600000")
    put_project(tmp_path, "人居环境整治")
    put_project(tmp_path, "人居环境整治", 2023)
    (tmp_path / "broken.toml").write_text("format = 1\nform = 3\n")
    return tmp_path


def offices(folder: Path) -> list[OfficeYear]:
    return offices_in(years_in(folder))


def test_files_are_grouped_by_year_and_unit_with_projects_by_name(folder: Path) -> None:
    found = offices(folder)
    assert [(one.year, one.unit) for one in found] == [
        (2024, UNIT),
        (2024, "健龙镇人民政府"),
        (2023, UNIT),
    ]
    assert [name_of(one) for one in found[0].files] == [
        UNIT,
        *sorted(["村道硬化", "河道清淤", "人居环境整治"]),
    ]
    assert found[1].projects == ()


def test_projects_are_added_up(folder: Path) -> None:
    sums = offices(folder)[0].sums
    assert (sums.count, sums.final, sums.best) == (3, 1, 3)
    assert (sums.budget, sums.executed) == (Decimal(3600000), Decimal(2900000))
    assert sums.rate == Decimal(2900000) / Decimal(3600000)
    assert (sums.open, sums.unknown) == ((), ())


def test_a_project_without_figures_is_named_and_leaves_no_rate() -> None:
    blank = {at: text for at, text in WHOLE.items() if not at.startswith("budget.executed")}
    sums = sums_of([project(), project({**blank, "unit.project": ""})])
    assert sums.unknown == sums.open == ("（未填项目名称）",)
    assert sums.rate is None
    assert sums_of([]) == ProjectSums(0, 0, 0, Decimal(0), Decimal(0))


def test_the_subject_of_a_year_is_its_project_or_its_unit(folder: Path) -> None:
    assert project().subject == "村道硬化"
    listed = next(one for one in years_in(folder) if one.evaluation is None)
    assert name_of(listed) == ""
    assert not listed.is_project


def test_the_projects_beside_an_overall_year_are_those_of_its_unit(folder: Path) -> None:
    path = folder / f"2024-{UNIT}.toml"
    evaluation = next(
        one.evaluation for one in years_in(folder) if one.path == path and one.evaluation
    )
    office = projects_beside(path, evaluation)
    assert office
    assert len(office.projects) == 3
    assert office.overall == ()
    alone = read_year_file(put_overall(folder, unit="别处"), township)
    assert alone.year.text("unit.name") == "别处"


def test_nothing_beside_is_nothing(tmp_path: Path) -> None:
    path = put_overall(tmp_path)
    (listed,) = years_in(tmp_path)
    assert listed.evaluation
    assert projects_beside(path, listed.evaluation) is None


def test_form_sets_for_projects_are_known_by_their_name_of_a_project(tmp_path: Path) -> None:
    found = [one.name for one in find_sets(tmp_path) if one.for_project]
    assert found == ["project", "project_cost"]

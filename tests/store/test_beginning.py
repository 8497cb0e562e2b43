"""A new year's file, by itself and from last year's."""

from pathlib import Path

from perf_tui.core.answers.year import LAST_FILE, Year
from perf_tui.store.years.beginning import begin_year
from perf_tui.store.years.year_file import read_year_file
from support.samples import township

LAST = Year(
    "township",
    2024,
    {
        "unit.name": "云溪镇",
        "unit.contact": "李一",
        "unit.report_date": "2025-04-15",
        "unit.gone": "去掉了的栏",
        "budget.executed": "1",
    },
)


def test_only_the_name_is_known_of_a_year_without_another_before(tmp_path: Path) -> None:
    begin_year(path := tmp_path / "2025.toml", 2025, "township", head={"unit.name": "云溪镇"})
    begin_year(blank := tmp_path / "2026.toml", 2026, "township")
    assert read_year_file(path, township).year == Year("township", 2025, {"unit.name": "云溪镇"})
    assert read_year_file(blank, township).year == Year("township", 2026)


def test_the_unit_stays_and_the_date_and_the_figures_do_not(tmp_path: Path) -> None:
    begin_year(path := tmp_path / "2025.toml", 2025, "township", (tmp_path / "2024.toml", LAST))
    assert dict(read_year_file(path, township).year.texts) == {
        "unit.name": "云溪镇",
        "unit.contact": "李一",
        LAST_FILE: "2024.toml",
    }


def test_own_indicators_go_on_and_state_which_ones_they_were(tmp_path: Path) -> None:
    own = {
        "own.own1.name": "培训人次",
        "own.own1.target": "80",
        "own.own1.before": "培训人数",
        "own.own2.target": "9",
        "own.own2.before": "无",
        "own.forest_fires.weight": "3",
        "indicators.own1.actual": "85",
    }
    last = Year("township", 2024, own)
    begin_year(path := tmp_path / "2025.toml", 2025, "township", (tmp_path / "2024.toml", last))
    assert read_year_file(path, township).year.record("own") == {
        "own1.name": "培训人次",
        "own1.target": "80",
        "own1.before": "培训人次",
        "own2.target": "9",
        "forest_fires.weight": "3",
    }

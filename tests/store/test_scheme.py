"""A scheme that a year says by itself, in its file and in the next year's."""

from decimal import Decimal
from pathlib import Path

import pytest

from perf_tui.core.answers.differences import differences
from perf_tui.core.answers.year import Year
from perf_tui.core.form.own import form_for
from perf_tui.store.errors import YearError
from perf_tui.store.forms import load_form
from perf_tui.store.years.beginning import begin_year
from perf_tui.store.years.year_file import YearFile, parse_year, read_year_file, write_year_file

SAID = {"scheme.execution_weight": "20", "scheme.grades": "不评等级"}


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "2025.toml"
    year = Year("national", 2025, SAID)
    write_year_file(path, YearFile(load_form("national"), year).with_year(year))
    return path


def test_it_is_a_table_of_the_second_format(saved: Path) -> None:
    text = saved.read_text("utf-8")
    assert text.startswith("format = 2\n")
    assert '[scheme]\nexecution_weight = 20\ngrades = "不评等级"\n' in text
    read = read_year_file(saved, load_form)
    assert read.year.texts == SAID
    assert read.form.scheme.execution_weight == Decimal(20)
    assert read.form.scheme.grades == ()


def test_the_next_year_takes_it_over(saved: Path, tmp_path: Path) -> None:
    begin_year(
        tmp_path / "2026.toml", 2026, "national", (saved, read_year_file(saved, load_form).year)
    )
    assert read_year_file(tmp_path / "2026.toml", load_form).form.scheme.grades == ()


def test_a_form_knows_itself_by_what_is_said() -> None:
    form = form_for(load_form("national"), SAID)
    assert form_for(form, SAID) is form
    assert form_for(form, {}) is load_form("national")
    assert form_for(form, {**SAID, "scheme.grades": ""}) is not form


def test_a_scheme_that_is_no_table_is_told(saved: Path) -> None:
    content = saved.read_bytes().replace(b"[scheme]", b"[other]")
    with pytest.raises(YearError, match="scheme"):
        parse_year(b"scheme = 1\n" + content, load_form)


def test_what_changed_is_told_like_any_other_field() -> None:
    form = form_for(load_form("national"), SAID)
    told = differences(form, Year("national", 2025, {}), Year("national", 2025, SAID))
    assert [(one.place, one.before, one.after) for one in told] == [
        ("评分方案·预算执行率分值", "", "20"),
        ("评分方案·等级", "", "不评等级"),
    ]


def test_a_new_order_is_told_once_and_by_names() -> None:
    numbers = {"own.own1.name": "甲", "own.own1.number": "1", "own.own2.name": "乙"}
    before, after = Year("national", 2025, numbers), {**numbers, "own.own1.number": "9000000"}
    (one,) = differences(load_form("national"), before, Year("national", 2025, after))
    assert (one.place, one.before, one.after) == ("指标表·次序", "甲、乙", "乙、甲")

"""`fill`: the scheme by the command .方案."""

from collections.abc import Callable
from pathlib import Path

import pytest

from perf_tui.cli import main
from perf_tui.core.form import Scheme
from perf_tui.store.years.year_file import read_year_file
from support.samples import township

Filled = Callable[..., tuple[Scheme, str]]


@pytest.fixture
def filled(samples: Path, fill: Callable[..., str]) -> Filled:
    """The scheme of an office's year after these commands, and what was said."""
    path = samples / "office.toml"
    assert main(["new", str(path), "--year", "2025", "--form", "national", "--unit", "局"]) == 0

    def filled(*lines: str) -> tuple[Scheme, str]:
        said = fill(path.name, *lines, ".完")
        return read_year_file(path, township).form.scheme, said

    return filled


def test_every_value_is_said_and_one_is_changed(filled: Filled) -> None:
    scheme, said = filled(".方案", ".fa 等级 合格 60、不合格 0")
    assert [grade.name for grade in scheme.grades] == ["合格", "不合格"]
    assert "各级指标分值：产出指标 50、效益指标 30、满意度指标 10，原方案" in said
    assert "预算执行率分值：10分，原方案" in said
    assert "等级：合格 60、不合格 0，本年改的" in said
    assert "在 .方案 后面写栏名和内容" in said


def test_what_is_emptied_is_as_before(filled: Filled) -> None:
    scheme, said = filled(".方案 等级 不评等级", ".方案 等级")
    assert len(scheme.grades) == 4
    assert "等级：优 90、良 80、中 60、差 0，原方案" in said


def test_what_cannot_be_read_is_said(filled: Filled) -> None:
    scheme, said = filled(".方案 等级 优", ".方案 什么 5", ".查")
    assert len(scheme.grades) == 4
    assert "等级填的“优”看不懂，暂按原来的方案计分；如 优 90" in said
    assert "没有“什么”这一栏，栏名有 方案依据、预算执行率分值" in said


def test_where_the_scheme_is_changed_is_said_instead_of_going_there(filled: Filled) -> None:
    _, said = filled(".方案 等级 优", ".撤销")
    assert "这是评分方案里的，用 .方案 改" in said

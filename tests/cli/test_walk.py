"""The questions follow the form, which a year may change while it is being filled in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from perf_tui.cli.prompts.walk import Walk
from perf_tui.core.form.own import own_at
from perf_tui.editing.open_year import OpenYear
from perf_tui.showing.glyphs import FULL
from perf_tui.store.forms import load_form
from perf_tui.store.keeping.opened_file import open_file

Fill = Callable[..., str]
NAME = "yunxi-2024.toml"
OWN = {"name": "自建指标", "target": "80", "unit": "人次", "weight": "1", "category": "产出指标"}


@pytest.fixture
def walk(samples: Path) -> Iterator[Walk]:
    open_year = OpenYear(open_file(samples / NAME, load_form))
    yield Walk(open_year, FULL)
    open_year.keeper.close()


def define(path: Path) -> None:
    """Save a year without an indicator of its own, then with one."""
    keeper = open_file(path, load_form).keeper
    own = {own_at("mine", key): text for key, text in OWN.items()}
    keeper.save(keeper.saved.year.with_texts(own))
    keeper.close()


def test_the_questions_follow_the_form(walk: Walk) -> None:
    open_year, steps = walk.open_year, walk.steps
    assert walk.steps is steps
    own = {own_at("mine", key): text for key, text in OWN.items()}
    open_year.turn_to(open_year.session.year.with_texts(own))
    assert [step for step in walk.steps if step.page.id == "mine"]
    assert len(walk.steps) > len(steps)
    later = steps[-1]
    assert walk.steps[walk.again(later, len(steps) - 1)].field == later.field
    gone = next(step for step in walk.steps if step.page.id == "mine")
    open_year.turn_to(open_year.session.year.with_texts(dict.fromkeys(own, "")))
    assert walk.steps == steps
    assert walk.again(gone, 3) == 3


def test_a_definition_is_not_asked_for(walk: Walk, capsys: pytest.CaptureFixture[str]) -> None:
    own = {own_at("mine", key): text for key, text in OWN.items()}
    walk.open_year.turn_to(walk.open_year.session.year.with_texts(own))
    assert walk.place_of(own_at("mine", "weight")) is None
    assert "这是“自建指标”的指标定义" in capsys.readouterr().err


@pytest.mark.usefixtures("keyboard")
def test_after_going_back_to_a_backup_the_questions_are_those_of_its_form(
    fill: Fill, samples: Path
) -> None:
    define(samples / NAME)
    said = fill(NAME, ".到 自建指标", ".备份 1", "2", ".到 自建指标", ".完")
    assert "\n已恢复成 " in said
    assert "没有“自建指标”这样的项" in said

"""The start: what stands on its list, and what a new file is called."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from perf_tui.showing.glyphs import ASCII, FULL, cell_by_cell
from perf_tui.store.years.listing import ListedYear, years_in
from perf_tui.store.years.samples import copy_samples
from perf_tui.tui.drawing.start import (
    Beginning,
    ProjectBeginning,
    about,
    columns_row,
    entries_of,
    head_row,
    start_rows,
)
from perf_tui.tui.screens.new_year import proposed_name
from support.editor import starting
from support.samples import JIANLONG, opened


@pytest.fixture
def listing(tmp_path: Path) -> list[ListedYear]:
    copy_samples(tmp_path)
    (tmp_path / "broken.toml").write_text("format = \n")
    (tmp_path / ".gone.toml.journal").touch()
    return list(years_in(tmp_path))


def test_the_latest_year_comes_first_and_the_next_of_every_unit_last(
    listing: list[ListedYear],
) -> None:
    entries = entries_of(listing)
    assert [one.path.name for one in entries if isinstance(one, ListedYear)] == [
        *("jianlong-2024.toml", "yunxi-2024.toml", "jianlong-2023.toml", "yunxi-2023.toml"),
        *("yunxi-2022.toml", "broken.toml", "gone.toml"),
    ]
    begun = entries[7:]
    assert [one.year for one in begun if isinstance(one, Beginning)] == [2025, 2025, None]
    assert [type(one) for one in begun] == [Beginning] * 2 + [ProjectBeginning] * 2 + [Beginning]


@pytest.mark.parametrize("width", [20, 40, 60, 79, 119])
def test_every_row_fits_its_width(listing: list[ListedYear], width: int) -> None:
    rows = start_rows(entries_of(listing), width, FULL)
    for row in [*rows, columns_row(width), head_row(Path("/很长" * 30), width, FULL)]:
        assert sum(cell_len(piece.text) for piece in row) <= width


def test_a_row_tells_year_unit_total_grade_state_and_file(listing: list[ListedYear]) -> None:
    first, *_ = start_rows(entries_of(listing), 79, FULL)
    assert first[0].text.split() == [
        *("2024", "重庆市璧山区健龙镇人民政府", "99.54", "优", "填写中", "jianlong-2024.toml")
    ]


def test_an_old_console_gets_no_character_of_uncertain_width(listing: list[ListedYear]) -> None:
    for row in start_rows(entries_of(listing), 79, ASCII):
        for piece in row:
            assert cell_by_cell(piece.text) == piece.text


def test_each_entry_says_what_enter_does(listing: list[ListedYear]) -> None:
    told = [about(entry) for entry in entries_of(listing)]
    assert told[0] == "Enter 打开 jianlong-2024.toml"
    assert "broken.toml：第 1 行" in told[5]
    assert told[6].startswith("Enter 看全文  旁边有 gone.toml 没有存完的填写记录")
    assert told[7] == "Enter 新建 2025 年的自评，单位信息取自上年，填写时对照 2024 年"
    assert told[9] == "Enter 新建 2024 年度的一个项目，单位信息取自本单位的自评"
    assert told[11] == "Enter 新建一年的空白自评"


async def test_what_cannot_be_opened_is_told_in_full(listing: list[ListedYear]) -> None:
    async with starting(listing[0].path.parent) as player:
        await player.at_once(*["down"] * 6)
        assert "gone.toml" in player.text
        await player.at_once("enter")
        told = "".join(player.text.split()).replace("|", "")  # broken anywhere by a long path
        assert "--base新位置取回" in told
        await player.at_once("enter", "up", "enter")
        assert "broken.toml 打不开" in player.text
        await player.at_once("escape", "f10")
        assert player.app.return_value == 0


@pytest.mark.parametrize(
    ("last", "proposed"),
    [("jianlong-2024.toml", "jianlong-2025.toml"), ("自评.toml", "自评-2025.toml")],
)
def test_the_new_name_follows_the_old_one(last: str, proposed: str) -> None:
    beginning = Beginning(opened(JIANLONG).evaluation, Path(last))
    assert proposed_name(beginning, 2031) == proposed


def test_a_blank_year_is_proposed_for_the_one_that_is_over() -> None:
    assert proposed_name(Beginning(), 2031) == "2030.toml"

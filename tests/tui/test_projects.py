"""An office's projects on the start screen: grouped, added up, begun, exported in one go."""

from __future__ import annotations

from pathlib import Path

import pytest

from perf_tui.showing.glyphs import FULL
from perf_tui.store.years.listing import years_in
from perf_tui.store.years.office import OfficeYear
from perf_tui.tui.drawing.start import ProjectBeginning, about, entries_of, office_of, start_rows
from support.editor import starting
from support.projects import UNIT, put_overall, put_project


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    put_overall(tmp_path)
    put_project(tmp_path, "村道硬化", final__date="2025-04-01 10:00")
    put_project(tmp_path, "河道清淤")
    return tmp_path


def test_projects_stand_below_the_overall_year_and_what_they_come_to_below_them(
    folder: Path,
) -> None:
    entries = entries_of(years_in(folder))
    rows = ["".join(piece.text for piece in row) for row in start_rows(entries, 79, FULL)]
    assert rows[0].split()[:2] == ["2024", UNIT]
    assert rows[1].split()[:2] == ["2024", "村道硬化"]
    assert rows[3].strip() == "项目 2 个（定稿 1），预算 240.00 万元，执行 230.00 万元（95.83%）"
    assert rows[5:7] == [
        f" + 新建 2024 年度的项目  {UNIT}",
        " + 新建 2025 年度的项目  接着上年的 2 个",
    ]
    assert about(entries[3]) == "Enter 把 2024 年度的自评表一次导出；优 2 个"
    assert about(entries[6]).startswith("Enter 选接着做的项目")


def test_what_is_not_complete_is_named(folder: Path) -> None:
    put_project(folder, "水毁修复", budget__executed_grant="")
    entries = entries_of(years_in(folder))
    (office,) = (one for one in entries if isinstance(one, OfficeYear))
    assert about(office).endswith("没填全的：水毁修复")
    row = start_rows([office], 79, FULL)[0][0].text
    assert "（定稿 1，没填全 1）" in row


def test_every_file_belongs_to_its_office(folder: Path) -> None:
    entries = entries_of(years_in(folder))
    assert {office_of(one, entries).year for one in entries[:4]} == {2024}  # type: ignore[union-attr]
    assert office_of(entries[4], entries) is None
    assert isinstance(entries[5], ProjectBeginning)


async def test_a_project_is_begun_by_its_name(folder: Path) -> None:
    async with starting(folder) as player:
        await player.press(*["down"] * 5, "enter", "enter")
        assert "写上项目名称，再按 Enter" in player.text
        await player.type("水毁修复")
        await player.press("enter")
    assert (folder / "2024-水毁修复.toml").is_file()


async def test_all_projects_of_last_year_go_on_and_stand_on_the_list(folder: Path) -> None:
    async with starting(folder) as player:
        await player.press(*["down"] * 6, "enter")
        assert "全部 2 个" in player.text
        await player.press("enter")
        assert "已新建 2 个项目" in player.text
        assert "2025-村道硬化.toml" in player.text
        await player.press("f10")
    assert (folder / "2025-河道清淤.toml").is_file()


async def test_one_of_them_can_go_on_alone(folder: Path) -> None:
    async with starting(folder) as player:
        await player.press(*["down"] * 6, "enter", "escape", "enter", "down", "down", "enter")
        assert "已新建 1 个项目" in player.text
        await player.press("f10")
    begun = folder.glob("2025*")  # noqa: ASYNC240 — when the program has ended
    assert [path.name for path in begun] == ["2025-河道清淤.toml"]


async def test_everything_is_exported_from_the_row_of_sums(folder: Path) -> None:
    async with starting(folder) as player:
        await player.press(*["down"] * 3, "enter")
        assert "导出 2024 年度的全部自评表（3 张）到" in player.text
        await player.press("enter")
        assert "已导出 3 张自评表到" in player.text
        await player.press("ctrl+e", "enter")
        assert "已经有了，再按一次 Enter 就覆盖" in player.text
        await player.press("f4")
        assert "一张表一个工作表" in player.text
        await player.press("f4", "down")
        assert "每个文件各导出一份" in player.text
        await player.press("enter")
        assert "已导出 3 份报告到" in player.text
        await player.press("f10")
    assert (folder / "2024年度自评表.docx").is_file()
    assert len(list((folder / "2024年度自评表").iterdir())) == 3


async def test_why_nothing_is_exported_is_told(folder: Path) -> None:
    put_project(folder, "村道硬化", final__date="2025-04-01 10:00", budget__executed_grant="")
    async with starting(folder) as player:
        await player.press("end", "ctrl+e")
        assert "先移到要导出的那一年" in player.text
        await player.press("home", "ctrl+e", "enter")
        assert "2024-村道硬化.toml 还不能导出正式稿" in player.text.replace("\n", "")
        await player.press("escape", "f10")
    assert not list(folder.glob("*.docx"))  # noqa: ASYNC240 — when the program has ended

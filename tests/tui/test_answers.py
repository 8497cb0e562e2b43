"""A warning is answered on the spot: its suggestion taken, or a reason given for what stands."""

from pathlib import Path

from support.editor import editing

SHIFT = "budget.adjustment_reason"
RATE = "indicators.medical_insurance.actual"


async def test_a_reason_is_kept_with_the_warning_and_taken_back_by_undo(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("down", "enter", *["down"] * 4)
        assert "情况属实就按 Ctrl+N 说明" in editor.text.replace("\n    ", "")
        await editor.at_once("ctrl+n", *"专项追加", "enter")
        assert editor.open_year.session.year.record("accepted") == {
            f"budget-shift/{SHIFT}": "专项追加"
        }
        assert "已说明：专项追加" in editor.text
        await editor.at_once("f8")
        assert "没有缺漏，也没有问题" in editor.text
        await editor.at_once("ctrl+z")
        assert editor.open_year.session.year.record("accepted") == {}


async def test_an_empty_reason_is_asked_for_again(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("down", "enter", *["down"] * 4, "ctrl+n", "delete", "enter")
        assert "理由还空着" in editor.text
        await editor.at_once("escape")
        assert editor.open_year.session.year.record("accepted") == {}


async def test_where_nothing_waits_the_keys_say_so(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("ctrl+k")
        assert "没有可采纳的建议" in editor.text
        await editor.at_once("ctrl+n")
        assert "没有要说明的提醒" in editor.text


async def test_an_accepted_warning_survives_saving(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("down", "enter", *["down"] * 4, "ctrl+n", "enter", "f2")
    async with editing(year) as editor:
        assert editor.open_year.session.year.record("accepted") == {
            f"budget-shift/{SHIFT}": "经核对无误"
        }


SHIFTED = ["down", "enter", *["down"] * 4]


async def test_a_reason_can_be_changed_and_taken_back(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once(*SHIFTED, "ctrl+n", *"专项追加", "enter", "ctrl+n")
        assert "清空再按 Enter 收回说明" in editor.text
        await editor.at_once(*"市级专项", "enter")
        assert "已说明：市级专项" in editor.text
        await editor.at_once("ctrl+n", "delete", "enter")
        assert "已收回说明" in editor.text
        assert editor.open_year.session.year.record("accepted") == {}
        assert "情况属实就按 Ctrl+N 说明" in editor.text.replace("\n    ", "")
        await editor.at_once("ctrl+z")
        assert "已说明：市级专项" in editor.text


async def test_a_reason_lapses_with_the_figure_and_is_proposed_again(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once(*SHIFTED, "ctrl+n", *"专项追加", "enter")
        await editor.at_once("up", "up", "up", "up", *"20000000", "enter")
        assert "原来的说明“专项追加”是改动之前写的" in editor.text.replace("\n    ", "")
        await editor.at_once("up", "ctrl+n", "enter")
        assert "已说明：专项追加" in editor.text


async def test_undo_goes_to_where_the_reason_was_given(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once(*SHIFTED, "ctrl+n", "enter", "escape", "ctrl+z")
        assert editor.open_year.place == SHIFT
        assert "已撤销：说明" in editor.text

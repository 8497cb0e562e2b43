"""The main job on the real year: open, change a figure, see what follows, save, leave."""

import signal
import tomllib
from pathlib import Path

import pytest
from terminal.conftest import Start

from perf_tui.store.forms import load_form
from perf_tui.store.years.year_file import read_year_file


def saved(year: Path, table: str, key: str) -> object:
    """A value in the file on the disk."""
    return tomllib.loads(year.read_text(encoding="utf-8"))[table].get(key)


def test_the_first_frame_shows_unit_year_tasks_total_and_grade(year: Path, start: Start) -> None:
    terminal = start("open", year)
    terminal.wait_until(lambda lines: "F10离开" in lines[-1])
    assert "重庆市璧山区健龙镇人民政府 2024年度" in terminal.lines[0]
    assert "总分 99.54 等级 优" in terminal.lines[1]
    assert "1 村（社区）干部务工补助发放" in terminal.text
    assert len(terminal.lines) == 24


def test_less_executed_asks_for_both_reasons_and_moves_score_and_grade(
    year: Path, start: Start
) -> None:
    terminal = start("open", year)
    terminal.press("down", "enter", "down", "down")
    terminal.type("30000000")
    terminal.wait_for("= 30,000,000 元（3,000.00 万元）")
    terminal.wait_for("执行率 73.73% 得 7.37  指标 99.10 折 89.19  总分 96.56 等级 优")
    terminal.press("enter")
    terminal.wait_for("! 预算执行率 73.73%，低于 90%，还没有写原因。")
    terminal.press("ctrl+g")
    terminal.type("14")
    terminal.press("enter", "down")
    terminal.wait_for("4.10 = 5 × 73.73 ÷ 90")
    terminal.wait_for("! 得 4.10 分，低于权重 5 分，还没有写偏差原因。")
    terminal.press("up")
    terminal.type("项目跨年结算")
    terminal.press("f8", "f8")
    terminal.wait_for("> 执行率偏低的原因")
    terminal.type("上级专项年底下达")
    terminal.press("f2")
    terminal.wait_for("已保存到 2024.toml")
    assert saved(year, "budget", "executed") == 30000000
    assert saved(year, "budget", "execution_reason") == "上级专项年底下达"
    assert saved(year, "indicators", "budget_execution") == {"deviation_reason": "项目跨年结算"}
    terminal.press("f10")
    assert terminal.exit_status() == 0


def test_everything_typed_before_the_first_frame_reaches_its_field(
    year: Path, start: Start
) -> None:
    terminal = start("open", year)
    terminal.press("down", "enter", "down", "down")
    terminal.type("30000000")
    terminal.press("enter")
    terminal.type("项目跨年结算")
    terminal.press("enter")
    terminal.type("上级追加专项")
    terminal.press("ctrl+g")
    terminal.type("slh")
    terminal.press("enter")
    terminal.type("2")
    terminal.press("enter", "f5", "end", "escape", "f1", "escape", "f10")
    assert terminal.exit_status() == 0
    assert saved(year, "budget", "executed") == 30000000
    assert saved(year, "budget", "execution_reason") == "项目跨年结算"
    assert saved(year, "budget", "adjustment_reason") == "上级追加专项"
    assert saved(year, "facts", "forest_fire_count") == 2


def test_what_is_typed_in_one_burst_has_its_effect_in_order(year: Path, start: Start) -> None:
    terminal = start("open", year)
    terminal.wait_for("F10离开")  # before, the system itself takes Ctrl+Z and Backspace
    terminal.press("down", "enter", "down", "down")
    terminal.type("30000001")
    terminal.press("backspace")
    terminal.type("0")
    terminal.press("left", "left", "delete", "enter")
    terminal.type("原因")
    terminal.press("enter", "ctrl+z", "ctrl+z", "ctrl+y", "f4", "ctrl+e", "escape", "f3", "f3")
    terminal.type("新名")
    terminal.press("f10")
    assert terminal.exit_status() == 0
    assert saved(year, "budget", "executed") == 3000000
    assert saved(year, "budget", "execution_reason") is None
    assert saved(year, "unit", "name") == "重庆市璧山区健龙镇人民政府新名"


@pytest.mark.parametrize("key", ["f10", "ctrl+q"])
def test_leaving_gives_the_terminal_back_and_saves(year: Path, start: Start, key: str) -> None:
    terminal = start("open", year)
    terminal.press("down", "enter")
    terminal.type("5")
    terminal.wait_for("= 5 元")  # before, the system itself takes Ctrl+Q for its own
    terminal.press(key)
    assert terminal.exit_status() == 0
    assert saved(year, "budget", "initial") == 5


def test_a_paste_of_many_lines_loses_nothing(year: Path, start: Start) -> None:
    terminal = start("open", year)
    terminal.press("down", "enter", "down", "down")
    terminal.paste("30000000\n40000000\n\n5")
    terminal.wait_for("40000000")
    terminal.press("down")
    terminal.wait_for("「30000000；40000000；；5」")
    terminal.paste("一、跨年结算\r\n\t二、追加专项\n")
    terminal.wait_for("一、跨年结算")
    terminal.press("f6")
    terminal.type("ygjy")
    terminal.press("enter")
    terminal.wait_for(">*有关建议")
    terminal.paste("\n第一条\n第二条")
    terminal.wait_for("第二条")
    terminal.press("f10")
    assert terminal.exit_status() == 0
    assert saved(year, "budget", "executed") == "30000000；40000000；；5"
    reason = str(saved(year, "budget", "execution_reason"))
    assert reason.split() == ["一、跨年结算", "二、追加专项"]
    assert str(saved(year, "sections", "suggestions")).endswith("。\n第一条\n第二条")


def test_a_smaller_window_while_typing_keeps_the_field_and_the_text(
    year: Path, start: Start
) -> None:
    terminal = start("open", year)
    terminal.press("down", "enter", "down", "down")
    terminal.type("30000")
    terminal.wait_for("= 30,000 元")
    for rows, columns in ((20, 60), (5, 20), (40, 120)):
        terminal.resize(rows, columns)
        terminal.settle()
    terminal.type("000")
    terminal.wait_for("总分 96.56")
    terminal.press("ctrl+s")
    terminal.wait_for("已保存到 2024.toml")
    assert saved(year, "budget", "executed") == 30000000


@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM"])
def test_a_closed_terminal_or_a_kill_loses_nothing(year: Path, start: Start, name: str) -> None:
    ending = signal.Signals[name]
    terminal = start("open", year)
    terminal.press("down", "enter", "down", "down")
    terminal.type("30000000")
    terminal.wait_for("96.56")
    if ending == signal.SIGHUP:
        terminal.hang_up()
    else:
        terminal.signal(ending)
    assert terminal.exit_status() == 128 + ending
    assert saved(year, "budget", "executed") == 30000000
    assert not read_year_file(year, load_form).edited_by_hand
    assert [path.name for path in year.parent.glob(".perf-tui-*")] == []


def test_five_hundred_lines_pasted_are_all_there(year: Path, start: Start) -> None:
    terminal = start("open", year)
    terminal.press("f6")
    terminal.type("ygjy")
    terminal.press("enter")
    terminal.wait_for(">*有关建议")
    lines = [f"第{number}行，说明第{number}件事的经过和安排。" for number in range(1, 501)]
    terminal.paste("\n" + "\n".join(lines))
    terminal.wait_for("第500行")
    terminal.press("f10")
    assert terminal.exit_status() == 0
    assert str(saved(year, "sections", "suggestions")).split("\n")[-500:] == lines


def test_what_was_stripped_of_a_paste_is_told(year: Path, start: Start) -> None:
    terminal = start("open", year)
    terminal.press("enter")
    terminal.paste("甲\u202e乙\x1b]0;\u200b丙\x07\x1b\x11")
    terminal.wait_for("粘贴的内容里有看不见的字符，已经去掉")
    terminal.press("f10")
    assert terminal.exit_status() == 0
    assert str(saved(year, "unit", "name")).endswith("甲乙]0;丙")

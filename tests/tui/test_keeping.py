"""What is kept of the work, whatever happens: told, looked at, taken up, gone back to."""

from pathlib import Path

import pytest

from perf_tui.core.answers.year import Year
from perf_tui.store.forms import load_form
from perf_tui.store.keeping.backups import list_backups
from perf_tui.store.keeping.history import read_history
from perf_tui.store.keeping.keeper import journal_path
from perf_tui.store.keeping.opened_file import open_file
from perf_tui.store.user.places import remember_opened
from perf_tui.store.years.year_file import read_year_file
from support.editor import Editor, editing

EXECUTED = "budget.executed"
TO_EXECUTED = ("down", "enter", "down", "down")


def on_disk(path: Path) -> Year:
    return read_year_file(path, load_form).year


def content_of(path: Path) -> bytes:
    return path.read_bytes()


def copies_of(path: Path) -> list[bytes]:
    return [copy.read_bytes() for copy in path.with_name(f".{path.name}.backups").iterdir()]


def change(path: Path, old: str, new: str) -> bytes:
    """What somebody else writes into the file."""
    content = path.read_bytes().replace(old.encode(), new.encode())
    path.write_bytes(content)
    return content


def carried(path: Path, target: Path) -> Path:
    """The same file at another place, without what lies hidden beside it."""
    target.parent.mkdir(exist_ok=True)
    return path.rename(target)


async def leave_unsaved(path: Path, text: str = "30000000") -> None:
    """Type a figure and be killed."""
    async with editing(path) as editor:
        await editor.at_once(*TO_EXECUTED, *text, "enter")


async def retype(editor: Editor, text: str) -> None:
    await editor.at_once(*TO_EXECUTED, *text, "enter")


async def test_what_was_not_saved_is_offered_and_taken_up(year: Path) -> None:
    await leave_unsaved(year)
    async with editing(year) as editor:
        assert "上次没有保存就结束了" in editor.text
        assert "预算执行·全年执行数" in "".join(line.strip("| ") for line in editor.lines)
        await editor.at_once("enter")
        assert editor.screen == "HomeScreen"
        assert "未保存" in editor.lines[0]
        assert "取回的内容还没有存" in editor.text
        await editor.at_once("f10")
    assert on_disk(year).text(EXECUTED) == "30000000"
    assert not journal_path(year).exists()


async def test_a_renamed_file_is_offered_what_was_left_behind(year: Path) -> None:
    await leave_unsaved(year)
    renamed = carried(year, year.with_name("健龙.toml"))
    async with editing(renamed) as editor:
        assert "上次没有保存就结束了" in editor.text
        assert "没有存进 健龙.toml" in editor.text
        await editor.at_once("enter", "f10")
    assert on_disk(renamed).text(EXECUTED) == "30000000"
    assert not journal_path(year).exists()


async def test_what_was_left_behind_and_does_not_fit_is_said_first(
    year: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))  # equal files of other tests are none of it
    await leave_unsaved(year)
    remember_opened(year)
    moved = carried(year, year.parent / "new" / year.name)
    change(moved, "27393095", "27393096")
    async with editing(moved) as editor:
        await editor.at_once("enter")
        assert "打开以前先看" in editor.text
        assert "对不上" in "".join(line.strip("| ") for line in editor.lines)
        await editor.at_once("enter")
        assert editor.screen == "HomeScreen"
    assert journal_path(year).exists()


async def test_the_difference_is_shown_and_the_question_asked_again(year: Path) -> None:
    await leave_unsaved(year)
    async with editing(year) as editor:
        await editor.at_once("down", "enter")
        assert "文件：38820071.88" in editor.text
        assert "记录：30000000" in editor.text
        await editor.at_once("enter")
        assert "上次没有保存就结束了" in editor.text
        await editor.at_once("down", "down", "enter")
        assert editor.screen == "HomeScreen"
        assert ".2024.toml.journal.1" in editor.text
        assert editor.open_year.session.year.text(EXECUTED) == "38820071.88"
    assert "30000000" in journal_path(year).with_name(".2024.toml.journal.1").read_text()
    assert not journal_path(year).exists()


async def test_recovered_twice_without_saving_is_still_there(year: Path) -> None:
    await leave_unsaved(year)
    async with editing(year) as editor:
        await editor.at_once("escape")
    async with editing(year) as editor:
        await editor.at_once("enter", "f10")
    assert on_disk(year).text(EXECUTED) == "30000000"


async def test_what_is_being_typed_is_noted_within_a_moment(
    year: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("perf_tui.tui.apps.editor.MOMENT", 0)
    async with editing(year) as editor:
        await editor.at_once(*TO_EXECUTED, "7")
        assert "7" in journal_path(year).read_text()


async def test_a_journal_of_another_version_is_shown_and_not_used(year: Path) -> None:
    await leave_unsaved(year)
    other = open_file(year, load_form)
    other.keeper.save(on_disk(year).with_text("budget.initial", "5"))
    other.keeper.close()
    async with editing(year) as editor:
        assert "没有自动用上" in editor.text
        await editor.at_once("down", "enter")
        assert "记录：30000000" in editor.text
        await editor.at_once("escape", "enter")
        assert editor.open_year.session.year.text(EXECUTED) == "38820071.88"
    assert journal_path(year).with_name(".2024.toml.journal.1").exists()


async def test_a_garbled_journal_is_put_aside(year: Path) -> None:
    journal_path(year).write_bytes(b"garbage\n")
    async with editing(year) as editor:
        assert "没有用上" in editor.text
        await editor.at_once("enter")
        assert editor.screen == "HomeScreen"
    assert journal_path(year).with_name(".2024.toml.journal.1").read_bytes() == b"garbage\n"


async def test_a_second_opener_is_told_and_can_only_read(year: Path) -> None:
    first = open_file(year, load_form)
    async with editing(year) as editor:
        assert "2024.toml 正被别人开着" in editor.text
        await editor.at_once("enter", *TO_EXECUTED, "7")
        assert editor.open_year.session.year.text(EXECUTED) == "38820071.88"
        assert "只能看" in editor.lines[-2]
        await editor.at_once("f7", "ctrl+n", "ctrl+d")
        assert "只能看" in editor.lines[-2]
        await editor.at_once("f2")
        assert "没有保存" in editor.text
        await editor.at_once("escape", "f10")
        assert editor.app.return_value == 0
    first.keeper.close()
    async with editing(year) as editor:
        assert editor.screen == "HomeScreen"


async def test_a_file_changed_by_another_is_not_overwritten_silently(year: Path) -> None:
    async with editing(year) as editor:
        await retype(editor, "30000000")
        changed = change(year, "27393095", "27393096")
        await editor.at_once("f2")
        assert "文件被别的程序改过" in editor.text
        await editor.at_once("enter")
        assert "文件：27393096" in editor.text
        await editor.at_once("escape")
        assert "文件被别的程序改过" in editor.text
        assert content_of(year) == changed
        await editor.at_once("down", "down", "enter")
        assert "已保存到 2024.toml" in editor.lines[-2]
    assert on_disk(year).text(EXECUTED) == "30000000"
    assert changed in copies_of(year)


async def test_a_changed_file_can_be_left_and_the_work_saved_elsewhere(year: Path) -> None:
    async with editing(year) as editor:
        await retype(editor, "30000000")
        change(year, "27393095", "27393096")
        await editor.at_once("f10")
        await editor.at_once("down", "enter", "enter")
        assert editor.app.return_value == 0
    assert on_disk(year).text(EXECUTED) == "38820071.88"
    assert on_disk(year.with_name("2024-另存.toml")).text(EXECUTED) == "30000000"


async def test_saving_elsewhere_never_overwrites(year: Path) -> None:
    other = year.with_name("2024-另存.toml")
    other.write_bytes(b"mine")
    async with editing(year) as editor:
        await retype(editor, "30000000")
        change(year, "27393095", "27393096")
        await editor.at_once("f2", "down", "enter", "enter")
        assert "已经有同名的文件" in editor.text
        await editor.at_once(*["backspace"] * 5, "enter")
        assert "结尾写成 .toml" in editor.text
        await editor.at_once("escape")
    assert other.read_bytes() == b"mine"


async def test_a_damaged_file_is_replaced_by_the_newest_good_copy_if_wanted(year: Path) -> None:
    async with editing(year) as editor:
        await retype(editor, "30000000")
        await editor.at_once("f2")
    damaged = change(year, "\n[budget]", "\n[budget")
    async with editing(year) as editor:
        assert "文件受了损" in editor.text
        await editor.at_once("down", "enter")
        assert editor.app.return_value == 2
    assert content_of(year) == damaged
    async with editing(year) as editor:
        await editor.at_once("enter")
        assert editor.open_year.session.year.text(EXECUTED) == "30000000"
    assert on_disk(year).text(EXECUTED) == "30000000"
    assert damaged in copies_of(year)


async def test_an_altered_file_is_compared_with_the_newest_copy(year: Path) -> None:
    async with editing(year) as editor:
        await retype(editor, "30000000")
        await editor.at_once("f2")
    change(year, "30000000", "30000001")
    async with editing(year) as editor:
        assert "文件在程序之外改过" in editor.text
        await editor.at_once("down", "enter")
        assert "备份：30000000" in editor.text
        assert "文件：30000001" in editor.text
        await editor.at_once("escape", "down", "down", "enter")
        assert editor.open_year.session.year.text(EXECUTED) == "30000000"
        assert "未保存" in editor.lines[0]


async def test_going_back_goes_on_once_the_rest_is_saved_over_another_version(year: Path) -> None:
    async with editing(year) as editor:
        await retype(editor, "30000000")
        await editor.at_once("f2", "1")
        change(year, "27393095", "27393096")
        await editor.at_once("shift+f2", "down", "enter", "down", "enter")
        assert "文件被别的程序改过" in editor.text
        await editor.at_once("down", "down", "enter")
        assert "已恢复成" in editor.lines[-2]
        assert editor.open_year.session.year.text(EXECUTED) == "38820071.88"
        assert "未保存" in editor.lines[0]


async def test_going_back_from_an_indicator_that_the_backup_does_not_have(year: Path) -> None:
    own = {"name": "自建指标", "target": "80", "weight": "1", "category": "产出指标"}
    keeper = open_file(year, load_form).keeper
    keeper.save(
        keeper.saved.year.with_texts({f"own.mine.{key}": text for key, text in own.items()})
    )
    keeper.close()
    async with editing(year, place="indicators.mine.actual") as editor:
        await editor.at_once("shift+f2", "down", "enter", "down", "enter")
        assert "已恢复成" in editor.lines[-2]
        assert editor.open_year.place == "unit.name"
        await editor.at_once("escape")
        assert editor.screen == "HomeScreen"


async def test_backups_are_listed_compared_and_gone_back_to(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("shift+f2")
        assert "还没有备份" in editor.lines[-2]
        await retype(editor, "30000000")
        await editor.at_once("f2", "shift+f2")
        assert "第 2 份" in editor.text
        await editor.at_once("down", "enter", "enter")
        assert "备份：38820071.88" in editor.text
        await editor.at_once("escape", "shift+f2", "down", "enter", "down", "enter")
        assert "已恢复成" in editor.lines[-2]
        await editor.at_once("f2")
    assert on_disk(year).text(EXECUTED) == "38820071.88"
    assert [backup.number for backup in list_backups(year)] == [3, 2, 1]


async def test_the_history_tells_what_was_changed(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("shift+f3")
        assert "还没有修改记录" in editor.lines[-2]
        await retype(editor, "30000000")
        await editor.at_once("f2", "shift+f3")
        assert "预算执行·全年执行数：38820071.88" in editor.text
    (line,) = read_history(year)
    assert line.endswith("预算执行·全年执行数：38820071.88 → 30000000")

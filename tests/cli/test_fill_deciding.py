"""What only the user can decide is asked at a keyboard, as on the screen: before the first question
and where saving fails.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from perf_tui.core.answers.year import Year
from perf_tui.store.errors import SaveError
from perf_tui.store.forms import load_form
from perf_tui.store.keeping.keeper import journal_path
from perf_tui.store.keeping.lock import lock_path
from perf_tui.store.keeping.opened_file import open_file
from perf_tui.store.years.year_file import YearFile, read_year_file, write_year_file
from support.form_sets import RENAMED, two_versions

Fill = Callable[..., str]
NAME, EXECUTED = "yunxi-2024.toml", "budget.executed"
SIGNED = {"user": "王", "host": "另一台", "process": 7, "since": "2024-11-23 09:48"}
NOW = "25507687.9"

pytestmark = pytest.mark.usefixtures("keyboard")


@pytest.fixture
def path(samples: Path) -> Path:
    return samples / NAME


@pytest.fixture
def unsaved(path: Path) -> Path:
    """A file whose program was killed after a figure had been typed."""
    keeper = open_file(path, load_form).keeper
    keeper.note(keeper.saved.year.with_text(EXECUTED, "30000000"))
    keeper.close()
    return path


def year_in(path: Path) -> Year:
    return read_year_file(path, load_form).year


def save(path: Path, figure: str) -> None:
    keeper = open_file(path, load_form).keeper
    keeper.save(keeper.saved.year.with_text(EXECUTED, figure))
    keeper.close()


def change(path: Path, old: str, new: str) -> bytes:
    """What somebody else writes into the file."""
    content = path.read_bytes().replace(old.encode(), new.encode())
    path.write_bytes(content)
    return content


def test_what_was_left_is_looked_at_and_taken_up_by_enter(fill: Fill, unsaved: Path) -> None:
    said = fill(NAME, "2", "", ".完")
    assert "上次没有保存就结束了\n" in said
    assert "1，接着用\n2，看看改了哪些\n3，不要，记录另留着备查\n" in said
    assert f"预算执行·全年执行数：文件 {NOW}，记录 30000000" in said
    assert "取回的内容还没有存，输 .存 保存" in said
    assert year_in(unsaved).text(EXECUTED) == "30000000"


def test_what_was_left_is_put_aside(fill: Fill, unsaved: Path) -> None:
    said = fill(NAME, "9", "3", ".完")
    assert "没有“9”这一条，只输前面的数" in said
    assert "没用上的记录留在 " in said
    assert year_in(unsaved).text(EXECUTED) == NOW
    assert not journal_path(unsaved).exists()


def test_a_file_with_another_computer_is_looked_at_by_enter(fill: Fill, unsaved: Path) -> None:
    lock_path(unsaved).write_text(json.dumps(SIGNED))
    said = fill(NAME, "", "甲", ".记录", ".存", "1", ".完")
    assert "在别的电脑上开着\n王 从 2024-11-23 09:48 起在 另一台 上开着（进程 7）" in said
    assert "只能看：王 从" in said
    assert "1，回去，只看\n2，另存到别处" in said
    assert "已保存到" not in said
    assert year_in(unsaved).text("unit.name") != "甲"
    assert json.loads(lock_path(unsaved).read_text()) == SIGNED


def test_or_taken_over_with_what_is_there(fill: Fill, unsaved: Path) -> None:
    lock_path(unsaved).write_text(json.dumps(SIGNED))
    said = fill(NAME, "2", "1", ".完")
    assert "上次没有保存就结束了" in said
    assert year_in(unsaved).text(EXECUTED) == "30000000"
    assert not lock_path(unsaved).exists()


def test_what_could_not_be_taken_over_is_said(
    fill: Fill, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "")

    lock_path(path).write_text(json.dumps(SIGNED))
    monkeypatch.setattr("perf_tui.store.keeping.keeper.take_lock", refuse)
    assert "没有接手：" in fill(NAME, "2", ".完")


def test_what_is_open_here_is_only_looked_at(fill: Fill, path: Path) -> None:
    keeper = open_file(path, load_form).keeper
    said = fill(NAME, "甲", ".分", ".完")
    assert f"{NAME} 正被别人开着\n" in said
    assert "只能看：" in said
    assert "总分：99.20 = " in said
    keeper.close()


def test_a_damaged_file_stays_closed_unless_its_copy_is_wanted(fill: Fill, path: Path) -> None:
    save(path, "30000000")
    damaged = change(path, "\n[budget]", "\n[budget")
    said = fill(NAME, "", status=2)
    assert "文件受了损\n" in said
    assert "直接回车就是 2：" in said
    assert "已保存到" not in said
    assert path.read_bytes() == damaged
    fill(NAME, "9", status=2)  # nor by the end of input
    assert path.read_bytes() == damaged
    fill(NAME, "1", ".完")
    assert year_in(path).text(EXECUTED) == "30000000"


def test_a_copy_that_cannot_be_put_there_is_said(
    fill: Fill, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise SaveError("磁盘满了")

    save(path, "30000000")
    change(path, "\n[budget]", "\n[budget")
    monkeypatch.setattr("perf_tui.store.keeping.keeper.write_atomically", fail)
    assert "没有换成：" in fill(NAME, "1", status=2)


def test_an_altered_file_is_compared_and_gone_back_from(fill: Fill, path: Path) -> None:
    save(path, "30000000")
    change(path, "30000000", "30000001")
    said = fill(NAME, "2", "3", ".完")
    assert "打开后逐项核对，保存时会写入新的校验和。" in said
    assert "备份 30000000，文件 30000001" in said
    assert year_in(path).text(EXECUTED) == "30000000"


def test_one_without_copies_is_told(fill: Fill, path: Path) -> None:
    change(path, NOW, "30000001")
    said = fill(NAME, ".完")
    assert "文件在程序之外改过\n" in said
    assert "1，" not in said


@pytest.fixture
def overtaken(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Somebody else writes the file as soon as a figure has been typed."""
    from perf_tui.editing.open_year import OpenYear

    leave = OpenYear.leave

    def leave_late(open_year: OpenYear, address: str) -> object:
        change(path, NOW, "30000001")
        return leave(open_year, address)

    monkeypatch.setattr(OpenYear, "leave", leave_late)
    return path


def test_what_somebody_else_wrote_is_looked_at_and_replaced(fill: Fill, overtaken: Path) -> None:
    said = fill(NAME, "甲", ".存", "1", "3", ".完")
    assert "文件被别的程序改过\n" in said
    assert "单位信息·单位名称：文件 示例县云溪镇人民政府，这里 甲" in said
    assert year_in(overtaken).text("unit.name") == "甲"
    copies = overtaken.with_name(f".{NAME}.backups").iterdir()
    assert any(b"30000001" in copy.read_bytes() for copy in copies)


@pytest.mark.usefixtures("overtaken")
def test_what_cannot_be_read_cannot_be_looked_at(
    fill: Fill, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"{__name__}.NOW", "\n[budget]")
    assert "差别看不了：" in fill(NAME, "甲", ".存", "1", "3", ".完")


def test_or_both_are_kept(fill: Fill, overtaken: Path) -> None:
    said = fill(NAME, "甲", ".存", "2", str(overtaken), ".存", "2", "", ".完")
    other = overtaken.with_name("yunxi-2024-另存.toml")
    assert "已经有同名的文件" in said
    assert f"已保存到 {other}" in said
    assert year_in(other).text("unit.name") == "甲"
    assert b"30000001" in overtaken.read_bytes()


def test_one_goes_back_to_filling_in_where_nothing_is_chosen(
    fill: Fill, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise SaveError("没有保存：磁盘满了")

    monkeypatch.setattr("perf_tui.store.keeping.keeper.write_year_file", fail)
    said = fill(NAME, "甲", ".存", "", "乙", ".完", "2", "", status=2)
    assert "没有保存成功\n没有保存：磁盘满了\n1，回去接着填\n" in said
    assert "另存到哪里？直接回车就是 " in said
    assert year_in(path).text("unit.name") == "示例县云溪镇人民政府"


def test_where_going_back_to_a_backup_meets_another_version_that_is_decided_first(
    fill: Fill, path: Path, request: pytest.FixtureRequest
) -> None:
    save(path, "30000000")
    save(path, NOW)
    request.getfixturevalue("overtaken")
    said = fill(NAME, "甲", ".备份 1", "2", "3", ".完")
    assert "文件被别的程序改过\n" in said
    assert f"\n已保存到 {path}\n已恢复成 " in said
    assert year_in(path).text("unit.name") != "甲"


def test_leaving_is_heeded_before_anything_is_decided(fill: Fill, unsaved: Path) -> None:
    before = unsaved.read_bytes()
    said = fill(NAME, ".到 3", ".完", "甲")
    assert "“.到 3”没有照办，先答这一问；这里只有 .存 和 .完 有用" in said
    assert "甲" not in said
    assert unsaved.read_bytes() == before
    assert journal_path(unsaved).exists()


def test_saving_again_is_heeded_where_saving_failed(
    fill: Fill, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures = [1, 2]

    def fail_twice(target: Path, file: YearFile) -> bytes:
        if failures:
            failures.pop()
            raise SaveError("没有保存：磁盘满了")
        return write_year_file(target, file)

    monkeypatch.setattr("perf_tui.store.keeping.keeper.write_year_file", fail_twice)
    said = fill(NAME, "甲", ".存", "2", ".存", "2", ".存", "", ".完")
    assert said.count("另存到哪里？") == 2
    assert f"\n已保存到 {path}\n" in said
    assert year_in(path).text("unit.name") == "甲"
    assert not path.with_name(f"{path.stem}-另存.toml").exists()


def test_no_line_of_a_file_of_answers_is_swallowed_with_a_command(
    fill: Fill, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(path, "30000000")
    monkeypatch.setattr("perf_tui.cli.prompts.deciding.at_keyboard", lambda: False)
    assert "“.到 3”没有照办" in fill(NAME, "", ".备份 1", ".到 3", ".完")
    assert "乙" not in fill(NAME, "", ".备份 1", ".完", "乙")


@pytest.fixture
def carrying(samples: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A year beside a newer version of the form set that it carries along."""
    monkeypatch.setenv("XDG_DATA_HOME", str(samples / "data"))
    (samples / "2025.toml").unlink()
    return two_versions(samples)


def test_a_newer_version_of_the_form_set_is_read_about_and_taken(
    fill: Fill, carrying: Path
) -> None:
    said = fill(carrying.name, "2", "1", ".完")
    assert "1，换成第 2 版，现在的内容先留备份\n2，看全部改动\n" in said
    assert said.count("改名：") > RENAMED  # some in the question, all in the list
    assert "已换成表单第 2 版" in said
    assert read_year_file(carrying, load_form).form.version == 2


def test_or_kept_by_enter(fill: Fill, carrying: Path) -> None:
    assert "仍用第 1 版，下次打开再问" in fill(carrying.name, "", ".完")
    assert read_year_file(carrying, load_form).form.version == 1

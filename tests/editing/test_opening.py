"""What has to be settled before an opened file is worked on, and what each choice does."""

import json
from pathlib import Path

import pytest

from perf_tui.editing.deciding import Matter
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.opening import NotOpenedError, to_settle
from perf_tui.editing.saving import save
from perf_tui.store.errors import SaveError
from perf_tui.store.keeping.keeper import journal_path
from perf_tui.store.keeping.lock import lock_path
from perf_tui.store.keeping.opened_file import open_file
from perf_tui.store.years.checksum import sealed
from perf_tui.store.years.year_file import read_year_file
from support.samples import township

EXECUTED = "budget.executed"
SIGNED = {"user": "王", "host": "另一台", "process": 7, "since": "2024-11-23 09:48"}


def leave_unsaved(path: Path) -> None:
    """Type a figure and be killed."""
    keeper = open_file(path, township).keeper
    keeper.note(keeper.saved.year.with_text(EXECUTED, "30000000"))
    keeper.close()


def save_figure(path: Path, figure: str) -> None:
    keeper = open_file(path, township).keeper
    keeper.save(keeper.saved.year.with_text(EXECUTED, figure))
    keeper.close()


def reopened(path: Path) -> OpenYear:
    return OpenYear(open_file(path, township))


def is_reading(open_year: OpenYear) -> bool:
    return not open_year.editable


def the_matter(open_year: OpenYear) -> Matter:
    (matter,) = to_settle(open_year)
    return matter


def do(matter: Matter, choice: int) -> str:
    does = matter.choices[choice].do
    done = does() if does else None
    return done.worded({"save": "按 F2"}) if done else ""


def test_most_files_have_nothing_to_be_settled(open_year: OpenYear) -> None:
    assert list(to_settle(open_year)) == []


def test_what_an_earlier_run_left_is_taken_up(path: Path) -> None:
    leave_unsaved(path)
    open_year = reopened(path)
    matter = the_matter(open_year)
    assert matter.unanswered == 0
    assert do(matter, 0) == "取回的内容还没有存，按 F2 保存"
    assert open_year.session.year.text(EXECUTED) == "30000000"
    save(open_year)
    assert not journal_path(path).exists()


def test_it_is_looked_at_and_put_aside(path: Path) -> None:
    leave_unsaved(path)
    open_year = reopened(path)
    matter = the_matter(open_year)
    look = matter.choices[1].look
    assert look
    assert [(one.name, one.year.text(EXECUTED)) for one in look()] == [
        *(("文件", "38820071.88"), ("记录", "30000000")),
    ]
    assert do(matter, 2) == "没用上的记录留在 .2024.toml.journal.1"
    assert open_year.session.year.text(EXECUTED) == "38820071.88"


def test_what_does_not_fit_any_more_is_only_looked_at(path: Path) -> None:
    leave_unsaved(path)
    path.write_bytes(path.read_bytes().replace(b"27393095", b"27393096"))
    altered, left = to_settle(reopened(path))
    assert altered.title == "文件在程序之外改过"
    assert [one.words for one in left.choices] == [
        *("打开文件，记录另留着备查", "看看记录里有什么"),
    ]


def test_what_cannot_be_put_aside_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal_path(path).write_bytes(b"garbage\n")
    matter = the_matter(reopened(path))
    (put_aside,) = matter.choices

    def fail(*_: object) -> None:
        raise PermissionError(13, "")

    monkeypatch.setattr("perf_tui.store.keeping.keeper.put_aside", fail)
    assert put_aside.do
    with pytest.raises(SaveError, match="没有挪开"):
        put_aside.do()
    assert matter.failed == "没有办成"


def test_a_file_with_another_computer_is_looked_at_or_taken_over(path: Path) -> None:
    leave_unsaved(path)
    lock_path(path).write_text(json.dumps(SIGNED))
    open_year = reopened(path)
    assert [one.title for one in to_settle(open_year)] == ["2024.toml 在别的电脑上开着"]
    assert is_reading(open_year)
    matters = to_settle(open_year)
    assert do(next(matters), 1) == ""
    assert not is_reading(open_year)
    assert [one.title for one in matters] == ["上次没有保存就结束了"]
    open_year.keeper.close()


def test_a_file_that_is_open_is_told_and_looked_at(open_year: OpenYear) -> None:
    matter = the_matter(reopened(open_year.path))
    assert matter.title == "2024.toml 正被别人开着"
    assert matter.choices == ()


def test_a_damaged_file_stays_as_it_is_unless_a_copy_is_wanted(path: Path) -> None:
    save_figure(path, "30000000")
    path.write_bytes(path.read_bytes().replace(b"\n[budget]", b"\n[budget"))
    damaged = path.read_bytes()
    open_year = reopened(path)
    matter = the_matter(open_year)
    with pytest.raises(NotOpenedError, match=r"^$"):
        do(matter, matter.unanswered or 0)
    assert path.read_bytes() == damaged
    assert do(matter, 0) == ""
    assert read_year_file(path, township).year.text(EXECUTED) == "30000000"


def test_a_copy_that_cannot_be_put_there_leaves_it_closed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_figure(path, "30000000")
    path.write_bytes(b"[")

    def fail(*_: object) -> None:
        raise SaveError("磁盘满了")

    matter = the_matter(reopened(path))
    monkeypatch.setattr("perf_tui.store.keeping.keeper.write_atomically", fail)
    with pytest.raises(NotOpenedError, match=r"磁盘满了|没有备份成"):
        do(matter, 0)


def test_a_file_altered_outside_is_gone_on_with_or_gone_back_from(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"38820071.88", b"30000001"))
    open_year = reopened(path)
    matter = the_matter(open_year)
    assert (matter.title, matter.choices) == ("文件在程序之外改过", ())
    assert matter.brief == f"注意：{path} 在程序之外改动过，核对无误再用结果"
    save(open_year)
    open_year.keeper.close()
    save_figure(path, "30000000")
    path.write_bytes(path.read_bytes().replace(b"30000000", b"30000001"))
    open_year = reopened(path)
    matter = the_matter(open_year)
    assert (len(matter.choices), matter.unanswered) == (3, 0)
    assert do(matter, 2).endswith("的备份，还没有存，按 F2 保存")
    assert open_year.session.year.text(EXECUTED) == "30000000"
    assert open_year.dirty
    open_year.keeper.close()


def test_a_final_year_stays_final_whatever_it_is_gone_back_to(path: Path) -> None:
    save_figure(path, "30000000")
    content = path.read_bytes().replace(b"30000000", b"30000001")
    path.write_bytes(content + b'\n[final]\ndate = "2025-04-15 09:00"\n')
    open_year = reopened(path)
    do(the_matter(open_year), 2)
    assert open_year.session.year.text(EXECUTED) == "30000000"
    assert open_year.session.year.text("final.date") == "2025-04-15 09:00"
    assert not open_year.editable
    open_year.keeper.close()


def test_how_the_file_lies_is_told(path: Path) -> None:
    path.with_name("hard.toml").hardlink_to(path)
    matter = the_matter(reopened(path))
    assert matter.title == "打开以前先看"
    assert "hard.toml" in matter.words


def test_what_a_newer_program_saved_is_told_and_looked_at(path: Path) -> None:
    path.write_bytes(sealed(path.read_bytes().replace(b"format = 1", b"format = 9")))
    matter = the_matter(reopened(path))
    assert matter.title == "2024.toml 只能看"
    assert "升级程序以后再打开来改" in matter.words

"""Backups, history and the lock beside a file, and the keeper that brings them together."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from perf_tui.core.answers.year import Year
from perf_tui.store.errors import ChangedError, SaveError, YearError
from perf_tui.store.files.sidecar import sidecar
from perf_tui.store.forms import load_form
from perf_tui.store.keeping import backups, history, lock
from perf_tui.store.keeping.backups import good_backups, keep_altered, keep_backup, list_backups
from perf_tui.store.keeping.history import append_history, history_path, read_history
from perf_tui.store.keeping.keeper import Keeper, journal_path, local_now, stamp
from perf_tui.store.keeping.lock import HeldError, take_lock
from perf_tui.store.keeping.opened_file import OpenedFile, open_file
from perf_tui.store.keeping.remains import Remains, remains_words
from perf_tui.store.user.trouble import keep_report
from perf_tui.store.years.checksum import sealed
from perf_tui.store.years.year_file import YearFile, format_year, read_year_file, write_year_file
from support.samples import township

NOW = datetime(2024, 11, 23, 9, 48, tzinfo=UTC)
START = Year("township", 2024, {"unit.name": "云溪镇", "budget.executed": "1"})


def clock() -> datetime:
    return NOW


def content_of(year: Year) -> bytes:
    return format_year(YearFile(township("township"), year))


def figure(number: int) -> Year:
    return START.with_text("budget.executed", str(number))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "2024.toml"
    write_year_file(path, YearFile(township("township"), START))
    return path


def opened(path: Path) -> OpenedFile:
    return open_file(path, township, clock)


def numbers(path: Path) -> list[int]:
    return [backup.number for backup in list_backups(path)]


def forbid_new_files(patch: pytest.MonkeyPatch) -> None:
    real = os.open

    def refuse(name: Path, flags: int, *more: int) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(13, "")
        return real(name, flags, *more)

    patch.setattr(os, "open", refuse)


def test_a_link_has_the_companions_of_what_it_leads_to(tmp_path: Path, path: Path) -> None:
    (tmp_path / "other").mkdir()
    link = tmp_path / "other" / "link.toml"
    link.symlink_to(path)
    assert sidecar(link, "journal") == tmp_path / ".2024.toml.journal"


def test_the_newest_backup_is_the_one_with_the_highest_number(path: Path) -> None:
    keep_backup(path, content_of(figure(1)), NOW)
    keep_backup(path, content_of(figure(2)), NOW.replace(year=1970))
    keep_backup(path, content_of(figure(2)), NOW)
    assert [(one.number, one.when) for one in list_backups(path)] == [
        (2, "1970-11-23 09:48"),
        (1, "2024-11-23 09:48"),
    ]
    folder = sidecar(path, "backups")
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {copy.stat().st_mode & 0o777 for copy in folder.iterdir()} == {0o600}


def test_backups_are_bounded_to_the_newest_and_one_a_day(path: Path) -> None:
    for number in range(400):
        day = datetime.fromtimestamp(number * 3600 * 6, tz=UTC)
        keep_backup(path, content_of(figure(number)), day)
    kept = list_backups(path)
    assert [one.number for one in kept[:10]] == list(range(400, 390, -1))
    assert len(kept) <= 10 + backups.DAYS
    days = {one.when[:10] for one in kept}
    assert len(days) >= backups.DAYS


def test_only_whole_backups_are_good(path: Path) -> None:
    for number in (1, 2, 3, 4):
        keep_backup(path, content_of(figure(number)), NOW)
    fourth, third, second, _ = list_backups(path)
    fourth.path.write_bytes(content_of(figure(4)).replace(b"= 4", b"= 5"))
    third.path.unlink()
    third.path.mkdir()
    unknown = content_of(Year("township", 2024)).replace(b"township", b"nosuch", 1)
    second.path.write_bytes(sealed(unknown))
    ((backup, file),) = good_backups(path, load_form)
    assert (backup.number, file.year.text("budget.executed")) == (1, "1")


def test_altered_versions_are_kept_apart_and_bounded(path: Path) -> None:
    for minute in range(30):
        keep_altered(path, b"x", NOW.replace(minute=minute))
    assert len(list(sidecar(path, "backups").iterdir())) == backups.NEWEST
    assert list_backups(path) == []


def test_the_history_has_a_line_for_each_place(path: Path) -> None:
    form = township("township")
    finding = "accepted.overreach/budget.executed"
    after = START.with_texts(
        {
            "budget.executed": "",
            "sections.duties": "长\n" * 300,
            finding: "已核对",
            "accepted_for.overreach/budget.executed": "12345678",
            "accepted.whole-year": "真的",
            "final.date": "2024-11-23 09:48",
            "final.reopened_1": "2024-11-24 数字有误",
            "last.file": "2023.toml",
        }
    )
    append_history(path, form, START, after, "2024-11-23 09:48")
    append_history(path, form, after, after, "2024-11-23 09:49")
    lines = read_history(path)
    assert lines[0].endswith("全年执行数：1 → 空白")
    assert any("（共 599 字）" in line for line in lines)
    assert any(line.endswith("全年执行数的说明：空白 → 已核对") for line in lines)
    assert {line.split("  ")[1] for line in lines[3:]} == {
        "说明：空白 → 真的",
        "定稿：空白 → 2024-11-23 09:48",
        "重新打开：空白 → 2024-11-24 数字有误",
        "上年文件：空白 → 2023.toml",
    }
    assert not any("12345678" in line for line in lines)


def test_the_history_is_bounded_and_keeps_the_newest(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert read_history(path) == []
    monkeypatch.setattr(history, "MOST_BYTES", 2000)
    for number in range(200):
        append_history(path, township("township"), figure(number), figure(number + 1), "9:48")
        assert history_path(path).stat().st_size <= 2000
    lines = read_history(path)
    assert lines[0] == "（更早的记录已经删去）"
    assert lines[-1].endswith("199 → 200")


def test_a_history_that_cannot_be_read_is_none(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    append_history(path, township("township"), figure(1), figure(2), "9:48")
    assert read_history(path)
    monkeypatch.setattr(Path, "read_bytes", failing)
    assert read_history(path) == []


def test_a_lock_tells_who_and_since_when_and_is_given_back(path: Path) -> None:
    first = take_lock(path, "2024-11-23 09:48")
    with pytest.raises(HeldError, match=rf"2024-11-23 09:48 起.*{os.getpid()}"):
        take_lock(path, "")
    first.release()
    first.release()
    assert not sidecar(path, "lock").exists()
    take_lock(path, "").release()


@pytest.mark.parametrize("signed", [b"", b"{}", b"[1", b"\xff", b"[" * 4096])
def test_a_lock_that_nobody_signed_is_somebodys(path: Path, signed: bytes) -> None:
    first = take_lock(path, "")
    sidecar(path, "lock").write_bytes(signed)
    with pytest.raises(HeldError, match="另一个程序"):
        take_lock(path, "")
    first.release()


def test_a_lock_left_by_a_dead_program_is_taken_over(path: Path) -> None:
    sidecar(path, "lock").write_text(json.dumps({"user": "x", "host": "y", "process": 1}))
    take_lock(path, "now").release()


def test_a_lock_whose_name_was_removed_meanwhile_is_taken_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    takes: list[int] = []

    def take(_: int) -> None:
        if not takes:
            sidecar(path, "lock").unlink()
        takes.append(1)

    monkeypatch.setattr(lock, "_take", take)
    take_lock(path, "").release()
    assert len(takes) == 2


def test_windows_has_no_such_lock(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "WINDOWS", True)
    first, second = take_lock(path, ""), take_lock(path, "")
    first.release()
    second.release()


def test_saving_keeps_the_old_version_and_the_new_one(path: Path) -> None:
    keeper = opened(path).keeper
    keeper.note(figure(2))
    assert journal_path(path).exists()
    keeper.save(figure(2))
    assert not journal_path(path).exists()
    assert numbers(path) == [2, 1]
    assert read_history(path)[-1].endswith("1 → 2")
    assert keeper.saved.year == figure(2)
    keeper.close()
    keeper.close()


def test_undone_changes_leave_no_journal(path: Path) -> None:
    keeper = opened(path).keeper
    keeper.note(figure(2))
    keeper.note(START)
    keeper.close()
    assert not journal_path(path).exists()


def test_a_version_of_somebody_else_is_only_replaced_with_a_copy(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = opened(path).keeper
    foreign = content_of(figure(9))
    path.write_bytes(foreign)
    with pytest.raises(ChangedError):
        keeper.save(figure(2))
    with monkeypatch.context() as patch:
        patch.setattr("perf_tui.store.keeping.keeper.keep_backup", failing)
        with pytest.raises(SaveError, match="没有备份成"):
            keeper.save(figure(2), overwrite=True)
    assert path.read_bytes() == foreign
    keeper.save(figure(2), overwrite=True)
    assert foreign in [one.path.read_bytes() for one in list_backups(path)]
    keeper.close()


def failing(*_: object) -> None:
    raise OSError(28, "")


def test_a_file_that_is_gone_is_written_again(path: Path) -> None:
    keeper = opened(path).keeper
    path.unlink()
    keeper.save(figure(2))
    assert read_year_file(path, township).year == figure(2)
    keeper.close()


@pytest.mark.parametrize(
    ("step", "said"), [("keep_backup", "备份没有写成"), ("append_history", "修改记录没有写成")]
)
def test_a_save_without_its_copy_or_history_is_a_save_and_says_so(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str, said: str
) -> None:
    keeper = opened(path).keeper
    monkeypatch.setattr(f"perf_tui.store.keeping.keeper.{step}", failing)
    keeper.save(figure(2))
    assert read_year_file(path, township).year == figure(2)
    assert keeper.trouble.startswith(f"{said}，磁盘满了")
    keeper.close()


def test_where_no_new_file_can_be_made_it_is_known_at_once(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forbid_new_files(monkeypatch)
    keeper = opened(path).keeper
    assert "写不进新的文件" in keeper.trouble
    keeper.note(figure(2))
    assert "暂时只在内存里" in keeper.trouble
    assert not keeper.has(figure(2))
    keeper.close()


def test_a_second_opener_only_reads(path: Path) -> None:
    first = opened(path).keeper
    first.note(figure(2))
    second = opened(path)
    assert second.remains is None
    assert not second.sound
    second.keeper.note(figure(3))
    assert second.keeper.has(figure(3))
    with pytest.raises(SaveError, match="开着"):
        second.keeper.save(figure(3))
    second.keeper.close()
    path.write_bytes(b"format = 1\nform =")
    with pytest.raises(YearError):
        opened(path)
    first.close()


def saved_elsewhere(keeper: Keeper, target: Path) -> Keeper:
    return keeper.save_elsewhere(figure(2), target)


def test_going_on_elsewhere_leaves_the_first_file_free(path: Path) -> None:
    keeper = opened(path).keeper
    keeper.note(figure(2))
    target = path.with_name("b.toml")
    other = saved_elsewhere(keeper, target)
    assert read_year_file(target, township).year == figure(2)
    assert not journal_path(path).exists()
    opened(path).keeper.close()
    with pytest.raises(SaveError, match="同名"):
        saved_elsewhere(other, path)
    with pytest.raises(SaveError, match="结尾"):
        saved_elsewhere(other, path.with_suffix(".txt"))
    held = take_lock(path.with_name("c.toml"), "9:48")
    with pytest.raises(SaveError, match="9:48"):
        saved_elsewhere(other, path.with_name("c.toml"))
    held.release()
    other.close()


def test_a_place_that_fails_leaves_its_lock_to_others(path: Path) -> None:
    keeper = opened(path).keeper
    with pytest.raises(SaveError, match="文件夹"):
        saved_elsewhere(keeper, path.parent / "none" / "b.toml")
    keeper.close()


def test_what_a_killed_program_left_is_found_in_words(path: Path) -> None:
    keeper = opened(path).keeper
    keeper.note(figure(2))
    keeper.note(figure(2).with_texts({f"budget.{key}": "1" for key in ("initial", "adjusted")}))
    keeper.close()
    found = opened(path)
    assert found.remains is not None
    assert found.remains.fits
    words = remains_words(path, found.keeper.saved.form, START, found.remains)
    assert "2024-11-23 09:48 到 2024-11-23 09:48 填的没有存进 2024.toml" in words
    assert "全年执行数" in words
    assert found.remains.year is not None
    found.keeper.take_up(found.remains.year)
    found.keeper.save(found.remains.year)
    found.keeper.close()
    assert opened_and_closed(path).sound


def opened_and_closed(path: Path) -> OpenedFile:
    found = opened(path)
    found.keeper.close()
    return found


def test_remains_tell_how_far_they_can_be_trusted(path: Path) -> None:
    keeper = opened(path).keeper
    keeper.note(figure(2))
    keeper.note(figure(3))
    keeper.close()
    form = township("township")
    journal = journal_path(path)
    journal.write_bytes(journal.read_bytes().replace(b'"3"', b'"4"'))
    remains = opened_and_closed(path).remains
    assert remains is not None
    assert remains.year == figure(2)
    assert "末尾受了损" in remains_words(path, form, START, remains)
    path.write_bytes(content_of(figure(7)))
    remains = opened_and_closed(path).remains
    assert remains is not None
    assert "没有自动用上" in remains_words(path, form, figure(7), remains)
    write_year_file(path, YearFile(form, Year("township", 2023)))
    remains = opened_and_closed(path).remains
    assert remains is not None
    assert "另一个年度" in remains_words(path, form, START, remains)


def test_remains_of_many_places_name_a_few(path: Path) -> None:
    keeper = opened(path).keeper
    year = START.with_texts({f"sections.{one.key}": "字" for one in township("township").sections})
    keeper.note(year)
    keeper.close()
    remains = opened_and_closed(path).remains
    assert remains is not None
    assert " 处。" in remains_words(path, township("township"), START, remains)


def test_a_journal_with_nothing_new_is_removed(path: Path) -> None:
    keeper = opened(path).keeper
    keeper.note(figure(2))
    keeper.close()
    path.write_bytes(content_of(figure(2)))
    assert opened_and_closed(path).sound
    assert not journal_path(path).exists()


def test_a_journal_that_makes_no_sense_is_told_and_not_used(path: Path) -> None:
    journal_path(path).write_text("nonsense\n")
    assert opened_and_closed(path).remains == Remains(None)


def test_a_file_of_which_nothing_can_be_used_stays_free_for_others(path: Path) -> None:
    path.write_bytes(b"format = 1\nform =")
    with pytest.raises(YearError):
        opened(path)
    take_lock(path, "").release()


def test_a_new_file_whose_folder_was_not_flushed_is_known_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = opened(path).keeper

    with monkeypatch.context() as patch:
        patch.setattr("perf_tui.store.keeping.keeper.write_year_file", not_flushed)
        with pytest.raises(SaveError, match="没有保存"):
            keeper.save(figure(2))
    keeper.save(figure(3))  # and is not taken for somebody else's
    assert read_year_file(path, township).year == figure(3)
    keeper.close()


def test_a_save_of_which_nothing_reached_the_disk_leaves_everything(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = opened(path).keeper
    keeper.note(figure(2))
    with monkeypatch.context() as patch:
        patch.setattr("perf_tui.store.years.year_file.write_atomically", no_room)
        with pytest.raises(SaveError):
            keeper.save(figure(2))
    assert keeper.saved.year == read_year_file(path, township).year == START
    keeper.close()
    remains = opened_and_closed(path).remains
    assert remains is not None
    assert (remains.year, remains.fits) == (figure(2), True)


def not_flushed(target: Path, file: YearFile) -> bytes:
    """The file is there, but nobody knows whether it lasts."""
    target.write_bytes(format_year(file))
    raise SaveError("没有保存")


def no_room(*_: object) -> None:
    raise SaveError("磁盘满了")


def test_after_a_kill_such_a_file_and_what_was_typed_since_belong_together(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = opened(path).keeper

    with monkeypatch.context() as patch:
        patch.setattr("perf_tui.store.keeping.keeper.write_year_file", not_flushed)
        with pytest.raises(SaveError):
            keeper.save(figure(2))
    keeper.note(figure(3))
    keeper.close()
    remains = opened_and_closed(path).remains
    assert remains is not None
    assert (remains.year, remains.fits, remains.whole) == (figure(3), True, True)


def test_times_are_written_down_to_the_minute_and_here() -> None:
    before, told, after = local_now(), stamp(), local_now()
    assert f"{before:%Y-%m-%d %H:%M}" <= told <= f"{after:%Y-%m-%d %H:%M}"
    assert before.utcoffset() is not None


def test_putting_aside_what_is_not_there_says_so(path: Path) -> None:
    keeper = opened(path).keeper
    with pytest.raises(SaveError, match="没有挪开"):
        keeper.set_aside()
    keeper.close()


def test_a_damaged_file_gives_its_newest_good_copy(path: Path) -> None:
    keeper = opened(path).keeper
    keeper.save(figure(2))
    keeper.note(figure(3))
    keeper.close()
    path.write_bytes(path.read_bytes()[:60])
    found = opened(path)
    assert found.damage
    assert found.backup is not None
    assert found.keeper.saved.year == figure(2)
    assert found.remains is not None
    assert found.remains.year == figure(3)
    found.keeper.restore(*found.backup)
    assert read_year_file(path, township).year == figure(2)
    path.unlink()
    found.keeper.restore(*found.backup)
    found.keeper.close()
    assert read_year_file(path, township).year == figure(2)


def test_a_report_of_a_bug_tells_where_it_arose(monkeypatch: pytest.MonkeyPatch) -> None:
    report = keep_report(ValueError("so"))
    assert report is not None
    assert "ValueError: so" in report.read_text()
    monkeypatch.setattr("perf_tui.store.user.trouble.write_atomically", failing)
    assert keep_report(ValueError()) is None


def test_indicators_of_either_year_are_named() -> None:
    form, own = township("township"), {"own.own1.name": "培训", "indicators.own1.remark": "甲"}
    removed = START.with_text("own.forest_fires.removed", "是")
    for before, after in ((START, START.with_texts(own)), (START.with_texts(own), removed)):
        words = remains_words(Path("x.toml"), form, before, Remains(after, "8:00", "9:00", True))
        assert "培训·指标名称、培训·说明" in words
    assert "森林火灾发生次数·已删去" in words

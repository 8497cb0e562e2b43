"""Earlier versions looked at and gone back to, and the record of what was changed."""

import pytest

from perf_tui.editing.backups import about_backup, backups_of, go_back_to, history_of
from perf_tui.editing.desk import Desk
from perf_tui.editing.refusing import RefusedError
from perf_tui.editing.saving import save
from perf_tui.store.backups import list_backups
from perf_tui.store.errors import SaveError

EXECUTED = "budget.executed"


def type_and_save(desk: Desk, figure: str) -> None:
    desk.type(EXECUTED, figure)
    desk.leave(EXECUTED)
    save(desk)


def test_before_the_first_save_there_is_neither(desk: Desk) -> None:
    with pytest.raises(RefusedError, match="还没有备份，保存以后才有"):
        backups_of(desk)
    with pytest.raises(RefusedError, match="还没有修改记录，保存以后才有"):
        history_of(desk)


def test_a_backup_is_looked_at_and_gone_back_to_once_the_rest_is_saved(desk: Desk) -> None:
    type_and_save(desk, "30000000")
    newest, oldest = backups_of(desk)
    assert (newest[0].number, oldest[0].number) == (2, 1)
    look, back = about_backup(desk, *oldest).choices
    assert look.look
    assert [one.year.text(EXECUTED) for one in look.look()] == ["38820071.88", "30000000"]
    desk.type(EXECUTED, "5")
    desk.leave(EXECUTED)
    assert back.do
    said = back.do()
    assert said
    assert said.told({"save": "按 F2"}).endswith("的备份，还没有存，按 F2 保存")
    assert desk.session.year.text(EXECUTED) == "38820071.88"
    assert desk.keeper.saved.year.text(EXECUTED) == "5"
    assert [backup.number for backup in list_backups(desk.path)] == [3, 2, 1]


def test_nobody_goes_back_where_nothing_can_be_changed_or_saved(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_and_save(desk, "30000000")
    oldest = backups_of(desk)[-1]
    desk.session.put(EXECUTED, "5")

    def fail(*_: object) -> None:
        raise SaveError("磁盘满了")

    monkeypatch.setattr("perf_tui.store.keeping.write_year_file", fail)
    with pytest.raises(SaveError, match="磁盘满了"):
        go_back_to(desk, *oldest)
    desk.session.lock("2025-04-15 09:00")
    with pytest.raises(RefusedError, match="已定稿"):
        go_back_to(desk, *oldest)
    assert desk.session.year.text(EXECUTED) == "5"


def test_what_was_changed_is_told_the_newest_first(desk: Desk) -> None:
    type_and_save(desk, "30000000")
    type_and_save(desk, "30000001")
    (newest, oldest), path = history_of(desk)
    assert oldest.endswith("预算执行·全年执行数：38820071.88 → 30000000")
    assert newest.endswith("30000000 → 30000001")
    assert path.is_file()

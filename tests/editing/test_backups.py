"""Earlier versions looked at and gone back to, and the record of what was changed."""

import pytest

from perf_tui.editing.backups import about_backup, backups_of, go_back_to, history_of
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError
from perf_tui.editing.saving import save
from perf_tui.store.errors import SaveError
from perf_tui.store.keeping.backups import list_backups

EXECUTED = "budget.executed"


def type_and_save(open_year: OpenYear, figure: str) -> None:
    open_year.type(EXECUTED, figure)
    open_year.leave(EXECUTED)
    save(open_year)


def test_before_the_first_save_there_is_neither(open_year: OpenYear) -> None:
    with pytest.raises(RefusedError, match="还没有备份，保存以后才有"):
        backups_of(open_year)
    with pytest.raises(RefusedError, match="还没有修改记录，保存以后才有"):
        history_of(open_year)


def test_a_backup_is_looked_at_and_gone_back_to_once_the_rest_is_saved(open_year: OpenYear) -> None:
    type_and_save(open_year, "30000000")
    newest, oldest = backups_of(open_year)
    assert (newest[0].number, oldest[0].number) == (2, 1)
    look, back = about_backup(open_year, *oldest).choices
    assert look.look
    assert [one.year.text(EXECUTED) for one in look.look()] == ["38820071.88", "30000000"]
    open_year.type(EXECUTED, "5")
    open_year.leave(EXECUTED)
    assert back.do
    said = back.do()
    assert said
    assert said.worded({"save": "按 F2"}).endswith("的备份，还没有存，按 F2 保存")
    assert open_year.session.year.text(EXECUTED) == "38820071.88"
    assert open_year.keeper.saved.year.text(EXECUTED) == "5"
    assert [backup.number for backup in list_backups(open_year.path)] == [3, 2, 1]


def test_nobody_goes_back_where_nothing_can_be_changed_or_saved(
    open_year: OpenYear, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_and_save(open_year, "30000000")
    oldest = backups_of(open_year)[-1]
    open_year.session.put(EXECUTED, "5")

    def fail(*_: object) -> None:
        raise SaveError("磁盘满了")

    monkeypatch.setattr("perf_tui.store.keeping.keeper.write_year_file", fail)
    with pytest.raises(SaveError, match="磁盘满了"):
        go_back_to(open_year, *oldest)
    open_year.session.lock("2025-04-15 09:00")
    with pytest.raises(RefusedError, match="已定稿"):
        go_back_to(open_year, *oldest)
    assert open_year.session.year.text(EXECUTED) == "5"


def test_what_was_changed_is_told_the_newest_first(open_year: OpenYear) -> None:
    type_and_save(open_year, "30000000")
    type_and_save(open_year, "30000001")
    (newest, oldest), path = history_of(open_year)
    assert oldest.endswith("预算执行·全年执行数：38820071.88 → 30000000")
    assert newest.endswith("30000000 → 30000001")
    assert path.is_file()

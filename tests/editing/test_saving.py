"""The file written, written elsewhere, and what there is to choose where that fails."""

from pathlib import Path

import pytest

from perf_tui.core.answers.year import LAST_FILE, Year
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError
from perf_tui.editing.saving import proposed_elsewhere, save, save_elsewhere, save_rest, unsaved
from perf_tui.store.errors import ChangedError, SaveError, YearError
from perf_tui.store.years.year_file import read_year_file
from support.samples import township

EXECUTED = "budget.executed"


@pytest.fixture
def typed(open_year: OpenYear) -> OpenYear:
    """With a figure that is not saved."""
    open_year.type(EXECUTED, "30000000")
    open_year.leave(EXECUTED)
    return open_year


def year_in(path: Path) -> Year:
    return read_year_file(path, township).year


def change(path: Path) -> bytes:
    """What somebody else writes meanwhile."""
    path.write_bytes(path.read_bytes().replace(b"27393095", b"27393096"))
    return path.read_bytes()


def refused(open_year: OpenYear) -> SaveError:
    with pytest.raises(SaveError) as error:
        save(open_year)
    return error.value


def test_only_what_is_unsaved_is_written(typed: OpenYear) -> None:
    save_rest(typed)
    assert year_in(typed.path).text(EXECUTED) == "30000000"
    before = typed.path.stat().st_mtime_ns
    save_rest(typed)
    assert typed.path.stat().st_mtime_ns == before


def test_a_disk_that_refuses_leaves_another_place(
    typed: OpenYear, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise SaveError("没有保存：磁盘满了")

    monkeypatch.setattr("perf_tui.store.keeping.keeper.write_year_file", fail)
    matter = unsaved(typed, refused(typed))
    assert (matter.title, matter.words) == ("没有保存成功", "没有保存：磁盘满了")
    back, elsewhere = matter.choices
    assert (back.do, back.look, elsewhere.elsewhere) == (None, None, True)


def test_what_somebody_else_wrote_is_looked_at_and_replaced_only_if_wanted(typed: OpenYear) -> None:
    theirs = change(typed.path)
    error = refused(typed)
    assert isinstance(error, ChangedError)
    look, elsewhere, replace = unsaved(typed, error).choices
    assert look.look
    first, second = look.look()
    assert (first.name, first.year.text("budget.initial")) == ("文件", "27393096")
    assert (second.name, second.year) == ("这里", typed.session.year)
    assert elsewhere.elsewhere
    assert typed.path.read_bytes() == theirs
    assert replace.do
    replace.do()
    assert year_in(typed.path).text(EXECUTED) == "30000000"


def test_what_cannot_be_read_cannot_be_looked_at(typed: OpenYear) -> None:
    typed.path.write_bytes(b"[")
    look = unsaved(typed, refused(typed)).choices[0].look
    assert look
    with pytest.raises(YearError):
        look()


def test_one_goes_on_where_one_saved_elsewhere(typed: OpenYear) -> None:
    old, target = typed.path, proposed_elsewhere(typed)
    assert target.name == "2024-另存.toml"
    save_elsewhere(typed, f" {target} ")
    assert typed.path == target
    assert year_in(target).text(EXECUTED) == "30000000"
    assert year_in(old).text(EXECUTED) == "38820071.88"
    assert not typed.dirty


def test_elsewhere_is_a_new_name_that_can_be(typed: OpenYear) -> None:
    old = typed.path
    for name, why in ((str(old), "已经有同名的文件"), ("x.txt", "结尾写成 .toml")):
        with pytest.raises(SaveError, match=why):
            save_elsewhere(typed, name)
    for name in ("~niemand9/x.toml", "a\0b.toml"):
        with pytest.raises(RefusedError, match="这个路径用不了"):
            save_elsewhere(typed, name)
    assert typed.path == old


def test_last_year_s_file_is_found_from_the_new_place(new: OpenYear, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    save_elsewhere(new, str(folder / "2025.toml"))
    assert new.session.year.text(LAST_FILE) == "../yunxi-2024.toml"
    assert year_in(new.path) == new.session.year

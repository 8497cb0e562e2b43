"""What an earlier run left, or a backup, put in the place of a file that nobody works on."""

from pathlib import Path

import pytest

from perf_tui.editing.recovering import (
    backup_numbered,
    put_in_place,
    recovered,
    require_free,
    require_left,
    with_left_at,
)
from perf_tui.editing.refusing import RefusedError
from perf_tui.store.errors import SaveError
from perf_tui.store.keeping.backups import list_backups
from perf_tui.store.keeping.keeper import journal_path
from perf_tui.store.keeping.opened_file import OpenedFile, open_file
from perf_tui.store.years.year_file import read_year_file
from support.samples import township

EXECUTED = "budget.executed"


def opened(path: Path) -> OpenedFile:
    return open_file(path, township)


def figure_in(path: Path) -> str:
    return read_year_file(path, township).year.text(EXECUTED)


@pytest.fixture
def killed(path: Path) -> Path:
    """A file whose program was killed after a figure had been typed."""
    keeper = opened(path).keeper
    keeper.note(keeper.saved.year.with_text(EXECUTED, "2"))
    keeper.close()
    return path


@pytest.fixture
def moved(killed: Path) -> Path:
    """The same file at another place, without what lies hidden beside it."""
    target = killed.parent / "new" / killed.name
    target.parent.mkdir()
    return killed.rename(target)


def test_what_was_left_is_put_in_place(killed: Path) -> None:
    found = opened(killed)
    require_free(found)
    assert recovered(found).year.text(EXECUTED) == "2"
    put_in_place(found)
    found.keeper.close()
    assert figure_in(killed) == "2"
    assert not journal_path(killed).exists()


def test_with_nothing_left_the_file_is_as_it_was(path: Path) -> None:
    before = path.read_bytes()
    put_in_place(opened(path))
    assert path.read_bytes() == before


def test_what_does_not_fit_is_not_used(killed: Path) -> None:
    killed.write_bytes(killed.read_bytes().replace(b"27393095", b"27393096"))
    with pytest.raises(RefusedError, match="没有动；打开它可以看这份记录"):
        put_in_place(opened(killed))


def test_a_damaged_file_is_not_touched_either_where_it_does_not_fit(path: Path) -> None:
    for figure in ("3", "4"):
        keeper = opened(path).keeper
        keeper.save(keeper.saved.year.with_text(EXECUTED, figure))
        keeper.close()
    keeper = opened(path).keeper
    keeper.note(keeper.saved.year.with_text(EXECUTED, "2"))
    keeper.close()
    list_backups(path)[0].path.unlink()
    path.write_bytes(b"[")
    found = opened(path)
    assert found.damage
    with pytest.raises(RefusedError, match="没有动"):
        put_in_place(found)
    found.keeper.close()
    assert path.read_bytes() == b"["


def test_a_file_that_is_open_is_left_alone(killed: Path) -> None:
    keeper = opened(killed).keeper
    with pytest.raises(RefusedError, match=r"没有动：.*上开着.*再取回"):
        require_free(opened(killed))
    keeper.close()


def test_a_companion_that_cannot_be_written_is_said(
    killed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "")

    monkeypatch.setattr("perf_tui.store.keeping.keeper.append_history", fail)
    with pytest.raises(SaveError, match="修改记录没有写成"):
        put_in_place(opened(killed))
    assert figure_in(killed) == "2"


def test_what_was_left_where_the_file_was_goes_with_it(killed: Path, moved: Path) -> None:
    require_left(killed)
    found = with_left_at(opened(moved), killed)
    put_in_place(found)
    found.keeper.close()
    assert figure_in(moved) == "2"


def test_where_nothing_was_left_or_all_is_in_place_it_is_refused(path: Path) -> None:
    with pytest.raises(RefusedError, match="还在原处"):
        require_left(path)
    with pytest.raises(RefusedError, match="没有能取回的填写记录"):
        require_left(path.with_name("none.toml"))
    with pytest.raises(RefusedError, match=r"没有动：.*属于另一张表"):
        with_left_at(opened(path), path.with_name("none.toml"))


def test_a_file_with_remains_of_its_own_comes_first(killed: Path) -> None:
    with pytest.raises(RefusedError, match="自己有没存完的填写记录"):
        with_left_at(opened(killed), killed.with_name("none.toml"))


def test_a_backup_is_had_by_its_number(path: Path) -> None:
    keeper = opened(path).keeper
    keeper.save(keeper.saved.year.with_text(EXECUTED, "3"))
    keeper.close()
    assert backup_numbered(path, 2).year.text(EXECUTED) == "3"
    with pytest.raises(RefusedError, match="没有第 7 份完好的备份"):
        backup_numbered(path, 7)

"""Where each file was left: kept in silence, bounded, and never in the way."""

from pathlib import Path

import pytest

from perf_tui.store.user.places import (
    MOST,
    known_places,
    recall_place,
    remember_opened,
    remember_place,
)


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the places of a new user would lie."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "perf-tui" / "places.toml"


def test_a_place_comes_back_by_whatever_path_the_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    year, link = tmp_path / "健龙 2024.toml", tmp_path / "link.toml"
    link.symlink_to(year)
    assert recall_place(year) is None
    remember_place(year, "budget.executed")
    monkeypatch.chdir(tmp_path)
    assert recall_place(Path("健龙 2024.toml")) == recall_place(link) == "budget.executed"
    assert recall_place(tmp_path / "2023.toml") is None


def test_a_file_left_on_the_task_list_is_known_without_a_place(tmp_path: Path) -> None:
    year = tmp_path / "2024.toml"
    remember_place(year, "budget.executed")
    remember_place(year, None)
    assert recall_place(year) == ""
    assert known_places() == [year]


def test_a_file_is_known_as_soon_as_it_was_opened_and_keeps_its_place(tmp_path: Path) -> None:
    years = tmp_path / "2023.toml", tmp_path / "2024.toml"
    remember_place(years[0], "budget.executed")
    for year in years:
        remember_opened(year)
    assert [recall_place(year) for year in years] == ["budget.executed", ""]


def test_only_the_files_left_last_are_kept(tmp_path: Path) -> None:
    years = [tmp_path / f"{n}.toml" for n in range(MOST)]
    for year in (*years, years[0], tmp_path / "new.toml"):
        remember_place(year, "budget.executed")
    kept = [year for year in years if recall_place(year)]
    assert kept == [years[0], *years[2:]]


def test_an_unchanged_place_is_not_written_again(tmp_path: Path, file: Path) -> None:
    remember_place(tmp_path / "2024.toml", "budget.executed")
    before = file.stat().st_mtime_ns
    remember_place(tmp_path / "2024.toml", "budget.executed")
    assert file.stat().st_mtime_ns == before


@pytest.mark.parametrize("content", [b"\xff", b"places = 1", b"[places]\n'/x' = 1", b"["])
def test_a_damaged_file_is_as_none_and_is_replaced(
    tmp_path: Path, file: Path, content: bytes
) -> None:
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    assert recall_place(Path("/x")) is None
    remember_place(tmp_path / "2024.toml", "budget.executed")
    assert recall_place(tmp_path / "2024.toml") == "budget.executed"


def test_where_nothing_can_be_written_nobody_hears_of_it(tmp_path: Path, file: Path) -> None:
    file.parents[1].write_text("a file where a folder should be")
    remember_place(tmp_path / "2024.toml", "budget.executed")
    assert recall_place(tmp_path / "2024.toml") is None

"""What is said at opening about where and how a file lies."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from perf_tui.core.answers.year import Year
from perf_tui.store.errors import SaveError
from perf_tui.store.files.sidecar import link_words, name_words
from perf_tui.store.keeping.keeper import Keeper
from perf_tui.store.keeping.opened_file import OpenedFile, open_file
from perf_tui.store.years.year_file import YearFile, read_year_file, write_year_file
from support.samples import township

START = Year("township", 2024, {"unit.name": "云溪镇"})
TYPED = START.with_text("budget.executed", "77")


def begun(path: Path) -> Path:
    write_year_file(path, YearFile(township("township"), START))
    return path


def opened(path: Path) -> OpenedFile:
    found = open_file(path, township)
    found.keeper.close()
    return found


def test_a_file_with_one_name_is_opened_without_a_word(tmp_path: Path) -> None:
    assert opened(begun(tmp_path / "2024.toml")).sound
    assert link_words(tmp_path / "none.toml") == ""


def test_a_hard_link_is_told_with_its_other_names(tmp_path: Path) -> None:
    real, hard = begun(tmp_path / "real.toml"), tmp_path / "hard.toml"
    hard.hardlink_to(real)
    soft = tmp_path / "soft.toml"
    soft.symlink_to(hard)
    for path in (hard, soft):
        told = opened(path)
        assert not told.sound
        assert "hard.toml 和 real.toml 是同一个文件的几个名字（硬链接）" in told.notice
        assert "real.toml 里还是旧内容" in told.notice
    keeper = open_file(hard, township).keeper
    keeper.save(TYPED)
    keeper.close()
    assert (read_year_file(hard, township).year, read_year_file(real, township).year) == (
        TYPED,
        START,
    )
    assert opened(hard).sound


def test_a_hard_link_in_another_folder_is_told_without_its_name(tmp_path: Path) -> None:
    real = begun(tmp_path / "real.toml")
    (tmp_path / "other").mkdir()
    hard = tmp_path / "other" / "hard.toml"
    hard.hardlink_to(real)
    assert "hard.toml 在别的文件夹里还有一个名字（硬链接）" in opened(hard).notice


def named(length: int) -> str:
    """A name of so many bytes."""
    return f"{'a' * (length - len('.toml'))}.toml"


@pytest.mark.parametrize(
    ("length", "missing"),
    [
        (242, ()),
        (243, ("修改记录",)),
        (246, ("修改记录",)),
        (247, ("填写记录", "备份", "修改记录")),
        (250, ("填写记录", "备份", "修改记录")),
        (255, ("填写记录", "备份", "修改记录")),
    ],
)
def test_a_name_too_long_for_what_lies_beside_is_told_once_and_truly(
    tmp_path: Path, length: int, missing: tuple[str, ...]
) -> None:
    path = begun(tmp_path / named(length))
    keeper = _open_and_compare(path, missing)
    keeper.note(TYPED)
    assert keeper.has(TYPED) == ("填写记录" not in missing)
    keeper.save(TYPED)
    assert read_year_file(path, township).year == TYPED
    assert keeper.trouble == ""
    keeper.close()


def _open_and_compare(path: Path, missing: tuple[str, ...]) -> Keeper:
    found = open_file(path, township)
    assert found.remains is None
    assert found.keeper.trouble == ""
    assert found.notice.count("文件名太长") == bool(missing)
    assert ("、".join(missing) + ("，死机" if "备份" in missing else "；")) in found.notice + "；"
    return found.keeper


def test_a_chinese_name_is_measured_in_characters(tmp_path: Path) -> None:
    assert "改到 79 个汉字以内" in opened(begun(tmp_path / f"{'长' * 83}.toml")).notice
    assert opened(begun(tmp_path / f"{'长' * 79}.toml")).sound


def test_a_name_too_long_for_the_file_itself_is_refused(tmp_path: Path) -> None:
    keeper = open_file(begun(tmp_path / "2024.toml"), township).keeper
    with pytest.raises(SaveError, match="名字太长，改短一些"):
        keeper.save_elsewhere(TYPED, tmp_path / named(256))
    other = keeper.save_elsewhere(TYPED, tmp_path / named(254))
    assert "文件名太长" in other.trouble
    other.close()


def test_where_the_system_does_not_say_how_long_names_may_be_it_is_the_usual(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "pathconf")
    assert name_words(tmp_path / named(247))
    assert not name_words(tmp_path / named(242))

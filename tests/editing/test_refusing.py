"""Sentences in the vocabulary of a front end, and the one rule on a year only to be looked at."""

from pathlib import Path

import pytest

from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import (
    RefusedError,
    is_taken,
    require_editable,
    sentence,
    usable_path,
)
from perf_tui.store.keeping.opened_file import open_file
from support.samples import township

WAYS = {"choose": "按 F1", "reopen": "按 F2 重新打开"}


def test_values_stand_word_for_word_and_ways_are_the_front_end_s() -> None:
    said = sentence("{name}：{choose} 选一个", name="{choose}.toml")
    assert said.worded(WAYS) == "{choose}.toml：按 F1 选一个"
    assert str(said) == "{choose}.toml：{choose} 选一个"


def test_a_final_year_is_only_looked_at(open_year: OpenYear) -> None:
    require_editable(open_year)
    open_year.session.lock("2025-04-15 09:00")
    with pytest.raises(RefusedError, match="已定稿，只能看") as refused:
        require_editable(open_year)
    assert refused.value.worded(WAYS) == "已定稿，只能看；要修改，按 F2 重新打开"


def test_what_somebody_else_has_open_is_only_looked_at(open_year: OpenYear) -> None:
    other = OpenYear(open_file(open_year.path, township))
    with pytest.raises(RefusedError, match=r"只能看：.*上开着"):
        require_editable(other)


@pytest.mark.parametrize("typed", ["~niemand9/x.toml", "a\0b.toml"])
def test_what_is_no_path_is_refused(typed: str) -> None:
    with pytest.raises(RefusedError, match="这个路径用不了"):
        usable_path(typed)


def test_where_it_cannot_be_known_what_is_there_it_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert usable_path(f" {tmp_path} ") == tmp_path
    assert is_taken(tmp_path)
    assert not is_taken(tmp_path / "x")

    def fail(_: Path) -> bool:
        raise PermissionError(13, "")

    monkeypatch.setattr(Path, "exists", fail)
    with pytest.raises(RefusedError, match="这个路径用不了"):
        is_taken(tmp_path)

"""A year's file that goes on with another version of its form set loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from perf_tui.core.answers.year import Year
from perf_tui.store.errors import PlacedError, SaveError
from perf_tui.store.forms import load_form
from perf_tui.store.keeping.history import read_history
from perf_tui.store.keeping.keeper import Keeper
from perf_tui.store.years.following import declining, following, without_place
from perf_tui.store.years.year_file import FORM_SET, YearFile, format_year, parse_year
from support.forms import form_of, indicator

BEFORE = form_of(indicator("a"), {**indicator("b"), "name": "乙丙丁"})
NOW = form_of(indicator("a"))
TEXTS = {
    "indicators.a.actual": "1",
    "indicators.b.actual": "2",
    "own.b.weight": "7",
    "last.file": "2023.toml",
}


def file_of(texts: dict[str, str], unknown: dict[str, object] | None = None) -> YearFile:
    return YearFile(BEFORE, Year("small", 2024, texts), unknown or {})


def test_what_has_no_place_comes_back_with_the_version_that_has_one() -> None:
    file = following(file_of(TEXTS, {"x": 1, FORM_SET: {}}), BEFORE, NOW, None)
    assert without_place(file) == ["indicators.b.actual", "own_left.b.weight"]
    assert file.unknown == {"x": 1}
    again = parse_year(format_year(file), lambda _: NOW)
    assert without_place(again) == ["indicators.b.actual", "own_left.b.weight"]
    back = following(again, NOW, BEFORE, {"form.toml": {}})
    assert dict(back.year.texts) == TEXTS
    assert back.unknown == {"x": 1, FORM_SET: {"form.toml": {}}}


def test_what_is_typed_goes_before_what_was_left() -> None:
    left: dict[str, object] = {"indicators": {"b": {"actual": "old", "remark": "旧"}}}
    file = following(file_of({"indicators.b.actual": "2"}, left), NOW, BEFORE, None)
    assert file.year.text("indicators.b.actual") == "2"
    assert file.year.text("indicators.b.remark") == "旧"


def test_what_nobody_could_have_typed_is_refused() -> None:
    left: dict[str, object] = {"indicators": {"b": {"actual": [1]}}}
    with pytest.raises(PlacedError, match=r"indicators\.b\.actual"):
        following(file_of({}, left), NOW, BEFORE, None)


def test_a_version_that_is_declined_is_kept_in_the_file() -> None:
    again = parse_year(format_year(declining(file_of({}), 4)), lambda _: BEFORE)
    assert again.unknown == {"form_declined": 4}
    assert again.made_with == BEFORE.version


def test_the_keeper_saves_it_at_once_and_writes_it_down(tmp_path: Path) -> None:
    path, file = tmp_path / "2024.toml", file_of(TEXTS)
    path.write_bytes(format_year(file))
    keeper = Keeper(path, file, path.read_bytes())
    keeper.save_following(following(file, BEFORE, NOW, None), "表单：换了")
    assert read_history(path)[-1].endswith("表单：换了")
    assert parse_year(path.read_bytes(), lambda _: NOW).year.text("indicators.a.actual") == "1"


def test_it_is_as_it_was_where_it_cannot_be_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise SaveError("满了")

    path, file = tmp_path / "2024.toml", file_of(TEXTS)
    keeper = Keeper(path, file, b"")
    other = following(file, BEFORE, NOW, None)
    monkeypatch.setattr("perf_tui.store.keeping.keeper.write_year_file", fail)
    with pytest.raises(SaveError):
        keeper.save_following(other, "表单：换了")
    assert keeper.saved is file
    monkeypatch.undo()
    monkeypatch.setattr("perf_tui.store.keeping.keeper.append_words", fail)
    keeper.save_following(other, "表单：换了")
    assert (keeper.saved.form, keeper.trouble) == (NOW, "修改记录没有写成，满了")


def test_forms_that_come_with_the_program_say_with_which_version_a_year_was_made() -> None:
    content = b'format = 1\nform = "township"\nform_version = "x"\nyear = 2024\n'
    assert parse_year(content, load_form).made_with == 0

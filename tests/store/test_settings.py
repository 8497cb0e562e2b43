"""Settings: read leniently, changed one at a time, never written over when damaged."""

import tomllib
from pathlib import Path

import pytest

from perf_tui.store.errors import SaveError
from perf_tui.store.user.settings import Settings, change_setting, read_settings, settings_path

THEMES = ("dark", "light")


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the settings of a new user would lie."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config" / "perf-tui" / "settings.toml"


def write(file: Path, content: str | bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())


def test_without_a_file_the_defaults_hold_without_a_word(file: Path) -> None:
    assert settings_path() == file
    assert read_settings(THEMES) == Settings()
    assert not file.parent.exists()


def test_a_whole_file_is_read(file: Path) -> None:
    write(file, 'theme = "light"\nascii = true\nmouse = true\n[keys]\ncheck = "f5,ctrl+r"\n')
    assert read_settings(THEMES) == Settings("light", True, True, {"check": "f5,ctrl+r"})


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("theme = =", "先用默认设置，设置文件第 1 行读不下去"),
        (b"\xff\xfe", "先用默认设置，设置文件第 1 行不是 UTF-8 编码"),
        ('theme = "pink"', "theme 应是 dark、light 之一"),
        ("theme = []", "theme 应是 dark、light 之一"),
        ("ascii = 1", "ascii 应是 true 或 false"),
        ("mouse = 1", "mouse 应是 true 或 false"),
        ("keys = 1", "keys 应是一张表"),
        ("[keys]\ncheck = 5", "keys.check 应写成"),
    ],
)
def test_what_cannot_be_used_is_named_and_the_default_holds(
    file: Path, content: str | bytes, complaint: str
) -> None:
    write(file, content)
    settings = read_settings(THEMES)
    assert settings == Settings(complaints=settings.complaints)
    (said,) = settings.complaints
    assert complaint in said


def test_one_slip_leaves_the_rest_in_force(file: Path) -> None:
    write(file, 'theme = "light"\nascii = 1\n[keys]\ncheck = 5\nsave = "f3"\n')
    settings = read_settings(THEMES)
    assert (settings.theme, settings.keys) == ("light", {"save": "f3"})
    assert len(settings.complaints) == 2


def test_a_file_that_may_not_be_opened_is_named(file: Path) -> None:
    file.mkdir(parents=True)
    (said,) = read_settings(THEMES).complaints
    assert "设置文件这是文件夹" in said


def test_a_change_makes_the_file_and_keeps_what_else_is_in_it(file: Path) -> None:
    change_setting("theme", "light")
    assert read_settings(THEMES) == Settings("light")
    write(file, 'theme = "dark"\nlater = [1, 2.50]\n[keys]\ncheck = "f5"\n')
    change_setting("ascii", True)
    assert tomllib.loads(file.read_text()) == {
        "theme": "dark",
        "ascii": True,
        "later": [1, 2.5],
        "keys": {"check": "f5"},
    }


def test_a_change_keeps_the_comments(file: Path) -> None:
    write(file, '# 我的\r\ntheme = "dark" # 晚上\r\n\r\n[keys]\r\n# 顺手\r\ncheck = "f5"\r\n')
    change_setting("theme", "light")
    assert file.read_text() == '# 我的\ntheme = "light" # 晚上\n\n[keys]\n# 顺手\ncheck = "f5"\n'


def test_a_damaged_file_is_not_written_over(file: Path) -> None:
    write(file, "theme = =")
    with pytest.raises(SaveError, match="设置没有保存：设置文件第 1 行"):
        change_setting("theme", "light")
    assert file.read_text() == "theme = ="


def test_where_no_folder_can_be_made_the_change_is_not_saved(file: Path) -> None:
    file.parents[1].write_text("a file where a folder should be")
    assert read_settings(THEMES) == Settings()
    with pytest.raises(SaveError, match="设置没有保存"):
        change_setting("theme", "light")

"""Where the user's own files lie, on each system and whatever the environment says."""

from pathlib import Path

import pytest

from perf_tui.store.user import folders
from perf_tui.store.user.folders import settings_folder, state_folder


@pytest.fixture(autouse=True)
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home, and an environment that says nothing else."""
    for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "APPDATA"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def test_they_lie_in_the_home_unless_xdg_says_otherwise(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert settings_folder() == bare / ".config/perf-tui"
    assert state_folder() == bare / ".local/state/perf-tui"
    monkeypatch.setenv("XDG_CONFIG_HOME", "/there")
    monkeypatch.setenv("XDG_STATE_HOME", "relative")  # which the specification has ignored
    assert settings_folder() == Path("/there/perf-tui")
    assert state_folder() == bare / ".local/state/perf-tui"


def test_on_windows_they_lie_in_appdata(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "WINDOWS", True)
    monkeypatch.setenv("APPDATA", str(bare / "Roaming"))
    assert settings_folder() == state_folder() == bare / "Roaming" / "perf-tui"


def test_a_user_without_a_home_has_a_place_where_nothing_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def nowhere() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", nowhere)
    assert not settings_folder().exists()
    with pytest.raises(NotADirectoryError):
        settings_folder().mkdir(parents=True)

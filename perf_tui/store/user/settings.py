"""The user's settings: a TOML file that is read leniently and changed one key at a time."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from perf_tui.store.errors import SaveError, YearError, reason_of
from perf_tui.store.files.atomic import write_atomically
from perf_tui.store.toml.parsing import parse_toml, read_content, text_with_comments
from perf_tui.store.user.folders import PRIVATE_FOLDER, settings_folder

NOTHING_THERE = (FileNotFoundError, NotADirectoryError)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings as far as the file gives them, else their defaults.

    `keys` maps the name of an action to its keys, like `{"check": "f5,ctrl+r"}`; `complaints` are
    sentences on what in the file could not be used.
    """

    theme: str | None = None
    ascii_only: bool = False
    mouse: bool = False
    keys: Mapping[str, str] = field(default_factory=dict)
    complaints: tuple[str, ...] = ()


def settings_path() -> Path:
    """Return where the file of settings lies, or would lie."""
    return settings_folder() / "settings.toml"


def read_settings(themes: Collection[str]) -> Settings:
    """Read the settings; `themes` are the names of the themes that there are."""
    try:
        table = parse_toml(_read_content())
    except YearError as error:
        return Settings(complaints=(f"先用默认设置，设置文件{error}",))
    complaints: list[str] = []
    theme = table.get("theme")
    if theme is not None and theme not in themes:
        complaints.append(f"设置里的 theme 应是 {'、'.join(themes)} 之一")
        theme = None
    ascii_only, mouse = (_switch(table, name, complaints) for name in ("ascii", "mouse"))
    keys = _read_keys(table.get("keys", {}), complaints)
    return Settings(theme, ascii_only, mouse, keys, tuple(complaints))


def change_setting(key: str, value: str | bool | Mapping[str, str]) -> None:
    """Write one setting and keep the others, with the comments in the file.

    Raises SaveError if it was not written. That includes a file that cannot be read: it is
    somebody's work with a slip in it, and is not overwritten.
    """
    import tomli_w  # only saving needs it and what carries comments over

    from perf_tui.store.toml.comments import carried_over

    path = settings_path()
    try:
        content = _read_content()
        table = parse_toml(content) | {key: value}
        path.parent.mkdir(PRIVATE_FOLDER, parents=True, exist_ok=True)
    except YearError as error:
        raise SaveError(f"设置没有保存：设置文件{error}") from error
    except OSError as error:
        raise SaveError(f"设置没有保存：{reason_of(error, '没有个人文件夹')}") from error
    text = carried_over(text_with_comments(content), tomli_w.dumps(table))
    write_atomically(path, text.encode("utf-8", "replace"))


def _read_content() -> bytes:
    """Return the bytes of the file, or none if there is no file; YearError if it is unreadable."""
    try:
        return read_content(settings_path())
    except YearError as error:
        if isinstance(error.__cause__, NOTHING_THERE):
            return b""
        raise


def _switch(table: Mapping[str, Any], name: str, complaints: list[str]) -> bool:
    value = table.get(name, False)
    if isinstance(value, bool):
        return value
    complaints.append(f"设置里的 {name} 应是 true 或 false")
    return False


def _read_keys(table: object, complaints: list[str]) -> dict[str, str]:
    if not isinstance(table, dict):
        complaints.append('设置里的 keys 应是一张表，一行一个 动作 = "键"')
        return {}
    keys = {name: value for name, value in table.items() if isinstance(value, str)}
    complaints += [
        f'设置里的 keys.{name} 应写成 "f5,ctrl+r" 的样子' for name in table if name not in keys
    ]
    return keys

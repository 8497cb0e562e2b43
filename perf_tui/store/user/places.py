"""Remembering at which field each file was left, in a small file of the program's own."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from perf_tui.store.errors import SaveError, YearError
from perf_tui.store.files.atomic import write_atomically
from perf_tui.store.toml.parsing import parse_toml, read_content
from perf_tui.store.user.folders import PRIVATE_FOLDER, state_folder

MOST = 50


def recall_place(path: Path) -> str | None:
    """Return the address of the field at which a file was left, "" if at none, None if unknown."""
    return _read().get(_key(path))


def remember_place(path: Path, address: str | None) -> None:
    """Remember the address of the field at which a file is left, None if at none.

    Does nothing if that cannot be written.
    """
    before = _read()
    places = {key: place for key, place in before.items() if key != _key(path)}
    places[_key(path)] = address or ""
    if list(places.items()) == list(before.items()):
        return
    import tomli_w  # only saving needs it

    latest = dict(list(places.items())[-MOST:])
    with suppress(OSError, SaveError):
        state_folder().mkdir(PRIVATE_FOLDER, parents=True, exist_ok=True)
        content = tomli_w.dumps({"places": latest}).encode("utf-8", "replace")
        write_atomically(_file(), content)


def remember_opened(path: Path) -> None:
    """Remember that a file lies at `path`, so that its journal will be found even after a crash."""
    if recall_place(path) is None:
        remember_place(path, None)


def known_places() -> list[Path]:
    """Return the paths of the files opened last; some may be gone."""
    return [Path(key) for key in _read()]


def _file() -> Path:
    return state_folder() / "places.toml"


def _key(path: Path) -> str:
    return os.path.realpath(path)


def _read() -> dict[str, str]:
    """Return the addresses by path, the latest at the end, or nothing if it cannot be read."""
    try:
        table = parse_toml(read_content(_file())).get("places", {})
    except YearError:
        return {}
    places = table.items() if isinstance(table, dict) else ()
    return {path: address for path, address in places if isinstance(address, str)}

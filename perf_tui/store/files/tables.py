"""The files with tables in a folder."""

from __future__ import annotations

from pathlib import Path

ENDINGS = (".xlsx", ".xls", ".docx", ".csv")
MOST_FILES = 200
PRIVATE = ("~$", ".")  # begins the names of what Office keeps while a file is open, and hidden ones


def tables_beside(path: Path) -> list[Path]:
    """Return the files beside a file in which a table may stand, the one changed last first.

    A folder that cannot be read has none.
    """
    try:
        found = [one for one in path.parent.iterdir() if _may_hold_table(one)]
        return sorted(found, key=lambda one: -one.stat().st_mtime)[:MOST_FILES]
    except OSError:
        return []


def _may_hold_table(path: Path) -> bool:
    return path.suffix.lower() in ENDINGS and not path.name.startswith(PRIVATE)

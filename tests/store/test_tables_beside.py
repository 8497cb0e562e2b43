"""Which files of a folder may hold a table."""

import os
from pathlib import Path

from perf_tui.store.files.tables import tables_beside


def test_the_files_with_tables_beside_a_year_newest_first(tmp_path: Path) -> None:
    names = (
        "旧.xls",
        "目标表.XLSX",
        "报告.docx",
        "~$报告.docx",
        ".藏.xlsx",
        "年.toml",
        "图.png",
        "表.csv",
    )
    for when, name in enumerate(names):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (when, when))
    found = [one.name for one in tables_beside(tmp_path / "2025.toml")]
    assert found == ["表.csv", "报告.docx", "目标表.XLSX", "旧.xls"]


def test_a_folder_that_is_gone_has_none(tmp_path: Path) -> None:
    assert tables_beside(tmp_path / "nowhere" / "2025.toml") == []

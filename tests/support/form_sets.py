"""A year that carries version 1 of a county's form set, beside version 2 of it."""

from __future__ import annotations

from pathlib import Path

from perf_tui.store.forms.adding import write_set
from perf_tui.store.forms.installed import form_folder
from perf_tui.store.forms.reading import read_tables
from perf_tui.store.years.beginning import begin_year

FIRES = "indicators/03_forest_fires.toml"
RENAMED = 8


def two_versions(folder: Path) -> Path:
    """Make both in a folder and return the year's path.

    In version 2 the indicator of the forest fires has another id, and more are renamed than a
    dialog tells.
    """
    tables = read_tables(form_folder("township"))
    tables["form.toml"] |= {"id": "county", "title": "甲县"}
    target, path = folder / "county.form.toml", folder / "2025.toml"
    write_set(target, tables)
    begin_year(path, 2025, "county", unit="甲镇")
    tables["form.toml"]["version"] = 2
    files = [name for name in tables if name.startswith("indicators/") and name != FIRES]
    for file in files[:RENAMED]:
        tables[file]["name"] = f"{tables[file]['name']}（新）"
    tables[FIRES] |= {"id": "wild_fires", "name": "森林草原火灾发生次数"}
    write_set(target, tables)
    return path

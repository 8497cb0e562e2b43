"""Files of older and newer versions, and what this one does not know."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from faults.driving import OPEN, drained, started
from faults.figure import ALTERED, FIELD_LOST, Figure
from perf_tui.store.files.sidecar import sidecar
from perf_tui.store.keeping.opened_file import open_file
from perf_tui.store.years import year_file
from perf_tui.store.years.checksum import sealed
from perf_tui.store.years.year_file import read_year_file
from support.samples import township

FIXTURES = sorted((Path(__file__).parents[1] / "formats").glob("*.toml"))


def every_format(folder: Path) -> Iterator[Figure]:
    """One fixture for each format there has been: saved by hand of the editor, nothing is lost."""
    troubles = []
    for fixture in FIXTURES:
        year = folder / fixture.name
        year.write_bytes(fixture.read_bytes())
        before = read_year_file(year, township)
        with started(year) as terminal:
            terminal.wait_for(OPEN)
            terminal.press("enter", "down", "down")
            drained(terminal, 0.3)
            terminal.type("甲")
            terminal.press("f2")
            terminal.wait_for("已保存到")
        after = read_year_file(year, township)
        wanted = before.year.with_text("unit.finance_section", "甲")
        if after.year != wanted or after.unknown != before.unknown:
            troubles.append(f"{FIELD_LOST}: {fixture.name}")
        copies = [one.read_bytes() for one in sidecar(year, "backups").iterdir()]
        if fixture.read_bytes() not in copies:
            troubles.append(f"{ALTERED}: {fixture.name} has no copy")
    yield Figure("every format there has been", len(FIXTURES), tuple(troubles))


def older(folder: Path) -> Iterator[Figure]:
    """Migrated, the old file kept."""
    year = folder / "2024.toml"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(year_file, "STEPS", (lambda table: {**table, "moved": True},))
        patch.setattr(year_file, "WITHOUT_OWN", 2)
        old = FIXTURES[0].read_bytes()
        year.write_bytes(old)
        opened = open_file(year, township)
        opened.keeper.save(opened.keeper.saved.year.with_text("unit.name", "甲"))
        opened.keeper.close()
        after = read_year_file(year, township)
    troubles = [] if after.unknown["moved"] else [f"{FIELD_LOST}: not migrated"]
    if old not in [one.read_bytes() for one in sidecar(year, "backups").iterdir()]:
        troubles.append(f"{ALTERED}: the old one has no copy")
    yield Figure("an older format is migrated, a copy kept", 1, tuple(troubles))


def newer(folder: Path) -> Iterator[Figure]:
    """Never written; told what to do."""
    year = folder / "2024.toml"
    content = sealed(FIXTURES[-1].read_bytes().replace(b"format = 1", b"format = 99"))
    year.write_bytes(content)
    with started(year) as terminal:
        terminal.wait_for("更新版本")
        terminal.press("enter", "enter", "down")
        terminal.type("甲\r")
        terminal.press("f2")
        drained(terminal, 0.5)
    troubles = () if year.read_bytes() == content else (ALTERED,)
    yield Figure("a newer format is told, and stays as it is", 1, troubles)


FAMILIES = (every_format, older, newer)

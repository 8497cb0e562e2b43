"""A whole year filled in by keys alone: from an empty file to the same bytes as the sample."""

import shutil
import sys
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from terminal.conftest import Start

from perf_tui.core.form import Page
from perf_tui.core.standing import take_stock
from perf_tui.core.year import Year
from perf_tui.store.years import read_year_file
from support.samples import JIANLONG, township

# Keys that were not content, for each that was. What it is now, and a little more.
HIGHEST = 0.15


def walk(pages: tuple[Page, ...], year: Year, given: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """The keys from the task list to the last field: (a key or typed text, whether it is content).

    Nothing is typed at the addresses `given`, which the new file brings along. Enter from field to
    field, F4 as soon as nothing is left to type on a page.
    """
    written = set(given)
    yield "enter", False
    for page in pages:
        wanted = [at for at in page.addresses if year.text(at) and at not in written]
        written.update(wanted)
        last = page.addresses.index(wanted[-1]) if wanted else 0
        for place, address in enumerate(page.addresses[: last + 1]):
            # At full marks Enter passes over the reasons that nobody asks for.
            if place and (address in wanted or not address.endswith("_reason")):
                yield "enter", False
            if address in wanted:
                yield year.text(address), True
        yield "f4", False


def test_the_whole_year_2024_by_keys_alone(
    tmp_path: Path, start: Start, capsys: pytest.CaptureFixture[str]
) -> None:
    sample = read_year_file(JIANLONG, township)
    path = tmp_path / "2024.toml"
    last = shutil.copy(JIANLONG.with_name("jianlong-2023.toml"), tmp_path)
    assert start("new", path, "--year", "2024", "--from", last).exit_status() == 0
    given = read_year_file(path, township).year.texts
    keys = [*walk(sample.form.pages, sample.year, given), ("f2", False), ("f10", False)]

    terminal = start("open", path)
    terminal.wait_for("F10离开")
    for key, content in keys:
        if content:
            terminal.send(key.replace("\n", "\r").encode())
        else:
            terminal.press(key)
    assert terminal.exit_status() == 0

    filled = read_year_file(path, township)
    assert dict(filled.year.texts) == dict(sample.year.texts)
    assert not filled.edited_by_hand
    assert own_lines(path) == own_lines(JIANLONG)
    score = take_stock(filled.form, filled.year).score
    assert (score.total, score.grade) == (Decimal("99.54"), "优")

    typed = sum(len(key) for key, content in keys if content)
    moved = sum(1 for _, content in keys if not content)
    with capsys.disabled():
        sys.stdout.write(f" {moved} keys beside {typed} of content: {moved / typed:.3f} for each ")
    assert moved / typed <= HIGHEST


def own_lines(path: Path) -> list[str]:
    """The file without what is another in every file: its checksum, and the sample's note."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    return [line for line in lines if not line.startswith(("checksum = ", "note = "))]

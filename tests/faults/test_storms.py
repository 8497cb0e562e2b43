"""Resizing, pasting, keys at random, hours of use: nothing is lost, nothing ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from faults.driving import (
    OPEN,
    SIZES,
    drained,
    one_key_on_tables,
    play,
    squeeze,
    started,
    unfold,
    used_after,
)
from perf_tui.cli import main
from perf_tui.store.toml.parsing import MOST_BYTES
from perf_tui.store.years.samples import copy_samples
from perf_tui.store.years.year_file import read_year_file, write_year_file
from support.editor import editing
from support.samples import township
from support.terminal import Terminal

SHORT_NAME = "unit.short_name"
LONG = "履职" * 50_000


@pytest.fixture
def year(tmp_path: Path) -> Path:
    return copy_samples(tmp_path)


@pytest.fixture
def terminal(year: Path) -> Iterator[Terminal]:
    """The editor on the second field of the first page, which is empty."""
    with started(year) as terminal:
        terminal.wait_for(OPEN)
        terminal.press("enter", "down")
        terminal.wait_for("简称")
        terminal.press("end", *["backspace"] * 9)
        yield terminal


def kept(year: Path, address: str = SHORT_NAME) -> str:
    return read_year_file(year, township).year.text(address)


def test_what_is_typed_while_the_window_is_resized_is_all_there_and_no_screen_minds(
    terminal: Terminal, year: Path
) -> None:
    text = "一二三四五六七八九十"
    for place, char in enumerate(text):
        squeeze(terminal, *SIZES[place % len(SIZES)])
        terminal.type(char)
    unfold(terminal)
    terminal.press("f2")
    terminal.wait_for("已保存")
    drained(terminal, 0.5)
    assert kept(year) == text
    for key in ("f1", "f9", "ctrl+p", "ctrl+e", "escape"):
        terminal.press(key)
        for size in SIZES[:4]:
            squeeze(terminal, *size)
        terminal.press("escape")
    unfold(terminal)
    terminal.wait_for(OPEN)


def test_a_hundred_thousand_characters_are_pasted_whole(terminal: Terminal, year: Path) -> None:
    terminal.paste(LONG)
    terminal.press("f2")
    terminal.wait_for("已保存到")
    drained(terminal, 1)
    assert kept(year) == LONG
    terminal.press("f10")
    assert terminal.exit_status() == 0


async def test_what_is_too_much_for_a_file_is_said_and_the_file_stays(year: Path) -> None:
    file = read_year_file(year, township)
    nearly = file.year.with_text("sections.duties", "长" * (MOST_BYTES // 3 - 10_000))
    before = write_year_file(year, replace(file, year=nearly))
    async with editing(year) as editor:
        await editor.press("enter", "down")
        await editor.paste("长" * 12_000)
        await editor.press("f2")
        assert "2 MiB" in editor.text
        assert year.read_bytes() == before  # noqa: ASYNC240 — what the editor left


def test_keys_at_random_end_nothing_and_lose_nothing(year: Path) -> None:
    monkey = play(year, 150, seed=2024)
    assert monkey.troubles == []
    assert monkey.keys >= 150
    assert monkey.looked


@pytest.mark.parametrize("form", ["national", "hubei"])
def test_keys_at_random_on_the_tables_end_nothing_and_lose_nothing(
    tmp_path: Path, form: str
) -> None:
    path = tmp_path / "2025.toml"
    assert main(["new", str(path), "--year", "2025", "--form", form, "--unit", "局"]) == 0
    monkey = play(path, 150, seed=2025, one=one_key_on_tables)
    assert monkey.troubles == []
    assert monkey.keys >= 150
    assert monkey.looked


def test_memory_and_descriptors_stay_as_they_are(terminal: Terminal) -> None:
    before = used_after(terminal, 1)
    after = used_after(terminal, 2)
    assert [now <= 1.1 * then for then, now in zip(before, after, strict=True)] == [True, True]

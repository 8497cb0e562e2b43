"""What nobody can see and a terminal obeys is shown as marks, and goes into no report."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from rich.cells import cell_len

from faults.driving import drained
from perf_tui.core.answers.year import Year
from perf_tui.core.evaluation.evaluation import Evaluation, evaluate
from perf_tui.render.spreadsheet import NUMBER
from perf_tui.render.writers import WRITERS
from perf_tui.store.years.year_file import read_year_file, write_year_file
from perf_tui.tui.drawing.rows import clip, in_line, pad, pad_left, wrap
from support.editor import editing
from support.hostile import EVERYTHING, TEXTS, obeyed_in
from support.measured import ROOT
from support.rendered import report_bytes
from support.samples import JIANLONG, township
from support.terminal import Terminal

FORM = township("township")
WORDY = sorted(at for at, field in FORM.fields.items() if field.kind in ("text", "passage"))
YEARS = st.dictionaries(st.sampled_from(WORDY), TEXTS, min_size=3, max_size=9)
# In Markdown: a tag, a link, code; what begins a line is the writer's own.
UNESCAPED = re.compile(r"(?<!\\)(?:\\\\)*(<(?!br>)|\[|`)")
# Keys of the screens and dialogs over a page.
OPENED = ("f1", "f5", "f6", "f9", "ctrl+t", "ctrl+b", "ctrl+p", "ctrl+e", "ctrl+l", "f12", "ctrl+d")
SOME = 8  # pages


def stood(texts: dict[str, str]) -> Evaluation:
    """The real year with these texts."""
    file = read_year_file(JIANLONG, township)
    return evaluate(FORM, file.year.with_texts(texts))


@settings(max_examples=6)
@given(YEARS)
def test_every_report_is_free_of_it_and_keeps_its_form(texts: dict[str, str]) -> None:
    evaluation = stood(texts)
    for ending in WRITERS:
        content = report_bytes(evaluation, ending)
        CHECKS[ending](content)


def no_formula(content: bytes, dialect: str = "excel") -> None:
    text = content.decode("utf-8-sig")
    assert obeyed_in(text, "\n\r\t" if dialect == "excel-tab" else "\n\r") == []
    for row in csv.reader(io.StringIO(text, newline=""), dialect):
        for cell in row:
            harmless = len(cell) == 1 or NUMBER.fullmatch(cell)
            assert harmless or not cell.startswith(tuple("=+-@＝＋－＠\t\r\n")), cell


def sound_word(content: bytes) -> None:
    with ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            part = package.read(name)
            if name.endswith((".xml", ".rels")):
                text = "".join(etree.fromstring(part).itertext())
                assert obeyed_in(text) == [], name
                assert b"instrText" not in part or b" PAGE " in part


def literal_markdown(content: bytes) -> None:
    text = content.decode()
    assert obeyed_in(text) == []
    assert not UNESCAPED.search(text)


def sound_workbook(content: bytes) -> None:
    with ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            part = package.read(name)
            text = "".join(etree.fromstring(part).itertext())
            assert obeyed_in(text) == [], name
            assert b"<f>" not in part
            assert b"hyperlink" not in part


CHECKS: dict[str, Callable[[bytes], None]] = {
    ".docx": sound_word,
    ".md": literal_markdown,
    ".xlsx": sound_workbook,
    ".csv": no_formula,
    ".tsv": lambda content: no_formula(content, "excel-tab"),
}


def test_every_writer_is_checked() -> None:
    assert set(CHECKS) == set(WRITERS)


@given(TEXTS, st.integers(1, 60))
def test_rows_fit_and_hold_nothing_that_a_terminal_obeys(text: str, cells: int) -> None:
    for row in (pad(text, cells), clip(text, cells), *wrap(text, cells)):
        assert obeyed_in(row, "") == []
        assert cell_len(row) <= max(2, cells)
    assert obeyed_in(pad_left(text, cells), "") == []
    assert obeyed_in(in_line(text), "") == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("甲\u202e乙", r"甲\u202e乙"),
        ("甲\x1b[31m", r"甲\u001b[31m"),
        ("[b]甲[/", "[b]甲[/"),
        ("甲\n乙", "甲 乙"),
        ("\U000e0041\udc80", r"\udb40\udc41\udc80"),
    ],
)
def test_the_marks_tell_what_is_there(text: str, shown: str) -> None:
    assert in_line(text) == shown


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A year in which every field holds everything, in a folder and under a name of the kind."""
    folder = tmp_path / "甲\u202e[b]\x1b]0;pwned\x07"
    folder.mkdir()
    path = folder / "2024\u200b\x1b[31m[b].toml"
    texts = dict.fromkeys(FORM.fields, EVERYTHING) | {"accepted.x\x1b": EVERYTHING}
    file = read_year_file(JIANLONG, township)
    write_year_file(path, replace(file, year=Year("township", 2024, texts)))
    return path


async def test_no_screen_lets_any_of_it_through(hostile: Path) -> None:
    async with editing(hostile, (100, 40)) as editor:
        seen = [editor.text]
        for key in OPENED:
            await editor.press(key)
            seen.append(editor.text)
            await editor.press("escape")
        await editor.press("enter")
        for _ in FORM.pages[:SOME]:
            seen.append(editor.text)
            await editor.press("f4")
        assert [obeyed_in(text) for text in seen if obeyed_in(text)] == []
        assert sum(r"\u202e" in text for text in seen) > SOME // 2
        assert not editor.open_year.dirty


async def test_what_is_loaded_is_told_and_goes_when_it_is_edited(hostile: Path) -> None:
    async with editing(hostile, (100, 40)) as editor:
        await editor.press("enter")
        assert "本栏里有看不见的字符" in editor.text
        await editor.press("end", "!")
        text = editor.open_year.session.year.text(str(editor.open_year.place))
        assert text.endswith("!")
        assert obeyed_in(text) == []


def test_no_byte_of_it_reaches_the_terminal(hostile: Path) -> None:
    env = {"PYTHONPATH": str(ROOT), "HOME": str(hostile.parent)}
    for argv in ("open", "check", "fill"):
        told = [argv, hostile] if argv else []
        command = [sys.executable, "-m", "perf_tui", *told]
        with Terminal(command, env=env, cwd=hostile.parent) as terminal:
            sent = drained(terminal)
            terminal.press("enter")
            sent += drained(terminal)
        assert len(sent) > 500, argv
        for bad in (
            b"\x1b]0;pwned",
            b"\x1b]52",
            b"\x1bc",
            *map(str.encode, "\x9b\x90\u202e\u200b"),
        ):
            assert bad not in sent, argv

"""Text cut to cells: nothing is wider than asked, and nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from perf_tui.tui.drawing.rows import (
    CLOSING,
    Piece,
    beside,
    clip,
    numbered,
    pad,
    pad_left,
    width_of,
    wrap,
)

TEXT = st.text("ab 1.中文乡，。（）”%é…+万元\n")
LINE = st.text("ab 1.中文乡，。）”%é…")
CELLS = st.integers(0, 30)


@given(TEXT, CELLS)
def test_wrapped_lines_fit_and_keep_every_character_but_blanks(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert all(cell_len(line) <= max(2, cells) for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace("\n", "").replace(" ", "")
    assert len(lines) > text.count("\n")


@given(st.text("中文甲乙", min_size=1), st.integers(4, 20))
def test_a_closing_mark_never_begins_a_line(words: str, cells: int) -> None:
    lines = wrap("，".join(words) + "。", cells)
    assert not any(line.startswith(tuple(CLOSING)) for line in lines[1:])


def test_closing_marks_in_a_row_stay_together_with_what_they_close() -> None:
    assert wrap("目标（达成）。", 12) == ["目标（达", "成）。"]
    assert wrap("一二三四，五", 8) == ["一二三", "四，五"]


@pytest.mark.parametrize(
    "whole",
    [
        "38,820,071.88",
        "约3882.01万元",
        "48.53%",
        "2024年",
        "300余",
        "-16.59",
        "（5",
        "“预",
        "Ctrl+K",
    ],
)
def test_a_number_with_its_unit_and_a_word_are_not_broken(whole: str) -> None:
    for before in range(14):
        lines = wrap("甲" * before + f"{whole}，乙丙丁", 20)
        assert sum(whole in line for line in lines) == 1


def test_a_unit_behind_a_blank_belongs_to_its_number() -> None:
    assert wrap("甲乙4068.69 万元", 14) == ["甲乙", "4068.69 万元"]


def test_what_is_wider_than_the_line_is_broken_all_the_same() -> None:
    assert wrap("甲123456789", 4) == ["甲12", "3456", "789"]


def test_a_broken_line_neither_ends_nor_begins_with_blanks() -> None:
    assert wrap("甲乙  12 丙", 6) == ["甲乙", "12 丙"]
    assert wrap("  甲乙", 4) == ["  甲", "乙"]


def test_an_opening_mark_goes_with_what_it_opens() -> None:
    assert wrap("目标（达成）", 6) == ["目标", "（达", "成）"]
    assert wrap("（（（（", 4) == ["（（", "（（"]


def test_numbers_and_words_are_torn_only_where_they_have_no_room() -> None:
    assert wrap("发放97名", 5) == ["发放", "97名"]
    assert wrap("得分99.54%", 9) == ["得分", "99.54%"]
    assert wrap("执行率(%)", 8) == ["执行率", "(%)"]
    assert wrap("  20654300", 6) == ["  2065", "4300"]


def test_marks_that_fill_the_line_break_where_it_ends() -> None:
    assert wrap("，，，，", 4) == ["，，", "，，"]
    assert wrap("中，", 2) == ["中", "，"]


def test_line_breaks_are_kept_and_empty_text_is_one_line() -> None:
    assert wrap("甲\n\n乙", 10) == ["甲", "", "乙"]
    assert wrap("", 10) == [""]


@given(LINE, CELLS)
def test_padding_gives_the_exact_width(text: str, cells: int) -> None:
    assert cell_len(pad(text, cells)) == cells
    assert cell_len(pad_left(text, cells)) == cells
    assert width_of((Piece(pad(text, cells)), Piece("中"))) == cells + 2


@given(LINE, CELLS)
def test_clipping_fits_and_only_touches_what_is_too_wide(text: str, cells: int) -> None:
    clipped = clip(text, cells)
    assert cell_len(clipped) <= cells
    if cell_len(text) <= cells:
        assert clipped == text
    elif cells >= 2:
        assert clipped.endswith("..")
        assert text.startswith(clipped.removesuffix("..").rstrip("中"))


def test_nothing_is_wider_than_no_room_at_all() -> None:
    assert (pad("中文", -3), clip("中文", -3)) == ("", "")


@given(LINE, TEXT, st.integers(6, 20), st.integers(6, 80))
def test_a_label_never_runs_into_its_text(label: str, text: str, column: int, width: int) -> None:
    rows = list(beside(Piece(label, "label"), Piece(text), column, width))
    assert all(width_of(row) <= width for row in rows)
    for row in rows:
        first = row[0].text
        assert len(row) == 1 or not first or first.endswith(" ")
    drawn = "".join(piece.text for row in rows for piece in row)
    assert drawn.replace(" ", "") == (label + text).replace(" ", "").replace("\n", "")


def test_no_choice_is_torn_from_its_number() -> None:
    assert numbered(("直接填报", "增长率", "合计"), 22) == ["1 直接填报  2 增长率", "3 合计"]
    assert numbered(("直接填报", "合计"), 3) == ["1 直接填报", "2 合计"]

"""Text cut to cells: nothing is wider than asked, and nothing is lost."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from perf_tui.tui.drawing.rows import CLOSING, Piece, clip, pad, pad_left, width_of, wrap

TEXT = st.text("ab 1.中文乡，。）”%é…\n")
LINE = st.text("ab 1.中文乡，。）”%é…")
CELLS = st.integers(0, 30)


@given(TEXT, CELLS)
def test_wrapped_lines_fit_and_keep_every_character(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert all(cell_len(line) <= max(2, cells) for line in lines)
    assert "".join(lines) == text.replace("\n", "")
    assert len(lines) > text.count("\n")


@given(st.text("中文甲乙", min_size=1), st.integers(4, 20))
def test_a_closing_mark_never_begins_a_line(words: str, cells: int) -> None:
    lines = wrap("，".join(words) + "。", cells)
    assert not any(line.startswith(tuple(CLOSING)) for line in lines[1:])


def test_closing_marks_in_a_row_stay_together_with_what_they_close() -> None:
    assert wrap("目标（达成）。", 12) == ["目标（达", "成）。"]
    assert wrap("一二三四，五", 8) == ["一二三", "四，五"]


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

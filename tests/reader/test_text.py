"""Lines of plain text: the file's own, cleaned once, bounded."""

import re

import pytest
from hypothesis import given

from perf_tui.reader import ReportError, read_text
from perf_tui.reader.text import (
    LONGEST_LINE,
    MOST_CHARACTERS,
    MOST_LINES,
    cleaned,
    plain_lines,
)
from support.hostile import TEXTS, obeyed_in


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("甲", ("甲",)),
        ("甲\n", ("甲",)),
        ("甲\n\n", ("甲", "")),
        ("\n甲", ("", "甲")),
        ("甲\r\n乙\r丙\n丁", ("甲", "乙", "丙", "丁")),
        ("甲\r\n\r\n乙\r\r丙", ("甲", "", "乙", "", "丙")),
        ("甲\f乙\v丙\x85丁\u2028戊\u2029己", ("甲 乙 丙 丁 戊 己",)),
        ("序号\t指标\t得分", ("序号\t指标\t得分",)),
        ("\u3000\u3000一、基本情况 ", ("\u3000\u3000一、基本情况 ",)),
        ("得\u200b分\u202e5\x1b[31m分\ufeff", ("得分5[31m分",)),
    ],
)
def test_a_line_is_the_file_s_own(text: str, lines: tuple[str, ...]) -> None:
    assert plain_lines(text) == lines


@given(TEXTS.filter(lambda text: "\0" not in text and re.search("[^\\W_]", text)))
def test_cleaning_changes_no_number_of_a_line_and_leaves_nothing_to_obey(text: str) -> None:
    ended = re.split("\r\n|\r|\n", text)
    lines = plain_lines(text)
    assert len(lines) == len(ended) - (ended[-1] == "")
    assert obeyed_in("".join(lines), "\t") == []
    assert cleaned(lines) == lines


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "里面没有文字"),
        (" \r\n\u3000\t\n", "里面没有文字"),
        ("甲\0乙", "不是纯文本"),
        ("甲\n" * (MOST_LINES + 1), f"超过 {MOST_LINES} 行"),
        ("甲\r\n" * (2 * MOST_LINES), f"超过 {MOST_LINES} 行"),
        ("甲" * (LONGEST_LINE + 1), f"第 1 行超过 {LONGEST_LINE} 字"),
        (f"甲\n{'甲' * LONGEST_LINE}乙", "第 2 行超过"),
        (f"{'甲' * 100}\n" * (MOST_CHARACTERS // 100 + 1), "超过 10 万字"),
    ],
)
def test_what_is_no_report_says_so(text: str, words: str) -> None:
    with pytest.raises(ReportError, match=words):
        plain_lines(text)


def test_a_report_may_be_as_long_as_it_says() -> None:
    assert len(plain_lines("甲\r\n" * MOST_LINES)) == MOST_LINES
    assert plain_lines("甲" * LONGEST_LINE) == ("甲" * LONGEST_LINE,)


def test_what_was_converted_is_told() -> None:
    text = read_text("甲".encode("gbk"), lambda content: (content.decode("gbk"), ("GBK",)))
    assert (text.lines, text.converted) == (("甲",), ("GBK",))

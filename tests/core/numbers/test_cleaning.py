"""Invisible characters are stripped, everything a person can see stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perf_tui.core.numbers import clean_text, half_width, hides_something, with_marks


def _name(words: str, encoding: str) -> str:
    """A sentence with a name whose bytes Python could not decode."""
    before, name, after = words.split(" ")
    return f"{before} {name.encode(encoding).decode('ascii', 'surrogateescape')} {after}"


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("健龙镇 100%，约￥5　元", "健龙镇 100%，约￥5　元"),
        ("一\u200b二\ufeff三\u2060四", "一二三四"),
        ("a\u202eb\u2066c\u200fd", "abcd"),
        ("a\x00b\x1b[31mc\x7fd\x9be", "ab[31mcde"),
        ("一行\n二行", "一行\n二行"),
        ("一行\r\n二行\r三行\v四行\u2028五行", "一行\n二行\n三行\n四行\n五行"),
        ("甲\t乙", "甲 乙"),
        ("甲\ud800乙\uffff", "甲乙"),
        ("𠮷\U000e0100镇", "𠮷\U000e0100镇"),
    ],
)
def test_cleans(text: str, clean: str) -> None:
    assert clean_text(text) == clean


@pytest.mark.parametrize(
    ("text", "hides"),
    [
        ("", False),
        ("一行\r\n二行\u2028三行\t四　五", False),
        ("一\u200b二", True),
        ("\ufeff一\n", True),
        ("一\x1b[31m", True),
        ("一\n二\u202e", True),
    ],
)
def test_only_what_nobody_can_see_is_hidden(text: str, hides: bool) -> None:
    assert hides_something(text) is hides


@given(st.text())
def test_cleaning_twice_is_cleaning_once_and_adds_nothing(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    assert len(once) <= len(text)
    once.encode()


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("达标率９５．４１％", "达标率95.41%"),
        ("２０２４年", "2024年"),
        ("１２Ａ．", "12Ａ．"),  # letters and a full stop of a sentence stay
        ("第十四五，共95%", "第十四五，共95%"),
    ],
)
def test_digits_are_printed_half_width(typed: str, printed: str) -> None:
    assert half_width(typed) == printed


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("健龙镇100%", "健龙镇100%"),
        ("健龙镇　100%", "健龙镇　100%"),
        ("一\n二\u202e", "一\n二\\u202e"),
        ("a\x1b[31m\ud800\u2028", "a\\u001b[31m\\ud800\\u2028"),
        ("𠮷\U000e0001", "𠮷\\udb40\\udc01"),
        (_name("在 /联通/健龙.toml 里", "gbk"), "在 /联通/健龙.toml 里"),
        (_name("在 /联通/健龙.toml 里", "utf-8"), "在 /联通/健龙.toml 里"),
        ("在 é\udcff.toml 里", "在 é\\udcff.toml 里"),
    ],
)
def test_what_nobody_can_see_gets_a_mark_that_one_can(text: str, marked: str) -> None:
    assert with_marks(text) == marked

"""Chinese numerals are read where they have one reading."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perf_tui.core.numbers import Number, Refusal, capital_yuan, read_number
from perf_tui.core.numbers.numerals import counted, read_numerals


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("零", 0),
        ("〇", 0),
        ("五", 5),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("一百", 100),
        ("壹佰", 100),
        ("两百", 200),
        ("一百零二", 102),
        ("一百二十", 120),
        ("一百一十二", 112),
        ("一千零五", 1005),
        ("一千零五十", 1050),
        ("三万五千", 35_000),
        ("三万零五", 30_005),
        ("十万", 100_000),
        ("一亿三千万", 130_000_000),
        ("一万亿", 10**12),
        ("叁仟捌佰捌拾贰万零柒拾壹", 38_820_071),
        ("貳萬", 20_000),
        ("-一百", -100),
        ("一百人", 100),
    ],
)
def test_reads_numerals(text: str, value: int) -> None:
    assert read_number(text, "人") == Number(Decimal(value))


@pytest.mark.parametrize(
    "text",
    [
        *("一百二", "三万五", "一千五", "一亿二", "二〇二四", "三四", "三四百"),
        *("百", "千", "万万", "零万", "零五万", "一百零", "一百零零", "一百零十二", "一千零五百"),
        *("十零五", "一二三百", "二千三千", "一万二万", "五百五百"),
    ],
)
def test_refuses_numerals_with_more_than_one_reading_or_none(text: str) -> None:
    read = read_number(text, "人")
    assert isinstance(read, Refusal)
    assert "改用 0–9" in read.message


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三百", "300"),
        ("三百万", "300"),
        ("三百万元", "300"),
        ("一亿三千万", "13000"),
        ("三万五千元", "3.5"),
        ("二亿元", "20000"),
    ],
)
def test_numerals_convert_into_the_fields_unit_as_digits_do(text: str, value: str) -> None:
    assert read_number(text, "万元") == Number(Decimal(value))


def test_asks_which_unit_numerals_above_a_wan_are_meant_in() -> None:
    read = read_number("三万五千", "万元")
    assert isinstance(read, Refusal)
    assert "35000元 还是 35000万元" in read.message


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_reads_every_number_that_is_written_in_capitals(value: int) -> None:
    written = capital_yuan(Decimal(value)).removesuffix("整")
    assert read_number(written, "元") == Number(Decimal(value))


@given(st.integers(1, 9999))
def test_counting_is_read_as_the_same_number(number: int) -> None:
    assert read_numerals(counted(number)) == number


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (101, "一百零一")],
)
def test_counts_as_chapters_are_counted(number: int, written: str) -> None:
    assert counted(number) == written

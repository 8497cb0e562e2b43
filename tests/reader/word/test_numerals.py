"""Numbers as Word's lists write them."""

import pytest

from perf_tui.reader.word.numerals import written


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("decimal", {1: "1", 100: "100", 0: "0", 10_000: "10000"}),
        ("decimalZero", {1: "01", 10: "10"}),
        ("decimalFullWidth", {12: "１２"}),
        ("decimalFullWidth2", {12: "１２"}),
        (
            "decimalEnclosedCircle",
            {1: "①", 20: "⑳", 21: "㉑", 35: "㉟", 36: "㊱", 50: "㊿", 51: "51"},
        ),
        ("decimalEnclosedCircleChinese", {3: "③"}),
        ("decimalEnclosedFullstop", {1: "⒈", 20: "⒛", 21: "21"}),
        ("decimalEnclosedParen", {1: "⑴", 20: "⒇"}),
        (
            "chineseCounting",
            {1: "一", 10: "十", 11: "十一", 20: "二十", 21: "二十一", 100: "一百", 110: "一百一十"},
        ),
        ("chineseCountingThousand", {101: "一百零一", 1001: "一千零一", 9999: "九千九百九十九"}),
        ("japaneseCounting", {12: "十二"}),
        ("taiwaneseCountingThousand", {12: "十二"}),
        ("ideographDigital", {1: "一", 10: "一〇", 21: "二一"}),
        ("chineseLegalSimplified", {11: "拾壹", 25: "贰拾伍"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {12: "亥"}),
        ("ideographEnclosedCircle", {1: "㊀"}),
        ("upperRoman", {4: "IV", 9: "IX", 40: "XL", 1994: "MCMXCIV"}),
        ("lowerRoman", {3: "iii"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 53: "AAA"}),
        ("lowerLetter", {2: "b"}),
        ("bullet", {1: ""}),
        ("none", {1: ""}),
        ("hebrew1", {7: "7"}),
    ],
)
def test_written(form: str, shown: dict[int, str]) -> None:
    assert {number: written(number, form) for number in shown} == shown

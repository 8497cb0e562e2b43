"""What cells of Excel show, by their formats."""

from decimal import Decimal

import pytest

from perf_tui.reader.excel.formats import Formats, in_format


@pytest.mark.parametrize(
    ("number", "code", "shown"),
    [
        ("0.95", "0%", "95%"),
        ("0.9541175725", "0.00%", "95.41%"),
        ("1", "0.00%", "100%"),
        ("0.955", "General%", "95.5%"),
        ("1234.5", "#,##0.00", "1234.5"),
        ("12.5", "0", "13"),
        ("12.345", "General", "12.345"),
        ("12.345", "", "12.345"),
        ("80", '"≥"0"人次"', "≥80人次"),
        ("80", '≥0\\人_ ;[Red]-0"人"', "≥80人"),
        ("5", "_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ", "5"),
        ("5000", "0,", "5000"),
        ("0.5", "# ?/?", "0.5"),
        ("3", '"达标"', "3"),
        ("45657", "yyyy/m/d", "2024年12月31日"),
        ("45657", 'm"月"d"日"', "12月31日"),
        ("45657.75", "yyyy-mm-dd hh:mm", "2024年12月31日"),
        ("45657", "[$-804]yyyy年m月", "2024年12月"),
        ("0.5", "h:mm:ss", "0.5"),
        ("0.5", "h:mm AM/PM", "0.5"),
        ("99999999", "yyyy/m/d", "99999999"),
        ("-1", "m/d", "-1"),
        ("1e-12", "0.000000000000", "0"),
    ],
)
def test_a_number_is_shown_by_its_format(number: str, code: str, shown: str) -> None:
    assert in_format(Decimal(number), code) == shown


@pytest.mark.parametrize(
    ("typed", "style", "shown"),
    [
        ("0.30000000000000004", 0, "0.3"),
        ("0.95", 1, "95%"),
        ("45657", 2, "2024年12月31日"),
        ("5", 9, "5"),
        ("甲", 0, "甲"),
        ("1e400", 0, "1e400"),
        ("nan", 1, "nan"),
        ("1e3", 0, "1000"),
    ],
)
def test_formats_are_named_by_the_styles_of_cells(typed: str, style: int, shown: str) -> None:
    formats = Formats()
    formats.styles += [0, 9, 14]
    assert formats.shown(typed, style) == shown


def test_days_may_be_counted_from_1904() -> None:
    formats = Formats()
    formats.date_from_1904()
    formats.styles += [14]
    assert formats.shown("44195", 0) == "2024年12月31日"

"""Numbers shown: canonical text, thousands, the reading back."""

from decimal import Decimal

import pytest

from perf_tui.core.numbers import Number, format_number, grouped, read_back


@pytest.mark.parametrize(
    ("value", "qualifier", "text"),
    [
        ("38820071.88", "", "38820071.88"),
        ("22.6", "约", "约22.6"),
        ("300", "近", "近300"),
        ("300", "余", "300余"),
        ("300", "多", "300多"),
        ("95.40", "", "95.40"),
        ("1E+3", "", "1000"),
        ("1E-10", "", "0.0000000001"),
    ],
)
def test_formats_without_exponents_and_keeps_zeros(value: str, qualifier: str, text: str) -> None:
    assert format_number(Number(Decimal(value), qualifier)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("38820071.88", "38,820,071.88"),
        ("145", "145"),
        ("-1234.50", "-1,234.50"),
        ("1E+6", "1,000,000"),
    ],
)
def test_groups_thousands(value: str, text: str) -> None:
    assert grouped(Decimal(value)) == text


@pytest.mark.parametrize(
    ("value", "qualifier", "unit", "text"),
    [
        ("38820071.88", "", "元", "= 38,820,071.88 元（3,882.01 万元）"),
        ("10000", "", "元", "= 10,000 元（1.00 万元）"),
        ("9999.99", "", "元", "= 9,999.99 元"),
        ("-20050", "", "元", "= -20,050 元（-2.01 万元）"),
        ("0.388201", "", "万元", "= 0.388201 万元（3,882.01 元）"),
        ("22.6", "约", "万元", "= 约22.6 万元（约226,000 元）"),
        ("0.27", "", "亿元", "= 0.27 亿元（27,000,000 元）"),
        ("0.00", "", "万元", "= 0.00 万元（0 元）"),
        ("145", "", "人", "= 145 人"),
        ("300", "余", "人次", "= 300余 人次"),
        ("95.41", "", "%", "= 95.41 %"),
        ("5", "", "", "= 5"),
    ],
)
def test_reads_back_what_was_understood(value: str, qualifier: str, unit: str, text: str) -> None:
    assert read_back(Number(Decimal(value), qualifier), unit) == text

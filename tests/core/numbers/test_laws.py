"""What holds for every number and every text."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from perf_tui.core.numbers import Number, Refusal, clean_text, format_number, grouped, read_number
from perf_tui.core.numbers.cleaning import trimmed

UNITS = ("元", "万元", "亿元", "%", "人", "户", "人次", "处", "次", "公里", "吨", "万人", "")
QUALIFIERS = ("", "约", "近", "余", "多")
LIMIT = 10**15 - 1

units = st.sampled_from(UNITS)
values = st.integers(0, 10).flatmap(
    lambda places: st.decimals(-LIMIT, LIMIT, places=places, allow_nan=False)
)
numbers = st.builds(Number, values, st.sampled_from(QUALIFIERS))
LIKELY = "0123456789.,，。 -+−%％约近余多万亿元人次一二十百千零几e½²\u200b\u202e\n　９．"
texts = st.one_of(
    st.text(), st.text(st.sampled_from(LIKELY), max_size=30), st.text("9,.", max_size=150)
)


@given(numbers, units)
def test_reading_what_was_formatted_is_the_identity(number: Number, unit: str) -> None:
    text = format_number(number)
    again = read_number(text, unit)
    assert again == number
    assert isinstance(again, Number)
    assert again.value.as_tuple().exponent == number.value.as_tuple().exponent


@given(numbers, units)
def test_the_own_unit_changes_nothing(number: Number, unit: str) -> None:
    assert read_number(f"{format_number(number)}{unit}", unit) == number


@given(values, units)
def test_grouping_changes_nothing(value: Decimal, unit: str) -> None:
    assert read_number(grouped(value), unit) == Number(value)


@given(st.decimals(-(10**9), 10**9, places=4, allow_nan=False))
def test_a_wan_is_ten_thousand(value: Decimal) -> None:
    assert read_number(f"{value:f}万元", "元") == Number(value * 10_000)
    assert read_number(f"{value:f}元", "万元") == Number(value / 10_000)


@given(texts, units)
def test_any_text_is_blank_a_number_or_a_refusal_that_quotes_it(text: str, unit: str) -> None:
    read = read_number(text, unit)
    if isinstance(read, Number):
        assert read.value.is_finite()
        assert abs(read.value) < 10**15
    if isinstance(read, Refusal):
        # Twenty characters of it are shown, so the first ones always are.
        start = clean_text(trimmed(text)).replace("\n", " ")[:5]
        assert f"「{start}" in read.message
        assert len(read.message) < 120


READ_DIGITS = "0123456789０１２３４５６７８９〇"
other_digits = st.characters(categories=["Nd", "Nl", "No"], exclude_characters=READ_DIGITS)


@given(st.text(other_digits, min_size=1), st.sampled_from(("", "12", "1.")), units)
def test_digits_of_other_scripts_are_refused(text: str, before: str, unit: str) -> None:
    assert isinstance(read_number(before + text, unit), Refusal)

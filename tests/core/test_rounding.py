from decimal import ROUND_DOWN, Decimal, InvalidOperation, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perf_tui.core.numbers.rounding import fixed, half_up, plain, shared_out

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12)


@pytest.mark.parametrize(
    ("value", "rounded"),
    [
        ("2.675", "2.68"),
        ("89.995", "90.00"),
        ("89.9949999", "89.99"),
        ("-2.675", "-2.68"),
        ("9.5411757", "9.54"),
        ("-0.001", "0.00"),
        ("1E-999", "0.00"),
        ("1E+3", "1000.00"),
    ],
)
def test_halves_go_up(value: str, rounded: str) -> None:
    assert str(half_up(Decimal(value))) == rounded
    assert fixed(Decimal(value)) == rounded


def test_other_places() -> None:
    assert fixed(Decimal("15.335"), 0) == "15"
    assert fixed(Decimal("15.5"), 0) == "16"
    assert fixed(Decimal("0.9541175725"), 4) == "0.9541"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("100", "100"),
        ("1E+2", "100"),
        ("95.410", "95.41"),
        ("100.00", "100"),
        ("0.00", "0"),
        ("-0", "0"),
        ("-1.50", "-1.5"),
        ("1E-7", "0.0000001"),
    ],
)
def test_plain_has_no_exponent_and_no_idle_zeros(value: str, text: str) -> None:
    assert plain(Decimal(value)) == text


@given(DECIMALS)
def test_plain_loses_nothing(value: Decimal) -> None:
    assert Decimal(plain(value)) == value


@given(DECIMALS)
def test_the_callers_context_does_not_matter(value: Decimal) -> None:
    expected = half_up(value), fixed(value), plain(value)
    with localcontext() as context:
        context.prec = 2
        context.rounding = ROUND_DOWN
        assert (half_up(value), fixed(value), plain(value)) == expected


@pytest.mark.parametrize(
    ("total", "parts", "shares"),
    [
        ("10", "1 1 1", "3.33 3.33 3.34"),
        ("50", "5 5 10 2", "11.36 11.36 22.73 4.55"),
        ("2", "1 1 1 1 1 1", "0.33 0.33 0.33 0.33 0.33 0.35"),
        ("30", "7", "30"),
    ],
)
def test_the_last_share_takes_the_remainder(total: str, parts: str, shares: str) -> None:
    shared = shared_out(Decimal(total), [Decimal(part) for part in parts.split()])
    assert " ".join(map(str, shared)) == shares


@given(DECIMALS.map(half_up), st.lists(st.integers(1, 10**6).map(Decimal), min_size=1))
def test_shares_add_up_to_the_total(total: Decimal, parts: list[Decimal]) -> None:
    assert sum(shared_out(total, parts)) == total


def test_beyond_any_budget_is_refused() -> None:
    assert half_up(Decimal("1E+40")) == Decimal("1E+40")
    with pytest.raises(InvalidOperation):
        half_up(Decimal("1E+41"))

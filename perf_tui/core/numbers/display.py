"""Numbers as they are shown back to the person who typed them."""

from decimal import ROUND_HALF_UP, Decimal

from perf_tui.core.numbers.number import Number, qualified

_CENT = Decimal("0.01")
_WAN = Decimal(10000)
_YUAN_POWERS = {"万元": 4, "亿元": 8}


def grouped(value: Decimal) -> str:
    """Return the value with its own decimals and a comma at every thousand: "38,820,071.88"."""
    return format(value, ",f")


def shown_with_unit(number: Number, unit: str) -> str:
    """Return the number with its unit, as people read it: "38,820,071.88 元", "300余 人次"."""
    return f"{qualified(grouped(number.value), number.qualifier)} {unit}".rstrip()


def read_back(number: Number, unit: str) -> str:
    """Return what was understood: "= 38,820,071.88 元（3,882.01 万元）", "= 300余 人次"."""
    shown = f"= {shown_with_unit(number, unit)}"
    other = _in_other_money(number.value, unit)
    if other is None:
        return shown
    amount, other_unit = other
    return f"{shown}（{qualified(grouped(amount), number.qualifier)} {other_unit}）"


def _in_other_money(value: Decimal, unit: str) -> tuple[Decimal, str] | None:
    """Return money in another unit: 元 from 1 万 on in 万元 to two decimals, others in exact 元.

    It is None for smaller amounts and for what is no money.
    """
    if unit == "元" and abs(value) >= _WAN:
        return (value / _WAN).quantize(_CENT, ROUND_HALF_UP), "万元"
    if unit in _YUAN_POWERS:
        return _without_trailing_zeros(value.scaleb(_YUAN_POWERS[unit])), "元"
    return None


def _without_trailing_zeros(value: Decimal) -> Decimal:
    return value.normalize() if value else Decimal(0)

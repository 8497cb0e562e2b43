"""Reading of number fields: the value that was meant or a refusal, never another value."""

import re
from decimal import Decimal

from perf_tui.core.numbers import refusals
from perf_tui.core.numbers.cleaning import trimmed
from perf_tui.core.numbers.number import Number, Refusal
from perf_tui.core.numbers.numerals import NUMERAL_CHARS, read_numerals, simplified
from perf_tui.core.numbers.units import POWERS, power_between, split_unit

MAX_TYPED = 100
MAX_WHOLE_DIGITS = 15
MAX_DECIMALS = 10

# Spelled out, because NFKC would also turn ½ into 1⁄2 and ² into 2.
_WIDE_SPACES = "\u3000\u00a0\u2002\u2003\u2007\u2009\u202f"
_TO_ASCII = str.maketrans(
    "".join(map(chr, range(0xFF01, 0xFF5F))) + _WIDE_SPACES + "\u2212｡萬億",
    "".join(map(chr, range(0x21, 0x7F))) + " " * len(_WIDE_SPACES) + "-。万亿",
)
# The common case is tried first, because a hundred fields are read again at every key.
_PLAIN = re.compile(rf"[0-9]{{1,{MAX_WHOLE_DIGITS}}}(?:\.[0-9]{{1,{MAX_DECIMALS}}})?")
_SHAPE = re.compile(
    rf"""(?P<lead>[约近]?)\ *
    (?P<currency>[￥¥元]?)\ *
    (?P<sign>[+-]?)\ *
    (?P<body>[0-9.,。·\ ]+|[{NUMERAL_CHARS}]+)\ *
    (?P<trail>[余多]?)\ *
    (?P<scale>[万亿]?)\ *
    (?P<late>[余多]?)\ *
    (?P<rest>.*)""",
    re.VERBOSE,
)
_DECIMAL = re.compile(r"[0-9]+\.?[0-9]*|\.[0-9]+")
# A group cannot start with 0, because 0,123 is more likely a decimal comma than 123.
_GROUPED = re.compile(r"[1-9][0-9]{0,2}([, ])[0-9]{3}(?:\1[0-9]{3})*(?:\.[0-9]*)?")


def read_number(text: str, unit: str) -> Number | Refusal | None:
    """Return the number in `unit` ("元", "%", "人次", ...) that a text means, or None for a blank.

    It may have full-width digits, groups of three, 约/近/余/多, 万/亿, the field's own unit or
    Chinese numerals. Anything else gives a Refusal. Whether the value fits its field is judged
    elsewhere.
    """
    if _PLAIN.fullmatch(text):
        return Number(Decimal(text))
    typed = trimmed(text)
    if not typed:
        return None
    if len(typed) > MAX_TYPED:
        return refusals.too_long(typed, MAX_TYPED)
    return _read_typed(typed, unit.translate(_TO_ASCII))


def _read_typed(typed: str, unit: str) -> Number | Refusal:
    plain = typed.translate(_TO_ASCII)
    if not plain.isprintable():
        return refusals.hidden_characters(typed)
    parts = _SHAPE.fullmatch(plain)
    if parts is None:
        return refusals.unread(typed, "", unit)
    qualifiers = "".join(parts.group("lead", "trail", "late"))
    if len(qualifiers) > 1:
        return refusals.two_qualifiers(typed)
    if parts["currency"] and (doubt := _doubt_currency(typed, parts, unit)):
        return doubt
    value = _read_value(typed, parts, unit)
    return value if isinstance(value, Refusal) else Number(value, qualifiers)


def _doubt_currency(typed: str, parts: re.Match[str], unit: str) -> Refusal | None:
    """Return a refusal for ￥ in a field that is no money, and for a bare ￥5 in one of 万元.

    The latter may mean 元 or 万元. Otherwise the result is None.
    """
    field_power, base = split_unit(unit)
    if base != "元":
        return refusals.unread(typed, parts["currency"], unit)
    if not field_power or parts["scale"] or parts["rest"]:
        return None
    return refusals.which(typed, [f"{parts['body'].strip()}{each}" for each in (base, unit)])


def _read_value(typed: str, parts: re.Match[str], unit: str) -> Decimal | Refusal:
    body, scale, rest = parts.group("body", "scale", "rest")
    if body[0] in NUMERAL_CHARS:
        read = _read_words(typed, simplified(body + scale), rest, unit)
    else:
        read = _read_digits(typed, body.strip(), scale, unit)
    if isinstance(read, Refusal):
        return read
    digits, scale = read
    power = power_between(scale, rest, unit)
    if power is None:
        return refusals.unread(typed, scale + rest, unit)
    return _bounded(typed, parts["sign"], *_shifted(digits, power))


def _read_digits(typed: str, body: str, scale: str, unit: str) -> tuple[str, str] | Refusal:
    """Return the digits with at most a decimal point, and the scale."""
    if _DECIMAL.fullmatch(body):
        return body, scale
    if _GROUPED.fullmatch(body):
        return re.sub("[, ]", "", body), scale
    count = len(_only_digits(body))
    if not count:
        return refusals.unread(typed, "", unit)
    if count > MAX_WHOLE_DIGITS + MAX_DECIMALS:
        return refusals.too_many_digits(typed, MAX_WHOLE_DIGITS, MAX_DECIMALS)
    return refusals.which(typed, _possible_readings(body))


def _read_words(typed: str, words: str, rest: str, unit: str) -> tuple[str, str] | Refusal:
    """Return Chinese numerals as digits and a final 万 or 亿, so that 三百万 is read like 300万."""
    value = read_numerals(words)
    if value is None:
        return refusals.unclear_numerals(typed, unit)
    if words[-1] in "万亿":
        return str(value // 10 ** POWERS[words[-1]]), words[-1]
    field_power, base = split_unit(unit)
    # In a field of 万元, 三万五千 may mean either, because nobody writes 三万五千万元.
    if field_power and not rest and re.search("[万亿]", words):
        return refusals.which(typed, [f"{value}{base}", f"{value}{unit}"])
    return str(value), ""


def _possible_readings(body: str) -> list[str]:
    """Return the numbers that misplaced separators may mean.

    Either the last separator is the decimal point, or only a single "." is. A separator at the end
    is a slip: 95.41. is 95.41.
    """
    body = body.rstrip(".,。· ")
    if _DECIMAL.fullmatch(body) or _GROUPED.fullmatch(body):
        return [re.sub("[, ]", "", body)]
    whole, decimals = re.split(r"[^0-9](?=[0-9]*\Z)", body, maxsplit=1)
    pointed = _joined(whole, decimals)
    plain = _joined(*body.split(".")) if body.count(".") == 1 else _joined(body, "")
    return list(dict.fromkeys((pointed, plain)))


def _joined(whole: str, decimals: str) -> str:
    whole = _only_digits(whole).lstrip("0") or "0"
    decimals = _only_digits(decimals)
    return f"{whole}.{decimals}" if decimals else whole


def _only_digits(text: str) -> str:
    return re.sub("[^0-9]", "", text)


def _shifted(digits: str, power: int) -> tuple[str, str]:
    """Return the whole digits and decimals of `digits` × 10^power.

    The point is moved as text, which is exact.
    """
    whole, _, decimals = digits.partition(".")
    if power > 0:
        decimals = decimals.ljust(power, "0")
        return whole + decimals[:power], decimals[power:]
    if power < 0:
        whole = whole.zfill(1 - power)
        return whole[:power], (whole[power:] + decimals).rstrip("0")
    return whole, decimals


def _bounded(typed: str, sign: str, whole: str, decimals: str) -> Decimal | Refusal:
    whole = whole.lstrip("0") or "0"
    if len(whole) > MAX_WHOLE_DIGITS or len(decimals) > MAX_DECIMALS:
        return refusals.too_many_digits(typed, MAX_WHOLE_DIGITS, MAX_DECIMALS)
    value = Decimal(f"{whole}.{decimals}")
    return -value if sign == "-" else value

"""What the typed texts mean: numbers, words and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import chain

from perf_tui.core.answers.computing import computed_number
from perf_tui.core.answers.items import Items
from perf_tui.core.answers.shares import Shares
from perf_tui.core.form import Field, Form
from perf_tui.core.numbers import Number, Refusal, format_number, read_number

Reading = Number | str | date | Refusal | None
LONGEST_NUMBER = 2
DATES = (
    re.compile(r"(\d{4})\s*[-/.－／．年]\s*(\d{1,2})\s*[-/.－／．月]\s*(\d{1,2})\s*日?"),
    re.compile(r"(\d{4})(\d{2})(\d{2})"),
)


class Readings:
    """The reading of every field, and of every figure computed from others, by address.

    A text is read when it is asked for. What was typed for a field that there is no longer reads as
    a blank.

    `amounts` holds the numbers under the names that expressions use.
    """

    def __init__(self, form: Form, shares: Shares) -> None:
        self.shares = shares
        by_address = _ByAddress(form, shares.texts)
        self.by_address: Mapping[str, Reading] = by_address
        self.read = by_address.read
        self.amounts: Mapping[str, Decimal | None] = _Amounts(form.addresses, self.by_address)

    def number(self, address: str) -> Decimal | None:
        """Return the number at an address, or None if it is blank or cannot be read."""
        return _amount(self.by_address[address])

    def words(self, address: str) -> str | None:
        """Return the reading as a sentence prints it, or None if it is blank or cannot be read."""
        return as_words(self.by_address[address])


class _ByAddress(Mapping[str, Reading]):
    """Address → reading, None at an address that there is not."""

    def __init__(self, form: Form, texts: Mapping[str, str]) -> None:
        self._fields, self._computed, self._text_at = form.fields, form.computed_facts, texts.get
        self._amounts = _Amounts(form.addresses, self)
        self._read: dict[str, Reading] = {}

    def __getitem__(self, address: str) -> Reading:
        if address in self._computed:
            return computed_number(self._computed[address], self, self._amounts)
        text = self._text_at(address)  # also if it was read before, because the texts note it
        if text is None:
            return None
        if address not in self._read:
            try:
                self._read[address] = read_field(self._fields.like(address), text)
            except KeyError:
                self._read[address] = None
        return self._read[address]

    def read(self, address: str, field: Field) -> Reading:
        """Return the reading of a field that is known already, or of one like it."""
        text = self._text_at(address)
        if text is None:
            return None
        if address not in self._read:
            self._read[address] = read_field(field, text)
        return self._read[address]

    def __iter__(self) -> Iterator[str]:
        return chain(self._fields, self._computed)

    def __len__(self) -> int:
        return len(self._fields) + len(self._computed)


class _Amounts(Mapping[str, Decimal | None]):
    def __init__(self, addresses: Mapping[str, str], readings: Mapping[str, Reading]) -> None:
        self._addresses, self._readings = addresses, readings

    def __getitem__(self, name: str) -> Decimal | None:
        return _amount(self._readings[self._addresses[name]])

    def __iter__(self) -> Iterator[str]:
        return iter(self._addresses)

    def __len__(self) -> int:
        return len(self._addresses)


def read_field(field: Field, text: str) -> Reading:
    """Read a text by the kind of its field. A blank gives None, an unreadable text a Refusal."""
    if field.numeric:
        return read_number(text, field.unit)
    text = text.strip()
    if not text:
        return None
    if field.kind == "date":
        return _read_date(text)
    if field.kind == "choice":
        return _read_choice(field, text)
    return Items(text) if field.kind == "list" else text


def settled_text(field: Field, text: str) -> str:
    """Return the canonical text that is kept. One that cannot be read stays as typed."""
    match read_field(field, text):
        case Refusal():
            return text
        case Number() as number:
            return format_number(number)
        case date() as day:
            return day.isoformat()
        case words:
            return str(words or "")


def as_words(reading: Reading) -> str | None:
    """Return a reading as a sentence prints it: 约22.6, 2025年4月15日.

    A blank or a refusal gives None.
    """
    match reading:
        case Number():
            return format_number(reading)
        case date():
            return f"{reading.year}年{reading.month}月{reading.day}日"
        case Items():
            return "、".join(reading.names) or str(reading)
        case str():
            return reading
        case _:
            return None


def _amount(reading: Reading) -> Decimal | None:
    if isinstance(reading, Items):
        return Decimal(len(reading.names))
    return reading.value if isinstance(reading, Number) else None


def _read_date(text: str) -> date | Refusal:
    matches = (pattern.fullmatch(text) for pattern in DATES)
    try:
        return next(date(*map(int, match.groups())) for match in matches if match)
    except (StopIteration, ValueError):
        return Refusal(f"“{text[:20]}”不是日历上的日期", "按 2025-04-15 的样子填")


def _read_choice(field: Field, text: str) -> str | Refusal:
    """Read a choice by its words, its number, or a beginning that no other choice has."""
    if text in field.choices:
        return text
    number = int(text) if text.isdecimal() and len(text) <= LONGEST_NUMBER else 0
    if 0 < number <= len(field.choices):
        return field.choices[number - 1]
    begun = [choice for choice in field.choices if choice.startswith(text)]
    if len(begun) == 1:
        return begun[0]
    offered = "、".join(f"{number} {choice}" for number, choice in enumerate(field.choices, 1))
    return Refusal(f"“{text[:20]}”不在选项里", f"填序号或文字：{offered}")

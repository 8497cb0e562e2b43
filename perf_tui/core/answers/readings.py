"""What the typed texts mean: numbers, words and dates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from perf_tui.core.answers.computing import computed_number
from perf_tui.core.answers.items import Items
from perf_tui.core.answers.year import Year
from perf_tui.core.form import Field, Form
from perf_tui.core.numbers import Number, Refusal, format_number, read_number

Reading = Number | str | date | Refusal | None
LONGEST_NUMBER = 2
DATES = (
    re.compile(r"(\d{4})\s*[-/.－／．年]\s*(\d{1,2})\s*[-/.－／．月]\s*(\d{1,2})\s*日?"),
    re.compile(r"(\d{4})(\d{2})(\d{2})"),
)


@dataclass(frozen=True, slots=True)
class Readings:
    """The reading of every field, and of every figure computed from others, by address.

    `amounts` holds the numbers under the names that expressions use.
    """

    by_address: Mapping[str, Reading]
    amounts: Mapping[str, Decimal | None]

    def number(self, address: str) -> Decimal | None:
        """Return the number at an address, or None if it is blank or cannot be read."""
        reading = self.by_address.get(address)
        return reading.value if isinstance(reading, Number) else None

    def words(self, address: str) -> str | None:
        """Return the reading as a sentence prints it, or None if it is blank or cannot be read."""
        return as_words(self.by_address.get(address))


def read_year(form: Form, year: Year) -> Readings:
    """Read every field of the form, and compute the figures of its budget that follow from them."""
    texts = year.texts
    by_address: dict[str, Reading] = {
        address: read_field(field, texts[address]) if address in texts else None
        for address, field in form.fields.items()
    }
    amounts = {name: _amount(by_address.get(at)) for name, at in form.addresses.items()}
    # Totals come first, because measures may rest on them.
    for fact in sorted(form.budget, key=lambda one: not one.sum):
        if fact.computed:
            number = computed_number(fact, by_address, amounts)
            by_address[f"budget.{fact.key}"] = number
            amounts[fact.key] = _amount(number)
    return Readings(by_address, amounts)


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

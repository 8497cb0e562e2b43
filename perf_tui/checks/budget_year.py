"""When the year that a report covers is over."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

# Month and day. The budget year is the calendar year (自然年度), and a report covers all of it.
YEAR_END = (12, 31)
BEFORE_END = "早于当年 {} 月 {} 日".format(*YEAR_END)


def is_over(year: int | Decimal, day: date) -> bool:
    """Whether a report on a year can be dated on this day."""
    return (day.year, day.month, day.day) >= (year, *YEAR_END)

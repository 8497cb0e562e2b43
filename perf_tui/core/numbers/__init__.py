"""Numbers as people type them: read exactly or refused with a reason, and shown back."""

from perf_tui.core.numbers.capital import capital_yuan
from perf_tui.core.numbers.cleaning import clean_text, half_width, hides_something, with_marks
from perf_tui.core.numbers.display import grouped, read_back, shown_with_unit
from perf_tui.core.numbers.number import Number, Refusal, format_number
from perf_tui.core.numbers.reading import read_number
from perf_tui.core.numbers.units import split_unit

__all__ = [
    "Number",
    "Refusal",
    "capital_yuan",
    "clean_text",
    "format_number",
    "grouped",
    "half_width",
    "hides_something",
    "read_back",
    "read_number",
    "shown_with_unit",
    "split_unit",
    "with_marks",
]

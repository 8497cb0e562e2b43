"""The results of reading a number field: a number with its qualifier, or a refusal."""

from dataclasses import dataclass
from decimal import Decimal

TRAILING_QUALIFIERS = ("余", "多")


@dataclass(frozen=True, slots=True)
class Number:
    """A value in the field's own unit. `qualifier` is 约, 近, 余, 多 or empty."""

    value: Decimal
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a text cannot be read, and what to do (`fix`). `trouble` starts with the text."""

    trouble: str
    fix: str

    @property
    def message(self) -> str:
        """Both in one sentence, to stand beside the field."""
        return self.trouble + ("" if self.trouble.endswith("？") else "，") + self.fix


def format_number(number: Number) -> str:
    """Return the canonical text, which reads back as `number`: "38820071.88", "约22.6"."""
    return qualified(format(number.value, "f"), number.qualifier)


def qualified(digits: str, qualifier: str) -> str:
    """Return the digits with the qualifier on the side where Chinese puts it."""
    if qualifier in TRAILING_QUALIFIERS:
        return digits + qualifier
    return qualifier + digits

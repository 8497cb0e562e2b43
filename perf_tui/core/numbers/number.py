"""What reading a field gives: a number with its qualifier, or a refusal."""

from dataclasses import dataclass
from decimal import Decimal

LEADING_QUALIFIERS = ("约", "近")
TRAILING_QUALIFIERS = ("余", "多")


@dataclass(frozen=True, slots=True)
class Number:
    """A value in the field's own unit; `qualifier` is "", 约, 近, 余 or 多."""

    value: Decimal
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a text cannot be read (`trouble`, which starts with the text), and what to do (`fix`)."""

    trouble: str
    fix: str

    @property
    def message(self) -> str:
        """Both in one sentence, to stand beside the field."""
        return self.trouble + ("" if self.trouble.endswith("？") else "，") + self.fix


def format_number(number: Number) -> str:
    """The canonical text ("38820071.88", "约22.6", "300余"), which reads back as `number`."""
    return qualified(format(number.value, "f"), number.qualifier)


def qualified(digits: str, qualifier: str) -> str:
    """`digits` with the qualifier on the side where Chinese puts it."""
    if qualifier in TRAILING_QUALIFIERS:
        return digits + qualifier
    return qualifier + digits

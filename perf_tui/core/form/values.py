"""The types of the values in a form's files, each with its reader.

The quick and the thorough reading both use these readers, so that they refuse the same values.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

from perf_tui.core.expressions import Expression, compile_expression
from perf_tui.core.wording.templates import Template, compile_template

if TYPE_CHECKING:
    from pydantic_core import CoreSchema


class MisfitError(ValueError):
    """A value or table that does not fit its place. Its text, if any, says what to write."""


@dataclass(frozen=True, slots=True)
class ReadBy:
    """Marks a type whose values `read` returns. It raises ValueError with what to write instead."""

    read: Callable[[object], Any]

    def __get_pydantic_core_schema__(self, *_: object) -> CoreSchema:
        """Tell pydantic how to read the type, which it does not know."""
        from pydantic_core import core_schema  # only the thorough reading needs it

        return core_schema.no_info_plain_validator_function(self.read)


def _number(value: object) -> Decimal:
    if not isinstance(value, int | Decimal) or isinstance(value, bool):
        raise MisfitError("要写成数，不带引号")
    number = Decimal(value)
    if not number.is_finite():
        raise MisfitError("要写成有限的数")
    return number


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise MisfitError("要写成整数，不带引号和小数")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise MisfitError("只能写 true 或 false")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise MisfitError("要写成文字，放在引号里")
    return value


def _number_or_text(value: object) -> Decimal | str:
    if isinstance(value, str):
        return value
    if isinstance(value, int | Decimal):
        return _number(value)
    raise MisfitError("要写成数，或者放在引号里的文字")


def _words(value: object) -> str:
    if value == "":
        raise MisfitError("不能空着，写上文字")
    return _text(value)


def _matching(pattern: str, trouble: str) -> Callable[[object], str]:
    fits = re.compile(pattern).fullmatch

    def read(value: object) -> str:
        text = _text(value)
        if not fits(text):
            raise MisfitError(trouble)
        return text

    return read


def is_name(text: str) -> bool:
    """Whether a text can be the id of a form set, or any other key."""
    return bool(KEY.fullmatch(text))


KEY = re.compile("[a-z][a-z0-9_]*")
_key = _matching(KEY.pattern, "只能用小写字母、数字和下划线，以字母开头")
_initials = _matching("[a-z0-9]+", "只能用小写字母和数字")

Flag = Annotated[bool, ReadBy(_flag)]
Whole = Annotated[int, ReadBy(_whole)]
NumberKey = Annotated[Decimal, ReadBy(_number)]
NumberOrText = Annotated[Decimal | str, ReadBy(_number_or_text)]
TextKey = Annotated[str, ReadBy(_text)]
Words = Annotated[str, ReadBy(_words)]
Key = Annotated[str, ReadBy(_key)]
Initials = Annotated[str, ReadBy(_initials)]
Measure = Annotated[Expression, ReadBy(compile_expression)]
Sentence = Annotated[Template, ReadBy(compile_template)]

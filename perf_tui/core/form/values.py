"""The types of the values in a form's files, each with its reader.

The quick and the thorough reading both use these readers, so that they refuse the same values.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
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
    """Marks a type whose values `read` returns. It raises ValueError with what to write instead.

    `words` say what the type is, and `schema` is what JSON Schema can say of it.
    """

    read: Callable[[object], Any]
    words: str
    schema: Mapping[str, object] = field(hash=False)

    def __get_pydantic_core_schema__(self, *_: object) -> CoreSchema:
        """Tell pydantic how to read the type, which it does not know."""
        from pydantic_core import core_schema  # only the thorough reading needs it

        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, *_: object) -> dict[str, object]:
        """Tell pydantic what is to be written for the type."""
        return dict(self.schema)


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

_STRING: Mapping[str, object] = {"type": "string"}
_KEYED: Mapping[str, object] = {"type": "string", "pattern": f"^{KEY.pattern}$"}
_FILLED: Mapping[str, object] = {"type": "string", "minLength": 1}
_EITHER: Mapping[str, object] = {"type": ["number", "string"]}

Flag = Annotated[bool, ReadBy(_flag, "true 或 false", {"type": "boolean"})]
Whole = Annotated[int, ReadBy(_whole, "整数", {"type": "integer"})]
NumberKey = Annotated[Decimal, ReadBy(_number, "数", {"type": "number"})]
NumberOrText = Annotated[Decimal | str, ReadBy(_number_or_text, "数或文字", _EITHER)]
TextKey = Annotated[str, ReadBy(_text, "文字", _STRING)]
Words = Annotated[str, ReadBy(_words, "文字，不能空", _FILLED)]
Key = Annotated[str, ReadBy(_key, "名字（小写字母、数字、下划线）", _KEYED)]
Initials = Annotated[
    str, ReadBy(_initials, "小写字母和数字", {"type": "string", "pattern": "^[a-z0-9]+$"})
]
Measure = Annotated[Expression, ReadBy(compile_expression, "算式", _FILLED)]
Sentence = Annotated[Template, ReadBy(compile_template, "句子模板", _STRING)]

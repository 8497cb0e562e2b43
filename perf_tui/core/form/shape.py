"""What pydantic finds in a form's table, as sentences with the place in the file's own terms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias, get_args

from perf_tui.core.form.models import Part
from perf_tui.core.form.problems import Problem, nearest, shown

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

Location: TypeAlias = tuple[int | str, ...]

NAMING = ("key", "id", "name", "title")
# pydantic ends the location of a value that may be either with the alternative it tried.
ALTERNATIVES = {"decimal", "str"}


def shape_problems(
    error: ValidationError, model: type[Part], file: str, table: Mapping[str, object]
) -> Iterator[Problem]:
    """One problem for each thing that does not fit the model."""
    found = {}
    for detail in error.errors(include_url=False):
        key, message = _key(table, detail["loc"]), _message(model, detail)
        found[key, message] = Problem(file, key, message)
    yield from found.values()


def _key(table: object, location: Location) -> str:
    """The place as a person finds it: a list's entries by their key, else counted from one."""
    path = ""
    for step in location:
        if isinstance(step, int):
            table = table[step] if isinstance(table, list | tuple) else None
            path += _entry(table, step)
        elif step not in ALTERNATIVES:
            table = table.get(step) if isinstance(table, Mapping) else None
            path += f".{shown(step)}"
    return path.removeprefix(".")


def _entry(entry: object, index: int) -> str:
    if isinstance(entry, Mapping):
        for naming in NAMING:
            name = entry.get(naming)
            if isinstance(name, str) and name:
                return f".{shown(name)}"
    return f"[第 {index + 1} 项]"


def _message(model: type[Part], detail: ErrorDetails) -> str:
    kind, location = detail["type"], detail["loc"]
    if location[-1] in ALTERNATIVES:
        return "要写成数，或者放在引号里的文字"
    if kind == "extra_forbidden":
        return _unknown(model, location)
    telling = TELLING.get(kind)
    return telling(detail["ctx"]) if telling else PLAIN.get(kind, "写的内容不合用，照别的表单改")


def _unknown(model: type[Part], location: Location) -> str:
    *owners, key = location
    known = _model_at(model, owners).model_fields
    near = nearest(str(key), known) or f"，能写的是 {'、'.join(known)}"
    return f"没有这个键{near}，改对或删去"


def _model_at(model: type[Part], owners: list[int | str]) -> type[Part]:
    for step in owners:
        if isinstance(step, str):
            annotation = model.model_fields[step].annotation
            choices = (annotation, *get_args(annotation))
            model = next(a for a in choices if isinstance(a, type) and issubclass(a, Part))
    return model


PLAIN = {
    "missing": "缺这个键，补上",
    "string_type": "要写成文字，放在引号里",
    "string_too_short": "不能空着，写上文字",
    "int_type": "要写成整数，不带引号",
    "int_parsing": "要写成整数，不带引号",
    "int_from_float": "要写成整数，不带小数",
    "decimal_type": "要写成数，不带引号",
    "decimal_parsing": "要写成数，不带引号",
    "finite_number": "要写成有限的数",
    "bool_type": "只能写 true 或 false",
    "bool_parsing": "只能写 true 或 false",
    "tuple_type": "要写成列表：几张表用 [[…]] 开头，几个值放在方括号里",
    "model_type": "要写成表，里面一行一个“键 = 值”",
}
PATTERNS = {
    "^[a-z][a-z0-9_]*$": "只能用小写字母、数字和下划线，以字母开头",
    "^[a-z0-9]+$": "只能用小写字母和数字",
}
TELLING: Mapping[str, Callable[[Mapping[str, object]], str]] = {
    "value_error": lambda told: str(told["error"]),
    "string_pattern_mismatch": lambda told: PATTERNS[str(told["pattern"])],
    "literal_error": lambda told: f"只能写 {'、'.join(_quoted(told['expected']))} 中的一个",
}


def _quoted(expected: object) -> list[str]:
    return re.findall(r"'([^']*)'", str(expected))

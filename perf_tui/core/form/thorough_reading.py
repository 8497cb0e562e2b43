"""The thorough reading of a form's table: every misfit as a sentence, with its place in the file.

This module loads pydantic, so it is imported only to explain a broken form and to check forms.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, TypeAlias, TypeVar, get_args

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from perf_tui.core.form.form_table import FormTable
from perf_tui.core.form.problems import FormError, Problem, nearest, shown

Location: TypeAlias = tuple[int | str, ...]

NAMING = ("key", "id", "name", "title")
P = TypeVar("P", bound=FormTable)


def read_thoroughly(model: type[P], file: str, table: Mapping[str, object]) -> P:
    """Return the table as its model. Raises FormError with every misfit."""
    kind: Any = model  # mypy takes a class with fields for unhashable
    try:
        part: P = _adapter_of(kind).validate_python(table)
    except ValidationError as error:
        raise FormError(_problems(error, model, file, table)) from error
    return part


@cache
def _adapter_of(model: type[FormTable]) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def _problems(
    error: ValidationError, model: type[FormTable], file: str, table: Mapping[str, object]
) -> Iterator[Problem]:
    found = {}
    for detail in error.errors(include_url=False):
        key, message = _key(table, detail["loc"]), _message(model, detail)
        found[key, message] = Problem(file, key, message)
    yield from found.values()


def _key(table: object, location: Location) -> str:
    """Return the place as a person finds it: entries of a list by key, else counted from 1."""
    path = ""
    for step in location:
        if isinstance(step, int):
            table = table[step] if isinstance(table, list | tuple) else None
            path += _entry(table, step)
        else:
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


def _message(model: type[FormTable], detail: ErrorDetails) -> str:
    kind, location = detail["type"], detail["loc"]
    if kind == "unexpected_keyword_argument":
        return _unknown(model, location)
    telling = TELLING.get(kind)
    return telling(detail["ctx"]) if telling else PLAIN.get(kind, "写的内容不合用，照别的表单改")


def _unknown(model: type[FormTable], location: Location) -> str:
    *owners, key = location
    known = [field.name for field in fields(_model_at(model, owners))]
    near = nearest(str(key), known) or f"，能写的是 {'、'.join(known)}"
    return f"没有这个键{near}，改对或删去"


def _model_at(model: type[FormTable], owners: list[int | str]) -> type[FormTable]:
    for step in owners:
        if isinstance(step, str):
            kind = next(field.type for field in fields(model) if field.name == step)
            choices = (kind, *get_args(kind))
            model = next(a for a in choices if isinstance(a, type) and issubclass(a, FormTable))
    return model


PLAIN = {
    "missing": "缺这个键，补上",
    "tuple_type": "要写成列表：几张表用 [[…]] 开头，几个值放在方括号里",
    "dataclass_type": "要写成表，里面一行一个“键 = 值”",
}
TELLING: Mapping[str, Callable[[Mapping[str, object]], str]] = {
    "value_error": lambda told: str(told["error"]),
    "literal_error": lambda told: f"只能写 {'、'.join(_quoted(told['expected']))} 中的一个",
}


def _quoted(expected: object) -> list[str]:
    return re.findall(r"'([^']*)'", str(expected))

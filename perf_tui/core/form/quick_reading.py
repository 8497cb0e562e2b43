"""The quick reading of a form's table: its model, or the bare fact that it does not fit.

The thorough reading in `shape` explains what does not fit. A sound form never loads it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields
from functools import cache
from types import NoneType
from typing import Annotated, Any, Literal, TypeAlias, TypeVar, get_args, get_origin

from perf_tui.core.form.form_table import FormTable
from perf_tui.core.form.values import MisfitError

Reader: TypeAlias = Callable[[Any], Any]
P = TypeVar("P", bound=FormTable)


def read_quickly(model: type[P], table: object) -> P:
    """Return the table as its model. Raises ValueError, and nothing else, if it does not fit."""
    kind: Any = model  # mypy takes a class with fields for unhashable
    part: P = _reader_of(kind)(table)
    return part


@cache
def _reader_of(kind: Any) -> Reader:
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        reader: Reader = inner[1].read
        return reader
    if origin is Literal:
        return _one_of(inner)
    if origin is tuple:
        return _all_of(_reader_of(inner[0]))
    if NoneType in inner:
        return _unless_none(_reader_of(inner[0]))
    return _table_of(kind)


def _one_of(words: tuple[str, ...]) -> Reader:
    def read(value: object) -> object:
        if value not in words:
            raise MisfitError
        return value

    return read


def _all_of(read_one: Reader) -> Reader:
    def read(value: object) -> object:
        if not isinstance(value, list | tuple):
            raise MisfitError
        return tuple(map(read_one, value))

    return read


def _unless_none(read_some: Reader) -> Reader:
    return lambda value: None if value is None else read_some(value)


def _table_of(model: type[FormTable]) -> Reader:
    kinds: dict[str, Any] = {field.name: field.type for field in fields(model)}
    readers = {name: _reader_of(kind) for name, kind in kinds.items()}
    required = {field.name for field in fields(model) if field.default is MISSING}

    def read(value: object) -> object:
        if isinstance(value, model):  # an indicator, read from its own file
            return value
        if not isinstance(value, dict) or not required <= value.keys() <= readers.keys():
            raise MisfitError
        return model(**{key: readers[key](entry) for key, entry in value.items()})

    return read

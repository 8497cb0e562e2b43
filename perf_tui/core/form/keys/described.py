"""Every key that form files may have: its type in words, what it means, an example."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from perf_tui.core.form.form_table import FormTable
from perf_tui.core.form.keys.words import RARE, WORDS
from perf_tui.core.form.values import ReadBy

Table = Mapping[str, object]
Examples = dict[tuple[str, str], object]


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a table. `kind` is its type in words, `example` a value that it can have.

    `inner` is the model of the table that it holds, or, of `several`, of each of them.
    """

    name: str
    kind: str
    required: bool
    words: str
    example: object
    inner: type[FormTable] | None
    several: bool


def described(model: type[FormTable], examples: Mapping[tuple[str, str], object]) -> Iterator[Key]:
    """Yield the keys of a model in their order, with the examples that were found."""
    for one in fields(model):
        place = model.__name__, one.name
        yield Key(
            one.name,
            kind_of(one.type),
            one.default is MISSING,
            WORDS.get(model.__name__, {}).get(one.name, ""),
            examples.get(place, RARE.get(place)),
            inner_model(one.type),
            get_origin(one.type) is tuple,
        )


def models_in(model: type[FormTable]) -> dict[type[FormTable], str]:
    """Return a model with all that stand in it, each with the path to its first place."""
    found: dict[type[FormTable], str] = {}
    waiting = [(model, "")]
    while waiting:
        one, path = waiting.pop(0)
        if one not in found:
            found[one] = path
            waiting += [
                (inner, f"{path}.{field.name}".removeprefix("."))
                for field in fields(one)
                if (inner := inner_model(field.type))
            ]
    return found


def examples_in(model: type[FormTable], tables: Iterable[Table]) -> Examples:
    """Return for every key of a model and those within the first value that the tables have."""
    found: Examples = {}
    for table in tables:
        _collect(model, table, found)
    return found


def kind_of(kind: Any) -> str:
    """Return the type of a key in words."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return next(one.words for one in inner if isinstance(one, ReadBy))
    if origin is Literal:
        return "写 " + "、".join(f'"{one}"' for one in inner) + " 中的一个"
    if origin is tuple:
        return "几张表 [[…]]" if inner_model(inner[0]) else f"列表，各项是{kind_of(inner[0])}"
    if NoneType in inner:
        return kind_of(inner[0])
    return "表 […]"


def inner_model(kind: Any) -> type[FormTable] | None:
    """Return the model of the tables that a key of this type holds, if it holds any."""
    if isinstance(kind, type) and issubclass(kind, FormTable):
        return kind
    return next((found for one in get_args(kind) if (found := inner_model(one))), None)


def _collect(model: type[FormTable], table: Table, found: Examples) -> None:
    for one in fields(model):
        value = table.get(one.name)
        if value is None:
            continue
        found.setdefault((model.__name__, one.name), value)
        inner = inner_model(one.type)
        for each in value if isinstance(value, list) else [value]:
            if inner and isinstance(each, Mapping):
                _collect(inner, each, found)

"""A small validator of JSON Schema: the words that the program's schemas use, and no others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

Schema = Mapping[str, Any]
TYPES: Mapping[str, Callable[[object], bool]] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str | date),
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | Decimal) and not isinstance(value, bool),
}
SAYING = {"$schema", "$defs", "description", "default", "then", "else"}


def misfits(schema: Schema, value: object, root: Schema | None = None, at: str = "") -> list[str]:
    """Where a value does not fit a schema, as "place: word of the schema"."""
    return list(_misfits(schema, value, root or schema, at))


def _misfits(schema: Schema, value: Any, root: Schema, at: str) -> Iterator[str]:
    for word, said in schema.items():
        if word in SAYING:
            continue
        if word == "$ref":
            yield from _misfits(root["$defs"][said.removeprefix("#/$defs/")], value, root, at)
        elif word == "if":
            fits = not misfits(said, value, root)
            yield from _misfits(schema["then" if fits else "else"], value, root, at)
        elif word in ("properties", "patternProperties", "items", "additionalProperties"):
            yield from _within(word, schema, value, root, at)
        elif not RULES[word](said, value):
            yield f"{at}: {word}"


def _within(word: str, schema: Schema, value: Any, root: Schema, at: str) -> Iterator[str]:
    if word == "items":
        for number, one in enumerate(value if isinstance(value, list) else []):
            yield from _misfits(schema[word], one, root, f"{at}[{number}]")
        return
    for key, one in (value if isinstance(value, dict) else {}).items():
        for said in _said_of(key, word, schema):
            place = f"{at}.{key}"
            yield from [f"{place}: {word}"] if said is False else _misfits(said, one, root, place)


def _said_of(key: str, word: str, schema: Schema) -> list[Any]:
    """What one of the words that speak of keys says of a key."""
    properties, patterns = schema.get("properties", {}), schema.get("patternProperties", {})
    found = {
        "properties": [properties[key]] if key in properties else [],
        "patternProperties": [patterns[one] for one in patterns if re.search(one, key)],
    }
    others = [] if any(found.values()) else [schema.get("additionalProperties", {})]
    return found.get(word, others)


RULES: Mapping[str, Callable[[Any, Any], bool]] = {
    "type": lambda said, value: any(
        TYPES[one](value) for one in ([said] if isinstance(said, str) else said)
    ),
    "required": lambda said, value: not isinstance(value, dict) or set(said) <= value.keys(),
    "enum": lambda said, value: value in said,
    "pattern": lambda said, value: not isinstance(value, str) or bool(re.search(said, value)),
    "minLength": lambda said, value: not isinstance(value, str) or len(value) >= said,
    "minimum": lambda said, value: value >= said,
}

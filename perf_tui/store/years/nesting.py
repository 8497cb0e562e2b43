"""Converting between the nested tables of a year's file and the addresses of a form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from perf_tui.core.form import Form
from perf_tui.core.form.own.dormant import answerable
from perf_tui.store.errors import PlacedError
from perf_tui.store.years.values import text_of

Table = dict[str, Any]
NO_TABLE = "应是一张表，里面一行一个 名字 = 值，改好再打开"


def take_answers(table: Table, form: Form, texts: dict[str, str]) -> Table:
    """Put what is answered in the tables of a file into `texts`, and return the rest.

    That includes what the form has no field for as long as the year defines its indicators as it
    does. Raises PlacedError for a value of the wrong type.
    """
    unknown = take_texts(table, _nested(form), texts)
    if unknown.keys().isdisjoint(("indicators", "facts")):
        return unknown
    return take_texts(unknown, _tree_of(answerable(form)), texts)


def _nested(form: Form) -> Table:
    """Return tables nested like those of a file, with something true where a form has a field.

    Indicators with the same fields share a table.
    """
    tree = _tree_of(form.fields.common)
    for table, parts in form.fields.by_ident.items():
        for ident, fields in parts.items():
            tree.setdefault(table, {})[ident] = _of_endings(tuple(fields.pattern))
    return tree


@lru_cache(maxsize=256)
def _of_endings(endings: tuple[str, ...]) -> Table:
    return _tree_of(ending.removeprefix(".") for ending in endings)


def _tree_of(addresses: Iterable[str]) -> Table:
    tree: Table = {}
    for address in addresses:
        put(tree, address.split("."), True)
    return tree


def put(table: Table, path: list[str], value: object) -> None:
    """Set a value in nested tables, and create those that are missing."""
    *outer, key = path
    for step in outer:
        table = table.setdefault(step, {})
    table[key] = value


def take_texts(table: Table, tree: Table, texts: dict[str, str], prefix: str = "") -> Table:
    """Put the values of a table into `texts` by their addresses, and return the others.

    `tree` has addresses at their places, `prefix` is the path to the table with a dot at its end.
    Raises PlacedError for a value of the wrong type.
    """
    unknown: Table = {}
    for key, value in table.items():
        known, place = tree.get(key), f"{prefix}{key}"
        if known is None:
            unknown[key] = value
        elif known is True:
            if text := text_of(value, place):
                texts[place] = text
        elif not isinstance(value, dict):
            raise PlacedError(place, NO_TABLE)
        elif rest := take_texts(value, known, texts, f"{place}."):
            unknown[key] = rest
    return unknown


def merged(known: Table, unknown: Mapping[str, Any]) -> Table:
    """Return both merged, table by table; where both have a value, the known one stays."""
    result = dict(known)
    for key, value in unknown.items():
        mine = result.setdefault(key, value)
        if mine is not value and isinstance(mine, dict) and isinstance(value, dict):
            result[key] = merged(mine, value)
    return result

"""A form set that says only in what it differs from another one: `extends` in its form.toml."""

from __future__ import annotations

from typing import TypeAlias, cast

from perf_tui.core.form.build import FORM_FILE, INDICATORS
from perf_tui.core.form.problems import FormError, Problem

Table: TypeAlias = dict[str, object]
Files: TypeAlias = dict[str, Table]  # file name → its table

EXTENDS = "extends"
OF_ITSELF = ("about", "basis")  # what a set says of itself alone
LEFT_OUT = "left_out"  # keys of entries that are not taken over
ENTRY = "key"  # names an entry of a list, such as a section or a fact
UNKNOWN = '写成 ["…"]，里面是所依据的那套表单里有的 key，改对或删去'


def extended(base: Files, files: Files) -> Files:
    """Return the files of a set together with what it leaves to the one that it extends.

    A key of form.toml stands for that of the base. Of a table only the keys said are replaced, and
    so are, of a list whose entries have a `key`, only the entries of that key; others are added,
    each in front of the known one said next. Entries whose keys stand in `left_out` are dropped. A
    file in `tables/` changes the base's of that name in the same way. Indicators are never taken
    over, because they are the office's own. Raises FormError for a key in `left_out` that the base
    does not know.
    """
    kept = {name: table for name, table in base.items() if not name.startswith(f"{INDICATORS}/")}
    form = dict(files.get(FORM_FILE, {}))
    form.pop(EXTENDS, None)
    table = {key: value for key, value in base.get(FORM_FILE, {}).items() if key not in OF_ITSELF}
    dropped = _dropped(form.pop(LEFT_OUT, []), table)
    below = {key: _without(value, dropped) for key, value in table.items()}
    tables = {name: _merged(kept.get(name, {}), table) for name, table in files.items()}
    return {**kept, **tables, FORM_FILE: _merged(below, form)}


def _dropped(said: object, base: Table) -> list[object]:
    lists = (cast("list[Table]", value) for value in base.values() if _has_keys(value))
    known = [one[ENTRY] for entries in lists for one in entries]
    if not isinstance(said, list) or any(name not in known for name in said):
        raise FormError([Problem(FORM_FILE, LEFT_OUT, UNKNOWN)])
    return said


def _without(value: object, names: list[object]) -> object:
    if not _has_keys(value):
        return value
    return [one for one in cast("list[Table]", value) if one[ENTRY] not in names]


def _merged(below: Table, said: Table) -> Table:
    return {**below, **{key: _value(below.get(key), value) for key, value in said.items()}}


def _value(below: object, said: object) -> object:
    if isinstance(below, dict) and isinstance(said, dict):
        return _merged(below, said)
    if _has_keys(below) and _has_keys(said):
        return _with_entries(cast("list[Table]", below), cast("list[Table]", said))
    return said


def _with_entries(below: list[Table], said: list[Table]) -> list[Table]:
    entries = {one[ENTRY]: one for one in below}
    order = list(entries)
    place = len(order)
    for one in reversed(said):
        name = one[ENTRY]
        if name in entries:
            place = order.index(name)
        else:
            order.insert(place, name)
        entries[name] = _merged(entries.get(name, {}), one)
    return [entries[name] for name in order]


def _has_keys(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(one, dict) and isinstance(one.get(ENTRY), str) for one in value
    )

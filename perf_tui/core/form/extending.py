"""A form set that says only in what it differs from another one: `extends` in its form.toml."""

from __future__ import annotations

from typing import TypeAlias, cast

from perf_tui.core.form.build import FORM_FILE, INDICATORS

Table: TypeAlias = dict[str, object]
Files: TypeAlias = dict[str, Table]  # file name → its table

EXTENDS = "extends"
ENTRY = "key"  # names an entry of a list, such as a section or a fact


def extended(base: Files, files: Files) -> Files:
    """Return the files of a set together with what it leaves to the one that it extends.

    A key of form.toml stands for that of the base. Of a table only the keys said are replaced, and
    so are, of a list whose entries have a `key`, only the entries of that key; others are added. A
    file in `tables/` stands for the base's of that name. Indicators are never taken over, because
    they are the office's own.
    """
    kept = {name: table for name, table in base.items() if not name.startswith(f"{INDICATORS}/")}
    said = {key: value for key, value in files.get(FORM_FILE, {}).items() if key != EXTENDS}
    return {**kept, **files, FORM_FILE: _merged(base.get(FORM_FILE, {}), said)}


def _merged(below: Table, said: Table) -> Table:
    return {**below, **{key: _value(below.get(key), value) for key, value in said.items()}}


def _value(below: object, said: object) -> object:
    if isinstance(below, dict) and isinstance(said, dict):
        return _merged(below, said)
    if _has_keys(below) and _has_keys(said):
        entries = {one[ENTRY]: one for one in cast("list[Table]", below)}
        for one in cast("list[Table]", said):
            name = one[ENTRY]
            entries[name] = _merged(entries.get(name, {}), one)
        return list(entries.values())
    return said


def _has_keys(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(one, dict) and isinstance(one.get(ENTRY), str) for one in value
    )

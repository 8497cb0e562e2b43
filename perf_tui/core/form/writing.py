"""A form as the tables of its files, the reverse of building it: for what was made by keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from decimal import Decimal
from itertools import count

from perf_tui.core.expressions import Expression
from perf_tui.core.form.build import FORM_FILE, INDICATORS, TABLES
from perf_tui.core.form.comparing.matching import COUNTED
from perf_tui.core.form.definition import Form
from perf_tui.core.form.extending import Files, Table
from perf_tui.core.form.form_table import FormTable
from perf_tui.core.form.models import Fact, FormSet, Indicator
from perf_tui.core.wording.templates import Template

NO_GUIDANCE = "照批复的绩效目标表填。"


def tables_of(form: FormSet) -> Files:
    """Return the tables of a form's files: what `build_form` makes the same form of."""
    table = table_of(form)
    del table[INDICATORS], table[TABLES]
    files = {FORM_FILE: table}
    for one in form.indicators:
        files[f"{INDICATORS}/{one.number:02}_{one.id}.toml"] = table_of(one)
    for layout in form.tables:
        files[f"{TABLES}/{layout.id}.toml"] = table_of(layout)
    return files


def table_of(part: FormTable) -> Table:
    """Return a part of a form as a table, without the keys that say what holds anyway."""
    return {
        one.name: _plain(value)
        for one in fields(part)
        if (value := getattr(part, one.name)) is not None and value != one.default
    }


def set_from(form: Form, name: str, version: int, title: str) -> Files:
    """Return the tables of a set of this name whose indicators are all those of a year's form.

    What a year may leave out and a set may not is filled in: guidance, initials, a lasting id.
    """
    declared = {one.name: getattr(form, one.name) for one in fields(FormSet)}
    told = {
        "id": name,
        "version": version,
        "title": title or form.title,
        "indicators": tuple(_lasting(form.indicators)),
        "facts": tuple(_used(form)),
    }
    return tables_of(FormSet(**{**declared, **told}))


def _used(form: Form) -> Iterator[Fact]:
    """Yield the facts of the form itself, without those of indicators that the year removed."""
    named = form.facts_behind(_names((*form.indicators, *form.sections, *form.tables)))
    shared = {
        *(key for one in form.indicators for key in one.shared),
        *(key for one in form.sections for key in one.shared),
    }
    return (one for one in form.facts if one.key in named | shared)


def _names(value: object) -> Iterator[str]:
    """Yield every name that an expression or a sentence in a part of a form uses."""
    match value:
        case Expression() | Template():
            yield from value.names
        case FormTable():
            yield from _names(tuple(getattr(value, one.name) for one in fields(value)))
        case tuple():
            for one in value:
                yield from _names(one)


def _lasting(indicators: Iterable[Indicator]) -> Iterator[Indicator]:
    used = {one.id for one in indicators}
    for one in indicators:
        initials = one.initials or f"zb{one.number}"
        ident = one.id
        if COUNTED.fullmatch(ident):  # one of a set stays the same from version to version
            ident = _free(initials if initials[0].isalpha() else f"zb{initials}", used)
            used.add(ident)
        yield replace(
            one, id=ident, initials=initials, guidance=one.guidance.strip() or NO_GUIDANCE
        )


def _free(wanted: str, used: set[str]) -> str:
    names = (wanted if number == 1 else f"{wanted}_{number}" for number in count(1))
    return next(name for name in names if name not in used)


def _plain(value: object) -> object:
    match value:
        case Expression() | Template():
            return value.source
        case FormTable():
            return table_of(value)
        case tuple():
            return [_plain(one) for one in value]
        case Decimal() if value == value.to_integral_value():
            return int(value)
    return value

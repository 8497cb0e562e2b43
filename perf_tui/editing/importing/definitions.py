"""The report's indicators as definitions of the year's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from perf_tui.core.form import Form
from perf_tui.core.form.comparing.matching import counted_ids
from perf_tui.core.form.own import own_at
from perf_tui.core.form.own.properties import NUMBER, REMOVED, YES
from perf_tui.core.numbers.rounding import plain
from perf_tui.editing.importing.recognising import Recognised, category_in
from perf_tui.editing.table_rows import texts_of_row
from perf_tui.reader.filling.answers import Taken
from perf_tui.reader.indicators import ReportIndicator
from perf_tui.reader.indicators.shares import weight_of
from perf_tui.reader.targets import IndicatorRow
from perf_tui.reader.targets.result import Field

# The figures of a definition have to be confirmed, and its comparator where the text tells it.
FIGURES = ("target", "weight")
_FIELDS: Mapping[str, Field] = {
    "name": "name",
    "target": "target",
    "weight": "weight",
    "unit": "target",
    "sign": "target",
    "category": "category",
    "subcategory": "subcategory",
    "core": "core",
}


def ids_of(matched: Sequence[Recognised], form: Form) -> list[str]:
    """Return the id of every indicator: that in the form set, or a new one."""
    new = counted_ids(form.by_id)
    return [one.known.id if one.known else next(new) for one in matched]


def is_as_known(matched: Sequence[Recognised]) -> bool:
    """Whether the form set as it is has all the indicators, and with their weights."""
    return all(one.known and _weighs(one.found, one.known.weight) for one in matched)


def placed(matched: Sequence[Recognised], form: Form) -> dict[str, str]:
    """Return the places of the indicators, and the marks of those that the report lacks."""
    ids = ids_of(matched, form)
    numbers = {own_at(ident, NUMBER): str(number) for number, ident in enumerate(ids, 1)}
    gone = {own_at(one.id, REMOVED): YES for one in form.indicators if one.id not in ids}
    return {**numbers, **gone}


def definition_of(one: Recognised, ident: str, form: Form) -> Iterator[Taken]:
    """Yield what defines an indicator: all of an own one, of a known one what it has otherwise."""
    row = _complete(one.found.row, form)
    texts = texts_of_row(ident, row)
    if one.known:
        same = _weighs(one.found, one.known.weight)
        texts = {} if same else {at: texts[at] for at in [own_at(ident, "weight")]}
    for address, text in texts.items():
        key = address.rsplit(".", 1)[1]
        field = _FIELDS[key]
        said = field in one.found.from_words
        yield Taken(address, text, one.found.place_of(field), guessed=key in FIGURES or said)


def _weighs(found: ReportIndicator, weight: object) -> bool:
    return not found.row.weight or weight_of(found.row) == weight


def _complete(row: IndicatorRow, form: Form) -> IndicatorRow:
    weight = weight_of(row)
    return replace(
        row,
        category=category_in(form, row.category),
        target=row.target or row.adjusted,
        weight=plain(weight) if weight else row.weight or row.group_weight,
    )

"""The budget (元) as a report has it, and a project's by its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from perf_tui.core.answers.readings import settled_text
from perf_tui.core.claims.claims import MONEY, Claims, ExecutionClaim, Quote, Stated
from perf_tui.core.form import Field, Form
from perf_tui.core.numbers.rounding import plain
from perf_tui.reader.filling.answers import Taken
from perf_tui.reader.filling.funds import NO_SOURCE, funds_in, source_of, sources_in

BUDGET = ("initial", "adjusted", "executed")


def budget_of(claims: Claims, form: Form) -> Iterator[Taken | Quote]:
    """Yield the amounts as the text has them, or else a table, and what of the funds has no field.

    Those that agree with their rate are preferred, because they are of the whole budget. Where a
    form wants the funds by their sources, the rows of these are taken. A total alone stands for its
    first source, to be confirmed.
    """
    told = (_best(claims.executions), _best(list(funds_in(claims.lines))))
    executions = sorted(filter(None, told), key=_doubtful)
    rows = sources_in(claims.lines)
    for key in BUDGET:
        fields = [form.fields[at] for at in form.typed_at(f"budget.{key}")]
        parts = list(_parts(fields, key, rows)) if len(fields) > 1 else []
        yield from (_taken(field, amount, guessed=False) for field, amount in parts)
        if not (found := _first(executions, key)):
            continue
        amount, execution = found
        if not parts:
            yield _taken(fields[0], amount, guessed=not execution.agrees or len(fields) > 1)
            yield from _sources_told(claims, amount) if len(fields) > 1 else ()
        elif sum((part.yuan for _, part in parts), Decimal(0)) != amount.yuan:
            yield _row(claims, amount.at)


def _sources_told(claims: Claims, total: Stated) -> Iterator[Quote]:
    """Yield the sources that the line of a total names, which no field has."""
    for count in claims.counts_in.get(total.at.line, ()):
        if count.unit in MONEY and source_of(count.words) != NO_SOURCE:
            yield count.phrase


def _row(claims: Claims, at: Quote) -> Quote:
    """Return the words of a row up to an amount."""
    line = claims.lines[at.line - 1]
    return Quote(at.line, line[: line.index(at.text) + len(at.text)].strip())


def _parts(
    fields: Sequence[Field], key: str, rows: Mapping[int, ExecutionClaim]
) -> Iterator[tuple[Field, Stated]]:
    """Yield the fields of the sources that have a row, each with its amount unless that is 0."""
    for field in fields:
        row = rows.get(source_of(field.label), ExecutionClaim())
        amount: Stated | None = getattr(row, key)
        if amount and amount.value:
            yield field, amount


def _taken(field: Field, amount: Stated, *, guessed: bool) -> Taken:
    text = settled_text(field, plain(amount.value) + amount.unit)
    return Taken(field.address, text, amount.at, guessed=guessed)


def _best(executions: Sequence[ExecutionClaim]) -> ExecutionClaim | None:
    return min(executions, key=_doubtful, default=None)


def _doubtful(execution: ExecutionClaim) -> bool:
    return not execution.agrees


def _first(executions: list[ExecutionClaim], key: str) -> tuple[Stated, ExecutionClaim] | None:
    found = ((amount, one) for one in executions if (amount := getattr(one, key)))
    return next(found, None)

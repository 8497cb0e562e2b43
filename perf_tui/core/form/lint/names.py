"""Rules for the names in expressions and sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from perf_tui.core.expressions import Expression, blank_safety
from perf_tui.core.form.lint.source import Source, facts, formulas, indicators, pages, passages, top
from perf_tui.core.form.models import Indicator, Section
from perf_tui.core.form.problems import KeyPlace, Problem, nearest

KINDS = {"number": "要得出一个数，写成了判断", "truth": "要是一个判断，缺 <=、== 之类的比较"}


def unknown_in_formulas(source: Source) -> Iterator[Problem]:
    """Find names in expressions that are no fields of unit, budget or facts."""
    known = source.form.addresses.keys()
    for formula in formulas(source):
        yield from _unknown(formula.place, formula.expression.names, known)


def unknown_in_passages(source: Source) -> Iterator[Problem]:
    """Find names in sentences that are neither such fields nor computed."""
    for passage in passages(source):
        known = {*source.form.addresses, *source.form.changes, *passage.computed}
        yield from _unknown(passage.place, passage.template.names, known)


def unknown_shared(source: Source) -> Iterator[Problem]:
    """Find names in `shared` that no fact has."""
    known = {fact.key for fact in source.form.all_facts}
    for place, page in pages(source):
        yield from _unknown(place.at("shared"), page.shared, known)


def wrong_kind(source: Source) -> Iterator[Problem]:
    """Find measures that give no number, and constraints that give no judgement."""
    for formula in formulas(source):
        if formula.expression.kind != formula.kind:
            yield formula.place.problem(f"{KINDS[formula.kind]}，改写算式")


def not_blank_safe(source: Source) -> Iterator[Problem]:
    """Find expressions whose result does not depend on what is typed."""
    for formula in formulas(source):
        reason = blank_safety(formula.expression)
        if reason:
            yield formula.place.problem(reason)


def not_numeric(source: Source) -> Iterator[Problem]:
    """Find expressions that compute with a field that is no number."""
    fields, addresses = source.form.named, source.form.addresses
    for formula in formulas(source):
        for name in sorted(formula.expression.names & addresses.keys()):
            if not fields[addresses[name]].computable:
                yield formula.place.problem(f"{name} 填的不是数，不能拿来算，换一个字段")


def not_on_page(source: Source) -> Iterator[Problem]:
    """Find pages that lack a fact without which their measure or sentence stays blank."""
    known = {fact.key for fact in source.form.all_facts}
    for place, page in pages(source):
        elsewhere = known.difference((fact.key for fact in page.facts), page.shared)
        for key, names in _relied_on(page).items():
            for name in sorted(source.form.facts_behind(names) & elsewhere):
                yield place.at(key).problem(f"要用 {name}，本页却填不到，把它写进 shared")


def _relied_on(page: Indicator | Section) -> dict[str, frozenset[str]]:
    relied = {"sentence": page.sentence.required} if page.sentence else {}
    if isinstance(page, Indicator) and page.measure:
        relied["measure"] = page.measure.names
    return relied


def unused(source: Source) -> Iterator[Problem]:
    """Find facts that no expression and no sentence uses."""
    used = _used(source)
    for place, fact in facts(source):
        if fact.key not in used:
            yield place.problem("算式、核对和句子都没有用到它，用上它或删去")


def not_shown(source: Source) -> Iterator[Problem]:
    """Find facts of the form itself that are used, but that no page shares and nobody can type."""
    shown = {key for _, page in pages(source) for key in page.shared}
    for fact in source.form.facts:
        if fact.key in _used(source) - shown:
            place = top("facts", fact.key)
            yield place.problem("没有一页填得到它，写进用它的那一页的 shared")


def not_required(source: Source) -> Iterator[Problem]:
    """Find optional fields in expressions whose result cannot be entered instead."""
    fields, addresses = source.form.named, source.form.addresses
    for place, expression in _irreplaceable(source):
        for name in sorted(expression.names & addresses.keys()):
            if not fields[addresses[name]].required:
                yield place.problem(f"要用 {name}，它却可以不填，给它写上 required = true")


def _irreplaceable(source: Source) -> Iterator[tuple[KeyPlace, Expression]]:
    yield top("scheme", "execution"), source.form.scheme.execution
    for place, one in indicators(source):
        if one.measure and not one.entered:
            yield place.at("measure"), one.measure


def _used(source: Source) -> frozenset[str]:
    in_formulas = {name for formula in formulas(source) for name in formula.expression.names}
    said = {name for passage in passages(source) for name in passage.template.names}
    rows = (row for annex in source.form.annexes for row in annex.rows)
    cells = (cell.text for row in rows for cell in row.cells if cell.text)
    said |= {name for text in cells for name in text.names}
    return source.form.facts_behind(said) | in_formulas


def _unknown(place: KeyPlace, names: Iterable[str], known: AbstractSet[str]) -> Iterator[Problem]:
    for name in sorted(set(names) - known):
        yield place.problem(f"没有 {name} 这个字段{nearest(name, known)}，改对或先定义它")

"""Rules for keys: those that must be there, and those that are used twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from perf_tui.core.expressions.building import FUNCTIONS
from perf_tui.core.form.computed import COMPUTED
from perf_tui.core.form.fields import BUDGET_REASONS
from perf_tui.core.form.lint.source import (
    Source,
    facts,
    indicators,
    pages,
    sections,
    top,
)
from perf_tui.core.form.problems import KeyPlace, Problem

NEEDED = {"unit": ("name", "report_date"), "budget": ("initial", "adjusted", "executed")}


def needed(source: Source) -> Iterator[Problem]:
    """Find missing facts of `NEEDED`, on which scores, checks and the report rely."""
    declared = {"unit": source.form.unit, "budget": source.form.budget}
    for table, keys in NEEDED.items():
        missing = [key for key in keys if key not in {fact.key for fact in declared[table]}]
        if missing:
            yield top(table).problem(f"缺 {'、'.join(missing)}，补上，算分和报告要用")


def repeated_names(source: Source) -> Iterator[Problem]:
    """Find names in expressions and sentences that stand for more than one thing."""
    names = [
        *((top("unit", fact.key), f"unit_{fact.key}") for fact in source.form.unit),
        *((top("budget", fact.key), fact.key) for fact in source.form.budget),
        *((place, fact.key) for place, fact in facts(source)),
    ]
    reserved = [*COMPUTED, *source.form.changes, *FUNCTIONS, *BUDGET_REASONS]
    yield from _repeats(names, reserved)


def repeated_pages(source: Source) -> Iterator[Problem]:
    """Find pages with the id of another one, or with one that the program reserves."""
    ids = [
        *((place.at("id"), one.id) for place, one in indicators(source)),
        *((place, section.key) for place, section in sections(source)),
    ]
    yield from _repeats(ids, ["unit", "budget", "indicators"])


def repeated_on_page(source: Source) -> Iterator[Problem]:
    """Find facts in `shared` that the page already shows."""
    for place, page in pages(source):
        shown = [*(fact.key for fact in page.facts), *page.shared]
        for key in dict.fromkeys(page.shared):
            if shown.count(key) > 1:
                yield place.at("shared").problem(f"{key} 在本页已经有了，从 shared 里删去")


def repeated_evidence(source: Source) -> Iterator[Problem]:
    """Find documents of one indicator that have the same key."""
    for place, one in indicators(source):
        yield from _repeats(
            ((place.at("evidence", evidence.key), evidence.key) for evidence in one.evidence), ()
        )


def _repeats(entries: Iterable[tuple[KeyPlace, str]], reserved: Iterable[str]) -> Iterator[Problem]:
    taken = dict.fromkeys(reserved, "程序自己")
    for place, name in entries:
        if name in taken:
            yield place.problem(f"{name} 这个名字已用在{taken[name]}，换一个")
        taken.setdefault(name, f" {place.file} 的 {place.key}")

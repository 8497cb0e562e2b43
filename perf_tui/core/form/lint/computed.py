"""Rules for the figures of the budget that are computed from others instead of typed."""

from __future__ import annotations

from collections.abc import Iterator

from perf_tui.core.form.lint.source import Source, top, typed
from perf_tui.core.form.problems import Problem


def misplaced(source: Source) -> Iterator[Problem]:
    """Find computed facts outside the budget, and those with a sum and a measure."""
    budget = {id(fact) for fact in source.form.budget}
    for place, fact in typed(source):
        if fact.computed and id(fact) not in budget:
            yield place.problem("sum 和 measure 只能写在 budget 里，删去或移过去")
        elif fact.sum and fact.measure:
            yield place.problem("sum 和 measure 只能写一个，删去另一个")


def wrong_parts(source: Source) -> Iterator[Problem]:
    """Find parts of a sum that nobody types, or that are of another unit."""
    parts = {fact.key: fact for fact in source.form.budget if not fact.computed}
    for fact in source.form.budget:
        for key in fact.sum:
            part = parts.get(key)
            if part is None or (part.kind, part.unit) != (fact.kind, fact.unit):
                message = f"{key} 不是 budget 里同样单位、要填的数，改对或删去"
                yield top("budget", fact.key, "sum").problem(message)


def measured_by_measured(source: Source) -> Iterator[Problem]:
    """Find measures in the budget that rest on others, so that no order gives them all a result."""
    measured = {fact.key for fact in source.form.budget if fact.measure}
    for fact in source.form.budget:
        if fact.measure and (names := sorted(fact.measure.names & measured)):
            message = f"用了 {'、'.join(names)}，那也是算出来的，改用要填的数或 sum 算的数"
            yield top("budget", fact.key, "measure").problem(message)

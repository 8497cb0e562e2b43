"""The projects of an office in one year, added up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.form import Form
from perf_tui.core.form.models import ProjectFigure
from perf_tui.core.numbers.rounding import ARITHMETIC
from perf_tui.core.numbers.units import split_unit
from perf_tui.core.scoring.points import ZERO

ADJUSTED, EXECUTED = "adjusted", "executed"


@dataclass(frozen=True, slots=True)
class ProjectSums:
    """How many projects there are, and what they come to together.

    `budget` and `executed` are in 元, as far as they are known, and `unknown` names the projects
    that lack one of them. `open` are those without a total yet, `final` the final ones, and `best`
    those whose total earns the highest grade. `unread` names the files that may be projects, but
    cannot be read.
    """

    count: int
    final: int
    best: int
    budget: Decimal
    executed: Decimal
    open: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def rate(self) -> Decimal | None:
        """Executed ÷ budget, or None while a figure is missing or the budget is 0."""
        return None if self.unknown or not self.budget else self.executed / self.budget


def sums_of(projects: Sequence[Evaluation]) -> ProjectSums:
    """Add up the projects of a year."""
    return ProjectSums(
        count=len(projects),
        final=sum(one.year.locked for one in projects),
        best=sum(_is_best(one) for one in projects),
        budget=_total(in_yuan(one, ADJUSTED) for one in projects),
        executed=_total(in_yuan(one, EXECUTED) for one in projects),
        open=tuple(one.subject for one in projects if one.score.total is None),
        unknown=tuple(one.subject for one in projects if not _is_known(one)),
    )


def figures_for(form: Form, sums: ProjectSums) -> dict[str, Decimal]:
    """Return what the projects come to for the overall year's form, as address → number.

    A figure is left out while a project lacks what it is made of.
    """
    known: dict[ProjectFigure | None, Decimal] = {"count": Decimal(sums.count)}
    if not sums.open:
        known["best"] = Decimal(sums.best)
    if not sums.unknown:
        known |= {"budget": sums.budget, "executed": sums.executed}
    return {
        address: _in_unit(known[fact.projects], fact.unit)
        for address, fact in form.project_facts.items()
        if fact.projects in known
    }


def _in_unit(number: Decimal, unit: str) -> Decimal:
    power, base = split_unit(unit)
    return number.scaleb(-power) if base == "元" else number


def in_yuan(evaluation: Evaluation, key: str) -> Decimal | None:
    """Return a figure of the budget in 元, or None if it is blank or cannot be read."""
    address = f"budget.{key}"
    amount = evaluation.readings.number(address)
    power, _ = split_unit(evaluation.form.named[address].unit)
    return None if amount is None else amount.scaleb(power)


def _is_best(evaluation: Evaluation) -> bool:
    grades = evaluation.form.scheme.grades
    return bool(grades) and evaluation.score.grade == grades[0].name


def _is_known(evaluation: Evaluation) -> bool:
    return all(in_yuan(evaluation, key) is not None for key in (ADJUSTED, EXECUTED))


def _total(amounts: Iterable[Decimal | None]) -> Decimal:
    total = ZERO
    for amount in amounts:
        total = ARITHMETIC.add(total, amount or ZERO)
    return total

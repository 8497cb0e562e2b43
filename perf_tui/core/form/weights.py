"""The weights of the indicators in a form whose table weighs them by group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from perf_tui.core.form.definition import Form
from perf_tui.core.form.layout import TableGroup
from perf_tui.core.form.models import Indicator
from perf_tui.core.numbers.rounding import shared_out


def weighed_by_table(form: Form) -> Form:
    """Return the form with the weights that its table prints, so that score and table agree.

    The indicators of a group share its points in proportion to their declared weights, half-up to
    two decimals. The last one takes the remainder, so that each group has exactly its points.
    """
    groups = form.layout.groups
    if not groups or not form.indicators or form.scheme.levels:
        return form
    weights = {key: weight for group in groups for key, weight in _weights(form, group)}
    indicators = tuple(replace(one, weight=weights[one.id]) for one in form.indicators)
    scheme = replace(form.scheme, indicator_weights=sum(weights.values(), Decimal(0)))
    return replace(form, indicators=indicators, scheme=scheme)


class LevelWeights(NamedTuple):
    """What the indicators of a level weigh, and what the scheme wants; no name for all levels.

    A second level is `inside` a first one.
    """

    name: str
    members: list[Indicator]
    wanted: Decimal
    inside: bool = False

    @property
    def total(self) -> Decimal:
        """The sum of the weights."""
        return sum([one.weight for one in self.members], Decimal(0))


def weights_by_level(form: Form) -> list[LevelWeights]:
    """Return the weights per level that the form sets, or in all if it sets none.

    What is added to the total, or taken from it, is no part of them.
    """
    groups: dict[tuple[str, str], list[Indicator]] = {}
    for one in form.indicators:
        groups.setdefault((one.category, one.subcategory), []).append(one)
    counted = {at: ones for at, ones in groups.items() if not form.scheme.extra_level(at[0])}
    found = [
        LevelWeights(
            level.subcategory or "、".join(level.categories),
            _by_number(ones for at, ones in counted.items() if level.has(*at)),
            level.points,
            inside=bool(level.subcategory),
        )
        for level in form.levels
        if level.role == "scored"
    ]
    return found or [LevelWeights("", _by_number(counted.values()), form.scheme.indicator_weights)]


def _by_number(groups: Iterable[list[Indicator]]) -> list[Indicator]:
    return sorted(chain.from_iterable(groups), key=attrgetter("number"))


def _weights(form: Form, group: TableGroup) -> Iterator[tuple[str, Decimal]]:
    members = members_of(form, group)
    shares = shared_out(group.points, [one.weight for one in members])
    return ((one.id, share) for one, share in zip(members, shares, strict=True))


def members_of(form: Form, group: TableGroup) -> list[Indicator]:
    """Return the indicators of a group, by number."""
    return [one for one in form.indicators if one.category == group.category]

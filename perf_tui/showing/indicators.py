"""The target and the weight of an indicator, as every front end shows them in its table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from perf_tui.core.form import Indicator
from perf_tui.core.form.comparing.changes import goal_of
from perf_tui.core.numbers.rounding import plain

if TYPE_CHECKING:
    from perf_tui.core.form.library import LibraryIndicator

BLANK = "（未填）"


def goal_words(one: Indicator | LibraryIndicator) -> str:
    """Return the target as it is printed, with comparator and unit: ≥95%."""
    return goal_of(one) or BLANK


def weight_words(one: Indicator) -> str:
    """Return the weight, or that there is none."""
    return f"{plain(one.weight)} 分" if one.weight else "没有权重"


def about_common(one: LibraryIndicator) -> Iterator[str]:
    """Yield what is to be known of an indicator of the library before it is taken."""
    suits = f"适用于{'、'.join(one.suits)}"
    yield "  ".join((f"{one.category}·{one.subcategory}", goal_words(one), suits))
    yield one.guidance
    facts = "、".join(f"{fact.label}（{fact.unit}）" for fact in one.facts)
    evidence = "、".join(wanted.title for wanted in one.evidence)
    yield "  ".join(filter(None, (facts and f"要填：{facts}", f"出处：{one.source}")))
    yield f"佐证：{evidence}"

"""Forms with every rule of scoring, and texts for them, as hypothesis draws them."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from perf_tui.core.form import Form
from support.forms import Table, form_of, indicator, qualitative

FIGURES = st.one_of(
    st.integers(0, 300).map(str),
    st.decimals("0", "300", places=4).map(str),
    st.integers(1, 10**7).map(str),
)
FACTS = [{"key": key, "label": key, "required": True} for key in ("part", "whole", "count")]


@st.composite
def forms(draw: st.DrawFn) -> Form:
    signs = st.sampled_from([">=", ">", "=", "<=", "<"])
    weights = st.decimals("0.5", "20", places=1)
    targets = st.sampled_from([0, 1, 60, 90, Decimal("97.5"), 100])
    measured = {"measure": "part / whole * 100", "facts": FACTS[:2]}
    counted = {"measure": "count - 2", "facts": FACTS[2:], "entered": None}
    rows: list[Table] = [
        {"name": "typed"},
        {"name": "measured", **measured},
        {"name": "counted", **counted},
    ]
    return form_of(
        *(
            indicator(sign=draw(signs), target=draw(targets), weight=draw(weights), **row)
            for row in rows
        ),
        qualitative("mood", weight=draw(weights)),
        execution_weight=draw(st.integers(0, 30)),
        inverse_rule=draw(st.sampled_from(["linear", "ratio"])),
        points_per_event=draw(st.none() | st.decimals("0.1", "3", places=1)),
    )


GIVEN = {
    "budget.adjusted": FIGURES,
    "budget.executed": FIGURES,
    "facts.part": FIGURES,
    "facts.whole": FIGURES,
    "facts.count": FIGURES,
    "indicators.typed.actual": FIGURES,
}
MORE = {
    "indicators.typed.coefficient": FIGURES,
    "indicators.measured.coefficient": FIGURES,
    "indicators.mood.tier": st.sampled_from(["达成", "部分达成", "未达成"]),
    "indicators.mood.coefficient": st.decimals("0", "100", places=2).map(str),
}
TEXTS = st.fixed_dictionaries(GIVEN, optional=MORE)
SOME_TEXTS = st.fixed_dictionaries({}, optional={**GIVEN, **MORE})

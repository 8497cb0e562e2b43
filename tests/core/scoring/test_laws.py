"""Laws of the score, over any figures that people could type."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from perf_tui.core.form import Form
from perf_tui.core.scoring.item import rule_score
from support.equations import half_up
from support.forms import form_of, indicator, one, small_form, stand

FIGURES = st.decimals("0", "1000", places=2) | st.integers(0, 10**9).map(Decimal)
WEIGHTS = st.decimals("0.5", "50", places=1)
SIGNS = st.sampled_from([">=", ">", "=", "<=", "<"])
RULES = st.sampled_from(["linear", "ratio"])
NONE = Fraction(0)
EVENTS = st.none() | st.decimals("0.1", "5", places=1)


@st.composite
def forms(draw: st.DrawFn) -> Form:
    scheme = {"inverse_rule": draw(RULES), "points_per_event": draw(EVENTS)}
    return one(draw(SIGNS), draw(FIGURES), scheme, weight=draw(WEIGHTS))


@given(forms(), FIGURES | st.decimals("-1000", "0", places=2))
def test_a_score_lies_within_nothing_and_its_weight(form: Form, actual: Decimal) -> None:
    indicator = form.indicators[0]
    score = rule_score(form.scheme, indicator, Decimal(indicator.target), actual)
    assert 0 <= score <= half_up(Fraction(indicator.weight))


@given(forms(), FIGURES, FIGURES)
def test_a_better_value_never_lowers_a_score(form: Form, actual: Decimal, other: Decimal) -> None:
    indicator, target = form.indicators[0], Decimal(form.indicators[0].target)
    less, more = sorted((actual, other))
    few_wanted = indicator.sign in ("<=", "<") or (indicator.sign == "=" and not target)
    worse, better = (more, less) if few_wanted else (less, more)
    at_worse = rule_score(form.scheme, indicator, target, worse)
    assert at_worse <= rule_score(form.scheme, indicator, target, better)


@given(
    st.lists(st.tuples(WEIGHTS, FIGURES, FIGURES), min_size=1, max_size=4),
    st.integers(1, 10**6),
    st.integers(0, 2 * 10**6),
    st.integers(0, 30),
)
def test_the_total_is_the_formula_s(
    rows: list[tuple[Decimal, Decimal, Decimal]], adjusted: int, executed: int, part: int
) -> None:
    declared = (
        indicator(f"one{n}", ">=", target, weight=weight)
        for n, (weight, target, _) in enumerate(rows)
    )
    texts = {f"indicators.one{n}.actual": str(actual) for n, (_, _, actual) in enumerate(rows)}
    budget = {"budget.adjusted": str(adjusted), "budget.executed": str(executed)}
    total = stand(form_of(*declared, execution_weight=part), {**texts, **budget}).score.total

    weights = sum((Fraction(weight) for weight, _, _ in rows), NONE)
    points = sum((Fraction(half_up(_points(*map(Fraction, row)))) for row in rows), NONE)
    rate = min(Fraction(executed, adjusted), Fraction(1))
    assert total == half_up(part * rate + (100 - part) * points / weights)


# Facts behind a measure that has no other source, and what is typed for a score itself.
COUNTED = (
    "budget.adjusted",
    "budget.executed",
    "facts.due",
    "facts.done",
    "facts.fires",
    "indicators.costs.actual",
    "indicators.mood.tier",
    "indicators.mood.coefficient",
)


@given(
    st.fixed_dictionaries(
        {},
        optional={
            **dict.fromkeys(COUNTED, FIGURES.map(str)),
            "indicators.mood.tier": st.sampled_from(["达成", "部分达成", "很好"]),
            "indicators.mood.coefficient": st.integers(0, 100).map(str),
        },
    )
)
def test_blanks_never_raise_a_score(texts: dict[str, str]) -> None:
    form = small_form()
    score = stand(form, texts).score
    assert 0 <= score.so_far <= score.so_far + score.open <= 100
    assert (score.open == 0) or not score.complete
    for address in texts:
        rest = {other: text for other, text in texts.items() if other != address}
        without = stand(form, rest).score
        assert without.so_far <= score.so_far
        assert without.so_far + without.open >= score.so_far


def _points(weight: Fraction, target: Fraction, actual: Fraction) -> Fraction:
    return weight if actual >= target else weight * actual / target

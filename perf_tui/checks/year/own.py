"""Rules on the indicators that a year defines by itself.

The finance side returns a table whose weights are not above 0 or do not add up to what the scheme
sets. The other rules keep a definition from meaning two things or nothing. Every rule takes an
`Evaluation` and yields a `Finding` for each definition that breaks it; a form set is held to the
same by its lint.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from perf_tui.checks.pagewise import on_definition
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.findings.finding import Finding
from perf_tui.core.form import Form, Indicator
from perf_tui.core.form.own import OwnForm, own_at
from perf_tui.core.numbers.rounding import plain

ZERO = Decimal(0)


def indicators_there(evaluation: Evaluation) -> Iterator[Finding]:
    """Find a year without any indicator, which is none of the form set's doing."""
    if not evaluation.form.indicators:
        fix = "在指标表里加上，或粘贴批复的绩效目标表"
        yield Finding("no-indicators", "error", "还没有指标", fix, next(iter(evaluation.form.walk)))


def weights_add_up(evaluation: Evaluation) -> Iterator[Finding]:
    """Find weights that do not add up to what the scheme, or the group in its table, sets."""
    form = evaluation.form
    if not isinstance(form, OwnForm) or not form.indicators:
        return
    groups = {group.category: group.points for group in form.layout.groups}
    for category, points in (groups or {"": form.scheme.indicator_weights}).items():
        total = form.weights.get(category, ZERO)
        if total != points:
            what = f"{category or '各项指标'}的权重合计 {plain(total)} 分，应为 {plain(points)} 分"
            said = f"{what}，{_difference(points - total)}", "照批复的绩效目标表改权重"
            at = _last_of(form, category)
            yield _found(form, at, "weight", "weights-sum", said, rule=category)


def _last_of(form: Form, category: str) -> Indicator:
    """Return the last indicator of a category, or of all if it has none."""
    if category not in form.weights:
        return form.indicators[-1]
    return next(one for one in reversed(form.indicators) if category in ("", one.category))


@on_definition
def weights_above_zero(evaluation: Evaluation, one: Indicator) -> Iterator[Finding]:
    """Find typed weights that are not above 0."""
    typed = evaluation.readings.number(own_at(one.id, "weight"))
    if typed is not None and typed <= 0:
        said = f"权重是 {plain(typed)} 分，应大于 0", "改权重"
        yield _found(evaluation.form, one, "weight", "weight-not-positive", said)


@on_definition
def targets_readable(evaluation: Evaluation, one: Indicator) -> Iterator[Finding]:
    """Find targets of quantitative indicators that are no number."""
    if one.sign != "qualitative" and isinstance(one.target, str) and one.target:
        said = f"指标值“{one.target}”不是数", "改成数，或把指标性质改成定性"
        yield _found(evaluation.form, one, "target", "target-unreadable", said)


@on_definition
def categories_known(evaluation: Evaluation, one: Indicator) -> Iterator[Finding]:
    """Find categories for which the scheme's table has no group, and so no points."""
    known = [group.category for group in evaluation.form.layout.groups]
    if known and one.category and one.category not in known:
        fix = f"改成 {'、'.join(known)} 中的一个"
        said = f"一级指标“{one.category}”不在评分方案里", fix
        yield _found(evaluation.form, one, "category", "category-unknown", said)


def names_differ(evaluation: Evaluation) -> Iterator[Finding]:
    """Find indicators of the same name, which nobody could tell apart in the report."""
    form = evaluation.form
    for one in form.indicators if form.repeated_names else ():
        count = form.repeated_names.get(one.name, 0)
        if count and one.id in form.definition_fields:
            said = f"有 {count} 项指标都叫“{one.name}”", "改名，或删去重复的一项"
            yield _found(form, one, "name", "name-repeated", said)


def _found(
    form: Form, one: Indicator, key: str, code: str, said: tuple[str, str], *, rule: str = ""
) -> Finding:
    """Return the finding at a property; at the first definition's if this one has none."""
    own = form.definition_fields
    ident = one.id if one.id in own else next(iter(own))
    message, fix = said
    return Finding(code, "error", message, fix, own_at(ident, key), one.number, rule=rule)


def _difference(missing: Decimal) -> str:
    return f"还差 {plain(missing)} 分" if missing > 0 else f"多了 {plain(-missing)} 分"


OWN_RULES = (
    indicators_there,
    weights_add_up,
    weights_above_zero,
    targets_readable,
    categories_known,
    names_differ,
)

"""Rules on the indicators that a year defines by itself.

The finance side returns a table whose weights are not above 0 or do not add up to what the scheme
sets. The other rules keep a definition from meaning two things or nothing. Every rule takes an
`Evaluation` and yields a `Finding` for each definition that breaks it; a form set is held to the
same by its lint.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from perf_tui.checks.pagewise import FormRule, on_definition
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.evaluation.lineage import pair_of
from perf_tui.core.findings.finding import Finding
from perf_tui.core.form import Form, Indicator, Severity
from perf_tui.core.form.comparing.matching import NONE_BEFORE
from perf_tui.core.form.own import OWN, OwnForm, own_at
from perf_tui.core.form.own.properties import BEFORE
from perf_tui.core.form.weights import weights_by_level
from perf_tui.core.numbers.rounding import plain


@FormRule
def indicators_there(form: Form) -> Iterator[Finding]:
    """Find a year without any indicator, which is none of the form set's doing."""
    if not form.indicators:
        fix = "在指标表里加上，或粘贴批复的绩效目标表"
        first = form.pages[0].addresses[0]
        yield Finding("no-indicators", "error", "还没有指标", fix, first)


@FormRule
def weights_add_up(form: Form) -> Iterator[Finding]:
    """Find weights that do not add up to what the scheme, for each level or in all, sets."""
    if not isinstance(form, OwnForm) or not (form.indicators and form.own):
        return
    for one in weights_by_level(form):
        if one.total != one.wanted:
            counted = f"合计 {plain(one.total)} 分，应为 {plain(one.wanted)} 分"
            what = f"{one.name or '各项指标'}的权重{counted}"
            said = f"{what}，{_difference(one.wanted - one.total)}", "照批复的绩效目标表改权重"
            at = (one.members or form.indicators)[-1]
            yield _found(form, at, "weight", "weights-sum", said, rule=one.name)


@on_definition
def weights_above_zero(evaluation: Evaluation, form: OwnForm, one: Indicator) -> Iterator[Finding]:
    """Find typed weights that are not above 0."""
    typed = evaluation.readings.number(own_at(one.id, "weight"))
    if typed is not None and typed <= 0:
        said = f"权重是 {plain(typed)} 分，应大于 0", "改权重"
        yield _found(form, one, "weight", "weight-not-positive", said)


@on_definition
def targets_readable(_: Evaluation, form: OwnForm, one: Indicator) -> Iterator[Finding]:
    """Find targets of quantitative indicators that are no number."""
    if not one.target or not isinstance(one.target, str):
        return
    if not (one.by_tier or form.scheme.extra_level(one.category)):
        said = f"指标值“{one.target}”不是数", "改成数，或把指标性质改成定性"
        yield _found(form, one, "target", "target-unreadable", said)


@on_definition
def categories_known(_: Evaluation, form: OwnForm, one: Indicator) -> Iterator[Finding]:
    """Find categories for which the scheme has no points."""
    known = form.limits
    if known and one.category and one.category not in known:
        fix = f"改成 {'、'.join(known)} 中的一个"
        said = f"一级指标“{one.category}”不在评分方案里", fix
        yield _found(form, one, "category", "category-unknown", said)


@FormRule
def names_differ(form: Form) -> Iterator[Finding]:
    """Find indicators of the same name, which nobody could tell apart in the report."""
    counts = Counter(one.name for one in form.indicators if one.name)
    for one in form.indicators:
        if counts[one.name] > 1 and one.id in form.definition_fields:
            said = f"有 {counts[one.name]} 项指标都叫“{one.name}”", "改名，或删去重复的一项"
            yield _found(form, one, "name", "name-repeated", said)


@on_definition
def before_known(evaluation: Evaluation, form: OwnForm, one: Indicator) -> Iterator[Finding]:
    """Find what is stated to have been last year and was not, or was already another one's."""
    stated = form.own[one.id].get(BEFORE, "")
    if evaluation.last is None or stated in ("", NONE_BEFORE):
        return
    pair = pair_of(evaluation, one.id)
    if pair is None or pair.basis != "stated":
        said = f"上年没有“{stated}”这一项，或它已对应别的指标", "照上年的名称填，上年没有的填 无"
        yield _found(form, one, BEFORE, "before-unknown", said, severity="warning")


def _found(
    form: Form,
    one: Indicator,
    key: str,
    code: str,
    said: tuple[str, str],
    *,
    rule: str = "",
    severity: Severity = "error",
) -> Finding:
    """Return the finding at a property; without a definition, at the first one that there is.

    Where indicators of the set have only been removed, it stands on the indicator's own page.
    """
    defined = (f"{OWN}.{one.id}", *(page.id for page in form.definitions[:1]))
    page = next((page for page in defined if page in form.place_of_screen), "")
    at = f"{page}.{key}" if page else f"indicators.{one.id}.remark"
    message, fix = said
    return Finding(code, severity, message, fix, at, one.number, rule=rule)


def _difference(missing: Decimal) -> str:
    return f"还差 {plain(missing)} 分" if missing > 0 else f"多了 {plain(-missing)} 分"


OWN_RULES = (
    indicators_there,
    weights_add_up,
    weights_above_zero,
    targets_readable,
    categories_known,
    names_differ,
    before_known,
)

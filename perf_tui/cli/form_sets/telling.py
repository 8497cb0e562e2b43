"""`perf-tui forms list` and `show`: which form sets there are, and what one asks and scores."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from perf_tui.cli.columns import aligned
from perf_tui.cli.form_sets.locating import path_of_set
from perf_tui.cli.output import err
from perf_tui.cli.printing import print_found
from perf_tui.core.form import Form, Indicator, Scheme
from perf_tui.core.form.models import COMPARATORS
from perf_tui.core.form.scheme import spelling
from perf_tui.core.form.scheme.changing import INVERSE
from perf_tui.core.numbers.rounding import plain
from perf_tui.store.forms.finding import PLACES, FoundSet, find_sets, newest
from perf_tui.store.forms.reading import read_form

HEAD = ("名字", "版本", "从哪里来", "标题")
INDICATOR_HEAD = ("序号", "指标名称", "一级指标", "二级指标", "指标值", "权重", "核心")


def show_list(arguments: Namespace) -> int:
    """Print every form set that was found, or why it cannot be used."""
    found = find_sets(Path())
    used = newest(found)
    rows = [HEAD, *(_row(one, used) for one in found if not one.trouble)]
    print_found(
        arguments,
        lambda: {"sets": [_as_object(one, used) for one in found]},
        lambda: aligned(rows, right=(1,)),
    )
    for one in found:
        if one.trouble and not arguments.json:
            err(f"注意：{one.path}：{one.trouble}")
    return 0


def show_set(arguments: Namespace) -> int:
    """Print a form set: how it scores, and its indicators."""
    form = read_form(path_of_set(arguments.what))
    print_found(arguments, lambda: _form_as_object(form), lambda: _form_as_lines(form))
    return 0


def _row(one: FoundSet, used: dict[str, FoundSet]) -> tuple[str, ...]:
    best = used[one.name]
    unused = "（已有更新的版本）" if best.version > one.version else "（用的是另一份）"
    title = " ".join(one.title.split()) + ("" if best is one else unused)
    return one.name, str(one.version), PLACES[one.place], title


def _as_object(one: FoundSet, used: dict[str, FoundSet]) -> dict[str, object]:
    return {
        "id": one.name,
        "version": one.version or None,
        "title": one.title or None,
        "place": one.place,
        "path": str(one.path),
        "used": used.get(one.name) is one,
        "trouble": one.trouble or None,
    }


def _form_as_lines(form: Form) -> Iterator[str]:
    yield f"{form.id} 第 {form.version} 版  {form.title}"
    yield from filter(None, (form.about, form.basis and f"依据：{form.basis}"))
    yield ""
    yield from aligned(_scheme_rows(form))
    yield ""
    if form.indicators:
        rows = (_indicator_row(one) for one in form.indicators)
        yield from aligned([INDICATOR_HEAD, *rows], right=(0, 5))
    else:
        yield "没有指标，由各年度自己填写"


def _scheme_rows(form: Form) -> Iterator[tuple[str, str]]:
    scheme = form.scheme
    yield "预算执行", f"{plain(scheme.execution_weight)} 分，按 {scheme.execution.source} 计"
    groups = spelling.spell_levels(form.levels)
    weights = f"权重合计 {plain(scheme.indicator_weights)}"
    yield "指标", f"{weights}（{groups}）" if groups else weights
    if scheme.execution_steps:
        yield "执行率计分", spelling.spell_steps(scheme.execution_steps)
    yield "等级", spelling.spell_grades(scheme.grades)
    yield "定性指标的档次", spelling.spell_tiers(scheme.tiers)
    yield from _rule_rows(scheme)


def _rule_rows(scheme: Scheme) -> Iterator[tuple[str, str]]:
    yield "反向指标", INVERSE[scheme.inverse_rule]
    if scheme.points_per_event is not None:
        yield "每起扣分", f"{plain(scheme.points_per_event)} 分"
    for cap in scheme.caps:
        yield "总分上限", f"执行率低于 {plain(cap.execution_below)}% 的，至多 {plain(cap.total)} 分"
    asked = (
        f"执行率低于 {plain(scheme.low_execution)}%",
        f"预算调整超过 {plain(scheme.budget_shift)}%",
        f"结余超过 {plain(scheme.unspent)}%",
        f"完成值到指标值的 {plain(scheme.overreach)} 倍",
    )
    yield "要核对", "、".join(asked)


def _indicator_row(one: Indicator) -> tuple[str, ...]:
    core = "是" if one.core else ""
    levels = one.category, one.subcategory
    return (str(one.number), one.name, *levels, _goal(one), plain(one.weight), core)


def _goal(one: Indicator) -> str:
    if isinstance(one.target, str):
        return one.target
    return f"{COMPARATORS[one.sign]}{plain(one.target)}{one.unit}"


def _form_as_object(form: Form) -> dict[str, object]:
    """Return a form set for JSON. Decimals are strings."""
    scheme = form.scheme
    return {
        "id": form.id,
        "version": form.version,
        "title": form.title,
        "scheme": {
            "execution_weight": plain(scheme.execution_weight),
            "indicator_weights": plain(scheme.indicator_weights),
            "groups": [
                {"category": one.category, "points": plain(one.points)} for one in form.levels
            ],
            "execution": scheme.execution.source,
            "inverse_rule": scheme.inverse_rule,
            "grades": [{"name": one.name, "floor": plain(one.floor)} for one in scheme.grades],
            "tiers": [
                {"name": one.name, "floor": plain(one.floor), "ceiling": plain(one.ceiling)}
                for one in scheme.tiers
            ],
        },
        "indicators": [_indicator_as_object(one) for one in form.indicators],
    }


def _indicator_as_object(one: Indicator) -> dict[str, object]:
    return {
        "id": one.id,
        "number": one.number,
        "name": one.name,
        "category": one.category,
        "subcategory": one.subcategory or None,
        "unit": one.unit or None,
        "sign": one.sign,
        "target": one.target if isinstance(one.target, str) else plain(one.target),
        "weight": plain(one.weight),
        "core": one.core,
    }

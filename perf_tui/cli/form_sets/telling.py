"""`perf-tui forms list` and `show`: which form sets there are, and what one asks and scores."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from perf_tui.cli.columns import aligned
from perf_tui.cli.form_sets.locating import path_of_set
from perf_tui.cli.output import err
from perf_tui.cli.printing import print_found
from perf_tui.core.form import Form, Indicator
from perf_tui.core.form.comparing.changes import goal_of
from perf_tui.core.form.scheme import Level, spelling
from perf_tui.core.form.scheme.changing import scheme_at, scheme_fields
from perf_tui.core.numbers.rounding import plain
from perf_tui.core.scoring.points import HUNDRED
from perf_tui.store.forms.finding import PLACES, FoundSet, find_sets, newest
from perf_tui.store.forms.reading import read_form

HEAD = ("名字", "版本", "从哪里来", "标题")
INDICATOR_HEAD = ("序号", "指标名称", "一级指标", "二级指标", "指标值", "权重", "核心")

# What the first two rows of a scheme say.
SAID = {scheme_at(key) for key in ("execution_weight", "indicator_weights", "levels")}

EVENTS = scheme_at("points_per_event")  # none means all


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
    """Yield every value of the scheme, called and said as where a year changes it."""
    scheme, labels = (
        form.scheme,
        {name: form.fields[at].label for name, at in form.addresses.items()},
    )
    yield "预算执行", f"{plain(scheme.execution_weight)} 分，{scheme.execution.spell(labels)}"
    groups = spelling.spell_levels(form.levels)
    weights = f"权重合计 {plain(scheme.indicator_weights)}" + (f"（{groups}）" if groups else "")
    rest = HUNDRED - scheme.execution_weight
    converted = "" if scheme.indicator_weights == rest else f"，折成 {plain(rest)} 分"
    yield "指标", f"{weights}{converted}"
    for field in scheme_fields(scheme, form.levels, ""):
        if field.fallback and field.address not in SAID:
            known = field.address != EVENTS or scheme.points_per_event
            yield field.label, f"{field.fallback}{field.unit}" if known else "发生就不得分"
    if form.annexes:
        yield "附表", "、".join(one.title for one in form.annexes)


def _indicator_row(one: Indicator) -> tuple[str, ...]:
    core = "是" if one.core else ""
    levels = one.category, one.subcategory
    return (str(one.number), one.name, *levels, goal_of(one), plain(one.weight), core)


def _form_as_object(form: Form) -> dict[str, object]:
    """Return a form set for JSON. Decimals are strings."""
    return {
        "id": form.id,
        "version": form.version,
        "title": form.title,
        "scheme": _scheme_as_object(form),
        "indicators": [_indicator_as_object(one) for one in form.indicators],
    }


def _scheme_as_object(form: Form) -> dict[str, object]:
    scheme = form.scheme
    return {
        "execution_weight": plain(scheme.execution_weight),
        "indicator_weights": plain(scheme.indicator_weights),
        "groups": [_level_as_object(one) for one in form.levels],
        "execution": scheme.execution.source,
        "execution_steps": [
            {"rate": plain(one.rate), "share": plain(one.share)} for one in scheme.execution_steps
        ],
        "over_execution": plain(scheme.over_execution),
        "caps": [
            {"execution_below": plain(one.execution_below), "total": plain(one.total)}
            for one in scheme.caps
        ],
        "inverse_rule": scheme.inverse_rule,
        "grades": [{"name": one.name, "floor": plain(one.floor)} for one in scheme.grades],
        "tiers": [
            {
                "name": one.name,
                "floor": plain(one.floor),
                "ceiling": plain(one.ceiling),
                "ceiling_included": one.ceiling_included,
            }
            for one in scheme.tiers
        ],
        "score_places": scheme.score_places,
        "total_places": scheme.total_places,
    }


def _level_as_object(one: Level) -> dict[str, object]:
    return {
        "category": one.category,
        "also": list(one.also),
        "subcategory": one.subcategory or None,
        "points": plain(one.points),
        "role": one.role,
        "counted": one.counted,
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

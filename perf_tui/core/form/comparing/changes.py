"""What has changed from one form to another, in words that can be printed as a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

from perf_tui.core.form.comparing.matching import Matching, Pair
from perf_tui.core.form.definition import Form
from perf_tui.core.form.models import COMPARATORS, Indicator
from perf_tui.core.numbers.rounding import plain

if TYPE_CHECKING:
    from perf_tui.core.form.library import LibraryIndicator

Kind = Literal[
    "renamed",
    "moved",
    "target",
    "weight",
    "core",
    "new",
    "gone",
    "possible",
    "scheme",
    "section-new",
    "section-gone",
    "fact-new",
    "fact-gone",
]
LABELS: Mapping[Kind, str] = {
    "renamed": "改名",
    "moved": "移位",
    "target": "指标值",
    "weight": "权重",
    "core": "核心指标",
    "new": "新增",
    "gone": "今年没有",
    "possible": "也许改名",
    "scheme": "评分方案",
    "section-new": "新增文字部分",
    "section-gone": "没有了的文字部分",
    "fact-new": "新增数据",
    "fact-gone": "没有了的数据",
}
"""A change → the word it is told by."""
SCHEME = {
    "execution_weight": "预算执行的分值",
    "execution": "执行率的算法",
    "execution_steps": "执行率的分档",
    "over_execution": "执行率超过 100% 的得分",
    "indicator_weights": "各项指标的总分",
    "levels": "各级指标的分值",
    "inverse_rule": "反向指标的算法",
    "points_per_event": "每起扣分",
    "score_places": "指标得分的小数位数",
    "total_places": "总分的小数位数",
    "grades": "等级",
    "tiers": "定性指标的档次",
    "overreach": "指标值偏低的倍数",
    "low_execution": "执行率偏低的界线",
    "budget_shift": "预算调整幅度的界线",
    "score_above_execution": "得分高于执行率的界线",
    "unspent": "结余的界线",
    "least_budget": "预算数的下限",
    "caps": "总分上限",
    "closing": "得分说明的句子",
}


@dataclass(frozen=True, slots=True)
class FormChange:
    """One change: what it is about by its present name, and how that was before and is now.

    `key` is the id of an indicator or the key of a section, a fact or a value of the scheme.
    `doubtful` marks the change of an indicator that only likeness takes for the one before.
    """

    kind: Kind
    key: str
    name: str
    before: str = ""
    now: str = ""
    doubtful: bool = False

    @property
    def words(self) -> str:
        """The change in a line: 改名：甲 → 乙; 指标值：乙，≥95% → ≥96%; 新增：丙."""
        label, told = LABELS[self.kind], self.told
        if self.kind in ("renamed", "possible"):
            return f"{label}：{told}"
        return f"{label}：{self.name}，{told}" if told else f"{label}：{self.name}"

    @property
    def brief(self) -> str:
        """The change without the name of what it is about: 指标值 ≥95% → ≥96%; 新增."""
        return f"{LABELS[self.kind]} {self.told}".strip()

    @property
    def told(self) -> str:
        """How it was and how it is, or an empty string where the kind of change says it all."""
        if not self.before:
            return f"无 → {self.now}" if self.now and self.kind != "core" else self.now
        doubt = "（按名称推定）" if self.kind == "renamed" and self.doubtful else ""
        return f"{self.before} → {self.now or '无'}{doubt}"


def goal_of(one: Indicator | LibraryIndicator) -> str:
    """Return a target as it is printed, with comparator and unit: ≥95%; empty if there is none.

    Words stand alone, also where they should have been a number.
    """
    if isinstance(one.target, str):
        return one.target
    return f"{COMPARATORS[one.sign]}{plain(one.target)}{one.unit}"


def changes_of(matching: Matching) -> Iterator[FormChange]:
    """Yield what became of the indicators: the changed and new ones in order, then those gone.

    Last come those of the new ones that might be one of those gone, without being taken for it.
    """
    moved = _moved(matching)
    found = {one.id: [FormChange("new", one.id, one.name)] for one in matching.new}
    found |= {pair.now.id: list(_of_pair(pair, moved)) for pair in matching.pairs}
    numbers = {one.id: one.number for one in (*matching.new, *(p.now for p in matching.pairs))}
    for ident in sorted(found, key=numbers.__getitem__):
        yield from found[ident]
    yield from (FormChange("gone", one.id, one.name) for one in matching.gone)
    likeliest = (matching.might_be(one.id) for one in matching.new)
    for pair in filter(None, likeliest):
        yield FormChange("possible", pair.now.id, pair.now.name, pair.before.name, pair.now.name)


def changes_between(before: Form, now: Form) -> tuple[FormChange, ...]:
    """Return what has changed from one form to another.

    First the indicators, matched one to one, then the values of the scheme, the sections and the
    facts, each by key. A fact or section whose key is in both forms is the same one.
    """
    return (
        *changes_of(now.matched_with(before)),
        *_scheme(before, now),
        *_keyed("section", _sections(before), _sections(now)),
        *_keyed("fact", _facts(before), _facts(now)),
    )


def _of_pair(pair: Pair, moved: frozenset[str]) -> Iterator[FormChange]:
    old, new = pair.before, pair.now

    def told(kind: Kind, was: str, now: str) -> FormChange:
        return FormChange(kind, new.id, new.name, was, now, pair.guessed)

    if old.name != new.name:
        yield told("renamed", old.name, new.name)
    if _levels(old) != _levels(new):
        yield told("moved", _levels(old), _levels(new))
    elif new.id in moved:
        yield told("moved", f"第 {old.number} 项", f"第 {new.number} 项")
    if goal_of(old) != goal_of(new):
        yield told("target", goal_of(old), goal_of(new))
    if old.weight != new.weight:
        yield told("weight", _points(old.weight), _points(new.weight))
    if old.core != new.core:
        yield told("core", "", "今年是" if new.core else "今年不是")


def _moved(matching: Matching) -> frozenset[str]:
    """Return the ids of those that stand elsewhere among the ones that there were before."""
    order = [pair.now.id for pair in matching.pairs]
    was = [pair.now.id for pair in sorted(matching.pairs, key=lambda pair: pair.before.number)]
    blocks = SequenceMatcher(None, was, order, autojunk=False).get_matching_blocks()
    return frozenset(order).difference(*(order[b : b + size] for _, b, size in blocks))


def _levels(one: Indicator) -> str:
    return "·".join(filter(None, (one.category, one.subcategory)))


def _points(weight: Decimal) -> str:
    return f"{plain(weight)} 分" if weight else ""


def _scheme(before: Form, now: Form) -> Iterator[FormChange]:
    for one in fields(before.scheme):
        was, value = getattr(before.scheme, one.name), getattr(now.scheme, one.name)
        if was != value:
            shown = (_shown(was), _shown(value)) if _shown(was) or _shown(value) else ("", "")
            yield FormChange("scheme", one.name, SCHEME.get(one.name, one.name), *shown)


def _shown(value: object) -> str:
    """Return a number as it is printed, and nothing of what takes more than a line."""
    return plain(value) if isinstance(value, Decimal) else ""


def _sections(form: Form) -> dict[str, str]:
    return {one.key: one.title for one in form.sections}


def _facts(form: Form) -> dict[str, str]:
    return {one.key: one.label for one in (*form.unit, *form.budget, *form.all_facts)}


def _keyed(
    what: Literal["section", "fact"], before: Mapping[str, str], now: Mapping[str, str]
) -> Iterator[FormChange]:
    new, gone = _KINDS[what]
    yield from (FormChange(new, key, name) for key, name in now.items() if key not in before)
    yield from (FormChange(gone, key, name) for key, name in before.items() if key not in now)


_KINDS: Mapping[str, tuple[Kind, Kind]] = {
    "section": ("section-new", "section-gone"),
    "fact": ("fact-new", "fact-gone"),
}

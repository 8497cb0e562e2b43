"""The scheme as a year changes it: every value a text, which stands for that of the form set.

The address of a text is `scheme.` and its key. A text that cannot be read, or by which no year
could be scored, is told, and what the set says stands meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from typing import Any

from perf_tui.core.form.fields import Field
from perf_tui.core.form.models import Kind
from perf_tui.core.form.pages import Page
from perf_tui.core.form.scheme import spelling
from perf_tui.core.form.scheme.declared import HUNDRED, Level, Scheme
from perf_tui.core.form.scheme.faults import faults_of
from perf_tui.core.numbers import Number, Refusal, read_number
from perf_tui.core.numbers.rounding import plain

SCHEME = "scheme"
BASIS = "basis"
INVERSE = {"ratio": "目标值÷完成值", "linear": "按超出比例扣分"}
PLACES = {"2": "两位小数", "1": "一位小数", "0": "整数"}
MOST = Decimal(1000)
Texts = Mapping[str, str]


class _UnfitError(ValueError):
    """A number or a choice that its own field refuses, and tells."""


@dataclass(frozen=True, slots=True)
class SchemeKey:
    """A value of the scheme as it is typed: its field, how it is read, and how it is spelled."""

    key: str
    label: str
    read: Callable[[str], Any]
    spell: Callable[[Any], str]
    hint: str = ""
    unit: str = ""
    choices: tuple[str, ...] = ()
    most: Decimal | None = None

    def field(self, said: str) -> Field:
        """Return the field; `said` is what the form set says."""
        kind: Kind = "choice" if self.choices else "text" if self.most is None else "number"
        least = None if self.most is None else Decimal(0)
        said_in_hint = f"原方案 {said}" if self.most is None and said else ""
        return Field(
            scheme_at(self.key),
            self.label,
            kind,
            self.unit,
            minimum=least,
            maximum=self.most,
            choices=self.choices,
            hint="；".join(filter(None, (self.hint, said_in_hint))),
            fallback=said,
            group="definition",
        )


def scheme_at(key: str) -> str:
    """Return the address of a value of the scheme."""
    return f"{SCHEME}.{key}"


def scheme_page(asked: tuple[Field, ...]) -> Page:
    """Return the page on which the scheme is changed."""
    return Page(SCHEME, "definition", "评分方案", "pffa", tuple(one.address for one in asked))


def scheme_fields(scheme: Scheme, levels: tuple[Level, ...], basis: str) -> Iterator[Field]:
    """Yield the field of every value, with what the set says where the year says nothing.

    `levels` are those of the form, which may come from its table.
    """
    hint = "本地财政局的文件，如 ××财绩〔2025〕3号"
    yield Field(scheme_at(BASIS), "方案依据", "text", hint=hint, fallback=basis, group="definition")
    values = {"levels": levels}
    for one in KEYS if levels else (WEIGHTS, *KEYS):
        yield one.field(one.spell(values.get(one.key, getattr(scheme, one.key))))


def changed_scheme(scheme: Scheme, texts: Texts) -> tuple[Scheme, dict[str, Refusal]]:
    """Return the scheme as the texts, by key, change it, and what could not be read, by key."""
    misread: dict[str, Refusal] = {}
    for one in (WEIGHTS, *KEYS):
        text = texts.get(one.key, "")
        if not text.strip():
            continue
        try:
            scheme = _with(scheme, one.key, one.read(text))
        except _UnfitError:
            continue
        except spelling.MisreadError as error:
            misread[one.key] = error.refusal
    return scheme, misread


def _with(scheme: Scheme, key: str, value: object) -> Scheme:
    """Return the scheme with a value.

    Raises MisreadError for one by which nothing could be scored.
    """
    declared = {one.name: getattr(scheme, one.name) for one in fields(Scheme)}
    changed = Scheme(**{**declared, key: value})
    if key == "levels" and any(changed.first_levels()):
        points = sum((one.points for one in changed.first_levels()), Decimal(0))
        changed = replace(changed, indicator_weights=points)
    if fault := next(faults_of(changed), None):
        name = f"“{fault.steps[1]}”" if len(fault.steps) > 1 else ""
        raise spelling.MisreadError(f"不对：{name}{fault.message}", HOW[key])
    return changed


def _amount(unit: str, most: Decimal) -> Callable[[str], Decimal]:
    def read(text: str) -> Decimal:
        number = read_number(text, unit)
        if not isinstance(number, Number) or not 0 <= number.value <= most:
            raise _UnfitError
        return number.value

    return read


def _number(key: str, label: str, unit: str, hint: str = "", most: Decimal = HUNDRED) -> SchemeKey:
    return SchemeKey(key, label, _amount(unit, most), plain, hint, unit, most=most)


def _choice(key: str, label: str, said: Mapping[str, str], kind: type) -> SchemeKey:
    meant = {text: kind(value) for value, text in said.items()}

    def read(text: str) -> object:
        if text not in meant:
            raise _UnfitError
        return meant[text]

    return SchemeKey(
        key, label, read, lambda value: said.get(str(value), str(value)), choices=tuple(meant)
    )


def _events(text: str) -> Decimal | None:
    """Return the points that an event costs; 0 costs all of them, and stands for None."""
    return _amount("分", HUNDRED)(text) or None


WEIGHTS = _number("indicator_weights", "指标权重合计", "分", "各项指标的权重加起来是多少", MOST)
"""Asked for only where no level has points, because theirs add up to it."""
KEYS = (
    _number("execution_weight", "预算执行率分值", "分"),
    SchemeKey(
        "levels",
        "各级指标分值",
        spelling.read_levels,
        spelling.spell_levels,
        "如 产出指标 50、效益指标 30、满意度指标 10；二级指标写 其中…，加分项写 +5，扣分项写 -5",
    ),
    SchemeKey(
        "grades",
        "等级",
        spelling.read_grades,
        spelling.spell_grades,
        "如 优 90、良 80、中 60、差 0；或 不评等级",
    ),
    SchemeKey(
        "tiers",
        "定性指标档次",
        spelling.read_tiers,
        spelling.spell_tiers,
        "每档写上限和下限，如 达成 100-80（含80）",
    ),
    _choice("inverse_rule", "反向指标计分", INVERSE, str),
    SchemeKey(
        "points_per_event",
        "零容忍指标每次扣分",
        _events,
        lambda value: plain(value or Decimal(0)),
        "指标值为 0 的指标，每发生一次扣几分；填 0 是发生就不得分",
        "分",
        most=HUNDRED,
    ),
    SchemeKey(
        "execution_steps",
        "执行率计分",
        spelling.read_steps,
        spelling.spell_steps,
        "按执行率，或分档，如 95% 以上得 100%、90% 以上得 80%、其余得 0%",
    ),
    _number("over_execution", "执行率超 100% 得分", "%", "占预算执行率分值的百分之几"),
    _choice("score_places", "指标得分保留", PLACES, int),
    _choice("total_places", "总分保留", PLACES, int),
    SchemeKey(
        "caps",
        "执行率低的总分封顶",
        spelling.read_caps,
        spelling.spell_caps,
        "如 低于 80% 封顶 89；或 不封顶",
    ),
    _number("overreach", "超额完成要说明的倍数", "倍", "完成值达到指标值的几倍时要说明", MOST),
    _number("low_execution", "执行率偏低的界限", "%", "低于它要写原因"),
    _number("budget_shift", "预算调整的界限", "%", "调整预算比年初增减超过它要写原因", MOST),
    _number("score_above_execution", "得分率高出执行率", "%", "高出它就提醒核对"),
    _number("unspent", "结余的界限", "%", "没有执行的超过它就提醒"),
)
HOW = {one.key: one.hint for one in KEYS}
"""What the user is told to write, by key."""

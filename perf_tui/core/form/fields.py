"""The places of a form where something is typed.

An address is the path of a value in the year's file: `budget.executed`, `facts.disputes`,
`indicators.forest_fires.deviation_reason`, `sections.duties`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, NamedTuple, Self

from perf_tui.core.form.models import (
    NUMERIC,
    Entered,
    Evidence,
    Fact,
    FormSet,
    Indicator,
    Kind,
    Sign,
)
from perf_tui.core.form.scheme import Level, Tier
from perf_tui.core.numbers.rounding import plain

HUNDRED = Decimal(100)
Group = Literal["facts", "result", "reasons", "targets", "evidence", "passage", "definition"]


@dataclass(frozen=True, slots=True)
class Field:
    """One value to be typed: its name, and what it may hold.

    `fallback` is used while it is blank, and `group` is the part of the page where it stands. A
    field with `after` is asked for only once one of those addresses is filled. A `seldom` field is
    skipped on the way down the page, unless something asks for it.
    """

    address: str
    label: str
    kind: Kind
    unit: str = ""
    required: bool = False
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    choices: tuple[str, ...] = ()
    hint: str = ""
    source: str = ""
    fallback: str = ""
    group: Group = "facts"
    after: tuple[str, ...] = ()
    seldom: bool = False

    def asked(self, texts: Mapping[str, str]) -> bool:
        """Whether the field is shown, given the texts typed so far. A filled one always is."""
        return not self.after or any(map(texts.get, (self.address, *self.after)))

    @property
    def numeric(self) -> bool:
        """Whether the text is read as a number."""
        return self.kind in NUMERIC

    @property
    def wordy(self) -> bool:
        """Whether the text is words of any length rather than a figure, a date or a choice."""
        return self.kind in ("text", "paragraph", "list")

    @property
    def computable(self) -> bool:
        """Whether expressions compute with it: with its number, or that of its items."""
        return self.numeric or self.kind == "list"


def head_fields(form: FormSet) -> Iterator[Field]:
    """Yield the fields before those of the indicators. A shared fact comes once."""
    yield from (_of_fact("unit", fact) for fact in form.unit)
    yield from (_of_fact("budget", fact) for fact in form.budget if not fact.computed)
    yield from (
        Field(f"budget.{key}", label, "text", group="reasons", seldom=True)
        for key, label in BUDGET_REASONS.items()
    )
    yield from (_of_fact("facts", fact) for fact in form.all_facts)


def tail_fields(form: FormSet) -> Iterator[Field]:
    """Yield the fields behind those of the indicators: the passages of the report."""
    for section in form.sections:
        blank = section.sentence is None and section.required
        yield Field(
            f"sections.{section.key}",
            section.title,
            "paragraph",
            required=blank,
            hint=section.guidance,
            group="passage",
        )


def computed_fields(form: FormSet) -> Iterator[Field]:
    """Yield the figures of the budget that nobody types, because they follow from others."""
    return (_of_fact("budget", fact) for fact in form.budget if fact.computed)


BUDGET_REASONS = {"execution_reason": "执行率偏低的原因", "adjustment_reason": "预算调整的原因"}


def _of_fact(table: str, fact: Fact) -> Field:
    return Field(
        f"{table}.{fact.key}",
        fact.label,
        fact.kind,
        fact.unit,
        required=fact.required,
        minimum=fact.minimum,
        maximum=fact.maximum,
        choices=fact.choices,
        hint=fact.hint,
        source=fact.source,
    )


class Shape(NamedTuple):
    """All of an indicator that decides which fields it has besides its facts.

    `most` is the most points that can be typed for an `extra`, one beside the weights.
    """

    sign: Sign
    unit: str
    by_tier: bool
    computed: bool
    entered: Entered | None
    evidence: tuple[Evidence, ...]
    tiers: tuple[Tier, ...]
    extra: Level | None
    most: Decimal | None

    @classmethod
    def of(cls, one: Indicator, tiers: tuple[Tier, ...], extra: Level | None) -> Self:
        """Return the shape of an indicator; tiers and the level of an extra are the scheme's."""
        computed, most = one.measure is not None, one.weight if extra else None
        told = one.entered, one.evidence, tiers if one.by_tier else (), extra, most
        return cls(one.sign, one.unit, one.by_tier, computed, *told)

    @property
    def kind(self) -> Kind:
        """The kind of its targets and its actual value."""
        return "percent" if self.unit == "%" else "number"


def own_fields(at: str, shape: Shape) -> Iterator[Field]:
    """Yield the fields of an indicator besides its facts, from top to bottom of its page.

    Their addresses begin with `at`. The initial target has no fallback yet.
    """
    if shape.extra:
        yield from _extra(at, shape, shape.extra)
    else:
        yield from _result(at, shape)
    yield Field(f"{at}.remark", "说明", "text", hint=REMARK_HINT, group="reasons")
    if not (shape.extra or shape.by_tier):
        yield from _targets(at, shape)
        yield _lowered_coefficient(at)
    for evidence in shape.evidence:
        yield from _wanted_evidence(at, evidence)
    yield from _own_evidence(at, tuple(f"{at}.evidence.{one.key}" for one in shape.evidence))
    yield Field(f"{at}.paragraph", "评价文字", "paragraph", group="passage")


def _extra(at: str, shape: Shape, level: Level) -> Iterator[Field]:
    """Yield what is added to the total, or taken from it, and why."""
    label, reason = ("加分", "加分依据") if level.role == "bonus" else ("扣分", "扣分原因")
    yield Field(
        f"{at}.points",
        label,
        "number",
        "分",
        required=True,
        minimum=Decimal(0),
        maximum=shape.most,
        hint="没有就填 0" if level.counted else "没有就填 0；只在表里列出，不计入总分",
        group="result",
    )
    yield Field(f"{at}.deviation_reason", reason, "text", group="reasons")


def _result(at: str, shape: Shape) -> Iterator[Field]:
    """Yield what the points come from, and why some are missing."""
    if shape.sign != "qualitative" and shape.entered:
        yield _actual(at, shape, shape.entered)
    if shape.by_tier:
        yield _tier(at, tuple(tier.name for tier in shape.tiers))
        yield _tier_coefficient(at, shape.tiers)
    yield Field(f"{at}.deviation_reason", "偏差原因", "text", group="reasons", seldom=True)


def _tier(at: str, tiers: tuple[str, ...]) -> Field:
    return Field(f"{at}.tier", "完成情况", "choice", required=True, choices=tiers, group="result")


def _tier_coefficient(at: str, tiers: tuple[Tier, ...]) -> Field:
    bounds = (f"{tier.name}填 {range_words(tier)}" for tier in tiers)
    field = _coefficient(at, "得分系数", "，".join(bounds))
    return replace(field, required=True, group="result", seldom=False)


def range_words(tier: Tier, unit: str = "") -> str:
    """Return the coefficients of a tier: 80 到 100, or 50 到 80（不含 80）."""
    ceiling = f"{plain(tier.ceiling)}{unit}"
    without = "" if tier.ceiling_included else f"（不含 {ceiling}）"
    return f"{plain(tier.floor)}{unit} 到 {ceiling}{without}"


def _lowered_coefficient(at: str) -> Field:
    return _coefficient(at, "下调后的得分系数", "只在主动下调得分时填，并写明偏差原因")


def _coefficient(at: str, label: str, hint: str) -> Field:
    return Field(
        f"{at}.coefficient",
        label,
        "percent",
        "%",
        minimum=Decimal(0),
        maximum=HUNDRED,
        hint=hint,
        group="targets",
        seldom=True,
    )


def _actual(at: str, shape: Shape, entered: Entered) -> Field:
    return Field(
        f"{at}.actual",
        "直接填完成值" if shape.computed else "全年完成值",
        shape.kind,
        shape.unit,
        required=not shape.computed,
        minimum=entered.minimum,
        maximum=entered.maximum,
        hint=entered.hint,
        source=entered.source,
        group="result",
    )


TARGETS = {"target": "年初指标值", "adjusted_target": "调整指标值"}


def _targets(at: str, shape: Shape) -> Iterator[Field]:
    for key, label in TARGETS.items():
        yield Field(
            f"{at}.{key}",
            label,
            shape.kind,
            shape.unit,
            minimum=Decimal(0),
            group="targets",
            seldom=True,
        )


# Keys of documents that the staff add. The hyphen keeps them apart from the keys of a form.
OWN_EVIDENCE = ("own-1", "own-2", "own-3")
REMARK_HINT = "没有要说的就不填；印在自评表的说明一栏，公开稿不印"
PLACE_HINT = "文件名，或纸质材料存放在哪里；填好后按 Tab 可补材料日期"


def _wanted_evidence(at: str, evidence: Evidence) -> Iterator[Field]:
    """Yield the place of a document, and its date and own title, asked for once that is known."""
    place = f"{at}.evidence.{evidence.key}"
    yield Field(place, evidence.title, "text", hint=PLACE_HINT, group="evidence")
    yield _evidence_date(at, evidence.key, place)
    yield Field(
        f"{at}.evidence_title.{evidence.key}",
        "材料名称",
        "text",
        hint="与上面所列的名称不同时才填",
        group="evidence",
        after=(place,),
        seldom=True,
    )


def _own_evidence(at: str, before: tuple[str, ...]) -> Iterator[Field]:
    """Yield fields for additional documents, each asked for once the one before is filled."""
    for number, key in enumerate(OWN_EVIDENCE, 1):
        title, hint = f"{at}.evidence_title.{key}", "清单以外的材料，写名称；没有就不填"
        yield Field(title, f"其他佐证 {number}", "text", hint=hint, group="evidence", after=before)
        place = f"{at}.evidence.{key}"
        yield Field(place, "存放处", "text", hint=PLACE_HINT, group="evidence", after=(title,))
        yield _evidence_date(at, key, title)
        before = (title,)


def _evidence_date(at: str, key: str, before: str) -> Field:
    return Field(
        f"{at}.evidence_date.{key}",
        "材料日期",
        "date",
        hint="如 2025-01-15，没有日期就不填",
        group="evidence",
        after=(before,),
        seldom=True,
    )

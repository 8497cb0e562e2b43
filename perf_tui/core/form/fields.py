"""The places of a form where something is typed, and the pages that show them.

An address is the path of a value in the year's file: `budget.executed`, `facts.disputes`,
`indicators.forest_fires.deviation_reason`, `sections.duties`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from perf_tui.core.form.models import NUMERIC, Entered, Fact, Indicator, Kind, Section

if TYPE_CHECKING:
    from perf_tui.core.form.definition import Form

HUNDRED = Decimal(100)
Group = Literal["facts", "result", "reasons", "targets", "evidence", "passage"]


@dataclass(frozen=True, slots=True)
class Field:
    """One typed value: what it is called and may hold.

    `fallback` is used while it is blank; `group` is the part of the page where it stands.
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

    @property
    def numeric(self) -> bool:
        """Whether the text is read as a number."""
        return self.kind in NUMERIC


@dataclass(frozen=True, slots=True)
class Page:
    """One screen: `id` is its key in the form, `addresses` its fields from top to bottom."""

    id: str
    kind: Literal["unit", "budget", "section", "indicator"]
    title: str
    initials: str
    addresses: tuple[str, ...]
    number: int | None = None


def pages_of(form: Form) -> Iterator[Page]:
    """Unit, budget, the indicators by number, then the passages of the report."""
    yield Page("unit", "unit", "单位信息", "dwxx", tuple(f"unit.{f.key}" for f in form.unit))
    budget = tuple(f"budget.{key}" for key in (*(f.key for f in form.budget), *BUDGET_REASONS))
    yield Page("budget", "budget", "预算执行", "yszx", budget)
    for one in form.indicators:
        yield Page(one.id, "indicator", one.name, one.initials, _addresses(one), one.number)
    for section in form.sections:
        addresses = (*_fact_addresses(section), f"sections.{section.key}")
        yield Page(section.key, "section", section.title, section.initials, addresses)


def fields_of(form: Form) -> Iterator[Field]:
    """Every field once; a shared fact stands where it is defined."""
    yield from (_of_fact("unit", fact) for fact in form.unit)
    yield from (_of_fact("budget", fact) for fact in form.budget)
    yield from (
        Field(f"budget.{key}", label, "text", group="reasons")
        for key, label in BUDGET_REASONS.items()
    )
    yield from (_of_fact("facts", fact) for fact in form.all_facts)
    for indicator in form.indicators:
        yield from _own_fields(form, indicator)
    for section in form.sections:
        blank = section.sentence is None and section.required
        address = f"sections.{section.key}"
        yield Field(
            address,
            section.title,
            "paragraph",
            required=blank,
            hint=section.guidance,
            group="passage",
        )


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


def _fact_addresses(owner: Indicator | Section) -> Iterator[str]:
    yield from (f"facts.{fact.key}" for fact in owner.facts)
    yield from (f"facts.{key}" for key in owner.shared)


def _addresses(indicator: Indicator) -> tuple[str, ...]:
    own = (f"indicators.{indicator.id}.{key}" for key in _own_keys(indicator))
    return (*_fact_addresses(indicator), *own)


def _own_keys(indicator: Indicator) -> Iterator[str]:
    qualitative = indicator.sign == "qualitative"
    if qualitative:
        yield from ("tier", "coefficient")
    elif indicator.entered:
        yield "actual"
    yield from ("deviation_reason", "remark")
    if not qualitative:
        yield from (*TARGETS, "coefficient")
    yield from (f"evidence.{evidence.key}" for evidence in indicator.evidence)
    yield "paragraph"


def _own_fields(form: Form, indicator: Indicator) -> Iterator[Field]:
    at = f"indicators.{indicator.id}"
    qualitative = indicator.sign == "qualitative"
    if qualitative:
        tiers = tuple(tier.name for tier in form.scheme.tiers)
        yield Field(
            f"{at}.tier", "完成情况", "choice", required=True, choices=tiers, group="result"
        )
    elif indicator.entered:
        yield _actual(at, indicator, indicator.entered)
    yield _coefficient(f"{at}.coefficient", qualitative)
    yield Field(f"{at}.deviation_reason", "偏差原因", "text", group="reasons")
    yield Field(f"{at}.remark", "说明", "text", group="reasons")
    if not qualitative:
        yield from _targets(indicator, at)
    for evidence in indicator.evidence:
        yield Field(f"{at}.evidence.{evidence.key}", evidence.title, "text", group="evidence")
    yield Field(f"{at}.paragraph", "评价文字", "paragraph", group="passage")


def _coefficient(address: str, qualitative: bool) -> Field:
    label = "得分系数" if qualitative else "下调后的得分系数"
    hint = "按完成情况的档次填" if qualitative else "只在主动下调得分时填，并写明偏差原因"
    return Field(
        address,
        label,
        "percent",
        "%",
        required=qualitative,
        minimum=Decimal(0),
        maximum=HUNDRED,
        hint=hint,
        group="result" if qualitative else "targets",
    )


def _actual(at: str, indicator: Indicator, entered: Entered) -> Field:
    return Field(
        f"{at}.actual",
        "全年完成值",
        _kind(indicator),
        indicator.unit,
        required=indicator.measure is None,
        minimum=entered.minimum,
        maximum=entered.maximum,
        hint=entered.hint,
        source=entered.source,
        group="result",
    )


TARGETS = {"target": "年初指标值", "adjusted_target": "调整指标值"}


def _targets(indicator: Indicator, at: str) -> Iterator[Field]:
    for key, label in TARGETS.items():
        fallback = str(indicator.target) if key == "target" else ""
        yield Field(
            f"{at}.{key}",
            label,
            _kind(indicator),
            indicator.unit,
            minimum=Decimal(0),
            fallback=fallback,
            group="targets",
        )


def _kind(indicator: Indicator) -> Kind:
    return "percent" if indicator.unit == "%" else "number"

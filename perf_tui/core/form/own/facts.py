"""The facts that an own indicator is measured by, and what follows from its method."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from zlib import crc32

from perf_tui.core.expressions import Expression
from perf_tui.core.form.models import NUMERIC, Constraint, Entered, Fact, Indicator, Kind
from perf_tui.core.form.own.methods import (
    COUNT,
    DIFFERENCE,
    DIRECT,
    GROWTH,
    MOST_ADDED,
    Method,
    measure_over,
    method_of,
)

Texts = Mapping[str, str]
Facts = Mapping[str, Fact]
HUNDRED = Decimal(100)
SLOTS = range(1, MOST_ADDED + 1)
AT_MOST = Method(formula="{0} <= {1}")
# What comes in whole pieces only, besides everything that ends with 次: 人次, 场次.
PIECES = {*"人个件项处户家座份台套例天株栋种期起宗名条村所", "人天", "台（套）", "头（只）"}
LIST_HINT = "一行一项，或用顿号隔开；没有就填 无"
MONEY = {"元", "万元", "亿元"}
NAME = re.compile(r"[a-z][a-z0-9_]{0,40}")


@dataclass(frozen=True, slots=True)
class Measured:
    """What a definition says of the actual value. `told` are all its facts, in the page's order.

    `facts` are its own ones, `shared` the names of those typed elsewhere. Without a `measure`,
    because facts are missing or the method is direct, the value is typed.
    """

    entered: Entered
    told: tuple[Fact, ...] = ()
    facts: tuple[Fact, ...] = ()
    shared: tuple[str, ...] = ()
    measure: Expression | None = None
    constraints: tuple[Constraint, ...] = ()


def slot_key(slot: int, what: str = "") -> str:
    """Return the property of the fact in a slot from 1: its label, or its `unit` or the like."""
    return f"fact{slot}_{what}" if what else f"fact{slot}"


def fact_name(ident: str, slot: int) -> str:
    """Return the name in expressions of an indicator's own fact; it stays when its label changes.

    An id that no expression could hold, written by hand, is replaced by its checksum.
    """
    stem = ident if NAME.fullmatch(ident) else f"x{crc32(ident.encode()):08x}"
    return f"{stem}_{slot}"


SLOT_KEYS = tuple((slot, slot_key(slot)) for slot in SLOTS)


def own_facts(ident: str, texts: Texts) -> Iterator[Fact]:
    """Yield the facts that a definition names as its own, whether or not its method uses them."""
    listed = method_of(texts) is COUNT
    for slot, key in SLOT_KEYS:
        if label := texts.get(key, ""):
            unit = "" if listed else unit_of(texts, slot)
            yield Fact(
                key=fact_name(ident, slot),
                label=label,
                kind="list" if listed else kind_of(unit),
                unit=unit,
                hint=LIST_HINT if listed else "",
                source=texts.get(slot_key(slot, "source"), ""),
            )


def unit_of(texts: Texts, slot: int) -> str:
    """Return the unit of the fact in a slot; as long as it is blank, that of the first one."""
    return texts.get(slot_key(slot, "unit")) or texts.get(slot_key(1, "unit"), "")


def kind_of(unit: str) -> Kind:
    """Return the kind of the numbers that count something in this unit."""
    if unit in MONEY:
        return "money"
    if unit == "%":
        return "percent"
    pieces = unit in PIECES or (unit.endswith("次") and not unit.startswith(("万", "亿")))
    return "count" if pieces else "number"


def usable(facts: Iterable[Fact]) -> dict[str, Fact]:
    """Return the facts that a measure can be made of, by their names."""
    return {one.key: one for one in facts if one.kind in (*NUMERIC, "list")}


def facts_of(one: Indicator, known: Facts) -> tuple[Fact, ...]:
    """Return the facts that an indicator is measured by; `known` has those of the year by name."""
    return tuple(known[name] for name in one.measure.in_order) if one.measure else ()


def measured(ident: str, texts: Texts, unit: str, known: Facts) -> Measured:
    """Return what the chosen method makes of the facts that the definition names.

    `unit` is the indicator's, `known` has every fact of the year by its name.
    """
    method = method_of(texts)
    entered = _entered(method, texts, unit)
    slots = names_by_slot(ident, texts, known) if method.slots else []
    if not slots or not all(slots[: method.least]):
        return Measured(entered)
    names = tuple(filter(None, slots))
    facts = [known[name] for name in names]
    bounded = (_bounded(method, facts),) if _is_bounded(method, texts) else ()
    told = tuple(dict.fromkeys(reversed(facts) if method.base_first else facts))
    mine = {fact_name(ident, slot) for slot in SLOTS}
    own = tuple(one for one in told if one.key in mine)
    shared = tuple(one.key for one in told if one.key not in mine)
    return Measured(entered, told, own, shared, measure_over(method, names), bounded)


def names_by_slot(ident: str, texts: Texts, known: Facts) -> list[str]:
    """Return the names of the facts in the slots of the chosen method, empty where none is."""
    slots = range(1, len(method_of(texts).slots) + 1)
    names = ((texts.get(slot_key(n, "from"), ""), fact_name(ident, n)) for n in slots)
    return [next((name for name in pair if name in known), "") for pair in names]


def _is_bounded(method: Method, texts: Texts) -> bool:
    return bool(method.bound) and texts.get("bounded") == "是"


def _entered(method: Method, texts: Texts, unit: str) -> Entered:
    """Return the permission to type the actual value, within what it can be."""
    percent = unit == "%"
    falls = method in (GROWTH, DIFFERENCE) or (method is DIRECT and texts.get("negative") == "是")
    least = (-HUNDRED if percent else None) if falls else Decimal(0)
    most = HUNDRED if percent and _is_bounded(method, texts) else None
    source = texts.get("source", "") if method is DIRECT else ""
    return _permission(least, most, source)


@lru_cache(maxsize=256)
def _permission(least: Decimal | None, most: Decimal | None, source: str) -> Entered:
    """Return the same object for the many indicators that have like ones."""
    return Entered(minimum=least, maximum=most, source=source)


def at_most(method: Method, names: Sequence[str]) -> Expression:
    """Return the judgement that the method's bound asks of the facts of these names, by slot."""
    return measure_over(AT_MOST, tuple(names[place] for place in method.smaller))


def _bounded(method: Method, facts: Sequence[Fact]) -> Constraint:
    less, more = (facts[place] for place in method.smaller)
    verb = "多于" if less.kind == "count" else "大于"
    sources = "和".join(dict.fromkeys(filter(None, (more.source, less.source))))
    return Constraint(
        rule=at_most(method, [fact.key for fact in facts]),
        message=f"{less.label}{verb}{more.label}",
        fix=f"对照{sources}，改正其中一个数" if sources else "核对这两个数，改正其中一个",
    )

"""What the words about an indicator say in figures: its target and its actual value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from perf_tui.core.claims.claims import IndicatorClaim, Quote, Relation
from perf_tui.core.form.models import Sign
from perf_tui.core.numbers.rounding import plain
from perf_tui.reader.claims.spelling import half
from perf_tui.reader.targets.target import Target, read_target

# A half-width comma between digits separates thousands, so no clause ends there.
_CELL = r"(?P<cell>(?:[^，。；;,、()\t]|,(?=\d{3})){1,40})"
_IS = r"\s*(?:设定|确定|值|数)?\s*(?:为|是|:)?\s*"
_NUMBER = r"(?P<cell>[约近超]?\s*\d(?:[\d.]|,(?=\d{3}))*\s*[余多]?[^，。；;,、()\t\d]{0,8})"
_TARGETS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:指标值|目标值|计划值|预期值|计划数){_IS}{_CELL}",
        rf"(?<!达到)(?<!高于)(?<!低于)(?<!超过)目标\s*(?:为|是|:|(?=[\d≥≤<>=＞＜不]))\s*{_CELL}",
        rf"(?:^|[，。；;,:\s])(?:年初|全年|年度|原)?计划[一-鿿]{{0,6}}?{_NUMBER}",
    )
)
_CALLED = (
    re.compile(
        rf"(?:实际完成值|实际完成情况|全年完成值|完成值|实际值|实际完成数|完成情况){_IS}{_CELL}"
    ),
    re.compile(rf"实际(?:完成|达到|达|为){_IS}{_NUMBER}"),
)
# Where the target is known, a number in its unit behind one of these words.
_DONE = (
    re.compile(rf"(?:实际|全年|累计|已)(?:[一-鿿]{{0,6}}?){_NUMBER}"),
    re.compile(rf"(?:完成|达到|达)了?(?:为|到|:)?\s*{_NUMBER}"),
)
_NOT_ACTUAL = re.compile(r"完成率|得分|目标|指标值|执行率|预算|计划|上年|去年")
_GOAL_BEHIND = re.compile(r"\s*的?(?:目标|指标值)")
_NOTHING = re.compile(r"(?:无|未发生|没有发生|未出现|零)[^，。；;\d]{0,40}")
_SIGNS: dict[str, Sign] = {"above": ">=", "equal": ">=", "at most": "<="}


@dataclass(frozen=True, slots=True)
class Said:
    """The target and the actual value as the words have them, each with its place if there."""

    target: Target
    target_at: Quote | None = None
    actual: str = ""
    actual_at: Quote | None = None


def said_of(item: IndicatorClaim) -> Said:
    """Return what the words of an indicator say of its target and its actual value.

    What a report calls by these names comes first (目标值5处, 实际完成5处), then what it only
    compares (95%，高于90%的目标).
    """
    target = next(_found(item, _TARGETS), None)
    reach = item.reaches[0] if item.reaches else None
    said = Said(Target())
    if target:
        said = replace(said, target=read_target(target[0]), target_at=target[1])
    elif reach:
        said = replace(said, target=_compared(item, reach), target_at=reach.target.at)
    if actual := next(_actuals(item, said.target), None):
        return replace(said, actual=actual[0], actual_at=actual[1])
    if reach:
        text = plain(reach.actual.value) + reach.actual.unit
        return replace(said, actual=text, actual_at=reach.actual.at)
    return _with_nothing(item, said)


def _found(
    item: IndicatorClaim, patterns: tuple[re.Pattern[str], ...]
) -> Iterator[tuple[str, Quote]]:
    """Yield the cells that the patterns find, those of the first pattern first."""
    for pattern in patterns:
        for quote in item.body:
            for found in pattern.finditer(half(quote.text)):
                cell = quote.text[found.start("cell") : found.end("cell")].strip()
                yield cell, Quote(quote.line, quote.text[found.start() : found.end()].strip())


def _actuals(item: IndicatorClaim, target: Target) -> Iterator[tuple[str, Quote]]:
    called = _found(item, _CALLED)
    done = _found(item, _DONE) if target.text else iter(())
    in_unit = (one for one in done if _alike(read_target(one[0]).unit, target.unit))
    for cell, at in chain(called, in_unit):
        words = at.text.removesuffix(cell)
        if not _NOT_ACTUAL.search(words) and not _GOAL_BEHIND.search(cell):
            yield cell, at


def _alike(unit: str, other: str) -> bool:
    """Whether two units are the same, one of which may name what it counts: 个, 个小区."""
    return unit == other or bool(
        unit and other and (unit.startswith(other) or other.startswith(unit))
    )


def _compared(item: IndicatorClaim, reach: Relation) -> Target:
    """Return a target that an actual value is compared with.

    Below a target is where an indicator should be if that earned its full score.
    """
    below: Sign = "<=" if item.full else ">="
    sign = _SIGNS.get(reach.relation, below)
    return Target(sign, plain(reach.target.value), reach.target.unit)


def _with_nothing(item: IndicatorClaim, said: Said) -> Said:
    """Return it with an actual value of 0 that is told in words, if the target is 0."""
    if said.target.text != "0":
        return said
    for quote in item.body:
        if found := _NOTHING.search(quote.text):
            return replace(said, actual="0", actual_at=Quote(quote.line, found[0]))
    return said

"""What a report says an indicator reached, and the score that it printed for that."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from perf_tui.core.answers.readings import read_field, settled_text
from perf_tui.core.form import Field, Form, Indicator, Scheme
from perf_tui.core.numbers import Number, Refusal, read_number
from perf_tui.core.numbers.rounding import plain
from perf_tui.core.scoring.item import IndicatorScore
from perf_tui.core.scoring.points import HUNDRED, to_points
from perf_tui.reader.filling.answers import Taken
from perf_tui.reader.indicators import Difference, ReportIndicator
from perf_tui.reader.targets.target import read_target

MOST_DECIMALS = 10
NOT_SCORED = "报告得 {printed} 分，没有取到能算的指标值和完成值，得分算不出"
HIGHER = "报告得 {printed} 分，按完成值只得 {computed} 分，得分由程序算"
ABOVE_WEIGHT = "报告得 {printed} 分，超过权重 {weight} 分，得分由程序算"


def results_of(found: ReportIndicator, indicator: Indicator, form: Form) -> Iterator[Taken]:
    """Yield the answers on an indicator that its row gives, besides its score."""
    row, at = found.row, f"indicators.{indicator.id}"
    if indicator.sign == "qualitative":
        yield from _qualitative(found, indicator, form.scheme)
    else:
        for key, text, place in (
            ("actual", row.actual, found.place_of("actual")),
            ("target", _other_target(found, indicator), found.place_of("target")),
            ("adjusted_target", row.adjusted if row.target else "", found.at),
        ):
            field = form.fields.get(f"{at}.{key}")
            if field and text:
                yield Taken(field.address, _number(field, text), place, guessed=True)
        if row.remark:
            yield Taken(f"{at}.remark", row.remark, found.at)
    if row.reason:
        yield Taken(f"{at}.deviation_reason", row.reason, found.at)


def lowered(found: ReportIndicator, item: IndicatorScore) -> Taken | Difference | None:
    """Return the coefficient that gives the printed score, or what to tell if none does.

    Scores are computed, and only lowered by the user. None if the printed score is the computed one
    or there is none.
    """
    printed = _points(found.row.score)
    if printed is None or printed == item.score:
        return None
    words = {"printed": plain(printed), "weight": plain(item.indicator.weight)}
    if printed > item.indicator.weight > 0:
        return Difference(found.place_of("score"), ABOVE_WEIGHT.format(**words))
    if item.rule_score is None:
        return Difference(found.place_of("score"), NOT_SCORED.format(**words))
    if printed > item.rule_score:
        words["computed"] = plain(item.rule_score)
        return Difference(found.place_of("score"), HIGHER.format(**words))
    at = f"indicators.{item.indicator.id}.coefficient"
    return Taken(at, _coefficient(printed, item.indicator), found.place_of("score"), guessed=True)


def _qualitative(found: ReportIndicator, indicator: Indicator, scheme: Scheme) -> Iterator[Taken]:
    """Yield the tier by the printed score, or else by its name, and the words in the remark."""
    row, at = found.row, f"indicators.{indicator.id}"
    printed = _points(row.score)
    share = None
    if printed is not None and indicator.weight and printed <= indicator.weight:
        share = _coefficient(printed, indicator)
    named = next((one.name for one in scheme.tiers if one.name == row.actual), None)
    tier = named or (share and _tier_of(Decimal(share), scheme))
    if tier:
        yield Taken(f"{at}.tier", tier, found.place_of("actual"), guessed=True)
    if share:
        yield Taken(f"{at}.coefficient", share, found.place_of("score"), guessed=True)
    words = [row.actual if row.actual != tier else "", row.remark]
    adjusted = f"调整后的指标值：{row.adjusted}" if row.target and row.adjusted else ""
    if said := "；".join(filter(None, (*words, adjusted))):
        yield Taken(f"{at}.remark", said, found.place_of("actual"))


def _other_target(found: ReportIndicator, indicator: Indicator) -> str:
    """Return the target of the report if the form has another one in the same unit."""
    row = found.row
    number = read_number(row.target, indicator.unit)
    same = not isinstance(number, Number) or number.value == indicator.target
    return "" if same or row.unit not in ("", indicator.unit) else row.target


def _tier_of(share: Decimal, scheme: Scheme) -> str:
    fitting = (one.name for one in scheme.tiers if one.floor <= share <= one.ceiling)
    return next(fitting, "")


def _coefficient(printed: Decimal, indicator: Indicator) -> str:
    """Return the shortest coefficient (%) that gives the score."""
    weight = indicator.weight
    shares = (round(printed * HUNDRED / weight, places) for places in range(MOST_DECIMALS))
    wanted = to_points(printed)
    exact = round(printed * HUNDRED / weight, MOST_DECIMALS)
    return plain(
        next((one for one in shares if to_points(weight * one / HUNDRED) == wanted), exact)
    )


def _number(field: Field, text: str) -> str:
    """Return the number in a cell as it is kept; one that cannot be read stays as it is."""
    if isinstance(read_field(field, text), Refusal):
        text = read_target(text, field.unit).text or text
    return settled_text(field, text)


def _points(text: str) -> Decimal | None:
    number = read_number(text, "分")
    return number.value if isinstance(number, Number) else None

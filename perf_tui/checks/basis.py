"""Whether a result rests on anything: full marks without data are why reports are sent back."""

from __future__ import annotations

from collections.abc import Iterator

from perf_tui.core.findings import Finding
from perf_tui.core.rounding import fixed, half_up, plain
from perf_tui.core.scoring import measured_of
from perf_tui.core.standing import Standing


def actual_present(standing: Standing) -> Iterator[Finding]:
    """An indicator whose value may come from facts or be entered needs one of the two."""
    for indicator in standing.form.indicators:
        address = f"indicators.{indicator.id}.actual"
        either = indicator.measure is not None and indicator.entered is not None
        untouched = standing.readings.by_address.get(address) is None
        if either and untouched and standing.item(indicator.id).actual is None:
            yield Finding(
                "blank",
                "error",
                "全年完成值还没有依据",
                "填上面的依据数据，或直接填全年完成值",
                address,
                indicator.number,
            )


def entered_with_basis(standing: Standing) -> Iterator[Finding]:
    """A value entered directly, where facts would give it, says in its remark where it is from."""
    for indicator in standing.form.indicators:
        at = f"indicators.{indicator.id}"
        entered = standing.readings.number(f"{at}.actual")
        if indicator.measure is None or entered is None:
            continue
        measured = measured_of(indicator, standing.readings)
        if measured is None and not standing.readings.words(f"{at}.remark"):
            yield Finding(
                "no-basis",
                "warning",
                f"完成值 {plain(entered)} 是直接填的，没有依据数据",
                "补上依据数据，或在“说明”里写清数据出处",
                f"{at}.remark",
                indicator.number,
                (f"{at}.actual",),
            )
        if measured is not None and half_up(measured) != half_up(entered):
            yield Finding(
                "two-values",
                "warning",
                f"按依据数据算得 {fixed(measured)}，直接填的是 {plain(entered)}，计分用前者",
                "删去直接填的完成值，或改正依据数据",
                f"{at}.actual",
                indicator.number,
            )


def eased_target(standing: Standing) -> Iterator[Finding]:
    """A target made easier during the year wants a word of explanation."""
    for item in standing.score.items:
        at = f"indicators.{item.indicator.id}"
        adjusted = standing.readings.number(f"{at}.adjusted_target")
        if adjusted is None or item.tier or standing.readings.words(f"{at}.remark"):
            continue
        typed = standing.readings.number(f"{at}.target")
        initial = typed if typed is not None else standing.form.by_id[item.indicator.id].target
        harder = item.indicator.sign in ("<=", "<")
        eased = adjusted > initial if harder else adjusted < initial  # type: ignore[operator]
        if eased:
            yield Finding(
                "eased-target",
                "warning",
                f"指标值由 {initial} 调整为 {plain(adjusted)}，要求降低了",
                "在“说明”里写明批准调整的依据",
                f"{at}.adjusted_target",
                item.indicator.number,
                (f"{at}.remark",),
            )


BASIS_RULES = (actual_present, entered_with_basis, eased_target)

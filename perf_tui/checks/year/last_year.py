"""Rules that compare this year's answers with last year's.

Their source is the reasons why reports are sent back: text left unchanged, another unit's name left
in, 元 and 万元 mixed. Nothing is compared without last year's file. Every rule takes an
`Evaluation` and yields a `Finding` for each field that breaks it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from perf_tui.checks.pagewise import Place, on_field
from perf_tui.checks.year.units import TEN_THOUSAND, scaled
from perf_tui.core.answers.readings import as_words
from perf_tui.core.answers.year import pending_at, taken_from
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.evaluation.lineage import address_before
from perf_tui.core.findings.finding import UNCONFIRMED, Finding
from perf_tui.core.numbers import Number

# The bounds in this module are set by experience, not by a regulation.
# Times; no amount of a township grows or shrinks tenfold within a year without a slip of the unit.
MUCH = Decimal(10)
# The factors that mend a figure typed in the wrong unit, or with a digit too few or too many.
SLIPS = (TEN_THOUSAND, 1 / TEN_THOUSAND, MUCH, 1 / MUCH)
# Characters; a shorter passage, such as “无”, may well be the same every year.
SHORTEST_PASSAGE = 20


@on_field("money")
def unit_against_last(evaluation: Evaluation, place: Place) -> Iterator[Finding]:
    """Find amounts that differ from last year's tenfold or more.

    Such an amount was usually typed in another unit. Where moving the point mends it, the finding
    suggests the mended text.
    """
    field, reading = place.field, place.reading
    if evaluation.last is None:
        return
    before = evaluation.last.readings.number(address_before(evaluation, place.address) or "")
    if not before or not isinstance(reading, Number) or not reading.value:
        return
    ratio = abs(reading.value / before)
    if not _alike(ratio):
        in_wan = field.unit == "元" and _slip(ratio) == TEN_THOUSAND
        doubt = "是不是按万元填的" if in_wan else "是不是单位填错了"
        yield Finding(
            "unit-against-last",
            "warning",
            f"{field.label}与上年相差{_times(ratio)}倍以上，{doubt}",
            f"核对后改正；本栏单位是{field.unit}，可以带单位填，如 3882.01万元",
            place.address,
            place.page.number,
            suggestion=_suggestion(reading, ratio),
        )


@on_field("paragraph")
def text_unchanged(evaluation: Evaluation, place: Place) -> Iterator[Finding]:
    """Find passages of at least `SHORTEST_PASSAGE` characters that equal last year's."""
    field, reading = place.field, place.reading
    if evaluation.last is None:
        return
    text = as_words(reading) or ""
    before = address_before(evaluation, place.address) or ""
    if len(text) >= SHORTEST_PASSAGE and text == evaluation.last.readings.words(before):
        yield Finding(
            "unchanged-text",
            "warning",
            f"{field.label}与上年一字不差",
            "按今年的情况改写；确实没有变化的可以保留",
            place.address,
            place.page.number,
        )


@on_field()
def unconfirmed(evaluation: Evaluation, place: Place) -> Iterator[Finding]:
    """Find values taken over from last year or from a report that nobody has confirmed yet.

    They are errors, because a final copy must not carry last year's figure as this year's. Nor
    would a reason help: pressing Enter or typing the right figure takes no longer.
    """
    year = evaluation.year
    source = year.text(pending_at(place.address))
    if source and year.text(place.address):
        yield Finding(
            UNCONFIRMED,
            "error",
            f"{place.field.label}待确认，{taken_from(source)}",
            "属实就在这一栏按 Enter，不属实就改填",
            place.address,
            place.page.number,
        )


def other_unit_named(evaluation: Evaluation) -> Iterator[Finding]:
    """Tell that last year's file is another unit's, whose name may have been left in the text."""
    name = evaluation.readings.words("unit.name")
    before = evaluation.last and evaluation.last.readings.words("unit.name")
    if name and before and name != before:
        yield Finding(
            "other-unit",
            "notice",
            f"上年的文件是“{before}”的，不是本单位的",
            "核对选的文件",
            "unit.name",
        )


def _alike(ratio: Decimal) -> bool:
    return 1 / MUCH < ratio < MUCH


def _suggestion(now: Number, ratio: Decimal) -> str:
    """Return the figure mended so that it fits last year's, or an empty string if no slip fits."""
    factor = _slip(ratio)
    return "" if factor is None else scaled(now, factor)


def _slip(ratio: Decimal) -> Decimal | None:
    return next((factor for factor in SLIPS if _alike(ratio * factor)), None)


def _times(ratio: Decimal) -> str:
    factor = max(ratio, 1 / ratio)
    return "一万" if factor >= TEN_THOUSAND else "十"


LAST_YEAR_RULES = (unit_against_last, text_unchanged, unconfirmed, other_unit_named)

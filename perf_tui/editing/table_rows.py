"""What a row of a table says of an indicator, as texts of a year: its definition, its answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from perf_tui.core.answers.readings import settled_text
from perf_tui.core.answers.year import Year
from perf_tui.core.evaluation.evaluation import Evaluation, evaluate
from perf_tui.core.form import Form, Indicator
from perf_tui.core.form.comparing.matching import counted_ids
from perf_tui.core.form.models import COMPARATORS
from perf_tui.core.form.own import base_of, form_for, own_at
from perf_tui.core.form.own.properties import YES
from perf_tui.core.form.scheme import Tier
from perf_tui.core.numbers import Number, clean_text, read_number
from perf_tui.core.numbers.rounding import half_up, plain
from perf_tui.reader.targets import IndicatorRow
from perf_tui.reader.targets.target import read_target

Texts = dict[str, str]
REACHED = "完成情况：{actual}"
NO_TIER = "完成值「{actual}」对不上档次（{tiers}），写进说明，档次到该项里选"
NO_NUMBER = "完成值「{actual}」不是一个数，照原样填进去，到该项里改"
OTHER_SCORE = "表上得分 {printed}，按指标值和完成值算是 {computed}"
# What may stand behind the name of a tier: 达成年度指标 (财预〔2020〕10号).
OF_TARGET = re.compile(r"(?:了|年度|年初|预期|绩效|全部)*(?:指标|目标).*|")
_BREAK = re.compile(r"(?<![，。；：、,;:])\n")


def texts_of_row(ident: str, row: IndicatorRow) -> Texts:
    """Return the definition of an indicator, by address."""
    told = {
        "name": row.name,
        "target": row.target,
        "weight": row.weight,
        "unit": row.unit,
        "sign": COMPARATORS[row.sign] if row.sign else "",
        "category": row.category,
        "subcategory": row.subcategory,
        "core": YES if row.core else "",
    }
    cleaned = {key: clean_text(text).strip() for key, text in told.items()}
    return {own_at(ident, key): text for key, text in cleaned.items() if text}


def answers_of_rows(form: Form, year: Year, rows: Mapping[str, IndicatorRow]) -> Texts:
    """Return what the rows, by id of their indicator, say was reached, as texts by address.

    `year` has their definitions already. Scores are never taken over, and nothing is where an
    answer was typed before.
    """
    defined = form_for(form, year.texts)
    texts: Texts = {}
    for ident, row in rows.items():
        for key, text in _answers(defined, defined.by_id[ident], row):
            address = f"indicators.{ident}.{key}"
            field, said = defined.fields.get(address), _on_one_line(text)
            if field and said and not year.text(address):
                texts[address] = settled_text(field, said)
    return texts


def with_doubts(form: Form, rows: Sequence[IndicatorRow]) -> tuple[IndicatorRow, ...]:
    """Return the rows with doubts about what was reached: the answer, and the printed score."""
    if not any(row.actual for row in rows):
        return tuple(rows)
    evaluation = _evaluated(form, rows)
    return tuple(
        replace(row, doubts=(*row.doubts, *_doubts(evaluation, ident, row)))
        for ident, row in _with_ids(rows)
    )


def _answers(form: Form, one: Indicator, row: IndicatorRow) -> Iterator[tuple[str, str]]:
    remark = row.remark
    if one.sign != "qualitative":
        yield "actual", _number_in(row.actual, one.unit)
        yield "adjusted_target", row.adjusted
    elif tier := tier_named(form.scheme.tiers, row):
        yield "tier", tier
    elif row.actual:
        remark = "；".join(filter(None, (REACHED.format(actual=row.actual), row.remark)))
    yield "deviation_reason", row.reason
    yield "remark", remark


def _number_in(actual: str, unit: str) -> str:
    """Return the number of words like 达到95%以上, or the text as it is."""
    if isinstance(read_number(actual, unit), Number):
        return actual
    read = read_target(actual, unit)
    return actual if read.doubt or read.sign == "qualitative" else read.text


def tier_named(tiers: Iterable[Tier], row: IndicatorRow) -> str:
    """Return the tier that the words for what was reached name, or nothing.

    The words of the target itself mean that it was reached.
    """
    names = [tier.name for tier in tiers]
    if row.actual and row.actual == row.target:
        return next(iter(names), "")
    found = (
        name
        for name in names
        if row.actual.startswith(name) and OF_TARGET.fullmatch(row.actual[len(name) :])
    )
    return next(found, "")


def _on_one_line(text: str) -> str:
    """Return a text of several lines as one. Where a line ends without a mark, one is set."""
    return clean_text(_BREAK.sub("；", text.strip())).replace("\n", "").strip()


def _with_ids(rows: Sequence[IndicatorRow]) -> Iterator[tuple[str, IndicatorRow]]:
    return zip(counted_ids(), rows, strict=False)


def _evaluated(form: Form, rows: Sequence[IndicatorRow]) -> Evaluation:
    """Evaluate a year that has these indicators alone."""
    base = base_of(form)
    by_ident = dict(_with_ids(rows))
    definitions = (texts_of_row(ident, row) for ident, row in by_ident.items())
    year = Year(base.id, 0, dict(chain.from_iterable(texts.items() for texts in definitions)))
    year = year.with_texts(answers_of_rows(base, year, by_ident))
    return evaluate(form_for(base, year.texts), year)


def _doubts(evaluation: Evaluation, ident: str, row: IndicatorRow) -> Iterator[str]:
    item = evaluation.item(ident)
    if not row.actual:
        return
    if item.indicator.sign == "qualitative":
        tiers = evaluation.form.scheme.tiers
        if not tier_named(tiers, row):
            names = "、".join(tier.name for tier in tiers)
            yield NO_TIER.format(actual=row.actual, tiers=names)
    elif item.actual is None:
        yield NO_NUMBER.format(actual=row.actual)
    printed = read_number(row.score, "分")
    if isinstance(printed, Number) and item.score is not None and row.weight:
        places = max(0, -int(printed.value.as_tuple().exponent))
        if half_up(item.score, places) != printed.value:
            yield OTHER_SCORE.format(printed=plain(printed.value), computed=plain(item.score))

"""The rules for a finished report, in the order of the modules that hold them."""

from __future__ import annotations

from perf_tui.checks.budget_year import BEFORE_END
from perf_tui.checks.catalogue.entries import (
    ARITHMETIC,
    CALENDAR,
    LAYOUT,
    NUMERALS,
    OUTLINE,
    PRACTICE,
    RECEIVED,
    RETURNED,
    SCORING,
    WRITING,
    CatalogueEntry,
)
from perf_tui.checks.report import budget, counts, growth, rates, repeats
from perf_tui.checks.report.formalities import CHAPTERS
from perf_tui.core.numbers.rounding import plain
from perf_tui.core.scoring.points import HUNDRED

_WEIGHTS = "应为 {indicator_weights} 分，或再减去执行率的 {execution_weight} 分"

REPORT: tuple[CatalogueEntry, ...] = (
    CatalogueEntry("score-exceeds-weight", ("error",), "指标得分高于权重", RECEIVED),
    CatalogueEntry(
        "score-below-weight", ("error",), "指标得分低于权重，没有写扣分的原因", RECEIVED
    ),
    CatalogueEntry("score-twice", ("error",), "一项指标写了两个不同的得分", PRACTICE),
    CatalogueEntry("score-missing", ("error",), "指标没有写得分", RECEIVED),
    CatalogueEntry("weight-missing", ("error",), "指标没有写权重，或权重是 0", RECEIVED),
    CatalogueEntry("weights-sum", ("error",), "各项权重的合计不对", RECEIVED, _WEIGHTS),
    CatalogueEntry("total-mismatch", ("error",), "总分与各项得分合不上", RETURNED),
    CatalogueEntry(
        "score-above-execution",
        ("warning",),
        "指标得分率比预算执行率高出较多",
        RECEIVED,
        "超过 {score_above_execution} 个百分点",
    ),
    CatalogueEntry("grade-mismatch", ("error",), "等级与总分不符", SCORING, "表单定的各等级最低分"),
    CatalogueEntry("total-above-100", ("error",), "总分过高", SCORING, f"超过 {plain(HUNDRED)} 分"),
    CatalogueEntry("total-missing", ("error",), "没有写总分", OUTLINE),
    CatalogueEntry("grade-missing", ("error",), "没有写等级", OUTLINE),
    CatalogueEntry("execution-rate", ("error",), "执行率与执行数、预算数合不上", ARITHMETIC),
    CatalogueEntry("budget-differs", ("error",), "同一个预算数前后不一致", RETURNED),
    CatalogueEntry(
        "money-unit",
        ("error",),
        "年初预算数和调整预算数相差悬殊，可能写错了单位",
        RETURNED,
        f"相差 {budget.SLIP} 倍及以上",
    ),
    CatalogueEntry(
        "budget-shift",
        ("warning",),
        "调整预算数与年初相差较大，没有写原因",
        RECEIVED,
        "超过年初预算的 {budget_shift}%",
    ),
    CatalogueEntry(
        "low-execution", ("error",), "执行率偏低，没有写原因", RECEIVED, "低于 {low_execution}%"
    ),
    CatalogueEntry("sum-mismatch", ("error",), "自评表的得分合计与各行合不上", RETURNED),
    CatalogueEntry("table-differs", ("error",), "自评表与正文的权重、得分或总分不同", PRACTICE),
    CatalogueEntry(
        "rate-mismatch",
        ("error", "warning"),
        "比率与前面的两个数合不上；只是没有四舍五入的，列为核对",
        ARITHMETIC,
        f"相差超过 {rates.FAR} 个百分点的，视为另一个比率，不核对",
    ),
    CatalogueEntry("growth-mismatch", ("error",), "增减幅度与前面的数合不上", ARITHMETIC),
    CatalogueEntry(
        "growth-without-base",
        ("notice",),
        "写了比上年增减多少，没有写上年的数",
        PRACTICE,
        f"前后各 {growth.NEAR} 字内找上年的数",
    ),
    CatalogueEntry("money-units-mixed", ("notice",), "金额有的用元，有的用万元或亿元", RETURNED),
    CatalogueEntry(
        "approximate-figure", ("warning", "notice"), "写的是约数；金额的列为核对", PRACTICE
    ),
    CatalogueEntry(
        "count-differs",
        ("warning",),
        "同一件事前后两个数",
        PRACTICE,
        f"名称为 {counts.LEAST} 到 {counts.MOST} 字的",
    ),
    CatalogueEntry("list-count", ("error",), "写的个数与后面列的名称个数不同", ARITHMETIC),
    CatalogueEntry("measure-missing", ("warning",), "文字里没有指标的完成值", PRACTICE),
    CatalogueEntry("target-missing", ("notice",), "没有写目标值，也没有自评表", PRACTICE),
    CatalogueEntry("target-comparison", ("error",), "完成值和目标值的高低写反了", ARITHMETIC),
    CatalogueEntry("target-not-reached", ("error",), "没有达到目标，却得了满分", SCORING),
    CatalogueEntry("survey-without-sample", ("warning",), "满意度、知晓率没有写调查人数", RETURNED),
    CatalogueEntry(
        "full-marks-without-data", ("warning",), "得了满分，文字里没有一个数据", RETURNED
    ),
    CatalogueEntry(
        "words-repeated",
        ("warning",),
        "两项指标用了同一段话",
        PRACTICE,
        f"{repeats.LEAST} 字及以上",
    ),
    CatalogueEntry("number-repeated", ("warning",), "序号重复", WRITING),
    CatalogueEntry("number-skipped", ("warning",), "序号不连续", WRITING),
    CatalogueEntry(
        "chapter-missing", ("warning",), f"缺少{'、'.join(CHAPTERS)}中的一部分", OUTLINE
    ),
    CatalogueEntry("signature-missing", ("error",), "没有署名", f"{RETURNED}；{LAYOUT}"),
    CatalogueEntry("date-missing", ("error",), "没有成文日期", f"{RETURNED}；{LAYOUT}"),
    CatalogueEntry("date-wrong", ("error",), "成文日期没有这一天", CALENDAR),
    CatalogueEntry(
        "date-before-year-end",
        ("warning",),
        "成文日期在年度结束之前",
        PRACTICE,
        BEFORE_END,
    ),
    CatalogueEntry("attachment-missing", ("warning",), "没有附件，也没有自评表", RETURNED),
    CatalogueEntry("other-unit", ("warning",), "出现了别的乡镇或街道的名称", RETURNED),
    CatalogueEntry("other-year", ("warning",), "写的是上一年度，又不是与上年比较", RETURNED),
    CatalogueEntry("stray-mark", ("warning",), "留有书签等 Word 的标记", WRITING),
    CatalogueEntry("typing-error", ("warning",), "错别字或重复的字", WRITING),
    CatalogueEntry("width-mixed", ("notice",), "全角和半角的数字混用", NUMERALS),
    CatalogueEntry("percent-range", ("notice",), "百分数的范围，前一个数没有百分号", NUMERALS),
)

"""The rules for a year's answers, in the order of the modules that hold them."""

from __future__ import annotations

from perf_tui.checks.budget_year import BEFORE_END
from perf_tui.checks.catalogue.entries import (
    ARITHMETIC,
    FORM,
    PRACTICE,
    RECEIVED,
    REGIONAL,
    RETURNED,
    SCORING,
    TABLE,
    CatalogueEntry,
)
from perf_tui.checks.year.last_year import MUCH, SHORTEST_PASSAGE
from perf_tui.checks.year.units import HIGHEST_RATIO, MOST_TIMES_SMALLER
from perf_tui.core.findings.finding import BLANK, GOAL_BLANK, UNCONFIRMED
from perf_tui.core.numbers.rounding import plain
from perf_tui.core.scoring.points import HUNDRED

YEAR: tuple[CatalogueEntry, ...] = (
    CatalogueEntry(BLANK, ("error",), "必填的栏没有填，或正文、完成值缺少所需的数", RECEIVED),
    CatalogueEntry("unreadable", ("error",), "应填数字或日期的栏，填的内容无法识别", RECEIVED),
    CatalogueEntry("not-whole", ("error",), "人数、件数等应为整数，填了小数", FORM),
    CatalogueEntry(
        "below-range", ("error",), "填的数低于本栏的最小值", FORM, "表单为各栏定的最小值"
    ),
    CatalogueEntry(
        "above-range", ("error",), "填的数高于本栏的最大值", FORM, "表单为各栏定的最大值"
    ),
    CatalogueEntry("constraint", ("error", "warning"), "几个数之间不合表单定的关系", FORM),
    CatalogueEntry("no-indicators", ("error",), "一项指标也没有", RECEIVED),
    CatalogueEntry(
        "weights-sum",
        ("error",),
        "本单位指标的权重合计不等于评分方案规定的分值",
        RECEIVED,
        "合计 {indicator_weights} 分，分一级指标定分的按各级",
    ),
    CatalogueEntry("weight-not-positive", ("error",), "指标的权重不大于 0", RECEIVED),
    CatalogueEntry("target-unreadable", ("error",), "定量指标的指标值不是数", RECEIVED),
    CatalogueEntry("category-unknown", ("error",), "一级指标不在评分方案里", FORM),
    CatalogueEntry("name-repeated", ("error",), "两项指标同名", PRACTICE),
    CatalogueEntry("before-unknown", ("warning",), "上年没有所填的对应指标", PRACTICE),
    CatalogueEntry("fact-gone", ("error",), "计算用的数取自别处，那里已经没有", ARITHMETIC),
    CatalogueEntry("fact-repeated", ("error",), "同一项指标里两个计算用的数同名", PRACTICE),
    CatalogueEntry("comparator-misfit", ("error",), "定性指标填了数或计量单位", RECEIVED),
    CatalogueEntry("unit-misfit", ("error",), "计算得出百分数，计量单位不是百分数", ARITHMETIC),
    CatalogueEntry(
        "target-above-100", ("warning",), "百分数的指标值超过 100%", PRACTICE, "高于 100%"
    ),
    CatalogueEntry("sentence-unreadable", ("error",), "正文句式里写了没有的数", FORM),
    CatalogueEntry(
        "scheme-misread", ("error",), "本年改的评分方案有一栏看不懂，暂按原方案计分", FORM
    ),
    CatalogueEntry(
        "scheme-points",
        ("error",),
        "评分方案里各一级指标的分值加预算执行率分值不是 100 分",
        SCORING,
        f"合计 {plain(HUNDRED)} 分",
    ),
    CatalogueEntry(
        "execution-reason-missing",
        ("error",),
        "预算执行率偏低，没有写原因",
        RECEIVED,
        "低于 {low_execution}%",
    ),
    CatalogueEntry(
        "budget-shift",
        ("warning",),
        "调整预算与年初预算相差较大，没有写原因",
        RECEIVED,
        "超过年初预算的 {budget_shift}%",
    ),
    CatalogueEntry("executed-above-budget", ("warning",), "全年执行数大于全年调整预算数", PRACTICE),
    CatalogueEntry(
        "score-above-execution",
        ("warning",),
        "指标得分率比预算执行率高出较多",
        RECEIVED,
        "超过 {score_above_execution} 个百分点",
    ),
    CatalogueEntry(
        "unspent-budget", ("notice",), "没有执行的预算较多", RECEIVED, "超过 {unspent}%"
    ),
    CatalogueEntry(
        "total-capped", ("notice",), "执行率偏低，总分封顶", REGIONAL, "表单定的各档执行率"
    ),
    CatalogueEntry("reason-missing", ("error",), "指标得分低于权重，没有写偏差原因", RECEIVED),
    CatalogueEntry(
        "coefficient-outside-tier",
        ("error",),
        "定性指标的得分系数不在所选的档次内",
        RECEIVED,
        "表单为各档定的上下限",
    ),
    CatalogueEntry("coefficient-above-rule", ("error",), "填的得分系数高于按规则算出的", SCORING),
    CatalogueEntry(
        "over-reached",
        ("warning",),
        "完成值超出目标值较多，没有说明目标为什么定得低",
        RECEIVED,
        "目标值的 {overreach} 倍及以上",
    ),
    CatalogueEntry("no-basis", ("warning",), "完成值直接填写，没有依据数据和出处", RETURNED),
    CatalogueEntry("two-values", ("warning",), "直接填的完成值与依据数据算出的不同", ARITHMETIC),
    CatalogueEntry(
        "eased-target", ("warning",), "调整后的指标值降低了要求，没有写明依据", RETURNED
    ),
    CatalogueEntry("no-result", ("error",), "除数是 0，执行率或完成值算不出来", ARITHMETIC),
    CatalogueEntry("approximate-in-score", ("warning",), "计分用的数填的是约数", PRACTICE),
    CatalogueEntry(GOAL_BLANK, ("notice",), "自评表要印的年度目标等内容没有填", TABLE),
    CatalogueEntry(
        "date-before-year-end",
        ("warning",),
        "成文日期在年度结束之前",
        PRACTICE,
        BEFORE_END,
    ),
    CatalogueEntry(
        "ratio-for-percent",
        ("warning",),
        "百分数可能填成了比值，如 95.41% 填成 0.9541",
        PRACTICE,
        f"不超过 {plain(HIGHEST_RATIO)}%，0 除外；可填负数的栏，小数多于两位才提醒",
    ),
    CatalogueEntry(
        "ten-thousands-for-yuan",
        ("warning",),
        "预算数可能按万元填了",
        RETURNED,
        f"不到最大一个预算数的 1/{plain(MOST_TIMES_SMALLER)}，或各数都不到 {{least_budget}} 元",
    ),
    CatalogueEntry("number-in-words", ("warning",), "改写的文字里有各栏都没有的数", PRACTICE),
    CatalogueEntry("score-in-words", ("warning",), "改写的文字里，得分与算出的不同", SCORING),
    CatalogueEntry("total-in-words", ("error",), "改写的结论里，总分与算出的不同", RETURNED),
    CatalogueEntry("grade-in-words", ("error",), "改写的结论里，等级与算出的不同", SCORING),
    CatalogueEntry(
        "projects-differ", ("warning",), "项目的个数、资金与同一文件夹里各项目的自评不同", RETURNED
    ),
    CatalogueEntry("evidence-missing", ("notice",), "佐证材料没有写明文件名或存放处", PRACTICE),
    CatalogueEntry(
        "unit-against-last",
        ("warning",),
        "金额与上年相差悬殊，可能填错了单位",
        RETURNED,
        f"相差 {plain(MUCH)} 倍及以上",
    ),
    CatalogueEntry(
        "unchanged-text",
        ("warning",),
        "大段文字与上年一字不差",
        RETURNED,
        f"{SHORTEST_PASSAGE} 字及以上",
    ),
    CatalogueEntry(UNCONFIRMED, ("error",), "从上年或报告取来的内容没有确认", PRACTICE),
    CatalogueEntry("other-unit", ("notice",), "上年的文件是别的单位的", RETURNED),
)

"""Computed names that sentences and tables may use, each with its label for a visible gap."""

from __future__ import annotations

from collections.abc import Mapping

OF_YEAR: Mapping[str, str] = {
    "year": "年度",
    "execution_rate": "执行率",
    "execution_score": "执行率得分",
    "converted": "指标折算得分",
    "total": "总分",
    "grade": "等级",
    "extra": "加分和扣分",
}
OF_INDICATOR: Mapping[str, str] = {
    "actual": "完成值",
    "target": "指标值",
    "score": "得分",
    "deviation_reason": "偏差原因",
}
OF_TABLE: Mapping[str, str] = {
    "execution_weight": "执行率权重",
    "weights": "权重合计",
    "scores": "得分",
    "working": "总分计算",
}
"""Names for the rows above and below the indicators, besides those of the year."""
OF_ROW: Mapping[str, str] = {
    "number": "序号",
    "name": "指标名称",
    "category": "一级指标",
    "category_points": "一级指标分值",
    "subcategory": "二级指标",
    "unit": "计量单位",
    "sign": "指标性质",
    "initial_target": "年初指标值",
    "adjusted_target": "调整指标值",
    "goal": "年度指标值",
    "target": "指标值",
    "actual": "全年完成值",
    "coefficient": "得分系数",
    "weight": "权重",
    "score": "得分",
    "core": "是否核心指标",
    "remark": "说明",
}
"""Names for an indicator's row."""
COMPUTED: Mapping[str, str] = {**OF_YEAR, **OF_INDICATOR}

"""Names that a sentence may use beside the fields, and what each is called where it is blank."""

from __future__ import annotations

from collections.abc import Mapping

OF_YEAR: Mapping[str, str] = {
    "year": "年度",
    "execution_rate": "执行率",
    "execution_score": "执行率得分",
    "converted": "指标折算得分",
    "total": "总分",
    "grade": "等级",
}
OF_INDICATOR: Mapping[str, str] = {
    "actual": "完成值",
    "target": "指标值",
    "score": "得分",
    "deviation_reason": "偏差原因",
}
COMPUTED: Mapping[str, str] = {**OF_YEAR, **OF_INDICATOR}

"""The headings that tables of targets use, as data, and the words for groups of indicators."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from perf_tui.core.numbers import half_width
from perf_tui.reader.targets.result import Field

LONGEST = 30  # characters of a heading

# Of two columns for the same field, the one whose heading stands further in front is taken.
HEADINGS: dict[Field, tuple[str, ...]] = {
    "category": ("一级指标", "指标类别", "一级指标名称", "绩效指标类别", "指标大类", "一级"),
    "subcategory": (
        *("二级指标", "指标类型", "二级指标名称", "绩效指标类型", "指标子类", "指标分类"),
        "二级",
    ),
    "name": (
        *("三级指标", "指标名称", "三级指标名称", "绩效指标名称", "指标内容", "绩效指标内容"),
        *("具体指标", "评价指标", "考核指标", "指标项目", "评价内容", "考核内容", "三级"),
        *("绩效指标", "指标"),
    ),
    "target": (
        *("年初指标值", "年度指标值", "指标值", "目标值", "年初目标值", "年度目标值", "全年指标值"),
        *("全年目标值", "预期指标值", "预期目标值", "绩效指标值", "绩效目标值", "年度绩效指标值"),
        *("计划值", "计划指标值", "年度计划值", "计划完成值", "预期值", "年初设定值"),
        *("年初设定指标值", "指标目标值", "绩效目标", "预期目标", "年初目标", "年度目标", "目标"),
        *("评价标准值", "标准值", "年初值", "年初"),
    ),
    "adjusted": (
        *("调整指标值", "调整后指标值", "调整目标值", "调整后目标值", "调整后的指标值"),
        *("年中调整指标值", "调整后年度指标值", "调整年度指标值", "调整值", "调整后", "调整"),
    ),
    "actual": (
        *("实际完成值", "全年完成值", "全年实际完成值", "实际完成指标值", "完成值", "实际值"),
        *("年度完成值", "实际完成数", "完成数", "完成指标值", "实际完成情况", "全年完成情况"),
        *("全年实际值", "年度实际值", "实际指标值"),
        *("完成情况", "指标完成情况", "指标完成值", "实现值", "实际完成", "自评完成值", "实际"),
    ),
    "weight": (
        *("分值", "权重", "指标权重", "指标分值", "标准分", "标准分值", "分值权重", "权重分值"),
        *("指标分", "满分", "权重分", "三级指标分值", "三级指标权重", "基准分", "设定分值"),
    ),
    "score": (
        *("得分", "自评得分", "自评分", "指标得分", "自评分值", "自评分数", "单位自评得分"),
        *("实际得分", "评价得分", "部门自评得分"),
    ),
    "reason": (
        *("偏差原因分析及改进措施", "偏差原因", "未完成原因分析", "偏差原因分析", "未完成原因"),
        *("未完成原因及改进措施", "未完成原因及拟采取的改进措施", "偏差大或目标未完成原因分析"),
        *(
            "原因分析",
            "偏差分析",
            "偏差说明",
            "偏差原因及改进措施",
            "扣分原因",
            "未完成说明",
            "改进措施",
        ),
    ),
    "remark": ("说明", "备注", "指标说明", "其他说明", "备注说明"),
    "unit": ("计量单位", "度量单位", "单位", "指标单位", "指标值单位", "数量单位"),
    "sign": (
        *("指标性质", "指标符号", "运算符号", "比较符号", "符号", "性质", "指标方向", "计算符号"),
        "绩效指标性质",
    ),
    "core": ("是否核心指标", "核心指标", "是否核心", "核心", "是否为核心指标"),
}
# Any other heading with one of these words is taken for the field.
CONTAINED: dict[str, Field] = {"偏差原因": "reason", "完成原因": "reason"}
# Usual headings that say nothing about the indicators of this year.
UNUSED = frozenset(
    (
        *("序号", "编号", "得分系数", "系数", "完成率", "得分率", "评分标准", "计算方法"),
        *("数据来源", "上年", "前年", "上年实际", "前年实际", "上年完成值", "历史值", "参考值"),
    )
)

# The groups of the Ministry of Finance (财预〔2021〕101号) and of the tables of provinces.
CATEGORIES = frozenset(
    (
        *("产出指标", "效益指标", "满意度指标", "投入指标", "过程指标", "决策指标", "管理指标"),
        *("履职效能指标", "履职指标", "产出", "效益", "满意度", "投入", "过程"),
        *("产出类指标", "效益类指标", "满意度类指标"),
    )
)
SUBCATEGORIES = frozenset(
    (
        *("数量指标", "质量指标", "时效指标", "成本指标", "经济效益指标", "社会效益指标"),
        *("生态效益指标", "可持续影响指标", "服务对象满意度指标", "经济成本指标"),
        *("社会成本指标", "生态环境成本指标", "可持续发展指标", "环境效益指标"),
    )
)

_RANKED: dict[str, tuple[Field, int]] = {
    name: (field, rank) for field, names in HEADINGS.items() for rank, name in enumerate(names)
}
_LAST = 1_000
_BRACKETS = re.compile(r"[（(【\[]([^（()）【】\[\]]*)[）)】\]]")
_YEAR = re.compile(r"^(?:20\d\d|本)年度?(?=\D)")
_MARKS = re.compile(r"[\s:：*＊·、,，]|^[a-zA-Z]$")


def plain(heading: str) -> str:
    """Return the words of a heading without blanks, marks and the year in front."""
    return _YEAR.sub("", _MARKS.sub("", half_width(heading)))


def known(heading: str) -> bool:
    """Whether a cell by itself is a heading in the table above."""
    return len(heading) <= LONGEST and any(name in _RANKED for name in _spellings([heading]))


def field_of(words: Sequence[str]) -> tuple[Field, int] | None:
    """Return the field that the heading of a column names, and the rank of its name.

    `words` are the cells of the head above the column, from top to bottom: 指标值, 年初.
    """
    if unused(words):
        return None
    found = (_RANKED.get(name) for name in _spellings(words))
    return next((one for one in found if one), None) or _contained("".join(words))


def unused(words: Sequence[str]) -> bool:
    """Whether the lowest cell of a heading is usual, but says nothing about an indicator."""
    return plain(_BRACKETS.sub("", words[-1])) in UNUSED


def _spellings(words: Sequence[str]) -> Iterator[str]:
    """Yield what a heading may mean: 年初指标值, 指标值年初, the lowest cell, then those above.

    A word in brackets counts as a cell below: 指标值（年初）.
    """
    outer = [plain(_BRACKETS.sub("", word)) for word in words]
    parts = [*outer, *(plain(inner) for word in words for inner in _BRACKETS.findall(word))]
    yield "".join(reversed(parts))
    yield "".join(parts)
    yield from reversed(outer)


def _contained(heading: str) -> tuple[Field, int] | None:
    found = (field for word, field in CONTAINED.items() if word in plain(heading))
    return next(((field, _LAST) for field in found), None)

"""A title too long for a line is broken where its words allow it."""

from __future__ import annotations

import pytest
from render.small import evaluation

from perf_tui.render.document import Title
from perf_tui.render.title import fitted
from support.rendered import build_report

REPORT = "2024年度整体支出绩效自评报告"


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("重庆市璧山区健龙镇人民政府", ["重庆市璧山区健龙镇人民政府"]),
        (
            "新疆维吾尔自治区巴音郭楞蒙古自治州和静县巴音布鲁克镇人民政府",
            ["新疆维吾尔自治区巴音郭楞蒙古自治州", "和静县巴音布鲁克镇人民政府"],
        ),
        (
            "重庆市璧山区健龙镇人民政府绩效管理工作领导小组办公室",
            ["重庆市璧山区健龙镇人民政府", "绩效管理工作领导小组办公室"],
        ),
        ("绩" * 20, ["绩" * 20]),
        ("绩" * 21, ["绩" * 21]),
        ("某镇" + "绩" * 21, ["某镇" + "绩" * 21]),
    ],
)
def test_a_long_line_is_broken_behind_a_place_or_an_authority(line: str, parts: list[str]) -> None:
    assert fitted((line, REPORT)) == (*parts, REPORT)


def test_the_report_s_title_is_fitted_and_whole_as_a_property() -> None:
    name = "新疆维吾尔自治区巴音郭楞蒙古自治州和静县巴音布鲁克镇人民政府"
    report = build_report(evaluation(unit__name=name))
    title = report.blocks[0]
    assert isinstance(title, Title)
    assert title.lines[:2] == (name[:17], name[17:])
    assert report.title.startswith(name)

"""A draft tells on its first page what still stands in the way of the final copy."""

from __future__ import annotations

import pytest
from render.small import DATED, evaluation, stood

from perf_tui.core.findings.finding import Finding
from perf_tui.render.document import Document, Heading, Paragraph, Table, Title
from perf_tui.render.draft import open_points
from perf_tui.render.report import Copy
from support.rendered import build_report


def listed(document: Document) -> list[list[str]]:
    """The rows of the list below the title."""
    title, caption, table, *_ = document.blocks
    assert isinstance(title, Title)
    assert isinstance(caption, Paragraph)
    assert isinstance(table, Table)
    return [[cell.text for cell in row] for row in table.rows]


@pytest.mark.parametrize("copy", ["internal", "public"])
def test_a_draft_lists_what_must_be_mended(copy: Copy) -> None:
    rows = listed(build_report(evaluation(facts__done="120", facts__fires=""), copy))
    assert [row[:2] for row in rows] == [["1", "1.指标cases"], ["2", "2.指标fires"]]
    assert rows[0][2] == "办结多于应办。改正其中一个数。"
    assert rows[1][2] == "还没有填：火灾次数"


def test_the_blanks_of_a_page_are_told_together() -> None:
    texts = {at: text for at, text in DATED.items() if not at.startswith("budget.")}
    rows = listed(build_report(stood(texts)))
    assert ["1", "预算执行", "还没有填：年初预算、调整预算、执行数"] in rows


def test_a_final_copy_lists_nothing() -> None:
    report = build_report(evaluation())
    assert report.blocks[0] == Title(("云溪镇人民政府", "2024年度自评报告"))
    assert not any(isinstance(one, Table) for one in report.blocks)


def test_the_text_begins_on_the_page_after_the_list() -> None:
    for report, new_page in (
        (build_report(evaluation(facts__fires="")), True),
        (build_report(evaluation(), draft=True), False),
    ):
        first, *others = (one for one in report.blocks if isinstance(one, Heading))
        assert first.new_page is new_page
        assert not any(one.new_page for one in others)


def test_a_draft_is_marked_as_one_even_where_nothing_is_left_to_mend() -> None:
    report = build_report(evaluation(), draft=True)
    title = report.blocks[0]
    assert isinstance(title, Title)
    assert title.mark == "草稿"
    assert not any(isinstance(one, Table) for one in report.blocks)


def test_what_has_no_place_is_about_the_whole() -> None:
    finding = Finding("x", "error", "不对", "改正")
    assert open_points(evaluation().form, [finding]) == [("整体", "不对。改正。", "")]

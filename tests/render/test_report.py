"""What stands in the report, in which order, and what the public does not get to see."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from render.small import DATED, evaluation, outlined, stood

from perf_tui.checks import judge
from perf_tui.core.form.own import form_for
from perf_tui.render.document import (
    AttachmentNote,
    Block,
    Document,
    Heading,
    Paragraph,
    Signature,
    Table,
    Title,
)
from perf_tui.render.report import Copy
from perf_tui.render.writers import export_notice
from support.forms import stand
from support.rendered import build_report

COPIES: tuple[Copy, ...] = ("internal", "public")


def _headings(document: Document) -> list[tuple[int, str]]:
    return [(one.level, one.text) for one in document.blocks if isinstance(one, Heading)]


def _below(document: Document, heading: str) -> list[str]:
    """The paragraphs between a heading and whatever comes next."""
    texts: list[str] = []
    found = False
    for one in document.blocks:
        if isinstance(one, Paragraph):
            texts.extend([one.text] if found else [])
        else:
            found = isinstance(one, Heading) and one.text == heading
    return texts


def _only(document: Document, kind: type[Block]) -> Block:
    (one,) = (block for block in document.blocks if isinstance(block, kind))
    return one


def test_chapters_stand_in_the_order_of_the_outline() -> None:
    names = [(one.number, one.name, one.weight) for one in outlined().indicators]
    assert _headings(build_report(evaluation())) == [
        (1, "一、基本情况"),
        (2, "（一）职能职责"),
        (2, "（二）单位构成"),
        (1, "二、支出情况"),
        (1, "三、评价情况"),
        *((3, f"{number}.{name}（{weight}分）") for number, name, weight in names),
    ]


def test_a_chapter_of_several_sections_numbers_them() -> None:
    report = build_report(evaluation(sections__goal="办结率90%。"))
    assert (2, "（一）绩效评价情况") in _headings(report)
    assert _below(report, "（二）年初目标") == ["办结率90%。"]


def test_every_line_of_a_passage_is_a_paragraph() -> None:
    report = build_report(evaluation(sections__duties="　　管本镇的事。\r\n\n  办交办的事。\n"))
    assert _below(report, "（一）职能职责") == ["管本镇的事。", "办交办的事。"]


def test_an_indicator_has_its_passage_and_its_score() -> None:
    report = build_report(evaluation())
    assert _below(report, "1.指标cases（30分）") == ["应办100件，办结100件，办结率100%。得30分。"]


def test_the_users_own_paragraph_is_kept() -> None:
    own = "办结率|100%，见*附件*。"
    report = build_report(evaluation(indicators__cases__paragraph=own))
    assert _below(report, "1.指标cases（30分）") == [f"{own}得30分。"]


def test_title_signature_and_properties() -> None:
    report = build_report(evaluation())
    assert _only(report, Title) == Title(("云溪镇人民政府", "2024年度自评报告"))
    assert _only(report, Signature) == Signature("云溪镇人民政府", "2025年4月15日")
    assert report.title == "云溪镇人民政府2024年度自评报告"
    assert (report.author, report.created) == ("云溪镇人民政府", date(2025, 4, 15))


def test_a_draft_says_so_and_shows_its_gaps() -> None:
    report = build_report(stood({}))
    assert _only(report, Title) == Title(("〔单位名称〕", "2024年度自评报告"), "草稿")
    assert _only(report, Signature) == Signature("〔单位名称〕", "〔成文日期〕")
    assert _below(report, "（一）职能职责") == ["〔职能职责〕"]
    assert _below(report, "1.指标cases（30分）") == [
        "应办〔应办件数〕件，办结〔办结件数〕件，办结率〔完成值〕%。得〔得分〕分。"
    ]
    assert report.created is None


def test_a_date_that_is_none_leaves_a_gap() -> None:
    report = build_report(evaluation(unit__report_date="四月"))
    assert _only(report, Signature) == Signature("云溪镇人民政府", "〔成文日期〕")
    assert report.created is None


@pytest.mark.parametrize("copy", ["internal", "public"])
def test_the_note_announces_the_attachments(copy: str) -> None:
    report = build_report(evaluation(), "public" if copy == "public" else "internal")
    names = [one.title for one in report.attachments]
    assert _only(report, AttachmentNote) == AttachmentNote(tuple(names))
    assert [one.number for one in report.attachments] == list(range(1, len(names) + 1))
    assert names[:2] == ["小表自评表（2024年度）", "佐证材料目录"]
    assert names[2:] == (["得分计算过程"] if copy == "internal" else [])


ACCEPTED = {
    "facts.spent": "",
    "facts.allowed": "",
    "indicators.costs.actual": "90",
    "accepted.no-basis/indicators.costs.remark": "以财政所决算数为准",
    "budget.adjusted": "150",
    "budget.executed": "150",
    "accepted.budget-shift/budget.adjustment_reason": "年中追加专项",
}


def test_what_was_accepted_is_an_attachment_of_its_own() -> None:
    texts = {**DATED, **ACCEPTED}
    report = build_report(stood(texts))
    assert [(one.number, one.title) for one in report.attachments[2:]] == [
        (3, "核对事项说明"),
        (4, "得分计算过程"),
    ]
    (table,) = report.attachments[2].blocks
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["1", "预算执行", "调整预算比年初预算增加 50%，财政会问原因", "年中追加专项"],
        ["2", "3.指标costs", "完成值 90 是直接填的，没有依据数据", "以财政所决算数为准"],
    ]
    public = build_report(stood(texts), "public")
    assert "核对事项说明" not in [one.title for one in public.attachments]


def test_where_evidence_is_kept_is_not_published() -> None:
    texts = {**DATED, "indicators.mood.evidence.notes": "档案室3号柜"}
    assert "档案室3号柜" in repr(build_report(stood(texts)))
    public = repr(build_report(stood(texts), "public"))
    assert "座谈记录" in public
    assert "档案室3号柜" not in public


def test_the_ledger_has_title_date_and_place() -> None:
    texts = {"notes": "3号柜", "own-1": "硬盘"}
    filled = {f"indicators.mood.evidence.{key}": place for key, place in texts.items()}
    filled["indicators.mood.evidence_title.own-1"] = "走访照片"
    filled["indicators.mood.evidence_date.notes"] = "2024-12-3"
    internal, public = (ledger_rows({**DATED, **filled}, one) for one in COPIES)
    assert internal == [
        ["序号", "指标", "佐证材料", "日期", "存放处"],
        ["1", "4.指标mood", "座谈记录", "2024年12月3日", "3号柜"],
        ["2", "4.指标mood", "走访照片", "", "硬盘"],
    ]
    assert public == [row[:-1] for row in internal]


@pytest.mark.parametrize(
    ("filled", "columns"),
    [
        ({}, []),
        ({"evidence": "3号柜"}, ["存放处"]),
        ({"evidence": "3号柜", "evidence_date": "2024-12-3"}, ["日期", "存放处"]),
    ],
)
def test_a_date_or_place_that_nobody_typed_makes_no_column(
    filled: dict[str, str], columns: list[str]
) -> None:
    texts = {at: text for at, text in DATED.items() if ".evidence" not in at}
    texts |= {f"indicators.mood.{table}.notes": text for table, text in filled.items()}
    head, *_ = ledger_rows(texts, "internal")
    assert head == ["序号", "指标", "佐证材料", *columns]


def ledger_rows(texts: dict[str, str], copy: Copy) -> list[list[str]]:
    (table,) = build_report(stood(texts), copy).attachments[1].blocks
    assert isinstance(table, Table)
    return [[cell.text for cell in row] for row in (*table.head, *table.rows)]


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        ({}, ""),
        ({"facts.done": "50"}, "草稿"),
        ({"facts.done": "50", "indicators.cases.deviation_reason": "人少"}, "草稿"),
        ({"unit.report_date": "2024-04-15"}, ""),  # doubtful, but no error
        ({"sections.duties": ""}, "草稿"),
    ],
)
def test_a_report_is_a_draft_while_anything_must_be_mended(
    texts: dict[str, str], mark: str
) -> None:
    title = _only(build_report(stood({**DATED, **texts})), Title)
    assert isinstance(title, Title)
    assert title.mark == mark


def test_points_lost_without_a_reason_leave_a_gap() -> None:
    report = build_report(evaluation(facts__done="50"))
    assert _below(report, "1.指标cases（30分）")[0].endswith("原因：〔偏差原因〕。得16.67分。")


def test_what_is_said_of_an_export() -> None:
    findings = judge(evaluation(facts__done="50"))
    assert export_notice("a.md", findings, "按 F5 查看") == (
        "已导出草稿 a.md，还有 2 处必改，按 F5 查看"
    )
    assert export_notice("a.md", judge(evaluation()), "按 F5 查看") == "已导出 a.md"


def test_without_evidence_there_is_no_ledger() -> None:
    stands = evaluation()
    bare = tuple(replace(one, evidence=()) for one in stands.form.indicators)
    report = build_report(stand(replace(stands.form, indicators=bare), stands.year.texts))
    assert [(one.number, one.title) for one in report.attachments] == [
        (1, "小表自评表（2024年度）"),
        (2, "得分计算过程"),
    ]


def test_a_document_that_is_missing_is_not_passed_off_as_evidence() -> None:
    texts = {at: text for at, text in DATED.items() if ".evidence" not in at}
    texts["indicators.mood.evidence_title.own-1"] = "走访照片"
    texts["indicators.mood.evidence.own-1"] = "硬盘"
    internal, public = (ledger_rows(texts, one) for one in COPIES)
    assert internal[1:] == [
        ["1", "4.指标mood", "座谈记录", "未备"],
        ["2", "4.指标mood", "走访照片", "硬盘"],
    ]
    assert public[1:] == [["1", "4.指标mood", "走访照片"]]


def test_an_own_indicator_is_told_with_its_facts_and_a_removed_one_not_at_all() -> None:
    own = {
        "own.cases.removed": "是",
        "own.own1.name": "补贴发放率",
        "own.own1.target": "95",
        "own.own1.weight": "10",
        "own.own1.method": "分子÷分母×100",
        "own.own1.fact1": "实发户数",
        "own.own1.fact1_unit": "户",
        "own.own1.fact2": "应发户数",
        "facts.own1_1": "118",
        "facts.own1_2": "120",
    }
    base = outlined()
    document = build_report(stand(form_for(base, own), own))
    (passage,) = _below(document, "6.补贴发放率（10分）")
    assert passage.startswith("应发户数120户，实发户数118户，补贴发放率为98.33%，")
    assert not any("cases" in heading for _, heading in _headings(document))

"""The task list, the score, the findings, the working, and what F1 says."""

from pathlib import Path
from unicodedata import east_asian_width

import pytest
from rich.cells import cell_len

from perf_tui.checks import judge
from perf_tui.core.answers.year import Year
from perf_tui.core.session import Change, Session
from perf_tui.showing.blocks import page_title
from perf_tui.showing.glyphs import ASCII, FULL, Glyphs
from perf_tui.tui.drawing.findings import finding_row, findings_title
from perf_tui.tui.drawing.frame import head_row, key_row, status_row
from perf_tui.tui.drawing.guidance import guidance_rows
from perf_tui.tui.drawing.page import PageView, lay_out_page
from perf_tui.tui.drawing.rows import DrawnRow, Piece, width_of
from perf_tui.tui.drawing.score import score_column, score_strip
from perf_tui.tui.drawing.tasks import task_rows, task_summary
from perf_tui.tui.drawing.working import working_rows
from perf_tui.tui.keys.bindings import DEFAULTS, key_names
from support.forms import small_form
from support.samples import JIANLONG, SAMPLES, empty, opened

YEARS = [pytest.param(opened(path), id=path.stem) for path in SAMPLES]
YEARS.append(pytest.param(empty(), id="empty"))
DUE, SHARED = "facts.cadres_due", "facts.checkpoint_checks"
VERDICT = 38  # cells of the total and the grade, which are always there
ILLUSTRATIVE = next(path for path in SAMPLES if path.stem == "yunxi-2023")


def text_of(row: DrawnRow) -> str:
    return "".join(piece.text for piece in row)


def said(rows: list[DrawnRow]) -> str:
    return "\n".join(map(text_of, rows))


def typed(path: Path, **texts: str) -> Change:
    session = Session(opened(path).evaluation.form, opened(path).evaluation.year, judge)
    for name, text in texts.items():
        session.apply(name.replace("__", "."), text)
    return session.change


@pytest.mark.parametrize("change", YEARS)
@pytest.mark.parametrize("glyphs", [FULL, ASCII])
def test_everything_fits_its_width(change: Change, glyphs: Glyphs) -> None:
    evaluation, form = change.evaluation, change.evaluation.form
    for width in (30, 60, 79, 120):
        assert width_of(score_strip(evaluation, width)) <= max(width, VERDICT)
        rows = [*task_rows(change, width, glyphs)]
        assert len(rows) == len(form.pages)
        rows += score_column(evaluation, width, glyphs)
        rows += [head_row(evaluation, True, width, glyphs), key_row(width)]
        rows += [status_row("很长的话" * 40, width, "text")]
        assert max(map(width_of, rows)) <= width
    for width in (57, 76, 101):
        rows = working_rows(evaluation, width, glyphs)
        rows += guidance_rows(form, (form.home_of[DUE], DUE), width, glyphs)
        rows += [finding_row(form, one, width, glyphs) for one in change.findings if one.places]
        assert max(map(width_of, rows)) <= width


@pytest.mark.parametrize("change", YEARS)
def test_ascii_marks_spell_signs_out(change: Change) -> None:
    """Where a sign takes more than one cell to say, as >= does, the last sieve comes too late."""
    evaluation, form = change.evaluation, change.evaluation.form
    rows = [*task_rows(change, 79, ASCII), *score_column(evaluation, 30, ASCII)]
    rows += working_rows(evaluation, 76, ASCII)
    rows += [finding_row(form, one, 76, ASCII) for one in change.findings if one.places]
    for page in form.pages:
        title = ASCII.spell(page_title(evaluation, page))
        view = PageView(change, page, "", change.findings, 79, ASCII, key_names(DEFAULTS))
        rows += [*lay_out_page(view).rows, (Piece(title),)]
        rows += guidance_rows(form, (page, page.addresses[0]), 76, ASCII)
    assert {sign for sign in said(rows) if east_asian_width(sign) == "A"} == set()
    assert ">= 90%" in said(rows)


def test_a_task_has_mark_number_name_weight_actual_score_and_status() -> None:
    rows = task_rows(opened(JIANLONG), 79, FULL)
    assert text_of(rows[1]).split() == [
        *("?", "预算执行", "10分", "95.41%", "9.54"),
        *("有提醒", "1", "处"),
    ]
    assert text_of(rows[14]).split() == [
        "✓",
        "13",
        "信访案件处置率",
        "8分",
        "99.55%",
        "8.00",
        "已完成",
        "缺佐证",
        "1",
    ]
    assert text_of(rows[19]).split()[-5:-2] == ["达成", "2.00", "已完成"]
    narrow = task_rows(opened(ILLUSTRATIVE), 50, FULL)
    assert text_of(narrow[14]).split() == ["✓", "13", "信访案件处置率", "已完成"]


def test_missing_evidence_is_counted_beside_each_task_and_in_all() -> None:
    wanted = sum(len(one.evidence) for one in opened(JIANLONG).evaluation.form.indicators)
    counts = f"有提醒 1  未开始 2  可不填 2  缺佐证 {wanted}"
    assert task_summary(opened(JIANLONG), "F8 下一处", 79) == f"已完成 27  {counts}  F8 下一处"
    for width in range(20, 79):
        assert cell_len(task_summary(opened(JIANLONG), "F8 下一处", width)) <= width
        assert task_summary(opened(JIANLONG), "F8 下一处", width).endswith("F8 下一处")
    at = "indicators.petition_cases.evidence.ledger".replace(".", "__")
    change = typed(JIANLONG, **{at: "平安办卷宗"})
    assert f"缺佐证 {wanted - 1}" in task_summary(change, "", 79)
    row = text_of(task_rows(change, 79, FULL)[14])
    assert "缺佐证" not in row
    assert "缺佐证" not in task_summary(opened(ILLUSTRATIVE), "", 79)
    assert "缺佐证" not in task_summary(empty(), "", 79)


def test_a_status_never_hangs_on_colour_alone() -> None:
    change = typed(JIANLONG, budget__executed="30000000", facts__cadres_due="", facts__disputes="x")
    rows = [text_of(row) for row in task_rows(change, 79, FULL)]
    assert rows[15].startswith(" ! 14")
    assert rows[15].endswith("有问题 1 处    ")
    assert rows[2].startswith(" ~  1")
    assert "填写中 缺 1" in rows[2]
    assert "待定" in rows[2]
    assert task_summary(change, "", 79).startswith("已完成 ")
    untouched = [text_of(row) for row in task_rows(empty(), 79, FULL)]
    assert untouched[2].startswith("    1")
    assert "未开始" in untouched[2]


def test_a_page_with_what_waits_to_be_confirmed_says_so() -> None:
    change = typed(JIANLONG, pending__facts__forest_fire_count="2023")
    assert "待确认 1 处" in text_of(task_rows(change, 79, FULL)[4])


def test_the_score_of_a_whole_and_of_an_unfinished_year() -> None:
    strip = text_of(score_strip(opened(JIANLONG).evaluation, 80))
    assert " ".join(strip.split()) == (
        "执行率 95.41% 得 9.54 指标 100.00 折 90.00 总分 99.54 等级 优"
    )
    assert text_of(score_strip(opened(JIANLONG).evaluation, 50)).split() == [
        *("指标", "100.00", "折", "90.00", "总分", "99.54", "等级", "优")
    ]
    assert text_of(score_strip(opened(JIANLONG).evaluation, 20)) == " 总分 99.54 等级 优"
    unknown = text_of(score_strip(empty().evaluation, 80))
    assert "执行率 待定" in unknown
    assert "已得 0.00 待定 100.00 最高可评优" in unknown


def test_the_score_column_names_what_cost_most_first() -> None:
    column = said(score_column(opened(ILLUSTRATIVE).evaluation, 30, FULL))
    lost = [line.split()[0] for line in column.split("失分在哪里\n")[1].splitlines()]
    assert lost == sorted(lost, key=float)
    assert len(lost) > 1
    assert "没有失分的指标" in said(score_column(opened(JIANLONG).evaluation, 30, FULL))


def test_findings_are_counted_and_named_with_their_place() -> None:
    change = typed(JIANLONG, budget__executed="30000000")
    rows = [text_of(finding_row(change.evaluation.form, one, 76, FULL)) for one in change.findings]
    title = findings_title(change.findings)
    assert title == "检查结果：必改 2 处，核对 2 处，提示 22 处"
    assert any(row.startswith(" 必改   14 预算执行率") and "4.10" in row for row in rows)
    assert any(row.startswith(" 必改   预算执行  ") for row in rows)
    assert findings_title(()) == "检查结果：没有发现问题"


def test_guidance_is_about_the_field_and_names_every_key() -> None:
    form = opened(JIANLONG).evaluation.form

    def about(address: str, page: str = "") -> str:
        place = next((one for one in form.pages if one.id == page), form.home_of[address])
        return said(guidance_rows(form, (place, address), 76, FULL))

    text = about("indicators.medical_insurance.actual")
    assert text.startswith("辖区群众合作医疗参保率\n")
    assert "本栏：直接填完成值（%）" in text
    assert "应在 0 到 100% 之间" in text
    assert "应备佐证：" in text
    assert "F2  Ctrl+S          保存" in text
    assert "出处：部门决算报表" in about("budget.executed")
    # A fact that two indicators ask for is explained where one is.
    assert about(SHARED, "road_hazards").startswith("农村道路安全隐患整治及时率\n")
    home = said(guidance_rows(form, None, 76, FULL))
    assert home.startswith("怎样做一年的自评\n")


def test_the_working_adds_up_to_the_total() -> None:
    text = said(working_rows(opened(JIANLONG).evaluation, 76, FULL))
    assert "9.54 = 10 × 38820071.88 ÷ 40686884.93" in text
    assert "99.54 = " in text
    assert "0.46 = 10 - 10 × 38820071.88 ÷ 40686884.93，" in text


def test_the_working_marks_the_indicator_one_comes_from() -> None:
    rows = working_rows(opened(ILLUSTRATIVE).evaluation, 76, FULL, "sangong")
    (here,) = (place for place, row in enumerate(rows) if any(p.role == "here" for p in row))
    assert text_of(rows[here]) == "> 10 三公经费控制率"
    assert said(rows[here + 3 : here + 4]).startswith("失分          0.81 = 8 - 7.19，")


def test_the_head_says_whether_everything_is_in_the_file() -> None:
    session = Session(small_form(), Year("small", 2024, {}), judge)
    assert text_of(head_row(session.change.evaluation, False, 60, FULL)).endswith("已保存 ")
    unsaved = text_of(head_row(session.change.evaluation, True, 60, FULL))
    assert unsaved.strip().startswith("（未填单位名称） 2024年度")
    assert unsaved.endswith("未保存 ")


def test_the_key_bar_shows_every_main_key_at_80_cells() -> None:
    bar = text_of(key_row(80))
    for key in ("F1说明", "F2保存", "F5检查", "F6转到", "F8下一处", "F9预览", "^E导出", "F10离开"):
        assert key in bar

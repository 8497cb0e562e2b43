"""The table by the layouts of the township's form set: Chongqing's and the national one."""

from __future__ import annotations

import shutil
from decimal import Decimal
from functools import cache
from io import BytesIO

import docx
import pytest

from perf_tui.checks import judged
from perf_tui.core.answers.year import Year
from perf_tui.core.evaluation.evaluation import Evaluation, evaluate
from perf_tui.core.form import Form
from perf_tui.render.document import Cell, Document, Row, Table
from perf_tui.render.docx import to_docx
from perf_tui.render.evaluation_table import evaluation_table
from perf_tui.render.markdown import to_markdown
from perf_tui.store.forms import form_folder, load_form, read_form
from perf_tui.store.years.samples import sample_folder
from perf_tui.store.years.year_file import read_year_file

SAMPLES = ["jianlong-2024", "yunxi-2022", "yunxi-2023", "yunxi-2024"]
NATIONAL_HEAD = [
    *("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值"),
    *("分值", "得分", "偏差原因分析及改进措施"),
]


@pytest.fixture(scope="session")
def national(tmp_path_factory: pytest.TempPathFactory) -> Form:
    """The township's form with the other table."""
    folder = tmp_path_factory.mktemp("forms") / "township"
    shutil.copytree(form_folder("township"), folder)
    path = folder / "form.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('table = "chongqing"', 'table = "national"'), encoding="utf-8")
    return read_form(folder)


@cache
def year(name: str) -> Year:
    return read_year_file(sample_folder() / f"{name}.toml", load_form).year


def tables(stands: Evaluation, *, internal: bool = True) -> tuple[Table, Table]:
    blocks = evaluation_table(judged(stands), internal=internal)
    head, indicators = (one for one in blocks if isinstance(one, Table))
    return head, indicators


def texts(rows: tuple[Row, ...]) -> list[list[str]]:
    return [[cell.text for cell in row] for row in rows]


def test_the_national_columns(national: Form) -> None:
    _, indicators = tables(evaluate(national, year("yunxi-2024")))
    assert [cell.text.replace("\n", "") for cell in indicators.head[0]] == NATIONAL_HEAD


def test_the_national_head(national: Form) -> None:
    head = texts(tables(evaluate(national, year("jianlong-2024")), internal=False)[0].rows)
    assert head == [
        ["部门（单位）名称", "重庆市璧山区健龙镇人民政府"],
        [
            *("部门预算执行情况\n（元）", "年初预算数", "全年预算数", "全年执行数"),
            *("分值", "执行率(%)", "得分"),
        ],
        ["", "27393095", "40686884.93", "38820071.88", "10", "95.41", "9.54"],
        ["年度总体目标", "预期目标", "实际完成情况"],
        ["", "/", "/"],
    ]


def test_the_groups_weigh_50_30_and_10(national: Form) -> None:
    *rows, _sums = tables(evaluate(national, year("yunxi-2024")))[1].rows
    starts = [place for place, row in enumerate(rows) if row[0].merged == "first"]
    assert [rows[place][0].text for place in starts] == [
        "产出指标(50)",
        "效益指标(30)",
        "满意度指标(10)",
    ]
    groups = [rows[a:b] for a, b in zip(starts, [*starts[1:], len(rows)], strict=True)]
    assert [sum(Decimal(row[5].text) for row in group) for group in groups] == [50, 30, 10]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_national_points_add_up_to_the_printed_total(national: Form, name: str) -> None:
    head, indicators = tables(evaluate(national, year(name)))
    *rows, sums = texts(indicators.rows)
    funds = next(row for row in texts(head.rows) if len(row) == 7 and row[0] == "")
    assert Decimal(funds[4]) + sum(Decimal(row[5]) for row in rows) == Decimal(sums[1]) == 100
    assert Decimal(funds[6]) + sum(Decimal(row[6]) for row in rows) == Decimal(sums[2])


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_merged_is_told_once_and_stays_together(national: Form, name: str) -> None:
    rows = tables(evaluate(national, year(name)))[1].rows[:-1]
    for column in (0, 1):
        told = [row[column] for row in rows]
        firsts = [cell.text for cell in told if cell.merged == "first"]
        assert len(firsts) == len(set(firsts)) < len(rows)
        assert {cell.text for cell in told if cell.merged == "below"} == {""}


def test_goals_and_results_are_told_with_sign_and_unit(national: Form) -> None:
    rows = texts(tables(evaluate(national, year("jianlong-2024")))[1].rows)
    told = {row[2]: row[3:5] for row in rows[:-1]}
    assert told["群众到京非访次数"] == ["=0次", "0次"]
    assert told["本镇居民满意度"] == ["≥90%", "95%"]
    assert told["人民群众的幸福感、获得感"] == ["达成", "达成"]


def test_both_tables_fill_their_columns_for_an_empty_year(national: Form) -> None:
    for form in (national, load_form("township")):
        for table in tables(evaluate(form, Year("township", 2024))):
            for row in (*table.head, *table.rows):
                assert sum(cell.span for cell in row) == len(table.widths)


@pytest.mark.parametrize(("internal", "told"), [(True, True), (False, False)])
def test_the_contact_is_told_in_the_internal_copy_alone(
    national: Form, internal: bool, told: bool
) -> None:
    for form in (national, load_form("township")):
        head, _ = tables(evaluate(form, year("yunxi-2024")), internal=internal)
        assert ("000-00000000" in str(texts(head.rows))) is told


def test_rows_of_chongqing_s_head_that_have_nothing_to_say_are_left_out() -> None:
    head, _ = tables(evaluate(load_form("township"), year("jianlong-2024")))
    assert [row[0].text for row in head.rows] == [
        *("单位名称", "年初预算数(元)", "27393095"),
        *("年初绩效目标", "调整绩效目标", "目标实际完成情况"),
    ]


def test_score_and_report_follow_from_the_table(national: Form) -> None:
    chongqing, other = (
        evaluate(form, year("yunxi-2023")).score for form in (load_form("township"), national)
    )
    assert [str(chongqing.weight), str(chongqing.total)] == ["100", "86.46"]
    assert [str(other.weight), str(other.total)] == ["90.00", "87.44"]


def test_cells_merged_downwards_are_one_in_word_and_told_once_in_markdown() -> None:
    rows = (
        (Cell("产出", merged="first"), Cell("一")),
        (Cell("", merged="below"), Cell("二")),
    )
    told = Document("", "", None, (Table((1, 1), rows),))
    first, second = (row.cells[0] for row in docx.Document(BytesIO(to_docx(told))).tables[0].rows)
    assert first._tc is second._tc
    assert first.text.strip() == "产出"
    assert to_markdown(told).splitlines()[2:] == ["| 产出 | 一 |", "|  | 二 |"]

"""`import`: a year's file from a finished report."""

import json
from pathlib import Path

import pytest

from perf_tui.cli import main
from perf_tui.core.evaluation.evaluation import evaluate
from perf_tui.store.forms import form_folder
from perf_tui.store.years.year_file import YearFile, read_year_file
from support.foreign_reports import FOREIGN
from support.rendered import report_bytes
from support.reports import SOUND
from support.samples import JIANLONG, opened, township

Captured = pytest.CaptureFixture[str]
REPORT = """\
青石镇人民政府
2024年度绩效自评报告
一、基本情况
（一）预算及支出情况
年初预算数2000万元，调整预算数2100万元，执行数1995万元，执行率95.00%。
二、绩效评价情况
1.森林火灾发生次数（8分）
投入防火资金约3.5万元，栽树900株，全年未发生森林火灾。得8分。
总分99.5分，等级为“优”。
青石镇人民政府
2025年4月10日
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_what_was_read_stands_in_the_file_and_waits_to_be_confirmed(
    report: Path, tmp_path: Path, capsys: Captured
) -> None:
    out = tmp_path / "2024.toml"
    assert main(["import", str(report), "-o", str(out)]) == 1
    file = read_year_file(out, township)
    assert not file.edited_by_hand
    assert (file.year.form, file.year.year) == ("township", 2024)
    assert file.year.text("budget.executed") == "19950000"
    assert file.year.text("facts.fire_prevention_funds") == "约3.5"
    assert file.year.record("pending") == {
        "facts.fire_prevention_funds": "报告第 8 行",
        "facts.forest_fire_count": "报告第 8 行",
        "unit.short_name": "报告第 10 行",
    }
    told = capsys.readouterr()
    lines = told.out.splitlines()
    assert lines[0] == "青石镇人民政府  2024 年"
    assert "  第 8 行  栽树900株" in lines
    assert "  1.村（社区）干部务工补助发放：应发补助人数" in lines
    assert lines[-1] == "报告写的总分是 99.5 分，按取到的数据还算不全"
    assert str(out) in told.err


def test_what_was_read_as_an_object(report: Path, tmp_path: Path, capsys: Captured) -> None:
    assert main(["import", str(report), "-o", str(tmp_path / "2024.toml"), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["unit"], told["year"]) == ("青石镇人民政府", 2024)
    assert told["unread"] == [{"line": 8, "quote": "栽树900株"}]
    funds = next(one for one in told["read"] if one["field"] == "facts.fire_prevention_funds")
    assert funds == {
        "field": "facts.fire_prevention_funds",
        "label": "森林防火投入资金",
        "text": "约3.5",
        "line": 8,
        "quote": "约3.5万元",
        "confirmed": False,
    }
    assert "14.预算执行率" not in "".join(told["blank"])


def test_a_report_of_our_own_comes_back_with_its_score(tmp_path: Path, capsys: Captured) -> None:
    path, out = tmp_path / "report.docx", tmp_path / "2024.toml"
    path.write_bytes(report_bytes(opened(JIANLONG).evaluation, ".docx"))
    assert main(["import", str(path), "-o", str(out)]) == 0
    assert "报告写的总分是 99.54 分" in capsys.readouterr().out
    assert main(["check", str(out), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    codes = {one["code"] for one in found if one["severity"] == "error"}
    # What only its words led to a field, and what no report says in a sentence.
    assert codes <= {"unconfirmed", "blank"}
    message = next(one["message"] for one in found if one["code"] == "unconfirmed")
    assert "取自报告第" in message


def test_the_year_is_named_where_the_report_does_not(
    tmp_path: Path, report: Path, capsys: Captured
) -> None:
    report.write_text(REPORT.replace("2024年度", "").replace("2025年4月10日", ""), encoding="utf-8")
    out = tmp_path / "2022.toml"
    assert main(["import", str(report), "-o", str(out)]) == 2
    assert capsys.readouterr().err == f"{report}：没有认出是哪一年的，用 --year 写明年度\n"
    assert not out.exists()
    assert main(["import", str(report), "-o", str(out), "--year", "2022"]) == 1
    assert read_year_file(out, township).year.year == 2022


def test_nothing_is_overwritten_and_nothing_made_of_what_is_no_report(
    tmp_path: Path, report: Path, capsys: Captured
) -> None:
    out = tmp_path / "2024.toml"
    out.write_text("mine")
    assert main(["import", str(report), "-o", str(out)]) == 2
    assert main(["import", str(report), "-o", str(tmp_path / "2024.docx")]) == 2
    assert out.read_text() == "mine"
    assert main(["import", str(report), "-o", str(out), "--force"]) == 1
    report.write_text("很久以前，有一个镇。", encoding="utf-8")
    assert main(["import", str(report), "-o", str(tmp_path / "2025.toml")]) == 2
    told = capsys.readouterr().err.splitlines()
    assert [line.split("，")[-1] for line in told if "已导入" not in line] == [
        "或加 --force 覆盖",
        "改好文件名再导入",
        "换成绩效自评报告的文件",
    ]
    assert not (tmp_path / "2025.toml").exists()


def test_a_report_whose_indicators_are_all_others_keeps_them(
    tmp_path: Path, capsys: Captured
) -> None:
    path, out = tmp_path / "report.txt", tmp_path / "2024.toml"
    path.write_text(SOUND, encoding="utf-8")
    assert main(["import", str(path), "-o", str(out)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("本单位的指标 4 项，按“部门（单位）整体支出绩效自评")
    assert lines[-1] == "报告写的总分是 99.5 分，按取到的数据99.50 分"
    file = read_year_file(out, township)
    assert [one.name for one in file.form.indicators] == [
        "养老补贴发放率",
        "安全生产事故次数",
        "矛盾纠纷调解成功率",
        "居民满意度",
    ]


def test_what_cannot_be_kept_as_it_is_is_told_with_its_line(
    tmp_path: Path, capsys: Captured
) -> None:
    path, out = tmp_path / "report.docx", tmp_path / "2024.toml"
    path.write_bytes(FOREIGN["project"].docx)
    assert main(["import", str(path), "-o", str(out)]) == 1
    told = capsys.readouterr().out.splitlines()
    at = told.index("取到但要核对的 2 处：")
    assert told[at + 1] == "  第 12 行  指标值「提高0.5等」里只取了数"
    # What stands in a table is no total of the text.
    assert not any("报告写的总分" in line for line in told)
    assert main(["import", str(path), "-o", str(out), "--force", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["form"] == "project_cost"
    assert found["told"][0] == {
        "line": 12,
        "quote": "新增耕地质量等级",
        "message": "指标值「提高0.5等」里只取了数",
    }
    weight = next(one for one in found["read"] if one["field"] == "own.own2.weight")
    assert (weight["label"], weight["text"], weight["confirmed"]) == ("权重", "10", False)


def test_a_form_can_be_named_or_brought_along(
    tmp_path: Path, report: Path, capsys: Captured
) -> None:
    out = tmp_path / "2024.toml"
    assert main(["import", str(report), "-o", str(out), "--form", "national"]) == 1
    assert read_year_file(out, township).form.id == "national"
    folder = str(form_folder("national"))
    assert main(["import", str(report), "-o", str(out), "--form", folder, "--force"]) == 1
    assert "form_set" in read_year_file(out, township).unknown
    assert main(["import", str(report), "-o", str(out), "--form", "nation", "--force"]) == 2
    assert "没有这套表单" in capsys.readouterr().err


@pytest.mark.parametrize("name", FOREIGN)
def test_an_imported_year_is_scored_checked_and_exported_and_comes_back(
    name: str, tmp_path: Path, capsys: Captured
) -> None:
    path, out, again = (tmp_path / one for one in ("report.txt", "2024.toml", "again.toml"))
    path.write_text(FOREIGN[name].text, encoding="utf-8")
    main(["import", str(path), "-o", str(out)])
    assert main(["score", str(out), "--json"]) == 0
    main(["check", str(out)])
    assert main(["export", str(out), "-o", str(tmp_path / "x.docx")]) == 0
    main(["import", str(tmp_path / "x.docx"), "-o", str(again)])
    first, second = (read_year_file(one, township) for one in (out, again))
    assert _by_name(second) == _by_name(first)
    capsys.readouterr()


def _by_name(file: YearFile) -> dict[str, tuple[object, ...]]:
    evaluation = evaluate(file.form, file.year)
    return {
        one.indicator.name: (
            one.indicator.sign,
            one.indicator.target,
            one.indicator.weight,
            one.indicator.category,
            one.shown_actual,
            one.score,
        )
        for one in evaluation.score.items
    }

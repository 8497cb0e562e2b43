"""`audit`: what does not add up in a finished report, for people and for programs."""

import json
from pathlib import Path

import pytest

from perf_tui.cli import main
from perf_tui.store.forms.adding import write_set
from perf_tui.store.forms.installed import form_folder
from perf_tui.store.forms.reading import read_tables
from support.rendered import report_bytes
from support.reports import SOUND, changed
from support.samples import SAMPLES, opened

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    text = changed("本项得10分", "本项得１２分")
    path.write_text(changed("业务培训", "业务演炼", text), encoding="utf-8")
    return path


def test_what_weighs_most_comes_first_with_line_and_quote(wrong: Path, capsys: Captured) -> None:
    assert main(["audit", str(wrong)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "青石镇人民政府  2024 年  指标 4 项"
    titles = [line for line in lines if line.endswith(" 处")]
    assert titles == ["必改 2 处", "核对 2 处", "提示 1 处"]
    told = next(place for place, line in enumerate(lines) if "超过了权重 10 分" in line)
    assert lines[told].startswith("  第 22 行（第 4 项）  “居民满意度”得 12 分")
    assert lines[told + 1] == "      原文：本项得１２分"
    assert lines[-1] == "必改 2，核对 2，提示 1"


def test_what_was_found_as_an_object(wrong: Path, capsys: Captured) -> None:
    assert main(["audit", str(wrong), "--json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["counts"] == {"error": 2, "warning": 2, "notice": 1}
    found = next(one for one in report["findings"] if one["code"] == "score-exceeds-weight")
    assert found.pop("message")
    assert found.pop("fix")
    assert found == {
        "code": "score-exceeds-weight",
        "severity": "error",
        "indicator": 4,
        "field": None,
        "line": 22,
        "quote": "本项得１２分",
        "related": [21],
    }
    lines = wrong.read_text(encoding="utf-8").splitlines()
    for one in report["findings"]:
        assert one["quote"] in lines[one["line"] - 1]


def test_a_sound_report_has_nothing_and_status_0(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(SOUND.replace("\n", "\r\n").encode("gbk"))
    assert main(["audit", str(path)]) == 0
    told = capsys.readouterr()
    assert told.out.endswith("必改 0，核对 0，提示 0\n")
    assert "GBK" in told.err


@pytest.mark.parametrize(
    "sample", [one for one in SAMPLES if one.stem != "jianlong-2023"], ids=lambda one: one.stem
)
def test_a_report_of_our_own_has_no_errors(tmp_path: Path, capsys: Captured, sample: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(report_bytes(opened(sample).evaluation, ".docx"))
    assert main(["audit", str(path)]) == 0
    assert "必改 0，" in capsys.readouterr().out


def test_the_lines_that_are_counted(wrong: Path, capsys: Captured) -> None:
    assert main(["audit", str(wrong), "--text"]) == 0
    assert capsys.readouterr().out == wrong.read_text(encoding="utf-8")


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_what_is_no_report_is_refused_in_a_sentence(
    tmp_path: Path, capsys: Captured, options: list[str]
) -> None:
    path = tmp_path / "novel.txt"
    path.write_text("很久以前，有一个镇。\n", encoding="utf-8")
    assert main(["audit", str(path), *options]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == f"{path}：没有认出评价指标和得分，换成绩效自评报告的文件\n"


def test_signs_for_old_consoles(wrong: Path, capsys: Captured) -> None:
    main(["audit", str(wrong), "--ascii"])
    assert "“" not in capsys.readouterr().out


def test_a_report_is_judged_by_the_scheme_asked_for(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "report.txt"
    path.write_text(changed("优", "很好"), encoding="utf-8")
    main(["audit", str(path), "--json"])
    codes = {one["code"] for one in json.loads(capsys.readouterr().out)["findings"]}
    assert "grade-missing" in codes
    main(["audit", str(path), "--json", "--form", "hubei"])
    codes = {one["code"] for one in json.loads(capsys.readouterr().out)["findings"]}
    assert "grade-missing" not in codes  # Hubei gives none
    assert "weights-sum" in codes  # and wants 80 points
    assert main(["audit", str(path), "--form", "hubie"]) == 2
    assert "最接近的是 hubei" in capsys.readouterr().err


def test_a_scheme_may_lie_beside_the_report_or_at_a_path(tmp_path: Path, capsys: Captured) -> None:
    path, beside = tmp_path / "report.txt", tmp_path / "county.form.toml"
    path.write_text(changed("优", "很好"), encoding="utf-8")
    tables = read_tables(form_folder("hubei"))
    tables["form.toml"]["id"] = "county"
    write_set(beside, tables)
    for form in ("county", str(beside)):
        main(["audit", str(path), "--json", "--form", form])
        codes = {one["code"] for one in json.loads(capsys.readouterr().out)["findings"]}
        assert "grade-missing" not in codes


def test_cells_of_a_table_stand_apart_as_in_the_report(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "table.txt"
    text = "三级指标\t分值\t得分\n办结案件\t50\t50\n"
    path.write_text(text, encoding="utf-8")
    assert main(["audit", str(path), "--text"]) == 0
    assert capsys.readouterr().out == text
    assert main(["audit", str(path)]) == 1
    assert "案件\t50\t50" in capsys.readouterr().out

"""`score`: the contract's object, the worked lines, and figures that line up."""

import json
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width

import pytest

from perf_tui.cli import main
from perf_tui.cli.columns import aligned, width_of
from perf_tui.store.years.samples import copy_samples

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    return copy_samples(tmp_path).parent


def score_of(path: Path, capsys: Captured) -> dict[str, Any]:
    assert main(["score", str(path), "--json"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    result: dict[str, Any] = json.loads(out)
    return result


def test_the_real_2024_as_an_object(samples: Path, capsys: Captured) -> None:
    score = score_of(samples / "jianlong-2024.toml", capsys)
    items = score["indicators"].pop("items")
    assert score == {
        "unit": "重庆市璧山区健龙镇人民政府",
        "year": 2024,
        "total": "99.54",
        "grade": "优",
        "complete": True,
        "so_far": "99.54",
        "open": "0.00",
        "execution": {"rate": "0.9541175725", "weight": "10", "score": "9.54"},
        "indicators": {"weight": "100", "score": "100.00", "converted": "90.00"},
    }
    assert [item["number"] for item in items] == list(range(1, 20))
    assert items[12] == {
        "id": "petition_cases",
        "number": 13,
        "name": "信访案件处置率",
        "weight": "8",
        "sign": ">=",
        "target": "95",
        "actual": "99.55",
        "coefficient": "1",
        "score": "8.00",
        "blank": False,
    }
    wellbeing = items[17]
    assert (wellbeing["sign"], wellbeing["target"], wellbeing["actual"]) == (
        "qualitative",
        "达成",
        "达成",
    )


def test_an_unfinished_year_has_nulls_and_open_points(samples: Path, capsys: Captured) -> None:
    score = score_of(samples / "jianlong-2023.toml", capsys)
    assert (score["total"], score["grade"], score["complete"]) == (None, None, False)
    assert (score["so_far"], score["open"]) == ("0.00", "100.00")
    assert score["execution"] == {"rate": None, "weight": "10", "score": None}
    first = score["indicators"]["items"][0]
    assert (first["actual"], first["coefficient"], first["score"]) == (None, None, None)
    assert first["blank"] is True
    assert first["target"] == "100"


def test_less_executed_costs_what_the_rules_say(samples: Path, capsys: Captured) -> None:
    path = samples / "jianlong-2024.toml"
    path.write_text(path.read_text().replace("38820071.88", "30000000"))
    assert main(["score", str(path), "--json"]) == 0
    out, err = capsys.readouterr()
    score = json.loads(out)
    assert score["total"] == "96.56"
    assert score["execution"]["score"] == "7.37"
    assert score["indicators"]["items"][13]["score"] == "4.10"
    assert score["indicators"]["items"][13]["coefficient"] == "0.82"
    assert "在程序之外改动过" in err


def test_a_blank_unit_is_null(tmp_path: Path, capsys: Captured) -> None:
    assert main(["new", str(tmp_path / "a.toml"), "--year", "2024"]) == 0
    capsys.readouterr()
    assert score_of(tmp_path / "a.toml", capsys)["unit"] is None


def test_the_text_names_unit_and_year_and_works_the_total(samples: Path, capsys: Captured) -> None:
    assert main(["score", str(samples / "jianlong-2024.toml")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "重庆市璧山区健龙镇人民政府  2024 年"
    assert "执行率得分  9.54 = 10 × 38820071.88 ÷ 40686884.93" in lines
    assert any(
        line.startswith("总分") and "99.54" in line and line.endswith("优") for line in lines
    )


@pytest.mark.parametrize("name", ["jianlong-2024.toml", "jianlong-2023.toml", "yunxi-2023.toml"])
def test_every_score_ends_in_the_same_column(samples: Path, capsys: Captured, name: str) -> None:
    assert main(["score", str(samples / name)]) == 0
    table = capsys.readouterr().out.split("\n\n")[-1].splitlines()
    assert len(table) == 20
    assert len({width_of(line) for line in table}) == 1


def test_ascii_has_no_sign_of_ambiguous_width(samples: Path, capsys: Captured) -> None:
    assert main(["score", str(samples / "yunxi-2023.toml"), "--ascii"]) == 0
    out = capsys.readouterr().out
    assert not [char for char in out if east_asian_width(char) == "A"]
    assert ">= 100%" in out


def test_columns_line_up_whatever_is_in_them() -> None:
    rows = [("甲乙", "1", "x"), ("a", "100", "é"), ("e\u0301", "22", "")]
    assert list(aligned(rows, right=(1,))) == ["甲乙    1  x", "a     100  é", "e\u0301      22"]
    assert list(aligned([])) == []


@pytest.mark.parametrize("content", ["一、基本情况\n", "[x", "", "format 1"])
def test_a_text_is_no_year(tmp_path: Path, capsys: Captured, content: str) -> None:
    path = tmp_path / "report.txt"
    path.write_text(content)
    assert main(["score", str(path)]) == 2
    assert capsys.readouterr().err.startswith(f"{path}：这不是年度文件")


def test_the_text_tells_where_points_went_and_what_the_grade_lacks(
    samples: Path, capsys: Captured
) -> None:
    assert main(["score", str(samples / "yunxi-2023.toml")]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "3 森林火灾发生次数 7.20 = 90 × 8 ÷ 100，目标是 0，实际 1起，零容忍，不得分" in told
    assert "即 100 - 总分 86.46" in told
    assert "到“优” 还差 3.54 分；失分的 14 项共 13.54 分；其中第 3 项补足即可" in told

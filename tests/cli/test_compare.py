"""`compare`: years side by side, as tables with bars and as an object."""

import json
from pathlib import Path

import pytest

from perf_tui.cli import main
from perf_tui.store.years.samples import copy_samples

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    return copy_samples(tmp_path).parent


def test_years_come_in_order_with_bars_and_every_indicator(samples: Path, capsys: Captured) -> None:
    names = ("yunxi-2024", "yunxi-2022", "yunxi-2023")
    assert main(["compare", *(str(samples / f"{name}.toml") for name in names)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    lines = out.splitlines()
    assert lines[0] == "示例县云溪镇人民政府  2022、2023、2024 年"
    years = [line.split() for line in lines[3:6]]
    assert [row[0] for row in years] == ["2022", "2023", "2024"]
    assert years[1][3] == f"-{float(years[0][2]) - float(years[1][2]):.2f}"
    assert [row[4] for row in years] == ["优", "良", "优"]
    assert [len(row[5]) for row in years] == [round(float(row[2]) * 0.4) for row in years]
    fires = next(line for line in lines if "森林火灾" in line)
    assert fires.split() == [
        *("3", "森林火灾发生次数", "0起", "-", "8.00"),
        *("1起", "+1", "0.00", "0起", "-1", "8.00"),
    ]
    assert len(lines) == 8 + 19


def test_the_comparison_as_an_object(samples: Path, capsys: Captured) -> None:
    files = [str(samples / f"jianlong-{year}.toml") for year in (2023, 2024)]
    assert main(["compare", *files, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["years"][0] == {
        "unit": "重庆市璧山区健龙镇人民政府",
        "year": 2023,
        "total": None,
        "grade": None,
        "complete": False,
        "so_far": "0.00",
        "open": "100.00",
        "execution_rate": None,
    }
    assert (told["years"][1]["total"], told["years"][1]["grade"]) == ("99.54", "优")
    petitions = told["indicators"][12]
    assert petitions.pop("years") == [
        {"year": 2023, "actual": None, "change": None, "score": None, "score_change": None},
        {"year": 2024, "actual": "99.55", "change": None, "score": "8.00", "score_change": None},
    ]
    assert petitions == {
        "id": "petition_cases",
        "number": 13,
        "name": "信访案件处置率",
        "unit": "%",
    }


def test_changes_of_result_and_score(samples: Path, capsys: Captured) -> None:
    files = [str(samples / f"yunxi-{year}.toml") for year in (2022, 2023)]
    main(["compare", *files, "--json"])
    items = json.loads(capsys.readouterr().out)["indicators"]
    fires, wellbeing = items[2]["years"][1], items[17]["years"][1]
    assert (fires["actual"], fires["change"], fires["score_change"]) == ("1", "1", "-8.00")
    assert wellbeing["actual"] == "部分达成"


def test_ascii_draws_no_ambiguous_signs(samples: Path, capsys: Captured) -> None:
    files = [str(samples / f"yunxi-{year}.toml") for year in (2022, 2023)]
    main(["compare", *files, "--ascii"])
    assert not set("“”≥≤×÷…") & set(capsys.readouterr().out)


def test_what_cannot_be_compared_is_said(samples: Path, capsys: Captured) -> None:
    one, other = str(samples / "yunxi-2024.toml"), str(samples / "jianlong-2024.toml")
    assert main(["compare", one]) == 2
    assert "对比要两个或更多年度文件" in capsys.readouterr().err
    assert main(["compare", one, other]) == 2
    assert f"{one} 和 {other} 都是 2024 年的" in capsys.readouterr().err
    assert main(["compare", one, str(samples / "jianlong-2023.toml")]) == 0
    assert "不是同一个单位的：重庆市璧山区健龙镇人民政府、示例县云溪镇" not in (
        err := capsys.readouterr().err
    )
    assert "不是同一个单位的：示例县云溪镇人民政府、重庆市璧山区健龙镇人民政府" in err

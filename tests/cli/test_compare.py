"""`compare`: years side by side, as tables with bars and as an object."""

import json
from pathlib import Path

import pytest

from perf_tui.cli import main
from perf_tui.editing import merging
from perf_tui.editing.open_year import OpenYear
from perf_tui.reader.targets import read_pasted
from perf_tui.store.keeping.opened_file import open_file
from perf_tui.store.years.samples import copy_samples
from support.samples import township

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


TABLE = """\
一级指标\t三级指标\t年度指标值\t分值
产出指标\t农村公路养护里程\t≥80公里\t50
效益指标\t新增就业人数\t≥200人\t30
满意度指标\t{name}\t≥{target}%\t10
"""


@pytest.fixture
def office(tmp_path: Path) -> list[str]:
    """Two years of an office, in the second of which one is renamed, one new and one gone."""
    now = TABLE.replace("公路养护", "公路日常养护").replace("新增就业人数", "增收户数")
    tables = TABLE.format(name="群众满意度", target=90), now.format(name="群众满意度", target=92)
    paths = []
    for year, table in zip((2024, 2025), tables, strict=True):
        paths.append(path := tmp_path / f"{year}.toml")
        main(["new", str(path), "--year", str(year), "--form", "national", "--unit", "局"])
        open_year = OpenYear(open_file(path, township))
        merging.take_table(open_year, read_pasted(table).indicators)
        for one, text in zip(open_year.form.indicators, ("85", "210", "91"), strict=True):
            open_year.session.put(f"indicators.{one.id}.actual", text)
        open_year.keeper.save(open_year.session.year)
        open_year.keeper.close()
    return [str(path) for path in paths]


def test_years_whose_indicators_differ(office: list[str], capsys: Captured) -> None:
    assert main(["compare", *office]) == 0
    lines = capsys.readouterr().out.splitlines()
    roads = next(line for line in lines if "农村公路日常养护里程" in line).split()
    assert roads[1] == "农村公路日常养护里程（原“农村公路养护里程”，按名称推定）"
    assert roads[2:] == ["85公里", "-", "50.00", "85公里", "0", "50.00"]
    new = next(line for line in lines if "增收户数" in line).split()
    assert new[2:] == ["-", "-", "-", "210人", "-", "30.00"]
    gone = next(line for line in lines if "新增就业人数" in line).split()
    assert gone[2:] == ["210人", "-", "30.00", "-", "-", "-"]
    assert lines[lines.index("2025 年与 2024 年的指标：") :] == [
        "2025 年与 2024 年的指标：",
        "  改名：农村公路养护里程 → 农村公路日常养护里程（按名称推定）",
        "  新增：增收户数",
        "  指标值：群众满意度，≥90% → ≥92%",
        "  今年没有：新增就业人数",
    ]


def test_what_changed_stands_in_the_object(office: list[str], capsys: Captured) -> None:
    assert main(["compare", *office, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    roads, _, people, _ = told["indicators"]
    assert roads["earlier_names"] == ["农村公路养护里程"]
    assert roads["guessed"] is True
    assert "earlier_names" not in people
    (changes,) = told["changes"]
    assert (changes["year"], changes["before"]) == (2025, 2024)
    assert changes["indicators"][2] == {
        "kind": "target",
        "key": people["id"],
        "name": "群众满意度",
        "before": "≥90%",
        "now": "≥92%",
        "doubtful": False,
        "words": "指标值：群众满意度，≥90% → ≥92%",
    }

"""`forms`: sets are listed, shown, checked, exported as one file and added."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from perf_tui.cli import main
from perf_tui.store.forms import load_form, read_form
from perf_tui.store.years.samples import copy_samples

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the commands are given."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def run(*words: str) -> int:
    return main(["forms", *words])


def test_a_set_is_handed_on_as_one_file(folder: Path, capsys: Captured) -> None:
    assert run("export", "township", "-o", "county.form.toml", "--title", "县级") == 0
    assert run("check", "county.form.toml") == 0
    assert run("add", "county.form.toml") == 0
    (folder / "county.form.toml").unlink()
    capsys.readouterr()
    assert run("list") == 0
    listed = [line.split() for line in capsys.readouterr().out.splitlines()[1:]]
    assert ["national", "1", "随程序", "部门（单位）整体支出绩效自评（全国统一格式）"] in listed
    assert listed[-2:] == [
        ["township", "1", "随程序", "乡镇整体支出绩效自评"],
        ["county", "1", "用户", "县级"],
    ]
    assert main(["new", "2025.toml", "--year", "2025", "--form", "county"]) == 0
    assert run("check", "county") == 0


def test_what_an_office_made_by_keys_becomes_a_set(folder: Path, capsys: Captured) -> None:
    year = copy_samples(folder).with_name("yunxi-2024.toml")
    text = year.read_text("utf-8").replace("format = 1", "format = 2", 1)
    year.write_text(f'{text}\n[own.forest_fires]\nname = "火灾起数"\n', "utf-8")
    assert run("export", year.name, "-o", "county.form.toml") == 0
    form = read_form(folder / "county.form.toml")
    assert (form.id, form.version, form.indicators[2].name) == ("county", 1, "火灾起数")
    assert form.scheme == load_form("township").scheme
    assert main(["new", "2025.toml", "--year", "2025", "--form", "county"]) == 0
    assert run("export", "2025.toml", "-o", "county.form.toml") == 2
    assert "--force" in capsys.readouterr().err
    assert run("export", "2025.toml", "-o", "county.form.toml", "--force") == 0
    assert read_form(folder / "county.form.toml").version == 2


@pytest.mark.usefixtures("folder")
def test_a_set_is_shown_in_a_few_lines(capsys: Captured) -> None:
    assert run("show", "township") == 0
    shown = capsys.readouterr().out
    assert "township 第 1 版  乡镇整体支出绩效自评" in shown
    assert "依据：照重庆市乡镇公开的整体支出绩效自评报告和自评表" in shown
    assert "10 分，全年执行数 ÷ 全年调整预算数\n" in shown
    assert "权重合计 100，折成 90 分\n" in shown
    assert "优 90、良 80、中 60、差 0" in shown
    assert "达成 100-80、部分达成 80-60" in shown
    assert (
        "  3  森林火灾发生次数                效益指标    生态效益指标        =0起       8" in shown
    )
    assert run("show", "national") == 0
    shown = capsys.readouterr().out
    assert "权重合计 90（产出指标 50、效益指标 30、满意度指标 10）" in shown
    assert "没有指标，由各年度自己填写" in shown
    assert "零容忍指标每次扣分    发生就不得分" in shown
    assert run("show", "hunan") == 0
    assert "附表                  部门整体支出绩效评价基础数据表" in capsys.readouterr().out


def test_rules_of_one_region_are_shown_where_a_set_has_them(folder: Path, capsys: Captured) -> None:
    scheme = "[scheme]\npoints_per_event = 2\ncaps = [{ execution_below = 80, total = 89 }]\n"
    head = 'extends = "national"\nid = "a"\nversion = 1\ntitle = "甲"\n'
    (folder / "a").mkdir()
    (folder / "a" / "form.toml").write_text(head + scheme, "utf-8")
    assert run("show", "a") == 0
    shown = capsys.readouterr().out
    assert "零容忍指标每次扣分    2分" in shown
    assert "执行率低的总分封顶    低于 80% 封顶 89" in shown
    assert "指标得分保留          两位小数" in shown


def test_both_are_told_as_json(folder: Path, capsys: Captured) -> None:
    (folder / "x.form.toml").write_text("x", "utf-8")
    assert run("list", "--json") == 0
    *_, township, broken = json.loads(capsys.readouterr().out)["sets"]
    assert (township["id"], township["version"], township["used"]) == ("township", 1, True)
    assert (broken["place"], broken["version"], broken["used"]) == ("beside", None, False)
    assert "读不下去" in broken["trouble"]
    assert run("show", "township", "--json") == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["scheme"]["grades"][0] == {"name": "优", "floor": "90"}
    assert shown["indicators"][2] == {
        "id": "forest_fires",
        "number": 3,
        "name": "森林火灾发生次数",
        "category": "效益指标",
        "subcategory": "生态效益指标",
        "unit": "起",
        "sign": "=",
        "target": "0",
        "weight": "8",
        "core": False,
    }


def test_older_and_broken_sets_are_told_in_the_list(folder: Path, capsys: Captured) -> None:
    for name in ("county", "a"):
        assert run("export", "township", "-o", f"{name}.form.toml") == 0
    assert run("add", "county.form.toml") == 0
    text = (folder / "county.form.toml").read_text("utf-8")
    (folder / "county.form.toml").write_text(text.replace("version = 1", "version = 2"), "utf-8")
    (folder / "a.form.toml").write_text(text, "utf-8")
    (folder / "b.form.toml").write_text("x", "utf-8")
    capsys.readouterr()
    assert run("list") == 0
    out, err = capsys.readouterr()
    assert out.count("（已有更新的版本）") == 2
    assert err.startswith("注意：b.form.toml：最后一行读不下去")


REFUSED = [
    (("add", "township"), "添加哪套表单？写它的文件夹或 名字.form.toml 文件"),
    (("add", "./none.form.toml"), "none.form.toml 不是表单"),
    (("add", "2025.toml"), "2025.toml 不是表单"),
    (("add",), "添加哪一套？"),
    (("show",), "看哪一套？"),
    (("show", "townshp"), "没有这套表单，最接近的是 township"),
    (("show", "x\x1b"), "不是表单"),
    (("export",), "导出哪一套？"),
    (("export", "township"), "导出到哪里？加上 -o"),
    (("export", "township", "-o", "a.toml"), "文件名就是表单的名字"),
    (("export", "township", "-o", "甲县.form.toml"), "名字用小写字母"),
    (("export", "township", "-o", "none/a.form.toml"), "没有 .*none 这个文件夹"),
    (("export", "none.toml", "-o", "a.form.toml"), "none.toml：打不开"),
    (("export", ".", "-o", "a.form.toml"), "不是表单"),
    (("check", "townshp"), "没有这套表单"),
    (("check", "./none"), "没有 none 这个文件或文件夹"),
    (("lst",), "forms 没有“lst”这件事，也没有这个文件夹；能做的是 list、"),
    (("lst", "x"), "forms 没有“lst”这件事"),
]


@pytest.mark.parametrize(("words", "said"), REFUSED)
def test_what_cannot_be_done_is_one_sentence(
    folder: Path, capsys: Captured, words: tuple[str, ...], said: str
) -> None:
    assert run(*words) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert re.search(said, err)
    assert list(folder.iterdir()) == []


def test_every_key_is_told_with_an_example(capsys: Captured) -> None:
    assert run("keys") == 0
    told = capsys.readouterr().out
    assert "  weight  数，必写  权重（分）\n      例：weight = 5\n" in told
    assert "      例：[[scheme.grades]]\n" in told
    assert '      例：report_title = ["{unit_name}", ' in told
    assert told.count("\n  kind  ") == 1  # each table is told once
    assert "None" not in told


def test_schemas_are_printed_or_written_for_an_editor(folder: Path, capsys: Captured) -> None:
    assert run("schema", "indicator") == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["properties"]["weight"] == {"type": "number", "description": "权重（分）"}
    assert run("schema", "-o", "schema") == 0
    names = {path.name for path in (folder / "schema").iterdir()}
    kinds = ("form", "indicator", "library", "set", "table", "year")
    assert names == {f"{kind}.json" for kind in kinds}
    assert json.loads((folder / "schema" / "indicator.json").read_text("utf-8")) == shown
    capsys.readouterr()
    for words, said in ((("schema",), "要哪种文件的 Schema"), (("schema", "x"), "没有 x 这种文件")):
        assert run(*words) == 2
        assert said in capsys.readouterr().err

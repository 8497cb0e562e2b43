"""A newer version of the form set that a year carries along is offered, and taken or not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import tomli_w

from perf_tui.core.form.own import own_at
from perf_tui.editing.backups import backups_of, go_back_to, history_of
from perf_tui.editing.deciding import Matter
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.opening import to_settle
from perf_tui.editing.saving import save
from perf_tui.store.errors import SaveError
from perf_tui.store.forms import form_folder, forms_beside, load_form, read_form
from perf_tui.store.forms.adding import write_set
from perf_tui.store.forms.files import Tables
from perf_tui.store.forms.reading import read_tables
from perf_tui.store.keeping.opened_file import open_file
from perf_tui.store.years.beginning import begin_year
from perf_tui.store.years.checksum import sealed
from perf_tui.store.years.following import DECLINED, without_place
from perf_tui.store.years.year_file import FORM_SET, read_year_file
from support.forms import Table, indicator

VILLAGES = "facts.villages"


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A year that carries the county's set of version 1, filled in, with the set beside it."""
    path = tmp_path / "2025.toml"
    put(tmp_path, 1, roads(), fires("fires", "火灾起数", 0), petitions())
    begin_year(path, 2025, "county", unit="甲局")
    open_year = opened(path)
    fill = {
        "indicators.roads.actual": "98",
        "indicators.petitions.actual": "90",
        "indicators.fires.actual": "1",
        "indicators.fires.deviation_reason": "雷击",
        VILLAGES: "9",
        own_at("petitions", "weight"): "20",
        own_at("fires", "weight"): "20",
        "pending.indicators.fires.actual": "2024",
    }
    open_year.session.put_all(fill)
    save(open_year)
    open_year.keeper.close()
    return path


def named(ident: str, name: str, goal: str, unit: str, weight: int = 30) -> Table:
    sign, _, target = goal.partition(" ")
    return {**indicator(ident, sign, int(target)), "name": name, "unit": unit, "weight": weight}


def roads(target: int = 95) -> Table:
    return named("roads", "道路养护率", f">= {target}", "%")


def fires(ident: str, name: str, target: int) -> Table:
    return named(ident, name, f"= {target}", "起")


def petitions() -> Table:
    return named("petitions", "信访办结率", ">= 90", "%")


def put(folder: Path, version: int, *indicators: Table, fact: str = "villages") -> Path:
    """Put a version of the county's set into a folder, as one file."""
    tables = read_tables(Path("forms/national").resolve())
    head = {"id": "county", "version": version, "title": "县级部门自评", "table": "plain"}
    layout = {**tables["tables/national.toml"], "id": "plain", "groups": []}
    facts = [{"key": fact, "label": "行政村数", "unit": "个"}]
    target = folder / "county.form.toml"
    write_set(
        target,
        {
            "form.toml": {**tables["form.toml"], **head, "facts": facts},
            "tables/plain.toml": layout,
            **{
                f"indicators/{number:02}.toml": {
                    **one,
                    "number": number,
                    "category": "产出指标",
                    "shared": [fact],
                    "sentence": f"{{{fact}}}个村，目标{{target}}，完成{{actual}}。",
                }
                for number, one in enumerate(indicators, 1)
            },
        },
    )
    return target


def put_second(folder: Path) -> Path:
    """The second version: one renamed, one with another target, one gone, one new, a fact too."""
    stations = named("stations", "公交站点数", ">= 3", "个")
    return put(
        folder,
        2,
        roads(target=97),
        fires("wildfires", "火灾起数", 0),
        stations,
        fact="village_count",
    )


def opened(path: Path) -> OpenYear:
    return OpenYear(open_file(path, forms_beside(path)))


def matters(open_year: OpenYear) -> list[Matter]:
    return list(to_settle(open_year))


def the_matter(open_year: OpenYear) -> Matter:
    [matter] = matters(open_year)
    return matter


def do(matter: Matter, words: str) -> str:
    [choice] = [one for one in matter.choices if words in one.words]
    done = choice.do() if choice.do else None
    return str(done or "")


@pytest.fixture
def second(path: Path) -> Iterator[OpenYear]:
    """That year, opened where the second version of its set lies beside it."""
    put_second(path.parent)
    open_year = opened(path)
    yield open_year
    open_year.keeper.close()


def test_what_changes_is_told(second: OpenYear) -> None:
    assert not second.opened.sound
    matter = the_matter(second)
    assert matter.title == "表单有新的版本：县级部门自评"
    assert matter.words.splitlines() == [
        "这个年度用的是第 1 版，本文件夹里的是第 2 版。",
        "改动 5 处：",
        "指标值：道路养护率，≥95% → ≥97%",
        "新增：公交站点数",
        "不再有：信访办结率",
        "新增数据：行政村数",
        "没有了的数据：行政村数",
        "已填的有 2 处新版没有位置，留在文件里，不再显示。",
    ]
    assert matter.unanswered == 1
    assert matter.brief.endswith("仍用第 1 版")


def test_taking_it_follows_what_has_another_id_and_loses_nothing(second: OpenYear) -> None:
    assert do(the_matter(second), "换成第 2 版") == "已换成表单第 2 版，换以前的内容留了备份"
    year, form = second.session.year, second.form
    assert [one.id for one in form.indicators] == ["roads", "wildfires", "stations"]
    assert form.by_id["roads"].target == 97
    assert form.by_id["wildfires"].weight == 20
    assert year.text("indicators.wildfires.deviation_reason") == "雷击"
    assert year.text("facts.village_count") == "9"
    assert year.text("pending.indicators.wildfires.actual") == "2024"
    assert not second.dirty
    second.session.apply("indicators.stations.actual", "3")
    save(second)
    again = read_year_file(second.path, load_form)
    assert (again.form, again.form.version) == (second.form, 2)
    assert "indicators.petitions.actual" in without_place(again)
    assert again.year.text("indicators.roads.actual") == "98"
    lines, _ = history_of(second)
    assert any("表单：第 1 版 → 第 2 版" in line for line in lines)


def test_what_was_left_is_there_again_once_a_version_has_a_place_for_it(second: OpenYear) -> None:
    do(the_matter(second), "换成第 2 版")
    second.keeper.close()
    put(second.path.parent, 3, roads(), fires("wildfires", "火灾起数", 0), petitions())
    third = opened(second.path)
    do(the_matter(third), "换成第 3 版")
    assert third.session.year.text("indicators.petitions.actual") == "90"
    assert third.session.year.text(VILLAGES) == "9"
    third.keeper.close()


def test_the_backup_brings_the_version_before_back(second: OpenYear) -> None:
    do(the_matter(second), "换成第 2 版")
    backup, file = next(pair for pair in backups_of(second) if pair[1].form.version == 1)
    assert "连同表单第 1 版" in str(go_back_to(second, backup, file))
    assert second.form.by_id["fires"].weight == 20
    assert second.session.year.text("indicators.petitions.actual") == "90"
    assert read_year_file(second.path, load_form).form.version == 1


def test_staying_is_asked_again_unless_this_version_is_declined(second: OpenYear) -> None:
    assert do(the_matter(second), "下次打开再问") == ""
    assert do(the_matter(second), "不再问") == ""
    second.keeper.close()
    quiet = opened(second.path)
    assert quiet.opened.sound
    quiet.keeper.close()
    assert read_year_file(second.path, load_form).unknown[DECLINED] == 2
    put(second.path.parent, 3, roads(), fires("fires", "火灾起数", 0), petitions())
    again = opened(second.path)
    do(the_matter(again), "换成第 3 版")
    assert DECLINED not in again.keeper.saved.unknown
    again.keeper.close()


def test_a_long_list_is_read_by_itself(path: Path) -> None:
    put(
        path.parent,
        2,
        *(named(f"x{n}", f"新的第{n}项", ">= 1", "个", 9) for n in range(1, 11)),
    )
    open_year = opened(path)
    matter = the_matter(open_year)
    assert "另有" in matter.words
    [choice] = [one for one in matter.choices if one.read]
    assert choice.read
    assert len(choice.read()) == 13
    open_year.keeper.close()


def test_only_words_may_have_changed(path: Path) -> None:
    put(path.parent, 2, roads(), fires("fires", "火灾起数", 0), petitions())
    open_year = opened(path)
    assert "指标、评分方案和栏目都没有变" in the_matter(open_year).words
    open_year.keeper.close()


def test_one_that_is_broken_is_told(path: Path) -> None:
    target = put_second(path.parent)
    target.write_text(target.read_text("utf-8").replace("weight = 30", "weight = 31", 1), "utf-8")
    open_year = opened(path)
    matter = the_matter(open_year)
    assert matter.choices == ()
    assert "第 2 版，但用不了" in matter.words
    open_year.keeper.close()


def test_a_final_year_keeps_its_version(path: Path) -> None:
    file = read_year_file(path, load_form)
    open_year = opened(path)
    open_year.keeper.save(file.year.with_text("final.date", "2026-01-05"))
    open_year.keeper.close()
    put_second(path.parent)
    assert opened(path).opened.sound


def test_nothing_changes_where_it_cannot_be_saved(
    second: OpenYear, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise SaveError("满了")

    matter = the_matter(second)
    monkeypatch.setattr("perf_tui.store.keeping.keeper.write_year_file", fail)
    with pytest.raises(SaveError):
        do(matter, "换成第 2 版")
    assert second.form.version == 1
    assert second.keeper.saved.form.version == 1


def test_a_set_that_comes_with_the_program_by_now_is_not_carried_any_more(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    write_folder(programs / "county", read_tables(put_second(path.parent)))
    monkeypatch.setattr("perf_tui.store.forms.installed.ROOTS", (programs,))
    open_year = opened(path)
    matter = the_matter(open_year)
    assert "程序带的是第 2 版" in matter.words
    do(matter, "换成第 2 版")
    assert FORM_SET not in open_year.keeper.saved.unknown
    loads = read_year_file(path, lambda name: read_form(form_folder(name)))
    assert loads.form.version == 2
    open_year.keeper.close()


def write_folder(folder: Path, tables: Tables) -> None:
    for name, table in tables.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(tomli_w.dumps(table), "utf-8")


def test_another_version_of_a_set_of_the_program_is_told_as_far_as_it_is_known(
    tmp_path: Path,
) -> None:
    path = tmp_path / "2025.toml"
    begin_year(path, 2025, "township")
    text = path.read_text("utf-8").replace("form_version = 1", "form_version = 7")
    path.write_bytes(sealed(f"{text}\n[indicators.gone]\nactual = 3\n".encode()))
    open_year = opened(path)
    matter = the_matter(open_year)
    assert matter.choices == ()
    lines = matter.words.splitlines()
    assert lines[0] == "这个年度是按第 7 版填的，现在用的是第 1 版。"
    assert "升级程序" in lines[1]
    assert "1 处现在没有位置，原样留着：indicators.gone.actual" in lines[2]
    assert "共 19 项" in lines[3]
    save(open_year)
    open_year.session.apply("unit.name", "甲镇")
    save(open_year)
    open_year.keeper.close()
    assert opened(path).opened.sound
    assert read_form(Path("forms/township").resolve()).version == 1

"""What the projects come to, taken into the overall year and compared with what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from perf_tui.cli import main
from perf_tui.core.evaluation.evaluation import evaluate
from perf_tui.core.findings.finding import Finding
from perf_tui.core.wording.sentences import section_passage
from perf_tui.editing.judging import judged_beside
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.project_figures import take_projects
from perf_tui.editing.refusing import RefusedError
from perf_tui.editing.undoing import undo
from perf_tui.store.keeping.opened_file import open_file
from perf_tui.store.years.year_file import read_year_file, write_year_file
from support.projects import UNIT, put_overall, put_project
from support.samples import township

COUNT, BUDGET, EXECUTED, BEST = (
    f"facts.project_{key}" for key in ("count", "budget", "executed", "best")
)


@pytest.fixture
def overall(tmp_path: Path) -> Path:
    put_project(tmp_path, "村道硬化")
    put_project(tmp_path, "河道清淤", budget__executed_grant="600000.5")
    put_project(tmp_path, "去年的", 2023)
    put_project(tmp_path, "别的单位的", unit__name="健龙镇人民政府")
    return put_overall(tmp_path)


def opened(path: Path) -> OpenYear:
    return OpenYear(open_file(path, township))


def differing(open_year: OpenYear) -> list[Finding]:
    return [one for one in open_year.change.findings if one.code == "projects-differ"]


def test_blank_fields_are_filled_for_confirmation_in_one_step(overall: Path) -> None:
    open_year = opened(overall)
    address, said = take_projects(open_year)
    year = open_year.session.year
    assert address == COUNT
    assert [year.text(at) for at in (COUNT, BUDGET, EXECUTED, BEST)] == [
        *("2", "2400000", "1750000.5", "2")
    ]
    assert year.text(f"pending.{BUDGET}") == "各项目的自评（2 个）"
    assert str(said) == "已取 4 栏，逐栏{confirm}"
    waiting = [one for one in open_year.change.findings if one.code == "unconfirmed"]
    assert "取自各项目的自评（2 个）" in waiting[0].message
    undo(open_year)
    assert not any(map(open_year.session.year.text, (COUNT, BUDGET, f"pending.{BUDGET}")))
    open_year.keeper.close()


def test_what_was_typed_stays_and_a_difference_is_told_with_the_mended_figure(
    overall: Path,
) -> None:
    open_year = opened(overall)
    open_year.type(BUDGET, "240")
    open_year.leave(BUDGET)
    take_projects(open_year)
    assert open_year.session.year.text(BUDGET) == "240"
    (finding,) = differing(open_year)
    assert finding.message == "项目全年预算数合计填的是 240，2 个项目的自评合起来是 2400000"
    assert (finding.field, finding.suggestion) == (BUDGET, "2400000")
    open_year.type(BUDGET, "2400000")
    assert differing(open_year) == []
    with pytest.raises(RefusedError, match="没有要取的空栏"):
        take_projects(open_year)
    open_year.keeper.close()


def test_projects_that_have_changed_are_judged_as_they_are_now(overall: Path) -> None:
    open_year = opened(overall)
    take_projects(open_year)
    put_project(overall.parent, "河道清淤", budget__executed_grant="600000")
    assert differing(open_year) == []  # nobody has asked
    open_year.show_all()
    (finding,) = differing(open_year)
    assert (finding.field, finding.suggestion) == (EXECUTED, "1750000")
    with pytest.raises(RefusedError, match=r"核对后改：项目全年执行数合计$"):
        take_projects(open_year)
    open_year.type(EXECUTED, "")
    put_project(overall.parent, "河道清淤", budget__executed_grant="700000")
    take_projects(open_year)
    assert open_year.session.year.text(EXECUTED) == "1850000"
    assert differing(open_year) == []
    open_year.keeper.close()


def test_what_a_project_lacks_is_neither_taken_nor_judged(overall: Path) -> None:
    put_project(overall.parent, "水毁修复", budget__executed_grant="")
    open_year = opened(overall)
    open_year.type(EXECUTED, "1")
    open_year.leave(EXECUTED)
    _, said = take_projects(open_year)
    year = open_year.session.year
    assert (year.text(COUNT), year.text(BUDGET), year.text(BEST)) == ("3", "", "")
    assert str(said).endswith("；没填全的项目：水毁修复")
    assert differing(open_year) == []
    open_year.keeper.close()


def test_a_file_that_cannot_be_read_is_named(overall: Path) -> None:
    broken = put_project(overall.parent, "水毁修复")
    broken.write_text(broken.read_text("utf-8") + '\n"', "utf-8")
    open_year = opened(overall)
    open_year.type(COUNT, "3")
    _, said = take_projects(open_year)
    assert str(said).endswith(f"；打不开的文件：{broken.name}")
    (finding,) = differing(open_year)
    assert finding.message.endswith(f"合起来是 2（打不开、没有算的：{broken.name}）")
    open_year.keeper.close()


def test_of_many_projects_that_lack_something_some_are_named(overall: Path) -> None:
    for name in "甲乙丙丁":
        put_project(overall.parent, name, budget__executed_grant="")
    open_year = opened(overall)
    _, said = take_projects(open_year)
    words = str(said).partition("；没填全的项目：")[2]
    assert words.endswith("等 4 个")
    assert words.count("、") == 2
    open_year.keeper.close()


def test_why_nothing_can_be_taken_is_told(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    for path, words in (
        (put_overall(tmp_path), "没有云溪镇人民政府 2024 年的项目自评"),
        (put_project(tmp_path / "x", "村道硬化"), "没有填项目汇总的栏"),
    ):
        open_year = opened(path)
        with pytest.raises(RefusedError, match=words):
            take_projects(open_year)
        open_year.keeper.close()


def test_the_report_says_what_was_taken_and_nothing_while_blank(overall: Path) -> None:
    open_year = opened(overall)
    take_projects(open_year)
    for address in (COUNT, BUDGET, EXECUTED, BEST):
        open_year.confirm(address)
    evaluation = open_year.change.evaluation
    words = section_passage(evaluation, evaluation.form.by_key["projects"])
    assert words == (
        "2024年开展绩效自评的项目共2个，全年预算合计2400000元，全年执行合计1750000.5元，"
        "自评等级为“优”的2个。"
    )
    open_year.keeper.close()
    file = read_year_file(overall, township)
    blank = judged_beside(overall, evaluate(file.form, file.year))
    assert section_passage(blank, file.form.by_key["projects"]) == ""


def test_check_tells_the_difference_without_a_screen(
    overall: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = read_year_file(overall, township)
    write_year_file(overall, file.with_year(file.year.with_text(COUNT, "3")))
    assert main(["check", str(overall)]) == 1
    told = capsys.readouterr().out
    assert "项目个数填的是 3，2 个项目的自评合起来是 2" in told
    assert UNIT in told

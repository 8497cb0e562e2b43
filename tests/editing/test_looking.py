"""From problem to problem, the budget typed twice, money in words, where a report goes."""

from pathlib import Path

import pytest

from perf_tui.editing.capitals import in_capitals
from perf_tui.editing.copies import proposed_target, require_ending
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.problems import next_problem, nothing_left, problems_of
from perf_tui.editing.refusing import RefusedError
from perf_tui.editing.rekeying import Rekeying

INITIAL, EXECUTED = "budget.initial", "budget.executed"


def test_the_next_problem_is_found_round_the_end_and_judged(new: OpenYear) -> None:
    problems = problems_of(new)
    first = next_problem(new, None, 1)
    assert first == (problems[0], f"第 1 处，共 {len(problems)} 处")
    assert problems[0] in {finding.field for finding in new.shown}
    assert problems[1] not in {finding.field for finding in new.shown}
    last = next_problem(new, problems[0], -1)
    assert last
    assert last.address == problems[-1]
    assert last.words.startswith("前面没有了，转到最后一处；第 ")
    round_the_end = next_problem(new, problems[-1], 1)
    assert round_the_end
    assert round_the_end.words.startswith("后面没有了，回到第一处；第 1 处")


def test_the_only_problem_and_none_say_so(open_year: OpenYear) -> None:
    at = "budget.adjustment_reason"
    assert next_problem(open_year, at, 1) == (at, "只剩这一处")
    open_year.session.put(at, "项目增加")
    assert next_problem(open_year, at, 1) is None
    said = nothing_left(open_year).worded({"evidence": "按 F5"})
    assert said == "没有缺漏，也没有问题；佐证还缺 33 份，按 F5"


def test_the_budget_is_typed_again_figure_by_figure(open_year: OpenYear) -> None:
    typing = Rekeying(open_year.change.evaluation)
    assert typing.field
    assert typing.field.address == INITIAL
    assert typing.type("2739.3095万").words == "年初预算数：27393095，两次一致"
    with pytest.raises(RefusedError, match="9,5"):
        typing.type("9,5")
    typing.type("40686884.99")
    typing.type("")
    assert [pair.same for pair in typing.pairs] == [True, False, False]
    assert typing.verdict == "有不一致的，照原件改正"


def test_money_is_read_in_words(open_year: OpenYear) -> None:
    evaluation = open_year.change.evaluation
    said = in_capitals(evaluation, EXECUTED)
    assert said == "全年执行数大写：叁仟捌佰捌拾贰万零柒拾壹元捌角捌分"
    assert in_capitals(evaluation, "facts.fire_prevention_funds").endswith("约贰拾贰万陆仟元整")
    for address in (None, "unit.name"):
        with pytest.raises(RefusedError, match="先走到填金额的一栏"):
            in_capitals(evaluation, address)
    open_year.type(INITIAL, "")
    with pytest.raises(RefusedError, match="年初预算数还没有读得出的数"):
        in_capitals(open_year.change.evaluation, INITIAL)


def test_a_report_lies_beside_the_year_under_a_name_that_can_be_written() -> None:
    year = Path("a/2024.toml")
    assert proposed_target(year, "internal") == Path("a/2024.docx")
    assert proposed_target(year, "public") == Path("a/2024-公开稿.docx")
    require_ending(Path("x.MD"))
    with pytest.raises(RefusedError, match=r"结尾写成 \.docx、\.md、\.xlsx、\.csv、\.tsv 中的一个"):
        require_ending(Path("x.txt"))

"""`rules`: the table of what is checked, for people and for programs."""

import json
from collections import Counter

import pytest

from perf_tui.checks.catalogue import CATALOGUE
from perf_tui.cli import main
from perf_tui.cli.columns import width_of
from perf_tui.showing.glyphs import PLAIN
from support.samples import township

Captured = pytest.CaptureFixture[str]
COLUMNS = 80
TOLD = """\
年度（填写时和 check 核对）1 条
  budget-shift  核对
      调整预算与年初预算相差较大，没有写原因
      界限：超过年初预算的 20%（表单规定）
      依据：财政部门接收自评表的审核要求

报告（audit 核对）2 条
  rate-mismatch  必改、核对
      比率与前面的两个数合不上；只是没有四舍五入的，列为核对
      界限：相差超过 25 个百分点的，视为另一个比率，不核对
      依据：算术
"""


def test_every_rule_is_listed_where_it_applies(capsys: Captured) -> None:
    assert main(["rules"]) == 0
    lines = capsys.readouterr().out.splitlines()
    codes = [line.split()[0] for line in lines if line.startswith("  ") and line[2] != " "]
    assert codes == [entry.code for entries in CATALOGUE.values() for entry in entries]
    assert [line for line in lines if line and not line.startswith(" ")] == [
        f"年度（填写时和 check 核对）{len(CATALOGUE['year'])} 条",
        f"报告（audit 核对）{len(CATALOGUE['report'])} 条",
    ]
    assert sum(line.startswith("      依据：") for line in lines) == len(codes)


@pytest.mark.parametrize("options", [[], ["--ascii"]])
def test_no_line_is_wider_than_80_columns(capsys: Captured, options: list[str]) -> None:
    assert main(["rules", *options]) == 0
    out = capsys.readouterr().out
    doubled = sum(map(out.count, map(chr, PLAIN)))
    assert (doubled == 0) == bool(options)
    for line in out.splitlines():
        ambiguous = sum(map(line.count, map(chr, PLAIN)))
        assert width_of(line) + ambiguous <= COLUMNS, line


def test_only_the_rules_that_are_asked_for(capsys: Captured) -> None:
    assert main(["rules", "rate-mismatch", "budget-shift", "rate-mismatch"]) == 0
    year, report = TOLD.split("\n\n")
    shift = [line.replace("预算与年初预算", "预算数与年初") for line in year.splitlines()[1:]]
    head, *rate = report.splitlines()
    assert capsys.readouterr().out == "\n".join([year, "", head, *shift, *rate, ""])


def test_the_rules_of_one_scope_alone(capsys: Captured) -> None:
    assert main(["rules", "unspent-budget"]) == 0
    assert capsys.readouterr().out.startswith(
        "年度（填写时和 check 核对）1 条\n  unspent-budget  提示\n"
    )


def test_the_rules_as_an_object(capsys: Captured) -> None:
    assert main(["rules", "--json"]) == 0
    rules = json.loads(capsys.readouterr().out)["rules"]
    assert Counter(rule["scope"] for rule in rules) == {
        scope: len(entries) for scope, entries in CATALOGUE.items()
    }
    assert {tuple(rule) for rule in rules} == {
        ("scope", "code", "severities", "finds", "threshold", "form_keys", "basis")
    }
    assert all(rule["threshold"] is None or rule["threshold"] for rule in rules)


def test_one_rule_as_an_object(capsys: Captured) -> None:
    assert main(["rules", "low-execution", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "rules": [
            {
                "scope": "report",
                "code": "low-execution",
                "severities": ["error"],
                "finds": "执行率偏低，没有写原因",
                "threshold": f"低于 {township('township').scheme.low_execution}%",
                "form_keys": ["scheme.low_execution"],
                "basis": "财政部门接收自评表的审核要求",
            }
        ]
    }


@pytest.mark.parametrize(
    ("codes", "said"),
    [
        (["budget-shft"], "没有“budget-shft”这个规则代码，最接近的是 budget-shift\n"),
        (["blank", "预算"], "没有“预算”这个规则代码，用 perf-tui rules 看有哪些\n"),
        ([""], "没有“”这个规则代码，用 perf-tui rules 看有哪些\n"),
    ],
)
def test_an_unknown_code_is_one_sentence_and_status_2(
    capsys: Captured, codes: list[str], said: str
) -> None:
    assert main(["rules", *codes]) == 2
    assert tuple(capsys.readouterr()) == ("", said)

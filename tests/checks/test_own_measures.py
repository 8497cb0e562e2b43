"""What an own indicator is measured, compared and told by must not contradict itself."""

from __future__ import annotations

import pytest

from perf_tui.checks import judge
from perf_tui.core.answers.year import Year
from perf_tui.core.evaluation.evaluation import evaluate
from perf_tui.core.findings.finding import Finding
from perf_tui.core.form.own import form_for, own_at
from support.forms import form_of, indicator

SET = form_of(indicator("paid", weight=90))
PLAIN = {"name": "发放率", "target": "95", "weight": "10", "category": "产出", "unit": "%"}
RATE = {**PLAIN, "method": "分子÷分母×100", "fact1": "实发", "fact2": "应发"}


def found(one: dict[str, str], **values: str) -> list[Finding]:
    defined = {own_at("one", key): text for key, text in one.items()}
    texts = {**defined, **{at.replace("__", "."): text for at, text in values.items()}}
    evaluation = evaluate(form_for(SET, texts), Year("small", 2024, texts))
    told = (one for one in judge(evaluation) if one.code != "weights-sum")
    return [one for one in told if (one.field or "").startswith(("own.", "facts.one"))]


def test_a_sound_one_is_left_alone() -> None:
    said = "全年发放{完成值}%"
    assert found(RATE) == found(PLAIN) == found({**RATE, "sentence": said}) == []
    assert found({**PLAIN, "sign": "定性", "target": "良好", "unit": ""}) == []
    assert found({**PLAIN, "sign": "≤", "target": "120"}) == []
    unused = {**RATE, "sign": "定性", "target": "良好", "unit": "", "fact2_from": "gone_1"}
    assert found({key: text for key, text in unused.items() if text}) == []
    assert found({**RATE, "fact2_from": "adjusted"}) == []


@pytest.mark.parametrize(
    ("changed", "code", "severity", "key", "sentence"),
    [
        (
            {"fact2_from": "gone_1"},
            "fact-gone",
            "error",
            "fact2",
            "分母“应发”取自别处的数，那里已经没有了。另选一个，或重写名称，在本项里填。",
        ),
        (
            {"sign": "定性", "target": "80", "unit": ""},
            "comparator-misfit",
            "error",
            "sign",
            "指标值“80”是数，指标性质却是定性。改指标性质，或写要达到的程度。",
        ),
        (
            {"sign": "定性", "target": "良好", "unit": "人"},
            "comparator-misfit",
            "error",
            "unit",
            "定性指标填了计量单位“人”。清空计量单位，或改指标性质。",
        ),
        (
            {"unit": "人"},
            "unit-misfit",
            "error",
            "unit",
            "计算方法得出百分数，计量单位却是“人”。计量单位改成 %，或改计算方法。",
        ),
        (
            {"target": "950"},
            "target-above-100",
            "warning",
            "target",
            "指标值是 950%，超过 100%。核对指标值和计量单位。",
        ),
        (
            {"sentence": "发放{实际}"},
            "sentence-unreadable",
            "error",
            "sentence",
            "正文句式里的“实际”没有对应的数。可以写 {实发}、{应发}、{完成值}、{指标值}。",
        ),
        (
            {"sentence": "发放{完成值"},
            "sentence-unreadable",
            "error",
            "sentence",
            "正文句式里的花括号没有成对。可以写 {实发}、{应发}、{完成值}、{指标值}。",
        ),
        ({"fact2": ""}, "blank", "error", "fact2", "分母还没有填。写名称，如 应发放户数。"),
    ],
)
def test_what_contradicts_itself_is_told_at_its_place(
    changed: dict[str, str], code: str, severity: str, key: str, sentence: str
) -> None:
    one = {name: text for name, text in {**RATE, **changed}.items() if text}
    (finding,) = found(one)
    assert (finding.code, finding.severity, finding.sentence) == (code, severity, sentence)
    assert finding.field == own_at("one", key)


def test_two_facts_of_one_name_are_told_at_both() -> None:
    findings = found({**RATE, "fact2": "实发"})
    assert [one.field for one in findings] == [own_at("one", "fact1"), own_at("one", "fact2")]
    assert findings[0].sentence == "有 2 个数都叫“实发”。改成不同的名称。"


def test_a_bound_that_does_not_hold_is_told_at_the_facts() -> None:
    (finding,) = found({**RATE, "bounded": "是"}, facts__one_1="5", facts__one_2="4")
    assert (finding.code, finding.field) == ("constraint", "facts.one_2")
    assert finding.message == "实发大于应发"

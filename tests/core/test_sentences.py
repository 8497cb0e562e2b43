"""The report's passages, from the facts or in the user's own words."""

from __future__ import annotations

import pytest

from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.wording.sentences import (
    follows_from_facts,
    generated,
    has_gap,
    indicator_passage,
    own_words,
    report_title,
    section_passage,
)
from support.forms import FULL, fact, form_of, indicator, one, qualitative, small_form, stand

FORM = small_form()


def _passage(texts: dict[str, str], name: str = "cases") -> str:
    return indicator_passage(stand(FORM, texts), FORM.by_id[name])


def _section(texts: dict[str, str], key: str) -> str:
    return section_passage(stand(FORM, texts), FORM.by_key[key])


def _one(evaluation: Evaluation) -> str:
    return indicator_passage(evaluation, evaluation.form.indicators[0])


def test_a_sentence_takes_its_figures_from_the_fields() -> None:
    texts = {"facts.due": "224", "facts.done": "约223"}
    assert _passage(texts) == "应办224件，办结约223件，办结率99.55%。得30分。"


def test_gaps_name_what_is_missing() -> None:
    assert (
        _passage({"facts.due": "224"})
        == "应办224件，办结〔办结件数〕件，办结率〔完成值〕%。得〔得分〕分。"
    )


@pytest.mark.parametrize(
    ("own", "body"),
    [
        ("我们这样写。", "我们这样写。"),
        ("第一段\n\n第二段！", "第一段\n\n第二段！"),
        ("达到 99%", "达到 99%。"),
        ("评为“优”", "评为“优”。"),
        ("他说：“好。”", "他说：“好。”"),
        ("能否做到？", "能否做到？"),
        ("{done}[照样]", "{done}[照样]。"),
    ],
)
def test_own_words_stay_and_the_score_follows(own: str, body: str) -> None:
    texts = {"facts.due": "4", "facts.done": "4", "indicators.cases.paragraph": own}
    assert _passage(texts) == f"{body}得30分。"


@pytest.mark.parametrize(
    ("own", "printed"),
    [
        ("办完了，得30分", "办完了，得30分。"),
        ("办完了，得分为３０．０分。", "办完了，得分为３０．０分。"),
        ("办完了，得10分。", "办完了，得10分。得30分。"),
        ("满分30分。", "满分30分。得30分。"),
        ("\n　\n", "应办4件，办结4件，办结率100%。得30分。"),
    ],
)
def test_a_score_is_not_told_twice(own: str, printed: str) -> None:
    texts = {"facts.due": "4", "facts.done": "4", "indicators.cases.paragraph": own}
    assert _passage(texts) == printed


@pytest.mark.parametrize(
    ("own", "printed"),
    [
        ("完成六成，得6分。", "完成六成，得6分。原因：雨水多。得6分。"),
        ("因雨水多只完成六成，得6分。", "因雨水多只完成六成，得6分。"),
    ],
)
def test_a_reason_that_own_words_leave_out_is_printed(own: str, printed: str) -> None:
    texts = {"actual": "60", "deviation_reason": "雨水多。", "paragraph": own}
    filled = {f"indicators.one.{key}": text for key, text in texts.items()}
    assert _one(stand(one(), filled)) == printed


def test_what_is_generated_stands_beside_own_words() -> None:
    texts = {**FULL, "indicators.cases.paragraph": "另写", "sections.spending": "\n\n"}
    evaluation = stand(FORM, texts)
    cases, duties, spending = FORM.by_id["cases"], FORM.by_key["duties"], FORM.by_key["spending"]
    assert generated(evaluation, cases) == "应办100件，办结100件，办结率100%。"
    assert own_words(evaluation, cases) == "另写"
    assert (generated(evaluation, duties), own_words(evaluation, spending)) == ("", None)
    assert section_passage(evaluation, spending) == generated(evaluation, spending)


def test_a_gap_is_told_from_brackets_in_a_fact() -> None:
    evaluation = stand(FORM, FULL)
    assert not has_gap(evaluation, generated(evaluation, FORM.by_id["cases"]))
    assert not has_gap(evaluation, "按〔2024〕5号文办。")
    empty = stand(FORM, {})
    assert has_gap(empty, generated(empty, FORM.by_id["cases"]))


@pytest.mark.parametrize("reason", ["雨水多", "雨水多。", "雨水多；", "雨水多……", "雨水多."])
def test_a_reason_gets_one_full_stop(reason: str) -> None:
    evaluation = stand(
        one(), {"indicators.one.actual": "60", "indicators.one.deviation_reason": reason}
    )
    assert _one(evaluation) == "目标100，完成60。原因：雨水多。得6分。"


@pytest.mark.parametrize(
    ("actual", "reason", "closing"),
    [
        ("100", "目标定低了", "得10分。"),
        ("60", "", "原因：〔偏差原因〕。得6分。"),
        ("60", "。", "原因：〔偏差原因〕。得6分。"),
        ("", "雨水多", "原因：雨水多。得〔得分〕分。"),
    ],
)
def test_only_lost_points_have_a_reason(actual: str, reason: str, closing: str) -> None:
    texts = {"indicators.one.actual": actual, "indicators.one.deviation_reason": reason}
    assert _one(stand(one(), texts)).endswith(f"。{closing}")


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        ({"actual": "约95.50"}, "目标100，完成约95.50。"),
        ({"actual": "95.5", "target": "90"}, "目标90，完成95.5。"),
        ({"actual": "95", "target": "90", "adjusted_target": "80"}, "目标80，完成95。"),
        ({"actual": "95", "target": "九成"}, "目标〔指标值〕，完成95。"),
    ],
)
def test_targets_and_entered_values(texts: dict[str, str], sentence: str) -> None:
    evaluation = stand(one(), {f"indicators.one.{key}": text for key, text in texts.items()})
    assert _one(evaluation).startswith(sentence)


def test_a_qualitative_sentence() -> None:
    form = form_of(qualitative())
    assert _one(stand(form, {})) == "目标达成，完成〔完成值〕。得〔得分〕分。"
    texts = {"indicators.mood.tier": "2", "indicators.mood.coefficient": "75"}
    assert _one(stand(form, texts)) == "目标达成，完成部分达成。原因：〔偏差原因〕。得7.5分。"


def test_every_computed_name_has_a_gap() -> None:
    names = (
        "actual target score deviation_reason total grade execution_rate execution_score converted"
    )
    sentence = "".join(f"{{{name}}}" for name in names.split())
    gaps = "〔完成值〕〔指标值〕〔得分〕〔偏差原因〕〔总分〕〔等级〕"
    gaps += "〔执行率〕〔执行率得分〕〔指标折算得分〕"
    evaluation = stand(
        form_of(indicator(sentence=sentence), closing="{year}"), {"indicators.one.target": "多"}
    )
    assert _one(evaluation) == f"{gaps}2024"


def test_sections() -> None:
    assert _section({}, "duties") == ""
    assert _section({"sections.duties": "负责各项工作"}, "duties") == "负责各项工作"
    assert _section(FULL, "spending") == "执行100元，占100%。"
    assert _section({"budget.executed": "3"}, "spending") == "执行3元，占〔执行率〕%。"
    assert _section({**FULL, "sections.spending": "另写"}, "spending") == "另写"
    assert _section({}, "offices") == ""
    assert _section({"facts.office_count": "5"}, "offices") == "设5个办。"


@pytest.mark.parametrize(
    ("key", "texts", "follows"),
    [
        ("spending", FULL, True),
        ("spending", {"budget.executed": "3"}, False),
        ("offices", {}, True),
        ("duties", FULL, False),
    ],
)
def test_what_follows_from_facts(key: str, texts: dict[str, str], follows: bool) -> None:
    assert follows_from_facts(stand(FORM, texts), FORM.by_key[key]) is follows


def test_the_title() -> None:
    assert report_title(stand(FORM, FULL)) == ("云溪镇人民政府", "2024年度自评报告")
    assert report_title(stand(FORM, {}))[0] == "〔单位名称〕"


def test_the_conclusion_names_total_and_grade() -> None:
    section = {"key": "end", "title": "结论", "initials": "jl", "guidance": "写"}
    sentence = "总分{total}，执行率得{execution_score}，{grade}。"
    form = form_of(indicator(), sections=({**section, "sentence": sentence},))
    texts = {**FULL, "indicators.one.actual": "60"}
    evaluation = stand(form, texts)
    assert section_passage(evaluation, form.sections[0]) == "总分64.00，执行率得10.00，中。"


@pytest.mark.parametrize(
    ("executed", "points", "parts"),
    [
        ("100", "60", "64.00 = 10.00 + 54.00"),
        ("95.44", "99.96", "99.51 = 9.544 + 89.964"),
        ("", "60", "〔总分〕 = 〔执行率得分〕 + 〔指标折算得分〕"),
        ("95.4", "", "〔总分〕 = 9.54 + 〔指标折算得分〕"),
    ],
)
def test_the_parts_of_the_total_add_up_as_they_are_printed(
    executed: str, points: str, parts: str
) -> None:
    end = {"key": "end", "title": "结论", "initials": "jl", "guidance": "写"}
    sentence = "{total} = {execution_score} + {converted}"
    form = form_of(indicator(weight=100), sections=({**end, "sentence": sentence},))
    texts = {**FULL, "budget.executed": executed, "indicators.one.actual": points}
    assert section_passage(stand(form, texts), form.sections[0]) == parts


RATE = fact("rate", "增速", kind="percent", unit="%", minimum=-100)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("12", "同比增长12%。"),
        ("5.30", "同比增长5.30%。"),
        ("-3.48", "同比下降3.48%。"),
        ("约-5", "同比下降约5%。"),
        ("0", "同比持平。"),
        ("-0.0", "同比持平。"),
        ("", "同比〔增速〕。"),
        ("不少", "同比〔增速〕。"),
    ],
)
def test_growth_is_worded_by_its_sign(typed: str, words: str) -> None:
    form = one(facts=[RATE], sentence="同比{rate_change}。")
    assert _one(stand(form, {"facts.rate": typed})).startswith(words)


@pytest.mark.parametrize(
    ("executed", "reason", "words"),
    [
        ("95", "", "占95%。"),
        ("86.5", "", "占86.50%。因〔执行率偏低的原因〕。"),
        ("86.5", "。", "占86.50%。因〔执行率偏低的原因〕。"),
        ("86.5", "开工晚。", "占86.50%。因开工晚。"),
    ],
)
def test_a_low_execution_rate_has_a_reason_or_a_gap(executed: str, reason: str, words: str) -> None:
    spent = {"key": "spent", "title": "支出", "initials": "zc", "guidance": "写"}
    sentence = "占{execution_rate}%。[因{execution_reason}。][调整因{adjustment_reason}。]"
    form = form_of(indicator(), sections=({**spent, "sentence": sentence},))
    texts = {**FULL, "budget.executed": executed, "budget.execution_reason": reason}
    assert section_passage(stand(form, texts), form.sections[0]) == words


@pytest.mark.parametrize(
    ("part", "shown"), [("1", "50"), ("2", "100"), ("1.73", "86.50"), ("0", "0")]
)
def test_computed_percentages_have_the_same_decimals(part: str, shown: str) -> None:
    facts = [fact("part", "实"), fact("whole", "应")]
    form = one(unit="%", facts=facts, measure="part / whole * 100")
    evaluation = stand(form, {"facts.part": part, "facts.whole": "2"})
    assert (evaluation.item("one").measured, evaluation.item("one").shown_actual) == (True, shown)
    assert _one(evaluation).startswith(f"目标100，完成{shown}。")

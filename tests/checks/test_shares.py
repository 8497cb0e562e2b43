"""What a key keeps of the evaluation before it is what an evaluation from nothing would give."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from perf_tui.checks import judge, judged
from perf_tui.checks.year.own import indicators_there
from perf_tui.core.answers.year import Year, pending_at
from perf_tui.core.evaluation.evaluation import JudgedEvaluation, evaluate
from perf_tui.core.evaluation.progress import progress_of
from perf_tui.core.findings.acceptance import acceptance
from perf_tui.core.form import Form
from perf_tui.core.form.own import form_for, own_at
from perf_tui.core.form.own.facts import fact_name
from perf_tui.core.form.scheme.changing import scheme_at
from perf_tui.core.session import Session
from support.forms import FULL, small_form
from support.samples import JIANLONG, SAMPLES, opened, township

SMALL = small_form()
IDENTS = ("own1", "own2", "own3", "cases", "costs", "mood", "again", "forest_fires", "disputes")
DEFINING = {
    "name": ("", "甲", "乙", "指标cases"),
    "target": ("", "95", "80起", "良好"),
    "weight": ("", "5", "12.5", "0", "x"),
    "unit": ("", "%", "人"),
    "sign": ("", "≥", "≤", "＝", "=", "定性"),
    "category": ("", "产出", "产出指标", "别的"),
    "number": ("", "1", "2", "0.5", "30"),
    "removed": ("", "是"),
    "core": ("", "是"),
    "method": ("", "直接填报", "分子÷分母×100", "合计", "相减", "计数"),
    "fact1": ("", "完成数", "应完成数"),
    "fact1_from": ("", "own1_1", "own2_1", "disputes", "gone"),
    "fact1_unit": ("", "人", "元"),
    "fact1_source": ("", "台账"),
    "fact2": ("", "应完成数", "上报数"),
    "fact2_from": ("", "own1_1", "own3_2", "costs"),
    "bounded": ("", "是"),
    "evidence1": ("", "名册"),
    "sentence": ("", "全年{完成值}件", "{应完成数}中的{完成数}", "{没有}", "}"),
    "before": ("", "无", "甲", "指标cases"),
}
WORDS = (
    "",
    "全年完成300件，得5分，总分99分，等级为优。",
    "比上年多2件，执行率95%。",
    "负责本镇的各项工作，按照上级要求逐项落实，没有遗漏。",
)
FIGURES = ("", "0", "1", "0.95", "90", "100", "120", "约90", "300余", "九十", "x", "-5", "3882万")
OWN = st.tuples(st.sampled_from(IDENTS), st.sampled_from(sorted(DEFINING))).flatmap(
    lambda at: st.tuples(st.just(own_at(*at)), st.sampled_from(DEFINING[at[1]]))
)
SCHEME = {
    "levels": (
        "",
        "产出指标 50、效益指标 40",
        "产出 90",
        "产出 60、效益 40",
        "甲 100、加分 +5",
        "x",
    ),
    "tiers": ("", "达成 100-80（含80）、未达成 80-0", "好"),
    "grades": ("", "不评等级", "好 80、差 0"),
    "execution_weight": ("", "10", "0", "200"),
    "inverse_rule": ("", "目标值÷完成值"),
    "caps": ("", "低于 80% 封顶 89"),
    "score_places": ("", "整数"),
}
CHANGED = st.sampled_from(sorted(SCHEME)).flatmap(
    lambda key: st.tuples(st.just(scheme_at(key)), st.sampled_from(SCHEME[key]))
)
PARTS = ("actual", "target", "adjusted_target", "coefficient", "tier", "deviation_reason", "points")
FACTS = st.tuples(st.sampled_from(IDENTS[:3]), st.sampled_from((1, 2))).map(
    lambda at: f"facts.{fact_name(*at)}"
)
TYPED = st.tuples(st.sampled_from(IDENTS), st.sampled_from((*PARTS, "evidence.notes"))).map(
    lambda at: f"indicators.{at[0]}.{at[1]}"
)


def texts_at(form: Form) -> st.SearchStrategy[tuple[str, str]]:
    """An edit of any kind: of a field, of a passage, of a definition, of the scheme."""
    wordy = sorted(at for at, field in form.fields.items() if field.wordy)
    others = sorted(form.fields.keys() - {*wordy})
    figures = st.tuples(
        st.sampled_from(others) | TYPED | FACTS, st.sampled_from((*FIGURES, "达成", "1"))
    )
    return figures | st.tuples(st.sampled_from(wordy), st.sampled_from(WORDS)) | OWN | CHANGED


def from_nothing(base: Form, evaluation: JudgedEvaluation) -> JudgedEvaluation:
    """The same year, read and judged without anything that was known of it before."""
    year = Year(evaluation.year.form, evaluation.year.year, dict(evaluation.year.texts))
    return judged(evaluate(form_for(base, year.texts), year, evaluation.last))


def told(form: Form) -> tuple[object, ...]:
    """All that a form tells of its pages and fields."""
    return (
        form.indicators,
        form.pages,
        form.definitions,
        dict(form.fields),
        dict(form.home_of),
        sorted(form.walk, key=form.walk.__getitem__),
        form.addresses,
        form.measured_by,
    )


class Editing(RuleBasedStateMachine):
    """A session beside which everything is worked out from nothing after every edit."""

    base: Form
    start: Mapping[str, str] = {}

    @initialize()
    def open(self) -> None:
        year = Year(self.base.id, 2024, self.start)
        self.session = Session(form_for(self.base, self.start), year, judge)

    @rule(data=st.data())
    def type(self, data: st.DataObject) -> None:
        self.session.apply(*data.draw(texts_at(self.base)))

    @rule(data=st.data())
    def put(self, data: st.DataObject) -> None:
        self.session.put_all(dict(data.draw(st.lists(texts_at(self.base), min_size=1))))

    @rule(data=st.data())
    def take_over(self, data: st.DataObject) -> None:
        address, text = data.draw(texts_at(self.base))
        self.session.put_all({address: text, pending_at(address): "2023"})

    @rule(data=st.data(), reason=st.sampled_from(["", "属实"]))
    def accept(self, data: st.DataObject, reason: str) -> None:
        warnings = [one for one in self.session.change.findings if one.severity == "warning"]
        if warnings:
            one = data.draw(st.sampled_from(warnings))
            self.session.put_all(acceptance(one, self.session.year, reason))

    @rule()
    def undo(self) -> None:
        self.session.undo()

    @rule()
    def redo(self) -> None:
        self.session.redo()

    @rule(data=st.data())
    def look_back(self, data: st.DataObject) -> None:
        texts = {**self.start, **dict(data.draw(st.lists(texts_at(self.base))))}
        year = Year(self.base.id, 2023, texts)
        self.session.look_back("2023.toml", evaluate(form_for(self.base, texts), year))

    @rule(data=st.data())
    def turn_to(self, data: st.DataObject) -> None:
        texts = {**self.start, **dict(data.draw(st.lists(texts_at(self.base))))}
        self.session.turn_to(Year(self.base.id, 2024, texts))

    @invariant()
    def everything_is_as_from_nothing(self) -> None:
        kept = self.session.change.evaluation
        anew = from_nothing(self.base, kept)
        assert kept.findings == anew.findings
        assert kept.score == anew.score
        assert dict(kept.printed) == dict(anew.printed)
        assert progress_of(kept, kept.findings) == progress_of(anew, anew.findings)
        assert told(kept.form) == told(anew.form)


class Small(Editing):
    base, start = SMALL, FULL


class Township(Editing):
    base, start = township("township"), opened(SAMPLES[0]).evaluation.year.texts


class National(Editing):
    """Nothing but indicators of the year's own."""

    base = township("national")
    start = {
        own_at(ident, key): text
        for ident in ("own1", "own2", "own3")
        for key, text in {"name": ident, "target": "9", "weight": "30", "category": "产出"}.items()
    }


class Measured(National):
    """Own indicators that are measured by each other's facts, one beside the weights."""

    start = {
        **National.start,
        scheme_at("levels"): "产出 90、加分 +5",
        own_at("own1", "method"): "分子÷分母×100",
        own_at("own1", "fact1"): "完成数",
        own_at("own1", "fact2"): "应完成数",
        own_at("own2", "method"): "合计",
        own_at("own2", "fact1"): "完成数",
        own_at("own2", "fact1_from"): "own1_1",
        own_at("own2", "fact2"): "上报数",
        own_at("own3", "category"): "加分",
        "facts.own1_1": "9",
        "facts.own1_2": "10",
        "facts.own2_2": "约3",
    }


class Project(Editing):
    """A budget whose total follows from its parts."""

    base, start = township("project"), National.start


for machine in (Small, Township, National, Measured, Project):
    machine.TestCase.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
TestSmall, TestTownship, TestNational = Small.TestCase, Township.TestCase, National.TestCase
TestMeasured, TestProject = Measured.TestCase, Project.TestCase


def test_words_about_the_total_are_judged_anew_with_it() -> None:
    session = Session(township("township"), opened(JIANLONG).evaluation.year, judge)
    session.put("sections.conclusion", "自评总分99.54分，等级为优。")

    def codes() -> set[str]:
        return {one.code for one in session.change.findings if one.field == "sections.conclusion"}

    before = codes()
    session.apply("budget.executed", "1")
    assert codes() - before == {"total-in-words", "grade-in-words"}


def test_what_defines_one_indicator_leaves_the_others_as_they_are() -> None:
    base, start = township("national"), Measured.start
    last = evaluate(form_for(base, start), Year(base.id, 2023, start))
    session = Session(form_for(base, start), Year(base.id, 2024, start), judge, last)
    before = session.change.evaluation.form
    for address, text in ((own_at("own2", "name"), "另一项"), (own_at("own2", "fact2"), "")):
        kept = session.apply(address, text).evaluation
        assert kept.findings == from_nothing(base, kept).findings
    after = session.change.evaluation.form
    assert after.parts["own1"] is before.parts["own1"]
    assert after.parts["own2"] is not before.parts["own2"]
    assert own_at("own2", "removed") not in after.walk
    project = township("project")
    assert project.computed
    assert all(at in project.home_of and at not in project.walk for at in project.computed)


def test_rules_on_the_form_can_be_asked_alone() -> None:
    empty = evaluate(township("national"), Year("national", 2024))
    assert [one.code for one in indicators_there(empty)] == ["no-indicators"]

"""Whatever a definition says, the year can be read, scored, judged and told."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from perf_tui.checks import judged
from perf_tui.core.answers.year import Year
from perf_tui.core.evaluation.evaluation import evaluate
from perf_tui.core.explaining.working import work_item
from perf_tui.core.form.own import form_for, own_at
from perf_tui.core.form.own.methods import METHODS
from perf_tui.core.wording.sentences import indicator_passage
from support.forms import small_form

FORM = small_form()
SLOTS = [f"fact{n}{what}" for n in (1, 2, 3, 6) for what in ("", "_unit", "_from", "_source")]
PLAIN = ("name", "target", "weight", "unit", "sign", "category", "core", "number", "removed")
MORE = ("method", "bounded", "negative", "source", "sentence", "evidence1", "evidence4", "unknown")
IDS = st.sampled_from(["own1", "own2", "培训", "A-1", "if", "x" * 80, "cases", "mood", "fires"])
NAMES = ["own1_1", "own2_2", "due", "executed", "gone"]
MARKS = ["{完成值}", "{甲}", "[a]", "{", "}}", "\0", "甲、乙", "甲\n乙", "甲"]
WORDS = ["是", "否", "5", "-3", "120", "9" * 40, "1e9", "%", "人", "万元", "定性", "≥", "无"]
TEXTS = st.sampled_from([*NAMES, *MARKS, *WORDS, *METHODS])
DEFINITIONS = st.dictionaries(
    IDS, st.dictionaries(st.sampled_from([*PLAIN, *MORE, *SLOTS]), TEXTS), max_size=4
)


@settings(max_examples=300, deadline=None)
@given(definitions=DEFINITIONS, typed=st.lists(TEXTS, min_size=1, max_size=7))
def test_any_definition_leaves_a_year_that_can_be_gone_on_with(
    definitions: dict[str, dict[str, str]], typed: list[str]
) -> None:
    own = {
        own_at(ident, key): text for ident, one in definitions.items() for key, text in one.items()
    }
    form = form_for(FORM, own)
    others = [address for address in form.fields if address not in own]
    texts = own | {address: typed[n % len(typed)] for n, address in enumerate(others)}
    form = form_for(form, texts)
    evaluation = judged(evaluate(form, Year("small", 2024, texts)))
    assert own.keys() <= form.fields.keys()
    for page in (*form.pages, *form.definitions):
        assert len(set(page.addresses)) == len(page.addresses)
    for finding in evaluation.findings:
        assert set(finding.places) <= form.walk.keys()
    for one in form.indicators:
        assert indicator_passage(evaluation, one)
        assert list(work_item(evaluation, evaluation.item(one.id)))

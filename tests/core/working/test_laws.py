"""Every equation that is printed is true, whatever was typed."""

from __future__ import annotations

from hypothesis import given

from perf_tui.core.explaining.explanation import explain_deductions, explain_grade, explain_item
from perf_tui.core.explaining.working import work_item, work_total
from perf_tui.core.form import Form
from support.drawn import SOME_TEXTS, TEXTS, forms
from support.equations import holds
from support.forms import stand


@given(forms(), TEXTS)
def test_every_equation_holds(form: Form, texts: dict[str, str]) -> None:
    evaluation = stand(form, texts)
    lines = [line for item in evaluation.score.items for line in work_item(evaluation, item)]
    for line in [*lines, *work_total(evaluation)]:
        if line.label != "全年完成值" and " = " in line.equation:
            assert holds(line.equation), line.equation
        if line.label == "全年完成值" and "÷" in line.equation:
            assert holds(line.equation), line.equation


@given(forms(), TEXTS | SOME_TEXTS)
def test_every_equation_of_a_loss_holds(form: Form, texts: dict[str, str]) -> None:
    evaluation = stand(form, texts)
    items = (line for item in evaluation.score.items for line in explain_item(evaluation, item))
    for line in (*items, *explain_deductions(evaluation), *explain_grade(evaluation)):
        if " = " in line.equation:
            assert holds(line.equation.removeprefix("待定 ")), line.equation

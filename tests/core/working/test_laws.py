"""Every equation that is printed is true, whatever was typed."""

from __future__ import annotations

from hypothesis import given

from perf_tui.core.explaining import explain_grade, explain_item, explain_losses
from perf_tui.core.form import Form
from perf_tui.core.working import work_item, work_total
from support.drawn import SOME_TEXTS, TEXTS, forms
from support.equations import holds
from support.forms import stand


@given(forms(), TEXTS)
def test_every_equation_holds(form: Form, texts: dict[str, str]) -> None:
    standing = stand(form, texts)
    lines = [line for item in standing.score.items for line in work_item(standing, item)]
    for line in [*lines, *work_total(standing)]:
        if line.label != "全年完成值" and " = " in line.equation:
            assert holds(line.equation), line.equation
        if line.label == "全年完成值" and "÷" in line.equation:
            assert holds(line.equation), line.equation


@given(forms(), TEXTS | SOME_TEXTS)
def test_every_equation_of_a_loss_holds(form: Form, texts: dict[str, str]) -> None:
    standing = stand(form, texts)
    items = (line for item in standing.score.items for line in explain_item(standing, item))
    for line in (*items, *explain_losses(standing), *explain_grade(standing)):
        if " = " in line.equation:
            assert holds(line.equation.removeprefix("待定 ")), line.equation

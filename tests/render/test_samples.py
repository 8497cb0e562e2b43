"""The sample years as a township would hand them in."""

from __future__ import annotations

from decimal import Decimal

import pytest

from perf_tui.core.evaluation.evaluation import Evaluation, evaluate
from perf_tui.render.document import Table, Title
from perf_tui.render.evaluation_table import evaluation_table
from perf_tui.render.markdown import to_markdown
from perf_tui.store.forms import load_form
from perf_tui.store.years.samples import sample_folder
from perf_tui.store.years.year_file import read_year_file
from support.rendered import build_report


def _evaluation(name: str) -> Evaluation:
    file = read_year_file(sample_folder() / f"{name}.toml", load_form)
    return evaluate(file.form, file.year)


def _indicators(name: str) -> Table:
    return [
        one
        for one in evaluation_table(_evaluation(name).with_findings(()), internal=True)
        if isinstance(one, Table)
    ][-1]


def test_the_real_year_concludes_with_its_total_and_grade() -> None:
    text = to_markdown(build_report(_evaluation("jianlong-2024")))
    conclusion = text.split("### （二）绩效评价结论\n\n")[1].split("\n\n")[0]
    assert "99.54" in conclusion
    assert "优" in conclusion
    assert "〔" not in text
    assert "约22.6万元" in text


@pytest.mark.parametrize("name", ["jianlong-2024", "yunxi-2022", "yunxi-2023", "yunxi-2024"])
def test_nineteen_rows_add_up(name: str) -> None:
    *rows, sums, _total = _indicators(name).rows
    assert len(rows) == 19
    assert Decimal(sums[1].text) == sum(Decimal(row[7].text) for row in rows) == 100
    assert Decimal(sums[2].text) == sum(Decimal(row[8].text) for row in rows)


def test_an_unfinished_year_is_a_draft() -> None:
    title = build_report(_evaluation("jianlong-2023")).blocks[0]
    assert isinstance(title, Title)
    assert title.mark == "草稿"


def test_the_contact_stays_in_the_internal_copy() -> None:
    evaluation = _evaluation("yunxi-2024")
    told = [evaluation.readings.words(f"unit.{key}") for key in ("contact", "phone")]
    internal, public = (
        to_markdown(build_report(evaluation, copy)) for copy in ("internal", "public")
    )
    for words in told:
        assert words
        assert words in internal
        assert words not in public

"""The sample years against the form: every value has its place and scores what the README says."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from perf_tui.checks import judge
from perf_tui.core.answers.readings import settled_text
from perf_tui.core.answers.year import Year
from perf_tui.core.evaluation.evaluation import Evaluation, evaluate
from perf_tui.store.forms import load_form

SAMPLES = Path(__file__).parents[2] / "sample_years"
TABLES = ("unit", "budget", "facts", "indicators", "sections")
COMPLETE = [
    ("jianlong-2024", "99.54", "优"),
    ("yunxi-2022", "97.38", "优"),
    ("yunxi-2023", "86.46", "良"),
    ("yunxi-2024", "99.20", "优"),
]
NAMES = ["jianlong-2023", *(name for name, _, _ in COMPLETE)]
# Growth rate → the figure it belongs to.
GROWTH = {
    "fixed_investment_growth": "fixed_investment",
    "catering_revenue_growth": "catering_revenue",
    "industrial_output_growth": "industrial_output",
    "fiscal_revenue_growth": "fiscal_revenue",
    "poverty_income_growth": "poverty_income",
}


@pytest.mark.parametrize("name", NAMES)
def test_every_value_has_a_field_and_is_written_plainly(name: str) -> None:
    fields = load_form("township").fields
    texts = _texts(name)
    assert texts.keys() <= fields.keys()
    assert {at: settled_text(fields[at], text) for at, text in texts.items()} == texts


@pytest.mark.parametrize(("name", "total", "grade"), COMPLETE)
def test_complete_years_score_what_the_readme_says(name: str, total: str, grade: str) -> None:
    score = _stock(name).score
    assert (score.total, score.grade) == (Decimal(total), grade)
    assert f"| {total}, {grade} |" in (SAMPLES / "README.md").read_text("utf-8")


def test_the_real_year_gets_full_marks_on_every_indicator() -> None:
    assert _stock("jianlong-2024").score.indicators == 100


def test_the_real_year_lacks_only_what_its_report_does_not_give() -> None:
    codes = [finding.code for finding in judge(_stock("jianlong-2024", "jianlong-2023"))]
    assert codes == ["budget-shift", *["evidence-missing"] * 19, *["goal-blank"] * 2]


@pytest.mark.parametrize(
    ("name", "last"),
    [("yunxi-2022", None), ("yunxi-2023", "yunxi-2022"), ("yunxi-2024", "yunxi-2023")],
)
def test_invented_years_are_in_order(name: str, last: str | None) -> None:
    assert judge(_stock(name, last)) == ()


def test_the_unfinished_year_holds_only_what_is_known() -> None:
    facts = {at for at in _texts("jianlong-2023") if at.startswith("facts.")}
    known = {"fixed_investment", "catering_revenue", "poverty_income", "sangong_spent"}
    assert facts == {f"facts.{key}" for key in known}
    assert _stock("jianlong-2023").score.open == 100


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("jianlong-2024", "jianlong-2023"),
        ("yunxi-2023", "yunxi-2022"),
        ("yunxi-2024", "yunxi-2023"),
    ],
)
def test_growth_follows_from_the_year_before(name: str, last: str) -> None:
    now, before = _stock(name).readings.amounts, _stock(last).readings.amounts
    compared = 0
    for growth, figure in GROWTH.items():
        rate, new, old = now[growth], now[figure], before[figure]
        if rate is not None and new is not None and old is not None:
            # One unit of the last place, for bases that were derived by rounding.
            assert abs((new / old - 1) * 100 - rate) <= Decimal("0.01")
            compared += 1
    assert compared >= 3


@pytest.mark.parametrize("name", ["yunxi-2022", "yunxi-2023", "yunxi-2024"])
def test_invented_years_say_so(name: str) -> None:
    texts = _texts(name)
    remarks = [text for at, text in texts.items() if at.endswith(".remark")]
    assert len(remarks) == 19
    assert all("示例数据" in remark for remark in remarks)
    assert "虚构" in str(_document(name)["note"])


def _document(name: str) -> dict[str, object]:
    text = (SAMPLES / f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text, parse_float=Decimal)


def _texts(name: str) -> dict[str, str]:
    document = _document(name)
    return dict(_flat({table: document.get(table, {}) for table in TABLES}))


def _flat(table: Mapping[str, object], at: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{at}{key}.")
        else:
            yield at + key, value.isoformat() if isinstance(value, date) else str(value)


def _stock(name: str, last: str | None = None) -> Evaluation:
    document = _document(name)
    year = Year("township", int(str(document["year"])), _texts(name))
    return evaluate(load_form("township"), year, _stock(last) if last else None)

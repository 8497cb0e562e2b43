"""A form set is data: nothing in it runs, loops, or takes time and memory without measure."""

from __future__ import annotations

import copy
import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faults.forked import measured
from faults.reading import BUG, MOST_MEGABYTES, most_seconds
from perf_tui.checks import judge
from perf_tui.core.evaluation.evaluation import evaluate
from perf_tui.core.expressions import ExpressionError, compile_expression
from perf_tui.core.form.build import build_form
from perf_tui.core.form.problems import FormError
from perf_tui.store.forms import form_folder
from perf_tui.store.toml.parsing import parse_toml
from perf_tui.store.years.year_file import read_year_file
from support.rendered import build_report
from support.samples import JIANLONG, township

FOLDER = form_folder("township")
INDICATOR = "indicators/02_beijing_visits.toml"
MEASURE = 'measure = "beijing_visit_count"'
FACT = "beijing_visit_count"
RUNNING = 'open("ran", "w")'
# Expressions that want to run something, to go on for ever, or to become enormous.
HOSTILE = {
    "brackets": "(" * 100_000 + FACT + ")" * 100_000,
    "open brackets": "(" * 100_000,
    "brackets to the bound": "(" * 400 + FACT,
    "powers": "10**10**10",
    "powers by carets": "10^10^10",
    "shift": "1 << 10000000000",
    "digits": "9" * 100_000,
    "exponent": f"{FACT} * 1e999999999",
    "chain": " + ".join([FACT] * 10_000),
    "signs": "-" * 100_000 + FACT,
    "signs to the bound": "-" * 400 + FACT,
    "negations": "not " * 100 + FACT,
    "comparisons": " < ".join(["1"] * 120),
    "repetition": f"'x' * 10000000000 * {FACT}",
    "call": RUNNING.replace('"', '\\"'),
    "import": '__import__(\\"os\\").system(\\"touch ran\\")',
    "attribute": f"{FACT}.__class__.__mro__",
    "item": f"{FACT}[0]",
    "lambda": f"(lambda: {FACT})()",
    "comprehension": f"sum(x for x in {FACT})",
    "walrus": f"(a := {FACT})",
    "text": 'f\\"{open(1)}\\"',
    "await": f"await {FACT}",
    "null": "1\\u0000+1",
    "lines": f"{FACT}\\n\\n\\nimport os",
    "full-width": f"ｏｐｅｎ({FACT})",
    "ligature": f"{FACT} + ﬁle",
}


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    """A copy of the form set."""
    return Path(shutil.copytree(FOLDER, tmp_path / "township"))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_expression_is_a_problem_in_bounded_time_and_memory(
    forms: Path, name: str
) -> None:
    path = forms / INDICATOR
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(MEASURE, f'measure = "{HOSTILE[name]}"'), encoding="utf-8")
    done = measured("forms", forms, cwd=forms)
    assert done.status == 1, done
    assert INDICATOR in done.out
    assert "算式" in done.out
    assert done.err == ""
    assert done.seconds < most_seconds()
    assert done.megabytes < MOST_MEGABYTES
    assert not (forms / "ran").exists()


@pytest.mark.parametrize(
    "template", ["{" * 100_000, "[" * 100_000, "{a}" * 30_000, "{a.b}", "{a!r}"]
)
def test_a_hostile_sentence_is_a_problem_in_bounded_time_and_memory(
    forms: Path, template: str
) -> None:
    path = forms / INDICATOR
    head, _, rest = path.read_text(encoding="utf-8").partition('sentence = """')
    text = f'{head}sentence = "{template}"{rest.partition(chr(34) * 3)[2]}'
    path.write_text(text, encoding="utf-8")
    done = measured("forms", forms, cwd=forms)
    assert done.status == 1
    assert "Traceback" not in done.err
    assert BUG not in done.err
    assert done.seconds < most_seconds()
    assert done.megabytes < MOST_MEGABYTES


def test_the_largest_expression_that_is_allowed_is_computed_at_once() -> None:
    longest = "+".join(["a"] * 49)
    largest = compile_expression(longest).number({"a": Decimal(10) ** 39})
    assert largest == 49 * Decimal(10) ** 39
    product = compile_expression("*".join(["a"] * 49))
    assert product.evaluate({"a": Decimal(10) ** 39}) is None


@given(st.text(alphabet="ab01. +-*/()<>=!,_\n", max_size=600))
def test_what_compiles_gives_a_number_a_truth_or_nothing(source: str) -> None:
    try:
        expression = compile_expression(source)
    except ExpressionError:
        return
    values: dict[str, Decimal | None] = dict.fromkeys(expression.names, Decimal("1E+40"))
    assert isinstance(expression.evaluate(values), Decimal | bool | None)


TABLES = {
    path.relative_to(FOLDER).as_posix(): parse_toml(path.read_bytes())
    for path in sorted(FOLDER.rglob("*.toml"))
}
NUMBERS = [0, 1, -1, 10**40, 2**99, *map(Decimal, ("0.1", "1e-40", "1e40", "nan", "inf"))]
VALUES = st.sampled_from([*NUMBERS, True, "", "甲", "[b]\u202e\x1b[31m", "{year}", "1", [], {}])


@settings(max_examples=60)
@given(st.lists(st.tuples(st.randoms(use_true_random=False), VALUES), min_size=1, max_size=3))
def test_a_form_with_other_values_is_refused_or_works(changes: list[tuple[Any, object]]) -> None:
    tables = copy.deepcopy(TABLES)
    for random, value in changes:
        _change_one(tables[random.choice(sorted(tables))], random, value)
    try:
        form = build_form(tables)
    except FormError:
        return
    evaluation = evaluate(form, read_year_file(JIANLONG, township).year)
    assert judge(evaluation) is not None
    assert build_report(evaluation).blocks


def _change_one(branch: Any, random: Any, value: object) -> None:
    """Put a value in place of one that lies anywhere in a table."""
    while branch:
        key = random.choice(list(branch) if isinstance(branch, dict) else range(len(branch)))
        inner = branch[key]
        if not isinstance(inner, dict | list) or random.random() < 0.1:
            branch[key] = value
            return
        branch = inner

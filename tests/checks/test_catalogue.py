"""The table of rules: complete, true to what the rules give, and fit to be printed."""

from __future__ import annotations

from dataclasses import fields
from unicodedata import category

import pytest

from perf_tui.checks import judge
from perf_tui.checks.catalogue import CATALOGUE, SCOPES, CatalogueEntry, Scope
from perf_tui.checks.year.units import MOST_TIMES_SMALLER
from perf_tui.core.findings.finding import SEVERITIES
from perf_tui.core.form import Scheme
from support.codes import LISTED, Triple, UntraceableError, pairs_in_module, pairs_in_source
from support.forms import small_form, stand
from support.reports import found_in
from support.samples import township

EVERY = [
    pytest.param(scope, entry, id=f"{scope}:{entry.code}")
    for scope, entries in CATALOGUE.items()
    for entry in entries
]


def test_the_table_has_every_code_and_severity_of_the_source_and_no_other() -> None:
    source = pairs_in_source()
    assert source - LISTED == set(), "a rule without an entry, or another severity"
    assert LISTED - source == set(), "an entry without a rule"


def test_whatever_is_found_in_these_tests_is_looked_up_in_the_table(emitted: set[Triple]) -> None:
    judge(stand(small_form(), {}))
    found_in("")
    assert {("year", "blank", "error"), ("report", "date-missing", "error")} <= emitted <= LISTED


@pytest.mark.parametrize("scope", CATALOGUE)
def test_no_code_stands_twice_for_one_thing(scope: Scope) -> None:
    codes = [entry.code for entry in CATALOGUE[scope]]
    assert len(codes) == len(set(codes))
    assert SCOPES[scope]


@pytest.mark.parametrize(("scope", "entry"), EVERY)
def test_an_entry_has_all_columns(scope: Scope, entry: CatalogueEntry) -> None:
    assert scope in SCOPES
    assert entry.severities
    assert list(entry.severities) == [one for one in SEVERITIES if one in entry.severities]
    for text in (entry.finds, entry.basis):
        assert any(category(character) == "Lo" for character in text), "no Chinese"
    for text in (entry.finds, entry.basis, entry.threshold):
        assert text == text.strip("。 ")
        assert "请" not in text


@pytest.mark.parametrize(("scope", "entry"), EVERY)
def test_a_threshold_of_the_form_is_the_number_in_force(
    scope: Scope, entry: CatalogueEntry
) -> None:
    assert scope
    scheme = township("township").scheme
    printed = entry.threshold_in(scheme)
    assert set(entry.form_keys) <= {field.name for field in fields(Scheme)}
    assert "{" not in printed
    for key in entry.form_keys:
        assert f" {getattr(scheme, key)}" in f" {printed}"


def test_a_threshold_of_the_code_is_its_constant() -> None:
    (entry,) = [one for one in CATALOGUE["year"] if one.code == "ten-thousands-for-yuan"]
    assert f"1/{MOST_TIMES_SMALLER}" in entry.threshold_in(township("township").scheme)


@pytest.mark.parametrize(
    ("source", "pairs"),
    [
        ("Finding('a', 'error', m, f)", {("year", "a", "error")}),
        ("ReportFinding(code='a', severity='notice')", {("report", "a", "notice")}),
        (
            (
                "def rule():\n yield _of('a')\n yield _of('b', severity='error')\n"
                "def _of(code, *, severity='warning'):\n return Finding(code, severity, m, f)"
            ),
            {("year", "a", "warning"), ("year", "b", "error")},
        ),
        (
            (
                "def rule():\n for code, words in _all():\n  yield Finding(code, 'error')\n"
                "def _all():\n yield 'a', m\n yield from _more()\n"
                "def _more():\n yield 'b', m"
            ),
            {("year", "a", "error"), ("year", "b", "error")},
        ),
        (
            (
                "def rule(x):\n if x:\n  code, m = 'a', 1\n else:\n  code, m = 'b', 2\n"
                " return ReportFinding(code, 'error' if x else 'warning', m)"
            ),
            {("report", code, level) for code in "ab" for level in ("error", "warning")},
        ),
    ],
)
def test_codes_are_followed_to_their_words(source: str, pairs: set[Triple]) -> None:
    assert set(pairs_in_module("perf_tui.checks", source)) == pairs


@pytest.mark.parametrize(
    "source",
    [
        "Finding('a' + x, 'error')",
        "Finding(f'a{x}', 'error')",
        "Finding(CODES[0], 'error')",
        "Finding(unknown, 'error')",
        "Finding(*parts)",
        "Finding('a', **rest)",
        "from perf_tui.core.findings.finding import Finding as F",
        "make = Finding",
        "class Worse(Finding): pass",
        "replace(finding, code='a')",
        "replace(finding, **changes)",
        "def public(code):\n return Finding(code, 'error')\npublic('a')",
        "def _unused(code):\n return Finding(code, 'error')",
        "def _of(code):\n return Finding(code, 'error')\n_of(*parts)",
        "def _of(code):\n return Finding(code, 'error')\n_of()",
        "def rule():\n for code, m in ALL.items():\n  yield Finding(code, 'error')",
        (
            "def rule():\n for code, m in _all():\n  yield Finding(code, 'error')\n"
            "def _all():\n yield from PAIRS"
        ),
        "def rule():\n code, m = CODES\n yield Finding(code, 'error')",
    ],
)
def test_a_code_that_cannot_be_followed_is_refused(source: str) -> None:
    with pytest.raises(UntraceableError):
        list(pairs_in_module("perf_tui.checks", source))

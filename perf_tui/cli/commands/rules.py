"""`perf-tui rules`: what is checked, with code, severity, threshold and basis."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Collection, Iterator

from perf_tui.checks.catalogue import CATALOGUE, SCOPES, CatalogueEntry, Scope
from perf_tui.cli.files import CommandError
from perf_tui.cli.printing import print_found
from perf_tui.core.findings.finding import SEVERITIES
from perf_tui.core.form import Scheme
from perf_tui.core.form.problems import nearest, shown
from perf_tui.store.forms import load_form
from perf_tui.store.years.beginning import DEFAULT_FORM

WHERE = {"year": "填写时和 check 核对", "report": "audit 核对"}


def run(arguments: Namespace) -> int:
    """Print the rules, or those with the given codes, as text or as JSON.

    Thresholds that a form sets are those of the default form. Raises CommandError for an unknown
    code.
    """
    rules = dict(_chosen(arguments.codes))
    scheme = load_form(DEFAULT_FORM).scheme
    print_found(arguments, lambda: as_object(rules, scheme), lambda: as_lines(rules, scheme))
    return 0


def as_object(rules: dict[Scope, list[CatalogueEntry]], scheme: Scheme) -> dict[str, object]:
    """Return the rules for JSON. `form_keys` are the keys of form.toml that set a threshold."""
    return {
        "rules": [
            {
                "scope": scope,
                "code": entry.code,
                "severities": list(entry.severities),
                "finds": entry.finds,
                "threshold": entry.threshold_in(scheme) or None,
                "form_keys": [f"scheme.{key}" for key in entry.form_keys],
                "basis": entry.basis,
            }
            for scope, entries in rules.items()
            for entry in entries
        ]
    }


def as_lines(rules: dict[Scope, list[CatalogueEntry]], scheme: Scheme) -> Iterator[str]:
    """Yield each scope with its rules, a few lines per rule, within 80 columns."""
    for number, (scope, entries) in enumerate(rules.items()):
        if number:
            yield ""
        yield f"{SCOPES[scope]}（{WHERE[scope]}）{len(entries)} 条"
        for entry in entries:
            yield from _lines_of(entry, scheme)


def _lines_of(entry: CatalogueEntry, scheme: Scheme) -> Iterator[str]:
    words = "、".join(SEVERITIES[severity] for severity in entry.severities)
    yield f"  {entry.code}  {words}"
    yield f"      {entry.finds}"
    if threshold := entry.threshold_in(scheme):
        set_by = "（表单规定）" if entry.form_keys else ""
        yield f"      界限：{threshold}{set_by}"
    yield f"      依据：{entry.basis}"


def _chosen(codes: Collection[str]) -> Iterator[tuple[Scope, list[CatalogueEntry]]]:
    """Yield each scope with its rules of these codes, or with all rules without codes."""
    known = {entry.code for entries in CATALOGUE.values() for entry in entries}
    for code in codes:
        if code not in known:
            hint = nearest(code, known) or "，用 perf-tui rules 看有哪些"
            raise CommandError(f"没有“{shown(code)}”这个规则代码{hint}")
    for scope, entries in CATALOGUE.items():
        if chosen := [entry for entry in entries if not codes or entry.code in codes]:
            yield scope, chosen

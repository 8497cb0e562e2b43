"""Rules on the scheme as a year changes it (按本地财政局的规定).

What cannot be read leaves the form set's value standing, which has to be told, or the year would be
scored by other rules than its office believes. Every rule takes an `Evaluation` and yields a
`Finding` for each value.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from perf_tui.checks.pagewise import FormRule
from perf_tui.core.findings.finding import Finding
from perf_tui.core.form import Form
from perf_tui.core.form.own import OwnForm
from perf_tui.core.form.scheme.changing import scheme_at
from perf_tui.core.form.scheme.faults import level_sum


@FormRule
def scheme_readable(form: Form) -> Iterator[Finding]:
    """Find values of the scheme that cannot be read, or by which no year could be scored."""
    for key, refusal in form.misread.items() if isinstance(form, OwnForm) else ():
        address = scheme_at(key)
        message = f"{form.fields[address].label}填的{refusal.trouble}，暂按原来的方案计分"
        yield Finding("scheme-misread", "error", message, refusal.fix, address)


@FormRule
def points_make_a_hundred(form: Form) -> Iterator[Finding]:
    """Find points of the first levels that do not make 100 with those of the execution."""
    if isinstance(form, OwnForm) and {"levels", "execution_weight"} & form.said.keys():
        fault = level_sum(replace(form.scheme, levels=form.levels))
        if fault:
            fix = "改各级指标分值，或改预算执行率分值"
            yield Finding("scheme-points", "error", fault.message, fix, scheme_at("levels"))


SCHEME_RULES = (scheme_readable, points_make_a_hundred)

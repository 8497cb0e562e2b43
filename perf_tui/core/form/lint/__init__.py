"""The rules that a form has to keep across its keys and files.

Every rule takes a `Source` and yields a `Problem` for each place that breaks it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from perf_tui.core.form.lint import computed, fields, keys, layout, names, outline, scheme
from perf_tui.core.form.lint.source import Source
from perf_tui.core.form.problems import Problem

RULES: tuple[Callable[[Source], Iterator[Problem]], ...] = (
    scheme.weights,
    scheme.numbers,
    scheme.faults,
    scheme.unknown_levels,
    keys.needed,
    keys.repeated_names,
    keys.repeated_pages,
    keys.repeated_on_page,
    keys.repeated_evidence,
    fields.ranges,
    fields.choices,
    fields.units,
    fields.measures,
    fields.targets,
    computed.misplaced,
    computed.wrong_parts,
    computed.measured_by_measured,
    names.unknown_in_formulas,
    names.unknown_in_passages,
    names.unknown_shared,
    names.wrong_kind,
    names.not_blank_safe,
    names.not_numeric,
    names.not_on_page,
    names.not_shown,
    names.not_required,
    names.unused,
    outline.unknown_sections,
    outline.repeated_sections,
    outline.empty_chapters,
    outline.contradictory_sections,
    layout.chosen,
    layout.repeated,
    layout.widths,
    layout.unfilled,
    layout.torn,
    layout.unknown_names,
    layout.groups,
    layout.ungrouped,
    layout.left_out,
)


def lint(source: Source) -> tuple[Problem, ...]:
    """Return every problem of a form, sorted by file."""
    problems = [problem for rule in RULES for problem in rule(source)]
    return tuple(sorted(problems, key=lambda problem: problem.file))

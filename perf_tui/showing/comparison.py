"""Years whose indicators differ: what they were called, and the list of what changed."""

from __future__ import annotations

from collections.abc import Iterator

from perf_tui.core.evaluation.comparison import Comparison, Course


def once_called(course: Course) -> str:
    """Return what an indicator was called in earlier years, or an empty string."""
    if not course.earlier_names:
        return ""
    names = "、".join(f"“{name}”" for name in course.earlier_names)
    return f"原{names}" + ("，按名称推定" if course.guessed else "")


def change_lines(comparison: Comparison) -> Iterator[tuple[str, bool]]:
    """Yield the changes of the indicators line by line, and whether it is a heading over them."""
    for one in comparison.form_changes:
        yield f"{one.year} 年与 {one.before} 年的指标", True
        yield from ((change.words, False) for change in one.changes)

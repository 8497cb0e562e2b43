"""What the office's projects come to, taken into its overall year."""

from __future__ import annotations

from perf_tui.core.answers.year import pending_at
from perf_tui.core.evaluation.projects import ProjectSums, figures_for
from perf_tui.core.numbers.rounding import plain
from perf_tui.editing.judging import sums_beside
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError, Sentence, require_editable, sentence

NO_FIELDS = "这套表单没有填项目汇总的栏"
NO_PROJECTS = "这个文件夹里没有{unit} {year} 年的项目自评，建好再取"
NO_BLANK = "没有要取的空栏{missing}"
TAKEN = "已取 {count} 栏，逐栏{confirm}{missing}"


def take_projects(open_year: OpenYear) -> tuple[str, Sentence]:
    """Put what the projects come to into the blank fields, for the user to confirm, in one step.

    Return the first field, and what to say. Raises RefusedError if the year cannot be edited, and
    if there are no such fields, no projects, or no blank field to fill.
    """
    require_editable(open_year)
    evaluation = open_year.change.evaluation
    if not evaluation.form.project_facts:
        raise RefusedError(NO_FIELDS)
    sums = sums_beside(open_year.path, evaluation)
    if sums is None:
        raise RefusedError(NO_PROJECTS, unit=evaluation.unit, year=str(evaluation.year.year))
    figures = {
        address: plain(figure)
        for address, figure in figures_for(evaluation.form, sums).items()
        if not evaluation.year.text(address)
    }
    missing = _missing(sums)
    if not figures:
        raise RefusedError(NO_BLANK, missing=missing)
    source = f"各项目的自评（{sums.count} 个）"
    open_year.session.put_all({**figures, **{pending_at(at): source for at in figures}})
    open_year.show_typed()
    open_year.note()
    return next(iter(figures)), sentence(TAKEN, count=str(len(figures)), missing=missing)


def _missing(sums: ProjectSums) -> str:
    left = dict.fromkeys((*sums.unknown, *sums.open))
    return f"；没填全的项目：{'、'.join(left)}" if left else ""

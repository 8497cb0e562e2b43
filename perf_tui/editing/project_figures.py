"""What the office's projects come to, taken into its overall year."""

from __future__ import annotations

from collections.abc import Sequence

from perf_tui.core.answers.year import pending_at
from perf_tui.core.evaluation.projects import ProjectSums, figures_for
from perf_tui.core.form import Form
from perf_tui.core.numbers.rounding import plain
from perf_tui.editing.judging import sums_beside
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError, Sentence, require_editable, sentence

NO_FIELDS = "这套表单没有填项目汇总的栏"
NO_PROJECTS = "这个文件夹里没有{unit} {year} 年的项目自评，建好再取"
NO_BLANK = "没有要取的空栏{missing}"
MOST_NAMES = 3
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
    told = figures_for(evaluation.form, sums)
    texts = evaluation.year.text
    figures = {at: plain(figure) for at, figure in told.items() if not texts(at)}
    open_year.look_at_projects()
    missing = _missing(sums)
    if not figures:
        others = [at for at, figure in told.items() if evaluation.readings.number(at) != figure]
        raise RefusedError(NO_BLANK, missing=_others(evaluation.form, others) + missing)
    source = f"各项目的自评（{sums.count} 个）"
    open_year.session.put_all({**figures, **{pending_at(at): source for at in figures}})
    open_year.show_typed()
    open_year.note()
    return next(iter(figures)), sentence(TAKEN, count=str(len(figures)), missing=missing)


def _others(form: Form, addresses: Sequence[str]) -> str:
    """Return which fields say otherwise than the projects, for the user to look at."""
    labels = "、".join(form.fields[at].label for at in addresses)
    return f"；与各项目的自评不同，核对后改：{labels}" if labels else ""


def _missing(sums: ProjectSums) -> str:
    unread = f"；打不开的文件：{'、'.join(sums.unread)}" if sums.unread else ""
    left = list(dict.fromkeys((*sums.unknown, *sums.open)))
    more = f"等 {len(left)} 个" if len(left) > MOST_NAMES else ""
    return unread + (f"；没填全的项目：{'、'.join(left[:MOST_NAMES])}{more}" if left else "")

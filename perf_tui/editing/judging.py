"""Judging a year beside the other files of its office: what it says of the projects."""

from __future__ import annotations

from pathlib import Path

from perf_tui.checks import judged
from perf_tui.core.evaluation.evaluation import Evaluation, JudgedEvaluation
from perf_tui.core.evaluation.projects import ProjectSums
from perf_tui.store.years.office import projects_beside


def tells_of_projects(evaluation: Evaluation) -> bool:
    """Whether a year says anything of the office's projects."""
    return any(map(evaluation.year.text, evaluation.form.project_facts))


def sums_beside(path: Path, evaluation: Evaluation) -> ProjectSums | None:
    """Return what the projects beside a year's file come to, or None if there are none."""
    office = projects_beside(path, evaluation)
    return office.sums if office and office.projects else None


def judged_beside(path: Path, evaluation: Evaluation) -> JudgedEvaluation:
    """Return a year with all findings, also on what it says of the projects beside its file."""
    told = tells_of_projects(evaluation)
    return judged(evaluation, sums_beside(path, evaluation) if told else None)

"""A project's year: three indicators of its own, its funds, and its files in a folder."""

from __future__ import annotations

from pathlib import Path

from perf_tui.core.answers.year import Year
from perf_tui.core.evaluation.evaluation import Evaluation, evaluate
from perf_tui.core.form.own import form_for
from perf_tui.store.years.year_file import YearFile, write_year_file
from support.samples import township

UNIT = "云溪镇人民政府"
HEAD = {
    "unit.project": "村道硬化",
    "unit.department": UNIT,
    "unit.name": UNIT,
    "unit.report_date": "2025-03-01",
    "sections.initial_goal": "硬化村道8公里。",
    "sections.achieved_goal": "硬化村道8公里。",
}
FUNDS = {
    "budget.initial_grant": "1200000",
    "budget.adjusted_grant": "1200000",
    "budget.executed_grant": "1150000",
}
INDICATORS = {
    "road": ("产出指标", "数量指标", "硬化里程", "8", "公里", "50"),
    "people": ("效益指标", "社会效益指标", "受益人口", "900", "人", "30"),
    "content": ("满意度指标", "服务对象满意度指标", "群众满意度", "90", "%", "10"),
}
KEYS = ("category", "subcategory", "name", "target", "unit", "weight")
OWN = {
    **{
        f"own.{ident}.{key}": text
        for ident, typed in INDICATORS.items()
        for key, text in zip(KEYS, typed, strict=True)
    },
    **{f"indicators.{ident}.actual": typed[3] for ident, typed in INDICATORS.items()},
    **{f"indicators.{ident}.remark": "以验收资料为准" for ident in INDICATORS},
}
WHOLE = {**HEAD, **FUNDS, **OWN}
"""Texts that fill a project's year without an error."""


def project_file(texts: dict[str, str] = WHOLE, year: int = 2024) -> YearFile:
    """The file of a project's year."""
    blank = YearFile(township("project"), Year("project", year, texts))
    return blank.with_year(blank.year)


def project(texts: dict[str, str] = WHOLE, year: int = 2024) -> Evaluation:
    """Where a project's year stands."""
    form = form_for(township("project"), texts)
    return evaluate(form, Year("project", year, texts))


def put_project(folder: Path, name: str, year: int = 2024, **changed: str) -> Path:
    """Write a project's year to a file named after it; `budget__x="1"` changes one text."""
    texts = {address.replace("__", "."): text for address, text in changed.items()}
    whole = {**WHOLE, "unit.project": name, **texts}
    path = folder / f"{year}-{name}.toml"
    write_year_file(path, project_file({at: text for at, text in whole.items() if text}, year))
    return path


def put_overall(folder: Path, year: int = 2024, unit: str = UNIT) -> Path:
    """Write an overall year in which only the unit is filled in."""
    path = folder / f"{year}-{unit}.toml"
    form = township("national")
    write_year_file(path, YearFile(form, Year("national", year, {"unit.name": unit})))
    return path

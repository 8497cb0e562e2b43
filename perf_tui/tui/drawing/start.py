"""The start screen: the years of a folder and those that can be begun, one row each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.numbers.rounding import fixed
from perf_tui.editing.projects import next_projects
from perf_tui.showing.glyphs import Glyphs
from perf_tui.showing.office import sums_words
from perf_tui.store.forms.finding import FoundSet
from perf_tui.store.years.beginning import DEFAULT_FORM, OWN_FORM
from perf_tui.store.years.listing import ListedYear
from perf_tui.store.years.office import OfficeYear, offices_in
from perf_tui.tui.drawing.rows import DrawnRow, Piece, Role, clip, pad, pad_left

TITLES = ("年度", "单位", "得分", "等级", "状态", "文件")
YEAR, TOTAL, GRADE, STATE, FILE = 6, 8, 5, 7, 22
# Narrower screens show only year, unit and state.
WHOLE_ROW = 70
TONES: dict[str, Role] = {
    "已定稿": "good",
    "填写中": "warning",
    "打不开": "error",
    "缺文件": "error",
}
BEGINNING = (
    "新的一年：选“新建”那一行按 Enter，单位信息取自上年，填写时旁边显示上年的数。",
    "项目支出：选“新建”某年度的项目，写项目名称；上年的项目可以一次接着建。",
    "项目合计那一行按 Enter，这一年的自评表一次导出成 Word 或 Excel。",
    "已有的年度：选它按 Enter。打开以后：",
)


@dataclass(frozen=True, slots=True)
class Beginning:
    """A year that can be begun: the one after `last` in the file `path`, or a blank one.

    A blank one is of the form set `form`, which is told by its `title`, explained by `about` and
    founded on `basis`. With `own_scheme`, how it is scored is said by the office at first.
    """

    last: Evaluation | None = None
    path: Path | None = None
    form: str = ""
    title: str = ""
    about: str = ""
    basis: str = ""
    own_scheme: bool = False

    @property
    def year(self) -> int | None:
        """The year to begin, or None for a blank one."""
        return self.last.year.year + 1 if self.last else None


@dataclass(frozen=True, slots=True)
class ProjectBeginning:
    """A project that can be begun in an office's year: a new one, or `last`, those of that year.

    `offices` is everything that the folder holds.
    """

    office: OfficeYear
    offices: tuple[OfficeYear, ...]
    last: tuple[ListedYear, ...] = ()


StartEntry = ListedYear | OfficeYear | Beginning | ProjectBeginning
"""A file, what an office's projects come to, or what can be begun."""


def entries_of(
    listing: Iterable[ListedYear], sets: Mapping[str, FoundSet] | None = None
) -> list[StartEntry]:
    """Return the years, latest first, then what can be begun: each unit's next, and blank ones.

    A unit's projects stand below its overall year, and below them what they come to. Of the blank
    years there is one for every form set, `sets` by their names, and one whose scheme the office
    says itself. Files that cannot be read stand between.
    """
    listing = list(listing)
    offices = tuple(offices_in(listing))
    return [
        *chain.from_iterable(map(_files, offices)),
        *(one for one in listing if not one.evaluation),
        *_next_years(offices),
        *_projects(offices),
        *_blank(sets or {}),
    ]


def _blank(sets: Mapping[str, FoundSet]) -> Iterator[Beginning]:
    """Yield the blank years that can be begun, that of the usual form set first."""
    if not sets:
        yield Beginning()
    for one in sorted(sets.values(), key=lambda one: (one.name != DEFAULT_FORM, one.name)):
        yield Beginning(None, None, one.name, one.title, one.about, one.basis)
    if OWN_FORM in sets:
        own = "按本地财政局的规定", "打开先填评分方案，没改的照全国统一格式", "本地财政局的文件"
        yield Beginning(None, None, OWN_FORM, *own, own_scheme=True)


def _files(office: OfficeYear) -> Iterator[StartEntry]:
    yield from office.files
    if office.projects:
        yield office


def _next_years(offices: Sequence[OfficeYear]) -> Iterable[Beginning]:
    latest: dict[str, Beginning] = {}
    for one in offices:
        for listed in one.overall:
            latest.setdefault(one.unit, Beginning(listed.evaluation, listed.path))
    return latest.values()


def _projects(offices: tuple[OfficeYear, ...]) -> Iterator[ProjectBeginning]:
    """Yield for every unit a new project of its latest year, and those that can go on."""
    seen: set[str] = set()
    for office in offices:
        if office.unit in seen:
            continue
        seen.add(office.unit)
        yield ProjectBeginning(office, offices)
        with_projects = (one for one in offices if one.unit == office.unit and one.projects)
        last = next(with_projects, None)
        if last and (left := next_projects(offices, last)):
            yield ProjectBeginning(last, offices, tuple(left))


def office_of(entry: StartEntry, entries: Iterable[StartEntry]) -> OfficeYear | None:
    """Return the office's year to which an entry belongs, or None for what can be begun."""
    if isinstance(entry, OfficeYear):
        return entry
    offices = offices_in(one for one in entries if isinstance(one, ListedYear))
    return next((one for one in offices if entry in one.files), None)


def start_rows(entries: Sequence[StartEntry], width: int, glyphs: Glyphs) -> list[DrawnRow]:
    """Return a row for every entry."""
    return [_row(entry, width, glyphs) for entry in entries]


def head_row(folder: Path, width: int, glyphs: Glyphs) -> DrawnRow:
    """Return the head: the program and the folder."""
    return (Piece(pad(clip(glyphs.spell(f" 绩效自评  {folder}"), width), width), "bar"),)


def columns_row(width: int) -> DrawnRow:
    """Return the row of column headings."""
    return (Piece(_columns(TITLES, width), "dim"),)


def about(entry: StartEntry) -> str:
    """Return what Enter does with an entry, for the status line."""
    if isinstance(entry, OfficeYear):
        return _about_sums(entry)
    if isinstance(entry, ProjectBeginning):
        if entry.last:
            return "Enter 选接着做的项目，指标、单位信息取自上年，填写时对照上年"
        return f"Enter 新建 {entry.office.year} 年度的一个项目，单位信息取自本单位的自评"
    if isinstance(entry, ListedYear):
        return (
            f"Enter 看全文  {entry.trouble}" if entry.trouble else f"Enter 打开 {entry.path.name}"
        )
    if entry.last is None:
        return f"Enter 新建：{entry.about}" if entry.about else "Enter 新建一年的空白自评"
    return (
        f"Enter 新建 {entry.year} 年的自评，单位信息取自上年，填写时对照 {entry.last.year.year} 年"
    )


def _about_sums(office: OfficeYear) -> str:
    left = office.sums.unknown or office.sums.open
    waiting = f"；没填全的：{'、'.join(left)}" if left else f"；优 {office.sums.best} 个"
    return f"Enter 把 {office.year} 年度的自评表一次导出{waiting}"


def _row(entry: StartEntry, width: int, glyphs: Glyphs) -> DrawnRow:
    if isinstance(entry, OfficeYear):
        words = f"{' ' * (1 + YEAR)}{sums_words(entry.sums)}"
        return (Piece(clip(glyphs.spell(words), width), "dim"),)
    if isinstance(entry, Beginning | ProjectBeginning):
        return (Piece(clip(glyphs.spell(f" {_beginning(entry)}"), width), "active"),)
    file, state = entry.path.name, entry.state
    if entry.evaluation is None:
        text = _columns(("", file, "", "", state, ""), width)
        return (Piece(glyphs.spell(text), TONES[state]),)
    evaluation = entry.evaluation
    score = evaluation.score
    total = "待定" if score.total is None else fixed(score.total)
    year, grade = str(evaluation.year.year), score.grade or ""
    name = f"  {evaluation.subject}" if entry.is_project else evaluation.subject
    text = _columns((year, name, total, grade, state, file), width)
    return (Piece(glyphs.spell(text), "text" if state == "填写中" else TONES[state]),)


def _beginning(entry: Beginning | ProjectBeginning) -> str:
    if isinstance(entry, ProjectBeginning):
        office = entry.office
        if entry.last:
            return f"+ 新建 {office.year + 1} 年度的项目  接着上年的 {len(entry.last)} 个"
        return f"+ 新建 {office.year} 年度的项目  {office.unit}"
    if entry.last is None:
        return f"+ 新建空白年度{f'  {entry.title}' if entry.title else ''}"
    return f"+ 新建 {entry.year} 年度  {entry.last.unit}"


def _columns(cells: Sequence[str], width: int) -> str:
    """Return year, unit, total, grade, state and file as one line of at most `width` cells."""
    year, unit, total, grade, state, file = cells
    whole = width >= WHOLE_ROW
    figures = f"{pad_left(total, TOTAL)}  {pad(grade, GRADE)}" if whole else ""
    name = f" {clip(file, FILE - 1)}" if whole else ""
    room = width - 1 - YEAR - STATE - (TOTAL + 2 + GRADE + FILE if whole else 0)
    return f" {pad(year, YEAR)}{pad(clip(unit, room - 1), room)}{figures}{pad(state, STATE)}{name}"

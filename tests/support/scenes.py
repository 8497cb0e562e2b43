"""Every screen and dialog of the editor, and the keys that lead to it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from perf_tui.core.answers.year import Year
from perf_tui.store.keeping.lock import take_lock
from perf_tui.store.keeping.opened_file import open_file
from perf_tui.store.years.samples import copy_samples, sample_folder
from perf_tui.store.years.year_file import YearFile, read_year_file, write_year_file
from support.projects import put_overall, put_project
from support.samples import township
from support.tables import LEFT, Rows, xlsx

Make = Callable[[], Path]
WHEN = datetime(2024, 11, 23, 9, 48, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Scene:
    """A place in the editor: `keys` lead there on the year that `make` puts in the current folder.

    `keys` are Textual's names, parted by blanks; a word that begins with ' is typed. `screen` is
    the class that is then on top, after `pasted` has been pasted. What is `narrow` is also shown at
    60×20 and 20×5.
    """

    name: str
    screen: str
    keys: str = ""
    make: Make = lambda: sample("jianlong-2024")
    narrow: bool = False
    start: bool = False
    full_disk: bool = False
    refused_keys: bool = False
    pasted: str = ""

    @property
    def pressed(self) -> list[str]:
        """The keys one by one."""
        words = self.keys.split()
        return [key for word in words for key in (word[1:] if word[0] == "'" else [word])]


def sample(name: str, **changes: str) -> Path:
    """A sample year with a few other texts, `budget__executed="1"`."""
    file = read_year_file(sample_folder() / f"{name}.toml", township)
    texts = {address.replace("__", "."): text for address, text in changes.items()}
    texts.setdefault("last.file", "")
    path = Path(f"{name}.toml")
    write_year_file(path, YearFile(file.form, file.year.with_texts(texts), file.unknown))
    return path


def blank() -> Path:
    """A year in which nothing has been filled in."""
    return sample_of_nothing("2025.toml", {})


def sample_of_nothing(name: str, texts: dict[str, str]) -> Path:
    form = township("township")
    path = Path(name)
    write_year_file(path, YearFile(form, Year(form.id, 2025, texts)))
    return path


def office() -> Path:
    """A year under the finance ministry's scheme, with three indicators of its own."""
    own = {"training": ("培训人次", "80", "人次", "50"), "jobs": ("新增就业人数", "x", "人", "")}
    form = township("national")
    texts = {
        f"own.{ident}.{key}": text
        for ident, typed in own.items()
        for key, text in zip(("name", "target", "unit", "weight"), typed, strict=True)
        if text
    }
    path = Path("2025.toml")
    blank = YearFile(form, Year(form.id, 2025, {}))
    write_year_file(path, blank.with_year(Year(form.id, 2025, texts)))
    return path


def office_with_files() -> Path:
    """The same year, with two files in its folder that may hold a table of targets."""
    head: Rows = [["2025年度自评表", *[LEFT] * 5]]
    rows: Rows = [line.split("\t") for line in REACHED.splitlines()]
    for when, name in enumerate(("绩效目标表.docx", "自评表.xlsx")):
        Path(name).write_bytes(xlsx({"自评表": [*head, *rows]}))
        os.utime(name, (when, when))
    return office()


def measured() -> Path:
    """The same year with an indicator that is measured by two facts."""
    path = office()
    file = read_year_file(path, township)
    rate = {"name": "补贴发放率", "target": "95", "weight": "10", "method": "分子÷分母×100"}
    facts = {
        "fact1": "实发放户数",
        "fact1_unit": "户",
        "fact2": "应发放户数",
        "evidence1": "花名册",
    }
    texts = {f"own.rate.{key}": text for key, text in {**rate, **facts}.items()}
    texts |= {"facts.rate_1": "118", "facts.rate_2": "120"}
    write_year_file(path, file.with_year(file.year.with_texts(texts)))
    return path


def after_last() -> Path:
    """2025 of the illustrative township, with its 2024 as last year."""
    copy_samples(Path())
    return sample_of_nothing(
        "2025.toml", {"unit.name": "云溪镇人民政府", "last.file": "yunxi-2024.toml"}
    )


def listing() -> Path:
    """A folder with the years of two townships."""
    return copy_samples(Path())


def projects() -> Path:
    """A folder with an office's overall year and three projects, one of them not complete."""
    put_project(Path(), "村道硬化", final__date="2025-04-01 10:00")
    put_project(Path(), "河道清淤", budget__executed_grant="")
    put_project(Path(), "人居环境整治")
    return put_overall(Path())


def funds() -> Path:
    """A project's year, of which the funds are typed."""
    return put_project(Path(), "村道硬化", budget__adjusted_other="34567.89")


def third() -> Path:
    """2024 of the illustrative township, after its 2023, after its 2022."""
    sample("yunxi-2022")
    sample("yunxi-2023", last__file="yunxi-2022.toml")
    return sample("yunxi-2024", last__file="yunxi-2023.toml")


def troubled() -> Path:
    """A year with problems of every severity and a few blanks."""
    return sample(
        "jianlong-2024", budget__executed="30000000", facts__disputes="x", facts__cadres_due=""
    )


def final() -> Path:
    """A year that was made final."""
    return sample("jianlong-2024", final__date="2025-04-20 10:00")


def by_hand() -> Path:
    """A year in which somebody has changed a figure with a text editor."""
    path = sample("jianlong-2024")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("executed = 38820071.88", "executed = 38820072"), "utf-8")
    return path


def kept(*, unsaved: str = "", altered: tuple[str, str] = ("\n", "\n")) -> Path:
    """A year that was saved once with another figure; `unsaved` was typed before a kill.

    `altered`: what somebody else has put in place of what in the file.
    """
    path = sample("jianlong-2024")
    keeper = open_file(path, township, lambda: WHEN).keeper
    year = keeper.saved.year.with_text("budget.executed", "38820000")
    keeper.save(year)
    keeper.note(year.with_text("budget.executed", unsaved or "38820000"))
    keeper.close()
    old, new = altered
    path.write_bytes(path.read_bytes().replace(old.encode(), new.encode()))
    return path


def held() -> Path:
    """A year that somebody else has open."""
    path = sample("jianlong-2024")
    file = take_lock(path, "").file
    os.ftruncate(file, 0)
    signed = {"user": "李四", "host": "pc-2", "process": 4711, "since": "2024-11-23 09:48"}
    os.pwrite(file, json.dumps(signed).encode(), 0)
    return path


def exported() -> Path:
    """A year whose report lies beside it."""
    Path("jianlong-2024.docx").touch()
    return sample("jianlong-2024")


TARGETS = """\
一级指标\t指标名称\t指标值\t分值
产出指标\t培训人数\t≥80人\t50
效益指标\t城镇新增就业人数\t≥200人\t30
合计\t\t\t80
"""
REACHED = """\
三级指标\t指标值\t实际完成值\t分值\t得分\t偏差原因
培训人次\t≥80人次\t76人次\t50\t48\t场地不足
培训效果\t有所提升\t明显提升\t40\t40\t
"""
SCENES = (
    Scene("recovery", "DecisionDialog", make=lambda: kept(unsaved="30000000"), narrow=True),
    Scene("recovery-difference", "ReadingDialog", "down enter", lambda: kept(unsaved="30000000")),
    Scene(
        "recovery-other",
        "DecisionDialog",
        "enter",
        lambda: kept(unsaved="30000000", altered=("= 38820000", "= 38820001")),
    ),
    Scene("damaged", "DecisionDialog", make=lambda: kept(altered=("\n[budget]", "\n[budget"))),
    Scene("altered", "DecisionDialog", make=lambda: kept(altered=("= 38820000", "= 38820001"))),
    Scene("held", "NoticeDialog", make=held),
    Scene("backups", "ChoosingDialog", "shift+f2", kept),
    Scene("backup", "DecisionDialog", "shift+f2 down enter", kept),
    Scene("history", "ReadingDialog", "shift+f3", kept),
    Scene("elsewhere", "ElsewhereDialog", "f2 down enter", full_disk=True),
    Scene("start", "StartScreen", make=listing, narrow=True, start=True),
    Scene("start-projects", "StartScreen", "down down", projects, start=True),
    Scene("new-project", "NewProjectDialog", f"{'down ' * 6}enter", projects, start=True),
    Scene("next-projects", "NextProjectsDialog", f"{'down ' * 7}enter", projects, start=True),
    Scene("export-all", "ExportAllDialog", "ctrl+e f4", projects, start=True),
    Scene("start-empty", "StartScreen", make=lambda: Path("2025.toml"), start=True),
    Scene("start-guidance", "ReadingDialog", "f1", make=listing, start=True),
    Scene("new-year", "NewYearDialog", "home down down down down down enter", listing, start=True),
    Scene("new-year-own-scheme", "NewYearDialog", "end enter", make=listing, start=True),
    Scene("home", "HomeScreen", narrow=True),
    Scene("home-blank", "HomeScreen", make=blank),
    Scene("home-troubled", "HomeScreen", "down down", troubled),
    Scene("home-end", "HomeScreen", "end"),
    Scene("home-final", "HomeScreen", make=final),
    Scene("page-funds", "PageScreen", "down enter", funds),
    Scene("page-unit", "PageScreen", "enter"),
    Scene("page-unit-blank", "PageScreen", "enter", blank),
    Scene("page-budget", "PageScreen", "down enter", narrow=True),
    Scene("page-budget-typing", "PageScreen", "down enter down '约3882.01万", narrow=True),
    Scene("page-budget-problems", "PageScreen", "down enter down down '30000000 enter"),
    Scene(
        "page-unit-question", "PageScreen", "down enter down down '3882.01 enter up", narrow=True
    ),
    Scene("page-accepted", "PageScreen", "down enter down down down down ctrl+n enter"),
    Scene("page-final", "PageScreen", "down enter '5", final),
    Scene("page-last-year", "PageScreen", "down enter", after_last, narrow=True),
    Scene("page-taken-over", "PageScreen", "down enter shift+f7", after_last),
    Scene("page-last-words", "PageScreen", "f6 'zn enter", after_last),
    Scene("page-facts", "PageScreen", "f6 '1 enter", narrow=True),
    Scene("page-facts-troubled", "PageScreen", "f8 f8", troubled),
    Scene("page-entered", "PageScreen", "f6 '12 enter", narrow=True),
    Scene("page-entered-evidence", "PageScreen", "f6 '12 enter down down down down down down down"),
    Scene("page-counts", "PageScreen", "f6 '5 enter"),
    Scene("page-computed", "PageScreen", "f6 '14 enter"),
    Scene("page-long-labels", "PageScreen", "f6 '18 enter"),
    Scene("page-tier", "PageScreen", "f6 '19 enter", narrow=True),
    Scene("page-lost-points", "PageScreen", "f6 '13 enter", lambda: sample("yunxi-2023")),
    Scene("page-passage", "PageScreen", "f6 'zn enter", narrow=True),
    Scene("page-generated", "PageScreen", "f6 'ysjz enter"),
    Scene("page-rewritten", "PageScreen", "f6 'ysjz enter ctrl+r"),
    Scene("page-refused-keys", "PageScreen", "down enter", refused_keys=True),
    Scene("go-to", "GoToDialog", "f6", narrow=True),
    Scene("go-to-narrowed", "GoToDialog", "f6 '1 down"),
    Scene("go-to-nothing", "GoToDialog", "f6 'qqq"),
    Scene("palette", "PaletteDialog", "ctrl+p"),
    Scene("palette-narrowed", "PaletteDialog", "ctrl+p '上年"),
    Scene("findings", "FindingsDialog", "f5", troubled, narrow=True),
    Scene("findings-none", "FindingsDialog", "f5", lambda: sample("yunxi-2022")),
    Scene("review", "ReviewDialog", "f5 f5"),
    Scene("review-end", "ReviewDialog", "f5 f5 end", troubled),
    Scene("working", "ReadingDialog", "ctrl+t", narrow=True),
    Scene("working-lost", "ReadingDialog", "ctrl+t pagedown", lambda: sample("yunxi-2023")),
    Scene("guidance", "ReadingDialog", "f6 '12 enter f1"),
    Scene("guidance-end", "ReadingDialog", "f1 end"),
    Scene("preview", "PreviewDialog", "f9", narrow=True),
    Scene("preview-table", "PreviewDialog", "f9 left left left left right right right right right"),
    Scene("export", "ExportDialog", "ctrl+e", narrow=True),
    Scene("export-over", "ExportDialog", "ctrl+e enter", exported, narrow=True),
    Scene("export-ending", "ExportDialog", "ctrl+e 'x enter"),
    Scene("exported", "HomeScreen", "ctrl+e enter"),
    Scene("indicators", "IndicatorsScreen", "f18", office, narrow=True),
    Scene("definition", "PageScreen", "f18 down enter", office),
    Scene("scheme", "PageScreen", "f24 down down down '优秀", office, narrow=True),
    Scene("table-file", "TableFileDialog", "f18 f17", office_with_files),
    Scene("table-of-file", "PastedTableDialog", "f17 enter", office_with_files),
    Scene("definition-measured", "PageScreen", f"f18 end enter {'tab ' * 9}", measured),
    Scene("measured", "PageScreen", "down down down down enter", measured),
    Scene(
        "reusing",
        "ReusingDialog",
        "f18 end enter tab tab tab tab tab tab tab tab tab f16",
        measured,
    ),
    Scene("library", "LibraryDialog", "f18 f16", office),
    Scene("library-area", "LibraryDialog", "f18 f16 down down enter down", office, narrow=True),
    Scene("pasted-table", "PastedTableDialog", "f18", office, narrow=True, pasted=TARGETS),
    Scene("settings", "SettingsDialog", "f12"),
    Scene("settings-key", "NewKeyDialog", "f12 end enter"),
    Scene("settings-refused", "SettingsDialog", "f12 down down down", refused_keys=True),
    Scene("last-year", "LastYearDialog", "ctrl+l", after_last),
    Scene("comparison", "ComparisonDialog", "ctrl+b", third),
    Scene("comparison-course", "ComparisonDialog", "ctrl+b down down down down", third),
    Scene("comparison-changes", "ReadingDialog", "ctrl+b space", third),
    Scene("finish-refused", "FindingsDialog", "ctrl+d", troubled),
    Scene("finished", "HomeScreen", "ctrl+d ctrl+d"),
    Scene("reopen", "ReasonDialog", "ctrl+d", final),
    Scene("reason", "ReasonDialog", "down enter down down down down ctrl+n"),
    Scene("double-entry", "RekeyingDialog", "ctrl+f"),
    Scene("double-entry-differs", "RekeyingDialog", "ctrl+f '2739.3095万 enter '9 enter enter"),
    Scene("by-hand", "NoticeDialog", make=by_hand, narrow=True),
    Scene("save-failed", "DecisionDialog", "f2", full_disk=True),
    Scene("unsaved", "UnsavedDialog", "down enter '1 f10", full_disk=True, narrow=True),
)

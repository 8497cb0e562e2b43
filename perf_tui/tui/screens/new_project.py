"""Beginning projects: asking for the name of a new one, or which of last year's go on."""

from __future__ import annotations

from pathlib import Path

from perf_tui.editing.projects import begin_project
from perf_tui.showing.glyphs import Glyphs
from perf_tui.store.years.office import name_of
from perf_tui.tui.drawing.rows import Piece, clip
from perf_tui.tui.drawing.start import ProjectBeginning
from perf_tui.tui.screens.dialog import ChoosingDialog
from perf_tui.tui.screens.line import LineDialog


class NewProjectDialog(LineDialog[Path]):
    """Asks for the name of a project. The result is the path of its file, or None after Esc."""

    keys = "Enter 新建  Esc 不建，返回"
    about = "写项目名称，与项目批复里的一致，文件按它取名；上年有同名的项目，就接着它的指标"

    def __init__(self, folder: Path, beginning: ProjectBeginning) -> None:
        super().__init__(f"新建 {beginning.office.year} 年度的项目，写项目名称")
        self._folder, self._beginning = folder, beginning

    def accept(self, typed: str) -> None:
        """Write the file of a project with this name."""
        beginning = self._beginning
        self.dismiss(begin_project(self._folder, beginning.offices, beginning.office, typed))


class NextProjectsDialog(ChoosingDialog):
    """Lists last year's projects below a row for all. The result is an index, or None after Esc."""

    keys = "上下键选择  Enter 新建  Esc 不建，返回"
    about = "选“全部”一次建好，或只选一个；指标、单位信息取自上年，填写时对照上年"

    def __init__(self, beginning: ProjectBeginning, glyphs: Glyphs) -> None:
        year, names = beginning.office.year + 1, [name_of(one) for one in beginning.last]
        words = [f"全部 {len(names)} 个", *names]
        super().__init__(
            f"新建 {year} 年度的项目，接着上年",
            lambda width: [(Piece(clip(glyphs.spell(f" {one}"), width)),) for one in words],
        )

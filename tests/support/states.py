"""Places in the editor where some key may have nothing to do, and the keys that lead there."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from perf_tui.core.answers.year import LAST_FILE, Year
from perf_tui.store.keeping.opened_file import open_file
from perf_tui.store.years.year_file import YearFile, read_year_file, write_year_file
from support.samples import FOLDER, JIANLONG, township

Make = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class State:
    """`make` writes the year's file; `keys` lead from its task list to the place.

    A word of `keys` that begins with ' is typed. `said` stands on the screen when it is reached.
    With `lost` the year's folder has been renamed by then, so that nothing can be saved; with
    `notice` the program begins with one, which is what `said` says. On the `listing` stand the
    years of the folder.
    """

    name: str
    make: Make
    keys: str = ""
    said: str = ""
    lost: bool = False
    notice: bool = False
    listing: bool = False

    @property
    def pressed(self) -> list[str]:
        """The keys one by one."""
        words = self.keys.split()
        return [key for word in words for key in (word[1:] if word[0] == "'" else [word])]


def sample(path: Path, changes: Mapping[str, str] | None = None) -> None:
    """The real year 2024, with a few other texts."""
    file = read_year_file(JIANLONG, township)
    year = file.year.with_texts(changes or {})
    write_year_file(path, YearFile(file.form, year, file.unknown))


def blank(path: Path) -> None:
    """A year in which nothing has been filled in."""
    form = township("township")
    write_year_file(path, YearFile(form, Year(form.id, 2024)))


def final(path: Path) -> None:
    """A year that may only be read."""
    sample(path, {"final.date": "2025-04-09 10:00"})


def faultless(path: Path, changes: Mapping[str, str] | None = None) -> None:
    """A year in which nothing is wrong or missing."""
    held = {at: "档案室" for at in township("township").fields if ".evidence." in at}
    wanted = {at: text for at, text in held.items() if "own" not in at}
    words = {
        "budget.adjustment_reason": "年中追加专项",
        "sections.initial_goal": "保障机关运转",
        "sections.achieved_goal": "机关运转正常",
    }
    sample(path, {**wanted, **words, **(changes or {})})


def one_fault(path: Path) -> None:
    """The same but for one figure."""
    faultless(path, {"facts.cadres_due": "一百多"})


def after_last(path: Path) -> None:
    """A year with others before it."""
    for name in ("yunxi-2022.toml", "yunxi-2023.toml"):
        shutil.copy(FOLDER / name, path.parent)
    file = read_year_file(FOLDER / "yunxi-2024.toml", township)
    texts = {LAST_FILE: "yunxi-2023.toml", "facts.cadres_due": ""}
    write_year_file(path, YearFile(file.form, file.year.with_texts(texts)))


def edited(path: Path) -> None:
    """A year changed by hand since it was saved."""
    sample(path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("executed = 38820071.88", "executed = 38820072"), encoding="utf-8")


def saved_once(path: Path) -> None:
    """A year with a backup and a history."""
    _keep(path, "")


def not_saved(path: Path) -> None:
    """A year in which something was typed before the program was killed."""
    _keep(path, "30000000")


def _keep(path: Path, unsaved: str) -> None:
    sample(path)
    keeper = open_file(path, township).keeper
    year = keeper.saved.year.with_text("budget.executed", "38820000")
    keeper.save(year)
    keeper.note(year.with_text("budget.executed", unsaved or "38820000"))
    keeper.close()


STATES = (
    State("task list", sample),
    State("task list, last row", sample, "end"),
    State("task list, blank year", blank),
    State("task list, final year", final),
    State("task list, nothing wrong", faultless),
    State("words, first page", sample, "enter", ">*单位名称"),
    State("figure, first of its page", sample, "f6 '01 enter", "应发补助人数"),
    State("figure, in the middle", sample, "f6 '012", "实发补助人数"),
    State("figure, blank year", blank, "f6 '01 enter", "应发补助人数"),
    State("blank reason", sample, "f6 '013", "偏差原因"),
    State("choice", sample, "f6 '183", "人民群众的幸福感"),
    State("blank passage, last of its page", sample, "f6 '147", "报告中的文字"),
    State("passage", sample, "f6 'zn enter", "职能职责"),
    State("last page", sample, "end enter"),
    State("figure, final year", final, "f6 '01 enter"),
    State("passage, final year", final, "f6 'zn enter"),
    State("figure, nothing wrong", faultless, "f6 '01 enter"),
    State("figure, the only one wrong", one_fault, "f6 '01 enter"),
    State("figure with a question", sample, "f6 '123 '0.9541 enter up", "Ctrl+N"),
    State("figure, last year known", after_last, "f6 '01 enter", "上年"),
    State("figure taken over", after_last, "f6 '01 enter f7", "待确认"),
    State("guidance", sample, "f6 '01 enter f1", "按键"),
    State("findings", sample, "f5", "检查结果"),
    State("no findings", faultless, "f5", "没有发现问题"),
    State("review", sample, "f5 f5", "核对全部内容"),
    State("go to", sample, "f6", "转到"),
    State("go to, nothing found", sample, "f6 'qqq", "没有这样的项"),
    State("go to, a field", sample, "f6 '01", "应发补助人数"),
    State("preview", sample, "f9", "报告预览"),
    State("working", sample, "ctrl+t", "总分怎么算"),
    State("settings", sample, "f12", "设置文件"),
    State("another key", sample, "f12 end enter", "用哪个键"),
    State("actions", sample, "ctrl+p", "命令"),
    State("actions, nothing found", sample, "ctrl+p 'qqq", "没有这样的动作"),
    State("export", sample, "ctrl+e", "导出报告到"),
    State("double entry", sample, "ctrl+f", "双录核对"),
    State("earlier files", after_last, "ctrl+l", "选上年的文件"),
    State("comparison", after_last, "ctrl+b", "历年对比"),
    State("history", saved_once, "shift+f3", "修改记录"),
    State("backups", saved_once, "shift+f2", "备份"),
    State("recovery", not_saved, "", "上次没有保存就结束了", notice=True),
    State("reopening", final, "ctrl+d", "为什么要重新打开"),
    State("notice", edited, "", "文件在程序之外改过", notice=True),
    State("shelf", sample, said="Enter选用", listing=True),
    State("shelf, last row", after_last, "end", "Enter选用", listing=True),
    State("new year", sample, "end enter", "Enter 新建", listing=True),
    State("not saved", sample, "f6 '01 enter '7 f10", "没有保存成功", lost=True),
)

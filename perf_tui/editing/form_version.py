"""A year whose form set has another version than the one that it was made with."""

from __future__ import annotations

from collections.abc import Iterator

from perf_tui.core.form import Form
from perf_tui.core.form.comparing.changes import FormChange, changes_between
from perf_tui.core.form.own import base_of
from perf_tui.core.form.problems import FormError
from perf_tui.editing.deciding import Choice, Matter
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import Sentence, sentence
from perf_tui.store.errors import YearError
from perf_tui.store.forms.finding import PLACES, FoundSet
from perf_tui.store.forms.reading import read_form, read_tables
from perf_tui.store.years.following import declining, following, without_place
from perf_tui.store.years.nesting import Table
from perf_tui.store.years.year_file import YearFile

MOST_TOLD = 6
TAKEN = "已换成表单第 {version} 版，换以前的内容留了备份"
BROKEN = "找到 {title} 第 {version} 版，但用不了：{trouble}。\n仍用原来的第 {before} 版。"


def about_form_set(open_year: OpenYear) -> Iterator[Matter]:
    """Yield a matter if the form set of the year has another version now.

    A year that carries its set along keeps it unless the user takes the new one. Of a set that
    comes with the program the version before is not at hand, and the new one holds.
    """
    if open_year.keeper.held:
        return
    if found := open_year.opened.later_set:
        yield _newer(open_year, found)
    elif open_year.opened.made_with_other:
        yield _other(open_year)


def _newer(open_year: OpenYear, found: FoundSet) -> Matter:
    """Offer a newer version of the set that the year carries along, with all that it changes."""
    before = base_of(open_year.form)
    title = f"表单有新的版本：{before.title}"
    try:
        now, tables = read_form(found.path), read_tables(found.path)
        carried = None if found.place == "program" else dict(tables)
        left = without_place(following(_file(open_year), before, now, carried))
    except (FormError, YearError) as error:
        values = {"title": found.title, "version": found.version, "before": before.version}
        return Matter(title, BROKEN.format(trouble=str(error).splitlines()[0], **values))
    changes = [_words(one) for one in changes_between(before, now)]
    words = "\n".join(_told(before, found, changes, left))
    choices = (
        Choice(
            f"换成第 {found.version} 版，现在的内容先留备份",
            lambda: _take(open_year, before, now, carried),
        ),
        *([Choice("看全部改动", read=lambda: changes)] if len(changes) > MOST_TOLD else []),
        Choice(f"仍用第 {before.version} 版，下次打开再问"),
        Choice(
            f"仍用第 {before.version} 版，这一版不再问",
            lambda: _decline(open_year, found.version),
        ),
    )
    brief = f"{open_year.path.name}：{words.splitlines()[0]}仍用第 {before.version} 版"
    return Matter(title, words, choices, len(choices) - 2, brief, failed="没有换成")


def _told(before: Form, found: FoundSet, changes: list[str], left: list[str]) -> Iterator[str]:
    """Yield the lines that tell what the new version changes."""
    place = "程序带的" if found.place == "program" else f"{PLACES[found.place]}里的"
    yield f"这个年度用的是第 {before.version} 版，{place}是第 {found.version} 版。"
    yield f"改动 {len(changes)} 处：" if changes else "指标、评分方案和栏目都没有变，变的是文字。"
    yield from changes[:MOST_TOLD]
    if more := changes[MOST_TOLD:]:
        yield f"另有 {len(more)} 处。"
    if left:
        yield f"已填的有 {len(left)} 处新版没有位置，留在文件里，不再显示。"


def _words(change: FormChange) -> str:
    """Return a change of a set in a line: of a version, not of a year."""
    if change.kind == "gone":
        return f"不再有：{change.name}"
    return change.words.replace("今年", "新版")


def _take(open_year: OpenYear, before: Form, now: Form, carried: Table | None) -> Sentence:
    """Go on with the new version, saved at once. Raises SaveError if that fails."""
    file = following(_file(open_year), before, now, carried)
    words = f"表单：第 {before.version} 版 → 第 {now.version} 版"
    open_year.keeper.save_following(file, words)
    open_year.go_on_from_file()
    return sentence(TAKEN, version=str(now.version))


def _decline(open_year: OpenYear, version: int) -> None:
    """Keep the version, and do not ask about this new one again. Raises SaveError."""
    file = declining(_file(open_year), version)
    open_year.keeper.save_following(file, f"表单：不换成第 {version} 版")


def _other(open_year: OpenYear) -> Matter:
    """Tell that the set that comes with the program has another version than the year had."""
    saved = open_year.keeper.saved
    form, was = saved.form, saved.made_with
    lines = [f"这个年度是按第 {was} 版填的，现在用的是第 {form.version} 版。"]
    if was > form.version:
        lines.append("现在的表单比填的时候旧，升级程序或换上新的表单再打开，免得有的栏目看不到。")
    if left := without_place(saved):
        lines.append(
            f"文件里有 {len(left)} 处现在没有位置，原样留着：{'、'.join(left[:MOST_TOLD])}"
        )
    if blank := _untouched(saved):
        lines.append(f"还没有填过的指标：{'、'.join(blank[:MOST_TOLD])}，共 {len(blank)} 项。")
    lines.append("原来的版本不在手边，别的改动列不出来；交之前逐项核对。")
    return Matter(f"表单换了版本：{form.title}", "\n".join(lines))


def _untouched(file: YearFile) -> list[str]:
    """Return the names of the indicators for which nothing is typed."""
    pages = {page.id: page for page in file.form.pages}
    return [
        one.name
        for one in file.form.indicators
        if not any(map(file.year.text, pages[one.id].addresses))
    ]


def _file(open_year: OpenYear) -> YearFile:
    """Return the file with what is typed now."""
    return open_year.keeper.saved.with_year(open_year.session.year)

"""What has to be settled before an opened file is worked on, one matter after another."""

from __future__ import annotations

from collections.abc import Iterator

from perf_tui.core.answers.year import Year
from perf_tui.editing.backups import turn_to_backup
from perf_tui.editing.deciding import Choice, Matter
from perf_tui.editing.finality import with_finality_kept
from perf_tui.editing.form_version import about_form_set
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.recovering import year_left
from perf_tui.editing.refusing import RefusedError, Sentence, sentence
from perf_tui.editing.versions import Version, Versions
from perf_tui.store.errors import SaveError
from perf_tui.store.keeping.backups import Backup
from perf_tui.store.keeping.opened_file import take_over
from perf_tui.store.keeping.remains import Remains, remains_words
from perf_tui.store.years.checksum import altered_words
from perf_tui.store.years.year_file import YearFile

TAKEN_UP = Sentence("取回的内容还没有存，{save} 保存")


class NotOpenedError(RefusedError):
    """The file stays closed and as it was.

    The message says why, and is empty if the user chose so.
    """


def to_settle(open_year: OpenYear) -> Iterator[Matter]:
    """Yield each matter in turn. The next is looked for once the one before has been decided.

    Choices raise SaveError if they fail, and NotOpenedError if the file stays closed.
    """
    yield from _state_of_file(open_year)
    if open_year.opened.notice:
        words = "\n".join(f"{line}。" for line in open_year.opened.notice.splitlines())
        yield Matter("打开以前先看", words)
    if remains := open_year.opened.remains:
        yield _left(open_year, remains)
    yield from about_form_set(open_year)


def _state_of_file(open_year: OpenYear) -> Iterator[Matter]:
    """Yield a matter if somebody else has the file, or something is wrong with it."""
    keeper, name = open_year.keeper, open_year.path.name
    if keeper.elsewhere:
        yield _on_other_computer(open_year)
    elif keeper.saved.newer:
        words = f"{keeper.held}，这里认不得的内容不显示。\n现在只能看，升级程序以后再打开来改。"
        yield Matter(f"{name} 只能看", words)
    elif keeper.held:
        words = f"{keeper.held}。\n现在只能看，不能改；那边关掉以后再打开来改。"
        yield Matter(f"{name} 正被别人开着", words)
    elif open_year.opened.damage and open_year.opened.backup:
        yield _damaged(open_year, *open_year.opened.backup)
    elif keeper.saved.edited_by_hand:
        yield _altered(open_year)


def _on_other_computer(open_year: OpenYear) -> Matter:
    """Ask whether the program there has ended, which only the user can know.

    The year is for reading until then.
    """
    words = (
        f"{open_year.keeper.held}。\n那边关了没有，这台电脑看不出来；两边同时改，会有一边存不下。"
    )

    def go_on() -> None:
        open_year.opened = take_over(open_year.opened)

    choices = Choice("只看，不改"), Choice("那边已经关了，在这里接着填", go_on)
    return Matter(f"{open_year.path.name} 在别的电脑上开着", words, choices, 0, failed="没有接手")


def _damaged(open_year: OpenYear, backup: Backup, file: YearFile) -> Matter:
    """Offer the newest good backup in place of a file that cannot be read."""
    newest = f"最近一份完好的备份是第 {backup.number} 份，{backup.when} 存的。"

    def restore() -> None:
        try:
            open_year.keeper.restore(backup, file)
        except SaveError as error:
            raise NotOpenedError("{words}", words=str(error)) from error

    def leave() -> None:
        raise NotOpenedError("")

    choices = (
        Choice("用这份备份打开，坏了的文件另留一份", restore),
        Choice("不打开，文件原样不动", leave),
    )
    words = f"{open_year.opened.damage}。\n{newest}"
    return Matter("文件受了损", words, choices, 1, failed="没有换成")


def _altered(open_year: OpenYear) -> Matter:
    """Offer to open a file that was changed outside the program, or to go back to a backup."""
    words = (
        f"{open_year.path.name} 的校验和与内容不符：它在本程序之外改过，或者拷贝时受了损。\n"
        "打开后逐项核对，保存时会写入新的校验和。"
    )
    title, brief = "文件在程序之外改过", altered_words(open_year.path)
    if open_year.opened.backup is None:
        return Matter(title, words, brief=brief)
    backup, file = open_year.opened.backup

    def look() -> Versions:
        return Version("备份", file.year), Version("文件", open_year.session.year)

    choices = (
        Choice("照样打开，逐项核对"),
        Choice("看与备份的差别", look=look),
        Choice(
            f"改用 {backup.when} 的备份，再保存", lambda: turn_to_backup(open_year, backup, file)
        ),
    )
    words += f"\n最近一份完好的备份是 {backup.when} 存的。"
    return Matter(title, words, choices, 0, brief)


def _left(open_year: OpenYear, remains: Remains) -> Matter:
    """Offer to take up what an earlier run left, to look at it, or to set it aside."""
    words = remains_words(open_year.path, open_year.form, open_year.session.year, remains)
    ways = _ways_with(open_year, remains, year_left(remains))
    return Matter("上次没有保存就结束了", words, tuple(ways), 0)


def _ways_with(open_year: OpenYear, remains: Remains, usable: Year | None) -> Iterator[Choice]:
    def look() -> Versions:
        found = remains.year or open_year.session.year
        return Version("文件", open_year.session.year), Version("记录", found)

    def set_aside() -> Sentence:
        return sentence("没用上的记录留在 {name}", name=open_year.keeper.set_aside().name)

    if usable is None:
        yield Choice("打开文件，记录另留着备查", set_aside)
        if remains.year is not None:
            yield Choice("看看记录里有什么", look=look)
    else:
        yield Choice("接着用", lambda: _take_up(open_year, usable))
        yield Choice("看看改了哪些", look=look)
        yield Choice("不要，记录另留着备查", set_aside)


def _take_up(open_year: OpenYear, year: Year) -> Sentence:
    """Go on from what an earlier run left; raise SaveError if the journal cannot be written."""
    year = with_finality_kept(open_year.session.year, year)
    open_year.session.turn_to(year)
    open_year.show_typed()
    open_year.keeper.take_up(year)
    return TAKEN_UP

"""What the user hears and decides before the editor is at work: one dialog after the other."""

from __future__ import annotations

import asyncio
from typing import TypeVar, cast

from perf_tui.editing.desk import Desk
from perf_tui.store.errors import SaveError
from perf_tui.store.remains import Remains, remains_words
from perf_tui.tui.base import BaseApp
from perf_tui.tui.drawing.differences import Version, difference_rows
from perf_tui.tui.screens.decision import DecisionDialog
from perf_tui.tui.screens.dialog import Dialog, ReadingDialog
from perf_tui.tui.screens.main import MainScreen
from perf_tui.tui.screens.notice import NoticeDialog, edited_by_hand

Answer = TypeVar("Answer")
UNUSABLE = 2


async def settle_opening(app: BaseApp, desk: Desk) -> str:
    """Say and ask what there is; the app has left where the file is not to be opened.

    What came of it, in words for the status line, "" for nothing.
    """
    opened = desk.opened
    if desk.keeper.elsewhere:
        await _ask_about_other_computer(app, desk)
    elif desk.keeper.saved.newer:
        words = (
            f"{desk.keeper.held}，这里认不得的内容不显示。\n现在只能看，升级程序以后再打开来改。"
        )
        await _ask(app, NoticeDialog(f"{desk.path.name} 只能看", words))
    elif desk.keeper.held:
        words = f"{desk.keeper.held}。\n现在只能看，不能改；那边关掉以后再打开来改。"
        await _ask(app, NoticeDialog(f"{desk.path.name} 正被别人开着", words))
    elif opened.damage:
        if not await _offer_copy(app, desk):
            app.exit(UNUSABLE)
            return ""
    elif desk.keeper.saved.edited_by_hand:
        await _tell_altered(app, desk)
    news = await _tell_surroundings(app, desk)
    screen = cast(MainScreen, app.screen)
    await screen.show_field(screen.place())
    screen.refresh_change(desk.change)
    return news


async def _tell_surroundings(app: BaseApp, desk: Desk) -> str:
    """What follows from how the file lies, and what an earlier run left; what came of that."""
    if desk.opened.notice:
        words = "\n".join(f"{line}。" for line in desk.opened.notice.splitlines())
        await _ask(app, NoticeDialog("打开以前先看", words))
    remains = desk.opened.remains
    return await _offer_remains(app, desk, remains) if remains else ""


async def _ask_about_other_computer(app: BaseApp, desk: Desk) -> None:
    """Only the user can know whether the program there is over; until then one may look."""
    words = f"{desk.keeper.held}。\n那边关了没有，这台电脑看不出来；两边同时改，会有一边存不下。"
    choices = ["只看，不改", "那边已经关了，在这里接着填"]
    title = f"{desk.path.name} 在别的电脑上开着"
    if await _ask(app, DecisionDialog(title, words, choices)) != 1:
        return
    try:
        desk.take_over_file()
    except SaveError as error:
        await _ask(app, NoticeDialog("没有接手", str(error)))


async def _offer_copy(app: BaseApp, desk: Desk) -> bool:
    """Put the newest good copy in the place of a file that cannot be read; whether it is there."""
    found = desk.opened.backup
    if found is None:
        return False
    backup, file = found
    words = (
        f"{desk.opened.damage}。\n最近一份完好的备份是第 {backup.number} 份，{backup.when} 存的。"
    )
    choices = ["用这份备份打开，坏了的文件另留一份", "不打开，文件原样不动"]
    if await _ask(app, DecisionDialog("文件受了损", words, choices)) != 0:
        return False
    try:
        desk.keeper.restore(backup, file)
    except SaveError as error:
        await _ask(app, NoticeDialog("没有换成", str(error)))
        return False
    return True


async def _tell_altered(app: BaseApp, desk: Desk) -> None:
    """The file is not as it was saved: open it all the same, or go back to a copy."""
    found = desk.opened.backup
    notice = edited_by_hand(desk.path)
    if found is None:
        await _ask(app, notice)
        return
    backup, file = found
    choices = ["照样打开，逐项核对", "看与备份的差别", f"改用 {backup.when} 的备份，再保存"]
    words = f"{notice.words}\n最近一份完好的备份是 {backup.when} 存的。"
    dialog = DecisionDialog(notice.heading, words, choices)
    versions = Version("备份", file.year), Version("文件", desk.session.year)
    if await _decide(app, desk, dialog, versions) == 2:
        desk.turn_to(file.year)
        desk.keeper.take_comments(file)


async def _offer_remains(app: BaseApp, desk: Desk, remains: Remains) -> str:
    """Take up what an earlier run left, look at it, or put it aside; what was done, in words."""
    year = remains.year
    words = remains_words(desk.path, desk.form, desk.session.year, remains)
    if year is None or not remains.fits:
        choices = ["打开文件，记录另留着备查"]
    else:
        choices = ["接着用", "看看改了哪些", "不要，记录另留着备查"]
    if year is not None and not remains.fits:
        choices.append("看看记录里有什么")
    title = "上次没有保存就结束了"
    versions = Version("文件", desk.session.year), Version("记录", year or desk.session.year)
    answer = await _decide(app, desk, DecisionDialog(title, words, choices), versions)
    try:
        if year is not None and remains.fits and answer != 2:
            desk.take_up(year)
            return f"取回的内容还没有存，按 {app.key_of['save']} 保存"
        return f"没用上的记录留在 {desk.keeper.set_aside().name}"
    except SaveError as error:
        await _ask(app, NoticeDialog("没有办成", str(error)))
    return ""


async def _decide(
    app: BaseApp, desk: Desk, dialog: DecisionDialog, versions: tuple[Version, Version]
) -> int | None:
    """The answer, after as many looks at the difference (the second choice) as are wanted."""
    form, glyphs = desk.form, app.glyphs
    while (answer := await _ask(app, dialog)) == 1:
        await _ask(
            app,
            ReadingDialog("差别", lambda width: difference_rows(form, *versions, width, glyphs)),
        )
        dialog = dialog.again()
    return answer


async def _ask(app: BaseApp, dialog: Dialog[Answer]) -> Answer | None:
    """The answer to a dialog, which gets the keys that were typed ahead."""
    answer: asyncio.Future[Answer | None] = asyncio.get_running_loop().create_future()
    await app.push_screen(dialog, answer.set_result)
    app.release_keys()
    return await answer

"""What the user hears and decides before the editor is at work: one dialog after the other."""

from __future__ import annotations

import asyncio
from typing import TypeVar, cast

from perf_tui.editing.deciding import Choice, Matter
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.opening import NotOpenedError, to_settle
from perf_tui.store.errors import SaveError
from perf_tui.tui.apps.base import BaseApp
from perf_tui.tui.keys.vocabulary import ways
from perf_tui.tui.screens.deciding import decision, look, reading
from perf_tui.tui.screens.dialog import Dialog
from perf_tui.tui.screens.main import MainScreen
from perf_tui.tui.screens.notice import NoticeDialog

Answer = TypeVar("Answer")
UNUSABLE = 2


async def settle_opening(app: BaseApp, open_year: OpenYear) -> str:
    """Say and ask what there is; the app has left where the file is not to be opened.

    What came of it, in words for the status line, "" for nothing.
    """
    news = ""
    for matter in to_settle(open_year):
        try:
            news = await _settle(app, open_year, matter) or news
        except NotOpenedError as refusal:
            if str(refusal):
                await _ask(app, NoticeDialog(matter.failed, str(refusal)))
            app.exit(UNUSABLE)
            return ""
    screen = cast(MainScreen, app.screen)
    await screen.show_field(screen.place())
    screen.refresh_change(open_year.change)
    return news


async def _settle(app: BaseApp, open_year: OpenYear, matter: Matter) -> str:
    """Have one matter decided, and do it; what came of it."""
    if not matter.choices:
        await _ask(app, NoticeDialog(matter.title, matter.words))
        return ""
    choice = await _decide(app, open_year, matter)
    try:
        done = choice.do() if choice and choice.do else None
    except SaveError as error:
        await _ask(app, NoticeDialog(matter.failed, str(error)))
        return ""
    return done.worded(ways(app.key_of)) if done else ""


async def _decide(app: BaseApp, open_year: OpenYear, matter: Matter) -> Choice | None:
    """What is chosen, after as many looks at the difference as are wanted; None for nothing."""
    while True:
        answer = await _ask(app, decision(matter))
        index = matter.unanswered if answer is None else answer
        choice = None if index is None else matter.choices[index]
        if choice and choice.read:
            await _ask(app, reading(choice.words, choice.read()))
        elif choice and choice.look:
            await _ask(app, look(choice.look, open_year.form, app.glyphs))
        else:
            return choice


async def _ask(app: BaseApp, dialog: Dialog[Answer]) -> Answer | None:
    """The answer to a dialog, which gets the keys that were typed ahead."""
    answer: asyncio.Future[Answer | None] = asyncio.get_running_loop().create_future()
    await app.push_screen(dialog, answer.set_result)
    app.release_keys()
    return await answer

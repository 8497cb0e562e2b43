"""`perf-tui fill`: the forms as plain line prompts, for screen readers and dumb terminals."""

from __future__ import annotations

import signal
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from perf_tui.cli.ended import tell_ended
from perf_tui.cli.files import CommandError
from perf_tui.cli.output import tell
from perf_tui.cli.prompts.asking import ask_all
from perf_tui.cli.prompts.hearing import at_keyboard, prepare_input
from perf_tui.cli.prompts.opening import settle_opening
from perf_tui.cli.prompts.results import open_words
from perf_tui.cli.prompts.walk import Walk
from perf_tui.cli.prompts.words import FINAL
from perf_tui.cli.usage import UNUSABLE
from perf_tui.editing.desk import Desk
from perf_tui.showing.glyphs import ASCII, FULL
from perf_tui.store.errors import SaveError, YearError
from perf_tui.store.forms import load_form
from perf_tui.store.keeping import journal_path
from perf_tui.store.opening import Opened, open_year
from perf_tui.store.places import remember_opened
from perf_tui.store.securing import Ended, secure

GREETING = "逐栏填写，回车保留方括号里的内容；命令以点开头，.帮助 或 ? 看有哪些"


def run(arguments: Namespace) -> int:
    """Ask for every field; however the asking ends, the answers are saved."""
    prepare_input()
    opened = open_year(arguments.file, load_form)
    try:
        remember_opened(arguments.file)
        return _fill(opened, arguments)
    finally:
        opened.keeper.close()


def _fill(opened: Opened, arguments: Namespace) -> int:
    _refuse_what_cannot_be_filled(opened)
    desk = Desk(opened)
    walk = Walk(desk, ASCII if arguments.ascii else FULL)
    walk.tell(f"{desk.change.standing.unit}  {desk.session.year.year} 年", GREETING)
    walk.tell_all(filter(None, (desk.notice, FINAL if desk.session.year.locked else "")))
    try:
        _ask(walk)
    except SaveError as error:
        tell(str(error))
        return tell_ended(Ended(UNUSABLE, secure(desk.keeper, desk.session.year)))
    except (YearError, CommandError):
        raise
    except Exception as bug:  # noqa: BLE001 — what was typed before it has to be secured
        return tell_ended(Ended(UNUSABLE, secure(desk.keeper, desk.session.year), bug))
    return 0


def _ask(walk: Walk) -> None:
    with _interrupted_by_signals() as hear_no_more:
        try:
            settle_opening(walk)
            ask_all(walk)
        finally:
            hear_no_more()
            _finish(walk)


def _refuse_what_cannot_be_filled(opened: Opened) -> None:
    """CommandError for a file that somebody else has open, that only a copy is left of, or that a
    file of answers would be put into before what was typed where it lay is: then that fits no more.
    """
    path = opened.keeper.path
    if opened.keeper.held:
        raise CommandError(f"{path} 填不了：{opened.keeper.once_free}再填")
    if opened.damage:
        how = f"用 perf-tui recover {path} 换成最近一份完好的备份"
        raise CommandError(f"{opened.damage}；{how}")
    left_at = opened.keeper.left_at
    if left_at is not None and not at_keyboard():
        raise CommandError(
            f"{path} 填不了：它原在 {left_at}，那里还有没存完的填写记录；"
            f"先用 perf-tui recover {path} 取回，不要就删掉 {journal_path(left_at)}"
        )


def _finish(walk: Walk) -> None:
    """Save and say what is still open; SaveError where that failed."""
    walk.desk.finish()
    walk.tell("", f"已保存到 {walk.desk.path}")
    walk.tell_all(open_words(walk.desk.change))


@contextmanager
def _interrupted_by_signals() -> Iterator[Callable[[], None]]:
    """Signals end the asking as Ctrl+C does, until what it gives is called."""
    ending = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
    before = {number: signal.signal(number, signal.default_int_handler) for number in ending}

    def hear_no_more() -> None:
        for number in ending:
            signal.signal(number, signal.SIG_IGN)

    try:
        yield hear_no_more
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

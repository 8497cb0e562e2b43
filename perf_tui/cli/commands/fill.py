"""`perf-tui fill`: the forms as line prompts, for screen readers and dumb terminals."""

from __future__ import annotations

import signal
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from perf_tui.cli.ended import tell_ended
from perf_tui.cli.files import CommandError
from perf_tui.cli.output import err
from perf_tui.cli.prompts.asking import ask_all
from perf_tui.cli.prompts.hearing import at_keyboard, prepare_input
from perf_tui.cli.prompts.opening import settle_opening
from perf_tui.cli.prompts.results import open_words
from perf_tui.cli.prompts.walk import LeavingError, Walk
from perf_tui.cli.usage import UNUSABLE
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.opening import NotOpenedError
from perf_tui.editing.refusing import LOCKED, Sentence
from perf_tui.editing.saving import save_rest
from perf_tui.showing.glyphs import ASCII, FULL
from perf_tui.store.errors import SaveError, YearError
from perf_tui.store.forms import forms_beside
from perf_tui.store.keeping.keeper import journal_path
from perf_tui.store.keeping.opened_file import OpenedFile, open_file
from perf_tui.store.keeping.securing import Ended, secure
from perf_tui.store.user.places import remember_opened

GREETING = "逐栏填写，回车保留方括号里的内容；命令以点开头，.帮助 或 ? 看有哪些"


def run(arguments: Namespace) -> int:
    """Ask for every field. The answers are saved however the asking ends."""
    prepare_input()
    open_year = OpenYear(open_file(arguments.file, forms_beside(arguments.file)))
    try:
        remember_opened(arguments.file)
        return _fill(open_year, arguments)
    finally:
        open_year.keeper.close()


def _fill(open_year: OpenYear, arguments: Namespace) -> int:
    if not at_keyboard():
        _refuse_what_asks(open_year.opened)
    walk = Walk(open_year, ASCII if arguments.ascii else FULL)
    walk.say(f"{open_year.change.evaluation.full_name}  {open_year.session.year.year} 年", GREETING)
    walk.say_all(filter(None, [open_year.notice]))
    try:
        return _ask(walk)
    except SaveError as error:
        err(str(error))
        return tell_ended(Ended(UNUSABLE, secure(open_year.keeper, open_year.session.year)))
    except (YearError, CommandError):
        raise
    except Exception as bug:  # noqa: BLE001 — what was typed has to be secured
        return tell_ended(Ended(UNUSABLE, secure(open_year.keeper, open_year.session.year), bug))


def _ask(walk: Walk) -> int:
    """Settle what the file calls for, then ask for every field. Return the exit status."""
    with _interrupted_by_signals() as hear_no_more:
        try:
            settle_opening(walk)
        except NotOpenedError:
            return UNUSABLE
        except LeavingError:
            return 0
        before = walk.open_year.keeper.content
        if walk.open_year.session.year.locked:
            walk.say(Sentence(LOCKED))
        try:
            ask_all(walk)
        finally:
            hear_no_more()
            _finish(walk, before)
    return 0


def _refuse_what_asks(opened: OpenedFile) -> None:
    """Raise CommandError if the user has to decide something, as a file of answers cannot.

    That is the case if somebody else has the file, if it is damaged, or if an earlier run left a
    journal where the file was before.
    """
    path = opened.keeper.path
    if opened.keeper.held:
        raise CommandError(f"{path} 填不了：{opened.keeper.once_free}再填")
    if opened.damage:
        how = f"用 perf-tui recover {path} 换成最近一份完好的备份"
        raise CommandError(f"{opened.damage}；{how}")
    left_at = opened.keeper.left_at
    if left_at is not None:
        raise CommandError(
            f"{path} 填不了：它原在 {left_at}，那里还有没存完的填写记录；"
            f"先用 perf-tui recover {path} 取回，不要就删掉 {journal_path(left_at)}"
        )


def _finish(walk: Walk, before: bytes) -> None:
    """Save, and say what is still open. `before` are the bytes of the file as it was opened.

    Raises SaveError if that fails.
    """
    keeper = walk.open_year.keeper
    if keeper.held:
        return  # nothing could be typed
    save_rest(walk.open_year)
    walk.say("")
    if walk.open_year.editable or keeper.content != before:
        walk.say(f"已保存到 {walk.open_year.path}")
    walk.say_all(open_words(walk.open_year.change))


@contextmanager
def _interrupted_by_signals() -> Iterator[Callable[[], None]]:
    """Let signals end the asking as Ctrl+C does.

    Yields a function from whose call on they are ignored.
    """
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

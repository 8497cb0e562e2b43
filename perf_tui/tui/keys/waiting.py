"""Keys in the order in which they were typed, however slow the machine.

Textual hands a key to the focused widget and goes on. A key typed ahead can so reach the wrong
field, or nobody at all. Here a key that is no character first waits until the focused widget has
taken what was typed into it, an editor does at once what its own keys say, and keys that come
before their receiver is there are kept for it. No key is swallowed in silence: one that has no
effect is told to the screen.
"""

from __future__ import annotations

from asyncio import Event
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from textual import events
from textual.css.query import NoMatches
from textual.message_pump import MessagePump
from textual.screen import ModalScreen

from perf_tui.core.numbers import clean_text
from perf_tui.tui.textual_parts.app import OpenApp, own_binding

if TYPE_CHECKING:
    from textual.driver import Driver
    from textual.widgets import Input, TextArea


async def caught_up(pump: MessagePump | None) -> None:
    """Wait until somebody has handled everything that was sent to it before, or the program ends.

    One that an error has ended handles nothing any more.
    """
    handled = Event()
    if pump is not None and pump.is_running and pump.call_later(handled.set):
        waiting = app_of(pump).waiting
        waiting.add(handled)
        await handled.wait()
        waiting.discard(handled)


class Telling(Protocol):
    """A screen or dialog that says what a key has done."""

    def say(self, words: str) -> None:
        """Tell something."""

    def no_effect(self, key: str) -> None:
        """Tell that a key, as Textual names it, has done nothing."""


@runtime_checkable
class Searchable(Protocol):
    """A screen without an editor, on which characters look for something."""

    async def search(self, typed: str) -> None:
        """Begin to look for what was typed."""


@runtime_checkable
class Grabbing(Protocol):
    """A screen that takes every key itself, whatever it does elsewhere."""

    def grab(self, key: str) -> None:
        """Take a key, as Textual names it."""


async def act_at_once(
    widget: Input | TextArea, event: events.Key, state: Callable[[], object]
) -> None:
    """Do what a widget's own binding says as soon as its key arrives; say if its `state` stays.

    Textual looks bindings up when the key has bubbled to the app, and characters typed after a
    Backspace overtake it.
    """
    binding = own_binding(widget, event.key)
    if binding is None:
        return
    event.prevent_default().stop()
    before = state()
    await widget.app.run_action(binding.action, widget)
    telling = cast(Telling, widget.screen)
    if binding.action == "select_all" and widget.selected_text:
        telling.say("全选了，输入就替换，方向键取消")
    elif state() == before:
        telling.no_effect(event.key)


def wide_character(event: events.Key) -> str | None:
    """What a stock editor takes for a control key, though it is a character; None for all else.

    Python calls neither the full-width space printable, nor the private and the newest characters
    with which rare names are written. What nobody can see becomes "".
    """
    character = event.character or ""
    if character < "\xa0" or event.is_printable:
        return None
    return clean_text(character).strip("\n")


class PatientApp(OpenApp):
    """Keeps what is typed while it is held, or while a screen that wants the focus has none."""

    def __init__(self, driver_class: type[Driver] | None = None) -> None:
        super().__init__(driver_class)
        self._kept: deque[events.Event] = deque()
        self._held = False
        self.waiting: set[Event] = set()

    def is_harmless(self, error: Exception) -> bool:
        """A screen that was still opening when the program was left has nothing on it."""
        return self.leaving and isinstance(error, NoMatches)

    def rescue(self) -> None:
        """Nobody waits any longer for what an error has ended."""
        for waiting in self.waiting:
            waiting.set()

    def hold_keys(self) -> None:
        """From now on keys belong to what comes next."""
        self._held = True

    def release_keys(self) -> None:
        """What comes next is there, or will take the keys when it gets the focus."""
        self._held = False
        self.call_later(self._pass_on)

    def on_descendant_focus(self) -> None:
        """Somebody listens now."""
        self.call_later(self._pass_on)

    async def on_event(self, event: events.Event) -> None:
        """Keep a key or a paste that comes too early, and those behind it."""
        if isinstance(event, events.Key) and event.key == "ctrl+j":
            # So arrives an Enter that was pressed before the terminal was in raw mode.
            event = events.Key("enter", "\r")
        typed = isinstance(event, events.Key | events.Paste) and not event.is_forwarded
        if typed and self.leaving:  # nobody is there any more; a screen opened now would fall apart
            return
        if typed and (self._kept or self._too_early()):
            self._kept.append(event)
        else:
            await self._hand_on(event)

    async def _hand_on(self, event: events.Event) -> None:
        """Let an event act; a key that may end a field, once the field has all that was typed."""
        searched = isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded
        if searched and isinstance(self.screen, Searchable) and (text := _text_of(event)):
            await self.screen.search(text)
            return
        if isinstance(event, events.Key) and isinstance(self.screen, Grabbing):
            self.screen.grab(event.key)
            return
        if self._must_wait(event):
            await caught_up(self.screen.focused)
            if self.leaving:
                return
            if self._too_early():  # what was typed has closed its dialog
                self._kept.appendleft(event)
                return
        await super().on_event(event)

    def _must_wait(self, event: events.Event) -> bool:
        """A page takes characters as they come; in a dialog each may be the last one."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            return False
        return not event.is_printable or isinstance(self.screen, ModalScreen)

    async def on_key(self, event: events.Key) -> None:
        """A key that nobody has used."""
        event.prevent_default()
        if not await self.obey(event.key):
            key = event.character if event.is_printable else event.key
            cast(Telling, self.screen).no_effect(key or event.key)

    async def _pass_on(self) -> None:
        """Hand on what was kept, in order, as long as somebody listens."""
        while self._kept and not self._too_early() and not self.leaving:
            await self._hand_on(self._kept.popleft())

    def _too_early(self) -> bool:
        if self._held or not self.screen_stack:
            return True
        # A terminal that lost the focus and does not say when it has it again must not lock us out.
        return self.app_focus and self.screen_stack[-1].focused is None


def _text_of(event: events.Event) -> str:
    """What an event types."""
    if isinstance(event, events.Paste):
        return clean_text(event.text).strip()
    return event.character or "" if isinstance(event, events.Key) and event.is_printable else ""


def app_of(pump: MessagePump) -> PatientApp:
    """The app of a widget or a screen."""
    return cast(PatientApp, pump.app)

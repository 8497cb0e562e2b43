"""Keys take effect in the order in which they were typed, however slow the machine.

Textual hands a key to the focused widget and goes on, so a key typed ahead can reach the wrong
field, or none. Here a key that is not a character first waits until the focused widget has taken
what was typed into it, editors act on their own keys at once, and keys that come before their
receiver exists are kept for it. If a key has no effect, the screen says so.
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
    """Wait until a widget or screen has handled all messages sent to it before this call.

    The wait also ends when an error ends the program, because nothing is handled after that.
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
        """Show a message."""

    def no_effect(self, key: str) -> None:
        """Say that a key, as Textual names it, has had no effect."""


@runtime_checkable
class Searchable(Protocol):
    """A screen without an editor, on which typed characters start a search."""

    async def search(self, typed: str) -> None:
        """Start to search for the typed text."""


@runtime_checkable
class TableTaking(Protocol):
    """A screen into which a table can be pasted, with its tabs and line ends."""

    async def paste(self, text: str) -> None:
        """Take what was pasted."""


@runtime_checkable
class Grabbing(Protocol):
    """A screen that takes every key itself, even those bound elsewhere."""

    def grab(self, key: str) -> None:
        """Take a key, as Textual names it."""


async def act_at_once(
    widget: Input | TextArea, event: events.Key, state: Callable[[], object]
) -> None:
    """Run a widget's own binding as soon as its key arrives.

    If `state` returns the same before and after, the screen says that the key had no effect.
    Textual itself looks bindings up only when the key has bubbled to the app, so characters typed
    after a Backspace would overtake it.
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
    """Return the character of a key that a stock editor would take for a control key, else None.

    Python does not count as printable the full-width space, nor the private-use and newest
    characters with which rare names are written. Invisible characters become an empty string.
    """
    character = event.character or ""
    if character < "\xa0" or event.is_printable:
        return None
    return clean_text(character).strip("\n")


class PatientApp(OpenApp):
    """An application that keeps typed keys until somebody can take them.

    Nobody can while keys are held, or while the screen has no focused widget yet.
    """

    def __init__(self, driver_class: type[Driver] | None = None) -> None:
        super().__init__(driver_class)
        self._kept: deque[events.Event] = deque()
        self._held = False
        self.waiting: set[Event] = set()

    def is_harmless(self, error: Exception) -> bool:
        """Ignore missing widgets while the program is being left: a screen was still opening."""
        return self.leaving and isinstance(error, NoMatches)

    def rescue(self) -> None:
        """Release everything that waits for a widget or screen that an error has ended."""
        for waiting in self.waiting:
            waiting.set()

    def hold_keys(self) -> None:
        """Keep keys from now on for the screen or dialog that comes next."""
        self._held = True

    def release_keys(self) -> None:
        """Pass kept keys on again, at once or when a widget gets the focus."""
        self._held = False
        self.call_later(self._pass_on)

    def on_descendant_focus(self) -> None:
        """Pass the kept keys on, because a widget can take them now."""
        self.call_later(self._pass_on)

    async def on_event(self, event: events.Event) -> None:
        """Keep a key or paste that comes too early, and all that follow it."""
        if isinstance(event, events.Key) and event.key == "ctrl+j":
            # An Enter pressed before the terminal was in raw mode arrives as Ctrl+J.
            event = events.Key("enter", "\r")
        typed = isinstance(event, events.Key | events.Paste) and not event.is_forwarded
        if typed and self.leaving:  # a screen opened now would have nothing to stand on
            return
        if typed and (self._kept or self._too_early()):
            self._kept.append(event)
        else:
            await self._hand_on(event)

    async def _hand_on(self, event: events.Event) -> None:
        """Let an event act. A key that may end a field waits until the field has taken all keys."""
        if isinstance(event, events.Paste) and isinstance(self.screen, TableTaking):
            await self.screen.paste(event.text)
            return
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
            if self._too_early():  # an earlier key has closed the dialog
                self._kept.appendleft(event)
                return
        await super().on_event(event)

    def _must_wait(self, event: events.Event) -> bool:
        """Whether an event has to wait for the focused widget.

        Characters wait in dialogs only, where each of them may close the dialog.
        """
        if not isinstance(event, events.Key) or event.is_forwarded:
            return False
        return not event.is_printable or isinstance(self.screen, ModalScreen)

    async def on_key(self, event: events.Key) -> None:
        """Run what an unused key is bound to, or say that it has no effect."""
        event.prevent_default()
        if not await self.obey(event.key):
            key = event.character if event.is_printable else event.key
            cast(Telling, self.screen).no_effect(key or event.key)

    async def _pass_on(self) -> None:
        """Hand the kept events on in order, as long as a widget can take them."""
        while self._kept and not self._too_early() and not self.leaving:
            await self._hand_on(self._kept.popleft())

    def _too_early(self) -> bool:
        if self._held or not self.screen_stack:
            return True
        # Some terminals report losing the focus but not regaining it: that must not block all keys.
        return self.app_focus and self.screen_stack[-1].focused is None


def _text_of(event: events.Event) -> str:
    """Return the text that an event types, empty if it types none."""
    if isinstance(event, events.Paste):
        return clean_text(event.text).strip()
    return event.character or "" if isinstance(event, events.Key) and event.is_printable else ""


def app_of(pump: MessagePump) -> PatientApp:
    """Return the app of a widget or screen."""
    return cast(PatientApp, pump.app)

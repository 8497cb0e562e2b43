"""Keys in the order in which they were typed, however slow the machine.

Textual hands a key to the focused widget and goes on. A key typed ahead can so reach the wrong
field, or nobody at all. Here a key that is no character first waits until the focused widget has
taken what was typed into it, an editor does at once what its own keys say, and keys that come
before their receiver is there are kept for it.
"""

from __future__ import annotations

from asyncio import Event
from collections import deque
from typing import cast
from unicodedata import category

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.widget import Widget


async def caught_up(pump: MessagePump | None) -> None:
    """Wait until somebody has handled everything that was sent to it before."""
    handled = Event()
    if pump is not None and pump.is_running and pump.call_later(handled.set):
        await handled.wait()


async def act_at_once(widget: Widget, event: events.Key) -> None:
    """Do what a widget's own binding says as soon as its key arrives.

    Textual looks bindings up when the key has bubbled to the app, and characters typed after a
    Backspace overtake it.
    """
    for binding in widget._bindings.key_to_bindings.get(event.key, ())[:1]:  # noqa: SLF001
        event.prevent_default().stop()
        await widget.app.run_action(binding.action, widget)


class PatientApp(App[int]):
    """Keeps what is typed while it is held, or while a screen that wants the focus has none."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: deque[events.Event] = deque()
        self._held = False

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
        if isinstance(event, events.Key) and _is_wide_space(event.character):
            event = events.Paste(str(event.character))
        typed = isinstance(event, events.Key | events.Paste) and not event.is_forwarded
        if typed and (self._kept or self._too_early()):
            self._kept.append(event)
        else:
            await self._hand_on(event)

    async def _hand_on(self, event: events.Event) -> None:
        """Let an event act; a key that may end a field, once the field has all that was typed."""
        if isinstance(event, events.Key) and not (event.is_printable or event.is_forwarded):
            await caught_up(self.screen.focused)
        await super().on_event(event)

    async def _pass_on(self) -> None:
        """Hand on what was kept, in order, as long as somebody listens."""
        while self._kept and not self._too_early():
            await self._hand_on(self._kept.popleft())

    def _too_early(self) -> bool:
        if self._held or not self.screen_stack:
            return True
        # A terminal that lost the focus and does not say when it has it again must not lock us out.
        return self.app_focus and self.screen_stack[-1].focused is None


def _is_wide_space(character: str | None) -> bool:
    """A space that an input method types; no editor takes it for a character, so it is pasted."""
    return bool(character) and character != " " and category(str(character)) == "Zs"


def keeper(pump: MessagePump) -> PatientApp:
    """The app of a widget or a screen."""
    return cast(PatientApp, pump.app)

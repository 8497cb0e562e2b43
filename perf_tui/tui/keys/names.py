"""The keys that a terminal sends, with what each does in the editor."""

from __future__ import annotations

from collections.abc import Iterator

from textual.events import Key, MouseEvent, Paste

from perf_tui.showing.themes import THEMES
from perf_tui.store.user.settings import read_settings
from perf_tui.tui.keys.bindings import DEFAULTS, key_name
from perf_tui.tui.keys.rebinding import rebind
from perf_tui.tui.terminal.listening import listen
from perf_tui.tui.terminal.meaning import Noticed

LEAVING = {"enter", "ctrl+c", "ctrl+d"}
# Keys that are not actions: what screens and editors do with them.
WALKING = {
    "escape": "回任务清单，关闭对话框",
    "up": "上一栏、上一行",
    "down": "下一栏、下一行",
    "tab": "下一栏",
    "shift+tab": "上一栏",
    "left": "光标向左",
    "right": "光标向右",
    "home": "到开头",
    "end": "到末尾",
    "pageup": "往前翻",
    "pagedown": "往后翻",
    "backspace": "删去前一个字",
    "delete": "删去后一个字",
    "ctrl+a": "全选这一栏",
}


def named_keys(source: int, before: bytes) -> Iterator[tuple[str, str]]:
    """Yield each key pressed before Enter, Ctrl+C or Ctrl+D, and what it does in the editor.

    `source` is the terminal's file descriptor, `before` what was read from it already. Keys are
    read as the editor reads them, and bound by the user's settings.
    """
    actions, _ = rebind(DEFAULTS, read_settings(THEMES).keys)
    labels = WALKING | {key: one.label for one in actions for key in one.keys.split(",")}
    for message in listen(source, lambda: False, before):
        match message:
            case Key(key=key) if key in LEAVING:
                return
            case Key(key=key, character=character) if message.is_printable:
                yield str(character), labels.get(key, "输入这个字")
            case Key(key=key):
                yield key_name(key), labels.get(key, "编辑器里没有安排")
            case Paste(text=text):
                yield "粘贴", f"{len(text)} 字"
            case MouseEvent():
                yield "鼠标", "编辑器里要在设置里打开"
            case Noticed(words=words):
                yield "", words

"""What other terminals, and slow lines, send to the editor: it goes on, and text stays text."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from support.program import STARTED
from support.terminal import Terminal

Start = Callable[..., Terminal]
FIELD = "应公示名单批数"


@pytest.fixture
def page(start: Start, year: Path) -> Terminal:
    """The editor on indicator 6, in a field without a figure."""
    terminal = start("open", year)
    terminal.wait_for(STARTED)
    terminal.press("f6")
    terminal.type("06\r")
    terminal.wait_for("转到")
    terminal.wait_until(lambda lines: any(line.startswith(f"> {FIELD}") for line in lines))
    return terminal


def figure(terminal: Terminal) -> str:
    """What stands in the field."""
    (line,) = (line for line in terminal.lines if FIELD in line and line.startswith(">"))
    return line.replace(">", "").split()[1].replace("____", "")


def wait_for_figure(terminal: Terminal, text: str) -> None:
    terminal.wait_until(lambda _: figure(terminal) == text, what=f"{text} in the field")


def slowly(terminal: Terminal, *parts: bytes) -> None:
    """Sends parts so far from each other that each is read by itself."""
    for part in parts:
        terminal.send(part)
        time.sleep(0.2)


def test_nothing_but_text_becomes_text(page: Terminal) -> None:
    page.type("12")
    for sent in (
        b"\x1b[?1;2c\x1b[>0;276;0c\x1b[?997;1n\x1b[8;24;80t",
        b"\x1b]11;rgb:1111/1111/1111\x07\x1bP>|xterm(388)\x1b\\\x1b]52;c;MTIz\x07",
        b"\x1b[53;1:3u\x1b[M \x98\x2c",
    ):
        page.send(sent)
    page.type("3")
    wait_for_figure(page, "123")
    page.send(b"\xd6\xd0")
    page.wait_for("终端不是 UTF-8")
    page.send(b"\xe4\xb8")
    page.type("4")
    wait_for_figure(page, "1234")
    page.wait_for("终端不是 UTF-8")


def test_a_key_in_two_pieces_is_the_key(page: Terminal) -> None:
    page.type("12")
    slowly(page, b"\x1bO", b"Q")
    page.wait_for("已保存到")
    assert figure(page) == "12"
    slowly(page, b"\x1b[2", b"5~")
    page.wait_for("大写")  # F13, as Shift+F1 of the Linux console
    slowly(page, b"\x1b[1", b"5~")
    page.wait_for("上下键选择")


def test_a_paste_without_an_end_makes_nobody_deaf(page: Terminal) -> None:
    page.type("12")
    page.send(b"\x1b[200~34")
    page.wait_for("粘贴没有收到结尾")
    page.type("5")
    wait_for_figure(page, "12345")
    page.press("ctrl+s")
    page.wait_for("已保存到")
    page.press("f10")
    assert page.exit_status() == 0

"""NO_COLOR in a real terminal: no colour in any byte, and still one sees where one is."""

import re
import sys
from pathlib import Path

import pytest

from perf_tui.showing.themes import THEMES
from support.terminal import Terminal

# The parameters of every SGR sequence, such as 1 or 38;2;255;255;255.
STYLES = re.compile(rb"\x1b\[([\d;:]*)m")
BOLD, UNDERLINE, REVERSE = "1", "4", "7"


@pytest.mark.parametrize("theme", THEMES)
def test_no_colour_is_sent_and_the_place_is_marked(year: Path, theme: str) -> None:
    env = {"NO_COLOR": "1", "HOME": str(year.parent), "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-m", "perf_tui", "--theme", theme, "open", str(year)]
    with Terminal(command, env=env) as terminal:
        sent = read_until(terminal, "F10离开")
        assert styled(sent, REVERSE, "单位信息")
        terminal.press("down", "enter")
        sent += read_until(terminal, "27393095")
        assert styled(sent, BOLD, ">*年初预算数")
        assert styled(sent, REVERSE, "27393095")
        terminal.type("3")
        terminal.press("f5")
        sent += read_until(terminal, "检查结果")
    used = {style for found in STYLES.findall(sent) for style in found.decode().split(";")}
    assert used <= {"", "0", BOLD, UNDERLINE, REVERSE}


def read_until(terminal: Terminal, words: str) -> bytes:
    """What is sent until words stand on the screen."""
    sent = b""
    while not any(words in line for line in terminal.lines):
        piece = terminal.read(20)
        assert piece, terminal.text
        sent += piece
    return sent


def styled(sent: bytes, style: str, words: str) -> bool:
    """Whether words were sent in a style."""
    before = sent[: sent.index(words.encode())]
    return style in STYLES.findall(before)[-1].decode().split(";")

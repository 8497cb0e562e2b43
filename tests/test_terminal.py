"""The pseudo-terminal that other tests stand on: a wrong one would make them lie."""

import signal
import sys
from pathlib import Path

import pytest

from support.keys import sequence_of
from support.terminal import Terminal

ECHO = """
import sys
sys.stdout.write('准备好\\n')
for line in sys.stdin: sys.stdout.write('got ' + line)
"""
SIZE = """
import os, signal
signal.signal(signal.SIGWINCH, lambda *_: print('size', *os.get_terminal_size()))
print('size', *os.get_terminal_size(), flush=True)
while True: signal.pause()
"""


def python(program: str) -> list[str]:
    return [sys.executable, "-u", "-c", program]


def test_shows_wide_characters_once_and_answers_typing() -> None:
    with Terminal(python(ECHO)) as terminal:
        terminal.wait_for("准备好")
        terminal.type("健龙镇 12")
        terminal.press("enter")
        terminal.wait_for("got 健龙镇 12")
        assert terminal.lines[0] == "准备好"
        assert len(terminal.lines) == 24


def test_resizing_reaches_the_program() -> None:
    with Terminal(python(SIZE), rows=20, columns=50) as terminal:
        terminal.wait_for("size 50 20")
        terminal.resize(5, 20)
        terminal.wait_for("size 20 5")


@pytest.mark.parametrize("how", ["hang_up", "term"])
def test_a_lost_terminal_and_a_signal_end_the_program(how: str) -> None:
    with Terminal(python("import time; print('up'); time.sleep(60)")) as terminal:
        terminal.wait_for("up")
        if how == "hang_up":
            terminal.hang_up()
            assert terminal.exit_status() == -signal.SIGHUP
        else:
            terminal.signal(signal.SIGTERM)
            assert terminal.exit_status() == -signal.SIGTERM


def test_what_never_comes_is_an_error_that_shows_the_screen() -> None:
    with (
        Terminal(python("print('something else')")) as terminal,
        pytest.raises(TimeoutError, match="something else"),
    ):
        terminal.wait_for("健龙镇")


def test_leaving_kills_what_still_runs() -> None:
    with Terminal(python("import time; print('up'); time.sleep(60)")) as terminal:
        terminal.wait_for("up")
        assert terminal.exit_status(0) is None
        assert 0 < terminal.memory() <= terminal.peak_memory()
    assert terminal.exit_status(0) == -signal.SIGKILL


def test_starts_in_the_folder_and_environment_asked_for(tmp_path: Path) -> None:
    program = "import os; print(os.path.basename(os.getcwd()), os.environ['WORD'])"
    with Terminal(python(program), cwd=tmp_path, env={"WORD": "词"}) as terminal:
        terminal.wait_for(f"{tmp_path.name} 词")
        assert terminal.exit_status() == 0


@pytest.mark.parametrize(
    ("key", "sent"),
    [
        ("a", b"a"),
        ("ctrl+s", b"\x13"),
        ("f3", b"\x1bOR"),
        ("f10", b"\x1b[21~"),
        ("shift+f8", b"\x1b[19;2~"),
        ("ctrl+f2", b"\x1b[1;5Q"),
        ("pagedown", b"\x1b[6~"),
        ("９", "９".encode()),
    ],
)
def test_keys_are_sent_as_xterm_sends_them(key: str, sent: bytes) -> None:
    assert sequence_of(key) == sent


@pytest.mark.parametrize("key", ["alt+x", "f30", "hyper", "ctrl+enter", ""])
def test_an_unknown_key_is_an_error(key: str) -> None:
    with pytest.raises(KeyError):
        sequence_of(key)

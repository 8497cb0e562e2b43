"""What terminals send: keys are read, text stays text, and nothing else becomes either."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.message import Message
from textual.messages import TerminalSupportsSynchronizedOutput

from perf_tui.tui.terminal.meaning import NO_END, NOT_UTF_8, TORN, Noticed
from perf_tui.tui.terminal.patience import Patience, patience
from perf_tui.tui.terminal.reader import TerminalReader

HERE, FAR = Patience(), Patience(escape=0.5)
FOR_EVER = 60.0
Sent = list[bytes | float]


def read(*sent: bytes | float, waits: Patience = HERE) -> list[Message]:
    """The messages of bytes with pauses between them, and of a long pause at the end."""
    reader, now = TerminalReader(waits), 100.0
    messages: list[Message] = []
    for part in (*sent, FOR_EVER):
        if isinstance(part, bytes):
            messages += reader.feed(part, now)
            continue
        now += part
        while (deadline := reader.deadline) is not None and deadline <= now:
            messages += reader.tick(deadline)
    return messages


def told(messages: list[Message]) -> list[str]:
    """Keys by name, pastes as they are, what is said as the word for it."""
    words = {NOT_UTF_8: "(foreign)", TORN: "(torn)", NO_END: "(no end)"}
    found = []
    for message in messages:
        match message:
            case events.Key(key=key):
                found.append(key)
            case events.Paste(text=text):
                found.append(f"[{text}]")
            case Noticed(words=said):
                found.append(words[said])
            case _:
                found.append(type(message).__name__)
    return found


def typed(messages: list[Message]) -> str:
    """The characters that an editor would take for text."""
    keys = (one for one in messages if isinstance(one, events.Key) and one.is_printable)
    return "".join(str(key.character) for key in keys)


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        # What Textual would read as one key with Alt is an Esc and the key behind it.
        (b"\x1b\r", "escape enter"),
        (b"\x1b14", "escape 1 4"),
        ("\x1b项目".encode(), "escape 项 目"),
        ("\x1b。".encode(), "escape ideographic_full_stop"),
        (b"\x1b\x13", "escape ctrl+s"),
        (b"\x1b\x1b[19~", "escape f8"),
        ("项\x1b[19~\x1bOP".encode(), "项 f8 f1"),
        # Shift and function keys: xterm; Linux console, PuTTY, rxvt, macOS; konsole; rxvt.
        (b"\x1b[1;2P\x1b[1;2Q\x1b[1;2R\x1b[1;5R\x1bOR", "shift+f1 shift+f2 shift+f3 ctrl+f3 f3"),
        (b"\x1b[25~\x1b[26~\x1b[28~\x1b[29~", "f13 f14 f15 f16"),
        (b"\x1b[31~\x1b[32~\x1b[33~\x1b[34~", "f17 f18 f19 f20"),
        (b"\x1bO2P\x1bO5Q\x1bO1;2R", "shift+f1 ctrl+f2 shift+f3"),
        (b"\x1b[23$\x1b[24$\x1b[11^", "f23 f24 ctrl+f1"),
        (b"\x1b[[A\x1b[[B\x1b[[E\x1b[11~\x1b[15~", "f1 f2 f5 f1 f5"),
        # Arrows and the like, in normal and application mode.
        (b"\x1b[1;2A\x1b[Z\x1b\t\x1b[A\x1bOA", "shift+up shift+tab shift+tab up up"),
        (b"\x1b[5~\x1b[6~\x1b[1~\x1b[4~\x1b[H\x1bOF", "pageup pagedown home end home end"),
        (b"\x1b[5D\x1b[1;5D\x1b[3;2~", "ctrl+left ctrl+left shift+delete"),
        (b"\x1bOp\x1bOM", "0 enter"),
        # A terminal in eight-bit mode.
        (b"\x9b15~\x8fQ5", "f5 f2 5"),
        # kitty, and xterm's modifyOtherKeys.
        (b"\x1b[13u\x1b[27u\x1b[115;5u\x1b[19;2~", "enter escape ctrl+s shift+f8"),
        (b"\x1b[53;;53u\x1b[53u\x1b[97;2u\x1b[13;129u", "5 5 A enter"),
        (b"\x1b[27;5;115~\x1b[27;2;65~", "ctrl+s A"),
        (b"\x1b[53;1:1u\x1b[53;1:2;53u\x1b[53;1:3u", "5 5"),
        (b"\x1b[56:42;2;42u\x1b[56:42;2u", "asterisk asterisk"),
        (b"\x1b[0;;20013:22269u\x1b[113;3;8364u", "中 国 euro_sign"),  # an input method, AltGr
        (b"\x1b[57441;2u\x1b[57358u\x1b[57364;2u", ""),
    ],
)
def test_keys(sent: bytes, keys: str) -> None:
    assert told(read(sent)) == keys.split()
    assert told(read(*(bytes([one]) for one in sent))) == keys.split()


@pytest.mark.parametrize(
    "sent",
    [
        b"\x1b[?1;2c",  # DA1
        b"\x1b[>0;276;0c",  # DA2
        b"\x1bP!|00000000\x1b\\",  # DA3
        b"\x1b[0n\x1b[?997;1n",  # DSR
        b"\x1b[24;80R\x1b[1;80R\x1b[1;1R",  # where the cursor is
        b"\x1b[8;24;80t\x1b[48;99999;99999;1;1t",  # sizes
        b"\x1b[4;1$y\x1b[?2048;0$y",  # DECRPM
        b"\x1b[?1u",  # kitty's flags
        b"\x1b]11;rgb:1111/1111/1111\x07\x1b]11;rgb:1111/1111/1111\x1b\\",
        b"\x9d11;rgb:11/11/11\x9c",
        b"\x1b]52;c;MTIz\x07",
        "\x1b]l一个标题\x1b\\".encode(),
        b"\x1bP>|xterm(388)\x1b\\\x1bP1+r544e=787465726d\x1b\\\x1bP1$r0m\x1b\\",
        b"\x1b_Gi=31;OK\x1b\\",
        b"\x1b[99999999999999999999999999;7u\x1b[1;99999999999A\x1b[55555~\x1b[?25~",
        b"\x1b[1114112u\x1b[55296u\x1b[0;0;0u\x1b[;;;;;u",
        b"\x1bOz\x1b[5Z",
        b"\x1b[201~",  # the end of no paste
    ],
)
def test_complete_sequences_that_mean_nothing_are_passed_over(sent: bytes) -> None:
    assert told(read(sent)) == []
    assert told(read(b"1", sent, b"2")) == ["1", "2"]
    assert told(read(*(bytes([one]) for one in sent))) == []
    assert told(read(sent[: len(sent) // 2], 0.6, sent[len(sent) // 2 :], b"2")) == ["2"]


@pytest.mark.parametrize(
    ("sent", "wanted"),
    [
        ([b"12\x1b[1", 0.2, b"5~"], "1 2 f5"),
        ([b"\x1bO", 0.9, b"Q"], "f2"),
        ([b"\x1b[", 0.9, b"B"], "down"),
        ([b"\x1b", 0.09, b"OQ"], "f2"),
        ([b"\x1b", 0.2, b"OQ"], "escape f2"),
        ([b"\x1b", 0.2, b"[15~5"], "escape f5 5"),
        ([b"\x1b", 0.2, b"[1", 0.2, b"5~"], "escape f5"),
        ([b"\x1b", 0.2, b"[", 0.2, b"15~"], "escape f5"),
        ([b"\x1b", 0.2, b"O", 0.2, b"Q"], "escape f2"),
        ([b"\x1b", 0.2, b"]11;rgb:1", 0.2, b"1\x07"], "escape"),
        ([b"\x1b]", 0.2, b"11;rgb:11/11\x07"], "escape right_square_bracket"),
        ([b"\x1bP", 0.2, b">|xterm(388)\x1b\\"], "escape P"),
        ([b"\x1b", 2.0, b"[15~"], "escape left_square_bracket 1 5 tilde"),
        ([b"\x1b", 0.2, b"OK"], "escape O K"),
        ([b"\x1b[1", 5.0, b"5"], "(torn) 5"),
        ([b"\x1b[1\x13"], "(torn) ctrl+s"),
        ([b"\x1b[1\x1b[15~"], "(torn) f5"),
        ([b"\x1b]11;rgb:11", 5.0, b"5"], "(torn) 5"),
        ([b"\x1b]11;rgb:11\r"], "(torn) enter"),
        ([b"\x1b]", 0.2, b"5"], "escape right_square_bracket 5"),
        ([b"\x1bP", 0.2, b"5"], "escape P 5"),
        ([b"\x1b]a\x1bPq"], "escape right_square_bracket a escape P q"),
        ([b"\x1b[M", 0.2, b"  ", 5.0, b"5"], "(torn) 5"),
    ],
)
def test_a_slow_line_tears_no_key_into_text(sent: Sent, wanted: str) -> None:
    assert told(read(*sent)) == wanted.split()


def test_what_never_ends_makes_nobody_deaf() -> None:
    slowly: Sent = [part for _ in range(9) for part in (b"5", 0.5)]
    assert told(read(b"\x1b[", 0.5, *slowly))[-3:] == ["5", "5", "5"]
    assert told(read(b"\x1b[", b"1;" * 9999, 5.0, b"5")) == ["(torn)", "5"]


def test_over_a_network_an_escape_is_waited_for_longer() -> None:
    assert told(read(b"\x1b", 0.4, b"OQ", waits=FAR)) == ["f2"]
    assert told(read(b"\x1b", 0.6, waits=FAR)) == ["escape"]
    assert patience({}) == HERE
    assert patience({"SSH_CONNECTION": "10.0.0.1 50000 10.0.0.2 22"}) == FAR
    assert patience({"SSH_TTY": "/dev/pts/1", "ESCDELAY": "1000"}).escape == 1.0
    assert patience({"ESCDELAY": "much"}) == patience({"ESCDELAY": "0"}) == HERE


@pytest.mark.parametrize(
    ("sent", "wanted"),
    [
        ([b"7\xff5"], "7 (foreign) 5"),
        (["中".encode("gbk")], "(foreign)"),
        (["镕1".encode("gbk")], "(foreign) 1"),  # its second byte by itself is an F
        ([b"\xe4\xb8", b"5"], "(foreign) 5"),
        ([b"\xe4\xb8", 5.0, b"5"], "(foreign) 5"),
        ([b"\xe4\xb8", 0.5, b"\xad"], "中"),
        ([b"\xe4\xb8\x1b[15~"], "(foreign) f5"),
        ([b"\xc2\x9b5"], "5"),
        (["一".encode("gbk"), b"5"], "(foreign) 5"),  # by itself a letter of UTF-8
        (["·×÷°āα".encode()], "middle_dot multiplication_sign division_sign degree_sign ā α"),
        ([b"\xed\xa0\x80"], "(foreign)"),
        ([b"\x9b"], "(foreign)"),
    ],
)
def test_bytes_that_are_no_utf_8_are_said_and_dropped(sent: Sent, wanted: str) -> None:
    assert told(read(*sent)) == wanted.split()


@pytest.mark.parametrize(
    ("sent", "wanted"),
    [
        (["\x1b[200~甲\n乙\x1b[201~5".encode()], ["[甲\n乙]", "5"]),
        (["\x1b[200~甲\x1b[31m乙\x1b\x07\x1b[201~".encode()], ["[甲\x1a[31m乙\x1a\x07]"]),
        ([b"\x1b[200~\x1b[200~\x1b[201~"], ["[\x1a[200~]"]),
        ([b"\x1b[200~\x001\x1b[20", 1.0, b"1~"], ["[1]"]),
        (["\x1b[200~第3组，中镕\x1b[201~".encode("gbk")], ["(foreign)", "[第3组，中镕]"]),
        ([b"\x1b[200~1\xff2\x1b[201~"], ["(foreign)", "[1\ufffd2]"]),
        ([b"\x1b[200~34", 2.0, b"5\x13\x1b[21~"], ["[34]", "(no end)", "5", "ctrl+s", "f10"]),
        ([b"\x1b[200~34", 2.0, b"\x1b"], ["[34]", "(no end)", "escape"]),
        ([b"\x1b[200~34", 2.0, b"56\x1b[201~7"], ["[34]", "(no end)", "[56]", "7"]),
        ([b"\x1b[200~34", 2.0, b"5", b"\x1b[201~"], ["[34]", "(no end)", "5", "[]"]),
        (
            [b"\x1b[200~34", 2.0, b"5", 1.0, b"\x1b[200~78\x1b[201~"],
            ["[34]", "(no end)", "5", "[78]"],
        ),
        (
            [b"\x1b[200~1\n", 2.0, b"2\n3\n", 0.1, b"4\x1b[20", 0.1, b"1~"],
            ["[1\n]", "(no end)", "[2\n3\n4]"],
        ),
    ],
)
def test_a_paste_stays_in_one_piece_and_ends(sent: Sent, wanted: list[str]) -> None:
    assert told(read(*sent)) == wanted


@pytest.mark.parametrize(
    ("sent", "wanted"),
    [
        (b"\x1b[<0;11;6M\x1b[<0;11;6m", ["MouseDown 10 5", "MouseUp 10 5"]),
        (b"\x1b[M \x2b\x26\x1b[M#\x2b\x26", ["MouseDown 10 5", "MouseUp 10 5"]),  # GNU screen
        (b"\x1b[M \x98\x2c", ["MouseDown 119 11"]),
        (b"\x1b[32;11;6M\x1b[35;11;6M", ["MouseDown 10 5", "MouseUp 10 5"]),  # urxvt
        (b"\x1b[<64;11;6M\x1b[<65;11;6M", ["MouseScrollUp 10 5", "MouseScrollDown 10 5"]),
        (b"\x1b[M \xc2\xa0&", ["MouseDown 127 5"]),  # 1005
        (b"\x1b[M \x00!\x1b[<0;-1;99999999M\x1b[M\x1b[15~", []),
    ],
)
def test_clicks_in_every_way_that_terminals_report_them(sent: bytes, wanted: list[str]) -> None:
    mouse = [one for one in read(sent) if isinstance(one, events.MouseEvent)]
    assert [f"{type(one).__name__} {one.x:g} {one.y:g}" for one in mouse] == wanted
    assert typed(read(sent)) == ""


def test_focus_and_synchronized_output() -> None:
    messages = read(b"\x1b[I\x1b[O\x1b[?2026;2$y\x1b[?2026;0$y")
    kinds = events.AppFocus, events.AppBlur, TerminalSupportsSynchronizedOutput
    assert tuple(map(type, messages)) == kinds


SENT = st.sampled_from(
    b"\x1b|\x1b[|\x1bO|\x1b]|\x1bP|\x1b[M !!|\x1b[<0;5;5M|\x1b[200~|\x1b[201~|\x1b\\|\x07|15~|"
    b"53;1:3u|12|\r|\x13|\xe4\xb8\xad".split(b"|")
)
ANYTHING = st.one_of(SENT, st.binary(max_size=8), st.floats(0, 4))


@given(st.lists(st.one_of(SENT, st.text().map(str.encode))), st.data())
def test_it_does_not_matter_where_the_bytes_are_cut(
    parts: list[bytes], data: st.DataObject
) -> None:
    sent = b"".join(parts)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(sent)), max_size=6)))
    pieces = [sent[a:b] for a, b in zip([0, *cuts], [*cuts, len(sent)], strict=True)]
    assert set(told(read(*pieces))) == set(told(read(sent)))
    assert typed(read(*pieces)) == typed(read(sent))


@given(st.text("0123456789:;", max_size=24), st.sampled_from("u~ABCDEFHPQRSMcnt"))
def test_no_numbers_are_too_strange(codes: str, end: str) -> None:
    read(f"\x1b[{codes}{end}".encode())


@given(st.lists(ANYTHING))
def test_whatever_comes_the_next_key_is_read(parts: Sent) -> None:
    assert told(read(*parts, FOR_EVER, b"5"))[-1] == "5"

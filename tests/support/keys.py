"""What an xterm sends for each key, by the names Textual uses."""

NAMED = {
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "escape": "\x1b",
    "space": " ",
    "backspace": "\x7f",
    "insert": "\x1b[2~",
    "delete": "\x1b[3~",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
}
ARROWS = {"up": "A", "down": "B", "right": "C", "left": "D", "home": "H", "end": "F"}
MODIFIERS = {"shift": 2, "ctrl": 5, "ctrl+shift": 6}
FUNCTION = {
    1: "\x1bOP",
    2: "\x1bOQ",
    3: "\x1bOR",
    4: "\x1bOS",
    5: "\x1b[15~",
    6: "\x1b[17~",
    7: "\x1b[18~",
    8: "\x1b[19~",
    9: "\x1b[20~",
    10: "\x1b[21~",
    11: "\x1b[23~",
    12: "\x1b[24~",
    # As which terminals send Shift+F1, Shift+F7, Shift+F8 and Shift+F9.
    13: "\x1b[25~",
    19: "\x1b[33~",
    20: "\x1b[34~",
    21: "\x1b[20;2~",
}


def sequence_of(key: str) -> bytes:
    """The bytes of one key; KeyError for a name that is not known."""
    if len(key) == 1:
        return key.encode()
    if key in NAMED:
        return NAMED[key].encode()
    modifier, _, base = key.rpartition("+")
    if modifier == "ctrl" and len(base) == 1 and base.isalpha():
        return bytes([ord(base) & 0x1F])
    if modifier and base in ARROWS:
        return f"\x1b[1;{MODIFIERS[modifier]}{ARROWS[base]}".encode()
    if base[:1] == "f" and base[1:].isdigit():
        return _function_key(int(base[1:]), modifier).encode()
    raise KeyError(key)


def _function_key(number: int, modifier: str) -> str:
    plain = FUNCTION[number]
    if not modifier:
        return plain
    code = MODIFIERS[modifier]
    if number <= 4:
        return f"\x1b[1;{code}{plain[-1]}"
    return f"{plain[:-1]};{code}~"

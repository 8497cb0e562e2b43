"""Keys that come as numbers: `ESC [ 1 9 ; 2 ~` of xterm, `ESC [ 5 3 ; 1 : 3 u` of kitty.

The sources are https://sw.kovidgoyal.net/kitty/keyboard-protocol/ and xterm's modifyOtherKeys. Of
the numbers only code, modifiers, release and text are used, but not other layouts and repeats.
"""

from __future__ import annotations

from collections.abc import Iterator

from textual.events import Key

from perf_tui.tui.textual_parts.sequences import (
    ANSI_SEQUENCES_KEYS,
    FUNCTIONAL_KEYS,
    MODIFIER_FUNCTIONAL_KEYS,
    character_key,
)

# The bit of each modifier in the modifiers' number less one. The bits of the locks are ignored.
SHIFT = 1
CHORDS = {2: "alt", 4: "ctrl", 8: "super", 16: "hyper", 32: "meta"}
RELEASED = "3"
OTHER_KEYS = 27  # `ESC [ 27 ; modifiers ; code ~`
LOCKS = {"caps_lock", "scroll_lock", "num_lock"}
SPOKEN = {"enter": "\r", "tab": "\t", "backspace": "\x7f"}
MOST_DIGITS = 7
# `ESC [ 1 ; 2 R` is Shift+F3, but `ESC [ 1 ; 80 R` reports the position of the cursor.
OF_A_REPORT, OF_A_KEY = (1, 8), (0, 256)


def listed_keys(sent: str) -> Iterator[Key]:
    """Yield the keys that Textual's table lists for the whole sequence, if it is in there."""
    found = ANSI_SEQUENCES_KEYS.get(sent)
    if isinstance(found, tuple):
        yield from (Key(name.value, None) for name in found)
    elif isinstance(found, str):
        yield Key(character_key(found), found)


def keys_of_codes(codes: str, end: str, sent: str) -> Iterator[Key]:
    """Yield the keys that a sequence of numbers and its final character `end` mean.

    `codes` are the numbers, in fields separated by semicolons and colons within. `sent` is the
    whole sequence, which is looked up as it is if there is only one number.
    """
    fields = [field.split(":") for field in codes.split(";")]
    if len(fields) == 1 and end != "u":
        yield from listed_keys(sent)
        return
    (code, *others), (modifiers, *kind), texts, *_ = (*fields, [""], [""])
    number, weight = _number(code), _number(modifiers) - 1
    if number == OTHER_KEYS and end == "~" and len(fields) > 2:
        number, end, texts = _number(texts[0]), "u", [""]
    least, most = OF_A_REPORT if end == "R" and not kind else OF_A_KEY
    if kind[:1] != [RELEASED] and least <= weight < most:
        yield from _keys(f"{number}{end}", weight, _characters(others[:1]), _characters(texts))


def _keys(code: str, weight: int, shifted: str, typed: str) -> Iterator[Key]:
    name = FUNCTIONAL_KEYS.get(code, "")
    plain = _characters([code[:-1]]) if code.endswith("u") and not name else ""
    if "\ue000" <= plain <= "\uf8ff":  # kitty's own code of a key that the editor does not know
        return
    chords = [chord for bit, chord in CHORDS.items() if weight & bit]
    if plain and not typed and not chords:
        typed = (shifted or plain.upper()) if weight & SHIFT else plain
    if typed and (not chords or "alt" in chords):  # chosen by Alt, or by an input method
        yield from (Key(name or character_key(one), one) for one in typed)
    elif (name or plain) and name not in MODIFIER_FUNCTIONAL_KEYS and name not in LOCKS:
        parts = sorted([*chords, *["shift"] * (weight & SHIFT)])
        key = "+".join([*parts, name or character_key(plain.lower())])
        yield Key(key, None if parts else SPOKEN.get(name))


def _characters(numbers: list[str]) -> str:
    """Return the characters with these code points, without those that nobody types."""
    found = (_number(number, 0) for number in numbers)
    return "".join(chr(one) for one in found if _is_typed(one))


def _is_typed(number: int) -> bool:
    return 0x20 <= number < 0x7F or 0xA0 <= number < 0xD800 or 0xE000 <= number <= 0x10FFFF


def _number(digits: str, otherwise: int = 1) -> int:
    """Return a number as it was sent, cut to `MOST_DIGITS`, or `otherwise` if it was left out."""
    return int(digits[:MOST_DIGITS] or otherwise)

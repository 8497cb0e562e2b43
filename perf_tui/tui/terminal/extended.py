"""Keys that come as numbers: `ESC [ 1 9 ; 2 ~` of xterm, `ESC [ 5 3 ; 1 : 3 u` of kitty.

https://sw.kovidgoyal.net/kitty/keyboard-protocol/ and xterm's modifyOtherKeys. What the numbers
say beyond code, modifiers and text (other layouts, repeats) is passed over; what is no key gives
none.
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

# By the weight that each has in a modifier's number less one; the locks weigh more, and count not.
SHIFT = 1
CHORDS = {2: "alt", 4: "ctrl", 8: "super", 16: "hyper", 32: "meta"}
RELEASED = "3"
OTHER_KEYS = 27  # `ESC [ 27 ; modifiers ; code ~`
LOCKS = {"caps_lock", "scroll_lock", "num_lock"}
SPOKEN = {"enter": "\r", "tab": "\t", "backspace": "\x7f"}
MOST_DIGITS = 7
# `ESC [ 1 ; 2 R` is Shift+F3, and `ESC [ 1 ; 80 R` where the cursor stands.
OF_A_REPORT, OF_A_KEY = (1, 8), (0, 256)


def listed_keys(sent: str) -> Iterator[Key]:
    """The keys for which a sequence as a whole stands in Textual's table, if it does."""
    found = ANSI_SEQUENCES_KEYS.get(sent)
    if isinstance(found, tuple):
        yield from (Key(name.value, None) for name in found)
    elif isinstance(found, str):
        yield Key(character_key(found), found)


def keys_of_codes(codes: str, end: str, sent: str) -> Iterator[Key]:
    """The keys of numbers, parted by semicolons and within by colons, and the letter behind them.

    `sent` is the whole sequence, which stands for itself where there is but one number.
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
    if "\ue000" <= plain <= "\uf8ff":  # kitty's own, a key that there is none of here
        return
    chords = [chord for bit, chord in CHORDS.items() if weight & bit]
    if plain and not typed and not chords:
        typed = (shifted or plain.upper()) if weight & SHIFT else plain
    if typed and (not chords or "alt" in chords):  # Alt has chosen it, or an input method
        yield from (Key(name or character_key(one), one) for one in typed)
    elif (name or plain) and name not in MODIFIER_FUNCTIONAL_KEYS and name not in LOCKS:
        parts = sorted([*chords, *["shift"] * (weight & SHIFT)])
        key = "+".join([*parts, name or character_key(plain.lower())])
        yield Key(key, None if parts else SPOKEN.get(name))


def _characters(numbers: list[str]) -> str:
    """The characters with these numbers, without those that nobody types."""
    found = (_number(number, 0) for number in numbers)
    return "".join(chr(one) for one in found if _is_typed(one))


def _is_typed(number: int) -> bool:
    return 0x20 <= number < 0x7F or 0xA0 <= number < 0xD800 or 0xE000 <= number <= 0x10FFFF


def _number(digits: str, otherwise: int = 1) -> int:
    """A number as it was sent, `otherwise` where it was left out; one out of all bounds is cut."""
    return int(digits[:MOST_DIGITS] or otherwise)

"""The pinyin initials of Chinese words, by which indicators are found with a Latin keyboard.

The 3,755 characters of GB 2312's first level stand in the order of their pinyin, so the code of a
character tells its initial. Rarer characters are left out, as are all marks.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

# The first character of each initial, and behind the last one the end of the level.
_FIRST = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
_INITIALS = "abcdefghjklmnopqrstwxyz"
_STARTS = [character.encode("gb2312") for character in _FIRST]
_END = b"\xd7\xf9"  # 座, the last one


def initials_of(words: str) -> str:
    """Return the initials in lower case; Latin letters and digits stand for themselves."""
    return "".join(map(_initial, words))


@lru_cache(maxsize=4096)
def _initial(character: str) -> str:
    if character.isascii():
        return character.lower() if character.isalnum() else ""
    try:
        code = character.encode("gb2312")
    except UnicodeEncodeError:
        return ""
    if not _STARTS[0] <= code <= _END:
        return ""
    return _INITIALS[bisect_right(_STARTS, code) - 1]

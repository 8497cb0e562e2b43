"""Chinese numerals, everyday (三万五千) and financial (叁万伍仟), as whole numbers."""

import re

_FINANCIAL = str.maketrans(
    "〇两壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億",
    "零二一二二三三四五六六七八九十百千万亿",
)
_CHARS = "零一二三四五六七八九"
_DIGITS = {char: value for value, char in enumerate(_CHARS)}
_MARKS = (("亿", 10**8), ("万", 10**4), ("千", 1000), ("百", 100), ("十", 10))

NUMERAL_CHARS = "零一二三四五六七八九十百千万亿〇两壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億"


def simplified(text: str) -> str:
    """Return the text with everyday numerals in place of financial and variant ones."""
    return text.translate(_FINANCIAL)


def read_numerals(text: str) -> int | None:
    """Return the value of simplified numerals below 10^16, or None if they have no single reading.

    一百二 is 120 to some and 102 to others, so a single digit at the end needs its 零 or its 十.
    """
    for mark, size in _MARKS:
        head, found, tail = text.rpartition(mark)
        if found:
            return _sum(_count(head, size), size, _rest(tail, size))
    return _DIGITS.get(text)


def counted(number: int) -> str:
    """Return a number from 1 to 9999 as lists and chapters are counted: 十一, 一百零一."""
    digits = zip(f"{number:04}", ("千", "百", "十", ""), strict=True)
    plain = "".join(_CHARS[int(digit)] + unit for digit, unit in digits)
    short = re.sub("(?:零[千百十]?)+", "零", plain).strip("零")
    return short.removeprefix("一") if short.startswith("一十") else short


def _sum(count: int | None, size: int, rest: int | None) -> int | None:
    if count is None or rest is None:
        return None
    return count * size + rest


def _count(head: str, size: int) -> int | None:
    """Return how many of `size` there are. 十 may stand without its 一."""
    if not head and size == 10:
        return 1
    count = read_numerals(head)
    limit = max(10, size) if size >= 10**4 else 10
    return count if count and count < limit else None


def _rest(tail: str, size: int) -> int | None:
    """Return the value of what follows the mark. A 零 says that the next place is empty."""
    if not tail:
        return 0
    after_gap = tail.removeprefix("零")
    if after_gap == tail and len(tail) == 1 and size > 10:
        return None
    rest = read_numerals(after_gap)
    limit = size if after_gap == tail else size // 10
    return rest if rest and rest < limit else None

"""Numbers as Word's lists write them (ECMA-376 part 1, 17.18.59 ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from perf_tui.core.numbers.numerals import counted

MOST = 9999  # larger numbers are written in digits
FINANCIAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
CIRCLED = {1: 0x2460, 21: 0x3251, 36: 0x32B1}  # first number of each row → its character
LAST_CIRCLED = 50


def written(number: int, form: str) -> str:
    """Return a number in one of Word's formats, or in digits if the format has no form for it.

    It is empty for the formats "none" and "bullet".
    """
    if form in ("none", "bullet"):
        return ""
    if not 0 < number <= MOST:
        return str(number)
    return FORMATS.get(form, str)(number)


def _digit_by_digit(number: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))


def _roman(number: int) -> str:
    made = ""
    for size, letters in ROMAN:
        made += letters * (number // size)
        number %= size
    return made


def _letter(number: int) -> str:
    """Return A to Z, then AA, BB and so on."""
    times, place = divmod(number - 1, 26)
    return chr(ord("A") + place) * (times + 1)


def _circled(number: int) -> str:
    if number > LAST_CIRCLED:
        return str(number)
    first = max(begin for begin in CIRCLED if begin <= number)
    return chr(CIRCLED[first] + number - first)


def _of(characters: str) -> Callable[[int], str]:
    """Return a format that takes its characters in a row, and digits behind its end."""
    return lambda number: characters[number - 1] if number <= len(characters) else str(number)


FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimalZero": "{:02}".format,
    "decimalFullWidth": lambda number: str(number).translate(FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(FULL_WIDTH),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _of("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
    "decimalEnclosedParen": _of("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    "chineseCounting": counted,
    "chineseCountingThousand": counted,
    "taiwaneseCounting": counted,
    "taiwaneseCountingThousand": counted,
    "japaneseCounting": counted,
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "taiwaneseDigital": _digit_by_digit,
    "chineseLegalSimplified": lambda number: counted(number).translate(FINANCIAL),
    "ideographTraditional": _of("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _of("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _of("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda number: _letter(number).lower(),
}

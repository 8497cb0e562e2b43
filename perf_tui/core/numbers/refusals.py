"""The sentences that say why a text cannot be read and what to type instead."""

import re

from perf_tui.core.numbers.cleaning import quoted
from perf_tui.core.numbers.number import Refusal

_VAGUE = re.compile(
    "几|数[十百千万亿]|若干|许多|上[百千万亿]|左右|上下|以[上下]|不[足到]|超|逾|大[约概]|将近|接近"
)
_SHARE = re.compile("成|分之")
_NUMERAL = "[零一二三四五六七八九壹贰叁肆伍陆柒捌玖]"
_UNIT_LIKE = re.compile(rf"(?!点)(?!.*{_NUMERAL})[\u4e00-\u9fff]+|[A-Za-z]+|[%‰]")
_DIGITS = re.compile("[0-9]+(?:[.][0-9]+)?")
_EXAMPLES = {"%": "95.41", "元": "38820071.88", "万元": "3882.01", "亿元": "0.39"}
_COUNT = "145"


def too_long(typed: str, limit: int) -> Refusal:
    """Refuse a text of more than `limit` characters."""
    return Refusal(f"{quoted(typed)}有 {len(typed)} 个字，一格最多 {limit} 个", "删短后再填")


def too_many_digits(typed: str, whole: int, decimals: int) -> Refusal:
    """Refuse a number of more than `whole` whole digits or `decimals` decimals."""
    trouble = f"{quoted(typed)}位数太多，整数最多 {whole} 位、小数最多 {decimals} 位"
    return Refusal(trouble, "核对后再填")


def hidden_characters(typed: str) -> Refusal:
    """Refuse a text with a line break or an invisible character in it."""
    return Refusal(f"{quoted(typed)}中间有换行或看不见的字符", "一格只填一个数")


def two_qualifiers(typed: str) -> Refusal:
    """Refuse a number with more than one of 约, 近, 余 and 多."""
    return Refusal(f"{quoted(typed)}用了两个约数词", "只留一个")


def unclear_numerals(typed: str, unit: str) -> Refusal:
    """Refuse Chinese numerals that cannot be read, or can be read two ways."""
    if _SHARE.search(typed):
        return _share(typed, unit)
    return Refusal(f"{quoted(typed)}的中文数字读不准", "改用 0–9 填")


def which(typed: str, readings: list[str]) -> Refusal:
    """Ask which of `readings` is meant. A single one is offered as the way to type it."""
    if len(readings) == 1:
        return Refusal(f"{quoted(typed)}的分隔位置不对", f"如果是 {readings[0]} 就这样填")
    return Refusal(f"{quoted(typed)}是 {' 还是 '.join(readings)}？", "改成想要的那个")


def unread(typed: str, rest: str, unit: str) -> Refusal:
    """Refuse a text that is no number, or a number before a `rest` that `unit` does not know."""
    if _VAGUE.search(typed):
        digits = _DIGITS.search(typed)
        number = digits[0] if digits else "30"
        wanted = f"填成 {number}、约{number}、近{number} 或 {number}余 这样"
        return Refusal(f"{quoted(typed)}不是确切的数", wanted)
    if _SHARE.search(typed):
        return _share(typed, unit)
    if _UNIT_LIKE.fullmatch(rest):
        return _foreign_unit(typed, rest, unit)
    if rest:
        return Refusal(f"{quoted(typed)}里的{quoted(rest)}认不出", f"只填数字，{_example(unit)}")
    return Refusal(f"{quoted(typed)}读不成数", f"用 0–9 填，{_example(unit)}")


def _share(typed: str, unit: str) -> Refusal:
    wanted = "换成百分数填，如九成五填 95" if unit == "%" else f"换成数字填，{_example(unit)}"
    return Refusal(f"{quoted(typed)}说的是几成或几分之几", wanted)


def _foreign_unit(typed: str, foreign: str, unit: str) -> Refusal:
    wanted = f"这一格按「{unit}」填，换算后再填" if unit else "这一格没有单位，只填数字"
    return Refusal(f"{quoted(typed)}的单位是{quoted(foreign)}", wanted)


def _example(unit: str) -> str:
    return f"如 {_EXAMPLES.get(unit, _COUNT)}"

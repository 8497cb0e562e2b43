"""Money in the capital numerals of Chinese accounting (大写)."""

from decimal import ROUND_HALF_UP, Decimal

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_MARKS = (("亿", 10**8), ("万", 10**4), ("仟", 1000), ("佰", 100), ("拾", 10))
_FEN = Decimal("0.01")


def capital_yuan(value: Decimal) -> str:
    """Return an amount in 元 in capital numerals: 1005 is 壹仟零伍元整, -0.5 is 负伍角整.

    It is rounded half-up to 分. The payment rules of the People's Bank
    (正确填写票据和结算凭证的基本规定) ask for 整 unless 分 are written, one 零 for any gap, and
    none between 元 and 角.
    """
    fen = int(value.quantize(_FEN, ROUND_HALF_UP).scaleb(2))
    yuan, cents = divmod(abs(fen), 100)
    sign = "负" if fen < 0 else ""
    if not cents:
        return f"{sign}{_words(yuan)}元整"
    whole = f"{_words(yuan)}元" if yuan else ""
    return sign + whole + _jiao_fen(*divmod(cents, 10), after_yuan=bool(yuan))


def _jiao_fen(jiao: int, fen: int, *, after_yuan: bool) -> str:
    if not fen:
        return f"{_DIGITS[jiao]}角整"
    gap = "零" if after_yuan else ""
    return (f"{_DIGITS[jiao]}角" if jiao else gap) + f"{_DIGITS[fen]}分"


def _words(number: int) -> str:
    for mark, size in _MARKS:
        count, rest = divmod(number, size)
        if count:
            gap = "零" if rest < size // 10 else ""
            return _words(count) + mark + (gap + _words(rest) if rest else "")
    return _DIGITS[number]

"""Figures in running text, and the scores, totals and grades that it states."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from perf_tui.core.numbers.rounding import half_up

_HALF_WIDTH = str.maketrans("０１２３４５６７８９．％：（）", "0123456789.%:()")
# Numbers that are no figures: those in titles, dates, times of day, references, list numbers,
# places on a road, postal codes, telephone numbers and names of telephone lines, and the 365 days
# or 12 months of every year.
_NO_FIGURES = re.compile(
    r"""《[^《》]*》
    | (?<![\d.])\d{4}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{1,2}(?![\d.])
    | (?<![\d.])(?:\d{1,4}\s*[年月日]?\s*[-—–~～至到、]\s*)*\d{1,4}\s*[年月日]
    | [〔\[(]\d{4}[〕\])]
    | 第\s*\d+
    | (?<!\d)\d{1,8}\s*号
    | (?:^|(?<=[。；;:！？]))\s*\d{1,2}\s*[.、](?!\d)
    | \(\d{1,2}\)
    | (?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)
    | (?<!\d)\d{1,2}\s*时(?![间效长])
    | (?<!\d)(?:(?:7\s*[×xX*天]\s*)?24\s*小时|36[56]\s*天|12\s*个月|4\s*个季度)
    | (?:附[件表图]|见[表图])\s*\d+ | [表图]\s*\d+(?=[所中])
    | K\d+\+\d+
    | 邮(?:政编码|编)[^\d。；]{0,3}\d{6}
    | (?<![\d.])(?:0\d{2,3}-\d{7,8}|1[3-9]\d{9})(?!\d|\.\d|\s*[万亿元])
    | \d{3,5}(?=[^\d，。；]{0,8}热线)
    """,
    re.VERBOSE | re.MULTILINE,
)
# Full-width commas separate thousands only if there are two of them: 12，300 may be two numbers.
# A letter beside a number makes a name of both: 5G, PM2.5.
_FIGURE = re.compile(
    r"""(?:(?P<lead>[约近逾超])\s*)?
    (?<![A-Za-z\d.])
    (?P<number>\d{1,3}(?:(?:,\d{3})+|(?:，\d{3}){2,})(?:\.\d{1,10})?|\d{1,15}(?:\.\d{1,10})?)
    (?![A-Z\d])\s*
    (?P<trail>[余多]?)\s*(?P<scale>[万亿]?)\s*(?P<late>余|多|左右)?
    """,
    re.VERBOSE,
)
_NUMBER = r"(\d{1,15}+(?:\.\d{1,10}+)?+)"
_SCORE = re.compile(rf"得(?:分数?\s*[为是:]?)?\s*{_NUMBER}\s*分(?!之)")
_TOTAL = re.compile(rf"(?:总得?分|(?:自评|综合|最终)得分)[^\d，。；\n]{{0,6}}{_NUMBER}(?!\s*%)")
_SCALES = {"": 0, "万": 4, "亿": 8}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text.

    `scale` is the power of ten that 万 or 亿 adds. `rough` says that 约, 近, 余 or the like stands
    beside it.
    """

    number: str
    scale: int
    rough: bool

    @property
    def value(self) -> Decimal:
        """The number as written, without its 万 or 亿."""
        return Decimal(self.number)

    @property
    def amounts(self) -> tuple[Decimal, Decimal]:
        """The amounts that it may stand for: without 万 or 亿, and with it."""
        return self.value, self.value.scaleb(self.scale)

    def agrees(self, amounts: Iterable[Decimal]) -> bool:
        """Whether it equals one of the amounts, rounded to as many decimals as it has.

        Signs are ignored, and so may be 万 and 亿. A rough figure may be off by less than one unit
        of its last place, which in a whole number is the last digit that is not 0.
        """
        scaled = (amount.scaleb(-power) for amount in amounts for power in {0, self.scale})
        return any(self._is(abs(amount)) for amount in scaled)

    def _is(self, amount: Decimal) -> bool:
        whole, _, decimals = self.number.partition(".")
        if half_up(amount, len(decimals)) == self.value:
            return True
        zeros = -len(decimals) if decimals else len(whole) - len(whole.rstrip("0"))
        return self.rough and abs(amount - self.value) < Decimal(1).scaleb(zeros)


def figures_in(text: str) -> Iterator[Figure]:
    """Yield the numbers in Arabic digits, without dates, list numbers and the like."""
    for found in _FIGURE.finditer(without_labels(text.translate(_HALF_WIDTH))):
        number = re.sub("[,，]", "", found["number"])
        rough = any(found.group("lead", "trail", "late"))
        yield Figure(number, _SCALES[found["scale"]], rough)


def without_labels(text: str) -> str:
    """Return half-width text, as long as before, with spaces for numbers that are no figures."""
    return _NO_FIGURES.sub(lambda found: " " * len(found[0]), text)


def scores_in(text: str) -> set[Decimal]:
    """Return the scores that a text states: 得10分, 得分为10分."""
    return set(map(Decimal, _SCORE.findall(text.translate(_HALF_WIDTH))))


def totals_in(text: str) -> set[Decimal]:
    """Return the totals that a text states: 总分为95分, 自评得分95.5."""
    return set(map(Decimal, _TOTAL.findall(text.translate(_HALF_WIDTH))))


def grades_in(text: str, names: Iterable[str]) -> set[str]:
    """Return the grades among `names` that a text states: 等级为“优”, 评为良好.

    A longer word that begins with the name of a grade is none.
    """
    found = re.findall(
        rf"""(?:等[级次]\s*(?:[为是：:]|评?定为|评为|达到)|[评定]为|评价为|[“"「])\s*[“"「]?
        ({"|".join(map(re.escape, names))})
        [秀好等]?(?:等?[级次])?(?=[”"」，。；、！）)\s]|\Z)""",
        text,
        re.VERBOSE,
    )
    return set(found)

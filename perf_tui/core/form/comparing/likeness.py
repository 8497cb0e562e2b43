"""How alike two indicators are, judged by their names and by what else they say.

The bounds in this module are set by experience with the target tables of townships: what an office
renames keeps nearly all of its characters, and what replaces a word means something else.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from unicodedata import normalize

from perf_tui.core.form.models import Indicator

# A score from which two names are taken for one indicator's, and one from which it is worth asking.
LIKELY, POSSIBLE = 0.85, 0.6
# What each of the other things that agree adds to the similarity of the names.
AGREEING = 0.05
# The comparisons of names kept, because every key in a definition asks for them again.
KEPT = 2**14
# Letters that make another measure of what they are added to: 新增A, A率, 人均A, 二期A.
DISTINGUISHING = re.compile(
    r"新|增|减|降|非|不|未|无|均|累计|及时|按时|合格|优|首|再|率|度|数|额|量|次|[0-9一二三四五六七八九十]"
)
_YEAR = re.compile(r"(?:19|20)\d\d年度?|本年度?|当年|全年|年度")
_UNIT = re.compile(r"\([^()0-9]{1,4}\)$")
_MARKS = re.compile(r"[\W_的和与]+")
_SHARE = re.compile(r"(?:百分比|比例|比率|比重|占比)$")
_COUNT = re.compile(r"数量$")


def literal(name: str) -> str:
    """Return a name without blanks, in half-width characters."""
    return "".join(normalize("NFKC", name).casefold().split())


@lru_cache(KEPT)
def normal(name: str) -> str:
    """Return what a name says, however it is written: 2024年 A（%） is A, and B占比 is B率."""
    said = _UNIT.sub("", _YEAR.sub("", literal(name)))
    said = _COUNT.sub("数", _SHARE.sub("率", _MARKS.sub("", said)))
    return said or literal(name)


def likeness(before: Indicator, now: Indicator) -> float:
    """Return how alike two indicators are: 0 if not at all, `LIKELY` or more if they are one.

    They can be one only if nothing in the names was replaced, if what was added or left out does
    not distinguish them, and if comparator and unit, as far as there are any, are the same.
    """
    one, other = normal(before.name), normal(now.name)
    ratio, contained = _compared(one, other)
    score = ratio + AGREEING * sum(_agreeing(before, now))
    if sorted(one) == sorted(other):
        score = max(score, LIKELY)
    elif not contained:
        score = min(score, LIKELY - AGREEING)
    if before.sign != now.sign or (before.unit and now.unit and before.unit != now.unit):
        score = min(score, LIKELY - AGREEING)
    return score


def _agreeing(before: Indicator, now: Indicator) -> tuple[bool, ...]:
    return (
        before.id == now.id,
        bool(before.unit) and before.unit == now.unit,
        before.target == now.target,
        before.category == now.category,
        bool(before.subcategory) and before.subcategory == now.subcategory,
    )


@lru_cache(KEPT)
def _compared(one: str, other: str) -> tuple[float, bool]:
    """Return how similar two names are, from 0 to 1, and whether one can be the other.

    It can if it only has letters more, which do not distinguish them.
    """
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    differing = [opcode for opcode in matcher.get_opcodes() if opcode[0] != "equal"]
    left_out = "".join(one[a:b] for _, a, b, _, _ in differing)
    added = "".join(other[c:d] for _, _, _, c, d in differing)
    told_apart = (left_out and added) or DISTINGUISHING.search(left_out + added)
    return matcher.ratio(), not told_apart

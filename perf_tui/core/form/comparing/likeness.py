"""How alike two indicators are, judged by their names and by what else they say.

The bounds in this module are set by experience with the target tables of townships: what an office
renames keeps nearly all of its characters, and what replaces a word means something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from unicodedata import normalize

from perf_tui.core.form.models import Indicator

# A score from which two names are taken for one indicator's, and one from which it is worth asking.
LIKELY, POSSIBLE = 0.85, 0.6
# What each of the other things that agree adds to the similarity of the names.
AGREEING = 0.05
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
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    score = matcher.ratio() + AGREEING * sum(_agreeing(before, now))
    if sorted(one) == sorted(other):
        score = max(score, LIKELY)
    elif not _contained(matcher.get_opcodes(), one, other):
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


def _contained(opcodes: Sequence[tuple[str, int, int, int, int]], one: str, other: str) -> bool:
    """Whether one name is the other with letters more that do not distinguish them."""
    left_out = "".join(one[a:b] for tag, a, b, _, _ in opcodes if tag != "equal")
    added = "".join(other[c:d] for tag, _, _, c, d in opcodes if tag != "equal")
    return not (left_out and added) and not DISTINGUISHING.search(left_out + added)

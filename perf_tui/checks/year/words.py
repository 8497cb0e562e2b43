"""Rules on the user's own words: they have to agree with what was filled in and computed.

Every number in the text comes from a field, and a total that is not the sum of its parts is one of
the reasons why reports are sent back. Only words that replace a generated sentence are judged.
Every rule takes an `Evaluation` and yields a `Finding` for each contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from perf_tui.checks.pagewise import on_item, on_passage
from perf_tui.checks.year.units import BUDGET
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.evaluation.lineage import pair_of
from perf_tui.core.findings.finding import Finding
from perf_tui.core.form import Form, Indicator, Section, Severity
from perf_tui.core.numbers.rounding import ARITHMETIC, fixed, plain
from perf_tui.core.scoring.item import IndicatorScore
from perf_tui.core.scoring.points import HUNDRED
from perf_tui.core.wording.figures import figures_in, grades_in, scores_in, totals_in
from perf_tui.core.wording.sentences import generated, own_words, passage_of


@on_passage
def numbers_in_words(evaluation: Evaluation, owner: Indicator | Section) -> Iterator[Finding]:
    """Find numbers in rewritten words that stand in none of the fields these words are about.

    Last year's figures count only in clauses that look back at last year.
    """
    own, year = _rewritten(evaluation, owner), evaluation.year.year
    if not own:
        return
    amounts = {*_amounts(evaluation, owner), *_judged_elsewhere(owner, own)}
    before = set(_amounts_before(evaluation, owner))
    odd: set[Decimal] = set()
    for clause in _CLAUSES.split(own):
        looks_back = any(word in clause for word in (*_LOOKING_BACK, str(year - 1)))
        odd |= _odd(clause, amounts | before if looks_back else amounts)
    for value in sorted(odd):
        message = f"文中的 {plain(value)} 与各栏的数对不上"
        fix = "改正文字或对应的那一栏；数字无误就写明出处"
        yield _finding(evaluation, owner, "number-in-words", message, fix, rule=plain(value))


# A full-width comma between digits may separate thousands, so no clause ends there.
_CLAUSES = re.compile(r"[。；;\n]|，(?!\d)|(?<!\d)，")
_THOUSANDS = re.compile(r"(?<=\d)，(?=\d{3}(?!\d))")
# Words that allow last year's figures in their clause. Elsewhere such a figure shows that the text
# was not brought up to date.
_LOOKING_BACK = ("上年", "去年", "上一年", "同期", "同比")


def _odd(clause: str, amounts: set[Decimal]) -> set[Decimal]:
    """Return the numbers in a clause that match none of the amounts.

    A full-width comma is read either as a separator of thousands or as the end of a number,
    whichever leaves fewer numbers unexplained.
    """
    parted = _strangers(clause.replace("，", "、"), amounts)
    return min(parted, _strangers(_THOUSANDS.sub(",", clause), amounts), key=len)


def _strangers(text: str, amounts: set[Decimal]) -> set[Decimal]:
    return {figure.value for figure in figures_in(text) if not figure.agrees(amounts)}


@on_item
def score_in_words(evaluation: Evaluation, item: IndicatorScore) -> Iterator[Finding]:
    """Find rewritten words of an indicator that state another score than the computed one."""
    own, score = _rewritten(evaluation, item.indicator), item.score
    stated = scores_in(own) if own else ()
    if stated and score is not None and score not in stated:
        message = f"文中写得 {plain(min(stated))} 分，算出来是 {plain(score)} 分"
        fix = "改成算出的得分，或删去这一句，得分会印在段末"
        yield _finding(evaluation, item.indicator, "score-in-words", message, fix)


@on_passage
def verdict_in_words(evaluation: Evaluation, owner: Indicator | Section) -> Iterator[Finding]:
    """Find a rewritten conclusion that states another total or grade than the computed one."""
    own = _rewritten(evaluation, owner) if _concludes(owner) else ""
    if not own:
        return
    total, grade = evaluation.score.total, evaluation.score.grade
    if total is None:
        return
    totals = totals_in(own)
    if totals and total not in {figure.value for figure in figures_in(own)}:
        message = f"文中的总分是 {plain(min(totals))} 分，算出来是 {fixed(total)} 分"
        yield _finding(evaluation, owner, "total-in-words", message, RESTORE, severity="error")
    grades = grades_in(own, [one.name for one in evaluation.form.scheme.grades])
    if grade and grades and grade not in grades:
        message = f"文中的等级是“{min(grades)}”，算出来是“{grade}”"
        yield _finding(evaluation, owner, "grade-in-words", message, RESTORE, severity="error")


RESTORE = "改成算出来的，或清空这一栏，由程序生成"


def _rewritten(evaluation: Evaluation, owner: Indicator | Section) -> str:
    """Return the user's words if they replace a sentence, else an empty string."""
    return (owner.sentence is not None and own_words(evaluation, owner)) or ""


def _concludes(owner: Indicator | Section) -> bool:
    """Whether the replaced sentence states the year's total or grade."""
    if isinstance(owner, Indicator) or owner.sentence is None:
        return False
    return not owner.sentence.names.isdisjoint({"total", "grade"})


def _judged_elsewhere(owner: Indicator | Section, own: str) -> set[Decimal]:
    """Return the scores or totals in the words, which other rules of this module check."""
    if isinstance(owner, Indicator):
        return scores_in(own)
    return totals_in(own) if _concludes(owner) else set()


def _amounts(evaluation: Evaluation, owner: Indicator | Section) -> Iterator[Decimal]:
    """Yield every amount that the words may name: typed on the page, generated or computed."""
    for text in _texts(evaluation, owner):
        for figure in figures_in(text):
            yield from figure.amounts
    year = evaluation.year.year
    yield from map(Decimal, (year - 1, year, year + 1))
    computed = _of_item(evaluation, owner) if isinstance(owner, Indicator) else _of_year(evaluation)
    yield from (amount for amount in computed if amount is not None)
    yield from _of_budget(evaluation)


def _amounts_before(evaluation: Evaluation, owner: Indicator | Section) -> Iterator[Decimal]:
    """Yield the same amounts of last year, and the change of the result since then."""
    last = evaluation.last
    same = None if last is None else _same_owner(evaluation, last.form, owner)
    if last is None or same is None:
        return
    yield from _amounts(last, same)
    yield from _difference(_result(evaluation, owner), _result(last, same))


def _same_owner(
    evaluation: Evaluation, last: Form, owner: Indicator | Section
) -> Indicator | Section | None:
    if isinstance(owner, Indicator):
        pair = pair_of(evaluation, owner.id)
        return pair.before if pair else None
    return last.by_key.get(owner.key)


def _result(evaluation: Evaluation, owner: Indicator | Section) -> Decimal | None:
    if isinstance(owner, Indicator):
        return evaluation.item(owner.id).actual
    return evaluation.score.total


def _difference(amount: Decimal | None, other: Decimal | None) -> Iterator[Decimal]:
    if amount is not None and other is not None:
        yield amount - other


def _of_budget(evaluation: Evaluation) -> Iterator[Decimal]:
    """Yield what was added to the budget in the year (元, %) and what was not spent (元)."""
    initial, adjusted, executed = map(evaluation.readings.number, BUDGET)
    yield from _difference(adjusted, initial)
    yield from _difference(adjusted, executed)
    if adjusted is not None and initial:
        yield ARITHMETIC.divide((adjusted - initial) * HUNDRED, initial)


def _texts(evaluation: Evaluation, owner: Indicator | Section) -> Iterator[str]:
    form, passage = evaluation.form, passage_of(owner)
    for address in form.home_of[passage].addresses:
        field, words = form.fields[address], evaluation.readings.words(address)
        if words and address != passage:
            yield words + (field.unit if field.kind == "money" else "")
    yield generated(evaluation, owner)


def _of_item(evaluation: Evaluation, indicator: Indicator) -> Iterator[Decimal | None]:
    item = evaluation.item(indicator.id)
    yield from (indicator.weight, item.target, item.actual, item.score)
    yield from _difference(item.actual, item.target)
    names = indicator.measure.names if indicator.measure else frozenset()
    yield from map(evaluation.readings.amounts.get, names)


def _of_year(evaluation: Evaluation) -> Iterator[Decimal | None]:
    score, execution = evaluation.score, evaluation.score.execution
    yield from (score.total, score.indicators, score.converted, score.weight)
    yield from (execution.weight, execution.score, HUNDRED, HUNDRED - execution.weight)


def _finding(
    evaluation: Evaluation,
    owner: Indicator | Section,
    code: str,
    message: str,
    fix: str,
    *,
    severity: Severity = "warning",
    rule: str = "",
) -> Finding:
    at = passage_of(owner)
    number = evaluation.form.home_of[at].number
    return Finding(code, severity, message, fix, at, number, rule=rule)


WORDS_RULES = (numbers_in_words, score_in_words, verdict_in_words)

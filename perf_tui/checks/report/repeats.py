"""The rule on repetition: two indicators are not proved by the same words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, takewhile

from perf_tui.core.claims.claims import Claims, IndicatorClaim, Quote
from perf_tui.core.findings.report_finding import ReportFinding
from perf_tui.core.form import Scheme

# Characters; what is shorter may be a phrase that everybody uses. Set by experience with published
# reports.
LEAST = 20
_CLAUSE = re.compile(r"[^，。；;！？]+")


@dataclass(frozen=True, slots=True)
class _Clause:
    line: int
    start: int
    end: int
    text: str


def repeated_words(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find runs of clauses, `LEAST` characters or more, that an earlier indicator has as well."""
    seen: dict[str, tuple[IndicatorClaim, list[_Clause], int]] = {}
    for item in claims.items:
        clauses = list(_clauses(item))
        yield from _repeated(claims, item, clauses, seen)
        for place, clause in enumerate(clauses):
            seen.setdefault(clause.text, (item, clauses, place))


def _repeated(
    claims: Claims,
    item: IndicatorClaim,
    clauses: list[_Clause],
    seen: dict[str, tuple[IndicatorClaim, list[_Clause], int]],
) -> Iterator[ReportFinding]:
    place = 0
    while place < len(clauses):
        if found := seen.get(clauses[place].text):
            other, earlier, there = found
            run = _run(islice(clauses, place, None), islice(earlier, there, None))
            if sum(len(clause.text) for clause in run) >= LEAST:
                yield _mistake(claims, item, other, run, earlier[there].line)
            place += len(run)
        else:
            place += 1


def _clauses(item: IndicatorClaim) -> Iterator[_Clause]:
    for quote in item.body:
        if quote.line == item.heading.line and len(item.body) > 1:
            continue
        for found in _CLAUSE.finditer(quote.text):
            yield _Clause(quote.line, found.start(), found.end(), found[0].strip())


def _run(clauses: Iterable[_Clause], earlier: Iterable[_Clause]) -> list[_Clause]:
    """Return the clauses from the first on that are the same in both, within one line."""
    alike = takewhile(lambda two: two[0].text == two[1].text, zip(clauses, earlier, strict=False))
    run = [one for one, _ in alike]
    return [one for one in run if one.line == run[0].line]


def _mistake(
    claims: Claims, item: IndicatorClaim, other: IndicatorClaim, run: list[_Clause], first: int
) -> ReportFinding:
    line = claims.lines[run[0].line - 1]
    return ReportFinding(
        "words-repeated",
        "warning",
        f"“{item.name}”用了“{other.name}”的同一段话",
        "写本项自己的完成情况；确实是同一件事就说明与那一项的关系",
        Quote(run[0].line, line[run[0].start : run[-1].end].strip()),
        item.number,
        (first,),
    )


REPEAT_RULES = (repeated_words,)

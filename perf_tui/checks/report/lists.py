"""Rules on printed numbers: each has to follow the one before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from perf_tui.core.claims.claims import Claims, Quote
from perf_tui.core.findings.report_finding import ReportFinding, others
from perf_tui.core.form import Scheme


def numbers_of_indicators(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find numbers of indicators that are repeated or left out."""
    numbered = [(one.printed, one.heading) for one in claims.items if one.printed is not None]
    yield from _out_of_order(numbered, claims)


def numbers_of_lists(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find the same in every other list; a number 1 begins a new list."""
    for one in claims.lists:
        yield from _out_of_order([(int(stated.value), stated.at) for stated in one], claims)


def _out_of_order(numbers: Iterable[tuple[int, Quote]], claims: Claims) -> Iterator[ReportFinding]:
    """Yield a finding for each number that does not follow the one before it."""
    seen: dict[int, int] = {}
    wanted = 1
    for printed, at in numbers:
        if printed == 1 and seen:
            seen, wanted = {}, 1
        if not seen:
            wanted = printed
        elif printed != wanted:
            yield _mistake(at, printed, wanted, seen.get(printed), claims.indicator_at(at.line))
            # One gap or repetition is reported once: what follows is counted from here.
            wanted = wanted if printed in seen else printed
        seen.setdefault(printed, at.line)
        wanted += 1


def _mistake(
    at: Quote, printed: int, wanted: int, before: int | None, indicator: int | None
) -> ReportFinding:
    if before:
        code, message = "number-repeated", f"序号 {printed} 用了两次，这里应是 {wanted}"
    else:
        code, message = "number-skipped", f"序号从 {wanted - 1} 跳到了 {printed}"
    related = others(at, [before] if before else [])
    return ReportFinding(code, "warning", message, "把序号改成连续的", at, indicator, related)


LIST_RULES = (numbers_of_indicators, numbers_of_lists)

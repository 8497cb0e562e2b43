"""Printed numbers that do not count on."""

from __future__ import annotations

from collections.abc import Iterator

from perf_tui.core.claims import Claims, Quote
from perf_tui.core.form import Scheme
from perf_tui.core.mistakes import Mistake, others


def numbers_of_indicators(claims: Claims, _: Scheme) -> Iterator[Mistake]:
    """The indicators are counted through."""
    numbered = [(item.printed, item.heading) for item in claims.items if item.printed is not None]
    for odd in _out_of_order(numbered):
        at = odd[0]
        number = next(item.number for item in claims.items if item.heading == at)
        yield _mistake(*odd, number)


def numbers_of_lists(claims: Claims, _: Scheme) -> Iterator[Mistake]:
    """So is every other list; one that begins again at 1 is another list."""
    for one in claims.lists:
        for odd in _out_of_order([(int(stated.value), stated.at) for stated in one]):
            yield _mistake(*odd)


def _out_of_order(numbers: list[tuple[int, Quote]]) -> Iterator[tuple[Quote, int, int, int]]:
    """Place, printed number, the number it should have, and where it stood before (0: nowhere)."""
    seen: dict[int, int] = {}
    wanted = 1
    for printed, at in numbers:
        if printed == 1 and seen:
            seen, wanted = {}, 1
        if printed != wanted and seen:
            yield at, printed, wanted, seen.get(printed, 0)
            # What follows is counted on from here, however it goes on.
            wanted = wanted if printed in seen else printed
        elif not seen:
            wanted = printed
        seen.setdefault(printed, at.line)
        wanted += 1


def _mistake(
    at: Quote, printed: int, wanted: int, before: int, indicator: int | None = None
) -> Mistake:
    if before:
        code, message = "number-repeated", f"序号 {printed} 用了两次，这里应是 {wanted}"
    else:
        code, message = "number-skipped", f"序号从 {wanted - 1} 跳到了 {printed}"
    return Mistake(
        code,
        "warning",
        message,
        "把序号改成连续的",
        at,
        indicator,
        others(at, [before] if before else []),
    )


LIST_RULES = (numbers_of_indicators, numbers_of_lists)

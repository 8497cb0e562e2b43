"""Answering what was found at a field: taking the suggestion, or evaluation by what was typed."""

from __future__ import annotations

from perf_tui.core.findings.acceptance import acceptance
from perf_tui.core.findings.finding import CHECKED, Finding
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError, require_editable

NO_SUGGESTION = "这里没有可采纳的建议"
NO_WARNING = "这里没有要说明的提醒"
KEPT, TAKEN_BACK = "已记下说明", "已收回说明"


def adopt(open_year: OpenYear, address: str | None, before: str | None = None) -> Finding:
    """Put what a warning at a field suggests in its place; the warning.

    RefusedError where nothing can be typed or nothing is suggested; `before` as of `warnings_at`.
    """
    require_editable(open_year)
    found = (one for one in warnings_at(open_year, address, before) if one.open and one.suggestion)
    finding = next(found, None)
    if finding is None:
        raise RefusedError(NO_SUGGESTION)
    open_year.session.put(str(finding.field), finding.suggestion)
    open_year.note()
    return finding


def warning_to_accept(
    open_year: OpenYear, address: str | None, before: str | None = None
) -> Finding:
    """The warning at a field that a reason would be given for.

    RefusedError where nothing can be typed or no warning stands; `before` as of `warnings_at`.
    """
    require_editable(open_year)
    found = warnings_at(open_year, address, before)
    if not found:
        raise RefusedError(NO_WARNING)
    return found[0]


def accept(open_year: OpenYear, finding: Finding, reason: str) -> str:
    """Stand by what a warning asks about; "" takes the reason there was back. What was done."""
    require_editable(open_year)
    open_year.session.put_all(acceptance(finding, open_year.session.year, reason))
    open_year.note()
    return KEPT if reason else TAKEN_BACK


def is_question(finding: Finding) -> bool:
    """Whether evaluation by what was typed answers it, without any reason."""
    return finding.open and bool(finding.suggestion)


def proposed_reason(finding: Finding) -> str:
    """The reason to begin with: the one given, the one given for other figures, or the shortest."""
    return finding.accepted or finding.lapsed or CHECKED


def warnings_at(
    open_year: OpenYear, address: str | None, before: str | None = None
) -> list[Finding]:
    """The warnings that are answered at a field, in this order.

    First the one gone to from the list of all, then open ones, of these the field's own, and the
    questions. An open one is met at every field that takes part, an accepted one only where it is
    told. Where questions follow one another, the open ones at the field asked `before` were told
    last; they come after those at this field.
    """
    found = [one for one in open_year.change.findings if one.severity == "warning"]
    gone_to = open_year.checked.key if open_year.checked else ""

    def order(one: Finding) -> tuple[bool, ...]:
        elsewhere = one.field != address
        met_here = not elsewhere or address in one.places
        return one.key != gone_to, not one.open, not met_here, elsewhere, not one.suggestion

    return sorted((one for one in found if _is_met(one, address, before)), key=order)


def _is_met(one: Finding, address: str | None, before: str | None) -> bool:
    return one.field == address or (one.open and not {address, before}.isdisjoint(one.places))

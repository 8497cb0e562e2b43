"""Answering a warning at a field: taking its suggestion, or keeping what was typed."""

from __future__ import annotations

from perf_tui.core.findings.acceptance import acceptance
from perf_tui.core.findings.finding import CHECKED, Finding
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError, require_editable

NO_SUGGESTION = "这里没有可采纳的建议"
NO_WARNING = "这里没有要说明的提醒"
KEPT, TAKEN_BACK = "已记下说明", "已收回说明"


def adopt(open_year: OpenYear, address: str | None, before: str | None = None) -> Finding:
    """Put the text that a warning at a field suggests into its field. Return the warning.

    `before` is as in `warnings_at`. Raises RefusedError if the year cannot be edited or nothing is
    suggested.
    """
    require_editable(open_year)
    found = (one for one in warnings_at(open_year, address, before) if one.open and one.suggestion)
    finding = next(found, None)
    if finding is None:
        raise RefusedError(NO_SUGGESTION)
    open_year.session.put(str(finding.field), finding.suggestion)
    open_year.note()
    return finding


def adopted(open_year: OpenYear, finding: Finding) -> str:
    """Return which field holds the suggestion of a warning now."""
    return f"{open_year.form.fields[str(finding.field)].label}已改为 {finding.suggestion}"


def warning_to_accept(
    open_year: OpenYear, address: str | None, before: str | None = None
) -> Finding:
    """Return the warning at a field that a reason would be given for.

    `before` is as in `warnings_at`. Raises RefusedError if the year cannot be edited or there is no
    warning.
    """
    require_editable(open_year)
    found = warnings_at(open_year, address, before)
    if not found:
        raise RefusedError(NO_WARNING)
    return found[0]


def accept(open_year: OpenYear, finding: Finding, reason: str) -> str:
    """Accept a warning for a reason, or take its acceptance back if `reason` is empty.

    Returns what was done, in words. Raises RefusedError if the year cannot be edited.
    """
    require_editable(open_year)
    open_year.session.put_all(acceptance(finding, open_year.session.year, reason))
    open_year.note()
    return KEPT if reason else TAKEN_BACK


def is_question(finding: Finding) -> bool:
    """Whether a warning is answered by keeping what was typed, without a reason."""
    return finding.open and bool(finding.suggestion)


def proposed_reason(finding: Finding) -> str:
    """Return the reason to start from: the present one, a lapsed one, or the shortest."""
    return finding.accepted or finding.lapsed or CHECKED


def warnings_at(
    open_year: OpenYear, address: str | None, before: str | None = None
) -> list[Finding]:
    """Return the warnings that can be answered at a field, the first to answer first.

    An open warning can be answered at every field that takes part, an accepted one only at its own
    field. The warning last chosen from the list of all findings comes first, then open ones; among
    these, the field's own come before others, and those with a suggestion before those without.

    `before` is the field asked before this one, in a front end that asks one after another. Its
    open warnings have just been told, so they are answered here too, after those at this field.
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

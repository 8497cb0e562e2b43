"""What was found wrong or doubtful, in words a clerk can act on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from perf_tui.core.form import Severity
from perf_tui.core.punctuation import stopped

SEVERITIES: Mapping[Severity, str] = {"error": "必改", "warning": "核对", "notice": "提示"}
"""What each severity is called, on the screen and on the command line."""

CHECKED = "经核对无误"
"""The shortest acceptance of a warning: the figure has been looked at again."""
BLANK, UNCONFIRMED = "blank", "unconfirmed"
"""Codes of errors that are work still to do, not something wrong."""
GOAL_BLANK = "goal-blank"
"""The code of a notice about words that nobody has to write."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not add up: what (`message`), what to do (`fix`), where.

    `field` and `related` are addresses; `indicator` is the number in the table.
    `error` blocks the final copy, `warning` can be accepted with a reason, `notice` only tells.
    `rule` tells findings of one code at one place apart. `suggestion` is a text for the field
    that would settle it, `accepted` the reason given for it, `lapsed` a reason that was given
    when the figures were others.
    """

    code: str
    severity: Severity
    message: str
    fix: str
    field: str | None = None
    indicator: int | None = None
    related: tuple[str, ...] = ()
    rule: str = ""
    suggestion: str = ""
    accepted: str = ""
    lapsed: str = ""

    @property
    def sentence(self) -> str:
        """What happened and what to do, as it is read: every mark stands once."""
        before = self.lapsed and f"原来的说明“{self.lapsed}”是改动之前写的，要重新说明"
        return "".join(stopped(part) for part in (self.message, self.fix, before) if part)

    @property
    def places(self) -> tuple[str, ...]:
        """Every field that takes part in it."""
        return (self.field, *self.related) if self.field else self.related

    @property
    def key(self) -> str:
        """What an acceptance is kept under: the rule and the place, not the figures."""
        return "/".join(filter(None, (self.code, self.field, self.rule)))

    @property
    def open(self) -> bool:
        """Whether somebody still has to do something about it."""
        return self.severity == "error" or (self.severity == "warning" and not self.accepted)


def reasons_given(findings: Iterable[Finding], indicator: int) -> Iterator[str]:
    """The reasons for which an indicator's warnings were accepted, each once, as they print.

    That somebody looked again is an answer to the program, and no reason for the report.
    """
    given = (one.accepted for one in findings if one.indicator == indicator)
    return (reason for reason in dict.fromkeys(given) if reason not in ("", CHECKED))


def errors_of(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What has to be mended before a report is more than a draft."""
    return tuple(finding for finding in findings if finding.severity == "error")


def refusal_title(findings: Iterable[Finding], what: str) -> str:
    """Why `what` cannot be done yet: how many errors there are, how many unconfirmed values."""
    errors = errors_of(findings)
    waiting = sum(one.code == UNCONFIRMED for one in errors)
    among = f"，其中待确认 {waiting} 处" if waiting else ""
    return f"还不能{what}：必改 {len(errors)} 处{among}"

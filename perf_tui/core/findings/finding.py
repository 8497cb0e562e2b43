"""What the rules find wrong or doubtful, in words a clerk can act on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from perf_tui.core.form import Severity
from perf_tui.core.wording.punctuation import stopped

SEVERITIES: Mapping[Severity, str] = {"error": "必改", "warning": "核对", "notice": "提示"}
"""The name of each severity on the screen and on the command line."""

CHECKED = "经核对无误"
"""The shortest reason for accepting a warning: the figure was checked and is right."""
BLANK, UNCONFIRMED = "blank", "unconfirmed"
"""Codes of errors that are unfinished work rather than mistakes."""
GOAL_BLANK = "goal-blank"
"""The code of a notice about words that nobody is obliged to write."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not add up: what is wrong (`message`), what to do (`fix`), and where.

    `field` and `related` are addresses, and `indicator` is the number in the table. An `error`
    blocks the final copy, a `warning` can be accepted with a reason, and a `notice` only informs.
    `rule` tells apart findings of one code at one place. `suggestion` is a text for the field that
    would settle the finding. `accepted` is the reason given for it, and `lapsed` a reason given
    before the figures changed.
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
        """What is wrong, what to do and any lapsed reason, as sentences with one full stop each."""
        before = self.lapsed and f"原来的说明“{self.lapsed}”是改动之前写的，要重新说明"
        return "".join(stopped(part) for part in (self.message, self.fix, before) if part)

    @property
    def places(self) -> tuple[str, ...]:
        """Every field that takes part."""
        return (self.field, *self.related) if self.field else self.related

    @property
    def key(self) -> str:
        """The key of an acceptance: the rule and the place, without the figures."""
        return "/".join(filter(None, (self.code, self.field, self.rule)))

    @property
    def open(self) -> bool:
        """Whether somebody still has to act on it."""
        return self.severity == "error" or (self.severity == "warning" and not self.accepted)


def reasons_given(findings: Iterable[Finding], indicator: int) -> Iterator[str]:
    """Yield the reasons for which an indicator's warnings were accepted, each once, for print.

    `CHECKED` is left out, because it answers the program and explains nothing in a report.
    """
    given = (one.accepted for one in findings if one.indicator == indicator)
    return (reason for reason in dict.fromkeys(given) if reason not in ("", CHECKED))


def errors_of(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the errors, which must all be mended before the final copy."""
    return tuple(finding for finding in findings if finding.severity == "error")


def refusal_title(findings: Iterable[Finding], what: str) -> str:
    """Return why `what` cannot be done yet: the number of errors and of unconfirmed values."""
    errors = errors_of(findings)
    waiting = sum(one.code == UNCONFIRMED for one in errors)
    among = f"，其中待确认 {waiting} 处" if waiting else ""
    return f"还不能{what}：必改 {len(errors)} 处{among}"
